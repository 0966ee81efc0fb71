/* Articles: the records their headers name, their links, and that the three languages are built
 * alike. */
#include "compiler/check/check.h"

#include "base/check.h"
#include "base/utf8.h"
#include "compiler/read/article.h"
#include "compiler/check/chars.h"
#include "compiler/check/hints.h"
#include "compiler/check/structure.h"
#include "compiler/check/words.h"
#include "compiler/read/lists.h"

#include <string.h>

/* Half-width cells that a heading has room for, and that a reader takes in at once. */
enum { HEADING_CELLS = 120, CELL_CELLS = 300, BLOCK_CELLS = 4000 };

static struct diag_place
header_place(struct check *check, const struct model_row *row, const char *key, size_t offset) {
    size_t column = tables_column(&content_tables[TABLE_ARTICLES], str_from(key));
    return model_place(check->model, row, column, offset);
}

/* A header that names more is a list to be scrolled, not an article. */
static void
check_counts(struct check *check, const struct model_row *row) {
    static const struct {
        const char *key;
        size_t most;
    } limits[] = {{"cities", 100}, {"figures", 8}, {"events", 8}};
    struct model *model = check->model;
    for (size_t i = 0; i < ARRAY_LEN(limits); i++) {
        struct str list = model_value(&model->tables[TABLE_ARTICLES], row, limits[i].key), piece;
        size_t count = 0;
        while (list.n > 0 && str_split(&list, ',', &piece)) {
            count++;
        }
        if (count > limits[i].most) {
            DIAG_ARGS(model->diag, DIAG_HEADER_LIST, header_place(check, row, limits[i].key, 0),
                str_from(limits[i].key), arena_printf(model->arena, "%zu", count),
                arena_printf(model->arena, "%zu", limits[i].most));
        }
    }
}

static void
check_header(struct check *check, const struct model_row *row) {
    struct model *model = check->model;
    check_counts(check, row);
    const struct model_table *articles = &model->tables[TABLE_ARTICLES];
    struct str list = model_value(articles, row, "checklist");
    if (list.n > 0 && !model_has_checklist(model, list) &&
        model_is_whole(model, TABLE_CHECKLISTS)) {
        DIAG_ARGS(model->diag, DIAG_UNKNOWN_CHECKLIST, header_place(check, row, "checklist", 0),
            list, STR(""));
    }
    struct str figures = model_value(articles, row, "figures"), rest = figures, piece;
    while (figures.n > 0 && str_split(&rest, ',', &piece)) {
        struct str record = str_trim(piece);
        struct diag_place place =
            header_place(check, row, "figures", (size_t)(record.p - figures.p));
        if (model_lacks_record(model, record)) {
            DIAG_ARGS(model->diag, DIAG_UNKNOWN_RECORD, place, record, STR(""));
        } else if (model_has_record(model, record) && !model_has_figures(model, record) &&
                   model_is_whole(model, TABLE_FIGURES)) {
            DIAG_ARGS(model->diag, DIAG_NO_FIGURES, place, record);
        }
    }
}

/* Screens without an id; screens/registry.c has them all. */
static bool
is_screen(struct str path) {
    return tables_has_word("home cities timeline guides cases talks reports glossary phrases "
                           "schools statistics holidays search about help",
        path);
}

/* Screens of one record: only some kinds of records have one. */
static bool
is_record_screen(struct model *model, struct str path) {
    struct str folder = str_slice(path, 0, str_find(path, STR("/")));
    return tables_has_word("cities guides cases talks reports glossary phrases schools", folder) &&
           !model_lacks_record(model, path);
}

static bool
has_scheme(struct str target) {
    size_t colon = str_find(target, STR(":"));
    size_t slash = str_find(target, STR("/"));
    return str_starts(target, STR("//")) || (colon != SIZE_MAX && colon < slash) ||
           str_starts(target, STR("www."));
}

static bool
has_trick(struct str target) {
    return target.n == 0 || target.p[0] == '/' || str_find(target, STR("..")) != SIZE_MAX ||
           str_find(target, STR("\\")) != SIZE_MAX || str_find(target, STR("%")) != SIZE_MAX ||
           str_find(target, STR("./")) != SIZE_MAX || str_find(target, STR("//")) != SIZE_MAX ||
           target.p[target.n - 1] == '/' || str_ends(target, STR(".md"));
}

/* `city=las-vegas&kind=...`: values that name a record must name one that is there. */
static bool
is_query_sound(struct model *model, struct str query) {
    struct str piece;
    while (query.n > 0 && str_split(&query, '&', &piece)) {
        if (str_starts(piece, STR("city=")) &&
            model_lacks(model, TABLE_CITIES, str_slice(piece, 5, piece.n))) {
            return false;
        }
        struct str year = str_slice(piece, 5, piece.n);
        int64_t number;
        if (str_starts(piece, STR("year=")) &&
            (!str_to_i64(year, &number) || year.n != 4 || number < 1000)) {
            return false;
        }
        if (str_starts(piece, STR("relation=")) &&
            model_lacks(model, TABLE_RELATIONS, str_slice(piece, 9, piece.n))) {
            return false;
        }
    }
    return true;
}

/* " (guides/letter-thanks?)" for letter-thanks.ja.md, Guides/letter-thanks, guide/letter-thanks. */
static struct str
near_screen(struct model *model, struct str target) {
    char path[160];
    size_t n = 0;
    struct str name = target, none = {0};
    name = str_ends(name, STR(".md")) ? str_slice(name, 0, name.n - 3) : name;
    bool has_tag = name.n > 3 && name.p[name.n - 3] == '.';
    name = has_tag ? str_slice(name, 0, name.n - 3) : name;
    while (
        str_starts(name, STR("../")) || str_starts(name, STR("/")) || str_starts(name, STR("./"))) {
        name = str_slice(name, str_find(name, STR("/")) + 1, name.n);
    }
    for (size_t i = 0; i < name.n && n < sizeof(path); i++) {
        path[n++] = name.p[i] >= 'A' && name.p[i] <= 'Z' ? (char)(name.p[i] | 32) : name.p[i];
    }
    static const char *const folders[] = {
        "cities", "guides", "cases", "talks", "reports", "glossary", "phrases", "schools"};
    struct str lower = {path, n};
    size_t slash = str_find(lower, STR("/"));
    struct str id = slash == SIZE_MAX ? lower : str_slice(lower, slash + 1, lower.n);
    for (size_t i = 0; i < ARRAY_LEN(folders); i++) {
        struct str folder = str_slice(lower, 0, slash == SIZE_MAX ? 0 : slash);
        bool is_near = folder.n == 0 || model_distance(folder, str_from(folders[i]), 3) <= 3;
        struct str full = arena_printf(model->arena, "%s/%.*s", folders[i], STR_ARG(id));
        if (is_near && model_has_record(model, full)) {
            return arena_printf(model->arena, " (%.*s?)", STR_ARG(full));
        }
    }
    return none;
}

static void
check_link(struct check *check, const struct model_link *link) {
    struct model *model = check->model;
    struct str target = link->target;
    size_t question = str_find(target, STR("?"));
    size_t end = question == SIZE_MAX ? target.n : question;
    struct str path = str_slice(target, 0, end), query = str_slice(target, end + 1, target.n);
    if (has_scheme(target)) {
        DIAG_ARGS(model->diag, DIAG_LINK_OUTSIDE, link->place, target);
    } else if (has_trick(path)) {
        DIAG_ARGS(model->diag, DIAG_LINK_PATH, link->place, target, near_screen(model, target));
    } else if (!(is_screen(path) || is_record_screen(model, path)) ||
               !is_query_sound(model, query)) {
        size_t slash = str_find(path, STR("/"));
        const struct table *table = tables_find(str_slice(path, 0, slash));
        struct str id = slash == SIZE_MAX ? STR("") : str_slice(path, slash + 1, path.n),
                   hint = {0};
        if (table && tables_has_id(table) && id.n > 0) {
            hint = hints_record(model, tables_id(table), id);
        }
        hint = hint.n > 0 ? hint : near_screen(model, target);
        DIAG_ARGS(model->diag, DIAG_BROKEN_LINK, link->place, target, hint);
    }
}

static void
check_span(struct check *check, const struct model_link *span) {
    if (lists_lack(check->model, STR("language"), span->target)) {
        words_unknown(check, span->place, STR("<span lang>"), span->target, STR("language"));
    }
}

/* Signs of Markdown that came out as letters: **half strong*, [a link( without its end. */
static void
check_stray(struct check *check, const struct store_block *block, struct diag_place place) {
    static const struct str signs[] = {STR_INIT("*"), STR_INIT("`"), STR_INIT("]("), STR_INIT("]["),
        STR_INIT("<"), STR_INIT(">"), STR_INIT("##"), STR_INIT("__"), STR_INIT("~~")};
    for (size_t i = 0; i < ARRAY_LEN(signs); i++) {
        if (str_find(block->text, signs[i]) != SIZE_MAX) {
            DIAG_ARGS(check->model->diag, DIAG_STRAY_MARKUP, place, signs[i]);
            return;
        }
    }
}

/* The text without what is marked as another language or stands in quotation marks. */
static struct str
own_words(struct arena *arena, const struct check_text *text) {
    char *copy = arena_alloc(arena, text->text.n + 1);
    size_t n = 0, depth = 0;
    for (size_t at = 0; at < text->text.n;) {
        size_t start = at;
        uint32_t c = utf8_next(text->text, &at);
        bool is_marked = false;
        for (size_t i = 0; i < text->mark_count && !is_marked; i++) {
            const struct store_mark *mark = &text->marks[i];
            is_marked = mark->kind == MARK_LANG && start >= mark->start && start < mark->end;
        }
        bool is_open =
            c == 0x300C || c == 0x300E || c == 0x2018 || c == 0x201C || c == 0xFF08 || c == '(';
        bool is_close =
            c == 0x300D || c == 0x300F || c == 0x2019 || c == 0x201D || c == 0xFF09 || c == ')';
        depth += is_open;
        if (!is_marked && depth == 0) {
            memcpy(copy + n, text->text.p + start, at - start);
            n += at - start;
        }
        depth -= is_close && depth > 0;
    }
    return (struct str){copy, n};
}

/* Where the sentence at `at` ends. */
static size_t
sentence_end(struct str text, size_t at) {
    while (at < text.n) {
        size_t start = at;
        uint32_t c = utf8_next(text, &at);
        bool is_ascii = c == '.' || c == '?' || c == '!';
        if (c == 0x3002 || c == 0xFF1F || c == 0xFF01 ||
            (is_ascii && (at == text.n || text.p[at] == ' '))) {
            return at > start ? at : text.n;
        }
    }
    return text.n;
}

/* A sentence, heading or item in another language: copied and not translated. */
static void
check_language(struct check *check, const struct check_text *text) {
    enum { FEW = 6 }; /* letters: a name that is the same in two languages */
    struct str words = own_words(check->model->arena, text);
    for (size_t at = 0; at < words.n;) {
        size_t end = sentence_end(words, at), own, counts[CHARS_OTHER + 1];
        struct str sentence = str_slice(words, at, end);
        chars_count(sentence, counts);
        size_t letters = counts[CHARS_HANGUL] + counts[CHARS_KANA] + counts[CHARS_HAN];
        bool is_long = letters > FEW || counts[CHARS_LATIN] >= 30;
        if (is_long && chars_is_foreign(sentence, text->locale, &own)) {
            DIAG_ARGS(check->model->diag, DIAG_UNTRANSLATED, text->fixed,
                str_from(locale_tag(text->locale)));
            return;
        }
        at = end;
    }
}

/* [words]（cities/minato）, [words] (cities/minato): links by the look of them. */
static bool
check_link_form(struct check *check, const struct store_block *block, struct diag_place place) {
    static const struct str joins[] = {STR_INIT("]（"), STR_INIT("］（"), STR_INIT("］("),
        STR_INIT("] ("), STR_INIT("]　("), STR_INIT("]　（")};
    static const char *const screens[] = {"home", "cities", "timeline", "guides", "cases", "talks",
        "reports", "glossary", "phrases", "schools", "statistics", "holidays", "emergency",
        "search", "about", "help", "http"};
    for (size_t i = 0; i < ARRAY_LEN(joins); i++) {
        size_t at = str_find(block->text, joins[i]);
        struct str target = str_slice(block->text, at + joins[i].n, block->text.n);
        for (size_t j = 0; at != SIZE_MAX && j < ARRAY_LEN(screens); j++) {
            if (str_starts(target, str_from(screens[j]))) {
                DIAG_ARGS(check->model->diag, DIAG_LINK_FORM, place, joins[i]);
                return true;
            }
        }
    }
    return false;
}

/* - [ ] of a list of tasks, and ｜汐見《しおみ》 of other programs' rubies. */
static void
check_other_markup(struct check *check, const struct store_block *block, struct diag_place place) {
    static const struct str boxes[] = {STR_INIT("[ ]"), STR_INIT("[x]"), STR_INIT("[X]")};
    for (size_t i = 0; i < ARRAY_LEN(boxes); i++) {
        if (str_starts(block->text, boxes[i])) {
            DIAG_ARGS(check->model->diag, DIAG_MARKDOWN_NOT_ALLOWED, place, boxes[i]);
        }
    }
    size_t open = str_find(block->text, STR("《"));
    struct str inside =
        str_slice(block->text, open == SIZE_MAX ? block->text.n : open + 3, block->text.n);
    inside = str_slice(inside, 0, str_find(inside, STR("》")));
    size_t before = open == SIZE_MAX ? 0 : open;
    bool is_after_han = before > 0 && chars_script(utf8_prev(block->text, &before)) == CHARS_HAN;
    if (is_after_han && inside.n > 0 && chars_find_other(inside, CHARS_KANA) == SIZE_MAX) {
        DIAG_ARGS(check->model->diag, DIAG_STRAY_MARKUP, place, STR("《"));
    }
}

static void
check_body(struct check *check, enum locale_id locale, const struct model_body *body) {
    struct model *model = check->model;
    struct source *source = sources_at(model->diag->sources, body->file);
    struct check_text raw = {.text = str_slice(source->bytes, body->start, source->bytes.n),
        .locale = locale,
        .fixed = {body->file, body->start},
        .is_running = true};
    if (check_mojibake(check, &raw)) {
        return;
    }
    check_characters(check, &raw);
    structure_check_bullets(check, body);
    if (locale == model->original) { /* the others are built alike */
        check_sources_of(check, body);
    }
    for (size_t i = 0; i < body->count; i++) {
        const struct store_block *block = &body->blocks[i];
        struct check_text text = {.text = block->text,
            .locale = locale,
            .fixed = {body->file, body->places[i]},
            .marks = block->marks,
            .mark_count = block->mark_count};
        check_typography(check, &text);
        if (!check_link_form(check, block, text.fixed)) {
            check_stray(check, block, text.fixed);
        }
        check_other_markup(check, block, text.fixed);
        if (block->kind != BLOCK_SOURCE) {
            check_language(check, &text);
        }
        check_picture_block(check, block, text.fixed);
        check_source_block(check, block, text.fixed);
        size_t cells = chars_cells(block->text);
        int limit = block->kind == BLOCK_HEADING ? HEADING_CELLS
                    : block->kind == BLOCK_CELL  ? CELL_CELLS
                                                 : BLOCK_CELLS;
        if (cells > (size_t)limit) {
            DIAG_ARGS(model->diag, DIAG_TEXT_TOO_LONG, text.fixed, article_block_sign(block),
                arena_printf(model->arena, "%zu", cells), arena_printf(model->arena, "%d", limit));
        }
    }
}

void
check_articles(struct check *check) {
    struct model *model = check->model;
    for (size_t i = 0; i < model->article_count; i++) {
        const struct model_article *article = &model->articles[i];
        check_header(check, &model->tables[TABLE_ARTICLES].rows[article->row]);
        for (int locale = 0; locale < LOCALE_COUNT; locale++) {
            if (article->bodies[locale].is_present) {
                check_body(check, (enum locale_id)locale, &article->bodies[locale]);
            }
        }
        structure_compare(check, article);
    }
    for (size_t i = 0; i < model->link_count; i++) {
        check_link(check, &model->links[i]);
    }
    for (size_t i = 0; i < model->span_count; i++) {
        check_span(check, &model->spans[i]);
    }
}

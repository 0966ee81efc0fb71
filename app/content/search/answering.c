#include "content/search/answering.h"

#include "base/check.h"
#include "content/search/ask/segments.h"

bool
search_source_read(struct search_index *index, struct arena *arena, uint32_t doc, const char *table,
    struct search_source *out) {
    search_sql_bind_int(&index->doc, 1, doc);
    bool is_there = search_sql_step(&index->doc);
    if (is_there) {
        out->path = search_doc_path(index, arena);
        out->record = arena_str(arena, search_sql_text(&index->doc, 3));
        struct str head = arena_printf(arena, "%s/", table);
        is_there = str_starts(out->record, head);
        out->id = str_slice(out->record, head.n, out->record.n);
    }
    search_sql_reset(&index->doc);
    return is_there;
}

struct str
search_source_column(struct search_sql *sql, struct arena *arena, int at) {
    return arena_str(arena, search_sql_text(sql, at));
}

/* Cuts what stands before the next mark that parts a text: interpreter; interpreting. Universities
 * and colleges. 小学校（初等学校）. */
static struct str
next_part(struct str *rest) {
    static const char *const marks[] = {";", " and ", "·", "・", "(", "（", "/"};
    size_t at = rest->n, length = 0;
    for (size_t i = 0; i < ARRAY_LEN(marks); i++) {
        struct str mark = str_from(marks[i]);
        size_t found = str_find(*rest, mark);
        if (found < at) {
            at = found;
            length = mark.n;
        }
    }
    struct str part = str_slice(*rest, 0, at);
    *rest = str_slice(*rest, at + length, rest->n);
    return str_trim(part);
}

/* The text, or one of what it says. */
static bool
any_part(const struct search_asking *asking, struct str text,
    bool (*is_it)(const struct search_asking *asking, struct str key)) {
    if (is_it(asking, fold_key(asking->arena, str_trim(text)))) {
        return true;
    }
    while (text.n > 0) {
        struct str key = fold_key(asking->arena, next_part(&text));
        if (key.n > 0 && is_it(asking, key)) {
            return true;
        }
    }
    return false;
}

bool
search_source_any_text(const struct search_asking *asking, const char *sql,
    const struct search_source *source,
    bool (*is_it)(const struct search_asking *asking, struct str key)) {
    struct search_sql texts;
    bool found = false;
    search_index_ask(asking->index, &texts, sql);
    search_sql_bind_str(&texts, 1, source->id);
    while (!found && search_sql_step(&texts)) {
        found = any_part(asking, search_source_column(&texts, asking->arena, 0), is_it);
    }
    search_sql_end(&texts, "reading the texts of a record", NULL);
    return found;
}

/* The words of the line that can name something, next to each other as they stand. */
enum { TELLING_MAX = 16 };
struct telling {
    struct str words[TELLING_MAX];
    size_t count;
};

static struct telling
telling_words(const struct search_asking *asking) {
    const struct search_query *q = asking->query;
    struct telling out = {.count = 0};
    for (size_t i = 0; i < q->count; i++) {
        struct ask_segment s;
        for (size_t at = q->words[i].from;
             !q->words[i].is_optional && out.count < TELLING_MAX &&
             ask_segment_next(&q->fold, q->line, q->words[i].to, &at, &s);) {
            size_t end = s.stem_to > s.from ? s.stem_to : s.to;
            out.words[out.count++] = fold_units_key(asking->arena, &q->fold, s.from, end);
        }
    }
    return out;
}

/* How many words of the line stand in the title, and how many of them as neighbours. */
static size_t
closeness(const struct search_asking *asking, const struct telling *line, struct str title) {
    size_t score = 0;
    for (size_t i = 0; i < line->count; i++) {
        score += str_find(title, line->words[i]) != SIZE_MAX;
        if (i > 0) {
            struct str pair = arena_printf(
                asking->arena, "%.*s%.*s", STR_ARG(line->words[i - 1]), STR_ARG(line->words[i]));
            score += str_find(title, pair) != SIZE_MAX;
        }
    }
    return score;
}

struct search_closeness
search_source_closeness(
    const struct search_asking *asking, const char *sql, const struct search_source *source) {
    struct telling line = telling_words(asking);
    struct search_sql titles;
    struct search_closeness out = {.score = 0};
    search_index_ask(asking->index, &titles, sql);
    search_sql_bind_str(&titles, 1, source->id);
    while (search_sql_step(&titles)) {
        struct str title = search_source_column(&titles, asking->arena, 0);
        size_t score = closeness(asking, &line, fold_key(asking->arena, title));
        if (out.title.n == 0 || score > out.score) {
            out = (struct search_closeness){score, title};
        }
    }
    search_sql_end(&titles, "reading the titles of a record", NULL);
    return out;
}

bool
search_source_is_plainer(struct search_closeness one, struct search_closeness other) {
    struct str title = one.title;
    struct str rest =
        str_starts(other.title, title) ? str_slice(other.title, title.n, other.title.n) : STR("");
    return one.score == other.score && title.n > 0 &&
           (str_starts(str_trim(rest), STR("(")) || str_starts(rest, STR("（")));
}

/* Every text that a visitor reads, with what kind of text it is. */
#include "compiler/check/wording.h"

#include "base/check.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <string.h>

/* The closing sign of a quotation mark, or 0. ‘ and ’ only as a pair: ’ alone is an apostrophe. */
static uint32_t
closing_of(uint32_t c) {
    switch (c) {
    case 0x2018:
        return 0x2019;
    case 0x201C:
        return 0x201D;
    case 0x300C:
        return 0x300D;
    case 0x300E:
        return 0x300F;
    case 0x00AB:
        return 0x00BB;
    default:
        return 0;
    }
}

/* Blanks what is between quotation marks; marks within marks go with the outermost. An open one
 * without its partner is a mistake of its own, and cites nothing. */
static struct str
without_citations(struct arena *arena, struct str text) {
    char *copy = NULL;
    uint32_t close = 0;
    size_t from = 0;
    for (size_t at = 0; at < text.n;) {
        size_t here = at;
        uint32_t c = utf8_next(text, &at);
        if (c < 0x80) {
            continue;
        }
        if (!close && closing_of(c)) {
            close = closing_of(c);
            from = at;
        } else if (close && c == close) {
            if (!copy) {
                copy = arena_alloc(arena, text.n);
                memcpy(copy, text.p, text.n);
            }
            memset(copy + from, '|', here - from);
            close = 0;
        }
    }
    return copy ? (struct str){copy, text.n} : text;
}

static struct wording_text *
add(struct wording *wording, const struct check_text *at, struct str record) {
    struct arena *arena = wording->check->model->arena;
    VEC_ROOM_IN(arena, wording->texts, wording->count, wording->cap, 1);
    struct wording_text *text = &wording->texts[wording->count];
    *text = (struct wording_text){.at = *at,
        .plain = without_citations(arena, at->text),
        .record = record,
        .unit = wording->count};
    wording->count++;
    return text;
}

/* Columns that hold the words of a source as it has them, or words to be searched by. */
static bool
is_cited_column(const struct table *table, const struct table_column *column) {
    static const char *const cited[][2] = {{"sources", "title"}, {"sections", "title"},
        {"school-links", "field"}, {"synonyms", "terms"}};
    for (size_t i = 0; i < ARRAY_LEN(cited); i++) {
        if (strcmp(table->name, cited[i][0]) == 0 && strcmp(column->name, cited[i][1]) == 0) {
            return true;
        }
    }
    return false;
}

/* Labels are short; what has room for two sentences is a text. */
enum { LABEL_CELLS = 200 };

static void
gather_row(struct wording *wording, const struct model_table *table, const struct model_row *row) {
    struct model *model = wording->check->model;
    size_t cells = tables_cell_count(table->table);
    bool is_article = tables_id(table->table) == TABLE_ARTICLES; /* its id names the kind itself */
    struct str id = row->cells[0].text;
    struct str record =
        is_article ? id : arena_printf(model->arena, "%s/%.*s", table->table->name, STR_ARG(id));
    for (size_t i = table->table->base_count; i < cells; i++) {
        enum locale_id locale;
        const struct table_column *column = tables_of_cell(table->table, i, &locale);
        struct check_text at = {
            .text = row->cells[i].text, .locale = locale, .row = row, .cell = i};
        if (at.text.n > 0 && !is_cited_column(table->table, column)) {
            struct wording_text *text = add(wording, &at, record);
            text->is_label = column->limit <= LABEL_CELLS && column->limit > 0;
            text->is_note = strcmp(column->name, "note") == 0;
            text->is_definition = strcmp(column->name, "definition") == 0;
        }
    }
}

/* A letter has fields in braces for a plan to fill, and a voice of its own. */
static bool
is_letter(const struct model_body *body) {
    for (size_t i = 0; i < body->count; i++) {
        if (str_find(body->blocks[i].text, STR("{")) != SIZE_MAX) {
            return true;
        }
    }
    return false;
}

static void
gather_body(struct wording *wording, struct str record, enum locale_id locale,
    const struct model_body *body) {
    bool has_own_voice = is_letter(body);
    size_t unit = wording->count;
    for (size_t i = 0; i < body->count; i++) {
        const struct store_block *block = &body->blocks[i];
        if (block->kind == BLOCK_SOURCE) {
            continue; /* ids */
        }
        struct check_text at = {
            .text = block->text, .locale = locale, .fixed = {body->file, body->places[i]}};
        struct wording_text *text = add(wording, &at, record);
        text->unit = unit;
        text->is_label =
            has_own_voice || (block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_NOTE);
    }
}

static bool
is_name(char c) {
    return c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* KEY { "text" }, comments to the end of the line: ICU resource bundles as ours are written. */
static void
gather_words(struct wording *wording, enum locale_id locale, uint32_t file) {
    struct model *model = wording->check->model;
    struct str s = sources_at(model->diag->sources, file)->bytes, key = STR("");
    for (size_t at = 0; at < s.n;) {
        size_t start = at;
        if (s.p[at] == '/' && at + 1 < s.n && s.p[at + 1] == '/') {
            while (at < s.n && s.p[at] != '\n') {
                at++;
            }
        } else if (is_name(s.p[at])) {
            while (at < s.n && is_name(s.p[at])) {
                at++;
            }
            key = str_slice(s, start, at);
        } else if (s.p[at++] == '"') {
            while (at < s.n && s.p[at] != '"') {
                at += s.p[at] == '\\' && at + 1 < s.n ? 2 : 1;
            }
            struct check_text text = {.text = str_slice(s, start + 1, at),
                .locale = locale,
                .fixed = {file, (uint32_t)start + 1},
                .is_running = true};
            add(wording, &text, arena_printf(model->arena, "locales/%.*s", STR_ARG(key)));
            check_characters(wording->check, &text);
            at++;
        }
    }
}

void
wording_gather(struct wording *wording) {
    struct model *model = wording->check->model;
    for (size_t i = 0; i < TABLE_COUNT; i++) {
        for (size_t j = 0; j < model->tables[i].count; j++) {
            gather_row(wording, &model->tables[i], &model->tables[i].rows[j]);
        }
    }
    for (size_t i = 0; i < model->article_count; i++) {
        const struct model_article *article = &model->articles[i];
        struct str record = model->tables[TABLE_ARTICLES].rows[article->row].cells[0].text;
        for (int locale = 0; locale < LOCALE_COUNT; locale++) {
            gather_body(wording, record, (enum locale_id)locale, &article->bodies[locale]);
        }
    }
    for (int locale = 0; locale < LOCALE_COUNT; locale++) {
        if (model->words[locale].is_present) {
            gather_words(wording, (enum locale_id)locale, model->words[locale].file);
        }
    }
}

/* Which file is which article in which language, and what its header says. */
#include "compiler/read/article.h"

#include "base/check.h"
#include "base/vec.h"
#include "compiler/check/chars.h"
#include "compiler/read/header.h"

#include <string.h>
#include <strings.h>

enum { CELL_ID, CELL_KIND, CELL_SLUG }; /* the first columns of TABLE_ARTICLES */

/* guides/first-contact.ko.md -> kind, slug, locale. */
static bool
parse_path(struct str path, struct str *kind, struct str *slug, enum locale_id *locale) {
    size_t slash = str_find(path, STR("/"));
    struct str name = str_slice(path, slash + 1, path.n - 3);
    if (name.n < 4 || name.p[name.n - 3] != '.') {
        return false;
    }
    *kind = str_slice(path, 0, slash);
    *slug = str_slice(name, 0, name.n - 3);
    struct str tag = str_slice(name, name.n - 2, name.n);
    for (int i = 0; i < LOCALE_COUNT; i++) {
        if (str_eq(tag, str_from(locale_tag((enum locale_id)i)))) {
            *locale = (enum locale_id)i;
            return chars_is_id(*slug);
        }
    }
    return false;
}

static struct model_article *
find_article(struct model *model, struct str id) {
    size_t row = model_find(model, TABLE_ARTICLES, id);
    for (size_t i = model->article_count; row != SIZE_MAX && i > 0; i--) {
        if (model->articles[i - 1].row == row) {
            return &model->articles[i - 1];
        }
    }
    return NULL;
}

static struct model_article *
add_article(struct model *model, uint32_t file, struct str kind, struct str slug, struct str id) {
    struct model_table *table = &model->tables[TABLE_ARTICLES];
    VEC_ROOM_IN(model->arena, model->articles, model->article_count, model->article_cap, 1);
    struct model_row *row = model_add_row(table, model->arena, file, 0);
    row->cells[CELL_ID] = (struct csv_cell){id, 0, file};
    row->cells[CELL_KIND] = (struct csv_cell){kind, 0, file};
    row->cells[CELL_SLUG] = (struct csv_cell){slug, 0, file};
    model_add_id(table, table->count - 1);
    struct model_article *article = &model->articles[model->article_count++];
    *article = (struct model_article){.row = table->count - 1};
    return article;
}

static struct str
key_names(struct arena *arena, bool is_original) {
    const struct table *table = &content_tables[TABLE_ARTICLES];
    struct str_buf buf = {0};
    for (size_t i = 0; i < table->base_count + table->text_count; i++) {
        bool is_text = i >= table->base_count;
        if (i > CELL_SLUG && (is_text || is_original)) {
            str_buf_printf(&buf, "%s%s", buf.n ? ", " : "", table->columns[i].name);
        }
    }
    struct str names = arena_str(arena, str_buf_str(&buf));
    str_buf_finish(&buf);
    return names;
}

/* In letters of either case. */
static size_t
find_key(const struct table *table, struct str key) {
    for (size_t i = 0; i < table->base_count + table->text_count; i++) {
        const char *name = table->columns[i].name;
        if (key.n == strlen(name) && strncasecmp(key.p, name, key.n) == 0) {
            return i;
        }
    }
    return SIZE_MAX;
}

/* 、 and ， between the names of a list are commas; the text keeps its length, and so its places.
 */
static struct str
with_commas(struct arena *arena, struct str value) {
    static const struct str signs[] = {STR_INIT("、"), STR_INIT("，"), STR_INIT("；")};
    char *copy = arena_alloc(arena, value.n + 1);
    memcpy(copy, value.p, value.n);
    bool is_changed = false;
    for (size_t i = 0; i < ARRAY_LEN(signs); i++) {
        for (size_t at = 0; at + signs[i].n <= value.n; at++) {
            if (memcmp(copy + at, signs[i].p, signs[i].n) == 0) {
                memcpy(copy + at, ",  ", signs[i].n);
                is_changed = true;
            }
        }
    }
    return is_changed ? (struct str){copy, value.n} : value;
}

static void
take_entry(struct model *model, struct model_row *row, uint32_t file, enum locale_id locale,
    const struct header_entry *entry, bool *seen) {
    const struct table *table = &content_tables[TABLE_ARTICLES];
    size_t column = find_key(table, entry->key);
    struct diag_place place = {file, entry->key_at};
    if (column == SIZE_MAX || column <= CELL_SLUG) {
        DIAG_ARGS(model->diag, DIAG_UNKNOWN_KEY, place, entry->key,
            key_names(model->arena, locale == model->original));
    } else if (locale != model->original && column < table->base_count && model->has_no_original) {
        return;
    } else if (locale != model->original && column < table->base_count) {
        DIAG_ARGS(model->diag, DIAG_BASE_KEY, place, entry->key,
            arena_printf(model->arena, ".%s.md", locale_tag(model->original)));
    } else if (seen[column]) {
        DIAG_ARGS(model->diag, DIAG_DUPLICATE_KEY, place, entry->key);
    } else {
        seen[column] = entry->value.n > 0;
        row->cells[tables_cell(table, column, locale)] =
            (struct csv_cell){entry->value, entry->value_at, file};
        if (table->columns[column].type == COLUMN_LIST) {
            row->cells[column].text = with_commas(model->arena, entry->value);
        }
    }
}

static void
take_header(struct model *model, struct model_row *row, uint32_t file, enum locale_id locale,
    const struct header *header) {
    const struct table *table = &content_tables[TABLE_ARTICLES];
    bool seen[32] = {false};
    xassert(table->base_count + table->text_count <= ARRAY_LEN(seen));
    for (size_t i = 0; i < header->count; i++) {
        take_entry(model, row, file, locale, &header->entries[i], seen);
    }
    for (size_t i = CELL_SLUG + 1; i < table->base_count + table->text_count; i++) {
        bool is_due = (table->columns[i].flags & COLUMN_REQUIRED) &&
                      (i >= table->base_count || locale == model->original);
        if (is_due && !seen[i]) {
            row->cells[tables_cell(table, i, locale)] = (struct csv_cell){.at = MODEL_ABSENT};
            if (model->has_no_original && i < table->base_count) {
                continue;
            }
            DIAG_ARGS(model->diag, DIAG_MISSING_KEY, ((struct diag_place){file, 0}),
                str_from(table->columns[i].name));
        }
    }
}

void
article_load(struct model *model, uint32_t file, bool is_read) {
    struct source *source = sources_at(model->diag->sources, file);
    struct str kind, slug;
    enum locale_id locale;
    struct header header;
    struct diag_place start = {file, 0};
    if (!parse_path(source->path, &kind, &slug, &locale)) {
        DIAG_AT(model->diag, DIAG_ARTICLE_NAME, start);
        return;
    }
    struct str id = arena_printf(model->arena, "%.*s/%.*s", STR_ARG(kind), STR_ARG(slug));
    struct model_article *article = find_article(model, id);
    if (!article) {
        article = add_article(model, file, kind, slug, id);
    }
    struct model_row *row = &model->tables[TABLE_ARTICLES].rows[article->row];
    struct model_body *body = &article->bodies[locale];
    row->file = locale == model->original ? file : row->file;
    body->is_present = true;
    body->locale = locale;
    body->file = file;
    if (!is_read) {
        body->start = (uint32_t)source->bytes.n;
        return;
    }
    if (source->bytes.n > ARTICLE_LIMIT) {
        DIAG_ARGS(model->diag, DIAG_ARTICLE_TOO_LARGE, start,
            arena_printf(model->arena, "%zu", source->bytes.n),
            arena_printf(model->arena, "%zu", ARTICLE_LIMIT));
        body->start = (uint32_t)source->bytes.n;
        return;
    }
    if (header_parse(&header, model->diag, file)) {
        take_header(model, row, file, locale, &header);
    }
    body->start = header.body;
    article_parse_body(model, locale, body);
}

void
article_finish(struct model *model) {
    for (size_t i = 0; i < model->article_count; i++) {
        const struct model_article *article = &model->articles[i];
        const struct model_row *row = &model->tables[TABLE_ARTICLES].rows[article->row];
        for (int locale = 0; locale < LOCALE_COUNT; locale++) {
            if (!article->bodies[locale].is_present) {
                DIAG_ARGS(model->diag, DIAG_ARTICLE_LANGUAGE, ((struct diag_place){row->file, 0}),
                    row->cells[CELL_ID].text, str_from(locale_tag((enum locale_id)locale)));
            }
        }
    }
}

#include "compiler/check/hints.h"

#include "base/check.h"

#include <strings.h>

static bool
is_alike(struct str a, struct str b) {
    return a.n == b.n && strncasecmp(a.p, b.p, a.n) == 0;
}

/* Advice must not make a run slow. */
enum { ROWS = 2000, MISTAKES = 500 };

/* The first localised column holds names and titles. */
static const struct model_row *
find_named(const struct model *model, enum table_id table, struct str text) {
    const struct model_table *rows = &model->tables[table];
    const struct table *t = rows->table;
    for (size_t i = 0; i < rows->count && i < ROWS; i++) {
        const struct model_row *row = &rows->rows[i];
        if (is_alike(row->cells[0].text, text)) {
            return row;
        }
        for (size_t l = 0; t->text_count > 0 && l < LOCALE_COUNT; l++) {
            size_t cell = tables_cell(t, t->base_count, (enum locale_id)l);
            if (is_alike(row->cells[cell].text, text)) {
                return row;
            }
        }
    }
    return NULL;
}

struct str
hints_record(const struct model *model, enum table_id table, struct str id) {
    if (model->diag->count > MISTAKES) {
        return (struct str){0};
    }
    const struct model_row *row = find_named(model, table, id);
    return row ? arena_printf(model->arena, " (%.*s?)", STR_ARG(row->cells[0].text))
               : model_suggestion(model, table, id);
}

struct str
hints_any_record(const struct model *model, struct str id) {
    static const enum table_id tables[] = {TABLE_CITIES, TABLE_SCHOOLS, TABLE_COUNTRIES,
        TABLE_PEOPLE, TABLE_RELATIONS, TABLE_GLOSSARY, TABLE_PHRASES};
    for (size_t i = 0; i < ARRAY_LEN(tables) && model->diag->count <= MISTAKES; i++) {
        const struct model_row *row = find_named(model, tables[i], id);
        if (row) {
            return arena_printf(model->arena, " (%s/%.*s?)", content_tables[tables[i]].name,
                STR_ARG(row->cells[0].text));
        }
    }
    return (struct str){0};
}

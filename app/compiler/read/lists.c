#include "compiler/read/lists.h"

#include "compiler/read/load.h"

/* lists.csv, compiled in by CMake. */
extern const char builtin_lists[];

bool
lists_lack(struct model *model, struct str list, struct str word) {
    struct str id = arena_printf(model->arena, "%.*s/%.*s", STR_ARG(list), STR_ARG(word));
    return model_lacks(model, TABLE_LISTS, id);
}

static void
add_row(struct model *model, struct model_table *table, const struct model_row *from) {
    struct model_row *row = model_add_row(table, model->arena, from->file, from->at);
    for (size_t i = 0; i < tables_cell_count(table->table); i++) {
        row->cells[i] = from->cells[i];
    }
    model_add_id(table, table->count - 1);
}

/* What the city's row leaves empty. */
static void
complete(const struct table *table, struct model_row *row, const struct model_row *from) {
    for (size_t i = 0; i < tables_cell_count(table); i++) {
        if (row->cells[i].text.n == 0) {
            row->cells[i] = from->cells[i];
        }
    }
}

void
lists_add_builtin(struct model *model) {
    struct model_table builtin = {.table = &content_tables[TABLE_LISTS]};
    struct model_table *lists = &model->tables[TABLE_LISTS];
    uint32_t file =
        sources_add(model->diag->sources, STR("naru/lists.csv"), str_from(builtin_lists));
    sources_at(model->diag->sources, file)->is_outside = true;
    load_csv(model, &builtin, file);
    for (size_t i = 0; i < builtin.count; i++) {
        const struct model_row *row = &builtin.rows[i];
        bool is_closed = str_find(model_value(&builtin, row, "list"), STR(".")) != SIZE_MAX;
        size_t own = model_find(model, TABLE_LISTS, row->cells[0].text);
        if (is_closed) {
            add_row(model, &model->meanings, row);
        } else if (own == SIZE_MAX) {
            add_row(model, lists, row);
        } else {
            complete(lists->table, &lists->rows[own], row);
        }
    }
    lists->is_present = true;
    map_finish(&builtin.ids);
}

/* The cells of one row together: translations and readings. */
#include "compiler/check/check.h"

#include "compiler/check/chars.h"

/* All three languages or none; required texts must be there. */
static void
check_translations(
    struct check *check, const struct model_table *table, const struct model_row *row) {
    const struct table *t = table->table;
    struct arena *arena = check->model->arena;
    enum locale_id original = check->model->original;
    for (size_t i = t->base_count; i < t->base_count + t->text_count; i++) {
        size_t first = tables_cell(t, i, (enum locale_id)0), filled = 0, absent = 0;
        for (size_t j = 0; j < LOCALE_COUNT; j++) {
            filled += row->cells[first + j].text.n > 0;
            absent += row->cells[first + j].at == MODEL_ABSENT;
        }
        bool is_required = t->columns[i].flags & COLUMN_REQUIRED;
        if (filled == 0 && is_required && absent == 0) {
            DIAG_ARGS(check->model->diag, DIAG_MISSING_VALUE,
                model_place(check->model, row, first + (size_t)original, 0),
                arena_printf(arena, "%s_%s", t->columns[i].name, locale_tag(original)));
        }
        for (size_t j = 0; filled > 0 && j < LOCALE_COUNT; j++) {
            const struct csv_cell *cell = &row->cells[first + j];
            if (cell->text.n == 0 && cell->at != MODEL_ABSENT) {
                DIAG_ARGS(check->model->diag, DIAG_MISSING_TRANSLATION,
                    model_place(check->model, row, first + j, 0),
                    arena_printf(
                        arena, "%s_%s", t->columns[i].name, locale_tag((enum locale_id)j)));
            }
        }
    }
}

static void
check_reading(struct check *check, const struct model_table *table, const struct model_row *row) {
    const struct table *t = table->table;
    size_t reading = tables_column(t, STR("reading_ja"));
    if (reading == SIZE_MAX || row->cells[reading].text.n > 0) {
        return;
    }
    for (size_t i = t->base_count; i < t->base_count + t->text_count; i++) {
        size_t cell = tables_cell(t, i, LOCALE_JA);
        if ((t->columns[i].flags & COLUMN_READ) &&
            chars_has_script(row->cells[cell].text, CHARS_HAN)) {
            DIAG_ARGS(check->model->diag, DIAG_MISSING_READING,
                model_place(check->model, row, cell, 0), row->cells[cell].text);
        }
    }
}

void
check_row(struct check *check, const struct model_table *table, const struct model_row *row) {
    check_translations(check, table, row);
    check_reading(check, table, row);
}

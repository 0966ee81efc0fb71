#include "compiler/check/wording.h"

#include "compiler/check/words.h"

/* The values of the two tables: filled, and of the closed lists. */
static void
check_desk_row(struct check *check, const struct model_table *table, const struct model_row *row) {
    for (size_t i = 0; i < table->table->base_count; i++) {
        const struct table_column *column = &table->table->columns[i];
        struct diag_place place = model_place(check->model, row, i, 0);
        struct str text = row->cells[i].text, name = str_from(column->name);
        struct check_text characters = {
            .text = text, .locale = LOCALE_COUNT, .row = row, .cell = i};
        if (text.n == 0) {
            if ((column->flags & COLUMN_REQUIRED) && row->cells[i].at != MODEL_ABSENT) {
                DIAG_ARGS(check->model->diag, DIAG_MISSING_VALUE, place, name);
            }
            continue;
        }
        if (column->type == COLUMN_WORD && !tables_has_word(column->of, text)) {
            struct str list =
                arena_printf(check->model->arena, "%s.%s", table->table->name, column->name);
            words_unknown(check, place, name, text, list);
        }
        check_characters(check, &characters);
    }
}

void
check_wording(struct check *check) {
    struct wording wording = {.check = check};
    for (size_t i = 0; i < DESK_COUNT; i++) {
        const struct model_table *table = &check->model->desk[i];
        for (size_t j = 0; j < table->count; j++) {
            check_desk_row(check, table, &table->rows[j]);
        }
    }
    wording_read_exceptions(&wording);
    wording_gather(&wording);
    wording_declared(&wording);
    wording_width(&wording);
    wording_voice(&wording);
    wording_spacing(&wording);
    wording_roman(&wording);
    wording_report_unused(&wording);
    map_finish(&wording.exceptions);
}

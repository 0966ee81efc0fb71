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

static void
count_texts(const struct model *model, size_t filled[LOCALE_COUNT]) {
    for (size_t t = 0; t < TABLE_ARTICLES; t++) {
        const struct model_table *table = &model->tables[t];
        size_t cells = tables_cell_count(table->table);
        for (size_t i = 0; i < table->count; i++) {
            bool is_own = !sources_at(model->diag->sources, table->rows[i].file)->is_outside;
            for (size_t cell = table->table->base_count; is_own && cell < cells; cell++) {
                enum locale_id locale;
                tables_of_cell(table->table, cell, &locale);
                filled[locale] += table->rows[i].cells[cell].text.n > 0;
            }
        }
    }
    for (size_t i = 0; i < model->article_count; i++) {
        for (int l = 0; l < LOCALE_COUNT; l++) {
            filled[l] += model->articles[i].bodies[l].is_present;
        }
    }
}

void
check_languages(struct check *check) {
    enum { FEW = 10 };
    struct model *model = check->model;
    size_t filled[LOCALE_COUNT] = {0}, most = 0;
    count_texts(model, filled);
    for (int l = 0; l < LOCALE_COUNT; l++) {
        most = filled[l] > most ? filled[l] : most;
    }
    for (int l = 0; most >= FEW && l < LOCALE_COUNT; l++) {
        if (filled[l] == 0) {
            DIAG_ARGS(model->diag, DIAG_LANGUAGE_ABSENT,
                ((struct diag_place){model->tables[TABLE_CITIES].header_file, 0}),
                str_from(locale_tag((enum locale_id)l)), arena_printf(model->arena, "%zu", most));
        }
    }
}

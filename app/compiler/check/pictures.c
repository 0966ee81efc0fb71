/* Pictures: that each file has its row and each row its file, and what stands on them. */
#include "compiler/check/check.h"

#define VALUE(table, row, column) model_value((table), (row), (column))

static const struct model_row *
row_of_file(const struct model *model, struct str file) {
    const struct model_table *pictures = &model->tables[TABLE_PICTURES];
    for (size_t i = 0; i < pictures->count; i++) {
        if (str_eq(VALUE(pictures, &pictures->rows[i], "file"), file)) {
            return &pictures->rows[i];
        }
    }
    return NULL;
}

static bool
is_per_cent(struct str text) {
    int64_t value;
    return str_to_i64(text, &value) && value >= 0 && value <= 100;
}

static void
check_picture(struct check *check, const struct model_row *row) {
    struct model *model = check->model;
    const struct model_table *pictures = &model->tables[TABLE_PICTURES];
    struct str file = VALUE(pictures, row, "file"), x = VALUE(pictures, row, "focal_x"),
               y = VALUE(pictures, row, "focal_y");
    if (file.n > 0 && !model_find_picture(model, file)) {
        DIAG_ARGS(
            model->diag, DIAG_PICTURE_MISSING, model_place_of(model, pictures, row, "file"), file);
    }
    if ((x.n > 0 || y.n > 0) && !(is_per_cent(x) && is_per_cent(y))) {
        DIAG_AT(model->diag, DIAG_FOCAL_POINT,
            model_place_of(model, pictures, row, is_per_cent(x) ? "focal_y" : "focal_x"));
    }
}

static float
number_of(const struct model_table *table, const struct model_row *row, const char *column) {
    int64_t value;
    return str_to_i64(VALUE(table, row, column), &value) ? (float)value : 0;
}

static void
check_disc(struct check *check, const struct model_row *row) {
    struct model *model = check->model;
    const struct model_table *discs = &model->tables[TABLE_PICTURE_DISCS];
    const struct model_table *pictures = &model->tables[TABLE_PICTURES];
    size_t at = model_find(model, TABLE_PICTURES, VALUE(discs, row, "picture"));
    if (at == SIZE_MAX) {
        return; /* reported as an unknown reference */
    }
    const struct model_picture *picture =
        model_find_picture(model, VALUE(pictures, &pictures->rows[at], "file"));
    float x = number_of(discs, row, "x"), y = number_of(discs, row, "y"),
          r = number_of(discs, row, "radius");
    bool is_inside =
        !picture || picture->size.w <= 0 ||
        (r >= 1 && x >= r && y >= r && x + r <= picture->size.w && y + r <= picture->size.h);
    if (!is_inside) {
        DIAG_ARGS(model->diag, DIAG_DISC_OUTSIDE, model_place_of(model, discs, row, "x"),
            VALUE(discs, row, "text"));
    }
}

void
check_pictures(struct check *check) {
    struct model *model = check->model;
    const struct model_table *pictures = &model->tables[TABLE_PICTURES];
    const struct model_table *discs = &model->tables[TABLE_PICTURE_DISCS];
    for (size_t i = 0; i < pictures->count; i++) {
        check_picture(check, &pictures->rows[i]);
    }
    for (size_t i = 0; i < discs->count; i++) {
        check_disc(check, &discs->rows[i]);
    }
    for (size_t i = 0; i < model->picture_count && !pictures->is_partial; i++) {
        const struct model_picture *picture = &model->pictures[i];
        if (!picture->is_refused && !row_of_file(model, picture->name)) {
            DIAG_AT(model->diag, DIAG_PICTURE_UNLISTED, ((struct diag_place){picture->file, 0}));
        }
    }
}

void
check_picture_block(struct check *check, const struct store_block *block, struct diag_place place) {
    for (size_t i = 0; i < block->mark_count; i++) {
        const struct store_mark *mark = &block->marks[i];
        if (mark->kind == MARK_PICTURE && !check->model->tables[TABLE_PICTURES].is_partial &&
            !row_of_file(check->model, mark->argument)) {
            DIAG_ARGS(check->model->diag, DIAG_UNKNOWN_PICTURE, place, mark->argument);
        }
    }
}

/* Pictures: that each file has its row and each row its file, and what stands on them. */
#include "compiler/check/check.h"

enum { WIDE_MIN_PX = 1080 };

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

/* What fills the width of a panel must have its pixels; a drawing has as many as are asked for. */
static void
check_width(struct check *check, const struct model_row *row) {
    struct model *model = check->model;
    const struct model_table *pictures = &model->tables[TABLE_PICTURES];
    const struct model_picture *picture = model_find_picture(model, VALUE(pictures, row, "file"));
    bool is_wide = VALUE(pictures, row, "kind").n > 0;
    if (is_wide && picture && picture->size.w > 0 && picture->size.w < WIDE_MIN_PX &&
        !str_ends(picture->name, STR(".svg"))) {
        DIAG_ARGS(model->diag, DIAG_PICTURE_SMALL, model_place_of(model, pictures, row, "file"),
            arena_printf(model->arena, "%.0f", (double)picture->size.w),
            arena_printf(model->arena, "%d", WIDE_MIN_PX));
    }
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
    struct str kind = VALUE(pictures, row, "kind");
    if (kind.n > 0 && VALUE(pictures, row, "subject").n == 0) {
        DIAG_ARGS(
            model->diag, DIAG_PICTURE_OWNER, model_place_of(model, pictures, row, "kind"), kind);
    }
    check_width(check, row);
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

#include "compiler/check/cell.h"

struct diag_place
cell_place(const struct cell *cell, size_t offset) {
    return model_place(cell->check->model, cell->row, cell->index, offset);
}

struct diag *
cell_diag(const struct cell *cell) {
    return cell->check->model->diag;
}

struct str
cell_name(const struct cell *cell) {
    if (cell->locale == LOCALE_COUNT) {
        return str_from(cell->column->name);
    }
    return arena_printf(
        cell->check->model->arena, "%s_%s", cell->column->name, locale_tag(cell->locale));
}

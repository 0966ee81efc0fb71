/* cell.h - one value under the rules of cells.c and numbers.c. */
#ifndef COMPILER_CHECK_CELL_H
#define COMPILER_CHECK_CELL_H

#include "compiler/check/check.h"

struct cell {
    struct check *check;
    const struct model_table *table;
    const struct model_row *row;
    const struct table_column *column;
    size_t index;
    enum locale_id locale; /* LOCALE_COUNT for base columns */
    struct str text;
};

/* Where byte `offset` of the text stands. */
struct diag_place cell_place(const struct cell *cell, size_t offset);
struct diag *cell_diag(const struct cell *cell);
/* As in the header line: title_ko. */
struct str cell_name(const struct cell *cell);
#define CELL_REPORT(cell, kind, ...) \
    DIAG_ARGS(cell_diag(cell), kind, cell_place(cell, 0), __VA_ARGS__)

bool cell_number(const struct cell *cell); /* true when it is one */
void cell_integer(const struct cell *cell);
void cell_degrees(const struct cell *cell);
void cell_date(const struct cell *cell);
void cell_offset(const struct cell *cell);

#endif

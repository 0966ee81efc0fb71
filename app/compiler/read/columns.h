/* columns.h - the first row of a table: which column of the file fills which cell.
 *
 * Names are taken in letters of either case, in full-width letters, and with a space, a hyphen or
 * nothing where the underline stands; a name that is nearly one is reported and read as it, so that
 * the rows below are checked all the same. */
#ifndef COMPILER_READ_COLUMNS_H
#define COMPILER_READ_COLUMNS_H

#include "compiler/read/csv.h"
#include "content/tables.h"

struct table_header {
    const struct table *table;
    size_t count;                     /* columns in the file, without empty ones at the end */
    size_t written;                   /* with them */
    bool has_nameless;                /* a value stood under no name, and was reported */
    size_t cell_of[CSV_COLUMN_LIMIT]; /* column of the file -> cell of the row, or SIZE_MAX */
    bool is_nameless[CSV_COLUMN_LIMIT];
    bool *has_cell; /* cell of the row -> the file has it */
};

/* `*is_whole`: no column is missing. False: there is no header to read rows by. */
bool columns_read(
    struct table_header *header, struct csv *csv, const struct table *table, bool *is_whole);
/* Reads a row and notes where it is, for messages. */
bool columns_next_row(struct csv *csv, struct csv_cell *cells, size_t *count, size_t *at);
/* True for a row that names the columns once more. */
bool columns_are_named(const struct csv *csv, const struct csv_cell *cells, size_t count);

#endif

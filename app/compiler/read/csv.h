/* csv.h - comma- or semicolon-separated values after RFC 4180, read where they lie.
 *
 * A cell is a slice of the file, or a copy when quotes had to be undone. Line ends are CRLF, LF or
 * CR; a line end inside quotes becomes LF. Mistakes go to `diag` and reading goes on: an unclosed
 * quote is reported where it began and read as a letter, so that the rows after it are still
 * checked. Never reads outside `bytes`; linear in its length. */
#ifndef COMPILER_READ_CSV_H
#define COMPILER_READ_CSV_H

#include "compiler/diag.h"

#define CSV_COLUMN_LIMIT 256
#define CSV_CELL_LIMIT ((size_t)64 << 10) /* bytes */
#define CSV_ROW_LIMIT 500000

struct csv_cell {
    struct str text;
    uint32_t at; /* byte of the file where the cell begins, its quote included */
    uint32_t file;
};

struct csv {
    struct diag *diag;
    uint32_t file;
    struct str bytes;
    size_t at;
    char separator;
    bool is_unreadable; /* its separator is none, which was reported */
};

/* `bytes` of at most 4 GB. Skips byte order marks and Excel's `sep=` line, and chooses the
 * separator by the header line, reporting one that is neither. */
void csv_init(struct csv *csv, struct diag *diag, uint32_t file, struct str bytes);
/* Reads one row into `cells`; false at the end. `*count` counts every cell of the row, also those
 * over CSV_COLUMN_LIMIT, which are not kept. `*at`: where the row begins. */
bool csv_next(struct csv *csv, struct csv_cell cells[CSV_COLUMN_LIMIT], size_t *count, size_t *at);
/* The byte of the file that byte `offset` of a cell's text came from. */
size_t csv_place(struct str bytes, const struct csv_cell *cell, size_t offset);

#endif

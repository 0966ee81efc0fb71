/* grid.h - the lines of a table in an article: `| a | b |`, with `|---|---|` under the first. */
#ifndef COMPILER_READ_GRID_H
#define COMPILER_READ_GRID_H

#include "base/str.h"

enum { GRID_COLUMNS = 6, GRID_ROWS = 60 }; /* that a reader takes in; rows without the heads */

enum grid_form {
    GRID_NONE,     /* running text */
    GRID_TABLE,    /* heads, a line of dashes, rows */
    GRID_HEADLESS, /* lines with bars, but no line of dashes under the first */
    GRID_BELOW,    /* a table whose first lines are running text */
};
enum grid_form grid_form(struct str paragraph);
/* The cells of one line, trimmed, at most `most` of them; returns how many there are. `\|` is no
 * bar.
 */
size_t grid_split(struct str line, struct str *cells, size_t most);

#endif

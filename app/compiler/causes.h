/* causes.h - one cause, one message: what follows from a mistake is not a second one.
 *
 * A row that was cut or shifted, a header that does not end, a heading that is none: each brings
 * messages about what lies behind it. These are dropped, and come back if they still hold when the
 * cause is mended. What has the same cause in many places (an id that nobody has, a column that is
 * wrong in every row) stays, but is folded under the first. */
#ifndef COMPILER_CAUSES_H
#define COMPILER_CAUSES_H

#include "compiler/diag.h"

/* Of items sorted by place (diag_finish()): drops what follows from another one, and folds. Rows
 * most of whose cells do not fit their columns get one message for all. */
void causes_hold_back(struct diag *diag);

#endif

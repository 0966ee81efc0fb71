/* plain.h - a laid-out page as plain text, for who takes it along: headings after an empty line,
 * items after a dash, what stands in one row in one line, readings in brackets behind their words,
 * blanks to fill in in square brackets. No keys, no pictures. */
#ifndef UI_PLAIN_H
#define UI_PLAIN_H

#include "ui/ui.h"

/* What is in the node with that key: "page". Of a long list the rows that were declared. */
void ui_plain_text(const struct ui *ui, struct str key, struct str_buf *out);

#endif

/* semantics.h - the laid-out frame as the tree that speech, audits, tests and scripts read: JSON as
 * docs/ARCHITECTURE.md describes it. The same nodes as the picture, nothing added.
 *
 * `rect` is in the unscrolled page, in px; `clip` is what is visible of it, in the same coordinates
 * (all zeros where nothing is). fg and bg are the colours as they end up on the glass. Layout-only
 * nodes are left out, and their children belong to the nearest node that is printed. */
#ifndef UI_SEMANTICS_H
#define UI_SEMANTICS_H

#include "ui/ui.h"

void semantics_json(const struct ui *ui, struct str_buf *out);
const char *semantics_role_name(enum ui_role role); /* "" for ROLE_NONE */
/* Length of the page without scrolling. */
float semantics_content_height(const struct ui *ui);

#endif

/* spacing.h - white space the font does not decide: full-width punctuation loses the half em that
 * meets a neighbour (JLREQ 3.1.4 to 3.1.6, CSS text-spacing-trim), Japanese text gets an eighth of
 * an em between ideographs and Latin (CSS text-autospace; none in Korean or English). */
#ifndef TEXT_LINES_SPACING_H
#define TEXT_LINES_SPACING_H

#include "text/shape/analyse.h"

#define SPACING_AUTOSPACE (FONT_EM / 8)

void spacing_apply(struct analysis *a);
/* What a cluster loses when it starts, or ends, a line. */
int32_t spacing_trim_start(const struct cluster *c);
int32_t spacing_trim_end(const struct cluster *c);

#endif

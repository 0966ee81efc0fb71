/* view.h - the page of two cities: their heads, and a row for each thing they are compared by. */
#ifndef SCREENS_COMPARE_VIEW_H
#define SCREENS_COMPARE_VIEW_H

#include "screens/compare/model.h"
#include "screens/page.h"

/* Declares the heads and the rows, between ui_chrome's open and close. */
void columns_view(struct ui *ui, const struct screen_env *env, const struct compare *compare);

/* The drawn parts, on the scale that the two have in common. Each is a box of its own. */
void distance_line(struct ui *ui, const struct compared *side, double part);
void area_square(struct ui *ui, const struct compared *side, double part);
void people_dots(struct ui *ui, const struct compared *side, double dots);
void visit_marks(
    struct ui *ui, const struct compared *side, double count, double most, bool is_out);

#endif

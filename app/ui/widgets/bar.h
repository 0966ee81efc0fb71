/* bar.h - the bar of the frame (chrome.c). Inside ui/widgets/ only. */
#ifndef UI_WIDGETS_BAR_H
#define UI_WIDGETS_BAR_H

#include "ui/widgets/parts.h"

/* The whole bar as one row; form and scale are the metrics'. Not for BAR_NONE. */
void bar_row(struct ui *ui);
/* Languages and page buttons above the items: upright kiosks at the usual text size. */
void bar_rows(struct ui *ui);
/* The languages as keys on a landing, and the last item. */
void bar_deck(struct ui *ui);
/* A length in dp that follows the scale of the bar, for specs that follow the text scale. */
float bar_dp(const struct ui *ui, float dp);

#endif

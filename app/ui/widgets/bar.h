/* bar.h - what the bars of the frame (chrome.c) have in common. Inside ui/widgets/ only. */
#ifndef UI_WIDGETS_BAR_H
#define UI_WIDGETS_BAR_H

#include "ui/widgets/parts.h"

/* The whole bar as one row; form and scale are the metrics'. Not for BAR_NONE. */
void bar_row(struct ui *ui);
/* A length in dp that follows the scale of the bar, for specs that follow the text scale. */
float bar_dp(const struct ui *ui, float dp);
/* What a button that turns a page says, does and looks like. */
void bar_page_button_box(const struct ui *ui, bool forward, struct ui_box *box);

#endif

/* lane_draw.h - lines, bars and marks of the timeline's lanes, in pixels. */
#ifndef SCREENS_PARTS_LANE_DRAW_H
#define SCREENS_PARTS_LANE_DRAW_H

#include "screens/parts/lane_sheet.h"

/* How high the strip of marks and bars is, and where the tie's line lies in it, px. */
float lane_strip_px(const struct lane_sheet *sheet, const struct lane *lane);
float lane_line_px(const struct lane_sheet *sheet);
enum ui_color lane_color(const struct lane *lane);
struct str lane_icon(const struct lane *lane);
/* Several events in one place: it shows how many. */
bool lane_mark_is_counted(const struct lane_mark *mark);
bool lane_mark_is_in(
    const struct lane_layout *layout, const struct lane_mark *mark, const struct lane_cell *cell);

/* What the canvases below draw; `cell` SIZE_MAX: all. In the frame's arena. */
const void *lane_paint(
    struct ui *ui, const struct lane_sheet *sheet, const struct lane *lane, size_t cell);
ui_canvas_fn lane_draw_ground; /* the whole lane: years, and where the sources end */
ui_canvas_fn lane_draw_strip;  /* its tie, bars and columns */
ui_canvas_fn lane_draw_marks;  /* a target's: bars again, for it may be pressed, and its marks */

#endif

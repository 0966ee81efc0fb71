/* display.h - the glass as it is now, and how large things are on it.
 *
 * A profile says how many pixels a panel has and how large they are; together that is its size in
 * mm. The display that is there may have another number of pixels: it was off when the program
 * started, it is dense, it is an office monitor. Sizes always derive from the profile that was
 * asked for and the display as it is now, never from what they were before, so the order and the
 * number of changes do not matter. */
#ifndef UI_DISPLAY_H
#define UI_DISPLAY_H

#include "base/geom.h"
#include "ui/metrics.h"

struct ui_display {
    int width_px, height_px; /* of the picture; 0: not known, the profile's own */
    float density;           /* px a point of the window system; 0 or 1 on plain displays */
    struct size room;        /* points that a window may take on this display; 0: any */
    bool is_panel;           /* the picture fills the display, which stands for the profile's */
};

/* The profile on this display. As a panel it is as large in mm as the profile's, however many
 * pixels it has. In a window the relation of text and picture stays that of the profile as
 * display_window() shows it; a window that a person makes larger shows more, not larger. */
struct profile profile_on_display(const struct profile *wanted, const struct ui_display *display);
/* Size of a window in points: the profile's own, or as much of it as there is room for. */
struct size display_window(const struct profile *wanted, struct size room);

#endif

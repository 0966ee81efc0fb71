/* window.h - the window, and what it stands on. */
#ifndef HOST_WINDOW_H
#define HOST_WINDOW_H

#include "base/err.h"
#include "cli/options.h"

struct SDL_Window;

/* Starts SDL's video. Fails where there is no display to open a window on. */
bool window_start(struct err *err);
/* As large as the profile, or as there is room; in fullscreen as large as the display, with and
 * without a window manager to make it so. NULL on failure. */
struct SDL_Window *window_open(const struct options *options, struct err *err);
/* The glass as it is now; the picture's own size is the caller's to know. */
struct ui_display window_display(struct SDL_Window *window, int width_px, int height_px);
/* After the displays changed: where no window manager does it, fills the display again. */
void window_follow_display(struct SDL_Window *window);

#endif

/* draw_window.h - a window that is drawn on in memory, and shown as a whole.
 *
 * Drivers with pixels of their own (X11) lend them: SDL's window surface, without the copy through
 * a renderer that SDL would put between. The others (Wayland, KMS) have none, and SDL's stand-in
 * for it can differ in size from the window once the compositor has had its say; there the pixels
 * are ours and one streaming texture shows them. Not beside a renderer on the same window. */
#ifndef DRAW_DRAW_WINDOW_H
#define DRAW_DRAW_WINDOW_H

#include "base/err.h"

struct SDL_Surface;
struct SDL_Window;
struct draw_window;

/* NULL when there is nothing to draw on. */
struct draw_window *draw_window_open(struct SDL_Window *window, struct err *err);
void draw_window_close(struct draw_window *target); /* NULL is fine */
/* The pixels, as many as the window has now: another surface after it changed, borrowed until the
 * next call. NULL when the window is gone. */
struct SDL_Surface *draw_window_surface(struct draw_window *target);
/* Shows them. False when the window system does not take them. */
bool draw_window_present(struct draw_window *target);

#endif

/* rescue.h - what a person sees when the program cannot show itself: the cause in three languages,
 * drawn by SDL2_ttf alone, which needs none of our text engine, messages or database.
 *
 * On a shared panel the public reads a kind sentence and whom to ask; causes and paths are for the
 * log. At a desk the cause and the reason stand there, too, for the person who will repair it. */
#ifndef HOST_RESCUE_H
#define HOST_RESCUE_H

#include "base/err.h"

#include <stdbool.h>

struct draw_window;

enum rescue_cause {
    RESCUE_FILES,   /* the program's own files or messages */
    RESCUE_TEXT,    /* fonts, or ICU's data */
    RESCUE_CONTENT, /* the database */
    RESCUE_DISPLAY, /* drawing itself */
};

#define RESCUE_RETRY_MS 3000

struct rescue {
    enum rescue_cause cause;
    struct err reason; /* as it was set, in English */
    bool is_public;    /* a kiosk */
};

/* Draws the screen on the window. False when even that does not work, as without any font: then
 * only a box of the window system, or the log, can speak. */
bool rescue_show(struct draw_window *window, const struct rescue *rescue);
/* The same screen as a PNG, for tests and documents. */
bool rescue_snapshot(
    const struct rescue *rescue, int width_px, int height_px, const char *path, struct err *err);

#endif

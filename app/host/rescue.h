/* rescue.h - what a person sees when the program cannot show itself: the cause in three languages,
 * drawn by SDL2_ttf alone, which needs none of our text engine, messages or database. */
#ifndef HOST_RESCUE_H
#define HOST_RESCUE_H

#include "base/err.h"

struct SDL_Window;

enum rescue_cause {
    RESCUE_FILES,   /* the program's own files or messages */
    RESCUE_TEXT,    /* fonts, or ICU's data */
    RESCUE_CONTENT, /* the database */
    RESCUE_DISPLAY, /* drawing itself */
};

/* Shows the screen until the window is closed or a key is pressed. The cause is said in three
 * languages; `reason` comes as it was set, in English, for the person who will repair it. Without
 * any font: a message box. */
void rescue_run(struct SDL_Window *window, enum rescue_cause cause, const struct err *reason);
/* The same screen as a PNG, for tests and documents. */
bool rescue_snapshot(enum rescue_cause cause, const struct err *reason, int width_px, int height_px,
    const char *path, struct err *err);

#endif

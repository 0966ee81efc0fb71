/* prewarm.h - while nobody touches the panel, the characters of the content are rasterised into the
 * glyph atlas, a few at a time, so that the first page a visitor opens is as quick as the tenth. */
#ifndef PREWARM_H
#define PREWARM_H

#include "draw/draw_sdl.h"
#include "session.h"

#define PREWARM_PAUSE_MS 10 /* between two helpings: events come first */

struct prewarm {
    struct arena arena;
    struct str characters;
    enum locale_id locale; /* whose characters they are */
    size_t style, next;    /* what comes next */
    bool has_characters, is_done;
};

/* One helping, for the language that is shown. False when there is nothing left to do. Another
 * language, or prewarm_restart(), begins again. */
bool prewarm_step(struct prewarm *prewarm, struct session *session, struct draw_sdl *draw);
/* After the textures were lost, or sizes changed. */
void prewarm_restart(struct prewarm *prewarm);
void prewarm_finish(struct prewarm *prewarm);

#endif

/* prewarm.h - while nobody touches the panel, the characters of the content are rasterised ahead of
 * time, a few at a time, so that the first page a visitor opens is as quick as the tenth. Where the
 * pictures of characters are kept is the host's: it offers a shelf. */
#ifndef PREWARM_H
#define PREWARM_H

#include "content/store.h"
#include "text/para.h"
#include "ui/metrics.h"

#define PREWARM_PAUSE_MS 10 /* between two helpings: events come first */

/* The host's drawing: puts up to `most` glyphs of the paragraph away, from `*next` on, for text
 * that is `light` on dark or not. False when there are no more, or no room. */
struct prewarm_shelf {
    bool (*put)(void *self, const struct para *para, bool light, size_t most, size_t *next);
    void *self;
};

struct prewarm {
    struct prewarm_shelf shelf; /* `put` NULL: nothing to do */
    struct arena arena;
    struct str characters;
    enum locale_id locale; /* whose characters they are */
    size_t style, next;    /* what comes next */
    bool has_characters, is_done;
};

/* What is being shown: whose characters, at which sizes. */
struct prewarm_view {
    struct store *store;
    struct text_engine *engine;
    const struct metrics *metrics;
    enum locale_id locale;
    bool is_light; /* text on dark */
};

/* One helping, for the language that is shown; begins again with another language. False when there
 * is nothing left to do. */
bool prewarm_step(struct prewarm *prewarm, const struct prewarm_view *view);
/* After the textures were lost, or sizes changed. */
void prewarm_restart(struct prewarm *prewarm);
/* After the content changed: its characters are others. */
void prewarm_forget(struct prewarm *prewarm);
void prewarm_finish(struct prewarm *prewarm);

#endif

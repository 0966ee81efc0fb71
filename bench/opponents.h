/* opponents.h - one layout of a paragraph by somebody else, to be timed. */
#ifndef BENCH_OPPONENTS_H
#define BENCH_OPPONENTS_H

#include "text/engine_private.h"

struct opponents {
    void *pango; /* NULL where it was not built in or does not start */
    void *sdl_ttf;
};

void opponents_open(struct opponents *opponents, enum locale_id lang, const char *font_path,
    unsigned font_index, float size_px);
void opponents_close(struct opponents *opponents);
void opponents_pango(struct opponents *opponents, struct str text, float width_px);
void opponents_sdl_ttf(struct opponents *opponents, const char *text, float width_px);

#endif

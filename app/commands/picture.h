/* picture.h - frames drawn off screen, for snapshots, the tour, replays and benchmarks. */
#ifndef COMMANDS_PICTURE_H
#define COMMANDS_PICTURE_H

#include "draw/draw_sdl.h"
#include "session.h"

struct draw_sdl *picture_open(const struct session *session, struct err *err);
/* Draws the session's screen at `scroll_dp`. The clock of pictures stands still at 0. */
bool picture_draw(struct session *session, struct draw_sdl *draw, float scroll_dp, struct err *err);

#endif

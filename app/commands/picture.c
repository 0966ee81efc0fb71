#include "commands/picture.h"

struct draw_sdl *
picture_open(const struct session *session, struct err *err) {
    struct draw_sdl_options options = {
        .engine = session->engine,
        .icon_dir = session->paths.icons,
    };
    return draw_sdl_open_offscreen(
        session->metrics.width_px, session->metrics.height_px, &options, err);
}

bool
picture_draw(struct session *session, struct draw_sdl *draw, float scroll_dp, struct err *err) {
    /* The first frame learns how long the page is; only then can it be scrolled. */
    session_step(session, 0);
    if (scroll_dp > 0) {
        session_scroll_to(session, scroll_dp);
    }
    session_step(session, 0);
    return draw_sdl_run(draw, &session->list, session->theme->colors[COLOR_PAPER], err);
}

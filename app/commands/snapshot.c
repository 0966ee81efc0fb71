#include "commands/commands.h"
#include "commands/picture.h"

static bool
draw_screen(struct session *session, const struct options *options, struct err *err) {
    struct draw_sdl *draw = picture_open(session, err);
    bool ok = draw && picture_draw(session, draw, options->scroll_dp, err) &&
              draw_sdl_save_png(draw, options->out, err);
    draw_sdl_close(draw);
    return ok;
}

int
command_snapshot(const struct options *options) {
    if (!options->out) {
        return command_fail(EXIT_USAGE, "snapshot needs --out FILE.png");
    }
    return command_on_screen(options, draw_screen);
}

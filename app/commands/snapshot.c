#include "commands/command.h"
#include "commands/picture.h"

static bool
draw_screen(struct session *session, const struct options *options, bool *found, struct err *err) {
    if (!session_show(session, str_from(options->words[0]), found, err)) {
        return false;
    }
    struct draw_sdl *draw = picture_open(session, err);
    bool ok = draw && picture_draw(session, draw, options->scroll_dp, err) &&
              draw_sdl_save_png(draw, options->out, err);
    draw_sdl_close(draw);
    return ok;
}

static int
run(const struct options *options) {
    struct session session;
    struct err err;
    bool found = true;
    if (!options->out) {
        return command_fail(EXIT_USAGE, "snapshot needs --out FILE.png");
    }
    if (session_open(&session, options, "home", &err) != SESSION_OK) {
        return command_fail(EXIT_WRONG, "%s", err.message);
    }
    bool ok = draw_screen(&session, options, &found, &err);
    session_close(&session);
    if (!ok) {
        return command_fail(EXIT_WRONG, "%s", err.message);
    }
    if (!found) {
        return command_fail(EXIT_WRONG,
            "there is no screen \"%s\" in this content; naru screens lists them all",
            options->words[0]);
    }
    return EXIT_DONE;
}

const struct command command_snapshot = {
    .verb = "snapshot",
    .words = "PATH --out FILE.png",
    .summary = "draw one screen, no window needed",
    .least = 1,
    .most = 1,
    .run = run,
};

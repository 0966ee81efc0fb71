/* replay - recorded or hand-written input under a virtual clock: the same file gives the same
 * frames on every machine. Prints a line for each screen that is shown; an `expect` that does not
 * hold ends it with the line of the file. */
#include "commands/commands.h"
#include "commands/picture.h"

#include "base/file.h"
#include "ui/replay.h"

#include <stdio.h>

enum { REVEAL_MS = 600, TAP_MS = 60 };

struct player {
    struct session *session;
    const char *name;
    uint64_t now_ms;
    struct session_turn turn; /* the last one */
    struct arena arena;       /* of the step */
};

static void
print_place(const struct player *player) {
    printf("t=%llu screen %.*s %s\n", (unsigned long long)player->now_ms,
        STR_ARG(nav_path(&player->session->nav)), locale_tag(player->session->nav.locale));
}

/* One turn of the session. */
static void
turn(struct player *player) {
    const struct nav *nav = &player->session->nav;
    struct str before = arena_str(&player->arena, nav_path(nav));
    enum locale_id locale = nav->locale;
    player->turn = session_step(player->session, player->now_ms);
    if (!str_eq(before, nav_path(nav)) || locale != nav->locale) {
        print_place(player);
    }
}

/* Lets movements run until `until_ms`, frame by frame, as the real clock would. */
static void
run_until(struct player *player, uint64_t until_ms) {
    while (player->turn.sleep_until_ms <= until_ms) {
        uint64_t next = player->turn.sleep_until_ms;
        player->now_ms = next > player->now_ms ? next : player->now_ms + 1;
        turn(player);
    }
    player->now_ms = until_ms > player->now_ms ? until_ms : player->now_ms;
}

static void
feed(struct player *player, struct ui_event event) {
    event.time_ms = player->now_ms;
    session_feed(player->session, &event);
    turn(player);
}

static bool
tap(struct player *player, const struct replay_step *step, struct err *err) {
    struct ui *ui = player->session->ui;
    struct point at;
    uint32_t node = replay_find(ui, step, &player->arena);
    if (node) {
        ui_reveal(ui, node);
        turn(player);
        run_until(player, player->now_ms + REVEAL_MS);
        node = replay_find(ui, step, &player->arena);
    }
    if (!node || !replay_point(ui, node, &at)) {
        return err_set(err, ERR_FORMAT, "%s:%d: nothing on %.*s answers to %.*s", player->name,
            step->line, STR_ARG(nav_path(&player->session->nav)), STR_ARG(step->target));
    }
    struct ui_event event = {.type = UI_POINTER_DOWN, .at = at};
    feed(player, event);
    player->now_ms += TAP_MS;
    event.type = UI_POINTER_UP;
    feed(player, event);
    return true;
}

/* What is there, for a step that expects something of it. */
static struct str
actual(struct player *player, const struct replay_step *step) {
    const struct session *session = player->session;
    switch (step->kind) {
    case REPLAY_EXPECT_SCREEN:
        return nav_path(&session->nav);
    case REPLAY_EXPECT_LOCALE:
        return str_from(locale_tag(session->nav.locale));
    case REPLAY_EXPECT_PANEL:
        return arena_printf(&player->arena, "%dx%d %.2f", session->metrics.width_px,
            session->metrics.height_px, (double)session->metrics.px_per_mm);
    case REPLAY_EXPECT_ENDED:
    case REPLAY_EXPECT_RUNNING:
        return player->turn.has_ended ? STR("ended") : STR("running");
    default:
        return replay_find(session->ui, step, &player->arena) ? STR("such a node")
                                                              : STR("no such node");
    }
}

static bool
expect(struct player *player, const struct replay_step *step, struct err *err) {
    struct str wanted = step->target, found = actual(player, step);
    bool holds;
    switch (step->kind) {
    case REPLAY_EXPECT:
        holds = str_eq(found, STR("such a node"));
        break;
    case REPLAY_EXPECT_NO:
        holds = str_eq(found, STR("no such node"));
        break;
    case REPLAY_EXPECT_ENDED:
    case REPLAY_EXPECT_RUNNING:
        wanted = step->kind == REPLAY_EXPECT_ENDED ? STR("ended") : STR("running");
        holds = str_eq(found, wanted);
        break;
    default:
        holds = str_eq(found, wanted);
        break;
    }
    return holds ||
           err_set(err, ERR_FORMAT, "%s:%d: expected %s%.*s, found %.*s", player->name, step->line,
               step->kind == REPLAY_EXPECT_NO ? "no " : "", STR_ARG(wanted), STR_ARG(found));
}

static bool
play(struct player *player, const struct replay_step *step, struct err *err) {
    bool acts = step->kind == REPLAY_EVENT || step->kind == REPLAY_TAP;
    if (acts && player->turn.has_ended) {
        return err_set(err, ERR_FORMAT, "%s:%d: the program has ended", player->name, step->line);
    }
    run_until(player, step->time_ms);
    switch (step->kind) {
    case REPLAY_EVENT:
        feed(player, step->event);
        return true;
    case REPLAY_TAP:
        return tap(player, step, err);
    case REPLAY_WAIT:
        return true;
    case REPLAY_SUSPEND:
        player->now_ms += step->jump_ms;
        turn(player);
        return true;
    default:
        return expect(player, step, err);
    }
}

static bool
replay(struct session *session, const struct options *options, struct err *err) {
    struct arena arena;
    struct str text;
    struct replay_step *steps;
    size_t count;
    struct player player = {.session = session, .name = options->words[0]};
    arena_init(&arena);
    arena_init(&player.arena);
    bool ok = file_read(options->words[0], (size_t)1 << 20, &arena, &text, err) &&
              replay_parse(text, options->words[0], &arena, &steps, &count, err);
    if (ok) {
        print_place(&player);
        turn(&player);
    }
    for (size_t i = 0; ok && i < count; i++) {
        ok = play(&player, &steps[i], err);
        arena_reset(&player.arena);
    }
    arena_finish(&player.arena);
    arena_finish(&arena);
    return ok;
}

int
command_replay(const struct options *options) {
    struct session session;
    struct err err;
    const char *first = options->word_count > 1 ? options->words[1]
                        : options->has_locale   ? "home"
                                                : "language";
    if (session_open(&session, options, first, &err) != SESSION_OK) {
        return command_fail(EXIT_WRONG, "%s", err.message);
    }
    if (command_show(&session, first) != EXIT_DONE) {
        session_close(&session);
        return EXIT_WRONG;
    }
    bool ok = replay(&session, options, &err);
    if (ok && options->out) {
        struct draw_sdl *draw = picture_open(&session, &err);
        ok = draw && picture_draw(&session, draw, 0, &err) &&
             draw_sdl_save_png(draw, options->out, &err);
        draw_sdl_close(draw);
    }
    session_close(&session);
    return ok ? EXIT_DONE : command_fail(EXIT_WRONG, "%s", err.message);
}

/* zoom - the timeline while two fingers zoom it: what a turn costs, layout and drawing, without a
 * GPU. With --content of a large content: what a lot of it costs. */
#include "bench/figures.h"
#include "bench/fling.h"
#include "bench/pinch.h"
#include "bench/verb.h"

#include "base/clock.h"
#include "commands/picture.h"

enum { TURNS = 512 };

struct zoom_figures {
    double cpu_ms[TURNS], wall_ms[TURNS];
    uint64_t nodes, rows, paragraphs; /* most of a turn */
};

static void
raise_to(uint64_t *most, uint64_t value) {
    *most = value > *most ? value : *most;
}

static bool
zoom(
    struct session *session, struct draw_sdl *draw, struct zoom_figures *figures, struct err *err) {
    struct color background = session->theme->colors[COLOR_PAPER];
    struct pinch pinch;
    pinch_begin(&pinch, session, 1000);
    for (size_t i = 0; i < TURNS; i++) {
        struct work before = work_so_far(session);
        double cpu = figures_cpu_ms();
        uint64_t start = clock_system_ns();
        struct session_turn turn = pinch_turn(&pinch);
        if (turn.draw && !draw_sdl_run(draw, &session->list, background, err)) {
            return false;
        }
        figures->cpu_ms[i] = figures_cpu_ms() - cpu;
        figures->wall_ms[i] = clock_ms_since(start);
        struct work work = work_since(session, &before);
        raise_to(&figures->rows, work.rows);
        raise_to(&figures->paragraphs, work.paragraphs);
        raise_to(&figures->nodes, work_nodes(session));
    }
    return true;
}

static bool
measure(const struct options *options, struct json *json, struct err *err) {
    struct session session;
    struct zoom_figures figures = {0};
    if (session_open(&session, options, "timeline?view=picture", err) != SESSION_OK) {
        return false;
    }
    struct draw_sdl *draw = picture_open(&session, err);
    session_step(&session, 0);
    bool ok = draw && zoom(&session, draw, &figures, err);
    json_key(json, "bench");
    json_str(json, STR("zoom"));
    json_key(json, "renderer");
    json_str(json, STR("software"));
    json_key(json, "profile");
    json_str(json, str_from(session.metrics.profile_name));
    json_key(json, "turns");
    json_int(json, TURNS);
    figures_spread(json, "turn_cpu_ms", figures.cpu_ms, TURNS);
    figures_number(json, "turn_p99_cpu_ms", figures_percentile(figures.cpu_ms, TURNS, 99), 2);
    figures_spread(json, "turn_ms", figures.wall_ms, TURNS);
    figures_number(json, "turn_p99_ms", figures_percentile(figures.wall_ms, TURNS, 99), 2);
    figures_number(json, "most_nodes", (double)figures.nodes, 0);
    figures_number(json, "most_rows_read", (double)figures.rows, 0);
    figures_number(json, "most_paragraphs_laid_out", (double)figures.paragraphs, 0);
    draw_sdl_close(draw);
    session_close(&session);
    return ok;
}

static int
run(int argc, char **argv) {
    return bench_json(&bench_zoom, argc, argv, measure);
}

const struct bench_verb bench_zoom = {
    .name = "zoom",
    .words = "",
    .options = BENCH_SESSION,
    .summary = "a turn of the timeline while two fingers zoom it",
    .run = run,
};

/* start - from nothing to the first picture, services included. */
#include "bench/figures.h"
#include "bench/verb.h"

#include "base/clock.h"
#include "commands/picture.h"

enum { START_RUNS = 7 };

/* The process itself is already there. */
static bool
start_once(const struct options *options, double *open_ms, double *first_ms, struct err *err) {
    struct session session;
    uint64_t start = clock_system_ns();
    if (session_open(&session, options, "home", err) != SESSION_OK) {
        return false;
    }
    *open_ms = clock_ms_since(start);
    struct draw_sdl *draw = picture_open(&session, err);
    bool ok = draw != NULL;
    if (ok) {
        session_frame(&session, 0);
        ok = draw_sdl_run(draw, &session.list, session.theme->colors[COLOR_PAPER], err);
    }
    *first_ms = clock_ms_since(start);
    draw_sdl_close(draw);
    session_close(&session);
    return ok;
}

static bool
measure(const struct options *options, struct json *json, struct err *err) {
    double open_ms[START_RUNS], first_ms[START_RUNS];
    for (size_t i = 0; i < START_RUNS; i++) {
        if (!start_once(options, &open_ms[i], &first_ms[i], err)) {
            return false;
        }
    }
    json_key(json, "bench");
    json_str(json, STR("start"));
    json_key(json, "renderer");
    json_str(json, STR("software"));
    json_key(json, "cold_first_run_ms");
    json_double(json, first_ms[0], 3);
    figures_spread(json, "services_open_ms", open_ms, START_RUNS);
    figures_spread(json, "start_to_first_frame_ms", first_ms, START_RUNS);
    figures_memory(json);
    return true;
}

static int
run(int argc, char **argv) {
    return bench_json(&bench_start, argc, argv, measure);
}

const struct bench_verb bench_start = {
    .name = "start",
    .words = "",
    .options = BENCH_SESSION,
    .summary = "from nothing to the first picture",
    .run = run,
};

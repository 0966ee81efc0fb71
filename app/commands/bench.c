/* bench - figures as JSON on standard output, with the opponents in the same run where they are
 * installed. text and find live with the layers they measure; start and frame are here.
 * `bench find FILE` takes queries with what they should find, such as
 * tests/content/search-queries.tsv; without one it asks for the names in the database. */
#include "commands/bench_page.h"
#include "commands/command.h"
#include "commands/picture.h"

#include "base/check.h"
#include "base/clock.h"
#include "base/json.h"
#include "base/xalloc.h"
#include "content/bench_find.h"
#include "text/bench/bench_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

enum { START_RUNS = 7, SCROLL_FRAMES = 300, IDLE_FRAMES = 100 };

static int
compare_doubles(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void
add_spread(struct json *json, const char *key, double *values, size_t count) {
    qsort(values, count, sizeof(*values), compare_doubles);
    json_key(json, key);
    json_object_begin(json);
    json_key(json, "min");
    json_double(json, values[0], 3);
    json_key(json, "p50");
    json_double(json, values[count / 2], 3);
    json_key(json, "p95");
    json_double(json, values[count * 95 / 100], 3);
    json_key(json, "max");
    json_double(json, values[count - 1], 3);
    json_object_end(json);
}

static void
add_memory(struct json *json) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    json_key(json, "peak_memory_kib");
    json_int(json, usage.ru_maxrss);
}

/* From nothing to the first picture, services included; the process itself is already there. */
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
        ok = draw_sdl_run(draw, &session.list, session.theme->colors[COLOR_BACKGROUND], err);
    }
    *first_ms = clock_ms_since(start);
    draw_sdl_close(draw);
    session_close(&session);
    return ok;
}

static bool
bench_start(const struct options *options, struct json *json, struct err *err) {
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
    add_spread(json, "services_open_ms", open_ms, START_RUNS);
    add_spread(json, "start_to_first_frame_ms", first_ms, START_RUNS);
    add_memory(json);
    return true;
}

struct frame_figures {
    double layout_ms[SCROLL_FRAMES], draw_ms[SCROLL_FRAMES], total_ms[SCROLL_FRAMES];
    uint64_t allocations;
    size_t repeated; /* idle frames whose picture was the same: nothing is presented */
};

static bool
scroll_page(struct session *session, struct draw_sdl *draw, struct frame_figures *figures,
    struct err *err) {
    struct color background = session->theme->colors[COLOR_BACKGROUND];
    for (size_t i = 0; i < SCROLL_FRAMES; i++) {
        uint64_t start = clock_system_ns();
        session_scroll_to(session, (float)(i * 9));
        session_frame(session, i * 16);
        figures->layout_ms[i] = clock_ms_since(start);
        uint64_t drawing = clock_system_ns();
        if (!draw_sdl_run(draw, &session->list, background, err)) {
            return false;
        }
        figures->draw_ms[i] = clock_ms_since(drawing);
        figures->total_ms[i] = clock_ms_since(start);
        text_engine_end_frame(session->engine);
    }
    return true;
}

static void
stand_still(struct session *session, struct frame_figures *figures) {
    session_frame(session, SCROLL_FRAMES * 16);
    uint64_t hash = draw_list_hash(&session->list), before = xalloc_count();
    for (size_t i = 0; i < IDLE_FRAMES; i++) {
        session_frame(session, SCROLL_FRAMES * 16);
        figures->repeated += draw_list_hash(&session->list) == hash;
    }
    figures->allocations = xalloc_count() - before;
}

static void
add_frame_figures(struct json *json, struct frame_figures *figures, const char *key) {
    json_key(json, key);
    json_object_begin(json);
    add_spread(json, "layout_ms", figures->layout_ms, SCROLL_FRAMES);
    add_spread(json, "draw_ms", figures->draw_ms, SCROLL_FRAMES);
    add_spread(json, "frame_ms", figures->total_ms, SCROLL_FRAMES);
    json_key(json, "idle_frames_unchanged");
    json_int(json, (int64_t)figures->repeated);
    json_key(json, "allocations_in_warm_frames");
    json_int(json, (int64_t)figures->allocations);
    json_object_end(json);
}

static bool
bench_frame(const struct options *options, struct json *json, struct err *err) {
    static const char *const pages[] = {"timeline", "cities/las-vegas"};
    struct session session;
    bool ok = true, found;
    if (session_open(&session, options, "home", err) != SESSION_OK) {
        return false;
    }
    struct draw_sdl *draw = picture_open(&session, err);
    json_key(json, "bench");
    json_str(json, STR("frame"));
    json_key(json, "renderer");
    json_str(json, STR("software"));
    json_key(json, "profile");
    json_str(json, str_from(session.metrics.profile_name));
    json_key(json, "frames");
    json_int(json, SCROLL_FRAMES);
    for (size_t i = 0; draw && ok && i < ARRAY_LEN(pages); i++) {
        struct frame_figures figures = {0};
        ok = session_show(&session, str_from(pages[i]), &found, err) &&
             scroll_page(&session, draw, &figures, err);
        if (ok) {
            stand_still(&session, &figures);
            add_frame_figures(json, &figures, pages[i]);
        }
    }
    ok = ok && draw && bench_page(&session, json, err);
    add_memory(json);
    draw_sdl_close(draw);
    session_close(&session);
    return ok;
}

static bool
bench_search(const struct options *options, struct str_buf *out, struct err *err) {
    struct arena arena;
    struct paths paths;
    arena_init(&arena);
    bool ok = paths_find(&arena, &paths, err);
    if (ok) {
        struct bench_find_options find = {
            .content = options->content ? options->content : paths.database,
            .queries = options->word_count > 1 ? options->words[1] : NULL,
            .cities = 10000,
            .events = 100000,
        };
        ok = bench_find(&find, out, err);
    }
    arena_finish(&arena);
    return ok;
}

/* With the engine as the app has it, the names of the content loaded; then a page as it is drawn.
 */
static bool
bench_text(const struct options *options, struct json *json, struct err *err) {
    struct session session;
    if (session_open(&session, options, "home", err) != SESSION_OK) {
        return false;
    }
    bench_text_run(session.engine, json);
    bool ok = bench_page(&session, json, err);
    session_close(&session);
    return ok;
}

/* What text, start and frame measure goes into one object. */
static bool
in_object(bool (*run)(const struct options *, struct json *, struct err *),
    const struct options *options, struct str_buf *out, struct err *err) {
    struct json json;
    json_init(&json, out);
    json_object_begin(&json);
    bool ok = run(options, &json, err);
    json_object_end(&json);
    return ok;
}

static bool
bench_start_object(const struct options *options, struct str_buf *out, struct err *err) {
    return in_object(bench_start, options, out, err);
}

static bool
bench_frame_object(const struct options *options, struct str_buf *out, struct err *err) {
    return in_object(bench_frame, options, out, err);
}

static bool
bench_text_object(const struct options *options, struct str_buf *out, struct err *err) {
    return in_object(bench_text, options, out, err);
}

static const struct {
    const char *name;
    bool (*run)(const struct options *options, struct str_buf *out, struct err *err);
} benches[] = {
    {"text", bench_text_object},
    {"frame", bench_frame_object},
    {"start", bench_start_object},
    {"find", bench_search},
};

static int
run(const struct options *options) {
    for (size_t i = 0; i < ARRAY_LEN(benches); i++) {
        if (strcmp(benches[i].name, options->words[0]) != 0) {
            continue;
        }
        struct str_buf out = {0};
        struct err err;
        bool ok = benches[i].run(options, &out, &err);
        if (ok) {
            printf("%s\n", out.p);
        }
        str_buf_finish(&out);
        return ok ? EXIT_DONE : command_fail(EXIT_WRONG, "%s", err.message);
    }
    return command_fail(
        EXIT_USAGE, "bench takes text, frame, start or find, not \"%s\"", options->words[0]);
}

const struct command command_bench = {
    .verb = "bench",
    .words = "text|frame|start|find [QUERIES.tsv]",
    .summary = "measure, as JSON",
    .least = 1,
    .most = 2,
    .run = run,
};

/* scale - what screens cost with a little content and with a lot: for each screen the processor
 * time and the memory from start to the first frame, and the frames of a fling through it. Every
 * measure is a process of its own, so that none finds what another left. */
#include "bench/figures.h"
#include "bench/verb.h"

#include "base/check.h"
#include "base/clock.h"
#include "commands/picture.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { FLING_FRAMES = 120, FLING_PX_A_FRAME = 128, RUNS = 3 };

static const char *const paths[] = {"home", "timeline", "cities", "glossary", "phrases", "schools",
    "statistics", "about", "guides", "search"};

struct cost {
    bool ok;
    double cpu_ms, peak_mib, worst_ms, late_ms; /* late: the 99th percentile */
    uint64_t rows, nodes;
};

static double
cpu_ms(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

static int
compare(const void *a, const void *b) {
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static bool
draw_frame(struct session *session, struct draw_sdl *draw, uint64_t now, struct err *err) {
    session_frame(session, now);
    return draw_sdl_run(draw, &session->list, session->theme->colors[COLOR_BACKGROUND], err);
}

static bool
fling(struct session *session, struct draw_sdl *draw, struct cost *cost, struct err *err) {
    double ms[FLING_FRAMES];
    float dp = (float)FLING_PX_A_FRAME / session->metrics.dp_px;
    for (int i = 0; i < FLING_FRAMES; i++) {
        uint64_t start = clock_system_ns();
        session_scroll_to(session, dp * (float)(i + 1));
        if (!draw_frame(session, draw, (uint64_t)(i + 1) * 16, err)) {
            return false;
        }
        ms[i] = clock_ms_since(start);
    }
    qsort(ms, FLING_FRAMES, sizeof(*ms), compare);
    cost->worst_ms = ms[FLING_FRAMES - 1];
    cost->late_ms = ms[FLING_FRAMES * 99 / 100];
    return true;
}

static struct cost
measure_here(const struct options *options, const char *path) {
    struct session session;
    struct err err;
    struct cost cost = {0};
    size_t nodes;
    if (session_open(&session, options, path, &err) != SESSION_OK) {
        return cost;
    }
    struct draw_sdl *draw = picture_open(&session, &err);
    cost.ok = draw && draw_frame(&session, draw, 0, &err);
    cost.cpu_ms = cpu_ms();
    cost.rows = store_rows_read(session.store);
    ui_nodes(session.ui, &nodes);
    cost.nodes = nodes;
    cost.ok = cost.ok && fling(&session, draw, &cost, &err);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    cost.peak_mib = (double)usage.ru_maxrss / 1024;
    draw_sdl_close(draw);
    session_close(&session);
    return cost;
}

static struct cost
measure_apart(const struct options *options, const char *path) {
    struct cost cost = {0};
    int ends[2];
    if (pipe(ends) != 0) {
        return cost;
    }
    pid_t child = fork();
    if (child == 0) {
        cost = measure_here(options, path);
        _exit(write(ends[1], &cost, sizeof(cost)) == (ssize_t)sizeof(cost) ? 0 : 1);
    }
    close(ends[1]);
    if (child < 0 || read(ends[0], &cost, sizeof(cost)) != (ssize_t)sizeof(cost)) {
        cost.ok = false;
    }
    close(ends[0]);
    waitpid(child, NULL, 0);
    return cost;
}

/* The best of a few runs: what else the machine does is not the screen's. */
static struct cost
best_of(const struct options *options, const char *path) {
    struct cost best = measure_apart(options, path);
    for (int i = 1; i < RUNS; i++) {
        struct cost next = measure_apart(options, path);
        best.cpu_ms = next.cpu_ms < best.cpu_ms ? next.cpu_ms : best.cpu_ms;
        best.late_ms = next.late_ms < best.late_ms ? next.late_ms : best.late_ms;
        best.worst_ms = next.worst_ms < best.worst_ms ? next.worst_ms : best.worst_ms;
        best.peak_mib = next.peak_mib < best.peak_mib ? next.peak_mib : best.peak_mib;
    }
    return best;
}

static void
print_cost(struct json *json, const char *key, const struct cost *cost) {
    json_key(json, key);
    json_object_begin(json);
    json_key(json, "start_cpu_ms");
    json_double(json, cost->cpu_ms, 1);
    json_key(json, "peak_mib");
    json_double(json, cost->peak_mib, 1);
    json_key(json, "fling_p99_ms");
    json_double(json, cost->late_ms, 2);
    json_key(json, "fling_worst_ms");
    json_double(json, cost->worst_ms, 2);
    json_key(json, "rows_read");
    json_int(json, (int64_t)cost->rows);
    json_key(json, "nodes");
    json_int(json, (int64_t)cost->nodes);
    json_object_end(json);
}

static bool
measure(const struct options *options, struct json *json, struct err *err) {
    if (options->word_count != 1) {
        return err_set(err, ERR_USAGE,
            "scale takes the large database to compare with the bundled one (or with --content)");
    }
    struct options large = *options;
    large.content = options->words[0];
    json_key(json, "bench");
    json_str(json, STR("scale"));
    json_key(json, "screens");
    json_array_begin(json);
    for (size_t i = 0; i < ARRAY_LEN(paths); i++) {
        struct cost few = best_of(options, paths[i]), many = best_of(&large, paths[i]);
        if (!few.ok || !many.ok) {
            return err_set(err, ERR_FORMAT, "%s cannot be shown", paths[i]);
        }
        json_object_begin(json);
        json_key(json, "path");
        json_str(json, str_from(paths[i]));
        print_cost(json, "small", &few);
        print_cost(json, "large", &many);
        json_key(json, "cpu_ratio");
        json_double(json, many.cpu_ms / few.cpu_ms, 2);
        json_key(json, "more_mib");
        json_double(json, many.peak_mib - few.peak_mib, 1);
        json_object_end(json);
    }
    json_array_end(json);
    return true;
}

static int
run(int argc, char **argv) {
    return bench_json(argc, argv, measure);
}

const struct bench_verb bench_scale = {
    .name = "scale",
    .words = "LARGE.db",
    .summary = "every screen with a little content and with a lot",
    .run = run,
};

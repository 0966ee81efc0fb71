/* monkey - what no person would do, through the one turn of the loop: fingers that never lift,
 * pens beside mice, half compositions, displays that change, textures that are lost, clocks that
 * jump. The same seed gives the same events on every machine; --record keeps them as a replay
 * (but for the database that is replaced meanwhile).
 *
 * It fails on a turn of over two seconds, on a page that cannot be shown and on memory that keeps
 * growing; a crash or a sanitizer ends it anyway. What it says at the end tells what it reached:
 * screens of the content, words of actions, kinds of events. */
#include "bench/figures.h"
#include "bench/monkey.h"
#include "bench/verb.h"

#include "base/check.h"
#include "base/clock.h"
#include "cli/command.h"
#include "commands/picture.h"
#include "session_content.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    DRAW_EVERY = 64, /* turns; drawing costs more than all the rest */
    SLOWEST_TURN_MS = 2000,
    DRAWN_PIXELS = 1080 * 1920, /* larger canvases would hide in memory what leaks */
    JUDGED_EVENTS = 1000000,    /* shorter runs are still filling the caches */
    GROWTH_KIB = 8 * 1024 /* between the second and the last quarter: caches fill, then stand */
};

/* Of the process, now. */
static long
resident_kib(void) {
    FILE *file = fopen("/proc/self/statm", "r");
    long size = 0, resident = 0;
    if (file && fscanf(file, "%ld %ld", &size, &resident) != 2) {
        resident = 0;
    }
    if (file) {
        fclose(file);
    }
    return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

/* On a canvas as large as the display is now. */
static bool
draw(struct monkey *monkey, struct err *err) {
    const struct metrics *m = &monkey->session.metrics;
    if ((long)m->width_px * m->height_px > DRAWN_PIXELS) {
        return true;
    }
    if (!monkey->draw || m->width_px != monkey->width_px || m->height_px != monkey->height_px) {
        draw_sdl_close(monkey->draw);
        monkey->draw = picture_open(&monkey->session, err);
        monkey->width_px = m->width_px;
        monkey->height_px = m->height_px;
    }
    monkey->drawn++;
    return monkey->draw && draw_sdl_run(monkey->draw, &monkey->session.list,
                               monkey->session.theme->colors[COLOR_PAPER], err);
}

static bool
step(struct monkey *monkey, struct err *err) {
    uint64_t start = clock_system_ns();
    double cpu = figures_cpu_ms(); /* on a busy machine a turn may wait for its turn */
    struct session_turn turn = session_step(&monkey->session, monkey->now_ms);
    double took = clock_ms_since(start);
    cpu = figures_cpu_ms() - cpu;
    monkey->turns++;
    monkey->worst_ms = took > monkey->worst_ms ? took : monkey->worst_ms;
    if (cpu > monkey->worst_cpu_ms) {
        monkey->worst_cpu_ms = cpu;
        monkey->worst_at = monkey->events;
    }
    monkey_seen_turn(&monkey->seen, &monkey->session);
    if (turn.has_ended) {
        return err_set(err, ERR_FORMAT, "the session ended at event %llu of seed %llu",
            (unsigned long long)monkey->events, (unsigned long long)monkey->seed);
    }
    if (monkey->session.failure.code !=
        ERR_NONE) { /* sound content has no page that cannot be shown */
        struct str path = nav_path(&monkey->session.nav);
        return err_set(err, ERR_FORMAT,
            "event %llu of seed %llu led to %.*s, which cannot be shown: %s",
            (unsigned long long)monkey->events, (unsigned long long)monkey->seed, STR_ARG(path),
            monkey->session.failure.message);
    }
    return monkey->turns % DRAW_EVERY != 0 || !turn.draw || draw(monkey, err);
}

/* Acts come one a turn or several between two turns, as on a busy machine. */
static bool
play(struct monkey *monkey, struct err *err) {
    uint64_t sample = 0;
    while (monkey->events < monkey->wanted) {
        do {
            monkey->now_ms += random_below(&monkey->random, 120);
            monkey_act(monkey);
        } while (random_chance(&monkey->random, 3));
        if (!step(monkey, err)) {
            return false;
        }
        while (sample < MONKEY_MEMORY_SAMPLES &&
               monkey->events >= (sample + 1) * monkey->wanted / MONKEY_MEMORY_SAMPLES) {
            monkey->memory_kib[sample++] = resident_kib();
        }
    }
    return true;
}

static long
largest(const long *values, size_t from, size_t to) {
    long most = 0;
    for (size_t i = from; i < to; i++) {
        most = values[i] > most ? values[i] : most;
    }
    return most;
}

static bool
judge(const struct monkey *monkey, struct err *err) {
    long half = largest(monkey->memory_kib, 0, MONKEY_MEMORY_SAMPLES / 2);
    long end = largest(monkey->memory_kib, MONKEY_MEMORY_SAMPLES * 3 / 4, MONKEY_MEMORY_SAMPLES);
    if (monkey->worst_cpu_ms > SLOWEST_TURN_MS) {
        return err_set(err, ERR_FORMAT, "a turn took %.0f ms, after event %llu of seed %llu",
            monkey->worst_cpu_ms, (unsigned long long)monkey->worst_at,
            (unsigned long long)monkey->seed);
    }
    if (monkey->wanted >= JUDGED_EVENTS && end - half > GROWTH_KIB) {
        return err_set(err, ERR_FORMAT,
            "memory grew from %ld to %ld KiB between the first half and the last quarter of seed "
            "%llu",
            half, end, (unsigned long long)monkey->seed);
    }
    return true;
}

static void
report(const struct monkey *monkey, struct json *json) {
    const struct {
        const char *key;
        uint64_t value;
    } counts[] = {{"seed", monkey->seed}, {"events", monkey->events}, {"turns", monkey->turns},
        {"drawn", monkey->drawn}, {"worst_turn_after_event", monkey->worst_at}};
    json_key(json, "bench");
    json_str(json, STR("monkey"));
    for (size_t i = 0; i < ARRAY_LEN(counts); i++) {
        json_key(json, counts[i].key);
        json_int(json, (int64_t)counts[i].value);
    }
    json_key(json, "worst_turn_ms");
    json_double(json, monkey->worst_cpu_ms, 1);
    json_key(json, "worst_turn_on_the_wall_ms");
    json_double(json, monkey->worst_ms, 1);
    json_key(json, "memory_kib");
    json_array_begin(json);
    for (size_t i = 0; i < MONKEY_MEMORY_SAMPLES; i++) {
        json_int(json, monkey->memory_kib[i]);
    }
    json_array_end(json);
    monkey_seen_report(&monkey->seen, json);
}

/* Takes `--name VALUE` out of the command line; NULL when it is not there. */
static const char *
take_option(int *argc, char **argv, const char *name) {
    for (int i = 1; i + 1 < *argc; i++) {
        if (strcmp(argv[i], name) == 0) {
            const char *value = argv[i + 1];
            memmove(&argv[i], &argv[i + 2], sizeof(*argv) * (size_t)(*argc - i - 1));
            *argc -= 2;
            return value;
        }
    }
    return NULL;
}

static bool
take_number(int *argc, char **argv, const char *name, uint64_t *out) {
    const char *text = take_option(argc, argv, name);
    char *end = NULL;
    if (text) {
        *out = strtoull(text, &end, 10);
    }
    return !text || (end != text && *end == '\0' && *text != '-');
}

/* The database that was asked for, as a file that can be replaced. */
static bool
take_content(struct monkey *monkey, struct options *options, struct err *err) {
    struct arena arena;
    struct paths paths;
    arena_init(&arena);
    bool ok = paths_find(&arena, &paths, err) &&
              monkey_content_open(
                  &monkey->content, options->content ? options->content : paths.database, err);
    arena_finish(&arena);
    options->content = monkey->content.path;
    return ok;
}

static bool
run_session(struct monkey *monkey, const struct options *options, struct err *err) {
    monkey->random.state = monkey->seed;
    if (session_open(&monkey->session, options, "language", err) != SESSION_OK) {
        return false;
    }
    session_content_open(&monkey->session, NULL, options->content);
    monkey_seen_init(&monkey->seen, &monkey->session);
    bool ok = play(monkey, err) && judge(monkey, err);
    draw_sdl_close(monkey->draw);
    session_content_close(&monkey->session);
    session_close(&monkey->session);
    str_buf_finish(&monkey->line);
    return ok;
}

static int
run(int argc, char **argv) {
    struct monkey monkey = {.seed = 1, .wanted = 100000};
    struct options options;
    struct err err;
    struct str_buf out = {0};
    struct json json;
    int code;
    const char *record = take_option(&argc, argv, "--record");
    if (!take_number(&argc, argv, "--seed", &monkey.seed) ||
        !take_number(&argc, argv, "--events", &monkey.wanted)) {
        return bench_fail(EXIT_USAGE, "--seed and --events take whole numbers");
    }
    if (!bench_read(&bench_monkey, argc, argv, &options, &code)) {
        return code;
    }
    monkey.record = record ? fopen(record, "w") : NULL;
    if (record && !monkey.record) {
        return bench_fail(EXIT_WRONG, "cannot write %s: %s", record, strerror(errno));
    }
    bool ok = take_content(&monkey, &options, &err) && run_session(&monkey, &options, &err);
    monkey_content_close(&monkey.content);
    if (monkey.record && fclose(monkey.record) != 0 && ok) {
        ok = err_set(&err, ERR_IO, "cannot write %s: %s", record, strerror(errno));
    }
    json_init(&json, &out);
    json_object_begin(&json);
    report(&monkey, &json);
    monkey_seen_finish(&monkey.seen);
    json_object_end(&json);
    printf("%s\n", str_buf_str(&out).p);
    str_buf_finish(&out);
    return ok ? EXIT_DONE : bench_fail(EXIT_WRONG, "%s", err.message);
}

const struct bench_verb bench_monkey = {
    .name = "monkey",
    .words = "[--seed N] [--events N] [--record FILE]",
    .options = BENCH_SESSION,
    .summary = "input that no person would give, through the loop; fails on a hang or a leak",
    .run = run,
};

/* monkey - what no person would do, through the one turn of the loop: fingers that never lift,
 * pens beside mice, half compositions, displays that change, textures that are lost, clocks that
 * jump. The same seed gives the same events on every machine; --record keeps them as a replay.
 *
 * It fails on a turn of over two seconds and on memory that keeps growing; a crash or a sanitizer
 * ends it anyway. */
#include "bench/figures.h"
#include "bench/random.h"
#include "bench/verb.h"

#include "base/check.h"
#include "base/clock.h"
#include "base/map.h"
#include "commands/command.h"
#include "commands/picture.h"
#include "ui/replay.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    FINGERS = 5,
    DRAW_EVERY = 64,     /* turns; drawing costs more than all the rest */
    MEMORY_SAMPLES = 20, /* over a run */
    SLOWEST_TURN_MS = 2000,
    DRAWN_PIXELS = 1080 * 1920, /* larger canvases would hide in memory what leaks */
    JUDGED_EVENTS = 1000000,    /* shorter runs are still filling the caches */
    GROWTH_KIB = 8 * 1024 /* between the second and the last quarter: caches fill, then stand */
};

struct monkey {
    struct session session;
    struct draw_sdl *draw;
    int width_px, height_px; /* of the canvas */
    struct random random;
    uint64_t now_ms, events, turns, drawn;
    uint64_t seed, wanted;
    double worst_ms;
    uint64_t worst_at; /* event after which it came */
    long memory_kib[MEMORY_SAMPLES];
    struct point finger[FINGERS];
    struct map screens; /* seen, by the hash of their address */
    FILE *record;
    struct str_buf line;
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

static void
feed(struct monkey *monkey, struct ui_event event) {
    event.time_ms = monkey->now_ms;
    session_feed(&monkey->session, &event);
    monkey->events++;
    if (monkey->record) {
        str_buf_clear(&monkey->line);
        replay_record(&monkey->line, &event);
        fwrite(monkey->line.p, 1, monkey->line.n, monkey->record);
    }
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
                               monkey->session.theme->colors[COLOR_BACKGROUND], err);
}

static bool
step(struct monkey *monkey, struct err *err) {
    uint64_t start = clock_system_ns();
    struct session_turn turn = session_step(&monkey->session, monkey->now_ms);
    double took = clock_ms_since(start);
    monkey->turns++;
    if (took > monkey->worst_ms) {
        monkey->worst_ms = took;
        monkey->worst_at = monkey->events;
    }
    map_put(&monkey->screens, str_hash(session_address(&monkey->session), 0), 1);
    if (turn.has_ended) {
        return err_set(err, ERR_FORMAT, "the session ended at event %llu of seed %llu",
            (unsigned long long)monkey->events, (unsigned long long)monkey->seed);
    }
    return monkey->turns % DRAW_EVERY != 0 || !turn.draw || draw(monkey, err);
}

static struct point
anywhere(struct monkey *monkey) {
    const struct metrics *m = &monkey->session.metrics;
    float margin = random_chance(&monkey->random, 50) ? 40 : 0; /* now and then off the glass */
    return (struct point){
        random_float(&monkey->random, -margin, (float)m->width_px + margin),
        random_float(&monkey->random, -margin, (float)m->height_px + margin),
    };
}

/* Mostly something that can be touched: a monkey that hits nothing sees nothing. */
static struct point
somewhere(struct monkey *monkey) {
    size_t count;
    struct point at;
    const struct ui_node *nodes = ui_nodes(monkey->session.ui, &count);
    if (count < 2 || random_chance(&monkey->random, 4)) {
        return anywhere(monkey);
    }
    uint32_t start = 1 + random_below(&monkey->random, (uint32_t)count - 1);
    for (uint32_t i = 0; i < count - 1; i++) {
        uint32_t node = 1 + (start - 1 + i) % ((uint32_t)count - 1);
        if (nodes[node].box.action.n > 0 && replay_point(monkey->session.ui, node, &at)) {
            return at;
        }
    }
    return anywhere(monkey);
}

static uint64_t
finger_id(struct monkey *monkey, uint32_t *which) {
    *which = random_below(&monkey->random, FINGERS);
    return *which; /* 0 is the mouse */
}

static void
act_tap(struct monkey *monkey) {
    uint32_t which;
    struct ui_event event = {.pointer = finger_id(monkey, &which), .at = somewhere(monkey)};
    event.type = UI_POINTER_DOWN;
    feed(monkey, event);
    if (random_chance(&monkey->random, 16)) {
        return; /* and its release never comes */
    }
    monkey->now_ms += random_below(&monkey->random, 200);
    event.type = UI_POINTER_UP;
    feed(monkey, event);
}

static void
act_press_or_move(struct monkey *monkey) {
    static const enum ui_event_type types[] = {UI_POINTER_DOWN, UI_POINTER_MOVE, UI_POINTER_MOVE,
        UI_POINTER_MOVE, UI_POINTER_UP, UI_POINTER_CANCEL};
    uint32_t which;
    struct ui_event event = {.pointer = finger_id(monkey, &which)};
    event.type = types[random_below(&monkey->random, ARRAY_LEN(types))];
    struct point *at = &monkey->finger[which];
    at->x += random_float(&monkey->random, -60, 60);
    at->y += random_float(&monkey->random, -200, 200);
    *at = event.type == UI_POINTER_DOWN ? somewhere(monkey) : *at;
    event.at = *at;
    feed(monkey, event);
}

static void
act_drag(struct monkey *monkey) {
    uint32_t which;
    struct ui_event event = {.pointer = finger_id(monkey, &which), .at = anywhere(monkey)};
    float dy = random_float(&monkey->random, -400, 400);
    event.type = UI_POINTER_DOWN;
    feed(monkey, event);
    event.type = UI_POINTER_MOVE;
    for (int i = 0; i < 4; i++) {
        monkey->now_ms += 16;
        event.at.y += dy;
        feed(monkey, event);
    }
    event.type = random_chance(&monkey->random, 10) ? UI_POINTER_CANCEL : UI_POINTER_UP;
    feed(monkey, event);
}

static void
act_wheel(struct monkey *monkey) {
    feed(monkey, (struct ui_event){.type = UI_WHEEL,
                     .at = anywhere(monkey),
                     .wheel = {0, random_float(&monkey->random, -9, 9)}});
}

static void
act_key(struct monkey *monkey) {
    enum ui_key key = 1 + random_below(&monkey->random, UI_KEY_COUNT - 1);
    feed(monkey, (struct ui_event){.type = UI_KEY, .key = key});
}

/* What keyboards, input methods and pasting bring; the last is no UTF-8. */
static struct str
some_text(struct monkey *monkey) {
    static const struct str texts[] = {STR_INIT("안"), STR_INIT("하마마쓰시청"),
        STR_INIT("ㅎㅁㅁㅆ"), STR_INIT("浜松"), STR_INIT("はままつ"), STR_INIT("ﾊﾏﾏﾂ"),
        STR_INIT("a"), STR_INIT("Las Vegas"), STR_INIT("%"), STR_INIT("&q=1#"),
        STR_INIT("昭和62年"), STR_INIT("1987.11.9"),
        STR_INIT("\U0001F468\u200D\U0001F469\u200D\U0001F467"), STR_INIT("e\u0301\u0301\u0301"),
        STR_INIT("\u202E\u0645\u0631\u062D"), STR_INIT("\u845B\U000E0100"), STR_INIT(" "),
        STR_INIT("\xFF\xFE\xC0")};
    return texts[random_below(&monkey->random, ARRAY_LEN(texts))];
}

static void
act_type(struct monkey *monkey) {
    enum ui_event_type type = random_chance(&monkey->random, 3) ? UI_TEXT_EDITING : UI_TEXT_INPUT;
    uint32_t times = random_chance(&monkey->random, 50) ? 200 : 1; /* a key that is held down */
    struct str text = some_text(monkey);
    for (uint32_t i = 0; i < times; i++) {
        feed(monkey, (struct ui_event){.type = type, .text = text});
    }
}

static void
act_window(struct monkey *monkey) {
    static const enum ui_event_type types[] = {
        UI_FOCUS_LOST, UI_FOCUS_GAINED, UI_HIDDEN, UI_SHOWN, UI_DEVICE_RESET, UI_CLOSE};
    bool is_kiosk = monkey->session.metrics.posture == POSTURE_KIOSK; /* there a close is ignored */
    uint32_t count = ARRAY_LEN(types) - (is_kiosk ? 0 : 1);
    enum ui_event_type type = types[random_below(&monkey->random, count)];
    feed(monkey, (struct ui_event){.type = type});
}

static void
act_display(struct monkey *monkey) {
    static const int sides[] = {1, 240, 320, 720, 800, 1080, 1280, 1920, 2160, 3840};
    static const float densities[] = {0, 1, 1.5f, 2};
    struct ui_display display = {
        .width_px = sides[random_below(&monkey->random, ARRAY_LEN(sides))],
        .height_px = sides[random_below(&monkey->random, ARRAY_LEN(sides))],
        .density = densities[random_below(&monkey->random, ARRAY_LEN(densities))],
        .is_panel = random_chance(&monkey->random, 2),
    };
    if (random_chance(&monkey->random, 2)) { /* mostly back to what was asked for */
        display = (struct ui_display){0};
    }
    feed(monkey, (struct ui_event){.type = UI_DISPLAY, .display = display});
}

/* Suspended, or nobody there: minutes to hours. */
static void
act_wait(struct monkey *monkey) {
    uint32_t longest = random_chance(&monkey->random, 20) ? 10000000 : 200000;
    monkey->now_ms += random_below(&monkey->random, longest);
}

static void
act_language(struct monkey *monkey) {
    struct point at;
    enum locale_id locale = (enum locale_id)random_below(&monkey->random, LOCALE_COUNT);
    uint32_t node = ui_find(monkey->session.ui, str_from(locale_tag(locale)));
    if (!node || !replay_point(monkey->session.ui, node, &at)) {
        return;
    }
    feed(monkey, (struct ui_event){.type = UI_POINTER_DOWN, .pointer = 1, .at = at});
    monkey->now_ms += 60;
    feed(monkey, (struct ui_event){.type = UI_POINTER_UP, .pointer = 1, .at = at});
}

static const struct {
    void (*act)(struct monkey *monkey);
    uint32_t weight;
} acts[] = {{act_tap, 30}, {act_press_or_move, 25}, {act_drag, 10}, {act_wheel, 6}, {act_key, 10},
    {act_type, 8}, {act_window, 2}, {act_display, 1}, {act_wait, 2}, {act_language, 3}};

static void
act(struct monkey *monkey) {
    uint32_t total = 0;
    for (size_t i = 0; i < ARRAY_LEN(acts); i++) {
        total += acts[i].weight;
    }
    uint32_t at = random_below(&monkey->random, total);
    size_t which = 0;
    while (at >= acts[which].weight) {
        at -= acts[which++].weight;
    }
    acts[which].act(monkey);
}

/* Acts come one a turn or several between two turns, as on a busy machine. */
static bool
play(struct monkey *monkey, struct err *err) {
    uint64_t sample = 0;
    while (monkey->events < monkey->wanted) {
        do {
            monkey->now_ms += random_below(&monkey->random, 120);
            act(monkey);
        } while (random_chance(&monkey->random, 3));
        if (!step(monkey, err)) {
            return false;
        }
        while (sample < MEMORY_SAMPLES &&
               monkey->events >= (sample + 1) * monkey->wanted / MEMORY_SAMPLES) {
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
    long half = largest(monkey->memory_kib, 0, MEMORY_SAMPLES / 2);
    long end = largest(monkey->memory_kib, MEMORY_SAMPLES * 3 / 4, MEMORY_SAMPLES);
    if (monkey->worst_ms > SLOWEST_TURN_MS) {
        return err_set(err, ERR_FORMAT, "a turn took %.0f ms, after event %llu of seed %llu",
            monkey->worst_ms, (unsigned long long)monkey->worst_at,
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
        {"drawn", monkey->drawn}, {"screens", monkey->screens.used},
        {"worst_turn_after_event", monkey->worst_at}};
    json_key(json, "bench");
    json_str(json, STR("monkey"));
    for (size_t i = 0; i < ARRAY_LEN(counts); i++) {
        json_key(json, counts[i].key);
        json_int(json, (int64_t)counts[i].value);
    }
    json_key(json, "worst_turn_ms");
    json_double(json, monkey->worst_ms, 1);
    json_key(json, "memory_kib");
    json_array_begin(json);
    for (size_t i = 0; i < MEMORY_SAMPLES; i++) {
        json_int(json, monkey->memory_kib[i]);
    }
    json_array_end(json);
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

static bool
run_session(struct monkey *monkey, const struct options *options, struct err *err) {
    monkey->random.state = monkey->seed;
    if (session_open(&monkey->session, options, "language", err) != SESSION_OK) {
        return false;
    }
    bool ok = play(monkey, err) && judge(monkey, err);
    draw_sdl_close(monkey->draw);
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
    const char *record = take_option(&argc, argv, "--record");
    if (!take_number(&argc, argv, "--seed", &monkey.seed) ||
        !take_number(&argc, argv, "--events", &monkey.wanted)) {
        return bench_fail(EXIT_USAGE, "--seed and --events take whole numbers");
    }
    if (!options_parse(argc, argv, &options, &err)) {
        return bench_fail(EXIT_USAGE, "%s", err.message);
    }
    monkey.record = record ? fopen(record, "w") : NULL;
    if (record && !monkey.record) {
        return bench_fail(EXIT_WRONG, "cannot write %s", record);
    }
    bool ok = run_session(&monkey, &options, &err);
    if (monkey.record && fclose(monkey.record) != 0 && ok) {
        ok = err_set(&err, ERR_IO, "cannot write %s", record);
    }
    json_init(&json, &out);
    json_object_begin(&json);
    report(&monkey, &json);
    map_finish(&monkey.screens);
    json_object_end(&json);
    printf("%s\n", str_buf_str(&out).p);
    str_buf_finish(&out);
    return ok ? EXIT_DONE : bench_fail(EXIT_WRONG, "%s", err.message);
}

const struct bench_verb bench_monkey = {
    .name = "monkey",
    .words = "--seed N --events N",
    .summary = "input that no person would give, through the loop; fails on a hang or a leak",
    .run = run,
};

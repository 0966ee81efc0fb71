/* Work is bounded by what can be seen, whatever the content: counted, not timed. Every kind of
 * screen of the bundled content and of one a hundred times as long, from start to the first frame,
 * in each turn of a fling, and in each turn after a jump. */
#include "test.h"

#include "base/file.h"
#include "bench/fling.h"
#include "bench/pinch.h"
#include "compiler/compile.h"
#include "compiler/generate.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SOURCES NARU_BUILD_DIR "/test-scale"
#define LARGE NARU_BUILD_DIR "/test-scale.db"
#define BUNDLED NARU_BUILD_DIR "/naru.db"

enum { FLING_TURNS = 60, JUMPS = 4, SETTLE_TURNS = 24 };

/* Rows count what screens show, and names that may stay whole in their text. */
struct bounds {
    uint64_t nodes, rows, pages, paragraphs, units;
};

/* To the first frame: fonts and words are cold, the page is declared anew until it is settled. */
static const struct bounds start_bounds = {1500, 2000, 5000, 400, 8000};
/* A throw moves by a fraction of a panel; a jump shows another panel. */
static const struct bounds turn_bounds = {1500, 500, 3000, 100, 2000};

struct most {
    struct bounds start, turn;
};

/* The starts of the bundled content's screens, in the order of walk_all(). */
enum { PLACES = 32 };
struct starts {
    struct bounds of[PLACES];
    size_t count;
};
static struct starts bundled;

/* What a screen of the large content may cost more to its first frame than the same one of the
 * bundled content: a third more of what is laid out; names that may stay whole are looked up for
 * every word of a text that begins like one, the pages are those of deeper trees, and a map has as
 * many plates as fit. */
static struct bounds
grown(const struct bounds *small) {
    return (struct bounds){.nodes = small->nodes * 4 / 3 + 350,
        .rows = small->rows * 4 / 3 + 900,
        .pages = small->pages * 2 + 2500,
        .paragraphs = small->paragraphs * 4 / 3 + 140,
        .units = small->units * 4 / 3 + 1000};
}

static void
raise_to(uint64_t *most, uint64_t value) {
    *most = value > *most ? value : *most;
}

static void
raise_all(struct bounds *most, const struct work *work, uint64_t nodes) {
    raise_to(&most->nodes, nodes);
    raise_to(&most->rows, work->rows);
    raise_to(&most->pages, work->pages);
    raise_to(&most->paragraphs, work->paragraphs);
    raise_to(&most->units, work->units);
}

static void
check(const char *path, const char *when, const struct bounds *most, const struct bounds *bounds) {
    if (most->nodes > bounds->nodes || most->rows > bounds->rows || most->pages > bounds->pages ||
        most->paragraphs > bounds->paragraphs || most->units > bounds->units) {
        fail_msg("%s, %s: %llu nodes, %llu rows, %llu pages, %llu paragraphs, %llu units", path,
            when, (unsigned long long)most->nodes, (unsigned long long)most->rows,
            (unsigned long long)most->pages, (unsigned long long)most->paragraphs,
            (unsigned long long)most->units);
    }
}

static void
turn(struct fling *fling, bool is_thrown, struct bounds *most) {
    struct work before = work_so_far(fling->session);
    if (is_thrown) {
        fling_turn(fling);
    } else {
        fling->now_ms += FLING_TURN_MS;
        session_step(fling->session, fling->now_ms);
    }
    struct work work = work_since(fling->session, &before);
    raise_all(most, &work, work_nodes(fling->session));
}

/* The scrubber's step on; false where there is none, or no further. */
static bool
press_step(struct fling *fling) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(fling->session->ui, &count);
    for (size_t i = 0; i < count; i++) {
        if (str_ends(nodes[i].box.key, STR("on")) &&
            str_starts(nodes[i].box.action, STR("replace "))) {
            struct rect at = nodes[i].clip;
            struct ui_event event = {.type = UI_POINTER_DOWN,
                .pointer = 1,
                .time_ms = fling->now_ms,
                .at = {at.x + at.w / 2, at.y + at.h / 2}};
            session_feed(fling->session, &event);
            event.type = UI_POINTER_UP;
            event.time_ms += 1;
            session_feed(fling->session, &event);
            return true;
        }
    }
    return false;
}

static size_t
jump(struct fling *fling, struct bounds *most) {
    size_t jumps = 0;
    fling->now_ms += 1000; /* a finger that was thrown from is another one now */
    for (; jumps < JUMPS && press_step(fling); jumps++) {
        for (int i = 0; i < SETTLE_TURNS; i++) {
            turn(fling, false, most);
        }
    }
    return jumps;
}

/* Returns how many jumps there were. `place`: which of the screens. */
static size_t
walk(const char *database, struct str path, size_t place) {
    struct session session;
    struct err err;
    struct options options;
    const char *words[] = {"naru", "--locale", "ko", "--content", database, NULL};
    char **argv = (char **)(uintptr_t)words; /* options_parse() writes to none of them */
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    if (!options_parse(5, argv, &options, &err) ||
        session_open(&session, &options, path.p, &err) != SESSION_OK) {
        fail_msg("%s", err.message);
    }
    struct most most = {{0}};
    session_step(&session, 0);
    struct work work = work_so_far(&session);
    assert_int_equal(session.failure.code, ERR_NONE);
    raise_all(&most.start, &work, work_nodes(&session));
    struct fling fling;
    fling_begin(&fling, &session, 0);
    for (int i = 0; i < FLING_TURNS; i++) {
        turn(&fling, true, &most.turn);
    }
    size_t jumps = jump(&fling, &most.turn);
    session_close(&session);
    check(path.p, "to the first frame", &most.start, &start_bounds);
    check(path.p, "in a turn", &most.turn, &turn_bounds);
    assert_true(place < PLACES);
    if (strcmp(database, BUNDLED) == 0) {
        bundled.of[place] = most.start;
        bundled.count = place + 1;
    } else if (place < bundled.count) {
        struct bounds bounds = grown(&bundled.of[place]);
        check(path.p, "beside the bundled content", &most.start, &bounds);
    }
    return jumps;
}

static const char *const same[] = {"home", "about", "cities", "timeline", "timeline?view=list",
    "timeline?choose=city", "timeline?choose=heading", "glossary", "phrases", "schools",
    "statistics", "guides", "cases", "reports", "talks"};

static size_t
walk_all(
    const char *database, struct str city, struct str name, struct str guide, struct str talk) {
    struct arena arena;
    size_t jumps = 0;
    arena_init(&arena);
    struct str own[] = {arena_printf(&arena, "cities/%.*s", STR_ARG(city)),
        arena_printf(&arena, "timeline?view=list&city=%.*s", STR_ARG(city)),
        arena_printf(&arena, "guides/%.*s", STR_ARG(guide)),
        arena_printf(&arena, "talks/%.*s", STR_ARG(talk)),
        arena_printf(&arena, "search?q=%.*s", STR_ARG(screen_path_encode(&arena, name)))};
    for (size_t i = 0; i < ARRAY_LEN(same) + ARRAY_LEN(own); i++) {
        bool is_same = i < ARRAY_LEN(same);
        jumps += walk(database, is_same ? str_from(same[i]) : own[i - ARRAY_LEN(same)], i);
    }
    arena_finish(&arena);
    return jumps;
}

static void
test_scale__work_is_bounded_on_the_bundled_content(void **state) {
    (void)state;
    walk_all(BUNDLED, STR("hamamatsu"), STR("하마마쓰"), STR("first-contact"),
        STR("expert-meeting-2012"));
}

static void
test_scale__work_is_bounded_on_a_lot_of_content(void **state) {
    (void)state;
    size_t jumps = walk_all(LARGE, STR("city-2"), STR("나루"), STR("made-1"), STR("made-1"));
    assert_true(jumps > 3 * JUMPS); /* long lists are jumped through */
}

/* Two fingers zoom the timeline: from its years by months to single events and back. Columns change
 * with what they stand for: then all lanes are read anew, and no more than that. */
static const struct bounds zoom_bounds = {1500, 2500, 9000, 400, 8000};
enum { ZOOM_TURNS = 256 };

static void
zoom(const char *database) {
    static struct session session;
    struct err err;
    struct options options;
    const char *words[] = {"naru", "--locale", "ko", "--content", database, NULL};
    char **argv = (char **)(uintptr_t)words;
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    if (!options_parse(5, argv, &options, &err) ||
        session_open(&session, &options, "timeline?view=picture", &err) != SESSION_OK) {
        fail_msg("%s", err.message);
    }
    session_step(&session, 0);
    struct bounds most = {0};
    struct pinch pinch;
    pinch_begin(&pinch, &session, 1000);
    uint64_t rows = 0;
    for (int i = 0; i < ZOOM_TURNS; i++) {
        struct work before = work_so_far(&session);
        pinch_turn(&pinch);
        struct work work = work_since(&session, &before);
        raise_all(&most, &work, work_nodes(&session));
        rows += work.rows;
    }
    assert_int_equal(session.failure.code, ERR_NONE);
    assert_true(rows > 0 || strcmp(database, BUNDLED) == 0); /* it was zoomed */
    session_close(&session);
    check("timeline?view=picture", "zoomed", &most, &zoom_bounds);
}

static void
test_scale__zooming_reads_what_is_in_view(void **state) {
    (void)state;
    zoom(BUNDLED);
    zoom(LARGE);
}

static int
make_large(void **state) {
    (void)state;
    struct err err;
    struct compile compile;
    struct generate_sizes sizes = generate_sizes_broad();
    sizes.cities = 300;
    sizes.events = 5000;
    sizes.own_events = 1000;
    sizes.sections = 400;
    bool ok = system("rm -rf " SOURCES) == 0 && file_make_directory(SOURCES, &err) &&
              generate_sized(SOURCES, &sizes, &err);
    ok = ok && compile_folder(&compile, SOURCES, LARGE, NULL, &err);
    compile_finish(&compile);
    return ok ? 0 : -1;
}

static int
remove_large(void **state) {
    (void)state;
    return system("rm -rf " SOURCES " " LARGE);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scale__work_is_bounded_on_the_bundled_content),
        cmocka_unit_test(test_scale__work_is_bounded_on_a_lot_of_content),
        cmocka_unit_test(test_scale__zooming_reads_what_is_in_view),
    };
    return cmocka_run_group_tests(tests, make_large, remove_large);
}

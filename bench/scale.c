/* scale - what every kind of screen, and a search by `naru find`, costs with a little content and
 * with a lot: the processor's time and the memory from start to the first frame, and the turns of a
 * fling through it. Both databases are opened the same way; each measure is a process of its own,
 * so that none finds what another left. The two take turns, so that both meet the same weather, and
 * of STARTS starts (FLINGS of which fling, too) the least of each figure counts: what a machine
 * does beside only ever adds. `cpu_ratio` is the least of the large one by the least of the small
 * one. */
#include "bench/figures.h"
#include "bench/fling.h"
#include "bench/verb.h"

#include "base/check.h"
#include "base/clock.h"
#include "commands/picture.h"
#include "content/search.h"

#include <sys/wait.h>
#include <unistd.h>

enum { FLING_TURNS = 240, STARTS = 11, FLINGS = 2, PLACES = 19 };

#define FIND STR("find ")

struct cost {
    bool ok;
    double cpu_ms, peak_mib; /* at the first frame */
    double flung_mib;
    double late_ms, worst_ms, wall_late_ms; /* of a turn; late: the 99th percentile */
    struct work first;
    uint64_t nodes;
};

/* The screens of one database: the same kinds, of what it has. */
struct places {
    struct str path[PLACES];
    size_t count;
};

static bool
draw_turn(
    struct session *session, struct draw_sdl *draw, struct session_turn turn, struct err *err) {
    return !turn.draw ||
           draw_sdl_run(draw, &session->list, session->theme->colors[COLOR_PAPER], err);
}

static bool
fling(struct session *session, struct draw_sdl *draw, struct cost *cost, struct err *err) {
    double cpu[FLING_TURNS], wall[FLING_TURNS];
    struct fling fling;
    fling_begin(&fling, session, 0);
    for (size_t i = 0; i < FLING_TURNS; i++) {
        double cpu_before = figures_cpu_ms();
        uint64_t start = clock_system_ns();
        if (!draw_turn(session, draw, fling_turn(&fling), err)) {
            return false;
        }
        cpu[i] = figures_cpu_ms() - cpu_before;
        wall[i] = clock_ms_since(start);
    }
    figures_sort(cpu, FLING_TURNS);
    figures_sort(wall, FLING_TURNS);
    cost->late_ms = figures_percentile(cpu, FLING_TURNS, 99);
    cost->worst_ms = figures_percentile(cpu, FLING_TURNS, 100);
    cost->wall_late_ms = figures_percentile(wall, FLING_TURNS, 99);
    return true;
}

static struct cost
measure_screen(const struct options *options, struct str path, bool is_flung) {
    struct session session;
    struct err err;
    struct cost cost = {0};
    if (session_open(&session, options, path.p, &err) != SESSION_OK) {
        return cost;
    }
    struct draw_sdl *draw = picture_open(&session, &err);
    cost.ok = draw && draw_turn(&session, draw, session_step(&session, 0), &err);
    cost.cpu_ms = figures_cpu_ms();
    cost.first = work_so_far(&session);
    cost.nodes = work_nodes(&session);
    cost.peak_mib = figures_peak_mib();
    cost.ok = cost.ok && session.failure.code == ERR_NONE;
    if (cost.ok && is_flung) {
        cost.ok = fling(&session, draw, &cost, &err);
        cost.flung_mib = figures_peak_mib();
    }
    draw_sdl_close(draw);
    session_close(&session);
    return cost;
}

/* As cli/find.c asks. */
static struct cost
measure_find(const struct options *options, struct str query) {
    struct arena arena;
    struct err err;
    struct search_hit *hits;
    size_t count = 0;
    struct cost cost = {0};
    arena_init(&arena);
    struct store *store = store_open(options->content, &err);
    cost.ok = store && search_find(store, &arena, options->locale, query, (size_t)options->limit,
                           &hits, &count, &err);
    cost.ok = cost.ok && count > 0;
    cost.cpu_ms = figures_cpu_ms();
    cost.peak_mib = figures_peak_mib();
    store_close(store);
    arena_finish(&arena);
    return cost;
}

static struct cost
measure_apart(const struct options *options, struct str path, bool is_flung) {
    struct cost cost = {0};
    int ends[2];
    if (pipe(ends) != 0) {
        return cost;
    }
    pid_t child = fork();
    if (child == 0) {
        cost = str_starts(path, FIND) ? measure_find(options, str_slice(path, FIND.n, path.n))
                                      : measure_screen(options, path, is_flung);
        _exit(write(ends[1], &cost, sizeof(cost)) == (ssize_t)sizeof(cost) ? 0 : 1);
    }
    close(ends[1]);
    if (child < 0 || read(ends[0], &cost, sizeof(cost)) != (ssize_t)sizeof(cost)) {
        cost.ok = false;
    }
    close(ends[0]);
    if (child > 0) {
        waitpid(child, NULL, 0);
    }
    return cost;
}

static void
keep_less(double *best, double next) {
    *best = next < *best ? next : *best;
}

static void
keep_best(struct cost *best, const struct cost *next, bool is_first, bool is_flung) {
    if (is_first) {
        *best = *next; /* this one flings */
        return;
    }
    best->ok = best->ok && next->ok;
    keep_less(&best->cpu_ms, next->cpu_ms);
    keep_less(&best->peak_mib, next->peak_mib);
    if (is_flung) {
        keep_less(&best->flung_mib, next->flung_mib);
        keep_less(&best->late_ms, next->late_ms);
        keep_less(&best->worst_ms, next->worst_ms);
        keep_less(&best->wall_late_ms, next->wall_late_ms);
    }
}

static void
print_cost(struct json *json, const char *key, struct str path, const struct cost *cost) {
    json_key(json, key);
    json_object_begin(json);
    json_key(json, "path");
    json_str(json, path);
    figures_number(json, "start_cpu_ms", cost->cpu_ms, 1);
    figures_number(json, "peak_mib", cost->peak_mib, 1);
    if (!str_starts(path, FIND)) {
        figures_number(json, "flung_mib", cost->flung_mib, 1);
        figures_number(json, "fling_p99_ms", cost->late_ms, 2);
        figures_number(json, "fling_worst_ms", cost->worst_ms, 2);
        figures_number(json, "fling_p99_wall_ms", cost->wall_late_ms, 2);
        figures_number(json, "rows_read", (double)cost->first.rows, 0);
        figures_number(json, "pages_read", (double)cost->first.pages, 0);
        figures_number(json, "paragraphs_laid_out", (double)cost->first.paragraphs, 0);
        figures_number(json, "nodes", (double)cost->nodes, 0);
    }
    json_object_end(json);
}

/* At the first frame, or after the fling. */
static double
more_mib(const struct cost *small, const struct cost *large) {
    double first = large->peak_mib - small->peak_mib, flung = large->flung_mib - small->flung_mib;
    return first > flung ? first : flung;
}

static bool
compare(const struct options *few, const struct options *many, struct str few_path,
    struct str many_path, struct json *json, struct err *err) {
    struct cost small = {0}, large = {0};
    for (int i = 0; i < STARTS; i++) {
        bool is_flung = i < FLINGS;
        struct cost a = measure_apart(few, few_path, is_flung);
        struct cost b = measure_apart(many, many_path, is_flung);
        keep_best(&small, &a, i == 0, is_flung);
        keep_best(&large, &b, i == 0, is_flung);
    }
    if (!small.ok || !large.ok) {
        struct str path = small.ok ? many_path : few_path;
        return err_set(err, ERR_FORMAT, "%.*s cannot be shown", STR_ARG(path));
    }
    json_object_begin(json);
    json_key(json, "path");
    json_str(json, few_path);
    print_cost(json, "small", few_path, &small);
    print_cost(json, "large", many_path, &large);
    figures_number(json, "cpu_ratio", large.cpu_ms / small.cpu_ms, 2);
    figures_number(json, "more_mib", more_mib(&small, &large), 1);
    json_object_end(json);
    return true;
}

static void
add(struct places *places, struct str path) {
    xassert(places->count < PLACES);
    places->path[places->count++] = path;
}

static bool
add_article(struct places *places, struct store *store, struct arena *arena, enum locale_id locale,
    const char *kind, struct err *err) {
    struct store_article *articles;
    struct store_window window = {
        arena_printf(arena, "articles/%s/%s", kind, locale_tag(locale)), 0, 1};
    size_t count;
    if (!store_articles(store, arena, locale, window, &articles, &count, err)) {
        return false;
    }
    if (count == 0) {
        return err_set(err, ERR_FORMAT, "the content has no %s to measure", kind);
    }
    add(places, arena_printf(arena, "%s/%.*s", kind, STR_ARG(articles[0].slug)));
    return true;
}

/* The second city: the first is the home city, which has all relations. */
static bool
choose_places(
    struct places *places, const struct options *options, struct arena *arena, struct err *err) {
    static const char *const same[] = {"home", "cities", "timeline", "timeline?view=list",
        "timeline?choose=city", "timeline?choose=heading", "glossary", "phrases", "schools",
        "statistics", "about", "guides"};
    struct store_city *cities;
    size_t count = 0;
    struct store *store = store_open(options->content, err);
    bool ok = store && store_cities(store, arena, options->locale,
                           (struct store_window){STR("cities"), 1, 1}, &cities, &count, err);
    ok = ok && (count > 0 || err_set(err, ERR_FORMAT, "the content has no partner to measure"));
    for (size_t i = 0; ok && i < ARRAY_LEN(same); i++) {
        add(places, str_from(same[i]));
    }
    if (ok) {
        struct str id = cities[0].id, name = cities[0].name;
        add(places, arena_printf(arena, "cities/%.*s", STR_ARG(id)));
        add(places, arena_printf(arena, "timeline?view=list&city=%.*s", STR_ARG(id)));
        add(places, arena_printf(arena, "search?q=%.*s", STR_ARG(screen_path_encode(arena, name))));
        add(places, arena_printf(arena, "find %.*s", STR_ARG(name)));
    }
    ok = ok && add_article(places, store, arena, options->locale, "guides", err) &&
         add_article(places, store, arena, options->locale, "talks", err);
    store_close(store);
    return ok;
}

static bool
measure_all(struct options *few, struct options *many, struct arena *arena, struct json *json,
    struct err *err) {
    struct places small = {0}, large = {0};
    struct paths paths;
    bool ok = few->content || paths_find(arena, &paths, err);
    if (ok && !few->content) {
        few->content = paths.database;
    }
    ok = ok && choose_places(&small, few, arena, err) && choose_places(&large, many, arena, err);
    json_key(json, "bench");
    json_str(json, STR("scale"));
    json_key(json, "screens");
    json_array_begin(json);
    for (size_t i = 0; ok && i < small.count; i++) {
        ok = compare(few, many, small.path[i], large.path[i], json, err);
    }
    json_array_end(json);
    return ok;
}

static bool
measure(const struct options *options, struct json *json, struct err *err) {
    struct options few = *options, many = *options;
    struct arena arena;
    many.content = options->words[0];
    arena_init(&arena);
    bool ok = measure_all(&few, &many, &arena, json, err);
    arena_finish(&arena);
    return ok;
}

static int
run(int argc, char **argv) {
    return bench_json(&bench_scale, argc, argv, measure);
}

const struct bench_verb bench_scale = {
    .name = "scale",
    .words = "LARGE.db",
    .least = 1,
    .most = 1,
    .options = BENCH_SESSION,
    .summary = "every screen with the bundled content (or --content) and with a lot",
    .run = run,
};

/* Search, kind by kind: the sets of tests/content/queries/, written by another hand than the code.
 * The half `tune` shows its misses; of the half `keep` only the counts are shown, so that nobody
 * tunes on it. docs/SEARCH.md keeps the first untouched figures beside today's. */
#include "content_fixture.h"

#include "base/file.h"
#include "content/search.h"

#define SOURCES NARU_SOURCE_DIR "/assets/content"
#define QUERIES NARU_SOURCE_DIR "/tests/content/queries"
#define DATABASE NARU_BUILD_DIR "/test-search-kinds.db"

enum { TOP = 3 };

/* What must hold, in per cent of each half: raised when the search gets better, never lowered. */
enum part {
    TUNE,
    KEEP,
    SECOND,
    THIRD,
    FOURTH,
    FIFTH,
    SIXTH,
    SEVENTH,
    EIGHTH,
    NINTH,
    TENTH,
    TWELFTH,
    THIRTEENTH,
    FOURTEENTH,
    FIFTEENTH,
    PART_COUNT
};
static const char *const part_names[] = {"tune", "keep", "second", "third", "fourth", "fifth",
    "sixth", "seventh", "eighth", "ninth", "tenth", "twelfth", "thirteenth", "fourteenth",
    "fifteenth"};

static const struct floor {
    const char *kind;
    int percent[PART_COUNT];
} floors[] = {
    {"amounts", {100, 100, 0, 100, 100, 0, 100, 100}},
    {"answers", {100, 100, 100, 97, 100, 100, 0, 0}},
    {"dates", {96, 95, 0, 100, 100, 0, 100, 100}},
    {"everyday-words", {100, 98, 0, 100, 100, 100, 100, 100}},
    {"free-questions", {95, 94, 100, 93, 100, 95, 100, 100}},
    {"half-composed", {100, 91, 100, 97, 100, 0, 100, 100}},
    {"katakana-particles", {100, 97, 0, 90, 100, 0, 100, 100}},
    {"nothing", {100, 100, 100, 100, 100, 100, 100, 100}},
    {"okurigana", {100, 97, 100, 95, 100, 100, 100, 100}},
    {"polite-forms", {100, 98, 100, 100, 100, 100, 100, 100}},
    {"question-frames", {100, 100, 100, 100, 100, 0, 100, 100}},
    {"short-words", {100, 100, 0, 100, 100, 0, 100, 100}},
    {"typos", {100, 96, 100, 100, 100, 95, 100, 100}},
    {"visitor-words", {100, 99, 0, 0, 0, 0, 0, 0}}, // before the content had the things: 35 of 100
    {"wrong-keyboard", {98, 98, 0, 0, 85, 0, 100, 100}},
};

/* The same of later parts. */
static const struct later_floor {
    const char *kind;
    enum part part;
    int percent;
} later_floors[] = {
    {"answers", EIGHTH, 91},
    {"free-questions", EIGHTH, 100},
    {"nothing", EIGHTH, 100},
    {"okurigana", EIGHTH, 98},
    {"polite-forms", EIGHTH, 98},
    {"question-frames", EIGHTH, 100},
    {"typos", EIGHTH, 95},
    {"amounts", NINTH, 100},
    {"answers", NINTH, 94},
    {"dates", NINTH, 100},
    {"everyday-words", NINTH, 100},
    {"free-questions", NINTH, 100},
    {"half-composed", NINTH, 100},
    {"katakana-particles", NINTH, 100},
    {"nothing", NINTH, 100},
    {"okurigana", NINTH, 100},
    {"polite-forms", NINTH, 96},
    {"question-frames", NINTH, 100},
    {"short-words", NINTH, 90},
    {"typos", NINTH, 95},
    {"wrong-keyboard", NINTH, 100},
    {"answers", TENTH, 97},
    {"dates", TENTH, 100},
    {"free-questions", TENTH, 100},
    {"katakana-particles", TENTH, 100},
    {"nothing", TENTH, 100},
    {"short-words", TENTH, 66},
    {"amounts", TWELFTH, 100},
    {"answers", TWELFTH, 100},
    {"dates", TWELFTH, 100},
    {"everyday-words", TWELFTH, 100},
    {"free-questions", TWELFTH, 87},
    {"half-composed", TWELFTH, 98},
    {"katakana-particles", TWELFTH, 98},
    {"nothing", TWELFTH, 100},
    {"okurigana", TWELFTH, 94},
    {"polite-forms", TWELFTH, 96},
    {"question-frames", TWELFTH, 100},
    {"short-words", TWELFTH, 95},
    {"typos", TWELFTH, 89},
    {"wrong-keyboard", TWELFTH, 94},
    {"amounts", THIRTEENTH, 100},
    {"answers", THIRTEENTH, 100},
    {"dates", THIRTEENTH, 100},
    {"everyday-words", THIRTEENTH, 97},
    {"free-questions", THIRTEENTH, 74},
    {"half-composed", THIRTEENTH, 97},
    {"katakana-particles", THIRTEENTH, 97},
    {"nothing", THIRTEENTH, 93},
    {"okurigana", THIRTEENTH, 89},
    {"polite-forms", THIRTEENTH, 86},
    {"question-frames", THIRTEENTH, 97},
    {"short-words", THIRTEENTH, 89},
    {"typos", THIRTEENTH, 100},
    {"wrong-keyboard", THIRTEENTH, 89},
    {"amounts", FOURTEENTH, 100},
    {"answers", FOURTEENTH, 92},
    {"dates", FOURTEENTH, 100},
    {"nothing", FOURTEENTH, 95},
    {"okurigana", FOURTEENTH, 87},
    {"polite-forms", FOURTEENTH, 100},
    {"short-words", FOURTEENTH, 75},
    {"typos", FOURTEENTH, 78},
    {"wrong-keyboard", FOURTEENTH, 100},
    {"everyday-words", FIFTEENTH, 99},
    {"nothing", FIFTEENTH, 94},
    {"polite-forms", FIFTEENTH, 98},
};

struct tally {
    int count, found;
};

struct columns {
    size_t query, language, target, half, count;
};

static int
open_content(void **state) {
    return fixture_open(state, SOURCES, DATABASE);
}

enum { CELLS_MAX = 8 };

static size_t
split_row(struct str line, struct str *cells) {
    size_t count = 0;
    while (count < CELLS_MAX && str_split(&line, '\t', &cells[count])) {
        cells[count] = str_trim(cells[count]);
        count++;
    }
    return count;
}

static size_t
column_of(const struct str *cells, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++) {
        if (str_eq(cells[i], str_from(name))) {
            return i;
        }
    }
    fail_msg("no column \"%s\"", name);
    return 0;
}

static struct columns
read_header(struct str line) {
    struct str cells[CELLS_MAX];
    size_t count = split_row(line, cells);
    return (struct columns){.query = column_of(cells, count, "query"),
        .language = column_of(cells, count, "language"),
        .target = column_of(cells, count, "target"),
        .half = column_of(cells, count, "half"),
        .count = count};
}

/* A target is a screen's path; an event may be told as timeline/ID or as any of its city's. */
static bool
is_target(struct str path, struct str target, struct arena *arena) {
    size_t query = str_find(path, STR("?"));
    struct str screen = query == SIZE_MAX ? path : str_slice(path, 0, query);
    if (str_eq(target, path) || str_eq(target, screen)) {
        return true;
    }
    if (query == SIZE_MAX || !str_starts(target, STR("timeline"))) {
        return false;
    }
    struct str city = str_slice(screen, STR("cities/").n, screen.n);
    struct str event = str_slice(path, query + STR("?event=").n, path.n);
    return str_eq(target, arena_printf(arena, "timeline/%.*s", STR_ARG(event))) ||
           str_eq(target, arena_printf(arena, "timeline?city=%.*s", STR_ARG(city)));
}

/* One of the targets is among the first hits; "-": nothing is to be found. */
static bool
is_right(const struct search_hit *hits, size_t count, struct str targets, struct arena *arena) {
    if (str_eq(targets, STR("-"))) {
        return count == 0;
    }
    for (size_t i = 0; i < count && i < TOP; i++) {
        struct str rest = targets, target;
        while (str_split(&rest, ' ', &target)) {
            if (is_target(hits[i].path, str_trim(target), arena)) {
                return true;
            }
        }
    }
    return false;
}

static void
print_miss(struct str query, struct str target, const struct search_hit *hits, size_t count) {
    printf("  miss: %.*s -> %.*s; found", STR_ARG(query), STR_ARG(target));
    for (size_t i = 0; i < count && i < TOP; i++) {
        printf(" %.*s", STR_ARG(hits[i].path));
    }
    printf(count ? "\n" : " nothing\n");
}

static enum part
part_of(struct str name) {
    for (int i = 0; i < PART_COUNT; i++) {
        if (str_eq(name, str_from(part_names[i]))) {
            return (enum part)i;
        }
    }
    fail_msg("no part \"%.*s\"", STR_ARG(name));
    return TUNE;
}

static void
ask_row(struct fixture *f, const struct columns *columns, struct str line,
    struct tally parts[PART_COUNT]) {
    struct str cells[CELLS_MAX] = {{0}};
    enum locale_id locale;
    struct search_hit *hits;
    size_t count;
    if (split_row(line, cells) < columns->count) {
        return;
    }
    struct str query = cells[columns->query], target = cells[columns->target];
    if (str_eq(target, STR("*"))) {
        return; // no answer is wrong: another test asks these
    }
    assert_true(locale_from_tag(cells[columns->language], &locale));
    if (!search_find(f->store, &f->arena, locale, query, TOP, &hits, &count, &f->err)) {
        fail_msg("%s", f->err.message);
    }
    enum part part = part_of(cells[columns->half]);
    bool ok = is_right(hits, count, target, &f->arena);
    parts[part].count++;
    parts[part].found += ok;
    if (!ok && part != KEEP) {
        print_miss(query, target, hits, count);
    }
    arena_reset(&f->arena);
}

/* What of each hundred must be found. */
static int
floor_of(struct str kind, int part) {
    int percent = 0;
    for (size_t i = 0; i < ARRAY_LEN(floors); i++) {
        percent = str_eq(kind, str_from(floors[i].kind)) ? floors[i].percent[part] : percent;
    }
    for (size_t i = 0; i < ARRAY_LEN(later_floors); i++) {
        bool is_it =
            later_floors[i].part == (enum part)part && str_eq(kind, str_from(later_floors[i].kind));
        percent = is_it ? later_floors[i].percent : percent;
    }
    return percent;
}

/* Prints the figures of a kind; false where one is below its floor. */
static bool
hold_floors(struct str kind, const struct tally parts[PART_COUNT]) {
    bool ok = true;
    printf("%-20.*s", STR_ARG(kind));
    for (int p = 0; p < PART_COUNT; p++) {
        printf(" %s %3d of %3d ", part_names[p], parts[p].found, parts[p].count);
    }
    printf("\n");
    for (int p = 0; p < PART_COUNT; p++) {
        if (parts[p].found * 100 < parts[p].count * floor_of(kind, p)) {
            print_error("%.*s: %s is below its floor\n", STR_ARG(kind), part_names[p]);
            ok = false;
        }
    }
    return ok;
}

static void
ask_kind(struct fixture *f, struct str file, bool *ok) {
    struct arena arena;
    struct str text, line;
    struct tally parts[PART_COUNT] = {{0}};
    arena_init(&arena);
    struct str path = arena_printf(&arena, "%s/%.*s", QUERIES, STR_ARG(file));
    assert_true(file_read(path.p, FILE_LIMIT_DEFAULT, &arena, &text, &f->err));
    assert_true(str_split(&text, '\n', &line));
    struct columns columns = read_header(line);
    while (str_split(&text, '\n', &line)) {
        ask_row(f, &columns, line, parts);
    }
    *ok = hold_floors(str_slice(file, 0, file.n - 4), parts) && *ok;
    arena_finish(&arena);
}

static void
test_search_kinds__finds_each_kind(void **state) {
    struct fixture *f = *state;
    struct arena arena;
    struct str *names;
    size_t count;
    bool ok = true;
    arena_init(&arena);
    assert_true(file_list(QUERIES, &arena, &names, &count, &f->err));
    for (size_t i = 0; i < count; i++) {
        if (str_ends(names[i], STR(".tsv"))) {
            ask_kind(f, names[i], &ok);
        }
    }
    arena_finish(&arena);
    assert_true(ok);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_search_kinds__finds_each_kind),
    };
    return cmocka_run_group_tests(tests, open_content, fixture_close);
}

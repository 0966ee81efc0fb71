/* What the objects of app/ call in each other, read with nm: files do not call in circles, and
 * nothing is offered that nobody takes. */
#include "test.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/map.h"

#include <stdlib.h>

enum { MAX_FILES = 600 };

/* Offered to tests and to naru-bench, and nobody else, each with its reason. */
static const struct {
    const char *symbol, *why;
} for_tests[] = {
    {"clock_ms_since", "naru-bench's clock"},
    {"xalloc_count", "naru-bench and tests count allocations"},
    {"text_engine_counters", "naru-bench and tests count shaping"},
    {"breaks_uax14", "the conformance data of Unicode"},
    {"color_contrast", "the contrast of every theme"},
    {"draw_list_dump", "goldens"},
    {"draw_sdl_pixel", "pixels in tests"},
    {"draw_sdl_stats", "a warm frame uploads nothing"},
    {"emit_row_count", "cost is counted, not timed"},
    {"i18n_key_name", "tests name the word that is missing"},
    {"phrase_features", "the tool that trains the model"},
    {"replay_record", "naru-bench monkey writes what it did"},
    {"rescue_snapshot", "the rescue screen as a picture"},
    {"store_rows_read", "cost is counted, not timed"},
    {"store_pages_read", "the same"},
    {"text_dump", "goldens"},
    {"text_engine_add_names", "a test brings its own names"},
    {"text_engine_add_terms", "a test brings its own terms"},
    {"theme_color_name", "the contrast of every theme"},
    {"theme_least", "the contrast of every theme"},
    {"theme_pairs", "the contrast of every theme"},
    {"ui_focus_visible", "where the keyboard is"},
    {"ui_focused", "where the keyboard is"},
    {"words_of", "the lists of words.def agree"},
};

struct symbol {
    struct str name;
    int file;
    bool taken;
};

struct calls {
    struct arena arena;
    struct str files[MAX_FILES];
    int file_count;
    struct symbol *symbols;
    size_t symbol_count, line_count;
    struct map by_name;
    struct str listing;
    struct str via[MAX_FILES][MAX_FILES]; /* a symbol that `from` takes of `to` */
    bool reach[MAX_FILES][MAX_FILES];
};

/* …/app/text/CMakeFiles/text.dir/lines/line.c.o: text/lines/line.c */
static struct str
source_of(struct calls *c, struct str object) {
    size_t app = str_find(object, STR("/app/")), made = str_find(object, STR("CMakeFiles/"));
    assert_true(app != SIZE_MAX && made != SIZE_MAX);
    struct str folder = str_slice(object, app + STR("/app/").n, made);
    struct str rest = str_slice(object, made + STR("CMakeFiles/").n, object.n), target;
    str_split(&rest, '/', &target);
    rest = str_starts(rest, STR("./")) ? str_slice(rest, 2, rest.n) : rest;
    rest = str_ends(rest, STR(".o")) ? str_slice(rest, 0, rest.n - 2) : rest;
    return arena_printf(&c->arena, "%.*s%.*s", STR_ARG(folder), STR_ARG(rest));
}

static int
file_of(struct calls *c, struct str object) {
    struct str source = source_of(c, object);
    for (int i = c->file_count - 1; i >= 0; i--) {
        if (str_eq(c->files[i], source)) {
            return i;
        }
    }
    assert_true(c->file_count < MAX_FILES);
    c->files[c->file_count] = source;
    return c->file_count++;
}

/* "lib.o: name T 0 12": false for lines without a name. */
static bool
read_line(struct calls *c, struct str line, int *file, struct str *name, char *type) {
    size_t colon = str_find(line, STR(".o: "));
    if (colon == SIZE_MAX) {
        return false;
    }
    struct str rest = str_slice(line, colon + STR(".o: ").n, line.n), word;
    if (!str_split(&rest, ' ', name) || !str_split(&rest, ' ', &word) || word.n != 1 ||
        str_starts(*name, STR("__"))) {
        return false;
    }
    *type = word.p[0];
    *file = file_of(c, str_slice(line, 0, colon + 2));
    return true;
}

static void
read_listing(struct calls *c) {
    struct str_buf text = {0};
    char bytes[4096];
    FILE *pipe = popen(NARU_NM " -A -P -g @" NARU_OBJECTS, "r");
    assert_non_null(pipe);
    for (size_t n; (n = fread(bytes, 1, sizeof(bytes), pipe)) > 0;) {
        str_buf_add(&text, (struct str){bytes, n});
    }
    assert_int_equal(pclose(pipe), 0);
    c->listing = arena_str(&c->arena, str_buf_str(&text));
    str_buf_finish(&text);
}

static void
note_definition(struct calls *c, struct str name, int file) {
    uint64_t key = str_hash(name, 0);
    map_put(&c->by_name, key, (uint32_t)c->symbol_count);
    c->symbols[c->symbol_count++] = (struct symbol){.name = name, .file = file};
}

static void
note_use(struct calls *c, struct str name, int file) {
    uint32_t at;
    if (map_get(&c->by_name, str_hash(name, 0), &at) && c->symbols[at].file != file) {
        c->symbols[at].taken = true;
        c->via[file][c->symbols[at].file] = name;
    }
}

static void
close_transitively(struct calls *c) {
    for (int from = 0; from < c->file_count; from++) {
        for (int to = 0; to < c->file_count; to++) {
            c->reach[from][to] = c->via[from][to].n > 0;
        }
    }
    for (int by = 0; by < c->file_count; by++) {
        for (int from = 0; from < c->file_count; from++) {
            for (int to = 0; c->reach[from][by] && to < c->file_count; to++) {
                c->reach[from][to] |= c->reach[by][to];
            }
        }
    }
}

static int
setup(void **state) {
    struct calls *c = calloc(1, sizeof(*c));
    arena_init(&c->arena);
    read_listing(c);
    struct str rest = c->listing, line, name;
    for (; str_split(&rest, '\n', &line);) {
        c->line_count++;
    }
    c->symbols = ARENA_ARRAY(&c->arena, c->line_count, struct symbol);
    for (int pass = 0; pass < 2; pass++) {
        rest = c->listing;
        while (str_split(&rest, '\n', &line)) {
            int file;
            char type;
            if (!read_line(c, line, &file, &name, &type) || (type == 'U') != (pass == 1)) {
                continue;
            }
            (pass == 0 ? note_definition : note_use)(c, name, file);
        }
    }
    close_transitively(c);
    *state = c;
    return 0;
}

static int
teardown(void **state) {
    struct calls *c = *state;
    map_finish(&c->by_name);
    arena_finish(&c->arena);
    free(c);
    return 0;
}

static void
test_calls__run_in_no_circle(void **state) {
    struct calls *c = *state;
    int problems = 0, edges = 0;
    for (int from = 0; from < c->file_count; from++) {
        for (int to = 0; to < c->file_count; to++) {
            struct str via = c->via[from][to];
            edges += via.n > 0;
            if (via.n > 0 && c->reach[from][to] && c->reach[to][from]) {
                print_error("app/%.*s calls %.*s (%.*s), and that leads back to it\n",
                    STR_ARG(c->files[from]), STR_ARG(c->files[to]), STR_ARG(via));
                problems++;
            }
        }
    }
    assert_true(c->file_count > 150 && edges > 500); /* nm has read something */
    assert_int_equal(problems, 0);
}

/* What the program `naru` is made of: a linker takes of a library what is called. */
static bool
is_of_the_command_line(struct str file) {
    static const char *const may[] = {
        "base/", "i18n/", "content/", "cli/", "ui/profile.c", "ui/theme.c"};
    for (size_t i = 0; i < ARRAY_LEN(may); i++) {
        if (str_starts(file, str_from(may[i]))) {
            return true;
        }
    }
    return false;
}

static void
test_calls__lead_naru_to_nothing_that_draws(void **state) {
    struct calls *c = *state;
    int problems = 0, reached = 0, from = 0;
    while (from < c->file_count && !str_eq(c->files[from], STR("cli/main.c"))) {
        from++;
    }
    assert_true(from < c->file_count);
    for (int to = 0; to < c->file_count; to++) {
        reached += c->reach[from][to];
        if (c->reach[from][to] && !is_of_the_command_line(c->files[to])) {
            print_error("the program naru has app/%.*s in it; what draws is naru-app's\n",
                STR_ARG(c->files[to]));
            problems++;
        }
    }
    assert_true(reached > 50 && reached < c->file_count / 2);
    assert_int_equal(problems, 0);
}

static bool
is_for_tests(struct str name) {
    for (size_t i = 0; i < ARRAY_LEN(for_tests); i++) {
        if (str_eq(name, str_from(for_tests[i].symbol))) {
            return true;
        }
    }
    return false;
}

static bool
is_word_byte(struct str text, size_t at) {
    return at < text.n && (text.p[at] == '_' || (text.p[at] >= '0' && text.p[at] <= '9') ||
                              ((text.p[at] | 0x20) >= 'a' && (text.p[at] | 0x20) <= 'z'));
}

/* Does the file itself name the symbol beyond defining it? What a header offers to tests is then no
 * dead code. */
static bool
is_used_at_home(struct calls *c, const struct symbol *s) {
    struct err err;
    struct str text;
    const char *path =
        arena_printf(&c->arena, NARU_SOURCE_DIR "/app/%.*s", STR_ARG(c->files[s->file])).p;
    if (!file_read(path, FILE_LIMIT_DEFAULT, &c->arena, &text, &err)) {
        return true; /* generated */
    }
    int seen = 0;
    for (size_t at = 0, found; (found = str_find(str_slice(text, at, text.n), s->name)) != SIZE_MAX;
         at += found + s->name.n) {
        bool whole = at + found > 0 && !is_word_byte(text, at + found - 1) &&
                     !is_word_byte(text, at + found + s->name.n);
        seen += whole;
    }
    return seen > 1;
}

static void
test_calls__take_all_that_is_offered(void **state) {
    struct calls *c = *state;
    int problems = 0;
    for (size_t i = 0; i < c->symbol_count; i++) {
        const struct symbol *s = &c->symbols[i];
        bool fine = s->taken || is_for_tests(s->name) || str_eq(s->name, STR("main"));
        if (!fine && !is_used_at_home(c, s)) {
            print_error(
                "app/%.*s offers %.*s, which no other file takes: connect it, delete it, or "
                "make it static\n",
                STR_ARG(c->files[s->file]), STR_ARG(s->name));
            problems++;
        }
    }
    assert_int_equal(problems, 0);
}

/* Is the word in any C file of a folder below the repository's root? */
static bool
is_named_below(struct calls *c, struct str folder, struct str word) {
    struct err err;
    struct str *names, text;
    size_t count;
    const char *path = arena_printf(&c->arena, NARU_SOURCE_DIR "/%.*s", STR_ARG(folder)).p;
    if (!file_list(path, &c->arena, &names, &count, &err)) {
        fail_msg("%s", err.message);
    }
    for (size_t i = 0; i < count; i++) {
        struct str name = arena_printf(&c->arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(names[i]));
        const char *file = arena_printf(&c->arena, NARU_SOURCE_DIR "/%.*s", STR_ARG(name)).p;
        bool is_code = (str_ends(name, STR(".c")) || str_ends(name, STR(".h"))) &&
                       !str_eq(name, STR("tests/arch/test_calls.c"));
        if (file_is_directory(file)
                ? is_named_below(c, name, word)
                : is_code && file_read(file, FILE_LIMIT_DEFAULT, &c->arena, &text, &err) &&
                      str_find(text, word) != SIZE_MAX) {
            return true;
        }
    }
    return false;
}

/* What is offered to tests is there, app/ itself does without it, and a test or a benchmark takes
 * it. */
static void
test_calls__offer_tests_what_tests_take(void **state) {
    struct calls *c = *state;
    int problems = 0;
    for (size_t i = 0; i < ARRAY_LEN(for_tests); i++) {
        struct str name = str_from(for_tests[i].symbol);
        uint32_t at;
        bool is_there = map_get(&c->by_name, str_hash(name, 0), &at);
        if (!is_there || c->symbols[at].taken ||
            (!is_named_below(c, STR("bench"), name) && !is_named_below(c, STR("tests"), name))) {
            print_error("%.*s (%s) stands on the list of what tests take, and %s\n", STR_ARG(name),
                for_tests[i].why,
                !is_there              ? "is gone"
                : c->symbols[at].taken ? "app/ takes it"
                                       : "no test takes it");
            problems++;
        }
    }
    assert_int_equal(problems, 0);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_calls__run_in_no_circle),
        cmocka_unit_test(test_calls__lead_naru_to_nothing_that_draws),
        cmocka_unit_test(test_calls__take_all_that_is_offered),
        cmocka_unit_test(test_calls__offer_tests_what_tests_take),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}

#include "test.h"

#include "cli/options.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MAX_WORDS 12

static bool
parse(const char *line, struct options *out, struct err *err) {
    static char words[256];
    static char *argv[MAX_WORDS + 1];
    int argc = 0;
    snprintf(words, sizeof(words), "%s", line);
    for (char *word = strtok(words, " "); word && argc < MAX_WORDS; word = strtok(NULL, " ")) {
        argv[argc++] = word;
    }
    argv[argc] = NULL;
    return options_parse(argc, argv, out, err);
}

static void
test_options__verbs_words_and_options_in_any_order(void **state) {
    (void)state;
    struct options options;
    assert_true(
        parse("naru --locale ja snapshot home --out a.png --text-scale 1.5", &options, NULL));
    assert_string_equal(options.verb, "snapshot");
    assert_int_equal(options.word_count, 1);
    assert_string_equal(options.words[0], "home");
    assert_string_equal(options.out, "a.png");
    assert_int_equal(options.locale, LOCALE_JA);
    assert_true(options.looks.text_scale > 1.49f && options.looks.text_scale < 1.51f);
}

static void
test_options__a_profile_is_changed_by_the_options_before_it(void **state) {
    (void)state;
    struct options options;
    assert_true(parse(
        "naru --size 800x600 --posture handheld --px-per-mm 4 --profile phone", &options, NULL));
    assert_null(options.verb);
    assert_string_equal(options.profile.name, "phone");
    assert_int_equal(options.profile.width_px, 800);
    assert_int_equal(options.profile.height_px, 600);
    assert_int_equal(options.profile.posture, POSTURE_HANDHELD);
    assert_true(options.profile.px_per_mm == 4.0f);
}

static void
test_options__wrong_words_are_named_with_what_would_be_right(void **state) {
    (void)state;
    static const struct {
        const char *line, *message;
    } cases[] = {
        {"naru --locale fr", "ko, ja or en"},
        {"naru --profile huge", "kiosk-portrait"},
        {"naru --posture lying", "kiosk or handheld"},
        {"naru --text-scale 3", "from 1 to 2"},
        {"naru --text-scale x", "from 1 to 2"},
        {"naru --theme neon", "light"},
        {"naru --size 10x10", "WIDTHxHEIGHT"},
        {"naru --size 1080", "WIDTHxHEIGHT"},
        {"naru --scroll -1", "--scroll"},
        {"naru --limit 0", "--limit"},
        {"naru --limit 2.5", "whole number from 1 to 1000"},
        {"naru --text-scale nan", "from 1 to 2"},
        {"naru --px-per-mm inf", "from 0.5 to 40 px/mm"},
        {"naru --scroll 1e9", "from 0 to 1000000 dp"},
        {"naru --size 99999999999999999999x1080", "from 200 to 8192"},
        {"naru --content=", "name of a file"},
        {"naru --watch=", "name of a folder"},
        {"naru find -명함", "\"-명함\""},
        {"naru --s 1", "--size, --software, --scroll"},
        {"naru --out", "needs a value"},
        {"naru snapshot home --nonsense", "--nonsense"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct options options;
        struct err err = {0};
        assert_false(parse(cases[i].line, &options, &err));
        assert_int_equal(err.code, ERR_USAGE);
        if (str_find(str_from(err.message), str_from(cases[i].message)) == SIZE_MAX) {
            fail_msg("\"%s\" says \"%s\"", cases[i].line, err.message);
        }
    }
}

static void
remember(void *self, const char *message) {
    str_buf_printf(self, "%s\n", message);
}

/* Options as the program sees them, with this configuration file beneath the line. */
static bool
load(const char *file, const char *line, struct arena *arena, struct options *out,
    struct str_buf *said, struct err *err) {
    static char words[256], path[] = "/tmp/naru-options-XXXXXX";
    char *argv[MAX_WORDS + 3] = {words};
    int argc = 1;
    strcpy(path + strlen(path) - 6, "XXXXXX");
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, file, strlen(file)), strlen(file));
    close(fd);
    snprintf(words, sizeof(words), "naru %s", line);
    for (char *word = strtok(words, " "); (word = strtok(NULL, " ")) && argc < MAX_WORDS;) {
        argv[argc++] = word;
    }
    static char config[] = "--config";
    argv[argc++] = config;
    argv[argc++] = path;
    bool ok = options_load(argc, argv, arena, out, remember, said, err);
    unlink(path);
    return ok;
}

static void
test_options__the_line_counts_before_the_file(void **state) {
    (void)state;
    struct arena arena;
    struct options o;
    struct str_buf said = {0};
    struct err err;
    arena_init(&arena);
    static const char file[] = "[naru]\nlocale = ja\nprofile = phone\ntext-scale = 2\n"
                               "fullscreen = yes\ncontent = /srv/a city.db\n";
    assert_true(load(file, "--text-scale 1.5 --fullscreen=no find x", &arena, &o, &said, &err));
    assert_int_equal(said.n, 0);
    assert_int_equal(o.locale, LOCALE_JA);
    assert_string_equal(o.profile.name, "phone");
    assert_true(o.looks.text_scale == 1.5f && !o.fullscreen);
    assert_string_equal(o.content, "/srv/a city.db");
    assert_string_equal(o.words[0], "x");
    arena_finish(&arena);
}

static void
test_options__a_file_with_mistakes_still_counts_where_it_is_right(void **state) {
    (void)state;
    struct arena arena;
    struct options o;
    struct str_buf said = {0};
    struct err err;
    arena_init(&arena);
    assert_true(load(
        "locale=fr\npx-per-mm=99\ntheme=dark\nlimit=5\ncolour=red\n", "", &arena, &o, &said, &err));
    assert_true(str_eq(str_from(o.looks.theme->name), STR("dark")));
    assert_false(o.has_locale);
    static const char *const says[] = {":1: locale takes ko, ja or en",
        ":2: px-per-mm takes a number from 0.5 to 40", ":4: limit is for the command line only",
        ":5: there is no option \"colour\""};
    for (size_t i = 0; i < ARRAY_LEN(says); i++) {
        assert_non_null(strstr(said.p, says[i]));
    }
    str_buf_finish(&said);
    char missing[] = "--config=/no/such.conf", *argv[] = {missing, missing};
    assert_false(options_load(2, argv, &arena, &o, remember, &said, &err));
    assert_int_equal(err.code, ERR_IO);
    assert_non_null(strstr(err.message, "/no/such.conf"));
    arena_finish(&arena);
}

/* Whoever is named as a user of an option is one, and is told from those who are not. */
static void
test_options__what_a_verb_does_not_use_is_a_mistake_on_the_line_alone(void **state) {
    (void)state;
    struct options o;
    struct err err = {0};
    struct arena arena;
    struct str_buf said = {0};
    assert_true(parse("naru find x --limit 3 --locale ja --content y", &o, &err));
    assert_true(options_suit(&o, "find", NULL, &err));
    assert_false(options_suit(&o, "screens", NULL, &err));
    assert_int_equal(err.code, ERR_USAGE);
    assert_string_equal(err.message, "screens does not use --limit; it is for find");
    assert_true(options_suit(&o, "other", "theme, limit, content", &err));
    assert_false(options_suit(&o, "other", "theme, limits, content", &err));
    assert_string_equal(
        err.message, "other does not use --limit; it takes --theme, limits, content");
    arena_init(&arena);
    assert_true(load("watch = /srv/city\nsoftware = yes\n", "find x", &arena, &o, &said, &err));
    assert_true(options_suit(&o, "find", NULL, &err)); /* the file serves every verb */
    arena_finish(&arena);
}

static void
test_options__a_long_path_in_a_file_is_whole(void **state) {
    (void)state;
    struct arena arena;
    struct options o;
    struct str_buf said = {0}, file = {0};
    struct err err;
    arena_init(&arena);
    str_buf_add(&file, STR("content = /srv"));
    for (int i = 0; i < 500; i++) {
        str_buf_add(&file, STR("/folder"));
    }
    size_t n = file.n - strlen("content = ");
    assert_true(load(file.p, "", &arena, &o, &said, &err));
    assert_int_equal(said.n, 0);
    assert_int_equal(strlen(o.content), n);
    str_buf_finish(&file);
    arena_finish(&arena);
}

/* Every option that has a default says what options_parse() then gives. */
static void
test_options__the_table_says_what_holds_without_an_option(void **state) {
    (void)state;
    struct options o;
    char name[] = "naru", *argv[] = {name};
    assert_true(options_parse(1, argv, &o, NULL));
    for (size_t i = 0; i < options_table.count; i++) {
        const struct option_spec *spec = &options_table.specs[i];
        struct option_value value = {0};
        bool is_literal = spec->otherwise && *spec->otherwise != '/' &&
                          !strchr(spec->otherwise, ' ') && !strchr(spec->otherwise, '\'');
        if (is_literal && !option_read_value(spec, str_from(spec->otherwise), &value)) {
            fail_msg("--%s: its own default is not in its limits", spec->name);
        }
    }
    assert_string_equal(o.profile.name, "kiosk-portrait");
    assert_int_equal(o.limit, 20);
    assert_true(
        o.looks.text_scale == 1 && o.scroll_dp == 0 && o.looks.theme == theme_lookup(STR("light")));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_options__verbs_words_and_options_in_any_order),
        cmocka_unit_test(test_options__a_profile_is_changed_by_the_options_before_it),
        cmocka_unit_test(test_options__wrong_words_are_named_with_what_would_be_right),
        cmocka_unit_test(test_options__the_line_counts_before_the_file),
        cmocka_unit_test(test_options__a_file_with_mistakes_still_counts_where_it_is_right),
        cmocka_unit_test(test_options__what_a_verb_does_not_use_is_a_mistake_on_the_line_alone),
        cmocka_unit_test(test_options__a_long_path_in_a_file_is_whole),
        cmocka_unit_test(test_options__the_table_says_what_holds_without_an_option),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

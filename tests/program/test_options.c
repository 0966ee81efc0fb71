#include "test.h"

#include "options.h"

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
    assert_true(options.text_scale > 1.49f && options.text_scale < 1.51f);
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

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_options__verbs_words_and_options_in_any_order),
        cmocka_unit_test(test_options__a_profile_is_changed_by_the_options_before_it),
        cmocka_unit_test(test_options__wrong_words_are_named_with_what_would_be_right),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* `naru layout`: its options, and what it prints. */
#include "text_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "text/layout_json.h"

static bool
parse(const char *line, struct layout_options *options, struct err *err) {
    static char words[256];
    static char name[] = "layout";
    char *argv[32] = {name};
    int argc = 1;
    strcpy(words, line);
    for (char *word = strtok(words, " "); word; word = strtok(NULL, " ")) {
        argv[argc++] = word;
    }
    return layout_options_parse(argc, argv, options, err);
}

static void
test_layout_options__are_understood(void **state) {
    (void)state;
    struct layout_options o;
    struct err err;
    assert_true(parse("--lang ja --width 120.5 --size 20 --style heading --kinsoku loose --justify "
                      "--hang --vertical --weight bold",
        &o, &err));
    assert_int_equal(o.style.lang, LOCALE_JA);
    assert_true(o.width_px == 120.5f && o.style.size_px == 20);
    assert_int_equal(o.style.breaking, TEXT_BREAK_PHRASE);
    assert_true(o.style.balance && o.style.hang && o.style.vertical);
    assert_int_equal(o.style.kinsoku, TEXT_KINSOKU_LOOSE);
    assert_int_equal(o.style.align, TEXT_ALIGN_JUSTIFY);
    assert_int_equal(o.style.weight, TEXT_BOLD);
    assert_true(parse("--width 0 --size 9 --lang ko", &o, &err));
    assert_int_equal(o.style.breaking, TEXT_BREAK_BODY);
}

static void
test_layout_options__name_the_wrong_word(void **state) {
    (void)state;
    static const struct {
        const char *line, *says;
    } cases[] = {{"--lang fr --width 1 --size 9", "fr"}, {"--width 1 --size 9", "needs --lang"},
        {"--lang ko --size 9", "--width"}, {"--lang ko --width x --size 9", "\"x\""},
        {"--lang ko --width -1 --size 9", "\"-1\""}, {"--lang ko --width 1 --size 0", "\"0\""},
        {"--lang ko --width 1 --size 5000", "\"5000\""}, {"--lang ko --width nan --size 9", "nan"},
        {"--lang ko --width 1 --size 9 --style loud", "loud"},
        {"--lang ko --width 1 --size 9 --colour red", "--colour"},
        {"--lang ko --width 1 --size", "--size"}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct layout_options o;
        struct err err = {0};
        assert_false(parse(cases[i].line, &o, &err));
        assert_int_equal(err.code, ERR_USAGE);
        if (!strstr(err.message, cases[i].says)) {
            fail_msg("\"%s\" does not say \"%s\"", err.message, cases[i].says);
        }
    }
}

static const char *
run(const char *input, const char *line) {
    static struct str_buf out;
    struct layout_options o;
    struct err err;
    assert_true(parse(line, &o, &err));
    str_buf_clear(&out);
    str_buf_byte(&out, ' ');
    str_buf_clear(&out);
    assert_true(layout_json_run(fixture_engine(), str_from(input), &o, &out));
    return input[0] == '\0' && out.n == 0 ? "" : out.p;
}

static void
test_layout_json__prints_lines_and_glyphs(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_JA);
    const struct para *para = fixture_layout(&style, "国", 1);
    char wanted[1024];
    snprintf(wanted, sizeof(wanted),
        "{\"lines\":[{\"start\":0,\"end\":3,\"text\":\"国\",\"width\":20,\"x\":0,\"glyphs\":[{"
        "\"face\":%u,"
        "\"id\":%u,\"x\":0,\"y\":22.59,\"advance\":20,\"cluster\":0}]},{\"start\":3,\"end\":6,"
        "\"text\":\"国\",\"width\":20,\"x\":0,\"glyphs\":[{\"face\":%u,\"id\":%u,\"x\":0,\"y\":52."
        "59,"
        "\"advance\":20,\"cluster\":3}]}],\"missing\":0}\n",
        para->glyphs[0].face, para->glyphs[0].id, para->glyphs[0].face, para->glyphs[0].id);
    assert_string_equal(run("国国", "--lang ja --width 20 --size 20"), wanted);
}

static size_t
count(const char *text, const char *piece) {
    size_t n = 0;
    for (const char *at = text; (at = strstr(at, piece)); at++) {
        n++;
    }
    return n;
}

static void
test_layout_json__takes_many_paragraphs(void **state) {
    (void)state;
    const char *options = "--lang ko --width 100 --size 20";
    assert_int_equal(count(run("가\f나\f다", options), "\n"), 3);
    assert_int_equal(count(run("가\f나\f다\n", options), "\n"), 3);
    assert_int_equal(count(run("\f", options), "\"text\":\"\""), 2);
    assert_int_equal(count(run("", options), "\n"), 1);
    assert_int_equal(count(run("가\n나", options), "\"text\""), 2);
    /* Wrong bytes, quotes and controls leave valid JSON. */
    assert_int_equal(count(run("\"\\\x01\xFF", options), "\\\"\\\\\\u0001\xEF\xBF\xBD"), 1);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_layout_options__are_understood),
        cmocka_unit_test(test_layout_options__name_the_wrong_word),
        cmocka_unit_test(test_layout_json__prints_lines_and_glyphs),
        cmocka_unit_test(test_layout_json__takes_many_paragraphs),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fixture_close();
    return failed;
}

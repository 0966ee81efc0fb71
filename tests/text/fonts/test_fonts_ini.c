#include "test.h"

#include "text/fonts/fonts_ini.h"

#include <string.h>

static void
test_fonts_ini__sections_become_faces_in_their_order(void **state) {
    (void)state;
    struct fonts_ini ini;
    struct err err;
    struct str text = STR("; words\n[b]\nfile = B.ttc\nindex = 2\nlanguages = ja  en\n"
                          "[a]\r\nfile=A.otf\r\nweight = bold\r\noptional = yes\r\n"
                          "[b]\nweight = bold");
    assert_true(fonts_ini_parse(text, "f", &ini, &err));
    assert_int_equal(ini.count, 2);
    assert_string_equal(ini.faces[0].name, "b");
    assert_string_equal(ini.faces[0].file, "B.ttc");
    assert_int_equal(ini.faces[0].index, 2);
    assert_int_equal(ini.faces[0].languages, 1u << LOCALE_JA | 1u << LOCALE_EN);
    assert_int_equal(ini.faces[0].weight, TEXT_BOLD);
    assert_false(ini.faces[0].is_optional);
    assert_string_equal(ini.faces[1].file, "A.otf");
    assert_true(ini.faces[1].is_optional);
}

/* inih takes an indented line for more of the value before it. */
static void
test_fonts_ini__indented_lines_are_lines(void **state) {
    (void)state;
    struct fonts_ini ini;
    struct err err;
    struct str text = STR("[a]\n  file = A.otf\n  index = 3\n\tweight = bold ; a comment\n");
    assert_true(fonts_ini_parse(text, "f", &ini, &err));
    assert_string_equal(ini.faces[0].file, "A.otf");
    assert_int_equal(ini.faces[0].index, 3);
    assert_int_equal(ini.faces[0].weight, TEXT_BOLD);
}

/* The first mistake, at its own line, whatever follows. */
static void
test_fonts_ini__mistakes_have_their_line(void **state) {
    (void)state;
    static const struct {
        struct str text;
        const char *says;
    } cases[] = {
        {STR_INIT("[a]\nfile = x\nweight = heavy\nnonsense\n"), "f:3: `weight = heavy`"},
        {STR_INIT("[a]\nnonsense\nweight = heavy\n"), "f:2: neither a [section]"},
        {STR_INIT("\n[a]\nlanguages = ja fr\n"), "f:3: [a] names a language"},
        {STR_INIT("file = x\n"), "f:1: a value before the first [section]"},
        {STR_INIT("[0123456789012345678901234567890123]\nfile = x\n"), "f:2: [0123456789"},
        {STR_INIT("[a]\nfile = x\0y\n"), "f:2: a NUL byte"},
        {STR_INIT("[a]\nfile = \xff\n"), "byte 11 is not UTF-8"},
        {STR_INIT("[a]\n[b]\n"), "names no font"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct fonts_ini ini;
        struct err err = {0};
        assert_false(fonts_ini_parse(cases[i].text, "f", &ini, &err));
        if (!strstr(err.message, cases[i].says)) {
            fail_msg("\"%s\" does not say \"%s\"", err.message, cases[i].says);
        }
    }
}

/* inih reads 199 bytes at a time and would take the rest for a line of its own. */
static void
test_fonts_ini__a_long_line_is_refused_not_cut(void **state) {
    (void)state;
    struct fonts_ini ini;
    struct err err = {0};
    struct str_buf text = {0};
    str_buf_printf(&text, "[a]\nfile = x\n ");
    for (int i = 0; i < 198; i++) {
        str_buf_byte(&text, 'x');
    }
    assert_false(fonts_ini_parse(str_buf_str(&text), "f", &ini, &err));
    assert_non_null(strstr(err.message, "f:3: neither a [section]"));
    str_buf_printf(&text, "xindex = 3\n");
    assert_false(fonts_ini_parse(str_buf_str(&text), "f", &ini, &err));
    assert_non_null(strstr(err.message, "f:3: a line longer than 198 bytes"));
    assert_int_equal(ini.faces[0].index, 0);
    str_buf_finish(&text);
}

static void
test_fonts_ini__a_comment_may_be_long(void **state) {
    (void)state;
    struct fonts_ini ini;
    struct err err = {0};
    struct str_buf text = {0};
    str_buf_printf(&text, "[a]\nfile = x\n  ; ");
    for (int i = 0; i < 5000; i++) {
        str_buf_printf(&text, "index = 3 ");
    }
    str_buf_printf(&text, "\nindex = 2\n#%0500d\nweight = heavy\n", 0);
    assert_false(fonts_ini_parse(str_buf_str(&text), "f", &ini, &err));
    assert_non_null(strstr(err.message, "f:6: `weight = heavy`")); /* lines are counted */
    assert_int_equal(ini.faces[0].index, 2);
    str_buf_finish(&text);
}

/* No limit is silent: each says which face is lost, and where. */
static void
test_fonts_ini__what_is_too_much_is_named(void **state) {
    (void)state;
    struct fonts_ini ini;
    struct err err = {0};
    struct str_buf text = {0};
    for (int i = 0; i < FONTS_INI_FACES; i++) {
        str_buf_printf(&text, "[face-%d]\nfile = x\n", i);
    }
    assert_true(fonts_ini_parse(str_buf_str(&text), "f", &ini, &err));
    str_buf_printf(&text, "[one-more]\nfile = x\n");
    assert_false(fonts_ini_parse(str_buf_str(&text), "f", &ini, &err));
    assert_non_null(strstr(err.message, "f:66: [one-more] is one face too many"));
    str_buf_clear(&text);
    str_buf_printf(&text, "[a]\nfile = %0190d\n", 0);
    assert_false(fonts_ini_parse(str_buf_str(&text), "f", &ini, &err));
    assert_non_null(strstr(err.message, "f:2: "));
    assert_false(fonts_ini_parse(STR("[a]\nfile = x\nindex = 1000\n"), "f", &ini, &err));
    assert_non_null(strstr(err.message, "f:3: `index = 1000`"));
    str_buf_finish(&text);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fonts_ini__sections_become_faces_in_their_order),
        cmocka_unit_test(test_fonts_ini__indented_lines_are_lines),
        cmocka_unit_test(test_fonts_ini__mistakes_have_their_line),
        cmocka_unit_test(test_fonts_ini__a_long_line_is_refused_not_cut),
        cmocka_unit_test(test_fonts_ini__a_comment_may_be_long),
        cmocka_unit_test(test_fonts_ini__what_is_too_much_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

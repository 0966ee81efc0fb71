#include "test.h"

#include "base/utf8.h"

/* Unicode 15, tables 3-8 to 3-11: one U+FFFD for each maximal subpart. */
static void
test_utf8_next__replaces_maximal_subparts(void **state) {
    (void)state;
    static const struct {
        const char *bytes;
        uint32_t expected[12];
    } cases[] = {
        {"A한\xF0\x9F\x98\x80", {'A', 0xD55C, 0x1F600}},
        {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41",
            {0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0x41}},
        {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41",
            {0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0x41}},
        {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42",
            {0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0x41, 0xFFFD, 0xFFFD, 0x42}},
        {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", {0xFFFD, 0xFFFD, 0xFFFD, 0xFFFD, 0x41}},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str s = str_from(cases[i].bytes);
        size_t at = 0, k = 0;
        while (at < s.n) {
            assert_int_equal(utf8_next(s, &at), cases[i].expected[k++]);
        }
        assert_true(k == 12 || cases[i].expected[k] == 0);
    }
}

static void
test_utf8_valid__names_the_first_wrong_byte(void **state) {
    (void)state;
    size_t at = 99;
    assert_true(utf8_valid(STR("나루 ナル"), &at));
    assert_int_equal(at, 99);
    assert_false(utf8_valid(STR("나\xFF"), &at));
    assert_int_equal(at, 3);
    assert_false(utf8_valid(STR("나\xEB\x82"), &at));
    assert_int_equal(at, 3);
}

static void
test_utf8__every_scalar_value_goes_round(void **state) {
    (void)state;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if (c >= 0xD800 && c < 0xE000) {
            continue;
        }
        char bytes[4];
        struct str s = {bytes, utf8_encode(c, bytes)};
        size_t at = 0, back = s.n;
        assert_int_equal(utf8_next(s, &at), c);
        assert_int_equal(at, s.n);
        assert_int_equal(utf8_prev(s, &back), c);
        assert_int_equal(back, 0);
    }
}

static void
test_utf8_encode__writes_a_replacement_for_a_surrogate(void **state) {
    (void)state;
    char bytes[4];
    assert_int_equal(utf8_encode(0xD800, bytes), 3);
    assert_memory_equal(bytes, "\xEF\xBF\xBD", 3);
    assert_int_equal(utf8_encode(0x110000, bytes), 3);
    assert_memory_equal(bytes, "\xEF\xBF\xBD", 3);
}

static void
test_utf8_cut__never_leaves_half_a_character(void **state) {
    (void)state;
    struct str text = STR("a한\U00020BB7");
    static const size_t cut[] = {0, 1, 1, 1, 4, 4, 4, 4, 8, 8};
    for (size_t n = 0; n < ARRAY_LEN(cut); n++) {
        assert_int_equal(utf8_cut(text, n).n, cut[n]);
    }
}

__attribute__((format(printf, 3, 4))) static struct str
formatted(char *out, size_t size, const char *format, ...) {
    va_list args;
    va_start(args, format);
    utf8_format(out, size, format, args);
    va_end(args);
    return str_from(out);
}

static void
test_utf8_format__marks_what_has_no_room(void **state) {
    (void)state;
    char out[12];
    assert_str_equal(formatted(out, sizeof(out), "%s", "11 bytes it"), "11 bytes it");
    assert_str_equal(formatted(out, sizeof(out), "%s", "12 bytes yes"), "12 bytes…");
    assert_str_equal(formatted(out, sizeof(out), "%s", "안산시청"), "안산…");
    assert_str_equal(formatted(out, sizeof(out), "a%s", "안산시청"), "a안산…");
    assert_str_equal(formatted(out, sizeof(out), "ab%s", "안산시청"), "ab안산…");
    assert_str_equal(formatted(out, sizeof(out), "abc%s", "안산시청"), "abc안…");
    assert_str_equal(formatted(out, 5, "%s", "안산"), "…");
    assert_str_equal(formatted(out, sizeof(out), "%s", ""), "");
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_utf8_next__replaces_maximal_subparts),
        cmocka_unit_test(test_utf8_valid__names_the_first_wrong_byte),
        cmocka_unit_test(test_utf8__every_scalar_value_goes_round),
        cmocka_unit_test(test_utf8_encode__writes_a_replacement_for_a_surrogate),
        cmocka_unit_test(test_utf8_cut__never_leaves_half_a_character),
        cmocka_unit_test(test_utf8_format__marks_what_has_no_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* What a drawing may hold is bounded, and each bound says which one it was: nothing is left out. */
#include "test.h"

#include "base/svg_plain.h"

#include <string.h>

#define BOX ((size_t)64 * 64)

/* `elements` paths, the last with `numbers` numbers in it, and `bytes` of blanks. */
static enum svg_fault
judge(const struct svg_limits *limits, size_t elements, size_t numbers, size_t bytes, size_t box) {
    struct str_buf svg = {0};
    str_buf_printf(&svg, "<svg width=\"24\" height=\"24\">");
    for (size_t i = 1; i < elements; i++) {
        str_buf_printf(&svg, "<path d=\"M1 1\"/>");
    }
    str_buf_printf(&svg, "<path d=\"M1 1");
    for (size_t i = 0; i < numbers; i++) {
        str_buf_printf(&svg, " 2");
    }
    str_buf_printf(&svg, "\"/>");
    while (svg.n + 6 < bytes) {
        str_buf_byte(&svg, ' ');
    }
    str_buf_printf(&svg, "</svg>");
    enum svg_fault fault = svg_plain(str_buf_str(&svg), limits, box).fault;
    str_buf_finish(&svg);
    return fault;
}

/* Up to the bound it is plain, from there on it is that fault, and no other and no silence. */
static void
check_numbers(const struct svg_limits *limits) {
    size_t most = 0;
    for (size_t numbers = limits->numbers - 50; numbers < limits->numbers + 50; numbers++) {
        enum svg_fault fault = judge(limits, 1, numbers, 0, BOX);
        if (fault == SVG_PLAIN) {
            assert_true(most == 0 || most == numbers);
            most = numbers + 1;
        } else {
            assert_int_equal(fault, SVG_NUMBERS);
        }
    }
    assert_true(most <= limits->numbers && most + 8 > limits->numbers);
}

static void
test_svg_plain__each_bound_says_which_it_was(void **state) {
    (void)state;
    const struct svg_limits *both[] = {&svg_limits_icon, &svg_limits_picture};
    for (size_t i = 0; i < ARRAY_LEN(both); i++) {
        const struct svg_limits *limits = both[i];
        check_numbers(limits);
        assert_int_equal(judge(limits, limits->elements, 0, 0, BOX), SVG_PLAIN);
        assert_int_equal(judge(limits, limits->elements + 1, 0, 0, BOX), SVG_ELEMENTS);
        size_t box = limits->pixels / 2;
        assert_int_equal(judge(limits, 2, 0, 0, box), SVG_PLAIN);
        assert_int_equal(judge(limits, 3, 0, 0, box), SVG_ELEMENTS_FOR_SIZE);
        assert_int_equal(judge(limits, 1, 0, SVG_BYTES_MAX, BOX), SVG_PLAIN);
        assert_int_equal(judge(limits, 1, 0, SVG_BYTES_MAX + 1, BOX), SVG_BYTES);
    }
}

static void
test_svg_plain__every_fault_has_words_of_its_own(void **state) {
    (void)state;
    for (int i = SVG_PLAIN + 1; i < SVG_FAULT_COUNT; i++) {
        const char *words = svg_fault_words((enum svg_fault)i);
        assert_true(words && strlen(words) > 3);
        for (int k = SVG_PLAIN + 1; k < i; k++) {
            assert_string_not_equal(words, svg_fault_words((enum svg_fault)k));
        }
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_svg_plain__each_bound_says_which_it_was),
        cmocka_unit_test(test_svg_plain__every_fault_has_words_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Long texts in rows of parts: nothing lost, nothing cut in two, nothing too long. */
#include "test.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "handover/parts.h"

/* Without blanks, for which a cut may stand, and the marks that number the parts. */
static void
add_ink(struct str_buf *out, struct str text, bool is_marked) {
    size_t at = is_marked ? str_find(text, STR(") ")) + 2 : 0;
    for (; at < text.n; at++) {
        if (text.p[at] != ' ' && text.p[at] != '\n') {
            str_buf_byte(out, text.p[at]);
        }
    }
}

static size_t
check(struct arena *arena, struct str text, size_t most) {
    struct str *parts;
    struct str_buf before = {0}, after = {0};
    size_t bad, count = parts_cut(arena, text, most, &parts);
    add_ink(&before, text, false);
    for (size_t i = 0; i < count; i++) {
        assert_true(parts[i].n <= most);
        assert_true(utf8_valid(parts[i], &bad));
        if (count > 1) {
            struct str mark = arena_printf(arena, "(%zu/%zu) ", i + 1, count);
            assert_true(str_starts(parts[i], mark));
        }
        add_ink(&after, parts[i], count > 1);
    }
    assert_true(str_eq(str_buf_str(&before), str_buf_str(&after)));
    str_buf_finish(&before);
    str_buf_finish(&after);
    return count;
}

static void
test_parts__a_short_text_is_one(void **state) {
    (void)state;
    struct arena arena;
    struct str *parts;
    arena_init(&arena);
    assert_int_equal(parts_cut(&arena, STR(""), 100, &parts), 1);
    assert_str_equal(parts[0], "");
    assert_int_equal(parts_cut(&arena, STR("짧은 글"), 100, &parts), 1);
    assert_str_equal(parts[0], "짧은 글");
    arena_finish(&arena);
}

static void
test_parts__cuts_where_it_reads_best(void **state) {
    (void)state;
    struct arena arena;
    struct str *parts;
    arena_init(&arena);
    assert_int_equal(
        parts_cut(&arena, STR("One two three.\n\nFour five.\nSix seven eight."), 40, &parts), 2);
    assert_str_equal(parts[0], "(1/2) One two three.");
    assert_str_equal(parts[1], "(2/2) Four five.\nSix seven eight.");
    assert_int_equal(parts_cut(&arena, STR("Alpha beta nu. Gamma delta epsi."), 31, &parts), 2);
    assert_str_equal(parts[0], "(1/2) Alpha beta nu.");
    assert_int_equal(parts_cut(&arena, STR("alphabet betagamma deltaepsilon etas"), 34, &parts), 2);
    assert_str_equal(parts[0], "(1/2) alphabet betagamma");
    assert_int_equal(parts_cut(&arena, STR("浜松市です。音楽の都市"), 32, &parts), 2);
    assert_str_equal(parts[0], "(1/2) 浜松市です。");
    arena_finish(&arena);
}

/* A character keeps what belongs to it, whatever the length. */
static void
test_parts__no_character_is_cut(void **state) {
    (void)state;
    static const char *const letters[] = {"a", "한", "か\xE3\x82\x99", "葛\xF3\xA0\x84\x80",
        "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "é"};
    struct arena arena;
    struct str_buf text = {0};
    arena_init(&arena);
    for (size_t letter = 0; letter < ARRAY_LEN(letters); letter++) {
        struct str one = str_from(letters[letter]), *parts;
        str_buf_clear(&text);
        for (int i = 0; i < 90; i++) {
            str_buf_add(&text, one);
        }
        for (size_t most = 40; most < 90; most++) {
            check(&arena, str_buf_str(&text), most);
            size_t count = parts_cut(&arena, str_buf_str(&text), most, &parts);
            for (size_t i = 0; i < count; i++) {
                size_t at = count > 1 ? str_find(parts[i], STR(") ")) + 2 : 0;
                assert_int_equal((parts[i].n - at) % one.n, 0);
            }
        }
    }
    str_buf_finish(&text);
    arena_finish(&arena);
}

static void
test_parts__hostile_texts(void **state) {
    (void)state;
    struct arena arena;
    struct str_buf text = {0};
    struct str *parts;
    arena_init(&arena);
    for (int i = 0; i < 500; i++) {
        str_buf_add(&text, STR("\xCC\x80")); /* marks alone */
    }
    check(&arena, str_buf_str(&text), 50);
    str_buf_clear(&text);
    for (int i = 0; i < 500; i++) {
        str_buf_add(&text, STR("\n"));
    }
    assert_true(parts_cut(&arena, str_buf_str(&text), 50, &parts) >= 1);
    assert_int_equal(parts_cut(&arena, STR("\xFF\xED\xA0\x80"), 50, &parts), 1);
    size_t bad;
    assert_true(utf8_valid(parts[0], &bad));
    str_buf_finish(&text);
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts__a_short_text_is_one),
        cmocka_unit_test(test_parts__cuts_where_it_reads_best),
        cmocka_unit_test(test_parts__no_character_is_cut),
        cmocka_unit_test(test_parts__hostile_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The text and the spans that a block of an article becomes. */
#include "test.h"

#include "screens/prose.h"

#define NBSP "\xC2\xA0"
#define WJ "\xE2\x81\xA0"

struct fixture {
    struct arena arena;
    struct store_block block;
    const struct store_block *shown;
    struct ui_span *spans;
    size_t count;
};

static int
set_up(void **state) {
    static struct fixture f;
    f = (struct fixture){0};
    arena_init(&f.arena);
    *state = &f;
    return 0;
}

static int
tear_down(void **state) {
    struct fixture *f = *state;
    arena_finish(&f->arena);
    return 0;
}

static void
read_block(struct fixture *f, const char *text, struct store_mark *marks, size_t count) {
    f->block = (struct store_block){
        .kind = BLOCK_PARAGRAPH, .text = str_from(text), .marks = marks, .mark_count = count};
    f->shown = &f->block;
    f->spans = prose_spans(&f->shown, &f->arena, &f->count);
}

static void
assert_span(struct fixture *f, size_t i, const char *text) {
    assert_true(i < f->count);
    assert_str_equal(str_slice(f->shown->text, f->spans[i].start, f->spans[i].end), text);
}

static void
test_prose__a_field_is_a_blank_with_its_name(void **state) {
    struct fixture *f = *state;
    read_block(f, "{단장}님께", NULL, 0);
    assert_str_equal(f->shown->text, NBSP "단" WJ "장" NBSP "님께");
    assert_int_equal(f->count, 1);
    assert_span(f, 0, NBSP "단" WJ "장" NBSP);
    assert_true(f->spans[0].blank);
    read_block(f, "On {date of visit}, {time}.", NULL, 0);
    assert_int_equal(f->count, 2);
    assert_span(f, 1, NBSP "t" WJ "i" WJ "m" WJ "e" NBSP);
    assert_true(str_find(f->shown->text, STR("{")) == SIZE_MAX);
    assert_true(str_find(f->shown->text, STR("e" WJ NBSP WJ "o" WJ "f")) != SIZE_MAX);
    /* of the content's own block nothing has changed */
    assert_str_equal(f->block.text, "On {date of visit}, {time}.");
}

static void
test_prose__braces_that_hold_nothing_stay(void **state) {
    struct fixture *f = *state;
    static const char *const texts[] = {"{}", "{", "a { b", "}{", "{never closed", "{a{b"};
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        read_block(f, texts[i], NULL, 0);
        assert_str_equal(f->shown->text, texts[i]);
        assert_int_equal(f->count, 0);
    }
    read_block(f, "{a{b}", NULL, 0);
    assert_str_equal(f->shown->text, "{a" NBSP "b" NBSP);
    assert_int_equal(f->count, 1);
}

/* Marks before, around and behind a field stay on their words. */
static void
test_prose__marks_move_with_their_words(void **state) {
    struct fixture *f = *state;
    struct store_mark marks[] = {{MARK_STRONG, 0, 5, {0}}, {MARK_LANG, 4, 12, STR_INIT("ja")},
        {MARK_LINK, 13, 16, STR_INIT("cities/minato")}};
    read_block(f, "abc {dd} efg hij", marks, ARRAY_LEN(marks));
    assert_str_equal(f->shown->text, "abc " NBSP "d" WJ "d" NBSP " efg hij");
    assert_int_equal(f->count, 4);
    assert_span(f, 0, "abc ");
    assert_true(f->spans[0].strong && !f->spans[0].blank);
    assert_span(f, 1, NBSP "d" WJ "d" NBSP);
    assert_true(f->spans[1].blank && f->spans[1].lang == UI_LANG(LOCALE_JA));
    assert_span(f, 2, " efg");
    assert_true(f->spans[2].lang == UI_LANG(LOCALE_JA) && !f->spans[2].blank);
    assert_span(f, 3, "hij");
    assert_str_equal(f->spans[3].action, "open cities/minato");
}

static void
test_prose__marks_that_nest_become_spans_side_by_side(void **state) {
    struct fixture *f = *state;
    struct store_mark marks[] = {{MARK_LINK, 0, 9, STR_INIT("cities")}, {MARK_STRONG, 3, 6, {0}}};
    read_block(f, "abcdefghi jkl", marks, ARRAY_LEN(marks));
    assert_int_equal(f->count, 3);
    assert_span(f, 1, "def");
    assert_true(f->spans[1].strong);
    for (size_t i = 0; i < 3; i++) {
        assert_str_equal(f->spans[i].action, "open cities");
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_prose__a_field_is_a_blank_with_its_name),
        TEST(test_prose__braces_that_hold_nothing_stay),
        TEST(test_prose__marks_move_with_their_words),
        TEST(test_prose__marks_that_nest_become_spans_side_by_side),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Layout costs a bounded amount of work, whatever a database says: work is counted, not timed. */
#include "text_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

#include "base/check.h"

enum { MOST_UNITS = 100000, MOST_MARKS = 30, MEGABYTE = 1 << 20 };

static struct str
repeat(struct str_buf *buf, const char *start, const char *again, size_t bytes) {
    str_buf_clear(buf);
    str_buf_add(buf, str_from(start));
    while (buf->n < bytes) {
        str_buf_add(buf, str_from(again));
    }
    return str_buf_str(buf);
}

static uint64_t
units_shaped(void) {
    return text_engine_counters(fixture_engine()).units_shaped;
}

static void
test_bounds__a_megabyte_is_cut_behind_an_ellipsis(void **state) {
    (void)state;
    static const char *const floods[] = {"가나다라", "국제교류 도시를 ", "国際交流都市", "abcdefgh",
        "a-", "1987. 11. 9. ", "((", "\"", "\xE2\x80\x8B", "\xE2\x80\x8D", "\xE2\x80\xAB\xD7\x90",
        "\xE2\x81\xA7", "a\xD7\x90", "\n", " ", "\xFF", "\U00010F00"};
    struct str_buf buf = {0};
    for (size_t i = 0; i < ARRAY_LEN(floods); i++) {
        for (int heading = 0; heading < 2; heading++) {
            struct text_style style = fixture_style(i % 2 ? LOCALE_JA : LOCALE_KO);
            style.breaking = heading ? TEXT_BREAK_PHRASE : TEXT_BREAK_BODY;
            style.balance = heading;
            struct str text = repeat(&buf, "", floods[i], MEGABYTE);
            uint64_t before = units_shaped();
            const struct para *para = para_layout(fixture_engine(), text, &style, NULL, 0, 20 * 20);
            assert_in_range(units_shaped() - before, 0, MOST_UNITS);
            assert_in_range(para->cluster_count, 1, MOST_UNITS);
            assert_true(para->truncated);
            const struct text_line *last = &para->lines[para->line_count - 1];
            uint32_t ellipsis = font_ellipsis_of(&fixture_engine()->fonts.faces[0], false)->glyph;
            bool same_face = para->glyphs[para->glyph_count - 1].face == 0;
            assert_true(!same_face || para->glyphs[para->glyph_count - 1].id == ellipsis);
            assert_true(last->glyph_count > 0);
            text_engine_end_frame(fixture_engine());
        }
    }
    str_buf_finish(&buf);
}

/* Thirty marks on a character are drawn; the bytes of the others still belong to it. */
static void
test_bounds__marks_on_one_character_are_thirty(void **state) {
    (void)state;
    static const struct {
        const char *base, *mark;
    } floods[] = {{"a", "\u0301"}, {"א", "\u05b0"}, {"ب", "\u064b"}, {"ก", "\u0e38"},
        {"か", "\u3099"}, {"한", "\u302e"}};
    struct str_buf buf = {0};
    for (size_t i = 0; i < ARRAY_LEN(floods); i++) {
        struct text_style style = fixture_style(LOCALE_KO);
        struct str text = repeat(&buf, floods[i].base, floods[i].mark, MEGABYTE);
        str_buf_add(&buf, STR("z"));
        text = str_buf_str(&buf);
        uint64_t before = units_shaped();
        const struct para *para = para_layout(fixture_engine(), text, &style, NULL, 0, 20 * 20);
        assert_in_range(units_shaped() - before, 2, 2 + MOST_MARKS);
        assert_in_range(para->glyph_count, 2, 2 + 2 * MOST_MARKS); /* dotted circles, too */
        assert_false(para->truncated);
        assert_int_equal(para->cluster_count, 2);
        assert_int_equal(para->clusters[1].byte, text.n - 1);
        text_engine_end_frame(fixture_engine());
    }
    str_buf_finish(&buf);
}

static void
test_bounds__thirty_marks_are_not_touched(void **state) {
    (void)state;
    struct str_buf buf = {0};
    struct text_style style = fixture_style(LOCALE_EN);
    struct str text = repeat(&buf, "a", "\u0301", 1 + MOST_MARKS * 2);
    uint64_t before = units_shaped();
    para_layout(fixture_engine(), text, &style, NULL, 0, 20 * 20);
    assert_int_equal(units_shaped() - before, 1 + MOST_MARKS);
    str_buf_finish(&buf);
}

static void
test_bounds__a_hundred_thousand_readings(void **state) {
    (void)state;
    enum { COUNT = 100000 };
    struct str_buf buf = {0};
    struct text_style style = fixture_style(LOCALE_JA);
    struct text_span *spans = test_calloc(COUNT, sizeof(*spans));
    for (size_t i = 0; i < COUNT; i++) {
        spans[i] = (struct text_span){.start = i * 3,
            .end = i * 3 + 3,
            .lang = LOCALE_JA,
            .emphasis = i % 2,
            .ruby = i % 2 ? STR("") : STR("まつ")};
    }
    struct str text = repeat(&buf, "", "浜", COUNT * 3);
    uint64_t before = units_shaped();
    const struct para *para = para_layout(fixture_engine(), text, &style, spans, COUNT, 20 * 20);
    assert_in_range(units_shaped() - before, COUNT, 4 * COUNT);
    assert_in_range(para->glyph_count, COUNT, 4 * COUNT);
    test_free(spans);
    str_buf_finish(&buf);
}

/* A reading is text as well. */
static void
test_bounds__a_megabyte_of_reading(void **state) {
    (void)state;
    struct str_buf buf = {0};
    struct text_style style = fixture_style(LOCALE_JA);
    struct text_span span = {.start = 0, .end = 3, .lang = LOCALE_JA};
    span.ruby = repeat(&buf, "か", "\u3099", MEGABYTE);
    uint64_t before = units_shaped();
    para_layout(fixture_engine(), STR("浜松"), &style, &span, 1, 20 * 20);
    assert_in_range(units_shaped() - before, 3, 2 + 2 * (1 + MOST_MARKS)); /* tried, then set */
    str_buf_finish(&buf);
}

/* Names of another content: a long one is not kept, and many with one beginning cost a search. */
static void
test_bounds__names_are_short(void **state) {
    (void)state;
    struct str_buf buf = {0};
    struct text_engine *engine = fixture_engine();
    struct str name = repeat(&buf, "", "a", MEGABYTE);
    text_engine_add_names(engine, LOCALE_EN, &name, 1);
    assert_int_equal(engine->names[LOCALE_EN].count, 0);
    static const struct str names[] = {
        STR_INIT("New"), STR_INIT("New York"), STR_INIT("New York City"), STR_INIT("Nex")};
    text_engine_add_names(engine, LOCALE_EN, names, ARRAY_LEN(names));
    assert_string_equal(fixture_break(LOCALE_EN, "in New York City", 7), "in|New York City");
    text_engine_forget_words(engine);
    str_buf_finish(&buf);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bounds__a_megabyte_is_cut_behind_an_ellipsis),
        cmocka_unit_test(test_bounds__marks_on_one_character_are_thirty),
        cmocka_unit_test(test_bounds__thirty_marks_are_not_touched),
        cmocka_unit_test(test_bounds__a_hundred_thousand_readings),
        cmocka_unit_test(test_bounds__a_megabyte_of_reading),
        cmocka_unit_test(test_bounds__names_are_short),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fixture_close();
    return failed;
}

/* Carets, hits and deletion by grapheme; the stage dump. */
#include "text_fixture.h"

#include "golden.h"

#include "base/arena.h"
#include "text/caret.h"
#include "text/dump.h"

static void
test_caret__moves_by_grapheme(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_KO);
    /* decomposed 한, a variation sequence, a letter */
    const struct para *para = fixture_layout(&style, "\u1112\u1161\u11AB辻\U000E0100a", 20);
    static const size_t stops[] = {0, 9, 16, 17};
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(para_next_stop(para, stops[i]), stops[i + 1]);
        assert_int_equal(para_previous_stop(para, stops[i + 1]), stops[i]);
    }
    assert_int_equal(para_next_stop(para, 17), 17);
    assert_int_equal(para_previous_stop(para, 0), 0);
    assert_int_equal(para_caret(para, 20, 4).byte, 0); /* inside the syllable */
}

static void
test_caret__hits_what_it_points_at(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_JA);
    const struct para *para = fixture_layout(&style, "国国国国", 2);
    assert_int_equal(para_hit(para, (struct point){4, 10}), 0);
    assert_int_equal(para_hit(para, (struct point){16, 10}), 3);
    assert_int_equal(para_hit(para, (struct point){-50, 10}), 0);
    assert_int_equal(para_hit(para, (struct point){4, 40}), 6);
    assert_int_equal(para_hit(para, (struct point){500, 900}), 12);
    struct text_caret caret = para_caret(para, 20, 9);
    assert_int_equal(caret.line, 1);
    assert_true(caret.box.x == 20 && caret.box.h == 20);
}

/* Where text of both directions meets, two carets stand at one place: a hit gives one of them. */
static void
test_caret__hit_and_caret_agree_in_both_directions(void **state) {
    (void)state;
    static const char *const texts[] = {"한글 שלום 12 world", "שלום עולם, 서울 안산 שלום",
        "مرحبا \u2067東京 3\u2069 abc", "بـ\u200B\u0301 ㄱ\u2067a\u200Bب"};
    struct text_style style = fixture_style(LOCALE_KO);
    for (size_t t = 0; t < sizeof(texts) / sizeof(texts[0]); t++) {
        for (float em = 3; em < 12; em += 2) {
            const struct para *para = fixture_layout(&style, texts[t], em);
            for (size_t i = 0; i < para->cluster_count; i++) {
                struct text_caret caret = para_caret(para, 20, para->clusters[i].byte);
                struct point middle = {caret.box.x, caret.box.y + caret.box.h / 2};
                struct text_caret again = para_caret(para, 20, para_hit(para, middle));
                assert_int_equal(again.line, caret.line);
                assert_true(again.box.x == caret.box.x);
            }
        }
    }
}

static void
test_caret__selects_by_line(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_JA);
    const struct para *para = fixture_layout(&style, "国国国国", 2);
    struct rect boxes[4];
    assert_int_equal(para_selection(para, 3, 9, boxes, 4), 2);
    assert_true(boxes[0].x == 20 && boxes[0].y == 0 && boxes[0].w == 20 && boxes[0].h == 30);
    assert_true(boxes[1].x == 0 && boxes[1].y == 30);
    assert_int_equal(para_selection(para, 0, 12, boxes, 1), 1);
}

static void
test_caret__deletes_by_grapheme_or_jamo(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t left;
        bool by_jamo;
        uint32_t rest;
    } cases[] = {{"가나", 3, false, 0}, {"한", 0, true, 0xD558}, {"하", 0, true, 0x314E},
        {"값", 0, true, 0xAC11}, {"과", 0, true, 0xACE0}, {"가ㅎ", 3, true, 0},
        {"\u1112\u1161\u11AB", 0, false, 0}, {"a\u0301", 0, false, 0},
        {"辻\U000E0100", 0, false, 0}, {"", 0, true, 0}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        uint32_t rest;
        struct str text = str_from(cases[i].text);
        size_t left = text_delete_before(fixture_engine(), text, text.n, cases[i].by_jamo, &rest);
        assert_int_equal(left, cases[i].left);
        assert_int_equal(rest, cases[i].rest);
    }
}

/* Each stage of a mixed paragraph, as it was looked at and found right. GOLDEN=update rewrites. */
static void
test_dump__matches_the_golden(void **state) {
    (void)state;
    static const struct {
        const char *name, *text;
        enum locale_id lang;
        float em;
    } cases[] = {
        {"korean", "부산-후쿠오카 『교류』이 1987. 11. 9. 시작", LOCALE_KO, 9},
        {"japanese", "浜松市の「国際」、AとB（12）。ぁ", LOCALE_JA, 6},
        {"english", "Vienna office: AV \u2068\u0710\u07121\u2069!", LOCALE_EN, 6},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct text_style style = fixture_style(cases[i].lang);
        struct str_buf out = {0};
        struct arena arena;
        arena_init(&arena);
        text_dump(
            fixture_engine(), str_from(cases[i].text), &style, NULL, 0, cases[i].em * 20, &out);
        struct str path =
            arena_printf(&arena, NARU_SOURCE_DIR "/tests/text/golden/%s.txt", cases[i].name);
        golden_check(path.p, str_buf_str(&out));
        str_buf_finish(&out);
        arena_finish(&arena);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_caret__moves_by_grapheme),
        cmocka_unit_test(test_caret__hits_what_it_points_at),
        cmocka_unit_test(test_caret__hit_and_caret_agree_in_both_directions),
        cmocka_unit_test(test_caret__selects_by_line),
        cmocka_unit_test(test_caret__deletes_by_grapheme_or_jamo),
        cmocka_unit_test(test_dump__matches_the_golden),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fixture_close();
    return failed;
}

/* A fourth language is a line in the table, a bundle, and content: base, i18n, text and the
 * compiler's words are built here with such a line, and work. */
#include "test.h"

#include "compiler/trouble.h"
#include "i18n/index.h"
#include "i18n/edtf.h"
#include "i18n/i18n.h"
#include "text/para.h"

#include <errno.h>

static void
test_fourth__is_known_by_its_tag(void **state) {
    (void)state;
    enum locale_id locale;
    assert_int_equal(LOCALE_COUNT, 4);
    assert_true(locale_from_tag(STR("zh-CN"), &locale));
    assert_int_equal(locale, LOCALE_ZH);
    assert_str_equal(locale_own_name(LOCALE_ZH), "中文");
}

static void
test_fourth__writes_dates_and_numbers_its_way(void **state) {
    (void)state;
    struct err err;
    struct arena arena;
    struct edtf date;
    arena_init(&arena);
    struct i18n *i18n = i18n_open(NARU_BUILD_DIR "/tests/i18n/fourth", &err);
    if (!i18n) {
        fail_msg("%s", err.message);
    }
    assert_str_equal(i18n_text(i18n, LOCALE_ZH, MSG_BACK), "返回");
    assert_true(edtf_parse(STR("1987-11-09"), &date, &err));
    assert_str_equal(i18n_date(i18n, &arena, LOCALE_ZH, &date, true), "1987年11月9日");
    assert_true(edtf_parse(STR("1987/1999-02"), &date, &err));
    assert_true(i18n_date(i18n, &arena, LOCALE_ZH, &date, true).n > 8);
    assert_true(edtf_parse(STR("1987/.."), &date, &err));
    assert_str_equal(i18n_date(i18n, &arena, LOCALE_ZH, &date, false), "1987年 –");
    assert_str_equal(i18n_large_number(i18n, &arena, LOCALE_ZH, 123456), "123,456");
    struct index_order *order = index_order_open();
    struct str an = index_sort_key(order, &arena, LOCALE_ZH, STR("安"));
    assert_true(str_cmp(an, index_sort_key(order, &arena, LOCALE_ZH, STR("中"))) < 0);
    index_order_close(order);
    i18n_close(i18n);
    arena_finish(&arena);
}

static void
test_fourth__is_laid_out(void **state) {
    (void)state;
    struct err err;
    struct text_engine *engine = text_engine_open(NARU_SOURCE_DIR "/fonts/fonts.ini", &err);
    if (!engine) {
        fail_msg("%s", err.message);
    }
    struct str text = STR("国际友好城市交流，欢迎光临（安山市）。");
    for (int heading = 0; heading < 2; heading++) {
        struct text_style style = {.lang = LOCALE_ZH, .size_px = 20};
        style.breaking = heading ? TEXT_BREAK_PHRASE : TEXT_BREAK_BODY;
        style.balance = heading;
        struct text_span span = {
            .start = 0, .end = 6, .lang = LOCALE_ZH, .ruby = STR("guojì"), .emphasis = true};
        const struct para *para = para_layout(engine, text, &style, &span, 1, 100);
        assert_in_range(para->line_count, 4, 6);
        assert_true(para->ink_px > 15);
        assert_int_equal(para->missing, 0);
    }
    text_engine_close(engine);
}

/* The compiler's words have three columns; who asks in a fourth language reads the root's. */
static void
test_fourth__is_answered_in_english_where_it_has_no_words(void **state) {
    (void)state;
    struct err in_chinese, in_japanese, in_english;
    struct str_buf zh = {0}, en = {0};
    trouble_add_why(&zh, LOCALE_ZH, ENOSPC);
    trouble_add_why(&en, LOCALE_EN, ENOSPC);
    assert_string_equal(zh.p, en.p);
    str_buf_finish(&zh);
    str_buf_finish(&en);
    for (int kind = 0; kind < TROUBLE_KIND_COUNT; kind++) {
        trouble_with_path(&in_chinese, ERR_IO, LOCALE_ZH, (enum trouble)kind, "a", ENOENT);
        trouble_with_path(&in_english, ERR_IO, LOCALE_EN, (enum trouble)kind, "a", ENOENT);
        assert_string_equal(in_chinese.message, in_english.message);
        trouble_with_path(&in_japanese, ERR_IO, LOCALE_JA, (enum trouble)kind, "a", ENOENT);
        assert_string_not_equal(in_japanese.message, in_english.message);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fourth__is_known_by_its_tag),
        cmocka_unit_test(test_fourth__writes_dates_and_numbers_its_way),
        cmocka_unit_test(test_fourth__is_laid_out),
        cmocka_unit_test(test_fourth__is_answered_in_english_where_it_has_no_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

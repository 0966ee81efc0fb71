#include "test.h"

#include "i18n/kana.h"

static void
test_kana__the_marks_go_round(void **state) {
    (void)state;
    static const struct {
        const char *before;
        enum kana_change change;
        const char *after;
    } cases[] = {
        {"か", KANA_VOICED, "が"},
        {"が", KANA_VOICED, "か"},
        {"は", KANA_VOICED, "ば"},
        {"ば", KANA_SEMI_VOICED, "ぱ"},
        {"ぱ", KANA_VOICED, "ば"},
        {"ぱ", KANA_SEMI_VOICED, "は"},
        {"ほ", KANA_SEMI_VOICED, "ぽ"},
        {"つ", KANA_SMALL, "っ"},
        {"っ", KANA_SMALL, "つ"},
        {"つ", KANA_VOICED, "づ"},
        {"きよ", KANA_SMALL, "きょ"},
        {"う", KANA_VOICED, "ゔ"},
        {"ん", KANA_VOICED, "ん"},
        {"か", KANA_SEMI_VOICED, "か"},
        {"浜", KANA_SMALL, "浜"},
        {"", KANA_VOICED, ""},
        {"か", KANA_NEXT_FORM, "が"},
        {"が", KANA_NEXT_FORM, "か"},
        {"は", KANA_NEXT_FORM, "ば"},
        {"ば", KANA_NEXT_FORM, "ぱ"},
        {"ぱ", KANA_NEXT_FORM, "は"},
        {"つ", KANA_NEXT_FORM, "っ"},
        {"っ", KANA_NEXT_FORM, "づ"},
        {"づ", KANA_NEXT_FORM, "つ"},
        {"う", KANA_NEXT_FORM, "ぅ"},
        {"ぅ", KANA_NEXT_FORM, "ゔ"},
        {"や", KANA_NEXT_FORM, "ゃ"},
        {"な", KANA_NEXT_FORM, "な"},
        {"浜", KANA_NEXT_FORM, "浜"},
    };
    struct str_buf buf = {0};
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        str_buf_clear(&buf);
        str_buf_add(&buf, str_from(cases[i].before));
        kana_change_last(&buf, cases[i].change);
        assert_str_equal(str_buf_str(&buf), cases[i].after);
    }
    str_buf_finish(&buf);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kana__the_marks_go_round),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

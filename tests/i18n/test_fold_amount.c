/* Amounts as people say and write them; every word of amounts.def. */
#include "test.h"

#include "base/check.h"
#include "i18n/fold_amount.h"

#include <string.h>

static bool
read(struct arena *arena, struct str text, struct fold_amount *out) {
    struct fold fold = fold_text(arena, text);
    return fold_amount_next(&fold, 0, out);
}

static void
test_amount__is_what_was_said(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int64_t value, least, most;
    } cases[] = {
        {"646만", 6460000, 6455000, 6465000},
        {"646万人", 6460000, 6455000, 6465000},
        {"六百四十六万", 6460000, 6455000, 6465000},
        {"九千二百五十二", 9252, 9252, 9252},
        {"3천ウォン", 3000, 3000, 3000},
        {"1조 864억", 1086400000000, 0, 0},
        {"5만 명", 50000, 0, 0},
        {"12만3456명", 123456, 0, 0},
        {"6.46 million", 6460000, 6455000, 6465000},
        {"180k", 180000, 0, 0},
        {"180 thousand people", 180000, 0, 0},
        {"1,596 cases", 1596, 0, 0},
        {"삼천이백이십삼명", 3223, 0, 0},
        {"千五百件", 1500, 0, 0},
        {"98 thousand", 98000, 0, 0},
        {"ninety-eight thousand", 98000, 97500, 98500},
        {"three hundred and forty square kilometres", 340, 340, 340},
        {"eight hundred forty-three municipalities", 843, 843, 843},
        {"one hundred and seventy thousand students", 170000, 0, 0},
        {"fifty-nine barangays", 59, 59, 59},
        {"fifteen hundred ties", 1500, 1500, 1500},
        {"fifty people", 50, 50, 50},
        {"half a million", 500000, 0, 0},
        {"a quarter of a million people", 250000, 0, 0},
        {"three quarters of a million", 750000, 0, 0},
        {"six point four six million", 6460000, 6455000, 6465000},
        {"a hundred and twelve schools", 112, 112, 112},
        {"이백육십 대", 260, 260, 260},
        {"260 PCs", 260, 260, 260},
        {"二百六十台", 260, 260, 260},
        {"八百四十三の自治体", 843, 843, 843},
        {"百十二の学校", 112, 112, 112},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct fold_amount amount;
        if (!read(&arena, str_from(cases[i].text), &amount)) {
            fail_msg("%s is no amount", cases[i].text);
        }
        if (amount.value != cases[i].value) {
            fail_msg("%s is %lld", cases[i].text, (long long)amount.value);
        }
        assert_true(amount.least <= amount.value && amount.value <= amount.most);
        bool is_rounded = cases[i].most > 0;
        if (is_rounded && (amount.least != cases[i].least || amount.most != cases[i].most)) {
            fail_msg("%s is from %lld to %lld", cases[i].text, (long long)amount.least,
                (long long)amount.most);
        }
    }
    arena_finish(&arena);
}

enum { DIGIT, POWER, BIG, UNIT };
static const struct row {
    int kind;
    const char *words;
    int number;
} rows[] = {
#define AMOUNT_DIGIT(words, value) {DIGIT, words, value},
#define AMOUNT_POWER(words, zeros) {POWER, words, zeros},
#define AMOUNT_BIG(words, zeros) {BIG, words, zeros},
#define AMOUNT_UNIT(words) {UNIT, words, 0},
#include "i18n/amounts.def"
};

static int64_t
power_of_ten(int zeros) {
    int64_t out = 1;
    while (zeros-- > 0) {
        out *= 10;
    }
    return out;
}

/* Each word of the table, behind a 3 (a digit: before 만). */
static void
test_amount__every_word_of_the_table_counts(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct str rest = str_from(rows[i].words), word;
        while (str_split(&rest, '|', &word)) {
            bool is_digit = rows[i].kind == DIGIT;
            struct str text = arena_printf(&arena,
                is_digit                ? "%.*s만 명"
                : rows[i].kind == POWER ? "3%.*s명"
                                        : "3%.*s",
                STR_ARG(word));
            int64_t wanted = is_digit               ? rows[i].number * 10000
                             : rows[i].kind == UNIT ? 3
                                                    : 3 * power_of_ten(rows[i].number);
            struct fold_amount amount;
            bool is_there = read(&arena, text, &amount);
            if ((wanted > 0 && !is_there) || (is_there && amount.value != wanted)) {
                fail_msg("%.*s is %lld", STR_ARG(text), is_there ? (long long)amount.value : -1);
            }
        }
    }
    arena_finish(&arena);
}

static void
test_amount__words_stay_words(void **state) {
    (void)state;
    static const char *const none[] = {"", "이", "사이", "일본", "一", "도시만", "million", "k",
        "하나", "one", "ten minutes", "one person", "two hundred", "someone", "tension", "a",
        "half", "half past three", "ten thousand", "one million", "a quarter past"};
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(none); i++) {
        struct fold_amount amount;
        if (read(&arena, str_from(none[i]), &amount)) {
            fail_msg("%s is %lld", none[i], (long long)amount.value);
        }
    }
    struct fold_amount flood;
    struct str_buf digits = {0};
    for (int i = 0; i < 4000; i++) {
        str_buf_byte(&digits, '9');
    }
    str_buf_add(&digits, STR("조"));
    if (read(&arena, str_buf_str(&digits), &flood)) {
        assert_true(flood.least <= flood.most && flood.value >= 0);
    }
    str_buf_finish(&digits);
    arena_finish(&arena);
}

/* More digits than a number has room for, before and behind the point, and more parts of it. */
static void
test_amount__never_runs_over(void **state) {
    (void)state;
    static const char *const most[] = {"111111111111111.111111", "999999999999999.9999999999만 명",
        "999999999999999.999999천", "999999999999999천 999999999999999천",
        "999999조 9999999999억 99999999999999만 999999999999999명",
        "999999 trillion 999999999 billion 999999999999 million 999999999999999 thousand",
        "九九九九九九九九九九九九九九九千九九九九九九九九九九九九九九九百兆"};
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(most); i++) {
        struct fold fold = fold_text(&arena, str_from(most[i]));
        struct fold_amount amount;
        for (size_t at = 0; fold_amount_next(&fold, at, &amount); at = amount.to) {
            assert_in_range(amount.value, 0, 1000000000000000000);
            assert_true(amount.least <= amount.value && amount.value <= amount.most);
        }
    }
    arena_finish(&arena);
}

/* Terms sort as their numbers do. */
static void
test_amount__terms_sort_as_numbers(void **state) {
    (void)state;
    static const int64_t numbers[] = {0, 1, 9, 10, 98000, 6460000, 1086400000000, INT64_MAX};
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 1; i < ARRAY_LEN(numbers); i++) {
        struct str a = fold_amount_term(&arena, numbers[i - 1]);
        assert_true(str_cmp(a, fold_amount_term(&arena, numbers[i])) < 0);
    }
    arena_finish(&arena);
}

/* One bound for the index and the query: what the one has, the other asks for. */
static void
test_amount__bare_digits_may_be_a_year(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool may;
    } cases[] = {
        {"1987", true}, {"2199", true}, {"2200", false}, {"2199명", false}, {"5만", false}};
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct fold_amount amount;
        assert_true(read(&arena, str_from(cases[i].text), &amount));
        assert_int_equal(fold_amount_may_be_year(&amount), cases[i].may);
    }
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_amount__is_what_was_said),
        cmocka_unit_test(test_amount__every_word_of_the_table_counts),
        cmocka_unit_test(test_amount__words_stay_words),
        cmocka_unit_test(test_amount__never_runs_over),
        cmocka_unit_test(test_amount__terms_sort_as_numbers),
        cmocka_unit_test(test_amount__bare_digits_may_be_a_year),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

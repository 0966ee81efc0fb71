/* Japanese headings break between phrases: the scorer on text it was not trained on, and names. */
#include "text_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "text/para_emit.h"

/* The text of a marked line, broken where the engine would break it. */
static void
mark(const char *plain, char *out) {
    struct text_style style = fixture_style(LOCALE_JA);
    style.breaking = TEXT_BREAK_PHRASE;
    const struct para *para = fixture_layout(&style, plain, 1000);
    const struct shaped *shaped = ((const struct para_box *)para)->shaped;
    size_t n = 0;
    for (size_t i = 0; i < shaped->cluster_count; i++) {
        const struct cluster *c = &shaped->clusters[i];
        if (i > 0 && c->breaks >= BREAK_WORD) {
            out[n++] = '|';
        }
        memcpy(out + n, plain + c->byte, c[1].byte - c->byte);
        n += c[1].byte - c->byte;
    }
    out[n] = '\0';
}

static double
exact_share(const char *file, int *lines) {
    struct arena arena;
    struct err err;
    struct str bytes, line;
    char path[512], plain[1024], found[2048];
    int exact = 0;
    arena_init(&arena);
    snprintf(path, sizeof(path), NARU_SOURCE_DIR "/tests/text/data/%s", file);
    assert_true(file_read(path, FILE_LIMIT_DEFAULT, &arena, &bytes, &err));
    *lines = 0;
    while (str_split(&bytes, '\n', &line)) {
        size_t n = 0;
        if (line.n == 0 || line.p[0] == '#') {
            continue;
        }
        for (size_t i = 0; i < line.n; i++) {
            plain[n] = line.p[i];
            n += line.p[i] != '|';
        }
        plain[n] = '\0';
        mark(plain, found);
        exact += str_eq(str_from(found), line);
        ++*lines;
    }
    arena_finish(&arena);
    fprintf(stderr, "%s: %d of %d lines exact\n", file, exact, *lines);
    return (double)exact / *lines;
}

static void
test_phrase__finds_phrases_it_never_saw(void **state) {
    (void)state;
    int lines;
    assert_true(exact_share("phrases_test.txt", &lines) >= 0.95);
    assert_true(lines >= 200);
    assert_true(exact_share("phrases_fresh.txt", &lines) >= 0.88);
}

static void
test_phrase__never_splits_names(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_JA);
    style.breaking = TEXT_BREAK_PHRASE;
    static const struct str names[] = {STR_INIT("三ケ日みかん祭り"), STR_INIT("浜松まつり会館")};
    text_engine_add_names(fixture_engine(), LOCALE_JA, names, 2);
    assert_string_equal(fixture_lines(fixture_layout(&style, "今年の三ケ日みかん祭りの日", 8.6f)),
        "今年の|三ケ日みかん祭り|の日");
    assert_string_equal(
        fixture_lines(fixture_layout(&style, "浜松まつり会館で会う", 7)), "浜松まつり会館|で会う");
    style.breaking = TEXT_BREAK_BODY;
    assert_string_equal(fixture_lines(fixture_layout(&style, "きょうは浜松まつり会館で", 7)),
        "きょうは|浜松まつり会館|で");
}

static void
test_phrase__keeps_small_words_with_theirs(void **state) {
    (void)state;
    static const struct {
        enum locale_id lang;
        float em;
        const char *text, *lines;
    } cases[] = {
        {LOCALE_KO, 6, "함께 나눌 수 있는 것들", "함께|나눌 수 있는|것들"},
        {LOCALE_KO, 5, "오늘 방문할 것을 권함", "오늘|방문할 것을|권함"},
        {LOCALE_EN, 6.5f, "Thirty years of exchange", "Thirty years|of exchange"},
        {LOCALE_EN, 5, "The city by the sea", "The city|by the sea"},
        {LOCALE_EN, 1.8f, "of the sea", "of|the|sea"}, /* nowhere else to go */
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct text_style style = fixture_style(cases[i].lang);
        style.breaking = TEXT_BREAK_PHRASE;
        assert_string_equal(
            fixture_lines(fixture_layout(&style, cases[i].text, cases[i].em)), cases[i].lines);
    }
}

static void
test_phrase__balances_headings(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_JA);
    style.breaking = TEXT_BREAK_PHRASE;
    style.balance = true;
    assert_string_equal(fixture_lines(fixture_layout(&style, "浜松市の国際交流のあゆみ", 10)),
        "浜松市の|国際交流のあゆみ");
    style.lang = LOCALE_KO;
    const struct para *para = fixture_layout(&style, "자매도시와 함께 걸어온 서른 해의 길", 15);
    assert_int_equal(para->line_count, 2);
    assert_true(para->lines[1].width * 3 >= para->lines[0].width);
    style.lang = LOCALE_EN;
    para = fixture_layout(&style, "Thirty years of exchange between two cities", 18);
    assert_int_equal(para->line_count, 2);
    assert_true(para->lines[1].width * 3 >= para->lines[0].width * 2);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_phrase__finds_phrases_it_never_saw),
        cmocka_unit_test(test_phrase__never_splits_names),
        cmocka_unit_test(test_phrase__keeps_small_words_with_theirs),
        cmocka_unit_test(test_phrase__balances_headings),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fixture_close();
    return failed;
}

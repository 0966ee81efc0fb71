/* Dates, times, amounts with their units, names with their titles: whole while the line has another
 * place to end, in three languages, as running text and as headings, at narrow measures. */
#include "text_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

struct whole {
    enum locale_id lang;
    const char *before, *whole, *after; /* `whole` is never parted where it fits */
};

static const struct whole wholes[] = {
    {LOCALE_JA, "これは", "2月28日", "に開かれました。"},
    {LOCALE_JA, "これは", "２月２８日", "に開かれました。"},
    {LOCALE_JA, "会議は", "2012年2月28日", "に開かれました。"},
    {LOCALE_JA, "会議は", "2月28日（火）", "に開かれました。"},
    {LOCALE_JA, "会議は", "10時30分", "から始まります。"},
    {LOCALE_JA, "会議は", "午後3時", "から始まります。"},
    {LOCALE_JA, "滞在は", "2泊3日", "となりました。"},
    {LOCALE_JA, "開催は", "二月二十八日", "になりました。"},
    {LOCALE_JA, "市の人口は", "1,600万人", "となりました。"},
    {LOCALE_JA, "時間は", "9時〜12時", "となりました。"},
    {LOCALE_JA, "来賓の鈴", "木さん", "が話しました。"},
    {LOCALE_KO, "회의는 모두 ", "2월 28일", "에 열렸습니다."},
    {LOCALE_KO, "회의는 모두 ", "2012년 2월 28일", "에 열렸습니다."},
    {LOCALE_KO, "회의는 모두 ", "2012. 2. 28.", " 자로 했습니다."},
    {LOCALE_KO, "회의는 모두 ", "2. 28. (화)", " 안에 했습니다."},
    {LOCALE_KO, "회의는 모두 ", "2월 28일 (화)", " 안에 했습니다."},
    {LOCALE_KO, "회의는 모두 ", "오후 3시 30분", "에 열렸습니다."},
    {LOCALE_KO, "참가자는 ", "1,637만 명", "입니다."},
    {LOCALE_EN, "They all met on ", "28 February 2012", " in the hall."},
    {LOCALE_EN, "They all met on ", "February 28, 2012", ", in the hall."},
    {LOCALE_EN, "They all met on ", "28th February", " in the hall."},
    {LOCALE_EN, "They all met in ", "January 2012", " in the hall."},
    {LOCALE_EN, "They all met at ", "10:30 a.m.", " in the hall."},
    {LOCALE_EN, "It cost them all ", "3 million won", " in the hall."},
    {LOCALE_EN, "It cost them all ", "5,000 yen", " in the hall."},
    {LOCALE_EN, "They all met ", "Dr. Kim", " in the hall."},
};

/* Spaces at a line end are no part of a line: a `|` in their place. */
static bool
is_parted(const struct para *para, size_t start, size_t end) {
    for (size_t i = 1; i < para->line_count; i++) {
        if (para->lines[i].start > start && para->lines[i].start < end) {
            return true;
        }
    }
    return false;
}

static void
test_dates__stay_whole_where_they_fit(void **state) {
    (void)state;
    int failed = 0;
    for (size_t i = 0; i < sizeof(wholes) / sizeof(wholes[0]); i++) {
        const struct whole *w = &wholes[i];
        char text[256];
        snprintf(text, sizeof(text), "%s%s%s", w->before, w->whole, w->after);
        for (int heading = 0; heading < 2; heading++) {
            struct text_style style = fixture_style(w->lang);
            style.breaking = heading ? TEXT_BREAK_PHRASE : TEXT_BREAK_BODY;
            style.balance = heading;
            /* with what belongs to its word or phrase: a particle, a full stop */
            const struct para *alone = fixture_layout(&style, w->whole, 100);
            float behind = w->lang == LOCALE_KO || heading ? 3.5f : 1;
            float least = alone->width_px / 20 + behind;
            for (float em = least; em < least + 8; em += 0.25f) {
                const struct para *para = fixture_layout(&style, text, em);
                if (is_parted(para, strlen(w->before), strlen(w->before) + strlen(w->whole))) {
                    fprintf(stderr, "%.2f%s: %s\n", (double)em, heading ? " heading" : "",
                        fixture_lines(para));
                    failed++;
                }
            }
        }
    }
    assert_int_equal(failed, 0);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dates__stay_whole_where_they_fit),
    };
    return cmocka_run_group_tests(tests, NULL, fixture_close_group);
}

/* English line breaks, where UAX #14 alone would break worse. '|' marks the line ends. */
#include "text_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

#define CHECK(cases) fixture_check_breaks(LOCALE_EN, (cases), sizeof(cases) / sizeof((cases)[0]))

static void
test_english__breaks_at_every_word_space(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {7, "The so-called \"Hallyu\" (Korean Wave) began",
            "The so-called|\"Hallyu\"|(Korean Wave)|began"},
        {8, "the Gion Matsuri (祇園祭) in Kyoto", "the Gion Matsuri|(祇園祭) in Kyoto"},
        {7, "the Gion Matsuri (祇園祭) in Kyoto", "the Gion|Matsuri|(祇園祭) in|Kyoto"},
    };
    CHECK(cases);
}

static void
test_english__keeps_small_pieces_of_words(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {5, "This is J-Pop: and", "This is|J-Pop:|and"},
        {5, "and the e-signed one", "and the|e-signed|one"},
        {5, "these 8-year-olds", "these|8-year-|olds"},
        {5, "years 2010–2013", "years|2010–2013"},
        {6, "a well-known", "a well-|known"},
        {4.6f, "cut and/or set", "cut|and/or|set"},
    };
    CHECK(cases);
}

static void
test_english__ends_lines_with_dashes(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {6, "two novels—'Please", "two novels—|'Please"},
        {5, "sharp—don't", "sharp—|don't"},
        {5, "festival—now", "festival—|now"},
        {7, "Seoul – Busan – Daegu", "Seoul –|Busan – Daegu"},
    };
    CHECK(cases);
}

static void
test_english__keeps_addresses_whole(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {17, "write to exchange-program@example.or.jp", "write to|exchange-program@example.or.jp"},
        {6, "exchange-program@example.or.jp", "exchange-|program@|example.or|.jp"},
        {9, "please call +82-2-3704-2114.", "please call|+82-2-3704-2114."},
        {6, "+82-2-3704-2114.", "+82-2-3704-|2114."},
        {8, "https://www.example.org/programs/", "https://|www.example|.org/programs/"},
    };
    CHECK(cases);
}

static void
test_english__keeps_titles_and_units(void **state) {
    (void)state;
    static const struct break_case cases[] = {
        {7, "the top of Mt. Bugaksan", "the top of|Mt. Bugaksan"},
        {5, "it was No. 1 here", "it was|No. 1 here"},
        {6, "open to 5:00 p.m.", "open to|5:00 p.m."},
        {6, "winds of 25 m/s", "winds of|25 m/s"},
        {5, "It is no. The end", "It is no.|The end"},
        {9, "to the yen on 28 Feb. 2025", "to the yen on|28 Feb. 2025"},
        {9, "figures as of 31 December", "figures as of|31 December"},
        {8, "a total of 12.6 billion", "a total of|12.6 billion"},
        {8, "it was won (≈ US$9.3)", "it was won|(≈ US$9.3)"},
        {8, "subject to Section 12A", "subject to|Section 12A"},
        {7, "Mayor and Sen. Whit", "Mayor and|Sen. Whit"},
        {8, "Send a Fax (031) 481-3333", "Send a Fax|(031) 481-3333"},
        {7, "You may 2010 times", "You may 2010|times"},
    };
    CHECK(cases);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_english__breaks_at_every_word_space),
        cmocka_unit_test(test_english__keeps_small_pieces_of_words),
        cmocka_unit_test(test_english__ends_lines_with_dashes),
        cmocka_unit_test(test_english__keeps_addresses_whole),
        cmocka_unit_test(test_english__keeps_titles_and_units),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fixture_close();
    return failed;
}

/* Korean sentences at twelve measures: no line ends inside an eojeol that would have fitted. */
#include "text_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"

static const float measures_em[] = {5, 6, 7.5f, 9, 10, 12, 14, 16, 18, 21, 25, 32};

static bool
is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* The space before byte `at` is inside a date: 2011. 12. */
static bool
is_in_date(struct str text, size_t at) {
    return at >= 3 && at < text.n && text.p[at - 2] == '.' && is_digit(text.p[at - 3]) &&
           is_digit(text.p[at]);
}

/* May a line end before byte `at`? A space stands before it, but not one in a date; or a hyphen or
 * slash that no digit or single letter stands beside. */
static bool
is_word_end(struct str text, size_t at) {
    if (at == 0 || text.p[at - 1] == ' ') {
        return !is_in_date(text, at);
    }
    char last = text.p[at - 1];
    bool joins = last == '-' || last == '/';
    return joins && at < text.n && at >= 3 && !is_digit(text.p[at - 2]) && !is_digit(text.p[at]) &&
           text.p[at - 3] != ' ';
}

/* A bracket of several words opens at byte `at`: a line ends before it rather than in it. */
static bool
opens_words(struct str text, size_t at) {
    size_t end = at;
    while (end < text.n && text.p[end] != ')') {
        end++;
    }
    return text.p[at] == '(' && str_find(str_slice(text, at, end), STR(" ")) != SIZE_MAX;
}

/* The piece between word ends that holds byte `at`. */
static struct str
piece_around(struct str text, size_t at) {
    size_t start = at - 1, end = at;
    while (!is_word_end(text, start)) {
        start--;
    }
    while (end < text.n && !(text.p[end] == ' ' && is_word_end(text, end + 1)) &&
           !is_word_end(text, end)) {
        end++;
    }
    return str_slice(text, start, end);
}

static float
width_of(struct str piece) {
    struct text_style style = fixture_style(LOCALE_KO);
    return para_measure(fixture_engine(), piece, &style, NULL, 0).max_px;
}

static int
count_bad(struct str sentence, float em) {
    struct text_style style = fixture_style(LOCALE_KO);
    const struct para *para = para_layout(fixture_engine(), sentence, &style, NULL, 0, em * 20);
    int bad = 0;
    for (size_t i = 1; i < para->line_count; i++) {
        size_t at = para->lines[i].start;
        if (!is_word_end(para->text, at) && !opens_words(para->text, at) &&
            width_of(piece_around(para->text, at)) <= em * 20) {
            fprintf(
                stderr, "bad break at %g em, byte %zu: %.*s\n", (double)em, at, STR_ARG(sentence));
            bad++;
        }
        assert_true((double)para->lines[i].width <= (double)em * 20 * 64 ||
                    para->lines[i].end - para->lines[i].start <= 4);
    }
    return bad;
}

static void
test_korean_corpus__has_no_bad_break(void **state) {
    (void)state;
    struct arena arena;
    struct err err;
    struct str bytes, line;
    int sentences = 0, bad = 0;
    arena_init(&arena);
    assert_true(file_read(
        NARU_SOURCE_DIR "/tests/text/data/korean.txt", FILE_LIMIT_DEFAULT, &arena, &bytes, &err));
    while (str_split(&bytes, '\n', &line)) {
        if (line.n == 0 || line.p[0] == '#') {
            continue;
        }
        sentences++;
        for (size_t i = 0; i < sizeof(measures_em) / sizeof(measures_em[0]); i++) {
            bad += count_bad(line, measures_em[i]);
        }
        text_engine_end_frame(fixture_engine());
    }
    arena_finish(&arena);
    assert_true(sentences >= 300);
    assert_int_equal(bad, 0);
}

/* Dates stay whole where they fit, in every sentence that has one. */
static void
test_korean_corpus__keeps_dates_whole(void **state) {
    (void)state;
    static const char *const dates[] = {
        "1987. 11. 9.", "2011. 12. 31.", "2012. 6. 26(화)", "2008. 3", "1992. 4. 1.~5. 31."};
    for (size_t d = 0; d < sizeof(dates) / sizeof(dates[0]); d++) {
        for (size_t lead = 0; lead < 12; lead++) {
            char text[256];
            snprintf(text, sizeof(text), "%.*s %s 체결하였다.", (int)(lead * 3),
                "가나다라마바사아자차카타파하", dates[d]);
            struct text_style style = fixture_style(LOCALE_KO);
            const struct para *para = fixture_layout(&style, text, 10);
            bool whole = false;
            for (size_t i = 0; i < para->line_count; i++) {
                struct str line = str_slice(para->text, para->lines[i].start, para->lines[i].end);
                whole = whole || str_find(line, str_from(dates[d])) != SIZE_MAX;
            }
            if (!whole) {
                fail_msg("%s", fixture_lines(para));
            }
        }
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_korean_corpus__has_no_bad_break),
        cmocka_unit_test(test_korean_corpus__keeps_dates_whole),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fixture_close();
    return failed;
}

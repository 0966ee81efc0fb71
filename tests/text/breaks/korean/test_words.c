/* The words of Korean, family by family: tests/text/data/korean/ has lines with their breaks marked
 * for a linguist to edit. And what words.def says twice agrees. */
#include "text_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "text/breaks/korean/words.h"

#define FOLDER NARU_SOURCE_DIR "/tests/text/data/korean"

/* A fixture's line as the text it lays out, and as fixture_lines() writes it. */
static void
take_marks(struct str marked, struct str_buf *text, struct str_buf *lines) {
    str_buf_clear(text);
    str_buf_clear(lines);
    for (size_t at = 0; at < marked.n;) {
        uint32_t c = utf8_next(marked, &at);
        bool mark = c == 0x23CE || c == '|';
        str_buf_utf8(lines, mark ? '|' : c);
        if (c != '|') {
            str_buf_utf8(text, mark ? ' ' : c);
        }
    }
}

static int
check_file(struct arena *arena, struct str name, int *count) {
    struct err err;
    struct str content, line, em;
    struct str_buf text = {0}, lines = {0};
    int wrong = 0;
    const char *path = arena_printf(arena, FOLDER "/%.*s", STR_ARG(name)).p;
    if (!file_read(path, FILE_LIMIT_DEFAULT, arena, &content, &err)) {
        fail_msg("%s", err.message);
    }
    for (int number = 1; str_split(&content, '\n', &line); number++) {
        double width = 0;
        if (line.n == 0 || line.p[0] == '#') {
            continue;
        }
        assert_true(str_split(&line, '\t', &em) && str_to_double(em, &width));
        take_marks(line, &text, &lines);
        const char *got = fixture_break(LOCALE_KO, text.p, (float)width);
        if (strcmp(got, lines.p) != 0) {
            print_error("%s:%d: %s\n", path, number, got);
            wrong++;
        }
        ++*count;
    }
    str_buf_finish(&text);
    str_buf_finish(&lines);
    return wrong;
}

static void
test_words__break_as_the_lines_are_marked(void **state) {
    (void)state;
    struct arena arena;
    struct err err;
    struct str *names;
    size_t files;
    int wrong = 0, count = 0;
    arena_init(&arena);
    assert_true(file_list(FOLDER, &arena, &names, &files, &err));
    for (size_t i = 0; i < files; i++) {
        wrong += check_file(&arena, names[i], &count);
    }
    arena_finish(&arena);
    assert_true(files >= 8 && count >= 35);
    assert_int_equal(wrong, 0);
}

static void
check_listed(enum words_list list, uint16_t c) {
    if (!words_has(list, c)) {
        fail_msg("words.def: U+%04X is missing from the list that is asked first", c);
    }
}

/* The lists that are asked first know every word behind them. */
static void
test_words__the_lists_asked_first_are_whole(void **state) {
    (void)state;
    static const enum words_list placing[] = {
        WORDS_PLACING, WORDS_PLACING_ALONE, WORDS_PLACING_ANY};
    const uint16_t *numerals = words_of(WORDS_NUMERALS);
    for (size_t i = 0; numerals[i]; i++) {
        if (numerals[i + 1] == ' ' || numerals[i + 1] == 0) {
            check_listed(WORDS_NUMERALS_LAST, numerals[i]);
        }
    }
    for (size_t k = 0; k < sizeof(placing) / sizeof(placing[0]); k++) {
        const uint16_t *words = words_of(placing[k]);
        for (size_t i = 0; words[i]; i++) {
            if (i == 0 || words[i - 1] == ' ') {
                check_listed(WORDS_FOLLOWERS, words[i]);
            }
        }
    }
    const struct words_bound *bound;
    for (size_t i = 0; (bound = words_bound_at(i)); i++) {
        check_listed(WORDS_FOLLOWERS, bound->noun[0]);
    }
    const struct words_behind *behind;
    for (size_t k = 0; (behind = words_behind_at(k)); k++) {
        for (size_t i = 0; behind->nouns[i]; i++) {
            if (i == 0 || behind->nouns[i - 1] == ' ') {
                check_listed(WORDS_FOLLOWERS, behind->nouns[i]);
            }
        }
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words__break_as_the_lines_are_marked),
        cmocka_unit_test(test_words__the_lists_asked_first_are_whole),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fixture_close();
    return failed;
}

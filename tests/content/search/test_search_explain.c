/* How a query was understood is told whole, whatever it is. */
#include "content_fixture.h"

#include "base/utf8.h"
#include "content/search.h"

#define SOURCES NARU_SOURCE_DIR "/tests/content/small"
#define DATABASE NARU_BUILD_DIR "/test-search-explain.db"

static int
open_small(void **state) {
    return fixture_open(state, SOURCES, DATABASE);
}

/* The line of a step; empty: there is none. */
static struct str
line_of(struct str text, struct str step) {
    struct str line;
    while (str_split(&text, '\n', &line)) {
        if (str_starts(line, step)) {
            return line;
        }
    }
    return (struct str){0};
}

static struct str
explain(struct fixture *f, struct str query) {
    struct str text;
    assert_true(search_explain(f->store, &f->arena, LOCALE_KO, query, &text, &f->err));
    return text;
}

static struct str
repeated(struct fixture *f, struct str word, size_t times) {
    struct str_buf buf = {0};
    for (size_t i = 0; i < times; i++) {
        str_buf_add(&buf, word);
    }
    struct str all = arena_str(&f->arena, str_buf_str(&buf));
    str_buf_finish(&buf);
    return all;
}

static void
test_search_explain__a_query_is_whole(void **state) {
    struct fixture *f = *state;
    struct str query = repeated(f, STR("미나토 교류 "), SEARCH_QUERY_CHARACTERS / 7);
    struct str line = line_of(explain(f, query), STR("query "));
    assert_true(str_ends(line, query));
    assert_int_equal(str_find(line, STR("…")), SIZE_MAX);
}

/* More than is read ends in a whole character and a mark. */
static void
test_search_explain__marks_where_reading_ended(void **state) {
    struct fixture *f = *state;
    static const struct str leads[] = {STR_INIT(""), STR_INIT("a"), STR_INIT("ab")};
    for (size_t i = 0; i < ARRAY_LEN(leads); i++) {
        struct str many = repeated(f, STR("안"), 10000);
        struct str query = arena_printf(&f->arena, "%.*s%.*s", STR_ARG(leads[i]), STR_ARG(many));
        struct str text = explain(f, query), line = line_of(text, STR("query "));
        assert_true(utf8_valid(text, NULL));
        assert_true(line.n > 4 * SEARCH_QUERY_CHARACTERS);
        assert_true(line.n < 4 * SEARCH_QUERY_CHARACTERS + 32);
        assert_true(str_ends(line, STR("안…")));
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_search_explain__a_query_is_whole),
        cmocka_unit_test(test_search_explain__marks_where_reading_ended),
    };
    return cmocka_run_group_tests(tests, open_small, fixture_close);
}

/* Who scrolls sees every hit, once, in the order of one long list, whatever is asked in between. */
#include "content_fixture.h"

#include "content/search.h"

#include <string.h>

#define SOURCES NARU_SOURCE_DIR "/assets/content"
#define DATABASE NARU_BUILD_DIR "/test-search-scroll.db"

enum { PAGE = 60, MANY = 250 };

static int
open_content(void **state) {
    return fixture_open(state, SOURCES, DATABASE);
}

static struct search_results *
ask(struct fixture *f, const char *query) {
    struct search_results *results;
    assert_true(search_open(f->store, &f->arena, LOCALE_EN, str_from(query), &results, &f->err));
    return results;
}

static struct search_hit *
hits_of(struct fixture *f, struct search_results *results, size_t first, size_t most, size_t *n) {
    struct search_hit *hits;
    assert_true(search_hits(results, f->store, &f->arena, first, most, &hits, n, &f->err));
    return hits;
}

/* `query` is asked anew for every other page, and something else before each. */
static void
check_scrolling(struct fixture *f, const char *query) {
    struct search_results *results = ask(f, query);
    size_t count = search_count(results), all_count, n;
    const struct search_hit *all = hits_of(f, results, 0, count + PAGE, &all_count);
    assert_true(count > MANY);
    assert_int_equal(all_count, count);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < i; j++) {
            assert_false(str_eq(all[i].path, all[j].path));
        }
    }
    for (size_t first = 0; first < count; first += PAGE) {
        ask(f, "concert");
        results = first / PAGE % 2 ? ask(f, query) : results;
        const struct search_hit *page = hits_of(f, results, first, PAGE, &n);
        assert_int_equal(search_count(results), count);
        assert_int_equal(n, count - first < PAGE ? count - first : PAGE);
        for (size_t i = 0; i < n; i++) {
            assert_true(str_eq(page[i].path, all[first + i].path));
            assert_true(str_eq(page[i].snippet, all[first + i].snippet));
        }
    }
    hits_of(f, results, count, PAGE, &n);
    assert_int_equal(n, 0);
    hits_of(f, results, SIZE_MAX, PAGE, &n);
    assert_int_equal(n, 0);
}

static void
test_scroll__shows_every_hit_once(void **state) {
    check_scrolling(*state, "city");
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_scroll__shows_every_hit_once),
    };
    return cmocka_run_group_tests(tests, open_content, fixture_close);
}

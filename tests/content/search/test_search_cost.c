/* What makes search cheap finds what the plain way finds: ordering, screens, filters, what is kept.
 */
#include "test.h"

#include "base/sort.h"
#include "base/utf8.h"
#include "content/search/beginnings.h"
#include "content/search/order.h"

#include <string.h>

enum { DOCS = 3000, SHARED = 700 };

static uint32_t
next_random(uint32_t *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static void
put_number(unsigned char *out, uint32_t value) {
    for (int i = 0; i < 4; i++) {
        out[i] = (unsigned char)(value >> 8 * i);
    }
}

/* Every fourth document leads to the screen of the one before it. */
static void
open_index(struct search_index *index) {
    static unsigned char pairs[SHARED * 8];
    sqlite3_stmt *insert;
    *index = (struct search_index){.doc_count = DOCS, .pool = {.doc_count = DOCS}};
    assert_int_equal(sqlite3_open(":memory:", &index->db), SQLITE_OK);
    sqlite3_exec(index->db, "CREATE TABLE search_meta (key TEXT, value BLOB)", 0, 0, 0);
    for (uint32_t i = 0; i < SHARED; i++) {
        put_number(pairs + i * 8, 4 * i + 4);
        put_number(pairs + i * 8 + 4, 4 * i + 3);
    }
    sqlite3_prepare_v2(
        index->db, "INSERT INTO search_meta VALUES ('shared', ?1)", -1, &insert, NULL);
    sqlite3_bind_blob(insert, 1, pairs, sizeof(pairs), SQLITE_STATIC);
    assert_int_equal(sqlite3_step(insert), SQLITE_DONE);
    sqlite3_finalize(insert);
}

static void
close_index(struct search_index *index) {
    sqlite3 *db = index->db;
    search_index_unload(index);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static uint32_t
screen_of(uint32_t doc) {
    return doc % 4 == 0 && doc <= 4 * SHARED ? doc - 1 : doc;
}

static int
compare(const void *left, const void *right) {
    const struct search_candidate *a = left, *b = right;
    if (a->cost != b->cost) {
        return a->cost < b->cost ? -1 : 1;
    }
    return a->doc < b->doc ? -1 : a->doc > b->doc;
}

/* A part of all documents, few of them or nearly all, with costs of few or of many values. */
static size_t
make_candidates(uint32_t *state, struct search_candidate *out) {
    uint32_t part = 1 + next_random(state) % 40, costs = 1u << next_random(state) % 22;
    size_t count = 0;
    for (uint32_t doc = 1; doc <= DOCS; doc++) {
        if (next_random(state) % part == 0) {
            out[count++] = (struct search_candidate){
                .doc = doc, .lacks = next_random(state) % 2, .cost = next_random(state) % costs};
        }
    }
    return count;
}

/* The first of each screen, in order. */
static size_t
plain_screens(const struct search_candidate *expected, size_t count, uint32_t *docs) {
    bool is_there[DOCS + 1] = {false};
    size_t shown = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t screen = screen_of(expected[i].doc);
        if (!is_there[screen]) {
            is_there[screen] = true;
            docs[shown++] = expected[i].doc;
        }
    }
    return shown;
}

static void
check_top(const struct search_candidate *expected, size_t count, const struct search_results *got) {
    assert_int_equal(got->top_count, count < CANDIDATES_MAX ? count : CANDIDATES_MAX);
    for (size_t i = 0; i < got->top_count; i++) {
        assert_int_equal(got->top[i].doc, expected[i].doc);
        assert_int_equal(got->top[i].cost, expected[i].cost);
        assert_int_equal(got->top[i].lacks, expected[i].lacks);
    }
}

static void
check_order(struct search_index *index, const struct search_candidate *expected, size_t count) {
    uint32_t docs[DOCS + 1];
    size_t shown = plain_screens(expected, count, docs);
    struct search_results best = {0};
    uint32_t *all;
    struct arena arena;
    arena_init(&arena);
    search_order(index, &arena, &arena, &index->totals, &best);
    check_top(expected, count, &best);
    assert_int_equal(best.count, shown);
    assert_true(best.ordered == shown || best.ordered >= 50);
    assert_memory_equal(best.docs, docs, best.ordered * sizeof(*docs));
    assert_int_equal(search_order_all(index, &arena, &arena, &index->totals, &all), shown);
    assert_memory_equal(all, docs, shown * sizeof(*docs));
    arena_finish(&arena);
}

static void
fill_totals(struct doc_totals *totals, const struct search_candidate *all, size_t count) {
    doc_totals_begin(totals, DOCS);
    for (size_t i = 0; i < count; i++) {
        if (!totals->is_open[all[i].doc / DOC_BLOCK]) {
            doc_totals_open(totals, all[i].doc / DOC_BLOCK);
        }
        doc_totals_set(totals, all[i].doc, all[i].cost << 1 | all[i].lacks);
    }
}

static void
test_order__is_that_of_a_comparison(void **state) {
    (void)state;
    static struct search_candidate all[DOCS];
    struct search_index index;
    uint32_t random = 7;
    open_index(&index);
    for (int round = 0; round < 90; round++) {
        size_t count = round > 0 ? make_candidates(&random, all) : 0;
        fill_totals(&index.totals, all, count);
        sort_items(all, count, sizeof(*all), compare);
        check_order(&index, all, count);
    }
    close_index(&index);
}

/* The worst for who looks for the least: each is better than all before it. */
static void
test_order__of_what_gets_better_and_better(void **state) {
    (void)state;
    static struct search_candidate all[DOCS];
    struct search_index index;
    open_index(&index);
    for (uint32_t i = 0; i < DOCS; i++) {
        all[i] = (struct search_candidate){.doc = i + 1, .cost = 2 * DOCS - i};
    }
    fill_totals(&index.totals, all, DOCS);
    sort_items(all, DOCS, sizeof(*all), compare);
    check_order(&index, all, DOCS);
    close_index(&index);
}

/* All of the first 200 lead to a few screens: there is more to see at once. */
static void
test_order__of_many_on_one_screen(void **state) {
    (void)state;
    enum { FIGURES = 400 };
    static struct search_candidate all[DOCS];
    struct search_index index;
    open_index(&index);
    size_t count = 0;
    for (uint32_t doc = 3; doc <= 4 * FIGURES; doc += doc % 4 == 3 ? 1 : 3) {
        all[count++] = (struct search_candidate){.doc = doc, .cost = doc / 800};
    }
    fill_totals(&index.totals, all, count);
    sort_items(all, count, sizeof(*all), compare);
    check_order(&index, all, count);
    close_index(&index);
}

static bool
may_be_in(struct arena *arena, struct str word, struct str text) {
    struct beginnings beginnings = {0};
    struct fold fold = fold_text(arena, word);
    beginnings_add(&beginnings, &fold, 5);
    return (beginnings_in(&beginnings, text) >> 5 & 1) != 0;
}

static bool
is_letter(struct arena *arena, struct str text) {
    struct fold fold = fold_text(arena, text);
    return fold.count == 1 && fold_class(fold.units[0].code_point) != FOLD_SEPARATOR;
}

/* Every character of the three languages, alone and between others. */
static void
test_beginnings__see_all_that_folding_sees(void **state) {
    (void)state;
    for (uint32_t c = 0x20; c <= 0xFFFF; c++) {
        struct arena arena;
        char bytes[5] = {0};
        if (c >= 0xD800 && c <= 0xDFFF) {
            continue;
        }
        utf8_encode(c, bytes);
        arena_init(&arena);
        struct str one = str_from(bytes);
        struct str between = arena_printf(&arena, "か%sㅋ국k", bytes);
        struct str after = arena_printf(&arena, "국제 %s國", bytes);
        bool is_seen = !is_letter(&arena, one) ||
                       (may_be_in(&arena, one, one) && may_be_in(&arena, one, after) &&
                           may_be_in(&arena, arena_printf(&arena, "%s国", bytes), after));
        if (!is_seen || !may_be_in(&arena, between, between)) {
            fail_msg("U+%04X is not seen", (unsigned)c);
        }
        arena_finish(&arena);
    }
}

static void
test_beginnings__pass_over_what_cannot_be_there(void **state) {
    (void)state;
    static const struct {
        const char *word, *text;
        bool is_there;
    } cases[] = {{"교류", "국제교류를 시작하였다", true}, {"교류", "국제 도시", false},
        {"meet", "A Meeting of both", true}, {"meet", "helmets and steel", false},
        {"eet", "they meet", false}, {"oclock", "at 3 o'clock", true}, {"44314", "44,314", true},
        {"めいし", "メイシを渡す", true}, {"議事録", "議事錄", true}, {"ab cd", "ab-cd", true},
        {"人人", "人々", true}, {"가", "나", false}, {"a", "", false}};
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        bool found = may_be_in(&arena, str_from(cases[i].word), str_from(cases[i].text));
        if (found != cases[i].is_there) {
            fail_msg("\"%s\" in \"%s\"", cases[i].word, cases[i].text);
        }
    }
    arena_finish(&arena);
}

static void
test_concepts__the_longest_unused_make_room(void **state) {
    (void)state;
    enum { HALF = KEPT_CONCEPT_DOCS / 2 };
    struct kept_concepts kept = {0};
    struct doc_costs_pool pool = {.doc_count = KEPT_CONCEPT_DOCS + 1};
    struct doc_costs *costs = doc_costs_take(&pool);
    for (uint32_t doc = 1; doc <= HALF; doc++) {
        doc_costs_lower(costs, doc, 0);
    }
    kept_concepts_add(&kept, 1, costs, 1);
    kept_concepts_add(&kept, 2, costs, 2);
    assert_non_null(kept_concepts_find(&kept, 1));
    kept_concepts_add(&kept, 3, costs, 3);
    assert_non_null(kept_concepts_find(&kept, 1));
    assert_null(kept_concepts_find(&kept, 2));
    assert_true(kept.docs <= KEPT_CONCEPT_DOCS);
    const struct kept_concept *last = kept_concepts_find(&kept, 3);
    assert_non_null(last);
    assert_int_equal(last->count, HALF);
    assert_int_equal(last->docs[HALF - 1], HALF);
    assert_int_equal(last->work, 3);
    for (uint32_t doc = HALF + 1; doc <= KEPT_CONCEPT_DOCS + 1; doc++) {
        doc_costs_lower(costs, doc, 0);
    }
    kept_concepts_add(&kept, 9, costs, 1);
    assert_null(kept_concepts_find(&kept, 9)); /* too many */
    kept_concepts_finish(&kept);
    doc_costs_pool_finish(&pool);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order__is_that_of_a_comparison),
        cmocka_unit_test(test_order__of_what_gets_better_and_better),
        cmocka_unit_test(test_order__of_many_on_one_screen),
        cmocka_unit_test(test_beginnings__see_all_that_folding_sees),
        cmocka_unit_test(test_beginnings__pass_over_what_cannot_be_there),
        cmocka_unit_test(test_concepts__the_longest_unused_make_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

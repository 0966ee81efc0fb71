/* What is found, and what it costs, block by block and by tables: the same as document by document.
 */
#include "test.h"

#include "content/search/costs.h"
#include "content/search/take.h"

#include <stdlib.h>
#include <string.h>

enum { DOCS = 1700, CITIES = 60, GUIDES_FROM = 1400, GUIDES_TO = 1600, WORDS = 5 };

static uint32_t
next_random(uint32_t *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

static void
put_value(sqlite3 *db, const char *key, const void *bytes, size_t n) {
    sqlite3_stmt *insert;
    sqlite3_prepare_v2(db, "INSERT INTO search_meta VALUES (?1, ?2)", -1, &insert, NULL);
    sqlite3_bind_text(insert, 1, key, -1, SQLITE_STATIC);
    sqlite3_bind_blob(insert, 2, bytes, (int)n, SQLITE_STATIC);
    assert_int_equal(sqlite3_step(insert), SQLITE_DONE);
    sqlite3_finalize(insert);
}

/* Most documents behind the cities belong to one. */
static uint32_t
parent_of(uint32_t doc) {
    return doc > CITIES && doc % 7 > 0 ? 1 + doc % CITIES : 0;
}

struct world {
    struct search_index index;
    sqlite3 *db;
    struct arena arena;
};

static int
open_world(void **state) {
    struct world *w = *state = calloc(1, sizeof(*w));
    unsigned char parents[DOCS * 4];
    struct err err;
    static const char kinds[] = "city 1 60\nguide 1400 1600\n",
                      tables[] = "CREATE TABLE search_meta (key TEXT, value BLOB);"
                                 "CREATE TABLE search_terms (field TEXT, term TEXT, docs BLOB);"
                                 "CREATE TABLE search_variants (space TEXT, key TEXT, word TEXT);"
                                 "CREATE TABLE search_docs (id INTEGER, path, kind, names, record);"
                                 "CREATE TABLE search_texts (doc, locale, title, detail, body);"
                                 "CREATE TABLE search_concepts (id INTEGER, terms TEXT)";
    arena_init(&w->arena);
    assert_int_equal(sqlite3_open(":memory:", &w->db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(w->db, tables, 0, 0, 0), SQLITE_OK);
    for (uint32_t doc = 1; doc <= DOCS; doc++) {
        for (int i = 0; i < 4; i++) {
            parents[(doc - 1) * 4 + (uint32_t)i] = (unsigned char)(parent_of(doc) >> 8 * i);
        }
    }
    put_value(w->db, "parents", parents, sizeof(parents));
    put_value(w->db, "kinds", kinds, sizeof(kinds) - 1);
    assert_true(search_index_load(&w->index, w->db, &err));
    assert_int_equal(w->index.doc_count, DOCS);
    return 0;
}

static int
close_world(void **state) {
    struct world *w = *state;
    search_index_unload(&w->index);
    assert_int_equal(sqlite3_close(w->db), SQLITE_OK);
    arena_finish(&w->arena);
    free(w);
    return 0;
}

/* Every `part`th document of a part of all has a cost. */
static struct doc_costs *
random_costs(struct world *w, uint32_t *random) {
    static const uint32_t parts[] = {1, 2, 9, 200, 100000};
    struct doc_costs *costs = doc_costs_take(&w->index.pool);
    uint32_t part = parts[next_random(random) % 5], from = next_random(random) % DOCS;
    for (uint32_t doc = 1 + from; doc <= DOCS; doc++) {
        if (next_random(random) % part == 0) {
            doc_costs_lower(costs, doc, (int)(next_random(random) % SEARCH_NO_MATCH));
        }
    }
    return costs;
}

static void
make_ranking(struct world *w, uint32_t *random, struct ranking *r) {
    static const enum ask_kind asks[] = {ASK_NONE, ASK_HOW, ASK_VALUE};
    *r = (struct ranking){.index = &w->index, .arena = &w->arena};
    r->words = ARENA_ARRAY(&w->arena, WORDS, struct ranked_word);
    r->count = next_random(random) % (WORDS + 1);
    r->query.ask = asks[next_random(random) % 3];
    for (size_t i = 0; i < r->count; i++) {
        struct ranked_word *word = &r->words[i];
        word->costs = random_costs(w, random);
        word->best = word->costs->least;
        word->is_optional = next_random(random) % 4 == 0;
        word->weight = word->is_optional ? 0 : next_random(random) % 3 * 20;
        word->lacking = word->weight > 0 ? 0 : next_random(random) % 60;
        word->factor = 4 + next_random(random) % 13;
    }
    r->line = next_random(random) % 2 ? random_costs(w, random) : NULL;
}

struct plain {
    uint32_t cost[DOCS + 1], missing[DOCS + 1];
    bool is_found[DOCS + 1];
};

static uint32_t
plain_total(const struct plain *p, uint32_t doc) {
    return p->missing[doc] * 32 + p->cost[doc];
}

/* What one document costs by its words, where `less` of those that were asked for may lack. Whether
 * more of them may. */
static bool
plain_doc(const struct ranking *r, uint32_t doc, uint32_t less, struct plain *p) {
    uint32_t strong = 0, asked = 0, had = 0, worst = r->count > 1 ? 56 : SEARCH_NO_MATCH;
    for (size_t i = 0; i < r->count; i++) {
        strong += r->words[i].weight > 0;
    }
    for (size_t i = 0; i < r->count; i++) {
        const struct ranked_word *word = &r->words[i];
        uint8_t cost = word->costs->bytes[doc];
        bool is_word = !word->is_optional && word->best != SEARCH_NO_MATCH;
        bool is_asked = strong > 0 ? word->weight > 0 : is_word;
        asked += is_asked;
        if (cost == SEARCH_NO_MATCH) {
            p->cost[doc] += word->lacking * word->factor;
            p->missing[doc] += word->weight;
            continue;
        }
        had += is_asked;
        p->cost[doc] += word->is_optional ? 0 : (cost < worst ? cost : worst) * word->factor;
    }
    p->is_found[doc] = had > 0 && had * 2 + less >= asked;
    if (r->line && r->line->bytes[doc] != SEARCH_NO_MATCH) {
        uint32_t cost = r->line->bytes[doc] * 16u;
        bool is_better = p->is_found[doc] && p->missing[doc] == 0 && p->cost[doc] < cost;
        p->cost[doc] = is_better ? p->cost[doc] : cost;
        p->missing[doc] = 0;
        p->is_found[doc] = true;
    }
    if (r->query.ask == ASK_HOW && doc >= GUIDES_FROM && doc <= GUIDES_TO) {
        p->cost[doc] = p->cost[doc] > 128 ? p->cost[doc] - 128 : 0;
    }
    return asked > less + 2;
}

static void
plain_way(const struct ranking *r, struct plain *p) {
    bool is_any = false, may_lack = true;
    for (uint32_t less = 0; !is_any && may_lack; less++) {
        memset(p, 0, sizeof(*p));
        for (uint32_t doc = 1; doc <= DOCS; doc++) {
            may_lack = plain_doc(r, doc, less, p);
            is_any = is_any || p->is_found[doc];
        }
    }
    for (uint32_t doc = 1; doc <= DOCS; doc++) {
        uint32_t parent = p->is_found[doc] ? parent_of(doc) : 0;
        if (parent > 0 && (!p->is_found[parent] || plain_total(p, doc) < plain_total(p, parent))) {
            p->is_found[parent] = true;
            p->cost[parent] = p->cost[doc];
            p->missing[parent] = p->missing[doc];
        }
    }
}

static void
test_totals__are_those_of_the_plain_way(void **state) {
    struct world *w = *state;
    struct doc_totals *totals = &w->index.totals;
    static struct plain plain;
    uint32_t random = 11;
    size_t found = 0;
    for (int round = 0; round < 300; round++) {
        struct ranking r;
        make_ranking(w, &random, &r);
        costs_add_up(&r, totals);
        plain_way(&r, &plain);
        for (uint32_t doc = 1; doc <= DOCS; doc++) {
            assert_int_equal(doc_totals_has(totals, doc), plain.is_found[doc]);
            if (plain.is_found[doc]) {
                found++;
                assert_int_equal(doc_total_cost(totals->totals[doc]), plain_total(&plain, doc));
                assert_int_equal(totals->totals[doc] & 1, plain.missing[doc] > 0);
                assert_true(totals->least[doc / DOC_BLOCK] <= totals->totals[doc]);
            }
        }
        doc_costs_give_back(&w->index.pool, 0);
        arena_reset(&w->arena);
    }
    assert_true(found > DOCS);
}

/* The postings of a term, as differences or as a bitmap, in which there are bits of no document. */
static void
put_term(sqlite3 *db, const char *term, const uint8_t *has, bool is_bitmap) {
    unsigned char bytes[1 + 5 * DOCS] = {is_bitmap};
    size_t n = 1;
    uint32_t last = 0;
    for (uint32_t doc = 0; doc < (DOCS / 8 + 1) * 8 && is_bitmap; doc++) {
        bool is_set = doc == 0 || doc > DOCS || has[doc];
        bytes[1 + doc / 8] |= (unsigned char)(is_set << doc % 8);
        n = 1 + DOCS / 8 + 1;
    }
    for (uint32_t doc = 1; doc <= DOCS && !is_bitmap; doc++) {
        if (has[doc]) {
            uint32_t more = doc - last;
            for (; more >= 0x80; more >>= 7) {
                bytes[n++] = (unsigned char)(more | 0x80);
            }
            bytes[n++] = (unsigned char)more;
            last = doc;
        }
    }
    sqlite3_stmt *insert;
    sqlite3_prepare_v2(db, "INSERT INTO search_terms VALUES ('T', ?1, ?2)", -1, &insert, NULL);
    sqlite3_bind_text(insert, 1, term, -1, SQLITE_STATIC);
    sqlite3_bind_blob(insert, 2, bytes, (int)n, SQLITE_STATIC);
    assert_int_equal(sqlite3_step(insert), SQLITE_DONE);
    sqlite3_finalize(insert);
}

static void
check_costs(const struct doc_costs *costs, const uint8_t *has, int cost) {
    uint8_t least = SEARCH_NO_MATCH;
    for (uint32_t doc = 1; doc <= DOCS; doc++) {
        assert_int_equal(costs->bytes[doc], has[doc] ? cost : SEARCH_NO_MATCH);
        assert_true(costs->blocks[doc / DOC_BLOCK] || !has[doc]);
        least = has[doc] ? (uint8_t)cost : least;
    }
    assert_int_equal(costs->least, least);
    assert_int_equal(costs->bytes[0], SEARCH_NO_MATCH);
    for (uint32_t doc = DOCS + 1; doc < costs->block_count * DOC_BLOCK; doc++) {
        assert_int_equal(costs->bytes[doc], SEARCH_NO_MATCH);
    }
}

static void
check_terms(struct world *w, uint8_t has[3][DOCS + 1]) {
    static const char *const terms[] = {"a", "b", "c"};
    struct search_lookup l = {.index = &w->index, .arena = &w->arena};
    struct step steps[3];
    uint8_t all[DOCS + 1];
    for (size_t i = 0; i < 3; i++) {
        steps[i] = (struct step){.from = str_from(terms[i])};
        l.costs = doc_costs_take(&w->index.pool);
        take_one(&l, SEARCH_TITLE, &steps[i], 9);
        check_costs(l.costs, has[i], 9);
    }
    for (uint32_t doc = 0; doc <= DOCS; doc++) {
        all[doc] = has[0][doc] && has[1][doc] && has[2][doc];
    }
    l.costs = doc_costs_take(&w->index.pool);
    take_all(&l, SEARCH_TITLE, steps, 3, 7);
    check_costs(l.costs, all, 7);
    for (uint32_t doc = 0; doc < l.costs->block_count * DOC_BLOCK; doc++) {
        assert_int_equal(w->index.marks[doc], 0);
    }
    doc_costs_give_back(&w->index.pool, 0);
}

static void
test_terms__cost_the_same_in_either_form(void **state) {
    struct world *w = *state;
    static const uint32_t parts[] = {1, 3, 300, 5000};
    uint8_t has[3][DOCS + 1];
    uint32_t random = 3;
    for (int round = 0; round < 64; round++) {
        sqlite3_exec(w->db, "DELETE FROM search_terms", 0, 0, 0);
        for (size_t i = 0; i < 3; i++) {
            static const char *const terms[] = {"a", "b", "c"};
            uint32_t part = parts[next_random(&random) % 4];
            memset(has[i], 0, DOCS + 1);
            for (uint32_t doc = 1; doc <= DOCS; doc++) {
                has[i][doc] = next_random(&random) % part == 0;
            }
            put_term(w->db, terms[i], has[i], round >> i & 1);
        }
        check_terms(w, has);
        arena_reset(&w->arena);
    }
}

static void
test_costs__of_others_are_taken_where_they_are_lower(void **state) {
    struct world *w = *state;
    uint32_t random = 5;
    for (int round = 0; round < 60; round++) {
        struct doc_costs *own = random_costs(w, &random), *before = doc_costs_take(&w->index.pool);
        struct doc_costs *others[3];
        size_t count = 1 + next_random(&random) % 3;
        int more = (int)(next_random(&random) % 60);
        for (size_t i = 0; i < count; i++) {
            others[i] = random_costs(w, &random);
        }
        doc_costs_lower_to(before, own, 0);
        assert_memory_equal(before->bytes, own->bytes, DOCS + 1);
        assert_int_equal(doc_costs_count(before), doc_costs_count(own));
        doc_costs_lower_to_all(own, others, count, more);
        uint8_t least = SEARCH_NO_MATCH;
        for (uint32_t doc = 1; doc <= DOCS; doc++) {
            int dearest = 0;
            for (size_t i = 0; i < count; i++) {
                int cost = others[i]->bytes[doc];
                dearest = cost > dearest ? cost : dearest;
            }
            bool is_lower = dearest != SEARCH_NO_MATCH && dearest + more < before->bytes[doc];
            assert_int_equal(own->bytes[doc], is_lower ? dearest + more : before->bytes[doc]);
            least = own->bytes[doc] < least ? own->bytes[doc] : least;
        }
        assert_int_equal(own->least, least);
        uint32_t found = doc_costs_find(own, 1, least);
        assert_true(least == SEARCH_NO_MATCH || (found > 0 && own->bytes[found] == least));
        doc_costs_give_back(&w->index.pool, 0);
    }
}

/* What was taken is clean, however many were taken before. */
static void
test_costs__come_back_clean(void **state) {
    struct world *w = *state;
    uint32_t random = 9;
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 40; i++) {
            random_costs(w, &random);
        }
        doc_costs_give_back(&w->index.pool, 0);
        assert_true(w->index.pool.count <= 16);
        for (int i = 0; i < 20; i++) {
            const struct doc_costs *costs = doc_costs_take(&w->index.pool);
            assert_int_equal(costs->least, SEARCH_NO_MATCH);
            assert_int_equal(doc_costs_count(costs), 0);
            for (uint32_t doc = 0; doc < costs->block_count * DOC_BLOCK; doc++) {
                assert_int_equal(costs->bytes[doc], SEARCH_NO_MATCH);
            }
        }
        doc_costs_give_back(&w->index.pool, 0);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            test_totals__are_those_of_the_plain_way, open_world, close_world),
        cmocka_unit_test_setup_teardown(
            test_terms__cost_the_same_in_either_form, open_world, close_world),
        cmocka_unit_test_setup_teardown(
            test_costs__of_others_are_taken_where_they_are_lower, open_world, close_world),
        cmocka_unit_test_setup_teardown(test_costs__come_back_clean, open_world, close_world),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

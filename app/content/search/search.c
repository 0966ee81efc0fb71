/* Search: the line is read as words, each word gives every document a cost, and the costs are
 * added. Documents that have all words come first, in the order of their cost; equally good ones in
 * the order of importance their numbers have. Then those that have most of the words, the rarer the
 * better. A city is at least as good as its best event. */
#include "content/search.h"

#include "base/check.h"
#include "base/xalloc.h"
#include "content/search/match.h"
#include "content/search/snippet.h"
#include "content/store/store_private.h"

#include <string.h>

enum {
    LIMIT_MAX = 200,
    SPARE = 24, /* hits beyond the limit, as several may lead to one screen */
    WEIGHT_MIN = 8,
    LACKING_WEAK = 60,     /* the cost of not having a word that is only in bodies */
    WORST_OF_SEVERAL = 56, /* having a word is always better than lacking it */
    LACKING_OPTIONAL = 3,
    FACTOR_MIN = 4,
    FACTOR_MAX = 16,
};

#define NOT_FOUND UINT32_MAX

struct candidate {
    uint32_t doc, missing, cost;
};

/* One word of the query, answered. */
struct answer {
    uint8_t *costs;
    uint32_t weight;  /* lacking it puts a document after those that have it; 0: it does not */
    uint32_t lacking; /* what lacking it costs then */
    uint32_t factor;  /* of its costs: a rare word says more than a common one */
    bool is_optional, is_nowhere;
    bool is_asked; /* counts when it is decided whether a document has enough */
};

struct ranking {
    struct search_index *index;
    struct arena *arena;
    struct search_query query;
    struct answer answers[SEARCH_QUERY_WORDS];
    size_t count;
    uint8_t *line; /* costs of the words as one name, or NULL */
    struct search_needles needles;
};

/* Words that are one name or one concept together become one word: las vegas, thank-you letter. */
static size_t
span_end(struct ranking *r, size_t first) {
    for (size_t last = r->query.count - 1; last > first; last--) {
        bool has_date = false;
        for (size_t i = first; i <= last; i++) {
            has_date = has_date || r->query.words[i].is_date;
        }
        struct search_word_of_query span = search_query_span(r->arena, &r->query, first, last);
        if (!has_date &&
            (search_index_has_name(r->index, r->arena, span.key, false) ||
                (span.is_last && search_index_has_name(r->index, r->arena, span.key, true)))) {
            return last;
        }
    }
    return first;
}

/* Rare words weigh more. A word that is in no name and no title is weak: a page named by the rest
 * of the query is a better answer than one that has every word somewhere. */
static void
weigh(const struct ranking *r, struct answer *answer) {
    uint32_t having = 0;
    uint8_t best = SEARCH_NO_MATCH;
    for (uint32_t doc = 1; doc <= r->index->doc_count; doc++) {
        having += answer->costs[doc] != SEARCH_NO_MATCH;
        best = answer->costs[doc] < best ? answer->costs[doc] : best;
    }
    answer->is_nowhere = having == 0; // lacking it says nothing
    answer->factor = FACTOR_MIN;
    for (uint32_t n = having ? r->index->doc_count / having : 0; n > 1; n /= 2) {
        answer->factor += answer->factor < FACTOR_MAX ? 2 : 0;
    }
    if (answer->is_nowhere || answer->is_optional || best >= COST_BODY) {
        answer->lacking = answer->is_nowhere    ? 0
                          : answer->is_optional ? LACKING_OPTIONAL
                                                : LACKING_WEAK;
        return;
    }
    answer->weight = WEIGHT_MIN;
    for (uint32_t n = r->index->doc_count / having; n > 1; n /= 2) {
        answer->weight += 4;
    }
}

static void
match_words(struct ranking *r) {
    for (size_t first = 0; first < r->query.count;) {
        size_t last = span_end(r, first);
        struct search_word_of_query word = r->query.words[first];
        if (last > first) {
            word = search_query_span(r->arena, &r->query, first, last);
        }
        struct answer *answer = &r->answers[r->count++];
        answer->costs = arena_alloc(r->arena, r->index->doc_count + SEARCH_PADDING);
        answer->is_optional = word.is_optional;
        search_match_word(r->index, r->arena, &word, answer->costs, &r->needles);
        weigh(r, answer);
        first = last + 1;
    }
}

static bool
is_latin(struct str key) {
    for (size_t i = 0; i < key.n; i++) {
        if ((unsigned char)key.p[i] >= 0x80) {
            return false;
        }
    }
    return key.n > 0;
}

/* All words as one name with a slip of the finger in it. */
static void
match_line(struct ranking *r) {
    if (r->count < 2) {
        return;
    }
    struct search_word_of_query line =
        search_query_span(r->arena, &r->query, 0, r->query.count - 1);
    if (is_latin(line.key)) {
        r->line = arena_alloc(r->arena, r->index->doc_count + SEARCH_PADDING);
        search_match_line(r->index, r->arena, line.key, r->line, &r->needles);
    }
}

static bool
is_better(const struct candidate *a, const struct candidate *b) {
    if (a->missing != b->missing) {
        return a->missing < b->missing;
    }
    return a->cost != b->cost ? a->cost < b->cost : a->doc < b->doc;
}

static size_t
insert(struct candidate *best, size_t count, size_t max, struct candidate item) {
    if (count == max && !is_better(&item, &best[count - 1])) {
        return count;
    }
    size_t at = count < max ? count++ : count - 1;
    while (at > 0 && is_better(&item, &best[at - 1])) {
        best[at] = best[at - 1];
        at--;
    }
    best[at] = item;
    return count;
}

/* Adds one answer for every document. No match costs more than `worst`. */
static void
add_answer(const struct answer *answer, uint32_t worst, uint32_t doc_count, uint32_t *costs,
    uint32_t *missing, uint8_t *had) {
    const uint8_t *bytes = answer->costs;
    uint32_t lacking = answer->lacking * answer->factor;
    uint32_t factor = answer->is_optional ? 0 : answer->factor;
    uint8_t counts = answer->is_asked;
    for (uint32_t doc = 1; doc <= doc_count; doc++) {
        bool is_match = bytes[doc] != SEARCH_NO_MATCH;
        uint32_t cost = bytes[doc] < worst ? bytes[doc] : worst;
        costs[doc] += is_match ? cost * factor : lacking;
        missing[doc] += is_match ? 0 : answer->weight;
        had[doc] = (uint8_t)(had[doc] + (is_match & counts));
    }
}

/* A city is as good as its best event, and stands before it. */
static void
roll_up(const struct ranking *r, uint32_t *costs, uint32_t *missing) {
    struct str parents = search_index_parents(r->index);
    for (uint32_t doc = 1; doc <= r->index->doc_count; doc++) {
        uint32_t parent = missing[doc] == NOT_FOUND ? 0 : search_parent(parents, doc);
        if (parent == 0 || parent > r->index->doc_count) {
            continue;
        }
        if (missing[doc] < missing[parent] ||
            (missing[doc] == missing[parent] && costs[doc] < costs[parent])) {
            missing[parent] = missing[doc];
            costs[parent] = costs[doc];
        }
    }
}

/* The words that a document must have half of: those in names and titles, or else all. */
static uint32_t
choose_asked(struct ranking *r) {
    uint32_t strong = 0, asked = 0;
    for (size_t i = 0; i < r->count; i++) {
        strong += r->answers[i].weight > 0;
    }
    for (size_t i = 0; i < r->count; i++) {
        struct answer *answer = &r->answers[i];
        bool is_word = !answer->is_optional && !answer->is_nowhere;
        answer->is_asked = strong > 0 ? answer->weight > 0 : is_word;
        asked += answer->is_asked;
    }
    return asked;
}

static size_t
rank(struct ranking *r, struct candidate *best, size_t max) {
    uint32_t limit = r->index->doc_count;
    uint32_t *costs = ARENA_ARRAY(r->arena, limit + 1, uint32_t);
    uint32_t *missing = ARENA_ARRAY(r->arena, limit + 1, uint32_t);
    uint8_t *had = arena_alloc(r->arena, limit + 1);
    uint32_t asked = choose_asked(r);
    uint32_t worst = r->count > 1 ? WORST_OF_SEVERAL : SEARCH_NO_MATCH;
    for (size_t i = 0; i < r->count; i++) {
        add_answer(&r->answers[i], worst, limit, costs, missing, had);
    }
    for (uint32_t doc = 1; doc <= limit; doc++) {
        bool is_found = had[doc] > 0 && had[doc] * 2u >= asked;
        missing[doc] = is_found ? missing[doc] : NOT_FOUND;
        if (r->line && r->line[doc] != SEARCH_NO_MATCH) {
            uint32_t cost = r->line[doc] * (uint32_t)FACTOR_MAX;
            costs[doc] = is_found && missing[doc] == 0 && costs[doc] < cost ? costs[doc] : cost;
            missing[doc] = 0;
        }
    }
    roll_up(r, costs, missing);
    size_t count = 0;
    for (uint32_t doc = 1; doc <= limit; doc++) {
        if (missing[doc] != NOT_FOUND) {
            count = insert(best, count, max,
                (struct candidate){.doc = doc, .missing = missing[doc], .cost = costs[doc]});
        }
    }
    return count;
}

static struct str
text_of(struct search_index *index, struct arena *arena, uint32_t doc, int locale, int column) {
    search_sql_bind_int(&index->text, 1, doc);
    search_sql_bind_str(&index->text, 2, str_from(locale_tag((enum locale_id)locale)));
    struct str out = {0};
    if (search_sql_step(&index->text)) {
        out = arena_str(arena, search_sql_text(&index->text, column));
    }
    search_sql_reset(&index->text);
    return out;
}

enum { TEXT_TITLE, TEXT_DETAIL, TEXT_BODY };

/* Where the match shows best: the visitor's own language, then the names, then other languages. */
static void
hit_snippet(struct ranking *r, uint32_t doc, enum locale_id locale, struct str names,
    struct search_hit *hit) {
    struct str body = text_of(r->index, r->arena, doc, (int)locale, TEXT_BODY);
    if (search_snippet(r->arena, body, &r->needles, hit) ||
        search_snippet(r->arena, hit->title, &r->needles, hit) ||
        search_snippet(r->arena, names, &r->needles, hit) ||
        search_snippet(r->arena, hit->detail, &r->needles, hit)) {
        return;
    }
    for (int other = 0; other < LOCALE_COUNT; other++) {
        if (other == (int)locale) {
            continue;
        }
        struct str text = text_of(r->index, r->arena, doc, other, TEXT_BODY);
        struct str title = text_of(r->index, r->arena, doc, other, TEXT_TITLE);
        if (search_snippet(r->arena, text, &r->needles, hit) ||
            search_snippet(r->arena, title, &r->needles, hit)) {
            return;
        }
    }
    search_snippet_plain(r->arena, body.n > 0 ? body : hit->detail, hit);
}

static bool
is_there(const struct search_hit *hits, size_t count, struct str path) {
    for (size_t i = 0; i < count; i++) {
        if (str_eq(hits[i].path, path)) {
            return true;
        }
    }
    return false;
}

static bool
hit_make(struct ranking *r, struct arena *arena, uint32_t doc, enum locale_id locale,
    const struct search_hit *hits, size_t count, struct search_hit *hit) {
    search_sql_bind_int(&r->index->doc, 1, doc);
    bool found = search_sql_step(&r->index->doc);
    struct str names = {0};
    *hit = (struct search_hit){0};
    if (found) {
        hit->path = arena_str(arena, search_sql_text(&r->index->doc, 0));
        hit->kind = arena_str(arena, search_sql_text(&r->index->doc, 1));
        names = arena_str(r->arena, search_sql_text(&r->index->doc, 2));
    }
    search_sql_reset(&r->index->doc);
    if (!found || is_there(hits, count, hit->path)) {
        return false;
    }
    hit->title = arena_str(arena, text_of(r->index, r->arena, doc, (int)locale, TEXT_TITLE));
    hit->detail = arena_str(arena, text_of(r->index, r->arena, doc, (int)locale, TEXT_DETAIL));
    hit_snippet(r, doc, locale, names, hit);
    hit->snippet = arena_str(arena, hit->snippet);
    return true;
}

static void
unload(void *self) {
    search_index_unload(self);
    xfree(self);
}

static struct search_index *
index_of(struct store *store, struct err *err) {
    if (!store->search) {
        struct search_index *index = xcalloc(1, sizeof(*index));
        if (!search_index_load(index, store->db, err)) {
            unload(index);
            return NULL;
        }
        store->search = index;
        store->search_close = unload;
    }
    return store->search;
}

/* What failed once is tried again for the next question: a page that could not be read may be
 * readable then, and another question may not need it. */
static void
forget_index(struct store *store) {
    unload(store->search);
    store->search = NULL;
    store->search_close = NULL;
}

bool
search_find(struct store *store, struct arena *arena, enum locale_id locale, struct str query,
    size_t limit, struct search_hit **out, size_t *count, struct err *err) {
    *out = NULL;
    *count = 0;
    struct search_index *index = index_of(store, err);
    if (!index) {
        return false;
    }
    struct arena scratch;
    arena_init(&scratch);
    struct ranking r = {.index = index, .arena = &scratch};
    index->work = 0;
    search_query_read(&scratch, query, &r.query);
    limit = limit < LIMIT_MAX ? limit : LIMIT_MAX;
    if (r.query.count > 0 && limit > 0 && index->doc_count > 0) {
        match_words(&r);
        match_line(&r);
        struct candidate best[LIMIT_MAX + SPARE];
        size_t found = rank(&r, best, limit + SPARE);
        struct search_hit *hits = ARENA_ARRAY(arena, limit, struct search_hit);
        for (size_t i = 0; i < found && *count < limit; i++) {
            *count += hit_make(&r, arena, best[i].doc, locale, hits, *count, &hits[*count]);
        }
        *out = hits;
    }
    arena_finish(&scratch);
    if (search_index_has_failed(index)) {
        *count = 0;
        store_fail(store->db, "searching", err);
        forget_index(store);
        return false;
    }
    return true;
}

/* Search: a query is asked as it was typed; where that finds nothing that stands there, as it may
 * have been meant. */
#include "content/search.h"

#include "base/utf8.h"
#include "base/xalloc.h"
#include "content/search/ask/function.h"
#include "content/search/answer.h"
#include "content/search/rank.h"
#include "content/search/recover.h"
#include "content/search/snippet.h"
#include "content/store/store_private.h"
#include "i18n/keyboard.h"

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

static bool
has_failed(struct store *store, struct err *err) {
    int failure = search_index_failure(store->search);
    if (failure == SQLITE_OK) {
        return false;
    }
    store_fail(store->db, failure, "searching", err);
    forget_index(store);
    return true;
}

/* Another reading is believed only where the line as it was typed says nothing for sure. */
static void
ask_recovered(struct search_index *index, struct arena *arena, struct str query,
    const struct search_trace *trace, struct search_results *results) {
    struct search_recovery offers[RECOVER_MAX];
    if (ask_is_itself(fold_key(arena, utf8_cut(query, SEARCH_QUERY_BYTES)))) {
        return; // cat is no slip of the keyboard
    }
    size_t count = search_recover(arena, query, results->evidence == EVIDENCE_NONE, offers);
    bool is_sure =
        results->evidence >= EVIDENCE_TEXT && results->count == 0 && !search_recover_is_odd(query);
    for (size_t i = 0; i < count && !search_index_is_tired(index); i++) {
        struct search_results other = {.locale = results->locale};
        if (is_sure && !offers[i].is_sound) {
            continue; // some of the words are there as they were typed
        }
        if (offers[i].must_be_name &&
            !search_index_has_name(index, arena, fold_key(arena, offers[i].line), false)) {
            continue;
        }
        search_trace(trace, "recover", "%.*s (%s)", STR_ARG(offers[i].line), offers[i].why);
        search_rank(index, arena, offers[i].line, offers[i].must_be_whole, trace, &other);
        int composed = results->evidence <= EVIDENCE_GUESS ? EVIDENCE_TEXT : EVIDENCE_PREFIX;
        bool may_be_guess = offers[i].may_be_guess && results->count == 0;
        int least = offers[i].must_be_whole ? EVIDENCE_WHOLE
                    : may_be_guess          ? EVIDENCE_GUESS
                                            : composed;
        if (other.count > 0 && other.evidence >= least) {
            *results = other;
            results->searched_for = offers[i].line;
            return;
        }
    }
}

/* Letters typed as Hangul with a slip of the finger in them: nothing else looks so odd. */
static void
ask_slipped(struct search_index *index, struct arena *arena, struct str query,
    const struct search_trace *trace, struct search_results *results) {
    enum { LETTERS_LEAST = 7 };
    struct search_results other = {.locale = results->locale};
    struct str line = keyboard_slip(arena, KEYBOARD_HANGUL_TO_LETTERS, query);
    bool may = results->count == 0 && line.n >= LETTERS_LEAST && !search_index_is_tired(index);
    if (!may || !keyboard_is_odd_hangul(query)) {
        return;
    }
    search_trace(trace, "recover", "%.*s (with a slip of the finger)", STR_ARG(line));
    search_rank(index, arena, line, false, trace, &other);
    if (other.count > 0 && other.evidence >= EVIDENCE_GUESS) {
        *results = other;
        results->searched_for = line;
    }
}

/* A line that no word looks like, and that is none as a whole. */
static bool
is_odd(struct search_index *index, struct arena *arena, struct str query,
    const struct search_results *results) {
    struct search_results whole = {.locale = results->locale};
    if (!search_recover_is_odd(query)) {
        return false;
    }
    search_rank(index, arena, query, true, &(struct search_trace){0}, &whole);
    return whole.evidence < EVIDENCE_WHOLE;
}

static bool
open_traced(struct store *store, struct arena *arena, enum locale_id locale, struct str query,
    const struct search_trace *trace, struct search_results **out, struct err *err) {
    struct search_results *results = *out = ARENA_NEW(arena, struct search_results);
    results->locale = locale;
    struct search_index *index = index_of(store, err);
    if (!index) {
        return false;
    }
    index->work = 0;
    search_rank(index, arena, query, false, trace, results);
    if (results->evidence < EVIDENCE_TEXT || results->count == 0 ||
        is_odd(index, arena, query, results)) {
        ask_recovered(index, arena, query, trace, results);
        ask_slipped(index, arena, query, trace, results);
    }
    if (results->evidence == EVIDENCE_GUESS && search_recover_is_odd(query)) {
        results->count = 0; // さっぽr is nothing near 作法
    }
    if (has_failed(store, err)) {
        results->count = 0;
        return false;
    }
    return true;
}

bool
search_open(struct store *store, struct arena *arena, enum locale_id locale, struct str query,
    struct search_results **out, struct err *err) {
    return open_traced(store, arena, locale, query, &(struct search_trace){0}, out, err);
}

struct str
search_searched_for(const struct search_results *results) {
    return results->searched_for;
}

bool
search_explain(struct store *store, struct arena *arena, enum locale_id locale, struct str query,
    struct str *out, struct err *err) {
    struct str_buf lines = {0};
    struct search_results *results;
    struct search_trace trace = {.out = &lines};
    bool ok = open_traced(store, arena, locale, query, &trace, &results, err);
    *out = arena_str(arena, str_buf_str(&lines));
    str_buf_finish(&lines);
    return ok;
}

size_t
search_count(const struct search_results *results) {
    return results->count;
}

static void
make_hits(struct search_index *index, const struct search_results *results, struct arena *arena,
    const uint32_t *docs, size_t count, struct search_hit *out) {
    struct search_marker marker;
    search_marker_init(&marker, &index->scratch, &results->needles);
    for (size_t i = 0; i < count; i++) {
        search_hit_make(index, results, &marker, &index->hit_scratch, arena, docs[i], &out[i]);
        arena_reset(&index->hit_scratch);
    }
    search_scratch_done(&index->scratch);
    search_scratch_done(&index->hit_scratch);
}

/* The documents from `first` on; `*count` becomes how many there are. */
static const uint32_t *
docs_at(
    struct search_index *index, const struct search_results *results, size_t first, size_t *count) {
    size_t rest = first < results->count ? results->count - first : 0;
    *count = rest < *count ? rest : *count;
    if (first + *count <= results->ordered || *count == 0) {
        return *count > 0 ? results->docs + first : NULL;
    }
    const struct search_rest *all = search_rank_all(index, results);
    rest = first < all->count ? all->count - first : 0;
    *count = rest < *count ? rest : *count;
    return *count > 0 ? all->docs + first : NULL;
}

bool
search_hits(struct search_results *results, struct store *store, struct arena *arena, size_t first,
    size_t most, struct search_hit **out, size_t *count, struct err *err) {
    struct search_index *index = index_of(store, err);
    *out = NULL;
    *count = 0;
    if (!index) {
        return false;
    }
    size_t n = most;
    const uint32_t *docs = docs_at(index, results, first, &n);
    *out = ARENA_ARRAY(arena, n, struct search_hit);
    make_hits(index, results, arena, docs, n, *out);
    if (has_failed(store, err)) {
        return false;
    }
    *count = n;
    return true;
}

bool
search_find(struct store *store, struct arena *arena, enum locale_id locale, struct str query,
    size_t limit, struct search_hit **out, size_t *count, struct err *err) {
    struct search_results *results;
    *out = NULL;
    *count = 0;
    return search_open(store, arena, locale, query, &results, err) &&
           search_hits(results, store, arena, 0, limit, out, count, err);
}

bool
search_answer(struct search_results *results, struct store *store, struct arena *arena,
    struct search_answer *out, struct err *err) {
    struct search_index *index = index_of(store, err);
    *out = (struct search_answer){0};
    return index && search_answer_find(index, arena, results, out, err) && !has_failed(store, err);
}

/* Ranking: the line is read as words, each word gives every document a cost, and the costs are
 * added. What a document lacks is a cost, too, by the weight of the word: one that has all words in
 * passing may come after one that is named by most of them. Equally good ones stand in the order of
 * importance that their numbers have. A city is at least as good as its best event. */
#include "content/search/rank.h"

#include "base/utf8.h"
#include "base/xalloc.h"
#include "content/search/costs.h"
#include "content/search/evidence.h"
#include "content/search/order.h"
#include "content/search/ranked_words.h"

#include <string.h>

static bool
line_is_found(const struct ranking *r) {
    return r->line && r->line->least < SEARCH_NO_MATCH;
}

/* A line that is a name or a title as a whole asks for that, whatever it looks like. */
static bool
is_name(struct search_index *index, struct arena *arena, struct str query) {
    struct str key = fold_key(arena, utf8_cut(query, SEARCH_QUERY_BYTES));
    return key.n > 0 && search_index_has_name(index, arena, key, false);
}

static void
trace_query(const struct ranking *r, struct str line) {
    const struct search_query *q = &r->query;
    search_trace(r->trace, "query", "%.*s%s", STR_ARG(q->line), q->line.n < line.n ? "…" : "");
    for (size_t i = 0; i < q->frames.count; i++) {
        struct ask_span span = q->frames.spans[i];
        search_trace(r->trace, "frame", "%.*s",
            STR_ARG(fold_units_key(r->arena, &q->fold, span.from, span.to)));
    }
    if (q->ask != ASK_NONE) {
        search_trace(r->trace, "asks", "%s", ask_kind_name(q->ask));
    }
}

/* What the line says of every document, in the totals of the index. False where it is not enough.
 */
static bool
add_up(struct ranking *r, struct search_results *results) {
    if (r->query.count == 0 || r->index->doc_count == 0) {
        return false;
    }
    ranked_words_match(r);
    results->evidence = evidence_of(r);
    results->has_unnamed = evidence_has_unnamed(r);
    results->has_unknown = evidence_has_unknown(r);
    bool is_enough = evidence_is_enough(r) || line_is_found(r);
    if (is_enough) {
        costs_add_up(r, &r->index->totals);
    }
    return is_enough;
}

static void
rank(struct ranking *r, struct arena *arena, struct search_results *results) {
    results->ask = r->query.ask;
    results->asks_language = r->query.frames.has_language;
    results->language = r->query.frames.language;
    if (add_up(r, results)) {
        search_order(r->index, r->arena, arena, &r->index->totals, results);
    }
    for (size_t i = 0; i < r->needles.count; i++) {
        search_needles_add_why(&results->needles, arena, r->needles.items[i], r->needles.whys[i]);
    }
    search_trace(r->trace, "found", "%zu, evidence %d", results->count, results->evidence);
}

static void
open_ranking(struct ranking *r, struct search_index *index, struct str query, bool is_finished,
    const struct search_trace *trace) {
    struct arena *scratch = &index->scratch;
    *r = (struct ranking){
        .index = index, .arena = scratch, .trace = trace, .is_finished = is_finished};
    search_query_read(scratch, query, !is_name(index, scratch, query), &r->query);
    trace_query(r, query);
}

static void
close_ranking(struct ranking *r) {
    doc_costs_give_back(&r->index->pool, 0);
    search_scratch_done(r->arena);
}

void
search_rank(struct search_index *index, struct arena *arena, struct str query, bool is_finished,
    const struct search_trace *trace, struct search_results *results) {
    struct ranking r;
    search_rest_finish(&index->rest);
    results->query = arena_str(arena, query);
    results->is_finished = is_finished;
    results->work = index->work;
    open_ranking(&r, index, query, is_finished, trace);
    rank(&r, arena, results);
    close_ranking(&r);
}

static uint64_t
question_of(const struct search_results *results) {
    uint64_t seed = (uint64_t)results->work * 2 + results->is_finished;
    uint64_t hash = str_hash(results->query, seed);
    return hash > 0 ? hash : 1;
}

/* The line is asked again, from where it was asked: what is kept from one question to the next
 * changes no answer. */
const struct search_rest *
search_rank_all(struct search_index *index, const struct search_results *results) {
    struct search_rest *rest = &index->rest;
    if (rest->question == question_of(results)) {
        return rest;
    }
    const struct search_trace no_trace = {0};
    struct search_results again = {.locale = results->locale};
    struct ranking r;
    search_rest_finish(rest);
    index->work = results->work;
    open_ranking(&r, index, results->query, results->is_finished, &no_trace);
    if (add_up(&r, &again)) {
        uint32_t *docs;
        size_t count = search_order_all(index, r.arena, r.arena, &index->totals, &docs);
        rest->docs = xcalloc(count + 1, sizeof(*docs));
        memcpy(rest->docs, docs, count * sizeof(*docs));
        rest->count = count;
    }
    rest->question = question_of(results);
    close_ranking(&r);
    return rest;
}

/* Ranking: the line is read as words, each word gives every document a cost, and the costs are
 * added. What a document lacks is a cost, too, by the weight of the word: one that has all words in
 * passing may come after one that is named by most of them. Equally good ones stand in the order of
 * importance that their numbers have. A city is at least as good as its best event. */
#include "content/search/rank.h"

#include "base/utf8.h"
#include "content/search/costs.h"
#include "content/search/evidence.h"
#include "content/search/order.h"
#include "content/search/ranked_words.h"

/* All that were found, best first, each screen once: of several that lead to one, the best. */
static void
rank(struct ranking *r, struct arena *arena, struct search_results *results) {
    uint32_t limit = r->index->doc_count;
    uint32_t *costs = ARENA_ARRAY(r->arena, limit + 1, uint32_t);
    uint32_t *missing = ARENA_ARRAY(r->arena, limit + 1, uint32_t);
    uint32_t *docs;
    size_t found = costs_add_up(r, costs, missing, &docs);
    struct search_costs by_doc = {costs, missing};
    search_order(r->index, r->arena, arena, &by_doc, docs, found, results);
}

static bool
line_is_found(const struct ranking *r) {
    for (uint32_t doc = 1; r->line && doc <= r->index->doc_count; doc++) {
        if (r->line[doc] != SEARCH_NO_MATCH) {
            return true;
        }
    }
    return false;
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
    search_trace(r->trace, "query", "%.*s", STR_ARG(line));
    for (size_t i = 0; i < q->frames.count; i++) {
        struct ask_span span = q->frames.spans[i];
        search_trace(r->trace, "frame", "%.*s",
            STR_ARG(fold_units_key(r->arena, &q->fold, span.from, span.to)));
    }
    if (q->ask != ASK_NONE) {
        search_trace(r->trace, "asks", "%s", ask_kind_name(q->ask));
    }
}

void
search_rank(struct search_index *index, struct arena *arena, struct str query, bool is_finished,
    const struct search_trace *trace, struct search_results *results) {
    struct arena scratch;
    arena_init(&scratch);
    struct ranking r = {
        .index = index, .arena = &scratch, .trace = trace, .is_finished = is_finished};
    search_query_read(&scratch, query, !is_name(index, &scratch, query), &r.query);
    trace_query(&r, query);
    results->query = arena_str(arena, query);
    results->ask = r.query.ask;
    results->asks_language = r.query.frames.has_language;
    results->language = r.query.frames.language;
    if (r.query.count > 0 && index->doc_count > 0) {
        ranked_words_match(&r);
        results->evidence = evidence_of(&r);
        results->has_unnamed = evidence_has_unnamed(&r);
        if (evidence_is_enough(&r) || line_is_found(&r)) {
            rank(&r, arena, results);
        }
    }
    for (size_t i = 0; i < r.needles.count; i++) {
        search_needles_add_why(&results->needles, arena, r.needles.items[i], r.needles.whys[i]);
    }
    search_trace(trace, "found", "%zu, evidence %d", results->count, results->evidence);
    arena_finish(&scratch);
}

/* Ranking: the line is read as words, each word gives every document a cost, and the costs are
 * added. Documents that have all words come first, in the order of their cost; equally good ones in
 * the order of importance their numbers have. Then those that have most of the words, the rarer the
 * better. A city is at least as good as its best event. */
#include "content/search/rank.h"

#include "base/check.h"
#include "base/utf8.h"
#include "content/search/order.h"
#include "content/search/query.h"

#include <string.h>

enum {
    SPAN_MAX = 8, /* words of one name or one concept; a whole line may have more */
    WEIGHT_MIN = 8,
    WEIGHT_NAME = 12,      /* more, of a word that is a name or a title as a whole */
    LACKING_WEAK = 60,     /* the cost of not having a word that is only in bodies */
    WORST_OF_SEVERAL = 56, /* having a word is always better than lacking it */
    LACKING_OPTIONAL = 3,
    FACTOR_MIN = 4,
    FACTOR_MAX = 16,
    SAID_BONUS = 8 * FACTOR_MAX,
    WHOLE_MOST = COST_TITLE + COST_STEM + COST_COMPOSED, /* the cost of a whole word of a title */
};

#define NOT_FOUND UINT32_MAX

/* One word of the query, answered. */
struct answer {
    uint8_t *costs;
    uint32_t weight;  /* lacking it puts a document after those that have it; 0: it does not */
    uint32_t lacking; /* what lacking it costs then */
    uint32_t factor;  /* of its costs: a rare word says more than a common one */
    bool is_optional, is_nowhere;
    bool is_asked; /* counts when it is decided whether a document has enough */
    uint8_t plain; /* its best cost before anything was guessed */
    uint8_t best;
    uint32_t units; /* how long it is */
};

struct ranking {
    struct search_index *index;
    struct arena *arena;
    const struct search_trace *trace;
    struct search_query query;
    bool is_finished; /* no word is the beginning of one */
    struct answer *answers;
    size_t count, most;
    uint8_t *line; /* costs of the words as one name, or NULL */
    struct search_needles needles;
};

/* Words that are one name or one concept together become one word: las vegas, thank-you letter. */
static size_t
span_end(struct ranking *r, size_t first) {
    size_t end = r->query.count - first > SPAN_MAX ? first + SPAN_MAX : r->query.count;
    for (size_t last = end - 1; last > first; last--) {
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
    answer->best = best;
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
    answer->weight = WEIGHT_MIN + (best <= COST_NAME + COST_STEM ? WEIGHT_NAME : 0);
    for (uint32_t n = r->index->doc_count / having; n > 1; n /= 2) {
        answer->weight += 4;
    }
}

static struct answer *
match_one(struct ranking *r, const struct search_word_of_query *word) {
    struct answer *answer = &r->answers[r->count];
    answer->costs = arena_alloc(r->arena, r->index->doc_count + SEARCH_PADDING);
    answer->is_optional = word->is_optional;
    answer->units = (uint32_t)(word->to - word->from);
    answer->plain = search_match_word(r->index, r->arena, word, answer->costs, &r->needles);
    weigh(r, answer);
    search_trace(r->trace, "term", "%.*s%s: best %d, plain %d, weight %u, factor %u",
        STR_ARG(word->text), word->is_optional ? " (helps)" : "", answer->best, answer->plain,
        answer->weight, answer->factor);
    return answer;
}

/* A word without spaces that stands nowhere as it is asks for the words in it. */
static size_t
segments_of(struct ranking *r, const struct search_word_of_query *word, const struct answer *answer,
    struct search_word_of_query *out) {
    bool is_whole =
        answer->plain <= WHOLE_MOST || (answer->plain <= COST_BODY + COST_STEM &&
                                           !search_query_is_joined(r->arena, &r->query, word));
    bool is_one = word->is_optional || word->is_date || word->is_amount || is_whole ||
                  r->count + SEARCH_SEGMENTS_MAX > r->most;
    return is_one ? 0 : search_query_segments(r->arena, &r->query, word, out, SEARCH_SEGMENTS_MAX);
}

/* A word says no more when it comes again. */
static bool
is_repeated_word(const struct ranking *r, size_t index) {
    for (size_t i = 0; i < index; i++) {
        if (str_eq(r->query.words[i].key, r->query.words[index].key)) {
            return true;
        }
    }
    return false;
}

static void
match_words(struct ranking *r) {
    r->most = r->query.count + 2 * SEARCH_SEGMENTS_MAX;
    r->answers = ARENA_ARRAY(r->arena, r->most, struct answer);
    for (size_t first = 0; first < r->query.count;) {
        if (is_repeated_word(r, first)) {
            first++;
            continue;
        }
        size_t last = span_end(r, first);
        struct search_word_of_query word = r->query.words[first];
        struct search_word_of_query segments[SEARCH_SEGMENTS_MAX];
        if (last > first) {
            word = search_query_span(r->arena, &r->query, first, last);
        }
        word.is_last = word.is_last && !r->is_finished;
        word.is_certain = r->is_finished;
        size_t count = segments_of(r, &word, match_one(r, &word), segments);
        for (size_t i = 0; i < count; i++) {
            segments[i].is_certain = r->is_finished;
            match_one(r, &segments[i]);
            r->count++;
        }
        r->count += count == 0;
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
    if (r->count < 2 || r->query.frames.count > 0) {
        return;
    }
    struct search_word_of_query line =
        search_query_span(r->arena, &r->query, 0, r->query.count - 1);
    if (is_latin(line.key)) {
        r->line = arena_alloc(r->arena, r->index->doc_count + SEARCH_PADDING);
        search_match_line(r->index, r->arena, line.key, r->line, &r->needles);
    }
}

/* Adds one answer for every document. No match costs more than `worst`. Without branches, and in
 * arrays that do not overlap, so that compilers make vectors of it. */
static void
add_answer(const struct answer *answer, uint32_t worst, size_t doc_count, uint32_t *restrict costs,
    uint32_t *restrict missing, uint8_t *restrict had) {
    const uint8_t *restrict bytes = answer->costs;
    const uint32_t lacking = answer->lacking * answer->factor, weight = answer->weight;
    const uint32_t factor = answer->is_optional ? 0 : answer->factor;
    const uint8_t counts = answer->is_asked;
    for (size_t doc = 1; doc <= doc_count; doc++) {
        uint32_t cost = bytes[doc] < worst ? bytes[doc] : worst;
        costs[doc] += bytes[doc] != SEARCH_NO_MATCH ? cost * factor : lacking;
        missing[doc] += bytes[doc] != SEARCH_NO_MATCH ? 0 : weight;
    }
    for (size_t doc = 1; doc <= doc_count; doc++) {
        had[doc] = (uint8_t)(had[doc] + (bytes[doc] != SEARCH_NO_MATCH ? counts : 0));
    }
}

/* Documents with too little of the query are not found. */
static void
drop_lacking(
    const uint8_t *restrict had, uint32_t asked, size_t doc_count, uint32_t *restrict missing) {
    for (size_t doc = 1; doc <= doc_count; doc++) {
        bool is_found = had[doc] > 0 && had[doc] * 2u >= asked;
        missing[doc] = is_found ? missing[doc] : NOT_FOUND;
    }
}

/* What all words as one name found, where that is cheaper. */
static void
take_line(const struct ranking *r, uint32_t *costs, uint32_t *missing) {
    for (uint32_t doc = 1; doc <= r->index->doc_count; doc++) {
        if (r->line[doc] != SEARCH_NO_MATCH) {
            uint32_t cost = r->line[doc] * (uint32_t)FACTOR_MAX;
            costs[doc] = missing[doc] == 0 && costs[doc] < cost ? costs[doc] : cost;
            missing[doc] = 0;
        }
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

/* What is said to somebody, is looked for among what one says. */
static void
favour_phrases(const struct ranking *r, uint32_t *costs) {
    struct search_range phrases = search_index_kind(r->index, "phrase");
    if (!r->query.is_said) {
        return;
    }
    for (uint32_t doc = phrases.first; doc > 0 && doc <= phrases.last; doc++) {
        costs[doc] = costs[doc] > SAID_BONUS ? costs[doc] - SAID_BONUS : 0;
    }
}

/* What each document costs; NOT_FOUND as `missing` where it has too little of the query. */
static void
add_up(struct ranking *r, uint32_t *costs, uint32_t *missing) {
    uint32_t limit = r->index->doc_count;
    uint8_t *had = arena_alloc(r->arena, limit + 1);
    uint32_t asked = choose_asked(r);
    uint32_t worst = r->count > 1 ? WORST_OF_SEVERAL : SEARCH_NO_MATCH;
    for (size_t i = 0; i < r->count; i++) {
        add_answer(&r->answers[i], worst, limit, costs, missing, had);
    }
    drop_lacking(had, asked, limit, missing);
    if (r->line) {
        take_line(r, costs, missing);
    }
    favour_phrases(r, costs);
    roll_up(r, costs, missing);
}

/* All that were found, best first, each screen once: of several that lead to one, the best. */
static void
rank(struct ranking *r, struct arena *arena, struct search_results *results) {
    uint32_t limit = r->index->doc_count;
    uint32_t *costs = ARENA_ARRAY(r->arena, limit + 1, uint32_t);
    uint32_t *missing = ARENA_ARRAY(r->arena, limit + 1, uint32_t);
    size_t found = 0;
    add_up(r, costs, missing);
    for (uint32_t doc = 1; doc <= limit; doc++) {
        found += missing[doc] != NOT_FOUND;
    }
    uint32_t *docs = ARENA_ARRAY(r->arena, found, uint32_t);
    found = 0;
    for (uint32_t doc = 1; doc <= limit; doc++) {
        if (missing[doc] != NOT_FOUND) {
            docs[found++] = doc;
        }
    }
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

/* あああああ, ㅋㅋㅋ: nobody asks for that. */
static bool
is_repeated(const struct ranking *r) {
    const struct fold *fold = &r->query.fold;
    for (size_t i = 1; i < fold->count; i++) {
        if (fold->units[i].code_point != fold->units[0].code_point) {
            return false;
        }
    }
    return fold->count >= 3;
}

/* A short word that is nowhere as it stands may be a slip of many others: beside a word that is
 * there it says nothing. */
static void
drop_short_guesses(struct ranking *r) {
    enum { SHORT = 2 }; /* characters */
    bool is_known = false;
    for (size_t i = 0; i < r->count; i++) {
        is_known = is_known || (!r->answers[i].is_optional && r->answers[i].plain <= WHOLE_MOST);
    }
    for (size_t i = 0; is_known && i < r->count; i++) {
        struct answer *answer = &r->answers[i];
        if (answer->plain == SEARCH_NO_MATCH && answer->units <= SHORT) {
            memset(answer->costs, SEARCH_NO_MATCH, r->index->doc_count + SEARCH_PADDING);
            weigh(r, answer);
        }
    }
}

/* Whether what was found speaks for the query: a name does; else what is known must outweigh what
 * is not, a word of a text or a guess counting half. One word alone needs to stand somewhere. */
static bool
is_enough(const struct ranking *r) {
    uint32_t known = 0, unknown = 0;
    if (r->count == 1 && is_repeated(r) && r->answers[0].plain > COST_NAME + COST_SPELT) {
        return false;
    }
    for (size_t i = 0; i < r->count; i++) {
        const struct answer *answer = &r->answers[i];
        if (answer->is_optional) {
            continue;
        }
        bool is_guess = answer->plain == SEARCH_NO_MATCH;
        if (answer->plain <= COST_CONCEPT + COST_STEM) {
            return true;
        }
        uint32_t points = answer->best > COST_ANY_PART + COST_NAME_PREFIX ? 0
                          : is_guess || answer->plain >= COST_BODY        ? 1
                                                                          : 2;
        known += answer->units * points;
        unknown += answer->units * (2 - points);
    }
    return known >= unknown && known > 0;
}

/* How sure the words are that were asked for. */
static enum search_evidence
weigh_evidence(const struct ranking *r) {
    enum search_evidence evidence = EVIDENCE_NONE;
    size_t asked = 0, whole = 0;
    for (size_t i = 0; i < r->count; i++) {
        const struct answer *answer = &r->answers[i];
        if (answer->is_optional) {
            continue;
        }
        asked++;
        whole += answer->plain <= WHOLE_MOST;
        enum search_evidence one = answer->best == SEARCH_NO_MATCH    ? EVIDENCE_NONE
                                   : answer->plain == SEARCH_NO_MATCH ? EVIDENCE_GUESS
                                   : answer->plain <= COST_SPELT_PREFIX + COST_SPELT
                                       ? EVIDENCE_PREFIX
                                       : EVIDENCE_TEXT;
        evidence = one > evidence ? one : evidence;
    }
    return asked > 0 && whole == asked ? EVIDENCE_WHOLE : evidence;
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
        match_words(&r);
        match_line(&r);
        drop_short_guesses(&r);
        results->evidence = weigh_evidence(&r);
        if (is_enough(&r) || line_is_found(&r)) {
            rank(&r, arena, results);
        }
    }
    for (size_t i = 0; i < r.needles.count; i++) {
        search_needles_add_why(&results->needles, arena, r.needles.items[i], r.needles.whys[i]);
    }
    search_trace(trace, "found", "%zu, evidence %d", results->count, results->evidence);
    arena_finish(&scratch);
}

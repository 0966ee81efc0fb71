/* Ranking: the line is read as words, each word gives every document a cost, and the costs are
 * added. What a document lacks is a cost, too, by the weight of the word: one that has all words in
 * passing may come after one that is named by most of them. Equally good ones stand in the order of
 * importance that their numbers have. A city is at least as good as its best event. */
#include "content/search/rank.h"

#include "base/check.h"
#include "base/utf8.h"
#include "content/search/ask/segments.h"
#include "content/search/order.h"
#include "content/search/query.h"
#include "i18n/stems.h"

#include <string.h>

enum {
    SPAN_MAX = 8, /* words of one name or one concept; a whole line may have more */
    WEIGHT_MIN = 8,
    WEIGHT_NAME = 12,      /* more, of a word that is a name or a title as a whole */
    WEIGHT_CITY = 40,      /* more, of another city than the one where the kiosk stands */
    MISSING_COST = 32,     /* of a unit of the weight that is missing */
    LACKING_WEAK = 60,     /* the cost of not having a word that is only in bodies */
    WORST_OF_SEVERAL = 56, /* having a word is always better than lacking it */
    LACKING_OPTIONAL = 3,
    FACTOR_MIN = 4,
    FACTOR_MAX = 16,
    FITTING_BONUS = 6 * FACTOR_MAX,
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
    bool is_optional;
    bool is_pieces; /* its parts are there, though the whole is not */
    bool is_asked;  /* counts when it is decided whether a document has enough */
    uint8_t plain;  /* its best cost before anything was guessed */
    uint8_t best;
    bool is_letters;  /* what sounds like a name need not be it: solar, Seollal */
    uint32_t units;   /* how long it is */
    uint32_t subject; /* the same without the endings of its grammar */
    bool is_kana;     /* Japanese: sounds that may be written another way */
    bool is_value;    /* a date or an amount */
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

/* Some words are one name together, as they stand or without a particle: 어느 나라 사람이. */
static bool
is_one_name(struct ranking *r, const struct search_word_of_query *span) {
    struct str nouns[STEMS_MAX];
    if (search_index_has_name(r->index, r->arena, span->key, false) ||
        (span->is_last && search_index_has_name(r->index, r->arena, span->key, true))) {
        return true;
    }
    size_t count = stems_nouns(r->arena, span->key, nouns);
    for (size_t i = 0; i < count; i++) {
        if (search_index_has_name(r->index, r->arena, nouns[i], false)) {
            return true;
        }
    }
    return false;
}

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
        if (!has_date && is_one_name(r, &span)) {
            return last;
        }
    }
    return first;
}

/* It is the name of a city, not of the one where the kiosk stands, which is the first document:
 * that is what the query is about. */
static bool
names_other_city(const struct ranking *r, const struct answer *answer) {
    if (answer->best > COST_NAME + COST_STEM) {
        return false;
    }
    uint32_t doc = 2;
    while (doc <= r->index->doc_count && answer->costs[doc] != answer->best) {
        doc++;
    }
    if (doc > r->index->doc_count) {
        return false;
    }
    search_sql_bind_int(&r->index->doc, 1, doc);
    bool is_city =
        search_sql_step(&r->index->doc) && str_eq(search_sql_text(&r->index->doc, 1), STR("city"));
    search_sql_reset(&r->index->doc);
    return is_city;
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
    answer->factor = FACTOR_MIN;
    for (uint32_t n = having ? r->index->doc_count / having : 0; n > 1; n /= 2) {
        answer->factor += answer->factor < FACTOR_MAX ? 2 : 0;
    }
    if (having == 0 || answer->is_optional || best >= COST_BODY) {
        answer->lacking = having == 0           ? 0 // lacking what is nowhere says nothing
                          : answer->is_optional ? LACKING_OPTIONAL
                                                : LACKING_WEAK;
        return;
    }
    answer->weight = WEIGHT_MIN + (best <= COST_NAME + COST_STEM ? WEIGHT_NAME : 0);
    for (uint32_t n = r->index->doc_count / having; n > 1; n /= 2) {
        answer->weight += 4;
    }
    answer->weight += names_other_city(r, answer) ? WEIGHT_CITY : 0;
}

static struct answer *
match_one(struct ranking *r, const struct search_word_of_query *word) {
    struct answer *answer = &r->answers[r->count];
    answer->costs = arena_alloc(r->arena, r->index->doc_count + SEARCH_PADDING);
    answer->is_optional = word->is_optional;
    answer->units = (uint32_t)(word->to - word->from);
    answer->subject = ask_segment_subject(&r->query.fold, r->query.line, word->from, word->to);
    enum fold_class class = fold_class(r->query.fold.units[word->from].code_point);
    answer->is_letters = class == FOLD_LETTER;
    answer->is_kana = class == FOLD_KANA || class == FOLD_HAN;
    answer->is_value = word->is_date || word->is_amount;
    struct search_sureness sure =
        search_match_word(r->index, r->arena, word, answer->costs, &r->needles);
    answer->plain = sure.plain;
    answer->is_pieces = sure.pieces < COST_ANY_PART;
    weigh(r, answer);
    search_trace(r->trace, "term", "%.*s%s: best %d, plain %d, weight %u, factor %u",
        STR_ARG(word->text), word->is_optional ? " (helps)" : "", answer->best, answer->plain,
        answer->weight, answer->factor);
    return answer;
}

/* See struct search_names. Whether any name begins with two of its characters is asked first. */
static size_t
end_of_name(void *self, size_t from, size_t to) {
    enum { LEAST = 2, MOST = 12 };
    struct ranking *r = self;
    const struct fold *fold = &r->query.fold;
    if (from + LEAST > to || !search_index_has_name(r->index, r->arena,
                                 fold_units_key(r->arena, fold, from, from + LEAST), true)) {
        return 0;
    }
    for (size_t end = to - from > MOST ? from + MOST : to; end >= from + LEAST; end--) {
        struct str key = fold_units_key(r->arena, fold, from, end);
        if (search_index_has_name(r->index, r->arena, key, false)) {
            return end;
        }
    }
    return 0;
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
    const struct search_names names = {end_of_name, r};
    return is_one
               ? 0
               : search_query_segments(r->arena, &r->query, word, &names, out, SEARCH_SEGMENTS_MAX);
}

/* Those of the segments that are there, or are missed. */
static void
match_segments(struct ranking *r, struct search_word_of_query *segments, size_t count) {
    bool lacks_noun = false;
    for (size_t i = 0; i < count; i++) {
        if (segments[i].is_rest && !lacks_noun) {
            continue;
        }
        segments[i].is_certain = r->is_finished;
        const struct answer *answer = match_one(r, &segments[i]);
        lacks_noun = segments[i].has_rest && answer->plain == SEARCH_NO_MATCH && !answer->is_pieces;
        r->count += !lacks_noun;
    }
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

static struct search_word_of_query
prepared(const struct ranking *r, struct search_word_of_query word) {
    word.is_last = word.is_last && !r->is_finished;
    word.is_certain = r->is_finished;
    return word;
}

/* Several words as one. False where they are none: they only looked like the beginning of one. */
static bool
match_span(struct ranking *r, size_t first, size_t last) {
    struct search_word_of_query word =
        prepared(r, search_query_span(r->arena, &r->query, first, last));
    bool is_there = match_one(r, &word)->plain != SEARCH_NO_MATCH;
    r->count += is_there;
    return is_there;
}

static void
match_word(struct ranking *r, size_t index) {
    struct search_word_of_query segments[SEARCH_SEGMENTS_MAX];
    struct search_word_of_query word = prepared(r, r->query.words[index]);
    size_t count = segments_of(r, &word, match_one(r, &word), segments);
    match_segments(r, segments, count);
    r->count += count == 0;
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
        if (last > first && match_span(r, first, last)) {
            first = last + 1;
            continue;
        }
        match_word(r, first);
        first++;
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

/* What lacks a word may still be better than what has all of them in passing. */
static uint32_t
total(uint32_t missing, uint32_t cost) {
    return missing * MISSING_COST + cost;
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
        if (missing[parent] == NOT_FOUND ||
            total(missing[doc], costs[doc]) < total(missing[parent], costs[parent])) {
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
        bool is_word = !answer->is_optional && answer->best != SEARCH_NO_MATCH;
        answer->is_asked = strong > 0 ? answer->weight > 0 : is_word;
        asked += answer->is_asked;
    }
    return asked;
}

static void
favour_kind(const struct ranking *r, const char *kind, uint32_t bonus, uint32_t *costs) {
    struct search_range range = search_index_kind(r->index, kind);
    for (uint32_t doc = range.first; doc > 0 && doc <= range.last; doc++) {
        costs[doc] = costs[doc] > bonus ? costs[doc] - bonus : 0;
    }
}

/* A question is best answered by what says such things: how one does something by a guide, how many
 * by a figure. What is said to somebody is looked for among what one says. */
static void
favour_kinds(const struct ranking *r, uint32_t *costs) {
    static const struct {
        enum ask_kind ask;
        const char *kind;
    } fitting[] = {{ASK_HOW, "guide"}, {ASK_WHY, "guide"}, {ASK_MAY, "guide"}, {ASK_PLACE, "guide"},
        {ASK_PERSON, "guide"}, {ASK_WHY, "report"}, {ASK_MOST, "report"}, {ASK_VALUE, "figure"},
        {ASK_DATE, "event"}};
    for (size_t i = 0; i < ARRAY_LEN(fitting); i++) {
        if (fitting[i].ask == r->query.ask) {
            favour_kind(r, fitting[i].kind, FITTING_BONUS, costs);
        }
    }
    if (r->query.is_said) {
        favour_kind(r, "phrase", SAID_BONUS, costs);
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
    favour_kinds(r, costs);
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
            costs[doc] = total(missing[doc], costs[doc]);
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

/* The line is its first `period` characters again and again. */
static bool
has_period(const struct fold *fold, size_t period) {
    for (size_t i = period; i < fold->count; i++) {
        if (fold->units[i].code_point != fold->units[i - period].code_point) {
            return false;
        }
    }
    return true;
}

/* あああああ, ㅋㅋㅋ, ふぁふぁふぁ: nobody asks for that. */
static bool
is_repeated(const struct ranking *r) {
    enum { TIMES = 3, PERIOD_MAX = 3 };
    const struct fold *fold = &r->query.fold;
    for (size_t period = 1; period <= PERIOD_MAX && period * TIMES <= fold->count; period++) {
        if (has_period(fold, period)) {
            return true;
        }
    }
    return false;
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

/* What a guess of a word may cost to be believed: it is near a name; the longer the word, the less
 * near it must be. */
static uint32_t
guess_most(const struct answer *answer, bool is_alone) {
    enum { SHORT = 6, LONG = 8 };
    bool is_long = answer->units >= LONG && (is_alone || answer->is_kana);
    uint32_t most = is_long
                        ? COST_BODY + 2 * COST_NEAR
                        : COST_TITLE_PREFIX + 2 * (answer->units < SHORT ? answer->units : SHORT);
    return answer->is_kana ? most + COST_SPELT_PREFIX : most;
}

/* How much one word speaks for what was found: 2 in names and titles; 1 in texts, by its parts, and
 * for a guess; nothing where it only sounds like a beginning, beside a word that is in no name. */
static uint32_t
points(const struct answer *answer, bool is_alone, bool has_weak) {
    bool is_beginning = answer->plain >= COST_SPELT_PREFIX && answer->plain < COST_CONTEXT;
    if (answer->plain == SEARCH_NO_MATCH) {
        return answer->is_pieces || answer->best <= guess_most(answer, is_alone) ? 1 : 0;
    }
    if (answer->is_letters && is_beginning) {
        return has_weak ? 0 : 1;
    }
    return answer->plain >= COST_BODY ? 1 : 2;
}

/* A word that was asked for is in no name and no title. */
static bool
has_unnamed(const struct ranking *r) {
    for (size_t i = 0; i < r->count; i++) {
        if (!r->answers[i].is_optional && r->answers[i].plain >= COST_BODY) {
            return true;
        }
    }
    return false;
}

/* Whether what was found speaks for the query: a whole name does; else what is known must outweigh
 * what is not. One word alone needs to stand somewhere. */
static bool
is_enough(const struct ranking *r) {
    uint32_t known = 0, unknown = 0, asked = 0;
    bool has_weak = has_unnamed(r);
    for (size_t i = 0; i < r->count; i++) {
        asked += !r->answers[i].is_optional;
    }
    if (r->count == 1 && is_repeated(r) && r->answers[0].plain > COST_NAME + COST_SPELT) {
        return false;
    }
    for (size_t i = 0; i < r->count; i++) {
        const struct answer *answer = &r->answers[i];
        if (answer->is_optional) {
            continue;
        }
        bool is_there = answer->is_value && answer->plain != SEARCH_NO_MATCH;
        bool is_name = answer->plain <= COST_NAME + COST_STEM &&
                       (answer->plain != COST_NAME + COST_SPELT || !answer->is_letters);
        if (is_there || is_name) {
            return true;
        }
        uint32_t speaks = points(answer, asked == 1, has_weak);
        known += answer->subject * speaks;
        unknown += answer->subject * (2 - speaks);
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
        results->has_unnamed = has_unnamed(&r);
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

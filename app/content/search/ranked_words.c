/* The words of a line, each answered: a word, or several that are one name, or the words in one
 * that is written without spaces. */
#include "content/search/ranked_words.h"

#include "base/check.h"
#include "base/utf8.h"
#include "content/search/ask/plainly.h"
#include "content/search/ask/predicate.h"
#include "content/search/ask/segments.h"
#include "content/search/kana_line.h"
#include "i18n/stems.h"

enum {
    SPAN_MAX = 8, /* words of one name or one concept; a whole line may have more */
    WEIGHT_MIN = 8,
    WEIGHT_NAME = 12,  /* more, of a word that is a name or a title as a whole */
    WEIGHT_CITY = 40,  /* more, of another city than the one where the kiosk stands */
    LACKING_WEAK = 60, /* the cost of not having a word that is only in bodies */
    LACKING_OPTIONAL = 3,
    FACTOR_MIN = 4,
};

/* 많이 먹었어요: a sentence of the content with another ending. */
static bool
is_one_line(struct ranking *r, struct str key) {
    struct str stems[STEMS_MAX];
    size_t count = fold_is_all(key, FOLD_HANGUL) ? stems_of(r->arena, key, stems) : 0;
    for (size_t i = 0; i < count; i++) {
        if (search_index_has_line(r->index, stems[i])) {
            return true;
        }
    }
    return false;
}

/* Several words as one: what the first of them is, and whether any name begins with it. */
struct span {
    struct search_word_of_query word;
    struct str first;
    bool may_be_name;
};

/* A name as a whole, or how one begins; most spans begin as none does. */
static bool
has_name(const struct ranking *r, const struct span *span, struct str key, bool is_beginning) {
    return (span->may_be_name || !str_starts(key, span->first)) &&
           search_index_has_name(r->index, r->arena, key, is_beginning);
}

/* Some words are one name together, as they stand or without a particle: 어느 나라 사람이. */
static bool
is_one_name(struct ranking *r, const struct span *span) {
    struct str nouns[STEMS_MAX], key = span->word.key;
    if (has_name(r, span, key, false) || (span->word.is_last && has_name(r, span, key, true))) {
        return true;
    }
    if (is_one_line(r, key)) {
        return true;
    }
    size_t count = stems_nouns(r->arena, key, nouns);
    for (size_t i = 0; i < count; i++) {
        if (has_name(r, span, nouns[i], false)) {
            return true;
        }
    }
    return false;
}

/* The span said plainly, where that is a name: you're very welcome. */
static bool
say_plainly(struct ranking *r, struct span *span) {
    struct str lines[ASK_PLAINLY_MAX], text = span->word.text;
    bool is_english = text.n > 0 && (unsigned char)text.p[0] < 0x80;
    size_t count = is_english ? ask_plainly(r->arena, text, lines) : 0;
    for (size_t i = 0; i < count; i++) {
        struct str key = fold_key(r->arena, lines[i]);
        if (has_name(r, span, key, false)) {
            span->word.key = key;
            span->word.text = lines[i];
            return true;
        }
    }
    return false;
}

/* Words that are one name or one concept together become one word: las vegas, thank-you letter. */
static size_t
span_end(struct ranking *r, size_t first, struct span *span) {
    size_t end = r->query.count - first > SPAN_MAX ? first + SPAN_MAX : r->query.count;
    span->first = r->query.words[first].key;
    span->may_be_name =
        end > first + 1 && search_index_has_name(r->index, r->arena, span->first, true);
    for (size_t last = end - 1; last > first && !search_index_is_tired(r->index); last--) {
        bool has_date = false, has_frame = false, has_other = false;
        for (size_t i = first; i <= last; i++) {
            has_date = has_date || r->query.words[i].is_date;
            has_frame = has_frame || r->query.words[i].is_frame;
            has_other = has_other || !r->query.words[i].is_frame;
        }
        if (has_frame && !has_other) { // 일본어로 뭐예요 is how one asks, not what for
            continue;
        }
        span->word = search_query_span(r->arena, &r->query, first, last);
        if (!has_date &&
            (span->word.itself.n > 0 || is_one_name(r, span) || say_plainly(r, span))) {
            return last;
        }
    }
    return first;
}

/* It is the name of a city, not of the one where the kiosk stands, which is the first document:
 * that is what the query is about. */
static bool
names_other_city(const struct ranking *r, const struct ranked_word *answer) {
    if (answer->best > COST_NAME + COST_STEM) {
        return false;
    }
    uint32_t doc = doc_costs_find(answer->costs, 2, answer->best);
    if (doc == 0) {
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
weigh(const struct ranking *r, struct ranked_word *answer) {
    uint32_t having = doc_costs_count(answer->costs);
    uint8_t best = answer->costs->least;
    answer->best = best;
    answer->weight = 0; // of what was there before
    answer->is_city = false;
    answer->factor = FACTOR_MIN;
    for (uint32_t n = having ? r->index->worded_count / having : 0; n > 1; n /= 2) {
        answer->factor += answer->factor < RANK_FACTOR_MAX ? 2 : 0;
    }
    if (having == 0 || answer->is_optional || best >= COST_BODY) {
        answer->lacking = having == 0           ? 0 // lacking what is nowhere says nothing
                          : answer->is_optional ? LACKING_OPTIONAL
                                                : LACKING_WEAK;
        return;
    }
    answer->weight = WEIGHT_MIN + (best <= COST_NAME + COST_STEM ? WEIGHT_NAME : 0);
    for (uint32_t n = r->index->worded_count / having; n > 1; n /= 2) {
        answer->weight += 4;
    }
    bool is_other = names_other_city(r, answer);
    bool is_home = best <= COST_NAME + COST_STEM && answer->costs->bytes[1] == best;
    answer->is_city = is_other || is_home;
    answer->is_home = is_home && !is_other;
    answer->weight += is_other ? WEIGHT_CITY : 0;
}

/* A name from abroad is in the line. */
static bool
has_katakana(struct str line) {
    enum { FIRST = 0x30A1, LAST = 0x30F6 };
    bool found = false;
    for (size_t at = 0; at < line.n && !found;) {
        uint32_t c = utf8_next(line, &at);
        found = c >= FIRST && c <= LAST;
    }
    return found;
}

/* A number of three digits or more in a title says as much as an amount: 260 PCs. */
static bool
is_number_of_title(
    const struct ranking *r, const struct search_word_of_query *word, uint8_t plain) {
    enum { DIGITS_LEAST = 3 };
    bool is_number = word->to - word->from >= DIGITS_LEAST;
    for (size_t i = word->from; is_number && i < word->to; i++) {
        is_number = fold_class(r->query.fold.units[i].code_point) == FOLD_DIGIT;
    }
    return is_number && plain <= RANK_WHOLE_MOST;
}

static struct ranked_word *
match_one(struct ranking *r, const struct search_word_of_query *asked) {
    struct search_word_of_query own = *asked, *word = &own;
    own.is_katakana =
        ask_segment_is_katakana(&r->query.fold, r->query.line, asked->from, asked->to);
    own.has_foreign = has_katakana(r->query.line);
    struct ranked_word *answer = &r->words[r->count];
    answer->costs = doc_costs_take(&r->index->pool);
    answer->is_optional = word->is_optional;
    answer->units = (uint32_t)(word->to - word->from);
    answer->subject = ask_segment_subject(&r->query.fold, r->query.line, word->from, word->to);
    enum fold_class class = fold_class(r->query.fold.units[word->from].code_point);
    answer->is_letters = class == FOLD_LETTER;
    answer->is_hangul = class == FOLD_HANGUL;
    answer->is_kana = class == FOLD_KANA || class == FOLD_HAN;
    answer->is_katakana = own.is_katakana;
    answer->is_glued_han = class == FOLD_HAN && answer->units == 1 &&
                           word->to < r->query.fold.count &&
                           fold_class(r->query.fold.units[word->to].code_point) == FOLD_HAN;
    answer->is_itself = word->itself.n > 0;
    answer->is_value = word->is_date || word->is_amount;
    answer->is_predicate =
        ask_is_predicate(r->arena, &r->query.fold, r->query.line, word->from, word->to);
    answer->is_setting = ask_is_setting(r->arena, &r->query.fold, word->from, word->to);
    struct search_sureness sure =
        search_match_word(r->index, r->arena, word, answer->costs, &r->needles);
    answer->plain = sure.plain;
    answer->is_value = answer->is_value || is_number_of_title(r, word, sure.plain);
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

/* A name in katakana with a particle behind it: ユネスコが, though a text has just that. */
static bool
is_name_and_particle(struct ranking *r, const struct search_word_of_query *word) {
    const struct search_query *q = &r->query;
    struct ask_segment s;
    size_t at = word->from;
    if (!ask_segment_next(&q->fold, q->line, word->to, &at, &s) || s.stem_to == s.from ||
        s.stem_to == s.to || s.to != word->to ||
        !ask_segment_is_katakana(&q->fold, q->line, s.from, s.stem_to)) {
        return false;
    }
    return stems_are_function(fold_units_key(r->arena, &q->fold, s.stem_to, s.to)) &&
           search_index_has_name(
               r->index, r->arena, fold_units_key(r->arena, &q->fold, s.from, s.stem_to), false);
}

/* Kana that stand nowhere as they are ask for the words that they read as. */
static size_t
words_of_kana(struct ranking *r, const struct search_word_of_query *word,
    const struct ranked_word *answer, struct search_word_of_query *out) {
    struct ask_span spans[SEARCH_SEGMENTS_MAX];
    bool is_foreign = ask_segment_is_katakana(&r->query.fold, r->query.line, word->from, word->to);
    if (answer->plain != SEARCH_NO_MATCH || !fold_is_all(word->key, FOLD_KANA) || is_foreign ||
        r->is_finished) {
        return 0;
    }
    size_t count = kana_line_words(
        r->index, r->arena, &r->query.fold, word->from, word->to, spans, SEARCH_SEGMENTS_MAX);
    for (size_t i = 0; i < count; i++) {
        out[i] = search_query_part(r->arena, &r->query, spans[i].from, spans[i].to);
    }
    r->is_read = r->is_read || count > 0;
    return count;
}

/* A word without spaces that stands nowhere as it is asks for the words in it. */
static size_t
segments_of(struct ranking *r, const struct search_word_of_query *word,
    const struct ranked_word *answer, struct search_word_of_query *out) {
    bool is_whole =
        answer->plain <= RANK_WHOLE_MOST ||
        (answer->plain <= COST_BODY + COST_STEM &&
            !search_query_is_joined(r->arena, &r->query, word) && !is_name_and_particle(r, word));
    bool is_one = word->is_optional || word->is_date || word->is_amount || is_whole ||
                  word->itself.n > 0 || r->count + SEARCH_SEGMENTS_MAX > r->most;
    const struct search_names names = {end_of_name, r};
    size_t count =
        is_one ? 0
               : search_query_segments(r->arena, &r->query, word, &names, out, SEARCH_SEGMENTS_MAX);
    return is_one || count > 0 ? count : words_of_kana(r, word, answer, out);
}

/* Those of the segments that are there, or are missed. */
static void
match_segments(struct ranking *r, struct search_word_of_query *segments, size_t count) {
    uint8_t rest = 0;
    for (size_t i = 0; i < count; i++) {
        rest = segments[i].rest == 0 ? 0 : rest;
        if (segments[i].rest != rest) {
            continue;
        }
        segments[i].is_certain = r->is_finished;
        const struct ranked_word *answer = match_one(r, &segments[i]);
        bool lacks_noun =
            segments[i].has_rest && answer->plain == SEARCH_NO_MATCH && !answer->is_pieces;
        rest = (uint8_t)(rest + lacks_noun);
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
match_span(struct ranking *r, const struct span *span) {
    struct search_word_of_query word = prepared(r, span->word);
    bool is_there = match_one(r, &word)->plain != SEARCH_NO_MATCH || word.itself.n > 0;
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
    r->words = ARENA_ARRAY(r->arena, r->most, struct ranked_word);
    for (size_t first = 0; first < r->query.count;) {
        if (is_repeated_word(r, first)) {
            first++;
            continue;
        }
        struct span span;
        size_t last = span_end(r, first, &span);
        if (last > first && match_span(r, &span)) {
            first = last + 1;
            continue;
        }
        match_word(r, first);
        first++;
    }
}

/* All words that are asked for as one name with a slip of the finger in it, or spelt otherwise. */
static void
match_line(struct ranking *r) {
    const struct search_query *q = &r->query;
    size_t first = 0, last = q->count;
    while (first < last && q->words[first].is_frame) {
        first++;
    }
    while (last > first && q->words[last - 1].is_frame) {
        last--;
    }
    if (r->count < 2 || last - first < 2) {
        return;
    }
    struct search_word_of_query line = search_query_span(r->arena, q, first, last - 1);
    struct str person = search_query_person(line.text);
    if (person.n > 0) {
        line.to -= utf8_count(line.text) - utf8_count(person);
        line.text = person;
    }
    bool is_name = fold_is_all(line.key, FOLD_LETTER) ||
                   ask_segment_is_katakana(&q->fold, q->line, line.from, line.to);
    if (is_name) {
        r->line = doc_costs_take(&r->index->pool);
        search_match_line(r->index, r->arena, line.text, r->line, &r->needles);
    }
}

/* Some record has both in its name or title. */
static bool
stand_together(const struct ranked_word *guess, const struct ranked_word *known) {
    enum { GUESS_MOST = COST_TITLE + COST_NEAR };
    struct doc_run run = {0, 0};
    while (doc_costs_next(guess->costs, &run)) {
        for (uint32_t doc = run.from; doc < run.to; doc++) {
            if (guess->costs->bytes[doc] <= GUESS_MOST &&
                known->costs->bytes[doc] <= RANK_WHOLE_MOST) {
                return true;
            }
        }
    }
    return false;
}

/* Two words of one title speak for each other: 예상 규모 is a slip in 예산 규모, though 예상 alone
 * may be one of many. */
static void
note_together(struct ranking *r) {
    for (size_t i = 0; i < r->count; i++) {
        struct ranked_word *guess = &r->words[i];
        bool is_sure = guess->is_optional || guess->is_itself ||
                       guess->plain < COST_NAME + COST_SPELT ||
                       guess->best > COST_TITLE + COST_NEAR;
        for (size_t k = 0; !is_sure && !guess->is_together && k < r->count; k++) {
            const struct ranked_word *known = &r->words[k];
            guess->is_together = k != i && !known->is_optional && known->plain <= RANK_WHOLE_MOST &&
                                 stand_together(guess, known);
        }
    }
}

/* A short word that is nowhere as it stands may be a slip of many others: beside a word that is
 * there it says nothing. */
static void
drop_short_guesses(struct ranking *r) {
    enum { SHORT = 2 }; /* characters */
    bool is_known = false;
    for (size_t i = 0; i < r->count; i++) {
        is_known = is_known || (!r->words[i].is_optional && r->words[i].plain <= RANK_WHOLE_MOST);
    }
    for (size_t i = 0; is_known && i < r->count; i++) {
        struct ranked_word *answer = &r->words[i];
        if (answer->plain == SEARCH_NO_MATCH && answer->units <= SHORT && !answer->is_together) {
            doc_costs_clear(answer->costs);
            weigh(r, answer);
        }
    }
}

/* Beside another city the one where the kiosk stands is not what is asked for: 안산과 홈스크는. */
static void
leave_home_out(struct ranking *r) {
    bool has_other = false;
    for (size_t i = 0; i < r->count; i++) {
        has_other = has_other || (r->words[i].is_city && !r->words[i].is_home);
    }
    for (size_t i = 0; has_other && i < r->count; i++) {
        if (r->words[i].is_home) {
            r->words[i].is_optional = true;
            weigh(r, &r->words[i]);
        }
    }
}

/* Who decides in a city hall is a question about deciding. A city is what a question is about. */
static void
soften_settings(struct ranking *r) {
    enum ask_kind ask = r->query.ask;
    bool may = ask == ASK_PERSON || ask == ASK_WHY || ask == ASK_HOW, has_other = false;
    for (size_t i = 0; i < r->count; i++) {
        const struct ranked_word *word = &r->words[i];
        has_other = has_other || (!word->is_setting && !word->is_optional && word->weight > 0);
    }
    for (size_t i = 0; may && has_other && i < r->count; i++) {
        struct ranked_word *word = &r->words[i];
        if (word->is_setting && word->weight > 0 && !word->is_city) {
            word->weight = WEIGHT_MIN;
            word->factor = FACTOR_MIN;
        }
    }
}

void
ranked_words_match(struct ranking *r) {
    match_words(r);
    match_line(r);
    note_together(r);
    drop_short_guesses(r);
    leave_home_out(r);
    soften_settings(r);
}

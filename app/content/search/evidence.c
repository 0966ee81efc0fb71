#include "content/search/evidence.h"

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

/* What a guess of a word may cost to be believed: it is near a name; the longer the word, the less
 * near it must be. */
static uint32_t
guess_most(const struct ranked_word *answer, bool is_alone) {
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
points(const struct ranked_word *answer, bool is_alone, bool has_weak) {
    bool is_beginning = answer->plain >= COST_SPELT_PREFIX && answer->plain < COST_CONTEXT;
    if (answer->plain == SEARCH_NO_MATCH) {
        return answer->is_pieces || answer->best <= guess_most(answer, is_alone) ? 1 : 0;
    }
    if (answer->is_letters && is_beginning) {
        return has_weak ? 0 : 1;
    }
    return answer->plain >= COST_BODY ? 1 : 2;
}

bool
evidence_has_unnamed(const struct ranking *r) {
    for (size_t i = 0; i < r->count; i++) {
        if (!r->words[i].is_optional && r->words[i].plain >= COST_BODY) {
            return true;
        }
    }
    return false;
}

bool
evidence_is_enough(const struct ranking *r) {
    uint32_t known = 0, unknown = 0, asked = 0;
    bool has_weak = evidence_has_unnamed(r);
    for (size_t i = 0; i < r->count; i++) {
        asked += !r->words[i].is_optional;
    }
    if (r->count == 1 && is_repeated(r) && r->words[0].plain > COST_NAME + COST_SPELT) {
        return false;
    }
    for (size_t i = 0; i < r->count; i++) {
        const struct ranked_word *answer = &r->words[i];
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

enum search_evidence
evidence_of(const struct ranking *r) {
    enum search_evidence evidence = EVIDENCE_NONE;
    size_t asked = 0, whole = 0;
    for (size_t i = 0; i < r->count; i++) {
        const struct ranked_word *answer = &r->words[i];
        if (answer->is_optional) {
            continue;
        }
        asked++;
        whole += answer->plain <= RANK_WHOLE_MOST;
        enum search_evidence one = answer->best == SEARCH_NO_MATCH    ? EVIDENCE_NONE
                                   : answer->plain == SEARCH_NO_MATCH ? EVIDENCE_GUESS
                                   : answer->plain <= COST_SPELT_PREFIX + COST_SPELT
                                       ? EVIDENCE_PREFIX
                                       : EVIDENCE_TEXT;
        evidence = one > evidence ? one : evidence;
    }
    return asked > 0 && whole == asked ? EVIDENCE_WHOLE : evidence;
}

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
    if (answer->is_katakana && !is_long) {
        return COST_TITLE_PREFIX + COST_NEAR + COST_SPELT; // one slip in a name from abroad
    }
    uint32_t most = is_long
                        ? COST_BODY + 2 * COST_NEAR
                        : COST_TITLE_PREFIX + 2 * (answer->units < SHORT ? answer->units : SHORT);
    return answer->is_kana ? most + COST_SPELT_PREFIX : most;
}

/* A word of letters that only sounds like a name, or begins so: solar, Seollal. */
static bool
is_sound_only(const struct ranked_word *answer) {
    bool is_whole =
        answer->plain == COST_NAME + COST_SPELT || answer->plain == COST_PART + COST_SPELT;
    bool is_beginning = answer->plain >= COST_SPELT_PREFIX && answer->plain < COST_CONTEXT;
    return answer->is_letters && (is_whole || is_beginning);
}

/* What only sounds like a word of a text. */
static bool
is_sound_of_text(const struct ranked_word *answer) {
    return answer->plain > COST_BODY_PREFIX && answer->plain != SEARCH_NO_MATCH;
}

/* Two syllables that are nowhere but in the middle of words: 치과 of 자치과. */
static bool
is_inside_only(const struct ranked_word *answer) {
    enum { SYLLABLES = 2 };
    bool is_inside =
        answer->plain == COST_TITLE + COST_INSIDE || answer->plain == COST_BODY + COST_INSIDE;
    return answer->is_hangul && answer->units <= SYLLABLES && is_inside;
}

/* Two syllables that only sound like a word of a title, or like its beginning: 차트, 찾은. */
static bool
is_sound_of_title(const struct ranked_word *answer) {
    enum { SYLLABLES = 2 };
    int sound = answer->plain - COST_SPELT;
    bool is_title = sound == COST_TITLE_PREFIX || sound == COST_TITLE + COST_SPELT_TEXT;
    return answer->is_hangul && answer->units <= SYLLABLES && is_title;
}

/* How much of a word that stands nowhere speaks: the shorter one of letters is, the more others are
 * near it. */
static uint32_t
points_of_guess(const struct ranked_word *answer, bool is_alone, bool is_sentence) {
    enum { NOTHING = 0, PIECE = 1, HALF = 2, LETTERS_LEAST = 6 };
    bool is_near = answer->is_pieces || answer->best <= guess_most(answer, is_alone);
    bool is_short = answer->is_letters && !is_alone && answer->units < LETTERS_LEAST;
    if (!is_near || (is_short && !is_sentence)) {
        return NOTHING;
    }
    return answer->is_letters && !is_alone ? PIECE : HALF;
}

/* How much of a word speaks for what was found, in quarters: more than all of it as a whole name,
 * all in names and titles, nothing where it only sounds like the beginning of a word. */
static uint32_t
points_alone(const struct ranked_word *answer, bool is_alone, bool is_sentence) {
    enum { NOTHING = 0, PIECE = 1, HALF = 2, ALL = 4, NAME = 6, LETTERS_LEAST = 6 };
    bool is_beginning = answer->plain >= COST_SPELT_PREFIX && answer->plain < COST_CONTEXT;
    if (answer->plain == SEARCH_NO_MATCH) {
        return points_of_guess(answer, is_alone, is_sentence);
    }
    if (!is_sentence && (is_inside_only(answer) || (!is_alone && (is_sound_of_text(answer) ||
                                                                     is_sound_of_title(answer))))) {
        return NOTHING;
    }
    if (answer->is_glued_han && !is_alone && !is_sentence &&
        answer->plain > COST_NAME + COST_STEM) {
        return PIECE;
    }
    if (is_sound_only(answer)) {
        return is_alone ? HALF : NOTHING;
    }
    if (answer->is_letters && is_sound_of_text(answer) && answer->units < LETTERS_LEAST) {
        return NOTHING;
    }
    if (!is_alone && (is_beginning || answer->plain >= COST_BODY_PREFIX)) {
        return PIECE;
    }
    return answer->plain == COST_NAME ? NAME : answer->plain >= COST_BODY ? HALF : ALL;
}

/* The same of a word among others. */
static uint32_t
points(const struct ranked_word *answer, bool is_alone, bool is_sentence) {
    enum { HALF = 2 };
    uint32_t own = points_alone(answer, is_alone, is_sentence);
    return answer->is_together && own < HALF ? HALF : own;
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
evidence_has_unknown(const struct ranking *r) {
    for (size_t i = 0; i < r->count; i++) {
        const struct ranked_word *word = &r->words[i];
        if (!word->is_optional && !word->is_predicate && word->plain == SEARCH_NO_MATCH) {
            return true;
        }
    }
    return false;
}

/* A line of several words is missed by what is unknown in it: what is said of a subject less than
 * the subject, and that most where nothing is said of it: bitcoin price. */
struct weighed {
    uint32_t known, unknown;
    bool is_sentence, is_alone;
    bool has_unknown_noun;
};

/* Long words say no more than others: 量子コンピューター is as much about 量子. */
static uint32_t
subject_of(const struct ranked_word *answer) {
    enum { SYLLABLES = 4, LETTERS = 7 };
    uint32_t most = answer->is_letters ? LETTERS : SYLLABLES;
    return answer->subject < most ? answer->subject : most;
}

static void
weigh_word(const struct ranked_word *answer, struct weighed *out) {
    enum { ALL = 4, ONE = 2, PREDICATE = 1, BARE_NOUN = 4, ITSELF = 8 };
    uint32_t speaks = points(answer, out->is_alone, out->is_sentence),
             lacking = speaks < ALL ? ALL - speaks : 0;
    bool is_unknown_noun = !out->is_alone && speaks == 0 && !answer->is_predicate;
    bool is_known_lack = speaks == 0 && answer->is_itself;
    uint32_t counts = is_known_lack                          ? ITSELF
                      : is_unknown_noun && !out->is_sentence ? BARE_NOUN
                      : speaks == 0 && answer->is_predicate  ? PREDICATE
                                                             : ONE;
    uint32_t subject = subject_of(answer);
    out->known += subject * speaks * ONE;
    out->unknown += subject * lacking * counts;
    out->has_unknown_noun = out->has_unknown_noun || is_unknown_noun;
}

/* An unknown Korean word that looks like the form of a verb, with a noun behind it: 냉장고 수리. */
static bool
is_noun_after_all(const struct ranking *r, size_t index) {
    const struct ranked_word *word = &r->words[index];
    bool is_last = true;
    for (size_t i = index + 1; i < r->count; i++) {
        is_last = is_last && (r->words[i].is_optional || r->words[i].is_predicate);
    }
    return word->is_hangul && word->plain == SEARCH_NO_MATCH && !is_last;
}

static bool
is_sentence(const struct ranking *r) {
    bool has_predicate = false;
    for (size_t i = 0; i < r->count; i++) {
        bool is_one = !r->words[i].is_optional && r->words[i].is_predicate;
        has_predicate = has_predicate || (is_one && !is_noun_after_all(r, i));
    }
    return has_predicate || r->query.ask != ASK_NONE || r->query.is_said;
}

/* It is there as it was typed, and says by itself what is asked for. */
static bool
is_certain(const struct ranked_word *answer, bool is_alone) {
    bool is_there = answer->is_value && answer->plain != SEARCH_NO_MATCH;
    bool is_name = answer->plain <= COST_NAME + COST_STEM && !is_sound_only(answer);
    return is_there || (is_name && (is_alone || answer->is_city));
}

/* Of several words none is there: two slips in one line are believed of long names alone. */
static bool
is_all_guessed(const struct ranking *r) {
    enum { LONG = 6, SYLLABLES = 4 };
    bool is_near = true;
    for (size_t i = 0; i < r->count; i++) {
        const struct ranked_word *answer = &r->words[i];
        if (answer->is_optional) {
            continue;
        }
        if (answer->plain != SEARCH_NO_MATCH || answer->is_pieces) {
            return false;
        }
        uint32_t least = answer->is_hangul ? SYLLABLES : LONG;
        is_near = is_near && answer->units >= least && answer->best <= COST_NEAR + COST_PART;
    }
    return !is_near;
}

bool
evidence_is_enough(const struct ranking *r) {
    struct weighed weighed = {0};
    size_t asked = 0;
    for (size_t i = 0; i < r->count; i++) {
        asked += !r->words[i].is_optional;
    }
    weighed.is_alone = asked == 1;
    weighed.is_sentence = is_sentence(r);
    if (r->count == 1 && is_repeated(r) && r->words[0].plain > COST_NAME + COST_SPELT) {
        return false;
    }
    if (asked > 1 && is_all_guessed(r)) {
        return false;
    }
    for (size_t i = 0; i < r->count; i++) {
        const struct ranked_word *answer = &r->words[i];
        if (answer->is_optional) {
            continue;
        }
        if (is_certain(answer, asked == 1)) {
            return true;
        }
        weigh_word(answer, &weighed);
    }
    return weighed.known > 0 && weighed.known + !weighed.has_unknown_noun > weighed.unknown;
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
        bool is_said_of = answer->is_predicate && answer->plain >= COST_BODY;
        asked += !is_said_of;
        whole += answer->plain <= RANK_WHOLE_MOST;
        enum search_evidence one = answer->best == SEARCH_NO_MATCH    ? EVIDENCE_NONE
                                   : answer->plain == SEARCH_NO_MATCH ? EVIDENCE_GUESS
                                   : answer->plain <= COST_SPELT_PREFIX + COST_SPELT
                                       ? EVIDENCE_PREFIX
                                       : EVIDENCE_TEXT;
        evidence = one > evidence ? one : evidence;
    }
    if (r->is_read && evidence > EVIDENCE_GUESS) {
        return EVIDENCE_GUESS;
    }
    return asked > 0 && whole == asked ? EVIDENCE_WHOLE : evidence;
}

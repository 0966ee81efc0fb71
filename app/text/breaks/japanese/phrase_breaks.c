/* Where the lines of a Japanese heading end: between phrases where phrase.c is sure of them, before
 * words that lean on a phrase where that serves, inside a phrase where it is wider than its line.
 */
#include "base/check.h"
#include "text/breaks/breaks.h"
#include "text/engine_private.h"
#include "text/shape/languages.h"
#include "text/breaks/japanese/phrase.h"
#include "text/breaks/japanese/phrase_leaning.h"

#define SURE 500 /* thousandths: below it another phrase boundary of the line serves first */

/* A break between two spaces or after a mark that ends a clause is a phrase boundary whatever the
 * model says; it was learnt from text between such marks. */
static bool
is_certain(const struct phrase_text *text, int32_t at) {
    uint32_t before = phrase_letter(text, at - 1);
    return before == 'P' || before == 'S';
}

/* A second verb makes one word with the first: 知り|合う, 買い|足す. The single kana between two
 * characters is then of the i or e row; い and に, which end adjectives and are a particle, not. */
static bool
is_compound_verb(const struct phrase_text *text, int32_t at) {
    static const uint16_t stems[] = u"きぎしじちびみりえけげせねべめれ";
    static const uint16_t seconds[] = u"合込出付続始終上下立替変直切掛抜越集寄止足乗組返入";
    bool shape = phrase_letter(text, at - 2) == 'C' && phrase_letter(text, at) == 'C' &&
                 phrase_letter(text, at + 1) == 'H';
    return shape && chars_is_one_of(stems, phrase_character(text, at - 1)) &&
           chars_is_one_of(seconds, phrase_character(text, at));
}

/* Words that lean on the one before: formal nouns (守る|ために), light verbs (使えなく|なる). A
 * line may begin with them, but not where it could begin with another phrase. */
static bool
leans(const struct phrase_text *text, int32_t at) {
    uint32_t last = phrase_character(text, at - 1);
    for (size_t i = 0; i < ARRAY_LEN(phrase_leaning); i++) {
        const struct phrase_leaning *leaning = &phrase_leaning[i];
        bool fits = leaning->after[0] ? chars_is_one_of(leaning->after, last)
                                      : phrase_letter(text, at - 1) == 'H';
        if (fits && phrase_word_at(text, at, &leaning->word)) {
            return true;
        }
    }
    return false;
}

/* Before a short word in kana, a particle or an ending, a line does not begin while it can help. */
static bool
is_weak_word(const struct phrase_text *text, int32_t at) {
    int32_t end = text->word_end[at];
    for (int32_t i = at; i < end; i++) {
        if (phrase_letter(text, i) != 'H') {
            return false;
        }
    }
    return end - at <= 2;
}

/* Length of the longest word of `phrase_inside` at `at`, or 0. */
static int32_t
word_inside(const struct phrase_text *text, int32_t at) {
    int32_t longest = 0;
    for (size_t i = 0; i < ARRAY_LEN(phrase_inside); i++) {
        if (phrase_inside[i].length > longest && phrase_word_at(text, at, &phrase_inside[i])) {
            longest = phrase_inside[i].length;
        }
    }
    return longest;
}

/* して begins a line in 提出して, but not in として, which begins one itself. */
static bool
starts_inside(const struct phrase_text *text, int32_t at) {
    for (int32_t back = 1; back <= 3 && back < at; back++) {
        if (word_inside(text, at - back) > back) {
            return false;
        }
    }
    return word_inside(text, at) > 0;
}

/* お買い上げ, ご注意: does the honorific prefix stand at `at`? */
static bool
is_honorific(const struct phrase_text *text, int32_t at) {
    uint32_t c = phrase_character(text, at), last = phrase_character(text, at - 1);
    bool after_phrase = phrase_letter(text, at - 1) != 'H' || last == u'て';
    return (c == u'お' || c == u'ご') && phrase_letter(text, at + 1) == 'C' && after_phrase;
}

/* 2023年|10月|1日: between the parts of a date. */
static bool
is_in_date(const struct phrase_text *text, int32_t at) {
    uint32_t last = phrase_character(text, at - 1);
    return phrase_letter(text, at) == 'N' && phrase_letter(text, at - 2) == 'N' &&
           (last == u'年' || last == u'月');
}

static bool
is_numeral(uint32_t c) {
    static const uint16_t numerals[] = u"〇一二三四五六七八九十百千万億";
    return chars_is_one_of(numerals, c);
}

/* Between two characters of Han: a numeral keeps what follows, a suffix of one character (川崎|市,
 * 排出|量) what stands before it. */
static uint8_t
kind_in_compound(const struct phrase_text *text, int32_t at) {
    if (is_numeral(phrase_character(text, at - 1))) {
        return BREAK_SPLIT;
    }
    bool is_word = text->word_start[at] == at, suffix = text->word_end[at] == at + 1;
    return is_word && !suffix ? BREAK_PART : BREAK_CLUSTER;
}

/* Inside a phrase, for one that is wider than its line. Before brackets and between words first,
 * before particles and between characters of a compound next, inside other words last. The
 * dictionary is no guide among kana: it knows ありがとうご|ざいました. */
static uint8_t
kind_inside(const struct phrase_text *text, int32_t at) {
    bool is_word = text->word_start[at] == at;
    uint32_t last = phrase_letter(text, at - 1), next = phrase_letter(text, at);
    if (is_honorific(text, at - 1)) {
        return BREAK_SPLIT;
    }
    if (next == 'O') {
        return BREAK_LOOSE;
    }
    if (is_in_date(text, at)) {
        return BREAK_JOINT;
    }
    if (last == 'M' || is_honorific(text, at) || starts_inside(text, at)) {
        return BREAK_PART;
    }
    if (last == 'C' && next == 'C') {
        return kind_in_compound(text, at);
    }
    if (!is_word) {
        return BREAK_SPLIT;
    }
    if (last == 'K' && next == 'K') {
        return BREAK_JOINT;
    }
    bool among_kana = last == 'H' && next == 'H';
    return is_weak_word(text, at) ? (among_kana ? BREAK_SPLIT : BREAK_CLUSTER)
           : among_kana           ? BREAK_CLUSTER
                                  : BREAK_PART;
}

static uint8_t
kind_of(const struct phrase_text *text, int32_t at) {
    if (is_certain(text, at)) {
        return BREAK_WORD;
    }
    int32_t score = phrase_score(text, at);
    if (score <= 0 || is_compound_verb(text, at)) {
        return kind_inside(text, at);
    }
    if (leans(text, at)) {
        return BREAK_LOOSE;
    }
    bool weak = score < SURE || phrase_letter(text, at) == 'O' ||
                phrase_alone_before(text, at) > 0; /* どう|決める, この|町 */
    return weak ? BREAK_LEAN : BREAK_WORD;
}

static bool
is_katakana(uint32_t c) {
    return c >= u'ァ' && c <= u'ー';
}

/* Does a phrase end before cluster `at`, or between there and the marks that follow? */
static bool
ends_phrase(const struct analysis *a, int32_t at) {
    while (at < a->count && a->clusters[at].class >= CHAR_CLOSE &&
           a->clusters[at].class <= CHAR_QUESTION && a->clusters[at].breaks < BREAK_LOOSE) {
        at++;
    }
    return at >= a->count || a->clusters[at].breaks >= BREAK_LOOSE;
}

/* A syllable at the edge of its phrase does not stand alone: お|買い上げ, 通行止め|が. It does when
 * the word before it is one of katakana, which is worse to cut: インターネット|で. */
static void
keep_edges(struct analysis *a) {
    for (int32_t i = 1; i < a->count; i++) {
        struct cluster *c = &a->clusters[i];
        bool inside = c->breaks > BREAK_SPLIT && c->breaks < BREAK_LOOSE &&
                      languages_script_before(a, i) == LOCALE_KANA;
        bool starts = i == 1 || c[-1].breaks >= BREAK_LOOSE;
        if (inside && !is_katakana(a->bases[i - 1]) && (starts || ends_phrase(a, i + 1))) {
            c->breaks = BREAK_SPLIT;
        }
    }
}

void
phrase_breaks(struct analysis *a) {
    struct phrase_text text;
    phrase_prepare(a->arena, a->engine->iterators.words, &a->units, &text);
    for (int32_t i = 1; i < a->count; i++) {
        struct cluster *c = &a->clusters[i];
        if (languages_script_before(a, i) != LOCALE_KANA) {
            continue;
        }
        if (c->breaks == BREAK_WORD) {
            c->breaks = kind_of(&text, (int32_t)c->unit);
        } else if (c->breaks == BREAK_PART) {
            c->breaks = BREAK_SPLIT; /* a number and its counter */
        } else if (c->breaks == BREAK_BOND || c->breaks == BREAK_LOOSE) {
            c->breaks = BREAK_JOINT; /* inside a date */
        }
    }
    keep_edges(a);
}

#include "text/phrase.h"

#include "base/check.h"
#include "text/breaks.h"
#include "text/engine_impl.h"
#include "text/phrase_words.h"

#define SURE 500 /* thousandths: below it another phrase boundary of the line serves first */

struct weight {
    uint32_t feature;
    int32_t weight;
};

/* `weights`, sorted by feature, and `weight_first`, where each value of its top ten bits begins. */
#include "text/phrase_weights.inc"

static uint8_t
class_letter(uint16_t c) {
    switch (chars_class(c)) {
    case CHAR_HAN:
        return 'C';
    case CHAR_KANA:
        return c == u'ー' ? 'K' : c >= u'゠' ? 'K' : 'H';
    case CHAR_DIGIT:
        return 'N';
    case CHAR_LATIN:
        return 'A';
    case CHAR_OPEN:
        return 'O';
    case CHAR_CLOSE:
        return 'E';
    case CHAR_COMMA:
    case CHAR_STOP:
    case CHAR_QUESTION:
        return 'P';
    case CHAR_MIDDLE:
        return 'M';
    case CHAR_SPACE:
    case CHAR_NEWLINE:
        return 'S';
    default:
        return 'X';
    }
}

void
phrase_prepare(struct arena *arena, UBreakIterator *words, const struct units *units,
    struct phrase_text *out) {
    size_t n = (size_t)units->count + 1;
    uint8_t *classes = ARENA_ARRAY(arena, n, uint8_t);
    int32_t *start = ARENA_ARRAY(arena, n, int32_t), *end = ARENA_ARRAY(arena, n, int32_t);
    for (int32_t i = 0; i < units->count; i++) {
        classes[i] = class_letter(units->u16[i]);
    }
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(words, units->u16, units->count, &status);
    for (int32_t from = ubrk_first(words), to; (to = ubrk_next(words)) != UBRK_DONE; from = to) {
        for (int32_t i = from; i < to && i < units->count; i++) {
            start[i] = from;
            end[i] = to;
        }
    }
    *out = (struct phrase_text){.u16 = units->u16,
        .count = units->count,
        .classes = classes,
        .word_start = start,
        .word_end = end};
}

static uint32_t
hash_step(uint32_t hash, uint32_t value) {
    return (hash ^ value) * 16777619u;
}

static uint32_t
character(const struct phrase_text *text, int32_t at) {
    return at >= 0 && at < text->count ? text->u16[at] : 0;
}

static uint32_t
letter(const struct phrase_text *text, int32_t at) {
    return at >= 0 && at < text->count ? text->classes[at] : '-';
}

/* One n-gram of characters or classes, `from` relative to the boundary. */
static uint32_t
gram(const struct phrase_text *text, int32_t at, int from, int length, bool by_class) {
    uint32_t hash = hash_step(
        2166136261u, (uint32_t)(from + 8) << 8 | (uint32_t)length << 4 | (uint32_t)by_class);
    for (int i = 0; i < length; i++) {
        uint32_t c = by_class ? letter(text, at + from + i) : character(text, at + from + i);
        hash = hash_step(hash, c);
    }
    return hash;
}

/* The dictionary word of [start, end), if it is short and in kana: a particle or an ending. */
static uint32_t
kana_word(const struct phrase_text *text, int32_t start, int32_t end, uint32_t seed) {
    uint32_t hash = hash_step(2166136261u, seed);
    if (end - start > 4) {
        return hash_step(hash, 1);
    }
    for (int32_t i = start; i < end; i++) {
        if (letter(text, i) != 'H') {
            return hash_step(hash_step(hash, 2), letter(text, i));
        }
        hash = hash_step(hash, character(text, i));
    }
    return hash;
}

static int
word_features(const struct phrase_text *text, int32_t at, uint32_t *out) {
    int n = 0;
    int32_t before = text->word_start[at - 1], after = text->word_end[at];
    bool boundary = text->word_start[at] == at;
    uint32_t kind = boundary ? 0x10001 : 0x10002;
    out[n++] = hash_step(2166136261u, kind);
    out[n++] = hash_step(hash_step(kind * 31, letter(text, at - 1)), letter(text, at));
    if (boundary) {
        uint32_t previous = kana_word(text, before, at, 0x20001);
        uint32_t next = kana_word(text, at, after, 0x20002);
        int32_t earlier = before > 0 ? text->word_start[before - 1] : before;
        out[n++] = previous;
        out[n++] = next;
        out[n++] = hash_step(previous, next);
        out[n++] = hash_step(previous, 0x30000 + letter(text, at));
        out[n++] = hash_step(next, 0x40000 + letter(text, at - 1));
        out[n++] = hash_step(kana_word(text, earlier, before, 0x20003), previous);
        uint32_t length = (uint32_t)(at - before > 5 ? 5 : at - before);
        uint32_t shape =
            hash_step(hash_step(0x90000 + length, letter(text, before)), letter(text, at));
        out[n++] = shape;
        out[n++] = hash_step(shape, letter(text, before - 1));
        out[n++] = hash_step(shape, character(text, at - 1));
        uint32_t following = (uint32_t)(after - at > 5 ? 5 : after - at);
        uint32_t next_shape =
            hash_step(hash_step(0xA0000 + following, letter(text, at)), letter(text, after));
        out[n++] = next_shape;
        out[n++] = hash_step(next_shape, character(text, at - 1));
        out[n++] = hash_step(next_shape, shape);
        out[n++] = hash_step(0x50000 + (uint32_t)(at - before > 4 ? 4 : at - before),
            (uint32_t)(after - at > 4 ? 4 : after - at));
    }
    return n;
}

/* The dictionary words on either side, letter by letter. */
static int
whole_word_features(const struct phrase_text *text, int32_t at, uint32_t *out) {
    uint32_t before = 0xB0001, after = 0xB0002;
    if (text->word_start[at] != at) {
        return 0;
    }
    for (int32_t i = text->word_start[at - 1]; i < at; i++) {
        before = hash_step(before, character(text, i));
    }
    for (int32_t i = at; i < text->word_end[at]; i++) {
        after = hash_step(after, character(text, i));
    }
    out[0] = before;
    out[1] = after;
    return 2;
}

static bool
word_at(const struct phrase_text *text, int32_t from, const struct phrase_word *word) {
    for (int32_t i = 0; i < word->length; i++) {
        if (word->units[i] != character(text, from + i)) {
            return false;
        }
    }
    return true;
}

/* The longest listed word that ends, or begins, at the boundary. */
static int32_t
word_alone_before(const struct phrase_text *text, int32_t at) {
    uint32_t last = character(text, at - 1);
    int32_t longest = 0;
    for (size_t i = 0; i < ARRAY_LEN(phrase_alone); i++) {
        const struct phrase_word *word = &phrase_alone[i];
        if (word->units[word->length - 1] == last && word->length > longest &&
            word_at(text, at - word->length, word)) {
            longest = word->length;
        }
    }
    return longest;
}

static int32_t
word_starting(const struct phrase_text *text, int32_t at) {
    uint32_t first = character(text, at);
    int32_t longest = 0;
    for (size_t i = 0; i < ARRAY_LEN(phrase_starts); i++) {
        const struct phrase_word *word = &phrase_starts[i];
        if (word->units[0] == first && word->length > longest && word_at(text, at, word)) {
            longest = word->length;
        }
    }
    return longest;
}

static int
list_features(const struct phrase_text *text, int32_t at, uint32_t *out) {
    int n = 0;
    int32_t alone = word_alone_before(text, at), starts = word_starting(text, at);
    if (alone > 0) {
        uint32_t hash = hash_step(0x70001, letter(text, at - alone - 1));
        out[n++] = 0x70000;
        out[n++] = hash;
        out[n++] = hash_step(hash, letter(text, at));
    }
    if (starts > 0) {
        uint32_t hash = gram(text, at, 0, starts, false);
        out[n++] = hash_step(0x80000, letter(text, at - 1));
        out[n++] = hash_step(hash, 0x80001);
        out[n++] = hash_step(hash_step(hash, 0x80002), character(text, at - 1));
    }
    return n;
}

int
phrase_features(const struct phrase_text *text, int32_t at, uint32_t out[PHRASE_FEATURES]) {
    int n = 0;
    for (int from = -3; from < 3; from++) {
        out[n++] = gram(text, at, from, 1, false);
        out[n++] = gram(text, at, from, 1, true);
    }
    for (int from = -3; from < 2; from++) {
        out[n++] = gram(text, at, from, 2, false);
    }
    for (int from = -2; from < 1; from++) {
        out[n++] = gram(text, at, from, 2, true);
        out[n++] = gram(text, at, from, 3, true);
    }
    out[n++] = gram(text, at, -3, 3, false);
    out[n++] = gram(text, at, -2, 3, false);
    out[n++] = gram(text, at, -1, 3, false);
    out[n++] = gram(text, at, -3, 3, true);
    out[n++] = gram(text, at, -2, 4, true);
    out[n++] = hash_step(2166136261u, 0x60000);
    n += word_features(text, at, out + n);
    n += whole_word_features(text, at, out + n);
    n += list_features(text, at, out + n);
    xassert(n <= PHRASE_FEATURES);
    return n;
}

static int32_t
weight_of(uint32_t feature) {
    size_t end = weight_first[(feature >> 22) + 1];
    for (size_t i = weight_first[feature >> 22]; i < end && weights[i].feature <= feature; i++) {
        if (weights[i].feature == feature) {
            return weights[i].weight;
        }
    }
    return 0;
}

int32_t
phrase_score(const struct phrase_text *text, int32_t at) {
    uint32_t features[PHRASE_FEATURES];
    int32_t score = 0;
    int n = phrase_features(text, at, features);
    for (int i = 0; i < n; i++) {
        score += weight_of(features[i]);
    }
    return score;
}

/* A break between two spaces or after a mark that ends a clause is a phrase boundary whatever the
 * model says; it was learnt from text between such marks. */
static bool
is_certain(const struct phrase_text *text, int32_t at) {
    uint32_t before = letter(text, at - 1);
    return before == 'P' || before == 'S';
}

/* A second verb makes one word with the first: 知り|合う, 買い|足す. The single kana between two
 * characters is then of the i or e row; い and に, which end adjectives and are a particle, not. */
static bool
is_compound_verb(const struct phrase_text *text, int32_t at) {
    static const uint16_t stems[] = u"きぎしじちびみりえけげせねべめれ";
    static const uint16_t seconds[] = u"合込出付続始終上下立替変直切掛抜越集寄止足乗組返入";
    bool shape =
        letter(text, at - 2) == 'C' && letter(text, at) == 'C' && letter(text, at + 1) == 'H';
    return shape && chars_is_one_of(stems, character(text, at - 1)) &&
           chars_is_one_of(seconds, character(text, at));
}

/* Words that lean on the one before: formal nouns (守る|ために), light verbs (使えなく|なる). A
 * line may begin with them, but not where it could begin with another phrase. */
static bool
leans(const struct phrase_text *text, int32_t at) {
    uint32_t last = character(text, at - 1);
    for (size_t i = 0; i < ARRAY_LEN(phrase_leaning); i++) {
        const struct phrase_leaning *leaning = &phrase_leaning[i];
        bool fits =
            leaning->after[0] ? chars_is_one_of(leaning->after, last) : letter(text, at - 1) == 'H';
        if (fits && word_at(text, at, &leaning->word)) {
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
        if (letter(text, i) != 'H') {
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
        if (phrase_inside[i].length > longest && word_at(text, at, &phrase_inside[i])) {
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
    uint32_t c = character(text, at), last = character(text, at - 1);
    bool after_phrase = letter(text, at - 1) != 'H' || last == u'て';
    return (c == u'お' || c == u'ご') && letter(text, at + 1) == 'C' && after_phrase;
}

/* 2023年|10月|1日: between the parts of a date. */
static bool
is_in_date(const struct phrase_text *text, int32_t at) {
    uint32_t last = character(text, at - 1);
    return letter(text, at) == 'N' && letter(text, at - 2) == 'N' &&
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
    if (is_numeral(character(text, at - 1))) {
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
    uint32_t last = letter(text, at - 1), next = letter(text, at);
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
    bool weak = score < SURE || letter(text, at) == 'O' ||
                word_alone_before(text, at) > 0; /* どう|決める, この|町 */
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
        bool inside = c->breaks > BREAK_SPLIT && c->breaks < BREAK_LOOSE;
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
        if (c->breaks == BREAK_WORD) {
            c->breaks = kind_of(&text, (int32_t)c->unit);
        } else if (c->breaks == BREAK_PART) {
            c->breaks = BREAK_SPLIT; /* a number and its counter */
        }
    }
    keep_edges(a);
}

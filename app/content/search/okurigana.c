/* The pattern and its limits were measured over all Japanese content: skeletons collide with a word
 * of their own in one case of a hundred, readings of one to three kana a Han in none that has two
 * characters agreeing. */
#include "content/search/okurigana.h"

#include "base/check.h"
#include "base/utf8.h"
#include "content/search/ask/segments.h"

#include <string.h>

enum { KANA_BYTES = 3, INNER_MAX = 2, TAIL_MAX = 2, READING_MAX = 3, AGREE_LEAST = 2, STEPS = 150 };

/* Kana that end the first half of a compound: the i- and e-rows, and る. Not に へ て ね, which are
 * mostly particles. */
static const char inner_ends[] = "いきしちひみりぎじびけせめれげぜべえる";

static bool
is_inner(const struct fold *fold, const struct ask_segment *s) {
    size_t length = s->to - s->stem_to;
    if (length == 0 || length > INNER_MAX || s->stem_to == s->from) {
        return false;
    }
    char last[5] = {0};
    utf8_encode(fold->units[s->to - 1].code_point, last);
    return strstr(inner_ends, last) != NULL &&
           fold_class(fold->units[s->stem_to - 1].code_point) == FOLD_HAN;
}

/* Its kana end what is spoken of, but for a particle behind them: 持ち回り of 持ち回りで. */
static size_t
end_of(const struct fold *fold, const struct ask_segment *last) {
    static const char particles[] = "をにがはとでへもの";
    size_t tail = last->to - last->stem_to;
    if (tail > TAIL_MAX) {
        return last->stem_to;
    }
    char kana[5] = {0};
    utf8_encode(fold->units[last->to - 1].code_point, kana);
    bool is_behind = tail == TAIL_MAX && strstr(particles, kana) != NULL;
    return is_behind ? last->to - 1 : last->to;
}

bool
okurigana_next(const struct fold *fold, struct str line, size_t *at, struct okurigana *out) {
    while (*at < fold->count) {
        struct ask_segment first, next;
        if (!ask_segment_next(fold, line, fold->count, at, &first)) {
            *at += 1;
            continue;
        }
        struct ask_segment last = first;
        size_t joined = 0, after = first.to;
        while (is_inner(fold, &last) && ask_segment_next(fold, line, fold->count, &after, &next) &&
               next.from == last.to && fold_class(fold->units[next.from].code_point) == FOLD_HAN) {
            last = next;
            out->pair_to = joined++ > 0 ? out->pair_to : end_of(fold, &last);
        }
        if (joined > 0) {
            out->from = first.stem_to - first.from > 2 ? first.stem_to - 2 : first.from;
            out->short_from = first.stem_to - 1;
            out->to = end_of(fold, &last);
            *at = first.to;
            return true;
        }
    }
    return false;
}

static bool
is_particle(struct str kana) {
    static const char particles[] = "のをにがはとでへもや";
    struct str all = str_from(particles);
    return str_find(all, kana) != SIZE_MAX;
}

struct str
okurigana_skeleton(struct arena *arena, struct str key) {
    struct str_buf han = {0};
    size_t count = 0, run = 0;
    bool starts_with_han = false, is_joined = false;
    for (size_t at = 0; at < key.n;) {
        size_t start = at;
        uint32_t c = utf8_next(key, &at);
        enum fold_class class = fold_class(c);
        if (class == FOLD_HAN) {
            starts_with_han = starts_with_han || start == 0;
            str_buf_utf8(&han, c);
            count++;
            run = 0;
        } else if (class == FOLD_KANA && run++ < INNER_MAX) {
            struct str kana = str_slice(key, start, at);
            is_joined = is_joined || (at < key.n && is_particle(kana));
        } else {
            count = 0;
            break;
        }
    }
    bool is_word = count >= 2 && starts_with_han && !is_joined;
    struct str out = is_word ? arena_str(arena, str_buf_str(&han)) : (struct str){0};
    str_buf_finish(&han);
    return out;
}

struct beside {
    struct str typed, word;
    int steps;
};

static enum fold_class
class_at(struct str s, size_t at) {
    return at < s.n ? fold_class(utf8_next(s, &at)) : FOLD_SEPARATOR;
}

/* The rest of both may be one word; `agreed` characters did so far. */
static bool
agree(struct beside *b, size_t i, size_t j, int agreed, bool after_han) {
    if (b->steps-- <= 0) {
        return false;
    }
    if (i == b->typed.n || j == b->word.n) { // a last kana or two may lack
        size_t left = b->typed.n - i + b->word.n - j;
        struct str rest =
            i < b->typed.n ? str_slice(b->typed, i, b->typed.n) : str_slice(b->word, j, b->word.n);
        bool is_kana = left == 0 || class_at(rest, rest.n - KANA_BYTES) == FOLD_KANA;
        return agreed >= AGREE_LEAST && (left == 0 || (after_han && is_kana && left <= KANA_BYTES));
    }
    size_t ni = i, nj = j;
    uint32_t c = utf8_next(b->typed, &ni), w = utf8_next(b->word, &nj);
    enum fold_class of_typed = fold_class(c), of_word = fold_class(w);
    if (c == w && agree(b, ni, nj, agreed + 1, of_word == FOLD_HAN)) {
        return true;
    }
    if (of_word == FOLD_HAN && of_typed == FOLD_KANA) { // the Han as it reads
        size_t to = i;
        for (int n = 0; n < READING_MAX && class_at(b->typed, to) == FOLD_KANA; n++) {
            utf8_next(b->typed, &to);
            if (agree(b, to, nj, agreed, true)) {
                return true;
            }
        }
    }
    bool may_lack = after_han && of_word == FOLD_KANA && of_typed == FOLD_HAN;
    bool may_have = after_han && of_typed == FOLD_KANA && of_word == FOLD_HAN && i > 0;
    return (may_lack && agree(b, i, nj, agreed, false)) ||
           (may_have && agree(b, ni, j, agreed, false));
}

/* A bit for each of its characters; some share one. */
static uint64_t
character_set(struct str s) {
    uint64_t set = 0;
    for (size_t at = 0; at < s.n;) {
        set |= (uint64_t)1 << utf8_next(s, &at) % 64;
    }
    return set;
}

/* Words that begin with the same character, or of which one begins with Han and the other with
 * kana; none is three times as long, and two characters are in both. */
static bool
may_be_spelling(struct str typed, struct str word) {
    size_t i = 0, j = 0;
    if (typed.n == 0 || word.n == 0 || typed.n > READING_MAX * word.n || word.n > 2 * typed.n) {
        return false;
    }
    uint32_t c = utf8_next(typed, &i), w = utf8_next(word, &j);
    bool may_begin = c == w || (fold_class(w) == FOLD_HAN && fold_class(c) == FOLD_KANA);
    uint64_t own = character_set(typed);
    int shared = 0;
    for (size_t at = 0; may_begin && at < word.n;) {
        shared += (own >> utf8_next(word, &at) % 64 & 1) != 0;
    }
    return shared >= AGREE_LEAST;
}

bool
okurigana_is_spelling(struct str typed, struct str word) {
    if (!may_be_spelling(typed, word)) {
        return false;
    }
    struct beside b = {.typed = typed, .word = word, .steps = STEPS};
    return agree(&b, 0, 0, 0, false);
}

enum { KANA_FIRST = 0x3042, KANA_LAST = 0x3093 };

/* No word begins with one: い, not ぃ. */
static bool
is_small_kana(uint32_t c) {
    return (c >= 0x3041 && c <= 0x3049 && c % 2 == 1) || c == 0x3063 || c == 0x308E ||
           (c >= 0x3083 && c <= 0x3087 && c % 2 == 1);
}

static struct str
kana_of(struct arena *arena, uint32_t c, struct str small) {
    char own[5 + KANA_BYTES];
    size_t n = utf8_encode(c, own);
    memcpy(own + n, small.p, small.n);
    return arena_str(arena, (struct str){own, n + small.n});
}

/* Kana and pairs of kana by what they sound like, the longest first. A small kana stands behind one
 * of the i-row, and does not change how the sound begins: most need not be asked. */
static size_t
kana_at(struct arena *arena, const struct str *sounds, struct str letters, struct str *kana) {
    static const struct str small[] = {
        STR_INIT(""), STR_INIT("ゃ"), STR_INIT("ゅ"), STR_INIT("ょ")};
    size_t best = 0;
    for (uint32_t c = KANA_FIRST; c <= KANA_LAST; c++) {
        struct str alone = sounds[c - KANA_FIRST];
        bool may = alone.n > 0 && alone.p[0] == letters.p[0];
        size_t count = !may ? 0 : alone.p[alone.n - 1] == 'i' ? ARRAY_LEN(small) : 1;
        for (size_t s = 0; s < count; s++) {
            struct str key = kana_of(arena, c, small[s]);
            struct str sound = fold_spelling(arena, FOLD_ROMAJI, key);
            if (sound.n > best && str_starts(letters, sound)) {
                best = sound.n;
                *kana = key;
            }
        }
    }
    return best;
}

struct str
okurigana_kana(struct arena *arena, struct str letters) {
    struct str_buf out = {0};
    if (!fold_is_all(letters, FOLD_LETTER)) {
        return (struct str){0}; // before each kana is spelt
    }
    struct str rest = fold_spelling(arena, FOLD_ROMAJI, letters),
               sounds[KANA_LAST - KANA_FIRST + 1];
    bool is_kana = rest.n > 0;
    for (uint32_t c = KANA_FIRST; is_kana && c <= KANA_LAST; c++) {
        struct str sound = fold_spelling(arena, FOLD_ROMAJI, kana_of(arena, c, STR("")));
        sounds[c - KANA_FIRST] = is_small_kana(c) ? (struct str){0} : sound;
    }
    while (is_kana && rest.n > 0) {
        struct str kana;
        size_t n = kana_at(arena, sounds, rest, &kana);
        is_kana = n > 0;
        if (is_kana) {
            str_buf_add(&out, kana);
            rest = str_slice(rest, n, rest.n);
        }
    }
    struct str read = is_kana ? fold_key(arena, str_buf_str(&out)) : (struct str){0};
    str_buf_finish(&out);
    return read;
}

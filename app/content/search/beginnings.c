#include "content/search/beginnings.h"

#include "base/utf8.h"
#include "content/search/text.h"

enum {
    NOT_PLAIN = 1, /* no unit has this code point, nor the next */
    SEPARATES = 0,
    LONG_MARK = 0x30FC,
    REPEAT_MARK = 0x3005,
};

static uint32_t
hash(const uint32_t *letters, size_t count) {
    uint32_t value = 0;
    for (size_t i = 0; i < count; i++) {
        value = (value + letters[i]) * 0x9E3779B1u;
    }
    return value >> 24;
}

void
beginnings_add(struct beginnings *beginnings, const struct fold *word, unsigned number) {
    uint32_t letters[BEGINNING_MAX];
    size_t count = 0;
    for (size_t i = 0; i < word->count && count < BEGINNING_MAX; i++) {
        uint32_t c = word->units[i].code_point;
        if (fold_class(c) != FOLD_SEPARATOR) {
            letters[count++] = c;
        }
    }
    if (count > 0) {
        beginnings->firsts[letters[0] % BEGINNING_HASHES] |= 1u << number;
        beginnings->words[count - 1][hash(letters, count)] |= 1u << number;
    }
}

static bool
is_mark(uint32_t c) {
    return c == 0xB7 || (c >= 0x2010 && c <= 0x2015) || (c >= 0x2018 && c <= 0x201F) ||
           c == 0x2026 || (c >= 0x3000 && c <= 0x3003) || (c >= 0x3008 && c <= 0x3011) ||
           (c >= 0x3014 && c <= 0x301B) || c == 0x30FB ||
           (c >= 0xFF01 && c <= 0xFF0F && c != 0xFF07);
}

/* The unit of a character between plain ones; `last` is the unit before it, if it stands there. */
static uint32_t
unit_of(uint32_t c, uint32_t last) {
    if (c < 0x80) {
        bool is_small = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        return is_small ? c : c >= 'A' && c <= 'Z' ? c | 0x20 : SEPARATES;
    }
    if (c >= 0xAC00 && c <= 0xD7A3) {
        return c;
    }
    if (c >= 0x4E00 && c <= 0x9FFF) {
        return fold_han(c);
    }
    if ((c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30F6)) {
        return fold_kana(c);
    }
    if (c == LONG_MARK && fold_class(last) == FOLD_KANA) {
        return c;
    }
    if (c == REPEAT_MARK && fold_class(last) == FOLD_HAN) {
        return last;
    }
    return is_mark(c) ? SEPARATES : NOT_PLAIN;
}

/* The last letters of a text, and the words that may begin with each. */
struct walk {
    uint32_t letters[BEGINNING_MAX], begin[BEGINNING_MAX];
};

static uint32_t
step(const struct beginnings *beginnings, struct walk *walk, uint32_t letter, bool is_start) {
    uint32_t found = 0;
    for (size_t i = 0; i + 1 < BEGINNING_MAX; i++) {
        walk->letters[i] = walk->letters[i + 1];
        walk->begin[i] = walk->begin[i + 1];
    }
    walk->letters[BEGINNING_MAX - 1] = letter;
    walk->begin[BEGINNING_MAX - 1] = is_start ? beginnings->firsts[letter % BEGINNING_HASHES] : 0;
    for (size_t from = 0, count = BEGINNING_MAX; from < BEGINNING_MAX; from++, count--) {
        if (walk->begin[from] != 0) {
            found |=
                walk->begin[from] & beginnings->words[count - 1][hash(walk->letters + from, count)];
        }
    }
    return found;
}

/* Nothing has begun, and nothing begins with this letter: most letters of most texts. */
static bool
is_idle(const struct beginnings *beginnings, const struct walk *walk, uint32_t letter) {
    return (walk->begin[1] | walk->begin[2] | beginnings->firsts[letter % BEGINNING_HASHES]) == 0;
}

uint32_t
beginnings_in(const struct beginnings *beginnings, struct str text) {
    _Static_assert(BEGINNING_MAX == 3, "is_idle() looks at each that goes on");
    struct walk walk = {{0}, {0}};
    uint32_t last = SEPARATES, found = 0;
    for (size_t at = 0; at < text.n;) {
        unsigned char byte = (unsigned char)text.p[at];
        uint32_t c = byte < 0x80 ? (at++, byte) : utf8_next(text, &at);
        uint32_t unit = unit_of(c, last);
        if (unit == NOT_PLAIN) {
            return UINT32_MAX;
        }
        if (unit != SEPARATES && !is_idle(beginnings, &walk, unit)) {
            bool is_inside =
                last != SEPARATES && search_is_wordlike(unit) && search_is_wordlike(last);
            found |= step(beginnings, &walk, unit, !is_inside);
        }
        last = unit;
    }
    return found;
}

/* Romanised spellings. Each system is brought to one skeleton by a list of replacements (longest
 * first, left to right), then by rules for doubled letters and long vowels. Kana and Hangul are
 * romanised plainly and take the same road, so the skeleton is decided in one place. */
#include "i18n/fold.h"
#include "i18n/fold_private.h"

#include "base/check.h"
#include "base/utf8.h"

#include <string.h>

struct rule {
    const char *from, *to;
};

static void
rules_apply(struct str_buf *out, struct str s, const struct rule *rules, size_t count) {
    for (size_t at = 0; at < s.n;) {
        struct str rest = str_slice(s, at, s.n);
        size_t i = 0;
        while (i < count && !str_starts(rest, str_from(rules[i].from))) {
            i++;
        }
        if (i < count) {
            str_buf_add(out, str_from(rules[i].to));
            at += strlen(rules[i].from);
        } else {
            str_buf_byte(out, s.p[at++]);
        }
    }
}

static bool
is_vowel(char c) {
    return c != 0 && strchr("aeiou", c);
}

static char
byte_at(struct str s, size_t at) {
    return at < s.n ? s.p[at] : 0;
}

/* Japanese, towards Kunrei: it has one letter where Hepburn has several. */
static const struct rule japanese[] = {
    {"sshi", "si"},
    {"cchi", "ti"},
    {"tchi", "ti"},
    {"ttsu", "tu"},
    {"ssh", "sy"},
    {"cch", "ty"},
    {"tch", "ty"},
    {"shi", "si"},
    {"chi", "ti"},
    {"tsu", "tu"},
    {"dzu", "zu"},
    {"jji", "zi"},
    {"jy", "zy"},
    {"ji", "zi"},
    {"di", "zi"},
    {"du", "zu"},
    {"dy", "zy"},
    {"cy", "ty"},
    {"sh", "sy"},
    {"ch", "ty"},
    {"ts", "t"},
    {"wo", "o"},
    {"mb", "nb"},
    {"mp", "np"},
    {"mm", "nm"},
    {"j", "zy"},
    {"f", "h"},
    {"l", "r"},
    {"v", "b"},
    {"c", "k"},
    {"q", "k"},
};

/* Doubled consonants and long vowels once; the h of Ohsaka and Satoh not at all. */
static void
japanese_lengths(struct str_buf *out, struct str s) {
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i], before = i > 0 ? s.p[i - 1] : 0, next = byte_at(s, i + 1);
        if (c == before && c >= 'a' && c <= 'z') {
            continue;
        }
        if ((before == 'o' && c == 'u') || (before == 'e' && c == 'i')) {
            continue;
        }
        if (c == 'h' && (before == 'o' || before == 'u') && !is_vowel(next) && next != 'y') {
            continue;
        }
        str_buf_byte(out, c);
    }
}

static void
two_passes(struct str_buf *out, struct str latin, const struct rule *rules, size_t count,
    void (*lengths)(struct str_buf *, struct str)) {
    struct str_buf first = {0};
    rules_apply(&first, latin, rules, count);
    lengths(out, str_buf_str(&first));
    str_buf_finish(&first);
}

void
roman_japanese(struct str_buf *out, struct str latin) {
    two_passes(out, latin, japanese, ARRAY_LEN(japanese), japanese_lengths);
}

/* Korean: one letter for plain, tense and aspirated; o for the four back vowels that the systems
 * write eo, o, u, eu, with and without a breve; q for ng. Nasals before liquids meet half-way
 * (Jongno, Jongro). */
static const struct rule korean[] = {
    {"ngn", "qn"},
    {"ngr", "qn"},
    {"ngl", "qn"},
    {"ngg", "q"},
    {"ngk", "q"},
    {"yeo", "yo"},
    {"yoo", "yo"},
    {"you", "yo"},
    {"yae", "ye"},
    {"wae", "we"},
    {"weo", "wo"},
    {"woo", "o"},
    {"tch", "c"},
    {"ng", "q"},
    {"nk", "q"},
    {"kh", "k"},
    {"gh", "k"},
    {"kn", "qn"},
    {"gn", "qn"},
    {"km", "qm"},
    {"gm", "qm"},
    {"kr", "qn"},
    {"th", "t"},
    {"ph", "p"},
    {"bh", "p"},
    {"pm", "m"},
    {"bm", "m"},
    {"pn", "mn"},
    {"bn", "mn"},
    {"mr", "mn"},
    {"nr", "l"},
    {"nl", "l"},
    {"ln", "l"},
    {"rn", "l"},
    {"ch", "c"},
    {"sh", "s"},
    {"eo", "o"},
    {"eu", "o"},
    {"oe", "we"},
    {"oi", "we"},
    {"ou", "o"},
    {"oo", "o"},
    {"ae", "e"},
    {"ai", "e"},
    {"ay", "e"},
    {"ey", "e"},
    {"ee", "i"},
    {"ui", "i"},
    {"yi", "i"},
    {"yu", "yo"},
    {"u", "o"},
    {"g", "k"},
    {"d", "t"},
    {"b", "p"},
    {"j", "c"},
    {"r", "l"},
    {"f", "p"},
    {"v", "p"},
    {"z", "c"},
};

static void
korean_lengths(struct str_buf *out, struct str s) {
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i], before = i > 0 ? s.p[i - 1] : 0;
        bool is_palatal = before == 'c' || before == 's';
        if ((c == before && c >= 'a' && c <= 'z') || (c == 'y' && is_palatal)) {
            continue;
        }
        str_buf_byte(out, c);
    }
}

void
roman_korean(struct str_buf *out, struct str latin) {
    two_passes(out, latin, korean, ARRAY_LEN(korean), korean_lengths);
}

/* Hiragana U+3041 to U+3094 in Nihon-shiki, two small signs as marks: '<' takes the vowel before it
 * away (kya, fa), '-' doubles (small tsu, which the skeleton drops). */
static const char *const kana_roman[] = {"<a", "a", "<i", "i", "<u", "u", "<e", "e", "<o", "o",
    "ka", "ga", "ki", "gi", "ku", "gu", "ke", "ge", "ko", "go", "sa", "za", "si", "zi", "su", "zu",
    "se", "ze", "so", "zo", "ta", "da", "ti", "di", "-", "tu", "du", "te", "de", "to", "do", "na",
    "ni", "nu", "ne", "no", "ha", "ba", "pa", "hi", "bi", "pi", "hu", "bu", "pu", "he", "be", "pe",
    "ho", "bo", "po", "ma", "mi", "mu", "me", "mo", "<ya", "ya", "<yu", "yu", "<yo", "yo", "ra",
    "ri", "ru", "re", "ro", "wa", "wa", "i", "e", "o", "n", "bu"};
_Static_assert(ARRAY_LEN(kana_roman) == 0x3094 - 0x3041 + 1, "one entry a kana");

static void
kana_add(struct str_buf *out, size_t start, uint32_t c) {
    const char *roman = kana_roman[c - 0x3041];
    if (roman[0] == '-') {
        return;
    }
    bool is_small = roman[0] == '<';
    if (is_small) {
        roman++;
        char before = out->n > start ? out->p[out->n - 1] : 0;
        if (is_vowel(before) && before != roman[0]) {
            out->n--;
        }
    }
    str_buf_add(out, str_from(roman));
}

void
roman_from_kana(struct str_buf *out, struct str key) {
    size_t start = out->n;
    for (size_t at = 0; at < key.n;) {
        uint32_t c = utf8_next(key, &at);
        if (c == 0x30FC) {
            continue; // the long mark
        }
        if (c < 0x3041 || c > 0x3094) {
            out->n = start;
            return;
        }
        kana_add(out, start, c);
    }
}

static bool
is_latin(struct str key) {
    bool has_letter = false;
    for (size_t i = 0; i < key.n; i++) {
        char c = key.p[i];
        has_letter = has_letter || (c >= 'a' && c <= 'z');
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
            return false;
        }
    }
    return has_letter;
}

static void
roman_add(struct str_buf *out, enum fold_spelling spelling, struct str key) {
    struct str_buf latin = {0};
    bool is_korean = spelling == FOLD_KOREAN_ROMAN;
    if (is_latin(key)) {
        str_buf_add(&latin, key);
    } else if (is_korean) {
        hangul_romanise(&latin, key);
    } else {
        roman_from_kana(&latin, key);
    }
    (is_korean ? roman_korean : roman_japanese)(out, str_buf_str(&latin));
    str_buf_finish(&latin);
}

struct str
fold_spelling(struct arena *arena, enum fold_spelling spelling, struct str key) {
    struct str_buf out = {0};
    switch (spelling) {
    case FOLD_KEYSTROKES:
        hangul_keystrokes(&out, key);
        break;
    case FOLD_INITIALS:
        hangul_initials(&out, key);
        break;
    case FOLD_HANGUL_SPELLING:
        hangul_spelling(&out, key);
        break;
    case FOLD_ROMAJI:
    case FOLD_KOREAN_ROMAN:
        roman_add(&out, spelling, key);
        break;
    case FOLD_SPELLING_COUNT:
        break;
    }
    struct str copy = arena_str(arena, str_buf_str(&out));
    str_buf_finish(&out);
    return copy;
}

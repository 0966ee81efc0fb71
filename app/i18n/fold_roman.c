/* Romanised spellings. Each system is brought to one skeleton by a list of replacements (longest
 * first, left to right), then by rules for doubled letters and long vowels. Kana and Hangul are
 * romanised plainly and take the same road, so the skeleton is decided in one place. */
#include "i18n/fold.h"
#include "i18n/fold_private.h"

#include "base/check.h"
#include "base/utf8.h"

#include <string.h>

struct rule {
    struct str from, to;
};

static void
rules_apply(struct str_buf *out, struct str s, const struct rule *rules, size_t count) {
    for (size_t at = 0; at < s.n;) {
        struct str rest = str_slice(s, at, s.n);
        size_t i = 0;
        while (i < count && (rules[i].from.p[0] != s.p[at] || !str_starts(rest, rules[i].from))) {
            i++;
        }
        if (i < count) {
            str_buf_add(out, rules[i].to);
            at += rules[i].from.n;
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
    {STR_INIT("sshi"), STR_INIT("si")},
    {STR_INIT("cchi"), STR_INIT("ti")},
    {STR_INIT("tchi"), STR_INIT("ti")},
    {STR_INIT("ttsu"), STR_INIT("tu")},
    {STR_INIT("ssh"), STR_INIT("sy")},
    {STR_INIT("cch"), STR_INIT("ty")},
    {STR_INIT("tch"), STR_INIT("ty")},
    {STR_INIT("shi"), STR_INIT("si")},
    {STR_INIT("chi"), STR_INIT("ti")},
    {STR_INIT("tsu"), STR_INIT("tu")},
    {STR_INIT("dzu"), STR_INIT("zu")},
    {STR_INIT("jji"), STR_INIT("zi")},
    {STR_INIT("jy"), STR_INIT("zy")},
    {STR_INIT("ji"), STR_INIT("zi")},
    {STR_INIT("di"), STR_INIT("zi")},
    {STR_INIT("du"), STR_INIT("zu")},
    {STR_INIT("dy"), STR_INIT("zy")},
    {STR_INIT("cy"), STR_INIT("ty")},
    {STR_INIT("sh"), STR_INIT("sy")},
    {STR_INIT("ch"), STR_INIT("ty")},
    {STR_INIT("ts"), STR_INIT("t")},
    {STR_INIT("wo"), STR_INIT("o")},
    {STR_INIT("mb"), STR_INIT("nb")},
    {STR_INIT("mp"), STR_INIT("np")},
    {STR_INIT("mm"), STR_INIT("nm")},
    {STR_INIT("j"), STR_INIT("zy")},
    {STR_INIT("f"), STR_INIT("h")},
    {STR_INIT("l"), STR_INIT("r")},
    {STR_INIT("v"), STR_INIT("b")},
    {STR_INIT("c"), STR_INIT("k")},
    {STR_INIT("q"), STR_INIT("k")},
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
    {STR_INIT("ngn"), STR_INIT("qn")},
    {STR_INIT("ngr"), STR_INIT("qn")},
    {STR_INIT("ngl"), STR_INIT("qn")},
    {STR_INIT("ngg"), STR_INIT("q")},
    {STR_INIT("ngk"), STR_INIT("q")},
    {STR_INIT("yeo"), STR_INIT("yo")},
    {STR_INIT("yoo"), STR_INIT("yo")},
    {STR_INIT("you"), STR_INIT("yo")},
    {STR_INIT("yae"), STR_INIT("ye")},
    {STR_INIT("wae"), STR_INIT("we")},
    {STR_INIT("weo"), STR_INIT("wo")},
    {STR_INIT("woo"), STR_INIT("o")},
    {STR_INIT("tch"), STR_INIT("c")},
    {STR_INIT("ng"), STR_INIT("q")},
    {STR_INIT("nk"), STR_INIT("q")},
    {STR_INIT("kh"), STR_INIT("k")},
    {STR_INIT("gh"), STR_INIT("k")},
    {STR_INIT("kn"), STR_INIT("qn")},
    {STR_INIT("gn"), STR_INIT("qn")},
    {STR_INIT("km"), STR_INIT("qm")},
    {STR_INIT("gm"), STR_INIT("qm")},
    {STR_INIT("kr"), STR_INIT("qn")},
    {STR_INIT("th"), STR_INIT("t")},
    {STR_INIT("ph"), STR_INIT("p")},
    {STR_INIT("bh"), STR_INIT("p")},
    {STR_INIT("pm"), STR_INIT("m")},
    {STR_INIT("bm"), STR_INIT("m")},
    {STR_INIT("pn"), STR_INIT("mn")},
    {STR_INIT("bn"), STR_INIT("mn")},
    {STR_INIT("mr"), STR_INIT("mn")},
    {STR_INIT("nr"), STR_INIT("l")},
    {STR_INIT("nl"), STR_INIT("l")},
    {STR_INIT("ln"), STR_INIT("l")},
    {STR_INIT("rn"), STR_INIT("l")},
    {STR_INIT("ch"), STR_INIT("c")},
    {STR_INIT("sh"), STR_INIT("s")},
    {STR_INIT("eo"), STR_INIT("o")},
    {STR_INIT("eu"), STR_INIT("o")},
    {STR_INIT("oe"), STR_INIT("we")},
    {STR_INIT("oi"), STR_INIT("we")},
    {STR_INIT("ou"), STR_INIT("o")},
    {STR_INIT("oo"), STR_INIT("o")},
    {STR_INIT("ae"), STR_INIT("e")},
    {STR_INIT("ai"), STR_INIT("e")},
    {STR_INIT("ay"), STR_INIT("e")},
    {STR_INIT("ey"), STR_INIT("e")},
    {STR_INIT("ee"), STR_INIT("i")},
    {STR_INIT("ui"), STR_INIT("i")},
    {STR_INIT("yi"), STR_INIT("i")},
    {STR_INIT("yu"), STR_INIT("yo")},
    {STR_INIT("u"), STR_INIT("o")},
    {STR_INIT("g"), STR_INIT("k")},
    {STR_INIT("d"), STR_INIT("t")},
    {STR_INIT("b"), STR_INIT("p")},
    {STR_INIT("j"), STR_INIT("c")},
    {STR_INIT("r"), STR_INIT("l")},
    {STR_INIT("f"), STR_INIT("p")},
    {STR_INIT("v"), STR_INIT("p")},
    {STR_INIT("z"), STR_INIT("c")},
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

/* Korean in kana: チ and ジ are one sound of it. */
static void
korean_from_kana(struct str_buf *out, struct str key) {
    static const struct rule sounds[] = {{STR_INIT("ti"), STR_INIT("ci")},
        {STR_INIT("ty"), STR_INIT("cy")}, {STR_INIT("tu"), STR_INIT("su")}};
    struct str_buf plain = {0};
    roman_from_kana(&plain, key);
    rules_apply(out, str_buf_str(&plain), sounds, ARRAY_LEN(sounds));
    str_buf_finish(&plain);
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
    } else if (is_korean && fold_has(key, FOLD_HANGUL)) {
        hangul_romanise(&latin, key);
    } else if (is_korean) {
        korean_from_kana(&latin, key);
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

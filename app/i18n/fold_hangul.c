/* Hangul spellings. A key is taken apart into syllables (initial, vowel, final; -1 where a part is
 * missing), and each spelling writes them its own way. The classes of the foreign-name spelling
 * follow how the same sound is written before and after the transcription rules of 1986 and by ear:
 * 하마마쓰 하마마츠 하마마쯔; 도쿄 토쿄 토오쿄오; 규슈 큐슈; 블라디보스토크 블라디보스톡. */
#include "i18n/fold.h"
#include "i18n/fold_private.h"

#include "base/check.h"
#include "base/utf8.h"

#include <string.h>

/* Compatibility jamo in the order of initials, vowels and finals of a composed syllable. */
static const uint16_t initials[19] = {0x3131, 0x3132, 0x3134, 0x3137, 0x3138, 0x3139, 0x3141,
    0x3142, 0x3143, 0x3145, 0x3146, 0x3147, 0x3148, 0x3149, 0x314A, 0x314B, 0x314C, 0x314D, 0x314E};
static const uint16_t finals[28] = {0, 0x3131, 0x3132, 0x3133, 0x3134, 0x3135, 0x3136, 0x3137,
    0x3139, 0x313A, 0x313B, 0x313C, 0x313D, 0x313E, 0x313F, 0x3140, 0x3141, 0x3142, 0x3144, 0x3145,
    0x3146, 0x3147, 0x3148, 0x314A, 0x314B, 0x314C, 0x314D, 0x314E};

/* A jamo that takes two strokes of a two-set keyboard. */
static const struct {
    uint16_t whole, first, second;
} strokes[] = {
    {0x3133, 0x3131, 0x3145},
    {0x3135, 0x3134, 0x3148},
    {0x3136, 0x3134, 0x314E},
    {0x313A, 0x3139, 0x3131},
    {0x313B, 0x3139, 0x3141},
    {0x313C, 0x3139, 0x3142},
    {0x313D, 0x3139, 0x3145},
    {0x313E, 0x3139, 0x314C},
    {0x313F, 0x3139, 0x314D},
    {0x3140, 0x3139, 0x314E},
    {0x3144, 0x3142, 0x3145},
    {0x3158, 0x3157, 0x314F},
    {0x3159, 0x3157, 0x3150},
    {0x315A, 0x3157, 0x3163},
    {0x315D, 0x315C, 0x3153},
    {0x315E, 0x315C, 0x3154},
    {0x315F, 0x315C, 0x3163},
    {0x3162, 0x3161, 0x3163},
};

static void
stroke_add(struct str_buf *out, uint32_t jamo) {
    for (size_t i = 0; i < ARRAY_LEN(strokes); i++) {
        if (strokes[i].whole == jamo) {
            str_buf_utf8(out, strokes[i].first);
            str_buf_utf8(out, strokes[i].second);
            return;
        }
    }
    if (jamo != 0) {
        str_buf_utf8(out, jamo);
    }
}

struct hangul_syllable
hangul_take_apart(uint32_t c) {
    if (c >= 0xAC00 && c <= 0xD7A3) {
        uint32_t index = c - 0xAC00;
        return (struct hangul_syllable){.initial = (int)(index / 588),
            .vowel = (int)(index / 28 % 21),
            .final = (int)(index % 28)};
    }
    struct hangul_syllable out = {.initial = -1, .vowel = -1, .final = 0};
    for (int i = 0; i < 19; i++) {
        if (initials[i] == c) {
            out.initial = i;
        }
    }
    if (c >= 0x314F && c <= 0x3163) {
        out.vowel = (int)(c - 0x314F);
    }
    return out;
}

void
hangul_keystrokes(struct str_buf *out, struct str key) {
    for (size_t at = 0; at < key.n;) {
        uint32_t c = utf8_next(key, &at);
        enum fold_class class = fold_class(c);
        if (class == FOLD_HANGUL) {
            struct hangul_syllable s = hangul_take_apart(c);
            stroke_add(out, initials[s.initial]);
            stroke_add(out, 0x314Fu + (uint32_t)s.vowel);
            stroke_add(out, finals[s.final]);
        } else if (class == FOLD_JAMO) {
            stroke_add(out, c);
        } else {
            str_buf_utf8(out, c);
        }
    }
}

void
hangul_initials(struct str_buf *out, struct str key) {
    size_t start = out->n;
    for (size_t at = 0; at < key.n;) {
        uint32_t c = utf8_next(key, &at);
        enum fold_class class = fold_class(c);
        if (class == FOLD_HANGUL) {
            str_buf_utf8(out, initials[hangul_take_apart(c).initial]);
        } else if (class == FOLD_JAMO && c < 0x314F) {
            stroke_add(out, c);
        } else {
            out->n = start; // not Hangul all through
            return;
        }
    }
}

bool
fold_is_initials(struct str key) {
    for (size_t at = 0; at < key.n;) {
        uint32_t c = utf8_next(key, &at);
        if (fold_class(c) != FOLD_JAMO || c >= 0x314F) {
            return false;
        }
    }
    return key.n > 0;
}

bool
fold_initials_match(struct str typed, struct str word) {
    size_t at = 0, in = 0;
    while (at < typed.n) {
        uint32_t c = utf8_next(typed, &at);
        if (in >= word.n) {
            return false;
        }
        uint32_t w = utf8_next(word, &in);
        if (fold_class(c) == FOLD_JAMO && c < 0x314F && fold_class(w) == FOLD_HANGUL) {
            if (initials[hangul_take_apart(w).initial] != c) {
                return false;
            }
        } else if (c != w) {
            return false;
        }
    }
    return true;
}

/* Foreign names in Hangul: classes of consonants, plain letters for vowels. Eu is silent, as 톡 and
 * 토크 are one sound; it makes tsu of the affricates. */
static const char spelling_initials[] = "kknttlmppss-cccktph";
static const char spelling_finals[] = "-kkknnntlkmlllllmppttqttktp-";
static const char *const spelling_vowels[21] = {"a", "e", "ya", "ye", "v", "e", "yv", "ye", "o",
    "wa", "we", "we", "yo", "u", "wv", "we", "wi", "yu", "", "i", "i"};
enum { INITIAL_NONE = 11, INITIAL_JJ = 13, VOWEL_U = 13, VOWEL_EU = 18 };
_Static_assert(sizeof(spelling_initials) == 20, "one class for each initial");
_Static_assert(sizeof(spelling_finals) == 29, "one class for each final");

struct spelling {
    struct str_buf *out;
    char final;      /* of the syllable before, not written yet; 0: none */
    char last_vowel; /* written last, with nothing after it; 0: none */
};

static char
spelling_initial(const struct hangul_syllable *s) {
    char class = spelling_initials[s->initial];
    bool is_tsu = s->vowel < 0 || s->vowel == VOWEL_EU;
    return class == 'c' && is_tsu ? 's' : class;
}

/* A final melts into a like consonant, and a stop before an obstruent is a geminate (삿포로). */
static void
spelling_final_flush(struct spelling *sp, char next) {
    bool is_obstruent = next && strchr("ktpsc", next);
    char final = sp->final;
    sp->final = 0;
    if (!final || final == next || (final == 't' && is_obstruent)) {
        return;
    }
    bool is_labial = next == 'p' || next == 'm';
    str_buf_byte(sp->out, final == 'n' && is_labial ? 'm' : final);
}

static bool
is_long(char before, char vowel) {
    return before == vowel || (before == 'o' && vowel == 'u') || (before == 'e' && vowel == 'i');
}

static void
spelling_vowel(struct spelling *sp, int vowel, char after) {
    const char *letters = spelling_vowels[vowel];
    bool is_palatal = after == 's' || after == 'c';
    if (is_palatal && letters[0] == 'y') {
        letters++; // 쇼 소, 쥬 주
    }
    if (!after && letters[0] && !letters[1] && is_long(sp->last_vowel, letters[0])) {
        return;
    }
    str_buf_add(sp->out, str_from(letters));
    sp->last_vowel = letters[0] ? letters[strlen(letters) - 1] : 0;
}

static void
spelling_syllable(struct spelling *sp, const struct hangul_syllable *s) {
    char initial = s->initial >= 0 && s->initial != INITIAL_NONE ? spelling_initial(s) : 0;
    if (sp->final || initial) {
        sp->last_vowel = 0;
    }
    spelling_final_flush(sp, initial);
    if (initial) {
        str_buf_byte(sp->out, initial);
    }
    if (s->vowel >= 0) {
        spelling_vowel(sp, s->vowel, initial);
    }
    char final = spelling_finals[s->final];
    sp->final = final == '-' ? 0 : final;
}

void
hangul_spelling(struct str_buf *out, struct str key) {
    size_t start = out->n;
    struct spelling sp = {.out = out};
    for (size_t at = 0; at < key.n;) {
        uint32_t c = utf8_next(key, &at);
        enum fold_class class = fold_class(c);
        if (class != FOLD_HANGUL && class != FOLD_JAMO) {
            out->n = start;
            return;
        }
        struct hangul_syllable s = hangul_take_apart(c);
        if (s.initial == INITIAL_JJ && s.vowel == VOWEL_U) {
            s.vowel = VOWEL_EU; // 쭈 is one more tsu
        }
        spelling_syllable(&sp, &s);
    }
    spelling_final_flush(&sp, 0);
}

void
hangul_romanise(struct str_buf *out, struct str key) {
    static const char *const letters[19] = {"g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s",
        "ss", "", "j", "jj", "ch", "k", "t", "p", "h"};
    static const char *const vowels[21] = {"a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o",
        "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"};
    size_t start = out->n;
    for (size_t at = 0; at < key.n;) {
        uint32_t c = utf8_next(key, &at);
        if (fold_class(c) != FOLD_HANGUL) {
            out->n = start;
            return;
        }
        struct hangul_syllable s = hangul_take_apart(c);
        char final = spelling_finals[s.final];
        str_buf_add(out, str_from(letters[s.initial]));
        str_buf_add(out, str_from(vowels[s.vowel]));
        if (final == 'q') {
            str_buf_add(out, STR("ng"));
        } else if (final != '-') {
            str_buf_byte(out, final);
        }
    }
}

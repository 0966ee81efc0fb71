/* The folding proper: text to units, units to keys. Most characters of the three languages are
 * decided by a range test; all others take the road of Unicode: NFKC_Casefold, then NFD, then marks
 * are dropped, over the smallest stretch that normalisation cannot look out of. So any form of a
 * text (NFC, NFD, half-width, full-width) gives the same units, and every unit knows its bytes. */
#include "i18n/fold.h"

#include "base/check.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

enum {
    CLUSTER_MAX = 64, /* UTF-16 units of one stretch; longer piles of marks are cut there */
    VOICED = 0x3099,
    SEMI_VOICED = 0x309A,
    LONG_MARK = 0x30FC,
    REPEAT_MARK = 0x3005,
};

struct folding {
    struct arena *arena;
    struct str text;
    struct fold_unit *units;
    size_t count, capacity;
    const UNormalizer2 *nfkc_cf, *nfd;
};

static bool
is_han(uint32_t c) {
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || c == 0x3007 ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

static bool
is_syllable(uint32_t c) {
    return c >= 0xAC00 && c <= 0xD7A3;
}

enum fold_class
fold_class(uint32_t c) {
    if (c < 0x80) {
        if (c >= '0' && c <= '9') {
            return FOLD_DIGIT;
        }
        return c >= 'a' && c <= 'z' ? FOLD_LETTER : FOLD_SEPARATOR;
    }
    if (is_syllable(c)) {
        return FOLD_HANGUL;
    }
    if (is_han(c)) {
        return FOLD_HAN;
    }
    if ((c >= 0x3041 && c <= 0x3096) || c == LONG_MARK) {
        return FOLD_KANA;
    }
    if (c >= 0x3131 && c <= 0x3163) {
        return FOLD_JAMO;
    }
    return u_isalpha((UChar32)c) ? FOLD_LETTER : FOLD_SEPARATOR;
}

static void
unit_add(struct folding *f, uint32_t c, size_t start, size_t end) {
    VEC_ROOM_IN(f->arena, f->units, f->count, f->capacity, 1);
    f->units[f->count++] =
        (struct fold_unit){.code_point = c, .start = (uint32_t)start, .end = (uint32_t)end};
}

/* One separator a run: the first mark of it, or a space where there is no mark. */
static void
separator_add(struct folding *f, uint32_t c, size_t start, size_t end) {
    bool is_space = c <= ' ' || c == 0xB7 || c == 0x30FB || c == 0x2024 || u_isUWhiteSpace(c);
    uint32_t mark = is_space ? ' ' : c;
    struct fold_unit *last = f->count > 0 ? &f->units[f->count - 1] : NULL;
    if (last && fold_class(last->code_point) == FOLD_SEPARATOR) {
        if (last->code_point == ' ') {
            last->code_point = mark;
        }
        last->end = (uint32_t)end;
        return;
    }
    unit_add(f, mark, start, end);
}

static enum fold_class
last_class(const struct folding *f) {
    return f->count > 0 ? fold_class(f->units[f->count - 1].code_point) : FOLD_SEPARATOR;
}

/* 44,314: a comma before exactly three digits is part of the number, in full width, too. */
static bool
is_grouping(const struct folding *f, size_t at) {
    int digits = 0;
    while (
        at < f->text.n && digits < 4 && u_charDigitValue((UChar32)utf8_next(f->text, &at)) >= 0) {
        digits++;
    }
    return last_class(f) == FOLD_DIGIT && digits == 3;
}

/* o'clock, P'yŏngyang, Ōsaka’s: an apostrophe inside a word is not there. */
static bool
is_inner_apostrophe(const struct folding *f, uint32_t c, size_t end) {
    if (c != '\'' && c != '`' && c != 0x2018 && c != 0x2019 && c != 0x02BC && c != 0x02BB) {
        return false;
    }
    size_t at = end;
    return last_class(f) == FOLD_LETTER && end < f->text.n &&
           (u_isalpha((UChar32)utf8_next(f->text, &at)));
}

uint32_t
fold_kana(uint32_t c) {
    if (c >= 0x30A1 && c <= 0x30F6) {
        c -= 0x60;
    }
    switch (c) {
    case 0x3090: // wi
        return 0x3044;
    case 0x3091: // we
        return 0x3048;
    case 0x3095: // small ka
        return 0x304B;
    case 0x3096: // small ke
        return 0x3051;
    default:
        return c;
    }
}

/* Letters that Unicode does not take apart, as people type them without their stroke. */
static const char *
plain_letter(uint32_t c) {
    switch (c) {
    case 0x111:
    case 0xF0:
        return "d";
    case 0x142:
        return "l";
    case 0xF8:
        return "o";
    case 0xE6:
        return "ae";
    case 0x153:
        return "oe";
    case 0x131:
        return "i";
    case 0xFE:
        return "th";
    default:
        return NULL;
    }
}

static void
mark_add(struct folding *f, uint32_t c) {
    if ((c == VOICED || c == SEMI_VOICED) && last_class(f) == FOLD_KANA) {
        struct fold_unit *last = &f->units[f->count - 1];
        UChar32 whole = unorm2_composePair(f->nfd, (UChar32)last->code_point, (UChar32)c);
        if (whole > 0) {
            last->code_point = fold_kana((uint32_t)whole);
        }
    }
}

/* A code point that is normalised already. */
static void
letter_add(struct folding *f, uint32_t c, size_t start, size_t end) {
    const char *plain = plain_letter(c);
    if (plain) {
        for (; *plain; plain++) {
            unit_add(f, (uint32_t)*plain, start, end);
        }
    } else if (is_han(c)) {
        unit_add(f, fold_han(c), start, end);
    } else if ((c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30F6)) {
        unit_add(f, fold_kana(c), start, end);
    } else if (c == LONG_MARK && last_class(f) == FOLD_KANA) {
        unit_add(f, c, start, end);
    } else if (c == LONG_MARK) {
        separator_add(f, '-', start, end);
    } else if (c == REPEAT_MARK && last_class(f) == FOLD_HAN) {
        unit_add(f, f->units[f->count - 1].code_point, start, end);
    } else if (c == 0xFE0F || c == 0xAD || (u_charType((UChar32)c) == U_NON_SPACING_MARK)) {
        mark_add(f, c);
    } else if (u_charDigitValue((UChar32)c) >= 0) {
        unit_add(f, '0' + (uint32_t)u_charDigitValue((UChar32)c), start, end);
    } else if (fold_class(c) == FOLD_SEPARATOR) {
        separator_add(f, c, start, end);
    } else {
        unit_add(f, c, start, end);
    }
}

static int32_t
take_apart(const struct folding *f, UChar *cluster, int32_t n, UChar *out, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    UChar folded[CLUSTER_MAX * 18];
    int32_t length =
        unorm2_normalize(f->nfkc_cf, cluster, n, folded, (int32_t)ARRAY_LEN(folded), &status);
    length = unorm2_normalize(f->nfd, folded, length, out, capacity, &status);
    return U_SUCCESS(status) ? length : 0;
}

/* Hangul that NFD took apart is put together again; what stays single becomes the jamo that a
 * keyboard shows. */
static uint32_t
jamo_compatible(uint32_t c) {
    static const uint16_t initials[] = {0x3131, 0x3132, 0x3134, 0x3137, 0x3138, 0x3139, 0x3141,
        0x3142, 0x3143, 0x3145, 0x3146, 0x3147, 0x3148, 0x3149, 0x314A, 0x314B, 0x314C, 0x314D,
        0x314E};
    static const uint16_t finals[] = {0x3131, 0x3132, 0x3133, 0x3134, 0x3135, 0x3136, 0x3137,
        0x3139, 0x313A, 0x313B, 0x313C, 0x313D, 0x313E, 0x313F, 0x3140, 0x3141, 0x3142, 0x3144,
        0x3145, 0x3146, 0x3147, 0x3148, 0x314A, 0x314B, 0x314C, 0x314D, 0x314E};
    if (c >= 0x1100 && c <= 0x1112) {
        return initials[c - 0x1100];
    }
    if (c >= 0x1161 && c <= 0x1175) {
        return 0x314F + (c - 0x1161);
    }
    return c >= 0x11A8 && c <= 0x11C2 ? finals[c - 0x11A8] : c;
}

static void
hangul_add(struct folding *f, const UChar *p, int32_t n, int32_t *at, size_t start, size_t end) {
    uint32_t first = p[*at];
    bool has_vowel = *at + 1 < n && p[*at + 1] >= 0x1161 && p[*at + 1] <= 0x1175;
    (*at)++;
    if (first > 0x1112 || !has_vowel) {
        unit_add(f, jamo_compatible(first), start, end);
        return;
    }
    uint32_t syllable = 0xAC00 + ((first - 0x1100) * 21 + (p[*at] - 0x1161)) * 28;
    (*at)++;
    if (*at < n && p[*at] >= 0x11A8 && p[*at] <= 0x11C2) {
        syllable += p[*at] - 0x11A7u;
        (*at)++;
    }
    unit_add(f, syllable, start, end);
}

/* Everything from `start` that normalises together. */
static size_t
cluster_end(const struct folding *f, size_t start, UChar *cluster, int32_t *length) {
    size_t end = start;
    *length = 0;
    while (end < f->text.n && *length < CLUSTER_MAX - 2) {
        size_t next = end;
        uint32_t c = utf8_next(f->text, &next);
        if (end > start && unorm2_hasBoundaryBefore(f->nfkc_cf, (UChar32)c)) {
            break;
        }
        U16_APPEND_UNSAFE(cluster, *length, c);
        end = next;
    }
    return end;
}

static size_t
slow_add(struct folding *f, size_t start) {
    UChar cluster[CLUSTER_MAX], out[CLUSTER_MAX * 18];
    int32_t length;
    size_t end = cluster_end(f, start, cluster, &length);
    int32_t n = take_apart(f, cluster, length, out, (int32_t)ARRAY_LEN(out));
    for (int32_t at = 0; at < n;) {
        if (out[at] >= 0x1100 && out[at] <= 0x11C2) {
            hangul_add(f, out, n, &at, start, end);
            continue;
        }
        UChar32 c;
        U16_NEXT(out, at, n, c);
        letter_add(f, (uint32_t)c, start, end);
    }
    return end;
}

/* Nothing that follows can change the character before it. */
static bool
stands_alone(const struct folding *f, size_t end) {
    if (end >= f->text.n || (unsigned char)f->text.p[end] < 0x80) {
        return true;
    }
    size_t at = end;
    uint32_t next = utf8_next(f->text, &at);
    return is_han(next) || is_syllable(next) || (next >= 0x3041 && next <= 0x3096) ||
           (next >= 0x30A1 && next <= 0x30FC) ||
           unorm2_hasBoundaryBefore(f->nfkc_cf, (UChar32)next);
}

static void
ascii_add(struct folding *f, uint32_t c, size_t start, size_t end) {
    if (c >= 'A' && c <= 'Z') {
        unit_add(f, c | 0x20, start, end);
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        unit_add(f, c, start, end);
    } else if (!(c == ',' && is_grouping(f, end))) {
        separator_add(f, c, start, end);
    }
}

static size_t
next_add(struct folding *f, size_t start) {
    size_t end = start;
    uint32_t c = utf8_next(f->text, &end);
    if (is_inner_apostrophe(f, c, end)) {
        return end;
    }
    if (!stands_alone(f, end)) {
        return slow_add(f, start);
    }
    if (c < 0x80) {
        ascii_add(f, c, start, end);
    } else if (is_syllable(c)) {
        unit_add(f, c, start, end);
    } else if (c >= 0x4E00 && c <= 0x9FFF) {
        unit_add(f, fold_han(c), start, end);
    } else if ((c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30F6)) {
        unit_add(f, fold_kana(c), start, end);
    } else if (c >= 0x3131 && c <= 0x3163) {
        unit_add(f, c, start, end);
    } else if (!(c == 0xFF0C && is_grouping(f, end))) {
        return slow_add(f, start);
    }
    return end;
}

struct fold
fold_text(struct arena *arena, struct str text) {
    UErrorCode status = U_ZERO_ERROR;
    struct folding f = {.arena = arena,
        .text = str_slice(text, 0, UINT32_MAX),
        .nfkc_cf = unorm2_getNFKCCasefoldInstance(&status),
        .nfd = unorm2_getNFDInstance(&status)};
    if (U_FAILURE(status)) {
        return (struct fold){0}; // ICU without its data: the self-test at start has said so
    }
    for (size_t at = 0; at < f.text.n;) {
        at = next_add(&f, at);
    }
    return (struct fold){.units = f.units, .count = f.count};
}

struct str
fold_units_key(struct arena *arena, const struct fold *fold, size_t from, size_t to) {
    char *p = arena_alloc(arena, (to - from) * 4 + 1);
    size_t n = 0;
    for (size_t i = from; i < to; i++) {
        if (fold_class(fold->units[i].code_point) != FOLD_SEPARATOR) {
            n += utf8_encode(fold->units[i].code_point, p + n);
        }
    }
    return (struct str){p, n};
}

struct str
fold_key(struct arena *arena, struct str text) {
    struct fold fold = fold_text(arena, text);
    return fold_units_key(arena, &fold, 0, fold.count);
}

bool
fold_is_same(uint32_t unit, uint32_t character) {
    enum { KANA_FIRST = 0x3040, HAN_FIRST = 0x3400, HANGUL_FIRST = 0xAC00 };
    if (unit == character || character < KANA_FIRST || character >= HANGUL_FIRST) {
        return unit == character;
    }
    return unit == (character < HAN_FIRST ? fold_kana(character) : fold_han(character));
}

bool
fold_is_all(struct str key, enum fold_class class) {
    for (size_t at = 0; at < key.n;) {
        if (fold_class(utf8_next(key, &at)) != class) {
            return false;
        }
    }
    return key.n > 0;
}

bool
fold_has(struct str key, enum fold_class class) {
    for (size_t at = 0; at < key.n;) {
        if (fold_class(utf8_next(key, &at)) == class) {
            return true;
        }
    }
    return false;
}

bool
fold_is_syllable(struct str key) {
    size_t at = 0;
    return key.n > 0 && fold_class(utf8_next(key, &at)) == FOLD_HANGUL && at == key.n;
}

#include "compiler/check/chars.h"

#include "base/check.h"
#include "base/utf8.h"

struct range {
    uint32_t first, last;
    enum chars_script script;
};

/* Sorted. What is not here is common. */
static const struct range ranges[] = {
    {'A', 'Z', CHARS_LATIN},
    {'a', 'z', CHARS_LATIN},
    {0xAA, 0xAA, CHARS_LATIN},
    {0xBA, 0xBA, CHARS_LATIN},
    {0xC0, 0xD6, CHARS_LATIN},
    {0xD8, 0xF6, CHARS_LATIN},
    {0xF8, 0x2AF, CHARS_LATIN},
    {0x370, 0x3FF, CHARS_GREEK},
    {0x400, 0x52F, CHARS_CYRILLIC},
    {0x530, 0x10FF, CHARS_OTHER},
    {0x1100, 0x11FF, CHARS_HANGUL},
    {0x1200, 0x1DFF, CHARS_OTHER},
    {0x1E00, 0x1EFF, CHARS_LATIN},
    {0x1F00, 0x1FFF, CHARS_GREEK},
    {0x2E80, 0x2FDF, CHARS_HAN},
    {0x3005, 0x3007, CHARS_HAN},
    {0x3021, 0x3029, CHARS_HAN},
    {0x3041, 0x3096, CHARS_KANA},
    {0x309D, 0x309F, CHARS_KANA},
    {0x30A1, 0x30FA, CHARS_KANA},
    {0x30FC, 0x30FF, CHARS_KANA},
    {0x3131, 0x318E, CHARS_HANGUL},
    {0x31F0, 0x31FF, CHARS_KANA},
    {0x3400, 0x4DBF, CHARS_HAN},
    {0x4E00, 0x9FFF, CHARS_HAN},
    {0xA960, 0xA97F, CHARS_HANGUL},
    {0xAC00, 0xD7FB, CHARS_HANGUL},
    {0xF900, 0xFAFF, CHARS_HAN},
    {0xFF21, 0xFF3A, CHARS_LATIN},
    {0xFF41, 0xFF5A, CHARS_LATIN},
    {0xFF66, 0xFF9D, CHARS_KANA},
    {0xFFA0, 0xFFDC, CHARS_HANGUL},
    {0x1B000, 0x1B16F, CHARS_KANA},
    {0x20000, 0x323AF, CHARS_HAN},
};

enum chars_script
chars_script(uint32_t c) {
    size_t low = 0, high = ARRAY_LEN(ranges);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (c > ranges[middle].last) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < ARRAY_LEN(ranges) && c >= ranges[low].first ? ranges[low].script : CHARS_COMMON;
}

bool
chars_is_katakana(uint32_t c) {
    return (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC || (c >= 0x31F0 && c <= 0x31FF);
}

bool
chars_is_control(uint32_t c) {
    return (c < 0x20 && c != '\n') || (c >= 0x7F && c <= 0x9F);
}

/* U+3000 is a proper space in Japanese and is not here. */
bool
chars_is_invisible(uint32_t c) {
    static const uint32_t spans[][2] = {{0xA0, 0xA0}, {0xAD, 0xAD}, {0x34F, 0x34F}, {0x61C, 0x61C},
        {0x115F, 0x1160}, {0x180B, 0x180E}, {0x2000, 0x200F}, {0x2028, 0x202F}, {0x205F, 0x206F},
        {0x3164, 0x3164}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xE0000, 0xE0FFF}};
    for (size_t i = 0; i < ARRAY_LEN(spans); i++) {
        if (c >= spans[i][0] && c <= spans[i][1]) {
            return true;
        }
    }
    return false;
}

bool
chars_is_variant(uint32_t before, uint32_t c) {
    bool selector = (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0xFE00 && c <= 0xFE0D);
    return selector && chars_script(before) == CHARS_HAN;
}

bool
chars_is_private(uint32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
}

bool
chars_is_halfwidth_form(uint32_t c) {
    return c >= 0xFF61 && c <= 0xFFDC;
}

/* The twelve of the compatibility block that are ordinary ideographs (Unicode 15, section 18.1). */
static bool
is_unified(uint32_t c) {
    static const uint32_t unified[] = {0xFA0E, 0xFA0F, 0xFA11, 0xFA13, 0xFA14, 0xFA1F, 0xFA21,
        0xFA23, 0xFA24, 0xFA27, 0xFA28, 0xFA29};
    for (size_t i = 0; i < ARRAY_LEN(unified); i++) {
        if (c == unified[i]) {
            return true;
        }
    }
    return false;
}

/* Marks that a Latin, Cyrillic or Greek letter before them nearly always absorbs in NFC. */
static bool
is_composing_mark(uint32_t c) {
    return (c >= 0x300 && c <= 0x304) || (c >= 0x306 && c <= 0x30C) || c == 0x31B ||
           (c >= 0x323 && c <= 0x328);
}

bool
chars_is_decomposed(uint32_t before, uint32_t c) {
    enum chars_script script = chars_script(before);
    if (c == 0x3099 || c == 0x309A) {
        return script == CHARS_KANA;
    }
    if (is_composing_mark(c)) {
        return script == CHARS_LATIN || script == CHARS_CYRILLIC || script == CHARS_GREEK;
    }
    if (c >= 0x1100 && c <= 0x11FF) {
        return c != 0x115F && c != 0x1160;
    }
    if (c >= 0xF900 && c <= 0xFAFF) {
        return !is_unified(c);
    }
    return c == 0x2126 || c == 0x212A || c == 0x212B || (c >= 0x2F800 && c <= 0x2FA1F);
}

/* The blocks of marks, and those of the scripts that our guests write. */
bool
chars_is_mark(uint32_t c) {
    static const uint32_t spans[][2] = {{0x300, 0x36F}, {0x483, 0x489}, {0x591, 0x5BD},
        {0x610, 0x61A}, {0x64B, 0x65F}, {0xE31, 0xE31}, {0xE34, 0xE3A}, {0xE47, 0xE4E},
        {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0x302A, 0x302F}, {0x3099, 0x309A},
        {0xFE20, 0xFE2F}};
    for (size_t i = 0; c >= 0x300 && i < ARRAY_LEN(spans); i++) {
        if (c >= spans[i][0] && c <= spans[i][1]) {
            return true;
        }
    }
    return false;
}

int
chars_width(uint32_t c) {
    if (c < 0x1100) {
        return c >= 0x300 && c <= 0x36F ? 0 : 1;
    }
    bool is_wide = c <= 0x115F || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xA960 && c <= 0xA97F) ||
                   (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                   (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF01 && c <= 0xFF60) ||
                   (c >= 0xFFE0 && c <= 0xFFE6) || c >= 0x1F300;
    return is_wide ? 2 : 1;
}

bool
chars_is_id(struct str s) {
    bool after_word = false;
    for (size_t i = 0; i < s.n; i++) {
        bool is_word = (s.p[i] >= 'a' && s.p[i] <= 'z') || (s.p[i] >= '0' && s.p[i] <= '9');
        if (!is_word && (s.p[i] != '-' || !after_word)) {
            return false;
        }
        after_word = is_word;
    }
    return after_word && s.n <= 64;
}

bool
chars_has_script(struct str s, enum chars_script script) {
    for (size_t at = 0; at < s.n;) {
        if (chars_script(utf8_next(s, &at)) == script) {
            return true;
        }
    }
    return false;
}

void
chars_count(struct str s, size_t counts[CHARS_OTHER + 1]) {
    for (int i = 0; i <= CHARS_OTHER; i++) {
        counts[i] = 0;
    }
    for (size_t at = 0; at < s.n;) {
        counts[chars_script(utf8_next(s, &at))]++;
    }
}

bool
chars_looks_latin(uint32_t c) {
    static const uint32_t letters[] = {0x391, 0x392, 0x395, 0x396, 0x397, 0x399, 0x39A, 0x39C,
        0x39D, 0x39F, 0x3A1, 0x3A4, 0x3A5, 0x3A7, 0x3BF, 0x405, 0x406, 0x408, 0x410, 0x412, 0x415,
        0x41A, 0x41C, 0x41D, 0x41E, 0x420, 0x421, 0x422, 0x423, 0x425, 0x430, 0x435, 0x43A, 0x43E,
        0x440, 0x441, 0x443, 0x445, 0x455, 0x456, 0x458};
    for (size_t i = 0; i < ARRAY_LEN(letters); i++) {
        if (c == letters[i]) {
            return true;
        }
    }
    return false;
}

size_t
chars_find_other(struct str s, enum chars_script script) {
    for (size_t at = 0; at < s.n;) {
        size_t start = at;
        enum chars_script found = chars_script(utf8_next(s, &at));
        if (found != script && found != CHARS_COMMON) {
            return start;
        }
    }
    return SIZE_MAX;
}

bool
chars_is_sound(struct str s) {
    for (size_t at = 0; at < s.n;) {
        enum chars_script script = chars_script(utf8_next(s, &at));
        if (script != CHARS_KANA && script != CHARS_HANGUL && script != CHARS_LATIN &&
            script != CHARS_COMMON) {
            return false;
        }
    }
    return s.n > 0;
}

size_t
chars_cells(struct str s) {
    size_t cells = 0;
    for (size_t at = 0; at < s.n;) {
        cells += (size_t)chars_width(utf8_next(s, &at));
    }
    return cells;
}

bool
chars_is_foreign(struct str text, enum locale_id locale, size_t *own) {
    size_t n[CHARS_OTHER + 1];
    chars_count(text, n);
    size_t japanese = n[CHARS_KANA] + n[CHARS_HAN], foreign = n[CHARS_HANGUL] + japanese;
    bool is_sentence = n[CHARS_LATIN] >= 30 && foreign == 0;
    switch (locale_script(locale)) {
    case LOCALE_HANGUL:
        *own = n[CHARS_HANGUL];
        return n[CHARS_KANA] > *own || is_sentence;
    case LOCALE_KANA:
        *own = japanese;
        return n[CHARS_HANGUL] > *own || is_sentence;
    case LOCALE_HAN:
        *own = n[CHARS_HAN];
        return n[CHARS_HANGUL] + n[CHARS_KANA] > *own || is_sentence;
    case LOCALE_LATIN:
        break;
    }
    *own = n[CHARS_LATIN];
    return foreign > *own;
}

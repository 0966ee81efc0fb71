#include "compiler/read/mojibake.h"

#include "base/check.h"
#include "base/utf8.h"
#include "compiler/check/chars.h"

/* U+20AC and so on: where Windows-1252 has 0x80 to 0x9F. 0: it has nothing there, and programs put
 * the byte's own number. */
static const uint16_t windows_1252[32] = {0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

/* The byte that Windows-1252 shows as `c`; -1: none of the upper half. */
static int
byte_of(uint32_t c) {
    if (c >= 0x80 && c <= 0xFF) {
        return (int)c;
    }
    for (int i = 0; i < 32; i++) {
        if (windows_1252[i] == c) {
            return 0x80 + i;
        }
    }
    return -1;
}

static bool
is_letter_byte(int byte) {
    return byte >= 0xC0 || byte == 0x8A || byte == 0x8C || byte == 0x8E || byte == 0x83;
}

/* Signs that stand beside letters in no language: not quotes, dashes, spaces, º, ª, «, », ¿, ¡. */
static bool
is_odd_byte(int byte) {
    static const unsigned char fine[] = {0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0xA0,
        0xA1, 0xA7, 0xA9, 0xAA, 0xAB, 0xAE, 0xB0, 0xB2, 0xB3, 0xB7, 0xBA, 0xBB, 0xBF};
    for (size_t i = 0; i < ARRAY_LEN(fine); i++) {
        if (byte == fine[i]) {
            return false;
        }
    }
    return byte >= 0x80 && byte < 0xC0 && !is_letter_byte(byte);
}

/* A stretch of characters that are bytes of the upper half. */
struct stretch {
    char bytes[64]; /* as they were before they were read wrong */
    size_t count, letters, odd, end;
};

static struct stretch
read_stretch(struct str text, size_t at) {
    struct stretch s = {.end = at};
    while (s.end < text.n && s.count < sizeof(s.bytes)) {
        size_t next = s.end;
        int byte = byte_of(utf8_next(text, &next));
        if (byte < 0) {
            break;
        }
        s.bytes[s.count++] = (char)byte;
        s.letters += is_letter_byte(byte);
        s.odd += is_odd_byte(byte);
        s.end = next;
    }
    return s;
}

/* Whole characters of UTF-8 at the start of a stretch: how many bytes, and whether any is of a
 * script that has many, or two bytes that begin as no word does (Ã©, Â°). */
static size_t
decode(const struct stretch *s, bool *is_soup) {
    struct str bytes = {s->bytes, s->count};
    size_t at = 0;
    *is_soup = false;
    while (at < bytes.n) {
        size_t bad, next = at;
        unsigned char lead = (unsigned char)bytes.p[at];
        size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
        if (length == 0 || at + length > bytes.n ||
            !utf8_valid(str_slice(bytes, at, at + length), &bad)) {
            break;
        }
        uint32_t c = utf8_next(bytes, &next);
        *is_soup |= c >= 0x1100 || (lead == 0xC3 && c >= 0xC0);
        at = next;
    }
    return at;
}

static bool
is_windows_soup(struct arena *arena, struct str text, size_t at, struct mojibake *out) {
    struct stretch s = read_stretch(text, at);
    bool is_soup;
    size_t whole = s.count >= 2 ? decode(&s, &is_soup) : 0;
    if (whole > 0 && is_soup) {
        *out = (struct mojibake){at, s.end, arena_str(arena, (struct str){s.bytes, whole})};
        return true;
    }
    *out = (struct mojibake){.at = at, .end = s.end};
    return s.count >= 4 && s.letters >= 1 && s.odd >= 2;
}

static bool
is_halfwidth_kana(uint32_t c) {
    return c >= 0xFF61 && c <= 0xFF9F;
}

/* 縺, 繧 and 繝 are what the first bytes of kana become. */
static bool
is_kana_lead(uint32_t c) {
    return c == 0x7E3A || c == 0x7E67 || c == 0x7E5D;
}

/* Kanji that touch half-width kana, or Hangul, again and again within one text. */
static bool
is_east_asian_soup(struct str text, struct mojibake *out) {
    size_t pairs = 0, leads = 0, mixed = 0, questions = 0, first = SIZE_MAX, end = 0;
    uint32_t before = 0;
    for (size_t at = 0; at < text.n;) {
        size_t start = at;
        uint32_t c = utf8_next(text, &at);
        enum chars_script script = chars_script(c), last = chars_script(before);
        bool is_han = script == CHARS_HAN, was_han = last == CHARS_HAN;
        bool is_pair = (is_han && is_halfwidth_kana(before)) || (was_han && is_halfwidth_kana(c));
        bool is_mix = (is_han && last == CHARS_HANGUL) || (was_han && script == CHARS_HANGUL);
        pairs += is_pair;
        mixed += is_mix;
        leads += is_kana_lead(c);
        questions += c == '?' && (last == CHARS_HAN || last == CHARS_HANGUL);
        if (is_pair || is_mix || is_kana_lead(c)) {
            first = first == SIZE_MAX ? start : first;
            end = at;
        }
        before = c;
    }
    *out = (struct mojibake){.at = first, .end = end};
    return pairs >= 2 || leads >= 2 || (mixed >= 3 && questions >= 2);
}

bool
mojibake_find(struct arena *arena, struct str text, struct mojibake *out) {
    for (size_t at = 0; at < text.n;) {
        size_t start = at;
        uint32_t c = utf8_next(text, &at);
        if (c >= 0x80 && byte_of(c) >= 0) {
            if (is_windows_soup(arena, text, start, out)) {
                return true;
            }
            at = out->end > at ? out->end : at;
        }
    }
    return is_east_asian_soup(text, out);
}

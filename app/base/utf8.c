#include "base/utf8.h"

#include "base/check.h"

#include <stdio.h>
#include <string.h>

/* Unicode 15, table 3-7: the bytes that may follow each lead byte. Only the second byte has a
 * narrowed range; it is what rules out overlong forms and surrogates. */
static int
sequence_length(unsigned char lead, unsigned char *low, unsigned char *high) {
    *low = 0x80;
    *high = 0xBF;
    if (lead < 0x80) {
        return 1;
    }
    if (lead < 0xC2) {
        return 0;
    }
    if (lead < 0xE0) {
        return 2;
    }
    if (lead < 0xF0) {
        *low = lead == 0xE0 ? 0xA0 : 0x80;
        *high = lead == 0xED ? 0x9F : 0xBF;
        return 3;
    }
    if (lead < 0xF5) {
        *low = lead == 0xF0 ? 0x90 : 0x80;
        *high = lead == 0xF4 ? 0x8F : 0xBF;
        return 4;
    }
    return 0;
}

/* Decodes at `at`; returns the bytes taken. `*ok` is false for a maximal subpart of a wrong one. */
static size_t
decode(struct str s, size_t at, uint32_t *code_point, bool *ok) {
    unsigned char lead = (unsigned char)s.p[at], low, high;
    int length = sequence_length(lead, &low, &high);
    *ok = length > 0;
    if (length <= 1) {
        *code_point = length ? lead : UTF8_REPLACEMENT;
        return 1;
    }
    uint32_t value = lead & (0x7Fu >> length);
    for (int i = 1; i < length; i++) {
        unsigned char next = at + (size_t)i < s.n ? (unsigned char)s.p[at + (size_t)i] : 0;
        if (next < low || next > high) {
            *ok = false;
            *code_point = UTF8_REPLACEMENT;
            return (size_t)i;
        }
        value = value << 6 | (next & 0x3Fu);
        low = 0x80;
        high = 0xBF;
    }
    *code_point = value;
    return (size_t)length;
}

uint32_t
utf8_next_any(struct str s, size_t *at) {
    uint32_t code_point;
    bool ok;
    *at += decode(s, *at, &code_point, &ok);
    return code_point;
}

uint32_t
utf8_prev(struct str s, size_t *at) {
    size_t end = *at;
    for (size_t back = 1; back <= 4 && back <= end; back++) {
        uint32_t code_point;
        bool ok;
        if (decode((struct str){s.p, end}, end - back, &code_point, &ok) == back && ok) {
            *at = end - back;
            return code_point;
        }
    }
    *at = end - 1;
    return UTF8_REPLACEMENT;
}

bool
utf8_valid(struct str s, size_t *bad_at) {
    for (size_t at = 0; at < s.n;) {
        uint32_t code_point;
        bool ok;
        size_t n = decode(s, at, &code_point, &ok);
        if (!ok) {
            if (bad_at) {
                *bad_at = at;
            }
            return false;
        }
        at += n;
    }
    return true;
}

size_t
utf8_encode(uint32_t c, char out[4]) {
    if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) {
        c = UTF8_REPLACEMENT;
    }
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xC0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3F));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xE0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3F));
        out[2] = (char)(0x80 | (c & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3F));
    out[2] = (char)(0x80 | (c >> 6 & 0x3F));
    out[3] = (char)(0x80 | (c & 0x3F));
    return 4;
}

struct str
utf8_cut(struct str s, size_t bytes) {
    size_t n = bytes < s.n ? bytes : s.n;
    while (n > 0 && n < s.n && utf8_continues(s.p[n])) {
        n--;
    }
    return (struct str){s.p, n};
}

size_t
utf8_count(struct str s) {
    size_t count = 0;
    for (size_t at = 0; at < s.n; count++) {
        utf8_next(s, &at);
    }
    return count;
}

void
utf8_format(char *out, size_t size, const char *format, va_list args) {
    static const char mark[] = "…";
    xassert(size > sizeof(mark));
    int n = vsnprintf(out, size, format, args);
    xassert(n >= 0);
    if ((size_t)n >= size) {
        struct str kept = utf8_cut((struct str){out, size - 1}, size - sizeof(mark));
        memcpy(out + kept.n, mark, sizeof(mark));
    }
}

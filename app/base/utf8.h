/* utf8.h - strict UTF-8 (Unicode 15, section 3.9).
 *
 * Overlong forms, surrogates and code points over U+10FFFF are errors. An error decodes to U+FFFD
 * once for each maximal subpart (Unicode 15, table 3-8), so decoding never fails and never stops.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/str.h"

#define UTF8_REPLACEMENT 0xFFFDu

static inline bool
utf8_continues(char byte) {
    return ((unsigned char)byte & 0xC0) == 0x80;
}

uint32_t utf8_next_any(struct str s, size_t *at); /* what utf8_next() calls for the rest */

/* Decodes the code point at byte `*at` (< s.n) and moves `*at` past it. ASCII and U+1000..CFFF,
 * nearly all of our languages, are decoded here. */
static inline uint32_t
utf8_next(struct str s, size_t *at) {
    const unsigned char *p = (const unsigned char *)s.p + *at;
    if (p[0] < 0x80) {
        *at += 1;
        return p[0];
    }
    if (p[0] >= 0xE1 && p[0] <= 0xEC && s.n - *at >= 3 && utf8_continues((char)p[1]) &&
        utf8_continues((char)p[2])) {
        *at += 3;
        return (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
    }
    return utf8_next_any(s, at);
}
/* Moves `*at` (> 0) back over one code point or one invalid byte and decodes it. */
uint32_t utf8_prev(struct str s, size_t *at);
/* True when all of `s` is valid; otherwise `*bad_at` is the offset of the first wrong byte. */
bool utf8_valid(struct str s, size_t *bad_at);
/* Writes 1 to 4 bytes; returns how many. A value that is no scalar value is written as U+FFFD. */
size_t utf8_encode(uint32_t code_point, char out[4]);
size_t utf8_count(struct str s); /* code points */
/* The first `bytes` of `s` or a few less, never half a character. */
struct str utf8_cut(struct str s, size_t bytes);

/* As vsnprintf() into `size` bytes, but what has no room ends in a whole character and "…". */
void utf8_format(char *out, size_t size, const char *format, va_list args)
    __attribute__((format(printf, 3, 0)));

#endif

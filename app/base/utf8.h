/* utf8.h - strict UTF-8 (Unicode 15, section 3.9).
 *
 * Overlong forms, surrogates and code points over U+10FFFF are errors. An error decodes to U+FFFD
 * once for each maximal subpart (Unicode 15, table 3-8), so decoding never fails and never stops.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/str.h"

#define UTF8_REPLACEMENT 0xFFFDu

/* Decodes the code point at byte `*at` (< s.n) and moves `*at` past it. */
uint32_t utf8_next(struct str s, size_t *at);
/* Moves `*at` (> 0) back over one code point or one invalid byte and decodes it. */
uint32_t utf8_prev(struct str s, size_t *at);
/* True when all of `s` is valid; otherwise `*bad_at` is the offset of the first wrong byte. */
bool utf8_valid(struct str s, size_t *bad_at);
/* Writes 1 to 4 bytes; returns how many. A value that is no scalar value is written as U+FFFD. */
size_t utf8_encode(uint32_t code_point, char out[4]);
size_t utf8_count(struct str s); /* code points */

#endif

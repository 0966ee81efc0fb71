/* decode.h - UTF-8 as the UTF-16 that ICU and HarfBuzz read, with the way back to bytes.
 *
 * Each maximal subpart of invalid UTF-8 becomes one U+FFFD. `byte_at` has count + 1 entries; both
 * units of a surrogate pair point at the first byte of their character. */
#ifndef TEXT_SHAPE_DECODE_H
#define TEXT_SHAPE_DECODE_H

#include "base/arena.h"

struct units {
    uint16_t *u16;
    const uint32_t *byte_at;
    int32_t count;
    bool has_rtl; /* some character may be right to left: bidi has to look */
    bool is_cut;
};

/* What one paragraph may cost, whatever a database says. A text of more units is cut, and `is_cut`
 * says so. Of more nonstarters behind one another (combining marks; the Stream-Safe Text Format of
 * UAX #15) the first ones count; the bytes of the others belong to the character they follow. */
#define DECODE_UNITS_MOST 100000
#define DECODE_MARKS_MOST 30

void text_decode(struct arena *arena, struct str utf8, struct units *out);
/* The code point that starts at unit `at`; `*length` is 1 or 2. */
uint32_t units_code_point(const struct units *units, int32_t at, int32_t *length);

#endif

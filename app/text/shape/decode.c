#include "text/shape/decode.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

/* Blocks with right-to-left letters, and the controls that can make text right to left. */
static bool
may_be_rtl(uint32_t c) {
    return (c >= 0x0590 && c < 0x0900) || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || (c >= 0xFB1D && c <= 0xFDFF) ||
           (c >= 0xFE70 && c <= 0xFEFE) || (c >= 0x10800 && c <= 0x10FFF) ||
           (c >= 0x1E800 && c <= 0x1EFFF);
}

/* Shaping takes quadratic time over marks on one base; nobody writes more than a few. */
static bool
is_nonstarter(uint32_t c) {
    bool is_plain = c < 0x300 || (c >= 0x3100 && c < 0xA66F) || (c >= 0xAC00 && c < 0xFB1E);
    return !is_plain && u_getCombiningClass((UChar32)c) != 0;
}

void
text_decode(struct arena *arena, struct str utf8, struct units *out) {
    size_t most = utf8.n < DECODE_UNITS_MOST ? utf8.n : DECODE_UNITS_MOST;
    uint16_t *u16 = ARENA_ARRAY(arena, most + 2, uint16_t);
    uint32_t *byte_at = ARENA_ARRAY(arena, most + 2, uint32_t);
    int32_t n = 0, marks = 0;
    bool has_rtl = false;
    size_t at = 0;
    while (at < utf8.n && n < DECODE_UNITS_MOST) {
        uint32_t start = (uint32_t)at, c = utf8_next(utf8, &at);
        marks = is_nonstarter(c) ? marks + 1 : 0;
        if (marks > DECODE_MARKS_MOST) {
            continue;
        }
        has_rtl |= c >= 0x0590 && may_be_rtl(c);
        byte_at[n] = start;
        if (c < 0x10000) {
            u16[n++] = (uint16_t)c;
        } else {
            u16[n++] = (uint16_t)(0xD7C0 + (c >> 10));
            byte_at[n] = start;
            u16[n++] = (uint16_t)(0xDC00 | (c & 0x3FF));
        }
    }
    byte_at[n] = (uint32_t)at;
    *out = (struct units){
        .u16 = u16, .byte_at = byte_at, .count = n, .has_rtl = has_rtl, .is_cut = at < utf8.n};
}

uint32_t
units_code_point(const struct units *units, int32_t at, int32_t *length) {
    uint32_t c = units->u16[at];
    *length = 1;
    if ((c & 0xFC00) == 0xD800 && at + 1 < units->count) {
        *length = 2;
        c = 0x10000 + ((c & 0x3FF) << 10) + (units->u16[at + 1] & 0x3FF);
    }
    return c;
}

/* Between two characters that are certainly clusters of their own there is always a boundary. Those
 * are nearly all characters of our languages, so ICU is asked only about the stretches between. */
#include "text/shape/graphemes.h"

static bool
is_simple(uint16_t c) {
    if (c < 0x7F) {
        return c >= 0x20;
    }
    return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FF) ||
           (c >= 0x3000 && c <= 0x3029) || (c >= 0xFF01 && c <= 0xFF60) ||
           (c >= 0x2010 && c <= 0x2027) || (c >= 0xAE && c <= 0x2FF);
}

/* Boundaries inside [start, end), which begins a cluster and ends one. */
static int32_t
find_with_icu(UBreakIterator *characters, const struct units *units, int32_t start, int32_t end,
    int32_t *starts, int32_t n) {
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(characters, units->u16 + start, end - start, &status);
    for (int32_t at = ubrk_first(characters); U_SUCCESS(status) && at < end - start;
         at = ubrk_next(characters)) {
        if (at == UBRK_DONE) {
            break;
        }
        starts[n++] = start + at;
    }
    return n;
}

int32_t
graphemes_find(UBreakIterator *characters, const struct units *units, int32_t *starts) {
    const uint16_t *u16 = units->u16;
    int32_t n = 0, at = 0, count = units->count;
    while (at < count) {
        int32_t end = at + 1;
        if (is_simple(u16[at]) && (end == count || is_simple(u16[end]))) {
            starts[n++] = at;
            at = end;
            continue;
        }
        while (end < count && !(is_simple(u16[end - 1]) && is_simple(u16[end]))) {
            end++;
        }
        n = find_with_icu(characters, units, at, end, starts, n);
        at = end;
    }
    starts[n] = count;
    return n;
}

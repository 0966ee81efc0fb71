#include "text/breaks/narrow.h"

#include "base/arena.h"

#include <string.h>

#define WIDE_FIRST 0xFF01u
#define WIDE_LAST 0xFF5Eu
#define WIDE_STEP 0xFEE0u /* from ! to ！ */

static bool
is_wide(uint16_t c) {
    return c >= WIDE_FIRST && c <= WIDE_LAST;
}

static bool
is_digit(uint16_t c) {
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

static bool
is_wide_letter(uint16_t c) {
    return (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) ||
           (c >= 0xFF41 && c <= 0xFF5A);
}

/* The half-width twin of a mark inside a number, a time, a telephone number or an address, or 0.
 * ー and − stand for the hyphen where Japanese is typed. */
static uint16_t
joint_of(uint16_t c) {
    switch (c) {
    case 0x30FC: /* ー */
    case 0x2212: /* − */
        return '-';
    case 0xFF0B: /* ＋ － ， ． ／ ： ＠ ＿ */
    case 0xFF0C:
    case 0xFF0D:
    case 0xFF0E:
    case 0xFF0F:
    case 0xFF1A:
    case 0xFF20:
    case 0xFF3F:
        return (uint16_t)(c - WIDE_STEP);
    default:
        return 0;
    }
}

/* ￥５００ ＄５ ＃３ ＋８１ －５ */
static uint16_t
prefix_of(uint16_t c) {
    switch (c) {
    case 0xFFE5:
        return 0xA5;
    case 0xFFE1:
        return 0xA3;
    case 0xFF03:
    case 0xFF04:
    case 0xFF0B:
    case 0xFF0D:
        return (uint16_t)(c - WIDE_STEP);
    default:
        return 0;
    }
}

/* １２％ */
static uint16_t
postfix_of(uint16_t c) {
    return c == 0xFF05 ? '%' : c == 0xFFE0 ? 0xA2 : 0;
}

static uint16_t
narrow(const uint16_t *u16, int32_t count, int32_t at) {
    uint16_t c = u16[at], before = at > 0 ? u16[at - 1] : 0,
             after = at + 1 < count ? u16[at + 1] : 0;
    if (is_wide_letter(c)) {
        return (uint16_t)(c - WIDE_STEP);
    }
    bool in_number = is_digit(before) && is_digit(after);
    bool in_word = is_wide_letter(before) && is_wide_letter(after) && is_wide(c);
    uint16_t joint = in_number || in_word ? joint_of(c) : 0;
    uint16_t prefix = is_digit(after) ? prefix_of(c) : 0,
             postfix = is_digit(before) ? postfix_of(c) : 0;
    return joint ? joint : prefix ? prefix : postfix ? postfix : c;
}

const uint16_t *
narrow_units(const struct units *units, struct arena *arena) {
    uint16_t *out = NULL;
    for (int32_t i = 0; i < units->count; i++) {
        uint16_t twin = narrow(units->u16, units->count, i);
        if (twin != units->u16[i] && !out) {
            out = ARENA_ARRAY(arena, (size_t)units->count, uint16_t);
            memcpy(out, units->u16, (size_t)units->count * sizeof(*out));
        }
        if (out) {
            out[i] = twin;
        }
    }
    return out ? out : units->u16;
}

#include "text/breaks/narrow.h"

#include "base/arena.h"
#include "base/check.h"

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

/* Where a mark is part of a number or a word, and reads as its half-width twin. */
enum {
    JOINS = 1 /* １２：３０ ａ＠ｂ */,
    LEADS = 2 /* ￥５００ ＋８１ */,
    FOLLOWS = 4 /* １２％ */
};

static const struct {
    uint16_t mark, twin;
    unsigned where;
} marks[] = {
    {0x2212, '-', JOINS}, /* − and ー stand for the hyphen where Japanese is typed */
    {0x30FC, '-', JOINS},
    {0xFF09, ')', JOINS}, /* （０３１）４８１２ */
    {0xFF03, '#', LEADS},
    {0xFF04, '$', LEADS},
    {0xFF05, '%', FOLLOWS},
    {0xFF0B, '+', JOINS | LEADS},
    {0xFF0C, ',', JOINS},
    {0xFF0D, '-', JOINS | LEADS},
    {0xFF0E, '.', JOINS},
    {0xFF0F, '/', JOINS},
    {0xFF1A, ':', JOINS},
    {0xFF20, '@', JOINS},
    {0xFF3F, '_', JOINS},
    {0xFFE0, 0xA2, FOLLOWS},
    {0xFFE1, 0xA3, LEADS},
    {0xFFE5, 0xA5, LEADS},
};

static uint16_t
narrow(const uint16_t *u16, int32_t count, int32_t at) {
    uint16_t c = u16[at];
    if (is_wide_letter(c)) {
        return (uint16_t)(c - WIDE_STEP);
    }
    uint16_t before = at > 0 ? u16[at - 1] : 0, after = at + 1 < count ? u16[at + 1] : 0;
    bool leads = is_digit(after), follows = is_digit(before);
    bool in_word = is_wide(c) && is_wide_letter(before) && is_wide_letter(after);
    unsigned where =
        (leads ? LEADS : 0) | (follows ? FOLLOWS : 0) | ((leads && follows) || in_word ? JOINS : 0);
    for (size_t i = 0; where && i < ARRAY_LEN(marks); i++) {
        if (marks[i].mark == c && marks[i].where & where) {
            return marks[i].twin;
        }
    }
    return c;
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

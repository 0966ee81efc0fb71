/* Line breaks in Japanese and English, by ICU's rules for the language, with what they leave out:
 * under loose kinsoku CSS Text lets a line start with % and ¢ after an ideograph, ICU 72 does not.
 */
#include "text/breaks.h"
#include "text/engine_impl.h"

static bool
is_postfix_gap(const struct analysis *a, int32_t at) {
    uint32_t c = a->bases[at];
    return a->request->lang == LOCALE_JA && a->request->kinsoku == TEXT_KINSOKU_LOOSE &&
           (c == '%' || c == 0xA2) && chars_is_ideographic(a->bases[at - 1]);
}

/* 14日 and 3人 read as one: a number keeps the counter behind it while the line has another place
 * to break. */
static bool
is_counter(uint32_t c) {
    static const uint16_t counters[] = {0x5186, 0x4EBA, 0x4EF6, 0x56DE, 0x5E74, 0x6708, 0x65E5,
        0x6642, 0x5206, 0x79D2, 0x6B73, 0x540D, 0x540D, 0x5EA6, 0x56FD, 0x90FD, 0x5E02, 0x753A,
        0x5339, 0x53F0, 0x672C, 0x679A, 0x968E, 0x4E16, 0x9031, 0x6CCA, 0x5104, 0x4E07, 0x5343, 0};
    for (const uint16_t *p = counters; *p; p++) {
        if (*p == c) {
            return true;
        }
    }
    return false;
}

static uint8_t
kind_at(const struct analysis *a, int32_t at, bool allowed) {
    const struct cluster *before = &a->clusters[at - 1], *c = &a->clusters[at];
    if ((before->class == CHAR_HANGUL || c->class == CHAR_HANGUL) && before->class != CHAR_SPACE) {
        enum break_kind kind = eojeol_kind(a, at);
        return (uint8_t)(allowed || kind < BREAK_PART ? kind : BREAK_DESPERATE);
    }
    if (allowed) {
        bool number = before->class == CHAR_DIGIT && is_counter(a->bases[at]);
        return number ? BREAK_PART : BREAK_WORD;
    }
    return is_postfix_gap(a, at) ? BREAK_WORD
           : chars_never_starts(a->bases[at], (enum char_class)c->class) ||
                   chars_never_ends((enum char_class)before->class)
               ? BREAK_DESPERATE
               : BREAK_CLUSTER;
}

void
kinsoku_breaks(struct analysis *a) {
    const struct break_iterators *iterators = &a->engine->iterators;
    UBreakIterator *lines = a->request->lang == LOCALE_JA ? iterators->japanese[a->request->kinsoku]
                                                          : iterators->english;
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(lines, a->units.u16, a->units.count, &status);
    int32_t next = ubrk_first(lines);
    for (int32_t i = 1; i < a->count; i++) {
        int32_t unit = (int32_t)a->clusters[i].unit;
        while (next != UBRK_DONE && next < unit) {
            next = ubrk_next(lines);
        }
        a->clusters[i].breaks = kind_at(a, i, next == unit);
    }
}

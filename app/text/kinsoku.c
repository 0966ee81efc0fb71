/* Line breaks in Japanese and English (more in english.c), by ICU's rules, with what they leave
 * out: under loose kinsoku CSS Text lets a line start with % and ¢ after an ideograph, ICU 72 does
 * not.
 */
#include "text/breaks.h"
#include "text/engine_impl.h"

static bool
is_postfix_gap(const struct analysis *a, int32_t at) {
    uint32_t c = a->bases[at];
    return a->request->lang == LOCALE_JA && a->request->kinsoku == TEXT_KINSOKU_LOOSE &&
           (c == '%' || c == 0xA2) && chars_is_ideographic(a->bases[at - 1]);
}

/* 14日, 339種目, 3つ, 5か所, 20キロ read as one, and 1,600万人: a number keeps what it counts while
 * the line has another place to break. */
static bool
is_counted(const struct analysis *a, int32_t at) {
    uint32_t c = a->bases[at], last = a->bases[at - 1];
    bool after_digit = a->clusters[at - 1].class == CHAR_DIGIT;
    bool after_thousands = at > 1 && a->clusters[at - 2].class == CHAR_DIGIT &&
                           (last == 0x4E07 || last == 0x5104 || last == 0x5343 || last == 0x5146);
    if (!after_digit && !after_thousands) {
        return false;
    }
    bool katakana = c >= 0x30A1 && c <= 0x30FA;
    return a->clusters[at].class == CHAR_HAN || katakana || c == 0x3064 || c == 0x304B;
}

/* U+FF5E is what Windows writes for the wave dash U+301C, and starts no line where that does not.
 */
static bool
is_wave_dash(const struct analysis *a, int32_t at) {
    return a->bases[at] == 0xFF5E && a->request->lang == LOCALE_JA &&
           a->request->kinsoku == TEXT_KINSOKU_STRICT;
}

static uint8_t
kind_at(const struct analysis *a, int32_t at, bool allowed) {
    const struct cluster *before = &a->clusters[at - 1], *c = &a->clusters[at];
    if ((before->class == CHAR_HANGUL || c->class == CHAR_HANGUL) && before->class != CHAR_SPACE) {
        enum break_kind kind = eojeol_kind(a, at);
        return (uint8_t)(allowed || kind < BREAK_PART ? kind : BREAK_SPLIT);
    }
    if (a->request->lang == LOCALE_EN) {
        return (uint8_t)english_kind(a, at, allowed);
    }
    if (allowed && is_wave_dash(a, at)) {
        return BREAK_DESPERATE;
    }
    if (allowed) {
        return is_counted(a, at) ? BREAK_PART : BREAK_WORD;
    }
    return is_postfix_gap(a, at) ? BREAK_WORD
           : chars_never_starts(a->bases[at], (enum char_class)c->class) ||
                   chars_never_ends((enum char_class)before->class)
               ? BREAK_DESPERATE
           : c->class == CHAR_DIGIT || before->class == CHAR_DIGIT ? BREAK_SPLIT
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

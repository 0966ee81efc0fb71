/* Line breaks in Japanese and English (more in english.c), by ICU's rules, with what they leave
 * out: under loose kinsoku CSS Text lets a line start with % and ¢ after an ideograph, ICU 72 does
 * not.
 */
#include "base/check.h"
#include "text/breaks/around.h"
#include "text/breaks/breaks.h"
#include "text/breaks/narrow.h"
#include "text/engine_private.h"

static bool
is_postfix_gap(const struct analysis *a, int32_t at) {
    uint32_t c = a->bases[at];
    return locale_script(a->request->lang) == LOCALE_KANA &&
           a->request->kinsoku == TEXT_KINSOKU_LOOSE && (c == '%' || c == 0xA2) &&
           chars_is_ideographic(a->bases[at - 1]);
}

/* CO2, A4: a digit that belongs to letters counts nothing. */
static bool
is_number(const struct analysis *a, int32_t last) {
    int32_t n = around_before(a, last + 1, CHAR_DIGIT);
    return n > 0 && around_raw(a, last - n) != CHAR_LATIN;
}

static bool
is_katakana_unit(const struct analysis *a, int32_t at) {
    static const uint16_t units[][3] = {u"キロ", u"メー", u"ペー", u"パー", u"ドル", u"ユー",
        u"グラ", u"リッ", u"トン", u"セン", u"ミリ", u"ヘク", u"クラ", u"チー", u"ポイ", u"カ所",
        u"カ国", u"カ月", u"ヵ所", u"ヵ国", u"ヵ月", u"ヶ所", u"ヶ国", u"ヶ月", u"ケ所", u"ケ国"};
    return around_reads_one(a, at, units, ARRAY_LEN(units));
}

/* 14日, 339種目, 3つ, 5か所, 20キロ read as one, and 1,600万人: a number keeps what it counts while
 * the line has another place to break. */
static bool
is_counted(const struct analysis *a, int32_t at) {
    static const uint16_t thousands[] = u"万億千兆", small[] = u"かカヵヶケ箇";
    uint32_t c = a->bases[at], last = a->bases[at - 1];
    if (around_raw(a, at - 1) == CHAR_DIGIT && is_number(a, at - 1)) {
        return a->clusters[at].class == CHAR_HAN || is_katakana_unit(a, at) || c == u'つ' ||
               c == u'か';
    }
    bool after_digit = around_raw(a, at - 2) == CHAR_DIGIT;
    return after_digit && a->clusters[at].class == CHAR_HAN &&
           (chars_is_one_of(thousands, last) || chars_is_one_of(small, last));
}

/* Do the two characters before `at` name an era? */
static bool
is_era(const struct analysis *a, int32_t at) {
    static const uint16_t eras[][3] = {u"令和", u"平成", u"昭和", u"大正", u"明治"};
    return around_reads_one(a, at - 2, eras, ARRAY_LEN(eras));
}

/* 第3条, 〒160-0023, 約300人, 令和7年, 6億3,000万: what leads a number stays with it, whole. */
static bool
leads_number(const struct analysis *a, int32_t at) {
    static const uint16_t leads[] = u"第〒約計延全№億万";
    if (around_raw(a, at) == CHAR_DIGIT) {
        return chars_is_one_of(leads, a->bases[at - 1]) || is_era(a, at);
    }
    return around_raw(a, at + 1) == CHAR_DIGIT && is_era(a, at + 1);
}

/* 12.6％（2022年度）: UAX #14 keeps every bracket with a postfix, for ones that are set narrow. */
static bool
opens_after_postfix(const struct analysis *a, int32_t at) {
    static const uint16_t postfixes[] = u"％%℃‰°′″¢￠";
    bool wide = chars_squeezable(a->bases[at]) == CHAR_OPEN;
    return wide && chars_is_one_of(postfixes, a->bases[at - 1]);
}

/* U+FF5E is what Windows writes for the wave dash U+301C, and starts no line where that does not.
 */
static bool
is_wave_dash(const struct analysis *a, int32_t at) {
    return a->bases[at] == 0xFF5E && locale_script(a->request->lang) == LOCALE_KANA &&
           a->request->kinsoku == TEXT_KINSOKU_STRICT;
}

/* 5213-1730, and the long vowel mark that is typed for the hyphen: ５２１３ー１７３０ */
static bool
ends_in_hyphen(const struct analysis *a, int32_t at) {
    bool typed = a->bases[at - 1] == 0x30FC && around_raw(a, at - 2) == CHAR_DIGIT;
    return typed || around_raw(a, at - 1) == CHAR_HYPHEN;
}

static uint8_t
kind_at(const struct analysis *a, int32_t at, bool allowed) {
    const struct cluster *before = &a->clusters[at - 1], *c = &a->clusters[at];
    if ((before->class == CHAR_HANGUL || c->class == CHAR_HANGUL) && before->class != CHAR_SPACE) {
        enum break_kind kind = eojeol_kind(a, at);
        return (uint8_t)(allowed || kind < BREAK_PART ? kind : BREAK_SPLIT);
    }
    if (locale_script(a->request->lang) == LOCALE_LATIN) {
        return (uint8_t)english_kind(a, at, allowed);
    }
    if (a->bases[at - 1] < 0x80 && a->bases[at] < 0x80 && around_in_address(a, at)) {
        return (uint8_t)english_kind(a, at, allowed);
    }
    if (allowed && (is_wave_dash(a, at) || c->class == CHAR_DOT)) {
        return BREAK_DESPERATE; /* the faces have U+00B7 for U+2024, which is inseparable */
    }
    if (allowed) {
        return is_counted(a, at) || leads_number(a, at) ? BREAK_PART : BREAK_WORD;
    }
    return is_postfix_gap(a, at) || opens_after_postfix(a, at) ? BREAK_WORD
           : chars_never_starts(a->bases[at], (enum char_class)c->class) ||
                   chars_never_ends((enum char_class)before->class)
               ? BREAK_DESPERATE
           : c->class == CHAR_DIGIT && ends_in_hyphen(a, at)       ? BREAK_JOINT
           : c->class == CHAR_DIGIT || before->class == CHAR_DIGIT ? BREAK_SPLIT
                                                                   : BREAK_CLUSTER;
}

void
kinsoku_breaks(struct analysis *a) {
    UBreakIterator *lines =
        break_iterators_of_lines(&a->engine->iterators, a->request->lang, a->request->kinsoku);
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(lines, narrow_units(&a->units, a->arena), a->units.count, &status);
    int32_t next = ubrk_first(lines);
    for (int32_t i = 1; i < a->count; i++) {
        int32_t unit = (int32_t)a->clusters[i].unit;
        while (next != UBRK_DONE && next < unit) {
            next = ubrk_next(lines);
        }
        a->clusters[i].breaks = kind_at(a, i, next == unit);
    }
}

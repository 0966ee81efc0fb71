/* Line breaks in Japanese and English (more in english.c), by ICU's rules, with what they leave
 * out: under loose kinsoku CSS Text lets a line start with % and ¢ after an ideograph, ICU 72 does
 * not.
 */
#include "base/check.h"
#include "text/breaks/around.h"
#include "text/breaks/breaks.h"
#include "text/breaks/narrow.h"
#include "text/engine_private.h"
#include "text/shape/languages.h"

static bool
is_postfix_gap(const struct analysis *a, int32_t at) {
    uint32_t c = a->bases[at];
    return languages_script_before(a, at) == LOCALE_KANA &&
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
    return a->bases[at] == 0xFF5E && languages_script_before(a, at) == LOCALE_KANA &&
           a->request->kinsoku == TEXT_KINSOKU_STRICT;
}

/* 5213-1730, and the long vowel mark that is typed for the hyphen: ５２１３ー１７３０ */
static bool
ends_in_hyphen(const struct analysis *a, int32_t at) {
    bool typed = a->bases[at - 1] == 0x30FC && around_raw(a, at - 2) == CHAR_DIGIT;
    return typed || around_raw(a, at - 1) == CHAR_HYPHEN;
}

static bool
is_kanji_numeral(uint32_t c) {
    static const uint16_t numerals[] = u"〇一二三四五六七八九十百千";
    return c != 0 && chars_is_one_of(numerals, c);
}

static bool
is_numeral(const struct analysis *a, int32_t at) {
    return around_raw(a, at) == CHAR_DIGIT || is_kanji_numeral(around_syllable(a, at));
}

static const uint16_t halves[][3] = {u"午前", u"午後", u"正午", u"早朝", u"深夜"};

/* 2012年|2月|28日, 10時|30分, 2泊|3日, 午前|10時: how the boundary between two numbers of one date,
 * time or length holds; BREAK_WORD where it is none. Of a date too long for its line the year goes
 * first. */
static enum break_kind
kind_in_date(const struct analysis *a, int32_t at) {
    static const uint16_t parts[] = u"月時分泊間";
    uint32_t last = a->bases[at - 1];
    if (!is_numeral(a, at)) {
        return BREAK_WORD;
    }
    int32_t unit = at - 1 - (last == u'間'); /* 2時間|30分, 3日間|… is none */
    if (is_numeral(a, unit - 1)) {
        bool hours = last != u'間' || a->bases[unit] == u'時';
        return last == u'年'                           ? BREAK_LOOSE
               : chars_is_one_of(parts, last) && hours ? BREAK_BOND
                                                       : BREAK_WORD;
    }
    bool half = around_reads_one(a, at - 2, halves, ARRAY_LEN(halves));
    bool wide = a->bases[at] >= 0xFF10; /* they need a line of their own */
    return !half ? BREAK_WORD : wide ? BREAK_LEAN : BREAK_LOOSE;
}

/* 午|前10時 */
static bool
is_inside_half(const struct analysis *a, int32_t at) {
    return around_reads_one(a, at - 1, halves, ARRAY_LEN(halves)) && is_numeral(a, at + 1);
}

/* 28日（火）: one character in brackets behind a date. */
static bool
is_weekday(const struct analysis *a, int32_t at) {
    bool one = around_raw(a, at) == CHAR_OPEN && around_raw(a, at + 1) == CHAR_HAN &&
               around_raw(a, at + 2) == CHAR_CLOSE;
    return one && (a->bases[at - 1] == u'日' || around_raw(a, at - 1) == CHAR_DIGIT);
}

/* 二十八日, 三百人: numerals of Han hold together, and with what they count. */
static bool
is_kanji_number(const struct analysis *a, int32_t at) {
    static const uint16_t counted[] = u"万億年月日時分秒人名円回歳";
    uint32_t c = a->bases[at];
    return is_kanji_numeral(a->bases[at - 1]) &&
           (is_kanji_numeral(c) || chars_is_one_of(counted, c));
}

/* 鈴木様, 鈴木さん: what is said behind a name. 様々 and 氏名 are words. */
static bool
is_honorific(const struct analysis *a, int32_t at) {
    static const uint16_t suffixes[] = u"様氏殿";
    enum char_class last = around_class(a, at - 1);
    bool name = around_is_letter(last) || last == CHAR_CLOSE;
    if (a->bases[at] == u'さ') {
        return name && around_syllable(a, at + 1) == u'ん';
    }
    if (a->bases[at] == u'ん') {
        return a->bases[at - 1] == u'さ' && around_raw(a, at - 2) == CHAR_HAN;
    }
    return name && chars_is_one_of(suffixes, a->bases[at]) && around_raw(a, at + 1) != CHAR_HAN;
}

/* Where the rules let a Japanese line end. */
static enum break_kind
allowed_kind(const struct analysis *a, int32_t at) {
    enum char_class last = around_raw(a, at - 1), next = around_raw(a, at);
    if (is_wave_dash(a, at) || next == CHAR_DOT || next == CHAR_SLASH) {
        return BREAK_DESPERATE; /* the faces have U+00B7 for U+2024, which is inseparable */
    }
    enum break_kind kind = kind_in_date(a, at);
    if (kind != BREAK_WORD) {
        return kind;
    }
    if (is_weekday(a, at) || is_inside_half(a, at) || (last == CHAR_TILDE && is_numeral(a, at))) {
        return BREAK_LOOSE; /* also 10時〜|12時 */
    }
    bool holds = is_counted(a, at) || leads_number(a, at) || is_kanji_number(a, at);
    return holds || is_honorific(a, at) ? BREAK_PART : BREAK_WORD;
}

static uint8_t
kind_at(const struct analysis *a, int32_t at, bool allowed) {
    const struct cluster *before = &a->clusters[at - 1], *c = &a->clusters[at];
    bool hangul = before->class == CHAR_HANGUL || c->class == CHAR_HANGUL;
    bool edge = before->lang != c->lang && languages_script_before(a, at) == LOCALE_KANA;
    if (hangul && before->class != CHAR_SPACE && !(edge && allowed)) {
        enum break_kind kind = eojeol_kind(a, at);
        return (uint8_t)(allowed || kind < BREAK_PART ? kind : BREAK_SPLIT);
    }
    if (languages_script_before(a, at) == LOCALE_LATIN) {
        return (uint8_t)english_kind(a, at, allowed);
    }
    if (a->bases[at - 1] < 0x80 && a->bases[at] < 0x80 && around_in_address(a, at)) {
        return (uint8_t)english_kind(a, at, allowed);
    }
    if (allowed) {
        return (uint8_t)allowed_kind(a, at);
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
kinsoku_breaks(struct analysis *a, enum locale_id lang) {
    UBreakIterator *lines =
        break_iterators_of_lines(&a->engine->iterators, lang, a->request->kinsoku);
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText(lines, narrow_units(&a->units, a->arena), a->units.count, &status);
    int32_t next = ubrk_first(lines);
    for (int32_t i = 1; i < a->count; i++) {
        int32_t unit = (int32_t)a->clusters[i].unit;
        while (next != UBRK_DONE && next < unit) {
            next = ubrk_next(lines);
        }
        if (languages_before(a, i) == lang) {
            a->clusters[i].breaks = kind_at(a, i, next == unit);
        }
    }
}

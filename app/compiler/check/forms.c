#include "compiler/check/forms.h"

#include "base/check.h"
#include "base/utf8.h"
#include "content/offset.h"

#include <math.h>
#include <string.h>
#include <strings.h>

static bool
is_alike(struct str a, struct str b) {
    return a.n == b.n && strncasecmp(a.p, b.p, a.n) == 0;
}

static bool
take(struct str *text, struct str word) {
    if (text->n < word.n || strncasecmp(text->p, word.p, word.n) != 0) {
        return false;
    }
    *text = str_trim(str_slice(*text, word.n, text->n));
    return true;
}

/* Half-width digits, letters and signs; ideographic and narrow spaces are blanks. */
static struct str
narrow(struct arena *arena, struct str text) {
    char *copy = arena_alloc(arena, text.n * 2 + 1);
    size_t n = 0;
    for (size_t at = 0; at < text.n;) {
        uint32_t c = utf8_next(text, &at);
        c = c >= 0xFF01 && c <= 0xFF5E                                   ? c - 0xFEE0
            : c == 0x3000 || c == 0x00A0 || (c >= 0x2000 && c <= 0x200A) ? ' '
            : c == 0x2212 || c == 0x2013 || c == 0x25B3 || c == 0x25B2   ? '-'
            : c == 0x301C || c == 0x2053                                 ? '~'
                                                                         : c;
        n += utf8_encode(c, copy + n);
    }
    return str_trim((struct str){copy, n});
}

bool
forms_is_nothing(struct str text) {
    static const struct str words[] = {STR_INIT("없음"), STR_INIT("미상"), STR_INIT("불명"),
        STR_INIT("모름"), STR_INIT("미정"), STR_INIT("해당 없음"), STR_INIT("해당없음"),
        STR_INIT("자료 없음"), STR_INIT("なし"), STR_INIT("無し"), STR_INIT("無"), STR_INIT("不明"),
        STR_INIT("未定"), STR_INIT("未詳"), STR_INIT("該当なし"), STR_INIT("不詳"), STR_INIT("n/a"),
        STR_INIT("na"), STR_INIT("none"), STR_INIT("null"), STR_INIT("nil"), STR_INIT("unknown"),
        STR_INIT("tbd"), STR_INIT("tba"), STR_INIT("todo"), STR_INIT("-"), STR_INIT("--"),
        STR_INIT("?"), STR_INIT("…"), STR_INIT("x"), STR_INIT("ー"), STR_INIT("－"), STR_INIT("―"),
        STR_INIT("—"), STR_INIT("–")};
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        if (is_alike(text, words[i])) {
            return true;
        }
    }
    return false;
}

/* Digits with separators of thousands and a point; false where the comma may be either. */
static bool
take_digits(struct str *text, double *value, bool *has_point) {
    char plain[32];
    size_t n = 0, i = 0;
    *has_point = false;
    for (; i < text->n && n < sizeof(plain) - 1; i++) {
        char c = text->p[i];
        bool is_digit = c >= '0' && c <= '9';
        bool is_group = (c == ',' || c == ' ') && n > 0 && i + 3 < text->n && !*has_point &&
                        text->p[i + 1] >= '0' && text->p[i + 1] <= '9' && text->p[i + 2] >= '0' &&
                        text->p[i + 2] <= '9' && text->p[i + 3] >= '0' && text->p[i + 3] <= '9';
        bool is_point = c == '.' && n > 0 && !*has_point;
        if (!is_digit && !is_group && !is_point) {
            break;
        }
        *has_point |= is_point;
        if (!is_group) {
            plain[n++] = c;
        }
    }
    bool is_read = n > 0 && plain[n - 1] != '.' && str_to_double((struct str){plain, n}, value);
    *text = str_trim(str_slice(*text, i, text->n));
    return is_read;
}

static double
take_myriad(struct str *text) {
    static const struct {
        struct str word;
        double times;
    } words[] = {{STR_INIT("조"), 1e12}, {STR_INIT("兆"), 1e12}, {STR_INIT("억"), 1e8},
        {STR_INIT("億"), 1e8}, {STR_INIT("만"), 1e4}, {STR_INIT("万"), 1e4}, {STR_INIT("萬"), 1e4},
        {STR_INIT("천만"), 1e7}, {STR_INIT("백만"), 1e6}, {STR_INIT("百万"), 1e6},
        {STR_INIT("천"), 1e3}, {STR_INIT("千"), 1e3}, {STR_INIT("million"), 1e6},
        {STR_INIT("billion"), 1e9}};
    double best = 0;
    struct str rest = *text;
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        struct str after = *text;
        if (take(&after, words[i].word) && (best == 0 || after.n < rest.n)) {
            best = words[i].times;
            rest = after;
        }
    }
    *text = rest;
    return best;
}

/* 234억5000만: each part of a smaller order than the one before. */
static bool
take_parts(struct str *text, double *sum, bool *has_point) {
    double order = 1e13;
    *sum = 0;
    for (;;) {
        double value;
        bool point;
        if (!take_digits(text, &value, &point)) {
            return false;
        }
        *has_point |= point;
        double times = take_myriad(text);
        double next = times == 0 ? 1 : times;
        if (next >= order || (order < 1e13 && value * next >= order)) {
            return false;
        }
        *sum += value * next;
        order = next;
        bool is_more = times > 0 && text->n > 0 && text->p[0] >= '0' && text->p[0] <= '9';
        if (!is_more) {
            return true;
        }
    }
}

/* -1 for south and west, 1 for the others, 0 for no such word. */
static int
take_side(struct str *text, bool at_end) {
    static const struct {
        struct str word;
        int side;
    } words[] = {{STR_INIT("北緯"), 1}, {STR_INIT("南緯"), -1}, {STR_INIT("東経"), 1},
        {STR_INIT("西経"), -1}, {STR_INIT("북위"), 1}, {STR_INIT("남위"), -1},
        {STR_INIT("동경"), 1}, {STR_INIT("서경"), -1}, {STR_INIT("N"), 1}, {STR_INIT("S"), -1},
        {STR_INIT("E"), 1}, {STR_INIT("W"), -1}};
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        if (at_end && is_alike(*text, words[i].word)) {
            *text = (struct str){0};
            return words[i].side;
        }
        if (!at_end && take(text, words[i].word)) {
            return words[i].side;
        }
    }
    return 0;
}

/* 54′00″ behind the degrees. */
static bool
take_minutes(struct str *text, double *value) {
    static const struct str signs[2][5] = {
        {STR_INIT("′"), STR_INIT("'"), STR_INIT("’"), STR_INIT("분"), STR_INIT("分")},
        {STR_INIT("″"), STR_INIT("\""), STR_INIT("”"), STR_INIT("초"), STR_INIT("秒")}};
    double part = 60;
    for (int i = 0; i < 2 && text->n > 0 && text->p[0] >= '0' && text->p[0] <= '9'; i++) {
        double number;
        bool point, is_signed = false;
        if (!take_digits(text, &number, &point) || number >= 60) {
            return false;
        }
        for (size_t j = 0; j < ARRAY_LEN(signs[i]) && !is_signed; j++) {
            is_signed = take(text, signs[i][j]);
        }
        if (!is_signed) {
            return false;
        }
        *value += number / part;
        part *= 60;
    }
    return true;
}

/* What may stand behind a number: a unit in words or signs, no digit. */
static bool
is_unit(struct str rest) {
    static const struct str ascii[] = {STR_INIT("%"), STR_INIT("km2"), STR_INIT("km"),
        STR_INIT("ha"), STR_INIT("m"), STR_INIT("won"), STR_INIT("yen"), STR_INIT("people"),
        STR_INIT("persons"), STR_INIT("times"), STR_INIT("t"), STR_INIT("km^2")};
    bool is_word = rest.n > 0 && rest.n <= 15;
    for (size_t i = 0; i < rest.n; i++) {
        is_word = is_word && (unsigned char)rest.p[i] >= 0x80;
    }
    for (size_t i = 0; i < ARRAY_LEN(ascii) && !is_word; i++) {
        is_word = is_alike(rest, ascii[i]);
    }
    return rest.n == 0 || is_word ||
           (rest.n > 1 && is_unit(str_slice(rest, 0, rest.n - 1)) && rest.p[rest.n - 1] == '.');
}

static bool
take_exponent(struct str *text, double *value) {
    struct str rest = *text;
    int64_t power;
    if (!take(&rest, STR("e"))) {
        return true;
    }
    rest = rest.n > 0 && rest.p[0] == '+' ? str_slice(rest, 1, rest.n) : rest;
    if (!str_to_i64(rest, &power) || power < -6 || power > 14) {
        return true; /* E: the east */
    }
    *value *= pow(10, (double)power);
    *text = (struct str){0};
    return true;
}

static struct str
written(struct arena *arena, double value, bool is_exact) {
    struct str s =
        is_exact ? arena_printf(arena, "%.15g", value) : arena_printf(arena, "%.4f", value);
    if (str_find(s, STR("e")) != SIZE_MAX) {
        return (struct str){0};
    }
    while (str_find(s, STR(".")) != SIZE_MAX && s.n > 1 && s.p[s.n - 1] == '0') {
        s.n--;
    }
    s.n -= s.p[s.n - 1] == '.';
    return s;
}

struct str
forms_number(struct arena *arena, struct str text) {
    static const struct str about[] = {STR_INIT("약"), STR_INIT("대략"), STR_INIT("約"),
        STR_INIT("およそ"), STR_INIT("about"), STR_INIT("approx."), STR_INIT("ca."), STR_INIT("₩"),
        STR_INIT("¥"), STR_INIT("￥"), STR_INIT("$"), STR_INIT("€"), STR_INIT("+")};
    struct str rest = narrow(arena, text);
    for (size_t i = 0; i < ARRAY_LEN(about); i++) {
        take(&rest, about[i]);
    }
    bool is_bracket = rest.n > 2 && rest.p[0] == '(' && rest.p[rest.n - 1] == ')';
    rest = is_bracket ? str_trim(str_slice(rest, 1, rest.n - 1)) : rest;
    int side = take_side(&rest, false);
    bool is_minus = take(&rest, STR("-")), has_point = false;
    double value;
    if (!take_parts(&rest, &value, &has_point) || !take_exponent(&rest, &value)) {
        return (struct str){0};
    }
    bool is_degree = take(&rest, STR("°")) || take(&rest, STR("도")) || take(&rest, STR("度"));
    bool is_whole = !is_degree || rest.n == 0 || take_minutes(&rest, &value);
    int end = take_side(&rest, true);
    if (!is_whole || !is_unit(rest) || value > 1e15) {
        return (struct str){0};
    }
    value *= is_minus || is_bracket || side < 0 || end < 0 ? -1 : 1;
    return written(arena, value, !is_degree || has_point);
}

enum { BEFORE = -1, UNSAID = 0, AFTER = 1 };
struct when {
    int64_t number;
    char unit;
    int side;
};

static int
take_when_side(struct str *text) {
    static const struct {
        struct str word;
        int side;
    } words[] = {{STR_INIT("전"), BEFORE}, {STR_INIT("前"), BEFORE}, {STR_INIT("まえ"), BEFORE},
        {STR_INIT("before"), BEFORE}, {STR_INIT("ago"), BEFORE}, {STR_INIT("뒤"), AFTER},
        {STR_INIT("후"), AFTER}, {STR_INIT("後"), AFTER}, {STR_INIT("あと"), AFTER},
        {STR_INIT("after"), AFTER}, {STR_INIT("later"), AFTER}};
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        if (take(text, words[i].word)) {
            return words[i].side;
        }
    }
    return UNSAID;
}

static bool
take_when(struct str *text, struct when *when) {
    static const struct {
        struct str word;
        char unit;
    } units[] = {{STR_INIT("개월"), 'M'}, {STR_INIT("달"), 'M'}, {STR_INIT("ヶ月"), 'M'},
        {STR_INIT("か月"), 'M'}, {STR_INIT("カ月"), 'M'}, {STR_INIT("ヵ月"), 'M'},
        {STR_INIT("ケ月"), 'M'}, {STR_INIT("箇月"), 'M'}, {STR_INIT("월"), 'M'},
        {STR_INIT("months"), 'M'}, {STR_INIT("month"), 'M'}, {STR_INIT("주일"), 'W'},
        {STR_INIT("주"), 'W'}, {STR_INIT("週間"), 'W'}, {STR_INIT("週"), 'W'},
        {STR_INIT("weeks"), 'W'}, {STR_INIT("week"), 'W'}, {STR_INIT("일"), 'D'},
        {STR_INIT("日"), 'D'}, {STR_INIT("days"), 'D'}, {STR_INIT("day"), 'D'},
        {STR_INIT("M"), 'M'}, {STR_INIT("W"), 'W'}, {STR_INIT("D"), 'D'}};
    double number;
    bool point, is_minus;
    *when = (struct when){0};
    take(text, STR("방문"));
    take(text, STR("訪問"));
    is_minus = take(text, STR("-"));
    take(text, STR("P"));
    if (!take_digits(text, &number, &point) || point || number > 9999) {
        return false;
    }
    for (size_t i = 0; i < ARRAY_LEN(units) && !when->unit; i++) {
        when->unit = take(text, units[i].word) ? units[i].unit : 0;
    }
    when->number = (int64_t)number;
    when->side = is_minus ? BEFORE : take_when_side(text);
    return true;
}

static struct str
put_when(struct arena *arena, const struct when *a, const struct when *b) {
    struct offset_end from = {a->number * a->side, OFFSET_DAYS}, to = {b->number * b->side, 0};
    from.unit = a->unit == 'M' ? OFFSET_MONTHS : a->unit == 'W' ? OFFSET_WEEKS : OFFSET_DAYS;
    to.unit = b->unit == 'M' ? OFFSET_MONTHS : b->unit == 'W' ? OFFSET_WEEKS : OFFSET_DAYS;
    if (offset_days(&from) > offset_days(&to)) {
        return put_when(arena, b, a);
    }
    static const char *const words[] = {" before", "", " after"};
    const char *first = words[a->side + 1], *last = words[b->side + 1];
    if (a->number == b->number && a->unit == b->unit && a->side == b->side) {
        return arena_printf(arena, "P%lld%c%s", (long long)a->number, a->unit, last);
    }
    return arena_printf(arena, "P%lld%c%s/P%lld%c%s", (long long)a->number, a->unit,
        a->side == b->side ? "" : first, (long long)b->number, b->unit, last);
}

struct str
forms_offset(struct arena *arena, struct str text) {
    static const struct str days[] = {STR_INIT("당일"), STR_INIT("방문일"), STR_INIT("방문 당일"),
        STR_INIT("当日"), STR_INIT("訪問日"), STR_INIT("訪問当日"), STR_INIT("same day"),
        STR_INIT("on the day"), STR_INIT("day of the visit"), STR_INIT("0"), STR_INIT("D-day"),
        STR_INIT("D-0")};
    struct str rest = narrow(arena, text);
    struct when a, b;
    for (size_t i = 0; i < ARRAY_LEN(days); i++) {
        if (is_alike(rest, days[i])) {
            return STR("P0D");
        }
    }
    bool is_counted =
        rest.n > 2 && (rest.p[0] | 32) == 'd' && (rest.p[1] == '-' || rest.p[1] == '+');
    if (is_counted) { /* D-30, D+7 */
        int64_t number;
        bool is_read =
            str_to_i64(str_slice(rest, 2, rest.n), &number) && number >= 0 && number < 10000;
        return is_read ? arena_printf(arena, "P%lldD %s", (long long)number,
                             rest.p[1] == '-' ? "before" : "after")
                       : (struct str){0};
    }
    if (!take_when(&rest, &a)) {
        return (struct str){0};
    }
    b = a;
    bool is_span = take(&rest, STR("~")) || take(&rest, STR("/")) || take(&rest, STR("-")) ||
                   take(&rest, STR("から")) || take(&rest, STR("to "));
    if (is_span && !take_when(&rest, &b)) {
        return (struct str){0};
    }
    a.unit = a.unit ? a.unit : b.unit;
    a.side = a.side ? a.side : b.side;
    bool is_zero = a.number == 0 && b.number == 0;
    bool is_whole = rest.n == 0 && a.unit && b.unit && (is_zero || (a.side && b.side));
    return is_whole ? put_when(arena, &a, &b) : (struct str){0};
}

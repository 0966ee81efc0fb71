#include "compiler/check/date_words.h"

#include "base/check.h"
#include "base/utf8.h"

#include <string.h>
#include <strings.h>

/* 一 to 九, 〇 and 零; -1 for others. */
static int
digit_of(uint32_t c) {
    static const uint32_t digits[] = {
        0x3007, 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};
    for (int i = 0; i < 10; i++) {
        if (c == digits[i]) {
            return i;
        }
    }
    return c == 0x96F6 ? 0 : -1;
}

/* 二〇二四 is 2024, 六十 is 60, 三十一 is 31. */
static size_t
put_numeral(struct str text, size_t *at, char *out) {
    int value = 0, digits = 0, last = 0;
    bool has_ten = false;
    size_t n = 0;
    while (*at < text.n) {
        size_t next = *at;
        uint32_t c = utf8_next(text, &next);
        int digit = digit_of(c);
        if (c == 0x5341 && !has_ten && digits <= 1) { /* 十 */
            value = (digits == 0 ? 1 : last) * 10;
            has_ten = true;
        } else if (digit >= 0 && digits < 6) {
            value = has_ten ? value + digit : value * 10 + digit;
            last = digit;
            digits++;
        } else {
            break;
        }
        *at = next;
    }
    char reversed[8];
    do {
        reversed[n++] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0 && n < sizeof(reversed));
    for (size_t i = 0; i < n; i++) {
        out[i] = reversed[n - 1 - i];
    }
    return n;
}

static bool
is_weekday(struct str text) {
    static const struct str days[] = {STR_INIT("월"), STR_INIT("화"), STR_INIT("수"),
        STR_INIT("목"), STR_INIT("금"), STR_INIT("토"), STR_INIT("일"), STR_INIT("月"),
        STR_INIT("火"), STR_INIT("水"), STR_INIT("木"), STR_INIT("金"), STR_INIT("土"),
        STR_INIT("日"), STR_INIT("Mon"), STR_INIT("Tue"), STR_INIT("Wed"), STR_INIT("Thu"),
        STR_INIT("Fri"), STR_INIT("Sat"), STR_INIT("Sun")};
    static const struct str ends[] = {STR_INIT(""), STR_INIT("요일"), STR_INIT("曜"),
        STR_INIT("曜日"), STR_INIT("day"), STR_INIT("sday"), STR_INIT("nesday"), STR_INIT("rsday"),
        STR_INIT("urday")};
    for (size_t i = 0; i < ARRAY_LEN(days); i++) {
        if (!str_starts(text, days[i])) {
            continue;
        }
        struct str rest = str_slice(text, days[i].n, text.n);
        for (size_t j = 0; j < ARRAY_LEN(ends); j++) {
            if (str_eq(rest, ends[j])) {
                return true;
            }
        }
    }
    return false;
}

/* (토), （土）, [Sat] at the end; `Sat ` and `Saturday, ` at the start. */
static struct str
without_weekday(struct str text) {
    static const struct str opens[] = {STR_INIT("("), STR_INIT("（"), STR_INIT("["), STR_INIT(" ")};
    static const struct str closes[] = {STR_INIT(")"), STR_INIT("）"), STR_INIT("]"), STR_INIT("")};
    for (size_t i = 0; i < ARRAY_LEN(opens); i++) {
        size_t open = SIZE_MAX;
        for (size_t at = 0; at + opens[i].n <= text.n; at++) {
            open = memcmp(text.p + at, opens[i].p, opens[i].n) == 0 ? at : open;
        }
        if (open != SIZE_MAX && open > 0 && str_ends(text, closes[i]) &&
            is_weekday(str_slice(text, open + opens[i].n, text.n - closes[i].n))) {
            return str_trim(str_slice(text, 0, open));
        }
    }
    size_t blank = str_find(text, STR(" "));
    struct str first = str_slice(text, 0, blank);
    first.n -= str_ends(first, STR(",")) || str_ends(first, STR("."));
    return blank != SIZE_MAX && first.n >= 3 && is_weekday(first)
               ? str_trim(str_slice(text, blank, text.n))
               : text;
}

/* 1985-06-01 00:00:00, 1985-06-01T09:30Z */
static struct str
without_time(struct str text) {
    size_t colon = str_find(text, STR(":"));
    size_t start = colon;
    while (start != SIZE_MAX && start > 0 && text.p[start] != ' ' && text.p[start] != 'T') {
        start--;
    }
    return colon == SIZE_MAX || start < 8 ? text : str_trim(str_slice(text, 0, start));
}

struct str
date_words_bare(struct arena *arena, struct str text) {
    text = without_weekday(without_time(str_trim(text)));
    char *copy = arena_alloc(arena, text.n + 8);
    size_t n = 0;
    for (size_t at = 0; at < text.n;) {
        size_t next = at;
        uint32_t c = utf8_next(text, &next);
        if (digit_of(c) >= 0 || c == 0x5341) {
            n += put_numeral(text, &at, copy + n);
            continue;
        }
        memcpy(copy + n, text.p + at, next - at);
        n += next - at;
        at = next;
    }
    /* 1st, 2nd, 31st */
    struct str out = {copy, n};
    static const struct str ordinals[] = {
        STR_INIT("st"), STR_INIT("nd"), STR_INIT("rd"), STR_INIT("th")};
    for (size_t at = 1; at + 2 <= out.n; at++) {
        bool is_word =
            at + 2 < out.n && ((out.p[at + 2] | 32) >= 'a' && (out.p[at + 2] | 32) <= 'z');
        for (size_t i = 0; i < 4 && !is_word; i++) {
            if (out.p[at - 1] >= '0' && out.p[at - 1] <= '9' &&
                memcmp(out.p + at, ordinals[i].p, 2) == 0) {
                memcpy(copy + at, "  ", 2);
            }
        }
    }
    return str_trim(out);
}

struct str
date_words_end(struct str text) {
    static const struct str words[] = {STR_INIT("까지"), STR_INIT("まで"), STR_INIT("현재"),
        STR_INIT("現在"), STR_INIT("지금"), STR_INIT("今"), STR_INIT("now"), STR_INIT("present")};
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        if (str_ends(text, words[i])) {
            text = str_trim(str_slice(text, 0, text.n - words[i].n));
        }
    }
    return text;
}

enum dates_about
date_words_about(struct str text, struct str *exact) {
    static const struct str ends[] = {STR_INIT("상반기"), STR_INIT("하반기"), STR_INIT("上半期"),
        STR_INIT("下半期"), STR_INIT("前半"), STR_INIT("後半"), STR_INIT("전반"), STR_INIT("후반"),
        STR_INIT("상순"), STR_INIT("중순"), STR_INIT("하순"), STR_INIT("上旬"), STR_INIT("中旬"),
        STR_INIT("下旬"), STR_INIT("초순"), STR_INIT("초반"), STR_INIT("중반"), STR_INIT("말경"),
        STR_INIT("무렵"), STR_INIT("경"), STR_INIT("쯤"), STR_INIT("말"), STR_INIT("초"),
        STR_INIT("頃"), STR_INIT("ごろ"), STR_INIT("ころ"), STR_INIT("末"), STR_INIT("初め"),
        STR_INIT("初頭"), STR_INIT("半ば"), STR_INIT("봄"), STR_INIT("여름"), STR_INIT("가을"),
        STR_INIT("겨울"), STR_INIT("春"), STR_INIT("夏"), STR_INIT("秋"), STR_INIT("冬"),
        STR_INIT("度"), STR_INIT("년도"), STR_INIT("?"), STR_INIT("？")};
    static const struct str starts[] = {STR_INIT("about "), STR_INIT("around "), STR_INIT("circa "),
        STR_INIT("ca. "), STR_INIT("c. "), STR_INIT("early "), STR_INIT("mid "), STR_INIT("mid-"),
        STR_INIT("late "), STR_INIT("spring "), STR_INIT("summer "), STR_INIT("autumn "),
        STR_INIT("fall "), STR_INIT("winter "), STR_INIT("end of "), STR_INIT("약 "),
        STR_INIT("약"), STR_INIT("約")};
    static const struct str decades[] = {STR_INIT("년대"), STR_INIT("年代"), STR_INIT("0s")};
    struct str s = str_trim(text);
    enum dates_about about = DATES_EXACT;
    for (size_t i = 0; i < ARRAY_LEN(starts); i++) {
        if (s.n > starts[i].n && strncasecmp(s.p, starts[i].p, starts[i].n) == 0) {
            s = str_trim(str_slice(s, starts[i].n, s.n));
            about = DATES_SOME;
        }
    }
    for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
        if (s.n > ends[i].n + 3 && str_ends(s, ends[i])) {
            s = str_trim(str_slice(s, 0, s.n - ends[i].n));
            about = DATES_SOME;
        }
    }
    for (size_t i = 0; i < ARRAY_LEN(decades); i++) {
        if (s.n > decades[i].n && str_ends(s, decades[i])) {
            s = str_slice(s, 0, s.n - decades[i].n + (i == 2));
            about = DATES_DECADE;
        }
    }
    *exact = s;
    return about;
}

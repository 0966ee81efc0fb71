/* Korean words a line would rather not part: a numeral or determiner and its noun (세 번, 그 도시),
 * the parts of one amount (10월 19일, 5만 2천), an amount and what places it (15분 만에). And the
 * bound nouns (할 수, 아는 것), which no line starts with unless that saves one.
 *
 * Nearly every space of Korean text is asked here, so each question begins with one syllable. */
#include "base/check.h"
#include "text/around.h"
#include "text/breaks.h"

#define HANGUL_FIRST 0xAC00u
#define HANGUL_LAST 0xD7A3u
#define TAILS 28u
#define TAIL_N 4u /* ㄴ */
#define TAIL_L 8u /* ㄹ */

/* Sets of syllables by seven of their bits: what is not in one needs no closer look. */
#define BIT(c, half) (((c) >> 6 & 1) == (half) ? UINT64_C(1) << ((c)&63) : 0)
/* 섯 곱 덟 홉 무 른 흔 한 두 세 네 */
#define NUMERALS(h)                                                                          \
    BIT(0xC12F, h) | BIT(0xACF1, h) | BIT(0xB35F, h) | BIT(0xD649, h) | BIT(0xBB34, h) |     \
        BIT(0xB978, h) | BIT(0xD754, h) | BIT(0xD55C, h) | BIT(0xB450, h) | BIT(0xC138, h) | \
        BIT(0xB124, h)
/* 전 후 뒤 중 간 만 동 이 미 초 가 정 내 안 넘 남, 것 듯 뿐 수 리 지 데 채 적 줄 바 */
#define FOLLOWERS(h)                                                                         \
    BIT(0xC804, h) | BIT(0xD6C4, h) | BIT(0xB4A4, h) | BIT(0xC911, h) | BIT(0xAC04, h) |     \
        BIT(0xB9CC, h) | BIT(0xB3D9, h) | BIT(0xC774, h) | BIT(0xBBF8, h) | BIT(0xCD08, h) | \
        BIT(0xAC00, h) | BIT(0xC815, h) | BIT(0xB0B4, h) | BIT(0xC548, h) | BIT(0xB118, h) | \
        BIT(0xB0A8, h) | BIT(0xAC83, h) | BIT(0xB4EF, h) | BIT(0xBFD0, h) | BIT(0xC218, h) | \
        BIT(0xB9AC, h) | BIT(0xC9C0, h) | BIT(0xB370, h) | BIT(0xCC44, h) | BIT(0xC801, h) | \
        BIT(0xC904, h) | BIT(0xBC14, h)

static bool
may_hold(const uint64_t set[2], uint32_t c) {
    return set[c >> 6 & 1] >> (c & 63) & 1;
}

static bool
is_digit(const struct analysis *a, int32_t at) {
    return around_raw(a, at) == CHAR_DIGIT;
}

/* Does `word` stand at `at`? */
static bool
reads(const struct analysis *a, int32_t at, const uint16_t *word) {
    for (; *word; word++, at++) {
        if (around_syllable(a, at) != *word) {
            return false;
        }
    }
    return true;
}

static bool
starts_word(const struct analysis *a, int32_t at) {
    enum char_class class = around_raw(a, at - 1);
    return around_is_gap(class) || class == CHAR_OPEN || class == CHAR_QUOTE;
}

/* 한 두 세 네 … which count the noun behind them. */
static bool
is_small_numeral(uint32_t c) {
    return c == 0xD55C /* 한 */ || c == 0xB450 /* 두 */ || c == 0xC138 /* 세 */ ||
           c == 0xB124 /* 네 */ || c == 0xC11D /* 석 */ || c == 0xB109 /* 넉 */ ||
           c == 0xC5F4 /* 열 */ || c == 0xC270 /* 쉰 */ || c == 0xBA87 /* 몇 */;
}

/* 참가를 한 사람: behind an object it is the verb; before another determiner the end of a clause
 * (하는 한 그 효력은). 19 세 이상: behind a number, a counter. */
static bool
is_numeral_word(const struct analysis *a, int32_t at) {
    uint32_t c = around_syllable(a, at), before = around_syllable(a, at - 2);
    bool verb = before == 0xC744 /* 을 */ || before == 0xB97C /* 를 */ ||
                (around_raw(a, at + 3) == CHAR_SPACE &&
                    (around_syllable(a, at + 2) == 0xADF8 || around_syllable(a, at + 2) == 0xC774));
    return is_small_numeral(c) && !is_digit(a, at - 2) && (c != 0xD55C || !verb);
}

/* 전 세계, but 행사 전 확인 */
static bool
is_whole(const struct analysis *a, int32_t at) {
    static const uint16_t nouns[][3] = {u"세계", u"국민", u"시민", u"직원", u"회원", u"구간",
        u"지역", u"과정", u"품목", u"학년", u"국토"};
    for (size_t i = 0; i < ARRAY_LEN(nouns); i++) {
        if (reads(a, at, nouns[i])) {
            return true;
        }
    }
    return false;
}

/* A word of one syllable before the space before `at`: 약 66분, 각 호, 첫 인연, 세 번. */
static bool
is_determiner(const struct analysis *a, int32_t at) {
    bool number = is_digit(a, at);
    switch (around_syllable(a, at - 2)) {
    case 0xC57D: /* 약 */
    case 0xCD1D: /* 총 */
    case 0xB531: /* 딱 */
    case 0xB2E8: /* 단 */
        return number ||
               (is_small_numeral(around_syllable(a, at)) && around_is_gap(around_raw(a, at + 1)));
    case 0xB9CC: /* 만 */
    case 0xC81C: /* 제 */
    case 0xC5F0: /* 연 */
        return number;
    case 0xAC01: /* 각 */
    case 0xB9E4: /* 매 */
    case 0xCCAB: /* 첫 */
    case 0xADF8: /* 그 */
    case 0xC774: /* 이 */
    case 0xC800: /* 저 */
        return true;
    case 0xC804: /* 전 */
        return is_whole(a, at);
    case 0xBC24: /* 밤 */
    case 0xB0AE: /* 낮 */
        return number;
    default:
        return is_numeral_word(a, at - 2);
    }
}

/* 다섯 여섯 … 열두 스물세: does a native numeral of several syllables end before `end`? */
static bool
ends_native_numeral(const struct analysis *a, int32_t end) {
    static const uint16_t tens[] = u"열물른흔쉰순든";
    uint32_t before = around_syllable(a, end - 2);
    switch (around_syllable(a, end - 1)) {
    case 0xC12F: /* 섯 */
        return before == 0xB2E4 || before == 0xC5EC;
    case 0xACF1: /* 곱 */
        return before == 0xC77C;
    case 0xB35F: /* 덟 */
        return before == 0xC5EC;
    case 0xD649: /* 홉 */
        return before == 0xC544;
    case 0xBB34: /* 무 */
        return before == 0xC2A4 && starts_word(a, end - 2);
    case 0xB978: /* 른 */
        return before == 0xC11C && starts_word(a, end - 2);
    case 0xD754: /* 흔 */
        return (before == 0xB9C8 || before == 0xC77C || before == 0xC544) &&
               starts_word(a, end - 2);
    case 0xD55C: /* 한 */
    case 0xB450: /* 두 */
    case 0xC138: /* 세 */
    case 0xB124: /* 네 */
        for (size_t i = 0; i + 1 < ARRAY_LEN(tens); i++) {
            if (before == tens[i]) {
                return starts_word(a, end - (i == 0 || i == 4 ? 2 : 3));
            }
        }
        return false;
    default:
        return false;
    }
}

/* 오후 3시, 새벽 5:30 */
static bool
is_hour_of_day(const struct analysis *a, int32_t at) {
    static const uint16_t parts[][3] = {
        u"오전", u"오후", u"새벽", u"아침", u"저녁", u"정오", u"한밤"};
    int32_t n = around_from(a, at, CHAR_DIGIT);
    bool hour = around_syllable(a, at + n) == 0xC2DC /* 시 */ || a->bases[at + n] == ':';
    for (size_t i = 0; i < ARRAY_LEN(parts) && hour; i++) {
        if (reads(a, at - 3, parts[i])) {
            return true;
        }
    }
    return false;
}

/* 10월 19일, 3박 4일, 2시간 30분, 2년 6개월, 5만 2천: the next part of the same amount at `at`. */
static bool
continues_amount(const struct analysis *a, int32_t at) {
    int32_t n = around_from(a, at, CHAR_DIGIT);
    uint32_t unit = around_syllable(a, at + n);
    bool digit = is_digit(a, at - 3);
    switch (around_syllable(a, at - 2)) {
    case 0xC6D4: /* 월 */
        return digit && n <= 2;
    case 0xBC15: /* 박 */
        return digit && unit == 0xC77C /* 일 */;
    case 0xAC04: /* 간 */
        return around_syllable(a, at - 3) == 0xC2DC && is_digit(a, at - 4) && unit == 0xBD84;
    case 0xC2DC: /* 시 */
        return digit && n <= 2 && unit == 0xBD84 /* 분 */;
    case 0xBD84: /* 분 */
        return digit && unit == 0xCD08 /* 초 */;
    case 0xB144: /* 년 */
        return digit && unit == 0xAC1C /* 개 */ && around_syllable(a, at + n + 1) == 0xC6D4;
    case 0xCC9C: /* 천 */
    case 0xB9CC: /* 만 */
    case 0xC5B5: /* 억 */
    case 0xC870: /* 조 */
        return digit || is_digit(a, at - 4);
    default:
        return false;
    }
}

/* A number in the word before the space before `at`, with three letters or signs behind it at
 * most: 15분 5kg 20% */
static bool
follows_amount(const struct analysis *a, int32_t at) {
    for (int32_t i = at - 2; i >= at - 5; i--) {
        enum char_class class = around_raw(a, i);
        if (class != CHAR_CLOSE && class != CHAR_OTHER && !around_is_letter(class)) {
            return class == CHAR_DIGIT;
        }
    }
    return false;
}

/* 만에 전 후 동안 이상 …: words that place the amount before them. */
static bool
places_amount(const struct analysis *a, int32_t at) {
    static const uint16_t words[][3] = {u"만의", u"만이", u"동안", u"이상", u"이하", u"이내",
        u"이전", u"이후", u"미만", u"초과", u"가량", u"정도", u"내외", u"안에", u"넘게", u"남짓",
        u"전에", u"전까", u"전부", u"전의", u"후에", u"후부", u"후의", u"뒤에", u"뒤의"};
    switch (around_syllable(a, at)) {
    case 0xC804: /* 전 */
    case 0xD6C4: /* 후 */
    case 0xB4A4: /* 뒤 */
    case 0xC911: /* 중 */
    case 0xAC04: /* 간 */
        if (around_raw(a, at + 1) != CHAR_HANGUL) {
            return follows_amount(a, at);
        }
        break;
    case 0xB9CC: /* 만 */
        if (around_syllable(a, at + 1) == 0xC5D0) {
            return true; /* 만에 means nothing else, 사흘 만에 too */
        }
        break;
    case 0xB3D9: /* 동 */
    case 0xC774: /* 이 */
    case 0xBBF8: /* 미 */
    case 0xCD08: /* 초 */
    case 0xAC00: /* 가 */
    case 0xC815: /* 정 */
    case 0xB0B4: /* 내 */
    case 0xC548: /* 안 */
    case 0xB118: /* 넘 */
    case 0xB0A8: /* 남 */
        break;
    default:
        return false;
    }
    for (size_t i = 0, n = follows_amount(a, at) ? ARRAY_LEN(words) : 0; i < n; i++) {
        if (reads(a, at, words[i])) {
            return true;
        }
    }
    return false;
}

/* The consonant that closes the syllable before the space before `at`: ㄴ ㄹ end what stands before
 * a bound noun (하는 것, 할 수). */
static bool
follows_tail(const struct analysis *a, int32_t at, bool n, bool l) {
    uint32_t c = around_syllable(a, at - 2);
    if (c < HANGUL_FIRST || c > HANGUL_LAST) {
        return false;
    }
    uint32_t tail = (c - HANGUL_FIRST) % TAILS;
    return (n && tail == TAIL_N) || (l && tail == TAIL_L);
}

/* Nothing of the word follows at `at`, or one syllable of particle: 은 는 이 가 을 를 도 만 에 */
static bool
ends_noun(const struct analysis *a, int32_t at) {
    static const uint16_t particles[] = u"은는이가을를도만에";
    for (size_t i = 0; i + 1 < ARRAY_LEN(particles); i++) {
        if (around_syllable(a, at) == particles[i]) {
            return around_raw(a, at + 1) != CHAR_HANGUL;
        }
    }
    return around_raw(a, at) != CHAR_HANGUL;
}

bool
bonds_is_bound_noun(const struct analysis *a, int32_t at) {
    uint32_t next;
    switch (around_syllable(a, at)) {
    case 0xAC83: /* 것 */
    case 0xB4EF: /* 듯 */
        return follows_tail(a, at, true, true);
    case 0xBFD0: /* 뿐 */
        return follows_tail(a, at, false, true);
    case 0xC218: /* 수 */
        next = around_syllable(a, at + 1);
        return follows_tail(a, at, false, true) &&
               (next == 0xBC16 /* 밖 */ || ends_noun(a, at + 1));
    case 0xB9AC: /* 리 */
        return follows_tail(a, at, false, true) && ends_noun(a, at + 1);
    case 0xC9C0:                           /* 지 */
        next = around_syllable(a, at + 1); /* 만든 지도 may be a map */
        return follows_tail(a, at, true, false) && next != 0xB3C4 && ends_noun(a, at + 1);
    case 0xB370:                           /* 데 */
        next = around_syllable(a, at + 1); /* 데다 데에는 */
        return follows_tail(a, at, true, true) &&
               (next == 0xB2E4 || next == 0xC5D0 || ends_noun(a, at + 1));
    case 0xCC44: /* 채 */
    case 0xC801: /* 적 */
        next = around_syllable(a, at + 1);
        return follows_tail(a, at, true, false) &&
               (next == 0xB85C /* 로 */ || ends_noun(a, at + 1));
    case 0xC904: /* 줄 */
    case 0xBC14: /* 바 */
        return follows_tail(a, at, true, true) && ends_noun(a, at + 1);
    case 0xB9CC: /* 만 */
        return around_syllable(a, at + 1) == 0xD07C /* 만큼 */ && follows_tail(a, at, true, true);
    default:
        return false;
    }
}

/* The questions that begin with a digit behind the space, or with a word of one syllable before. */
static enum break_kind
special_kind(const struct analysis *a, int32_t at, enum char_class next) {
    if (next == CHAR_DIGIT && continues_amount(a, at)) {
        uint32_t last = around_syllable(a, at - 2);
        bool date = last == 0xB144 /* 년 */ || last == 0xC6D4 /* 월 */;
        return date ? BREAK_JOINT : BREAK_BOND;
    }
    bool holds =
        starts_word(a, at - 2) ? is_determiner(a, at) : next == CHAR_DIGIT && is_hour_of_day(a, at);
    return holds ? BREAK_LOOSE : BREAK_WORD;
}

enum break_kind
bonds_kind(const struct analysis *a, int32_t at) {
    static const uint64_t numerals[2] = {NUMERALS(0), NUMERALS(1)};
    static const uint64_t followers[2] = {FOLLOWERS(0), FOLLOWERS(1)};
    enum char_class next = around_raw(a, at);
    if (next != CHAR_DIGIT && !around_is_letter(next)) {
        return BREAK_WORD;
    }
    if (around_raw(a, at - 2) == CHAR_HANGUL) {
        if (next == CHAR_DIGIT || starts_word(a, at - 2)) {
            enum break_kind kind = special_kind(a, at, next);
            if (kind != BREAK_WORD) {
                return kind;
            }
        }
        if (may_hold(numerals, around_syllable(a, at - 2)) && next != CHAR_DIGIT &&
            ends_native_numeral(a, at - 1)) {
            return BREAK_LOOSE;
        }
    }
    if (next != CHAR_HANGUL || !may_hold(followers, around_syllable(a, at))) {
        return BREAK_WORD;
    }
    return places_amount(a, at)         ? BREAK_LOOSE
           : bonds_is_bound_noun(a, at) ? BREAK_LEAN
                                        : BREAK_WORD;
}

/* Korean words a line would rather not part: a numeral or determiner and its noun (세 번, 그 도시),
 * the parts of one amount (10월 19일, 5만 2천), an amount and what places it (15분 만에). And the
 * bound nouns (할 수, 아는 것), which no line starts with unless that saves one.
 *
 * Nearly every space of Korean text is asked here, so each question begins with one syllable. */
#include "base/check.h"
#include "text/breaks/around.h"
#include "text/breaks/breaks.h"

#define HANGUL_FIRST 0xAC00u
#define HANGUL_LAST 0xD7A3u
#define TAILS 28u
#define TAIL_N 4u /* ㄴ */
#define TAIL_L 8u /* ㄹ */

static bool
is_digit(const struct analysis *a, int32_t at) {
    return around_raw(a, at) == CHAR_DIGIT;
}

static bool
starts_word(const struct analysis *a, int32_t at) {
    enum char_class class = around_raw(a, at - 1);
    return around_is_gap(class) || class == CHAR_OPEN || class == CHAR_QUOTE;
}

/* 한 두 세 네 … which count the noun behind them. */
static bool
is_small_numeral(uint32_t c) {
    return c == u'한' || c == u'두' || c == u'세' || c == u'네' || c == u'석' || c == u'넉' ||
           c == u'열' || c == u'쉰' || c == u'몇';
}

/* 참가를 한 사람: behind an object it is the verb; before another determiner the end of a clause
 * (하는 한 그 효력은). 19 세 이상: behind a number, a counter. */
static bool
is_numeral_word(const struct analysis *a, int32_t at) {
    uint32_t c = around_syllable(a, at), before = around_syllable(a, at - 2);
    bool verb = before == u'을' || before == u'를' ||
                (around_raw(a, at + 3) == CHAR_SPACE &&
                    (around_syllable(a, at + 2) == u'그' || around_syllable(a, at + 2) == u'이'));
    return is_small_numeral(c) && !is_digit(a, at - 2) && (c != u'한' || !verb);
}

/* 전 세계, but 행사 전 확인 */
static bool
is_whole(const struct analysis *a, int32_t at) {
    static const uint16_t nouns[][3] = {u"세계", u"국민", u"시민", u"직원", u"회원", u"구간",
        u"지역", u"과정", u"품목", u"학년", u"국토"};
    return around_reads_one(a, at, nouns, ARRAY_LEN(nouns));
}

/* A word of one syllable before the space before `at`: 약 66분, 각 호, 첫 인연, 세 번. */
static bool
is_determiner(const struct analysis *a, int32_t at) {
    bool number = is_digit(a, at);
    switch (around_syllable(a, at - 2)) {
    case u'약':
    case u'총':
    case u'딱':
    case u'단':
        return number ||
               (is_small_numeral(around_syllable(a, at)) && around_is_gap(around_raw(a, at + 1)));
    case u'만':
    case u'제':
    case u'연':
        return number;
    case u'각':
    case u'매':
    case u'첫':
    case u'그':
    case u'이':
    case u'저':
        return true;
    case u'전':
        return is_whole(a, at);
    case u'밤':
    case u'낮':
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
    case u'섯':
        return before == u'다' || before == u'여';
    case u'곱':
        return before == u'일';
    case u'덟':
        return before == u'여';
    case u'홉':
        return before == u'아';
    case u'무':
        return before == u'스' && starts_word(a, end - 2);
    case u'른':
        return before == u'서' && starts_word(a, end - 2);
    case u'흔':
        return (before == u'마' || before == u'일' || before == u'아') && starts_word(a, end - 2);
    case u'한':
    case u'두':
    case u'세':
    case u'네':
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
    bool hour = around_syllable(a, at + n) == u'시' || a->bases[at + n] == ':';
    return hour && around_reads_one(a, at - 3, parts, ARRAY_LEN(parts));
}

/* 2012년 10월, 10월 19일, 3박 4일, 2시간 30분, 2년 6개월, 5만 2천: the next part of the same amount
 * at `at`. */
static bool
continues_amount(const struct analysis *a, int32_t at) {
    int32_t n = around_from(a, at, CHAR_DIGIT);
    uint32_t unit = around_syllable(a, at + n);
    bool digit = is_digit(a, at - 3);
    switch (around_syllable(a, at - 2)) {
    case u'월':
        return digit && n <= 2;
    case u'박':
        return digit && unit == u'일';
    case u'간':
        return around_syllable(a, at - 3) == u'시' && is_digit(a, at - 4) && unit == u'분';
    case u'시':
        return digit && n <= 2 && unit == u'분';
    case u'분':
        return digit && unit == u'초';
    case u'년':
        return digit &&
               (unit == u'월' || (unit == u'개' && around_syllable(a, at + n + 1) == u'월'));
    case u'천':
    case u'만':
    case u'억':
    case u'조':
        return digit || is_digit(a, at - 4);
    default:
        return false;
    }
}

/* How the next part of an amount holds. A date stays whole where it fits, in a bracket too; where
 * it does not, the year goes first: 2012년 ⏎ 12월 5일. */
static enum break_kind
kind_in_amount(const struct analysis *a, int32_t at) {
    uint32_t last = around_syllable(a, at - 2);
    uint32_t unit = around_syllable(a, at + around_from(a, at, CHAR_DIGIT));
    if (last == u'년' && unit == u'월') {
        return BREAK_INNER;
    }
    return last == u'월' ? BREAK_JOINT : BREAK_BOND;
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
    case u'전':
    case u'후':
    case u'뒤':
    case u'중':
    case u'간':
        if (around_raw(a, at + 1) != CHAR_HANGUL) {
            return follows_amount(a, at);
        }
        break;
    case u'만':
        if (around_syllable(a, at + 1) == u'에') {
            return true; /* 만에 means nothing else, 사흘 만에 too */
        }
        break;
    case u'동':
    case u'이':
    case u'미':
    case u'초':
    case u'가':
    case u'정':
    case u'내':
    case u'안':
    case u'넘':
    case u'남':
        break;
    default:
        return false;
    }
    return around_reads_one(a, at, words, ARRAY_LEN(words)) && follows_amount(a, at);
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
    case u'것':
    case u'듯':
        return follows_tail(a, at, true, true);
    case u'뿐':
        return follows_tail(a, at, false, true);
    case u'수':
        next = around_syllable(a, at + 1);
        return follows_tail(a, at, false, true) && (next == u'밖' || ends_noun(a, at + 1));
    case u'리':
        return follows_tail(a, at, false, true) && ends_noun(a, at + 1);
    case u'지':
        next = around_syllable(a, at + 1); /* 만든 지도 may be a map */
        return follows_tail(a, at, true, false) && next != u'도' && ends_noun(a, at + 1);
    case u'데':
        next = around_syllable(a, at + 1); /* 데다 데에는 */
        return follows_tail(a, at, true, true) &&
               (next == u'다' || next == u'에' || ends_noun(a, at + 1));
    case u'채':
    case u'적':
        next = around_syllable(a, at + 1);
        return follows_tail(a, at, true, false) && (next == u'로' || ends_noun(a, at + 1));
    case u'줄':
    case u'바':
        return follows_tail(a, at, true, true) && ends_noun(a, at + 1);
    case u'만':
        return around_syllable(a, at + 1) == u'큼' && follows_tail(a, at, true, true);
    default:
        return false;
    }
}

/* The questions that begin with a digit behind the space, or with a word of one syllable before. */
static enum break_kind
special_kind(const struct analysis *a, int32_t at, enum char_class next) {
    if (next == CHAR_DIGIT && continues_amount(a, at)) {
        return kind_in_amount(a, at);
    }
    bool holds =
        starts_word(a, at - 2) ? is_determiner(a, at) : next == CHAR_DIGIT && is_hour_of_day(a, at);
    return holds ? BREAK_LOOSE : BREAK_WORD;
}

enum break_kind
bonds_kind(const struct analysis *a, int32_t at) {
    static const uint16_t numerals[] = u"섯곱덟홉무른흔한두세네";
    static const uint16_t followers[] = u"전후뒤중간만동이미초가정내안넘남것듯뿐수리지데채적줄바";
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
        if (chars_is_one_of(numerals, around_syllable(a, at - 2)) && next != CHAR_DIGIT &&
            ends_native_numeral(a, at - 1)) {
            return BREAK_LOOSE;
        }
    }
    if (next != CHAR_HANGUL || !chars_is_one_of(followers, around_syllable(a, at))) {
        return BREAK_WORD;
    }
    return places_amount(a, at)         ? BREAK_LOOSE
           : bonds_is_bound_noun(a, at) ? BREAK_LEAN
                                        : BREAK_WORD;
}

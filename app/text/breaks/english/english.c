/* Line breaks in English: the rules of UAX #14, and what they leave out or let through. A word of
 * one letter, a code, an address or a year's range stays whole while it fits; a dash ends a line
 * and does not start one; a number keeps its unit, a title its name. */
#include "base/check.h"
#include "text/breaks/around.h"
#include "text/breaks/breaks.h"

static bool
is_dash(uint32_t c) {
    return c == 0x2014 || c == 0x2015;
}

static bool
equals(const struct analysis *a, int32_t start, int32_t end, const char *word) {
    for (; start < end && *word; start++, word++) {
        if (a->bases[start] != (uint32_t)*word) {
            return false;
        }
    }
    return start == end && !*word;
}

static bool
is_any_of(const struct analysis *a, int32_t start, int32_t end, const char *const *words) {
    for (; *words; words++) {
        if (equals(a, start, end, *words)) {
            return true;
        }
    }
    return false;
}

/* Mt. Dr. J. before a name, No. pp. before a number: the abbreviation ends before `end`. */
static bool
is_abbreviation(const struct analysis *a, int32_t end, enum char_class next) {
    static const char *const of_names[] = {"Mt", "Dr", "Mr", "Mrs", "Ms", "St", "Prof", "Sen",
        "Rep", "Gov", "Lt", "Gen", "Col", "Capt", "Rev", "Hon", NULL};
    static const char *const of_numbers[] = {"No", "no", "Nos", "Vol", "vol", "pp", "p", "Ch",
        "Fig", "art", "Art", "Sec", "Apt", "approx", "ca", "Tel", "Fax", NULL};
    int32_t start = end - 1 - around_before(a, end - 1, CHAR_LATIN);
    if (end < 2 || a->bases[end - 1] != '.' || start == end - 1) {
        return false;
    }
    bool initial = end - start == 2 && a->bases[start] >= 'A' && a->bases[start] <= 'Z';
    if (next == CHAR_LATIN && initial && around_is_gap(around_raw(a, start - 1))) {
        return true;
    }
    return (next == CHAR_LATIN && is_any_of(a, start, end - 1, of_names)) ||
           (next == CHAR_DIGIT && is_any_of(a, start, end - 1, of_numbers));
}

/* January, or Jan before a dot. */
static bool
is_month(const struct analysis *a, int32_t start, int32_t end) {
    static const char *const months[] = {"January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December", NULL};
    static const char *const short_months[] = {
        "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", NULL};
    return is_any_of(a, start, end, months) || is_any_of(a, start, end, short_months);
}

/* The run of Latin letters that ends at `end`, or begins at `at`. No word of the tables is longer
 * than ten: a run that is cut equals none. */
enum { RUN_MAX = 12 };

static int32_t
run_start(const struct analysis *a, int32_t end) {
    int32_t start = end;
    while (around_raw(a, start - 1) == CHAR_LATIN && end - start < RUN_MAX) {
        start--;
    }
    return start;
}

static int32_t
run_end(const struct analysis *a, int32_t at) {
    int32_t end = at;
    while (around_raw(a, end) == CHAR_LATIN && end - at < RUN_MAX) {
        end++;
    }
    return end;
}

/* 31 December, 12.6 billion: a day and its month, a number and its power of ten. */
static bool
is_after_number(const struct analysis *a, int32_t at) {
    static const char *const powers[] = {"thousand", "million", "billion", "trillion", "percent",
        "won", "yen", "dollars", "euros", NULL};
    int32_t end = run_end(a, at);
    bool day = around_before(a, at - 1, CHAR_DIGIT) <= 2;
    return (day && is_month(a, at, end)) || is_any_of(a, at, end, powers);
}

/* Section 12A, Platform 3, Feb. 2025, April 14: a word that the number behind it only completes. */
static bool
is_before_number(const struct analysis *a, int32_t at) {
    static const char *const words[] = {"Section", "Article", "Chapter", "Part", "Table", "Figure",
        "Room", "Exit", "Gate", "Platform", "Bus", "Line", "Page", "Version", "paragraph", "page",
        "USD", "KRW", "JPY", "EUR", NULL};
    int32_t end = at - 1;
    bool dot = a->bases[end - 1] == '.';
    end -= dot;
    int32_t start = run_start(a, end);
    int32_t digits = around_from(a, at, CHAR_DIGIT);
    bool part = digits <= 2 || digits == 4; /* a day or a year */
    return ((dot || part) && is_month(a, start, end)) || (!dot && is_any_of(a, start, end, words));
}

/* 5:00 p.m. */
static bool
is_half_of_day(const struct analysis *a, int32_t at) {
    bool letter = a->bases[at] == 'a' || a->bases[at] == 'p';
    return letter && at + 3 <= a->count && equals(a, at + 1, at + 3, ".m");
}

/* April 14, 2025: the year behind the day. */
static bool
is_year_of_date(const struct analysis *a, int32_t at) {
    int32_t day = around_before(a, at - 2, CHAR_DIGIT), end = at - 3 - day; /* of the month */
    if (a->bases[at - 2] != ',' || day < 1 || day > 2 || around_from(a, at, CHAR_DIGIT) != 4 ||
        around_raw(a, end) != CHAR_SPACE) {
        return false;
    }
    return is_month(a, run_start(a, end), end);
}

/* 28th February; 3 million won; Mayor Kim, which parts where that saves a line. */
static enum break_kind
between_words(const struct analysis *a, int32_t at) {
    static const char *const money[] = {"won", "yen", "dollars", "euros", NULL};
    static const char *const powers[] = {"thousand", "million", "billion", "trillion", NULL};
    static const char *const titles[] = {"Mayor", "Governor", "President", "Professor", "Director",
        "Minister", "Ambassador", "Chair", "Chairman", "Councillor", "Speaker", NULL};
    int32_t start = run_start(a, at - 1), end = run_end(a, at);
    bool ordinal = at - 1 - start == 2 && around_raw(a, start - 1) == CHAR_DIGIT;
    if ((ordinal && is_month(a, at, end)) ||
        (is_any_of(a, at, end, money) && is_any_of(a, start, at - 1, powers))) {
        return BREAK_LOOSE;
    }
    bool name = a->bases[at] >= 'A' && a->bases[at] <= 'Z';
    return name && is_any_of(a, start, at - 1, titles) ? BREAK_LEAN : BREAK_WORD;
}

static enum break_kind
unless_allowed(const struct analysis *a, int32_t at) {
    enum char_class last = around_raw(a, at - 1), next = around_raw(a, at);
    if (chars_never_starts(a->bases[at], next) || chars_never_ends(last)) {
        return BREAK_DESPERATE;
    }
    return last == CHAR_DIGIT || next == CHAR_DIGIT ? BREAK_SPLIT : BREAK_CLUSTER;
}

static enum break_kind
after_space(const struct analysis *a, int32_t at, bool allowed) {
    enum char_class last = around_raw(a, at - 2), next = around_class(a, at);
    if (allowed && last == CHAR_LATIN && next == CHAR_LATIN) {
        return between_words(a, at);
    }
    /* UAX #14 keeps `"word" (gloss)` together, for languages whose closing quotes open. */
    bool gloss = next == CHAR_OPEN && around_class(a, at - 2) == CHAR_CLOSE;
    if (!allowed && !gloss) {
        return unless_allowed(a, at);
    }
    if ((next == CHAR_LATIN || next == CHAR_DIGIT) &&
        ((last == CHAR_STOP && is_abbreviation(a, at - 1, next)) ||
            (last == CHAR_DIGIT && is_half_of_day(a, at)))) {
        return BREAK_LOOSE;
    }
    if ((last == CHAR_DIGIT && next == CHAR_LATIN && is_after_number(a, at)) ||
        (next == CHAR_DIGIT && (last == CHAR_LATIN || last == CHAR_STOP) &&
            is_before_number(a, at)) ||
        (next == CHAR_DIGIT && last == CHAR_COMMA && is_year_of_date(a, at))) {
        return BREAK_LOOSE;
    }
    return spaces_kind(a, at);
}

static enum break_kind
after_hyphen(const struct analysis *a, int32_t at, bool allowed) {
    enum char_class last = around_class(a, at - 2), next = around_class(a, at);
    if (last == CHAR_DIGIT && next == CHAR_DIGIT) {
        return a->bases[at - 1] == 0x2013 ? BREAK_PART : BREAK_JOINT; /* 15–20, 3704-2114 */
    }
    if (!allowed) {
        return unless_allowed(a, at);
    }
    if (around_in_address(a, at)) {
        return BREAK_JOINT;
    }
    int32_t letters = around_raw(a, at - 1) == CHAR_SLASH ? 3 : 2; /* up-to-date, but and/or */
    return around_joins_words(a, at, letters) ? BREAK_WORD : BREAK_PART;
}

static enum break_kind
beside_dash(const struct analysis *a, int32_t at) {
    enum char_class next = around_class(a, at);
    if (is_dash(a->bases[at])) {
        return is_dash(a->bases[at - 1]) ? BREAK_DESPERATE : BREAK_SPLIT;
    }
    return chars_never_starts(a->bases[at], next) ? BREAK_DESPERATE : BREAK_WORD;
}

enum break_kind
english_kind(const struct analysis *a, int32_t at, bool allowed) {
    enum char_class last = around_raw(a, at - 1), next = around_raw(a, at);
    if (last == CHAR_LATIN && next == CHAR_LATIN) {
        return allowed ? BREAK_WORD : BREAK_CLUSTER;
    }
    if (around_is_gap(next)) {
        return BREAK_NEVER;
    }
    if (last == CHAR_SPACE) {
        return after_space(a, at, allowed);
    }
    if (is_dash(a->bases[at - 1]) || is_dash(a->bases[at])) {
        return beside_dash(a, at);
    }
    if (last == CHAR_HYPHEN || last == CHAR_SLASH) {
        return after_hyphen(a, at, allowed);
    }
    if (a->bases[at] == '.' || a->bases[at - 1] == '@') {
        return eojeol_kind(a, at);
    }
    if (!allowed) {
        return unless_allowed(a, at);
    }
    if (next == CHAR_TILDE || next == CHAR_DOT) {
        return BREAK_DESPERATE; /* wide ones, which UAX #14 takes for ideographs */
    }
    bool gloss = chars_is_ideographic(a->bases[at - 1]) && chars_is_ideographic(a->bases[at]);
    if (gloss || next == CHAR_OPEN) {
        return BREAK_PART; /* (祇園祭), 4(a)(ii) */
    }
    return last == CHAR_QUESTION && around_in_address(a, at) ? BREAK_JOINT : BREAK_WORD;
}

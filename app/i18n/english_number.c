#include "i18n/english_number.h"

#include "base/check.h"

static const struct numeral {
    const char *word;
    int value;
} numerals[] = {{"one", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6},
    {"seven", 7}, {"eight", 8}, {"nine", 9}, {"ten", 10}, {"eleven", 11}, {"twelve", 12},
    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17},
    {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20}, {"thirty", 30}, {"forty", 40},
    {"fifty", 50}, {"sixty", 60}, {"seventy", 70}, {"eighty", 80}, {"ninety", 90}, {"zero", 0}};

struct reader {
    const struct fold *fold;
    size_t at;
};

/* A quick no: most letters begin no numeral. */
static bool
may_begin(uint32_t c) {
    return c == 'o' || c == 't' || c == 'f' || c == 's' || c == 'e' || c == 'n' || c == 'z' ||
           c == 'h' || c == 'a';
}

static bool
is_letter(const struct reader *r, size_t at) {
    return at < r->fold->count && fold_class(r->fold->units[at].code_point) == FOLD_LETTER;
}

/* The word stands there as a whole; a space or a hyphen before it is passed over. */
static bool
take(struct reader *r, const char *word) {
    size_t at = r->at;
    while (at < r->fold->count && at == r->at &&
           (r->fold->units[at].code_point == ' ' || r->fold->units[at].code_point == '-')) {
        at++;
    }
    for (; *word; word++, at++) {
        if (at >= r->fold->count || r->fold->units[at].code_point != (unsigned char)*word) {
            return false;
        }
    }
    if (is_letter(r, at)) {
        return false;
    }
    r->at = at;
    return true;
}

/* A numeral in [least, most]. */
static bool
take_numeral(struct reader *r, int least, int most, int *value) {
    for (size_t i = 0; i < ARRAY_LEN(numerals); i++) {
        bool fits = numerals[i].value >= least && numerals[i].value <= most;
        if (fits && take(r, numerals[i].word)) {
            *value = numerals[i].value;
            return true;
        }
    }
    return false;
}

/* Below a hundred: seven, nineteen, ninety-eight. */
static bool
take_tens(struct reader *r, struct english_number *out, int *value) {
    int ones;
    if (take_numeral(r, 20, 90, value)) {
        out->words++;
        if (take_numeral(r, 1, 9, &ones)) {
            *value += ones;
            out->words++;
        }
        return true;
    }
    bool is_there = take_numeral(r, 0, 19, value);
    out->words += is_there;
    return is_there;
}

/* half a, a quarter of a, three quarters of a: of the million that follows. */
static bool
take_fraction(struct reader *r, struct english_number *out) {
    struct reader try = *r;
    bool is_half = take(&try, "half");
    if (!is_half) {
        int count = 1;
        take_numeral(&try, 3, 3, &count);
        take(&try, "a");
        if (!take(&try, "quarter") && !take(&try, "quarters")) {
            return false;
        }
        out->digits = 25 * count;
        out->decimals = 2;
    } else {
        out->digits = 5;
        out->decimals = 1;
    }
    take(&try, "of");
    if (!take(&try, "a")) {
        return false;
    }
    out->words = 2;
    *r = try;
    return true;
}

static void
take_decimals(struct reader *r, struct english_number *out) {
    enum { DECIMALS_MAX = 4 };
    struct reader try = *r;
    int digit;
    if (!take(&try, "point")) {
        return;
    }
    while (out->decimals < DECIMALS_MAX && take_numeral(&try, 0, 9, &digit)) {
        out->digits = out->digits * 10 + digit;
        out->decimals++;
        out->words++;
        *r = try;
    }
}

bool
english_number_at(const struct fold *fold, size_t at, struct english_number *out) {
    struct reader r = {fold, at};
    int value = 0, rest = 0;
    *out = (struct english_number){0};
    if (at >= fold->count || !may_begin(fold->units[at].code_point)) {
        return false;
    }
    if (!take_fraction(&r, out)) {
        struct reader article = r;
        bool is_article = take(&article, "a") && take(&article, "hundred");
        if (is_article) {
            value = 1;
            take(&r, "a");
            out->words++;
        } else if (!take_tens(&r, out, &value)) {
            return false;
        }
        if (value > 0 && value < 100 && take(&r, "hundred")) {
            struct reader and = r;
            out->words++;
            value *= 100;
            out->is_round = true;
            take(&and, "and");
            if (take_tens(&and, out, &rest) && rest > 0) {
                value += rest;
                out->is_round = false;
                r = and;
            }
        }
        out->digits = value;
        take_decimals(&r, out);
    }
    out->to = r.at;
    return true;
}

bool
english_number_year(const struct fold *fold, size_t at, int *year, size_t *to) {
    struct reader r = {fold, at};
    struct english_number words = {0};
    int century = 0, rest = 0;
    if (at >= fold->count || !may_begin(fold->units[at].code_point)) {
        return false;
    }
    if (take(&r, "two") && take(&r, "thousand")) {
        take(&r, "and");
        if (!take_tens(&r, &words, &rest) || rest == 0) {
            return false;
        }
        century = 20;
    } else {
        r.at = at;
        if (!take_numeral(&r, 19, 20, &century) || !take_tens(&r, &words, &rest) || rest < 10) {
            return false;
        }
    }
    *year = century * 100 + rest;
    *to = r.at;
    return true;
}

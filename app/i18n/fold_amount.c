#include "i18n/fold_amount.h"

#include "base/check.h"
#include "base/utf8.h"
#include "i18n/english_number.h"

enum kind { KIND_DIGIT, KIND_POWER, KIND_BIG, KIND_UNIT };

static const struct entry {
    enum kind kind;
    const char *words;
    int value; /* of a digit; zeros of a power */
} entries[] = {
#define AMOUNT_DIGIT(words, value) {KIND_DIGIT, words, value},
#define AMOUNT_POWER(words, zeros) {KIND_POWER, words, zeros},
#define AMOUNT_BIG(words, zeros) {KIND_BIG, words, zeros},
#define AMOUNT_UNIT(words) {KIND_UNIT, words, 0},
#include "i18n/amounts.def"
};

enum {
    DIGITS_MAX = 15,
    DECIMALS_MAX = 6,
    PLAIN_LEAST = 4,
    NUMERAL_LEAST = 4,
    NUMERAL_SHORT = 2,
    ENGLISH_LEAST = 20,
    HUNDREDS = 1000
};
#define VALUE_MAX 1000000000000000000ll

struct reader {
    const struct fold *fold;
    size_t at;
};

static uint32_t
peek(const struct reader *r, size_t at) {
    return at < r->fold->count ? r->fold->units[at].code_point : 0;
}

static bool
is_class(uint32_t c, enum fold_class class) {
    return c != 0 && fold_class(c) == class;
}

/* A word of letters ends where letters end. */
static size_t
word_end(const struct reader *r, struct str word) {
    size_t at = r->at;
    for (size_t w = 0; w < word.n; at++) {
        if (!fold_is_same(peek(r, at), utf8_next(word, &w))) {
            return 0;
        }
    }
    bool is_latin = is_class(peek(r, at - 1), FOLD_LETTER);
    return is_latin && is_class(peek(r, at), FOLD_LETTER) ? 0 : at;
}

/* The longest word of a kind at the reader; moves behind it. */
static const struct entry *
take(struct reader *r, enum kind kind) {
    const struct entry *best = NULL;
    size_t end = 0;
    for (size_t i = 0; i < ARRAY_LEN(entries); i++) {
        struct str rest = str_from(entries[i].words), word;
        while (entries[i].kind == kind && str_split(&rest, '|', &word)) {
            size_t to = word_end(r, word);
            if (to > end) {
                end = to;
                best = &entries[i];
            }
        }
    }
    r->at = best ? end : r->at;
    return best;
}

static bool
skip_space(struct reader *r) {
    bool is_space = peek(r, r->at) == ' ';
    r->at += is_space;
    return is_space;
}

static int64_t
power_of_ten(int zeros) {
    int64_t value = 1;
    while (zeros-- > 0) {
        value *= 10;
    }
    return value;
}

/* one hundred, ten thousand: a word rather than an amount. */
static bool
is_power_of_ten(int64_t value) {
    while (value > 0 && value % 10 == 0) {
        value /= 10;
    }
    return value == 1;
}

/* Digits with their decimals, as a whole number of 10^-decimals. */
struct number {
    int64_t digits;
    int decimals;
    bool has_digits;  /* ASCII */
    bool is_english;  /* in English words */
    bool is_round;    /* of these: ends in hundred */
    int zeros;        /* of the last digit given */
    int words, count; /* numerals in words; digits */
};

static void
take_digits(struct reader *r, struct number *n) {
    for (int i = 0; is_class(peek(r, r->at), FOLD_DIGIT) && i < DIGITS_MAX; i++, r->at++) {
        n->digits = n->digits * 10 + (int64_t)(peek(r, r->at) - '0');
        n->has_digits = true;
        n->count++;
    }
    if (n->has_digits && peek(r, r->at) == '.' && is_class(peek(r, r->at + 1), FOLD_DIGIT)) {
        r->at++;
        for (; is_class(peek(r, r->at), FOLD_DIGIT) && n->decimals < DECIMALS_MAX &&
               n->count + n->decimals < DIGITS_MAX;
             r->at++) {
            n->digits = n->digits * 10 + (int64_t)(peek(r, r->at) - '0');
            n->decimals++;
        }
    }
}

/* three hundred and forty. */
static bool
take_english(struct reader *r, struct number *out) {
    struct english_number number;
    if (!is_class(peek(r, r->at), FOLD_LETTER) || !english_number_at(r->fold, r->at, &number)) {
        return false;
    }
    *out = (struct number){.digits = number.digits,
        .decimals = number.decimals,
        .is_english = true,
        .is_round = number.is_round,
        .words = number.words};
    r->at = number.to;
    return true;
}

/* Up to 9,999 in words or digits: 3천 7백, 六百四十六, 12. */
static bool
take_section(struct reader *r, struct number *out) {
    *out = (struct number){0};
    if (take_english(r, out)) {
        return true;
    }
    int64_t sum = 0;
    int last_zeros = 0;
    bool has_any = false;
    for (int parts = 0; parts < 8; parts++) {
        struct number n = {0};
        struct reader before = *r;
        take_digits(r, &n);
        for (const struct entry *digit;
             !n.has_digits && n.words < DIGITS_MAX && (digit = take(r, KIND_DIGIT)) != NULL;) {
            n.digits = n.digits * 10 + digit->value; // 二〇一一
            n.words++;
        }
        const struct entry *power = take(r, KIND_POWER);
        if (!power && !n.has_digits && n.words == 0) {
            *r = before;
            break;
        }
        has_any = true;
        out->count += n.count;
        out->words += n.words + (power != NULL);
        int64_t factor = n.has_digits || n.words > 0 ? n.digits : 1;
        int zeros = power ? power->value : 0;
        if (n.decimals > 0) {
            out->digits = sum * power_of_ten(n.decimals) + factor * power_of_ten(zeros);
            out->decimals = n.decimals;
            out->zeros = zeros;
            return true;
        }
        sum += factor * power_of_ten(zeros);
        last_zeros = zeros;
        if (!power || sum > 99999999) {
            break;
        }
        skip_space(r);
    }
    out->digits = sum;
    out->zeros = last_zeros;
    return has_any;
}

struct total {
    int64_t value, unit; /* `unit`: of the last digit given */
    int words, digits;
    bool has_big;
    bool is_english, is_round;
};

/* One section and its big unit, added. */
static bool
take_part(struct reader *r, struct total *total, int64_t *limit) {
    struct reader try = *r;
    struct number n;
    bool has_number = take_section(&try, &n);
    struct reader after = try;
    skip_space(&try);
    const struct entry *big = take(&try, KIND_BIG);
    if (!big) {
        try = after;
    }
    if (!has_number && !(big && *limit == VALUE_MAX && (unsigned char)big->words[0] >= 0x80)) {
        return false;
    }
    int64_t factor = has_number ? n.digits : 1;
    int64_t scale = power_of_ten(big ? big->value : 0);
    int64_t below = power_of_ten(n.decimals);
    bool is_too_much =
        factor > VALUE_MAX / scale || factor * (scale / below) > VALUE_MAX - total->value;
    if (scale >= *limit || scale % below != 0 || is_too_much) {
        return false;
    }
    total->value += factor * (scale / below);
    total->unit = scale / below * power_of_ten(n.zeros);
    total->words += n.words;
    total->digits += n.count;
    total->has_big = total->has_big || big;
    total->is_english = total->is_english || n.is_english;
    total->is_round = n.is_round;
    *limit = scale;
    *r = try;
    return true;
}

static bool
read_amount(struct reader *r, struct fold_amount *out) {
    struct total total = {.unit = 1};
    int64_t limit = VALUE_MAX;
    size_t start = r->at, end = r->at;
    while (limit > 1 && take_part(r, &total, &limit)) {
        end = r->at;
        skip_space(r);
    }
    if (end == start) {
        return false;
    }
    r->at = end;
    skip_space(r);
    const struct entry *unit = take(r, KIND_UNIT);
    bool is_told = total.has_big && total.digits + total.words > 0;
    bool is_words = total.words > 1 && total.digits == 0;
    bool is_said = is_words || (total.is_english && total.value >= ENGLISH_LEAST);
    bool is_glued = is_class(peek(r, end), FOLD_HANGUL) || is_class(peek(r, end), FOLD_HAN);
    bool is_open = total.digits == 0 && !unit && is_class(peek(r, end), FOLD_HANGUL);
    bool is_counted = fold_is_same(peek(r, end), 0x306E); // 百十二の学校
    int least = total.is_english || is_counted ? NUMERAL_SHORT : NUMERAL_LEAST;
    bool is_numeral = is_words && total.words >= least && !is_glued && // 九千二百五十二
                      !(total.is_round && total.value < HUNDREDS);
    bool is_amount = (is_told && !is_open) || (unit && (total.digits > 0 || is_said)) ||
                     total.digits >= PLAIN_LEAST || is_numeral;
    bool is_word = total.is_english && !unit && is_power_of_ten(total.value);
    if (!is_amount || is_word) {
        return false;
    }
    while (unit && take(r, KIND_UNIT)) { // 8188개 회사
    }
    int64_t half = total.has_big ? total.unit / 2 : 0;
    *out = (struct fold_amount){.value = total.value,
        .least = total.value - half,
        .most = total.value + half,
        .from = start,
        .to = unit ? r->at : end,
        .is_plain = !total.has_big && !unit && total.words == 0};
    return true;
}

/* Nothing that may be the middle of a longer word or number. */
static bool
may_start(const struct fold *fold, size_t at) {
    uint32_t c = fold->units[at].code_point;
    enum fold_class before = at > 0 ? fold_class(fold->units[at - 1].code_point) : FOLD_SEPARATOR;
    if (fold_class(c) == FOLD_DIGIT) {
        bool is_decimal = at > 1 && fold->units[at - 1].code_point == '.' &&
                          fold_class(fold->units[at - 2].code_point) == FOLD_DIGIT;
        return before != FOLD_DIGIT && before != FOLD_LETTER && !is_decimal;
    }
    if (fold_class(c) == FOLD_LETTER) {
        struct english_number number;
        return before == FOLD_SEPARATOR && english_number_at(fold, at, &number);
    }
    return (fold_class(c) == FOLD_HAN || fold_class(c) == FOLD_HANGUL) &&
           (before == FOLD_SEPARATOR || before == FOLD_KANA);
}

bool
fold_amount_next(const struct fold *fold, size_t at, struct fold_amount *out) {
    for (; at < fold->count; at++) {
        struct reader r = {.fold = fold, .at = at};
        if (may_start(fold, at) && read_amount(&r, out)) {
            return true;
        }
    }
    return false;
}

struct str
fold_amount_term(struct arena *arena, int64_t value) {
    return arena_printf(arena, "%018lld", (long long)value);
}

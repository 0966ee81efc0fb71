/* The characters and the typography of one text. */
#include "compiler/check/check.h"

#include "base/check.h"
#include "base/utf8.h"
#include "compiler/check/chars.h"
#include "compiler/check/lost.h"

#include <string.h>

static struct str
code_name(const struct check *check, uint32_t c) {
    return arena_printf(check->model->arena, "U+%04X", (unsigned)c);
}

static void
report_code(const struct check *check, const struct check_text *text, enum diag_kind kind,
    size_t at, uint32_t c) {
    DIAG_ARGS(check->model->diag, kind, check_place(check, text, at), code_name(check, c));
}

/* Asks the fonts once for each character and language. */
static bool
is_covered(struct check *check, enum locale_id locale, uint32_t c) {
    unsigned char *byte = &check->coverage[locale][c / 4];
    unsigned shift = (c % 4) * 2;
    if (!((*byte >> shift) & 1u)) {
        bool covers = check->options->covers(check->options->covers_self, locale, c);
        *byte = (unsigned char)(*byte | (1u << shift) | ((covers ? 2u : 0u) << shift));
    }
    return (*byte >> shift) & 2u;
}

/* The characters of a cell, or of a line of an article, that no font has. */
struct missing {
    size_t count, first, shown;
    char words[64];
    uint32_t c; /* the first */
};

static void
add_missing(struct missing *missing, struct str letter, size_t at, uint32_t c) {
    if (missing->count++ == 0) {
        missing->first = at;
        missing->c = c;
    }
    struct str words = {missing->words, missing->shown};
    bool has_room = missing->shown + letter.n <= sizeof(missing->words);
    if (has_room && str_find(words, letter) == SIZE_MAX) {
        memcpy(missing->words + missing->shown, letter.p, letter.n);
        missing->shown += letter.n;
    }
}

/* One message, however many there are: a name in another script is one mistake. */
static void
report_missing(struct check *check, const struct check_text *text, struct missing *missing) {
    if (missing->count > 0) {
        DIAG_ARGS(check->model->diag, DIAG_NO_GLYPH, check_place(check, text, missing->first),
            (struct str){missing->words, missing->shown}, code_name(check, missing->c));
    }
    *missing = (struct missing){0};
}

/* A variation sequence that no font has would show the base's shape: `at` is the selector. */
static void
check_variant(struct check *check, const struct check_text *text, struct missing *missing,
    size_t at, uint32_t base, uint32_t c) {
    const struct compile_options *options = check->options;
    enum locale_id original = check->model->original;
    enum locale_id locale = text->locale == LOCALE_COUNT ? original : text->locale;
    char encoded[4];
    size_t before = at - utf8_encode(base, encoded), end = at;
    utf8_next(text->text, &end);
    if (options->covers_variant &&
        !options->covers_variant(options->covers_self, locale, base, c)) {
        add_missing(missing, str_slice(text->text, before, end), before, c);
    }
}

static void
check_glyph(struct check *check, const struct check_text *text, struct missing *missing, size_t at,
    uint32_t c) {
    enum locale_id original = check->model->original;
    enum locale_id locale = text->locale == LOCALE_COUNT ? original : text->locale;
    if (c == '\n' && text->is_running) {
        report_missing(check, text, missing);
    } else if (check->options->covers && c >= 0x20 && !is_covered(check, locale, c)) {
        size_t end = at;
        utf8_next(text->text, &end);
        add_missing(missing, str_slice(text->text, at, end), at, c);
    }
}

/* Most text is letters that nothing is wrong with. */
static bool
is_plain(uint32_t c) {
    return (c >= 0x20 && c < 0x7F) || c == '\n' || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FC) ||
           (c >= 0x4E00 && c <= 0x9FFF);
}

static bool
is_small_kana(uint32_t c) {
    return c >= 0xFF61 && c <= 0xFF9F;
}

static bool
is_wide_letter(uint32_t c) {
    return c >= 0xFF21 && c <= 0xFF5A;
}

/* The second of a word of half-width kana, of full-width letters, of zeros: said with the first. */
static bool
is_repeated(uint32_t before, uint32_t c) {
    return (chars_is_control(before) && chars_is_control(c) && before != '\n') ||
           (is_small_kana(before) && is_small_kana(c)) ||
           (is_wide_letter(before) && is_wide_letter(c)) ||
           (chars_is_private(before) && chars_is_private(c));
}

/* As far as characters are of its kind. */
static struct str
whole_run(struct str s, size_t at) {
    size_t end = at;
    uint32_t before = utf8_next(s, &end);
    while (end < s.n) {
        size_t next = end;
        uint32_t c = utf8_next(s, &next);
        if (!is_repeated(before, c)) {
            break;
        }
        end = next;
    }
    return str_slice(s, at, end);
}

static void
check_character(
    struct check *check, const struct check_text *text, size_t at, uint32_t before, uint32_t c) {
    bool is_blank = c == '\t' && text->is_running; /* structure.c looks at them, line by line */
    if (c == '\r' || is_blank || is_repeated(before, c)) {
        return; /* a line end, alone or before LF: Markdown reads them, cells have none */
    }
    if (chars_is_control(c)) {
        report_code(check, text, DIAG_CONTROL_CHARACTER, at, c);
    } else if (chars_is_invisible(c)) {
        report_code(check, text, DIAG_INVISIBLE_CHARACTER, at, c);
    } else if (c == UTF8_REPLACEMENT) {
        DIAG_AT(check->model->diag, DIAG_REPLACEMENT_CHARACTER, check_place(check, text, at));
    } else if (chars_is_private(c)) {
        report_code(check, text, DIAG_PRIVATE_CHARACTER, at, c);
    } else if (chars_is_halfwidth_form(c) || chars_script(c) == CHARS_LATIN) {
        bool is_letter = is_wide_letter(c);
        if (is_letter || chars_is_halfwidth_form(c)) {
            DIAG_ARGS(check->model->diag, is_letter ? DIAG_FULLWIDTH_LETTER : DIAG_HALFWIDTH_KANA,
                check_place(check, text, at), whole_run(text->text, at));
        }
    }
}

struct word_count {
    size_t latin, other, fakes; /* fakes: letters of `other` that look Latin */
    size_t first_latin, first_other;
};

static struct word_count
count_word(struct str s, size_t start, size_t end) {
    struct word_count count = {0};
    for (size_t at = start; at < end;) {
        size_t here = at;
        uint32_t c = utf8_next(s, &at);
        enum chars_script script = chars_script(c);
        if (script == CHARS_LATIN) {
            count.first_latin = count.latin++ == 0 ? here : count.first_latin;
        } else if (script == CHARS_CYRILLIC || script == CHARS_GREEK) {
            count.first_other = count.other++ == 0 ? here : count.first_other;
            count.fakes += chars_looks_latin(c);
        }
    }
    return count;
}

/* A word that mixes Latin with Cyrillic or Greek, where the rarer script is the intruder; or, in a
 * text of one of our languages, a word of nothing but letters that look Latin. */
static void
check_word(struct check *check, const struct check_text *text, size_t start, size_t end) {
    struct word_count n = count_word(text->text, start, end);
    bool is_mixed = n.latin > 0 && n.other > 0;
    bool is_disguised =
        text->locale != LOCALE_COUNT && n.latin == 0 && n.other >= 3 && n.fakes == n.other;
    if (is_mixed || is_disguised) {
        size_t at = is_disguised || n.other <= n.latin ? n.first_other : n.first_latin, next = at;
        uint32_t c = utf8_next(text->text, &next);
        DIAG_ARGS(check->model->diag, DIAG_LOOK_ALIKE, check_place(check, text, at),
            str_slice(text->text, start, end), code_name(check, c));
    }
}

/* Kanji that look like kana, in the middle of a katakana word. */
static void
check_katakana(
    struct check *check, const struct check_text *text, size_t at, uint32_t before, uint32_t c) {
    size_t next = at;
    utf8_next(text->text, &next);
    bool is_last = next == text->text.n;
    size_t after_at = next;
    uint32_t after = is_last ? 0 : utf8_next(text->text, &after_at);
    bool is_suspect = c == 0x53E3 || c == 0x529B || c == 0x5915 || c == 0x535C || c == 0x5DE5;
    bool is_bar = c == 0x4E00 && after != 0x30AB && after != 0x30F6 && after != 0x30F5;
    if (!chars_is_katakana(before) || !(is_suspect || is_bar)) {
        return;
    }
    bool is_ended = is_bar && chars_script(after) == CHARS_COMMON;
    if (chars_is_katakana(after) || is_ended) {
        DIAG_ARGS(check->model->diag, DIAG_LOOK_ALIKE, check_place(check, text, at),
            str_slice(text->text, at, next), code_name(check, c));
    }
}

/* Katakana that look like kanji, alone beside one: 人ロ for 人口, エ場 for 工場. */
static void
check_lone_katakana(
    struct check *check, const struct check_text *text, size_t at, uint32_t before, uint32_t c) {
    size_t next = at, after_at;
    utf8_next(text->text, &next);
    after_at = next;
    uint32_t after = next < text->text.n ? utf8_next(text->text, &after_at) : 0;
    bool is_suspect = c == 0x30ED || c == 0x30A8 || c == 0x30CB || c == 0x30BF;
    if (is_suspect && !chars_is_katakana(before) && !chars_is_katakana(after) &&
        (chars_script(before) == CHARS_HAN || chars_script(after) == CHARS_HAN)) {
        DIAG_ARGS(check->model->diag, DIAG_LOOK_ALIKE, check_place(check, text, at),
            str_slice(text->text, at, next), code_name(check, c));
    }
}

static bool
is_alphabetic(enum chars_script script) {
    return script == CHARS_LATIN || script == CHARS_CYRILLIC || script == CHARS_GREEK;
}

enum { MARKS = 6 }; /* on one letter; no language that a city writes to another needs more */

void
check_characters(struct check *check, const struct check_text *text) {
    uint32_t before = 0;
    size_t word = SIZE_MAX;
    bool has_other = false; /* a letter that is not ASCII in this word */
    bool is_decomposed = false;
    size_t marks = 0;
    struct missing missing = {0};
    for (size_t at = 0; at < text->text.n;) {
        size_t start = at;
        uint32_t c = utf8_next(text->text, &at);
        bool is_letter = c < 0x80 ? ((c | 32) >= 'a' && (c | 32) <= 'z')
                                  : c < 0x2000 && is_alphabetic(chars_script(c));
        if (is_letter && word == SIZE_MAX) {
            word = start;
        } else if (!is_letter && word != SIZE_MAX) {
            if (has_other) {
                check_word(check, text, word, start);
            }
            word = SIZE_MAX;
            has_other = false;
        }
        has_other |= is_letter && c >= 0x80;
        marks = !is_plain(c) && chars_is_mark(c) ? marks + 1 : 0;
        if (marks == MARKS + 1) { /* once a letter */
            DIAG_ARGS(check->model->diag, DIAG_TOO_MANY_COMBINING, check_place(check, text, start),
                arena_printf(check->model->arena, "%d", MARKS), code_name(check, c));
        }
        bool variant = !is_plain(c) && chars_is_variant(before, c);
        if (variant) {
            check_variant(check, text, &missing, start, before, c);
        } else if (!is_plain(c) && chars_is_decomposed(before, c)) {
            if (!is_decomposed) { /* once a text: a decomposed file is so throughout */
                report_code(check, text, DIAG_NOT_NFC, start, c);
            }
            is_decomposed = true;
        } else if (!is_plain(c)) {
            check_character(check, text, start, before, c);
        } else if (c >= 0x4E00 && c <= 0x9FFF) {
            check_katakana(check, text, start, before, c);
        } else if (c >= 0x30A1 && c <= 0x30FA) {
            check_lone_katakana(check, text, start, before, c);
        }
        if (!variant) {
            check_glyph(check, text, &missing, start, c);
        }
        before = c;
    }
    if (word != SIZE_MAX && has_other) {
        check_word(check, text, word, text->text.n);
    }
    report_missing(check, text, &missing);
    check_lost(check, text);
}

struct pair {
    uint32_t open, close;
    bool is_quote;
};
static const struct pair pairs[] = {{'(', ')', false}, {'[', ']', false}, {'{', '}', false},
    {0xFF08, 0xFF09, false}, {0xFF3B, 0xFF3D, false}, {0x300C, 0x300D, true},
    {0x300E, 0x300F, true}, {0x3010, 0x3011, false}, {0x3008, 0x3009, false},
    {0x300A, 0x300B, false}, {0x3014, 0x3015, false}, {0x201C, 0x201D, true},
    {0x2018, 0x2019, true}};
#define SINGLE_QUOTE (ARRAY_LEN(pairs) - 1)

struct open_pair {
    size_t pair, at;
};
struct balance {
    struct check *check;
    const struct check_text *text;
    struct open_pair open[32]; /* deeper ones are reported as unbalanced, which nobody can read */
    size_t count;
};

static void
report_pair(struct balance *b, size_t pair, size_t at) {
    size_t end = at;
    utf8_next(b->text->text, &end);
    DIAG_ARGS(b->check->model->diag,
        pairs[pair].is_quote ? DIAG_UNBALANCED_QUOTE : DIAG_UNBALANCED_BRACKET,
        check_place(b->check, b->text, at), str_slice(b->text->text, at, end));
}

/* A closing sign takes its partner and whatever was left open inside. */
static void
close_pair(struct balance *b, size_t pair, size_t at) {
    size_t i = b->count;
    while (i > 0 && b->open[i - 1].pair != pair) {
        i--;
    }
    bool after_latin = at > 0 && ((b->text->text.p[at - 1] | 32) >= 'a') &&
                       ((b->text->text.p[at - 1] | 32) <= 'z');
    bool is_apostrophe = pair == SINGLE_QUOTE && (after_latin || b->text->locale == LOCALE_EN);
    bool is_item_sign = pairs[pair].close == ')' && at <= 6; /* a) or 가) begins an item */
    if (i == 0) {
        if (!is_apostrophe && !is_item_sign) {
            report_pair(b, pair, at);
        }
        return;
    }
    for (size_t j = i; j < b->count; j++) {
        report_pair(b, b->open[j].pair, b->open[j].at);
    }
    b->count = i - 1;
}

static void
balance_character(struct balance *b, size_t at, uint32_t c) {
    /* in no particular language single quotes are apostrophes: ‘11 for 2011 */
    size_t count = ARRAY_LEN(pairs) - (b->text->locale == LOCALE_COUNT);
    for (size_t i = 0; i < count; i++) {
        if (c == pairs[i].open && b->count < ARRAY_LEN(b->open)) {
            b->open[b->count++] = (struct open_pair){i, at};
        } else if (c == pairs[i].close) {
            close_pair(b, i, at);
        }
    }
}

static void
check_straight_quote(struct check *check, const struct check_text *text, size_t at, uint32_t c) {
    bool is_language = text->locale != LOCALE_COUNT; /* romanisations use them as letters */
    if (is_language && (c == '"' || c == '\'')) {
        DIAG_ARGS(check->model->diag, DIAG_STRAIGHT_QUOTE, check_place(check, text, at),
            c == '"' ? STR("\"") : STR("'"));
    }
}

/* Of byte `at`: a part marked as another language is that language. */
static enum locale_id
language_at(const struct check_text *text, size_t at) {
    enum locale_id locale = text->locale;
    for (size_t i = 0; i < text->mark_count; i++) {
        const struct store_mark *mark = &text->marks[i];
        if (mark->kind == MARK_LANG && at >= mark->start && at < mark->end &&
            !locale_from_tag(mark->argument, &locale)) {
            locale = LOCALE_COUNT;
        }
    }
    return locale;
}

static void
check_punctuation(
    struct check *check, const struct check_text *text, size_t at, uint32_t before, uint32_t c) {
    enum chars_script script = chars_script(before);
    enum locale_id language = language_at(text, at);
    bool is_mark = c == ',' || c == '.' || c == '?' || c == '!' || c == ':' || c == ';';
    if (language == LOCALE_JA && is_mark && !lost_is_one(text, at) &&
        (script == CHARS_KANA || script == CHARS_HAN)) {
        DIAG_ARGS(check->model->diag, DIAG_ASCII_PUNCTUATION, check_place(check, text, at),
            str_slice(text->text, at, at + 1));
    }
    bool is_wide = c == 0x3001 || c == 0x3002 || c == 0xFF01 || c == 0xFF0C || c == 0xFF0E ||
                   c == 0xFF1A || c == 0xFF1B || c == 0xFF1F || c == 0xFF08 || c == 0xFF09;
    bool is_quoted = script == CHARS_KANA || script == CHARS_HAN; /* Japanese words cited */
    if (is_wide && !is_quoted && (language == LOCALE_KO || language == LOCALE_EN)) {
        size_t end = at;
        utf8_next(text->text, &end);
        DIAG_ARGS(check->model->diag, DIAG_FULLWIDTH_PUNCTUATION, check_place(check, text, at),
            str_slice(text->text, at, end));
    }
}

void
check_typography(struct check *check, const struct check_text *text) {
    struct balance balance = {.check = check, .text = text};
    size_t full_at = SIZE_MAX;
    bool has_ascii_digit = false;
    uint32_t before = 0;
    for (size_t at = 0; at < text->text.n;) {
        size_t start = at;
        uint32_t c = utf8_next(text->text, &at);
        if (c < 0x80 || (c >= 0x2018 && c <= 0x201D) || (c >= 0x3008 && c <= 0x3014) ||
            c == 0x3015 || c >= 0xFF00) {
            balance_character(&balance, start, c);
        }
        check_straight_quote(check, text, start, c);
        check_punctuation(check, text, start, before, c);
        if (c == ' ' && before == ' ') {
            DIAG_AT(check->model->diag, DIAG_DOUBLE_SPACE, check_place(check, text, start));
        }
        has_ascii_digit |= c >= '0' && c <= '9';
        full_at = c >= 0xFF10 && c <= 0xFF19 && full_at == SIZE_MAX ? start : full_at;
        before = c;
    }
    for (size_t i = 0; i < balance.count; i++) {
        report_pair(&balance, balance.open[i].pair, balance.open[i].at);
    }
    bool is_language = text->locale != LOCALE_COUNT; /* there each full-width digit is wrong */
    if (!is_language && has_ascii_digit && full_at != SIZE_MAX) {
        DIAG_AT(check->model->diag, DIAG_MIXED_DIGITS, check_place(check, text, full_at));
    }
}

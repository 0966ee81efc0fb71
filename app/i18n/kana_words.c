#include "i18n/kana_words.h"

#include "base/check.h"
#include "base/utf8.h"
#include "i18n/fold.h"

static const struct {
    struct str spellings, kana;
} words[] = {
#define KANA_WORD(spellings, kana) {STR_INIT(spellings), STR_INIT(kana)},
#include "i18n/kana_words.def"
#undef KANA_WORD
};

enum { KEY_MAX = 96, HONORIFIC = 0x5FA1, FIRSTS = 1024 };

/* A folded key, and a bit for what each of the words begins with: most Han begin none. */
struct line {
    struct str key;
    uint64_t firsts[FIRSTS / 64];
};

static void
note_firsts(struct line *line) {
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        struct str rest = words[i].spellings, spelling;
        while (str_split(&rest, '|', &spelling)) {
            size_t at = 0;
            uint32_t first = fold_han(utf8_next(spelling, &at)) % FIRSTS;
            line->firsts[first / 64] |= (uint64_t)1 << first % 64;
        }
    }
}

static bool
may_begin(const struct line *line, size_t at) {
    uint32_t first = utf8_next(line->key, &at) % FIRSTS;
    return (line->firsts[first / 64] >> first % 64 & 1) != 0;
}

/* Where the spelling ends that begins at `at`; 0: it is not there. The data is not folded. */
static size_t
spelling_end(struct str key, size_t at, struct str spelling) {
    for (size_t s = 0; s < spelling.n;) {
        uint32_t c = utf8_next(spelling, &s);
        if (at >= key.n || !fold_is_same(utf8_next(key, &at), c)) {
            return 0;
        }
    }
    return at;
}

/* The longest such word at `at`. */
static size_t
word_at(const struct line *line, size_t at, struct str *kana) {
    size_t best = 0;
    bool may = at < line->key.n && may_begin(line, at);
    for (size_t i = 0; may && i < ARRAY_LEN(words); i++) {
        struct str rest = words[i].spellings, spelling;
        while (str_split(&rest, '|', &spelling)) {
            size_t end = spelling_end(line->key, at, spelling);
            if (end > best) {
                best = end;
                *kana = words[i].kana;
            }
        }
    }
    return best;
}

static bool
is_han_at(struct str key, size_t at) {
    return at < key.n && fold_class(utf8_next(key, &at)) == FOLD_HAN;
}

static size_t
han_end(struct str key, size_t at) {
    while (is_han_at(key, at)) {
        utf8_next(key, &at);
    }
    return at;
}

/* The stretch of Han from `at` to `to` in kana, with the kana that a word of it takes behind it;
 * where that ends, or 0 where not all of it is of such words. */
static size_t
add_stretch(const struct line *line, size_t at, size_t to, struct str_buf *out) {
    struct str_buf read = {0};
    struct str kana;
    bool is_word = true;
    while (is_word && at < to) {
        size_t end = word_at(line, at, &kana);
        is_word = end > 0;
        if (is_word) {
            str_buf_add(&read, kana);
            at = end;
        }
    }
    if (is_word) {
        str_buf_add(out, str_buf_str(&read));
    }
    str_buf_finish(&read);
    return is_word ? at : 0;
}

/* 御 before kana or Han is `prefix`, but where it is a part of a word: 御免. */
static bool
write_kana(const struct line *line, const char *prefix, struct str_buf *out, bool *has_prefix) {
    struct str key = line->key;
    bool is_changed = false;
    for (size_t at = 0; at < key.n;) {
        size_t start = at, to = han_end(key, at), after = at;
        struct str ignored;
        if (to == at) {
            utf8_next(key, &at);
            str_buf_add(out, str_slice(key, start, at));
            continue;
        }
        bool is_honorific = fold_is_same(utf8_next(key, &after), HONORIFIC) && after < key.n &&
                            word_at(line, at, &ignored) == 0;
        if (is_honorific) {
            str_buf_add(out, str_from(prefix));
            *has_prefix = is_changed = true;
            at = start = after;
        }
        size_t end = at < to ? add_stretch(line, at, to, out) : to;
        is_changed = is_changed || (end > 0 && at < to);
        if (end == 0) {
            str_buf_add(out, str_slice(key, start, to));
        }
        at = end > 0 ? end : to;
    }
    return is_changed;
}

size_t
kana_words(struct arena *arena, struct str key, struct str out[KANA_WORDS_MAX]) {
    static const char *const prefixes[KANA_WORDS_MAX] = {"お", "ご"};
    size_t count = 0;
    bool has_prefix = fold_has(key, FOLD_HAN) && key.n <= KEY_MAX;
    struct line line = {.key = key};
    if (has_prefix) {
        note_firsts(&line);
    }
    for (size_t i = 0; i < KANA_WORDS_MAX && has_prefix; i++) {
        struct str_buf text = {0};
        has_prefix = false;
        if (write_kana(&line, prefixes[i], &text, &has_prefix)) {
            out[count++] = fold_key(arena, str_buf_str(&text));
        }
        str_buf_finish(&text);
    }
    return count;
}

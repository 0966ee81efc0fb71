#include "content/search/recover.h"

#include "base/check.h"
#include "base/utf8.h"
#include "i18n/fold.h"
#include "i18n/keyboard.h"
#include "i18n/romaji.h"

#include <string.h>

#define VOWEL_FIRST 0x314Fu /* ㅏ of the lone jamo */

enum { LINE_BYTES = 240, LETTERS_LEAST = 3, TAIL_MAX = 3, INITIALS_LEAST = 4 };

struct letters {
    size_t latin, hangul, jamo, kana, han, other; /* characters of each kind */
    size_t marks;                                 /* printable ASCII that is no letter */
};

static struct letters
count_letters(struct str line) {
    struct letters n = {0};
    for (size_t at = 0; at < line.n;) {
        uint32_t c = utf8_next(line, &at);
        bool is_latin = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        enum fold_class class = fold_class(c >= 0x30A1 && c <= 0x30F6 ? c - 0x60 : c);
        n.latin += is_latin;
        n.marks += c > ' ' && c < 0x7F && !is_latin;
        n.hangul += class == FOLD_HANGUL;
        n.jamo += class == FOLD_JAMO;
        n.kana += class == FOLD_KANA;
        n.han += class == FOLD_HAN;
        n.other += c >= 0x80 && class == FOLD_LETTER;
    }
    return n;
}

static bool
is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t
add(struct search_recovery *out, size_t count, struct str line, const char *why, bool whole) {
    if (line.n > 0 && count < RECOVER_MAX) {
        out[count++] = (struct search_recovery){.line = line, .why = why, .must_be_whole = whole};
    }
    return count;
}

/* hamamat for はままt: the kana as they sound, and what is there of the next one. */
static size_t
add_composed_kana(struct arena *arena, struct str line, struct search_recovery *out, size_t count) {
    struct str tail = line;
    while (tail.n > 0 && (unsigned char)tail.p[0] >= 0x80) {
        size_t at = 0;
        utf8_next(tail, &at);
        tail = str_slice(tail, at, tail.n);
    }
    if (tail.n == 0 || tail.n > TAIL_MAX || tail.n == line.n) {
        return count;
    }
    struct str kana = str_slice(line, 0, line.n - tail.n);
    struct str sound = fold_spelling(arena, FOLD_ROMAJI, fold_key(arena, kana));
    if (sound.n > 0) {
        struct str whole = arena_printf(arena, "%.*s%.*s", STR_ARG(sound), STR_ARG(tail));
        count = add(out, count, whole, "a syllable half composed", false);
    }
    return add(out, count, kana, "without what is half composed", false);
}

/* Hangul that somebody may have meant who typed letters: no vowel stands alone, nor do a few first
 * letters (lol, wet), nor a syllable by itself that nobody writes (wow). A consonant at the end is
 * the next syllable half composed. */
static bool
is_meant_hangul(struct str line) {
    size_t syllables = 0, consonants = 0, at = 0;
    while (at < line.n) {
        uint32_t c = utf8_next(line, &at);
        enum fold_class class = fold_class(c);
        if (class == FOLD_JAMO && c >= VOWEL_FIRST) {
            return false;
        }
        syllables += class == FOLD_HANGUL;
        consonants += class == FOLD_JAMO;
    }
    if (syllables == 0) {
        return consonants >= INITIALS_LEAST;
    }
    return syllables + consonants > 1 || !keyboard_is_odd_hangul(line);
}

/* Kana are typed without spaces; letters with spaces between are words: my kid is gone. */
static bool
is_words_of_letters(struct str line, const struct letters *n) {
    return n->marks == 0 && str_find(line, STR(" ")) != SIZE_MAX;
}

/* Letters that may be an English word: wet, brekkie; x94uo and tx are none. */
static bool
is_word_of_letters(struct str line, const struct letters *n) {
    bool has_vowel = false;
    for (size_t i = 0; i < line.n; i++) {
        has_vowel = has_vowel || strchr("aeiouAEIOU", line.p[i]) != NULL;
    }
    return n->marks == 0 && has_vowel;
}

/* Words of letters that all are Japanese syllables: arigatou gozaimashita. Two words, or a long one
 * that has what Japanese alone has. */
static size_t
add_romaji(struct arena *arena, struct str line, struct search_recovery *out, size_t count) {
    enum { WORDS_LEAST = 2, LETTERS_OF_LINE = 8 };
    struct str_buf kana = {0};
    struct str rest = line, word;
    size_t words = 0, letters = 0;
    bool is_romaji = true, has_grammar = false;
    while (is_romaji && str_split(&rest, ' ', &word)) {
        struct str key = fold_key(arena, word);
        struct str read = key.n > 0 ? romaji_kana(arena, key) : (struct str){0};
        is_romaji = read.n > 0 || key.n == 0;
        has_grammar = has_grammar || romaji_is_grammar(key);
        words += key.n > 0;
        letters += key.n;
        str_buf_add(&kana, read);
    }
    if (is_romaji && words >= WORDS_LEAST && letters >= LETTERS_OF_LINE) {
        size_t before = count;
        count = add(out, count, arena_str(arena, str_buf_str(&kana)), "Japanese in letters", true);
        for (size_t i = before; i < count; i++) {
            out[i].must_be_whole = !has_grammar;
            out[i].may_be_guess = has_grammar;
            out[i].is_sound = true;
        }
    }
    str_buf_finish(&kana);
    return count;
}

bool
search_recover_is_odd(struct str line) {
    struct letters n = count_letters(line);
    bool has_both = n.kana + n.han > 0 && n.latin > 0 && n.latin <= TAIL_MAX &&
                    is_letter(line.p[line.n - 1]); // はままt
    if (has_both) {
        return true;
    }
    for (size_t i = 0; i < line.n; i++) {
        unsigned char c = (unsigned char)line.p[i];
        bool is_mark = strchr("@;:[]/\\^)($%&#0123456789", c) != NULL && c != 0;
        bool beside =
            (i > 0 && is_letter(line.p[i - 1])) || (i + 1 < line.n && is_letter(line.p[i + 1]));
        has_both = has_both || (is_mark && beside);
        if (c >= 0x80 || c == ' ') {
            return false;
        }
    }
    return has_both;
}

size_t
search_recover(struct arena *arena, struct str line, bool is_nowhere, struct search_recovery *out) {
    size_t count = 0;
    line = str_trim(utf8_cut(line, LINE_BYTES));
    struct letters n = count_letters(line);
    if (n.kana + n.han > 0 && n.latin > 0 && n.hangul + n.jamo + n.other == 0) {
        count = add_composed_kana(arena, line, out, count);
    }
    if (n.latin + n.marks > 0 && n.hangul + n.jamo + n.kana + n.han + n.other == 0) {
        count = add_romaji(arena, line, out, count);
    }
    bool is_ascii = n.latin + n.marks > 0 && n.hangul + n.jamo + n.kana + n.han + n.other == 0;
    if (is_ascii && n.latin >= LETTERS_LEAST) {
        struct str hangul = keyboard_slip(arena, KEYBOARD_LETTERS_TO_HANGUL, line);
        if (is_meant_hangul(hangul)) {
            count = add(out, count, hangul, "keys of the Hangul layout", true);
        }
    }
    if (is_ascii && n.latin + n.marks >= 2 && n.latin > 0 && !is_words_of_letters(line, &n)) {
        size_t before = count;
        count = add(out, count, keyboard_slip(arena, KEYBOARD_LETTERS_TO_KANA, line),
            "keys of the kana layout", true);
        for (size_t i = before; i < count; i++) {
            out[i].must_be_name = is_word_of_letters(line, &n);
        }
    }
    bool is_hangul = n.hangul + n.jamo > 0 && n.latin + n.kana + n.han == 0;
    if (is_hangul && (is_nowhere || keyboard_is_odd_hangul(line))) {
        count = add(out, count, keyboard_slip(arena, KEYBOARD_HANGUL_TO_LETTERS, line),
            "keys of the letter layout, typed as Hangul", true);
    }
    if (n.kana >= LETTERS_LEAST && n.han + n.hangul + n.latin == 0) {
        struct str letters = keyboard_slip(arena, KEYBOARD_KANA_TO_LETTERS, line);
        if (count_letters(letters).marks == 0) {
            count = add(out, count, letters, "keys of the letter layout, typed as kana", true);
        }
    }
    return count;
}

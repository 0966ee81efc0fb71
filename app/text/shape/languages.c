#include "text/shape/languages.h"

#include "base/check.h"

#define BETWEEN_MOST 8 /* marks, digits and spaces between two letters of one stretch */
#define WORDS_ENOUGH 3 /* Latin words in a row that make a text in its own right */

enum { LETTER_KINDS = LOCALE_HAN + 1 };

/* The script whose letter this is, or -1. */
static int
letter_of(const struct analysis *a, int32_t at) {
    static const int8_t scripts[] = {[CHAR_LATIN] = LOCALE_LATIN,
        [CHAR_HANGUL] = LOCALE_HANGUL,
        [CHAR_KANA] = LOCALE_KANA,
        [CHAR_HAN] = LOCALE_HAN};
    uint8_t class = a->clusters[at].class;
    return class >= CHAR_LATIN && class <= CHAR_KANA && class != CHAR_DIGIT ? scripts[class] : -1;
}

static bool
is_unmarked(const struct analysis *a, int32_t at) {
    return a->clusters[at].lang == a->lang;
}

/* At the start of the text, or behind a space. */
static bool
starts_word(const struct analysis *a, int32_t at) {
    return at == 0 || a->clusters[at - 1].class == CHAR_SPACE;
}

/* What the unmarked letters are, and what the spans say about the others. */
struct census {
    int32_t letters[LETTER_KINDS], words, unmarked, marked;
    int marked_lang; /* of all marked letters; -1: several */
};

static struct census
take_census(const struct analysis *a) {
    struct census census = {.marked_lang = -1};
    for (int32_t i = 0; i < a->count; i++) {
        int script = letter_of(a, i);
        bool unmarked = is_unmarked(a, i);
        if (script >= 0 && unmarked) {
            census.letters[script]++;
            census.unmarked++;
            census.words += script == LOCALE_LATIN && starts_word(a, i);
        } else if (script >= 0) {
            bool same = census.marked == 0 || census.marked_lang == a->clusters[i].lang;
            census.marked_lang = same ? a->clusters[i].lang : -1;
            census.marked++;
        }
    }
    return census;
}

/* The script of the language that unmarked letters are written in; the own one unless all of them
 * (of an English text, where any name may be foreign, most) speak for another. */
static enum locale_script
script_by_letters(const struct census *census, enum locale_script own) {
    int32_t hangul = census->letters[LOCALE_HANGUL], kana = census->letters[LOCALE_KANA];
    int32_t han = census->letters[LOCALE_HAN], latin = census->letters[LOCALE_LATIN];
    switch (own) {
    case LOCALE_HANGUL:
        if (hangul > 0) {
            return own;
        }
        break;
    case LOCALE_KANA:
    case LOCALE_HAN:
        if (kana > 0 || han > hangul || (han > 0 && hangul == 0)) {
            return own;
        }
        break;
    case LOCALE_LATIN:
        if (latin > 0 && hangul <= latin && (kana == 0 || kana + han <= latin)) {
            return own;
        }
        break;
    }
    if (kana > 0) {
        return LOCALE_KANA;
    }
    bool english = latin > han && census->words >= WORDS_ENOUGH;
    return hangul > 0 ? LOCALE_HANGUL : english ? LOCALE_LATIN : own;
}

static enum locale_id
paragraph_language(const struct analysis *a, const struct census *census) {
    enum locale_id lang = a->request->lang;
    if (census->unmarked == 0) {
        return census->marked_lang >= 0 ? (enum locale_id)census->marked_lang : lang;
    }
    enum locale_script own = locale_script(lang), script = script_by_letters(census, own);
    return script == own ? lang : locale_writing(script);
}

static bool
belongs(int script, enum locale_script stretch) {
    return script == (int)stretch || (stretch == LOCALE_KANA && script == LOCALE_HAN);
}

/* May it stand between two letters of a stretch? Japanese has no spaces; full-width marks are no
 * part of the others. */
static bool
is_between(const struct analysis *a, int32_t at, enum locale_script stretch) {
    enum char_class class = (enum char_class)a->clusters[at].class;
    if (class == CHAR_NEWLINE || !is_unmarked(a, at)) {
        return false;
    }
    if (stretch == LOCALE_KANA) {
        return class != CHAR_SPACE && class != CHAR_HANGUL;
    }
    return letter_of(a, at) < 0 && chars_squeezable(a->bases[at]) == CHAR_OTHER;
}

/* Where the stretch of letters that begins at `start` ends: behind its last letter. */
static int32_t
stretch_end(const struct analysis *a, int32_t start, enum locale_script stretch) {
    int32_t end = start + 1;
    for (int32_t i = end; i < a->count && i - end <= BETWEEN_MOST; i++) {
        if (is_unmarked(a, i) && belongs(letter_of(a, i), stretch)) {
            end = i + 1;
        } else if (!is_between(a, i, stretch)) {
            break;
        }
    }
    return end;
}

/* Do the letters of [start, end) speak for its language? */
static bool
speaks(const struct analysis *a, int32_t start, int32_t end, enum locale_script stretch) {
    int32_t words = 0;
    bool kana = false;
    for (int32_t i = start; i < end; i++) {
        int script = letter_of(a, i);
        kana |= script == LOCALE_KANA;
        bool starts = i == start || a->clusters[i - 1].class == CHAR_SPACE;
        words +=
            script == LOCALE_LATIN && starts && i + 1 < end && letter_of(a, i + 1) == LOCALE_LATIN;
    }
    if (stretch == LOCALE_LATIN) {
        return words >= WORDS_ENOUGH;
    }
    return stretch != LOCALE_KANA || kana;
}

/* A Japanese stretch takes its stops, and the wide brackets around it; an English one its own. */
static void
widen(const struct analysis *a, int32_t *start, int32_t *end, enum locale_script stretch) {
    if (stretch == LOCALE_LATIN && *end < a->count && is_unmarked(a, *end) &&
        (a->bases[*end] == '.' || a->bases[*end] == '?' || a->bases[*end] == '!')) {
        ++*end;
    }
    for (bool wider = stretch == LOCALE_KANA; wider;) {
        enum char_class next =
            *end < a->count && is_unmarked(a, *end) ? chars_squeezable(a->bases[*end]) : CHAR_OTHER;
        uint32_t mark = *end < a->count ? a->bases[*end] : 0;
        bool opened = *start > 0 && is_unmarked(a, *start - 1) &&
                      chars_squeezable(a->bases[*start - 1]) == CHAR_OPEN;
        bool both = next == CHAR_CLOSE && opened;
        wider = both || next == CHAR_COMMA || next == CHAR_STOP || mark == 0xFF01 || mark == 0xFF1F;
        *start -= both;
        *end += wider;
    }
}

/* Finds the stretches of another script among the unmarked clusters. */
static void
set_stretches(struct analysis *a, enum locale_script stretch) {
    enum locale_id lang = locale_writing(stretch);
    for (int32_t i = 0; i < a->count;) {
        if (!is_unmarked(a, i) || !belongs(letter_of(a, i), stretch)) {
            i++;
            continue;
        }
        int32_t start = i, end = stretch_end(a, i, stretch);
        i = end;
        if (locale_script(lang) == stretch && speaks(a, start, end, stretch)) {
            widen(a, &start, &end, stretch);
            for (int32_t k = start; k < end; k++) {
                a->clusters[k].lang = (uint8_t)lang;
            }
        }
    }
}

void
languages_find(struct analysis *a) {
    a->lang = a->request->lang;
    struct census census = take_census(a);
    enum locale_id lang = paragraph_language(a, &census);
    for (int32_t i = 0; i < a->count && lang != a->lang; i++) {
        if (is_unmarked(a, i)) {
            a->clusters[i].lang = (uint8_t)lang;
        }
    }
    a->lang = lang;
    enum locale_script own = locale_script(lang);
    if (own != LOCALE_KANA && own != LOCALE_HAN &&
        census.letters[LOCALE_KANA] + census.letters[LOCALE_HAN] > 0) {
        set_stretches(a, LOCALE_KANA);
    }
    if (own != LOCALE_HANGUL && census.letters[LOCALE_HANGUL] > 0) {
        set_stretches(a, LOCALE_HANGUL);
    }
    if (own != LOCALE_LATIN && census.words >= WORDS_ENOUGH) {
        set_stretches(a, LOCALE_LATIN);
    }
}

/* Endings are undone on keystrokes for Hangul, where 해 is ㅎㅐ and 가 + ㅂ니다 is one syllable,
 * and on kana for Japanese. Every ending that fits gives a stem: the content decides which is a
 * word. */
#include "i18n/stems.h"

#include "base/check.h"
#include "base/utf8.h"
#include "i18n/fold.h"
#include "i18n/hangul.h"

#include <string.h>

enum kind {
    KIND_NOUN,
    KIND_BARE,
    KIND_SURE,
    KIND_VOWEL,
    KIND_AUX_BARE,
    KIND_AUX_VOWEL,
    KIND_LIGHT,
    KIND_ROW_I,
    KIND_ROW_A,
    KIND_ROW_E,
    KIND_ROW_O,
    KIND_ROW_U,
    KIND_ONBIN,
    KIND_FUNCTION,
    KIND_EMPTY,
    KIND_TAIL,
};

struct endings {
    enum kind kind;
    struct str words;
};

#define STEMS_ENDINGS(kind, words) {KIND_##kind, STR_INIT(words)},
static const struct endings hangul_endings[] = {
#include "i18n/stems_hangul.def"
};
static const struct endings kana_endings[] = {
#include "i18n/stems_kana.def"
};
#undef STEMS_ENDINGS

enum {
    KEY_MAX = 96,
    STROKES_LEAST = 3,
    NOUN_STROKES_LEAST = 4,
    SHORT_STROKES = 4,
    TELLING_STROKES = 4,
    AUXILIARIES_MAX = 64
};

struct stems {
    struct arena *arena;
    struct str *out;
    size_t count;
};

static void
add(struct stems *s, struct str stem) {
    for (size_t i = 0; i < s->count; i++) {
        if (str_eq(s->out[i], stem)) {
            return;
        }
    }
    if (stem.n > 0 && s->count < STEMS_MAX) {
        s->out[s->count++] = arena_str(s->arena, stem);
    }
}

/* -- Hangul: strokes are compatibility jamo, three bytes each -- */

enum { STROKE = 3 };

static void
add_strokes(struct stems *s, struct str stem) {
    if (stem.n >= STROKES_LEAST * STROKE) {
        add(s, stem);
    }
}

static struct str
cut(struct str s, size_t strokes) {
    return str_slice(s, 0, s.n > strokes * STROKE ? s.n - strokes * STROKE : 0);
}

/* The stem with its last strokes replaced. */
static void
add_changed(struct stems *s, struct str stem, const char *from, const char *to) {
    struct str end = str_from(from);
    if (str_ends(stem, end)) {
        struct str left = str_slice(stem, 0, stem.n - end.n);
        add_strokes(s, arena_printf(s->arena, "%.*s%s", STR_ARG(left), to));
    }
}

static bool
ends_in_vowel(struct str strokes) {
    size_t at = strokes.n;
    return strokes.n > 0 && utf8_prev(strokes, &at) >= 0x314F;
}

/* 으 between the stem and the ending; ㄹ that fell out before it; 우 for ㅂ. */
static void
undo_bare(struct stems *s, struct str stem, struct str ending) {
    if (ending.n == STROKE && stem.n < NOUN_STROKES_LEAST * STROKE) {
        return; // ㄴ, ㄹ, ㅁ end too many nouns
    }
    add_strokes(s, stem);
    add_changed(s, stem, "ㅇㅡ", "");
    add_changed(s, stem, "ㅇㅜ", "ㅂ");
    static const char *const before[] = {"ㄴ", "ㅂ", "ㅅ", "ㅇㅗ"};
    for (size_t i = 0; i < ARRAY_LEN(before) && ends_in_vowel(stem); i++) {
        if (str_starts(ending, str_from(before[i]))) {
            add_strokes(s, arena_printf(s->arena, "%.*sㄹ", STR_ARG(stem)));
        }
    }
}

/* 아 or 어, melted into the stem. */
static void
undo_vowel(struct stems *s, struct str stem) {
    static const struct {
        const char *from, *to;
    } melted[] = {
        {"ㅎㅐ", "ㅎㅏ"},
        {"ㅎㅏㅇㅕ", "ㅎㅏ"},
        {"ㅇㅜㅓ", "ㅂ"}, /* 고마워 */
        {"ㅇㅗㅏ", "ㅂ"}, /* 도와 */
        {"ㅜㅓ", "ㅜ"},
        {"ㅗㅏ", "ㅗ"},
        {"ㄷㅗㅐ", "ㄷㅗㅣ"},
        {"ㅕ", "ㅣ"},
        {"ㄹㄹㅏ", "ㄹㅡ"},
        {"ㄹㄹㅓ", "ㄹㅡ"},
        {"ㄹㅇㅓ", "ㄷ"},
        {"ㄹㅇㅏ", "ㄷ"},
        {"ㅇㅓ", ""},
        {"ㅇㅏ", ""},
        {"ㅇㅡㄹㅓ", "ㅇㅡㄹㅡ"},
    };
    for (size_t i = 0; i < ARRAY_LEN(melted); i++) {
        add_changed(s, stem, melted[i].from, melted[i].to);
    }
    if (ends_in_vowel(stem)) {
        add_strokes(s, stem); // 가, 내
        add_changed(s, stem, "ㅓ", "ㅡ");
        add_changed(s, stem, "ㅏ", "ㅡ");
    }
}

static struct str
strokes_of(struct arena *arena, struct str text) {
    return fold_spelling(arena, FOLD_KEYSTROKES, text);
}

static bool
is_vowel_ending(struct str stem) {
    static const char *const vowels[] = {"ㅏ", "ㅓ", "ㅐ", "ㅕ", "ㅔ"};
    for (size_t i = 0; i < ARRAY_LEN(vowels); i++) {
        if (str_ends(stem, str_from(vowels[i]))) {
            return true;
        }
    }
    return false;
}

static void
undo_hangul(struct stems *s, struct str strokes, enum kind kind, struct str ending) {
    if (!str_ends(strokes, ending) || strokes.n <= ending.n) {
        return;
    }
    struct str stem = str_slice(strokes, 0, strokes.n - ending.n);
    bool is_noun =
        kind != KIND_SURE && stem.n < SHORT_STROKES * STROKE && ending.n < TELLING_STROKES * STROKE;
    if (is_noun) {
        return; // 감기 is no form of 감다
    }
    if (kind == KIND_BARE || kind == KIND_SURE) {
        undo_bare(s, stem, ending);
    } else if (kind == KIND_VOWEL && is_vowel_ending(stem)) {
        undo_vowel(s, stem);
    }
}

static void
undo_auxiliary(struct stems *s, struct str stem, enum kind kind, struct str auxiliary) {
    if (!str_ends(stem, auxiliary) || stem.n <= auxiliary.n) {
        return;
    }
    struct str rest = str_slice(stem, 0, stem.n - auxiliary.n);
    if (kind == KIND_AUX_BARE) {
        undo_bare(s, rest, auxiliary);
    } else if (is_vowel_ending(rest)) {
        undo_vowel(s, rest);
    }
}

/* The endings of some kinds in strokes, for a word that has many stems. */
struct stroked {
    struct str strokes[AUXILIARIES_MAX];
    enum kind kinds[AUXILIARIES_MAX];
    size_t count;
};

static void
stroke_endings(struct arena *arena, enum kind kind, struct stroked *out) {
    for (size_t e = 0; e < ARRAY_LEN(hangul_endings); e++) {
        struct str rest = hangul_endings[e].words, word;
        while (hangul_endings[e].kind == kind && str_split(&rest, '|', &word)) {
            xassert(out->count < AUXILIARIES_MAX);
            out->kinds[out->count] = kind;
            out->strokes[out->count++] = strokes_of(arena, word);
        }
    }
}

/* 앉으시 is 앉, 물어보 is 묻: what stands between a stem and its ending comes off as well. What
 * comes of it is asked again. */
static void
undo_auxiliaries(struct stems *s) {
    struct stroked all = {.count = 0};
    if (s->count > 0) {
        stroke_endings(s->arena, KIND_AUX_BARE, &all);
        stroke_endings(s->arena, KIND_AUX_VOWEL, &all);
    }
    for (size_t i = 0; i < s->count; i++) {
        for (size_t e = 0; e < all.count; e++) {
            undo_auxiliary(s, s->out[i], all.kinds[e], all.strokes[e]);
        }
    }
}

/* A noun that 하다 and its like make a verb of. */
static void
add_nouns_of_verbs(struct stems *s) {
    struct stroked all = {.count = 0};
    size_t count = s->count;
    if (count > 0) {
        stroke_endings(s->arena, KIND_LIGHT, &all);
    }
    for (size_t e = 0; e < all.count; e++) {
        struct str light = all.strokes[e];
        for (size_t i = 0; i < count; i++) {
            if (str_ends(s->out[i], light) &&
                s->out[i].n >= light.n + NOUN_STROKES_LEAST * STROKE) {
                add_strokes(s, cut(s->out[i], light.n / STROKE));
            }
        }
    }
}

/* A quick no: an ending that ends in a syllable ends the word with it; one that is a lone consonant
 * is the coda of the word's last syllable. */
static bool
may_end(struct str key, struct str ending) {
    size_t at = ending.n;
    bool is_syllable = ending.n > 0 && fold_class(utf8_prev(ending, &at)) == FOLD_HANGUL;
    return !is_syllable || str_ends(key, str_slice(ending, at, ending.n));
}

static void
stems_hangul(struct stems *s, struct str key) {
    struct str strokes = strokes_of(s->arena, key);
    for (size_t e = 0; e < ARRAY_LEN(hangul_endings); e++) {
        struct str rest = hangul_endings[e].words, word;
        enum kind kind = hangul_endings[e].kind;
        bool is_verb = kind == KIND_BARE || kind == KIND_SURE || kind == KIND_VOWEL;
        while (is_verb && str_split(&rest, '|', &word)) {
            if (may_end(key, word)) {
                undo_hangul(s, strokes, hangul_endings[e].kind, strokes_of(s->arena, word));
            }
        }
    }
    undo_auxiliaries(s);
    add_nouns_of_verbs(s);
}

/* 씨, 님, 들 and their like follow a person or a thing of more than a syllable: 날씨 is no 날. */
static bool
is_title(struct str ending) {
    static const char *const titles[] = {"씨", "님", "들", "씩", "란", "랑"};
    for (size_t i = 0; i < ARRAY_LEN(titles); i++) {
        if (str_starts(ending, str_from(titles[i]))) {
            return true;
        }
    }
    return false;
}

size_t
stems_nouns(struct arena *arena, struct str key, struct str out[STEMS_MAX]) {
    struct stems s = {.arena = arena, .out = out};
    size_t last = key.n;
    bool may =
        key.n > STROKE && key.n <= KEY_MAX && fold_class(utf8_prev(key, &last)) == FOLD_HANGUL;
    for (size_t e = 0; may && e < ARRAY_LEN(hangul_endings); e++) {
        struct str rest = hangul_endings[e].words, word;
        while (hangul_endings[e].kind == KIND_NOUN && str_split(&rest, '|', &word)) {
            bool is_there = str_ends(key, word) && key.n >= word.n + STROKE;
            if (is_there && (key.n >= word.n + 2 * STROKE || !is_title(word))) {
                add(&s, str_slice(key, 0, key.n - word.n));
            }
        }
    }
    return s.count;
}

bool
stems_are_empty(struct arena *arena, struct str key) {
    struct str stems[STEMS_MAX];
    size_t count = fold_is_all(key, FOLD_HANGUL) ? stems_of(arena, key, stems) : 0;
    for (size_t e = 0; count > 0 && e < ARRAY_LEN(hangul_endings); e++) {
        struct str rest = hangul_endings[e].words, word;
        while (hangul_endings[e].kind == KIND_EMPTY && str_split(&rest, '|', &word)) {
            struct str empty = strokes_of(arena, word);
            for (size_t i = 0; i < count; i++) {
                if (str_eq(stems[i], empty)) {
                    return true;
                }
            }
        }
    }
    return false;
}

struct str
stems_syllable(struct arena *arena, struct str key) {
    struct str nouns[STEMS_MAX];
    if (!fold_is_all(key, FOLD_HANGUL) || key.n == STROKE) {
        return fold_is_all(key, FOLD_HANGUL) ? key : (struct str){0};
    }
    size_t count = key.n <= 4 * STROKE ? stems_nouns(arena, key, nouns) : 0;
    for (size_t i = 0; i < count; i++) {
        if (nouns[i].n == STROKE) {
            return nouns[i];
        }
    }
    return (struct str){0};
}

/* -- Japanese -- */

static const char *const rows[] = {"かきくけこk", "がぎぐげごg", "さしすせそs", "たちつてとt",
    "なにぬねのn", "ばびぶべぼb", "まみむめもm", "らりるれろr", "わいうえおw"};
enum { VOWEL_A, VOWEL_I, VOWEL_U, VOWEL_E, VOWEL_O, VOWEL_COUNT };

/* The consonant of a kana when it is of the column, else 0. */
static char
row_of(struct str kana, int column) {
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct str here = {rows[i] + column * STROKE, STROKE};
        if (str_eq(here, kana)) {
            return rows[i][VOWEL_COUNT * STROKE];
        }
    }
    return 0;
}

/* A stem has a Han, or two kana. */
static void
add_root(struct stems *s, struct str root, char consonant) {
    size_t at = 0;
    bool is_enough =
        root.n >= 2 * STROKE || (root.n >= STROKE && fold_class(utf8_next(root, &at)) == FOLD_HAN);
    if (is_enough && consonant) {
        add(s, arena_printf(s->arena, "%.*s%c", STR_ARG(root), consonant));
    } else if (is_enough) {
        add(s, root);
    }
}

static void
undo_row(struct stems *s, struct str stem, int column) {
    struct str last = str_slice(stem, stem.n - STROKE, stem.n);
    char consonant = row_of(last, column);
    if (consonant) {
        add_root(s, str_slice(stem, 0, stem.n - STROKE), consonant);
    }
    bool is_one_row = row_of(last, VOWEL_I) || row_of(last, VOWEL_E);
    if (is_one_row && column != VOWEL_U && column != VOWEL_O) {
        add_root(s, stem, 0); // 食べ
    }
}

static void
undo_onbin(struct stems *s, struct str stem) {
    static const struct {
        const char *last, *consonants;
    } melted[] = {{"い", "kg"}, {"っ", "trwk"}, {"ん", "mbn"}, {"し", "s"}};
    for (size_t i = 0; i < ARRAY_LEN(melted); i++) {
        if (str_ends(stem, str_from(melted[i].last))) {
            for (const char *c = melted[i].consonants; *c; c++) {
                add_root(s, str_slice(stem, 0, stem.n - STROKE), *c);
            }
        }
    }
    struct str last = str_slice(stem, stem.n - STROKE, stem.n);
    if (row_of(last, VOWEL_I) || row_of(last, VOWEL_E)) {
        add_root(s, stem, 0);
    }
}

/* 食べる as 食べ; 五段 in -る, too. */
static void
undo_dictionary(struct stems *s, struct str stem) {
    undo_row(s, stem, VOWEL_U);
    if (str_ends(stem, STR("る"))) {
        struct str rest = str_slice(stem, 0, stem.n - STROKE);
        struct str last = rest.n >= STROKE ? str_slice(rest, rest.n - STROKE, rest.n) : rest;
        if (row_of(last, VOWEL_I) || row_of(last, VOWEL_E)) {
            add_root(s, rest, 0);
        }
    }
}

/* The key ends in the ending, whose Han are as one writes them: 致します. */
static bool
ends_in(struct str key, struct str ending) {
    size_t k = key.n, e = ending.n;
    while (k > 0 && e > 0) {
        uint32_t c = utf8_prev(ending, &e);
        if (!fold_is_same(utf8_prev(key, &k), c)) {
            return false;
        }
    }
    return e == 0;
}

static void
undo_kana(struct stems *s, struct str key, enum kind kind, struct str ending) {
    if (key.n <= ending.n || !ends_in(key, ending)) {
        return;
    }
    struct str stem = str_slice(key, 0, key.n - ending.n);
    if (stem.n < STROKE) {
        return;
    }
    switch (kind) {
    case KIND_NOUN:
        add_root(s, stem, 0);
        break;
    case KIND_ROW_I:
        undo_row(s, stem, VOWEL_I);
        break;
    case KIND_ROW_A:
        undo_row(s, stem, VOWEL_A);
        break;
    case KIND_ROW_E:
        undo_row(s, stem, VOWEL_E);
        break;
    case KIND_ROW_O:
        undo_row(s, stem, VOWEL_O);
        break;
    case KIND_ROW_U:
        undo_dictionary(s, stem);
        break;
    case KIND_ONBIN:
        undo_onbin(s, stem);
        break;
    default:
        break;
    }
}

static bool
is_japanese(struct str key) {
    bool has_kana = false;
    for (size_t at = 0; at < key.n;) {
        enum fold_class class = fold_class(utf8_next(key, &at));
        has_kana = has_kana || class == FOLD_KANA;
        if (class != FOLD_HAN && class != FOLD_KANA) {
            return false;
        }
    }
    return has_kana;
}

/* で and だ behind ん and some い. */
static void
undo_voiced(struct stems *s, struct str key, struct str ending) {
    bool is_te = str_starts(ending, STR("て"));
    bool may = (is_te || str_starts(ending, STR("た"))) && key.n >= ending.n + STROKE;
    if (!may) {
        return;
    }
    struct str rest = str_slice(ending, STROKE, ending.n);
    struct str before = str_slice(key, 0, key.n - rest.n);
    if (str_ends(before, is_te ? STR("で") : STR("だ")) && ends_in(key, rest)) {
        undo_onbin(s, str_slice(before, 0, before.n - STROKE));
    }
}

static void
undo_endings(struct stems *s, struct str key) {
    for (size_t e = 0; e < ARRAY_LEN(kana_endings); e++) {
        struct str rest = kana_endings[e].words, word;
        while (str_split(&rest, '|', &word)) {
            undo_kana(s, key, kana_endings[e].kind, word);
            if (kana_endings[e].kind == KIND_ONBIN) {
                undo_voiced(s, key, word);
            }
        }
    }
}

/* 分かr and 分r, 捕らえ and 捕え: what an official or an old spelling leaves of the kana of a verb.
 */
static void
add_short(struct stems *s) {
    size_t count = s->count;
    for (size_t i = 0; i < count; i++) {
        struct str stem = s->out[i];
        size_t han = 0, last = stem.n;
        bool is_han = stem.n > 0 && fold_class(utf8_next(stem, &han)) == FOLD_HAN;
        utf8_prev(stem, &last);
        bool is_one = last == han + STROKE; // 話しあw is no 話w
        if (is_han && is_one && fold_is_all(str_slice(stem, han, last), FOLD_KANA)) {
            struct str tail = str_slice(stem, last, stem.n);
            add(s, arena_printf(s->arena, "%.*s%.*s", (int)han, stem.p, STR_ARG(tail)));
        }
    }
}

/* わかんない is わからない, as one says it. */
static void
undo_spoken(struct stems *s, struct str key) {
    static const struct str spoken = STR_INIT("んな");
    for (size_t at = key.n; at >= spoken.n + 2 * STROKE; at -= STROKE) {
        struct str head = str_slice(key, 0, at), tail = str_slice(key, at, key.n);
        if (str_ends(head, spoken) && fold_is_all(tail, FOLD_KANA)) {
            struct str stem = str_slice(head, 0, at - spoken.n);
            undo_endings(s, arena_printf(s->arena, "%.*sらな%.*s", STR_ARG(stem), STR_ARG(tail)));
            return;
        }
    }
}

/* The key, and what it is without how its sentence ends: 痛い of 痛いんですけど. */
static void
stems_kana(struct stems *s, struct str key) {
    enum { LEAST = 2 * STROKE };
    undo_endings(s, key);
    undo_spoken(s, key);
    for (size_t e = 0; e < ARRAY_LEN(kana_endings); e++) {
        struct str rest = kana_endings[e].words, word;
        while (kana_endings[e].kind == KIND_TAIL && str_split(&rest, '|', &word)) {
            if (key.n >= word.n + LEAST && ends_in(key, word)) {
                undo_endings(s, str_slice(key, 0, key.n - word.n));
            }
        }
    }
    add_short(s);
}

/* Which of its beginnings are such words, the shortest first: linear, however often words repeat.
 */
bool
stems_are_function(struct str kana) {
    enum { LEAD_LEAST = 0xE3 }; // the first byte of kana and Han
    bool is_reached[KEY_MAX + 1] = {true};
    if (kana.n == 0 || kana.n > KEY_MAX || (unsigned char)kana.p[0] < LEAD_LEAST) {
        return false;
    }
    for (size_t at = 0; at < kana.n; at++) {
        struct str left = str_slice(kana, at, kana.n);
        for (size_t e = 0; is_reached[at] && e < ARRAY_LEN(kana_endings); e++) {
            struct str rest = kana_endings[e].words, word;
            bool joins = kana_endings[e].kind == KIND_FUNCTION || kana_endings[e].kind == KIND_TAIL;
            while (joins && str_split(&rest, '|', &word)) {
                if (str_starts(left, word)) {
                    is_reached[at + word.n] = true;
                }
            }
        }
    }
    return is_reached[kana.n];
}

size_t
stems_of(struct arena *arena, struct str key, struct str out[STEMS_MAX]) {
    struct stems s = {.arena = arena, .out = out};
    if (key.n > KEY_MAX) {
        return 0;
    }
    if (fold_is_all(key, FOLD_HANGUL)) {
        stems_hangul(&s, key);
    } else if (is_japanese(key)) {
        stems_kana(&s, key);
    }
    return s.count;
}

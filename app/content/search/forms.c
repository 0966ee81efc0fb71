#include "content/search/forms.h"

#include "base/check.h"
#include "base/utf8.h"
#include "content/search/concepts.h"
#include "content/search/okurigana.h"
#include "content/search/plain.h"
#include "content/search/variants.h"
#include "i18n/stems.h"

enum { SPELLINGS_MAX = 12, KANA_BYTES = 3, KANA_LEAST = 3 * KANA_BYTES };

void
match_title_stems(struct search_lookup *l, struct str key) {
    struct str stems[STEMS_MAX];
    size_t count = stems_of(l->arena, key, stems);
    for (size_t i = 0; i < count && !lookup_is_tired(l); i++) {
        lookup_term(l, SEARCH_STEM, stems[i], COST_TITLE + COST_STEM);
    }
}

void
match_stems(struct search_lookup *l, struct str key) {
    struct str stems[STEMS_MAX];
    size_t count = stems_of(l->arena, key, stems);
    bool is_known = best_cost(l) < SEARCH_NO_MATCH;
    for (size_t i = 0; i < count && !lookup_is_tired(l); i++) {
        uint32_t concepts[CONCEPTS_MAX];
        lookup_term(l, SEARCH_STEM, stems[i], COST_TITLE + COST_STEM);
        lookup_term(l, SEARCH_LINE_STEM, stems[i], COST_NAME + COST_STEM);
        size_t named = search_concepts_of_term(l->index, SEARCH_CONCEPT_STEM, stems[i], concepts);
        for (size_t c = 0; c < named && !lookup_is_tired(l); c++) {
            match_concept(l, concepts[c]);
        }
    }
    for (size_t i = 0; i < count && !is_known; i++) {
        lookup_term(l, SEARCH_BODY_STEM, stems[i], COST_BODY + COST_STEM);
    }
}

static void
lookup_syllable(struct search_lookup *l, struct str key, int how) {
    struct str strokes = fold_spelling(l->arena, FOLD_KEYSTROKES, key);
    lookup_term(l, SEARCH_NAME, strokes, COST_NAME + how);
    lookup_term(l, SEARCH_STEM, key, COST_TITLE + how);
    lookup_term(l, SEARCH_BODY_STEM, key, COST_BODY + how);
}

bool
match_syllable_of_word(struct search_lookup *l, struct str stem) {
    if (!fold_is_syllable(stem)) {
        return false;
    }
    lookup_syllable(l, stem, COST_STEM);
    return true;
}

/* 칼 is as good as finished, 하 goes on. */
static bool
has_coda(struct str syllable) {
    enum { SYLLABLES = 0xAC00, CODAS = 28 };
    size_t at = 0;
    return (utf8_next(syllable, &at) - SYLLABLES) % CODAS != 0;
}

bool
match_syllable(struct search_lookup *l, struct str key) {
    if (!fold_is_syllable(key)) {
        return false;
    }
    lookup_syllable(l, key, 0);
    if (best_cost(l) >= COST_BODY && !search_concepts_has(l->index, l->arena, key)) {
        bool is_word = best_cost(l) < SEARCH_NO_MATCH && has_coda(key);
        lookup_name(l, key, true, is_word ? COST_BODY : 0); // then it is how a name begins
    }
    return true;
}

/* The Han alone: as they stand somewhere, and what has kana between them. */
static void
match_skeleton(struct search_lookup *l, struct str skeleton, bool is_bare) {
    struct spelt found[SPELLING_ROWS];
    if (!is_bare) {
        lookup_name(l, skeleton, false, COST_STEM);
        lookup_text(l, skeleton, false, COST_STEM);
        search_needles_add(l->needles, l->arena, skeleton);
    }
    size_t count = spelt_words(l, SEARCH_SPACE_SKELETONS, skeleton, found);
    for (size_t i = 0; i < count && found[i].is_whole && !lookup_is_tired(l); i++) {
        lookup_name(l, found[i].word, true, COST_STEM);
        lookup_word(l, found[i].word, COST_STEM);
        match_concepts(l, found[i].word);
        search_needles_add(l->needles, l->arena, found[i].word);
    }
}

static void
match_beside(struct search_lookup *l, struct str key) {
    struct search_packed list = {.bytes = search_index_list(l->index, SEARCH_WHOLE_OKURIGANA)};
    l->index->work += list.bytes.n / SEARCH_WORK_LIST;
    struct str word;
    size_t found = 0;
    while (found < SPELLINGS_MAX && search_packed_next(&list, &word)) {
        if (okurigana_is_spelling(key, word)) {
            found++;
            match_meant(l, word, COST_STEM);
        }
    }
}

static bool
is_latin(struct str key) {
    for (size_t i = 0; i < key.n; i++) {
        if (key.p[i] < 'a' || key.p[i] > 'z') {
            return false;
        }
    }
    return key.n > 5;
}

/* Nouns that the public service writes in kana behind a verb, or others in Han: 渡しかた, 渡し方.
 */
static void
match_formal_noun(struct search_lookup *l, struct str key) {
    static const struct {
        const char *kana, *han;
    } nouns[] = {{"かた", "方"}, {"もの", "物"}, {"ところ", "所"}, {"とき", "時"}, {"こと", "事"}};
    for (size_t i = 0; i < ARRAY_LEN(nouns); i++) {
        struct str kana = str_from(nouns[i].kana), han = str_from(nouns[i].han);
        bool is_kana = str_ends(key, kana) && key.n > kana.n;
        bool is_han = str_ends(key, han) && key.n > 2 * han.n;
        if (is_kana || is_han) {
            struct str stem = str_slice(key, 0, key.n - (is_kana ? kana.n : han.n));
            struct str other = arena_printf(
                l->arena, "%.*s%s", STR_ARG(stem), is_kana ? nouns[i].han : nouns[i].kana);
            match_plain(l, other, other, false, COST_SPELT);
            match_concepts(l, other);
        }
    }
}

/* 申訳ありません: the ending of its sentence is off, and what is left has Han next to each other.
 */
static void
match_okurigana_of_stems(struct search_lookup *l, struct str key) {
    struct str stems[STEMS_MAX];
    size_t count = fold_has(key, FOLD_HAN) ? stems_of(l->arena, key, stems) : 0;
    for (size_t i = 0; i < count && !lookup_is_tired(l); i++) {
        bool is_bare = fold_is_all(stems[i], FOLD_HAN) && utf8_count(stems[i]) > 1;
        struct str skeleton = is_bare ? stems[i] : okurigana_skeleton(l->arena, stems[i]);
        if (skeleton.n > 0) {
            match_skeleton(l, skeleton, is_bare);
        }
    }
}

void
match_okurigana(struct search_lookup *l, struct str key) {
    if (best_cost(l) <= COST_NAME + COST_SPELT) {
        return; // it stands there as it is
    }
    bool is_bare = fold_is_all(key, FOLD_HAN) && utf8_count(key) > 1;
    struct str skeleton = is_bare ? key : okurigana_skeleton(l->arena, key);
    match_formal_noun(l, key);
    if (skeleton.n > 0) {
        match_skeleton(l, skeleton, is_bare);
    }
    if (skeleton.n == 0 || best_cost(l) == SEARCH_NO_MATCH) {
        match_okurigana_of_stems(l, key);
    }
}

/* What begins so is taken where that is hardly anything else: しずお on the way to 静岡. */
static bool
match_words_read(struct search_lookup *l, struct str reading, bool is_open) {
    enum { OPEN_LEAST = 5 /* letters */, OPEN_MOST = 6 };
    struct spelt found[SPELLING_ROWS];
    struct str sound = fold_spelling(l->arena, FOLD_ROMAJI, reading);
    size_t count = spelt_words(l, SEARCH_SPACE_READINGS, sound, found), taken = 0;
    is_open = is_open && sound.n >= OPEN_LEAST && count <= OPEN_MOST;
    for (size_t i = 0; i < count && taken < SPELLINGS_MAX && !lookup_is_tired(l); i++) {
        if (found[i].is_whole || is_open) {
            match_meant(l, found[i].word, COST_STEM + (found[i].is_whole ? 0 : COST_COMPOSED));
            taken++;
        }
    }
    return taken > 0;
}

/* The longest beginning that reads as a word, where particles and the like are all that follows. */
void
match_sound(struct search_lookup *l, const struct search_word_of_query *word) {
    struct str key = word->key;
    bool is_kana = fold_is_all(key, FOLD_KANA), is_open = word->is_last;
    if (is_latin(key) && (best_cost(l) == SEARCH_NO_MATCH || !word->is_alone)) {
        match_words_read(l, key, is_open);
    }
    if (!is_kana || (word->is_alone && best_cost(l) <= COST_NAME + COST_SPELT)) {
        return; // beside others it also says what it reads as: かんぱい of しょくじとかんぱい
    }
    for (size_t end = key.n; end >= KANA_LEAST; end -= KANA_BYTES) {
        struct str tail = str_slice(key, end, key.n);
        if (tail.n > 0 && (word->is_katakana || word->is_certain)) {
            return; // サンフェルナド is a name with a slip in it, not 山 and なド
        }
        if ((tail.n == 0 || stems_are_function(tail)) &&
            match_words_read(l, str_slice(key, 0, end), is_open && tail.n == 0)) {
            return;
        }
    }
}

void
match_readings(struct search_lookup *l, struct str key) {
    if (is_latin(key)) {
        key = okurigana_kana(l->arena, key);
    }
    if (fold_has(key, FOLD_KANA) && key.n >= KANA_LEAST) {
        match_beside(l, key);
    }
}

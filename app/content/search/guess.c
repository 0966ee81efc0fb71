#include "content/search/guess.h"

#include "base/check.h"
#include "base/utf8.h"
#include "content/search/concepts.h"
#include "content/search/forms.h"
#include "content/search/okurigana.h"
#include "content/search/plain.h"
#include "content/search/text.h"
#include "content/search/variants.h"
#include "i18n/han_alike.h"
#include "i18n/stems.h"

#include <string.h>

enum { NEAR_MAX = 8, START_LEAST = 5 };
enum { HAN = 3, HAN_LEAST = 2 * HAN, SYLLABLES = 6 /* bytes */, STROKES_LEAST = 5 };

static int
allowed_errors(size_t letters, bool is_prefix) {
    size_t more = is_prefix ? 1 : 0;
    return letters < 4 + more ? 0 : letters < 7 + more ? 1 : 2;
}

/* Short Korean words are one letter away from too many others. */
static int
allowed_errors_hangul(struct str key, size_t letters) {
    return utf8_count(key) < 3 || letters < 5 ? 0 : letters < 9 ? 1 : 2;
}

static void
match_near_list(struct search_lookup *l, struct str list, struct str wanted, bool is_prefix,
    int space, int errors) {
    struct search_near near[NEAR_MAX];
    struct spelt found[SPELLING_ROWS];
    size_t count = search_near(l->arena, list, wanted, errors, is_prefix, near, NEAR_MAX);
    l->index->work += list.n / SEARCH_WORK_LIST;
    for (size_t i = 0; i < count && !lookup_is_tired(l); i++) {
        int how = COST_NEAR * near[i].distance + (is_prefix ? COST_NAME_PREFIX : 0);
        bool is_told = near[i].distance > 1 || wanted.n < START_LEAST;
        if (!space && is_told && near[i].text.p[0] != wanted.p[0]) {
            continue; // plumber is no number, pier no tier
        }
        if (!space) {
            match_meant(l, near[i].text, how);
            continue;
        }
        static const int spaces[] = {SEARCH_SPACE_NAMES, SEARCH_SPACE_WORDS};
        for (size_t s = 0; s < ARRAY_LEN(spaces); s++) {
            size_t words = spelt_words(l, spaces[s] + space, near[i].text, found);
            for (size_t w = 0; w < words && found[w].is_whole; w++) {
                if (spaces[s] == SEARCH_SPACE_NAMES) {
                    lookup_name_strokes(l, found[w].word, true, how);
                } else {
                    lookup_word(l, found[w].word, how);
                    search_needles_add(l->needles, l->arena, found[w].word);
                }
            }
        }
    }
}

static void
match_near(struct search_lookup *l, struct str key, bool is_prefix) {
    size_t at = 0;
    enum fold_class class = fold_class(utf8_next(key, &at));
    if (class == FOLD_LETTER) {
        match_near_list(l, search_index_list(l->index, SEARCH_WHOLE_LATIN), key, is_prefix, 0,
            allowed_errors(key.n, is_prefix));
    } else if (class == FOLD_HANGUL) {
        struct str spelt = fold_spelling(l->arena, FOLD_HANGUL_SPELLING, key);
        match_near_list(l, search_index_list(l->index, SEARCH_WHOLE_HANGUL), spelt, is_prefix,
            FOLD_HANGUL_SPELLING, allowed_errors_hangul(key, spelt.n));
    } else if (class == FOLD_KANA) {
        struct str spelt = fold_spelling(l->arena, FOLD_ROMAJI, key);
        match_near_list(l, search_index_list(l->index, SEARCH_WHOLE_ROMAJI), spelt, is_prefix,
            FOLD_ROMAJI, allowed_errors(spelt.n, is_prefix));
    }
}

/* Documents that have all the parts, at the cost of the dearest; a part that is nowhere is left
 * out. Where no document has them all, those that have one. */
static void
match_parts(
    struct search_lookup *l, const struct str *parts, size_t count, bool open, bool must_have_all) {
    struct doc_costs *costs[ALTERNATIVES_MAX] = {NULL};
    struct doc_costs_pool *pool = &l->index->pool;
    size_t had = 0, used = pool->used;
    for (size_t i = 0; i < count; i++) {
        struct search_lookup part = *l;
        size_t before = pool->used;
        part.costs = costs[had] = doc_costs_take(pool);
        struct str key = fold_key(l->arena, parts[i]);
        match_plain(&part, key, parts[i], open && i + 1 == count, 0);
        match_context(&part);
        match_concepts(&part, key);
        match_okurigana(&part, key);
        if (best_cost(&part) == SEARCH_NO_MATCH) {
            doc_costs_give_back(pool, before);
            continue;
        }
        had++;
        search_needles_add(l->needles, l->arena, key);
    }
    if (had == count || !must_have_all) {
        doc_costs_lower_to_all(l->costs, costs, had, had < count ? 2 * COST_PIECES : COST_PIECES);
    }
    bool is_nowhere = best_cost(l) == SEARCH_NO_MATCH && !must_have_all;
    for (size_t i = 0; i < had && is_nowhere; i++) {
        doc_costs_lower_to(l->costs, costs[i], COST_ANY_PART);
    }
    doc_costs_give_back(pool, used);
}

/* 하마마쓰음악: a whole name and what follows it. */
static size_t
split_by_name(struct search_lookup *l, struct str key, struct str *parts, size_t limit) {
    size_t count = 0;
    while (key.n > 0 && count + 1 < limit) {
        size_t best = 0, at = 0;
        utf8_next(key, &at); // one character is a name by chance
        while (at < key.n) {
            utf8_next(key, &at);
            if (at < key.n &&
                search_index_has_name(l->index, l->arena, str_slice(key, 0, at), false)) {
                best = at;
            }
        }
        if (best == 0) {
            break;
        }
        parts[count++] = str_slice(key, 0, best);
        key = str_slice(key, best, key.n);
    }
    if (count > 0 && key.n > 0) {
        parts[count++] = key;
    }
    return count;
}

static bool
is_glued(struct str key) {
    for (size_t at = 0; at < key.n;) {
        if (!search_is_wordlike(utf8_next(key, &at))) {
            return true;
        }
    }
    return false;
}

/* Han before or behind a noun that carry no subject of their own. */
static bool
is_affix(struct str han) {
    static const char affixes[] =
        "御再各新旧前元未不無非全最副諸両本当同第的性化者所用品料費券等類会時中内間";
    struct str all = str_from(affixes);
    for (size_t at = 0; at < all.n;) {
        size_t start = 0;
        if (fold_han(utf8_next(all, &at)) == utf8_next(han, &start) && start == han.n) {
            return true;
        }
    }
    return false;
}

/* 事前打合せ: a compound of Han is most often two of two; 再発行: or one with an affix. How many
 * parts tell something. */
static size_t
split_han(struct str key, struct str parts[2]) {
    enum { ONE = 3, HALF = 6, WHOLE_LEAST = 9 };
    bool is_han = key.n >= WHOLE_LEAST;
    for (size_t at = 0; is_han && at < WHOLE_LEAST;) {
        is_han = fold_class(utf8_next(key, &at)) == FOLD_HAN;
    }
    parts[0] = str_slice(key, 0, HALF);
    parts[1] = str_slice(key, HALF, key.n);
    if (is_han && key.n == WHOLE_LEAST && is_affix(str_slice(key, 0, ONE))) {
        parts[0] = str_slice(key, ONE, key.n);
        return 1;
    }
    bool has_suffix = key.n == WHOLE_LEAST && is_affix(parts[1]);
    return !is_han ? 0 : has_suffix ? 1 : 2;
}

/* The word is somewhere, or is spelt or said otherwise there. */
static bool
is_known(struct search_lookup *l, struct str key) {
    struct search_lookup part = *l;
    size_t used = l->index->pool.used;
    part.costs = doc_costs_take(&l->index->pool);
    match_plain(&part, key, key, false, 0);
    match_concepts(&part, key);
    match_okurigana(&part, key);
    bool is_there = best_cost(&part) < SEARCH_NO_MATCH;
    doc_costs_give_back(&l->index->pool, used);
    return is_there;
}

/* By its scripts, by a name in it, by its spaces. */
static void
match_split(struct search_lookup *l, const struct search_word_of_query *word) {
    struct str parts[ALTERNATIVES_MAX];
    size_t count = search_query_pieces(l->arena, word->key, parts, ALTERNATIVES_MAX);
    if (count > 0) {
        match_parts(l, parts, count, word->is_last, false);
    }
    if (count == 0 && is_glued(word->key)) {
        count = split_by_name(l, word->key, parts, ALTERNATIVES_MAX);
        if (count > 0) { // サン begins many a name
            match_parts(l, parts, count, word->is_last, word->is_katakana);
        }
    }
    size_t halves = count <= 1 ? split_han(word->key, parts) : 0;
    if (halves > 0) {
        bool is_bare =
            halves > 1 && parts[1].n == HAN && !word->has_foreign && !is_known(l, parts[0]);
        if (!is_bare) { // 成 of 光合成 says nothing alone
            match_parts(l, parts, halves, word->is_last, word->is_alone);
        }
    }
    struct str rest = word->text;
    for (count = 0; count < ALTERNATIVES_MAX && str_split(&rest, ' ', &parts[count]);) {
        count += parts[count].n > 0;
    }
    if (count > 1) {
        match_parts(l, parts, count, word->is_last, false);
    }
}

/* Nothing better than a guess: neither at the start of a name or title word, nor a word of a text.
 * Inside a Korean word is no guess. */
static bool
is_poor(uint8_t best, struct str key) {
    size_t at = 0;
    enum fold_class class = fold_class(utf8_next(key, &at));
    if (class == FOLD_KANA) {
        return best == SEARCH_NO_MATCH; // kana that sound alike are the same word
    }
    int sure = class == FOLD_HANGUL ? COST_TITLE + COST_INSIDE : COST_TITLE_PREFIX;
    return best > sure && best != COST_BODY;
}

static struct str
without_mark(struct str reading) {
    return str_slice(reading, 0, reading.n - str_ends(reading, STR("-")));
}

/* Some reading of one is one of the other; `sure`: the first one of both. */
static bool
sounds_like(struct search_lookup *l, struct str a, struct str b, bool sure) {
    struct spelt of_a[SPELLING_ROWS], of_b[SPELLING_ROWS];
    size_t count = spelt_words(l, SEARCH_SPACE_HAN, a, of_a);
    size_t others = count > 0 ? spelt_words(l, SEARCH_SPACE_HAN, b, of_b) : 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < others; j++) {
            bool is_rare = str_ends(of_a[i].word, STR("-")) || str_ends(of_b[j].word, STR("-"));
            bool is_same = str_eq(without_mark(of_a[i].word), without_mark(of_b[j].word));
            if (is_same && !(sure && is_rare)) {
                return true;
            }
        }
    }
    return false;
}

/* As many characters, and but one is another: 議事緑 for 議事録. Of a word of two it must sound the
 * same, 通役 for 通訳; so must both where two are others, and what is left be as long: 多文化強制
 * for 多文化共生. */
static bool
is_off(struct search_lookup *l, struct str typed, struct str word) {
    enum { WRONG = 2, SHORT = 2 * HAN };
    size_t wrong[WRONG], count = 0;
    if (typed.n != word.n) {
        return false;
    }
    for (size_t at = 0; at < typed.n; at += HAN) {
        if (memcmp(typed.p + at, word.p + at, HAN) != 0) {
            if (count == WRONG) {
                return false;
            }
            wrong[count++] = at;
        }
    }
    bool is_sound = typed.n == SHORT || count > 1;
    if (count == 0 || (count > 1 && typed.n < 2 * WRONG * HAN)) {
        return false;
    }
    for (size_t i = 0; i < count && is_sound; i++) {
        if (!sounds_like(l, str_slice(typed, wrong[i], wrong[i] + HAN),
                str_slice(word, wrong[i], wrong[i] + HAN), typed.n == SHORT)) {
            return false;
        }
    }
    return true;
}

/* Two syllables of which the first is right and the second has one stroke too few, too many or
 * another: 명암 for 명함. */
static bool
is_one_stroke_off(struct arena *arena, struct str typed, struct str word) {
    struct search_near near;
    if (typed.n != SYLLABLES || word.n != SYLLABLES || memcmp(typed.p, word.p, SYLLABLES / 2)) {
        return false;
    }
    struct str a = fold_spelling(arena, FOLD_KEYSTROKES, typed);
    struct str b = fold_spelling(arena, FOLD_KEYSTROKES, word);
    struct str_buf one = {0};
    str_buf_byte(&one, 0);
    str_buf_byte(&one, (char)b.n);
    str_buf_add(&one, b);
    /* a stroke is three bytes, of which the last two tell it */
    bool is_off = a.n >= (STROKES_LEAST - 1) * 3 &&
                  search_near(arena, str_buf_str(&one), a, 3, false, &near, 1) == 1;
    str_buf_finish(&one);
    return is_off;
}

/* Short words that the lists of sounds have no room for: each name is laid beside the word. */
static void
match_one_off(struct search_lookup *l, struct str key) {
    bool is_han = fold_is_all(key, FOLD_HAN) && key.n >= HAN_LEAST;
    bool is_hangul = fold_is_all(key, FOLD_HANGUL) && key.n == SYLLABLES;
    if (!is_han && !is_hangul) {
        return; // before the list is read, which is not small
    }
    struct search_packed list = {.bytes = search_index_list(l->index, SEARCH_WHOLE_SHORT)};
    l->index->work += list.bytes.n / SEARCH_WORK_LIST;
    struct str word;
    size_t found = 0;
    while (found < NEAR_MAX && search_packed_next(&list, &word)) {
        bool is_near = is_han ? is_off(l, key, word) : is_one_stroke_off(l->arena, key, word);
        if (is_near) {
            found++;
            match_meant(l, word, COST_NEAR);
        }
    }
}

/* 名剌 for 名刺: a Han that looks like another. */
static void
match_alike(struct search_lookup *l, struct str key) {
    struct str words[HAN_ALIKE_MAX];
    size_t count = han_alike(l->arena, key, words);
    for (size_t i = 0; i < count; i++) {
        if (search_index_has_name(l->index, l->arena, words[i], false)) {
            match_meant(l, words[i], COST_NEAR);
        } else {
            match_stems(l, words[i]); // 判りません
        }
    }
}

static bool
is_latin(struct str key) {
    return key.n > 0 && (unsigned char)key.p[0] < 0x80;
}

/* A whole name that sounds so in Korean, however it is written: キム・ポムホ, Kim Bum Ho. */
static void
match_korean_name(struct search_lookup *l, struct str key, int how) {
    enum { LEAST = 5 /* letters */ };
    struct spelt found[SPELLING_ROWS];
    struct str sound = fold_spelling(l->arena, FOLD_KOREAN_ROMAN, key);
    size_t count =
        sound.n < LEAST ? 0 : spelt_words(l, SEARCH_SPACE_NAMES + FOLD_KOREAN_ROMAN, sound, found);
    for (size_t i = 0; i < count && found[i].is_whole; i++) {
        lookup_name_strokes(l, found[i].word, true, how);
        search_needles_add(l->needles, l->arena, found[i].word);
    }
}

/* 배판렬이: a slip in a noun with its particle. */
static void
match_near_noun(struct search_lookup *l, struct str key) {
    enum { LEAST = 9 /* bytes */ };
    struct str nouns[STEMS_MAX];
    size_t count = fold_is_all(key, FOLD_HANGUL) ? stems_nouns(l->arena, key, nouns) : 0;
    for (size_t i = 0; i < count && best_cost(l) == SEARCH_NO_MATCH; i++) {
        if (nouns[i].n >= LEAST) {
            match_near(l, nouns[i], false);
        }
    }
}

/* Where the word as it stands says little: its parts, its stem, its neighbours. */
uint8_t
match_loosely(struct search_lookup *l, const struct search_word_of_query *word) {
    if (lookup_is_tired(l)) {
        return best_cost(l);
    }
    if (best_cost(l) == SEARCH_NO_MATCH && !is_latin(word->key) && !word->is_katakana) {
        match_readings(l, word->key);
    }
    bool is_nowhere = best_cost(l) == SEARCH_NO_MATCH;
    bool is_one = best_cost(l) <= COST_BODY + COST_STEM &&
                  okurigana_skeleton(l->arena, word->key).n > 0; // 話し合い is not 話 and 合
    if (best_cost(l) > COST_TITLE_PREFIX && !is_one) {
        match_split(l, word);
    }
    uint8_t pieces = best_cost(l);
    if (is_nowhere) {
        match_alike(l, word->key);
        match_one_off(l, word->key);
    }
    if (is_nowhere && word->is_katakana) {
        match_korean_name(l, word->key, COST_NEAR);
    }
    if (is_poor(best_cost(l), word->key) && !search_concepts_has(l->index, l->arena, word->key)) {
        match_near(l, word->key, false);
    }
    if (best_cost(l) == SEARCH_NO_MATCH) {
        match_near_noun(l, word->key);
    }
    if (best_cost(l) == SEARCH_NO_MATCH && word->is_last) {
        match_near(l, word->key, true);
    }
    if (best_cost(l) == SEARCH_NO_MATCH && is_latin(word->key)) {
        match_readings(l, word->key);
    }
    if (best_cost(l) >= COST_ANY_PART) {
        lookup_scattered(l, word->text);
    }
    return pieces;
}

/* The name begins with the first word as it was typed, and goes on with the same letter: las vages.
 */
static bool
has_first_word(struct str name, struct str first, struct str key) {
    enum { LEAST = 3 };
    return first.n >= LEAST && str_starts(name, first) && name.n > first.n + LEAST &&
           name.p[first.n] == key.p[first.n];
}

void
search_match_line(struct search_index *index, struct arena *arena, struct str text,
    struct doc_costs *costs, struct search_needles *needles) {
    struct search_lookup l = {.index = index, .arena = arena, .costs = costs, .needles = needles};
    struct search_near near[NEAR_MAX];
    struct str key = fold_key(arena, text), rest = text, first;
    int errors = key.n < 6 ? 0 : key.n < 9 ? 1 : 2, most = key.n < 7 || errors > 1 ? errors : 2;
    str_split(&rest, ' ', &first);
    match_korean_name(&l, key, COST_SPELT);
    if (!is_latin(key)) {
        return;
    }
    size_t count = search_near(
        arena, search_index_list(index, SEARCH_WHOLE_LATIN), key, most, false, near, NEAR_MAX);
    for (size_t i = 0; i < count; i++) {
        if (near[i].distance > errors && !has_first_word(near[i].text, first, key)) {
            continue;
        }
        lookup_name(&l, near[i].text, false, COST_NEAR * near[i].distance);
        search_needles_add(needles, arena, near[i].text);
    }
}

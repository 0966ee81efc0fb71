#include "content/search/plain.h"

#include "base/check.h"
#include "base/utf8.h"
#include "content/search/concepts.h"
#include "content/search/text.h"
#include "content/search/variants.h"

#include <string.h>

/* What is fetched beside what was asked for; what has the words itself is found without limit. */
enum {
    CITIES_MAX = 16,   /* whose events come along with them */
    NAMESAKES_MAX = 3, /* whose other names are looked for in texts */
    INITIALS_WORDS = 16,
};

static void
spelling_rows(struct search_index *index, int space, struct str key) {
    char name = (char)space, to[256];
    size_t n = key.n < sizeof(to) - 1 ? key.n : sizeof(to) - 1;
    memcpy(to, key.p, n);
    to[n] = (char)0xFF;
    search_sql_bind_str(&index->spelling, 1, (struct str){&name, 1});
    search_sql_bind_str(&index->spelling, 2, key);
    search_sql_bind_str(&index->spelling, 3, (struct str){to, n + 1});
    search_sql_bind_int(&index->spelling, 4, SPELLING_ROWS);
}

size_t
spelt_words(struct search_lookup *l, int space, struct str key, struct spelt *out) {
    size_t count = 0;
    if (key.n == 0) {
        return 0;
    }
    spelling_rows(l->index, space, key);
    while (count < SPELLING_ROWS && search_sql_step(&l->index->spelling)) {
        out[count].is_whole = str_eq(search_sql_text(&l->index->spelling, 0), key);
        out[count++].word = arena_str(l->arena, search_sql_text(&l->index->spelling, 1));
    }
    search_sql_reset(&l->index->spelling);
    return count;
}

/* The shortest beginning of `word` that is spelt like the key: 큐슈 of 큐슈지방은. */
static struct str
beginning_spelt(struct search_lookup *l, struct str word, struct str spelling) {
    for (size_t at = 0; at < word.n;) {
        utf8_next(word, &at);
        struct str beginning = str_slice(word, 0, at);
        if (str_eq(fold_spelling(l->arena, FOLD_HANGUL_SPELLING, beginning), spelling)) {
            return beginning;
        }
    }
    return (struct str){0};
}

static bool
is_among(struct str word, const struct str *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (str_eq(words[i], word)) {
            return true;
        }
    }
    return false;
}

/* Words of texts that are spelt like the key, or begin so. */
static void
match_spelt_words(struct search_lookup *l, struct str key, enum fold_spelling spelling,
    struct str spelt, int how) {
    struct spelt found[SPELLING_ROWS];
    struct str done[ALTERNATIVES_MAX];
    size_t done_count = 0;
    size_t count = spelt_words(l, SEARCH_SPACE_WORDS + (int)spelling, spelt, found);
    for (size_t i = 0; i < count && done_count < ALTERNATIVES_MAX && !lookup_is_tired(l); i++) {
        struct str word = found[i].is_whole ? found[i].word : (struct str){0};
        if (!found[i].is_whole && spelling == FOLD_HANGUL_SPELLING) {
            word = beginning_spelt(l, found[i].word, spelt);
        }
        if (word.n > 0 && !str_eq(word, key) && !is_among(word, done, done_count)) {
            done[done_count++] = word;
            lookup_word(l, word, how);
            search_needles_add(l->needles, l->arena, word);
        }
    }
}

/* Few letters are a word of their own, whatever they sound like in a text: yoga, dog. */
static bool
is_short_letters(struct str key) {
    enum { LETTERS_LEAST = 4 };
    return key.n > 0 && (unsigned char)key.p[0] < 0x80 && key.n < LETTERS_LEAST;
}

/* Nor are they a name of one syllable: zoo is no 주. `strokes`: of the name. */
static bool
is_word_of_letters(struct str key, struct str strokes) {
    enum { SYLLABLE = 3 * 3, LETTERS = 3 }; /* bytes of its keys */
    bool is_latin = (unsigned char)strokes.p[0] < 0x80;
    return is_short_letters(key) && strokes.n <= (is_latin ? LETTERS : SYLLABLE);
}

static void
match_concepts_of_strokes(struct search_lookup *l, struct str strokes) {
    uint32_t concepts[CONCEPTS_MAX];
    size_t count = search_concepts_of_term(l->index, SEARCH_CONCEPT, strokes, concepts);
    for (size_t i = 0; i < count && !lookup_is_tired(l); i++) {
        match_concept(l, concepts[i]);
    }
}

static void
match_spelling(
    struct search_lookup *l, struct str key, enum fold_spelling spelling, bool open, int how) {
    enum { TELLING = 5, FEW = 6 };
    struct spelt found[SPELLING_ROWS];
    struct str spelt = fold_spelling(l->arena, spelling, key);
    if (spelt.n < 2) {
        return;
    }
    size_t count = spelt_words(l, SEARCH_SPACE_NAMES + (int)spelling, spelt, found);
    for (size_t i = 0; i < count && !lookup_is_tired(l); i++) {
        if (is_word_of_letters(key, found[i].word)) {
            continue;
        }
        if (found[i].is_whole || (open && spelt.n >= 4)) {
            int prefix = found[i].is_whole ? 0 : COST_SPELT_PREFIX + l->open_cost;
            lookup_name_strokes(l, found[i].word, true, how + prefix);
        }
        if (!found[i].is_whole && open && spelt.n >= TELLING && count <= FEW) {
            match_concepts_of_strokes(l, found[i].word); // おみやg
        }
    }
    if (!is_short_letters(key)) {
        match_spelt_words(l, key, spelling, spelt, how + COST_SPELT_TEXT);
    }
}

void
match_meant(struct search_lookup *l, struct str word, int how) {
    lookup_name(l, word, false, how);
    lookup_word(l, word, how);
    match_concepts(l, word);
    search_needles_add(l->needles, l->arena, word);
}

/* ㅎㅁㅁㅆ, and 하ㅁㅁ. */
void
match_initials(struct search_lookup *l, struct str key) {
    struct spelt found[SPELLING_ROWS];
    struct str initials = fold_spelling(l->arena, FOLD_INITIALS, key);
    bool is_single = initials.n <= 3; // what begins with it is found by keystrokes
    if (!fold_has(key, FOLD_JAMO) || is_single) {
        return;
    }
    size_t count = spelt_words(l, SEARCH_SPACE_NAMES + FOLD_INITIALS, initials, found);
    for (size_t i = 0; i < count && !lookup_is_tired(l); i++) {
        if (fold_is_initials(key) || fold_initials_match(key, found[i].word)) {
            struct str strokes = fold_spelling(l->arena, FOLD_KEYSTROKES, found[i].word);
            int prefix = found[i].is_whole ? 0 : COST_NAME_PREFIX;
            lookup_name_strokes(l, strokes, true, COST_INITIALS + prefix);
            search_needles_add(l->needles, l->arena, found[i].word);
        }
    }
    count = spelt_words(l, SEARCH_SPACE_WORDS + FOLD_INITIALS, initials, found);
    bool is_telling = initials.n > 6; // two initials begin too many words
    size_t tried = 0;
    for (size_t i = 0; i < count && tried < INITIALS_WORDS && !lookup_is_tired(l); i++) {
        if (!found[i].is_whole && !is_telling) {
            continue;
        }
        if (fold_is_initials(key) || fold_initials_match(key, found[i].word)) {
            tried++;
            lookup_word(l, found[i].word, COST_INITIALS);
            search_needles_add(l->needles, l->arena, found[i].word);
        }
    }
}

uint8_t
best_cost(const struct search_lookup *l) {
    return l->costs->least;
}

/* The documents that cost at most `limit`, best first, at most `max`. */
static size_t
best_docs(const struct search_lookup *l, int limit, uint32_t *out, size_t max) {
    size_t count = 0;
    for (int cost = best_cost(l); cost <= limit; cost++) {
        uint32_t doc = 0;
        while (count < max && (doc = doc_costs_find(l->costs, doc + 1, (uint8_t)cost)) > 0) {
            out[count++] = doc;
        }
    }
    return count;
}

static bool
doc_read(struct search_lookup *l, uint32_t doc, struct str *path, struct str *names) {
    search_sql_bind_int(&l->index->doc, 1, doc);
    bool found = search_sql_step(&l->index->doc);
    if (found) {
        *path = arena_str(l->arena, search_sql_text(&l->index->doc, 0));
        *names = arena_str(l->arena, search_sql_text(&l->index->doc, 2));
    }
    search_sql_reset(&l->index->doc);
    return found;
}

/* What belongs with a city that was named: its events, the guides that speak of it. */
void
match_context(struct search_lookup *l) {
    uint32_t docs[CITIES_MAX];
    size_t count = best_docs(l, COST_PART_PREFIX + COST_SPELT, docs, CITIES_MAX);
    for (size_t i = 0; i < count && !lookup_is_tired(l); i++) {
        struct str path, names;
        int named = l->costs->bytes[docs[i]];
        if (doc_read(l, docs[i], &path, &names) && str_starts(path, STR("cities/"))) {
            lookup_term(l, SEARCH_CONTEXT, str_slice(path, 7, path.n), COST_CONTEXT + named / 4);
        }
    }
}

/* The same to whoever looks it up in texts. */
static bool
is_same_text(struct arena *arena, const struct fold *text, struct str name) {
    struct fold other = fold_text(arena, name);
    bool is_same = other.count == text->count;
    for (size_t i = 0; is_same && i < text->count; i++) {
        is_same = other.units[i].code_point == text->units[i].code_point;
    }
    return is_same;
}

/* A word that is some record's whole name stands for its other names: めいし for 名刺 and 명함. The
 * word itself was looked for already. */
void
match_namesakes(struct search_lookup *l, struct str text) {
    struct fold fold = fold_text(l->arena, text);
    uint32_t docs[NAMESAKES_MAX];
    size_t count = best_docs(l, COST_NAME + COST_SPELT, docs, NAMESAKES_MAX);
    for (size_t i = 0; i < count && !lookup_is_tired(l); i++) {
        struct str path, names, name;
        if (!doc_read(l, docs[i], &path, &names)) {
            continue;
        }
        for (size_t n = 0; n < LOCALE_COUNT && str_split(&names, '\n', &name); n++) {
            if (!is_same_text(l->arena, &fold, name)) {
                lookup_text(l, name, false, COST_CONCEPT);
            }
            search_needles_add_why(l->needles, l->arena, fold_key(l->arena, name), SEARCH_WHY_NAME);
        }
    }
}

/* The words of one language. */
static void
concept_line(struct search_lookup *l, struct str terms) {
    struct str term;
    while (!lookup_is_tired(l) && str_split(&terms, '|', &term)) {
        struct str key = fold_key(l->arena, term);
        if (key.n > 0) {
            lookup_name(l, key, false, COST_CONCEPT);
            lookup_text(l, term, false, COST_CONCEPT);
            search_needles_add_why(l->needles, l->arena, key, SEARCH_WHY_SYNONYM);
        }
    }
}

static struct str
concept_terms(struct search_lookup *l, uint32_t concept) {
    struct str lines = {0};
    search_sql_bind_int(&l->index->concept, 1, concept);
    if (search_sql_step(&l->index->concept)) {
        lines = arena_str(l->arena, search_sql_text(&l->index->concept, 0));
    }
    search_sql_reset(&l->index->concept);
    return lines;
}

/* Where a document has another language's word for it already, it is in `again`. */
static void
add_language(const struct doc_costs *one, struct doc_costs *best, struct doc_costs *again) {
    struct doc_run run = {0, 0};
    while (doc_costs_next(one, &run)) {
        for (uint32_t doc = run.from; doc < run.to; doc++) {
            if (one->bytes[doc] != SEARCH_NO_MATCH && best->bytes[doc] != SEARCH_NO_MATCH) {
                doc_costs_lower(again, doc, 0);
            }
        }
    }
    doc_costs_lower_to(best, one, 0);
}

/* Pages say the same in every language. One that has the concept in one language only may have a
 * homonym of it: 기후 is the climate, and Gifu. */
static void
raise_alone(struct doc_costs *best, const struct doc_costs *again) {
    struct doc_run run = {0, 0};
    best->least = SEARCH_NO_MATCH;
    while (doc_costs_next(best, &run)) {
        for (uint32_t doc = run.from; doc < run.to; doc++) {
            int cost = best->bytes[doc] + (again->bytes[doc] == 0 ? 0 : COST_ONE_LANGUAGE);
            best->bytes[doc] = cost < SEARCH_NO_MATCH ? (uint8_t)cost : SEARCH_NO_MATCH;
            best->least = best->bytes[doc] < best->least ? best->bytes[doc] : best->least;
        }
    }
}

/* From the pool. */
static struct doc_costs *
concept_costs(struct search_lookup *l, struct str lines) {
    struct doc_costs_pool *pool = &l->index->pool;
    struct doc_costs *best = doc_costs_take(pool);
    size_t used = pool->used;
    struct doc_costs *again = doc_costs_take(pool);
    struct search_lookup one = *l;
    struct str line;
    one.costs = doc_costs_take(pool);
    while (str_split(&lines, '\n', &line)) {
        concept_line(&one, line);
        add_language(one.costs, best, again);
        doc_costs_clear(one.costs);
    }
    raise_alone(best, again);
    doc_costs_give_back(pool, used);
    return best;
}

static void
add_concept_needles(struct search_lookup *l, struct str lines) {
    struct str line, term;
    while (str_split(&lines, '\n', &line)) {
        while (str_split(&line, '|', &term)) {
            search_needles_add_why(
                l->needles, l->arena, fold_key(l->arena, term), SEARCH_WHY_SYNONYM);
        }
    }
}

/* What was found before is taken only where finding it again would not be too much work. */
void
match_concept(struct search_lookup *l, uint32_t concept) {
    struct search_index *index = l->index;
    struct doc_costs *named = l->named;
    struct str lines = concept_terms(l, concept);
    const struct kept_concept *kept = kept_concepts_find(&index->concepts, concept);
    if (kept && index->work + kept->work <= SEARCH_WORK_MAX) {
        add_concept_needles(l, lines);
        index->work += kept->work;
        for (size_t i = 0; i < kept->count; i++) {
            doc_costs_lower(l->costs, kept->docs[i], kept->costs[i]);
            if (named) {
                doc_costs_lower(named, kept->docs[i], kept->costs[i]);
            }
        }
        return;
    }
    size_t before = index->work, used = index->pool.used;
    const struct doc_costs *costs = concept_costs(l, lines);
    doc_costs_lower_to(l->costs, costs, 0);
    if (named) {
        doc_costs_lower_to(named, costs, 0);
    }
    if (!kept && !lookup_is_tired(l) && search_index_failure(index) == SQLITE_OK) {
        kept_concepts_add(&index->concepts, concept, costs, index->work - before);
    }
    doc_costs_give_back(&index->pool, used);
}

/* The concepts a key names, as typed or spelt otherwise. */
void
match_concepts(struct search_lookup *l, struct str key) {
    uint32_t concepts[CONCEPTS_MAX];
    size_t count = search_concepts_of(l->index, l->arena, key, concepts);
    for (size_t i = 0; i < count && !lookup_is_tired(l); i++) {
        match_concept(l, concepts[i]);
    }
}

/* 자매도싱 on the way from 자매도시: its last consonant is the first of what comes next. */
static void
match_moved_coda(struct search_lookup *l, struct str key, int how) {
    struct str strokes = fold_spelling(l->arena, FOLD_KEYSTROKES, key);
    size_t end = strokes.n, last = key.n;
    bool is_syllable = key.n > 3 && fold_class(utf8_prev(key, &last)) == FOLD_HANGUL;
    if (is_syllable && utf8_prev(strokes, &end) < 0x314F) {
        lookup_name_strokes(
            l, str_slice(strokes, 0, end), true, how + COST_MOVED_CODA + l->open_cost);
    }
}

/* As written and as spelt otherwise: everything that needs no guessing. */
void
match_plain(struct search_lookup *l, struct str key, struct str text, bool open, int how) {
    lookup_name(l, key, open, how);
    lookup_text(l, text, open, how);
    if (open) {
        match_moved_coda(l, key, how);
    }
    open = open && !search_index_has_name(l->index, l->arena, key, false); // a word of its own
    bool is_letters = key.n > 0 && (unsigned char)key.p[0] < 0x80;
    int beside = is_letters ? COST_LETTERS_BESIDE : COST_SPELT_BESIDE;
    how += best_cost(l) <= COST_BODY ? COST_SPELT + beside : COST_SPELT;
    match_spelling(l, key, FOLD_HANGUL_SPELLING, open, how);
    match_spelling(l, key, FOLD_ROMAJI, open, how);
    size_t at = 0;
    if (key.n > 0 && fold_class(utf8_next(key, &at)) == FOLD_LETTER) {
        match_spelling(l, key, FOLD_KOREAN_ROMAN, open, how); // Hangul is no romanisation
    }
}

#include "content/search/match.h"

#include "content/search/concepts.h"
#include "content/search/guess.h"
#include "content/search/forms.h"
#include "content/search/plain.h"
#include "content/search/take.h"
#include "content/search/text.h"
#include "i18n/kana_words.h"

/* The date as our own lines and texts write it. */
static void
add_date_needles(struct search_lookup *l, const struct fold_date *date) {
    struct edtf_point point = {.precision = date->day     ? EDTF_DAY
                                            : date->month ? EDTF_MONTH
                                                          : EDTF_YEAR,
        .year = date->year,
        .month = date->month,
        .day = date->day};
    for (int i = 0; i < LOCALE_COUNT && date->year; i++) {
        struct edtf shown = {.from = point};
        search_needles_add(
            l->needles, l->arena, search_date_shown(l->arena, (enum locale_id)i, &shown));
    }
}

static void
match_date(struct search_lookup *l, const struct fold_date *date) {
    add_date_needles(l, date);
    for (int year = date->year; year <= date->year_to; year++) {
        struct str term = search_date_term(l->arena, year, date->month, date->day);
        size_t found = lookup_term(l, SEARCH_DATE, term, COST_DATE) +
                       lookup_term(l, SEARCH_BODY_DATE, term, COST_BODY);
        if (found == 0 && date->day) {
            term = search_date_term(l->arena, year, date->month, 0);
            lookup_term(l, SEARCH_DATE, term, COST_DATE + COST_COARSE_DATE);
            lookup_term(l, SEARCH_BODY_DATE, term, COST_BODY + COST_COARSE_DATE);
        }
    }
}

/* As it is, and what it may be rounded from. */
static void
match_amount(struct search_lookup *l, const struct fold_amount *amount) {
    struct step step = {.from = fold_amount_term(l->arena, amount->least),
        .to = fold_amount_term(l->arena, amount->most),
        .is_range = true};
    lookup_term(l, SEARCH_AMOUNT, fold_amount_term(l->arena, amount->value), COST_AMOUNT);
    if (amount->most > amount->least) {
        take_one(l, SEARCH_AMOUNT, &step, COST_AMOUNT_ROUNDED);
    }
}

static struct search_sureness
as_it_stands(const struct search_lookup *l) {
    uint8_t best = best_cost(l);
    return (struct search_sureness){best, best};
}

/* Some text has the word of letters as a whole. */
static bool
is_word_of_texts(struct search_lookup *l, struct str key) {
    char field = SEARCH_BODY;
    struct search_sql *size = &l->index->size;
    search_sql_bind_str(size, 1, (struct str){&field, 1});
    search_sql_bind_str(size, 2, key);
    bool is_there = search_sql_step(size);
    search_sql_reset(size);
    return is_there;
}

/* What begins with a word of letters that is declared a synonym, or with a short one that stands in
 * texts, comes after the word itself: seat behind sea. */
static int
cost_of_beginning(struct search_lookup *l, struct str key) {
    enum { SHORT = 3 };
    bool is_latin = key.n > 0 && (unsigned char)key.p[0] < 0x80;
    bool is_word = is_latin && (search_concepts_has(l->index, l->arena, key) ||
                                   (key.n == SHORT && is_word_of_texts(l, key)));
    return is_word ? COST_BEHIND : 0;
}

/* Of the records that a synonym names those whose titles have the word itself, or a form of it:
 * what is declared for booking names three sentences, and 취소 stands in one of them. */
static void
prefer_word_itself(struct search_lookup *l, const struct search_word_of_query *word) {
    struct search_lookup own = *l;
    struct str stems[ALTERNATIVES_MAX];
    struct doc_run run = {0, 0};
    size_t used = l->index->pool.used;
    own.costs = doc_costs_take(&l->index->pool);
    own.named = NULL;
    size_t count = search_query_stems(l->arena, word->key, stems, ALTERNATIVES_MAX);
    bool is_declared = search_concepts_has(l->index, l->arena, word->key);
    lookup_text(&own, word->text, false, 0);
    for (size_t i = 0; i < count && !lookup_is_tired(l); i++) {
        is_declared = is_declared || search_concepts_has(l->index, l->arena, stems[i]);
        lookup_text(&own, stems[i], false, COST_STEM);
    }
    if (!is_declared) { // 고맙습니다 is what it is, and 고마워요 no better for its stem
        match_title_stems(&own, word->key);
    }
    while (doc_costs_next(own.costs, &run)) {
        for (uint32_t doc = run.from; doc < run.to; doc++) {
            bool is_both = own.costs->bytes[doc] <= COST_TITLE + COST_STEM &&
                           l->named->bytes[doc] <= COST_CONCEPT;
            if (is_both) {
                doc_costs_lower(l->costs, doc, COST_CONCEPT - COST_CONCEPT_AND_WORD);
            }
        }
    }
    doc_costs_give_back(&l->index->pool, used);
}

/* 御馳走様 for ごちそうさま: words that are written in kana today. */
static void
match_kana_words(struct search_lookup *l, struct str key) {
    struct str kana[KANA_WORDS_MAX];
    bool may = best_cost(l) > COST_NAME + COST_SPELT && fold_has(key, FOLD_HAN);
    size_t count = may ? kana_words(l->arena, key, kana) : 0;
    for (size_t i = 0; i < count && !lookup_is_tired(l); i++) {
        match_plain(l, kana[i], kana[i], false, COST_SPELT);
        match_concepts(l, kana[i]);
        match_stems(l, kana[i]);
        search_needles_add(l->needles, l->arena, kana[i]);
    }
}

/* A whole name, a synonym, or how a word of a text begins: nothing that only sounds so. */
static void
match_itself(struct search_lookup *l, struct str key) {
    lookup_name(l, key, false, 0);
    if (fold_is_all(key, FOLD_LETTER)) {
        lookup_text(l, key, false, 0);
    } else if (!fold_has(key, FOLD_KANA)) { // カレー is in エスカレーター
        lookup_word(l, key, 0);
    }
    match_concepts(l, key);
}

/* What goes with the word, and its forms. */
static void
match_forms(struct search_lookup *l, const struct search_word_of_query *word) {
    struct str stems[ALTERNATIVES_MAX];
    match_context(l);
    match_namesakes(l, word->text);
    match_concepts(l, word->key);
    size_t count = search_query_stems(l->arena, word->key, stems, ALTERNATIVES_MAX);
    for (size_t i = 0; i < count && !lookup_is_tired(l); i++) {
        if ((unsigned char)stems[i].p[0] < 0x80) { // shoes is no sho
            lookup_name(l, stems[i], false, COST_STEM);
            lookup_text(l, stems[i], false, COST_STEM);
        } else if (!match_syllable_of_word(l, stems[i])) {
            match_plain(l, stems[i], stems[i], false, COST_STEM);
        }
        match_concepts(l, stems[i]);
        search_needles_add(l->needles, l->arena, stems[i]);
    }
    count = search_query_longer(l->arena, word->key, stems, ALTERNATIVES_MAX);
    for (size_t i = 0; i < count && !lookup_is_tired(l); i++) {
        lookup_name(l, stems[i], false, COST_STEM);
        lookup_text(l, stems[i], false, COST_STEM);
        search_needles_add(l->needles, l->arena, stems[i]);
    }
    match_stems(l, word->key);
    match_kana_words(l, word->key);
    match_okurigana(l, word->key);
    match_sound(l, word);
}

static void
match_related(struct search_lookup *l, const struct search_word_of_query *word) {
    size_t used = l->index->pool.used;
    l->named = doc_costs_take(&l->index->pool);
    match_forms(l, word);
    if (l->named->least <= COST_CONCEPT) {
        prefer_word_itself(l, word);
    }
    doc_costs_give_back(&l->index->pool, used);
    l->named = NULL;
}

struct search_sureness
search_match_word(struct search_index *index, struct arena *arena,
    const struct search_word_of_query *word, struct doc_costs *costs,
    struct search_needles *needles) {
    struct search_lookup l = {.index = index, .arena = arena, .costs = costs, .needles = needles};
    if (word->is_optional) {
        lookup_text(&l, word->text, false, 0);
        if (!word->is_frame) {
            match_title_stems(&l, word->key);
        }
        return as_it_stands(&l);
    }
    search_needles_add_why(needles, arena, word->key, SEARCH_WHY_WRITTEN);
    if (word->is_amount) {
        match_amount(&l, &word->amount);
        if (!word->amount.is_plain) {
            return as_it_stands(&l);
        }
    }
    bool is_bare = !word->is_date || (word->date.year && !word->date.month);
    if (word->is_date) {
        match_date(&l, &word->date);
        if (word->other.month) {
            match_date(&l, &word->other);
        }
    }
    if (!is_bare) {
        return as_it_stands(&l);
    }
    if (word->itself.n > 0) {
        match_itself(&l, word->itself);
        return as_it_stands(&l);
    }
    l.open_cost = cost_of_beginning(&l, word->key);
    if (match_syllable(&l, word->key)) {
        match_concepts(&l, word->key);
        return as_it_stands(&l);
    }
    match_plain(&l, word->key, word->text, word->is_last && !word->is_date, 0);
    match_initials(&l, word->key);
    if (word->is_date) {
        return as_it_stands(&l);
    }
    if (!lookup_is_tired(&l)) {
        match_related(&l, word);
    }
    struct search_sureness sureness = as_it_stands(&l);
    if (!word->is_certain) {
        sureness.pieces = match_loosely(&l, word);
    }
    return sureness;
}

#include "content/search/concepts.h"

#include "content/search/ask/segments.h"
#include "content/search/terms.h"

size_t
search_concepts_of_term(
    struct search_index *index, enum search_field field, struct str term, uint32_t *out) {
    char name = (char)field;
    size_t count = 0;
    search_sql_bind_str(&index->term, 1, (struct str){&name, 1});
    search_sql_bind_str(&index->term, 2, term);
    if (search_sql_step(&index->term)) {
        struct search_postings p = search_postings(search_sql_str(&index->term, 0), UINT32_MAX);
        count = search_postings_read(&p, out, CONCEPTS_MAX);
    }
    search_sql_reset(&index->term);
    return count;
}

size_t
search_concepts_of(struct search_index *index, struct arena *arena, struct str key, uint32_t *out) {
    struct str strokes = fold_spelling(arena, FOLD_KEYSTROKES, key);
    return search_concepts_of_term(index, SEARCH_CONCEPT, strokes, out);
}

struct str
search_concept_terms(struct search_index *index, struct arena *arena, uint32_t concept) {
    struct str terms = {0};
    search_sql_bind_int(&index->concept, 1, concept);
    if (search_sql_step(&index->concept)) {
        terms = arena_str(arena, search_sql_text(&index->concept, 0));
    }
    search_sql_reset(&index->concept);
    return terms;
}

bool
search_concepts_has(struct search_index *index, struct arena *arena, struct str key) {
    uint32_t concepts[CONCEPTS_MAX];
    return search_concepts_of(index, arena, key, concepts) > 0;
}

static bool
shares(struct search_index *index, struct arena *arena, struct str key, const uint32_t *wanted,
    size_t count) {
    uint32_t own[CONCEPTS_MAX];
    size_t own_count = search_concepts_of(index, arena, key, own);
    for (size_t i = 0; i < own_count; i++) {
        for (size_t j = 0; j < count; j++) {
            if (own[i] == wanted[j]) {
                return true;
            }
        }
    }
    return false;
}

/* One of the words of a word without spaces: 予算 of 安山市の予算. */
static bool
shares_inside(struct search_index *index, struct arena *arena, const struct search_query *query,
    const struct search_word_of_query *word, const uint32_t *wanted, size_t count) {
    size_t at = word->from;
    struct ask_segment s;
    while (ask_segment_next(&query->fold, query->line, word->to, &at, &s)) {
        struct str key = fold_units_key(arena, &query->fold, s.from, s.stem_to);
        struct str whole = fold_units_key(arena, &query->fold, s.from, s.to); // 広さ
        if ((key.n > 0 && shares(index, arena, key, wanted, count)) ||
            shares(index, arena, whole, wanted, count)) {
            return true;
        }
    }
    return false;
}

bool
search_concepts_share(struct search_index *index, struct arena *arena,
    const struct search_query *query, struct str key) {
    enum { SPAN_MAX = 4 }; /* words of a synonym */
    uint32_t wanted[CONCEPTS_MAX];
    size_t count = search_concepts_of(index, arena, key, wanted);
    for (size_t first = 0; count > 0 && first < query->count; first++) {
        for (size_t last = first; last < query->count && last < first + SPAN_MAX; last++) {
            struct str span = search_query_span_key(arena, query, first, last);
            struct str stems[CONCEPTS_MAX];
            size_t stem_count = search_query_stems(arena, span, stems, CONCEPTS_MAX);
            bool is_same = shares(index, arena, span, wanted, count);
            for (size_t i = 0; i < stem_count && !is_same; i++) {
                is_same = shares(index, arena, stems[i], wanted, count);
            }
            if (is_same) {
                return true;
            }
        }
        if (count > 0 && shares_inside(index, arena, query, &query->words[first], wanted, count)) {
            return true;
        }
    }
    return false;
}

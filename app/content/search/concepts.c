#include "content/search/concepts.h"

#include "base/vec.h"
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

static void
add_named(struct search_index *index, struct arena *arena, struct str key,
    struct search_concept_set *set) {
    uint32_t own[CONCEPTS_MAX];
    size_t count = search_concepts_of(index, arena, key, own);
    for (size_t i = 0; i < count; i++) {
        VEC_ROOM_IN(arena, set->items, set->count, set->cap, 1);
        set->items[set->count++] = own[i];
    }
}

/* The words of a word without spaces: 予算 of 安山市の予算. */
static void
add_inside(struct search_index *index, struct arena *arena, const struct search_query *query,
    const struct search_word_of_query *word, struct search_concept_set *set) {
    size_t at = word->from;
    struct ask_segment s;
    while (ask_segment_next(&query->fold, query->line, word->to, &at, &s)) {
        struct str key = fold_units_key(arena, &query->fold, s.from, s.stem_to);
        if (key.n > 0) {
            add_named(index, arena, key, set);
        }
        add_named(index, arena, fold_units_key(arena, &query->fold, s.from, s.to), set); // 広さ
    }
}

void
search_concepts_of_query(struct search_index *index, struct arena *arena,
    const struct search_query *query, struct search_concept_set *out) {
    enum { SPAN_MAX = 4 }; /* words of a synonym */
    *out = (struct search_concept_set){.is_read = true};
    for (size_t first = 0; first < query->count; first++) {
        for (size_t last = first; last < query->count && last < first + SPAN_MAX; last++) {
            struct str span = search_query_span_key(arena, query, first, last);
            struct str stems[CONCEPTS_MAX];
            size_t stem_count = search_query_stems(arena, span, stems, CONCEPTS_MAX);
            add_named(index, arena, span, out);
            for (size_t i = 0; i < stem_count; i++) {
                add_named(index, arena, stems[i], out);
            }
        }
        add_inside(index, arena, query, &query->words[first], out);
    }
}

bool
search_concepts_share(struct search_index *index, struct arena *arena,
    const struct search_concept_set *set, struct str key) {
    uint32_t own[CONCEPTS_MAX];
    size_t own_count = set->count > 0 ? search_concepts_of(index, arena, key, own) : 0;
    for (size_t i = 0; i < own_count; i++) {
        for (size_t j = 0; j < set->count; j++) {
            if (own[i] == set->items[j]) {
                return true;
            }
        }
    }
    return false;
}

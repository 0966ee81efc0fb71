/* How a line is understood, without a database: the first line of the input is what a visitor
 * typed, what follows it is a text in which it is looked for, and a list of words as the index
 * packs them. Any bytes, any length. */
#include "base/check.h"
#include "base/utf8.h"
#include "content/search/ask/segments.h"
#include "content/search/okurigana.h"
#include "content/search/query.h"
#include "content/search/recover.h"
#include "content/search/snippet.h"
#include "content/search/terms.h"
#include "content/search/text.h"
#include "content/search/variants.h"
#include "i18n/han_alike.h"
#include "i18n/stems.h"

#include <string.h>

enum { WORDS_MOST = 6, NEAR_MOST = 8, STEMS_OF_QUERY = 8 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_text(struct str text) {
    xassert(utf8_valid(text, NULL));
}

static void
check_texts(const struct str *texts, size_t count, size_t most) {
    xassert(count <= most);
    for (size_t i = 0; i < count; i++) {
        check_text(texts[i]);
    }
}

static void
check_fold(const struct fold *fold, struct str line) {
    for (size_t i = 0; i < fold->count; i++) {
        xassert(fold->units[i].start <= fold->units[i].end && fold->units[i].end <= line.n);
    }
}

/* A name wherever its length divides its place: as good as any. */
static size_t
end_of_name(void *self, size_t from, size_t to) {
    (void)self;
    return from % 3 == 0 && from + 2 < to ? from + 2 : 0;
}

static void
take_apart(
    struct arena *arena, const struct search_query *q, const struct search_word_of_query *w) {
    const struct search_names names = {end_of_name, NULL};
    struct search_word_of_query out[SEARCH_SEGMENTS_MAX];
    struct str texts[STEMS_MAX + HAN_ALIKE_MAX];
    for (int round = 0; round < 2; round++) {
        size_t count =
            search_query_segments(arena, q, w, round ? &names : NULL, out, SEARCH_SEGMENTS_MAX);
        xassert(count <= SEARCH_SEGMENTS_MAX);
        for (size_t i = 0; i < count; i++) {
            xassert(out[i].from < out[i].to && out[i].from >= w->from && out[i].to <= w->to);
            check_text(out[i].key);
        }
    }
    search_query_is_joined(arena, q, w);
    xassert(ask_segment_subject(&q->fold, q->line, w->from, w->to) <= w->to - w->from);
    check_texts(texts, search_query_pieces(arena, w->key, texts, STEMS_OF_QUERY), STEMS_OF_QUERY);
    check_texts(texts, search_query_stems(arena, w->key, texts, STEMS_OF_QUERY), STEMS_OF_QUERY);
    check_texts(texts, stems_of(arena, w->key, texts), STEMS_MAX);
    check_texts(texts, stems_nouns(arena, w->key, texts), STEMS_MAX);
    check_texts(texts, han_alike(arena, w->key, texts), HAN_ALIKE_MAX);
    check_text(stems_syllable(arena, w->key));
    check_text(okurigana_skeleton(arena, w->key));
    check_text(okurigana_kana(arena, w->key));
    for (int spelling = 0; spelling < FOLD_SPELLING_COUNT; spelling++) {
        fold_spelling(arena, (enum fold_spelling)spelling, w->key);
    }
}

static void
understand(struct arena *arena, struct str line, bool with_frames) {
    struct search_query q;
    search_query_read(arena, line, with_frames, &q);
    check_fold(&q.fold, q.line);
    xassert(q.frames.from <= q.frames.to && q.frames.to <= q.fold.count);
    size_t end = 0;
    for (size_t i = 0; i < q.count; i++) {
        const struct search_word_of_query *w = &q.words[i];
        xassert(w->from >= end && w->from < w->to && w->to <= q.fold.count);
        end = w->to;
        check_text(w->key);
        check_text(w->text);
        xassert(!w->is_amount || w->amount.least <= w->amount.most);
        if (i < WORDS_MOST) {
            take_apart(arena, &q, w);
            search_query_has(arena, &q, w->key);
        }
    }
}

static void
recover(struct arena *arena, struct str line) {
    struct search_recovery offers[RECOVER_MAX];
    search_recover_is_odd(line);
    for (int is_nowhere = 0; is_nowhere < 2; is_nowhere++) {
        size_t count = search_recover(arena, line, is_nowhere, offers);
        xassert(count <= RECOVER_MAX);
        for (size_t i = 0; i < count; i++) {
            xassert(utf8_valid(offers[i].line, NULL) || !utf8_valid(line, NULL));
        }
    }
}

/* The terms of a text, and words of Han and kana in it. */
static void
cut(struct arena *arena, struct str text) {
    struct fold fold = fold_text(arena, text);
    struct search_cut cut;
    struct okurigana word;
    check_fold(&fold, text);
    for (size_t at = 0; search_cut_next(&fold, &at, &cut);) {
        xassert(cut.from < cut.to && cut.to <= fold.count);
        xassert(search_cut_key(arena, &fold, &cut).n > 0);
        search_cut_start_key(arena, &fold, &cut);
    }
    for (size_t at = 0; okurigana_next(&fold, text, &at, &word);) {
        xassert(word.from <= word.short_from && word.short_from < word.to);
        xassert(word.to <= fold.count && word.pair_to <= word.to);
    }
}

/* A text of the database ends at the first NUL (search_sql_text). */
static void
show(struct arena *arena, struct str line, struct str bytes) {
    struct str text = {bytes.p, bytes.n > 0 ? strnlen(bytes.p, bytes.n) : 0};
    struct search_needles needles = {.count = 0};
    struct search_marker marker;
    struct search_hit hit = {0};
    struct str word;
    size_t start, end;
    for (struct str rest = line; str_split(&rest, ' ', &word);) {
        search_needles_add(&needles, arena, fold_key(arena, word));
    }
    search_needles_add_why(&needles, arena, fold_key(arena, line), SEARCH_WHY_WRITTEN);
    search_marker_init(&marker, arena, &needles);
    if (search_snippet(arena, text, &marker, marker.count, &hit)) {
        xassert(hit.match_start < hit.match_end && hit.match_end <= hit.snippet.n);
        xassert(utf8_valid(hit.snippet, NULL) || !utf8_valid(text, NULL));
    }
    bool is_marked = search_mark(arena, line, &marker, &start, &end);
    xassert(start <= end && end <= line.n && (is_marked || end == 0));
    search_snippet_plain(arena, text, &hit);
    xassert(utf8_valid(hit.snippet, NULL) || !utf8_valid(text, NULL));
}

/* Bytes as they stand in a database: lists of words, postings. */
static void
look_up(struct arena *arena, struct str key, struct str bytes) {
    struct search_near near[NEAR_MOST];
    uint32_t docs[64];
    for (int is_prefix = 0; is_prefix < 2; is_prefix++) {
        size_t count = search_near(arena, bytes, key, 2, is_prefix, near, NEAR_MOST);
        xassert(count <= NEAR_MOST);
        for (size_t i = 0; i < count; i++) {
            xassert(near[i].distance <= 2);
        }
    }
    struct search_packed list = {.bytes = bytes};
    for (struct str word; search_packed_next(&list, &word);) {
        okurigana_is_spelling(key, word);
    }
    struct search_postings postings = search_postings(bytes, (uint32_t)bytes.n * 9);
    uint32_t last = 0;
    for (size_t n; (n = search_postings_read(&postings, docs, ARRAY_LEN(docs))) > 0;) {
        for (size_t i = 0; i < n; i++) {
            xassert(docs[i] > last && docs[i] <= bytes.n * 9);
            last = docs[i];
        }
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct arena arena; /* kept between inputs, as search does */
    struct str rest = {(const char *)data, size}, line = {0};
    str_split(&rest, '\n', &line);
    understand(&arena, line, size % 2 == 0);
    recover(&arena, utf8_cut(line, SEARCH_QUERY_BYTES));
    cut(&arena, rest);
    show(&arena, utf8_cut(line, SEARCH_QUERY_BYTES), rest);
    look_up(&arena, fold_key(&arena, utf8_cut(line, SEARCH_QUERY_BYTES)), rest);
    arena_reset(&arena);
    return 0;
}

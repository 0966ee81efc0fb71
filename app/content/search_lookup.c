#include "content/search_lookup.h"

#include "base/check.h"
#include "base/utf8.h"
#include "content/search_text.h"

#include <string.h>

enum {
    STEPS_MAX = 24,
    RANGE_ROWS = 600, /* one initial consonant has 588 syllables */
};

/* The documents of one term, or of a range of terms [from, to). */
struct step {
    struct str from, to;
    bool is_range, is_prefix; /* a prefix may have a term of its own */
};

/* Called for each posting list of a step. */
struct sink {
    uint8_t *bytes;
    uint8_t value; /* lowers to it, or raises value to value + 1 when `is_mark` */
    bool is_mark;
    uint32_t limit;
    size_t count;
    struct touched *touched; /* documents raised from 0, or NULL */
    bool is_first;           /* fills `touched`; later terms only look at those */
};

/* The few documents of a sparse first term, so that the rest of the marks is left alone. */
enum { TOUCHED_MAX = 4096 };
struct touched {
    uint32_t docs[TOUCHED_MAX];
    size_t count; /* over TOUCHED_MAX: too many to list */
};

static void
touch(struct touched *touched, const uint32_t *docs, size_t count) {
    if (touched->count + count > TOUCHED_MAX) {
        touched->count = TOUCHED_MAX + 1;
        return;
    }
    memcpy(touched->docs + touched->count, docs, count * sizeof(*docs));
    touched->count += count;
}

/* Eight documents at a time, without branches, so that compilers make vectors of it. */
static size_t
sink_take_bitmap(struct sink *sink, struct str bitmap) {
    static const uint8_t masks[8] = {1, 2, 4, 8, 16, 32, 64, 128};
    uint8_t value = sink->value;
    for (size_t i = 0; i < bitmap.n; i++) {
        uint8_t bits = (uint8_t)bitmap.p[i];
        uint8_t *bytes = sink->bytes + i * 8;
        if (bits == 0) {
            continue;
        }
        if (sink->is_mark) {
            for (int bit = 0; bit < 8; bit++) {
                uint8_t has = (bits & masks[bit]) != 0;
                bytes[bit] = (uint8_t)(bytes[bit] + (has & (bytes[bit] == value)));
            }
        } else {
            for (int bit = 0; bit < 8; bit++) {
                uint8_t cost = (bits & masks[bit]) != 0 ? value : SEARCH_NO_MATCH;
                bytes[bit] = cost < bytes[bit] ? cost : bytes[bit];
            }
        }
    }
    sink->count += bitmap.n;
    return bitmap.n;
}

/* A bitmap against the documents that the first term left. */
static size_t
sink_take_listed(struct sink *sink, struct str bitmap) {
    for (size_t i = 0; i < sink->touched->count; i++) {
        uint32_t doc = sink->touched->docs[i];
        bool has = doc / 8 < bitmap.n && ((unsigned char)bitmap.p[doc / 8] >> doc % 8 & 1);
        sink->bytes[doc] = (uint8_t)(sink->bytes[doc] + (has && sink->bytes[doc] == sink->value));
    }
    sink->count += bitmap.n;
    return sink->touched->count;
}

static size_t
sink_take(struct sink *sink, struct str blob) {
    struct search_postings postings = search_postings(blob, sink->limit);
    struct str bitmap = search_postings_bitmap(&postings);
    if (bitmap.n > 0) {
        if (sink->touched && !sink->is_first && sink->touched->count <= TOUCHED_MAX) {
            return sink_take_listed(sink, bitmap);
        }
        if (sink->touched) {
            sink->touched->count = TOUCHED_MAX + 1;
        }
        return sink_take_bitmap(sink, bitmap);
    }
    uint32_t docs[256];
    size_t total = 0, count;
    while ((count = search_postings_read(&postings, docs, ARRAY_LEN(docs))) > 0) {
        uint8_t *bytes = sink->bytes, value = sink->value;
        if (sink->touched && sink->is_first) {
            touch(sink->touched, docs, count);
        }
        for (size_t i = 0; i < count && sink->is_mark; i++) {
            bytes[docs[i]] = (uint8_t)(bytes[docs[i]] + (bytes[docs[i]] == value));
        }
        for (size_t i = 0; i < count && !sink->is_mark; i++) {
            bytes[docs[i]] = value < bytes[docs[i]] ? value : bytes[docs[i]];
        }
        total += count;
    }
    sink->count += total;
    return total;
}

static bool
take_term(struct search_index *index, int field, struct str term, struct sink *sink) {
    char name = (char)field;
    search_sql_bind_str(&index->term, 1, (struct str){&name, 1});
    search_sql_bind_str(&index->term, 2, term);
    bool found = search_sql_step(&index->term);
    if (found) {
        index->work += sink_take(sink, search_sql_str(&index->term, 0));
    }
    search_sql_reset(&index->term);
    return found;
}

static void
take_range(struct search_index *index, int field, const struct step *step, struct sink *sink) {
    if (step->is_prefix &&
        take_term(index, search_prefix_field((enum search_field)field), step->from, sink)) {
        return;
    }
    char name = (char)field;
    search_sql_bind_str(&index->range, 1, (struct str){&name, 1});
    search_sql_bind_str(&index->range, 2, step->from);
    search_sql_bind_str(&index->range, 3, step->to);
    search_sql_bind_int(&index->range, 4, RANGE_ROWS);
    while (search_sql_step(&index->range)) {
        index->work += 1 + sink_take(sink, search_sql_str(&index->range, 0));
    }
    search_sql_reset(&index->range);
}

static void
take_step(struct search_index *index, int field, const struct step *step, struct sink *sink) {
    if (step->is_range) {
        take_range(index, field, step, sink);
    } else {
        take_term(index, field, step->from, sink);
    }
}

bool
lookup_is_tired(const struct search_lookup *l) {
    return l->index->work > SEARCH_WORK_MAX;
}

static struct step
prefix_step(struct arena *arena, struct str prefix) {
    struct str to = arena_printf(arena, "%.*s\xFF", STR_ARG(prefix));
    return (struct step){.from = prefix, .to = to, .is_range = true, .is_prefix = true};
}

static struct sink
cost_sink(struct search_lookup *l, int cost) {
    xassert(cost < SEARCH_NO_MATCH);
    return (struct sink){.bytes = l->costs, .value = (uint8_t)cost, .limit = l->index->doc_count};
}

size_t
lookup_term(struct search_lookup *l, enum search_field field, struct str term, int cost) {
    struct sink sink = cost_sink(l, cost);
    take_term(l->index, (int)field, term, &sink);
    return sink.count;
}

void
lookup_name_strokes(struct search_lookup *l, struct str strokes, bool exact, int how) {
    if (exact) {
        lookup_term(l, SEARCH_NAME, strokes, COST_NAME + how);
        lookup_term(l, SEARCH_NAME_PART, strokes, COST_PART + how);
        return;
    }
    struct step step = prefix_step(l->arena, strokes);
    struct sink names = cost_sink(l, COST_NAME_PREFIX + how);
    take_step(l->index, SEARCH_NAME, &step, &names);
    struct sink parts = cost_sink(l, COST_PART_PREFIX + how);
    take_step(l->index, SEARCH_NAME_PART, &step, &parts);
}

void
lookup_name(struct search_lookup *l, struct str key, bool open, int how) {
    struct str strokes = fold_spelling(l->arena, FOLD_KEYSTROKES, key);
    lookup_name_strokes(l, strokes, true, how);
    if (open) {
        lookup_name_strokes(l, strokes, false, how);
    }
}

static size_t
term_size(struct search_index *index, int field, struct str term) {
    char name = (char)field;
    search_sql_bind_str(&index->size, 1, (struct str){&name, 1});
    search_sql_bind_str(&index->size, 2, term);
    size_t size = search_sql_step(&index->size) ? (size_t)search_sql_int(&index->size, 0) : 0;
    search_sql_reset(&index->size);
    return size;
}

/* Rarest first, ranges last. False when a term is in no document. */
static bool
order_steps(struct search_index *index, int field, const struct step *steps, size_t count,
    struct step *out) {
    size_t sizes[STEPS_MAX];
    for (size_t i = 0; i < count; i++) {
        size_t size = steps[i].is_range ? SIZE_MAX : term_size(index, field, steps[i].from), at = i;
        if (size == 0) {
            return false;
        }
        for (; at > 0 && sizes[at - 1] > size; at--) {
            sizes[at] = sizes[at - 1];
            out[at] = out[at - 1];
        }
        sizes[at] = size;
        out[at] = steps[i];
    }
    return true;
}

/* Lowers the costs of documents marked `count` times (0: none) and clears the marks. */
static void
marks_take(struct search_lookup *l, const struct touched *touched, size_t count, int cost) {
    uint32_t limit = l->index->doc_count;
    if (touched->count <= TOUCHED_MAX) {
        for (size_t i = 0; i < touched->count; i++) {
            uint32_t doc = touched->docs[i];
            bool has_all = count > 0 && l->marks[doc] == count;
            l->costs[doc] = has_all && cost < l->costs[doc] ? (uint8_t)cost : l->costs[doc];
            l->marks[doc] = 0;
        }
        return;
    }
    for (uint32_t doc = 1; count > 0 && doc <= limit; doc++) {
        bool is_better = l->marks[doc] == count && cost < l->costs[doc];
        l->costs[doc] = is_better ? (uint8_t)cost : l->costs[doc];
    }
    memset(l->marks, 0, limit + SEARCH_PADDING);
}

/* Documents that have every step, in `field`. */
static void
take_all(struct search_lookup *l, enum search_field field, const struct step *steps, size_t count,
    int cost) {
    if (count == 0) {
        return;
    }
    if (count == 1) {
        struct sink sink = cost_sink(l, cost);
        take_step(l->index, (int)field, &steps[0], &sink);
        return;
    }
    struct step ordered[STEPS_MAX];
    if (!order_steps(l->index, (int)field, steps, count, ordered)) {
        return;
    }
    struct touched touched;
    touched.count = 0;
    bool is_empty = false;
    for (size_t i = 0; i < count && !is_empty; i++) {
        struct sink sink = {.bytes = l->marks,
            .value = (uint8_t)i,
            .is_mark = true,
            .limit = l->index->doc_count,
            .touched = &touched,
            .is_first = i == 0};
        take_step(l->index, (int)field, &ordered[i], &sink);
        is_empty = sink.count == 0;
    }
    marks_take(l, &touched, is_empty ? 0 : count, cost);
}

/* The terms of a text; a stretch of one character is the beginning of any pair. `starts`: Hangul
 * must be at the start of a word. */
static size_t
text_steps(
    struct arena *arena, const struct fold *fold, bool starts, struct step *steps, size_t limit) {
    struct search_cut cut;
    size_t count = 0;
    bool was_pair = false;
    for (size_t at = 0; count + 1 < limit && search_cut_next(fold, &at, &cut);) {
        struct str key = search_cut_key(arena, fold, &cut);
        bool is_start = cut.is_start && starts;
        if (is_start) {
            struct str start = search_cut_start_key(arena, fold, &cut);
            bool is_whole = start.n == key.n + 1 && !cut.is_last;
            steps[count++] = is_whole ? (struct step){.from = start} : prefix_step(arena, start);
        }
        bool is_covered = cut.is_last ? was_pair || is_start : is_start;
        if (!is_covered || (is_start && !cut.is_last && cut.to > cut.from + 2)) {
            steps[count++] = cut.is_last ? prefix_step(arena, key) : (struct step){.from = key};
        }
        was_pair = !cut.is_word && !cut.is_last;
    }
    return count;
}

struct syllables {
    uint32_t from, to; /* code points, `to` included */
};

static struct step
syllable_step(struct arena *arena, bool is_start, uint32_t before, struct syllables last) {
    struct str_buf from = {0}, to = {0};
    if (is_start) {
        str_buf_byte(&from, ' ');
        str_buf_byte(&to, ' ');
    }
    str_buf_utf8(&from, before);
    str_buf_utf8(&from, last.from);
    str_buf_utf8(&to, before);
    str_buf_utf8(&to, last.to + 1);
    struct step step = {.from = arena_str(arena, str_buf_str(&from)),
        .to = arena_str(arena, str_buf_str(&to)),
        .is_range = true};
    str_buf_finish(&from);
    str_buf_finish(&to);
    return step;
}

/* The initial that a final becomes when typing goes on: 맘 is 마 and ㅁ. -1: none. */
static const int8_t final_as_initial[28] = {-1, 0, 1, 9, 2, 12, 18, 3, 5, 0, 6, 7, 9, 16, 17, 18, 6,
    7, 9, 9, 10, 11, 12, 14, 15, 16, 17, 18};
/* The final that stays behind when a cluster is split: ㄺ leaves ㄹ. */
static const uint8_t final_left[28] = {
    0, 0, 0, 1, 0, 4, 4, 0, 0, 8, 8, 8, 8, 8, 8, 8, 0, 0, 17, 0, 0, 0, 0, 0, 0, 0, 0, 0};

static struct syllables
syllables_of_initial(uint32_t initial) {
    return (struct syllables){.from = 0xAC00 + initial * 588, .to = 0xAC00 + initial * 588 + 587};
}

static int
initial_of_jamo(uint32_t jamo) {
    static const uint16_t initials[] = {0x3131, 0x3132, 0x3134, 0x3137, 0x3138, 0x3139, 0x3141,
        0x3142, 0x3143, 0x3145, 0x3146, 0x3147, 0x3148, 0x3149, 0x314A, 0x314B, 0x314C, 0x314D,
        0x314E};
    for (size_t i = 0; i < ARRAY_LEN(initials); i++) {
        if (initials[i] == jamo) {
            return (int)i;
        }
    }
    return -1;
}

/* A text whose last syllable is still being typed. `fold` is shortened to what is sure, the rest
 * becomes one step more. */
static void
take_composed(struct search_lookup *l, const struct fold *whole, size_t sure, uint32_t before,
    struct syllables last, int how) {
    struct step steps[STEPS_MAX];
    struct fold fold = {.units = whole->units, .count = sure};
    size_t count = sure > 1 ? text_steps(l->arena, &fold, true, steps, STEPS_MAX - 1) : 0;
    bool is_start = sure < 2 || fold_class(whole->units[sure - 2].code_point) != FOLD_HANGUL;
    steps[count++] = syllable_step(l->arena, is_start, before, last);
    take_all(l, SEARCH_TITLE, steps, count, COST_TITLE + how);
    take_all(l, SEARCH_BODY, steps, count, COST_BODY + how);
}

static void
lookup_composing(struct search_lookup *l, const struct fold *fold, int how) {
    size_t n = fold->count;
    uint32_t c = fold->units[n - 1].code_point;
    uint32_t before = n > 1 ? fold->units[n - 2].code_point : 0;
    bool has_before = n > 1 && fold_class(before) == FOLD_HANGUL;
    if (fold_class(c) == FOLD_JAMO && has_before && initial_of_jamo(c) >= 0) {
        struct syllables any = syllables_of_initial((uint32_t)initial_of_jamo(c));
        take_composed(l, fold, n - 1, before, any, how);
    }
    if (fold_class(c) != FOLD_HANGUL) {
        return;
    }
    uint32_t final = (c - 0xAC00) % 28;
    if (final == 0 && has_before) {
        take_composed(l, fold, n - 1, before, (struct syllables){c, c + 27}, how);
    } else if (final > 0 && n > 1) {
        struct fold shorter = {
            .units = arena_alloc(l->arena, n * sizeof(struct fold_unit)), .count = n};
        memcpy(shorter.units, fold->units, n * sizeof(struct fold_unit));
        uint32_t left = c - final + final_left[final];
        shorter.units[n - 1].code_point = left;
        struct syllables next = syllables_of_initial((uint32_t)final_as_initial[final]);
        take_composed(l, &shorter, n, left, next, how);
    }
}

static void
take_texts(struct search_lookup *l, const struct step *steps, size_t count, bool prefix, int how) {
    take_all(l, SEARCH_TITLE, steps, count, (prefix ? COST_TITLE_PREFIX : COST_TITLE) + how);
    take_all(l, SEARCH_BODY, steps, count, (prefix ? COST_BODY_PREFIX : COST_BODY) + how);
}

static bool
has_hangul(const struct fold *fold) {
    for (size_t i = 0; i < fold->count; i++) {
        if (fold_class(fold->units[i].code_point) == FOLD_HANGUL) {
            return true;
        }
    }
    return false;
}

void
lookup_text(struct search_lookup *l, struct str text, bool open, int how) {
    struct fold fold = fold_text(l->arena, text);
    struct step steps[STEPS_MAX];
    size_t count = text_steps(l->arena, &fold, false, steps, STEPS_MAX);
    if (count == 0) {
        return;
    }
    bool is_korean = has_hangul(&fold);
    take_texts(l, steps, count, false, is_korean ? how + COST_INSIDE : how);
    if (is_korean) {
        count = text_steps(l->arena, &fold, true, steps, STEPS_MAX);
        take_texts(l, steps, count, false, how);
    }
    if (!open) {
        return;
    }
    struct step *last = &steps[count - 1];
    if (search_is_wordlike(fold.units[fold.count - 1].code_point) && last->from.n > 1) {
        *last = prefix_step(l->arena, last->from);
        take_texts(l, steps, count, true, how);
    } else {
        lookup_composing(l, &fold, COST_COMPOSED + how);
    }
}

void
lookup_word(struct search_lookup *l, struct str word, int how) {
    struct fold fold = fold_text(l->arena, word);
    struct step steps[STEPS_MAX];
    size_t count = text_steps(l->arena, &fold, true, steps, STEPS_MAX);
    take_texts(l, steps, count, false, how);
}

void
lookup_scattered(struct search_lookup *l, struct str text) {
    enum { ENOUGH_OF = 5, ENOUGH = 3 };
    struct fold fold = fold_text(l->arena, text);
    struct step steps[STEPS_MAX];
    size_t count = text_steps(l->arena, &fold, false, steps, STEPS_MAX);
    if (count < 2) {
        return;
    }
    static const enum search_field fields[] = {SEARCH_TITLE, SEARCH_BODY};
    static const int costs[] = {COST_TITLE, COST_BODY};
    uint32_t limit = l->index->doc_count;
    for (size_t f = 0; f < ARRAY_LEN(fields); f++) {
        uint8_t *once = arena_alloc(l->arena, limit + SEARCH_PADDING);
        memset(l->marks, 0, limit + SEARCH_PADDING);
        for (size_t i = 0; i < count; i++) {
            struct sink sink = {.bytes = once, .is_mark = true, .limit = limit};
            memset(once, 0, limit + SEARCH_PADDING);
            take_step(l->index, (int)fields[f], &steps[i], &sink);
            for (uint32_t doc = 1; doc <= limit; doc++) {
                l->marks[doc] = (uint8_t)(l->marks[doc] + once[doc]);
            }
        }
        for (uint32_t doc = 1; doc <= limit; doc++) {
            size_t missed = count - l->marks[doc];
            if (l->marks[doc] * (size_t)ENOUGH_OF >= count * ENOUGH) {
                int cost = costs[f] + COST_SCATTERED + (int)(missed * 20 / count);
                l->costs[doc] = cost < l->costs[doc] ? (uint8_t)cost : l->costs[doc];
            }
        }
        memset(l->marks, 0, limit + SEARCH_PADDING);
    }
}

/* The inner loops of search. A question is a few passes over arrays of one byte a document: lists
 * touch their documents one by one, bitmaps a block at a time. Where several terms must all be
 * there, the rarest goes first, and what it leaves is all that the others look at. */
#include "content/search/take.h"

#include "base/check.h"

#include <string.h>

enum { RANGE_ROWS = 600 }; /* one initial consonant has 588 syllables */

/* Called for each posting list of a step: lowers costs to `value`, or raises marks from `value` to
 * one more. */
struct sink {
    struct doc_costs *costs; /* or NULL */
    uint8_t *marks;
    uint8_t value;
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

/* A byte for each bit: 0xFF where it is set. */
static void
spread_bits(uint8_t *restrict out, const uint8_t *restrict bits) {
    static const uint8_t bit_of[8] = {1, 2, 4, 8, 16, 32, 64, 128};
    const uint64_t ones = UINT64_MAX / 0xFF; /* 1 in every byte */
    uint64_t masks;
    memcpy(&masks, bit_of, sizeof(masks));
    for (size_t i = 0; i < DOC_BLOCK / 8; i++) {
        uint64_t has = bits[i] * ones & masks;
        has = (has + 0x7F * ones) >> 7 & ones;
        has *= 0xFF;
        memcpy(out + i * 8, &has, sizeof(has));
    }
}

static void
raise_marks(uint8_t *restrict marks, const uint8_t *restrict has, uint8_t value) {
    for (size_t i = 0; i < DOC_BLOCK; i++) {
        marks[i] = (uint8_t)(marks[i] + (marks[i] == value ? has[i] & 1 : 0));
    }
}

static void
lower_costs(uint8_t *restrict costs, const uint8_t *restrict has, uint8_t value) {
    _Static_assert(SEARCH_NO_MATCH == 0xFF, "no cost is higher");
    for (size_t i = 0; i < DOC_BLOCK; i++) {
        uint8_t cost = (uint8_t)(value | (uint8_t)~has[i]);
        costs[i] = cost < costs[i] ? cost : costs[i];
    }
}

/* The bits of one block of documents, without those of no document. False where none is set. */
static bool
bits_of_block(struct str bitmap, uint32_t block, uint32_t limit, uint8_t bits[DOC_BLOCK / 8]) {
    size_t at = (size_t)block * (DOC_BLOCK / 8);
    struct str slice = str_slice(bitmap, at, at + DOC_BLOCK / 8);
    memset(bits, 0, DOC_BLOCK / 8);
    memcpy(bits, slice.p, slice.n);
    if (block == 0) {
        bits[0] &= 0xFE;
    }
    if (limit / DOC_BLOCK == block) {
        bits[limit % DOC_BLOCK / 8] &= (uint8_t)((2u << limit % 8) - 1);
    }
    uint64_t any = 0;
    for (size_t i = 0; i < DOC_BLOCK / 8; i += sizeof(any)) {
        uint64_t part;
        memcpy(&part, bits + i, sizeof(part));
        any |= part;
    }
    return any != 0;
}

/* Block by block, without branches in one, so that compilers make vectors of it. */
static size_t
sink_take_bitmap(struct sink *sink, struct str bitmap) {
    uint8_t has[DOC_BLOCK], bits[DOC_BLOCK / 8];
    for (uint32_t block = 0; block < doc_block_count(sink->limit); block++) {
        size_t at = (size_t)block * DOC_BLOCK;
        if (!bits_of_block(bitmap, block, sink->limit, bits)) {
            continue;
        }
        spread_bits(has, bits);
        if (sink->costs) {
            lower_costs(sink->costs->bytes + at, has, sink->value);
            sink->costs->blocks[block] = 1;
            sink->costs->least =
                sink->value < sink->costs->least ? sink->value : sink->costs->least;
        } else {
            raise_marks(sink->marks + at, has, sink->value);
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
        sink->marks[doc] = (uint8_t)(sink->marks[doc] + (has && sink->marks[doc] == sink->value));
    }
    sink->count += bitmap.n;
    return sink->touched->count;
}

static void
sink_take_docs(struct sink *sink, const uint32_t *docs, size_t count) {
    uint8_t value = sink->value;
    for (size_t i = 0; i < count && sink->costs; i++) {
        doc_costs_lower(sink->costs, docs[i], value);
    }
    for (size_t i = 0; i < count && !sink->costs; i++) {
        sink->marks[docs[i]] = (uint8_t)(sink->marks[docs[i]] + (sink->marks[docs[i]] == value));
    }
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
        if (sink->touched && sink->is_first) {
            touch(sink->touched, docs, count);
        }
        sink_take_docs(sink, docs, count);
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
sink_take_step(struct search_index *index, int field, const struct step *step, struct sink *sink) {
    if (step->is_range) {
        take_range(index, field, step, sink);
    } else {
        take_term(index, field, step->from, sink);
    }
}

struct step
step_of_prefix(struct arena *arena, struct str prefix) {
    struct str to = arena_printf(arena, "%.*s\xFF", STR_ARG(prefix));
    return (struct step){.from = prefix, .to = to, .is_range = true, .is_prefix = true};
}
static struct sink
cost_sink(struct search_lookup *l, int cost) {
    xassert(cost < SEARCH_NO_MATCH);
    return (struct sink){.costs = l->costs, .value = (uint8_t)cost, .limit = l->index->doc_count};
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

/* Lowers costs of a block where it is marked just so; whether it is anywhere. */
static bool
take_marked(uint8_t *restrict costs, const uint8_t *restrict marks, uint8_t marked, uint8_t value) {
    uint8_t any = 0;
    for (size_t i = 0; i < DOC_BLOCK; i++) {
        uint8_t cost = marks[i] == marked ? value : SEARCH_NO_MATCH;
        costs[i] = cost < costs[i] ? cost : costs[i];
        any |= (uint8_t)~cost;
    }
    return any != 0;
}

static void
take_all_marked(struct doc_costs *costs, const uint8_t *marks, uint8_t marked, uint8_t value) {
    for (uint32_t block = 0; block < costs->block_count; block++) {
        size_t at = (size_t)block * DOC_BLOCK;
        if (take_marked(costs->bytes + at, marks + at, marked, value)) {
            costs->blocks[block] = 1;
            costs->least = value < costs->least ? value : costs->least;
        }
    }
}

/* Lowers the costs of documents marked `count` times (0: none) and clears the marks. */
static void
marks_take(struct search_lookup *l, const struct touched *touched, size_t count, int cost) {
    uint8_t *marks = l->index->marks;
    if (touched->count <= TOUCHED_MAX) {
        for (size_t i = 0; i < touched->count; i++) {
            uint32_t doc = touched->docs[i];
            if (count > 0 && marks[doc] == count) {
                doc_costs_lower(l->costs, doc, cost);
            }
            marks[doc] = 0;
        }
        return;
    }
    if (count > 0) {
        take_all_marked(l->costs, marks, (uint8_t)count, (uint8_t)cost);
    }
    memset(marks, 0, (size_t)l->costs->block_count * DOC_BLOCK);
}

/* Documents that have every step, in `field`. */
void
take_all(struct search_lookup *l, enum search_field field, const struct step *steps, size_t count,
    int cost) {
    if (count == 0) {
        return;
    }
    if (count == 1) {
        struct sink sink = cost_sink(l, cost);
        sink_take_step(l->index, (int)field, &steps[0], &sink);
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
        struct sink sink = {.marks = l->index->marks,
            .value = (uint8_t)i,
            .limit = l->index->doc_count,
            .touched = &touched,
            .is_first = i == 0};
        sink_take_step(l->index, (int)field, &ordered[i], &sink);
        is_empty = sink.count == 0;
    }
    marks_take(l, &touched, is_empty ? 0 : count, cost);
}
size_t
take_one(struct search_lookup *l, enum search_field field, const struct step *step, int cost) {
    struct sink sink = cost_sink(l, cost);
    sink_take_step(l->index, (int)field, step, &sink);
    return sink.count;
}

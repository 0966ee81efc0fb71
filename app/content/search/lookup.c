#include "content/search/lookup.h"

#include "base/check.h"
#include "base/utf8.h"
#include "content/search/take.h"
#include "content/search/text.h"

#include <string.h>

bool
lookup_is_tired(const struct search_lookup *l) {
    return search_index_is_tired(l->index);
}

size_t
lookup_term(struct search_lookup *l, enum search_field field, struct str term, int cost) {
    struct step step = {.from = term};
    return take_one(l, field, &step, cost);
}

void
lookup_name_strokes(struct search_lookup *l, struct str strokes, bool exact, int how) {
    if (exact) {
        lookup_term(l, SEARCH_NAME, strokes, COST_NAME + how);
        lookup_term(l, SEARCH_JOINED_NAME, strokes, COST_NAME + how);
        lookup_term(l, SEARCH_NAME_PART, strokes, COST_PART + how);
        return;
    }
    struct step step = step_of_prefix(l->arena, strokes);
    take_one(l, SEARCH_NAME, &step, COST_NAME_PREFIX + how);
    take_one(l, SEARCH_NAME_PART, &step, COST_PART_PREFIX + how);
}

void
lookup_name(struct search_lookup *l, struct str key, bool open, int how) {
    struct str strokes = fold_spelling(l->arena, FOLD_KEYSTROKES, key);
    lookup_name_strokes(l, strokes, true, how);
    if (open && l->open_cost > 0) { // "thanks, informal" begins with the whole word
        struct str word = arena_printf(l->arena, "%.*s ", STR_ARG(strokes));
        lookup_name_strokes(l, word, false, how);
    }
    if (open) {
        lookup_name_strokes(l, strokes, false, how + l->open_cost);
    }
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
            steps[count++] = is_whole ? (struct step){.from = start} : step_of_prefix(arena, start);
        }
        bool is_covered = cut.is_last ? was_pair || is_start : is_start;
        if (!is_covered || (is_start && !cut.is_last && cut.to > cut.from + 2)) {
            steps[count++] = cut.is_last ? step_of_prefix(arena, key) : (struct step){.from = key};
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
    how += l->open_cost;
    struct step *last = &steps[count - 1];
    if (search_is_wordlike(fold.units[fold.count - 1].code_point) && last->from.n > 1) {
        *last = step_of_prefix(l->arena, last->from);
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

/* How many of the steps each document has; `seen` has the blocks of those with any. */
static void
count_steps(struct search_lookup *l, enum search_field field, const struct step *steps,
    size_t count, struct doc_costs *seen) {
    uint8_t *marks = l->index->marks;
    for (size_t i = 0; i < count; i++) {
        struct search_lookup one = *l;
        struct doc_run run = {0, 0};
        size_t used = l->index->pool.used;
        one.costs = doc_costs_take(&l->index->pool);
        take_one(&one, field, &steps[i], 0);
        while (doc_costs_next(one.costs, &run)) {
            for (uint32_t doc = run.from; doc < run.to; doc++) {
                marks[doc] = (uint8_t)(marks[doc] + (one.costs->bytes[doc] == 0));
            }
        }
        doc_costs_lower_to(seen, one.costs, 0);
        doc_costs_give_back(&l->index->pool, used);
    }
}

/* Documents that have enough of `count` steps. Clears the marks. */
static void
take_scattered(struct search_lookup *l, const struct doc_costs *seen, size_t count, int cost) {
    enum { ENOUGH_OF = 5, ENOUGH = 3 };
    uint8_t *marks = l->index->marks;
    struct doc_run run = {0, 0};
    while (doc_costs_next(seen, &run)) {
        for (uint32_t doc = run.from; doc < run.to; doc++) {
            size_t missed = count - marks[doc];
            if (marks[doc] * (size_t)ENOUGH_OF >= count * ENOUGH) {
                doc_costs_lower(l->costs, doc, cost + COST_SCATTERED + (int)(missed * 20 / count));
            }
        }
        memset(marks + run.from, 0, run.to - run.from);
    }
}

void
lookup_scattered(struct search_lookup *l, struct str text) {
    static const enum search_field fields[] = {SEARCH_TITLE, SEARCH_BODY};
    static const int costs[] = {COST_TITLE, COST_BODY};
    struct fold fold = fold_text(l->arena, text);
    struct step steps[STEPS_MAX];
    size_t count = text_steps(l->arena, &fold, false, steps, STEPS_MAX);
    for (size_t f = 0; f < ARRAY_LEN(fields) && count > 1; f++) {
        size_t used = l->index->pool.used;
        struct doc_costs *seen = doc_costs_take(&l->index->pool);
        count_steps(l, fields[f], steps, count, seen);
        take_scattered(l, seen, count, costs[f]);
        doc_costs_give_back(&l->index->pool, used);
    }
}

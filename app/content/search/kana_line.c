/* The best way from the start of the stretch to each of its places: a word that the content has
 * counts by the square of its length, so that few long words are better than many short ones;
 * particles count nothing; what nobody knows, up to the next particle, costs. */
#include "content/search/kana_line.h"

#include "base/check.h"
#include "content/search/ask/function.h"
#include "content/search/plain.h"
#include "content/search/variants.h"
#include "i18n/stems.h"

enum {
    LINE_LEAST = 5, /* kana */
    LINE_MOST = 40,
    WORD_LEAST = 2,
    WORD_MOST = 12,
    PARTICLE_MOST = 6,
    WORD_SHORT = 3, /* of fewer kana: only between particles */
    COST_UNKNOWN = 2
};

enum step { STEP_NONE, STEP_JOINS, STEP_WORD, STEP_UNKNOWN };

struct place {
    int points;
    size_t before; /* the place before, on the best way */
    enum step step;
    bool has_word;
};

struct kana_line {
    struct search_lookup lookup;
    const struct fold *fold;
    size_t from, count; /* units */
    struct place places[LINE_MOST + 1];
};

static struct str
piece(const struct kana_line *line, size_t from, size_t to) {
    return fold_units_key(line->lookup.arena, line->fold, line->from + from, line->from + to);
}

static void
reach(struct kana_line *line, size_t from, size_t to, int points, enum step step) {
    struct place *place = &line->places[to];
    int total = line->places[from].points + points;
    if (place->step == STEP_NONE || total > place->points) {
        bool has_word = line->places[from].has_word || step == STEP_WORD;
        *place =
            (struct place){.points = total, .before = from, .step = step, .has_word = has_word};
    }
}

static bool
joins(struct str kana) {
    return stems_are_function(kana) || ask_is_function(kana);
}

/* は, の and the like, or the end: what is before is a whole word. */
static bool
may_part(const struct kana_line *line, size_t at) {
    static const char particles[] = "のをにはがとでへやも";
    return at == line->count || str_find(str_from(particles), piece(line, at, at + 1)) != SIZE_MAX;
}

static void
walk_particles(struct kana_line *line, size_t at) {
    for (size_t to = at + 1; to <= line->count && to - at <= PARTICLE_MOST; to++) {
        if (joins(piece(line, at, to))) {
            reach(line, at, to, 0, STEP_JOINS);
        }
    }
}

/* What kana may be: a word, or the beginning of one. */
struct known {
    bool is_word, is_beginning;
};

static struct known
look_up(struct kana_line *line, struct str kana, int length) {
    struct search_lookup *l = &line->lookup;
    struct spelt found[SPELLING_ROWS];
    struct str sound = fold_spelling(l->arena, FOLD_ROMAJI, kana);
    size_t count = spelt_words(l, SEARCH_SPACE_READINGS, sound, found);
    bool is_read = length >= WORD_SHORT && count > 0 && found[0].is_whole;
    struct known known = {.is_word = is_read, .is_beginning = count > 0};
    known.is_word = known.is_word || search_index_has_name(l->index, l->arena, kana, false);
    known.is_beginning =
        known.is_beginning || search_index_has_name(l->index, l->arena, kana, true);
    return known;
}

static void
walk_words(struct kana_line *line, size_t at) {
    bool is_open = true;
    for (size_t to = at + WORD_LEAST; is_open && to <= line->count && to - at <= WORD_MOST; to++) {
        int length = (int)(to - at);
        struct known known = look_up(line, piece(line, at, to), length);
        bool is_parted = (at == 0 || line->places[at].step == STEP_JOINS) && may_part(line, to);
        if (known.is_word && (length >= WORD_SHORT || is_parted)) {
            reach(line, at, to, (length - 1) * (length - 1), STEP_WORD);
        }
        is_open = known.is_beginning;
    }
}

/* What is said of a subject may be unknown, not the subject. */
static void
walk_unknown(struct kana_line *line, size_t at) {
    if (line->places[at].step == STEP_UNKNOWN || !line->places[at].has_word) {
        return;
    }
    for (size_t to = at + WORD_LEAST; to <= line->count; to++) {
        if (may_part(line, to)) {
            reach(line, at, to, -COST_UNKNOWN * (int)(to - at), STEP_UNKNOWN);
        }
    }
}

/* From the end back to the start: the words, of which so many are known. */
static size_t
collect(const struct kana_line *line, struct ask_span *out, size_t limit, size_t *known) {
    struct ask_span back[LINE_MOST];
    size_t count = 0;
    for (size_t at = line->count; at > 0; at = line->places[at].before) {
        enum step step = line->places[at].step;
        if (step == STEP_WORD || step == STEP_UNKNOWN) {
            back[count++] = (struct ask_span){
                .from = line->from + line->places[at].before, .to = line->from + at};
            *known += step == STEP_WORD;
        }
    }
    size_t taken = count < limit ? count : limit;
    for (size_t i = 0; i < taken; i++) {
        out[i] = back[count - 1 - i];
    }
    return taken;
}

size_t
kana_line_words(struct search_index *index, struct arena *arena, const struct fold *fold,
    size_t from, size_t to, struct ask_span *out, size_t limit) {
    struct kana_line line = {
        .lookup = {.index = index, .arena = arena}, .fold = fold, .from = from, .count = to - from};
    size_t known = 0;
    if (line.count < LINE_LEAST || line.count > LINE_MOST) {
        return 0;
    }
    line.places[0].step = STEP_JOINS;
    for (size_t at = 0; at < line.count; at++) {
        if (line.places[at].step != STEP_NONE) {
            walk_particles(&line, at);
            walk_words(&line, at);
            walk_unknown(&line, at);
        }
    }
    size_t count =
        line.places[line.count].step == STEP_NONE ? 0 : collect(&line, out, limit, &known);
    return count > 1 && known > 0 ? count : 0;
}

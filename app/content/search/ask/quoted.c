#include "content/search/ask/quoted.h"

#include "base/check.h"

#include <string.h>

static const struct {
    struct str open, close;
    bool is_apostrophe; /* opens only where a word does not go on */
} marks[] = {{STR_INIT("「"), STR_INIT("」"), false}, {STR_INIT("『"), STR_INIT("』"), false},
    {STR_INIT("“"), STR_INIT("”"), false}, {STR_INIT("‘"), STR_INIT("’"), true},
    {STR_INIT("\""), STR_INIT("\""), false}, {STR_INIT("'"), STR_INIT("'"), true}};

/* The bytes between the first pair of marks. */
static bool
find_quotation(struct str line, size_t *from, size_t *to) {
    for (size_t i = 0; i < ARRAY_LEN(marks); i++) {
        size_t open = str_find(line, marks[i].open);
        if (open == SIZE_MAX || (marks[i].is_apostrophe && open > 0 && line.p[open - 1] != ' ')) {
            continue;
        }
        *from = open + marks[i].open.n;
        size_t length = str_find(str_slice(line, *from, line.n), marks[i].close);
        if (length != SIZE_MAX && length > 0) {
            *to = *from + length;
            return true;
        }
    }
    return false;
}

/* The first unit that begins at a byte or after it. */
static size_t
unit_at(const struct fold *fold, size_t byte) {
    size_t unit = 0;
    while (unit < fold->count && fold->units[unit].start < byte) {
        unit++;
    }
    return unit;
}

/* The fold with one Han, which no frame has, for the units of the quotation. */
static struct fold
without(struct arena *arena, const struct fold *fold, size_t from, size_t to) {
    enum { STANDS_FOR_IT = 0x56E7 };
    struct fold out = {.units = ARENA_ARRAY(arena, fold->count + 1, struct fold_unit),
        .count = fold->count - (to - from) + 1};
    memcpy(out.units, fold->units, from * sizeof(*out.units));
    out.units[from] = fold->units[from];
    out.units[from].code_point = STANDS_FOR_IT;
    memcpy(out.units + from + 1, fold->units + to, (fold->count - to) * sizeof(*out.units));
    return out;
}

static bool
is_separator(const struct fold *fold, size_t unit) {
    return fold_class(fold->units[unit].code_point) == FOLD_SEPARATOR;
}

bool
ask_quoted_strip(
    struct arena *arena, const struct fold *fold, struct str line, struct ask_frames *out) {
    size_t from, to;
    struct ask_frames frames;
    if (!find_quotation(line, &from, &to)) {
        return false;
    }
    from = unit_at(fold, from);
    to = unit_at(fold, to);
    if (from >= to) {
        return false;
    }
    struct fold other = without(arena, fold, from, to);
    ask_frames_strip(&other, &frames);
    while (frames.from < frames.to && is_separator(&other, frames.from)) {
        frames.from++;
    }
    while (frames.to > frames.from && is_separator(&other, frames.to - 1)) {
        frames.to--;
    }
    if (frames.count == 0 || frames.from != from || frames.to != from + 1) {
        return false;
    }
    *out = frames;
    out->from = from;
    out->to = to;
    out->spans[0] = (struct ask_span){0, from};
    out->spans[1] = (struct ask_span){to, fold->count};
    out->count = 2;
    return true;
}

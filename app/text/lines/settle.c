/* Line ends moved after the fill, their number kept: no last line of one character, no line that
 * begins with one syllable of a word, no English line that ends in a preposition for nothing. */
#include "text/lines/line_private.h"

#define LEANING_PERCENT 50 /* full stays a line whose end only leaned */

/* Lets the line after `line` start at `at`, earlier than now, if it has room for that. */
static bool
move_break(const struct shaped *shaped, const struct line_rules *rules, struct line_range *line,
    int32_t at) {
    int32_t end = line_visible_end(shaped, line->start, at);
    if (end == line->start || line_width(shaped, at, line[1].end, rules->hang) > rules->measure) {
        return false;
    }
    line->end = end;
    line->next = line[1].start = at;
    return true;
}

/* Is the line full enough without what goes to the next? Justified, it must not show. */
static bool
stays_full(const struct shaped *shaped, const struct line_rules *rules,
    const struct line_range *line, int32_t end, int percent) {
    int64_t width = line_width(shaped, line->start, end, rules->hang);
    return width * 100 >= rules->measure * (rules->justify ? 90 : percent);
}

/* A last line of one character takes more from the line before it, from a break as good. */
static bool
join_last_character(
    const struct shaped *shaped, const struct line_rules *rules, struct line_range *before) {
    int32_t end = before[1].end;
    if (line_characters(shaped, before[1].start, end, 2) >= 2) {
        return false;
    }
    uint8_t kind = shaped->clusters[before[1].start].breaks;
    for (int32_t at = before[1].start - 1; at > before->start; at--) {
        if (shaped->clusters[at].breaks >= kind && line_characters(shaped, at, end, 2) == 2) {
            return stays_full(shaped, rules, before, at, 0) &&
                   move_break(shaped, rules, before, at);
        }
    }
    return false;
}

static bool
is_one_word(const struct shaped *shaped, const struct line_range *line) {
    for (int32_t i = line->start; i < line->end; i++) {
        if (line_is_white(&shaped->clusters[i])) {
            return false;
        }
    }
    return true;
}

/* What a last line should be longer than: an eighth of the measure, at most two em; if it is one
 * word of a language that parts words by spaces, a fifth. */
static bool
is_short_last(const struct shaped *shaped, const struct line_rules *rules,
    const struct line_range *last, bool has_spaces) {
    int64_t eighth = rules->measure / 8;
    bool word = has_spaces && is_one_word(shaped, last);
    int64_t enough = word ? rules->measure / 5 : eighth > 2 * FONT_EM ? 2 * FONT_EM : eighth;
    return line_width(shaped, last->start, last->end, rules->hang) <= enough;
}

/* A short last line takes a word from the line before it, if that stays three quarters full. */
static void
lengthen_last(const struct shaped *shaped, const struct line_rules *rules, struct line_list *out) {
    if (out->count < 2) {
        return;
    }
    struct line_range *last = &out->lines[out->count - 1], *before = last - 1;
    if (before->is_last || join_last_character(shaped, rules, before)) {
        return;
    }
    for (int32_t at = last->start - 1; at > before->start; at--) {
        if (shaped->clusters[at].breaks != BREAK_WORD) {
            continue;
        }
        int32_t end = line_visible_end(shaped, before->start, at);
        if (is_short_last(shaped, rules, last, end < at) &&
            stays_full(shaped, rules, before, end, 75)) {
            move_break(shaped, rules, before, at);
        }
        return;
    }
}

/* Between syllables, but before a particle: the last resort of a word of which one syllable would
 * be left. Not behind a number, which keeps what it counts. */
static bool
is_particle_break(const struct shaped *shaped, int32_t at) {
    const struct cluster *c = &shaped->clusters[at];
    return c->breaks == BREAK_SPLIT && c->class == CHAR_HANGUL && c[-1].class != CHAR_DIGIT;
}

/* The last break of `kind` in the line that ends before `start`, or else one before a particle. */
static int32_t
find_tail_break(
    const struct shaped *shaped, const struct line_range *line, int32_t start, uint8_t kind) {
    int32_t particle = line->start;
    for (int32_t at = start - 1; at > line->start; at--) {
        if (shaped->clusters[at].breaks == kind) {
            return at;
        }
        if (kind == BREAK_CLUSTER && particle == line->start && is_particle_break(shaped, at)) {
            particle = at;
        }
    }
    return particle;
}

/* A line that starts with one syllable left of a word too long for its line: the word gives it
 * another one. */
static void
lengthen_tail(
    const struct shaped *shaped, const struct line_rules *rules, struct line_range *line) {
    int32_t start = line[1].start, tail = start + 1;
    uint8_t kind = shaped->clusters[start].breaks;
    while (tail < line[1].end && shaped->clusters[tail].breaks < BREAK_JOINT &&
           !line_is_white(&shaped->clusters[tail])) {
        tail++;
    }
    if (line_characters(shaped, start, tail, 2) >= 2) {
        return;
    }
    int32_t at = find_tail_break(shaped, line, start, kind);
    if (at > line->start && line_characters(shaped, line->start, at, 2) == 2) {
        move_break(shaped, rules, line, at);
    }
}

/* A space that only serves to save a line gives way to the word space before it. */
static void
avoid_leaning(
    const struct shaped *shaped, const struct line_rules *rules, struct line_range *line) {
    for (int32_t at = line[1].start - 1; at > line->start; at--) {
        if (shaped->clusters[at].breaks == BREAK_WORD) {
            if (stays_full(shaped, rules, line, at, LEANING_PERCENT)) {
                move_break(shaped, rules, line, at);
            }
            return;
        }
    }
}

static void
settle_ends(const struct shaped *shaped, const struct line_rules *rules, struct line_list *out) {
    for (size_t i = 0; i + 1 < out->count; i++) {
        uint8_t kind = shaped->clusters[out->lines[i + 1].start].breaks;
        if (kind == BREAK_LEAN) {
            avoid_leaning(shaped, rules, &out->lines[i]);
        } else if (kind == BREAK_CLUSTER || kind == BREAK_SPLIT) {
            lengthen_tail(shaped, rules, &out->lines[i]);
        }
    }
}

void
settle_lines(const struct shaped *shaped, const struct line_rules *rules, struct line_list *out) {
    settle_ends(shaped, rules, out);
    if (rules->avoid_short_last) {
        lengthen_last(shaped, rules, out);
    }
}

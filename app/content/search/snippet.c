#include "content/search/snippet.h"

#include "base/utf8.h"
#include "content/search/text.h"

#include <string.h>

/* Characters round a match; lines looked at. A hit whose words come later still is one: it shows by
 * another text, or by how this one begins. */
enum { BEFORE = 24, AFTER = 72, LINES_MAX = 400 };

/* The folded needle, and where it was found. */
struct match {
    size_t start, end; /* bytes of the line */
};

static bool
is_separator(const struct fold *fold, size_t at) {
    return fold_class(fold->units[at].code_point) == FOLD_SEPARATOR;
}

/* A match at unit `at` of the text; separators of either side do not count. */
static bool
matches_at(const struct fold *text, size_t at, const struct fold *needle, size_t *end) {
    size_t i = at;
    for (size_t n = 0; n < needle->count; n++) {
        if (is_separator(needle, n)) {
            continue;
        }
        while (i > at && i < text->count && is_separator(text, i)) {
            i++;
        }
        if (i >= text->count || text->units[i].code_point != needle->units[n].code_point) {
            return false;
        }
        i++;
    }
    *end = i;
    return i > at;
}

static bool
find(const struct fold *text, const struct fold *needle, struct match *out) {
    uint32_t first = 0;
    for (size_t n = 0; n < needle->count && first == 0; n++) {
        first = is_separator(needle, n) ? 0 : needle->units[n].code_point;
    }
    for (size_t at = 0; at < text->count; at++) {
        uint32_t c = text->units[at].code_point;
        if (c != first) {
            continue; // nearly all: what follows is for the few that begin as it does
        }
        bool is_inside =
            at > 0 && search_is_wordlike(c) && search_is_wordlike(text->units[at - 1].code_point);
        size_t end;
        if (!is_separator(text, at) && !is_inside && matches_at(text, at, needle, &end)) {
            out->start = text->units[at].start;
            out->end = text->units[end - 1].end;
            return true;
        }
    }
    return false;
}

static size_t
back(struct str line, size_t at, int characters) {
    while (at > 0 && characters-- > 0) {
        utf8_prev(line, &at);
    }
    return at;
}

static size_t
forward(struct str line, size_t at, int characters) {
    while (at < line.n && characters-- > 0) {
        utf8_next(line, &at);
    }
    return at;
}

static uint32_t
before(struct str line, size_t at) {
    return utf8_prev(line, &at);
}

static uint32_t
after(struct str line, size_t at) {
    return utf8_next(line, &at);
}

static bool
is_hiragana(uint32_t c) {
    return c >= 0x3041 && c <= 0x309F;
}

/* After a full stop, and before the sentence that follows. */
static bool
starts_sentence(struct str line, size_t at) {
    uint32_t c = at > 0 ? before(line, at) : 0, stop = c;
    if (c == ' ' && at > 1) {
        stop = before(line, at - 1);
        return stop == '.' || stop == '!' || stop == '?';
    }
    return at == 0 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
}

/* Words of letters stand between spaces; where a script writes none, one begins after punctuation
 * or where hiragana ends, for what it ends is the word before. */
static bool
starts_word(struct str line, size_t at) {
    uint32_t c = at > 0 ? before(line, at) : ' ', next = at < line.n ? after(line, at) : ' ';
    if (next == ' ') {
        return false;
    }
    if (c < 0x80) {
        return c == ' ' || c == '(';
    }
    bool is_after_mark = fold_class(c) == FOLD_SEPARATOR && fold_class(next) != FOLD_SEPARATOR;
    return is_after_mark ||
           (is_hiragana(c) && !is_hiragana(next) && fold_class(next) != FOLD_SEPARATOR);
}

/* The first place before the match, no farther than it may be, that begins a sentence, else a word;
 * nothing else is a beginning, so it may be a little farther. */
static size_t
beginning(struct str line, size_t match) {
    size_t from = back(line, match, BEFORE);
    for (size_t i = from; i < match; utf8_next(line, &i)) {
        if (starts_sentence(line, i)) {
            return i;
        }
    }
    for (size_t i = from; i < match; utf8_next(line, &i)) {
        if (starts_word(line, i)) {
            return i;
        }
    }
    size_t at = from;
    for (int i = 0; i < BEFORE && at > 0 && !starts_word(line, at); i++) {
        utf8_prev(line, &at);
    }
    return at == 0 || starts_word(line, at) ? at : from;
}

/* The last place before `to` at which a word has ended; `to` where there is none. */
static size_t
ending(struct str line, size_t match, size_t to) {
    size_t at = to;
    while (to < line.n && at > match && !starts_word(line, at) && after(line, at) != ' ') {
        utf8_prev(line, &at);
    }
    while (at > match && before(line, at) == ' ') {
        at--;
    }
    return at > match ? at : to;
}

static void
cut(struct arena *arena, struct str line, struct match match, struct search_hit *hit) {
    size_t from = beginning(line, match.start);
    size_t to = ending(line, match.end, forward(line, match.end, AFTER));
    struct str left = from > 0 ? STR("…") : (struct str){0};
    struct str right = to < line.n ? STR("…") : (struct str){0};
    struct str middle = str_slice(line, from, to);
    hit->snippet =
        arena_printf(arena, "%.*s%.*s%.*s", STR_ARG(left), STR_ARG(middle), STR_ARG(right));
    hit->match_start = match.start - from + left.n;
    hit->match_end = match.end - from + left.n;
}

enum rung { RUNG_WRITTEN, RUNG_TELLING, RUNG_WEAK };

/* One character that was not typed says little: 예 of 예의. */
static enum rung
rung_of(const struct fold *needle, enum search_why why) {
    return why == SEARCH_WHY_WRITTEN ? RUNG_WRITTEN : needle->count > 1 ? RUNG_TELLING : RUNG_WEAK;
}

static void
add_needle(struct search_marker *marker, struct fold needle, enum search_why why) {
    marker->needles[marker->count] = needle;
    marker->whys[marker->count] = why;
    beginnings_add(&marker->beginnings, &marker->needles[marker->count], (unsigned)marker->count);
    marker->count++;
}

void
search_marker_init(
    struct search_marker *marker, struct arena *arena, const struct search_needles *needles) {
    _Static_assert(ARRAY_LEN(needles->items) <= BEGINNING_WORDS, "a bit for each");
    *marker = (struct search_marker){.count = 0};
    for (enum rung rung = RUNG_WRITTEN; rung <= RUNG_WEAK; rung++) {
        for (size_t n = 0; n < needles->count; n++) {
            struct fold fold = fold_text(arena, needles->items[n]);
            if (rung_of(&fold, needles->whys[n]) == rung) {
                add_needle(marker, fold, needles->whys[n]);
            }
        }
        marker->written = rung == RUNG_WRITTEN ? marker->count : marker->written;
        marker->telling = rung == RUNG_TELLING ? marker->count : marker->telling;
    }
}

/* A line of a text, folded when a needle may be in it. */
struct line {
    struct str text;
    uint32_t needles; /* that may be */
    bool is_folded;
    struct fold fold;
};

static bool
line_has(struct arena *arena, const struct search_marker *marker, size_t n, struct line *line,
    struct match *match) {
    if ((line->needles >> n & 1) == 0 || marker->needles[n].count == 0) {
        return false;
    }
    if (!line->is_folded) {
        line->fold = fold_text(arena, line->text);
        line->is_folded = true;
    }
    return find(&line->fold, &marker->needles[n], match);
}

bool
search_snippet(struct arena *arena, struct str text, const struct search_marker *marker,
    size_t most, struct search_hit *hit) {
    struct line lines[LINES_MAX];
    struct match match;
    size_t count = 0;
    if (most == 0) {
        return false;
    }
    for (; count < LINES_MAX && str_split(&text, '\n', &lines[count].text); count++) {
        struct line *line = &lines[count];
        line->is_folded = false;
        line->needles = beginnings_in(&marker->beginnings, line->text);
        if (line_has(arena, marker, 0, line, &match)) {
            cut(arena, line->text, match, hit);
            hit->why = marker->whys[0];
            return true;
        }
    }
    for (size_t n = 1; n < most; n++) {
        for (size_t i = 0; i < count; i++) {
            if (line_has(arena, marker, n, &lines[i], &match)) {
                cut(arena, lines[i].text, match, hit);
                hit->why = marker->whys[n];
                return true;
            }
        }
    }
    return false;
}

bool
search_mark(struct arena *arena, struct str title, const struct search_marker *marker,
    size_t *start, size_t *end) {
    struct line line = {.text = title, .needles = beginnings_in(&marker->beginnings, title)};
    struct match match = {0, 0};
    bool found = false;
    for (size_t n = 0; n < marker->telling && !found; n++) {
        found = line_has(arena, marker, n, &line, &match);
    }
    *start = match.start;
    *end = match.end;
    return found;
}

void
search_snippet_plain(struct arena *arena, struct str text, struct search_hit *hit) {
    struct str line = {0};
    str_split(&text, '\n', &line);
    cut(arena, line, (struct match){0, 0}, hit);
}

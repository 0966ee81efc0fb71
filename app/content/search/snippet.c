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
    for (size_t at = 0; at < text->count; at++) {
        uint32_t c = text->units[at].code_point;
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

/* Not in the middle of a word of letters. */
static size_t
word_start(struct str line, size_t at, size_t limit) {
    for (size_t i = at; i < limit && at > 0; i++) {
        if (line.p[i - 1] == ' ') {
            return i;
        }
    }
    return at;
}

static void
cut(struct arena *arena, struct str line, struct match match, struct search_hit *hit) {
    size_t from = word_start(line, back(line, match.start, BEFORE), match.start);
    size_t to = forward(line, match.end, AFTER);
    struct str before = from > 0 ? STR("…") : (struct str){0};
    struct str after = to < line.n ? STR("…") : (struct str){0};
    struct str middle = str_slice(line, from, to);
    hit->snippet =
        arena_printf(arena, "%.*s%.*s%.*s", STR_ARG(before), STR_ARG(middle), STR_ARG(after));
    hit->match_start = match.start - from + before.n;
    hit->match_end = match.end - from + before.n;
}

bool
search_snippet(struct arena *arena, struct str text, const struct search_needles *needles,
    struct search_hit *hit) {
    struct fold folds[LINES_MAX];
    struct str lines[LINES_MAX];
    size_t count = 0;
    while (count < LINES_MAX && str_split(&text, '\n', &lines[count])) {
        folds[count] = fold_text(arena, lines[count]);
        count++;
    }
    for (size_t n = 0; n < needles->count; n++) {
        struct fold needle = fold_text(arena, needles->items[n]);
        for (size_t i = 0; needle.count > 0 && i < count; i++) {
            struct match match;
            if (find(&folds[i], &needle, &match)) {
                cut(arena, lines[i], match, hit);
                return true;
            }
        }
    }
    return false;
}

void
search_snippet_plain(struct arena *arena, struct str text, struct search_hit *hit) {
    struct str line = {0};
    str_split(&text, '\n', &line);
    cut(arena, line, (struct match){0, 0}, hit);
}

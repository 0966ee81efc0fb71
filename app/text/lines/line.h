/* line.h - a shaped paragraph cut into lines of a measure, in units; no glyphs are touched.
 *
 * A line takes as much as fits and ends at the best kind of break on it (shaped.h, enum
 * break_kind). A wider measure never gives more lines: each line of the wider layout reaches at
 * least as far as the same line of the narrower one. */
#ifndef TEXT_LINES_LINE_H
#define TEXT_LINES_LINE_H

#include "text/shape/shaped.h"

struct line_range {
    int32_t start, end; /* clusters; `end` is before the spaces and newline that hang */
    int32_t next;       /* where the next line starts */
    bool is_last;       /* of the paragraph, or before a newline: not justified */
};

struct line_list {
    struct line_range *lines;
    size_t count, cap;
    uint8_t worst; /* lowest enum break_kind used */
    struct arena *arena;
};

struct line_rules {
    int64_t measure; /* units */
    bool hang, balance, justify, avoid_short_last;
};

void lines_find(const struct shaped *shaped, const struct line_rules *rules, struct line_list *out);
/* Width of clusters [start, end) set as a line: edges trimmed, its hyphen with it; with `hang`, a
 * mark at the end that may hang left out. */
int64_t line_width(const struct shaped *shaped, int32_t start, int32_t end, bool hang);
/* What the hyphen of a line that ends before cluster `end` adds to it; mostly nothing. */
int32_t line_hyphen(const struct shaped *shaped, int32_t end);
/* Widest piece without an opportunity (of the language's own kind), and widest line without a
 * measure. */
void lines_intrinsic(const struct shaped *shaped, int64_t *min, int64_t *max);
/* True when the mark may stand outside the measure at a line end. */
bool line_mark_hangs(const struct cluster *c);
/* What a justified line of clusters [start, end) may take from cluster `at`, before its ink and
 * after it; units. What its edges lose anyway is no part of it. */
struct line_shrink {
    int32_t before, after;
};
struct line_shrink line_shrink_at(
    const struct shaped *shaped, int32_t at, int32_t start, int32_t end);

#endif

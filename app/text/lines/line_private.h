/* line_private.h - what the files that cut a paragraph into lines share: line.c measures, lines.c
 * fills, balance.c evens out, settle.c moves single line ends. None of them changes how many lines
 * there are, so a wider measure never gives more. Inside text/ only. */
#ifndef TEXT_LINES_LINE_PRIVATE_H
#define TEXT_LINES_LINE_PRIVATE_H

#include "base/arena.h"
#include "text/lines/line.h"
#include "text/lines/spacing.h"

/* A space, a newline, a separator between two spaces: hangs at a line end, and nothing is seen. */
static inline bool
line_is_white(const struct cluster *c) {
    return c->class == CHAR_SPACE || c->class == CHAR_NEWLINE || c->flags & CLUSTER_SEPARATOR;
}

/* Where what is seen of clusters [start, end) ends: before the spaces and newlines behind it. */
static inline int32_t
line_visible_end(const struct shaped *shaped, int32_t start, int32_t end) {
    while (end > start && line_is_white(&shaped->clusters[end - 1])) {
        end--;
    }
    return end;
}

/* What the last visible cluster of a line does not count of its advance. */
int64_t line_end_cut(const struct cluster *c, bool hang);
/* Of what follows a line's last ink only the quarter behind a centred mark is left to take: a gap
 * is none there, and a closing mark's half em was trimmed with the edge. */
int32_t line_shrink_of_last(const struct cluster *c);
/* Letters, digits and symbols in [start, end), at most `most`. */
int line_characters(const struct shaped *shaped, int32_t start, int32_t end, int most);

void balance_lines(
    const struct shaped *shaped, const struct line_rules *rules, struct line_list *out);
void settle_lines(
    const struct shaped *shaped, const struct line_rules *rules, struct line_list *out);

#endif

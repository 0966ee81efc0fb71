/* justify.h - what a justified line takes from its white space, or adds to it, in the order of
 * JLREQ. 3.8.3, too long a line: word spaces; the quarters of centred marks; the halves before
 * opening and after closing brackets and commas (not after a full stop, which parts sentences);
 * autospace stands at its least already. 3.8.4, too short a line: word spaces up to half an em;
 * autospace up to a quarter; between letters up to a quarter, in Korean only a little; then all
 * gaps alike, beside brackets too, but nothing where no line may break. In Korean, and in English
 * with word spaces, these take what is left. A line that would show holes all the same stays as it
 * is. */
#ifndef TEXT_LINES_JUSTIFY_H
#define TEXT_LINES_JUSTIFY_H

#include "text/lines/line.h"

#define JUSTIFY_STAGES 4

/* Clusters with room in a stage share its amount in proportion to that room. */
struct justify_stage {
    int64_t amount, room, seen;
};

struct justify {
    bool is_active, shrinks, has_words;
    int32_t start, end;
    struct justify_stage stages[JUSTIFY_STAGES];
};

struct justify_change {
    int64_t before, after; /* `before` is never above 0: what the cell loses before its ink */
};

/* Spreads `extra` units (negative: shrinks) over clusters [start, end); returns how much of it
 * found a place. */
int64_t justify_plan(
    struct justify *plan, const struct shaped *shaped, int32_t start, int32_t end, int64_t extra);
/* What changes beside cluster `at`; call once for each cluster of the line, in any order. */
struct justify_change justify_at(struct justify *plan, const struct shaped *shaped, int32_t at);

#endif

/* heights.h - how tall the lines of a long list are: those that were laid out as they are, all
 * others as the mean of these. Lines are numbered from 0; lengths are px.
 *
 * What was measured is kept in blocks, so that a list of a million lines of which a hundred were
 * seen costs a hundred; a question looks at every block once. */
#ifndef UI_HEIGHTS_H
#define UI_HEIGHTS_H

#include <stdbool.h>
#include <stddef.h>

struct heights_block;
struct heights {
    struct heights_block **blocks;
    size_t count; /* lines */
    double gap;   /* between two lines */
    double mean;  /* of a line that was never laid out */
    double measured_sum;
    size_t measured, settled_at; /* how many were measured; when the mean was taken last */
};

void heights_finish(struct heights *heights);
/* Forgets every measure; the mean stays, as the best guess there is. */
void heights_reset(struct heights *heights, size_t count, double gap);
void heights_set(struct heights *heights, size_t line, double height);
/* Takes the mean anew when at least twice as many lines were measured as the last time, so that it
 * settles soon. True when it changed: every place moved. */
bool heights_settle(struct heights *heights);
/* From the start of the list to the start of `line`; for `count`, to its end. */
double heights_before(const struct heights *heights, size_t line);
/* The line at this place, the gap after it included; `count` past the end. */
size_t heights_at(const struct heights *heights, double place);

#endif

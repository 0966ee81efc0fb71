/* justify.h - what a justified line adds between its clusters, in the order JLREQ 3.8.4 and Korean
 * practice ask: word spaces first, up to half an em; then the space round Latin in Japanese; then
 * between characters, in Korean only a little; what is left goes to word spaces again. Too long a
 * line shrinks its word spaces and autospace. */
#ifndef TEXT_JUSTIFY_H
#define TEXT_JUSTIFY_H

#include "text/line.h"

enum justify_gap { JUSTIFY_NONE, JUSTIFY_WORD, JUSTIFY_AUTOSPACE, JUSTIFY_CHARACTER, JUSTIFY_GAPS };

struct justify {
    bool is_active;
    int64_t total[JUSTIFY_GAPS];
    int32_t count[JUSTIFY_GAPS], seen[JUSTIFY_GAPS];
    int64_t shrink_total, shrink_capacity, shrink_seen;
};

/* Spreads `extra` units (negative: shrinks) over clusters [start, end). */
void justify_plan(struct justify *plan, const struct shaped *shaped, int32_t start, int32_t end,
    int64_t extra, enum locale_id lang);
/* The space to add after cluster `at`; call once for each cluster of the line, in order. */
int64_t justify_after(struct justify *plan, const struct shaped *shaped, int32_t at, int32_t end);

#endif

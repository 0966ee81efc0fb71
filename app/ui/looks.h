/* looks.h - what one person sets so that they can see and reach: one value, changed by words.
 *
 * A kiosk starts each session with the same; a handheld keeps what its owner set. */
#ifndef UI_LOOKS_H
#define UI_LOOKS_H

#include "ui/theme.h"

struct looks {
    const struct theme *theme; /* of the table */
    bool is_calm;              /* with less chroma */
    float text_scale;          /* 1 to 2 */
    bool low_position, reduced_motion;
    bool page_buttons; /* on a handheld, in the bar; a kiosk always has them */
};

/* What the Display screen offers; other sizes come from the command line. */
#define LOOKS_TEXT_SCALES \
    { 1.0f, 1.5f, 2.0f }

/* `look text N|larger|smaller`, `look theme NAME`, `look calm on|off`, `look low on|off`, `look
 * still on|off`, `look pages on|off`, and `look reset`, which makes it `first`. False when it is no
 * such word. */
bool looks_apply(struct looks *looks, const struct looks *first, struct str action);
bool looks_equal(const struct looks *a, const struct looks *b);

#endif

/* recover.h - what a line may have been meant to be when nothing stands there that was typed: the
 * keyboard stood in the other layout, the input method was stopped in the middle of a syllable, or
 * Japanese was written in letters.
 * Only offers; whether one finds more is seen by asking. */
#ifndef CONTENT_SEARCH_RECOVER_H
#define CONTENT_SEARCH_RECOVER_H

#include "base/arena.h"

enum { RECOVER_MAX = 6 };
struct search_recovery {
    struct str line;
    const char *why;
    bool must_be_whole; /* it is believed only if all its words are there as whole words */
    bool must_be_name;  /* only if it is a name as a whole: what was typed may be a word */
    bool is_sound;      /* what was typed, spelt otherwise: no slip */
    bool may_be_guess;  /* also if some of it is guessed, where what was typed finds nothing */
};
/* The offers, the likeliest first; at most RECOVER_MAX. `is_nowhere`: nothing at all was found. */
size_t search_recover(
    struct arena *arena, struct str line, bool is_nowhere, struct search_recovery *out);
/* Marks and digits run into letters as nobody writes words: g@d@ is ぎじ on a kana keyboard. */
bool search_recover_is_odd(struct str line);

#endif

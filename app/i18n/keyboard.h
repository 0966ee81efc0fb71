/* keyboard.h - what a line would have been, had the keyboard stood in the other layout: gkakakTm is
 * 하마마쓰 and ㅗ디ㅔ is help. Layouts as keyboard.def has them. Whether to believe it is not
 * decided here. */
#ifndef I18N_KEYBOARD_H
#define I18N_KEYBOARD_H

#include "base/arena.h"

enum keyboard_slip {
    KEYBOARD_LETTERS_TO_HANGUL, /* letters were typed, Hangul was meant */
    KEYBOARD_HANGUL_TO_LETTERS,
    KEYBOARD_LETTERS_TO_KANA,
    KEYBOARD_KANA_TO_LETTERS,
    KEYBOARD_SLIP_COUNT,
};

/* The line as it would have been; what no key writes stays. Empty when nothing changes. */
struct str keyboard_slip(struct arena *arena, enum keyboard_slip slip, struct str line);
/* Hangul that nobody writes: a lone jamo, or a syllable outside the 2,350 of KS X 1001. */
bool keyboard_is_odd_hangul(struct str line);

#endif

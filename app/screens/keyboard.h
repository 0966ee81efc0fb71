/* keyboard.h - the keyboard on the screen, for panels that have no other: two-set Hangul, kana in
 * the order of the fifty sounds, and Latin letters; digits in all three. Words found by the search
 * need no conversion to kanji, so there is none. */
#ifndef SCREENS_KEYBOARD_H
#define SCREENS_KEYBOARD_H

#include "base/str.h"
#include "i18n/locale.h"

struct screen_env;
struct ui;

struct keyboard {
    bool is_open;
    bool is_shifted; /* for one key */
    enum locale_id layout;
    enum locale_id layout_for; /* the language it was chosen in: another one brings its own */
};

/* Declares the keys. Their actions are `key X`, `keyboard ...`; see keyboard_apply(). */
/* Whether the panel has room for all of it and for what is found. */
bool keyboard_fits(const struct ui *ui, const struct keyboard *keyboard);
/* `can_enter`: Enter leads somewhere. */
void keyboard_view(struct ui *ui, const struct screen_env *env, bool can_enter);
/* Carries out an action of a key on the text field `key`. Jamo join into the syllable at the caret
 * while it is being typed, and only then does Delete take it back jamo by jamo. False when the
 * action is not the keyboard's. */
bool keyboard_apply(
    struct keyboard *keyboard, struct str action, struct ui *ui, struct str field_key);

#endif

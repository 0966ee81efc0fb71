/* keyboard.h - the keyboard on the screen, for panels that have no other: two-set Hangul, kana in
 * the order of the fifty sounds, on twelve keys to slide or in romaji, Latin letters, digits and
 * signs (keyboard.def). Words found by the search need no conversion to kanji, so there is none. */
#ifndef SCREENS_KEYBOARD_H
#define SCREENS_KEYBOARD_H

#include "base/str.h"
#include "i18n/locale.h"
#include "screens/keyboard_layouts.h"

struct screen_env;
struct ui;

struct keyboard {
    bool is_open;
    bool is_shifted; /* for one key */
    enum keyboard_id layout;
    enum keyboard_id chosen;   /* of the language that has several: the one used last */
    enum locale_id layout_for; /* the language it was chosen in: another one brings its own */
    uint64_t touched_ms;       /* when the kana that is open was touched */
};

/* As a visitor of that language finds it. */
void keyboard_start(struct keyboard *keyboard, enum locale_id locale);
/* Whether the panel has room for all of it and for what is found. */
bool keyboard_fits(const struct ui *ui, const struct keyboard *keyboard);
/* Declares the keys. Their actions are `key X`, `tap KANA`, `keyboard ...`; see keyboard_apply().
 * `can_enter`: Enter leads somewhere. */
void keyboard_view(struct ui *ui, const struct screen_env *env, bool can_enter);
/* Carries out an action of a key on the text field `key`, in typing.c. What is not finished (jamo
 * that join, romaji, a kana that the same key changes) stands at the caret as far as it has come,
 * underlined, and only there does Delete take it back key by key. False when the action is not the
 * keyboard's. */
bool keyboard_apply(struct keyboard *keyboard, struct str action, struct ui *ui,
    struct str field_key, uint64_t now_ms);

#endif

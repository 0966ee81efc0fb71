/* keyboard_layouts.h - which keys stand where: keyboard.def, read key by key. */
#ifndef SCREENS_KEYBOARD_LAYOUTS_H
#define SCREENS_KEYBOARD_LAYOUTS_H

#include "i18n/locale.h"

enum { KEYBOARD_ROWS = 6, KEYBOARD_ANY_SCRIPT = -1 };

enum keyboard_id {
#define KEYBOARD(id, ...) KEYBOARD_##id,
#include "screens/keyboard.def"
#undef KEYBOARD
    KEYBOARD_COUNT
};

struct keyboard_layout {
    const char *name;                   /* of the action that leads here */
    struct str face;                    /* and what stands on its key */
    int script;                         /* enum locale_script, or KEYBOARD_ANY_SCRIPT */
    int columns;                        /* of the widest row */
    const char *rows[KEYBOARD_ROWS][2]; /* plain, and shifted or NULL; a plain NULL ends them */
};

const struct keyboard_layout *keyboard_layout(enum keyboard_id id); /* static */
/* Row by row; NULL behind the last one. */
const char *keyboard_row(enum keyboard_id id, size_t row, bool is_shifted);
bool keyboard_has_shift(enum keyboard_id id);
/* The language's own, or where it has none the first of Latin letters. */
enum keyboard_id keyboard_of(enum locale_id locale);
/* Whether that language is typed with it. */
bool keyboard_is_of(enum keyboard_id id, enum locale_id locale);
/* By its name, or the tag of a language. False for neither. */
bool keyboard_find(struct str name, enum keyboard_id *out);
/* The next of the same language, round the end; the same when there is no other. */
enum keyboard_id keyboard_next_alike(enum keyboard_id id);

#endif

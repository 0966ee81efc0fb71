#include "screens/keyboard_layouts.h"

#include "base/check.h"

static const struct keyboard_layout layouts[] = {
#define KEYBOARD(id, name, script, face, columns, ...) \
    [KEYBOARD_##id] = {name, STR_INIT(face), script, columns, {__VA_ARGS__}},
#include "screens/keyboard.def"
#undef KEYBOARD
};

const struct keyboard_layout *
keyboard_layout(enum keyboard_id id) {
    return &layouts[id];
}

const char *
keyboard_row(enum keyboard_id id, size_t row, bool is_shifted) {
    const char *const *both = row < KEYBOARD_ROWS ? layouts[id].rows[row] : NULL;
    return !both ? NULL : is_shifted && both[1] ? both[1] : both[0];
}

bool
keyboard_has_shift(enum keyboard_id id) {
    bool has_it = false;
    for (size_t i = 0; i < KEYBOARD_ROWS; i++) {
        has_it |= layouts[id].rows[i][1] != NULL;
    }
    return has_it;
}

static enum keyboard_id
first_in(enum locale_script script) {
    size_t i = 0;
    while (i < KEYBOARD_COUNT && layouts[i].script != (int)script) {
        i++;
    }
    return i < KEYBOARD_COUNT ? (enum keyboard_id)i : KEYBOARD_LATIN;
}

enum keyboard_id
keyboard_of(enum locale_id locale) {
    return first_in(locale_script(locale));
}

bool
keyboard_is_of(enum keyboard_id id, enum locale_id locale) {
    return layouts[id].script == layouts[keyboard_of(locale)].script;
}

bool
keyboard_find(struct str name, enum keyboard_id *out) {
    enum locale_id locale;
    for (size_t i = 0; i < KEYBOARD_COUNT; i++) {
        if (str_eq(name, str_from(layouts[i].name))) {
            *out = (enum keyboard_id)i;
            return true;
        }
    }
    bool is_tag = locale_from_tag(name, &locale);
    *out = is_tag ? keyboard_of(locale) : KEYBOARD_LATIN;
    return is_tag;
}

enum keyboard_id
keyboard_next_alike(enum keyboard_id id) {
    size_t next = id;
    do {
        next = (next + 1) % KEYBOARD_COUNT;
    } while (layouts[next].script != layouts[id].script);
    return (enum keyboard_id)next;
}

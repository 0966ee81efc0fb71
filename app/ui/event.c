#include "ui/event.h"

#include "base/check.h"

static const char *const key_names[] = {"None", "Tab", "Shift+Tab", "Enter", "Space", "Escape",
    "Up", "Down", "Left", "Right", "PageUp", "PageDown", "Home", "End", "Backspace", "Delete",
    "Shift+Left", "Shift+Right", "Shift+Home", "Shift+End", "Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V",
    "GoHome", "Help", "Larger", "Smaller", "Plus", "Minus", "Zero"};
_Static_assert(ARRAY_LEN(key_names) == UI_KEY_COUNT, "a name for each key");

bool
ui_event_is_input(enum ui_event_type type) {
    return type > UI_EVENT_NONE && type < UI_FOCUS_LOST;
}

const char *
ui_key_name(enum ui_key key) {
    return key_names[key];
}

bool
ui_key_from_name(struct str name, enum ui_key *out) {
    for (int i = UI_KEY_TAB; i < UI_KEY_COUNT; i++) {
        if (str_eq(name, str_from(key_names[i]))) {
            *out = (enum ui_key)i;
            return true;
        }
    }
    return false;
}

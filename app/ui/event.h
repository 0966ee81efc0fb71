/* event.h - what a person does, whatever the device: fingers, mouse and keys alike; and what
 * becomes of the window meanwhile. Positions are px in the window, times are ms of one monotonic
 * clock. */
#ifndef UI_EVENT_H
#define UI_EVENT_H

#include "base/geom.h"
#include "base/str.h"
#include "ui/display.h"

enum ui_event_type {
    UI_EVENT_NONE,
    UI_POINTER_DOWN,
    UI_POINTER_MOVE,
    UI_POINTER_UP,
    UI_POINTER_CANCEL,
    UI_WHEEL, /* `wheel` in notches; positive y shows what is further up */
    UI_KEY,
    UI_TEXT_INPUT,
    UI_TEXT_EDITING, /* what an input method is composing, not yet part of the text */
    /* From here on nobody did anything on the glass: the session's business, not the nodes'. */
    UI_FOCUS_LOST, /* pointers and keys go elsewhere; their releases may never come */
    UI_FOCUS_GAINED,
    UI_HIDDEN,
    UI_SHOWN,        /* also uncovered: what was on the glass may be gone */
    UI_DISPLAY,      /* `display`: another size, density or panel */
    UI_DEVICE_RESET, /* textures are lost */
    UI_CLOSE,        /* somebody asked the window to close */
    UI_TERMINATE,    /* the system asked the program to end */
};

enum ui_key {
    UI_KEY_NONE,
    UI_KEY_TAB,
    UI_KEY_BACKTAB,
    UI_KEY_ENTER,
    UI_KEY_SPACE,
    UI_KEY_ESCAPE,
    UI_KEY_UP,
    UI_KEY_DOWN,
    UI_KEY_LEFT,
    UI_KEY_RIGHT,
    UI_KEY_PAGE_UP,
    UI_KEY_PAGE_DOWN,
    UI_KEY_HOME,
    UI_KEY_END,
    UI_KEY_BACKSPACE,
    UI_KEY_DELETE,
    UI_KEY_SELECT_LEFT, /* these are of text fields; elsewhere the first four only move */
    UI_KEY_SELECT_RIGHT,
    UI_KEY_SELECT_HOME,
    UI_KEY_SELECT_END,
    UI_KEY_SELECT_ALL,
    UI_KEY_COPY,
    UI_KEY_CUT,
    UI_KEY_PASTE,
    UI_KEY_GO_HOME, /* these are keys of their own on panels (docs/KIOSK.md) */
    UI_KEY_HELP,
    UI_KEY_LARGER,
    UI_KEY_SMALLER,
    UI_KEY_ZOOM_IN, /* of what can be shown near or far; text is typed by other events */
    UI_KEY_ZOOM_OUT,
    UI_KEY_ZOOM_ALL,
    UI_KEY_COUNT
};

/* Which way a finger slid off a key. */
enum ui_side { UI_SIDE_NONE, UI_SIDE_LEFT, UI_SIDE_UP, UI_SIDE_RIGHT, UI_SIDE_DOWN };

#define UI_POINTER_MOUSE 0
#define UI_POINTER_ALL UINT64_MAX /* of a cancel: whatever touches the glass is let go */

struct ui_event {
    enum ui_event_type type;
    bool is_repeat; /* of a key that is held down: it acts, but says nothing of a person */
    uint64_t time_ms;
    uint64_t pointer; /* finger or pen, by an id of its own */
    struct point at, wheel;
    enum ui_key key;
    struct str text; /* UTF-8, borrowed during ui_feed() */
    struct ui_display display;
};

/* True for what a person does on the glass or a keyboard. */
bool ui_event_is_input(enum ui_event_type type);

const char *ui_key_name(enum ui_key key); /* "Tab", "Shift+Tab", "GoHome" */
bool ui_key_from_name(struct str name, enum ui_key *out);

#endif

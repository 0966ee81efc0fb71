/* What the keys on the screen write into a text field. */
#include "screens/keyboard.h"

#include "base/check.h"
#include "base/utf8.h"
#include "i18n/compose_kana.h"
#include "i18n/hangul.h"
#include "i18n/kana.h"
#include "ui/ui.h"

/* So long a second touch on one key of several kana means its next one. */
#define SAME_KEY_MS 1500

/* What stands before the caret, and where in it that begins which is being typed. */
struct typing {
    struct ui *ui;
    struct str field, before;
    size_t open;
};

static struct typing
typing_begin(struct ui *ui, struct str field) {
    struct typing typing = {.ui = ui, .field = field};
    typing.before = ui_field_before(ui, field, &typing.open);
    return typing;
}

static struct str
open_text(const struct typing *typing) {
    return str_slice(typing->before, typing->open, typing->before.n);
}

static size_t
last_start(struct str text) {
    size_t at = text.n;
    if (at > 0) {
        utf8_prev(text, &at);
    }
    return at;
}

static bool
is_jamo(uint32_t c) {
    return c >= 0x3131 && c <= 0x3163;
}

static void
write_open(const struct typing *typing, struct str_buf *text, size_t open) {
    ui_field_retype(typing->ui, typing->field, typing->open, str_buf_str(text), open);
}

/* What was begun is meant as it stands: an n that waits is ん. */
static void
settle(const struct typing *typing, enum keyboard_id layout) {
    struct str_buf text = {0};
    if (typing->open < typing->before.n) {
        str_buf_add(&text, open_text(typing));
        if (layout == KEYBOARD_ROMAJI) {
            compose_kana_finish(&text);
        }
        write_open(typing, &text, 0);
    }
    str_buf_finish(&text);
}

static void
type_delete(const struct typing *typing, enum keyboard_id layout) {
    struct str_buf text = {0};
    if (typing->open == typing->before.n) {
        ui_field_backspace(typing->ui, typing->field);
        return;
    }
    str_buf_add(&text, open_text(typing));
    size_t open;
    if (layout == KEYBOARD_ROMAJI) {
        open = compose_kana_backspace(&text);
    } else {
        hangul_backspace(&text);
        open = text.n;
    }
    write_open(typing, &text, open);
    str_buf_finish(&text);
}

static void
type_change(const struct typing *typing, enum kana_change change) {
    struct str_buf text = {0};
    size_t last = last_start(typing->before);
    str_buf_add(&text, str_slice(typing->before, last, typing->before.n));
    kana_change_last(&text, change);
    ui_field_retype(typing->ui, typing->field, last, str_buf_str(&text), 0);
    str_buf_finish(&text);
}

static void
type_character(const struct typing *typing, enum keyboard_id layout, uint32_t c) {
    struct str_buf text = {0};
    size_t open = 0;
    str_buf_add(&text, open_text(typing));
    if (layout == KEYBOARD_ROMAJI) {
        open = compose_kana_type(&text, c);
    } else if (is_jamo(c)) {
        hangul_type(&text, c);
        open = text.n - last_start(str_buf_str(&text));
    } else {
        str_buf_utf8(&text, c);
    }
    write_open(typing, &text, open);
    str_buf_finish(&text);
}

/* One key of several kana: its first, or in the place of what it wrote a moment ago, the next. */
static void
type_kana_of(
    const struct typing *typing, struct keyboard *keyboard, struct str all, uint64_t now_ms) {
    struct str_buf text = {0};
    struct str last = open_text(typing);
    size_t at = last.n > 0 ? str_find(all, last) : SIZE_MAX;
    bool is_again = at != SIZE_MAX && now_ms - keyboard->touched_ms < SAME_KEY_MS;
    size_t from = is_again ? at + last.n : 0, to = from;
    if (from == all.n) {
        from = to = 0;
    }
    utf8_next(all, &to);
    if (!is_again) {
        str_buf_add(&text, last);
    }
    str_buf_add(&text, str_slice(all, from, to));
    write_open(typing, &text, to - from);
    str_buf_finish(&text);
    keyboard->touched_ms = now_ms;
}

static void
type_key(struct keyboard *keyboard, const struct typing *typing, struct str what) {
    static const struct {
        struct str key;
        enum kana_change change;
    } changes[] = {
        {STR_INIT("゛"), KANA_VOICED},
        {STR_INIT("゜"), KANA_SEMI_VOICED},
        {STR_INIT("小"), KANA_SMALL},
        {STR_INIT("変"), KANA_NEXT_FORM},
    };
    size_t at = 0;
    for (size_t i = 0; i < ARRAY_LEN(changes); i++) {
        if (str_eq(what, changes[i].key)) {
            type_change(typing, changes[i].change);
            return;
        }
    }
    if (str_eq(what, STR("delete"))) {
        type_delete(typing, keyboard->layout);
    } else if (str_eq(what, STR("end"))) {
        settle(typing, keyboard->layout);
    } else if (what.n > 0) {
        uint32_t c = str_eq(what, STR("space")) ? ' ' : utf8_next(what, &at);
        type_character(typing, keyboard->layout, c);
    }
    keyboard->is_shifted = false;
}

/* Back in a language of several keyboards it is the one that was chosen there. */
static void
change_layout(struct keyboard *keyboard, struct str name) {
    enum keyboard_id next;
    if (!keyboard_find(name, &next)) {
        return;
    }
    bool is_alike = keyboard_layout(next)->script == keyboard_layout(keyboard->chosen)->script;
    bool is_named = str_eq(name, str_from(keyboard_layout(next)->name));
    keyboard->layout = is_alike && !is_named ? keyboard->chosen : next;
    if (keyboard_next_alike(keyboard->layout) != keyboard->layout) {
        keyboard->chosen = keyboard->layout;
    }
    keyboard->is_shifted = false;
}

void
keyboard_start(struct keyboard *keyboard, enum locale_id locale) {
    keyboard->layout = keyboard->chosen = keyboard_of(locale);
    keyboard->layout_for = locale;
    keyboard->is_shifted = false;
}

bool
keyboard_apply(struct keyboard *keyboard, struct str action, struct ui *ui, struct str field_key,
    uint64_t now_ms) {
    struct str rest = action, verb;
    bool is_key = str_split(&rest, ' ', &verb) && str_eq(verb, STR("key"));
    bool is_tap = str_eq(verb, STR("tap"));
    if (!is_key && !is_tap && !str_eq(verb, STR("keyboard"))) {
        return false;
    }
    if (!is_key && !is_tap && str_eq(rest, STR("shift"))) {
        keyboard->is_shifted = !keyboard->is_shifted;
        return true;
    }
    if (!is_key && !is_tap && str_eq(rest, STR("toggle"))) {
        keyboard->is_open = !keyboard->is_open;
        return true;
    }
    struct typing typing = typing_begin(ui, field_key);
    if (is_key) {
        type_key(keyboard, &typing, rest);
    } else if (is_tap) {
        type_kana_of(&typing, keyboard, rest, now_ms);
    } else {
        settle(&typing, keyboard->layout);
        change_layout(keyboard, rest);
    }
    return true;
}

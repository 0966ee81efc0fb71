#include "ui/ui_private.h"

#include "base/utf8.h"

#include <string.h>

struct ui_field *
ui_field_of(struct ui *ui, uint64_t id) {
    struct ui_field *oldest = &ui->fields[0];
    for (size_t i = 0; i < UI_FIELDS; i++) {
        if (ui->fields[i].id == id) {
            return &ui->fields[i];
        }
        if (oldest->id != 0 && (ui->fields[i].id == 0 || ui->fields[i].seen < oldest->seen)) {
            oldest = &ui->fields[i];
        }
    }
    memset(oldest, 0, sizeof(*oldest));
    oldest->id = id;
    oldest->seen = ui->frame_number;
    return oldest;
}

/* Fields are known by screen and key alone, so that a screen can set one before it shows it. */
uint64_t
ui_field_id(struct str screen, struct str key) {
    return ui_scroll_id(screen, key) ^ 0xF1E1D;
}

struct str
ui_field_text(const struct ui *ui, struct str key) {
    uint64_t id = ui_field_id(ui->frame.screen, key);
    for (size_t i = 0; i < UI_FIELDS; i++) {
        if (ui->fields[i].id == id) {
            return (struct str){ui->fields[i].text, ui->fields[i].length};
        }
    }
    return (struct str){0};
}

void
ui_field_set(struct ui *ui, struct str key, struct str text) {
    struct ui_field *field = ui_field_of(ui, ui_field_id(ui->frame.screen, key));
    size_t n = text.n < UI_FIELD_BYTES - 1 ? text.n : UI_FIELD_BYTES - 1;
    while (n > 0 && n < text.n && ((unsigned char)text.p[n] & 0xC0) == 0x80) {
        n--; /* never half a character */
    }
    if (n > 0) {
        memmove(field->text, text.p, n);
    }
    field->length = field->caret = n;
    ui->is_dirty = true;
}

static size_t
before(const struct ui_field *field) {
    size_t at = field->caret;
    if (at > 0) {
        utf8_prev((struct str){field->text, field->length}, &at);
    }
    return at;
}

static size_t
after(const struct ui_field *field) {
    size_t at = field->caret;
    if (at < field->length) {
        utf8_next((struct str){field->text, field->length}, &at);
    }
    return at;
}

static void
erase(struct ui_field *field, size_t from, size_t to) {
    memmove(field->text + from, field->text + to, field->length - to);
    field->length -= to - from;
    field->caret = from;
    field->changed = true;
}

/* Arrows up and down, Tab and Escape are left to the focus. */
bool
ui_field_key(struct ui *ui, const struct ui_node *node, enum ui_key key) {
    struct ui_field *field = ui_field_of(ui, node->id);
    switch (key) {
    case UI_KEY_LEFT:
        field->caret = before(field);
        return true;
    case UI_KEY_RIGHT:
        field->caret = after(field);
        return true;
    case UI_KEY_HOME:
        field->caret = 0;
        return true;
    case UI_KEY_END:
        field->caret = field->length;
        return true;
    case UI_KEY_BACKSPACE:
        erase(field, before(field), field->caret);
        return true;
    case UI_KEY_DELETE:
        erase(field, field->caret, after(field));
        return true;
    case UI_KEY_SPACE:
        return true; /* arrives as text */
    default:
        return false;
    }
}

/* A composition that does not fit, or is not UTF-8, is not shown; what it becomes arrives as text.
 */
void
ui_field_compose(struct ui *ui, const struct ui_node *node, struct str text) {
    struct ui_field *field = ui_field_of(ui, node->id);
    size_t bad_at, n = text.n < UI_COMPOSITION_BYTES && utf8_valid(text, &bad_at) ? text.n : 0;
    if (n > 0) {
        memcpy(field->composition, text.p, n);
    }
    field->composition[n] = 0;
}

bool
ui_field_type(struct ui *ui, const struct ui_node *node, struct str text) {
    struct ui_field *field = ui_field_of(ui, node->id);
    size_t bad_at;
    if (text.n == 0 || field->length + text.n >= UI_FIELD_BYTES || !utf8_valid(text, &bad_at)) {
        return false;
    }
    memmove(field->text + field->caret + text.n, field->text + field->caret,
        field->length - field->caret);
    memcpy(field->text + field->caret, text.p, text.n);
    field->length += text.n;
    field->caret += text.n;
    field->changed = true;
    field->composition[0] = 0;
    return true;
}

bool
ui_field_action(struct ui *ui, struct str action) {
    struct str word;
    if (!str_split(&action, ' ', &word) || !str_eq(word, STR("clear"))) {
        return false;
    }
    struct ui_field *field = ui_field_of(ui, ui_field_id(ui->frame.screen, action));
    memset(field->text, 0, sizeof(field->text));
    field->length = field->caret = 0;
    field->changed = true;
    ui->focused = field->id;
    return true;
}

#include "ui/ui_private.h"

#include "base/utf8.h"
#include "text/caret.h"

#include <string.h>

/* An input method that is told to end its composition commits it once more, late. */
#define GHOST_MS 300

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
    explicit_bzero(oldest, sizeof(*oldest));
    oldest->id = id;
    oldest->seen = ui->frame_number;
    return oldest;
}

const struct ui_field *
ui_field_find(const struct ui *ui, uint64_t id) {
    for (size_t i = 0; id != 0 && i < UI_FIELDS; i++) {
        if (ui->fields[i].id == id) {
            return &ui->fields[i];
        }
    }
    return NULL;
}

/* Fields are known by screen and key alone, so that a screen can set one before it shows it. */
uint64_t
ui_field_id(struct str screen, struct str key) {
    return ui_scroll_id(screen, key) ^ 0xF1E1D;
}

static struct str
text_of(const struct ui_field *field) {
    return (struct str){field->text, field->length};
}

struct str
ui_field_text(const struct ui *ui, struct str key) {
    const struct ui_field *field = ui_field_find(ui, ui_field_id(ui->frame.screen, key));
    return field ? text_of(field) : (struct str){0};
}

struct str
ui_field_line(const struct ui_field *field, struct arena *arena) {
    return arena_printf(arena, "%.*s%.*s%.*s", (int)field->caret, field->text,
        (int)field->composing, field->composition, (int)(field->length - field->caret),
        field->text + field->caret);
}

struct str
ui_field_shown(const struct ui *ui, struct str key, struct arena *arena) {
    const struct ui_field *field = ui_field_find(ui, ui_field_id(ui->frame.screen, key));
    return field ? ui_field_line(field, arena) : (struct str){0};
}

bool
ui_field_is_composing(const struct ui *ui, struct str key) {
    const struct ui_field *field = ui_field_find(ui, ui_field_id(ui->frame.screen, key));
    return field && (field->composing > 0 || field->open > 0);
}

struct str
ui_field_selected(const struct ui_field *field) {
    bool backwards = field->anchor > field->caret;
    return str_slice(text_of(field), backwards ? field->caret : field->anchor,
        backwards ? field->anchor : field->caret);
}

size_t
ui_field_count(const struct ui_field *field) {
    return utf8_count(text_of(field));
}

static bool
is_control(uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

/* What of `text` a field with room for `room` code points takes, written to `out`. */
static size_t
fit(struct ui *ui, struct str text, size_t room, char out[UI_FIELD_BYTES + 4]) {
    size_t n = 0, at = 0;
    for (size_t taken = 0; at < text.n && taken < room; taken++) {
        uint32_t c = utf8_next(text, &at);
        n += utf8_encode(is_control(c) ? ' ' : c, out + n);
    }
    if (at < text.n) { /* never half a cluster: the next code point may belong to the last one */
        size_t next = at;
        uint32_t c = utf8_next(text, &next);
        size_t more = utf8_encode(is_control(c) ? ' ' : c, out + n);
        n = text_cluster_start(ui->engine, (struct str){out, n + more}, n);
    }
    return n;
}

bool
ui_field_replace(struct ui *ui, struct ui_field *field, size_t from, size_t to, struct str text) {
    char taken[UI_FIELD_BYTES + 4];
    size_t bad_at, kept = ui_field_count(field) - utf8_count(str_slice(text_of(field), from, to));
    if (!utf8_valid(text, &bad_at)) {
        return false;
    }
    size_t n = fit(ui, text, UI_FIELD_CHARACTERS - kept, taken);
    if (n == 0 && from == to) {
        return false;
    }
    memmove(field->text + from + n, field->text + to, field->length - to);
    memcpy(field->text + from, taken, n);
    field->length += n - (to - from);
    explicit_bzero(field->text + field->length, UI_FIELD_BYTES - field->length);
    explicit_bzero(taken, sizeof(taken));
    field->caret = field->anchor = from + n;
    field->open = 0;
    field->changed = true;
    ui->is_dirty = true;
    return true;
}

static bool
insert(struct ui *ui, struct ui_field *field, struct str text) {
    struct str selected = ui_field_selected(field);
    size_t from = (size_t)(selected.p - field->text);
    return ui_field_replace(ui, field, from, from + selected.n, text);
}

static void
end_composition(struct ui *ui, struct ui_field *field) {
    explicit_bzero(field->composition, sizeof(field->composition));
    field->composing = 0;
    ui->is_dirty = true;
}

void
ui_field_set(struct ui *ui, struct str key, struct str text) {
    struct ui_field *field = ui_field_of(ui, ui_field_id(ui->frame.screen, key));
    bool was_changed = field->changed;
    end_composition(ui, field);
    ui_field_replace(ui, field, 0, field->length, text);
    field->changed = was_changed; /* nobody typed it */
    ui->is_dirty = true;
}

void
ui_field_commit(struct ui *ui) {
    struct ui_field *field = (struct ui_field *)(uintptr_t)ui_field_find(ui, ui->focused);
    if (!field || field->composing == 0) {
        return;
    }
    memcpy(ui->committed.text, field->composition, field->composing);
    ui->committed.length = field->composing;
    ui->committed.time_ms = ui->now_ms;
    ui->duty = UI_DUTY_END_COMPOSITION;
    struct str text = {ui->committed.text, ui->committed.length};
    end_composition(ui, field);
    insert(ui, field, text);
}

void
ui_set_focused(struct ui *ui, uint64_t id) {
    if (id != ui->focused) {
        ui_field_commit(ui);
        ui->focused = id;
    }
}

enum ui_duty
ui_take_duty(struct ui *ui) {
    enum ui_duty duty = ui->duty;
    ui->duty = UI_DUTY_NONE;
    return duty;
}

/* What was committed here a moment ago comes once more from the input method. */
static bool
is_ghost(struct ui *ui, struct str text) {
    bool is_same = ui->committed.length > 0 &&
                   str_eq(text, (struct str){ui->committed.text, ui->committed.length}) &&
                   ui->now_ms - ui->committed.time_ms < GHOST_MS;
    if (is_same) {
        ui->committed.length = 0;
    }
    return is_same;
}

/* A composition that is not UTF-8 is not shown; what it becomes arrives as text. */
bool
ui_field_compose(struct ui *ui, struct ui_field *field, struct str text) {
    size_t bad_at;
    bool had_one = field->composing > 0;
    end_composition(ui, field);
    if (text.n > 0 && utf8_valid(text, &bad_at)) {
        char taken[UI_FIELD_BYTES + 4];
        if (ui_field_selected(field).n > 0) {
            insert(ui, field, (struct str){0});
        }
        size_t n = fit(ui, text, UI_FIELD_CHARACTERS - ui_field_count(field), taken);
        memcpy(field->composition, taken, n);
        explicit_bzero(taken, sizeof(taken));
        field->composing = n;
        field->open = 0;
        ui->committed.length = 0;
    }
    return had_one || field->composing > 0;
}

bool
ui_field_type(struct ui *ui, struct ui_field *field, struct str text) {
    if (is_ghost(ui, text)) {
        return false;
    }
    end_composition(ui, field);
    return text.n > 0 && insert(ui, field, text);
}

struct str
ui_field_before(struct ui *ui, struct str key, size_t *open) {
    struct ui_field *field = ui_field_of(ui, ui_field_id(ui->frame.screen, key));
    ui_field_commit(ui);
    struct str selected = ui_field_selected(field);
    size_t end = (size_t)(selected.p - field->text);
    *open = selected.n > 0 || field->open > end ? end : end - field->open;
    return str_slice(text_of(field), 0, end);
}

void
ui_field_take_focus(struct ui *ui, const struct ui_field *field) {
    if (!ui->focus_visible) { /* who walks from key to key with Tab stays on the key */
        ui_set_focused(ui, field->id);
    }
}

void
ui_field_retype(struct ui *ui, struct str key, size_t from, struct str text, size_t open) {
    struct ui_field *field = ui_field_of(ui, ui_field_id(ui->frame.screen, key));
    struct str selected = ui_field_selected(field);
    size_t end = (size_t)(selected.p + selected.n - field->text);
    size_t less = utf8_count(str_slice(text_of(field), from, end));
    ui_field_take_focus(ui, field);
    if (ui_field_count(field) - less + utf8_count(text) <= UI_FIELD_CHARACTERS &&
        ui_field_replace(ui, field, from, end, text)) {
        field->open = open;
    }
}

bool
ui_field_action(struct ui *ui, struct str action) {
    struct str word;
    if (!str_split(&action, ' ', &word) || !str_eq(word, STR("clear"))) {
        return false;
    }
    struct ui_field *field = ui_field_of(ui, ui_field_id(ui->frame.screen, action));
    end_composition(ui, field);
    ui_field_replace(ui, field, 0, field->length, (struct str){0});
    ui_set_focused(ui, field->id);
    return true;
}

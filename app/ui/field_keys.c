/* What keys do to the text of a field. A key that arrives while something is composed is one the
 * input method did not take: the composition is committed first. */
#include "ui/ui_private.h"

#include "base/utf8.h"
#include "text/caret.h"

#include <string.h>

/* In text that runs from right to left the arrow to the left leads on. */
static bool
leads_on(const struct para *para, enum ui_key key) {
    bool is_rtl = para->cluster_count > 0 && para->clusters[0].is_rtl;
    bool is_right = key == UI_KEY_RIGHT || key == UI_KEY_SELECT_RIGHT;
    return is_right != is_rtl;
}

static size_t
stop_beside(struct ui *ui, const struct ui_field *field, bool forward) {
    const struct para *para = ui_edit_para(ui, field);
    return forward ? para_next_stop(para, field->caret) : para_previous_stop(para, field->caret);
}

/* Without Shift, what was selected only lets go: at the end towards which one went. */
static void
move(struct ui *ui, struct ui_field *field, enum ui_key key) {
    bool forward = leads_on(ui_edit_para(ui, field), key);
    bool selects = key == UI_KEY_SELECT_LEFT || key == UI_KEY_SELECT_RIGHT;
    struct str selected = ui_field_selected(field);
    if (!selects && selected.n > 0) {
        size_t start = (size_t)(selected.p - field->text);
        field->caret = forward ? start + selected.n : start;
    } else {
        field->caret = stop_beside(ui, field, forward);
    }
    field->anchor = selects ? field->anchor : field->caret;
}

static void
erase(struct ui *ui, struct ui_field *field, bool forward) {
    struct str selected = ui_field_selected(field);
    size_t from = (size_t)(selected.p - field->text), to = from + selected.n;
    if (selected.n == 0 && forward) {
        to = stop_beside(ui, field, true);
    } else if (selected.n == 0) {
        uint32_t rest;
        struct str text = {field->text, field->length};
        from = text_delete_before(ui->engine, text, field->caret, false, &rest);
    }
    ui_field_replace(ui, field, from, to, (struct str){0});
}

/* One jamo less of a Hangul syllable, one cluster less of anything else. */
static bool
shorten_composition(struct ui *ui, struct ui_field *field) {
    uint32_t rest;
    struct str text = {field->composition, field->composing};
    size_t n = text_delete_before(ui->engine, text, text.n, true, &rest);
    n += rest ? utf8_encode(rest, field->composition + n) : 0;
    explicit_bzero(field->composition + n, UI_FIELD_BYTES - n);
    field->composing = n;
    return true;
}

static bool
copy(struct ui *ui, struct ui_field *field, bool cuts) {
    struct str selected = ui_field_selected(field);
    if (ui->clipboard && selected.n > 0 && ui->clipboard->copy(ui->clipboard->host, selected) &&
        cuts) {
        erase(ui, field, true);
    }
    return true;
}

static bool
paste(struct ui *ui, struct ui_field *field) {
    struct str_buf text = {0};
    if (ui->clipboard && ui->clipboard->paste(ui->clipboard->host, &text)) {
        struct str selected = ui_field_selected(field);
        size_t from = (size_t)(selected.p - field->text);
        ui_field_replace(ui, field, from, from + selected.n, str_buf_str(&text));
    }
    str_buf_finish(&text);
    return true;
}

static bool
select_from(struct ui_field *field, size_t anchor, size_t caret) {
    field->anchor = anchor;
    field->caret = caret;
    return true;
}

static bool
edit(struct ui *ui, struct ui_field *field, enum ui_key key) {
    switch (key) {
    case UI_KEY_LEFT:
    case UI_KEY_RIGHT:
    case UI_KEY_SELECT_LEFT:
    case UI_KEY_SELECT_RIGHT:
        move(ui, field, key);
        return true;
    case UI_KEY_HOME:
        return select_from(field, 0, 0);
    case UI_KEY_END:
        return select_from(field, field->length, field->length);
    case UI_KEY_SELECT_HOME:
        return select_from(field, field->anchor, 0);
    case UI_KEY_SELECT_END:
        return select_from(field, field->anchor, field->length);
    case UI_KEY_SELECT_ALL:
        return select_from(field, 0, field->length);
    case UI_KEY_BACKSPACE:
    case UI_KEY_DELETE:
        erase(ui, field, key == UI_KEY_DELETE);
        return true;
    case UI_KEY_COPY:
    case UI_KEY_CUT:
        return copy(ui, field, key == UI_KEY_CUT);
    case UI_KEY_PASTE:
        return paste(ui, field);
    case UI_KEY_SPACE:
        return true; /* arrives as text */
    default:
        return false; /* arrows up and down, Tab, Enter and Escape are left to the page */
    }
}

bool
ui_field_key(struct ui *ui, struct ui_field *field, enum ui_key key) {
    if (field->composing > 0 && key == UI_KEY_BACKSPACE) {
        return shorten_composition(ui, field);
    }
    if (field->composing > 0 && key == UI_KEY_ESCAPE) {
        ui->duty = UI_DUTY_END_COMPOSITION; /* the input method drops it, too */
        return ui_field_compose(ui, field, (struct str){0});
    }
    ui_field_commit(ui);
    bool is_taken = edit(ui, field, key);
    field->open = is_taken ? 0 : field->open;
    return is_taken;
}

void
ui_field_backspace(struct ui *ui, struct str key) {
    struct ui_field *field = ui_field_of(ui, ui_field_id(ui->frame.screen, key));
    ui_field_take_focus(ui, field);
    ui_field_key(ui, field, UI_KEY_BACKSPACE);
}

void
ui_set_clipboard(struct ui *ui, const struct ui_clipboard *clipboard) {
    ui->clipboard = clipboard;
}

#include "ui/widgets/parts.h"

#include "base/utf8.h"

#include <math.h>

#define TINY_DP 180.0f
#define COUNT_SHOWN_FROM (UI_FIELD_CHARACTERS - 20)

/* What was typed and what an input method is about to insert, as one line: letters join and run
 * their way across both. */
static void
typed(struct ui *ui, const struct ui_field *field, bool is_focused) {
    struct str selected = ui_field_selected(field);
    size_t start = (size_t)(selected.p - field->text), caret = field->caret;
    struct ui_edit *edit = ARENA_NEW(ui_arena(ui), struct ui_edit);
    *edit = (struct ui_edit){.caret = caret + field->composing,
        .select_start = start,
        .select_end = start + selected.n,
        .compose_start = caret - (field->open < caret ? field->open : caret),
        .compose_end = caret + field->composing,
        .has_caret = is_focused};
    ui_text(ui, ui_field_line(field, ui_arena(ui)), ui_locale(ui),
        (struct ui_text_spec){.style = TYPE_BODY, .decorative = true, .no_wrap = true});
    ui_tree(ui)->nodes[ui_tree(ui)->count - 1].edit = edit;
}

/* How much room is left, once it is little; at the end typing stops, and this says why. */
static void
count(struct ui *ui, const struct ui_field *field) {
    size_t n =
        ui_field_count(field) + utf8_count((struct str){field->composition, field->composing});
    if (n >= COUNT_SHOWN_FROM) {
        part_line(ui, arena_printf(ui_arena(ui), "%zu/%d", n, UI_FIELD_CHARACTERS), UI_LANG_FRAME,
            TYPE_CAPTION, n >= UI_FIELD_CHARACTERS ? COLOR_TOUCH_DEEP : COLOR_INK2);
    }
}

static void
clear_button(struct ui *ui, const struct ui_search_field *field) {
    ui_open(ui, (struct ui_box){.key = STR("clear"),
                    .padding = ui_pad(SPACE_S),
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_CENTER,
                    .radius = RADIUS_M,
                    .background = COLOR_CARD,
                    .raised = true,
                    .role = ROLE_BUTTON,
                    .label = field->clear_label,
                    .action = arena_printf(ui_arena(ui), "clear %.*s", STR_ARG(field->key))});
    ui_icon(ui, (struct ui_icon_spec){.name = STR("close"), .color = COLOR_TOUCH});
    ui_close(ui);
}

static void
key_button(struct ui *ui, const struct ui_search_field *field) {
    if (field->key_icon.n) {
        ui_icon_button(ui, (struct ui_icon_button){.key = STR("toggle"),
                               .icon = field->key_icon,
                               .label = field->key_label,
                               .action = field->key_action});
    }
}

float
ui_search_field_px(const struct ui *ui) {
    const struct metrics *m = ui_metrics(ui);
    float line = m->type[TYPE_BODY][ui_locale(ui)].line_px + 2 * metrics_px(m, SPACE_S);
    return fmaxf(line, m->target_px) + 2 * metrics_px(m, SPACE_M);
}

bool
ui_search_field(struct ui *ui, struct ui_search_field field) {
    struct ui_field *state = ui_field_of(ui, ui_field_id(ui->frame.screen, field.key));
    bool is_focused = ui->focused == state->id, changed = state->changed;
    state->changed = false;
    ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_S, .align = UI_ALIGN_CENTER});
    ui_open(ui, (struct ui_box){.key = field.key,
                    .axis = UI_ROW,
                    .gap = SPACE_M,
                    .grow = 1,
                    .padding = ui_pad2(SPACE_S, SPACE_L),
                    .align = UI_ALIGN_CENTER,
                    .background = COLOR_CARD,
                    .border = is_focused ? COLOR_INDIGO : COLOR_EDGE,
                    .border_width = is_focused ? 3 : 1,
                    .radius = RADIUS_M,
                    .role = ROLE_TEXTFIELD,
                    .label = field.label,
                    .value = arena_str(ui_arena(ui), (struct str){state->text, state->length}),
                    .autofocus = field.autofocus,
                    .action = field.action});
    ui_icon(ui, (struct ui_icon_spec){.name = STR("search"), .color = COLOR_INDIGO});
    bool is_empty = state->length == 0 && state->composing == 0;
    ui_open(ui, (struct ui_box){.axis = UI_OVERLAY, .grow = 1});
    if (is_empty && ui_metrics(ui)->width_dp >= TINY_DP) { /* it would take several lines */
        part_label(ui, field.placeholder, UI_LANG_FRAME, TYPE_BODY, COLOR_INK2);
    }
    /* longer than the field: the caret stays in view */
    ui_open(ui, (struct ui_box){.key = arena_printf(ui_arena(ui), "%.*s-text", STR_ARG(field.key)),
                    .axis = UI_ROW,
                    .scroll = UI_SCROLL_X,
                    .align = UI_ALIGN_CENTER});
    if (is_focused || !is_empty) {
        typed(ui, state, is_focused);
    }
    ui_close(ui);
    ui_close(ui);
    count(ui, state);
    ui_close(ui);
    if (state->length > 0) {
        clear_button(ui, &field);
    }
    key_button(ui, &field);
    ui_close(ui);
    return changed;
}

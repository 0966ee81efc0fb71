#include "ui/widgets/parts.h"

/* What an input method is about to insert, underlined. */
static void
composing(struct ui *ui, const struct ui_field *field, struct ui_text_spec spec) {
    if (!field->composition[0]) {
        return;
    }
    ui_open(ui, (struct ui_box){0});
    spec.color = COLOR_LINK;
    ui_text(ui, arena_str(ui_arena(ui), str_from(field->composition)), ui_locale(ui), spec);
    ui_open(ui, (struct ui_box){.height = 2, .background = COLOR_ACCENT});
    ui_close(ui);
    ui_close(ui);
}

/* What was typed, with the caret between its two halves while the field has the focus. */
static void
typed(struct ui *ui, const struct ui_field *field, bool is_focused) {
    struct str text = arena_str(ui_arena(ui), (struct str){field->text, field->length});
    struct ui_text_spec spec = {.style = TYPE_BODY, .decorative = true, .no_wrap = true};
    size_t caret = field->caret < text.n ? field->caret : text.n;
    if (caret > 0) {
        ui_text(ui, str_slice(text, 0, caret), ui_locale(ui), spec);
    }
    composing(ui, field, spec);
    if (is_focused) {
        ui_open(
            ui, (struct ui_box){
                    .width = 2, .height = 24, .background = COLOR_ACCENT, .self = UI_SELF_CENTER});
        ui_close(ui);
    }
    if (caret < text.n) {
        ui_text(ui, str_slice(text, caret, text.n), ui_locale(ui), spec);
    }
}

static void
clear_button(struct ui *ui, const struct ui_search_field *field) {
    ui_open(ui, (struct ui_box){.key = STR("clear"),
                    .padding = ui_pad(SPACE_S),
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_CENTER,
                    .radius = RADIUS_M,
                    .role = ROLE_BUTTON,
                    .label = field->clear_label,
                    .action = arena_printf(ui_arena(ui), "clear %.*s", STR_ARG(field->key))});
    ui_icon(ui, (struct ui_icon_spec){.name = STR("close"), .color = COLOR_TEXT_SUBTLE});
    ui_close(ui);
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
                    .background = COLOR_SURFACE,
                    .border = is_focused ? COLOR_ACCENT : COLOR_BORDER,
                    .border_width = is_focused ? 2 : 1,
                    .radius = RADIUS_M,
                    .role = ROLE_TEXTFIELD,
                    .label = field.label,
                    .value = arena_str(ui_arena(ui), (struct str){state->text, state->length}),
                    .action = field.action});
    ui_icon(ui, (struct ui_icon_spec){.name = STR("search"), .color = COLOR_ACCENT});
    /* longer than the field: the end, where one types, stays in view */
    ui_open(ui, (struct ui_box){.key = arena_printf(ui_arena(ui), "%.*s-text", STR_ARG(field.key)),
                    .axis = UI_ROW,
                    .grow = 1,
                    .scroll = UI_SCROLL_X,
                    .at_end = state->length > 0,
                    .align = UI_ALIGN_CENTER});
    typed(ui, state, is_focused);
    if (state->length == 0 && !state->composition[0]) {
        part_label(ui, field.placeholder, UI_LANG_FRAME, TYPE_BODY, COLOR_TEXT_DISABLED);
    }
    ui_close(ui);
    ui_close(ui);
    if (state->length > 0) {
        clear_button(ui, &field);
    }
    ui_close(ui);
    return changed;
}

#include "ui/widgets/parts.h"

static struct ui_node *
open_node(struct ui *ui) {
    return &ui_tree(ui)->nodes[ui->stack[ui->depth - 1]];
}

static struct str
spoken(struct ui *ui, const struct ui_aside *aside) {
    struct str word = ui->chrome.note_label;
    return aside->about.n == 0
               ? word
               : arena_printf(ui_arena(ui), "%.*s: %.*s", STR_ARG(word), STR_ARG(aside->about));
}

/* `with_word`: it stands alone on its line, and says what it is. */
static bool
button(struct ui *ui, const struct ui_aside *aside, bool with_word) {
    ui_open(ui, (struct ui_box){.key = aside->key.n ? aside->key : STR("note"),
                    .axis = UI_ROW,
                    .gap = SPACE_S,
                    .padding = with_word ? ui_pad2(0, SPACE_XS) : ui_pad(0),
                    .align = UI_ALIGN_CENTER,
                    .justify = with_word ? UI_JUSTIFY_START : UI_JUSTIFY_CENTER,
                    .self = with_word ? UI_SELF_START : UI_SELF_AUTO,
                    .no_shrink = true,
                    .radius = RADIUS_M,
                    .role = ROLE_BUTTON,
                    .label = spoken(ui, aside),
                    .action = STR("note")});
    bool open = ui_aside_is_open(ui, open_node(ui)->id);
    open_node(ui)->box.disclosure = open ? UI_EXPANDED : UI_COLLAPSED;
    ui_icon(
        ui, (struct ui_icon_spec){
                .name = open ? STR("note-open") : STR("info"), .size = 26, .color = COLOR_TOUCH});
    if (with_word) {
        part_label(ui, ui->chrome.note_label, UI_LANG_FRAME, TYPE_LABEL, COLOR_TOUCH_DEEP);
    }
    ui_close(ui);
    return open;
}

/* A key as others: pressed in, so to speak, while it is open. */
bool
ui_more_button(struct ui *ui, const struct ui_more *more) {
    ui_open(ui, (struct ui_box){.key = more->key,
                    .axis = UI_ROW,
                    .gap = SPACE_S,
                    .padding = ui_pad2(4, SPACE_M),
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_CENTER,
                    .no_shrink = true,
                    .radius = RADIUS_M,
                    .background = COLOR_CARD,
                    .border = COLOR_EDGE,
                    .raised = true,
                    .elevation = 1,
                    .role = ROLE_BUTTON,
                    .label = more->spoken,
                    .action = STR("note")});
    struct ui_box *box = &open_node(ui)->box;
    bool open = ui_aside_is_open(ui, open_node(ui)->id);
    box->disclosure = open ? UI_EXPANDED : UI_COLLAPSED;
    ui_icon(ui, (struct ui_icon_spec){.name = open ? STR("up") : more->icon, .color = COLOR_TOUCH});
    part_label(ui, more->label, UI_LANG_FRAME, TYPE_LABEL, COLOR_INK);
    ui_close(ui);
    return open;
}

bool
ui_aside_button(struct ui *ui, const struct ui_aside *aside) {
    return aside->text.n > 0 && button(ui, aside, false);
}

void
ui_aside_text(struct ui *ui, const struct ui_aside *aside) {
    ui_open(ui, (struct ui_box){.axis = UI_ROW, .background = COLOR_SUNK});
    ui_open(ui, (struct ui_box){.width = 4, .background = COLOR_INDIGO});
    ui_close(ui);
    ui_open(ui, (struct ui_box){.padding = ui_pad2(SPACE_S, SPACE_M), .grow = 1});
    ui_text(ui, aside->text, ui_locale(ui),
        (struct ui_text_spec){
            .style = TYPE_BODY, .spans = aside->spans, .span_count = aside->span_count});
    ui_close(ui);
    ui_close(ui);
}

void
ui_aside(struct ui *ui, struct ui_aside aside) {
    if (aside.text.n > 0) {
        ui_open(ui, (struct ui_box){.gap = SPACE_XS});
        if (button(ui, &aside, true)) {
            ui_aside_text(ui, &aside);
        }
        ui_close(ui);
    }
}

void
ui_noted_open(struct ui *ui, enum ui_align align) {
    ui_open(ui, (struct ui_box){.gap = SPACE_XS});
    ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_S, .align = align});
    ui_open(ui, (struct ui_box){.grow = 1, .gap = SPACE_XS});
}

void
ui_noted_close(struct ui *ui, const struct ui_aside *aside) {
    ui_close(ui);
    bool open = ui_aside_button(ui, aside);
    ui_close(ui);
    if (open) {
        ui_aside_text(ui, aside);
    }
    ui_close(ui);
}

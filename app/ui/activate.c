#include "ui/ui_private.h"

/* Activation copies the word at once: the node is gone when the program asks for it. */
void
ui_activate(struct ui *ui, const struct ui_node *node) {
    ui_field_commit(ui);
    ui->activated = node->id;
    ui->is_dirty = true;
    struct str action = node->box.action;
    if (ui_scroll_action(ui, action) || ui_zoom_action(ui, action) || ui_field_action(ui, action) ||
        ui_aside_action(ui, node) || action.n == 0) {
        return;
    }
    str_buf_clear(&ui->action);
    str_buf_add(&ui->action, action);
    if (node->box.role == ROLE_TEXTFIELD) {
        const struct ui_field *field = ui_field_of(ui, node->id);
        str_buf_byte(&ui->action, ' ');
        str_buf_add(&ui->action, (struct str){field->text, field->length});
    }
    ui->has_action = true;
}

void
ui_back(struct ui *ui) {
    uint32_t modal = ui_modal(ui);
    struct ui_node back = {.kind = NODE_BOX, .box = {.action = STR_INIT("back")}};
    ui_activate(ui, modal ? &ui_tree(ui)->nodes[modal] : &back);
}

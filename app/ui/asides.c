#include "ui/ui_private.h"

/* Which notes are open, by the ids of their buttons: a page one comes back to is as it was left.
 * ui_forget() closes all. */

bool
ui_aside_is_open(const struct ui *ui, uint64_t id) {
    for (size_t i = 0; i < UI_ASIDES; i++) {
        if (ui->asides[i] == id) {
            return true;
        }
    }
    return ui->frame.shows_notes;
}

bool
ui_aside_action(struct ui *ui, const struct ui_node *node) {
    if (!str_eq(node->box.action, STR("note"))) {
        return false;
    }
    for (size_t i = 0; i < UI_ASIDES; i++) {
        if (ui->asides[i] == node->id) {
            ui->asides[i] = 0;
            return true;
        }
    }
    ui->asides[ui->next_aside] = node->id; /* the oldest closes */
    ui->next_aside = (ui->next_aside + 1) % UI_ASIDES;
    return true;
}

bool
ui_discloses(struct ui *ui, enum ui_color open_background) {
    struct ui_node *node = &ui_tree(ui)->nodes[ui->stack[ui->depth - 1]];
    bool is_open = ui_aside_is_open(ui, node->id);
    node->box.disclosure = is_open ? UI_EXPANDED : UI_COLLAPSED;
    node->box.background = is_open ? open_background : node->box.background;
    return is_open;
}

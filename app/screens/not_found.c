/* not_found - an address that leads nowhere, said plainly, with a way out. */
#include "screens/page.h"
#include "screens/registry.h"

static void
not_found_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    page_frame_open(screen, env, ui);
    ui_empty(ui, (struct ui_empty){.icon = STR("info"),
                     .title = word_text(env, MSG_TITLE_NOT_FOUND),
                     .text = word_text(env, MSG_NOT_FOUND_TEXT)});
    ui_button(ui, (struct ui_button){.key = STR("go-home"),
                      .label = word_text(env, MSG_GO_HOME),
                      .icon = STR("home"),
                      .action = STR("home")});
    page_frame_close(ui);
}

const struct screen_ops screen_not_found = {
    .name = "not-found",
    .title = MSG_TITLE_NOT_FOUND,
    .view = not_found_view,
};

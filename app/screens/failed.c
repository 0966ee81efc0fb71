/* failed - a screen whose content cannot be read, said kindly; the other screens go on. What went
 * wrong is for the log, not for the glass. */
#include "screens/page.h"
#include "screens/registry.h"

static void
failed_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    bool at_home = str_eq(screen->path.name, STR("home"));
    page_frame_open(screen, env, ui);
    ui_empty(ui, (struct ui_empty){.icon = STR("info"),
                     .title = word_text(env, MSG_TITLE_FAILED),
                     .text = word_text(env, MSG_FAILED_TEXT)});
    if (env->posture == POSTURE_KIOSK) {
        page_text(ui, env, word_text(env, MSG_HELP_STAFF));
    }
    if (!at_home) {
        ui_button(ui, (struct ui_button){.key = STR("go-home"),
                          .label = word_text(env, MSG_GO_HOME),
                          .icon = STR("home"),
                          .action = STR("home")});
    }
    page_frame_close(ui);
}

const struct screen_ops screen_failed = {
    .name = "failed",
    .title = MSG_TITLE_FAILED,
    .view = failed_view,
};

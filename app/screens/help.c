/* help - how to use the program, in one screen. */
#include "screens/page.h"
#include "screens/registry.h"

#include "base/check.h"

static const struct {
    const char *key, *icon;
    enum msg title, text;
} topics[] = {
    {"touch", "touch", MSG_HELP_TOUCH_TITLE, MSG_HELP_TOUCH},
    {"back", "back", MSG_HELP_BACK_TITLE, MSG_HELP_BACK},
    {"language", "language", MSG_HELP_LANGUAGE_TITLE, MSG_HELP_LANGUAGE},
    {"display", "contrast", MSG_HELP_DISPLAY_TITLE, MSG_HELP_DISPLAY},
    {"notes", "info", MSG_HELP_NOTES_TITLE, MSG_HELP_NOTES},
    {"keyboard", "keyboard", MSG_HELP_KEYBOARD_TITLE, MSG_HELP_KEYBOARD},
    {"staff", "people", MSG_HELP_STAFF_TITLE, MSG_HELP_STAFF},
};

static void
help_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    page_frame_open(screen, env, ui);
    page_head(ui, env, screen->title, (struct str){0}, (struct str){0});
    ui_open(ui, (struct ui_box){.key = STR("topics"),
                    .role = ROLE_LIST,
                    .axis = UI_GRID,
                    .min_column = 340,
                    .gap = SPACE_M});
    for (size_t i = 0; i < ARRAY_LEN(topics); i++) {
        ui_card_open(
            ui, (struct ui_card){
                    .key = str_from(topics[i].key), .gap = SPACE_S, .role = ROLE_LISTITEM});
        ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_M, .align = UI_ALIGN_CENTER});
        ui_icon(ui, (struct ui_icon_spec){.name = str_from(topics[i].icon), .color = COLOR_INDIGO});
        ui_heading(
            ui, word_text(env, topics[i].title), env->locale, (struct ui_heading){.level = 3});
        ui_close(ui);
        page_text(ui, env, word_text(env, topics[i].text));
        if (topics[i].text == MSG_HELP_BACK && env->posture == POSTURE_HANDHELD) {
            page_text(ui, env, word_text(env, MSG_HELP_SWIPE));
        }
        ui_close(ui);
    }
    ui_close(ui);
    page_frame_close(ui);
}

const struct screen_ops screen_help = {
    .name = "help",
    .title = MSG_TITLE_HELP,
    .view = help_view,
    .max_width = 1080,
};

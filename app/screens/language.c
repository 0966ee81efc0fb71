/* language - the first thing a visitor touches: each language in its own script, nothing else.
 * `language?then=back` is for those who are under way: it leads back to where they were. */
#include "screens/page.h"
#include "screens/registry.h"

static void
choice(struct ui *ui, const struct screen_env *env, const char *verb, enum locale_id locale) {
    struct arena *arena = ui_arena(ui);
    ui_card_open(ui, (struct ui_card){.key = str_from(locale_tag(locale)),
                         .action = arena_printf(arena, "%s %s", verb, locale_tag(locale)),
                         .label = locale_own_name(locale),
                         .role = ROLE_BUTTON,
                         .gap = SPACE_S,
                         .padding = SPACE_XL});
    ui_text(ui, locale_own_name(locale), locale,
        (struct ui_text_spec){.style = TYPE_FIGURE, .color = COLOR_INDIGO, .decorative = true});
    ui_text(ui, i18n_text(env->i18n, locale, MSG_APP_TAGLINE), locale,
        (struct ui_text_spec){.style = TYPE_LEAD, .decorative = true});
    ui_text(ui, i18n_text(env->i18n, locale, MSG_START), locale,
        (struct ui_text_spec){
            .style = TYPE_BODY, .color = COLOR_INK2, .by_phrase = true, .decorative = true});
    ui_close(ui);
}

static void
language_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    bool goes_back = str_eq(screen_path_value(&screen->path, STR("then")), STR("back"));
    bool wide = ui_metrics(ui)->width_class == WIDTH_WIDE;
    page_frame_open(screen, env, ui);
    ui_open(
        ui, (struct ui_box){
                .key = STR("welcome"), .axis = UI_ROW, .gap = SPACE_L, .align = UI_ALIGN_CENTER});
    ui_icon(ui, (struct ui_icon_spec){.name = STR("ferry"), .size = 48, .color = COLOR_INDIGO});
    ui_heading(ui, i18n_text(env->i18n, env->locale, MSG_APP_NAME), env->locale,
        (struct ui_heading){.level = 1});
    ui_close(ui);
    ui_open(ui, (struct ui_box){.key = STR("choices"),
                    .role = ROLE_LIST,
                    .label = word_text(env, MSG_TITLE_LANGUAGE),
                    .axis = UI_GRID,
                    .columns = wide ? LOCALE_COUNT : 1,
                    .gap = SPACE_L});
    for (int i = 0; i < LOCALE_COUNT; i++) {
        choice(ui, env, goes_back ? "choose" : "start", (enum locale_id)i);
    }
    ui_close(ui);
    page_frame_close(ui);
}

const struct screen_ops screen_language = {
    .name = "language",
    .title = MSG_TITLE_LANGUAGE,
    .view = language_view,
    .max_width = 1080,
    .is_centered = true,
};

/* language - what a panel shows that waits for somebody: a scene of the home city, its name in
 * every language, a greeting, and the languages on a landing in front of it. `language?then=back`
 * is for those who are under way, a page that leads back to where they were. */
#include "screens/page.h"
#include "screens/registry.h"

#include "base/log.h"

/* Of the name: its em in parts of the panel's width and of the scene's height, as it is on the
 * narrower of the two; what stands below it in parts of its own em. */
#define NAME_OF_WIDTH 0.215f
#define NAME_OF_HEIGHT 0.19f
#define OTHERS_OF_NAME 0.32f
#define GREETING_OF_NAME 0.26f

struct first {
    struct str names[LOCALE_COUNT]; /* of the home city; empty: the content has none */
    struct store_picture tall, wide;
};

static bool
load_scene(const struct screen_env *env, struct arena *arena, struct str home, float aspect,
    struct store_picture *out, struct err *err) {
    bool found;
    struct str record = arena_printf(arena, "cities/%.*s", STR_ARG(home));
    return store_picture_of(
               env->store, arena, env->locale, record, STR("attract"), aspect, out, &found, err) &&
           (found || store_picture_of(env->store, arena, env->locale, record, STR("hero"), aspect,
                         out, &found, err));
}

static bool
load_first(
    struct first *first, const struct screen_env *env, struct arena *arena, struct err *err) {
    struct store_info info;
    bool ok = store_info(env->store, arena, &info, err) &&
              load_scene(env, arena, info.home, 0.56f, &first->tall, err) &&
              load_scene(env, arena, info.home, 1.78f, &first->wide, err);
    for (int i = 0; ok && i < LOCALE_COUNT; i++) {
        struct store_city city = {0};
        bool has_city;
        ok = store_city(env->store, arena, (enum locale_id)i, info.home, &city, &has_city, err);
        first->names[i] = city.name;
    }
    return ok;
}

/* A waiting panel waits, whatever of the content is damaged: without a scene there is water. */
static bool
language_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct first *first = ARENA_NEW(&screen->arena, struct first);
    screen->model = first;
    *found = true;
    if (page_is_first(screen) && !load_first(first, env, &screen->arena, err)) {
        log_write(LOG_WARN, "language", "%s", err->message);
        *err = (struct err){.code = ERR_NONE};
    }
    return true;
}

static float
name_px(const struct metrics *m) {
    float by_width = NAME_OF_WIDTH * (float)m->width_px;
    float by_height = NAME_OF_HEIGHT * (float)m->height_px;
    return by_width < by_height ? by_width : by_height;
}

static void
sized(struct ui *ui, struct str text, enum locale_id lang, struct ui_text_spec spec, float px) {
    float usual = ui_metrics(ui)->type[spec.style][lang].size_px;
    spec.zoom = px > usual ? px / usual : 1;
    spec.color = COLOR_ON_SKY;
    ui_text(ui, text, lang, spec);
}

static void
names(struct ui *ui, const struct screen_env *env, const struct first *first) {
    const struct metrics *m = ui_metrics(ui);
    float px = name_px(m);
    ui_open(ui, (struct ui_box){.key = STR("names"),
                    .axis = m->is_tall ? UI_COLUMN : UI_ROW,
                    .gap = m->is_tall ? 0 : SPACE_XL,
                    .align = m->is_tall ? UI_ALIGN_STRETCH : UI_ALIGN_CENTER});
    sized(ui, first->names[env->locale], env->locale,
        (struct ui_text_spec){.style = TYPE_FIGURE, .role = ROLE_HEADING, .level = 1}, px);
    ui_open(ui, (struct ui_box){.key = STR("others"),
                    .axis = m->is_tall ? UI_WRAP : UI_COLUMN,
                    .gap = m->is_tall ? SPACE_XL : 0,
                    .cross_gap = 2,
                    .align = m->is_tall ? UI_ALIGN_BASELINE : UI_ALIGN_START});
    for (int i = 0; i < LOCALE_COUNT; i++) {
        if (i != (int)env->locale && !str_eq(first->names[i], first->names[env->locale])) {
            sized(ui, first->names[i], (enum locale_id)i,
                (struct ui_text_spec){.style = TYPE_BODY_STRONG}, OTHERS_OF_NAME * px);
        }
    }
    ui_close(ui);
    ui_close(ui);
}

/* In each language in turn, the panel's first. */
static void
greeting(struct ui *ui, const struct screen_env *env) {
    float faded;
    size_t turn = ui_alternate(ui, LOCALE_COUNT, &faded);
    enum locale_id lang = (enum locale_id)(((size_t)env->locale + turn) % LOCALE_COUNT);
    sized(ui, i18n_text(env->i18n, lang, MSG_GREETING), lang,
        (struct ui_text_spec){.key = STR("greeting"), .style = TYPE_BODY, .faded = faded},
        GREETING_OF_NAME * name_px(ui_metrics(ui)));
}

static void
first_view(const struct first *first, const struct screen_env *env, struct ui *ui) {
    const struct metrics *m = ui_metrics(ui);
    bool is_near = m->width_class == WIDTH_COMPACT;
    ui_open(ui, (struct ui_box){.key = STR("welcome"),
                    .gap = SPACE_S,
                    .padding = ui_pad2(is_near ? SPACE_L : SPACE_XL, is_near ? SPACE_L : SPACE_XXL),
                    .self_y = UI_SELF_START});
    names(ui, env, first);
    greeting(ui, env);
    ui_close(ui);
}

static void
choice(struct ui *ui, const struct screen_env *env, const char *verb, enum locale_id locale) {
    ui_card_open(ui, (struct ui_card){.key = str_from(locale_tag(locale)),
                         .action = arena_printf(ui_arena(ui), "%s %s", verb, locale_tag(locale)),
                         .label = locale_own_name(locale),
                         .role = ROLE_BUTTON,
                         .gap = SPACE_S,
                         .padding = SPACE_XL});
    ui_text(ui, locale_own_name(locale), locale,
        (struct ui_text_spec){.style = TYPE_FIGURE, .color = COLOR_INDIGO, .decorative = true});
    ui_text(ui, i18n_text(env->i18n, locale, MSG_APP_TAGLINE), locale,
        (struct ui_text_spec){.style = TYPE_LEAD, .decorative = true});
    ui_close(ui);
}

static void
choices_view(const struct screen_env *env, struct ui *ui, bool is_first) {
    bool is_wide = ui_metrics(ui)->width_class == WIDTH_WIDE;
    page_head(ui, env, word_text(env, MSG_TITLE_LANGUAGE), (struct str){0}, (struct str){0});
    ui_open(ui, (struct ui_box){.key = STR("choices"),
                    .role = ROLE_LIST,
                    .label = word_text(env, MSG_TITLE_LANGUAGE),
                    .axis = UI_GRID,
                    .columns = is_wide ? LOCALE_COUNT : 1,
                    .gap = SPACE_L});
    for (int i = 0; i < LOCALE_COUNT; i++) {
        choice(ui, env, is_first ? "start" : "choose", (enum locale_id)i);
    }
    ui_close(ui);
}

static void
language_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct first *first = screen->model;
    bool has_landing = page_has_landing(screen, ui);
    struct screen shown = *screen; /* with the scene of this panel's shape */
    if (has_landing) {
        shown.hero = ui_metrics(ui)->is_tall ? first->tall : first->wide;
    }
    page_frame_open(&shown, env, ui);
    if (has_landing) {
        first_view(first, env, ui);
    } else {
        choices_view(env, ui, page_is_first(screen));
    }
    page_frame_close(ui);
}

const struct screen_ops screen_language = {
    .name = "language",
    .title = MSG_TITLE_LANGUAGE,
    .load = language_load,
    .view = language_view,
    .max_width = 1080,
    .is_centered = true,
};

/* emergency - whom to call: the numbers of the country that the kiosk stands in, large, those of
 * the others beside them, and a few sentences to hold out to somebody. */
#include "screens/page.h"
#include "screens/registry.h"
#include "screens/spoken.h"

#define SENTENCES 4

struct emergency {
    struct store_emergency_number *numbers;
    size_t count;
    struct store_phrase *phrases;
    size_t phrase_count;
    bool has_guide;
};

static bool
emergency_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct emergency *model = ARENA_NEW(&screen->arena, struct emergency);
    struct arena *arena = &screen->arena;
    struct str listing = arena_printf(arena, "phrases/emergency/%s", locale_tag(env->locale));
    struct store_window window = {listing, 0, SENTENCES};
    struct store_article guide;
    screen->model = model;
    return store_emergency_numbers(
               env->store, arena, env->locale, &model->numbers, &model->count, err) &&
           store_phrases(env->store, arena, env->locale, window, &model->phrases,
               &model->phrase_count, err) &&
           store_article(env->store, arena, env->locale, STR("guides"), STR("emergency"), &guide,
               &model->has_guide, err) &&
           (*found = true);
}

/* Where the panel stands is known of a kiosk alone. */
static bool
is_here(const struct screen_env *env, const struct store_emergency_number *number) {
    return number->is_here && env->posture == POSTURE_KIOSK;
}

static void
number(struct ui *ui, const struct screen_env *env, const struct store_emergency_number *item) {
    bool here = is_here(env, item);
    enum ui_color color = here ? COLOR_ON_INDIGO : COLOR_INK;
    ui_open(ui, (struct ui_box){.key = item->id, .role = ROLE_LISTITEM});
    ui_text(ui, item->number, env->locale,
        (struct ui_text_spec){
            .style = TYPE_FIGURE, .color = color, .strong = true, .zoom = here ? 2 : 1.25f});
    ui_text(ui, item->name, env->locale,
        (struct ui_text_spec){.style = TYPE_LEAD, .color = color, .by_phrase = true});
    ui_close(ui);
}

/* The numbers of one country, from `from` on. Returns where the next one begins. */
static size_t
country(struct ui *ui, const struct screen_env *env, const struct emergency *model, size_t from) {
    const struct store_emergency_number *first = &model->numbers[from];
    bool here = is_here(env, first);
    enum ui_color color = here ? COLOR_ON_INDIGO : COLOR_INK;
    size_t to = from;
    ui_open(ui, (struct ui_box){.key = first->country,
                    .role = ROLE_LIST,
                    .label = first->country_name,
                    .gap = SPACE_S,
                    .padding = ui_pad(SPACE_L),
                    .radius = RADIUS_M,
                    .background = here ? COLOR_INDIGO : COLOR_SUNK});
    ui_text(ui, first->country_name, env->locale,
        (struct ui_text_spec){
            .style = TYPE_HEADING, .color = color, .role = ROLE_HEADING, .level = 2});
    if (here) {
        ui_text(ui, word_text(env, MSG_EMERGENCY_HERE), env->locale,
            (struct ui_text_spec){.style = TYPE_BODY, .color = color});
    }
    while (to < model->count && str_eq(model->numbers[to].country, first->country)) {
        number(ui, env, &model->numbers[to++]);
    }
    ui_close(ui);
    return to;
}

/* The other language large, how it sounds, one's own. */
static void
sentence(struct ui *ui, const struct screen_env *env, const struct store_phrase *phrase) {
    enum locale_id other = spoken_opposite(env->locale);
    struct str sound = spoken_sound(env, ui_arena(ui), phrase, other);
    struct str address = arena_printf(ui_arena(ui), "phrases/%.*s", STR_ARG(phrase->id));
    ui_card_open(ui, (struct ui_card){.key = phrase->id,
                         .action = page_face_action(ui, address, other),
                         .gap = SPACE_XS,
                         .role = ROLE_LINK});
    ui_text(ui, phrase->texts[other], other,
        (struct ui_text_spec){.style = TYPE_LEAD, .strong = true, .by_phrase = true});
    if (sound.n) {
        ui_text(ui, sound, env->locale,
            (struct ui_text_spec){.style = TYPE_BODY, .color = COLOR_INK2, .by_phrase = true});
    }
    ui_text(ui, phrase->texts[env->locale], env->locale,
        (struct ui_text_spec){.style = TYPE_BODY, .by_phrase = true});
    ui_close(ui);
}

static void
sentences(struct ui *ui, const struct screen_env *env, const struct emergency *model) {
    page_section_open(ui, env, STR("say"), word_text(env, MSG_EMERGENCY_SAY));
    ui_open(ui, (struct ui_box){.key = STR("sentences"),
                    .role = ROLE_LIST,
                    .axis = UI_GRID,
                    .min_column = 340,
                    .gap = SPACE_M});
    for (size_t i = 0; i < model->phrase_count; i++) {
        sentence(ui, env, &model->phrases[i]);
    }
    ui_close(ui);
    ui_close(ui);
}

static void
emergency_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct emergency *model = screen->model;
    page_frame_open(screen, env, ui);
    page_head(ui, env, screen->title, (struct str){0}, (struct str){0});
    ui_open(ui, (struct ui_box){
                    .key = STR("countries"), .axis = UI_GRID, .min_column = 150, .gap = SPACE_M});
    for (size_t i = 0; i < model->count;) {
        i = country(ui, env, model, i);
    }
    ui_close(ui);
    if (model->phrase_count > 0) {
        sentences(ui, env, model);
    }
    if (model->has_guide) {
        ui_link_row(ui, (struct ui_link_row){.key = STR("guide"),
                            .title = word_text(env, MSG_EMERGENCY_GUIDE),
                            .icon = STR("guide"),
                            .action = STR("open guides/emergency")});
    }
    if (model->count == 0 && model->phrase_count == 0) {
        page_empty(ui, env);
    }
    page_frame_close(ui);
}

const struct screen_ops screen_emergency = {
    .name = "emergency",
    .title = MSG_TITLE_EMERGENCY,
    .load = emergency_load,
    .view = emergency_view,
    .max_width = 1080,
};

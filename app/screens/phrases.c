/* phrases - what to say on a visit, each a row that holds it out to the person opposite (face/);
 * `phrases/ID` is the phrase in all languages, how it sounds, and what is to be known of it. */
#include "screens/categories.h"
#include "screens/jump.h"
#include "screens/page.h"
#include "screens/registry.h"
#include "screens/spoken.h"

struct phrases {
    struct rows *phrases;
    struct jump jump;
    struct categories categories;
};

static bool
phrases_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    (void)found;
    struct phrases *phrases = ARENA_NEW(&screen->arena, struct phrases);
    struct arena *arena = &screen->arena;
    screen->model = phrases;
    if (!categories_load(
            &phrases->categories, screen, env, WORDS_PHRASE_CATEGORY, "phrases", err)) {
        return false;
    }
    struct str category = phrases->categories.selected;
    struct str encoded = screen_path_encode(arena, category);
    jump_init(&phrases->jump, screen,
        arena_printf(arena, "phrases?category=%.*s", STR_ARG(encoded)), false);
    struct str listing =
        arena_printf(arena, "phrases/%.*s/%s", STR_ARG(category), locale_tag(env->locale));
    return rows_open(&phrases->phrases, screen, env, listing, rows_ask_phrases,
               sizeof(struct store_phrase), err) &&
           jump_add(&phrases->jump, screen, env,
               (struct jump_part){.rows = phrases->phrases,
                   .title = word_for(env, WORDS_PHRASE_CATEGORY, category)},
               err);
}

/* One phrase, and how it is said in languages that the program does not speak. */
struct phrase {
    struct store_phrase phrase;
    struct rows *names;
};

static bool
phrase_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct phrase *phrase = ARENA_NEW(&screen->arena, struct phrase);
    screen->model = phrase;
    struct str listing =
        arena_printf(&screen->arena, "names/phrases/%.*s", STR_ARG(screen->path.id));
    bool ok = store_phrase(env->store, &screen->arena, env->locale, screen->path.id,
                  &phrase->phrase, found, err) &&
              rows_open(&phrase->names, screen, env, listing, rows_ask_names,
                  sizeof(struct store_name), err);
    screen->title = ok && *found ? phrase->phrase.texts[env->locale] : screen->title;
    return ok;
}

struct view {
    const struct phrases *phrases;
    const struct screen_env *env;
    size_t at;
    struct rows *names; /* of one phrase */
};

static void
phrase_row(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    const struct screen_env *env = view->env;
    const struct store_phrase *phrase = rows_at(view->phrases->phrases, env, i);
    if (!phrase) {
        page_row_missing(ui, env, i);
        return;
    }
    enum locale_id other = spoken_opposite(env->locale);
    struct str address = arena_printf(ui_arena(ui), "phrases/%.*s", STR_ARG(phrase->id));
    ui_link_row(ui, (struct ui_link_row){.key = phrase->id,
                        .title = phrase->texts[env->locale],
                        .text = phrase->texts[other],
                        .text_lang = UI_LANG(other),
                        .reveal = view->at == i + 1,
                        .action = page_face_action(ui, address, other)});
}

static void
phrases_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct phrases *phrases = screen->model;
    struct view *view = ARENA_NEW(ui_arena(ui), struct view);
    *view = (struct view){
        .phrases = phrases, .env = env, .at = jump_row(&phrases->jump, phrases->phrases)};
    if (jump_is_choosing(&phrases->jump)) {
        jump_view(&phrases->jump, screen, env, ui);
        return;
    }
    if (phrases->categories.is_choosing) {
        categories_view(screen, env, ui, &phrases->categories);
        return;
    }
    page_frame_open_long(screen, env, ui, jump_scrubber(&phrases->jump, env, ui));
    page_head_noted(ui, env, screen->title, (struct str){0}, word_text(env, MSG_PHRASES_LEAD),
        word_text(env, MSG_PHRASES_NOTE));
    categories_chips(ui, env, &phrases->categories);
    ui_list(ui, (struct ui_list){.key = STR("phrases"),
                    .content = phrases->phrases->listing,
                    .count = phrases->phrases->count,
                    .min_column = 340,
                    .gap = SPACE_S,
                    .reveal = view->at,
                    .row = phrase_row,
                    .self = view});
    if (phrases->phrases->count == 0) {
        page_empty(ui, env);
    }
    page_take_key(ui, env, screen);
    page_frame_close(ui);
}

static void
spoken(struct ui *ui, const struct screen_env *env, const struct store_phrase *phrase,
    enum locale_id lang, enum type_style style) {
    struct str how = spoken_sound(env, ui_arena(ui), phrase, lang);
    ui_card_open(ui, (struct ui_card){.key = str_from(locale_tag(lang)),
                         .gap = SPACE_S,
                         .tone = style == TYPE_FIGURE ? TONE_PRIMARY : TONE_NEUTRAL,
                         .padding = style == TYPE_FIGURE ? SPACE_XL : 0});
    ui_text(ui, locale_own_name(lang), lang,
        (struct ui_text_spec){.style = TYPE_CAPTION, .color = COLOR_INK2});
    ui_text(ui, phrase->texts[lang], lang,
        (struct ui_text_spec){
            .style = style, .reading = lang == LOCALE_JA ? phrase->reading_ja : (struct str){0}});
    bool is_read = phrase->reading_ja.n > 0 && !str_eq(phrase->reading_ja, phrase->texts[lang]);
    if (lang == LOCALE_JA && is_read) {
        ui_text(ui, phrase->reading_ja, lang,
            (struct ui_text_spec){.style = TYPE_BODY, .color = COLOR_INK2});
    }
    if (how.n) {
        ui_text(
            ui, how, env->locale, (struct ui_text_spec){.style = TYPE_BODY, .color = COLOR_INK2});
    }
    page_face_key(ui, env, arena_printf(ui_arena(ui), "phrases/%.*s", STR_ARG(phrase->id)), lang);
    ui_close(ui);
}

/* Said in another language: its name above, the words large. */
static void
name_row(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    const struct store_name *name = rows_at(view->names, view->env, i);
    if (!name) {
        page_row_missing(ui, view->env, i);
        return;
    }
    struct str language = word_for(view->env, WORDS_LANGUAGE, name->lang);
    bool is_local = str_eq(name->kind, STR("local"));
    ui_card_open(
        ui, (struct ui_card){.key = arena_printf(ui_arena(ui), "name-%zu", i), .gap = SPACE_S});
    ui_text(ui,
        is_local ? language
                 : word_join(view->env, ui_arena(ui), language,
                       word_for(view->env, WORDS_NAME_KIND, name->kind)),
        view->env->locale, (struct ui_text_spec){.style = TYPE_CAPTION, .color = COLOR_INK2});
    ui_text(ui, name->text, view->env->locale,
        (struct ui_text_spec){.style = is_local ? TYPE_HEADING : TYPE_BODY});
    ui_close(ui);
}

static void
phrase_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct phrase *model = screen->model;
    const struct store_phrase *phrase = &model->phrase;
    enum locale_id other = spoken_opposite(env->locale);
    page_frame_open(screen, env, ui);
    ui_open(ui, (struct ui_box){.key = STR("badges"), .axis = UI_WRAP});
    ui_badge(ui, word_for(env, WORDS_PHRASE_CATEGORY, phrase->category),
        word_tone(env, WORDS_PHRASE_CATEGORY, phrase->category));
    ui_close(ui);
    ui_heading(ui, screen->title, env->locale, (struct ui_heading){.level = 1});
    page_own(ui, env);
    spoken(ui, env, phrase, other, TYPE_FIGURE);
    for (int i = 0; i < LOCALE_COUNT; i++) {
        if ((enum locale_id)i != env->locale && (enum locale_id)i != other) {
            spoken(ui, env, phrase, (enum locale_id)i, TYPE_HEADING);
        }
    }
    if (model->names->count > 0) {
        struct view *view = ARENA_NEW(ui_arena(ui), struct view);
        *view = (struct view){.env = env, .names = model->names};
        ui_heading(
            ui, word_text(env, MSG_PHRASE_ELSEWHERE), env->locale, (struct ui_heading){.level = 2});
        ui_list(ui, (struct ui_list){.key = STR("names"),
                        .label = word_text(env, MSG_PHRASE_ELSEWHERE),
                        .content = model->names->listing,
                        .count = model->names->count,
                        .gap = SPACE_M,
                        .row = name_row,
                        .self = view});
    }
    page_note(ui, env, phrase->note);
    ui_text(ui, word_text(env, MSG_WRITTEN_FOR_APP), env->locale,
        (struct ui_text_spec){.style = TYPE_CAPTION, .color = COLOR_INK2});
    page_take_key(ui, env, screen);
    page_frame_close(ui);
}

static bool
phrase_paths(const struct screen_env *env, struct path_list *list, struct err *err) {
    struct str id;
    for (size_t c = 0; word_at(env, WORDS_PHRASE_CATEGORY, c, &id); c++) {
        struct store_phrase *phrases;
        size_t count;
        struct str listing =
            arena_printf(list->arena, "phrases/%.*s/%s", STR_ARG(id), locale_tag(env->locale));
        if (!store_phrases(
                env->store, list->arena, env->locale, STORE_ALL(listing), &phrases, &count, err)) {
            return false;
        }
        for (size_t i = 0; i < count; i++) {
            path_list_add(list, arena_printf(list->arena, "phrases/%.*s", STR_ARG(phrases[i].id)));
        }
    }
    return true;
}

static bool
phrases_paths(const struct screen_env *env, struct path_list *list, struct err *err) {
    (void)err;
    categories_paths(env, list, WORDS_PHRASE_CATEGORY, "phrases");
    return true;
}

const struct screen_ops screen_phrases = {
    .name = "phrases",
    .title = MSG_TITLE_PHRASES,
    .load = phrases_load,
    .view = phrases_view,
    .paths = phrases_paths,
    .max_width = 1080,
};

const struct screen_ops screen_phrase = {
    .name = "phrases",
    .takes_id = true,
    .title = MSG_TITLE_PHRASES,
    .has_own_title = true,
    .load = phrase_load,
    .view = phrase_view,
    .paths = phrase_paths,
};

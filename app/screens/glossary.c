/* glossary - terms by category, in all three languages; `glossary/ID` shows one, with its readings
 * and what it means. */
#include "screens/categories.h"
#include "screens/jump.h"
#include "screens/page.h"
#include "screens/registry.h"

#include "i18n/index.h"

struct glossary {
    struct rows *terms;
    struct jump jump;
    struct categories categories;
};

struct one_term {
    struct store_term term;
    struct store_section source;
};

/* As the database files terms: by what they sound like. */
static struct str
letter_of(const void *row, const struct screen_env *env, struct arena *arena) {
    (void)arena;
    const struct store_term *term = row;
    return index_heading(
        env->locale == LOCALE_JA && term->reading_ja.n ? term->reading_ja : term->term);
}

static bool
glossary_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    (void)found;
    struct glossary *glossary = ARENA_NEW(&screen->arena, struct glossary);
    struct arena *arena = &screen->arena;
    screen->model = glossary;
    if (!categories_load(
            &glossary->categories, screen, env, WORDS_TERM_CATEGORY, "glossary", err)) {
        return false;
    }
    struct str category = glossary->categories.selected;
    struct str encoded = screen_path_encode(arena, category);
    jump_init(&glossary->jump, screen,
        arena_printf(arena, "glossary?category=%.*s", STR_ARG(encoded)), false);
    struct str listing =
        arena_printf(arena, "glossary/%.*s/%s", STR_ARG(category), locale_tag(env->locale));
    return rows_open(&glossary->terms, screen, env, listing, rows_ask_terms,
               sizeof(struct store_term), err) &&
           jump_add(&glossary->jump, screen, env,
               (struct jump_part){.rows = glossary->terms,
                   .title = word_for(env, WORDS_TERM_CATEGORY, category),
                   .heading = letter_of},
               err);
}

static bool
term_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct one_term *one = ARENA_NEW(&screen->arena, struct one_term);
    screen->model = one;
    if (!store_term(
            env->store, &screen->arena, env->locale, screen->path.id, &one->term, found, err) ||
        !*found) {
        return !*found;
    }
    screen->title = one->term.term;
    return page_source_load(env, &screen->arena, one->term.source, &one->source, err);
}

static struct str
in_other_languages(
    const struct screen_env *env, struct arena *arena, const struct store_term *term) {
    struct str line = {0};
    for (int i = 0; i < LOCALE_COUNT; i++) {
        if ((enum locale_id)i != env->locale) {
            line = word_join(env, arena, line, term->terms[i]);
        }
    }
    return line;
}

struct view {
    const struct glossary *glossary;
    const struct screen_env *env;
    size_t at;
};

static void
term_row(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    const struct store_term *term = rows_at(view->glossary->terms, view->env, i);
    if (!term) {
        page_row_missing(ui, view->env, i);
        return;
    }
    ui_link_row(ui, (struct ui_link_row){.key = term->id,
                        .title = term->term,
                        .text = in_other_languages(view->env, ui_arena(ui), term),
                        .reveal = view->at == i + 1,
                        .action = page_action(ui, "glossary", term->id)});
}

static void
glossary_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct glossary *glossary = screen->model;
    struct view *view = ARENA_NEW(ui_arena(ui), struct view);
    *view = (struct view){glossary, env, jump_row(&glossary->jump, glossary->terms)};
    if (jump_is_choosing(&glossary->jump)) {
        jump_view(&glossary->jump, screen, env, ui);
        return;
    }
    if (glossary->categories.is_choosing) {
        categories_view(screen, env, ui, &glossary->categories);
        return;
    }
    page_frame_open_long(screen, env, ui, jump_scrubber(&glossary->jump, env, ui));
    page_head(ui, env, screen->title, (struct str){0}, word_text(env, MSG_GLOSSARY_LEAD));
    categories_chips(ui, env, &glossary->categories);
    ui_list(ui, (struct ui_list){.key = STR("terms"),
                    .content = glossary->terms->listing,
                    .count = glossary->terms->count,
                    .min_column = 340,
                    .gap = SPACE_S,
                    .reveal = view->at,
                    .row = term_row,
                    .self = view});
    if (glossary->terms->count == 0) {
        page_empty(ui, env);
    }
    page_take_key(ui, env, screen);
    page_frame_close(ui);
}

static void
in_language(struct ui *ui, const struct screen_env *env, const struct store_term *term,
    enum locale_id lang) {
    struct arena *arena = ui_arena(ui);
    struct str reading = {0};
    if (lang == LOCALE_JA) {
        reading = word_join(env, arena, term->reading_ja, term->roman_ja);
    } else if (lang == LOCALE_KO) {
        reading = word_join(env, arena, term->hanja_ko, term->roman_ko);
    }
    ui_card_open(ui, (struct ui_card){.key = str_from(locale_tag(lang)), .gap = SPACE_XS});
    ui_text(ui, locale_own_name(lang), lang,
        (struct ui_text_spec){.style = TYPE_CAPTION, .color = COLOR_INK2});
    ui_text(ui, term->terms[lang], lang,
        (struct ui_text_spec){.style = TYPE_HEADING,
            .reading = lang == LOCALE_JA ? term->reading_ja : (struct str){0}});
    if (reading.n) {
        ui_text(ui, reading, lang, (struct ui_text_spec){.style = TYPE_BODY, .color = COLOR_INK2});
    }
    if (lang != env->locale) {
        page_face_key(ui, env, arena_printf(arena, "glossary/%.*s", STR_ARG(term->id)), lang);
    }
    ui_close(ui);
}

static void
term_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct one_term *one = screen->model;
    const struct store_term *term = &one->term;
    bool wide = ui_metrics(ui)->width_class == WIDTH_WIDE;
    page_frame_open(screen, env, ui);
    page_head(ui, env, screen->title, (struct str){0}, term->definition);
    ui_open(ui, (struct ui_box){.key = STR("badges"), .axis = UI_WRAP});
    ui_badge(ui, word_for(env, WORDS_TERM_CATEGORY, term->category), TONE_NEUTRAL);
    ui_close(ui);
    ui_open(ui, (struct ui_box){.key = STR("translations"),
                    .axis = UI_GRID,
                    .columns = wide ? LOCALE_COUNT : 1,
                    .gap = SPACE_M});
    for (int i = 0; i < LOCALE_COUNT; i++) {
        in_language(ui, env, term, (enum locale_id)i);
    }
    ui_close(ui);
    page_note(ui, env, term->note);
    page_source(ui, env, &one->source);
    page_take_key(ui, env, screen);
    page_frame_close(ui);
}

static bool
term_paths(const struct screen_env *env, struct path_list *list, struct err *err) {
    struct str id;
    for (size_t c = 0; word_at(env, WORDS_TERM_CATEGORY, c, &id); c++) {
        struct store_term *terms;
        size_t count;
        struct str listing =
            arena_printf(list->arena, "glossary/%.*s/%s", STR_ARG(id), locale_tag(env->locale));
        if (!store_terms(
                env->store, list->arena, env->locale, STORE_ALL(listing), &terms, &count, err)) {
            return false;
        }
        for (size_t i = 0; i < count; i++) {
            path_list_add(list, arena_printf(list->arena, "glossary/%.*s", STR_ARG(terms[i].id)));
        }
    }
    return true;
}

static bool
glossary_paths(const struct screen_env *env, struct path_list *list, struct err *err) {
    (void)err;
    categories_paths(env, list, WORDS_TERM_CATEGORY, "glossary");
    return true;
}

const struct screen_ops screen_glossary = {
    .name = "glossary",
    .title = MSG_TITLE_GLOSSARY,
    .load = glossary_load,
    .view = glossary_view,
    .paths = glossary_paths,
    .max_width = 1080,
};

const struct screen_ops screen_term = {
    .name = "glossary",
    .takes_id = true,
    .title = MSG_TITLE_GLOSSARY,
    .has_own_title = true,
    .load = term_load,
    .view = term_view,
    .paths = term_paths,
};

/* glossary - terms by category, in all three languages; `glossary/ID` shows one, with its readings
 * and what it means. */
#include "screens/page.h"
#include "screens/registry.h"

#include <string.h>

struct glossary {
    struct store_term *terms;
    struct store_section *sections;
    size_t count, section_count;
    struct str category;           /* shown now */
    const struct store_term *term; /* of glossary/ID */
};

static bool
load_all(struct screen *screen, const struct screen_env *env, struct err *err) {
    struct glossary *glossary = ARENA_NEW(&screen->arena, struct glossary);
    screen->model = glossary;
    return store_terms(
               env->store, &screen->arena, env->locale, &glossary->terms, &glossary->count, err) &&
           page_sources(env, &screen->arena, &glossary->sections, &glossary->section_count, err);
}

/* What a term is filed under: in Japanese its reading, as in every dictionary. */
static struct str
index_word(const struct screen_env *env, const struct store_term *term) {
    bool by_reading = env->locale == LOCALE_JA && term->reading_ja.n > 0;
    return by_reading ? term->reading_ja : term->term;
}

/* In the order of an index of the language (가나다, あいうえお, abc): each term goes to its place
 * among those before it, found by halving. */
static void
sort_terms(const struct screen_env *env, struct store_term *terms, size_t count) {
    for (size_t i = 1; i < count; i++) {
        struct store_term term = terms[i];
        struct str word = index_word(env, &term);
        size_t low = 0, high = i;
        while (low < high) {
            size_t middle = (low + high) / 2;
            struct str other = index_word(env, &terms[middle]);
            if (i18n_compare(env->i18n, env->locale, word, other) < 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        memmove(&terms[low + 1], &terms[low], (i - low) * sizeof(*terms));
        terms[low] = term;
    }
}

static bool
glossary_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    (void)found;
    if (!load_all(screen, env, err)) {
        return false;
    }
    struct glossary *glossary = screen->model;
    sort_terms(env, glossary->terms, glossary->count);
    glossary->category = screen_path_value(&screen->path, STR("category"));
    if (glossary->category.n == 0) {
        word_at(WORDS_TERM_CATEGORY, 0, &glossary->category);
    }
    return true;
}

static bool
term_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    if (!load_all(screen, env, err)) {
        return false;
    }
    struct glossary *glossary = screen->model;
    for (size_t i = 0; i < glossary->count; i++) {
        if (str_eq(glossary->terms[i].id, screen->path.id)) {
            glossary->term = &glossary->terms[i];
            screen->title = glossary->term->term;
        }
    }
    *found = glossary->term != NULL;
    return true;
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

static void
glossary_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct glossary *glossary = screen->model;
    page_frame_open(screen, env, ui);
    page_head(ui, env, screen->title, (struct str){0}, word_text(env, MSG_GLOSSARY_LEAD));
    page_categories(ui, env, WORDS_TERM_CATEGORY, "glossary", glossary->category);
    ui_open(ui, (struct ui_box){.key = STR("terms"),
                    .role = ROLE_LIST,
                    .axis = UI_GRID,
                    .min_column = 340,
                    .gap = SPACE_S});
    for (size_t i = 0; i < glossary->count; i++) {
        const struct store_term *term = &glossary->terms[i];
        if (str_eq(term->category, glossary->category)) {
            ui_link_row(ui, (struct ui_link_row){.key = term->id,
                                .title = term->term,
                                .text = in_other_languages(env, ui_arena(ui), term),
                                .action = page_action(ui, "glossary", term->id)});
        }
    }
    ui_close(ui);
    if (glossary->count == 0) {
        page_empty(ui, env);
    }
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
        (struct ui_text_spec){.style = TYPE_CAPTION, .color = COLOR_TEXT_SUBTLE});
    ui_text(ui, term->terms[lang], lang,
        (struct ui_text_spec){.style = TYPE_HEADING,
            .reading = lang == LOCALE_JA ? term->reading_ja : (struct str){0}});
    if (reading.n) {
        ui_text(ui, reading, lang,
            (struct ui_text_spec){.style = TYPE_BODY, .color = COLOR_TEXT_SUBTLE});
    }
    ui_close(ui);
}

static void
term_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct glossary *glossary = screen->model;
    const struct store_term *term = glossary->term;
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
    page_source(ui, env, glossary->sections, glossary->section_count, term->source);
    page_frame_close(ui);
}

static bool
term_paths(const struct screen_env *env, struct path_list *list, struct err *err) {
    struct store_term *terms;
    size_t count;
    if (!store_terms(env->store, list->arena, env->locale, &terms, &count, err)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        path_list_add(list, arena_printf(list->arena, "glossary/%.*s", STR_ARG(terms[i].id)));
    }
    return true;
}

static bool
glossary_paths(const struct screen_env *env, struct path_list *list, struct err *err) {
    (void)env;
    (void)err;
    page_category_paths(list, WORDS_TERM_CATEGORY, "glossary");
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

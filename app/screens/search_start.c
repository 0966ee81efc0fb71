#include "screens/search_start.h"

#include "screens/page.h"

enum { CITIES = 2 }; /* the last of the list: places one may not have thought of */

/* Long ones are no words to try. */
enum { WORD_BYTES_MOST = 48 };

static void
add(struct search_start *start, struct arena *arena, struct str word) {
    if (word.n > 0 && word.n <= WORD_BYTES_MOST && start->count < SEARCH_WORDS_MOST) {
        start->words[start->count++] = arena_str(arena, word);
    }
}

/* Some by name, and one asked about in a sentence: that works as well. */
static bool
add_cities(struct search_start *start, struct arena *arena, const struct screen_env *env,
    struct err *err) {
    size_t count, found;
    struct store_city *cities;
    if (!store_listing_size(env->store, STR("cities"), &count, err)) {
        return false;
    }
    size_t most = CITIES + 1;
    struct store_window window = {STR("cities"), count > most ? count - most : 0, most};
    if (!store_cities(env->store, arena, env->locale, window, &cities, &found, err)) {
        return false;
    }
    for (size_t i = found; i-- > 0 && found - i <= CITIES;) {
        add(start, arena, cities[i].name);
    }
    if (found > 0) {
        struct msg_arg args[] = {MSG_TEXT(cities[0].name)};
        add(start, arena, i18n_format(env->i18n, arena, env->locale, MSG_SEARCH_ASK, args, 1));
    }
    return true;
}

/* The first record of the first category that has one; a cry for help is no example. */
static bool
first_of(const struct screen_env *env, struct arena *arena, enum word_list list, const char *folder,
    struct str *listing, struct err *err) {
    struct str id;
    size_t count = 0;
    for (size_t i = 0; count == 0 && word_at(env, list, i, &id); i++) {
        *listing = arena_printf(arena, "%s/%.*s/%s", folder, STR_ARG(id), locale_tag(env->locale));
        if (word_tone(env, list, id) != TONE_DANGER &&
            !store_listing_size(env->store, *listing, &count, err)) {
            return false;
        }
    }
    return true;
}

static bool
add_phrase(struct search_start *start, struct arena *arena, const struct screen_env *env,
    struct err *err) {
    struct str listing = {0};
    struct store_phrase *phrases;
    size_t count;
    if (!first_of(env, arena, WORDS_PHRASE_CATEGORY, "phrases", &listing, err) ||
        !store_phrases(env->store, arena, env->locale, (struct store_window){listing, 0, 1},
            &phrases, &count, err)) {
        return false;
    }
    if (count > 0) {
        add(start, arena, phrases[0].texts[env->locale]);
    }
    return true;
}

static bool
add_term(struct search_start *start, struct arena *arena, const struct screen_env *env,
    struct err *err) {
    struct str listing = {0};
    struct store_term *terms;
    size_t count;
    if (!first_of(env, arena, WORDS_TERM_CATEGORY, "glossary", &listing, err) ||
        !store_terms(env->store, arena, env->locale, (struct store_window){listing, 0, 1}, &terms,
            &count, err)) {
        return false;
    }
    if (count > 0) {
        add(start, arena, terms[0].terms[env->locale]);
    }
    return true;
}

/* Of whom, and what: it is answered at once. */
static bool
add_figure(struct search_start *start, struct arena *arena, const struct screen_env *env,
    struct err *err) {
    struct store_figure *figures;
    size_t count;
    if (!store_figures(env->store, arena, env->locale, (struct store_window){STR("figures"), 0, 1},
            &figures, &count, err)) {
        return false;
    }
    if (count > 0 && figures[0].subject_name.n > 0) {
        add(start, arena,
            arena_printf(
                arena, "%.*s %.*s", STR_ARG(figures[0].subject_name), STR_ARG(figures[0].label)));
    }
    return true;
}

bool
search_start_load(struct search_start *start, struct screen *screen, const struct screen_env *env,
    struct err *err) {
    struct arena *arena = &screen->arena;
    struct store_info info;
    start->count = 0;
    return store_info(env->store, arena, &info, err) &&
           contents_load(&start->contents, env, arena, &info, err) &&
           add_cities(start, arena, env, err) && add_phrase(start, arena, env, err) &&
           add_term(start, arena, env, err) && add_figure(start, arena, env, err);
}

static void
group_open(struct ui *ui, const struct screen_env *env, struct str key, enum msg title) {
    ui_open(ui, (struct ui_box){.key = key, .gap = SPACE_M});
    ui_heading(ui, word_text(env, title), env->locale, (struct ui_heading){.level = 2});
    ui_open(ui, (struct ui_box){.key = STR("words"),
                    .role = ROLE_LIST,
                    .label = word_text(env, title),
                    .axis = UI_WRAP,
                    .gap = SPACE_S});
}

static void
group_close(struct ui *ui) {
    ui_close(ui);
    ui_close(ui);
}

static void
word_chip(struct ui *ui, struct str word, const char *icon) {
    struct arena *arena = ui_arena(ui);
    ui_chip(ui,
        (struct ui_chip){.key = word,
            .label = word,
            .icon = str_from(icon),
            .action = arena_printf(arena, "open search?q=%s", screen_path_encode(arena, word).p)});
}

static void
recent(struct ui *ui, const struct screen_env *env) {
    if (env->recent->count == 0) {
        return;
    }
    group_open(ui, env, STR("recent"), MSG_SEARCH_RECENT);
    for (size_t i = 0; i < env->recent->count; i++) {
        word_chip(ui, arena_str(ui_arena(ui), recent_at(env->recent, i)), "clock");
    }
    ui_chip(ui, (struct ui_chip){.key = STR("forget"),
                    .label = word_text(env, MSG_SEARCH_FORGET),
                    .icon = STR("close"),
                    .action = STR("forget")});
    group_close(ui);
}

static void
examples(struct ui *ui, const struct screen_env *env, const struct search_start *start) {
    group_open(ui, env, STR("examples"), MSG_SEARCH_TRY);
    for (size_t i = 0; i < start->count; i++) {
        word_chip(ui, start->words[i], "search");
    }
    group_close(ui);
}

static void
parts(struct ui *ui, const struct screen_env *env, const struct contents *contents) {
    struct arena *arena = ui_arena(ui);
    group_open(ui, env, STR("parts"), MSG_SEARCH_PARTS);
    for (size_t i = 0; i < contents->count; i++) {
        const struct contents_part *part = contents->parts[i];
        if (part->is_searched) {
            struct msg_arg args[] = {
                MSG_TEXT(word_text(env, part->title)), MSG_NUMBER((double)contents->counts[i])};
            ui_chip(ui,
                (struct ui_chip){.key = str_from(part->path),
                    .label = i18n_format(env->i18n, arena, env->locale, MSG_SEARCH_PART, args, 2),
                    .icon = str_from(part->icon),
                    .action = arena_printf(arena, "open %s", part->path)});
        }
    }
    group_close(ui);
}

void
search_start_view(struct ui *ui, const struct screen_env *env, const struct search_start *start,
    bool is_in_vain) {
    if (!is_in_vain) {
        recent(ui, env);
    }
    if (start->count > 0) {
        examples(ui, env, start);
    }
    parts(ui, env, &start->contents);
    if (!is_in_vain) {
        page_section_open(ui, env, STR("hint"), word_text(env, MSG_SEARCH_HINT_TITLE));
        page_text(ui, env, word_text(env, MSG_SEARCH_HINT));
        ui_close(ui);
    }
}

/* search - one field for every script; `search?q=` shows what was found. */
#include "screens/answer.h"
#include "screens/page.h"
#include "screens/registry.h"

#include "base/check.h"
#include "content/search.h"

/* Whatever the field takes, a path holds and the search reads. */
_Static_assert(sizeof("search?q=") + 3 * UI_FIELD_BYTES <= PATH_BYTES, "three bytes for each");
_Static_assert(UI_FIELD_CHARACTERS <= SEARCH_QUERY_CHARACTERS, "all of it is looked for");

#define EXAMPLES 5 /* so many cities are offered to try: a help, not a list */

struct search {
    struct str query;
    struct rows *hits;
    struct search_answer answer;
    struct str searched_for;   /* where it is not what was typed */
    struct store_city *cities; /* what the empty screen offers to try */
    size_t city_count;
};

/* The last partners of the list: places one may not have thought of. */
static bool
load_examples(
    struct search *search, struct arena *arena, const struct screen_env *env, struct err *err) {
    size_t count;
    if (!store_listing_size(env->store, STR("cities"), &count, err)) {
        return false;
    }
    struct store_window window = {STR("cities"), count > EXAMPLES ? count - EXAMPLES : 0, EXAMPLES};
    return store_cities(
        env->store, arena, env->locale, window, &search->cities, &search->city_count, err);
}

static bool
ask_hits(void *self, struct store *store, struct arena *arena, size_t first, size_t most,
    void **items, size_t *count, struct err *err) {
    struct search_hit *hits = NULL;
    bool ok = search_hits(self, store, arena, first, most, &hits, count, err);
    *items = hits;
    return ok;
}

static bool
search_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    (void)found;
    struct search *search = ARENA_NEW(&screen->arena, struct search);
    screen->model = search;
    search->query = str_trim(screen_path_value(&screen->path, STR("q")));
    if (search->query.n == 0) {
        return load_examples(search, &screen->arena, env, err);
    }
    struct search_results *results;
    bool ok = search_open(env->store, &screen->arena, env->locale, search->query, &results, err) &&
              search_answer(results, env->store, &screen->arena, &search->answer, err);
    search->searched_for = search_searched_for(results);
    search->hits = rows_open_of(
        screen, STR("hits"), search_count(results), ask_hits, results, sizeof(struct search_hit));
    return ok;
}

struct view {
    const struct search *search;
    const struct screen_env *env;
};

static void
hit_row(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    const struct screen_env *env = view->env;
    const struct search_hit *hit = rows_at(view->search->hits, env, i);
    struct arena *arena = ui_arena(ui);
    if (!hit) {
        page_row_missing(ui, env, i);
        return;
    }
    struct ui_span *mark = ARENA_NEW(arena, struct ui_span);
    *mark = (struct ui_span){
        .start = hit->match_start, .end = hit->match_end, .strong = true, .color = COLOR_LINK};
    ui_card_open(ui, (struct ui_card){.key = hit->path,
                         .action = arena_printf(arena, "open %.*s", STR_ARG(hit->path)),
                         .role = ROLE_LINK,
                         .gap = SPACE_XS});
    ui_open(ui, (struct ui_box){.axis = UI_WRAP, .gap = SPACE_S, .align = UI_ALIGN_CENTER});
    ui_badge(ui, word_for(env, WORDS_HIT, hit->kind), word_tone(env, WORDS_HIT, hit->kind));
    ui_text(ui, hit->detail, env->locale,
        (struct ui_text_spec){.style = TYPE_CAPTION, .color = COLOR_TEXT_SUBTLE});
    ui_close(ui);
    ui_text(
        ui, hit->title, env->locale, (struct ui_text_spec){.style = TYPE_SUBTITLE, .strong = true});
    if (hit->snippet.n && !str_eq(hit->snippet, hit->title)) {
        ui_text(ui, hit->snippet, env->locale,
            (struct ui_text_spec){.style = TYPE_BODY,
                .spans = mark,
                .span_count = hit->match_end > hit->match_start,
                .color = COLOR_TEXT_SUBTLE});
    }
    ui_close(ui);
}

static void
results(struct ui *ui, const struct screen_env *env, const struct search *search) {
    struct arena *arena = ui_arena(ui);
    if (search->hits->count == 0) {
        struct msg_arg args[] = {MSG_TEXT(search->query)};
        ui_empty(
            ui, (struct ui_empty){.icon = STR("search"),
                    .title = i18n_format(env->i18n, arena, env->locale, MSG_SEARCH_NONE, args, 1),
                    .text = word_text(env, MSG_SEARCH_NONE_TEXT)});
        return;
    }
    struct str count = word_count(env, arena, MSG_COUNT_RESULTS, search->hits->count);
    if (search->searched_for.n > 0) {
        struct msg_arg args[] = {MSG_TEXT(search->searched_for)};
        page_text(ui, env, i18n_format(env->i18n, arena, env->locale, MSG_SEARCHED_FOR, args, 1));
    }
    answer_view(ui, env, &search->answer);
    struct view *view = ARENA_NEW(arena, struct view);
    *view = (struct view){search, env};
    ui_text(ui, count, env->locale,
        (struct ui_text_spec){.style = TYPE_BODY, .color = COLOR_TEXT_SUBTLE});
    ui_list(ui, (struct ui_list){.key = STR("hits"),
                    .label = count,
                    .content = arena_printf(arena, "found %.*s", STR_ARG(search->query)),
                    .count = search->hits->count,
                    .gap = SPACE_S,
                    .row = hit_row,
                    .self = view});
}

static void
suggestions(struct ui *ui, const struct screen_env *env, const struct search *search) {
    struct arena *arena = ui_arena(ui);
    page_section_open(ui, env, STR("hint"), word_text(env, MSG_SEARCH_HINT_TITLE));
    page_text(ui, env, word_text(env, MSG_SEARCH_HINT));
    ui_heading(ui, word_text(env, MSG_SEARCH_TRY), env->locale, (struct ui_heading){.level = 3});
    ui_open(ui, (struct ui_box){.key = STR("examples"),
                    .role = ROLE_LIST,
                    .label = word_text(env, MSG_SEARCH_TRY),
                    .axis = UI_WRAP,
                    .gap = SPACE_S});
    for (size_t i = 0; i < search->city_count && i < EXAMPLES; i++) {
        struct str word = search->cities[search->city_count - 1 - i].name;
        ui_chip(ui, (struct ui_chip){.key = word,
                        .label = word,
                        .icon = STR("search"),
                        .action = arena_printf(
                            arena, "open search?q=%s", screen_path_encode(arena, word).p)});
    }
    ui_close(ui);
    ui_close(ui);
}

/* A phone brings its own keyboard, and ten keys of a finger's size do not fit side by side on it.
 */
static bool
has_room(const struct ui *ui, const struct screen_env *env) {
    return env->posture == POSTURE_KIOSK || ui_metrics(ui)->width_class != WIDTH_COMPACT;
}

static void
ask(struct ui *ui, const struct screen_env *env) {
    ui_search_field(ui, (struct ui_search_field){.key = STR("q"),
                            .label = word_text(env, MSG_SEARCH_LABEL),
                            .placeholder = word_text(env, MSG_SEARCH_PLACEHOLDER),
                            .action = STR("find"),
                            .clear_label = word_text(env, MSG_SEARCH_CLEAR),
                            .autofocus = env->posture == POSTURE_HANDHELD});
    if (!has_room(ui, env)) {
        return;
    }
    if (!env->keyboard->is_open) {
        ui_button(ui, (struct ui_button){.key = STR("toggle"),
                          .label = word_text(env, MSG_KEYBOARD_SHOW),
                          .icon = STR("keyboard"),
                          .kind = UI_BUTTON_GHOST,
                          .action = STR("keyboard toggle")});
    } else if (!keyboard_fits(ui, env->keyboard)) {
        keyboard_view(ui, env);
    }
}

/* The keyboard stands below what scrolls, so that all of it is there and the answers come above;
 * under large type the field alone says where one is. */
static void
search_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct search *search = screen->model;
    bool is_typing =
        env->keyboard->is_open && has_room(ui, env) && keyboard_fits(ui, env->keyboard);
    bool is_short = ui_metrics(ui)->text_scale >= LARGE_TEXT_SCALE || !ui_metrics(ui)->is_tall;
    page_frame_open(screen, env, ui);
    if (!is_typing || !is_short) {
        page_head(ui, env, screen->title, (struct str){0}, (struct str){0});
    }
    ui_open(ui, (struct ui_box){.gap = SPACE_S});
    ask(ui, env);
    ui_close(ui);
    ui_open(ui, (struct ui_box){.gap = SPACE_M});
    if (search->query.n) {
        results(ui, env, search);
    } else {
        suggestions(ui, env, search);
    }
    ui_close(ui);
    if (is_typing) {
        ui_chrome_dock(ui);
        keyboard_view(ui, env);
    }
    page_frame_close(ui);
}

const struct screen_ops screen_search = {
    .name = "search",
    .title = MSG_TITLE_SEARCH,
    .load = search_load,
    .view = search_view,
    .max_width = 1400,
};

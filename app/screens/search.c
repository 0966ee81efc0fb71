/* search - one field for every script; `search?q=` shows what was found. */
#include "screens/answer.h"
#include "screens/page.h"
#include "screens/registry.h"
#include "screens/search_start.h"

#include "content/search.h"

/* Whatever the field takes, a path holds and the search reads. */
_Static_assert(sizeof("search?q=") + 3 * UI_FIELD_BYTES <= PATH_BYTES, "three bytes for each");
_Static_assert(UI_FIELD_CHARACTERS <= SEARCH_QUERY_CHARACTERS, "all of it is looked for");

struct search {
    struct str query;
    struct rows *hits;
    struct search_answer answer;
    struct str searched_for;    /* where it is not what was typed */
    struct search_start *start; /* while nothing is typed, or nothing was found; else NULL */
};

static bool
ask_hits(void *self, struct store *store, struct arena *arena, size_t first, size_t most,
    void **items, size_t *count, struct err *err) {
    struct search_hit *hits = NULL;
    bool ok = search_hits(self, store, arena, first, most, &hits, count, err);
    *items = hits;
    return ok;
}

/* What Enter opens: what stands first. */
static void
find_first(struct screen *screen, const struct screen_env *env, const struct search *search) {
    const struct search_hit *hit = search->hits->count > 0 ? rows_at(search->hits, env, 0) : NULL;
    if (search->answer.kind != SEARCH_ANSWER_NONE) {
        screen->first = search->answer.path;
    } else if (hit) {
        screen->first = arena_str(&screen->arena, hit->path);
    }
}

/* Half a word may find nothing that the whole word finds: what stands there stays until it is clear
 * that nothing comes of it. */
static bool
ask(struct screen *screen, const struct screen_env *env, struct str query,
    struct search_results **results, struct err *err) {
    struct arena *arena = &screen->arena;
    screen->found_for = query;
    if (!search_open(env->store, arena, env->locale, query, results, err)) {
        return false;
    }
    if (search_count(*results) > 0 || env->held.n == 0) {
        return true;
    }
    screen->is_held = true;
    screen->found_for = arena_str(arena, env->held);
    return search_open(env->store, arena, env->locale, screen->found_for, results, err);
}

static bool
search_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    (void)found;
    struct search *search = ARENA_NEW(&screen->arena, struct search);
    struct search_results *results = NULL;
    screen->model = search;
    search->query = str_trim(screen_path_value(&screen->path, STR("q")));
    if (search->query.n > 0) {
        if (!ask(screen, env, search->query, &results, err) ||
            !search_answer(results, env->store, &screen->arena, &search->answer, err)) {
            return false;
        }
        search->searched_for = search_searched_for(results);
        search->hits = rows_open_of(screen, STR("hits"), search_count(results), ask_hits, results,
            sizeof(struct search_hit));
        if (!screen->is_held) {
            find_first(screen, env, search);
        }
        if (search->hits->count > 0) {
            return true;
        }
        screen->found_for = (struct str){0};
    }
    search->start = ARENA_NEW(&screen->arena, struct search_start);
    return search_start_load(search->start, screen, env, err);
}

struct view {
    const struct search *search;
    const struct screen_env *env;
};

/* What tells why a row is there, when what is marked in it was not typed. */
static struct str
why(const struct screen_env *env, struct arena *arena, const struct search_hit *hit) {
    static const enum msg words[] = {[SEARCH_WHY_SPELLING] = MSG_WHY_SPELLING,
        [SEARCH_WHY_SYNONYM] = MSG_WHY_SYNONYM,
        [SEARCH_WHY_NAME] = MSG_WHY_NAME};
    if (hit->why == SEARCH_WHY_WRITTEN || hit->match_start == hit->match_end) {
        return (struct str){0};
    }
    struct msg_arg args[] = {MSG_TEXT(str_slice(hit->snippet, hit->match_start, hit->match_end))};
    return i18n_format(env->i18n, arena, env->locale, words[hit->why], args, 1);
}

static const struct ui_span *
mark(struct arena *arena, size_t start, size_t end) {
    struct ui_span *span = ARENA_NEW(arena, struct ui_span);
    *span = (struct ui_span){.start = start, .end = end, .strong = true, .color = COLOR_INDIGO};
    return span;
}

static void
hit_texts(struct ui *ui, const struct screen_env *env, const struct search_hit *hit) {
    struct arena *arena = ui_arena(ui);
    struct str reason = why(env, arena, hit);
    ui_text(ui, hit->title, env->locale,
        (struct ui_text_spec){.style = TYPE_LEAD,
            .strong = true,
            .spans = mark(arena, hit->title_start, hit->title_end),
            .span_count = hit->title_end > hit->title_start});
    if (hit->snippet.n && !str_eq(hit->snippet, hit->title)) {
        ui_text(ui, hit->snippet, hit->snippet_language,
            (struct ui_text_spec){.style = TYPE_BODY,
                .spans = mark(arena, hit->match_start, hit->match_end),
                .span_count = hit->match_end > hit->match_start,
                .color = COLOR_INK2});
    }
    if (reason.n) {
        ui_text(ui, reason, env->locale,
            (struct ui_text_spec){.key = STR("why"), .style = TYPE_CAPTION, .color = COLOR_INK2});
    }
}

static void
hit_row(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    const struct screen_env *env = view->env;
    const struct search_hit *hit = rows_at(view->search->hits, env, i);
    if (!hit) {
        page_row_missing(ui, env, i);
        return;
    }
    ui_card_open(ui, (struct ui_card){.key = hit->path,
                         .action = arena_printf(ui_arena(ui), "open %.*s", STR_ARG(hit->path)),
                         .role = ROLE_LINK,
                         .gap = SPACE_XS});
    ui_open(ui, (struct ui_box){.axis = UI_WRAP, .gap = SPACE_S, .align = UI_ALIGN_CENTER});
    ui_badge(ui, word_for(env, WORDS_HIT, hit->kind), word_tone(env, WORDS_HIT, hit->kind));
    ui_text(ui, hit->detail, env->locale,
        (struct ui_text_spec){.style = TYPE_CAPTION, .color = COLOR_INK2});
    ui_close(ui);
    hit_texts(ui, env, hit);
    ui_close(ui);
}

/* Said as it is, with what can be found instead. */
static void
nothing(struct ui *ui, const struct screen_env *env, const struct search *search) {
    struct msg_arg args[] = {MSG_TEXT(search->query)};
    ui_empty(ui,
        (struct ui_empty){.icon = STR("search"),
            .title = i18n_format(env->i18n, ui_arena(ui), env->locale, MSG_SEARCH_NONE, args, 1),
            .text = word_text(env, MSG_SEARCH_NONE_TEXT)});
    search_start_view(ui, env, search->start, true);
}

/* How many, as the page's heading; `is_low`: where a keyboard leaves little, no larger than that.
 */
static void
count_view(struct ui *ui, const struct screen_env *env, struct str count, bool is_low) {
    ui_text(ui, count, env->locale,
        (struct ui_text_spec){.key = STR("count"),
            .style = is_low ? TYPE_BAR : TYPE_BODY,
            .color = COLOR_INK2,
            .role = ROLE_HEADING,
            .level = 1});
}

static void
results(struct ui *ui, const struct screen_env *env, const struct search *search, bool is_low) {
    struct arena *arena = ui_arena(ui);
    struct str count = word_count(env, arena, MSG_COUNT_RESULTS, search->hits->count);
    struct view *view = ARENA_NEW(arena, struct view);
    *view = (struct view){search, env};
    ui_open(ui, (struct ui_box){.gap = is_low ? SPACE_S : SPACE_M});
    if (search->searched_for.n > 0) {
        struct msg_arg args[] = {MSG_TEXT(search->searched_for)};
        page_text(ui, env, i18n_format(env->i18n, arena, env->locale, MSG_SEARCHED_FOR, args, 1));
    }
    count_view(ui, env, count, is_low);
    answer_view(ui, env, &search->answer);
    ui_list(ui, (struct ui_list){.key = STR("hits"),
                    .label = count,
                    .content = arena_printf(arena, "found %.*s", STR_ARG(search->query)),
                    .count = search->hits->count,
                    .gap = SPACE_S,
                    .row = hit_row,
                    .self = view});
    ui_close(ui);
}

/* A phone brings its own keyboard, and ten keys of a finger's size do not fit side by side on it.
 */
static bool
has_room(const struct ui *ui, const struct screen_env *env) {
    return env->posture == POSTURE_KIOSK || ui_metrics(ui)->width_class != WIDTH_COMPACT;
}

static void
field(struct ui *ui, const struct screen_env *env) {
    bool shows_button = has_room(ui, env) && !env->keyboard->is_open;
    ui_search_field(ui, (struct ui_search_field){.key = STR("q"),
                            .label = word_text(env, MSG_SEARCH_LABEL),
                            .placeholder = word_text(env, MSG_SEARCH_PLACEHOLDER),
                            .action = STR("enter"),
                            .clear_label = word_text(env, MSG_SEARCH_CLEAR),
                            .key_icon = shows_button ? STR("keyboard") : (struct str){0},
                            .key_label = word_text(env, MSG_KEYBOARD_SHOW),
                            .key_action = STR("keyboard toggle"),
                            .autofocus = env->posture == POSTURE_HANDHELD});
}

/* The field stands above what scrolls and the keyboard below, so that one sees what one types and
 * what it finds; under large type the field alone says where one is. In a low window all scrolls.
 */
static void
search_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct search *search = screen->model;
    bool has_keyboard = env->keyboard->is_open && !env->shows_display && has_room(ui, env);
    bool is_docked = has_keyboard && keyboard_fits(ui, env->keyboard);
    bool is_short = ui_metrics(ui)->text_scale >= LARGE_TEXT_SCALE || !ui_metrics(ui)->is_tall;
    bool is_fixed = page_frame_open_head(screen, env, ui, ui_search_field_px(ui));
    if (is_fixed) {
        field(ui, env);
        ui_chrome_page(ui);
    }
    if (!is_fixed || (search->query.n == 0 && !(is_docked && is_short))) {
        page_head(ui, env, screen->title, (struct str){0}, (struct str){0});
    }
    if (!is_fixed) {
        field(ui, env);
    }
    if (has_keyboard && !is_docked) {
        keyboard_view(ui, env, screen->first.n > 0);
    }
    if (!search->start) {
        results(ui, env, search, is_docked && is_short);
    } else if (search->query.n > 0) {
        nothing(ui, env, search);
    } else {
        search_start_view(ui, env, search->start, false);
    }
    if (is_docked) {
        ui_chrome_dock(ui);
        keyboard_view(ui, env, screen->first.n > 0);
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

/* schools - the table of school exchange; `schools/ID` keeps to the links of one school, on either
 * side. */
#include "screens/jump.h"
#include "screens/page.h"
#include "screens/registry.h"

struct schools {
    struct rows *links;
    struct jump jump;
    struct store_section source;
};

/* Of a school in a short table; its links are a list of their own. */
static struct str
content_of(struct arena *arena, struct str listing, struct str school) {
    return arena_printf(arena, "%.*s of %.*s", STR_ARG(listing), STR_ARG(school));
}

static size_t
end_of_school(struct rows *links, const struct screen_env *env, size_t first) {
    const struct store_school_link *link = rows_at(links, env, first), *next = link;
    size_t end = first;
    while (link && next && str_eq(next->school, link->school)) {
        end++;
        next = end < links->count ? rows_at(links, env, end) : NULL;
    }
    return end > first ? end : first + 1;
}

/* Letters where the table is long, else the schools. */
static bool
add_stations(
    struct schools *schools, struct screen *screen, const struct screen_env *env, struct err *err) {
    struct rows *links = schools->links;
    bool ok = true;
    if (links->count > UI_LIST_WHOLE) {
        return jump_add(&schools->jump, screen, env, (struct jump_part){.rows = links}, err);
    }
    for (size_t i = 0, end = 0; ok && i < links->count; i = end) {
        const struct store_school_link *link = rows_at(links, env, i);
        end = end_of_school(links, env, i);
        if (link) {
            struct str name = arena_str(&screen->arena, link->school);
            ok = jump_add(&schools->jump, screen, env,
                (struct jump_part){.content = content_of(&screen->arena, links->listing, name),
                    .count = end - i,
                    .name = name,
                    .title = arena_str(&screen->arena, link->school_name)},
                err);
        }
    }
    return ok;
}

static bool
load_links(struct screen *screen, const struct screen_env *env, struct str listing,
    const struct store_school_link **first, struct err *err) {
    struct schools *schools = ARENA_NEW(&screen->arena, struct schools);
    screen->model = schools;
    jump_init(&schools->jump, screen, screen->path.name, false);
    if (!rows_open(&schools->links, screen, env, listing, rows_ask_school_links,
            sizeof(struct store_school_link), err) ||
        !add_stations(schools, screen, env, err)) {
        return false;
    }
    *first = schools->links->count > 0 ? rows_at(schools->links, env, 0) : NULL;
    return !*first ||
           page_source_load(env, &screen->arena, (*first)->source, &schools->source, err);
}

static bool
schools_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    (void)found;
    const struct store_school_link *first;
    return load_links(screen, env,
        arena_printf(&screen->arena, "school-links/%s", locale_tag(env->locale)), &first, err);
}

static bool
school_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    const struct store_school_link *first;
    struct str listing =
        arena_printf(&screen->arena, "school-links/of/%.*s", STR_ARG(screen->path.id));
    if (!load_links(screen, env, listing, &first, err)) {
        return false;
    }
    *found = first != NULL;
    if (first) {
        bool here = str_eq(first->school, screen->path.id);
        screen->title = arena_str(&screen->arena, here ? first->school_name : first->partner_name);
    }
    return true;
}

static void
link_card(struct ui *ui, const struct screen_env *env, const struct store_school_link *link) {
    struct arena *arena = ui_arena(ui);
    struct msg_arg written[] = {MSG_TEXT(link->partner_written)};
    struct str notes = word_join(env, arena, link->note, link->partner_note);
    ui_card_open(ui, (struct ui_card){.key = link->id, .gap = SPACE_XS, .role = ROLE_LISTITEM});
    ui_noted_open(ui, UI_ALIGN_END);
    ui_open(ui, (struct ui_box){.axis = UI_WRAP, .gap = SPACE_S, .align = UI_ALIGN_CENTER});
    ui_badge(ui, link->country_name, TONE_INFO);
    ui_text(ui, word_date(env, arena, &link->date), env->locale,
        (struct ui_text_spec){.style = TYPE_CAPTION, .color = COLOR_INK2});
    ui_close(ui);
    ui_text(ui, link->partner_name, env->locale,
        (struct ui_text_spec){.style = TYPE_LEAD,
            .strong = true,
            .reading = env->locale == LOCALE_JA ? link->partner_reading : (struct str){0}});
    ui_text(ui, link->field, env->locale, (struct ui_text_spec){.style = TYPE_BODY});
    ui_text(ui, i18n_format(env->i18n, arena, env->locale, MSG_IN_THE_DOCUMENT, written, 1),
        env->locale, (struct ui_text_spec){.style = TYPE_CAPTION, .color = COLOR_INK2});
    ui_noted_close(ui, &(struct ui_aside){.about = link->partner_name, .text = notes});
    ui_close(ui);
}

struct view {
    const struct schools *schools;
    const struct screen_env *env;
    size_t at;    /* from 1: the row that the path asks for */
    size_t first; /* of a school's links */
};

static void
link_of_school(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    const struct store_school_link *link =
        rows_at(view->schools->links, view->env, view->first + i);
    if (link) {
        link_card(ui, view->env, link);
    } else {
        page_row_missing(ui, view->env, view->first + i);
    }
}

/* A short table: the links of one school of ours side by side. Returns the index after them. */
static size_t
school(struct ui *ui, const struct schools *schools, const struct screen_env *env, size_t first) {
    struct rows *links = schools->links;
    const struct store_school_link *link = rows_at(links, env, first);
    size_t end = end_of_school(links, env, first);
    if (!link) {
        page_row_missing(ui, env, first);
        return end;
    }
    struct view *view = ARENA_NEW(ui_arena(ui), struct view);
    *view = (struct view){.schools = schools, .env = env, .first = first};
    ui_open(ui, (struct ui_box){.key = link->school,
                    .gap = SPACE_M,
                    .reveal = jump_is_part(&schools->jump, link->school)});
    ui_section_header(
        ui, (struct ui_section_header){.key = STR("header"),
                .title = link->school_name,
                .count = word_count(env, ui_arena(ui), MSG_COUNT_LINKS, end - first)});
    ui_list(ui, (struct ui_list){.key = STR("links"),
                    .content = content_of(ui_arena(ui), links->listing, link->school),
                    .count = end - first,
                    .min_column = 340,
                    .gap = SPACE_M,
                    .row = link_of_school,
                    .self = view});
    ui_close(ui);
    return end;
}

/* A long one: the first link of a school brings the name of the school along. */
static void
link_row(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    const struct screen_env *env = view->env;
    struct rows *links = view->schools->links;
    const struct store_school_link *link = rows_at(links, env, i);
    const struct store_school_link *before = i > 0 ? rows_at(links, env, i - 1) : NULL;
    if (!link) {
        page_row_missing(ui, env, i);
        return;
    }
    ui_open(ui, (struct ui_box){.gap = SPACE_M, .reveal = view->at == i + 1});
    if (!before || !str_eq(before->school, link->school)) {
        ui_open(ui, (struct ui_box){.padding = {.top = before ? SPACE_M : 0}});
        ui_section_header(
            ui, (struct ui_section_header){.key = link->school, .title = link->school_name});
        ui_close(ui);
    }
    link_card(ui, env, link);
    ui_close(ui);
}

static void
schools_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct schools *schools = screen->model;
    struct view *view = ARENA_NEW(ui_arena(ui), struct view);
    *view = (struct view){schools, env, jump_row(&schools->jump, schools->links), 0};
    if (jump_is_choosing(&schools->jump)) {
        jump_view(&schools->jump, screen, env, ui);
        return;
    }
    page_frame_open_long(screen, env, ui, jump_scrubber(&schools->jump, env, ui));
    page_head(ui, env, screen->title, (struct str){0},
        screen->path.id.n ? (struct str){0} : word_text(env, MSG_SCHOOLS_LEAD));
    for (size_t i = 0; schools->links->count <= UI_LIST_WHOLE && i < schools->links->count;) {
        i = school(ui, schools, env, i);
    }
    if (schools->links->count > UI_LIST_WHOLE) {
        ui_list(ui, (struct ui_list){.key = STR("links"),
                        .content = schools->links->listing,
                        .count = schools->links->count,
                        .gap = SPACE_M,
                        .reveal = view->at,
                        .row = link_row,
                        .self = view});
    }
    if (schools->links->count == 0) {
        page_empty(ui, env);
    } else {
        page_source(ui, env, &schools->source);
    }
    page_take_key(ui, env, screen);
    page_frame_close(ui);
}

static bool
school_paths(const struct screen_env *env, struct path_list *list, struct err *err) {
    struct store_school_link *links;
    size_t count;
    struct str listing = arena_printf(list->arena, "school-links/%s", locale_tag(env->locale));
    if (!store_school_links(
            env->store, list->arena, env->locale, STORE_ALL(listing), &links, &count, err)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || !str_eq(links[i].school, links[i - 1].school)) {
            path_list_add(
                list, arena_printf(list->arena, "schools/%.*s", STR_ARG(links[i].school)));
        }
    }
    for (size_t i = 0; i < count; i++) {
        path_list_add(list, arena_printf(list->arena, "schools/%.*s", STR_ARG(links[i].partner)));
    }
    return true;
}

const struct screen_ops screen_schools = {
    .name = "schools",
    .title = MSG_TITLE_SCHOOLS,
    .load = schools_load,
    .view = schools_view,
    .max_width = 1080,
};

const struct screen_ops screen_school = {
    .name = "schools",
    .takes_id = true,
    .title = MSG_TITLE_SCHOOLS,
    .has_own_title = true,
    .load = school_load,
    .view = schools_view,
    .paths = school_paths,
};

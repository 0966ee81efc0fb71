/* schools - the table of school exchange; `schools/ID` keeps to the links of one school, on either
 * side. */
#include "screens/page.h"
#include "screens/registry.h"

struct schools {
    struct store_school_link *links;
    struct store_section *sections;
    size_t count, section_count;
};

static bool
schools_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    (void)found;
    struct schools *schools = ARENA_NEW(&screen->arena, struct schools);
    screen->model = schools;
    return store_school_links(
               env->store, &screen->arena, env->locale, &schools->links, &schools->count, err) &&
           page_sources(env, &screen->arena, &schools->sections, &schools->section_count, err);
}

static bool
school_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    if (!schools_load(screen, env, found, err)) {
        return false;
    }
    struct schools *schools = screen->model;
    size_t kept = 0;
    for (size_t i = 0; i < schools->count; i++) {
        struct store_school_link *link = &schools->links[i];
        bool here = str_eq(link->school, screen->path.id);
        if (!here && !str_eq(link->partner, screen->path.id)) {
            continue;
        }
        screen->title = here ? link->school_name : link->partner_name;
        schools->links[kept++] = *link;
    }
    schools->count = kept;
    *found = kept > 0;
    return true;
}

static void
link_card(struct ui *ui, const struct screen_env *env, const struct store_school_link *link) {
    struct arena *arena = ui_arena(ui);
    struct msg_arg written[] = {MSG_TEXT(link->partner_written)};
    ui_card_open(ui, (struct ui_card){.key = link->id, .gap = SPACE_XS, .role = ROLE_LISTITEM});
    ui_open(ui, (struct ui_box){.axis = UI_WRAP, .gap = SPACE_S, .align = UI_ALIGN_CENTER});
    ui_badge(ui, link->country_name, TONE_INFO);
    ui_text(ui, word_date(env, arena, &link->date), env->locale,
        (struct ui_text_spec){.style = TYPE_CAPTION, .color = COLOR_TEXT_SUBTLE});
    ui_close(ui);
    ui_text(ui, link->partner_name, env->locale,
        (struct ui_text_spec){.style = TYPE_SUBTITLE,
            .strong = true,
            .reading = env->locale == LOCALE_JA ? link->partner_reading : (struct str){0}});
    ui_text(ui, link->field, env->locale, (struct ui_text_spec){.style = TYPE_BODY});
    ui_text(ui, i18n_format(env->i18n, arena, env->locale, MSG_IN_THE_DOCUMENT, written, 1),
        env->locale, (struct ui_text_spec){.style = TYPE_CAPTION, .color = COLOR_TEXT_SUBTLE});
    ui_remark(ui, link->note);
    ui_remark(ui, link->partner_note);
    ui_close(ui);
}

/* The links of one school of ours. Returns the index after them. */
static size_t
school(struct ui *ui, const struct screen_env *env, const struct schools *schools, size_t first) {
    size_t end = first;
    while (
        end < schools->count && str_eq(schools->links[end].school, schools->links[first].school)) {
        end++;
    }
    ui_open(ui, (struct ui_box){.key = schools->links[first].school, .gap = SPACE_M});
    ui_section_header(
        ui, (struct ui_section_header){.key = STR("header"),
                .title = schools->links[first].school_name,
                .count = word_count(env, ui_arena(ui), MSG_COUNT_LINKS, end - first)});
    ui_open(ui, (struct ui_box){.key = STR("links"),
                    .role = ROLE_LIST,
                    .axis = UI_GRID,
                    .min_column = 340,
                    .gap = SPACE_M});
    for (size_t i = first; i < end; i++) {
        link_card(ui, env, &schools->links[i]);
    }
    ui_close(ui);
    ui_close(ui);
    return end;
}

static void
schools_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct schools *schools = screen->model;
    page_frame_open(screen, env, ui);
    page_head(ui, env, screen->title, (struct str){0},
        screen->path.id.n ? (struct str){0} : word_text(env, MSG_SCHOOLS_LEAD));
    for (size_t at = 0; at < schools->count;) {
        at = school(ui, env, schools, at);
    }
    if (schools->count == 0) {
        page_empty(ui, env);
    } else {
        page_source(ui, env, schools->sections, schools->section_count, schools->links[0].source);
    }
    page_frame_close(ui);
}

static bool
school_paths(const struct screen_env *env, struct path_list *list, struct err *err) {
    struct store_school_link *links;
    size_t count;
    if (!store_school_links(env->store, list->arena, env->locale, &links, &count, err)) {
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

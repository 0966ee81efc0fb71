/* schools - the table of school exchange, country by country; `?country=` keeps to one, and
 * `schools/ID` to the links of one school, on either side. A narrow panel has cards. */
#include "screens/jump.h"
#include "screens/page.h"
#include "screens/registry.h"

/* So many countries stand as keys above the table. */
#define MOST_COUNTRIES 24

/* The links with one country. */
struct part {
    struct str country, name;
    struct rows *links;
};

struct schools {
    struct rows *links; /* what the page shows, or all of it */
    struct part *parts;
    size_t part_count;
    struct str country; /* the filter, or empty */
    bool has_parts; /* the page is divided by them: all links are few, or those of one country */
    struct jump jump;
    struct store_section source;
};

static bool
load_source(
    struct schools *schools, struct screen *screen, const struct screen_env *env, struct err *err) {
    const struct store_school_link *first =
        schools->links->count > 0 ? rows_at(schools->links, env, 0) : NULL;
    return !first || page_source_load(env, &screen->arena, first->source, &schools->source, err);
}

static bool
load_part(struct schools *schools, struct screen *screen, const struct screen_env *env,
    const struct store_school_link *link, struct err *err) {
    struct arena *arena = &screen->arena;
    struct part *part = &schools->parts[schools->part_count++];
    *part = (struct part){
        .country = arena_str(arena, link->country), .name = arena_str(arena, link->country_name)};
    return rows_open(&part->links, screen, env,
        arena_printf(
            arena, "school-links/in/%.*s/%s", STR_ARG(part->country), locale_tag(env->locale)),
        rows_ask_school_links, sizeof(struct store_school_link), err);
}

/* A country that has no links is no filter. */
static bool
load_parts(
    struct schools *schools, struct screen *screen, const struct screen_env *env, struct err *err) {
    struct rows *countries;
    struct str wanted = screen_path_value(&screen->path, STR("country"));
    if (!rows_open(&countries, screen, env, STR("school-links/countries"), rows_ask_school_links,
            sizeof(struct store_school_link), err)) {
        return false;
    }
    schools->parts = ARENA_ARRAY(&screen->arena, countries->count, struct part);
    for (size_t i = 0; i < countries->count; i++) {
        const struct store_school_link *link = rows_at(countries, env, i);
        bool is_wanted = link && str_eq(link->country, wanted);
        if (!link || (i >= MOST_COUNTRIES && !is_wanted)) {
            continue;
        }
        if (!load_part(schools, screen, env, link, err)) {
            return false;
        }
        struct part *part = &schools->parts[schools->part_count - 1];
        if (is_wanted) {
            schools->country = part->country;
            schools->links = part->links;
        }
    }
    schools->has_parts = schools->country.n > 0 || (schools->links->count <= UI_LIST_WHOLE &&
                                                       countries->count <= MOST_COUNTRIES);
    return true;
}

static bool
is_shown(const struct schools *schools, const struct part *part) {
    return schools->has_parts &&
           (schools->country.n == 0 || str_eq(schools->country, part->country));
}

/* Countries; letters where a table is long. */
static bool
add_stations(
    struct schools *schools, struct screen *screen, const struct screen_env *env, struct err *err) {
    bool ok = true;
    for (size_t i = 0; ok && i < schools->part_count; i++) {
        const struct part *part = &schools->parts[i];
        struct jump_part station = {
            .rows = part->links, .name = part->country, .title = part->name};
        if (is_shown(schools, part)) {
            ok = jump_add(&schools->jump, screen, env, station, err);
        }
    }
    if (ok && !schools->has_parts) {
        ok = jump_add(&schools->jump, screen, env, (struct jump_part){.rows = schools->links}, err);
    }
    return ok;
}

static bool
open_links(struct screen *screen, const struct screen_env *env, struct str listing,
    struct schools **out, struct err *err) {
    *out = ARENA_NEW(&screen->arena, struct schools);
    screen->model = *out;
    return rows_open(&(*out)->links, screen, env, listing, rows_ask_school_links,
        sizeof(struct store_school_link), err);
}

static bool
schools_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    (void)found;
    struct schools *schools;
    struct arena *arena = &screen->arena;
    struct str listing = arena_printf(arena, "school-links/%s", locale_tag(env->locale));
    if (!open_links(screen, env, listing, &schools, err) ||
        !load_parts(schools, screen, env, err)) {
        return false;
    }
    struct str path = schools->country.n
                          ? arena_printf(arena, "schools?country=%.*s", STR_ARG(schools->country))
                          : STR("schools");
    jump_init(&schools->jump, screen, path, false);
    return add_stations(schools, screen, env, err) && load_source(schools, screen, env, err);
}

static bool
school_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct schools *schools;
    struct str listing =
        arena_printf(&screen->arena, "school-links/of/%.*s", STR_ARG(screen->path.id));
    if (!open_links(screen, env, listing, &schools, err)) {
        return false;
    }
    jump_init(&schools->jump, screen, screen->path.name, false);
    const struct store_school_link *first =
        schools->links->count > 0 ? rows_at(schools->links, env, 0) : NULL;
    *found = first != NULL;
    if (first) {
        bool here = str_eq(first->school, screen->path.id);
        screen->title = arena_str(&screen->arena, here ? first->school_name : first->partner_name);
    }
    return add_stations(schools, screen, env, err) && load_source(schools, screen, env, err);
}

static struct str
written(const struct screen_env *env, struct arena *arena, const struct store_school_link *link) {
    struct msg_arg args[] = {MSG_TEXT(link->partner_written)};
    return i18n_format(env->i18n, arena, env->locale, MSG_IN_THE_DOCUMENT, args, 1);
}

static void
second(struct ui *ui, const struct screen_env *env, struct str text) {
    ui_text(ui, text, env->locale, (struct ui_text_spec){.style = TYPE_BODY, .color = COLOR_INK2});
}

static void
partner(struct ui *ui, const struct screen_env *env, const struct store_school_link *link) {
    ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_S, .align = UI_ALIGN_CENTER});
    ui_country(ui, link->country);
    ui_open(ui, (struct ui_box){.grow = 1});
    ui_text(ui, link->partner_name, env->locale,
        (struct ui_text_spec){.style = TYPE_BODY_STRONG,
            .reading = env->locale == LOCALE_JA ? link->partner_reading : (struct str){0}});
    ui_close(ui);
    ui_close(ui);
}

static void
link_card(struct ui *ui, const struct screen_env *env, const struct store_school_link *link) {
    struct arena *arena = ui_arena(ui);
    struct str notes = word_join(env, arena, link->note, link->partner_note);
    ui_card_open(ui, (struct ui_card){.key = link->id, .gap = SPACE_XS, .role = ROLE_LISTITEM});
    ui_noted_open(ui, UI_ALIGN_END);
    second(ui, env, word_join(env, arena, link->school_name, word_date(env, arena, &link->date)));
    partner(ui, env, link);
    second(ui, env, word_join(env, arena, link->country_name, link->field));
    ui_text(ui, written(env, arena, link), env->locale,
        (struct ui_text_spec){.style = TYPE_CAPTION, .color = COLOR_INK2});
    ui_noted_close(ui, &(struct ui_aside){.about = link->partner_name, .text = notes});
    ui_close(ui);
}

/* How much of the width each column has. With less of it both schools share one. */
enum { SHARE_OURS = 3, SHARE_PARTNER = 4, SHARE_BOTH = 5, SHARE_SINCE = 2 };

static void
cell_open(struct ui *ui, const char *key, int share) {
    ui_open(ui,
        (struct ui_box){.key = str_from(key), .gap = 2, .share = (float)share, .role = ROLE_CELL});
}

static void
link_cells(struct ui *ui, const struct screen_env *env, const struct store_school_link *link) {
    bool is_wide = ui_metrics(ui)->width_class == WIDTH_WIDE;
    ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_L});
    cell_open(ui, is_wide ? "ours" : "both", is_wide ? SHARE_OURS : SHARE_BOTH);
    ui_text(ui, link->school_name, env->locale,
        (struct ui_text_spec){.style = TYPE_BODY, .color = is_wide ? COLOR_INK : COLOR_INK2});
    if (is_wide) {
        ui_close(ui);
        cell_open(ui, "partner", SHARE_PARTNER);
    }
    partner(ui, env, link);
    second(ui, env, link->field);
    ui_close(ui);
    cell_open(ui, "since", SHARE_SINCE);
    ui_text(ui, word_date(env, ui_arena(ui), &link->date), env->locale,
        (struct ui_text_spec){.style = TYPE_BODY, .tabular = true});
    ui_close(ui);
    ui_close(ui);
}

/* What the source writes stands with the notes. */
static void
link_row(struct ui *ui, const struct screen_env *env, const struct store_school_link *link) {
    struct arena *arena = ui_arena(ui);
    struct str notes = word_join(env, arena, link->note, link->partner_note);
    notes = word_join(env, arena, written(env, arena, link), notes);
    ui_open(
        ui, (struct ui_box){
                .key = link->id, .padding = {.top = SPACE_M}, .gap = SPACE_M, .role = ROLE_ROW});
    ui_noted_open(ui, UI_ALIGN_CENTER);
    link_cells(ui, env, link);
    ui_noted_close(ui, &(struct ui_aside){.about = link->partner_name, .text = notes});
    ui_divider(ui);
    ui_close(ui);
}

struct view {
    const struct screen_env *env;
    struct rows *links;
    size_t at; /* from 1: the row that the path asks for */
    bool are_cards;
};

static void
row(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    const struct store_school_link *link = rows_at(view->links, view->env, i);
    if (!link) {
        page_row_missing(ui, view->env, i);
        return;
    }
    ui_open(ui, (struct ui_box){.reveal = view->at == i + 1});
    if (view->are_cards) {
        link_card(ui, view->env, link);
    } else {
        link_row(ui, view->env, link);
    }
    ui_close(ui);
}

static void
head_cell(
    struct ui *ui, const struct screen_env *env, const char *key, int share, struct str text) {
    cell_open(ui, key, share);
    ui_text(ui, text, env->locale,
        (struct ui_text_spec){.style = TYPE_BODY_STRONG, .color = COLOR_INK2});
    ui_close(ui);
}

/* The heads of the columns, above the i of each row, too. */
static void
heads(struct ui *ui, const struct screen_env *env) {
    struct str ours = word_text(env, MSG_SCHOOLS_OURS),
               partner_head = word_text(env, MSG_SCHOOLS_PARTNER);
    ui_open(ui, (struct ui_box){.key = STR("heads"),
                    .axis = UI_ROW,
                    .gap = SPACE_L,
                    .padding = {.end = 34},
                    .role = ROLE_ROW});
    if (ui_metrics(ui)->width_class == WIDTH_WIDE) {
        head_cell(ui, env, "ours", SHARE_OURS, ours);
        head_cell(ui, env, "partner", SHARE_PARTNER, partner_head);
    } else {
        head_cell(ui, env, "both", SHARE_BOTH, word_join(env, ui_arena(ui), ours, partner_head));
    }
    head_cell(ui, env, "since", SHARE_SINCE, word_text(env, MSG_SCHOOLS_SINCE));
    ui_close(ui);
    ui_divider(ui);
}

/* A table of links, or cards of them. */
static void
links_view(struct ui *ui, const struct screen_env *env, const struct schools *schools,
    struct rows *links, struct str label) {
    struct view *view = ARENA_NEW(ui_arena(ui), struct view);
    *view = (struct view){
        env, links, jump_row(&schools->jump, links), ui_metrics(ui)->width_class == WIDTH_COMPACT};
    if (!view->are_cards) {
        ui_card_open(ui, (struct ui_card){.key = STR("table"), .label = label, .role = ROLE_TABLE});
        heads(ui, env);
    }
    ui_list(ui, (struct ui_list){.key = STR("links"),
                    .label = view->are_cards ? label : (struct str){0},
                    .content = links->listing,
                    .count = links->count,
                    .gap = view->are_cards ? SPACE_M : 0,
                    .reveal = view->at,
                    .row = row,
                    .self = view});
    if (!view->are_cards) {
        ui_close(ui);
    }
}

static void
part_view(struct ui *ui, const struct screen_env *env, const struct schools *schools,
    const struct part *part) {
    ui_open(ui, (struct ui_box){.key = part->country,
                    .gap = SPACE_M,
                    .reveal = jump_is_part(&schools->jump, part->country)});
    ui_section_header(
        ui, (struct ui_section_header){.key = STR("header"),
                .title = part->name,
                .count = word_count(env, ui_arena(ui), MSG_COUNT_LINKS, part->links->count)});
    links_view(ui, env, schools, part->links, part->name);
    ui_close(ui);
}

static void
countries(struct ui *ui, const struct screen_env *env, const struct schools *schools) {
    ui_open(ui, (struct ui_box){.key = STR("countries"),
                    .role = ROLE_LIST,
                    .label = word_text(env, MSG_SCHOOLS_COUNTRY),
                    .axis = UI_WRAP,
                    .gap = SPACE_S});
    ui_chip(ui, (struct ui_chip){.key = STR("all"),
                    .label = word_text(env, MSG_FILTER_ALL),
                    .action = STR("replace schools"),
                    .selected = schools->country.n == 0});
    for (size_t i = 0; i < schools->part_count; i++) {
        const struct part *part = &schools->parts[i];
        ui_chip(ui, (struct ui_chip){.key = part->country,
                        .label = part->name,
                        .action = arena_printf(
                            ui_arena(ui), "replace schools?country=%.*s", STR_ARG(part->country)),
                        .selected = str_eq(schools->country, part->country)});
    }
    ui_close(ui);
}

static void
schools_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct schools *schools = screen->model;
    if (jump_is_choosing(&schools->jump)) {
        jump_view(&schools->jump, screen, env, ui);
        return;
    }
    page_frame_open_long(screen, env, ui, jump_scrubber(&schools->jump, env, ui));
    page_head(ui, env, screen->title, (struct str){0},
        screen->path.id.n ? (struct str){0} : word_text(env, MSG_SCHOOLS_LEAD));
    if (schools->part_count > 1) {
        countries(ui, env, schools);
    }
    for (size_t i = 0; i < schools->part_count; i++) {
        if (is_shown(schools, &schools->parts[i])) {
            part_view(ui, env, schools, &schools->parts[i]);
        }
    }
    if (schools->links->count == 0) {
        page_empty(ui, env);
    } else if (!schools->has_parts) {
        links_view(ui, env, schools, schools->links, screen->title);
    }
    page_source(ui, env, &schools->source);
    page_take_key(ui, env, screen);
    page_frame_close(ui);
}

static bool
country_paths(const struct screen_env *env, struct path_list *list, struct err *err) {
    struct store_school_link *links;
    size_t count;
    if (!store_school_links(env->store, list->arena, env->locale,
            STORE_ALL(STR("school-links/countries")), &links, &count, err)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        path_list_add(
            list, arena_printf(list->arena, "schools?country=%.*s", STR_ARG(links[i].country)));
    }
    return true;
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
    .paths = country_paths,
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

#include "screens/parts/map.h"

#include "base/sort.h"
#include "screens/words.h"

enum map_tie
map_tie_of(struct str status) {
    return str_eq(status, STR("active"))      ? TIE_ACTIVE
           : str_eq(status, STR("suspended")) ? TIE_SUSPENDED
           : str_eq(status, STR("planned"))   ? TIE_PLANNED
                                              : TIE_UNKNOWN;
}

static struct geo_place
place_of(const struct store_city *city) {
    return (struct geo_place){city->latitude, city->longitude};
}

static int
by_distance(const void *a, const void *b) {
    const struct map_partner *x = a, *y = b;
    if (x->has_place != y->has_place) {
        return x->has_place ? -1 : 1;
    }
    return x->distance_km < y->distance_km ? -1 : x->distance_km > y->distance_km ? 1 : 0;
}

/* Two cities of one name are told apart by their countries. */
static void
name_partner(struct map *map, const struct screen_env *env, struct arena *arena, size_t self) {
    struct map_partner *partner = &map->partners[self];
    bool is_alone = !str_eq(partner->city.name, map->home.name);
    for (size_t i = 0; is_alone && i < map->count; i++) {
        is_alone = i == self || !str_eq(partner->city.name, map->partners[i].city.name);
    }
    struct msg_arg args[] = {MSG_TEXT(partner->city.name), MSG_TEXT(partner->city.country_name)};
    partner->name = is_alone ? partner->city.name
                             : i18n_format(env->i18n, arena, env->locale, MSG_NAME_OF, args, 2);
}

static void
measure(struct map *map, const struct screen_env *env, struct arena *arena, size_t self) {
    struct map_partner *partner = &map->partners[self];
    partner->has_place = map->has_home && partner->city.has_position;
    if (partner->has_place) {
        struct geo_place from = place_of(&map->home), to = place_of(&partner->city);
        partner->distance_km = geo_km(from, to);
        partner->km = word_km(env, arena, partner->distance_km);
        partner->away = word_away(env, arena, from, to);
    }
}

static bool
load_partners(
    struct map *map, struct screen *screen, const struct screen_env *env, struct err *err) {
    struct arena *arena = &screen->arena;
    struct store_relation *relations;
    size_t count;
    struct store_window window = {
        arena_printf(arena, "relations/%.*s", STR_ARG(map->home.id)), 0, LABELS_MOST};
    if (!store_relations(env->store, arena, env->locale, window, &relations, &count, err)) {
        return false;
    }
    map->partners = ARENA_ARRAY(arena, count, struct map_partner);
    for (size_t i = 0; i < count; i++) {
        bool found, is_home_first = str_eq(relations[i].city, map->home.id);
        struct map_partner *partner = &map->partners[map->count];
        if (!store_city(env->store, arena, env->locale,
                is_home_first ? relations[i].partner : relations[i].city, &partner->city, &found,
                err)) {
            return false;
        }
        bool is_known = false;
        for (size_t k = 0; found && k < map->count; k++) {
            is_known = is_known || str_eq(map->partners[k].city.id, partner->city.id);
        }
        map->count += found && !is_known ? 1 : 0;
    }
    return true;
}

static void
make_sheet(struct map *map, struct arena *arena) {
    while (map->placed < map->count && map->partners[map->placed].has_place) {
        map->placed++;
    }
    struct map_point *points = ARENA_ARRAY(arena, map->placed, struct map_point);
    for (size_t i = 0; i < map->placed; i++) {
        const struct store_city *city = &map->partners[i].city;
        points[i] = (struct map_point){
            place_of(city), map_tie_of(city->relation_status), theme_country(city->country)};
    }
    map->sheet = map_sheet_create(arena, place_of(&map->home), points, map->placed);
}

bool
map_load(struct map **out, struct screen *screen, const struct screen_env *env, struct err *err) {
    struct map *map = ARENA_NEW(&screen->arena, struct map);
    struct store_info info;
    bool found;
    *out = map;
    if (!store_info(env->store, &screen->arena, &info, err) ||
        !store_city(env->store, &screen->arena, env->locale, info.home, &map->home, &found, err)) {
        return false;
    }
    if (!found) {
        return true;
    }
    map->has_home = map->home.has_position;
    if (!load_partners(map, screen, env, err)) {
        return false;
    }
    for (size_t i = 0; i < map->count; i++) {
        name_partner(map, env, &screen->arena, i);
        measure(map, env, &screen->arena, i);
    }
    sort_items(map->partners, map->count, sizeof(map->partners[0]), by_distance);
    make_sheet(map, &screen->arena);
    return true;
}

static void
plate_words(struct ui *ui, const struct screen_env *env, const struct map_partner *partner,
    enum map_form form) {
    bool is_column = form == MAP_TWO_LINES;
    ui_open(ui, (struct ui_box){.axis = is_column ? UI_COLUMN : UI_ROW,
                    .gap = is_column ? 0 : SPACE_S,
                    .align = is_column ? UI_ALIGN_START : UI_ALIGN_CENTER});
    ui_text(ui, partner->name, env->locale,
        (struct ui_text_spec){.style = TYPE_LABEL, .no_wrap = true, .decorative = true});
    if (form != MAP_NAMES) {
        ui_text(ui, partner->km, env->locale,
            (struct ui_text_spec){.style = TYPE_CAPTION,
                .color = COLOR_INK2,
                .no_wrap = true,
                .tabular = true,
                .decorative = true});
    }
    ui_close(ui);
}

static void
plate(struct ui *ui, const struct screen_env *env, const struct map *map, size_t index) {
    const struct map_partner *partner = &map->partners[index];
    struct arena *arena = ui_arena(ui);
    struct theme_mark mark = map->sheet->points[index].mark;
    struct msg_arg args[] = {MSG_TEXT(partner->name), MSG_TEXT(partner->away),
        MSG_TEXT(word_for(env, WORDS_STATUS, partner->city.relation_status))};
    ui_open(ui, (struct ui_box){.key = partner->city.id,
                    .axis = UI_ROW,
                    .gap = 6,
                    .padding = ui_pad2(3, SPACE_S),
                    .align = UI_ALIGN_CENTER,
                    .background = COLOR_CARD,
                    .radius = RADIUS_S,
                    .raised = true,
                    .elevation = 1,
                    .role = ROLE_LINK,
                    .label = i18n_format(env->i18n, arena, env->locale, MSG_MAP_PLATE, args, 3),
                    .action = arena_printf(arena, "open cities/%.*s", STR_ARG(partner->city.id))});
    ui_icon(
        ui, (struct ui_icon_spec){.name = str_from(mark.icon), .size = 14, .color = mark.color});
    plate_words(ui, env, partner, map->sheet->form);
    ui_close(ui);
}

/* For those that have no room. */
static void
more_plate(struct ui *ui, const struct screen_env *env, const struct map *map, size_t count) {
    ui_open(ui, (struct ui_box){.key = STR("more"),
                    .axis = UI_ROW,
                    .padding = ui_pad2(3, SPACE_S),
                    .align = UI_ALIGN_CENTER,
                    .background = COLOR_CARD,
                    .radius = RADIUS_S,
                    .raised = true,
                    .elevation = 1,
                    .role = ROLE_LINK,
                    .action = STR("open map")});
    struct str words = count < map->placed ? word_count(env, ui_arena(ui), MSG_MAP_MORE, count)
                                           : word_text(env, MSG_MAP_CHOOSE);
    ui_text(ui, words, env->locale, (struct ui_text_spec){.style = TYPE_LABEL, .no_wrap = true});
    ui_close(ui);
}

/* Where one is, and nothing to touch. */
static void
home_plate(struct ui *ui, const struct screen_env *env, const struct map *map) {
    bool is_small = ui_metrics(ui)->width_class == WIDTH_COMPACT;
    ui_open(ui, (struct ui_box){.key = STR("home"),
                    .padding = ui_pad2(3, SPACE_M),
                    .background = COLOR_INDIGO,
                    .radius = RADIUS_S});
    ui_text(ui, map->home.name, env->locale,
        (struct ui_text_spec){
            .style = is_small ? TYPE_LABEL : TYPE_LEAD, .color = COLOR_ON_INDIGO, .no_wrap = true});
    ui_close(ui);
}

static void
ring_labels(struct ui *ui, const struct screen_env *env, const struct map *map) {
    for (int i = 0; i < MAP_RINGS; i++) {
        if (map->sheet->has_ring_label[i]) {
            ui_open(ui, (struct ui_box){.padding = ui_pad2(0, SPACE_XS),
                            .background = COLOR_WATER,
                            .radius = RADIUS_S});
            ui_text(ui, word_km(env, ui_arena(ui), map_rings_km[i]), env->locale,
                (struct ui_text_spec){.style = TYPE_CAPTION,
                    .color = COLOR_INDIGO,
                    .no_wrap = true,
                    .tabular = true,
                    .decorative = true});
            ui_close(ui);
        }
    }
}

void
map_view(struct ui *ui, const struct screen_env *env, struct map *map, struct map_box box) {
    struct map_sheet *sheet = map->sheet;
    struct arena *arena = ui_arena(ui);
    if (!map->has_home) {
        return;
    }
    map_sheet_begin(sheet, ui_metrics(ui), box.has_plates);
    struct map_sheet **data = ARENA_NEW(arena, struct map_sheet *);
    *data = sheet;
    struct msg_arg args[] = {MSG_TEXT(map->home.name)};
    ui_open(ui, (struct ui_box){.key = box.key,
                    .axis = UI_OVERLAY,
                    .grow = box.height > 0 ? 0 : 1,
                    .height = box.height / ui_metrics(ui)->text_scale,
                    .min_height = box.min_height / ui_metrics(ui)->text_scale,
                    .role = ROLE_REGION,
                    .label = i18n_format(env->i18n, arena, env->locale, MSG_MAP_LABEL, args, 1),
                    .arrange = map_sheet_arrange,
                    .arranger = sheet,
                    .canvas = map_sheet_draw,
                    .canvas_data = data});
    for (size_t i = 0; i < map->placed; i++) {
        if (sheet->is_shown[i]) {
            plate(ui, env, map, i);
        }
    }
    if (box.has_plates && sheet->shown < map->placed) {
        more_plate(ui, env, map, map->placed - sheet->shown);
    }
    home_plate(ui, env, map);
    ring_labels(ui, env, map);
    ui_close(ui);
}

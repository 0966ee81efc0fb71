#include "screens/compare/model.h"

#include "base/check.h"

#include <math.h>

#define HERO_SHAPE 1.72f
#define HA_A_KM2 100

enum { FIGURES_LOOK = 32 }; /* what belongs at a glance is among the first */

double
compare_people_a_dot(double most) {
    double people = 1;
    while (people * COMPARE_DOTS < most) {
        people *= 10;
    }
    return people;
}

double
compare_km2(struct str unit, double value) {
    return str_eq(unit, STR("km2")) ? value : str_eq(unit, STR("ha")) ? value / HA_A_KM2 : 0;
}

/* The area, and all its people: the first figures of these units. */
static bool
load_figures(
    struct compared *side, struct arena *arena, const struct screen_env *env, struct err *err) {
    struct store_figure *figures;
    size_t count;
    struct store_window window = {
        arena_printf(arena, "figures/glance/cities/%.*s", STR_ARG(side->city.id)), 0, FIGURES_LOOK};
    if (!store_figures(env->store, arena, env->locale, window, &figures, &count, err)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        double km2 = compare_km2(figures[i].unit, figures[i].value);
        if (side->area.id.n == 0 && km2 > 0) {
            side->area = figures[i];
            side->area_km2 = km2;
        }
        if (side->people.id.n == 0 && str_eq(figures[i].unit, STR("people"))) {
            side->people = figures[i];
        }
    }
    return true;
}

/* What is to be borne in mind about the tie. */
static bool
load_tie(
    struct compared *side, struct arena *arena, const struct screen_env *env, struct err *err) {
    struct store_relation *relations;
    size_t count;
    struct str listing = arena_printf(arena, "relations/%.*s", STR_ARG(side->city.id));
    bool is_there = false;
    size_t place = 0;
    if (side->city.relation.n == 0) {
        return true;
    }
    if (!store_listing_place(env->store, listing, side->city.relation, &place, &is_there, err) ||
        !store_relations(env->store, arena, env->locale, (struct store_window){listing, place, 1},
            &relations, &count, err)) {
        return false;
    }
    side->tie_note = is_there && count > 0 ? relations[0].note : (struct str){0};
    return true;
}

static bool
load_side(struct compare *compare, struct compared *side, struct screen *screen,
    const struct screen_env *env, struct str id, bool *found, struct err *err) {
    struct arena *arena = &screen->arena;
    bool has_hero;
    struct str record = arena_printf(arena, "cities/%.*s", STR_ARG(id));
    if (!store_city(env->store, arena, env->locale, id, &side->city, found, err)) {
        return false;
    }
    if (!*found) {
        return true;
    }
    side->mark = theme_country(side->city.country);
    side->is_home = str_eq(side->city.id, compare->home.id);
    side->dial = dial_of(env, &compare->home, &side->city);
    return store_picture_of(env->store, arena, env->locale, record, STR("hero"), HERO_SHAPE,
               &side->hero, &has_hero, err) &&
           load_figures(side, arena, env, err) && load_tie(side, arena, env, err) &&
           store_visits(env->store, id, &side->visits, err);
}

bool
compare_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct compare *compare = ARENA_NEW(&screen->arena, struct compare);
    struct arena *arena = &screen->arena;
    struct store_info info;
    double people = 0;
    screen->model = compare;
    if (!store_info(env->store, arena, &info, err) ||
        !store_city(env->store, arena, env->locale, info.home, &compare->home, found, err)) {
        return false;
    }
    const struct str ids[COMPARE_SIDES] = {screen->path.id, screen->path.part};
    *found = *found && !str_eq(ids[0], ids[1]);
    for (int i = 0; i < COMPARE_SIDES && *found; i++) {
        struct compared *side = &compare->sides[i];
        if (!load_side(compare, side, screen, env, ids[i], found, err)) {
            return false;
        }
        compare->most_km = fmax(compare->most_km, side->dial.km);
        compare->most_km2 = fmax(compare->most_km2, side->area_km2);
        compare->most_visits = fmax(compare->most_visits,
            (double)(side->visits.outbound > side->visits.inbound ? side->visits.outbound
                                                                  : side->visits.inbound));
        people = fmax(people, side->people.id.n ? side->people.value : 0);
    }
    compare->people_a_dot = compare_people_a_dot(people);
    return true;
}

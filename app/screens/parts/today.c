#include "screens/parts/today.h"

#include "screens/page.h"

enum { DAY_MOST = 16 };

/* Another number each day, the same for a whole day; 0 where nobody knows what day it is. */
static size_t
number_of_day(const struct screen_env *env) {
    const struct edtf_point *day = &env->today;
    return day->precision < EDTF_DAY
               ? 0
               : (size_t)day->year * 372 + (size_t)day->month * 31 + (size_t)day->day;
}

/* Row `nth` of the listing, from the start again when it is shorter. */
static bool
pick(struct today *today, struct arena *arena, const struct screen_env *env, struct str listing,
    size_t nth, enum today_kind kind, struct err *err) {
    size_t size, count;
    struct store_event *events;
    if (!store_listing_size(env->store, listing, &size, err)) {
        return false;
    }
    if (size == 0) {
        return true;
    }
    struct store_window window = {listing, nth % size, 1};
    if (!store_events(env->store, arena, env->locale, window, &events, &count, err)) {
        return false;
    }
    if (count > 0) {
        today->event = events[0];
        today->kind = kind;
    }
    return true;
}

/* What happened on this day in an earlier year: agreements first, then the oldest. */
static bool
pick_day(struct today *today, struct arena *arena, const struct screen_env *env, struct err *err) {
    const struct edtf_point *day = &env->today;
    struct store_event *events;
    size_t count;
    struct store_window window = {
        arena_printf(arena, "events/day/%02d-%02d", day->month, day->day), 0, DAY_MOST};
    if (!store_events(env->store, arena, env->locale, window, &events, &count, err)) {
        return false;
    }
    for (size_t i = 0; i < count && today->kind == TODAY_NONE; i++) {
        if (events[i].date.from.year < day->year) {
            today->event = events[i];
            today->kind = TODAY_DAY;
            today->years = day->year - events[i].date.from.year;
        }
    }
    return true;
}

static bool
pick_story(struct today *today, struct arena *arena, const struct screen_env *env, struct str home,
    struct err *err) {
    struct str listing = arena_printf(arena, "relations/%.*s", STR_ARG(home));
    size_t size, count, day = number_of_day(env);
    struct store_relation *relations;
    if (!store_listing_size(env->store, listing, &size, err)) {
        return false;
    }
    for (size_t i = 0; i < size && i < DAY_MOST && today->kind == TODAY_NONE; i++) {
        struct store_window window = {listing, (day + i) % size, 1};
        if (!store_relations(env->store, arena, env->locale, window, &relations, &count, err)) {
            return false;
        }
        struct str events = arena_printf(
            arena, "events/relation/%.*s", STR_ARG(count > 0 ? relations[0].id : STR("")));
        if (!pick(today, arena, env, events, day / size, TODAY_STORY, err)) {
            return false;
        }
    }
    return true;
}

bool
today_load(struct today *today, struct screen *screen, const struct screen_env *env,
    struct str home, struct err *err) {
    struct arena *arena = &screen->arena;
    const struct edtf_point *day = &env->today;
    struct store_city city;
    bool found = false;
    *today = (struct today){0};
    if (day->precision == EDTF_DAY && !pick_day(today, arena, env, err)) {
        return false;
    }
    if (today->kind == TODAY_NONE && day->precision == EDTF_DAY &&
        !pick(today, arena, env, arena_printf(arena, "events/month/%02d", day->month),
            (size_t)day->day, TODAY_MONTH, err)) {
        return false;
    }
    if (today->kind == TODAY_NONE && !pick_story(today, arena, env, home, err)) {
        return false;
    }
    if (today->kind != TODAY_NONE &&
        !store_city(env->store, arena, env->locale, today->event.city, &city, &found, err)) {
        return false;
    }
    today->country = found ? city.country : (struct str){0};
    return true;
}

static struct str
what_day(const struct screen_env *env, struct arena *arena, const struct today *today) {
    struct msg_arg years[] = {MSG_NUMBER(today->years)};
    switch (today->kind) {
    case TODAY_DAY:
        return i18n_format(env->i18n, arena, env->locale, MSG_TODAY_YEARS, years, 1);
    case TODAY_MONTH:
        return word_text(env, MSG_TODAY_MONTH);
    default:
        return word_text(env, MSG_TODAY_STORY);
    }
}

struct str
today_when(const struct screen_env *env, struct arena *arena, const struct today *today) {
    struct str date = word_date(env, arena, &today->event.date);
    return word_join(env, arena, what_day(env, arena, today), date);
}

/* The shape of the country on ripples: home is where the stone fell. */
static void
mark(struct ui *ui, const struct today *today) {
    struct theme_mark mark = theme_country(today->country);
    float size = 1 / ui_metrics(ui)->text_scale;
    ui_open(ui, (struct ui_box){.padding = ui_pad(SPACE_S),
                    .radius = RADIUS_PILL,
                    .border = COLOR_INDIGO,
                    .background = COLOR_WATER,
                    .self = UI_SELF_CENTER});
    ui_icon(ui,
        (struct ui_icon_spec){.name = str_from(mark.icon), .size = 24 * size, .color = mark.color});
    ui_close(ui);
}

void
today_view(struct ui *ui, const struct screen_env *env, const struct today *today, bool is_small) {
    struct arena *arena = ui_arena(ui);
    const struct store_event *event = &today->event;
    if (today->kind == TODAY_NONE) {
        return;
    }
    ui_open(ui, (struct ui_box){.key = STR("today"),
                    .axis = UI_ROW,
                    .gap = SPACE_M,
                    .padding = ui_pad2(SPACE_S, SPACE_M),
                    .background = COLOR_CARD,
                    .radius = RADIUS_L,
                    .raised = true,
                    .elevation = 1,
                    .role = ROLE_LINK,
                    .action = arena_printf(arena, "open cities/%.*s?event=%.*s",
                        STR_ARG(event->city), STR_ARG(event->id))});
    if (today->country.n && !is_small) {
        mark(ui, today);
    }
    ui_open(ui, (struct ui_box){.gap = 2, .grow = 1, .justify = UI_JUSTIFY_CENTER});
    ui_text(ui, today_when(env, arena, today), env->locale,
        (struct ui_text_spec){.style = TYPE_BODY, .color = COLOR_INK2, .by_phrase = true});
    ui_text(ui, event->title, env->locale,
        (struct ui_text_spec){.style = is_small ? TYPE_LABEL : TYPE_LEAD, .by_phrase = true});
    ui_close(ui);
    if (!is_small) {
        ui_arrow(ui);
    }
    ui_close(ui);
}

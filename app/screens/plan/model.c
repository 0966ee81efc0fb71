#include "screens/plan/model.h"

#include "base/sort.h"
#include "i18n/civil.h"

enum { STEPS_MOST = 200, YEARS_MOST = 6 };

static struct edtf_point
point_of(struct str text, enum edtf_precision least) {
    struct edtf date;
    bool ok = edtf_parse(text, &date, NULL) && !date.is_range && date.from.precision >= least;
    return ok ? date.from : (struct edtf_point){0};
}

struct plan_asked
plan_ask(const struct screen_path *path) {
    struct str choose = screen_path_value(path, STR("choose"));
    return (struct plan_asked){
        .partner = screen_path_value(path, STR("partner")),
        .is_incoming = str_eq(screen_path_value(path, STR("way")), STR("in")),
        .day = point_of(screen_path_value(path, STR("date")), EDTF_DAY),
        .is_choosing = choose.n > 0,
        .shown = point_of(choose, EDTF_MONTH),
    };
}

static struct str
point_text(struct arena *arena, const struct edtf_point *point) {
    return point->precision == EDTF_DAY
               ? arena_printf(arena, "%04d-%02d-%02d", point->year, point->month, point->day)
               : arena_printf(arena, "%04d-%02d", point->year, point->month);
}

struct str
plan_path(struct arena *arena, const struct plan_asked *asked) {
    struct str path = arena_printf(arena, "plan?partner=%.*s", STR_ARG(asked->partner));
    if (asked->day.precision == EDTF_DAY) {
        path = arena_printf(arena, "%.*s&date=%s", STR_ARG(path), point_text(arena, &asked->day).p);
    }
    if (asked->is_incoming) {
        path = arena_printf(arena, "%.*s&way=in", STR_ARG(path));
    }
    if (asked->is_choosing) {
        path = arena_printf(
            arena, "%.*s&choose=%s", STR_ARG(path), point_text(arena, &asked->shown).p);
    }
    return path;
}

/* The day that far from the visit; `false` where the calendar ends before. */
static bool
day_of(const struct plan *plan, const struct offset_end *end, int64_t *day) {
    struct edtf_point point = end->unit == OFFSET_MONTHS
                                  ? civil_add_months(&plan->asked.day, end->number)
                                  : civil_day(plan->visit + offset_days(end));
    *day = civil_number(&point);
    return point.precision == EDTF_DAY;
}

static int
compare_steps(const void *a, const void *b) {
    const struct plan_step *x = a, *y = b;
    if (x->is_dated != y->is_dated) {
        return x->is_dated ? -1 : 1;
    }
    if (x->to != y->to) {
        return x->to < y->to ? -1 : 1;
    }
    return (x->place > y->place) - (x->place < y->place);
}

static void
add_step(struct plan *plan, struct arena *arena, const struct store_check *check) {
    struct plan_step *step = &plan->steps[plan->step_count];
    const struct edtf_point *day = &plan->asked.day;
    step->check = *check;
    step->place = plan->step_count++;
    step->name = arena_printf(arena, "%04d%02d%02d-%.*s-%s-%.*s", day->year, day->month, day->day,
        STR_ARG(plan->partner.id), plan->asked.is_incoming ? "in" : "out", STR_ARG(check->id));
    step->is_dated = check->has_plan && day_of(plan, &check->plan.from, &step->from) &&
                     day_of(plan, &check->plan.to, &step->to);
}

/* The checklist of the country that is visited; without one of its own that of no country. */
static bool
load_steps(struct plan *plan, const struct screen_env *env, struct arena *arena, struct err *err) {
    struct str country = plan->asked.is_incoming ? plan->home.country : plan->partner.country;
    struct str listing = arena_printf(arena, "plans/%.*s", STR_ARG(country));
    struct store_check *checks;
    size_t size, count;
    if (!store_listing_size(env->store, listing, &size, err)) {
        return false;
    }
    struct store_window window = {size > 0 ? listing : STR("plans"), 0, STEPS_MOST};
    if (!store_checklist(env->store, arena, env->locale, window, &checks, &count, err)) {
        return false;
    }
    plan->steps = ARENA_ARRAY(arena, count, struct plan_step);
    for (size_t i = 0; i < count; i++) {
        add_step(plan, arena, &checks[i]);
    }
    sort_items(plan->steps, plan->step_count, sizeof(plan->steps[0]), compare_steps);
    return true;
}

static bool
add_holidays(struct plan *plan, const struct screen_env *env, struct arena *arena, int year,
    struct err *err) {
    struct store_holiday *days;
    size_t count;
    struct str listing = arena_printf(arena, "holidays/%04d", year);
    if (!store_holidays(env->store, arena, env->locale, STORE_ALL(listing), &days, &count, err)) {
        return false;
    }
    struct plan_holiday *all = ARENA_ARRAY(arena, plan->holiday_count + count, struct plan_holiday);
    for (size_t i = 0; i < plan->holiday_count; i++) {
        all[i] = plan->holidays[i];
    }
    for (size_t i = 0; i < count; i++) {
        bool is_home = str_eq(days[i].country, plan->home.country);
        if (is_home || str_eq(days[i].country, plan->partner.country)) {
            all[plan->holiday_count++] =
                (struct plan_holiday){civil_number(&days[i].date.from), days[i], is_home};
        }
    }
    plan->holidays = all;
    return true;
}

/* The years of what is shown: the steps, or the months to choose from. */
static void
years_of(const struct plan *plan, const struct screen_env *env, int *first, int *last) {
    int year = plan->asked.day.precision ? plan->asked.day.year : env->today.year;
    year = plan->asked.is_choosing && plan->asked.shown.precision ? plan->asked.shown.year : year;
    *first = *last = year;
    for (size_t i = 0; i < plan->step_count; i++) {
        if (plan->steps[i].is_dated) {
            int from = civil_day(plan->steps[i].from).year, to = civil_day(plan->steps[i].to).year;
            *first = from < *first ? from : *first;
            *last = to > *last ? to : *last;
        }
    }
    *first -= 1; /* the months beside */
    *last += 1;
}

static bool
has_country(const struct plan *plan, struct str country) {
    for (size_t i = 0; i < plan->holiday_count; i++) {
        if (str_eq(plan->holidays[i].holiday.country, country)) {
            return true;
        }
    }
    return false;
}

static bool
load_holidays(
    struct plan *plan, const struct screen_env *env, struct arena *arena, struct err *err) {
    int *years, first, last;
    size_t count;
    if (!store_holiday_years(env->store, arena, &years, &count, err)) {
        return false;
    }
    plan->first_year = count > 0 ? years[0] : 0;
    plan->last_year = count > 0 ? years[count - 1] : 0;
    years_of(plan, env, &first, &last);
    for (int year = first; year <= last && year - first < YEARS_MOST; year++) {
        if (!add_holidays(plan, env, arena, year, err)) {
            return false;
        }
    }
    bool is_empty = plan->holiday_count == 0; /* of no country: the years say so */
    bool is_home_known = is_empty || has_country(plan, plan->home.country);
    bool is_partner_known = is_empty || has_country(plan, plan->partner.country);
    plan->unknown[0] = is_home_known ? (struct str){0} : plan->home.country_name;
    plan->unknown[1] = is_partner_known ? (struct str){0} : plan->partner.country_name;
    return true;
}

bool
plan_load(struct plan *plan, const struct screen_env *env, struct arena *arena,
    const struct plan_asked *asked, bool *found, struct err *err) {
    struct store_info info;
    *plan = (struct plan){.asked = *asked, .has_today = env->today.precision == EDTF_DAY};
    plan->today = plan->has_today ? civil_number(&env->today) : 0;
    plan->visit = asked->day.precision == EDTF_DAY ? civil_number(&asked->day) : 0;
    *found = true;
    if (!store_info(env->store, arena, &info, err) ||
        !store_city(env->store, arena, env->locale, info.home, &plan->home, found, err)) {
        return false;
    }
    if (asked->partner.n == 0) {
        return true;
    }
    bool is_other = !str_eq(asked->partner, info.home);
    if (!store_city(env->store, arena, env->locale, asked->partner, &plan->partner, found, err)) {
        return false;
    }
    *found = *found && is_other;
    return !*found || ((asked->day.precision != EDTF_DAY || load_steps(plan, env, arena, err)) &&
                          load_holidays(plan, env, arena, err));
}

bool
plan_is_weekend(int64_t day) {
    int weekday = civil_weekday(day);
    return weekday == 0 || weekday == 6;
}

const struct store_holiday *
plan_holiday_on(const struct plan *plan, int64_t day, bool is_home) {
    for (size_t i = 0; i < plan->holiday_count; i++) {
        const struct plan_holiday *holiday = &plan->holidays[i];
        if (holiday->day == day && holiday->is_home == is_home) {
            return &holiday->holiday;
        }
    }
    return NULL;
}

int64_t
plan_days_late(const struct plan *plan, const struct plan_step *step) {
    bool is_late = plan->has_today && step->is_dated && step->to < plan->today;
    return is_late ? plan->today - step->to : 0;
}

bool
plan_is_due(const struct plan *plan, int64_t day) {
    for (size_t i = 0; i < plan->step_count; i++) {
        if (plan->steps[i].is_dated && plan->steps[i].to == day) {
            return true;
        }
    }
    return false;
}

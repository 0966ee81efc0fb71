/* holidays - the days on which offices are closed, of every country that the content has, year by
 * year: this year's unless `?year=` asks for another. `holidays/ID` is one of them through the
 * years. */
#include "screens/jump.h"
#include "screens/page.h"
#include "screens/registry.h"

struct holidays {
    struct rows *days;
    struct jump jump;
    int *years;
    size_t year_count;
    int year;         /* that is shown; 0: of one holiday all are */
    struct str home;  /* the home city's country */
    size_t this_year; /* from 1: the row of one holiday that this year has */
    struct store_section source;
};

static struct str
month_of_day(const void *row, const struct screen_env *env, struct arena *arena) {
    (void)env;
    const struct store_holiday *day = row;
    return arena_printf(arena, "%04d-%02d", day->date.from.year, day->date.from.month);
}

/* The year that was asked for; of others than those of the content the nearest. */
static int
choose_year(const struct holidays *holidays, int64_t wanted) {
    int64_t first = holidays->years[0], last = holidays->years[holidays->year_count - 1];
    wanted = wanted < first ? first : wanted > last ? last : wanted;
    size_t i = holidays->year_count - 1;
    while (i > 0 && holidays->years[i] > wanted) {
        i--;
    }
    return holidays->years[i];
}

static bool
load_country(struct holidays *holidays, struct screen *screen, const struct screen_env *env,
    struct err *err) {
    struct store_info info;
    struct store_city city;
    bool found;
    bool ok = store_info(env->store, &screen->arena, &info, err) &&
              store_city(env->store, &screen->arena, env->locale, info.home, &city, &found, err);
    holidays->home = ok && found ? city.country : (struct str){0};
    return ok;
}

static bool
load_days(struct screen *screen, const struct screen_env *env, struct str listing, struct str path,
    struct err *err) {
    struct holidays *holidays = screen->model;
    jump_init(&holidays->jump, screen, path, true);
    holidays->jump.has_months = holidays->year > 0;
    if (!rows_open(&holidays->days, screen, env, listing, rows_ask_holidays,
            sizeof(struct store_holiday), err) ||
        !load_country(holidays, screen, env, err)) {
        return false;
    }
    const struct store_holiday *first =
        holidays->days->count > 0 ? rows_at(holidays->days, env, 0) : NULL;
    struct str section = first ? arena_str(&screen->arena, first->source) : (struct str){0};
    return (!first || page_source_load(env, &screen->arena, section, &holidays->source, err)) &&
           (holidays->year == 0 ||
               jump_add(&holidays->jump, screen, env,
                   (struct jump_part){.rows = holidays->days, .heading = month_of_day}, err));
}

static bool
holidays_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct holidays *holidays = ARENA_NEW(&screen->arena, struct holidays);
    struct arena *arena = &screen->arena;
    int64_t wanted = env->today.year;
    (void)found;
    screen->model = holidays;
    if (!store_holiday_years(env->store, arena, &holidays->years, &holidays->year_count, err)) {
        return false;
    }
    str_to_i64(screen_path_value(&screen->path, STR("year")), &wanted);
    holidays->year = holidays->year_count > 0 ? choose_year(holidays, wanted) : 0;
    struct edtf date = {.from = {.precision = EDTF_YEAR, .year = (int16_t)holidays->year}};
    if (holidays->year > 0) {
        screen->title = word_join(env, arena, screen->title, word_date(env, arena, &date));
    }
    return load_days(screen, env, arena_printf(arena, "holidays/%04d", holidays->year),
        arena_printf(arena, "holidays?year=%d", holidays->year), err);
}

static bool
holiday_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct holidays *holidays = ARENA_NEW(&screen->arena, struct holidays);
    struct arena *arena = &screen->arena;
    struct str id;
    screen->model = holidays;
    if (!store_holiday_first(env->store, arena, screen->path.id, &id, err) ||
        !load_days(screen, env, arena_printf(arena, "holidays/of/%.*s", STR_ARG(id)),
            arena_printf(arena, "holidays/%.*s", STR_ARG(id)), err)) {
        return false;
    }
    *found = holidays->days->count > 0;
    const struct store_holiday *day = *found ? rows_at(holidays->days, env, 0) : NULL;
    screen->title = day ? arena_str(arena, day->name) : screen->title;
    /* a page that begins with this year shows its head, too */
    for (size_t i = 1; day && i < holidays->days->count && holidays->this_year == 0; i++) {
        day = rows_at(holidays->days, env, i);
        bool is_now = day && day->date.from.year == env->today.year;
        holidays->this_year = is_now ? i + 1 : 0;
    }
    return true;
}

struct view {
    const struct holidays *holidays;
    const struct screen_env *env;
    size_t at; /* from 1: the row that the path asks for, or that this year has */
};

/* What kind of day, where that is not plain, and how sure it is. */
static struct str
words_of(const struct screen_env *env, struct arena *arena, const struct store_holiday *day) {
    bool is_plain = str_eq(day->kind, STR("holiday"));
    return word_join(env, arena,
        is_plain ? (struct str){0} : word_for(env, WORDS_HOLIDAY, day->kind),
        word_for(env, WORDS_CERTAINTY, day->certainty));
}

static const struct store_holiday *
day_at(const struct view *view, size_t i) {
    return i < view->holidays->days->count ? rows_at(view->holidays->days, view->env, i) : NULL;
}

static bool
is_same_part(
    const struct view *view, const struct store_holiday *a, const struct store_holiday *b) {
    bool is_year = view->holidays->year > 0;
    return b && a->date.from.year == b->date.from.year &&
           (!is_year || a->date.from.month == b->date.from.month);
}

/* A month of a year, or a year of a holiday, has a heading. */
static void
part_heading(
    struct ui *ui, const struct view *view, const struct store_holiday *day, bool is_at_top) {
    struct arena *arena = ui_arena(ui);
    struct edtf date = {.from = day->date.from};
    bool is_year = view->holidays->year > 0;
    date.from.precision = is_year ? EDTF_MONTH : EDTF_YEAR;
    ui_open(ui, (struct ui_box){.padding = {.top = is_at_top ? 0 : SPACE_L}});
    ui_heading(ui, i18n_date(view->env->i18n, arena, view->env->locale, &date, false),
        view->env->locale,
        (struct ui_heading){.key = is_year ? arena_printf(arena, "month-%d", date.from.month)
                                           : arena_printf(arena, "year-%d", date.from.year),
            .level = 2});
    ui_close(ui);
}

static void
day_row(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    const struct screen_env *env = view->env;
    struct arena *arena = ui_arena(ui);
    const struct store_holiday *day = day_at(view, i);
    if (!day) {
        page_row_missing(ui, env, i);
        return;
    }
    bool is_first = i == 0 || !is_same_part(view, day, day_at(view, i - 1));
    bool is_last = !is_same_part(view, day, day_at(view, i + 1));
    bool is_home = str_eq(day->country, view->holidays->home);
    bool is_of_many = view->holidays->year > 0 && !str_eq(day->kind, STR("substitute"));
    ui_open(ui, (struct ui_box){.gap = SPACE_S, .reveal = view->at == i + 1});
    if (is_first) {
        part_heading(ui, view, day, i == 0);
    }
    ui_timeline_item(
        ui, (struct ui_timeline_item){.key = day->id,
                .date = i18n_day(env->i18n, arena, env->locale, &day->date.from, false),
                .title = day->name,
                .detail = words_of(env, arena, day),
                .note = day->note,
                .badge = day->country_name,
                .badge_tone = is_home ? TONE_PRIMARY : TONE_INFO,
                .action = is_of_many ? page_action(ui, "holidays", day->id) : (struct str){0},
                .first = is_first,
                .last = is_last});
    ui_close(ui);
}

static void
year_chips(struct ui *ui, const struct screen_env *env, const struct holidays *holidays) {
    struct arena *arena = ui_arena(ui);
    ui_open(ui, (struct ui_box){.key = STR("years"),
                    .role = ROLE_LIST,
                    .label = word_text(env, MSG_CHOOSE_YEAR),
                    .axis = UI_WRAP,
                    .gap = SPACE_S});
    for (size_t i = 0; i < holidays->year_count; i++) {
        int year = holidays->years[i];
        struct edtf date = {.from = {.precision = EDTF_YEAR, .year = (int16_t)year}};
        ui_chip(ui, (struct ui_chip){.key = arena_printf(arena, "%d", year),
                        .label = i18n_date(env->i18n, arena, env->locale, &date, false),
                        .action = arena_printf(arena, "replace holidays?year=%d", year),
                        .selected = year == holidays->year});
    }
    ui_close(ui);
}

static void
holidays_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct holidays *holidays = screen->model;
    struct view *view = ARENA_NEW(ui_arena(ui), struct view);
    bool is_one = screen->path.id.n > 0;
    *view = (struct view){
        holidays, env, is_one ? holidays->this_year : jump_row(&holidays->jump, holidays->days)};
    if (jump_is_choosing(&holidays->jump)) {
        jump_view(&holidays->jump, screen, env, ui);
        return;
    }
    page_frame_open_long(screen, env, ui, jump_scrubber(&holidays->jump, env, ui));
    page_head_noted(ui, env, screen->title, (struct str){0},
        word_text(env, is_one ? MSG_HOLIDAYS_OF_LEAD : MSG_HOLIDAYS_LEAD),
        word_text(env, MSG_HOLIDAYS_NOTE));
    if (!is_one && holidays->year_count > 0) {
        year_chips(ui, env, holidays);
    }
    ui_list(ui, (struct ui_list){.key = STR("days"),
                    .label = screen->title,
                    .content = holidays->days->listing,
                    .count = holidays->days->count,
                    .reveal = view->at,
                    .row = day_row,
                    .self = view});
    if (holidays->days->count == 0) {
        page_empty(ui, env);
    } else {
        page_note(ui, env, holidays->source.source_note);
        page_source(ui, env, &holidays->source);
    }
    page_take_key(ui, env, screen);
    page_frame_close(ui);
}

/* A holiday has the address of its first day. */
static bool
add_paths_of(const struct screen_env *env, struct path_list *list, int year, struct err *err) {
    struct store_holiday *days;
    size_t count, size = 0;
    bool ok = store_holidays(env->store, list->arena, env->locale,
        STORE_ALL(arena_printf(list->arena, "holidays/%04d", year)), &days, &count, err);
    for (size_t i = 0; ok && i < count; i++) {
        struct str of = arena_printf(list->arena, "holidays/of/%.*s", STR_ARG(days[i].id));
        ok = store_listing_size(env->store, of, &size, err);
        if (ok && size > 0) {
            path_list_add(list, arena_printf(list->arena, "holidays/%.*s", STR_ARG(days[i].id)));
        }
    }
    return ok;
}

static bool
holidays_paths(const struct screen_env *env, struct path_list *list, struct err *err) {
    int *years;
    size_t count;
    bool ok = store_holiday_years(env->store, list->arena, &years, &count, err);
    for (size_t i = 0; ok && i < count; i++) {
        path_list_add(list, arena_printf(list->arena, "holidays?year=%d", years[i]));
    }
    for (size_t i = 0; ok && i < count; i++) {
        ok = add_paths_of(env, list, years[i], err);
    }
    return ok;
}

const struct screen_ops screen_holidays = {
    .name = "holidays",
    .title = MSG_TITLE_HOLIDAYS,
    .load = holidays_load,
    .view = holidays_view,
    .paths = holidays_paths,
};

const struct screen_ops screen_holiday = {
    .name = "holidays",
    .takes_id = true,
    .title = MSG_TITLE_HOLIDAYS,
    .has_own_title = true,
    .load = holiday_load,
    .view = holidays_view,
};

/* What is to be done, by the days it is due: the steps of a day beside its date, thin rows for
 * holidays and for today between them. Where the panel is narrow each week has its days drawn above
 * its rows. */
#include "screens/page.h"
#include "screens/plan/calendar.h"
#include "screens/plan/view.h"
#include "screens/ticks.h"

#include "base/sort.h"
#include "base/vec.h"
#include "i18n/civil.h"

enum entry_kind { ENTRY_HOLIDAY, ENTRY_TODAY, ENTRY_STEP };

struct entry {
    enum entry_kind kind;
    int64_t day;
    bool is_dated;
    size_t place; /* of the step, or the holiday */
};

struct entries {
    struct entry *items;
    size_t count, cap;
};

static int
compare(const void *a, const void *b) {
    const struct entry *x = a, *y = b;
    if (x->is_dated != y->is_dated) {
        return x->is_dated ? -1 : 1;
    }
    if (x->day != y->day) {
        return x->day < y->day ? -1 : 1;
    }
    if (x->kind != y->kind) {
        return (int)x->kind - (int)y->kind;
    }
    return (x->place > y->place) - (x->place < y->place);
}

static void
add(struct entries *entries, struct arena *arena, struct entry entry) {
    VEC_ROOM_IN(arena, entries->items, entries->count, entries->cap, 1);
    entries->items[entries->count++] = entry;
}

/* Steps, today, and the holidays from today, or the first step, to the last. */
static struct entries
gather(const struct plan *plan, struct arena *arena) {
    struct entries entries = {0};
    int64_t first = plan->visit, last = plan->visit;
    for (size_t i = 0; i < plan->step_count; i++) {
        const struct plan_step *step = &plan->steps[i];
        add(&entries, arena, (struct entry){ENTRY_STEP, step->to, step->is_dated, i});
        first = step->is_dated && step->to < first ? step->to : first;
        last = step->is_dated && step->to > last ? step->to : last;
    }
    bool is_within = plan->has_today && plan->today >= first && plan->today <= last;
    if (is_within) {
        add(&entries, arena, (struct entry){ENTRY_TODAY, plan->today, true, 0});
        first = plan->today;
    }
    for (size_t i = 0; i < plan->holiday_count; i++) {
        int64_t day = plan->holidays[i].day;
        if (day >= first && day <= last) {
            add(&entries, arena, (struct entry){ENTRY_HOLIDAY, day, true, i});
        }
    }
    sort_items(entries.items, entries.count, sizeof(entries.items[0]), compare);
    return entries;
}

static struct str
day_name(const struct screen_env *env, struct arena *arena, int64_t day) {
    struct edtf_point point = civil_day(day);
    return i18n_day(env->i18n, arena, env->locale, &point, false);
}

static struct str
format(const struct screen_env *env, struct arena *arena, enum msg msg, struct msg_arg arg) {
    return i18n_format(env->i18n, arena, env->locale, msg, &arg, 1);
}

static bool
is_narrow(const struct ui *ui) {
    return ui_metrics(ui)->width_class == WIDTH_COMPACT;
}

#define DATE_SHARE 2
#define WORDS_SHARE 5

/* The date of a row and, below it, what else is to be said of the day. */
static void
date_column(struct ui *ui, const struct screen_env *env, struct str date, struct str words,
    enum ui_color ink) {
    ui_open(ui, (struct ui_box){.share = is_narrow(ui) ? 0 : DATE_SHARE, .gap = 2});
    ui_text(ui, date, env->locale,
        (struct ui_text_spec){.style = TYPE_BODY_STRONG, .color = ink, .by_phrase = true});
    if (words.n > 0) {
        ui_text(ui, words, env->locale,
            (struct ui_text_spec){.style = TYPE_CAPTION,
                .color = ink == COLOR_TOUCH_DEEP ? ink : COLOR_INK2,
                .by_phrase = true});
    }
    ui_close(ui);
}

static void
row_open(struct ui *ui, struct str key, enum ui_role role) {
    ui_open(ui, (struct ui_box){.key = key,
                    .axis = is_narrow(ui) ? UI_COLUMN : UI_ROW,
                    .gap = is_narrow(ui) ? SPACE_XS : SPACE_M,
                    .role = role});
}

/* Today, or a holiday: nothing is done on it. */
static void
thin_row(struct ui *ui, const struct screen_env *env, struct str key, struct str date,
    struct str words, enum ui_color ink) {
    row_open(ui, key, ROLE_LISTITEM);
    date_column(ui, env, date, (struct str){0}, ink);
    ui_open(ui,
        (struct ui_box){.share = is_narrow(ui) ? 0 : WORDS_SHARE, .padding = ui_pad2(0, SPACE_M)});
    ui_text(ui, words, env->locale,
        (struct ui_text_spec){.style = TYPE_BODY, .color = COLOR_INK2, .by_phrase = true});
    ui_close(ui);
    ui_close(ui);
}

static void
tick_box(struct ui *ui, bool is_done) {
    ui_open(ui, (struct ui_box){.width = 32,
                    .height = 32,
                    .radius = RADIUS_S,
                    .self = UI_SELF_CENTER,
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_CENTER,
                    .background = is_done ? COLOR_INDIGO : COLOR_CARD,
                    .border = is_done ? COLOR_INDIGO : COLOR_TOUCH,
                    .border_width = 2});
    if (is_done) {
        ui_icon(
            ui, (struct ui_icon_spec){.name = STR("check"), .size = 24, .color = COLOR_ON_INDIGO});
    }
    ui_close(ui);
}

/* All that is said of a step, for who hears it: the switch speaks for its row. */
static struct str
step_label(const struct screen_env *env, struct arena *arena, const struct plan *plan,
    const struct plan_step *step, bool is_done) {
    int64_t late = is_done ? 0 : plan_days_late(plan, step);
    struct str when =
        step->is_dated ? format(env, arena, MSG_PLAN_BY, MSG_TEXT(day_name(env, arena, step->to)))
                       : word_text(env, MSG_WHEN_NOT_STATED);
    struct str words = word_join(env, arena, step->check.title, when);
    return late > 0
               ? word_join(env, arena, words, format(env, arena, MSG_PLAN_LATE, MSG_NUMBER(late)))
               : words;
}

static void
letter_key(struct ui *ui, const struct screen_env *env, const struct plan *plan,
    const struct plan_step *step) {
    struct arena *arena = ui_arena(ui);
    struct str slug = step->check.letter, folder = {0};
    if (slug.n == 0 || !str_split(&slug, '/', &folder)) {
        return;
    }
    struct str path = plan_path(arena, &plan->asked);
    path = str_slice(path, STR("plan").n, path.n);
    ui_open(ui, (struct ui_box){.no_shrink = true});
    ui_button(ui,
        (struct ui_button){.key = STR("letter"),
            .label = word_text(env, MSG_PLAN_LETTER),
            .icon = STR("document"),
            .kind = UI_BUTTON_SECONDARY,
            .action = arena_printf(arena, "open letters/%.*s%.*s", STR_ARG(slug), STR_ARG(path))});
    ui_close(ui);
}

static void
step_words(struct ui *ui, const struct screen_env *env, const struct plan_step *step) {
    bool is_own = !step->check.has_offset && step->check.has_plan;
    ui_open(ui, (struct ui_box){.grow = 1, .gap = 2, .justify = UI_JUSTIFY_CENTER});
    ui_open(ui,
        (struct ui_box){.axis = UI_WRAP, .gap = SPACE_S, .cross_gap = 2, .align = UI_ALIGN_CENTER});
    ui_text(ui, step->check.title, env->locale,
        (struct ui_text_spec){.style = TYPE_BODY_STRONG, .by_phrase = true});
    if (is_own) {
        ui_badge(ui, word_text(env, MSG_PLAN_OWN), TONE_NEUTRAL);
    }
    ui_close(ui);
    if (step->check.detail.n > 0) {
        ui_text(ui, step->check.detail, env->locale,
            (struct ui_text_spec){.style = TYPE_BODY, .color = COLOR_INK2});
    }
    ui_close(ui);
}

static void
step_row(struct ui *ui, const struct screen_env *env, const struct plan *plan,
    const struct plan_step *step) {
    struct arena *arena = ui_arena(ui);
    bool is_done = ticks_has(env->ticks, step->name);
    bool is_late = !is_done && plan_days_late(plan, step) > 0;
    ui_open(ui, (struct ui_box){.key = step->check.id,
                    .axis = is_narrow(ui) ? UI_COLUMN : UI_ROW,
                    .padding = ui_pad2(SPACE_S, SPACE_M),
                    .gap = SPACE_M,
                    .align = is_narrow(ui) ? UI_ALIGN_STRETCH : UI_ALIGN_CENTER,
                    .radius = RADIUS_M,
                    .background = is_late ? COLOR_LATE : COLOR_CARD,
                    .border = is_late ? COLOR_TOUCH_DEEP : COLOR_LINE,
                    .role = ROLE_LISTITEM});
    ui_open(ui, (struct ui_box){.key = STR("tick"),
                    .axis = UI_ROW,
                    .gap = SPACE_M,
                    .grow = 1,
                    .radius = RADIUS_S,
                    .role = ROLE_SWITCH,
                    .label = step_label(env, arena, plan, step, is_done),
                    .value = is_done ? STR("on") : STR("off"),
                    .action = arena_printf(arena, "tick %.*s", STR_ARG(step->name)),
                    .selected = is_done});
    tick_box(ui, is_done);
    step_words(ui, env, step);
    ui_close(ui);
    letter_key(ui, env, plan, step);
    ui_close(ui);
}

/* How late what is left of a day is. */
static int64_t
days_late(const struct screen_env *env, const struct plan *plan, const struct entry *entries,
    size_t count) {
    for (size_t i = 0; i < count; i++) {
        const struct plan_step *step = &plan->steps[entries[i].place];
        if (!ticks_has(env->ticks, step->name) && plan_days_late(plan, step) > 0) {
            return plan_days_late(plan, step);
        }
    }
    return 0;
}

/* The steps of one day. */
static void
day_rows(struct ui *ui, const struct screen_env *env, const struct plan *plan,
    const struct entry *entries, size_t count) {
    struct arena *arena = ui_arena(ui);
    int64_t late = days_late(env, plan, entries, count), day = entries[0].day;
    struct str date = word_text(env, MSG_WHEN_NOT_STATED), words = {0};
    if (entries[0].is_dated) {
        bool is_visit = day == plan->visit;
        date = day_name(env, arena, day);
        date = is_visit ? date : format(env, arena, MSG_PLAN_BY, MSG_TEXT(date));
        words = late > 0 ? format(env, arena, MSG_PLAN_LATE, MSG_NUMBER(late))
                         : word_join(env, arena,
                               is_visit ? word_text(env, MSG_PLAN_VISIT) : (struct str){0},
                               calendar_closed(env, arena, plan, day));
    }
    row_open(ui, arena_printf(arena, "by-%lld-%d", (long long)day, entries[0].is_dated), ROLE_NONE);
    date_column(ui, env, date, words, late > 0 ? COLOR_TOUCH_DEEP : COLOR_INDIGO);
    ui_open(ui, (struct ui_box){.share = is_narrow(ui) ? 0 : WORDS_SHARE, .gap = SPACE_S});
    for (size_t i = 0; i < count; i++) {
        step_row(ui, env, plan, &plan->steps[entries[i].place]);
    }
    ui_close(ui);
    ui_close(ui);
}

static void
other_row(struct ui *ui, const struct screen_env *env, const struct plan *plan,
    const struct entry *entry) {
    struct arena *arena = ui_arena(ui);
    struct str date = day_name(env, arena, entry->day);
    if (entry->kind == ENTRY_TODAY) {
        thin_row(ui, env, STR("today"), date, word_text(env, MSG_PLAN_TODAY), COLOR_INDIGO);
    } else {
        const struct store_holiday *day = &plan->holidays[entry->place].holiday;
        struct msg_arg args[] = {MSG_TEXT(day->country_name), MSG_TEXT(day->name)};
        thin_row(ui, env, day->id, date,
            i18n_format(env->i18n, arena, env->locale, MSG_PLAN_HOLIDAY_IS, args, 2), COLOR_INK);
    }
}

static int64_t
sunday_of(const struct entry *entry) {
    return entry->day - civil_weekday(entry->day);
}

/* Above the first row of a week: its days. */
static void
week_head(struct ui *ui, const struct screen_env *env, const struct plan *plan, int64_t sunday) {
    struct arena *arena = ui_arena(ui);
    struct str name = format(env, arena, MSG_PLAN_WEEK, MSG_TEXT(day_name(env, arena, sunday)));
    ui_open(ui, (struct ui_box){.key = arena_printf(arena, "week-%lld", (long long)sunday),
                    .padding = {.top = SPACE_M},
                    .role = ROLE_IMAGE,
                    .label = name});
    calendar_week(ui, env, plan, sunday);
    ui_close(ui);
}

static bool
has_own(const struct plan *plan) {
    for (size_t i = 0; i < plan->step_count; i++) {
        if (!plan->steps[i].check.has_offset && plan->steps[i].check.has_plan) {
            return true;
        }
    }
    return false;
}

/* Steps that are due on the same day, from the first of them on. */
static size_t
of_one_day(const struct entries *entries, size_t first) {
    const struct entry *a = &entries->items[first];
    size_t count = 1;
    while (a->kind == ENTRY_STEP && first + count < entries->count) {
        const struct entry *b = &entries->items[first + count];
        if (b->kind != ENTRY_STEP || b->is_dated != a->is_dated ||
            (a->is_dated && b->day != a->day)) {
            break;
        }
        count++;
    }
    return count;
}

void
steps_view(struct ui *ui, const struct screen_env *env, const struct plan *plan) {
    struct entries entries = gather(plan, ui_arena(ui));
    ui_open(ui, (struct ui_box){.key = STR("list"),
                    .gap = SPACE_M,
                    .role = ROLE_LIST,
                    .label = word_text(env, MSG_PLAN_STEPS)});
    for (size_t i = 0, count; i < entries.count; i += count) {
        const struct entry *entry = &entries.items[i];
        bool is_new = i == 0 || sunday_of(entry) != sunday_of(&entries.items[i - 1]);
        count = of_one_day(&entries, i);
        if (is_narrow(ui) && entry->is_dated && is_new) {
            week_head(ui, env, plan, sunday_of(entry));
        }
        if (entry->kind == ENTRY_STEP) {
            day_rows(ui, env, plan, entry, count);
        } else {
            other_row(ui, env, plan, entry);
        }
    }
    ui_close(ui);
    if (has_own(plan)) {
        ui_remark(ui, word_text(env, MSG_PLAN_SUGGESTED));
    }
}

#include "screens/plan/handing.h"

#include "i18n/civil.h"
#include "screens/ticks.h"
#include "screens/words.h"

/* How many steps from `first` on are due on its day. */
static size_t
of_one_day(const struct plan *plan, size_t first) {
    const struct plan_step *a = &plan->steps[first];
    size_t count = 1;
    while (first + count < plan->step_count && plan->steps[first + count].is_dated == a->is_dated &&
           (!a->is_dated || plan->steps[first + count].to == a->to)) {
        count++;
    }
    return count;
}

static struct str
titles(const struct plan *plan, const struct screen_env *env, struct arena *arena, size_t first,
    size_t count) {
    struct str_buf lines = {0};
    for (size_t i = first; i < first + count; i++) {
        bool is_done = env->ticks && ticks_has(env->ticks, plan->steps[i].name);
        str_buf_printf(&lines, "%s%s %.*s", i > first ? "\n" : "", is_done ? "✓" : "-",
            STR_ARG(plan->steps[i].check.title));
    }
    struct str all = arena_str(arena, str_buf_str(&lines));
    str_buf_finish(&lines);
    return all;
}

/* The first of a day's steps names it; how many more there are is said. */
static struct ical_event
event_of(const struct plan *plan, const struct screen_env *env, struct str title,
    struct arena *arena, size_t first, size_t count) {
    const struct plan_step *step = &plan->steps[first];
    struct str words = step->check.title;
    if (count > 1) {
        words = arena_printf(arena, "%.*s (+%zu)", STR_ARG(words), count - 1);
    }
    struct edtf_point day = civil_day(step->to);
    return (struct ical_event){.uid = arena_str(arena, step->name),
        .from = day,
        .to = day,
        .summary = word_join(env, arena, title, words),
        .description = count > 1 ? titles(plan, env, arena, first, count)
                                 : arena_str(arena, step->check.detail)};
}

static void
add_text(struct str_buf *text, const struct plan *plan, const struct screen_env *env,
    struct arena *arena, size_t first, size_t count) {
    const struct plan_step *step = &plan->steps[first];
    struct str when = word_text(env, MSG_WHEN_NOT_STATED);
    if (step->is_dated) {
        struct edtf_point day = civil_day(step->to);
        struct msg_arg args[] = {MSG_TEXT(i18n_day(env->i18n, arena, env->locale, &day, false))};
        when = step->to == plan->visit
                   ? word_join(env, arena, args[0].text, word_text(env, MSG_PLAN_VISIT))
                   : i18n_format(env->i18n, arena, env->locale, MSG_PLAN_BY, args, 1);
    }
    struct str lines = titles(plan, env, arena, first, count);
    str_buf_printf(text, "\n%.*s\n%.*s\n", STR_ARG(when), STR_ARG(lines));
}

void
plan_hand(const struct plan *plan, const struct screen_env *env, struct str title,
    struct arena *arena, struct hand *hand) {
    struct ical_event *events = ARENA_ARRAY(arena, plan->step_count + 1, struct ical_event);
    struct str day = i18n_day(env->i18n, arena, env->locale, &plan->asked.day, true);
    struct str_buf text = {0};
    bool has_visit = false;
    str_buf_printf(&text, "%.*s\n%.*s\n", STR_ARG(title), STR_ARG(day));
    for (size_t i = 0, count; i < plan->step_count; i += count) {
        count = of_one_day(plan, i);
        const struct plan_step *step = &plan->steps[i];
        if (step->is_dated) {
            struct ical_event *event = &events[hand->event_count++];
            *event = event_of(plan, env, title, arena, i, count);
            if (step->to == plan->visit) {
                has_visit = true;
                event->summary = arena_str(arena, title);
                event->description = titles(plan, env, arena, i, count);
            }
        }
        add_text(&text, plan, env, arena, i, count);
    }
    if (!has_visit) {
        events[hand->event_count++] = (struct ical_event){
            .uid = arena_printf(arena, "%04d%02d%02d-%.*s-%s", plan->asked.day.year,
                plan->asked.day.month, plan->asked.day.day, STR_ARG(plan->partner.id),
                plan->asked.is_incoming ? "in" : "out"),
            .from = plan->asked.day,
            .to = plan->asked.day,
            .summary = arena_str(arena, title)};
    }
    hand->calendar_name = arena_str(arena, title);
    hand->events = events;
    hand->text = arena_str(arena, str_buf_str(&text));
    str_buf_finish(&text);
}

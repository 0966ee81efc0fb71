/* model.h - a visit as days: what of a checklist is to be done by when, and on which of these days
 * offices are closed, here and there. */
#ifndef SCREENS_PLAN_MODEL_H
#define SCREENS_PLAN_MODEL_H

#include "screens/screen.h"

/* What an address asks for: plan?partner=ID&date=YYYY-MM-DD&way=in&choose=YYYY-MM */
struct plan_asked {
    struct str partner;
    bool is_incoming;        /* way=in: they come here */
    struct edtf_point day;   /* of the visit; absent: none, or none that exists */
    bool is_choosing;        /* choose= is there */
    struct edtf_point shown; /* the month to choose in, or the first day of the week */
};
struct plan_asked plan_ask(const struct screen_path *path);
/* The address of it, as short as it can be. */
struct str plan_path(struct arena *arena, const struct plan_asked *asked);

struct plan_step {
    struct store_check check;
    struct str name; /* of this step of this visit: for ticks, and calendars */
    size_t place;    /* in the checklist */
    bool is_dated;
    int64_t from, to; /* days, civil_number(); to be done by `to` */
};

struct plan_holiday {
    int64_t day;
    struct store_holiday holiday;
    bool is_home; /* of the home city's country */
};

struct plan {
    struct plan_asked asked;
    struct store_city home, partner;
    int64_t visit; /* the day; 0 where none was chosen */
    bool has_today;
    int64_t today;
    struct plan_step *steps; /* by the days they are due, those without a day last */
    size_t step_count;
    struct plan_holiday *holidays; /* of the years concerned, by day */
    size_t holiday_count;
    int first_year, last_year; /* of the table of holidays; 0: there is none */
    struct str unknown[2];     /* countries without a day in it */
};

/* `found` false: there is no such partner. Without a partner in `asked` only the home city, without
 * a day no steps. */
bool plan_load(struct plan *plan, const struct screen_env *env, struct arena *arena,
    const struct plan_asked *asked, bool *found, struct err *err);

bool plan_is_weekend(int64_t day);
/* The holiday of the home city's country, or of the partner's, on that day; or NULL. */
const struct store_holiday *plan_holiday_on(const struct plan *plan, int64_t day, bool is_home);
/* How many days a step is late; 0: it is not, or nobody knows. */
int64_t plan_days_late(const struct plan *plan, const struct plan_step *step);
/* Some step has to be done by that day. */
bool plan_is_due(const struct plan *plan, int64_t day);

#endif

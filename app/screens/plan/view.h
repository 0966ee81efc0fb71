/* view.h - the pages of the planner: which city, which day, and the days of what is to be done. */
#ifndef SCREENS_PLAN_VIEW_H
#define SCREENS_PLAN_VIEW_H

#include "screens/plan/model.h"
#include "screens/rows.h"

enum { PLAN_GUIDES = 3 };

/* The cities to choose from: all but the home city, which stands at `home` among them; and what to
 * read before, guides with a checklist. */
struct partners {
    struct rows *cities;
    bool has_home;
    size_t home;
    struct store_article guides[PLAN_GUIDES];
    size_t guide_count;
};
bool partners_load(struct partners *partners, struct screen *screen, const struct screen_env *env,
    struct str home, struct err *err);

/* Both choices declare what stands between ui_chrome's open and close. */
void choose_city_view(struct ui *ui, const struct screen_env *env, const struct partners *partners);
void choose_day_view(struct ui *ui, const struct screen_env *env, const struct plan *plan);
/* The steps, with the holidays between them, and on narrow panels with the weeks. */
void steps_view(struct ui *ui, const struct screen_env *env, const struct plan *plan);

/* What must be seen at once: a warning on the ground of what is late, else on a quiet one. */
void said_view(
    struct ui *ui, const struct screen_env *env, struct str key, struct str text, bool is_warning);

/* What the planner cannot know about holidays, said plainly. */
void unknown_view(struct ui *ui, const struct screen_env *env, const struct plan *plan);

#endif

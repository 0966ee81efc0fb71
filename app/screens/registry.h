/* registry.h - the table of all screens: the second file to read after main.c. */
#ifndef SCREENS_REGISTRY_H
#define SCREENS_REGISTRY_H

#include "screens/screen.h"

extern const struct screen_ops screen_language, screen_home, screen_cities, screen_map, screen_more,
    screen_city, screen_compare_first, screen_compare, screen_timeline, screen_timeline_event,
    screen_guides, screen_guide, screen_cases, screen_case, screen_talks, screen_talk,
    screen_reports, screen_report, screen_statistics, screen_schools, screen_school,
    screen_emergency, screen_holidays, screen_holiday, screen_glossary, screen_term, screen_phrases,
    screen_phrase, screen_plan, screen_letter, screen_take, screen_search, screen_about,
    screen_help, screen_display, screen_specimens, screen_specimen, screen_not_found, screen_face,
    screen_kept, screen_failed;

/* NULL when no screen has that name, with or without an id. */
screen_find_fn registry_find;
/* Every screen path of the loaded content, in the order a visitor would meet them. */
bool registry_paths(const struct screen_env *env, struct path_list *list, struct err *err);

#endif

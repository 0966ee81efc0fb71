#include "screens/registry.h"

#include "base/check.h"

static const struct screen_ops *const screens[] = {
    &screen_language,
    &screen_home,
    &screen_map,
    &screen_more,
    &screen_cities,
    &screen_city,
    &screen_compare_first,
    &screen_compare,
    &screen_timeline,
    &screen_timeline_event,
    &screen_guides,
    &screen_guide,
    &screen_cases,
    &screen_case,
    &screen_reports,
    &screen_report,
    &screen_talks,
    &screen_talk,
    &screen_statistics,
    &screen_schools,
    &screen_school,
    &screen_emergency,
    &screen_holidays,
    &screen_holiday,
    &screen_glossary,
    &screen_term,
    &screen_phrases,
    &screen_phrase,
    &screen_face,
    &screen_plan,
    &screen_letter,
    &screen_take,
    &screen_kept,
    &screen_search,
    &screen_about,
    &screen_help,
    &screen_display,
    &screen_specimens,
    &screen_specimen,
};

const struct screen_ops *
registry_find(struct str name, bool has_id) {
    for (size_t i = 0; i < ARRAY_LEN(screens); i++) {
        if (screens[i]->takes_id == has_id && str_eq(str_from(screens[i]->name), name)) {
            return screens[i];
        }
    }
    return NULL;
}

bool
registry_paths(const struct screen_env *env, struct path_list *list, struct err *err) {
    for (size_t i = 0; i < ARRAY_LEN(screens); i++) {
        if (!screens[i]->takes_id && !screens[i]->is_hidden) {
            path_list_add(list, str_from(screens[i]->name));
        }
        if (screens[i]->paths && !screens[i]->paths(env, list, err)) {
            return false;
        }
    }
    return true;
}

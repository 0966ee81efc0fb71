#include "screens/contents.h"

#include "base/check.h"

static const struct contents_part parts[] = {
    {"cities", "city", MSG_TITLE_CITIES, MSG_HOME_CITIES, true},
    {"timeline", "timeline", MSG_TITLE_TIMELINE, MSG_HOME_TIMELINE, true},
    {"guides", "guide", MSG_TITLE_GUIDES, MSG_HOME_GUIDES, true},
    {"cases", "case", MSG_TITLE_CASES, MSG_HOME_CASES, true},
    {"plan", "calendar", MSG_TITLE_PLAN, MSG_PLAN_LEAD, false},
    {"phrases", "phrase", MSG_TITLE_PHRASES, MSG_HOME_PHRASES, true},
    {"glossary", "glossary", MSG_TITLE_GLOSSARY, MSG_HOME_GLOSSARY, true},
    {"statistics", "statistics", MSG_TITLE_STATISTICS, MSG_HOME_STATISTICS, true},
    {"schools", "school", MSG_TITLE_SCHOOLS, MSG_HOME_SCHOOLS, true},
    {"reports", "report", MSG_TITLE_REPORTS, MSG_HOME_REPORTS, true},
    {"talks", "talk", MSG_TITLE_TALKS, MSG_HOME_TALKS, true},
    {"about", "source", MSG_TITLE_ABOUT, MSG_HOME_ABOUT, false},
};

static bool
count_in(const struct contents_part *part, const struct screen_env *env, struct arena *arena,
    const struct store_info *info, size_t *count, struct err *err) {
    struct str path = str_from(part->path), listing = {0};
    *count = 0;
    if (str_eq(path, STR("cities"))) {
        *count = (size_t)info->cities;
    } else if (str_eq(path, STR("timeline"))) {
        *count = (size_t)info->events;
    } else if (str_eq(path, STR("glossary"))) {
        *count = (size_t)info->terms;
    } else if (str_eq(path, STR("phrases"))) {
        *count = (size_t)info->phrases;
    } else if (str_eq(path, STR("statistics"))) {
        listing = STR("figures");
    } else if (str_eq(path, STR("schools"))) {
        listing = arena_printf(arena, "school-links/%s", locale_tag(env->locale));
    } else if (part->is_searched) {
        listing = arena_printf(arena, "articles/%s/%s", part->path, locale_tag(env->locale));
    }
    return listing.n == 0 || store_listing_size(env->store, listing, count, err);
}

bool
contents_load(struct contents *contents, const struct screen_env *env, struct arena *arena,
    const struct store_info *info, struct err *err) {
    *contents = (struct contents){
        .parts = ARENA_ARRAY(arena, ARRAY_LEN(parts), const struct contents_part *),
        .counts = ARENA_ARRAY(arena, ARRAY_LEN(parts), size_t)};
    for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
        size_t count;
        if (!count_in(&parts[i], env, arena, info, &count, err)) {
            return false;
        }
        /* cities and sources are always there */
        if (count > 0 || i == 0 || !parts[i].is_searched) {
            contents->counts[contents->count] = count;
            contents->parts[contents->count++] = &parts[i];
        }
    }
    return true;
}

#include "screens/nav.h"

#include "screens/path.h"

#include <string.h>

static void
set_place(struct nav_place *place, struct str path) {
    if (path.n >= PATH_BYTES) {
        path = STR("too-long"); /* no path of ours is: a place that is not found */
    }
    *place = (struct nav_place){0};
    if (path.n > 0) {
        memcpy(place->path, path.p, path.n);
    }
}

void
nav_init(struct nav *nav, enum locale_id locale, struct str first_path) {
    *nav = (struct nav){.depth = 1, .locale = locale};
    set_place(&nav->places[0], first_path);
}

struct str
nav_path(const struct nav *nav) {
    return str_from(nav->places[nav->depth - 1].path);
}

float
nav_scroll(const struct nav *nav) {
    return nav->places[nav->depth - 1].scroll_dp;
}

static enum nav_change
open_path(struct nav *nav, struct str path) {
    if (str_eq(path, nav_path(nav))) {
        return NAV_NONE; /* already there: a second entry would make Back look broken */
    }
    if (nav->depth == NAV_DEPTH) {
        memmove(&nav->places[1], &nav->places[2], (NAV_DEPTH - 2) * sizeof(nav->places[0]));
        nav->depth--;
    }
    set_place(&nav->places[nav->depth++], path);
    return NAV_SCREEN;
}

static enum nav_change
go_home(struct nav *nav) {
    if (nav->depth == 1 && str_eq(nav_path(nav), STR("home"))) {
        return NAV_NONE;
    }
    nav->depth = 1;
    set_place(&nav->places[0], STR("home"));
    return NAV_SCREEN;
}

/* Back at the bottom of the stack leads home, so that it is never a dead end. */
static enum nav_change
go_back(struct nav *nav) {
    if (nav->depth == 1) {
        return str_eq(nav_path(nav), STR("language")) ? NAV_NONE : go_home(nav);
    }
    nav->depth--;
    return NAV_SCREEN;
}

static enum nav_change
set_locale(struct nav *nav, struct str tag) {
    enum locale_id locale;
    if (!locale_from_tag(tag, &locale)) {
        return NAV_UNKNOWN;
    }
    if (locale == nav->locale) {
        return NAV_NONE;
    }
    nav->locale = locale;
    return NAV_SCREEN;
}

static enum nav_change
find_words(struct nav *nav, struct str words) {
    struct arena arena;
    arena_init(&arena);
    struct str path = STR("search");
    if (words.n > 0) {
        path = arena_printf(&arena, "search?q=%s", screen_path_encode(&arena, words).p);
    }
    bool on_search = str_starts(nav_path(nav), STR("search"));
    enum nav_change change = NAV_SCREEN;
    if (on_search) {
        set_place(&nav->places[nav->depth - 1], path);
    } else {
        change = open_path(nav, path);
    }
    arena_finish(&arena);
    return change;
}

enum nav_change
nav_apply(struct nav *nav, struct str action, float scroll_dp) {
    struct str rest = action, verb;
    if (!str_split(&rest, ' ', &verb)) {
        return NAV_UNKNOWN;
    }
    nav->places[nav->depth - 1].scroll_dp = scroll_dp;
    if (str_eq(verb, STR("open"))) {
        return open_path(nav, rest);
    }
    if (str_eq(verb, STR("replace"))) {
        set_place(&nav->places[nav->depth - 1], rest);
        return NAV_SCREEN;
    }
    if (str_eq(verb, STR("show"))) {
        set_place(&nav->places[nav->depth - 1], rest);
        nav->places[nav->depth - 1].scroll_dp = scroll_dp;
        return NAV_SCREEN;
    }
    if (str_eq(verb, STR("back"))) {
        return go_back(nav);
    }
    if (str_eq(verb, STR("home"))) {
        return go_home(nav);
    }
    if (str_eq(verb, STR("locale"))) {
        return set_locale(nav, rest);
    }
    if (str_eq(verb, STR("choose"))) {
        return set_locale(nav, rest) == NAV_UNKNOWN ? NAV_UNKNOWN : go_back(nav);
    }
    if (str_eq(verb, STR("find"))) {
        return find_words(nav, rest);
    }
    if (str_eq(verb, STR("start"))) {
        set_locale(nav, rest);
        nav->depth = 1;
        set_place(&nav->places[0], STR("home"));
        return NAV_SCREEN;
    }
    return NAV_UNKNOWN;
}

/* nav.h - where the visitor is and was: a stack of screen paths with their scroll offsets, changed
 * only between frames, by the words that nodes carry. */
#ifndef SCREENS_NAV_H
#define SCREENS_NAV_H

#include "base/str.h"
#include "i18n/locale.h"
#include "screens/path.h"

#define NAV_DEPTH 32

struct nav_place {
    char path[PATH_BYTES];
    float scroll_dp;
};

struct nav {
    struct nav_place places[NAV_DEPTH]; /* the last one is shown */
    int depth;
    enum locale_id locale;
};

enum nav_change {
    NAV_NONE,   /* nothing to do */
    NAV_SCREEN, /* another screen, or another language: load it */
    NAV_UNKNOWN /* the word means nothing to navigation */
};

void nav_init(struct nav *nav, enum locale_id locale, struct str first_path);
/* `open PATH`, `replace PATH`, `show PATH` (the same, and the page stays where it is), `back`,
 * `home`, `locale TAG`, `start TAG`, `choose TAG` (then back), `find WORDS`. `scroll_dp` is where
 * the shown screen stands now, to come back to. A full stack forgets its oldest places. */
enum nav_change nav_apply(struct nav *nav, struct str action, float scroll_dp);
struct str nav_path(const struct nav *nav);
float nav_scroll(const struct nav *nav);

#endif

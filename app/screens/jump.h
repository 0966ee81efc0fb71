/* jump.h - how one gets about in a long list: headings (years, letters) that one steps through or
 * picks from a page of them. `?at=HEADING` of a screen's path opens its list there, and
 * `?choose=heading` is that page. Short lists have no headings, and nothing of this shows. */
#ifndef SCREENS_JUMP_H
#define SCREENS_JUMP_H

#include "screens/rows.h"
#include "ui/widgets.h"

struct jump_list {
    struct rows *rows;
    struct str name; /* tells it from the other lists of the page; empty: it is the only one */
    struct str title;
    struct store_heading *headings;
    size_t heading_count;
};

struct jump {
    struct str path; /* of the screen with what it shows: timeline?city=yantai */
    struct str at, at_list;
    struct str choose; /* what the path of the page of headings says: choose=heading */
    bool is_choosing, has_years;
    struct jump_list *lists;
    size_t count, cap;
};

/* `path` without `at` and `choose`. */
void jump_init(struct jump *jump, struct screen *screen, struct str path, bool has_years);
bool jump_add(struct jump *jump, struct screen *screen, const struct screen_env *env,
    struct rows *rows, struct str name, struct str title, struct err *err);
/* From 1: the row that the path asks for; 0: none of this list. */
size_t jump_row(const struct jump *jump, const struct rows *rows);
/* For the frame of the page; nothing when no list is long. */
struct ui_scrubber jump_scrubber(
    const struct jump *jump, const struct screen_env *env, struct ui *ui);
/* The page of all headings. */
void jump_view(const struct jump *jump, const struct screen *screen, const struct screen_env *env,
    struct ui *ui);

#endif

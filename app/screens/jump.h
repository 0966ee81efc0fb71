/* jump.h - how one gets about in a long list: stations (years, letters, parts of the page, places)
 * that one steps through or picks from a page of them. `?at=STATION` of a screen's path opens its
 * list there, and `?choose=heading` is that page; where there is nothing to choose from it is the
 * list. The scrubber stands beside pages whose lists are several panels long, as laid out. */
#ifndef SCREENS_JUMP_H
#define SCREENS_JUMP_H

#include "screens/rows.h"
#include "ui/widgets.h"

/* What a row of a short list stands under: its year, its month, its letter. Empty: under nothing.
 * In the order of the list. */
typedef struct str jump_heading_fn(
    const void *row, const struct screen_env *env, struct arena *arena);

/* One list of the page. Long ones have their headings from the database, short ones from `heading`.
 * Without either, one of several lists is a station of its own, and the only one of the page is
 * divided by places: 1-8, 9-16. */
struct jump_part {
    struct rows *rows; /* NULL: `content` and `count` are what ui_list() was given */
    struct str content;
    size_t count;
    struct str name; /* tells it from the other lists of the page; empty: it is the only one */
    struct str title;
    jump_heading_fn *heading;
};

enum jump_kind { JUMP_HEADINGS, JUMP_PART, JUMP_PLACES };

struct jump_list {
    struct jump_part part;
    enum jump_kind kind;
    struct store_heading *stations;
    size_t count, cap;
};

struct jump {
    struct str path; /* of the screen with what it shows: timeline?city=yantai */
    struct str at, at_list;
    struct str choose; /* what the path of the page of stations says: choose=heading */
    bool asks_to_choose, has_years;
    bool has_months; /* `has_years`, and they are months: 2026-02 */
    struct jump_list *lists;
    size_t count, cap;
};

/* `path` without `at` and `choose`. */
void jump_init(struct jump *jump, struct screen *screen, struct str path, bool has_years);
bool jump_add(struct jump *jump, struct screen *screen, const struct screen_env *env,
    struct jump_part part, struct err *err);
/* The path asks for the page of stations, and there are some. */
bool jump_is_choosing(const struct jump *jump);
/* From 1: the row that the path asks for, for a year without rows the nearest one before; 0: none
 * of this list. */
size_t jump_row(const struct jump *jump, const struct rows *rows);
/* The path asks for this part of the page. */
bool jump_is_part(const struct jump *jump, struct str name);
/* For the frame of the page; nothing when the lists are no longer than a few panels. */
struct ui_scrubber jump_scrubber(
    const struct jump *jump, const struct screen_env *env, struct ui *ui);
/* The page of all stations. */
void jump_view(const struct jump *jump, const struct screen *screen, const struct screen_env *env,
    struct ui *ui);

#endif

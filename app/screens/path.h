/* path.h - the address of a screen: `home`, `cities/hamamatsu`, `cities/hamamatsu/history`,
 * `timeline?city=las-vegas`, `search?q=%ED%95%98`. Values after `?` are percent-encoded UTF-8 (RFC
 * 3986); plain UTF-8 is accepted, too. */
#ifndef SCREENS_PATH_H
#define SCREENS_PATH_H

#include "base/arena.h"
#include "base/err.h"

#define PATH_PARAMETERS 4
#define PATH_BYTES 2048 /* a path is shorter; whatever a text field takes has room in it */

struct screen_path {
    struct str whole; /* as given */
    struct str name;  /* home, cities, guides, ... */
    struct str id;    /* after the slash, or empty */
    struct str part;  /* after a second one: a part of what has that id, or what it is beside */
    struct str keys[PATH_PARAMETERS], values[PATH_PARAMETERS];
    size_t parameter_count;
};

/* Copies into `arena`. Fails for an empty path, a longer one, a third slash, characters no path
 * has, too many parameters, bad percent signs and invalid UTF-8. */
bool screen_path_parse(
    struct arena *arena, struct str path, struct screen_path *out, struct err *err);
/* The value of a parameter, or the empty string. */
struct str screen_path_value(const struct screen_path *path, struct str key);
/* Percent-encodes everything that is not an unreserved character. */
struct str screen_path_encode(struct arena *arena, struct str value);

struct path_list {
    struct arena *arena;
    struct str *paths;
    size_t count, cap;
};
void path_list_add(struct path_list *list, struct str path); /* copied */

#endif

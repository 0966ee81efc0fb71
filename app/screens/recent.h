/* recent.h - what this visitor has found something by. In the session's memory alone, and gone with
 * the visitor: no queries of others, nothing on disk. */
#ifndef SCREENS_RECENT_H
#define SCREENS_RECENT_H

#include "ui/ui.h"

enum { RECENT_MOST = 5 };

struct recent {
    size_t count;
    struct {
        size_t n;
        char text[UI_FIELD_BYTES];
    } queries[RECENT_MOST]; /* the last one first */
};

/* To the front, once. Longer than a field, or empty: nothing. */
void recent_add(struct recent *recent, struct str query);
struct str recent_at(const struct recent *recent, size_t index); /* borrowed */
void recent_forget(struct recent *recent);                       /* wiped */

#endif

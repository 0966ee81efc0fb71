/* search_names.h - the keys of a name: whole, without the word for its kind of place, and its
 * parts. 하마마쓰시 is also 하마마쓰; San Fernando is also Fernando. */
#ifndef CONTENT_SEARCH_NAMES_H
#define CONTENT_SEARCH_NAMES_H

#include "i18n/fold.h"

enum { SEARCH_NAME_UNITS = 64 }; /* longer names are cut */

/* Calls `add` for each key, folded but not yet in keystrokes. `is_place`: strip 시, 市, City. */
void search_name_keys(struct arena *arena, struct str name, bool is_place,
    void (*add)(void *self, struct str key, bool is_part), void *self);

#endif

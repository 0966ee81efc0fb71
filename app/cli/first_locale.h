/* first_locale.h - the language to begin with. */
#ifndef CLI_FIRST_LOCALE_H
#define CLI_FIRST_LOCALE_H

#include "cli/options.h"
#include "content/store.h"

/* The language that was asked for, or the system's; where neither says one, the content's original.
 */
enum locale_id first_locale(
    const struct options *options, struct store *store, struct arena *arena);

#endif

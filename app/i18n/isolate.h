/* isolate.h - inserted values in bidi isolates (UAX #9, FSI ... PDI): a visitor's Arabic or Hebrew
 * name must not reorder the Korean, Japanese or English line it stands in. */
#ifndef I18N_ISOLATE_H
#define I18N_ISOLATE_H

#include "base/arena.h"

/* `value` between U+2068 and U+2069. Isolates it opens and leaves open are closed, closing ones
 * without an opening dropped, and newlines become spaces, so that nothing leaks out. */
struct str i18n_isolate(struct arena *arena, struct str value);

#endif

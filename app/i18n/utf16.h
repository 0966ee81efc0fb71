/* utf16.h - the step into ICU and back: UTF-8 slices to UTF-16 in an arena. Private to i18n/. */
#ifndef I18N_UTF16_H
#define I18N_UTF16_H

#include "base/arena.h"

#include <unicode/utypes.h>

struct utf16 {
    UChar *p;
    int32_t n;
};

/* Invalid bytes become U+FFFD. Ends in NUL. */
struct utf16 utf16_from(struct arena *arena, struct str s);
struct str utf16_to_str(struct arena *arena, const UChar *p, int32_t n);

#endif

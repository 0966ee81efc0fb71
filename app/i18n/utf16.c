#include "i18n/utf16.h"

#include "base/utf8.h"

#include <unicode/ustring.h>
#include <unicode/utf16.h>

struct utf16
utf16_from(struct arena *arena, struct str s) {
    /* A byte makes at most one unit: four bytes make two. */
    struct utf16 out = {.p = ARENA_ARRAY(arena, s.n + 1, UChar)};
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        U16_APPEND_UNSAFE(out.p, out.n, c);
    }
    return out;
}

struct str
utf16_to_str(struct arena *arena, const UChar *p, int32_t n) {
    char *bytes = arena_alloc(arena, (size_t)n * 3 + 1);
    size_t length = 0;
    for (int32_t at = 0; at < n;) {
        UChar32 c;
        U16_NEXT(p, at, n, c);
        length += utf8_encode((uint32_t)c, bytes + length);
    }
    return (struct str){bytes, length};
}

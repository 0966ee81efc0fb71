#include "i18n/isolate.h"

#include <string.h>

#include "base/utf8.h"

#define FSI 0x2068u
#define PDI 0x2069u

static bool
is_embedding(uint32_t c) {
    return c >= 0x202A && c <= 0x202E;
}

struct str
i18n_isolate(struct arena *arena, struct str value) {
    size_t openers = 0;
    for (size_t at = 0; at < value.n;) {
        uint32_t c = utf8_next(value, &at);
        openers += c >= 0x2066 && c <= FSI;
    }
    /* U+FFFD may take three bytes where one wrong byte stood. */
    char *p = arena_alloc(arena, value.n * 3 + openers * 3 + 7);
    size_t n = utf8_encode(FSI, p), depth = 0;
    for (size_t at = 0; at < value.n;) {
        uint32_t c = utf8_next(value, &at);
        bool drop = is_embedding(c) || (c == PDI && depth == 0);
        depth += c >= 0x2066 && c <= FSI;
        depth -= c == PDI && depth > 0;
        if (!drop) {
            bool newline = c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
            n += utf8_encode(newline ? ' ' : c, p + n);
        }
    }
    for (; depth > 0; depth--) {
        n += utf8_encode(PDI, p + n);
    }
    n += utf8_encode(PDI, p + n);
    p[n] = '\0';
    return (struct str){p, n};
}

#include "i18n/han_alike.h"

#include "base/check.h"
#include "base/utf8.h"
#include "i18n/fold.h"

static const char *const groups[] = {
#define HAN_ALIKE(characters) characters,
#include "i18n/han_alike.def"
#undef HAN_ALIKE
};

static bool
has(struct str group, uint32_t c) {
    for (size_t at = 0; at < group.n;) {
        if (fold_han(utf8_next(group, &at)) == c) {
            return true;
        }
    }
    return false;
}

static size_t
exchange(struct arena *arena, struct str key, size_t from, size_t to, struct str group,
    struct str *out, size_t limit) {
    size_t count = 0, start = from;
    uint32_t own = utf8_next(key, &start);
    for (size_t at = 0; at < group.n && count < limit;) {
        uint32_t c = fold_han(utf8_next(group, &at));
        if (c != own) {
            struct str_buf word = {0};
            str_buf_add(&word, str_slice(key, 0, from));
            str_buf_utf8(&word, c);
            str_buf_add(&word, str_slice(key, to, key.n));
            out[count++] = arena_str(arena, str_buf_str(&word));
            str_buf_finish(&word);
        }
    }
    return count;
}

size_t
han_alike(struct arena *arena, struct str key, struct str out[HAN_ALIKE_MAX]) {
    size_t count = 0;
    for (size_t at = 0; at < key.n;) {
        size_t from = at;
        uint32_t c = utf8_next(key, &at);
        bool is_han = fold_class(c) == FOLD_HAN;
        for (size_t i = 0; is_han && i < ARRAY_LEN(groups); i++) {
            struct str group = str_from(groups[i]);
            if (has(group, c)) {
                count += exchange(arena, key, from, at, group, out + count, HAN_ALIKE_MAX - count);
            }
        }
    }
    return count;
}

#include "content/search/ask/function.h"

#include "base/check.h"
#include "base/utf8.h"
#include "content/search/ask/frames.h"
#include "i18n/fold.h"

#define ASK_ENTRY(word, kind) ASK_ENTRY_INIT(word, ASK_##kind),
static const struct ask_entry functions[] = {
#include "ask_function.inc"
};
static const struct ask_entry itself[] = {
#include "ask_itself.inc"
};
#undef ASK_ENTRY

bool
ask_is_word(struct str word, struct str key) {
    size_t w = 0, k = 0;
    while (w < word.n && k < key.n) {
        uint32_t c = utf8_next(word, &w);
        if (!fold_is_same(utf8_next(key, &k), c)) {
            return false;
        }
    }
    return w == word.n && k == key.n;
}

/* The byte at `*at`, and where the next one is; a Han of three bytes is one mark. */
static int
masked_next(struct str s, size_t *at) {
    enum { FIRST = 0xE4, LAST = 0xE9, SIZE = 3 };
    if (*at >= s.n) {
        return -1;
    }
    unsigned char c = (unsigned char)s.p[*at];
    bool is_han = c >= FIRST && c <= LAST && *at + SIZE <= s.n;
    *at += is_han ? SIZE : 1;
    return is_han ? '?' : c;
}

static int
compare_masked(struct str a, struct str b) {
    size_t i = 0, j = 0;
    int x, y;
    do {
        x = masked_next(a, &i);
        y = masked_next(b, &j);
    } while (x == y && x >= 0);
    return x - y;
}

static struct str
entry_word(const struct ask_entry *entry) {
    return (struct str){entry->word, entry->size};
}

const struct ask_entry *
ask_entry_find(const struct ask_entry *entries, size_t count, struct str key) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (compare_masked(entry_word(&entries[middle]), key) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    for (; low < count; low++) {
        struct str word = entry_word(&entries[low]);
        if (compare_masked(word, key) != 0) {
            break;
        }
        if (ask_is_word(word, key)) {
            return &entries[low];
        }
    }
    return NULL;
}

bool
ask_is_function(struct str key) {
    return ask_entry_find(functions, ARRAY_LEN(functions), key) != NULL;
}

bool
ask_is_itself(struct str key) {
    return ask_entry_find(itself, ARRAY_LEN(itself), key) != NULL;
}

bool
ask_lists_have(const char *const *lists, size_t count, struct str key) {
    for (size_t i = 0; i < count; i++) {
        struct str rest = str_from(lists[i]), word;
        while (str_split(&rest, '|', &word)) {
            if (str_eq(word, key)) {
                return true;
            }
        }
    }
    return false;
}

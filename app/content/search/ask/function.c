#include "content/search/ask/function.h"

#include "base/check.h"
#include "base/utf8.h"
#include "i18n/fold.h"

static const char *const classes[] = {
#define ASK_FUNCTION(words) words,
#include "content/search/ask/function.def"
#undef ASK_FUNCTION
};

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

bool
ask_is_function(struct str key) {
    for (size_t i = 0; i < ARRAY_LEN(classes); i++) {
        struct str rest = str_from(classes[i]), word;
        while (str_split(&rest, '|', &word)) {
            if (ask_is_word(word, key)) {
                return true;
            }
        }
    }
    return false;
}

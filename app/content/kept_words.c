#include "content/kept_words.h"

#include "base/utf8.h"

struct str
kept_beginning(struct str word) {
    size_t first = 0, second;
    if (word.n == 0 || utf8_next(word, &first) > 0xFFFF || first >= word.n) {
        return str_slice(word, 0, first);
    }
    second = first;
    return str_slice(word, 0, utf8_next(word, &second) > 0xFFFF ? first : second);
}

uint32_t
kept_bit(struct str beginning) {
    return (uint32_t)(str_hash(beginning, 0x4EBA) >> 17) % KEPT_FILTER_BITS;
}

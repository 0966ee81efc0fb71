#include "handover/parts.h"

#include "base/check.h"
#include "base/utf8.h"
#include "base/vec.h"

/* What stays with the character before it: marks, joiners, variation selectors, vowels and finals
 * of old Hangul, tones of emoji. */
static bool
goes_on(uint32_t c) {
    static const struct {
        uint32_t first, last;
    } ranges[] = {{0x0300, 0x036F}, {0x1160, 0x11FF}, {0x200D, 0x200D}, {0x20D0, 0x20FF},
        {0x3099, 0x309A}, {0xFE00, 0xFE0F}, {0x1F3FB, 0x1F3FF}, {0xE0100, 0xE01EF}};
    for (size_t i = 0; i < ARRAY_LEN(ranges); i++) {
        if (c >= ranges[i].first && c <= ranges[i].last) {
            return true;
        }
    }
    return false;
}

/* How good it is to cut between `before` and `after`; 0: it is not. */
enum { CUT_NONE, CUT_CHARACTER, CUT_WORD, CUT_SENTENCE, CUT_LINE, CUT_PARAGRAPH, CUT_COUNT };

static int
cut_between(uint32_t last_but_one, uint32_t before, uint32_t after) {
    if (before == '\n') {
        return after == '\n' ? CUT_NONE : last_but_one == '\n' ? CUT_PARAGRAPH : CUT_LINE;
    }
    if (goes_on(after) || before == 0x200D || after == '\n' || after == ' ') {
        return CUT_NONE;
    }
    bool is_wide_stop = before == 0x3002 || before == 0xFF01 || before == 0xFF1F;
    bool is_stop = last_but_one == '.' || last_but_one == '!' || last_but_one == '?';
    if (is_wide_stop || (before == ' ' && is_stop)) {
        return CUT_SENTENCE;
    }
    return before == ' ' || before == 0x3000 ? CUT_WORD : CUT_CHARACTER;
}

/* How much of `text` the first part takes: the best place in its second half, or anywhere. */
static size_t
first_part(struct str text, size_t most) {
    size_t best[CUT_COUNT] = {0};
    uint32_t last_but_one = 0, before = 0;
    if (text.n <= most) {
        return text.n;
    }
    for (size_t at = 0; at < text.n;) {
        size_t start = at;
        uint32_t c = utf8_next(text, &at);
        if (start > 0) {
            best[cut_between(last_but_one, before, c)] = start;
        }
        if (at > most) {
            break;
        }
        last_but_one = before;
        before = c;
    }
    for (int kind = CUT_PARAGRAPH; kind > CUT_CHARACTER; kind--) {
        if (best[kind] > most / 2) {
            return best[kind];
        }
    }
    for (int kind = CUT_CHARACTER; kind > CUT_NONE; kind--) {
        if (best[kind] > 0) {
            return best[kind];
        }
    }
    return utf8_cut(text, most).n; /* a heap of marks */
}

static struct str
replace_errors(struct arena *arena, struct str text) {
    struct str_buf out = {0};
    for (size_t at = 0; at < text.n;) {
        str_buf_utf8(&out, utf8_next(text, &at));
    }
    struct str valid = arena_str(arena, str_buf_str(&out));
    str_buf_finish(&out);
    return valid;
}

size_t
parts_cut(struct arena *arena, struct str text, size_t most, struct str **parts) {
    struct str *found = NULL, rest = replace_errors(arena, text);
    size_t count = 0, cap = 0;
    xassert(most > PARTS_MARK + 4);
    size_t room = rest.n <= most ? most : most - PARTS_MARK;
    do {
        size_t n = first_part(rest, room);
        VEC_ROOM_IN(arena, found, count, cap, 1);
        found[count++] = str_slice(rest, 0, n);
        rest = str_slice(rest, n, rest.n);
    } while (rest.n > 0);
    for (size_t i = 0; count > 1 && i < count; i++) {
        found[i] = arena_printf(arena, "(%zu/%zu) %.*s", i + 1, count, STR_ARG(str_trim(found[i])));
    }
    *parts = found;
    return count;
}

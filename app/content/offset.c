#include "content/offset.h"

enum { BEFORE = -1, UNSAID = 0, AFTER = 1 };

/* Takes ` before` or ` after` off the end of `s`. */
static int
take_side(struct str *s) {
    static const struct {
        struct str word;
        int side;
    } words[] = {{STR_INIT(" before"), BEFORE}, {STR_INIT(" after"), AFTER}};
    for (size_t i = 0; i < 2; i++) {
        if (str_ends(*s, words[i].word)) {
            *s = str_slice(*s, 0, s->n - words[i].word.n);
            return words[i].side;
        }
    }
    return UNSAID;
}

/* `side` is what the word said, which leaves no room for a sign. */
static bool
parse_end(struct str s, int side, struct offset_end *out) {
    static const char units[OFFSET_UNIT_COUNT] = {
        [OFFSET_DAYS] = 'D', [OFFSET_WEEKS] = 'W', [OFFSET_MONTHS] = 'M'};
    bool is_minus = s.n > 0 && s.p[0] == '-';
    s = str_slice(s, is_minus ? 1 : 0, s.n);
    if ((is_minus && side != UNSAID) || s.n < 3 || s.n > 6 || s.p[0] != 'P' || s.p[1] < '0' ||
        s.p[1] > '9' || !str_to_i64(str_slice(s, 1, s.n - 1), &out->number)) {
        return false;
    }
    out->number *= is_minus || side == BEFORE ? -1 : 1;
    for (int i = 0; i < OFFSET_UNIT_COUNT; i++) {
        if (s.p[s.n - 1] == units[i]) {
            out->unit = (enum offset_unit)i;
            return true;
        }
    }
    return false;
}

int64_t
offset_days(const struct offset_end *end) {
    static const int64_t days[OFFSET_UNIT_COUNT] = {
        [OFFSET_DAYS] = 1, [OFFSET_WEEKS] = 7, [OFFSET_MONTHS] = 30};
    return end->number * days[end->unit];
}

bool
offset_parse(struct str s, struct offset *out) {
    *out = (struct offset){0};
    size_t slash = str_find(s, STR("/"));
    int last_side = take_side(&s);
    if (slash == SIZE_MAX) {
        bool ok = parse_end(s, last_side, &out->from);
        out->to = out->from;
        return ok;
    }
    struct str first = str_slice(s, 0, slash);
    int first_side = take_side(&first);
    first_side = first_side == UNSAID ? last_side : first_side;
    return parse_end(first, first_side, &out->from) &&
           parse_end(str_slice(s, slash + 1, s.n), last_side, &out->to) &&
           offset_days(&out->from) <= offset_days(&out->to);
}

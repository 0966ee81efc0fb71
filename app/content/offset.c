#include "content/offset.h"

static bool
parse_duration(struct str s, int64_t *days) {
    bool is_before = s.n > 0 && s.p[0] == '-';
    s = str_slice(s, is_before ? 1 : 0, s.n);
    if (s.n < 3 || s.n > 6 || s.p[0] != 'P' || s.p[1] < '0' || s.p[1] > '9') {
        return false;
    }
    int64_t number, unit = s.p[s.n - 1] == 'M' ? 30 : s.p[s.n - 1] == 'W' ? 7 : 1;
    if (unit == 1 && s.p[s.n - 1] != 'D') {
        return false;
    }
    if (!str_to_i64(str_slice(s, 1, s.n - 1), &number)) {
        return false;
    }
    *days = number * unit * (is_before ? -1 : 1);
    return true;
}

bool
offset_parse(struct str s, int64_t *from_day, int64_t *to_day) {
    size_t slash = str_find(s, STR("/"));
    *from_day = *to_day = 0;
    if (slash == SIZE_MAX) {
        bool ok = parse_duration(s, from_day);
        *to_day = *from_day;
        return ok;
    }
    return parse_duration(str_slice(s, 0, slash), from_day) &&
           parse_duration(str_slice(s, slash + 1, s.n), to_day) && *from_day <= *to_day;
}

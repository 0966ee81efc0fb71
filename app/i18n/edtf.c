#include "i18n/edtf.h"

#include "i18n/civil.h"

/* Exactly `digits` ASCII digits at `at`. */
static bool
take_digits(struct str s, size_t at, size_t digits, int *out) {
    if (at + digits > s.n) {
        return false;
    }
    *out = 0;
    for (size_t i = at; i < at + digits; i++) {
        if (s.p[i] < '0' || s.p[i] > '9') {
            return false;
        }
        *out = *out * 10 + (s.p[i] - '0');
    }
    return true;
}

static bool
parse_point(struct str s, struct edtf_point *out, struct err *err) {
    int year = 0, month = 0, day = 0;
    bool shaped = (s.n == 4 || s.n == 7 || s.n == 10) && take_digits(s, 0, 4, &year) &&
                  (s.n < 7 || (s.p[4] == '-' && take_digits(s, 5, 2, &month))) &&
                  (s.n < 10 || (s.p[7] == '-' && take_digits(s, 8, 2, &day)));
    if (!shaped) {
        return err_set(err, ERR_FORMAT, "\"%.*s\" is not YYYY, YYYY-MM or YYYY-MM-DD", STR_ARG(s));
    }
    if (year == 0 || (s.n >= 7 && (month < 1 || month > 12)) ||
        (s.n == 10 && (day < 1 || day > civil_month_length(year, month)))) {
        return err_set(err, ERR_FORMAT, "\"%.*s\" is not in the calendar", STR_ARG(s));
    }
    *out = (struct edtf_point){
        .precision = s.n == 4   ? EDTF_YEAR
                     : s.n == 7 ? EDTF_MONTH
                                : EDTF_DAY,
        .year = (int16_t)year,
        .month = (int8_t)month,
        .day = (int8_t)day,
    };
    return true;
}

static int64_t
point_key(const struct edtf_point *point) {
    return ((int64_t)point->year * 13 + point->month) * 32 + point->day;
}

bool
edtf_parse(struct str s, struct edtf *out, struct err *err) {
    *out = (struct edtf){0};
    size_t slash = str_find(s, STR("/"));
    if (slash == SIZE_MAX) {
        return parse_point(s, &out->from, err);
    }
    struct str end = str_slice(s, slash + 1, s.n);
    out->is_range = true;
    out->is_open = str_eq(end, STR(".."));
    if (!parse_point(str_slice(s, 0, slash), &out->from, err) ||
        (!out->is_open && !parse_point(end, &out->to, err))) {
        return false;
    }
    if (!out->is_open && point_key(&out->to) < point_key(&out->from) &&
        out->to.precision >= out->from.precision) {
        return err_set(err, ERR_FORMAT, "\"%.*s\" ends before it starts", STR_ARG(s));
    }
    if (!out->is_open && out->to.year < out->from.year) {
        return err_set(err, ERR_FORMAT, "\"%.*s\" ends before it starts", STR_ARG(s));
    }
    return true;
}

int64_t
edtf_sort_key(const struct edtf *date) {
    int64_t end = date->is_open ? 9999 : date->is_range ? date->to.year : 0;
    return point_key(&date->from) * 16384 + end;
}

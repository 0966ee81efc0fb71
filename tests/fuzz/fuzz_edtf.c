/* Any bytes as a date: what is taken is in the calendar, does not end before it starts, and says
 * what was written; what is refused has a reason in whole characters. */
#include "base/check.h"
#include "base/utf8.h"
#include "i18n/edtf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
write_point(struct str_buf *out, const struct edtf_point *point) {
    xassert(point->year >= 1 && point->year <= 9999);
    str_buf_printf(out, "%04d", point->year);
    if (point->precision >= EDTF_MONTH) {
        xassert(point->month >= 1 && point->month <= 12);
        str_buf_printf(out, "-%02d", point->month);
    }
    if (point->precision >= EDTF_DAY) {
        xassert(point->day >= 1 && point->day <= 31);
        str_buf_printf(out, "-%02d", point->day);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct str text = {(const char *)data, size};
    struct str_buf again = {0};
    struct edtf date;
    struct err err = {0};
    if (!edtf_parse(text, &date, &err)) {
        xassert(err.code == ERR_FORMAT && err.message[0]);
        xassert(utf8_valid(str_from(err.message), NULL) || !utf8_valid(text, NULL));
        return 0;
    }
    write_point(&again, &date.from);
    if (date.is_range) {
        str_buf_byte(&again, '/');
        xassert(date.is_open == (date.to.precision == EDTF_NONE));
        xassert(date.is_open || date.to.year >= date.from.year);
        date.is_open ? str_buf_add(&again, STR("..")) : write_point(&again, &date.to);
    }
    xassert(str_eq(str_buf_str(&again), text));
    xassert(edtf_sort_key(&date) > 0);
    str_buf_finish(&again);
    return 0;
}

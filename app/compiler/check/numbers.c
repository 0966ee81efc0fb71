/* Numbers, degrees, dates and times before a visit. */
#include "compiler/check/cell.h"

#include "base/utf8.h"
#include "compiler/check/dates.h"
#include "compiler/check/forms.h"
#include "content/offset.h"

static bool
is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* Digits with at most one point inside, an optional minus, at most 15 digits. */
static bool
is_number(struct str s) {
    size_t i = s.n > 0 && s.p[0] == '-', digits = 0, points = 0;
    for (; i < s.n; i++) {
        if (s.p[i] == '.' && points == 0 && digits > 0 && i + 1 < s.n) {
            points++;
        } else if (is_digit(s.p[i])) {
            digits++;
        } else {
            return false;
        }
    }
    return digits > 0 && digits <= 15;
}

static bool
has_fullwidth_digit(struct str s) {
    for (size_t at = 0; at < s.n;) {
        uint32_t c = utf8_next(s, &at);
        if (c >= 0xFF10 && c <= 0xFF19) {
            return true;
        }
    }
    return false;
}

/* `s` without commas and spaces, when that leaves a number. */
static struct str
without_separators(struct arena *arena, struct str s) {
    char *copy = arena_alloc(arena, s.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] != ',' && s.p[i] != ' ' && s.p[i] != '\'') {
            copy[n++] = s.p[i];
        }
    }
    struct str out = {copy, n};
    return is_number(out) ? out : (struct str){0};
}

/* 149,12 and 1.234,5 as Koreans, Japanese and English write them; empty when the comma is not
 * where a fraction begins. Three digits after a lone comma are thousands, unless that leaves the
 * limits of the column: a longitude of 149,123. */
static struct str
with_decimal_point(const struct cell *cell) {
    struct str s = cell->text;
    size_t comma = str_find(s, STR(",")), n = 0;
    if (comma == SIZE_MAX || comma == 0 ||
        str_find(str_slice(s, comma + 1, s.n), STR(",")) != SIZE_MAX ||
        str_find(str_slice(s, comma, s.n), STR(".")) != SIZE_MAX) {
        return (struct str){0};
    }
    bool has_groups = str_find(s, STR(".")) != SIZE_MAX || str_find(s, STR(" ")) != SIZE_MAX;
    bool may_be_thousands = s.n - comma - 1 == 3 && !has_groups;
    if (may_be_thousands && cell->column->type != COLUMN_DEGREES) {
        return (struct str){0};
    }
    char *copy = arena_alloc(cell->check->model->arena, s.n + 1);
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] != '.' && s.p[i] != ' ') {
            copy[n++] = s.p[i] == ',' ? '.' : s.p[i];
        }
    }
    struct str out = {copy, n};
    return is_number(out) ? out : (struct str){0};
}

static bool
report_nothing(const struct cell *cell) {
    bool is_nothing = forms_is_nothing(cell->text);
    if (is_nothing) {
        CELL_REPORT(cell, DIAG_NO_VALUE, cell->text);
    }
    return is_nothing;
}

/* 4만8210, 234億円, 51.0% are answered with what to write. */
static void
report_number(const struct cell *cell) {
    struct str form = forms_number(cell->check->model->arena, cell->text);
    if (report_nothing(cell)) {
        return;
    }
    if (form.n > 0) {
        CELL_REPORT(cell, DIAG_NUMBER_FORM, cell->text, form);
    } else {
        CELL_REPORT(cell, DIAG_BAD_NUMBER, cell->text);
    }
}

bool
cell_number(const struct cell *cell) {
    if (is_number(cell->text)) {
        return true;
    }
    struct str plain = without_separators(cell->check->model->arena, cell->text);
    struct str pointed = with_decimal_point(cell);
    if (has_fullwidth_digit(cell->text)) {
        CELL_REPORT(cell, DIAG_FULLWIDTH_DIGITS, cell->text);
    } else if (pointed.n > 0) {
        CELL_REPORT(cell, DIAG_DECIMAL_COMMA, cell->text, pointed);
    } else if (plain.n > 0) {
        CELL_REPORT(cell, DIAG_NUMBER_SEPARATORS, cell->text, plain);
    } else {
        report_number(cell);
    }
    return false;
}

void
cell_integer(const struct cell *cell) {
    int64_t value;
    struct str whole = cell->text;
    if (str_ends(whole, STR(".0")) && is_number(whole)) { /* as spreadsheets write them */
        CELL_REPORT(cell, DIAG_NUMBER_FORM, whole, str_slice(whole, 0, whole.n - 2));
    } else if (cell_number(cell) && (!str_to_i64(cell->text, &value) || value < 0)) {
        CELL_REPORT(cell, DIAG_BAD_INTEGER, cell_name(cell), cell->text);
    }
}

void
cell_degrees(const struct cell *cell) {
    double value;
    int limit = cell->column->limit;
    if (cell_number(cell) && str_to_double(cell->text, &value) &&
        (value < -limit || value > limit)) {
        CELL_REPORT(cell, DIAG_COORDINATE_RANGE, cell_name(cell), cell->text,
            arena_printf(cell->check->model->arena, "%d", limit));
    }
}

static bool
ends_before_start(struct str s) {
    size_t slash = str_find(s, STR("/"));
    struct edtf date;
    return slash != SIZE_MAX && edtf_parse(str_slice(s, 0, slash), &date, NULL) &&
           edtf_parse(str_slice(s, slash + 1, s.n), &date, NULL);
}

/* Dates in another form are answered with the right one. */
static void
report_date(const struct cell *cell) {
    static const enum diag_kind kinds[] = {
        [DATES_NONE] = DIAG_BAD_DATE,
        [DATES_CLEAR] = DIAG_DATE_FORM,
        [DATES_SERIAL] = DIAG_DATE_SERIAL,
        [DATES_ABOUT] = DIAG_DATE_ABOUT,
        [DATES_AMBIGUOUS] = DIAG_AMBIGUOUS_DATE,
        [DATES_IMPOSSIBLE] = DIAG_IMPOSSIBLE_DATE,
    };
    struct str iso = {0};
    if (report_nothing(cell)) {
        return;
    }
    enum dates_reading reading = dates_read(cell->check->model->arena, cell->text, &iso);
    if (ends_before_start(cell->text)) {
        CELL_REPORT(cell, DIAG_END_BEFORE_START, cell->text);
    } else {
        CELL_REPORT(cell, kinds[reading], cell->text, iso);
    }
}

void
cell_date(const struct cell *cell) {
    struct edtf date;
    if (!edtf_parse(cell->text, &date, NULL)) {
        report_date(cell);
        return;
    }
    int year = date.is_range && !date.is_open ? date.to.year : date.from.year;
    if ((date.from.year < 1500 || year > 2100) && !model_has_note(cell->table, cell->row)) {
        CELL_REPORT(cell, DIAG_UNLIKELY_YEAR,
            arena_printf(
                cell->check->model->arena, "%d", date.from.year < 1500 ? date.from.year : year));
    }
}

void
cell_offset(const struct cell *cell) {
    struct offset offset;
    struct str form;
    if (offset_parse(cell->text, &offset) || report_nothing(cell)) {
        return;
    }
    form = forms_offset(cell->check->model->arena, cell->text);
    if (form.n > 0 && offset_parse(form, &offset)) {
        CELL_REPORT(cell, DIAG_OFFSET_FORM, cell->text, form);
    } else {
        CELL_REPORT(cell, DIAG_BAD_OFFSET, cell->text);
    }
}

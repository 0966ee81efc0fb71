/* Each value by itself: does it have the form its column asks for? */
#include "compiler/check.h"

#include "base/check.h"
#include "base/utf8.h"
#include "compiler/chars.h"
#include "content/offset.h"

#include <string.h>

struct cell {
    struct check *check;
    const struct model_table *table;
    const struct model_row *row;
    const struct table_column *column;
    size_t index;
    enum locale_id locale; /* LOCALE_COUNT for base columns */
    struct str text;
};

static struct diag_place
place(const struct cell *cell, size_t offset) {
    return model_place(cell->check->model, cell->row, cell->index, offset);
}

static struct diag *
diag_of(const struct cell *cell) {
    return cell->check->model->diag;
}

/* As in the header line: title_ko. */
static struct str
name_of(const struct cell *cell) {
    if (cell->locale == LOCALE_COUNT) {
        return str_from(cell->column->name);
    }
    return arena_printf(
        cell->check->model->arena, "%s_%s", cell->column->name, locale_tag(cell->locale));
}

#define REPORT(cell, kind, ...) DIAG_ARGS(diag_of(cell), kind, place(cell, 0), __VA_ARGS__)

static void
check_id(const struct cell *cell) {
    enum table_id table = tables_id(cell->table->table);
    if (table == TABLE_COUNTRIES && (cell->text.n != 2 || !chars_is_id(cell->text))) {
        REPORT(cell, DIAG_BAD_COUNTRY_CODE, cell->text);
    } else if (table != TABLE_ARTICLES && !chars_is_id(cell->text)) {
        REPORT(cell, DIAG_BAD_ID, cell->text);
    }
}

static void
check_reference(const struct cell *cell, struct str id, size_t offset) {
    const struct table *target = tables_find(str_from(cell->column->of));
    if (model_find(cell->check->model, tables_id(target), id) == SIZE_MAX) {
        DIAG_ARGS(diag_of(cell), DIAG_UNKNOWN_REFERENCE, place(cell, offset), id,
            str_from(target->name), model_suggestion(cell->check->model, tables_id(target), id));
    }
}

static void
check_list(const struct cell *cell) {
    struct str rest = cell->text, piece;
    while (cell->column->of && str_split(&rest, ',', &piece)) {
        struct str id = str_trim(piece);
        if (id.n > 0) {
            check_reference(cell, id, (size_t)(id.p - cell->text.p));
        } else {
            REPORT(cell, DIAG_MISSING_VALUE, name_of(cell));
        }
    }
}

static void
check_record(const struct cell *cell) {
    size_t slash = str_find(cell->text, STR("/"));
    if (slash == SIZE_MAX || slash == 0 || slash + 1 == cell->text.n) {
        REPORT(cell, DIAG_BAD_RECORD, cell->text);
    } else if (!model_has_record(cell->check->model, cell->text)) {
        const struct table *table = tables_find(str_slice(cell->text, 0, slash));
        struct str id = str_slice(cell->text, slash + 1, cell->text.n), hint = {0};
        if (table && tables_has_id(table)) {
            hint = model_suggestion(cell->check->model, tables_id(table), id);
        }
        REPORT(cell, DIAG_UNKNOWN_RECORD, cell->text, hint);
    }
}

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

static bool
check_number(const struct cell *cell) {
    if (is_number(cell->text)) {
        return true;
    }
    struct str plain = without_separators(cell->check->model->arena, cell->text);
    if (has_fullwidth_digit(cell->text)) {
        REPORT(cell, DIAG_FULLWIDTH_DIGITS, cell->text);
    } else if (plain.n > 0) {
        REPORT(cell, DIAG_NUMBER_SEPARATORS, cell->text, plain);
    } else {
        REPORT(cell, DIAG_BAD_NUMBER, cell->text);
    }
    return false;
}

static void
check_integer(const struct cell *cell) {
    int64_t value;
    if (check_number(cell) && (!str_to_i64(cell->text, &value) || value < 0)) {
        REPORT(cell, DIAG_BAD_INTEGER, name_of(cell), cell->text);
    }
}

static void
check_degrees(const struct cell *cell) {
    double value;
    int limit = cell->column->limit;
    if (check_number(cell) && str_to_double(cell->text, &value) &&
        (value < -limit || value > limit)) {
        REPORT(cell, DIAG_COORDINATE_RANGE, name_of(cell), cell->text,
            arena_printf(cell->check->model->arena, "%d", limit));
    }
}

/* 11/9/1987, 9-Nov-87, 87.11.9: which part is the day? */
static bool
is_ambiguous_date(struct str s) {
    size_t groups = 0, run = 0, first = 0, longest = 0;
    bool has_letter = false;
    for (size_t i = 0; i <= s.n; i++) {
        bool is_part = i < s.n && is_digit(s.p[i]);
        has_letter |= i < s.n && ((s.p[i] | 32) >= 'a' && (s.p[i] | 32) <= 'z');
        if (is_part) {
            run++;
        } else if (run > 0) {
            first = groups++ == 0 ? run : first;
            longest = run > longest ? run : longest;
            run = 0;
        }
    }
    return (groups == 3 && first <= 2) || (has_letter && groups >= 1 && longest <= 4);
}

static bool
ends_before_start(struct str s) {
    size_t slash = str_find(s, STR("/"));
    struct edtf date;
    return slash != SIZE_MAX && edtf_parse(str_slice(s, 0, slash), &date, NULL) &&
           edtf_parse(str_slice(s, slash + 1, s.n), &date, NULL);
}

static void
check_date(const struct cell *cell) {
    struct edtf date;
    if (!edtf_parse(cell->text, &date, NULL)) {
        enum diag_kind kind = ends_before_start(cell->text)   ? DIAG_END_BEFORE_START
                              : is_ambiguous_date(cell->text) ? DIAG_AMBIGUOUS_DATE
                                                              : DIAG_BAD_DATE;
        REPORT(cell, kind, cell->text);
        return;
    }
    int year = date.is_range && !date.is_open ? date.to.year : date.from.year;
    if ((date.from.year < 1500 || year > 2100) && !model_has_note(cell->table, cell->row)) {
        REPORT(cell, DIAG_UNLIKELY_YEAR,
            arena_printf(
                cell->check->model->arena, "%d", date.from.year < 1500 ? date.from.year : year));
    }
}

static void
check_offset(const struct cell *cell) {
    int64_t from, to;
    if (!offset_parse(cell->text, &from, &to)) {
        REPORT(cell, DIAG_BAD_OFFSET, cell->text);
    }
}

static void
check_script(const struct cell *cell, enum chars_script script, enum diag_kind kind) {
    size_t other = chars_find_other(cell->text, script);
    if (other != SIZE_MAX) {
        size_t end = other;
        utf8_next(cell->text, &end);
        DIAG_ARGS(diag_of(cell), kind, place(cell, other), name_of(cell),
            str_slice(cell->text, other, end));
    }
}

static bool
is_spreadsheet_error(struct str s) {
    static const struct str errors[] = {STR_INIT("#REF!"), STR_INIT("#NAME?"), STR_INIT("#VALUE!"),
        STR_INIT("#DIV/0!"), STR_INIT("#N/A"), STR_INIT("#NUM!"), STR_INIT("#NULL!")};
    for (size_t i = 0; i < ARRAY_LEN(errors); i++) {
        if (str_eq(s, errors[i])) {
            return true;
        }
    }
    return str_starts(s, STR("####")) || str_starts(s, STR("Err:5"));
}

static void
check_length(const struct cell *cell) {
    size_t cells = chars_cells(cell->text), limit = (size_t)cell->column->limit;
    if (limit > 0 && cells > limit && cell->column->type != COLUMN_DEGREES) {
        struct arena *arena = cell->check->model->arena;
        REPORT(cell, DIAG_TEXT_TOO_LONG, name_of(cell), arena_printf(arena, "%zu", cells),
            arena_printf(arena, "%zu", limit));
    }
}

/* Swapped or untranslated cells: most letters are of a script the language does not use, or a
 * whole sentence is in Latin letters. Names and quotations in other scripts are fine. */
static void
check_language(const struct cell *cell) {
    size_t n[CHARS_OTHER + 1];
    chars_count(cell->text, n);
    size_t japanese = n[CHARS_KANA] + n[CHARS_HAN], foreign = n[CHARS_HANGUL] + japanese;
    bool is_sentence = n[CHARS_LATIN] >= 30 && foreign == 0;
    bool is_wrong = false;
    if (cell->locale == LOCALE_KO) {
        is_wrong = n[CHARS_KANA] > n[CHARS_HANGUL] || is_sentence;
    } else if (cell->locale == LOCALE_JA) {
        is_wrong = n[CHARS_HANGUL] > japanese || is_sentence;
    } else {
        is_wrong = foreign > n[CHARS_LATIN];
    }
    /* a note may be about words of another language, as long as it is a sentence of its own */
    size_t own = cell->locale == LOCALE_KO   ? n[CHARS_HANGUL]
                 : cell->locale == LOCALE_JA ? japanese
                                             : n[CHARS_LATIN];
    if (is_wrong && !((cell->column->flags & COLUMN_NOTE) && own > 0)) {
        REPORT(cell, DIAG_WRONG_LANGUAGE, name_of(cell));
    }
}

/* <b>, </p>, <br> */
static size_t
find_tag(struct str s) {
    for (size_t i = 0; i + 1 < s.n; i++) {
        char next = (char)(s.p[i + 1] | 32);
        if (s.p[i] == '<' && ((next >= 'a' && next <= 'z') || s.p[i + 1] == '/')) {
            return i;
        }
    }
    return SIZE_MAX;
}

static void
check_markup(const struct cell *cell) {
    static const struct str signs[] = {STR_INIT("**"), STR_INIT("]("), STR_INIT("`"),
        STR_INIT("&amp;"), STR_INIT("&nbsp;"), STR_INIT("&lt;"), STR_INIT("&gt;"),
        STR_INIT("&quot;"), STR_INIT("&#")};
    size_t tag = find_tag(cell->text);
    if (tag != SIZE_MAX) {
        DIAG_ARGS(diag_of(cell), DIAG_MARKUP_IN_CELL, place(cell, tag),
            str_slice(cell->text, tag, tag + 2));
        return;
    }
    for (size_t i = 0; i < ARRAY_LEN(signs); i++) {
        size_t at = str_find(cell->text, signs[i]);
        if (at != SIZE_MAX) {
            DIAG_ARGS(diag_of(cell), DIAG_MARKUP_IN_CELL, place(cell, at), signs[i]);
            return;
        }
    }
}

/* Texts with room for more than this may have several lines. */
#define LINE_CELLS 240

static void
check_localised(const struct cell *cell) {
    check_language(cell);
    check_markup(cell);
    size_t at = str_find(cell->text, STR("\n"));
    if (at != SIZE_MAX && cell->column->limit <= LINE_CELLS) {
        DIAG_ARGS(diag_of(cell), DIAG_LINE_BREAK, place(cell, at), name_of(cell));
    }
}

/* Words and sentences, as opposed to ids, numbers and dates. */
static bool
is_written(enum column_type type) {
    return type == COLUMN_TEXT || type == COLUMN_PLAIN || type == COLUMN_KANA ||
           type == COLUMN_HANGUL || type == COLUMN_LATIN || type == COLUMN_HAN;
}

static void
check_by_type(const struct cell *cell) {
    switch (cell->column->type) {
    case COLUMN_ID:
        check_id(cell);
        break;
    case COLUMN_REFERENCE:
        check_reference(cell, cell->text, 0);
        break;
    case COLUMN_RECORD:
        check_record(cell);
        break;
    case COLUMN_WORD:
        if (!tables_has_word(cell->column->of, cell->text)) {
            REPORT(cell, DIAG_UNKNOWN_WORD, name_of(cell), cell->text, str_from(cell->column->of));
        }
        break;
    case COLUMN_INTEGER:
        check_integer(cell);
        break;
    case COLUMN_NUMBER:
        check_number(cell);
        break;
    case COLUMN_DEGREES:
        check_degrees(cell);
        break;
    case COLUMN_DATE:
        check_date(cell);
        break;
    case COLUMN_OFFSET:
        check_offset(cell);
        break;
    case COLUMN_KANA:
        check_script(cell, CHARS_KANA, DIAG_READING_NOT_KANA);
        break;
    case COLUMN_HANGUL:
        check_script(cell, CHARS_HANGUL, DIAG_SOUND_NOT_HANGUL);
        break;
    case COLUMN_LATIN:
        check_script(cell, CHARS_LATIN, DIAG_ROMAN_NOT_LATIN);
        break;
    case COLUMN_HAN:
        check_script(cell, CHARS_HAN, DIAG_HANJA_NOT_HAN);
        break;
    case COLUMN_LIST:
        check_list(cell);
        break;
    case COLUMN_YES:
        if (!str_eq(cell->text, STR("yes"))) {
            REPORT(cell, DIAG_BAD_YES, name_of(cell), cell->text);
        }
        break;
    case COLUMN_TEXT:
        check_localised(cell);
        break;
    case COLUMN_PLAIN:
        break;
    }
}

static void
check_empty(const struct cell *cell) {
    bool is_absent = cell->row->cells[cell->index].at == MODEL_ABSENT;
    if (is_absent || !(cell->column->flags & COLUMN_REQUIRED) || cell->locale != LOCALE_COUNT) {
        return; /* an absent column was reported with the header; texts have their own rule */
    }
    if (cell->column->flags & COLUMN_SOURCE) {
        DIAG_AT(diag_of(cell), DIAG_MISSING_SOURCE, place(cell, 0));
    } else {
        REPORT(cell, DIAG_MISSING_VALUE, name_of(cell));
    }
}

static void
check_cell(struct cell *cell) {
    cell->column = tables_of_cell(cell->table->table, cell->index, &cell->locale);
    cell->text = cell->row->cells[cell->index].text;
    if (cell->text.n == 0) {
        check_empty(cell);
        return;
    }
    struct check_text text = {
        .text = cell->text, .locale = cell->locale, .row = cell->row, .cell = cell->index};
    check_characters(cell->check, &text);
    size_t at = cell->locale == LOCALE_COUNT ? str_find(cell->text, STR("\n")) : SIZE_MAX;
    if (at != SIZE_MAX) {
        DIAG_ARGS(diag_of(cell), DIAG_LINE_BREAK, place(cell, at), name_of(cell));
    }
    if (is_spreadsheet_error(cell->text)) {
        REPORT(cell, DIAG_SPREADSHEET_ERROR, cell->text);
        return;
    }
    check_length(cell);
    check_by_type(cell);
    if (is_written(cell->column->type)) {
        check_typography(cell->check, &text);
    }
}

void
check_cells(struct check *check, const struct model_table *table) {
    size_t cells = tables_cell_count(table->table);
    for (size_t i = 0; i < table->count; i++) {
        struct cell cell = {.check = check, .table = table, .row = &table->rows[i]};
        for (cell.index = 0; cell.index < cells; cell.index++) {
            check_cell(&cell);
        }
        check_row(check, table, &table->rows[i]);
    }
}

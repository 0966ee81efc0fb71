/* Each value by itself: does it have the form its column asks for? */
#include "compiler/check/cell.h"

#include "base/check.h"
#include "base/utf8.h"
#include "compiler/check/chars.h"
#include "compiler/check/hints.h"
#include "compiler/check/words.h"
#include "compiler/read/lists.h"

#include <strings.h>

static void
check_id(const struct cell *cell) {
    enum table_id table = tables_id(cell->table->table);
    if (table == TABLE_COUNTRIES && (cell->text.n != 2 || !chars_is_id(cell->text))) {
        CELL_REPORT(cell, DIAG_BAD_COUNTRY_CODE, cell->text);
    } else if (table != TABLE_ARTICLES && table != TABLE_LISTS && !chars_is_id(cell->text)) {
        CELL_REPORT(cell, DIAG_BAD_ID, cell->text);
    }
}

static void
check_reference(const struct cell *cell, struct str id, size_t offset) {
    const struct table *target = tables_find(str_from(cell->column->of));
    if (model_lacks(cell->check->model, tables_id(target), id)) {
        DIAG_ARGS(cell_diag(cell), DIAG_UNKNOWN_REFERENCE, cell_place(cell, offset), id,
            str_from(target->name), hints_record(cell->check->model, tables_id(target), id));
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
            CELL_REPORT(cell, DIAG_MISSING_VALUE, cell_name(cell));
        }
    }
}

static void
check_record(const struct cell *cell) {
    size_t slash = str_find(cell->text, STR("/"));
    if (slash == SIZE_MAX || slash == 0 || slash + 1 == cell->text.n) {
        CELL_REPORT(
            cell, DIAG_BAD_RECORD, cell->text, hints_any_record(cell->check->model, cell->text));
    } else if (model_lacks_record(cell->check->model, cell->text)) {
        const struct table *table = tables_find(str_slice(cell->text, 0, slash));
        struct str id = str_slice(cell->text, slash + 1, cell->text.n), hint = {0};
        if (table && tables_has_id(table)) {
            hint = hints_record(cell->check->model, tables_id(table), id);
        }
        CELL_REPORT(cell, DIAG_UNKNOWN_RECORD, cell->text, hint);
    }
}

static void
check_script(const struct cell *cell, enum chars_script script, enum diag_kind kind) {
    size_t other = chars_find_other(cell->text, script);
    if (other != SIZE_MAX) {
        size_t end = other;
        utf8_next(cell->text, &end);
        DIAG_ARGS(cell_diag(cell), kind, cell_place(cell, other), cell_name(cell),
            str_slice(cell->text, other, end));
    }
}

static bool
is_spreadsheet_error(struct str s) {
    static const struct str errors[] = {STR_INIT("#REF!"), STR_INIT("#NAME?"), STR_INIT("#VALUE!"),
        STR_INIT("#DIV/0!"), STR_INIT("#N/A"), STR_INIT("#NUM!"), STR_INIT("#NULL!"),
        STR_INIT("#SPILL!"), STR_INIT("#CALC!"), STR_INIT("#FIELD!"), STR_INIT("#BUSY!"),
        STR_INIT("#GETTING_DATA")};
    for (size_t i = 0; i < ARRAY_LEN(errors); i++) {
        if (str_eq(s, errors[i])) {
            return true;
        }
    }
    bool is_localised = s.n > 2 && s.n <= 40 && s.p[0] == '#' && (unsigned char)s.p[1] >= 0x80 &&
                        (s.p[s.n - 1] == '!' || s.p[s.n - 1] == '?') &&
                        str_find(s, STR(" ")) == SIZE_MAX; /* #이름? */
    return is_localised || str_starts(s, STR("####")) || str_starts(s, STR("Err:5"));
}

/* =SUM(E2:E3), ="1985-06-01", =A1 */
static bool
is_formula(struct str s) {
    return s.n > 1 && s.p[0] == '=' && s.p[1] != '=' && s.p[1] != ' ';
}

static void
check_length(const struct cell *cell) {
    bool has_limit = cell->column->limit > 0 && cell->column->type != COLUMN_DEGREES;
    size_t cells = chars_cells(cell->text);
    size_t limit = has_limit ? (size_t)cell->column->limit : TABLES_CELLS;
    if (cells > limit) {
        struct arena *arena = cell->check->model->arena;
        CELL_REPORT(cell, DIAG_TEXT_TOO_LONG, cell_name(cell), arena_printf(arena, "%zu", cells),
            arena_printf(arena, "%zu", limit));
    }
}

/* Swapped or untranslated cells. A note may be about words of another language, as long as it is a
 * sentence of its own. */
static void
check_language(const struct cell *cell) {
    size_t own;
    bool is_wrong = chars_is_foreign(cell->text, cell->locale, &own);
    if (is_wrong && !((cell->column->flags & COLUMN_NOTE) && own > 0)) {
        CELL_REPORT(cell, DIAG_WRONG_LANGUAGE, cell_name(cell));
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
        DIAG_ARGS(cell_diag(cell), DIAG_MARKUP_IN_CELL, cell_place(cell, tag),
            str_slice(cell->text, tag, tag + 2));
        return;
    }
    for (size_t i = 0; i < ARRAY_LEN(signs); i++) {
        size_t at = str_find(cell->text, signs[i]);
        if (at != SIZE_MAX) {
            DIAG_ARGS(cell_diag(cell), DIAG_MARKUP_IN_CELL, cell_place(cell, at), signs[i]);
            return;
        }
    }
}

/* Texts with room for more than this may have several lines. */
#define LINE_CELLS 240

/* -, …, ? or another sign alone; where a text must be, also words for "none". */
static bool
is_placeholder(const struct cell *cell) {
    static const struct str words[] = {STR_INIT("n/a"), STR_INIT("tbd"), STR_INIT("todo"),
        STR_INIT("none"), STR_INIT("xxx"), STR_INIT("없음"), STR_INIT("미정"),
        STR_INIT("해당 없음"), STR_INIT("なし"), STR_INIT("無し"), STR_INIT("未定"),
        STR_INIT("該当なし")};
    static const struct str anywhere[] = {STR_INIT("n/a"), STR_INIT("null"), STR_INIT("tbd"),
        STR_INIT("todo"), STR_INIT("상동"), STR_INIT("위와 같음"), STR_INIT("〃"), STR_INIT("同上"),
        STR_INIT("上に同じ"), STR_INIT("ditto"), STR_INIT("same as above"), STR_INIT("as above"),
        STR_INIT("번역 필요"), STR_INIT("번역 중"), STR_INIT("翻訳待ち"), STR_INIT("翻訳中"),
        STR_INIT("要翻訳"), STR_INIT("lorem ipsum")};
    bool has_sign = tables_id(cell->table->table) == TABLE_LISTS; /* #% is the name of a unit */
    for (size_t at = 0; at < cell->text.n;) {
        uint32_t c = utf8_next(cell->text, &at);
        has_sign |= chars_script(c) != CHARS_COMMON || (c >= '0' && c <= '9') ||
                    (c >= 0xFF10 && c <= 0xFF19);
    }
    for (size_t i = 0; has_sign && i < ARRAY_LEN(words); i++) {
        if ((cell->column->flags & COLUMN_REQUIRED) && cell->text.n == words[i].n &&
            strncasecmp(cell->text.p, words[i].p, words[i].n) == 0) {
            return true;
        }
    }
    for (size_t i = 0; has_sign && i < ARRAY_LEN(anywhere); i++) {
        has_sign = cell->text.n != anywhere[i].n ||
                   strncasecmp(cell->text.p, anywhere[i].p, anywhere[i].n) != 0;
    }
    return !has_sign;
}

static void
check_localised(const struct cell *cell) {
    if (is_placeholder(cell)) {
        CELL_REPORT(cell, DIAG_PLACEHOLDER, cell_name(cell), cell->text);
        return;
    }
    check_language(cell);
    check_markup(cell);
    size_t at = str_find(cell->text, STR("\n"));
    if (at != SIZE_MAX && cell->column->limit <= LINE_CELLS) {
        DIAG_ARGS(cell_diag(cell), DIAG_LINE_BREAK, cell_place(cell, at), cell_name(cell));
    }
}

/* Words and sentences, as opposed to ids, numbers and dates. */
static bool
is_written(enum column_type type) {
    return type == COLUMN_TEXT || type == COLUMN_PLAIN || type == COLUMN_KANA ||
           type == COLUMN_HANGUL || type == COLUMN_LATIN || type == COLUMN_HAN;
}

static bool
is_name(const struct table_column *column) {
    return (column->flags & COLUMN_NAME) || column->type == COLUMN_KANA ||
           column->type == COLUMN_HANGUL || column->type == COLUMN_HAN;
}

static void
check_word(const struct cell *cell) {
    struct model *model = cell->check->model;
    struct str list = str_from(cell->column->of);
    bool is_open = cell->column->type == COLUMN_LISTED;
    bool is_known = is_open ? !lists_lack(model, list, cell->text)
                            : tables_has_word(cell->column->of, cell->text);
    if (!is_known) {
        struct str closed =
            arena_printf(model->arena, "%s.%s", cell->table->table->name, cell->column->name);
        words_unknown(
            cell->check, cell_place(cell, 0), cell_name(cell), cell->text, is_open ? list : closed);
    }
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
    case COLUMN_LISTED:
        check_word(cell);
        break;
    case COLUMN_INTEGER:
        cell_integer(cell);
        break;
    case COLUMN_NUMBER:
        cell_number(cell);
        break;
    case COLUMN_DEGREES:
        cell_degrees(cell);
        break;
    case COLUMN_DATE:
        cell_date(cell);
        break;
    case COLUMN_OFFSET:
        cell_offset(cell);
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
            CELL_REPORT(cell, DIAG_BAD_YES, cell_name(cell), cell->text);
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
    bool is_absent =
        cell->row->cells[cell->index].at == MODEL_ABSENT || (cell->column->flags & COLUMN_MADE);
    if (is_absent || !(cell->column->flags & COLUMN_REQUIRED) || cell->locale != LOCALE_COUNT) {
        return; /* an absent column was reported with the header; texts have their own rule */
    }
    if (cell->column->flags & COLUMN_SOURCE) {
        DIAG_AT(cell_diag(cell), DIAG_MISSING_SOURCE, cell_place(cell, 0));
    } else {
        CELL_REPORT(cell, DIAG_MISSING_VALUE, cell_name(cell));
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
    struct check_text text = {.text = cell->text,
        .locale = cell->locale,
        .row = cell->row,
        .cell = cell->index,
        .is_name = is_name(cell->column)};
    if (is_written(cell->column->type) && check_mojibake(cell->check, &text)) {
        return;
    }
    check_characters(cell->check, &text);
    size_t at = cell->locale == LOCALE_COUNT ? str_find(cell->text, STR("\n")) : SIZE_MAX;
    if (at != SIZE_MAX) {
        DIAG_ARGS(cell_diag(cell), DIAG_LINE_BREAK, cell_place(cell, at), cell_name(cell));
    }
    if (is_spreadsheet_error(cell->text)) {
        CELL_REPORT(cell, DIAG_SPREADSHEET_ERROR, cell->text);
        return;
    }
    if (is_formula(cell->text)) {
        CELL_REPORT(cell, DIAG_SPREADSHEET_FORMULA, cell->text);
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

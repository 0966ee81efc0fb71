/* One CSV file into the rows of its table. */
#include "compiler/read/load.h"

#include "base/check.h"
#include "base/utf8.h"
#include "compiler/read/columns.h"

#include <string.h>
#include <strings.h>

/* All files of one table have the same columns in the same order; private ones do not count. */
static void
compare_header(struct model *model, struct model_table *table, const struct table_header *header,
    uint32_t file) {
    uint64_t hash = 1;
    for (size_t i = 0; i < header->count; i++) {
        if (header->cell_of[i] != SIZE_MAX) {
            hash = hash * 1000003 + header->cell_of[i] + 1;
        }
    }
    if (table->header_hash == 0) {
        table->header_hash = hash;
        table->header_file = file;
    } else if (table->header_hash != hash) {
        DIAG_ARGS(model->diag, DIAG_HEADER_DIFFERS, ((struct diag_place){file, 0}),
            sources_at(model->diag->sources, table->header_file)->path);
    }
}

static bool
is_blank_row(const struct csv_cell *cells, size_t count) {
    for (size_t i = 0; i < count && i < CSV_COLUMN_LIMIT; i++) {
        if (str_trim(cells[i].text).n > 0) {
            return false;
        }
    }
    return true;
}

/* A row full of another separator was written by another program. */
static const char *
other_separator(const struct csv *csv, const struct csv_cell *cells, size_t count, size_t columns) {
    static const char *const signs[] = {";", ",", "\t", "\uFF0C"};
    for (size_t s = 0; s < ARRAY_LEN(signs); s++) {
        struct str sign = str_from(signs[s]);
        size_t found = 0;
        for (size_t i = 0; i < count && i < CSV_COLUMN_LIMIT; i++) {
            for (size_t at = 0; at + sign.n <= cells[i].text.n; at++) {
                found += memcmp(cells[i].text.p + at, sign.p, sign.n) == 0;
            }
        }
        if (signs[s][0] != csv->separator && found * 2 + 2 >= columns) {
            return signs[s];
        }
    }
    return NULL;
}

/* Its own separators within one cell: the row stands in quotes as a whole. */
static bool
is_quoted_whole(const struct csv *csv, const struct csv_cell *cell, size_t columns) {
    struct str rest = cell->text, piece;
    size_t pieces = 0;
    while (rest.n > 0 && str_split(&rest, csv->separator, &piece)) {
        pieces++;
    }
    return pieces * 2 > columns && cell->at < csv->bytes.n && csv->bytes.p[cell->at] == '"';
}

/* Totals and remarks below a table. */
static bool
is_no_record(struct str first, bool is_alone) {
    static const struct str totals[] = {STR_INIT("합계"), STR_INIT("총계"), STR_INIT("소계"),
        STR_INIT("계"), STR_INIT("합 계"), STR_INIT("合計"), STR_INIT("小計"), STR_INIT("総計"),
        STR_INIT("計"), STR_INIT("합"), STR_INIT("total"), STR_INIT("sum"), STR_INIT("subtotal"),
        STR_INIT("grand total")};
    static const struct str remarks[] = {STR_INIT("※"), STR_INIT("*"), STR_INIT("＊"),
        STR_INIT("주)"), STR_INIT("주:"), STR_INIT("주："), STR_INIT("비고:"), STR_INIT("자료:"),
        STR_INIT("출처:"), STR_INIT("注)"), STR_INIT("注）"), STR_INIT("注："), STR_INIT("注:"),
        STR_INIT("（注）"), STR_INIT("出典："), STR_INIT("出典:"), STR_INIT("資料："),
        STR_INIT("備考："), STR_INIT("note:"), STR_INIT("source:"), STR_INIT("notes:"),
        STR_INIT("sources:")};
    for (size_t i = 0; i < ARRAY_LEN(totals); i++) {
        bool may_be_id = (unsigned char)totals[i].p[0] < 0x80; /* `total` of a figure */
        if ((is_alone || !may_be_id) && first.n == totals[i].n &&
            strncasecmp(first.p, totals[i].p, first.n) == 0) {
            return true;
        }
    }
    for (size_t i = 0; i < ARRAY_LEN(remarks); i++) {
        size_t n = remarks[i].n;
        if (first.n >= n && strncasecmp(first.p, remarks[i].p, n) == 0) {
            return true;
        }
    }
    return false;
}

/* "# still to be checked": a row of the author's own, as columns may be; not #REF! and its like. */
static bool
is_own(struct str first) {
    unsigned char next = first.n > 1 ? (unsigned char)first.p[1] : 0;
    return str_starts(first, STR("#")) && (next == ' ' || next >= 0x80) &&
           !str_ends(first, STR("!")) && !str_ends(first, STR("?"));
}

/* True when the row is none: named columns once more, a total, a remark, the author's own. */
static bool
is_passed_over(struct model *model, const struct csv *csv, const struct csv_cell *cells,
    size_t count, struct diag_place place) {
    enum { SAID_MAX = 60 };
    struct str first = str_trim(cells[0].text);
    if (columns_are_named(csv, cells, count)) {
        DIAG_AT(model->diag, DIAG_HEADER_AGAIN, place);
        return true;
    }
    if (is_no_record(first, count < 2 || str_trim(cells[1].text).n == 0)) {
        struct str said = utf8_cut(first, SAID_MAX);
        const char *mark = said.n < first.n ? "…" : "";
        DIAG_ARGS(model->diag, DIAG_NOT_A_RECORD, place,
            arena_printf(model->arena, "%.*s%s", STR_ARG(said), mark));
        return true;
    }
    return is_own(first);
}

/* Cells of a row without the empty ones beyond the header's last column. */
static size_t
trim_row(const struct table_header *header, const struct csv_cell *cells, size_t count) {
    while (count > header->count && count <= CSV_COLUMN_LIMIT &&
           str_trim(cells[count - 1].text).n == 0) {
        count--;
    }
    return count;
}

/* Once: it is the column that lacks its name. A column without name and values is nothing. */
static void
report_nameless(const struct csv *csv, struct table_header *header, const struct csv_cell *cells,
    size_t index) {
    if (!header->has_nameless && str_trim(cells[index].text).n > 0) {
        DIAG_ARGS(csv->diag, DIAG_EMPTY_COLUMN_NAME,
            ((struct diag_place){csv->file, cells[index].at}),
            arena_printf(csv->diag->arena, "%zu", index + 1));
        header->has_nameless = true;
    }
}

/* False when its cells cannot be told apart. */
static bool
check_row_shape(const struct csv *csv, struct table_header *header, const struct csv_cell *cells,
    size_t count, struct diag_place place) {
    struct arena *arena = csv->diag->arena;
    if (count > header->count && count <= header->written) {
        report_nameless(csv, header, cells, count - 1);
        return true;
    }
    struct str have = arena_printf(arena, "%zu", count);
    struct str want = arena_printf(arena, "%zu", header->count);
    bool is_short = count < header->count && header->count > 1;
    const char *other = is_short ? other_separator(csv, cells, count, header->count) : NULL;
    if (count == 1 && is_short && is_quoted_whole(csv, cells, header->count)) {
        DIAG_AT(csv->diag, DIAG_LINE_QUOTED, place);
    } else if (other) {
        DIAG_ARGS(csv->diag, DIAG_MIXED_SEPARATORS, place,
            csv->separator == ';' ? STR(";") : STR(","),
            other[0] == '\t' ? STR("\u21E5") : str_from(other));
    } else if (count < header->count) {
        DIAG_ARGS(csv->diag, DIAG_TOO_FEW_CELLS, place, have, want);
    } else if (count > header->count) {
        DIAG_ARGS(csv->diag, DIAG_TOO_MANY_CELLS, place, have, want);
    }
    return count == header->count;
}

/* Also without the blanks that nobody sees: NBSP, the ideographic space, marks of the byte order.
 */
static struct str
trim_cell(struct str text) {
    for (;;) {
        struct str before = text = str_trim(text);
        size_t at = 0, end = text.n;
        uint32_t first = text.n > 0 ? utf8_next(text, &at) : 0;
        uint32_t last = text.n > 0 ? utf8_prev(text, &end) : 0;
        bool is_first = first == 0x00A0 || first == 0x3000 || first == 0xFEFF || first == 0x200B;
        bool is_last = last == 0x00A0 || last == 0x3000 || last == 0xFEFF || last == 0x200B;
        text = str_slice(text, is_first ? at : 0, is_last && end > 0 ? end : text.n);
        if (text.n == before.n) {
            return text;
        }
    }
}

/* A row of a list is named by the list and the word. */
static void
make_id(struct arena *arena, const struct table *table, struct model_row *row) {
    if (!(table->columns[0].flags & COLUMN_MADE)) {
        return;
    }
    struct str list = row->cells[1].text, word = row->cells[2].text;
    if (list.n > 0 && word.n > 0) {
        row->cells[0].text = arena_printf(arena, "%.*s/%.*s", STR_ARG(list), STR_ARG(word));
    }
}

static void
read_row(struct model *model, struct model_table *table, const struct csv *csv,
    struct table_header *header, const struct csv_cell *cells, size_t count, size_t at) {
    struct model_row *row = model_add_row(table, model->arena, csv->file, (uint32_t)at);
    for (size_t i = 0; i < count && i < header->count; i++) {
        size_t cell = header->cell_of[i];
        bool was_refused = !cells[i].text.p; /* too large; reported by the reader */
        if (header->is_nameless[i]) {
            report_nameless(csv, header, cells, i);
        }
        if (cell == SIZE_MAX || was_refused) {
            continue;
        }
        row->cells[cell] = cells[i];
        row->cells[cell].text = trim_cell(cells[i].text);
        if (row->cells[cell].text.n > 0 && row->cells[cell].text.n != cells[i].text.n) {
            DIAG_AT(model->diag, DIAG_EDGE_SPACE, ((struct diag_place){csv->file, cells[i].at}));
        }
    }
    make_id(model->arena, table->table, row);
    struct str id = row->cells[0].text;
    if (!tables_has_id(header->table) || id.n == 0) {
        return;
    }
    size_t earlier = model_add_id(table, table->count - 1);
    if (earlier != SIZE_MAX) {
        DIAG_ARGS(model->diag, DIAG_DUPLICATE_ID, model_place(model, row, 0, 0), id,
            model_place_name(model, &table->rows[earlier]));
    }
}

/* Spreadsheets leave them by the hundred: one message a file. */
struct blanks {
    struct diag_place first;
    size_t count;
};

static void
report_blanks(struct diag *diag, const struct blanks *blanks) {
    if (blanks->count > 0) {
        DIAG_ARGS(
            diag, DIAG_BLANK_ROW, blanks->first, arena_printf(diag->arena, "%zu", blanks->count));
    }
}

bool
load_csv(struct model *model, struct model_table *table, uint32_t file) {
    struct csv csv;
    struct table_header header;
    struct csv_cell cells[CSV_COLUMN_LIMIT];
    size_t count, at, rows = 0;
    struct blanks blanks = {0};
    bool is_whole;
    csv_init(&csv, model->diag, file, sources_at(model->diag->sources, file)->bytes);
    if (csv.is_unreadable || !columns_read(&header, &csv, table->table, &is_whole)) {
        return false;
    }
    compare_header(model, table, &header, file);
    while (columns_next_row(&csv, cells, &count, &at)) {
        struct diag_place place = {file, (uint32_t)at};
        if (is_blank_row(cells, count)) {
            blanks.first = blanks.count++ == 0 ? place : blanks.first;
            continue;
        }
        if (rows++ == CSV_ROW_LIMIT) {
            DIAG_ARGS(model->diag, DIAG_TOO_MANY_ROWS, place,
                arena_printf(model->arena, "%d", CSV_ROW_LIMIT));
            break;
        }
        count = trim_row(&header, cells, count);
        if (is_passed_over(model, &csv, cells, count, place)) {
            continue;
        }
        is_whole &= check_row_shape(&csv, &header, cells, count, place);
        read_row(model, table, &csv, &header, cells, count, at);
    }
    report_blanks(model->diag, &blanks);
    return is_whole;
}

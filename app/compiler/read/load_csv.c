/* One CSV file into the rows of its table. */
#include "compiler/read/load.h"

#include "base/check.h"

#include <string.h>

struct header {
    const struct table *table;
    size_t count;                     /* columns in the file, without empty ones at the end */
    size_t written;                   /* with them */
    bool has_nameless;                /* a value stood under no name, and was reported */
    size_t cell_of[CSV_COLUMN_LIMIT]; /* column of the file -> cell of the row, or SIZE_MAX */
    bool is_nameless[CSV_COLUMN_LIMIT];
    bool *has_cell; /* cell of the row -> the file has it */
};

static struct str
column_names(struct arena *arena, const struct table *table) {
    struct str_buf buf = {0};
    for (size_t i = 0; i < table->base_count + table->text_count; i++) {
        if (!(table->columns[i].flags & COLUMN_MADE)) {
            str_buf_printf(&buf, "%s%s%s", buf.n ? ", " : "", table->columns[i].name,
                i < table->base_count ? "" : "_ko/_ja/_en");
        }
    }
    struct str names = arena_str(arena, str_buf_str(&buf));
    str_buf_finish(&buf);
    return names;
}

static struct str
cell_name(struct arena *arena, const struct table *table, size_t cell) {
    enum locale_id locale;
    const struct table_column *column = tables_of_cell(table, cell, &locale);
    if (locale == LOCALE_COUNT) {
        return str_from(column->name);
    }
    return arena_printf(arena, "%s_%s", column->name, locale_tag(locale));
}

/* `name`, or with the language of a text `name_ko`. */
static bool
is_name_of(struct str name, const struct table_column *column, enum locale_id locale) {
    struct str base = str_from(column->name);
    if (locale == LOCALE_COUNT) {
        return str_eq(name, base);
    }
    struct str tag = str_from(locale_tag(locale));
    return name.n == base.n + 1 + tag.n && str_starts(name, base) && name.p[base.n] == '_' &&
           str_ends(name, tag);
}

/* In letters of either case: the cell it fills, or SIZE_MAX. */
static size_t
find_cell(const struct table *table, struct str written) {
    char small[64];
    struct str name = {small, written.n};
    if (written.n > sizeof(small)) {
        return SIZE_MAX;
    }
    for (size_t i = 0; i < written.n; i++) {
        bool is_capital = written.p[i] >= 'A' && written.p[i] <= 'Z';
        small[i] = (char)(is_capital ? written.p[i] | 32 : written.p[i]);
    }
    for (size_t i = 0; i < tables_cell_count(table); i++) {
        enum locale_id locale;
        const struct table_column *column = tables_of_cell(table, i, &locale);
        if (!(column->flags & COLUMN_MADE) && is_name_of(name, column, locale)) {
            return i;
        }
    }
    return SIZE_MAX;
}

/* `#memo`: a column of the author's own. */
static bool
is_private(struct str name) {
    return str_starts(name, STR("#")) || str_starts(name, STR("\xEF\xBC\x83"));
}

static void
read_header_cell(struct header *header, struct diag *diag, uint32_t file,
    const struct csv_cell *cell, size_t index) {
    struct str name = str_trim(cell->text);
    struct diag_place place = {file, cell->at};
    size_t found = find_cell(header->table, name);
    header->cell_of[index] = SIZE_MAX;
    header->is_nameless[index] = name.n == 0;
    if (name.n == 0 || is_private(name)) {
        return;
    }
    if (found == SIZE_MAX) {
        DIAG_ARGS(diag, DIAG_UNKNOWN_COLUMN, place, name, str_from(header->table->name),
            column_names(diag->arena, header->table));
    } else if (header->has_cell[found]) {
        DIAG_ARGS(diag, DIAG_DUPLICATE_COLUMN, place, name);
    } else {
        header->has_cell[found] = true;
        header->cell_of[index] = found;
    }
}

/* False when a column is not there that every row needs. */
static bool
check_header(const struct header *header, struct diag *diag, struct diag_place place) {
    const struct table *table = header->table;
    bool is_whole = true;
    for (size_t i = 0; i < table->base_count + table->text_count; i++) {
        bool is_text = i >= table->base_count;
        size_t first = tables_cell(table, i, (enum locale_id)0), present = 0;
        for (size_t j = 0; j < (is_text ? LOCALE_COUNT : 1); j++) {
            present += header->has_cell[first + j];
        }
        unsigned flags = table->columns[i].flags;
        if (present == 0 && (flags & COLUMN_REQUIRED) && !(flags & COLUMN_MADE)) {
            DIAG_ARGS(diag, DIAG_MISSING_COLUMN, place, str_from(table->columns[i].name),
                str_from(table->name));
            is_whole = false;
        }
        for (size_t j = 0; is_text && present > 0 && j < LOCALE_COUNT; j++) {
            if (!header->has_cell[first + j]) {
                size_t other = header->has_cell[first] ? first : first + 1 + (j == 1);
                other = header->has_cell[other] ? other : first + (j + 2) % LOCALE_COUNT;
                DIAG_ARGS(diag, DIAG_MISSING_LANGUAGE_COLUMN, place,
                    cell_name(diag->arena, table, other), cell_name(diag->arena, table, first + j));
            }
        }
    }
    return is_whole;
}

/* Reads a row and notes where it is, for messages. */
static bool
next_row(struct csv *csv, struct csv_cell *cells, size_t *count, size_t *at) {
    bool is_row = csv_next(csv, cells, count, at);
    if (is_row) {
        struct source *source = sources_at(csv->diag->sources, csv->file);
        source_add_row(source, csv->diag->arena, *at);
    }
    return is_row;
}

static void
keep_names(
    struct diag *diag, uint32_t file, const struct csv_cell *cells, size_t count, char separator) {
    struct source *source = sources_at(diag->sources, file);
    source->separator = separator;
    source->name_count = count < CSV_COLUMN_LIMIT ? count : CSV_COLUMN_LIMIT;
    source->names = ARENA_ARRAY(diag->arena, source->name_count, struct str);
    for (size_t i = 0; i < source->name_count; i++) {
        source->names[i] = str_trim(cells[i].text);
    }
}

static size_t
count_known(const struct table *table, const struct csv_cell *cells, size_t count) {
    size_t known = 0;
    for (size_t i = 0; i < count && i < CSV_COLUMN_LIMIT; i++) {
        known += find_cell(table, str_trim(cells[i].text)) != SIZE_MAX;
    }
    return known;
}

/* Rows above the header that may hold a title, a date, an empty line. */
#define TITLE_ROWS 10

/* Reads the header row into `cells`. A row that names no column of the table is none; when one that
 * does comes soon, reading begins there. False: there is none, which was reported. */
static bool
find_header(
    struct csv *csv, const struct table *table, struct csv_cell *cells, size_t *count, size_t *at) {
    struct diag *diag = csv->diag;
    size_t first;
    if (!next_row(csv, cells, count, at)) {
        DIAG_AT(diag, DIAG_EMPTY_FILE, ((struct diag_place){csv->file, 0}));
        return false;
    }
    if (*count > CSV_COLUMN_LIMIT) {
        return true; /* the caller says so */
    }
    first = *at;
    size_t need = tables_cell_count(table) > 2 ? 2 : 1;
    struct csv ahead = *csv;
    for (int row = 2; count_known(table, cells, *count) == 0 && row <= TITLE_ROWS; row++) {
        struct csv_cell other[CSV_COLUMN_LIMIT];
        size_t others;
        if (!next_row(&ahead, other, &others, at)) {
            break;
        }
        if (count_known(table, other, others) >= need) {
            DIAG_ARGS(diag, DIAG_TITLE_ROW, ((struct diag_place){csv->file, (uint32_t)first}),
                arena_printf(diag->arena, "%d", row));
            memcpy(cells, other, sizeof(other));
            *csv = ahead;
            *count = others;
            return true;
        }
    }
    *at = first;
    if (count_known(table, cells, *count) > 0) {
        return true;
    }
    DIAG_ARGS(diag, DIAG_NO_COLUMNS, ((struct diag_place){csv->file, (uint32_t)first}),
        str_from(table->name), column_names(diag->arena, table));
    return false;
}

/* `*is_whole`: no column is missing. False: there is no header to read rows by. */
static bool
read_header(struct header *header, struct csv *csv, const struct table *table, bool *is_whole) {
    struct csv_cell cells[CSV_COLUMN_LIMIT];
    size_t count, at;
    struct diag *diag = csv->diag;
    *header = (struct header){.table = table};
    *is_whole = false;
    header->has_cell = ARENA_ARRAY(diag->arena, tables_cell_count(table), bool);
    if (!find_header(csv, table, cells, &count, &at)) {
        return false;
    }
    if (count > CSV_COLUMN_LIMIT) {
        DIAG_ARGS(diag, DIAG_TOO_MANY_COLUMNS, ((struct diag_place){csv->file, (uint32_t)at}),
            arena_printf(diag->arena, "%d", CSV_COLUMN_LIMIT));
        return false;
    }
    keep_names(diag, csv->file, cells, count, csv->separator);
    header->written = header->count = count;
    while (header->count > 1 && str_trim(cells[header->count - 1].text).n == 0) {
        header->count--; /* spreadsheets write columns that once held something */
    }
    for (size_t i = 0; i < header->count; i++) {
        read_header_cell(header, diag, csv->file, &cells[i], i);
    }
    *is_whole = check_header(header, diag, (struct diag_place){csv->file, (uint32_t)at});
    return true;
}

/* All files of one table have the same columns in the same order; private ones do not count. */
static void
compare_header(
    struct model *model, struct model_table *table, const struct header *header, uint32_t file) {
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

/* A row of one cell full of the other separator was written by another program. */
static bool
has_other_separator(const struct csv *csv, const struct csv_cell *cell, size_t columns) {
    char other = csv->separator == ',' ? ';' : ',';
    size_t n = 0;
    for (size_t i = 0; i < cell->text.n; i++) {
        n += cell->text.p[i] == other;
    }
    return n + 1 >= columns;
}

/* Cells of a row without the empty ones beyond the header's last column. */
static size_t
trim_row(const struct header *header, const struct csv_cell *cells, size_t count) {
    while (count > header->count && count <= CSV_COLUMN_LIMIT &&
           str_trim(cells[count - 1].text).n == 0) {
        count--;
    }
    return count;
}

/* Once: it is the column that lacks its name. A column without name and values is nothing. */
static void
report_nameless(
    const struct csv *csv, struct header *header, const struct csv_cell *cells, size_t index) {
    if (!header->has_nameless && str_trim(cells[index].text).n > 0) {
        DIAG_ARGS(csv->diag, DIAG_EMPTY_COLUMN_NAME,
            ((struct diag_place){csv->file, cells[index].at}),
            arena_printf(csv->diag->arena, "%zu", index + 1));
        header->has_nameless = true;
    }
}

static void
check_row_shape(const struct csv *csv, struct header *header, const struct csv_cell *cells,
    size_t count, struct diag_place place) {
    struct arena *arena = csv->diag->arena;
    if (count > header->count && count <= header->written) {
        report_nameless(csv, header, cells, count - 1);
        return;
    }
    struct str have = arena_printf(arena, "%zu", count);
    struct str want = arena_printf(arena, "%zu", header->count);
    if (count == 1 && header->count > 1 && has_other_separator(csv, cells, header->count)) {
        DIAG_ARGS(csv->diag, DIAG_MIXED_SEPARATORS, place,
            csv->separator == ';' ? STR(";") : STR(","),
            csv->separator == ';' ? STR(",") : STR(";"));
    } else if (count < header->count) {
        DIAG_ARGS(csv->diag, DIAG_TOO_FEW_CELLS, place, have, want);
    } else if (count > header->count) {
        DIAG_ARGS(csv->diag, DIAG_TOO_MANY_CELLS, place, have, want);
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
    struct header *header, const struct csv_cell *cells, size_t count, size_t at) {
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
        row->cells[cell].text = str_trim(cells[i].text);
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
    struct header header;
    struct csv_cell cells[CSV_COLUMN_LIMIT];
    size_t count, at, rows = 0;
    struct blanks blanks = {0};
    bool is_whole;
    csv_init(&csv, model->diag, file, sources_at(model->diag->sources, file)->bytes);
    if (!read_header(&header, &csv, table->table, &is_whole)) {
        return false;
    }
    compare_header(model, table, &header, file);
    while (next_row(&csv, cells, &count, &at)) {
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
        check_row_shape(&csv, &header, cells, count, place);
        read_row(model, table, &csv, &header, cells, count, at);
    }
    report_blanks(model->diag, &blanks);
    return is_whole;
}

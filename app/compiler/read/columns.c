#include "compiler/read/columns.h"

#include "base/check.h"
#include "base/utf8.h"
#include "compiler/model.h"
#include "compiler/read/file_names.h"

#include <string.h>

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

/* Letters and digits of a name, small and half-width: title_ko, Title KO and ｔｉｔｌｅ－ｋｏ are
 * one. */
struct bare_name {
    char letters[64];
    size_t n;
};

static struct bare_name
bare(struct str written) {
    struct bare_name name = {.n = 0};
    for (size_t at = 0; at < written.n;) {
        uint32_t c = utf8_next(written, &at);
        c = c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c;
        c = c >= 'A' && c <= 'Z' ? c | 32 : c;
        bool is_between = c == ' ' || c == '-' || c == '_' || c == '.' || c == '(' || c == ')' ||
                          c == 0x3000 || c == 0x00A0 || c == 0xFEFF || c == 0x200B;
        bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (is_between) {
            continue;
        }
        if (!is_letter || name.n == sizeof(name.letters)) {
            return (struct bare_name){.n = 0};
        }
        name.letters[name.n++] = (char)c;
    }
    return name;
}

static bool
is_same_name(const struct bare_name *a, const struct bare_name *b) {
    return a->n == b->n && memcmp(a->letters, b->letters, a->n) == 0;
}

static bool
is_fillable(const struct table *table, size_t cell) {
    enum locale_id locale;
    return !(tables_of_cell(table, cell, &locale)->flags & COLUMN_MADE);
}

/* The cell it fills, or SIZE_MAX. */
static size_t
find_cell(struct arena *arena, const struct table *table, struct str written) {
    struct bare_name name = bare(written);
    for (size_t i = 0; name.n > 0 && i < tables_cell_count(table); i++) {
        struct bare_name its = bare(cell_name(arena, table, i));
        if (is_fillable(table, i) && is_same_name(&name, &its)) {
            return i;
        }
    }
    return SIZE_MAX;
}

/* dates, title_kr: the cell of a column that the file lacks, whose name is nearly this one. */
static size_t
find_near(struct arena *arena, const struct table_header *header, struct str written) {
    struct bare_name name = bare(written);
    struct str word = {name.letters, name.n};
    size_t best = name.n >= 8 ? 3 : name.n >= 4 ? 2 : 0, found = SIZE_MAX;
    for (size_t i = 0; name.n > 0 && i < tables_cell_count(header->table); i++) {
        enum locale_id locale;
        tables_of_cell(header->table, i, &locale);
        struct bare_name its = bare(cell_name(arena, header->table, i));
        struct str other = {its.letters, its.n};
        enum locale_id meant = LOCALE_COUNT;
        bool is_country = locale != LOCALE_COUNT && name.n == its.n && name.n > 2 &&
                          memcmp(name.letters, its.letters, name.n - 2) == 0 &&
                          file_names_language(str_slice(word, name.n - 2, name.n), &meant) &&
                          meant == locale;
        bool is_other_language = locale != LOCALE_COUNT && name.n == its.n && !is_country;
        size_t d = is_country ? 0 : is_other_language ? best : model_distance(word, other, 2);
        if (!header->has_cell[i] && is_fillable(header->table, i) && d < best) {
            best = d;
            found = i;
        }
    }
    return found;
}

/* `#memo`: a column of the author's own. */
static bool
is_private(struct str name) {
    return str_starts(name, STR("#")) || str_starts(name, STR("\xEF\xBC\x83"));
}

static void
read_header_cell(struct table_header *header, struct diag *diag, uint32_t file,
    const struct csv_cell *cell, size_t index) {
    struct str name = str_trim(cell->text);
    size_t found = find_cell(diag->arena, header->table, name);
    header->cell_of[index] = SIZE_MAX;
    header->is_nameless[index] = name.n == 0;
    if (name.n == 0 || is_private(name) || found == SIZE_MAX) {
        return;
    }
    if (header->has_cell[found]) {
        DIAG_ARGS(diag, DIAG_DUPLICATE_COLUMN, ((struct diag_place){file, cell->at}), name);
    } else {
        header->has_cell[found] = true;
        header->cell_of[index] = found;
    }
}

/* After the others: what is no name, but nearly that of a column that is not there, is read as it.
 */
static void
read_strange_cell(struct table_header *header, struct diag *diag, uint32_t file,
    const struct csv_cell *cell, size_t index) {
    struct str name = str_trim(cell->text);
    struct diag_place place = {file, cell->at};
    if (name.n == 0 || is_private(name) || header->cell_of[index] != SIZE_MAX ||
        find_cell(diag->arena, header->table, name) != SIZE_MAX) {
        return;
    }
    size_t near = find_near(diag->arena, header, name);
    if (near == SIZE_MAX) {
        DIAG_ARGS(diag, DIAG_UNKNOWN_COLUMN, place, name, str_from(header->table->name),
            column_names(diag->arena, header->table));
        return;
    }
    DIAG_ARGS(diag, DIAG_COLUMN_NAME, place, name, cell_name(diag->arena, header->table, near));
    header->has_cell[near] = true;
    header->cell_of[index] = near;
}

/* False when a column is not there that every row needs. */
static bool
check_header(const struct table_header *header, struct diag *diag, struct diag_place place) {
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

bool
columns_next_row(struct csv *csv, struct csv_cell *cells, size_t *count, size_t *at) {
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
count_known(
    struct arena *arena, const struct table *table, const struct csv_cell *cells, size_t count) {
    size_t known = 0;
    for (size_t i = 0; i < count && i < CSV_COLUMN_LIMIT; i++) {
        known += find_cell(arena, table, str_trim(cells[i].text)) != SIZE_MAX;
    }
    return known;
}

/* A line that was put into quotes as a whole names columns between its commas. */
static bool
is_quoted_line(const struct csv *csv, const struct table *table, struct str line) {
    struct str piece;
    size_t known = 0;
    while (line.n > 0 && str_split(&line, csv->separator, &piece)) {
        known += find_cell(csv->diag->arena, table, str_trim(piece)) != SIZE_MAX;
    }
    return known >= 2;
}

/* Line ends, blanks and separators only. */
static bool
is_blank(struct str bytes) {
    for (size_t i = str_starts(bytes, STR("\xEF\xBB\xBF")) ? 3 : 0; i < bytes.n; i++) {
        if (!strchr(" \t\r\n,;\"", bytes.p[i])) {
            return false;
        }
    }
    return true;
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
    if (!columns_next_row(csv, cells, count, at)) {
        DIAG_AT(diag, DIAG_EMPTY_FILE, ((struct diag_place){csv->file, 0}));
        return false;
    }
    if (*count > CSV_COLUMN_LIMIT) {
        return true; /* the caller says so */
    }
    first = *at;
    size_t need = tables_cell_count(table) > 2 ? 2 : 1;
    struct csv ahead = *csv;
    for (int row = 2; count_known(diag->arena, table, cells, *count) == 0 && row <= TITLE_ROWS;
         row++) {
        struct csv_cell other[CSV_COLUMN_LIMIT];
        size_t others;
        if (!columns_next_row(&ahead, other, &others, at)) {
            break;
        }
        if (count_known(diag->arena, table, other, others) >= need) {
            DIAG_ARGS(diag, DIAG_TITLE_ROW, ((struct diag_place){csv->file, (uint32_t)first}),
                arena_printf(diag->arena, "%d", row));
            memcpy(cells, other, sizeof(other));
            *csv = ahead;
            *count = others;
            return true;
        }
    }
    *at = first;
    if (count_known(diag->arena, table, cells, *count) > 0) {
        return true;
    }
    if (*count == 1 && is_quoted_line(csv, table, cells[0].text)) {
        DIAG_AT(diag, DIAG_LINE_QUOTED, ((struct diag_place){csv->file, (uint32_t)first}));
        return false;
    }
    if (is_blank(csv->bytes)) {
        DIAG_AT(diag, DIAG_EMPTY_FILE, ((struct diag_place){csv->file, 0}));
        return false;
    }
    DIAG_ARGS(diag, DIAG_NO_COLUMNS, ((struct diag_place){csv->file, (uint32_t)first}),
        str_from(table->name), column_names(diag->arena, table));
    return false;
}

bool
columns_read(
    struct table_header *header, struct csv *csv, const struct table *table, bool *is_whole) {
    struct csv_cell cells[CSV_COLUMN_LIMIT];
    size_t count, at;
    struct diag *diag = csv->diag;
    *header = (struct table_header){.table = table};
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
    for (size_t i = 0; i < header->count; i++) {
        read_strange_cell(header, diag, csv->file, &cells[i], i);
    }
    *is_whole = check_header(header, diag, (struct diag_place){csv->file, (uint32_t)at});
    return true;
}

bool
columns_are_named(const struct csv *csv, const struct csv_cell *cells, size_t count) {
    const struct source *source = sources_at(csv->diag->sources, csv->file);
    size_t same = 0, filled = 0;
    for (size_t i = 0; i < count && i < source->name_count; i++) {
        struct str text = str_trim(cells[i].text);
        filled += text.n > 0;
        same += text.n > 0 && str_eq(text, source->names[i]);
    }
    return same >= 2 && same == filled;
}

#include "compiler/read/csv.h"

#include "base/check.h"

#include <string.h>

static bool
is_line_end(char c) {
    return c == '\n' || c == '\r';
}

/* Separators of the header line, outside quotes. */
static void
count_separators(struct str bytes, size_t at, size_t counts[4]) {
    static const char separators[4] = {',', ';', '\t', '|'};
    bool is_quoted = false;
    for (; at < bytes.n && (is_quoted || !is_line_end(bytes.p[at])); at++) {
        is_quoted ^= bytes.p[at] == '"';
        for (size_t i = 0; !is_quoted && i < 4; i++) {
            counts[i] += bytes.p[at] == separators[i];
        }
    }
}

/* Typed by a Japanese or Korean input method: ， 、 ； */
static const char *
wide_separator(struct str bytes, size_t at) {
    static const char *const signs[] = {"\uFF0C", "\u3001", "\uFF1B"};
    size_t end = at;
    while (end < bytes.n && !is_line_end(bytes.p[end])) {
        end++;
    }
    for (size_t i = 0; i < 3; i++) {
        if (str_find(str_slice(bytes, at, end), str_from(signs[i])) != SIZE_MAX) {
            return signs[i];
        }
    }
    return NULL;
}

/* Files that were joined have one in the middle, too. */
static void
skip_marks(struct csv *csv) {
    while (str_starts(str_slice(csv->bytes, csv->at, csv->bytes.n), STR("\xEF\xBB\xBF"))) {
        csv->at += 3;
    }
}

void
csv_init(struct csv *csv, struct diag *diag, uint32_t file, struct str bytes) {
    xassert(bytes.n < UINT32_MAX);
    *csv = (struct csv){diag, file, bytes, 0, ',', false};
    skip_marks(csv);
    struct str rest = str_slice(bytes, csv->at, bytes.n);
    if (str_starts(rest, STR("sep=")) && rest.n > 5 && is_line_end(rest.p[5])) {
        csv->separator = rest.p[4];
        csv->at += 6 + (size_t)(rest.n > 6 && rest.p[5] == '\r' && rest.p[6] == '\n');
        return;
    }
    size_t counts[4] = {0};
    count_separators(bytes, csv->at, counts);
    bool is_none = counts[0] + counts[1] + counts[2] + counts[3] == 0;
    const char *wide = is_none ? wide_separator(bytes, csv->at) : NULL;
    if (wide) {
        const char *const sign[LOCALE_COUNT] = {wide, wide, wide};
        diag_report_words(
            diag, DIAG_WRONG_SEPARATOR, (struct diag_place){file, (uint32_t)csv->at}, sign);
        csv->is_unreadable = true;
    } else if (counts[0] == 0 && counts[1] == 0 && counts[2] + counts[3] > 0) {
        bool is_tab = counts[2] >= counts[3];
        csv->separator = is_tab ? '\t' : '|';
        static const char *const tab[LOCALE_COUNT] = {"탭", "タブ", "tab"};
        static const char *const bar[LOCALE_COUNT] = {"|", "|", "|"};
        diag_report_words(diag, DIAG_WRONG_SEPARATOR, (struct diag_place){file, (uint32_t)csv->at},
            is_tab ? tab : bar);
    } else {
        csv->separator = counts[1] > counts[0] ? ';' : ',';
    }
}

static struct diag_place
place(const struct csv *csv, size_t at) {
    return (struct diag_place){csv->file, (uint32_t)at};
}

/* The end of the quoted part that opens at `open`: the byte of its closing quote, or SIZE_MAX. */
static size_t
closing_quote(const struct csv *csv, size_t open) {
    struct str bytes = csv->bytes;
    size_t at = open + 1;
    while (at < bytes.n) {
        const char *hit = memchr(bytes.p + at, '"', bytes.n - at);
        if (!hit) {
            break;
        }
        at = (size_t)(hit - bytes.p);
        if (at + 1 >= bytes.n || bytes.p[at + 1] != '"') {
            return at;
        }
        at += 2; /* a doubled quote is a letter */
    }
    return SIZE_MAX;
}

static size_t
end_of_bare(const struct csv *csv, size_t at) {
    struct str bytes = csv->bytes;
    while (at < bytes.n && bytes.p[at] != csv->separator && !is_line_end(bytes.p[at])) {
        at++;
    }
    return at;
}

/* The text between quotes with "" and CRLF undone, followed by what stands after the closing
 * quote. */
static struct str
unquote(const struct csv *csv, size_t start, size_t close, size_t end) {
    struct str inner = str_slice(csv->bytes, start, close);
    bool has_quote = inner.n > 0 && memchr(inner.p, '"', inner.n);
    bool has_return = inner.n > 0 && memchr(inner.p, '\r', inner.n);
    if (!has_quote && !has_return && end == close + 1) {
        return inner;
    }
    char *copy = arena_alloc(csv->diag->arena, end - start + 1);
    size_t n = 0;
    for (size_t i = 0; i < inner.n; i++) {
        char c = inner.p[i];
        bool is_doubled = c == '"' || (c == '\r' && i + 1 < inner.n && inner.p[i + 1] == '\n');
        copy[n++] = c == '\r' ? '\n' : c;
        i += is_doubled;
    }
    for (size_t i = close + 1; i < end; i++) {
        copy[n++] = csv->bytes.p[i];
    }
    return (struct str){copy, n};
}

static struct str
read_quoted(struct csv *csv, size_t open) {
    size_t close = closing_quote(csv, open);
    if (close == SIZE_MAX) {
        DIAG_AT(csv->diag, DIAG_UNTERMINATED_QUOTE, place(csv, open));
        csv->at = end_of_bare(csv, open);
        return str_slice(csv->bytes, open + 1, csv->at);
    }
    csv->at = end_of_bare(csv, close + 1);
    if (csv->at != close + 1) {
        DIAG_AT(csv->diag, DIAG_STRAY_QUOTE, place(csv, close));
    }
    return unquote(csv, open + 1, close, csv->at);
}

static struct csv_cell
read_cell(struct csv *csv) {
    size_t start = csv->at;
    struct str text;
    if (start < csv->bytes.n && csv->bytes.p[start] == '"') {
        text = read_quoted(csv, start);
    } else {
        csv->at = end_of_bare(csv, start);
        text = str_slice(csv->bytes, start, csv->at);
        const char *quote = text.n > 0 ? memchr(text.p, '"', text.n) : NULL;
        if (quote) {
            DIAG_AT(csv->diag, DIAG_STRAY_QUOTE, place(csv, start + (size_t)(quote - text.p)));
        }
    }
    if (text.n > CSV_CELL_LIMIT) {
        struct arena *arena = csv->diag->arena;
        DIAG_ARGS(csv->diag, DIAG_CELL_TOO_LARGE, place(csv, start),
            arena_printf(arena, "%zu", text.n), arena_printf(arena, "%zu", CSV_CELL_LIMIT));
        text = (struct str){0};
    }
    return (struct csv_cell){text, (uint32_t)start, csv->file};
}

bool
csv_next(struct csv *csv, struct csv_cell cells[CSV_COLUMN_LIMIT], size_t *count, size_t *at) {
    *count = 0;
    skip_marks(csv);
    *at = csv->at;
    if (csv->at >= csv->bytes.n) {
        return false;
    }
    for (;;) {
        struct csv_cell cell = read_cell(csv);
        if (*count < CSV_COLUMN_LIMIT) {
            cells[*count] = cell;
        }
        (*count)++;
        if (csv->at >= csv->bytes.n) {
            break;
        }
        char stop = csv->bytes.p[csv->at++];
        if (stop != csv->separator) {
            bool is_crlf = stop == '\r' && csv->at < csv->bytes.n && csv->bytes.p[csv->at] == '\n';
            csv->at += is_crlf;
            break;
        }
    }
    return true;
}

size_t
csv_place(struct str bytes, const struct csv_cell *cell, size_t offset) {
    size_t at = cell->at;
    if (at >= bytes.n || bytes.p[at] != '"') {
        return at + offset;
    }
    at++;
    for (size_t i = 0; i < offset && at < bytes.n; i++, at++) {
        bool is_pair = at + 1 < bytes.n && ((bytes.p[at] == '"' && bytes.p[at + 1] == '"') ||
                                               (bytes.p[at] == '\r' && bytes.p[at + 1] == '\n'));
        at += is_pair;
    }
    return at;
}

#include "compiler/read/source.h"

#include "base/check.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <string.h>

uint32_t
sources_add(struct sources *sources, struct str path, struct str bytes) {
    VEC_ROOM_IN(sources->arena, sources->items, sources->count, sources->cap, 1);
    sources->items[sources->count] = (struct source){.path = path, .bytes = bytes};
    return (uint32_t)sources->count++;
}

struct source *
sources_at(const struct sources *sources, uint32_t file) {
    xassert(file < sources->count);
    return &sources->items[file];
}

/* A line ends at LF, CRLF or CR, as in csv.h and in Markdown. */
static bool
ends_line(struct str bytes, size_t at) {
    bool is_lone_return = bytes.p[at] == '\r' && (at + 1 == bytes.n || bytes.p[at + 1] != '\n');
    return bytes.p[at] == '\n' || is_lone_return;
}

static void
index_lines(struct source *source, struct arena *arena) {
    struct str bytes = source->bytes;
    size_t count = 1;
    for (size_t i = 0; i < bytes.n; i++) {
        count += ends_line(bytes, i);
    }
    source->line_starts = ARENA_ARRAY(arena, count, size_t);
    source->line_count = count;
    for (size_t i = 0, line = 1; i < bytes.n; i++) {
        if (ends_line(bytes, i)) {
            source->line_starts[line++] = i + 1;
        }
    }
}

/* The last of ascending `starts` that is not behind `at`; the first one when all are. */
static size_t
find_start(const size_t *starts, size_t count, size_t at) {
    size_t low = 0, high = count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (starts[middle] <= at) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return low;
}

void
source_position(
    struct source *source, struct arena *arena, size_t at, size_t *line, size_t *column) {
    if (!source->line_starts) {
        index_lines(source, arena);
    }
    at = at > source->bytes.n ? source->bytes.n : at;
    size_t found = find_start(source->line_starts, source->line_count, at);
    *line = found + 1;
    *column = 1;
    for (size_t i = source->line_starts[found]; i < at; i++) {
        *column += !utf8_continues(source->bytes.p[i]);
    }
    bool has_bom = found == 0 && str_starts(source->bytes, STR("\xEF\xBB\xBF"));
    *column -= has_bom && *column > 1;
}

size_t
source_line_start(struct source *source, struct arena *arena, size_t line) {
    if (!source->line_starts) {
        index_lines(source, arena);
    }
    return line <= source->line_count && line > 0 ? source->line_starts[line - 1] : source->bytes.n;
}

void
source_add_row(struct source *source, struct arena *arena, size_t at) {
    if (source->row_count > 0 && source->rows[source->row_count - 1] >= at) {
        return;
    }
    VEC_ROOM_IN(arena, source->rows, source->row_count, source->row_cap, 1);
    source->rows[source->row_count++] = at;
}

size_t
source_row(const struct source *source, size_t at) {
    bool is_before = source->row_count == 0 || at < source->rows[0];
    return is_before ? 0 : find_start(source->rows, source->row_count, at) + 1;
}

bool
source_cell(const struct source *source, size_t at, size_t *row, size_t *column) {
    *row = source_row(source, at);
    if (*row == 0) {
        return false;
    }
    size_t found = *row - 1;
    *column = 1;
    bool is_quoted = false, is_start = true;
    for (size_t i = source->rows[found]; i < at && i < source->bytes.n; i++) {
        bool is_quote = source->bytes.p[i] == '"' && (is_quoted || is_start);
        is_quoted ^= is_quote;
        is_start = !is_quoted && source->bytes.p[i] == source->separator;
        is_start |= !is_quoted && is_quote; /* a doubled quote opens again */
        *column += !is_quoted && source->bytes.p[i] == source->separator;
    }
    return true;
}

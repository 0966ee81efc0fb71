#include "compiler/read/header.h"

static bool
next_line(struct str bytes, size_t *at, struct str *line) {
    if (*at >= bytes.n) {
        return false;
    }
    size_t stop = *at;
    while (stop < bytes.n && bytes.p[stop] != '\n' && bytes.p[stop] != '\r') {
        stop++;
    }
    *line = str_slice(bytes, *at, stop);
    bool is_crlf = stop + 1 < bytes.n && bytes.p[stop] == '\r' && bytes.p[stop + 1] == '\n';
    *at = stop + (stop < bytes.n) + is_crlf;
    return true;
}

static bool
is_fence(struct str line) {
    return str_eq(str_trim(line), STR("---"));
}

static void
parse_entry(
    struct header *header, struct diag *diag, uint32_t file, struct str bytes, struct str line) {
    struct diag_place place = {file, (uint32_t)(line.p - bytes.p)};
    size_t colon = str_find(line, STR(":"));
    struct str key = str_trim(str_slice(line, 0, colon == SIZE_MAX ? 0 : colon));
    if (key.n == 0 || header->count == HEADER_LINE_LIMIT) {
        DIAG_AT(diag, DIAG_BAD_HEADER_LINE, place);
        return;
    }
    struct str value = str_trim(str_slice(line, colon + 1, line.n));
    header->entries[header->count++] = (struct header_entry){
        key, value, (uint32_t)(key.p - bytes.p), (uint32_t)(value.p - bytes.p)};
}

bool
header_parse(struct header *header, struct diag *diag, uint32_t file) {
    struct str bytes = sources_at(diag->sources, file)->bytes, line;
    size_t at = str_starts(bytes, STR("\xEF\xBB\xBF")) ? 3 : 0;
    size_t start = at;
    *header = (struct header){.body = (uint32_t)at};
    if (!next_line(bytes, &at, &line) || !is_fence(line)) {
        DIAG_AT(diag, DIAG_NO_HEADER, ((struct diag_place){file, (uint32_t)start}));
        return false;
    }
    while (next_line(bytes, &at, &line)) {
        if (is_fence(line)) {
            header->body = (uint32_t)at;
            return true;
        }
        parse_entry(header, diag, file, bytes, line);
    }
    DIAG_AT(diag, DIAG_UNTERMINATED_HEADER, ((struct diag_place){file, (uint32_t)start}));
    header->body = (uint32_t)bytes.n;
    return true;
}

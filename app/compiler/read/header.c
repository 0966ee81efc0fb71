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

/* ---, also as word processors change it: —, –––, ――― */
static bool
is_fence(struct str line) {
    static const struct str dashes[] = {
        STR_INIT("–"), STR_INIT("—"), STR_INIT("―"), STR_INIT("─"), STR_INIT("－")};
    struct str rest = str_trim(line);
    bool is_ascii = str_eq(rest, STR("---"));
    for (size_t i = 0; i < 5 && rest.n > 0 && !is_ascii;) {
        bool is_one = str_starts(rest, dashes[i]);
        rest = is_one ? str_slice(rest, dashes[i].n, rest.n) : rest;
        i = is_one ? 0 : i + 1;
    }
    return is_ascii || (rest.n == 0 && str_trim(line).n > 0);
}

/* The first colon, an ordinary or a full-width one; `*n`: its bytes. */
static size_t
find_colon(struct str line, size_t *n) {
    size_t narrow = str_find(line, STR(":")), wide = str_find(line, STR("："));
    *n = wide < narrow ? 3 : 1;
    return wide < narrow ? wide : narrow;
}

/* "First visit": quotes round a whole value, as other programs write them. */
static struct str
unquote(struct str value) {
    bool is_quoted = value.n > 2 && (value.p[0] == '"' || value.p[0] == '\'') &&
                     value.p[value.n - 1] == value.p[0];
    struct str inner = str_slice(value, 1, value.n - is_quoted);
    return is_quoted && str_find(inner, str_slice(value, 0, 1)) == SIZE_MAX ? inner : value;
}

static void
parse_entry(
    struct header *header, struct diag *diag, uint32_t file, struct str bytes, struct str line) {
    struct diag_place place = {file, (uint32_t)(line.p - bytes.p)};
    size_t sign, colon = find_colon(line, &sign);
    if (str_trim(line).n == 0) {
        return;
    }
    struct str key = str_trim(str_slice(line, 0, colon == SIZE_MAX ? 0 : colon));
    if (key.n == 0 || header->count == HEADER_LINE_LIMIT) {
        DIAG_AT(diag, DIAG_BAD_HEADER_LINE, place);
        return;
    }
    struct str value = unquote(str_trim(str_slice(line, colon + sign, line.n)));
    header->entries[header->count++] = (struct header_entry){
        key, value, (uint32_t)(key.p - bytes.p), (uint32_t)(value.p - bytes.p)};
}

bool
header_parse(struct header *header, struct diag *diag, uint32_t file) {
    struct str bytes = sources_at(diag->sources, file)->bytes, line;
    size_t at = str_starts(bytes, STR("\xEF\xBB\xBF")) ? 3 : 0;
    size_t start = at;
    *header = (struct header){.body = (uint32_t)at};
    bool is_line = next_line(bytes, &at, &line);
    while (is_line && str_trim(line).n == 0) {
        is_line = next_line(bytes, &at, &line);
    }
    if (!is_line || !is_fence(line)) {
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

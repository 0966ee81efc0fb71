/* header.h - the `key: value` lines between two `---` lines at the top of an article. */
#ifndef COMPILER_READ_HEADER_H
#define COMPILER_READ_HEADER_H

#include "compiler/diag.h"

#define HEADER_LINE_LIMIT 64

struct header_entry {
    struct str key, value; /* slices of the file, trimmed */
    uint32_t key_at, value_at;
};
struct header {
    struct header_entry entries[HEADER_LINE_LIMIT];
    size_t count;
    uint32_t body; /* byte after the closing line; the end of the file when there is none */
};

/* Reports what is malformed; keys and values are the caller's business. False when there is no
 * header at all. */
bool header_parse(struct header *header, struct diag *diag, uint32_t file);

#endif

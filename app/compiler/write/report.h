/* report.h - what is left to do in a content folder: translations that are missing or older than
 * their original, readings that are missing, characters no font has.
 *
 * "Older" needs a memory: write/state.h. */
#ifndef COMPILER_WRITE_REPORT_H
#define COMPILER_WRITE_REPORT_H

#include "compiler/compile.h"

bool report_folder(const char *folder, enum locale_id locale, const struct compile_options *options,
    struct str_buf *out, struct err *err);
/* Notes translations as up to date: of all records, or of those named (`cities/minato`,
 * `facts.csv`, `guides`, `guides/welcome.ja.md`). What changed in their originals since goes to
 * `out`. `is_undo`: what was noted last is taken back instead. */
struct report_accept {
    const char *folder;
    const char *const *names;
    size_t name_count;
    bool is_undo;
};
bool report_accept(const struct report_accept *request, enum locale_id locale, struct str_buf *out,
    struct err *err);

#endif

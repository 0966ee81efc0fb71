/* report.h - what is left to do in a content folder: translations that are missing or older than
 * their original, readings that are missing, characters no font has.
 *
 * "Older" needs a memory: `naru-content accept` writes translations.state, a hash of each record's
 * texts in each language. A translation is stale when the original has another hash than then
 * and the translation still has the same. The file belongs into version control. */
#ifndef COMPILER_WRITE_REPORT_H
#define COMPILER_WRITE_REPORT_H

#include "compiler/compile.h"

bool report_folder(const char *folder, enum locale_id locale, const struct compile_options *options,
    struct str_buf *out, struct err *err);
bool report_accept(const char *folder, enum locale_id locale, struct err *err);

#endif

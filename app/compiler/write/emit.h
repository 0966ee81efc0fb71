/* emit.h - a checked model into a SQLite file. The database is made in memory in the order of the
 * sources, packed by VACUUM, and put in place whole by replace_database(): a full disk leaves the
 * old file. The same model gives the same bytes. */
#ifndef COMPILER_WRITE_EMIT_H
#define COMPILER_WRITE_EMIT_H

#include "base/err.h"
#include "compiler/model.h"

bool emit_database(struct model *model, const char *path, enum locale_id locale, struct err *err);
/* Rows inserted by the last stage of a build of this model: what its cost grows with. */
size_t emit_row_count(const struct model *model);
/* 32 hexadecimal digits over every source file's name and bytes, in a fixed order. */
struct str emit_content_hash(struct model *model);

#endif

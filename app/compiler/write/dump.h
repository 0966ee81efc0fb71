/* dump.h - a database as text: one line a record, in the order of the sources.
 *
 *     cities<TAB>id=hamamatsu<TAB>country=jp<TAB>…<TAB>name=浜松市<TAB>…
 *
 * The record's table, all base columns, then the texts of one language; line breaks and tabs inside
 * values are spaces. Blocks of articles are records as well. `in_original`: the texts are those of
 * the language the content was written in; `locale` is that of what `err` says. */
#ifndef COMPILER_WRITE_DUMP_H
#define COMPILER_WRITE_DUMP_H

#include "base/err.h"
#include "i18n/locale.h"

/* The store's own words are English: sets `err`, which store_open() set, to ours. Returns false. */
bool dump_refuse(const char *path, enum locale_id locale, struct err *err);
bool dump_database(const char *path, enum locale_id locale, bool in_original, struct str_buf *out,
    struct err *err);

#endif

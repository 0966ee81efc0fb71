/* compile.h - a folder of content sources into one database file. The program naru-content and the
 * app's own reload both call this.
 *
 * All mistakes are collected in one run. A database is written only when there is no error, whole
 * or not at all, and the same sources give the same bytes. */
#ifndef COMPILER_COMPILE_H
#define COMPILER_COMPILE_H

#include "base/arena.h"
#include "base/err.h"
#include "compiler/diag.h"

struct compile_options {
    /* True when some font draws the character in that language. NULL: not checked. */
    bool (*covers)(void *self, enum locale_id locale, uint32_t code_point);
    /* The same for a variation sequence of an ideograph. NULL: not checked. */
    bool (*covers_variant)(void *self, enum locale_id locale, uint32_t base, uint32_t selector);
    void *covers_self;
    const char *words_folder; /* the interface's words, checked with the content; NULL: none */
    const char *against;      /* the last good build, for what was lost since; NULL: none */
    enum locale_id locale;    /* of what `err` says; English without options */
};

struct compile {
    struct arena arena;
    struct sources sources;
    struct diag diag; /* finished: sorted, ready for diag_print() */
};

/* Checks `folder` and, unless `out_path` is NULL, writes the database there. True when there was no
 * error and the file was written. False with `err->code` ERR_NONE when the reasons are in
 * compile->diag; otherwise `err` says what the system refused. Always compile_finish(). */
bool compile_folder(struct compile *compile, const char *folder, const char *out_path,
    const struct compile_options *options, struct err *err);
void compile_finish(struct compile *compile);

#endif

/* replace.h - a database put in the place of the one before.
 *
 * Old or new, never half: the bytes go to a file beside it, which takes the name once it is whole
 * on the disk. The database before stays as FILE.previous (once; the same bytes again leave it).
 * Only a database of Naru or an empty file is replaced, never another file, a folder, a device or a
 * pipe; a link is followed. A new file has the permissions the old one had; other names (hard
 * links) of the old one keep it. */
#ifndef COMPILER_WRITE_REPLACE_H
#define COMPILER_WRITE_REPLACE_H

#include "compiler/trouble.h"

/* False before anything is made when `path` must not be replaced: asked before a long build. */
bool replace_may(const char *path, enum locale_id locale, struct err *err);
bool replace_database(const char *path, struct str bytes, enum locale_id locale, struct err *err);

#endif

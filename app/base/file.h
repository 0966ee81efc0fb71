/* file.h - whole files in, whole files out.
 *
 * Reading is bounded by `limit` bytes. file_replace() writes a temporary neighbour, syncs it and
 * renames it over `path`: a reader sees the old file or the new one, never half of it, and a full
 * disk leaves the old one. The new one has the old one's permissions, a link stays a link; a pipe
 * or a device is written to, never replaced. When it fails errno is kept, too. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

#include <stdio.h>

#define FILE_LIMIT_DEFAULT ((size_t)256 << 20)

bool file_read(
    const char *path, size_t limit, struct arena *arena, struct str *out, struct err *err);
bool file_replace(const char *path, struct str data, struct err *err);

/* Its two steps, for a caller with something to do between them; false with errno, and nothing
 * left behind. The neighbour of `path` (a name without links) has the permissions and, where that
 * is allowed, the owner of what stands there. */
#define FILE_NAME_BYTES 4096
bool file_write_beside(const char *path, struct str data, char temporary[FILE_NAME_BYTES]);
bool file_take_name(const char *temporary, const char *path);
bool file_write_all(int fd, struct str data); /* however often it is interrupted */

/* What stands at a path, links followed. FILE_NONE: nothing, or nothing that may be seen; errno
 * says why. */
enum file_kind { FILE_NONE, FILE_REGULAR, FILE_FOLDER, FILE_DEVICE, FILE_PIPE, FILE_SOCKET };
enum file_kind file_kind(const char *path);
const char *file_kind_name(enum file_kind kind); /* "a folder" */

/* Writes what the stream still holds. False when not all that was ever printed to it arrived, with
 * the reason in errno, also when the system gave it to an earlier write. */
bool file_flush(FILE *stream);

/* Does the file begin with these bytes (at most 64), or is it empty? */
bool file_is_kind(const char *path, struct str magic);
bool file_exists(const char *path);
bool file_is_directory(const char *path);
bool file_make_directory(const char *path, struct err *err); /* fine if it is there already */
/* Names in a directory, sorted by bytes, without "." and ".."; borrowed from `arena`. */
bool file_list(
    const char *path, struct arena *arena, struct str **names, size_t *count, struct err *err);

#endif

#include "compiler/write/replace.h"

#include "base/arena.h"
#include "base/file.h"
#include "content/tables.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct replacing {
    enum locale_id locale;
    struct err *err;
    struct arena arena;
    const char *named;    /* as the caller gave it */
    const char *path;     /* what is replaced, links followed */
    const char *previous; /* path.previous */
    bool has_old;         /* a database, or an empty file */
    struct stat old;
};

static bool
fail(struct replacing *r, enum trouble trouble, const char *path, int why) {
    const char *shown = path == r->path ? r->named : path;
    return trouble_with_path(r->err, ERR_IO, r->locale, trouble, shown, why);
}

enum { HEADER_BYTES = 100, ID_AT = 68 }; /* of a SQLite file: sqlite.org/fileformat2.html */

/* Opened so that a pipe that took the name meanwhile cannot hold us. */
static int
open_to_read(const char *path) {
    return open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

/* A file that holds nothing, or a database with our application id. */
static bool
is_ours(struct replacing *r, const char *path, const struct stat *info, enum trouble if_other) {
    unsigned char head[HEADER_BYTES] = {0};
    if (info->st_size == 0) {
        return true;
    }
    int fd = open_to_read(path);
    ssize_t n = fd >= 0 ? read(fd, head, sizeof(head)) : -1;
    int why = errno;
    if (fd >= 0) {
        close(fd);
    }
    if (n < 0) {
        return fail(r, TROUBLE_OUT_UNREADABLE, path, why);
    }
    uint32_t id = (uint32_t)head[ID_AT] << 24 | (uint32_t)head[ID_AT + 1] << 16 |
                  (uint32_t)head[ID_AT + 2] << 8 | head[ID_AT + 3];
    return (memcmp(head, "SQLite format 3", 16) == 0 && id == TABLES_APPLICATION_ID) ||
           fail(r, if_other, path, 0);
}

/* True with *found telling whether it is there; false when it must not be replaced. */
static bool
look_at(struct replacing *r, const char *path, bool *found, struct stat *info) {
    *found = stat(path, info) == 0;
    if (!*found) {
        return errno == ENOENT || fail(r, TROUBLE_WRITE, path, errno);
    }
    if (!S_ISREG(info->st_mode)) {
        return fail(r, TROUBLE_OUT_NOT_A_FILE, path, 0);
    }
    return is_ours(r, path, info, TROUBLE_OUT_OTHER);
}

static bool
follow_link(struct replacing *r, const char *path) {
    struct stat info;
    char target[PATH_MAX];
    bool is_link = lstat(path, &info) == 0 && S_ISLNK(info.st_mode);
    if (is_link && !realpath(path, target)) {
        return errno == ENOENT ? fail(r, TROUBLE_OUT_DANGLING, path, 0)
                               : fail(r, TROUBLE_WRITE, path, errno);
    }
    r->path = arena_str(&r->arena, str_from(is_link ? target : path)).p;
    r->previous = arena_printf(&r->arena, "%s.previous", r->path).p;
    return true;
}

static bool
look(struct replacing *r, const char *path) {
    bool has_previous;
    struct stat previous;
    return follow_link(r, path) && look_at(r, r->path, &r->has_old, &r->old) &&
           look_at(r, r->previous, &has_previous, &previous);
}

bool
replace_may(const char *path, enum locale_id locale, struct err *err) {
    struct replacing r = {.locale = locale, .err = err, .named = path};
    arena_init(&r.arena);
    bool ok = look(&r, path);
    arena_finish(&r.arena);
    return ok;
}

static bool
has_bytes(const char *path, struct str bytes) {
    struct arena arena;
    int fd = open_to_read(path);
    bool same = fd >= 0;
    arena_init(&arena);
    char *block = arena_alloc(&arena, 65536);
    for (size_t at = 0; same && at <= bytes.n;) {
        ssize_t n = read(fd, block, 65536);
        same = n >= 0 && (size_t)n <= bytes.n - at && memcmp(block, bytes.p + at, (size_t)n) == 0;
        if (n <= 0) {
            same = same && at == bytes.n;
            break;
        }
        at += (size_t)n;
    }
    if (fd >= 0) {
        close(fd);
    }
    arena_finish(&arena);
    return same;
}

static bool
copy_file(struct replacing *r, const char *from, const char *to) {
    struct str_buf bytes = {0};
    int in = open_to_read(from), out = -1;
    ssize_t n = in >= 0 ? 1 : -1;
    while (n > 0) {
        str_buf_reserve(&bytes, 65536);
        n = read(in, bytes.p + bytes.n, 65536);
        bytes.n += n > 0 ? (size_t)n : 0;
    }
    bool ok = n == 0;
    if (ok) {
        out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, r->old.st_mode & 0777);
        ok = out >= 0 && file_write_all(out, str_buf_str(&bytes)) && fsync(out) == 0;
    }
    int why = errno;
    if (in >= 0) {
        close(in);
    }
    if (out >= 0) {
        close(out);
    }
    str_buf_finish(&bytes);
    errno = why;
    return ok;
}

/* A second name for the old file, or a copy where the disk or its rules allow none. */
static bool
keep_previous(struct replacing *r, struct str bytes) {
    struct stat info;
    bool is_kept = r->old.st_size == 0 ||
                   (stat(r->previous, &info) == 0 && info.st_size > 0 && has_bytes(r->path, bytes));
    if (is_kept) {
        return true;
    }
    const char *beside = arena_printf(&r->arena, "%s.%ld", r->previous, (long)getpid()).p;
    unlink(beside);
    bool ok = (link(r->path, beside) == 0 || copy_file(r, r->path, beside)) &&
              rename(beside, r->previous) == 0;
    int why = errno;
    unlink(beside); /* also when both were names of one file: rename() does nothing then */
    return ok || fail(r, TROUBLE_KEEP_PREVIOUS, r->previous, why);
}

static bool
put(struct replacing *r, struct str bytes) {
    char temporary[FILE_NAME_BYTES];
    if (!file_write_beside(r->path, bytes, temporary)) {
        return fail(r, TROUBLE_WRITE, r->path, errno);
    }
    if (r->has_old && !keep_previous(r, bytes)) {
        unlink(temporary);
        return false;
    }
    return file_take_name(temporary, r->path) || fail(r, TROUBLE_WRITE, r->path, errno);
}

bool
replace_database(const char *path, struct str bytes, enum locale_id locale, struct err *err) {
    struct replacing r = {.locale = locale, .err = err, .named = path};
    arena_init(&r.arena);
    bool ok = look(&r, path) && put(&r, bytes);
    arena_finish(&r.arena);
    return ok;
}

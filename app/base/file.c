#include "base/file.h"

#include "base/sort.h"
#include "base/vec.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum file_kind
file_kind(const char *path) {
    struct stat info;
    if (stat(path, &info) != 0) {
        return FILE_NONE;
    }
    switch (info.st_mode & S_IFMT) {
    case S_IFREG:
        return FILE_REGULAR;
    case S_IFDIR:
        return FILE_FOLDER;
    case S_IFIFO:
        return FILE_PIPE;
    case S_IFSOCK:
        return FILE_SOCKET;
    default:
        return FILE_DEVICE;
    }
}

const char *
file_kind_name(enum file_kind kind) {
    static const char *const names[] = {
        "nothing", "a file", "a folder", "a device", "a pipe", "a socket"};
    return names[kind];
}

/* Opens a regular file for reading and tells its size. -1 with `err` set otherwise. */
static int
open_regular(const char *path, size_t limit, size_t *size, struct err *err) {
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC); /* a pipe is not waited for */
    int why = errno;
    enum file_kind kind = file_kind(path);
    if (kind > FILE_REGULAR) {
        err_set(err, ERR_IO, "%s is %s, not a file", path, file_kind_name(kind));
    } else if (fd < 0) {
        err_set(err, ERR_IO, "cannot open %s: %s", path, strerror(why));
    }
    if (kind > FILE_REGULAR || fd < 0) {
        if (fd >= 0) {
            close(fd);
        }
        return -1;
    }
    struct stat info;
    if (fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) { /* another one by now */
        err_set(err, ERR_IO, "%s is not a file", path);
    } else if ((uint64_t)info.st_size > limit) {
        err_set(err, ERR_LIMIT, "%s has %lld bytes, more than the %zu this program reads", path,
            (long long)info.st_size, limit);
    } else {
        *size = (size_t)info.st_size;
        return fd;
    }
    close(fd);
    return -1;
}

bool
file_read(const char *path, size_t limit, struct arena *arena, struct str *out, struct err *err) {
    size_t size = 0, done = 0;
    int fd = open_regular(path, limit, &size, err);
    if (fd < 0) {
        return false;
    }
    char *bytes = arena_alloc(arena, size + 1);
    while (done < size) {
        ssize_t n = read(fd, bytes + done, size - done);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            err_set(err, ERR_IO, "cannot read %s: %s", path, strerror(errno));
            close(fd);
            return false;
        }
        if (n == 0) {
            break; /* the file became shorter; what is there is what we take */
        }
        done += (size_t)n;
    }
    close(fd);
    *out = (struct str){bytes, done};
    return true;
}

bool
file_write_all(int fd, struct str data) {
    for (size_t done = 0; done < data.n;) {
        ssize_t n = write(fd, data.p + done, data.n - done);
        if (n < 0 && errno != EINTR) {
            return false;
        }
        done += n > 0 ? (size_t)n : 0;
    }
    return true;
}

/* The rename is only durable once the directory is. Best effort: some file systems refuse. */
static void
sync_directory_of(const char *path) {
    char directory[4096];
    const char *slash = strrchr(path, '/');
    size_t n = slash ? (size_t)(slash - path) : 0;
    if (n >= sizeof(directory)) {
        return;
    }
    memcpy(directory, path, n);
    directory[n] = '\0';
    int fd = open(slash ? (n ? directory : "/") : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd >= 0) {
        fsync(fd);
        close(fd);
    }
}

/* The permissions and the owner of the file it will replace, else what a new file gets. */
static bool
set_rights(int fd, const char *path) {
    struct stat old;
    if (stat(path, &old) != 0) {
        mode_t mask = umask(077);
        umask(mask);
        return fchmod(fd, 0666 & ~mask) == 0;
    }
    bool ok = fchmod(fd, old.st_mode & 0777) == 0;
    return ok && (fchown(fd, old.st_uid, old.st_gid) == 0 ||
                     errno == EPERM); /* only root may give files away; ours then */
}

bool
file_write_beside(const char *path, struct str data, char temporary[FILE_NAME_BYTES]) {
    int n = snprintf(temporary, FILE_NAME_BYTES, "%s.XXXXXX", path);
    if (n < 0 || n >= FILE_NAME_BYTES) {
        errno = ENAMETOOLONG;
        return false;
    }
    int fd = mkstemp(temporary);
    if (fd < 0) {
        return false;
    }
    bool ok = set_rights(fd, path) && file_write_all(fd, data) && fsync(fd) == 0;
    int why = errno;
    if (close(fd) != 0 && ok) {
        ok = false;
        why = errno;
    }
    if (!ok) {
        unlink(temporary);
        errno = why;
    }
    return ok;
}

bool
file_take_name(const char *temporary, const char *path) {
    if (rename(temporary, path) != 0) {
        int why = errno;
        unlink(temporary);
        errno = why;
        return false;
    }
    sync_directory_of(path);
    return true;
}

/* A pipe, a terminal, a device: taken as it is, never replaced. */
static bool
write_through(const char *path, struct str data) {
    int fd = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
    bool ok = fd >= 0 && file_write_all(fd, data);
    int why = errno;
    ok = (fd < 0 || close(fd) == 0) && ok;
    errno = why;
    return ok;
}

bool
file_replace(const char *path, struct str data, struct err *err) {
    char target[PATH_MAX], temporary[FILE_NAME_BYTES];
    struct stat info;
    bool is_there = stat(path, &info) == 0, ok;
    if (is_there && S_ISDIR(info.st_mode)) {
        errno = EISDIR;
        ok = false;
    } else if (is_there && !S_ISREG(info.st_mode)) {
        ok = write_through(path, data);
    } else {
        const char *name = is_there && realpath(path, target) ? target : path; /* links stay */
        ok = file_write_beside(name, data, temporary) && file_take_name(temporary, name);
    }
    int why = errno;
    if (!ok) {
        err_set(err, ERR_IO, "cannot write %s: %s", path, strerror(why));
        errno = why;
    }
    return ok;
}

/* The reason of an earlier write is forgotten by now: one more byte, of what is lost anyway, asks
 * for it again. */
bool
file_flush(FILE *stream) {
    bool had_failed = ferror(stream);
    errno = 0;
    if (fflush(stream) == 0 && !had_failed) {
        return true;
    }
    if (errno == 0) {
        clearerr(stream);
        fputc('\n', stream);
        fflush(stream);
    }
    errno = errno ? errno : EIO;
    return false;
}

bool
file_is_kind(const char *path, struct str magic) {
    char bytes[64];
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t n = fd >= 0 && magic.n <= sizeof(bytes) ? read(fd, bytes, magic.n) : -1;
    if (fd >= 0) {
        close(fd);
    }
    return n == 0 || (n == (ssize_t)magic.n && memcmp(bytes, magic.p, magic.n) == 0);
}

bool
file_exists(const char *path) {
    return file_kind(path) == FILE_REGULAR;
}

bool
file_is_directory(const char *path) {
    return file_kind(path) == FILE_FOLDER;
}

bool
file_make_directory(const char *path, struct err *err) {
    if (mkdir(path, 0755) == 0 || (errno == EEXIST && file_is_directory(path))) {
        return true;
    }
    return err_set(err, ERR_IO, "cannot make the folder %s: %s", path, strerror(errno));
}

static int
compare_names(const void *a, const void *b) {
    return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

bool
file_list(
    const char *path, struct arena *arena, struct str **names, size_t *count, struct err *err) {
    DIR *directory = opendir(path);
    if (!directory) {
        return err_set(err, ERR_IO, "cannot open the folder %s: %s", path, strerror(errno));
    }
    size_t cap = 0, n = 0;
    struct str *list = NULL;
    for (struct dirent *entry; (entry = readdir(directory));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) {
            continue;
        }
        VEC_ROOM_IN(arena, list, n, cap, 1);
        list[n++] = arena_str(arena, str_from(entry->d_name));
    }
    closedir(directory);
    if (n > 0) {
        sort_items(list, n, sizeof(*list), compare_names);
    }
    *names = list;
    *count = n;
    return true;
}

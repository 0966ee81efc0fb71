#include "bench/monkey.h"

#include "base/file.h"
#include "session_content.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH = 128 };

/* A file of the folder. */
static void
path_of(const struct monkey_content *content, const char *name, char out[PATH]) {
    snprintf(out, PATH, "%s/%s", content->folder, name);
}

static bool
write_file(
    const struct monkey_content *content, const char *name, struct str bytes, struct err *err) {
    char path[PATH];
    path_of(content, name, path);
    return file_replace(path, bytes, err);
}

/* A second name for one of the files takes the place of the database, as a copy would. */
static void
put(const struct monkey_content *content, const char *name) {
    char from[PATH], next[PATH];
    path_of(content, name, from);
    path_of(content, "next", next);
    unlink(next); /* stays when the database already was that file */
    if (link(from, next) == 0) {
        (void)!rename(next, content->path);
    }
}

bool
monkey_content_open(struct monkey_content *content, const char *database, struct err *err) {
    struct arena arena;
    struct str bytes;
    const char *base = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    snprintf(content->folder, sizeof(content->folder), "%s/naru-monkey-XXXXXX", base);
    if (!mkdtemp(content->folder)) {
        return err_set(err, ERR_IO, "cannot make a folder in %s", base);
    }
    snprintf(content->path, sizeof(content->path), "%s/naru.db", content->folder);
    arena_init(&arena);
    bool ok = file_read(database, FILE_LIMIT_DEFAULT, &arena, &bytes, err) &&
              write_file(content, "a", bytes, err) && write_file(content, "b", bytes, err) &&
              write_file(content, "broken", str_slice(bytes, 0, bytes.n / 2), err);
    if (ok) {
        char *middle = (char *)(uintptr_t)bytes.p + bytes.n / 2;
        for (size_t i = 0; i < bytes.n / 2; i += 4096) {
            middle[i] ^= 0x55; /* as long as it should be, and damaged */
        }
        ok = write_file(content, "damaged", bytes, err);
    }
    arena_finish(&arena);
    put(content, "a");
    return ok;
}

void
monkey_content_close(struct monkey_content *content) {
    static const char *const names[] = {"a", "b", "broken", "damaged", "next", "naru.db"};
    char path[PATH];
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]) && content->folder[0]; i++) {
        path_of(content, names[i], path);
        unlink(path);
    }
    rmdir(content->folder);
}

void
monkey_content_replace(struct monkey_content *content, struct random *random) {
    switch (random_below(random, 8)) {
    case 0:
        put(content, "broken");
        return;
    case 1:
        put(content, "damaged");
        return;
    case 2:
        unlink(content->path);
        return;
    case 3:
        utimensat(AT_FDCWD, content->path, NULL, 0); /* written in place, it seems */
        return;
    default:
        put(content, random_chance(random, 2) ? "a" : "b");
    }
}

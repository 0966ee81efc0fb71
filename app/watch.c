#include "watch.h"

#include "base/file.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "watch_build.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    QUIET_MS = 120,   /* editors write a file in several steps */
    LATEST_MS = 1500, /* a folder that is never quiet is built all the same */
    CHECK_MS = 500,   /* for folders that were replaced, which inotify does not tell */
    MESSAGE_LINES = 4,
    DEPTH = 4, /* of folders in folders; content has two levels */
    CHANGES = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ATTRIB |
              IN_DELETE_SELF | IN_MOVE_SELF
};

/* A watched folder, and which one it was: another may stand at its path later. */
struct folder {
    char *path;
    dev_t device;
    ino_t inode;
};

struct watch {
    char *root;
    struct folder *folders;
    size_t folder_count, folder_cap;
    int inotify;
    bool changed;
    uint64_t first_ms, last_ms; /* of the changes that are not built yet */
    uint64_t checked_ms;
    struct watch_build build;
    struct str_buf message;
};

static void
forget_folders(struct watch *watch) {
    for (size_t i = 0; i < watch->folder_count; i++) {
        free(watch->folders[i].path);
    }
    watch->folder_count = 0;
    if (watch->inotify >= 0) {
        close(watch->inotify); /* and with it every watch it had */
    }
    watch->inotify = -1;
}

static bool
add_folder(struct watch *watch, const char *path) {
    struct stat info;
    if (inotify_add_watch(watch->inotify, path, CHANGES | IN_ONLYDIR) < 0 ||
        stat(path, &info) != 0) {
        return false;
    }
    VEC_ROOM(watch->folders, watch->folder_count, watch->folder_cap, 1);
    watch->folders[watch->folder_count++] =
        (struct folder){.path = xstrdup(path), .device = info.st_dev, .inode = info.st_ino};
    return true;
}

static void
add_folders_in(struct watch *watch, const char *path, int depth) {
    struct arena arena;
    struct str *names;
    size_t count;
    struct err err;
    arena_init(&arena);
    if (depth < DEPTH && file_list(path, &arena, &names, &count, &err)) {
        for (size_t i = 0; i < count; i++) {
            const char *inner = arena_printf(&arena, "%s/%.*s", path, STR_ARG(names[i])).p;
            if (names[i].p[0] != '.' && file_is_directory(inner) && add_folder(watch, inner)) {
                add_folders_in(watch, inner, depth + 1);
            }
        }
    }
    arena_finish(&arena);
}

/* Everything anew: what is there now is what is watched. False when the folder is not there. */
static bool
watch_folders(struct watch *watch, struct err *err) {
    forget_folders(watch);
    watch->inotify = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (watch->inotify < 0 || !add_folder(watch, watch->root)) {
        return err_set(err, ERR_IO, "cannot watch %s: %s", watch->root, strerror(errno));
    }
    add_folders_in(watch, watch->root, 1);
    return true;
}

/* inotify holds on to the folder it was given; another one at the same path (renamed over, mounted,
 * made again) is silent. */
static bool
is_as_watched(const struct watch *watch) {
    for (size_t i = 0; i < watch->folder_count; i++) {
        const struct folder *folder = &watch->folders[i];
        struct stat info;
        if (stat(folder->path, &info) != 0 || info.st_dev != folder->device ||
            info.st_ino != folder->inode) {
            return false;
        }
    }
    return watch->folder_count > 0;
}

struct watch *
watch_open(const char *folder, const char *compiler, struct err *err) {
    struct watch *watch = xcalloc(1, sizeof(*watch));
    watch->root = xstrdup(folder);
    watch->inotify = -1;
    watch->changed = true;
    watch_build_init(&watch->build, compiler);
    if (watch_folders(watch, err)) {
        return watch;
    }
    watch_close(watch);
    return NULL;
}

void
watch_close(struct watch *watch) {
    if (!watch) {
        return;
    }
    watch_build_finish(&watch->build);
    forget_folders(watch);
    free(watch->folders);
    str_buf_finish(&watch->message);
    free(watch->root);
    free(watch);
}

const char *
watch_database(const struct watch *watch) {
    return watch->build.database;
}

void
watch_taken(struct watch *watch) {
    watch_build_clear(&watch->build);
}

struct str
watch_message(const struct watch *watch) {
    return str_buf_str(&watch->message);
}

/* The first few lines: a person mends one mistake at a time. */
static void
keep_first_lines(struct watch *watch, struct str text) {
    struct str line;
    str_buf_clear(&watch->message);
    for (int i = 0; i < MESSAGE_LINES && str_split(&text, '\n', &line); i++) {
        if (line.n) {
            str_buf_add(&watch->message, line);
            str_buf_byte(&watch->message, '\n');
        }
    }
}

/* True when anything changed; `*folders`: perhaps also which folders there are. */
static bool
drain(const struct watch *watch, bool *folders) {
    _Alignas(struct inotify_event) char events[4096];
    ssize_t n;
    bool any = false;
    while ((n = read(watch->inotify, events, sizeof(events))) > 0) {
        for (ssize_t at = 0; at < n;) {
            const struct inotify_event *event = (const void *)(events + at);
            *folders = *folders || (event->mask & (IN_ISDIR | IN_IGNORED | IN_UNMOUNT |
                                                      IN_Q_OVERFLOW | IN_MOVE_SELF)) != 0;
            at += (ssize_t)(sizeof(*event) + event->len);
        }
        any = true;
    }
    return any;
}

static void
note_change(struct watch *watch, uint64_t now_ms) {
    if (!watch->changed) {
        watch->first_ms = now_ms;
    }
    watch->changed = true;
    watch->last_ms = now_ms;
}

static void
look(struct watch *watch, uint64_t now_ms) {
    bool folders = false;
    if (watch->inotify >= 0 && drain(watch, &folders)) {
        note_change(watch, now_ms);
    }
    if (folders || now_ms >= watch->checked_ms + CHECK_MS) {
        watch->checked_ms = now_ms;
        bool was_there = watch->folder_count > 0;
        if ((folders || !is_as_watched(watch)) && (watch_folders(watch, NULL) || was_there)) {
            note_change(watch, now_ms); /* another folder, or none any more: both are news */
        }
    }
}

static enum watch_result
start(struct watch *watch, enum locale_id locale) {
    struct err err;
    watch->changed = false;
    if (watch_build_start(&watch->build, watch->root, locale, &err)) {
        return WATCH_NOTHING;
    }
    keep_first_lines(watch, str_from(err.message));
    return WATCH_TROUBLE;
}

static enum watch_result
follow_build(struct watch *watch, bool wait) {
    enum watch_build_state state = watch_build_poll(&watch->build, wait);
    if (state == WATCH_BUILD_DONE) {
        return WATCH_READY;
    }
    if (state != WATCH_BUILD_MISTAKE && state != WATCH_BUILD_TROUBLE) {
        return WATCH_NOTHING;
    }
    keep_first_lines(watch, str_buf_str(&watch->build.messages));
    return state == WATCH_BUILD_MISTAKE ? WATCH_MISTAKE : WATCH_TROUBLE;
}

enum watch_result
watch_poll(struct watch *watch, enum locale_id locale, uint64_t now_ms) {
    look(watch, now_ms);
    if (watch->build.output >= 0) {
        return follow_build(watch, false);
    }
    bool is_quiet = now_ms >= watch->last_ms + QUIET_MS || now_ms >= watch->first_ms + LATEST_MS;
    return watch->changed && is_quiet ? start(watch, locale) : WATCH_NOTHING;
}

enum watch_result
watch_wait(struct watch *watch, enum locale_id locale) {
    enum watch_result result = start(watch, locale);
    return result == WATCH_NOTHING ? follow_build(watch, true) : result;
}

#include "watch.h"

#include "base/file.h"
#include "base/xalloc.h"
#include "compiler/compile.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

enum {
    QUIET_MS = 120, /* editors write a file in several steps */
    MESSAGE_LINES = 4,
    CHANGES = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE
};

struct watch {
    char *folder;
    char scratch[32]; /* a folder of our own for the databases */
    char database[64];
    unsigned version;
    int inotify;
    bool changed;
    uint64_t changed_ms;
    struct str_buf message;
};

/* The content folder and those in it; content has two levels. */
static bool
add_folders(struct watch *watch, struct err *err) {
    struct arena arena;
    struct str *names;
    size_t count;
    arena_init(&arena);
    bool ok = file_list(watch->folder, &arena, &names, &count, err);
    if (ok && inotify_add_watch(watch->inotify, watch->folder, CHANGES) < 0) {
        ok = err_set(err, ERR_IO, "cannot watch %s: %s", watch->folder, strerror(errno));
    }
    for (size_t i = 0; ok && i < count; i++) {
        const char *path = arena_printf(&arena, "%s/%.*s", watch->folder, STR_ARG(names[i])).p;
        if (file_is_directory(path)) {
            inotify_add_watch(watch->inotify, path, CHANGES);
        }
    }
    arena_finish(&arena);
    return ok;
}

struct watch *
watch_open(const char *folder, struct err *err) {
    struct watch *watch = xcalloc(1, sizeof(*watch));
    watch->folder = xstrdup(folder);
    strcpy(watch->scratch, "/tmp/naru-watch-XXXXXX");
    watch->inotify = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    watch->changed = true;
    if (watch->inotify < 0 || !mkdtemp(watch->scratch)) {
        watch->scratch[0] = '\0';
        err_set(err, ERR_IO, "cannot watch %s: %s", folder, strerror(errno));
    } else if (add_folders(watch, err)) {
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
    if (watch->database[0]) {
        unlink(watch->database);
    }
    if (watch->scratch[0]) {
        rmdir(watch->scratch);
    }
    if (watch->inotify >= 0) {
        close(watch->inotify);
    }
    str_buf_finish(&watch->message);
    free(watch->folder);
    free(watch);
}

const char *
watch_database(const struct watch *watch) {
    return watch->database;
}

struct str
watch_message(const struct watch *watch) {
    return str_buf_str(&watch->message);
}

static bool
drain(struct watch *watch) {
    char events[4096];
    bool any = false;
    while (read(watch->inotify, events, sizeof(events)) > 0) {
        any = true;
    }
    return any;
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

static enum watch_result
compile(struct watch *watch, enum locale_id locale) {
    struct compile compile;
    struct compile_options options = {.locale = locale};
    struct err err = {0};
    char next[sizeof(watch->database)];
    snprintf(next, sizeof(next), "%s/%u.db", watch->scratch, ++watch->version);
    bool ok = compile_folder(&compile, watch->folder, next, &options, &err);
    if (ok) {
        if (watch->database[0]) {
            unlink(watch->database); /* the open store keeps its pages until it is closed */
        }
        memcpy(watch->database, next, sizeof(next));
    } else if (err.code != ERR_NONE) {
        keep_first_lines(watch, str_from(err.message));
    } else {
        struct str_buf text = {0};
        diag_print(&compile.diag, locale, (struct str){0}, &text);
        keep_first_lines(watch, str_buf_str(&text));
        str_buf_finish(&text);
    }
    compile_finish(&compile);
    return ok ? WATCH_READY : WATCH_MISTAKE;
}

enum watch_result
watch_poll(struct watch *watch, enum locale_id locale, uint64_t now_ms) {
    if (drain(watch)) {
        watch->changed = true;
        watch->changed_ms = now_ms;
        add_folders(watch, NULL); /* a folder may be new; watching one twice changes nothing */
    }
    if (!watch->changed || now_ms < watch->changed_ms + QUIET_MS) {
        return WATCH_NOTHING;
    }
    watch->changed = false;
    return compile(watch, locale);
}

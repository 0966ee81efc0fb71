#include "content_file.h"

#include "base/xalloc.h"

#include <stdlib.h>
#include <sys/stat.h>

static struct content_stamp
stamp_of(const char *path) {
    struct stat info;
    if (stat(path, &info) != 0 || !S_ISREG(info.st_mode)) {
        return (struct content_stamp){0};
    }
    return (struct content_stamp){.is_there = true,
        .device = info.st_dev,
        .inode = info.st_ino,
        .size = info.st_size,
        .written = info.st_mtim};
}

static bool
is_same_file(const struct content_stamp *a, const struct content_stamp *b) {
    return a->is_there && b->is_there && a->device == b->device && a->inode == b->inode;
}

static bool
is_same(const struct content_stamp *a, const struct content_stamp *b) {
    return is_same_file(a, b) && a->size == b->size && a->written.tv_sec == b->written.tv_sec &&
           a->written.tv_nsec == b->written.tv_nsec;
}

void
content_file_init(struct content_file *file, const char *path) {
    *file = (struct content_file){.path = xstrdup(path)};
    content_file_opening(file);
}

void
content_file_finish(struct content_file *file) {
    free(file->path);
    *file = (struct content_file){0};
}

void
content_file_opening(struct content_file *file) {
    file->open = file->seen = stamp_of(file->path);
    file->refused = (struct content_stamp){0};
}

bool
content_file_is_as(const struct content_file *opened, const struct content_file *file) {
    return is_same(&opened->open, &file->seen);
}

void
content_file_refuse(struct content_file *file) {
    file->refused = file->seen;
}

enum content_change
content_file_look(struct content_file *file, uint64_t now_ms) {
    if (!file->path || now_ms < file->next_ms) {
        return CONTENT_SAME;
    }
    struct content_stamp before = file->seen;
    file->seen = stamp_of(file->path);
    bool is_settled = is_same(&file->seen, &before);
    file->next_ms = now_ms + (is_settled ? CONTENT_FILE_LOOK_MS : CONTENT_FILE_SETTLE_MS);
    /* Gone: it may be on its way back, and the open one still answers. */
    if (!file->seen.is_there || is_same(&file->seen, &file->open) ||
        is_same(&file->seen, &file->refused) || !is_settled) {
        return CONTENT_SAME;
    }
    return is_same_file(&file->seen, &file->open) ? CONTENT_REWRITTEN : CONTENT_REPLACED;
}

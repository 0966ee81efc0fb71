#include "text/fonts/font_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/vec.h"
#include "base/xalloc.h"

#define FILE_MOST ((int64_t)512 << 20)
#define FACES_MOST 1000
#define TABLES_MOST 512

/* Bytes [at, at + n) of the file as it is now; false when they are not all there. */
static bool
read_at(const struct font_file *file, uint64_t at, void *out, size_t n) {
    for (size_t done = 0; done < n;) {
        ssize_t got = pread(file->fd, (char *)out + done, n - done, (off_t)(at + done));
        if (got == 0 || (got < 0 && errno != EINTR)) {
            return false;
        }
        done += got > 0 ? (size_t)got : 0;
    }
    return true;
}

static uint32_t
u32_at(const uint8_t *p) {
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* FreeType's way to the bytes: count 0 only seeks, and then 0 means that it went well. */
static unsigned long
stream_read(FT_Stream stream, unsigned long at, unsigned char *out, unsigned long count) {
    const struct font_file *file = stream->descriptor.pointer;
    if (count == 0) {
        return at > file->size;
    }
    return read_at(file, at, out, count) ? count : 0;
}

static void
count_faces(struct font_file *file) {
    uint8_t head[12];
    file->face_count = 0;
    if (!read_at(file, 0, head, sizeof(head))) {
        return;
    }
    file->face_count = u32_at(head) == HB_TAG('t', 't', 'c', 'f') ? u32_at(head + 8) : 1;
    file->face_count = file->face_count > FACES_MOST ? FACES_MOST : file->face_count;
}

bool
font_file_open(struct font_file *file, const char *path, struct err *err) {
    struct stat info;
    *file = (struct font_file){.fd = open(path, O_RDONLY | O_CLOEXEC)};
    if (file->fd < 0) {
        return err_set(err, ERR_IO, "cannot open %s: %s", path, strerror(errno));
    }
    if (fstat(file->fd, &info) != 0 || !S_ISREG(info.st_mode) || info.st_size > FILE_MOST) {
        close(file->fd);
        return err_set(err, ERR_IO, "%s is not a font file", path);
    }
    file->path = xstrdup(path);
    file->size = (uint32_t)info.st_size;
    count_faces(file);
    return true;
}

FT_StreamRec
font_file_stream(struct font_file *file) {
    return (FT_StreamRec){.size = file->size, .descriptor = {.pointer = file}, .read = stream_read};
}

void
font_file_close(struct font_file *file) {
    for (size_t i = 0; i < file->copy_count; i++) {
        hb_blob_destroy(file->copies[i].blob);
    }
    free(file->copies);
    free(file->path);
    close(file->fd);
    *file = (struct font_file){.fd = -1};
}

static bool
directory_at(const struct font_file *file, unsigned index, uint64_t *at) {
    uint8_t tag[4], offset[4];
    *at = 0;
    if (index >= file->face_count || !read_at(file, 0, tag, sizeof(tag))) {
        return false;
    }
    if (u32_at(tag) != HB_TAG('t', 't', 'c', 'f')) {
        return index == 0;
    }
    if (!read_at(file, 12 + 4 * (uint64_t)index, offset, sizeof(offset))) {
        return false;
    }
    *at = u32_at(offset);
    return true;
}

bool
font_directory_open(struct font_directory *directory, struct font_file *file, unsigned index) {
    uint8_t head[12], record[16];
    uint64_t at;
    *directory = (struct font_directory){.file = file};
    if (!directory_at(file, index, &at) || !read_at(file, at, head, sizeof(head))) {
        return false;
    }
    size_t count = (size_t)head[4] << 8 | head[5];
    if (count == 0 || count > TABLES_MOST) {
        return false;
    }
    directory->tables = xcalloc(count, sizeof(*directory->tables));
    for (; directory->count < count; directory->count++) {
        if (!read_at(file, at + sizeof(head) + directory->count * sizeof(record), record,
                sizeof(record))) {
            return false;
        }
        directory->tables[directory->count] = (struct font_table){
            u32_at(record), .offset = u32_at(record + 8), .length = u32_at(record + 12)};
    }
    return true;
}

void
font_directory_finish(struct font_directory *directory) {
    free(directory->tables);
    *directory = (struct font_directory){0};
}

const struct font_table *
font_directory_find(const struct font_directory *directory, hb_tag_t tag) {
    for (size_t i = 0; i < directory->count; i++) {
        if (directory->tables[i].tag == tag) {
            return &directory->tables[i];
        }
    }
    return NULL;
}

static hb_blob_t *
copy_table(struct font_file *file, const struct font_table *table) {
    for (size_t i = 0; i < file->copy_count; i++) {
        if (file->copies[i].offset == table->offset && file->copies[i].length == table->length) {
            return hb_blob_reference(file->copies[i].blob);
        }
    }
    if (table->length == 0 || table->length > file->size) {
        return hb_blob_get_empty();
    }
    char *bytes = xmalloc(table->length);
    if (!read_at(file, table->offset, bytes, table->length)) {
        free(bytes);
        return hb_blob_get_empty();
    }
    hb_blob_t *blob = hb_blob_create(bytes, table->length, HB_MEMORY_MODE_READONLY, bytes, free);
    VEC_ROOM(file->copies, file->copy_count, file->copy_cap, 1);
    file->copies[file->copy_count++] = (struct font_copy){table->offset, table->length, blob};
    return hb_blob_reference(blob);
}

static hb_blob_t *
reference_table(hb_face_t *face, hb_tag_t tag, void *self) {
    struct font_directory *directory = self;
    const struct font_table *table = font_directory_find(directory, tag);
    (void)face;
    return table ? copy_table(directory->file, table) : hb_blob_get_empty();
}

hb_face_t *
font_directory_face(struct font_directory *directory) {
    return hb_face_create_for_tables(reference_table, directory, NULL);
}

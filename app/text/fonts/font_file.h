/* font_file.h - a font file, read table by table and never mapped.
 *
 * A mapped file that somebody truncates ends the program (SIGBUS), and one that somebody overwrites
 * changes tables that HarfBuzz has checked already. So HarfBuzz gets copies, each table once a file
 * however many faces of a collection share it, and FreeType reads outlines through a stream, where
 * a file cut short is a glyph that does not load. Of NotoSansCJK-Regular.ttc that is 1 MB of 19. */
#ifndef TEXT_FONTS_FONT_FILE_H
#define TEXT_FONTS_FONT_FILE_H

#include <hb.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include "base/err.h"

struct font_table {
    hb_tag_t tag;
    uint32_t offset, length;
};

/* The tables of one face: the directory of a file, or of one of a collection. */
struct font_directory {
    struct font_file *file;
    struct font_table *tables;
    size_t count;
};

struct font_copy {
    uint32_t offset, length;
    hb_blob_t *blob;
};

struct font_file {
    char *path;
    int fd;
    uint32_t size;
    uint32_t face_count;
    struct font_copy *copies; /* the tables read so far */
    size_t copy_count, copy_cap;
};

/* `file` must stay where it is while it is open. */
bool font_file_open(struct font_file *file, const char *path, struct err *err);
void font_file_close(struct font_file *file);
/* False when the directory of face `index` cannot be read; font_directory_finish() it. */
bool font_directory_open(struct font_directory *directory, struct font_file *file, unsigned index);
void font_directory_finish(struct font_directory *directory);
/* What FreeType reads the file through; borrows it. */
FT_StreamRec font_file_stream(struct font_file *file);
/* NULL when the face has no such table. */
const struct font_table *font_directory_find(const struct font_directory *directory, hb_tag_t tag);
/* A face that reads through `directory`, which must stay where it is. */
hb_face_t *font_directory_face(struct font_directory *directory);

#endif

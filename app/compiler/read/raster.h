/* raster.h - a photograph, or another picture of pixels, made ready for the panel: turned the right
 * way up, no larger than a panel shows it, without what a camera writes beside it (where and when
 * it was taken), and of a bounded number of bytes. The same file gives the same bytes. */
#ifndef COMPILER_READ_RASTER_H
#define COMPILER_READ_RASTER_H

#include "base/arena.h"
#include "base/geom.h"
#include "base/picture_head.h"

#define RASTER_FILE_LIMIT ((size_t)32 << 20)
#define RASTER_PIXELS_MAX ((size_t)64 * 1000 * 1000)
#define RASTER_SIDE_MAX 1920 /* px of the longer side, packed */

enum raster_fault {
    RASTER_SOUND,
    RASTER_UNREADABLE, /* cut, damaged, or a kind of it that SDL2_image does not read */
    RASTER_TOO_LARGE,  /* more than RASTER_PIXELS_MAX */
    RASTER_CMYK,       /* colours for printing */
};

/* `bytes` are a PNG, JPEG or WebP by their head. In the arena. */
enum raster_fault raster_pack(
    struct arena *arena, struct str bytes, struct str *packed, struct size *size);

#endif

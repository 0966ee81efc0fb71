/* picture_head.h - what a file of pixels says of itself before anything decodes it: which format it
 * is, how large, and which way up. Decoders ask memory for whatever size a file claims; so nothing
 * gets to one that was not asked here first. */
#ifndef BASE_PICTURE_HEAD_H
#define BASE_PICTURE_HEAD_H

#include "base/str.h"

enum picture_format {
    PICTURE_OTHER, /* none of these */
    PICTURE_PNG,
    PICTURE_JPEG,
    PICTURE_WEBP,
};

struct picture_head {
    enum picture_format format;
    int width, height; /* px as stored; 0: the head is cut or makes no sense */
    int turn;          /* Exif's orientation, 1 (as it is) to 8 */
    bool is_cmyk;      /* a JPEG in the colours of printing */
};

/* Reads no further than the head; never fails. */
struct picture_head picture_head(struct str bytes);

#endif

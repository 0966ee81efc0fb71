/* pixels.h - pictures of 32-bit pixels made smaller and turned the right way up. Whole numbers
 * only: the same pixels give the same pixels on every machine. */
#ifndef BASE_PIXELS_H
#define BASE_PIXELS_H

#include <stdint.h>

/* Four channels of 8 bits each, whichever they are, the last of them the top byte (alpha); rows
 * follow one another without a gap. */
struct pixels {
    int width, height;
    uint32_t *at;
};

/* The mean of what falls on each pixel, colours weighted by their alpha. `to` has its memory and
 * its size, neither side of which is larger than that of `from`. */
void pixels_shrink(const struct pixels *from, struct pixels *to);
/* As Exif's orientation (1 to 8) says; 5 to 8 change the sides, which `to` has already changed. */
void pixels_turn(const struct pixels *from, struct pixels *to, int turn);

#endif

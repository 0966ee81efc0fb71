/* color.h - straight (not premultiplied) 8-bit sRGB, and what WCAG 2.2 calls contrast. */
#ifndef DRAW_COLOR_H
#define DRAW_COLOR_H

#include <stdbool.h>
#include <stdint.h>

struct color {
    uint8_t r, g, b, a;
};

#define COLOR_RGB(hex) \
    ((struct color){   \
        (uint8_t)(((hex) >> 16) & 255), (uint8_t)(((hex) >> 8) & 255), (uint8_t)((hex)&255), 255})
#define COLOR_RGBA(hex, alpha)                                                     \
    ((struct color){(uint8_t)(((hex) >> 16) & 255), (uint8_t)(((hex) >> 8) & 255), \
        (uint8_t)((hex)&255), (uint8_t)(alpha)})

/* `top` over an opaque `bottom`. */
struct color color_over(struct color top, struct color bottom);
/* Relative luminance, 0 to 1, of the opaque colour. */
double color_luminance(struct color color);
/* 1 to 21, the same whichever is the text. */
double color_contrast(struct color a, struct color b);
/* True where text in `color` is the lighter part: its coverage needs the other correction. */
bool color_is_light(struct color color);
/* "#1e2124" and a NUL; alpha is left out. */
void color_hex(struct color color, char out[8]);

#endif

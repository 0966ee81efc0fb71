#include "draw/color.h"

#include <math.h>
#include <stdio.h>

struct color
color_over(struct color top, struct color bottom) {
    unsigned a = top.a, rest = 255 - top.a;
    return (struct color){(uint8_t)((top.r * a + bottom.r * rest + 127) / 255),
        (uint8_t)((top.g * a + bottom.g * rest + 127) / 255),
        (uint8_t)((top.b * a + bottom.b * rest + 127) / 255), 255};
}

/* WCAG 2.2, "relative luminance". */
static double
linear(uint8_t channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

double
color_luminance(struct color color) {
    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

double
color_contrast(struct color a, struct color b) {
    double la = color_luminance(a), lb = color_luminance(b);
    return la > lb ? (la + 0.05) / (lb + 0.05) : (lb + 0.05) / (la + 0.05);
}

bool
color_is_light(struct color color) {
    return 2 * color.r + 5 * color.g + color.b > 8 * 140;
}

void
color_hex(struct color color, char out[8]) {
    snprintf(out, 8, "#%02x%02x%02x", color.r, color.g, color.b);
}

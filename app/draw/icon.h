/* icon.h - single-colour SVG icons as coverage at an exact size, through SDL2_image. */
#ifndef DRAW_ICON_H
#define DRAW_ICON_H

#include "base/err.h"
#include "draw/mask.h"

/* Reads `dir`/NAME.svg. A name is lower-case letters, digits and hyphens; anything else fails. */
bool icon_load(const char *dir, struct str name, int width, int height, struct arena *arena,
    struct mask *out, struct err *err);

#endif

/* svg_plain.h - is an SVG of unknown origin cheap enough to be drawn?
 *
 * SDL2_image's nanosvg trusts its input: a size of 1e9, a dash of 1e-9 or a transform of a
 * transform costs it gigabytes or minutes. So only plain drawings get there: one <svg> with a size
 * of 8 to 4096 px, so many elements in it and numbers as its kind may have, none of more than four
 * times that size, without exponents, units, dashes or transforms. A picture may have a few linear
 * gradients, whose ends are said in its own units (SDL2_image 2.6 draws them flat otherwise); an
 * icon has none. The compiler asks before it packs a picture, the app before it draws one. */
#ifndef BASE_SVG_PLAIN_H
#define BASE_SVG_PLAIN_H

#include "base/geom.h"
#include "base/str.h"

#define SVG_BYTES_MAX ((size_t)64 << 10)

struct svg_limits {
    size_t elements, numbers;
    size_t pixels; /* elements, each with the whole box */
    size_t gradients;
};
extern const struct svg_limits svg_limits_icon;    /* ours have up to 6 and 69 */
extern const struct svg_limits svg_limits_picture; /* ours have up to 403 and 5854 */

enum svg_fault {
    SVG_PLAIN, /* nothing is wrong */
#define SVG_FAULT(name, ko, ja, en) SVG_##name,
#include "base/svg_faults.def"
#undef SVG_FAULT
    SVG_FAULT_COUNT
};
/* In English. */
const char *svg_fault_words(enum svg_fault fault);

struct svg_verdict {
    enum svg_fault fault; /* the first that is found */
    size_t at;            /* the byte where it is */
    struct size size;     /* of the viewBox, or else what the drawing says it is */
};
/* `box`: px of the picture that it becomes. */
struct svg_verdict svg_plain(struct str svg, const struct svg_limits *limits, size_t box);

#endif

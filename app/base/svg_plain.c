#include "base/svg_plain.h"

#include "base/check.h"

#include <limits.h>
#include <string.h>

/* What bounds the work: nanosvg flattens each curve and each round join into as many edges as its
 * size asks for, and sweeps the whole box twice (fill, stroke) for each shape. */
const struct svg_limits svg_limits_icon = {10, 256, (size_t)10 << 9 << 9, 0};
const struct svg_limits svg_limits_picture = {480, 8192, (size_t)480 << 21, 8};

#define REACH_MAX 4  /* a number is at most so many sides of its drawing */
#define DIGITS_MAX 4 /* before the point: below 10000 */
#define ATTRIBUTES_MAX 64
#define SIDE_MIN 8
#define SIDE_MAX 4096

static bool
is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool
is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}

static bool
is_hex(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* Centimetres, percent and their like: what a number means then is not what it says. */
static bool
has_unit(struct str svg, size_t at) {
    static const struct str units[] = {STR_INIT("%"), STR_INIT("in"), STR_INIT("cm"),
        STR_INIT("mm"), STR_INIT("pt"), STR_INIT("pc"), STR_INIT("em"), STR_INIT("ex")};
    struct str rest = str_slice(svg, at, svg.n);
    for (size_t i = 0; i < ARRAY_LEN(units); i++) {
        if (str_starts(rest, units[i])) {
            return true;
        }
    }
    return false;
}

/* What is wrong with the number at `*at`; `*at` moves past it. */
static enum svg_fault
check_number(struct str svg, size_t *at, int largest) {
    size_t i = *at, digits = 0;
    int whole = 0;
    while (i < svg.n && is_digit(svg.p[i])) {
        whole = digits < DIGITS_MAX ? whole * 10 + svg.p[i] - '0' : whole;
        i++;
        digits++;
    }
    if (i < svg.n && svg.p[i] == '.') {
        i++;
        while (i < svg.n && is_digit(svg.p[i])) {
            i++;
        }
    }
    *at = i;
    bool has_exponent = i + 1 < svg.n && (svg.p[i] == 'e' || svg.p[i] == 'E') &&
                        (is_digit(svg.p[i + 1]) || svg.p[i + 1] == '-' || svg.p[i + 1] == '+');
    return has_exponent          ? SVG_EXPONENT
           : digits > DIGITS_MAX ? SVG_LARGE_NUMBER
           : has_unit(svg, i)    ? SVG_UNIT
           : whole > largest     ? SVG_FAR_NUMBER
                                 : SVG_PLAIN;
}

/* Colours (#rrggbb) are no numbers. `*at`: where what is wrong begins. */
static enum svg_fault
check_numbers(struct str svg, int largest, size_t most, size_t *count, const char **at) {
    for (size_t i = 0; i < svg.n;) {
        if (svg.p[i] == '#') {
            for (i++; i < svg.n && is_hex(svg.p[i]); i++) {
            }
        } else if (is_digit(svg.p[i]) || svg.p[i] == '.') {
            *at = svg.p + i;
            enum svg_fault wrong = check_number(svg, &i, largest);
            if (wrong || ++*count > most) {
                return wrong ? wrong : SVG_NUMBERS;
            }
        } else {
            i++;
        }
    }
    return SVG_PLAIN;
}

static bool
is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* What begins an element for nanosvg, also where it is in a comment. */
static size_t
count_elements(struct str svg) {
    size_t count = 0;
    for (size_t i = 0; i + 1 < svg.n; i++) {
        count +=
            svg.p[i] == '<' && svg.p[i + 1] != '/' && svg.p[i + 1] != '!' && svg.p[i + 1] != '?';
    }
    return count;
}

static enum svg_fault
check_words(struct str svg, const char **at) {
    static const struct {
        struct str word;
        enum svg_fault wrong;
    } refused[] = {
        {STR_INIT("dash"), SVG_DASHES},
        {STR_INIT("ransform"), SVG_TRANSFORM},
        {STR_INIT("radialGradient"), SVG_RADIAL},
        {STR_INIT("href"), SVG_REUSE},
        {STR_INIT("reserveAspectRatio"), SVG_ASPECT},
        {STR_INIT("<text"), SVG_LETTERING}, /* what nanosvg passes over would be lost unseen */
        {STR_INIT("<image"), SVG_RASTER},
        {STR_INIT("<script"), SVG_SCRIPT},
        {STR_INIT(" onclick"), SVG_SCRIPT},
        {STR_INIT(" onload"), SVG_SCRIPT},
        {STR_INIT(" onmouse"), SVG_SCRIPT},
        {STR_INIT("<use"), SVG_REUSE},
        {STR_INIT("<symbol"), SVG_REUSE},
        {STR_INIT("<clipPath"), SVG_MASK},
        {STR_INIT("<mask"), SVG_MASK},
        {STR_INIT("<filter"), SVG_MASK},
        {STR_INIT("<pattern"), SVG_MASK},
        {STR_INIT("<style"), SVG_STYLE},
        {STR_INIT("<foreignObject"), SVG_LETTERING},
    };
    if (svg.n == 0 || memchr(svg.p, '\0', svg.n)) {
        return SVG_NOT_TEXT;
    }
    for (size_t i = 0; i < ARRAY_LEN(refused); i++) {
        size_t found = str_find(svg, refused[i].word);
        if (found != SIZE_MAX) {
            *at = svg.p + found;
            return refused[i].wrong;
        }
    }
    return SVG_PLAIN;
}

/* Ends said as shares of the box would be lost: what such a gradient fills is of one colour. */
static enum svg_fault
check_gradients(struct str svg, size_t most, const char **at) {
    static const struct str tag = STR_INIT("Gradient"),
                            units = STR_INIT("gradientUnits=\"userSpaceOnUse\"");
    size_t count = 0, found;
    for (struct str rest = svg; (found = str_find(rest, tag)) != SIZE_MAX;) {
        bool is_end = found >= 8 && str_eq(str_slice(rest, found - 8, found), STR("</linear"));
        *at = rest.p + found;
        rest = str_slice(rest, found + tag.n, rest.n);
        size_t end = str_find(rest, STR(">"));
        if (!is_end && ++count > most) {
            return SVG_GRADIENT;
        }
        if (!is_end &&
            str_find(str_slice(rest, 0, end < rest.n ? end : rest.n), units) == SIZE_MAX) {
            return SVG_GRADIENT_UNITS;
        }
    }
    return SVG_PLAIN;
}

/* nanosvg ends a name at a space, and finds a quote wherever it is. */
static bool
is_name(struct str name) {
    for (size_t i = 0; i < name.n; i++) {
        char c = name.p[i];
        if (!(is_letter(c) || is_digit(c) || c == '-' || c == ':' || c == '.' || c == '_')) {
            return false;
        }
    }
    return name.n > 0;
}

/* Whether a tag or a comment is open at the end of `before`. */
static bool
is_inside(struct str before) {
    size_t i = before.n;
    while (i > 0 && before.p[i - 1] != '<' && before.p[i - 1] != '>') {
        i--;
    }
    return i > 0 && before.p[i - 1] == '<';
}

/* The next NAME="VALUE" of a tag; false at its end, or where it is none: then it is what `rest`
 * begins with. */
static bool
next_attribute(struct str *rest, struct str *name, struct str *value) {
    *rest = str_trim(*rest);
    size_t equals = str_find(*rest, STR("="));
    if (equals == SIZE_MAX) {
        return false;
    }
    *name = str_trim(str_slice(*rest, 0, equals));
    struct str quoted = str_trim(str_slice(*rest, equals + 1, rest->n));
    if (!is_name(*name) || quoted.n == 0 || (quoted.p[0] != '"' && quoted.p[0] != '\'')) {
        return false;
    }
    char quote = quoted.p[0];
    struct str inside = str_slice(quoted, 1, quoted.n);
    if (!memchr(inside.p, quote, inside.n)) {
        return false;
    }
    *rest = inside;
    return str_split(rest, quote, value);
}

static bool
is_plain_side(struct str word, double *px) {
    return str_to_double(word, px) && *px >= SIDE_MIN && *px <= SIDE_MAX;
}

static bool
is_side(struct str word, double *px) {
    if (str_ends(word, STR("px"))) {
        word.n -= 2;
    }
    return is_plain_side(word, px);
}

/* "X Y WIDTH HEIGHT", with spaces or commas and no units: nanosvg would take one for the next
 * number. */
static bool
is_view_box(struct str value, double *width, double *height) {
    struct str words[4] = {{0}};
    size_t count = 0;
    if (value.n == 0 || is_space(value.p[0]) || value.p[0] == ',') {
        return false; /* nanosvg would read an empty number there, and the others one place on */
    }
    for (size_t i = 0; i < value.n;) {
        size_t start = i;
        while (i < value.n && !is_space(value.p[i]) && value.p[i] != ',') {
            i++;
        }
        if (i > start) {
            if (count == ARRAY_LEN(words)) {
                return false;
            }
            words[count++] = str_slice(value, start, i);
        } else {
            i++;
        }
    }
    double x, y;
    return count == ARRAY_LEN(words) && str_to_double(words[0], &x) &&
           str_to_double(words[1], &y) && is_plain_side(words[2], width) &&
           is_plain_side(words[3], height);
}

/* What the root says: the size, which every other number is measured by. */
struct root {
    double width, height, view_width, view_height; /* px; 0 where it says none */
    unsigned sides;                                /* 1: width, 2: height, 4: viewBox */
    size_t numbers;                                /* counted so far */
    const char *at;
};

static enum svg_fault
check_root_attribute(struct root *root, struct str name, struct str value) {
    unsigned side = str_eq(name, STR("width"))     ? 1
                    : str_eq(name, STR("height"))  ? 2
                    : str_eq(name, STR("viewBox")) ? 4
                                                   : 0;
    if (side == 0) {
        return SVG_PLAIN;
    }
    double *to = side == 1 ? &root->width : &root->height;
    bool is_sound =
        side == 4 ? is_view_box(value, &root->view_width, &root->view_height) : is_side(value, to);
    if (root->sides & side || !is_sound) {
        return SVG_SIZE;
    }
    root->sides |= side;
    return SVG_PLAIN;
}

/* Every attribute of `rest`, which ends where the tag does. */
static enum svg_fault
check_root_attributes(struct root *root, struct str rest) {
    struct str name, value;
    for (int count = 1; next_attribute(&rest, &name, &value); count++) {
        enum svg_fault wrong = check_root_attribute(root, name, value);
        if (wrong || count > ATTRIBUTES_MAX) {
            return wrong ? wrong : SVG_ATTRIBUTES; /* nanosvg forgets some */
        }
    }
    return str_trim(rest).n > 0                   ? SVG_BAD_ATTRIBUTE
           : root->sides == 3 || root->sides >= 4 ? SVG_PLAIN
                                                  : SVG_NO_SIZE;
}

/* What shapes inherit from the root; its sizes and the address of the format are no such thing. */
static enum svg_fault
check_inherited(struct root *root, struct str rest, int largest, size_t most) {
    struct str name, value;
    enum svg_fault wrong = SVG_PLAIN;
    while (!wrong && next_attribute(&rest, &name, &value)) {
        bool is_other = str_eq(name, STR("width")) || str_eq(name, STR("height")) ||
                        str_eq(name, STR("viewBox")) || str_starts(name, STR("xmlns"));
        wrong =
            is_other ? SVG_PLAIN : check_numbers(value, largest, most, &root->numbers, &root->at);
    }
    return wrong;
}

static double
larger(double a, double b) {
    return a > b ? a : b;
}

/* What every other number is measured by. */
static double
reach_of(const struct root *root) {
    double view = larger(root->view_width, root->view_height);
    return REACH_MAX * (view > 0 ? view : larger(root->width, root->height));
}

/* `box`: px of the picture. One <svg>, first of all elements, with a size: what is not given is
 * taken from the shapes. */
static enum svg_fault
check_root(struct root *root, struct str svg, const struct svg_limits *limits, size_t box) {
    static const struct str tag = STR_INIT("<svg");
    size_t start = str_find(svg, tag);
    if (start == SIZE_MAX || is_inside(str_slice(svg, 0, start))) {
        return SVG_NO_ROOT;
    }
    root->at = svg.p + start;
    struct str rest = str_slice(svg, start + tag.n, svg.n);
    size_t end = str_find(rest, STR(">"));
    if (str_find(rest, tag) != SIZE_MAX || end == SIZE_MAX || end == 0 || !is_space(rest.p[0])) {
        return SVG_ROOTS;
    }
    if (count_elements(str_slice(svg, 0, start)) > 0) {
        return SVG_BEFORE_ROOT;
    }
    size_t elements = count_elements(rest);
    if (elements > limits->elements) {
        return SVG_ELEMENTS;
    }
    if (elements * box > limits->pixels) {
        return SVG_ELEMENTS_FOR_SIZE;
    }
    struct str attributes = str_slice(rest, 0, end), shapes = str_slice(rest, end, rest.n);
    enum svg_fault wrong = check_root_attributes(root, attributes);
    int largest = (int)reach_of(root);
    wrong = wrong ? wrong : check_inherited(root, attributes, largest, limits->numbers);
    return wrong ? wrong
                 : check_numbers(shapes, largest, limits->numbers, &root->numbers, &root->at);
}

static enum svg_fault
check(struct str svg, const struct svg_limits *limits, size_t box, struct root *root) {
    size_t count = 0;
    if (svg.n > SVG_BYTES_MAX) {
        return SVG_BYTES;
    }
    enum svg_fault wrong = check_words(svg, &root->at);
    wrong = wrong ? wrong : check_gradients(svg, limits->gradients, &root->at);
    wrong = wrong ? wrong : check_numbers(svg, INT_MAX, limits->numbers, &count, &root->at);
    return wrong ? wrong : check_root(root, svg, limits, box);
}

struct svg_verdict
svg_plain(struct str svg, const struct svg_limits *limits, size_t box) {
    struct root root = {.at = svg.p};
    struct svg_verdict verdict = {.fault = check(svg, limits, box, &root)};
    bool has_view = root.view_width > 0;
    verdict.at = verdict.fault && svg.n > 0 ? (size_t)(root.at - svg.p) : 0;
    verdict.size = (struct size){(float)(has_view ? root.view_width : root.width),
        (float)(has_view ? root.view_height : root.height)};
    return verdict;
}

const char *
svg_fault_words(enum svg_fault fault) {
    static const char *const words[SVG_FAULT_COUNT] = {
        [SVG_PLAIN] = "plain",
#define SVG_FAULT(name, ko, ja, en) [SVG_##name] = en,
#include "base/svg_faults.def"
#undef SVG_FAULT
    };
    return words[fault];
}

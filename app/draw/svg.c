#include "draw/svg.h"

#include "base/check.h"

#include <SDL_image.h>
#include <string.h>

#define NUMBERS_MAX 4096
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

/* What is wrong with the number at `*at`, or NULL; `*at` moves past it. */
static const char *
check_number(struct str svg, size_t *at) {
    size_t i = *at, digits = 0;
    while (i < svg.n && is_digit(svg.p[i])) {
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
    return has_exponent          ? "a number with an exponent"
           : digits > DIGITS_MAX ? "a number of 10000 or more"
                                 : NULL;
}

/* Colours (#rrggbb) are no numbers. */
static const char *
check_numbers(struct str svg) {
    size_t count = 0;
    for (size_t i = 0; i < svg.n;) {
        if (svg.p[i] == '#') {
            for (i++; i < svg.n && is_hex(svg.p[i]); i++) {
            }
        } else if (is_digit(svg.p[i]) || svg.p[i] == '.') {
            const char *wrong = check_number(svg, &i);
            if (wrong || ++count > NUMBERS_MAX) {
                return wrong ? wrong : "more than 4096 numbers";
            }
        } else {
            i++;
        }
    }
    return NULL;
}

static const char *
check_words(struct str svg) {
    static const struct {
        struct str word;
        const char *wrong;
    } refused[] = {
        {STR_INIT("dash"), "dashes"},
        {STR_INIT("ransform"), "a transform"},
        {STR_INIT("Gradient"), "a gradient"},
    };
    if (svg.n == 0 || memchr(svg.p, '\0', svg.n)) {
        return "not a text";
    }
    for (size_t i = 0; i < ARRAY_LEN(refused); i++) {
        if (str_find(svg, refused[i].word) != SIZE_MAX) {
            return refused[i].wrong;
        }
    }
    return NULL;
}

/* nanosvg ends a name at a space, and finds a quote wherever it is. */
static bool
is_name(struct str name) {
    for (size_t i = 0; i < name.n; i++) {
        char c = name.p[i];
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '-' ||
                c == ':' || c == '.' || c == '_')) {
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

/* The next NAME="VALUE" of a tag; false at its end, or where it is none. */
static bool
next_attribute(struct str *rest, struct str *name, struct str *value) {
    *rest = str_trim(*rest);
    size_t equals = str_find(*rest, STR("="));
    if (equals == SIZE_MAX) {
        return false;
    }
    *name = str_trim(str_slice(*rest, 0, equals));
    *rest = str_trim(str_slice(*rest, equals + 1, rest->n));
    if (!is_name(*name) || rest->n == 0 || (rest->p[0] != '"' && rest->p[0] != '\'')) {
        return false;
    }
    char quote = rest->p[0];
    *rest = str_slice(*rest, 1, rest->n);
    return memchr(rest->p, quote, rest->n) && str_split(rest, quote, value);
}

static bool
is_side(struct str word) {
    double px;
    if (str_ends(word, STR("px"))) {
        word.n -= 2;
    }
    return str_to_double(word, &px) && px >= SIDE_MIN && px <= SIDE_MAX;
}

/* "X Y WIDTH HEIGHT", with spaces or commas. */
static bool
is_view_box(struct str value) {
    struct str words[4] = {{0}};
    size_t count = 0;
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
           str_to_double(words[1], &y) && is_side(words[2]) && is_side(words[3]);
}

/* The size of the one <svg>: what is not given is taken from the shapes, so it must be given. */
static const char *
check_root(struct str svg) {
    static const struct str tag = STR_INIT("<svg");
    size_t start = str_find(svg, tag);
    if (start == SIZE_MAX || is_inside(str_slice(svg, 0, start))) {
        return "no <svg>";
    }
    struct str rest = str_slice(svg, start + tag.n, svg.n), name, value;
    size_t end = str_find(rest, STR(">"));
    if (str_find(rest, tag) != SIZE_MAX || end == SIZE_MAX || end == 0 || !is_space(rest.p[0])) {
        return "more than one <svg>, or one that does not end";
    }
    unsigned sides = 0;
    int count = 0;
    for (rest.n = end; next_attribute(&rest, &name, &value);) {
        if (++count > ATTRIBUTES_MAX) {
            return "more than 64 attributes of its <svg>"; /* nanosvg forgets some */
        }
        unsigned side = str_eq(name, STR("width"))     ? 1
                        : str_eq(name, STR("height"))  ? 2
                        : str_eq(name, STR("viewBox")) ? 4
                                                       : 0;
        if (side && (sides & side || !(side == 4 ? is_view_box(value) : is_side(value)))) {
            return "a size that is not 8 to 4096 px";
        }
        sides |= side;
    }
    return str_trim(rest).n > 0       ? "attributes that are not NAME=\"VALUE\""
           : sides == 3 || sides >= 4 ? NULL
                                      : "no size";
}

static const char *
check_plain(struct str svg) {
    const char *wrong = check_words(svg);
    wrong = wrong ? wrong : check_numbers(svg);
    return wrong ? wrong : check_root(svg);
}

struct SDL_Surface *
svg_draw(struct str svg, const char *name, int width, int height, struct err *err) {
    xassert(width > 0 && height > 0 && width <= 1024 && height <= 1024);
    if (svg.n > SVG_BYTES_MAX) {
        err_set(err, ERR_LIMIT, "%s: an SVG of more than 64 KiB", name);
        return NULL;
    }
    const char *wrong = check_plain(svg);
    if (wrong) {
        err_set(err, ERR_FORMAT, "%s: not a plain SVG: %s", name, wrong);
        return NULL;
    }
    SDL_RWops *rw = SDL_RWFromConstMem(svg.p, (int)svg.n);
    SDL_Surface *loaded = rw ? IMG_LoadSizedSVG_RW(rw, width, height) : NULL;
    if (rw) {
        SDL_RWclose(rw);
    }
    SDL_Surface *argb =
        loaded ? SDL_ConvertSurfaceFormat(loaded, SDL_PIXELFORMAT_ARGB8888, 0) : NULL;
    SDL_FreeSurface(loaded);
    if (!argb) {
        err_set(err, ERR_FORMAT, "%s: not an SVG that SDL2_image draws: %s", name, SDL_GetError());
    }
    return argb;
}

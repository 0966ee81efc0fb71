#include "draw/svg_edges.h"

#include "base/check.h"

#define LINE "3"          /* in units of the drawing */
#define THIN 4.5          /* a line up to here is a stroke of the pen; above it is a shape */
enum { DASHES_KEPT = 3 }; /* of so many one */

struct edges {
    struct color ink, ground;
    struct str_buf *out;
    size_t dashes;
};

/* The value of an attribute of `tag`, or the empty string. */
static struct str
value_of(struct str tag, const char *name) {
    for (struct str rest = tag; rest.n > 0;) {
        size_t quote = str_find(rest, STR("=\""));
        if (quote == SIZE_MAX) {
            break;
        }
        struct str before = str_trim(str_slice(rest, 0, quote)), value;
        rest = str_slice(rest, quote + 2, rest.n);
        struct str wanted = str_from(name);
        bool is_it = str_ends(before, wanted) &&
                     (before.n == wanted.n || before.p[before.n - wanted.n - 1] == ' ');
        if (!str_split(&rest, '"', &value) || is_it) {
            return is_it ? value : (struct str){0};
        }
    }
    return (struct str){0};
}

/* An attribute that says how a shape looks, or the same as a property of its style. */
static struct str
look_of(struct str tag, const char *name) {
    struct str value = value_of(tag, name), rest = value_of(tag, "style"), pair, key;
    while (value.n == 0 && str_split(&rest, ';', &pair)) {
        if (str_split(&pair, ':', &key) && str_eq(str_trim(key), str_from(name))) {
            value = str_trim(pair);
        }
    }
    return value;
}

static double
number_of(struct str tag, const char *name, double if_none) {
    double value;
    return str_to_double(look_of(tag, name), &value) ? value : if_none;
}

/* A level dash of water: "M10 20h30" and no more. */
static bool
is_dash(struct str tag) {
    struct str d = value_of(tag, "d");
    return d.n > 0 && str_eq(look_of(tag, "fill"), STR("none")) &&
           str_find(d, STR("h")) != SIZE_MAX && str_find(d, STR("C")) == SIZE_MAX &&
           str_find(d, STR("L")) == SIZE_MAX && str_find(d, STR("c")) == SIZE_MAX &&
           str_find(d, STR("V")) == SIZE_MAX;
}

static bool
is_left_out(struct edges *edges, struct str tag) {
    bool is_seen_through = number_of(tag, "opacity", 1) < 1;
    if (is_dash(tag)) {
        return is_seen_through && edges->dashes++ % DASHES_KEPT != 0;
    }
    return is_seen_through;
}

static void
add_color(struct str_buf *out, struct color color) {
    char hex[8];
    color_hex(color, hex);
    str_buf_printf(out, "\"%s\"", hex);
}

/* The attributes that say where a shape is; how it looks is said anew. */
static void
add_geometry(struct str_buf *out, struct str tag) {
    static const char *const names[] = {"d", "points", "x", "y", "width", "height", "rx", "ry",
        "cx", "cy", "r", "x1", "y1", "x2", "y2"};
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        struct str value = value_of(tag, names[i]);
        if (value.n > 0) {
            str_buf_printf(out, " %s=\"%.*s\"", names[i], STR_ARG(value));
        }
    }
}

static void
add_shape(struct edges *edges, struct str name, struct str tag) {
    struct str_buf *out = edges->out;
    bool is_filled = !str_eq(look_of(tag, "fill"), STR("none"));
    double width = number_of(tag, "stroke-width", 1);
    bool is_thick = !is_filled && width > THIN && !is_dash(tag);
    str_buf_printf(out, "<%.*s", STR_ARG(name));
    add_geometry(out, tag);
    str_buf_add(out, STR(" fill="));
    if (is_filled) {
        add_color(out, edges->ground);
    } else {
        str_buf_add(out, STR("\"none\""));
    }
    str_buf_add(out, STR(" stroke="));
    add_color(out, edges->ink);
    if (is_thick) { /* a mast, a trunk: its own width, in ink */
        str_buf_printf(out, " stroke-width=\"%g\"", width);
    } else {
        str_buf_add(out, STR(" stroke-width=\"" LINE "\""));
    }
    str_buf_add(out, STR(" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>\n"));
}

static bool
is_shape(struct str name) {
    static const struct str names[] = {STR_INIT("path"), STR_INIT("rect"), STR_INIT("circle"),
        STR_INIT("ellipse"), STR_INIT("polygon"), STR_INIT("polyline"), STR_INIT("line")};
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (str_eq(name, names[i])) {
            return true;
        }
    }
    return false;
}

void
svg_edges(struct str svg, struct color ink, struct color ground, struct str_buf *out) {
    struct edges edges = {.ink = ink, .ground = ground, .out = out};
    struct str piece, tag;
    bool is_open = false;
    while (str_split(&svg, '<', &piece)) {
        struct str rest = piece;
        if (!str_split(&rest, '>', &tag)) {
            continue;
        }
        struct str name = tag;
        for (name.n = 0; name.n < tag.n && tag.p[name.n] >= 'a' && tag.p[name.n] <= 'z'; name.n++) {
        }
        if (str_eq(name, STR("svg")) && !is_open) {
            is_open = true;
            str_buf_printf(out, "<%.*s>", STR_ARG(tag));
        } else if (is_shape(name) && !is_left_out(&edges, tag)) {
            add_shape(&edges, name, tag);
        }
    }
    str_buf_add(out, STR("</svg>"));
}

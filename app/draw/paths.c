#include "draw/paths.h"

#include "base/xalloc.h"
#include "draw/polygons.h"

#include <math.h>

#define DOT_SIDES 12
#define FARTHEST 1e6f /* px; what is further is no picture any more */

static uint32_t
pixel_of(struct color c) {
    return (uint32_t)c.a << 24 | (uint32_t)c.r << 16 | (uint32_t)c.g << 8 | c.b;
}

static uint8_t
mixed(unsigned top, unsigned top_part, unsigned low, unsigned low_part, unsigned all) {
    return (uint8_t)((top * top_part + low * low_part + all / 2) / all);
}

static uint32_t
over(struct color top, unsigned part, uint32_t low) {
    unsigned a = (top.a * part + 127) / 255;
    if (a == 0) {
        return low;
    }
    unsigned low_a = ((low >> 24) * (255 - a) + 127) / 255, all = a + low_a;
    struct color c = {mixed(top.r, a, low >> 16 & 255, low_a, all),
        mixed(top.g, a, low >> 8 & 255, low_a, all), mixed(top.b, a, low & 255, low_a, all),
        (uint8_t)all};
    return pixel_of(c);
}

/* Where the path has any ink, in px. False: nowhere. */
static bool
reach(const struct draw_path *path, const struct paths_image *image, struct rect *out) {
    float left = FARTHEST, top = FARTHEST, right = -FARTHEST, low = -FARTHEST;
    size_t count = path->contours > 0 ? path->ends[path->contours - 1] : 0;
    for (size_t i = 0; i < count; i++) {
        left = fminf(left, path->points[i].x);
        right = fmaxf(right, path->points[i].x);
        top = fminf(top, path->points[i].y);
        low = fmaxf(low, path->points[i].y);
    }
    float around = path->width / 2 + 1;
    left = floorf(left - around);
    top = floorf(top - around);
    struct rect all = {left, top, ceilf(right + around) - left, ceilf(low + around) - top};
    *out = rect_intersect(all, (struct rect){0, 0, (float)image->width, (float)image->height});
    return !rect_is_empty(*out);
}

static void
add_polygons(struct polygons *polygons, const struct draw_path *path) {
    size_t start = 0;
    for (size_t c = 0; c < path->contours; c++) {
        for (size_t i = start; i < path->ends[c]; i++) {
            size_t next = i + 1 < path->ends[c] ? i + 1 : start;
            polygons_side(polygons, path->points[i], path->points[next]);
        }
        start = path->ends[c];
    }
}

static void
add_dot(struct polygons *polygons, struct point at, float radius) {
    struct point before = {at.x + radius, at.y};
    for (int i = 1; i <= DOT_SIDES; i++) {
        float angle = -2 * (float)M_PI * (float)i / DOT_SIDES;
        struct point p = {at.x + radius * cosf(angle), at.y + radius * sinf(angle)};
        p = i == DOT_SIDES ? (struct point){at.x + radius, at.y} : p;
        polygons_side(polygons, before, p);
        before = p;
    }
}

/* All bars run the same way round, so that where two meet nothing is taken away. */
static void
add_bar(struct polygons *polygons, struct point a, struct point b, float width) {
    float dx = b.x - a.x, dy = b.y - a.y, length = hypotf(dx, dy);
    if (length <= 0) {
        return;
    }
    struct point n = {-dy / length * width / 2, dx / length * width / 2};
    struct point corners[] = {{a.x + n.x, a.y + n.y}, {b.x + n.x, b.y + n.y},
        {b.x - n.x, b.y - n.y}, {a.x - n.x, a.y - n.y}};
    for (size_t i = 0; i < 4; i++) {
        polygons_side(polygons, corners[i], corners[(i + 1) % 4]);
    }
}

/* `*at` is how far into dash and gap the line is when it comes to `a`. */
static void
add_broken(struct polygons *polygons, const struct draw_path *path, struct point a, struct point b,
    float *at) {
    float length = hypotf(b.x - a.x, b.y - a.y), period = path->dash + path->gap, done = 0;
    period = path->dash > 0 ? period : path->gap + path->width;
    while (done < length) {
        float step = fminf(length - done, (*at < path->dash ? path->dash : period) - *at);
        step = fmaxf(step, 0.01f);
        float from = done / length, to = (done + step) / length;
        struct point start = {a.x + (b.x - a.x) * from, a.y + (b.y - a.y) * from};
        struct point end = {a.x + (b.x - a.x) * to, a.y + (b.y - a.y) * to};
        if (path->dash > 0 && *at < path->dash) {
            add_bar(polygons, start, end, path->width);
        } else if (path->dash <= 0 && *at <= 0) {
            add_dot(polygons, start, path->width / 2);
        }
        *at = *at + step >= period - 0.005f ? 0 : *at + step;
        done += step;
    }
}

static void
add_lines(struct polygons *polygons, const struct draw_path *path) {
    size_t start = 0;
    for (size_t c = 0; c < path->contours; c++) {
        float at = 0;
        for (size_t i = start; i + 1 < path->ends[c]; i++) {
            if (path->gap > 0) {
                add_broken(polygons, path, path->points[i], path->points[i + 1], &at);
            } else {
                add_bar(polygons, path->points[i], path->points[i + 1], path->width);
            }
        }
        start = path->ends[c];
    }
}

static void
draw_path(struct paths_image *image, const struct draw_path *path, uint8_t *row) {
    struct polygons polygons;
    struct rect r;
    if (!reach(path, image, &r)) {
        return;
    }
    polygons_open(&polygons, (int)r.x, (int)r.y, (int)r.w, (int)r.h);
    if (path->width > 0) {
        add_lines(&polygons, path);
    } else {
        add_polygons(&polygons, path);
    }
    for (int y = 0; y < polygons.height; y++) {
        uint32_t *out =
            image->pixels + (size_t)(polygons.y + y) * image->stride + (size_t)polygons.x;
        polygons_row(&polygons, y, row);
        for (int x = 0; x < polygons.width; x++) {
            if (row[x] == 255 && path->color.a == 255) {
                out[x] = pixel_of(path->color);
            } else if (row[x] > 0) {
                out[x] = over(path->color, row[x], out[x]);
            }
        }
    }
    polygons_close(&polygons);
}

void
paths_draw(
    struct paths_image *image, struct color ground, const struct draw_path *paths, size_t count) {
    uint8_t *row = xmalloc((size_t)image->width);
    for (int y = 0; y < image->height; y++) {
        for (int x = 0; x < image->width; x++) {
            image->pixels[(size_t)y * image->stride + (size_t)x] = pixel_of(ground);
        }
    }
    for (size_t i = 0; i < count; i++) {
        draw_path(image, &paths[i], row);
    }
    xfree(row);
}

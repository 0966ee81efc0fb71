#include "draw/polygons.h"

#include "base/check.h"
#include "base/xalloc.h"

#include <math.h>

void
polygons_open(struct polygons *polygons, int x, int y, int width, int height) {
    xassert(width > 0 && height > 0);
    size_t cells = ((size_t)width + 1) * (size_t)height;
    *polygons = (struct polygons){x, y, width, height, xcalloc(cells, sizeof(float))};
}

void
polygons_close(struct polygons *polygons) {
    xfree(polygons->sums);
    *polygons = (struct polygons){0};
}

static float
within(float v, float most) {
    return v < 0 ? 0 : v > most ? most : v;
}

/* In one row of pixels the side goes from `a` to `b`, and down by `depth`. Each cell gets what it
 * adds to all that are right of it, so that a running sum gives the coverage. */
static void
add_in_row(float *row, float a, float b, float depth) {
    float left = a < b ? a : b, right = a < b ? b : a;
    int first = (int)left, last = (int)ceilf(right);
    if (last <= first + 1) {
        float middle = (left + right) / 2 - (float)first;
        row[first] += depth * (1 - middle);
        row[first + 1] += depth * middle;
        return;
    }
    float slope = 1 / (right - left), head = 1 - (left - (float)first);
    float tail = right - (float)last + 1;
    float of_first = slope * head * head / 2, of_last = slope * tail * tail / 2;
    row[first] += depth * of_first;
    if (last == first + 2) {
        row[first + 1] += depth * (1 - of_first - of_last);
    } else {
        float second = slope * (1.5f - (left - (float)first));
        row[first + 1] += depth * (second - of_first);
        for (int i = first + 2; i < last - 1; i++) {
            row[i] += depth * slope;
        }
        row[last - 1] += depth * (1 - second - (float)(last - first - 3) * slope - of_last);
    }
    row[last] += depth * of_last;
}

void
polygons_side(struct polygons *polygons, struct point from, struct point to) {
    float sign = from.y < to.y ? 1 : -1;
    struct point top = from.y < to.y ? from : to, low = from.y < to.y ? to : from;
    top.x -= (float)polygons->x;
    low.x -= (float)polygons->x;
    top.y -= (float)polygons->y;
    low.y -= (float)polygons->y;
    if (!(low.y > top.y) || low.y <= 0 || top.y >= (float)polygons->height) {
        return;
    }
    float across = (low.x - top.x) / (low.y - top.y), width = (float)polygons->width;
    float y = top.y < 0 ? 0 : top.y, end = within(low.y, (float)polygons->height);
    while (y < end) {
        int row = (int)y;
        float next = (float)(row + 1) < end ? (float)(row + 1) : end;
        float a = within(top.x + (y - top.y) * across, width);
        float b = within(top.x + (next - top.y) * across, width);
        if (a < width || b < width) {
            float *cells = polygons->sums + (size_t)row * ((size_t)polygons->width + 1);
            add_in_row(cells, a, b, sign * (next - y));
        }
        y = next;
    }
}

void
polygons_row(const struct polygons *polygons, int row, uint8_t *out) {
    xassert(row >= 0 && row < polygons->height);
    const float *cells = polygons->sums + (size_t)row * ((size_t)polygons->width + 1);
    float sum = 0;
    for (int i = 0; i < polygons->width; i++) {
        sum += cells[i];
        float part = fabsf(sum);
        out[i] = (uint8_t)((part < 1 ? part : 1) * 255 + 0.5f);
    }
}

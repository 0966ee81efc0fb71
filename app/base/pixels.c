#include "base/pixels.h"

#include "base/check.h"

#include <stdbool.h>
#include <stddef.h>

/* Of `count` pixels that lie on `room`, pixel `i` lies on [i * room, (i + 1) * room) of a line that
 * both divide; a step of the target covers `count` of it. */
struct span {
    int first, last;
    uint64_t before, after; /* what of the first and of the last lies outside */
};

static struct span
span_of(int i, int count, int room) {
    uint64_t start = (uint64_t)i * (uint64_t)count, end = start + (uint64_t)count;
    struct span span = {
        .first = (int)(start / (uint64_t)room), .last = (int)((end - 1) / (uint64_t)room)};
    span.before = start - (uint64_t)span.first * (uint64_t)room;
    span.after = (uint64_t)(span.last + 1) * (uint64_t)room - end;
    return span;
}

static uint64_t
weight_at(const struct span *span, int i, int room) {
    return (uint64_t)room - (i == span->first ? span->before : 0) -
           (i == span->last ? span->after : 0);
}

/* Sums fit: a weight is at most the whole source, below 2^36, a colour times alpha below 2^16. */
static uint32_t
mean(const struct pixels *from, const struct pixels *to, const struct span *x,
    const struct span *y) {
    uint64_t total = 0, alpha = 0, sums[3] = {0};
    for (int row = y->first; row <= y->last; row++) {
        uint64_t high = weight_at(y, row, to->height);
        const uint32_t *line = from->at + (size_t)row * (size_t)from->width;
        for (int column = x->first; column <= x->last; column++) {
            uint64_t weight = high * weight_at(x, column, to->width);
            uint64_t seen = weight * (line[column] >> 24);
            total += weight;
            alpha += seen;
            for (int c = 0; c < 3; c++) {
                sums[c] += seen * (line[column] >> (8 * c) & 0xFF);
            }
        }
    }
    uint32_t out = (uint32_t)((alpha + total / 2) / total) << 24;
    for (int c = 0; c < 3 && alpha > 0; c++) {
        out |= (uint32_t)((sums[c] + alpha / 2) / alpha) << (8 * c);
    }
    return out;
}

void
pixels_shrink(const struct pixels *from, struct pixels *to) {
    xassert(to->width > 0 && to->height > 0);
    xassert(to->width <= from->width && to->height <= from->height);
    for (int y = 0; y < to->height; y++) {
        struct span rows = span_of(y, from->height, to->height);
        for (int x = 0; x < to->width; x++) {
            struct span columns = span_of(x, from->width, to->width);
            to->at[(size_t)y * (size_t)to->width + (size_t)x] = mean(from, to, &columns, &rows);
        }
    }
}

void
pixels_turn(const struct pixels *from, struct pixels *to, int turn) {
    bool is_across = turn >= 5;
    bool from_right = turn == 2 || turn == 3 || turn == 7 || turn == 8;
    bool from_below = turn == 3 || turn == 4 || turn == 6 || turn == 7;
    xassert(to->width == (is_across ? from->height : from->width));
    xassert(to->height == (is_across ? from->width : from->height));
    for (int y = 0; y < to->height; y++) {
        for (int x = 0; x < to->width; x++) {
            int u = is_across ? y : x, v = is_across ? x : y;
            u = from_right ? from->width - 1 - u : u;
            v = from_below ? from->height - 1 - v : v;
            to->at[(size_t)y * (size_t)to->width + (size_t)x] =
                from->at[(size_t)v * (size_t)from->width + (size_t)u];
        }
    }
}

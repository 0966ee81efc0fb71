#include "ui/heights.h"

#include "base/check.h"
#include "base/xalloc.h"

#include <math.h>

enum { BLOCK = 64 };

struct heights_block {
    double sum; /* of the measured ones */
    size_t measured;
    float px[BLOCK]; /* < 0: not measured */
};

static size_t
block_count(const struct heights *heights) {
    return (heights->count + BLOCK - 1) / BLOCK;
}

void
heights_finish(struct heights *heights) {
    for (size_t i = 0; heights->blocks && i < block_count(heights); i++) {
        xfree(heights->blocks[i]);
    }
    xfree(heights->blocks);
    *heights = (struct heights){0};
}

void
heights_reset(struct heights *heights, size_t count, double gap) {
    double mean = heights->mean;
    heights_finish(heights);
    heights->count = count;
    heights->gap = gap;
    heights->mean = mean;
    heights->blocks = xcalloc(block_count(heights) + 1, sizeof(*heights->blocks));
}

static struct heights_block *
make_block(struct heights *heights, size_t index) {
    if (!heights->blocks[index]) {
        struct heights_block *block = xcalloc(1, sizeof(*block));
        for (size_t i = 0; i < BLOCK; i++) {
            block->px[i] = -1;
        }
        heights->blocks[index] = block;
    }
    return heights->blocks[index];
}

void
heights_set(struct heights *heights, size_t line, double height) {
    xassert(line < heights->count);
    struct heights_block *block = make_block(heights, line / BLOCK);
    float *px = &block->px[line % BLOCK];
    if (*px < 0) {
        block->measured++;
        heights->measured++;
    } else {
        block->sum -= (double)*px;
        heights->measured_sum -= (double)*px;
    }
    *px = (float)height;
    block->sum += (double)*px;
    heights->measured_sum += (double)*px;
}

bool
heights_settle(struct heights *heights) {
    if (heights->measured == 0 || heights->measured < 2 * heights->settled_at) {
        return false;
    }
    double mean = floor(heights->measured_sum / (double)heights->measured + 0.5);
    bool is_other = mean != heights->mean;
    heights->settled_at = heights->measured;
    heights->mean = mean;
    return is_other;
}

/* Lines of a block; the last one may be short. */
static size_t
lines_of(const struct heights *heights, size_t block) {
    size_t rest = heights->count - block * BLOCK;
    return rest < BLOCK ? rest : BLOCK;
}

static double
block_length(const struct heights *heights, size_t index) {
    const struct heights_block *block = heights->blocks[index];
    size_t lines = lines_of(heights, index), measured = block ? block->measured : 0;
    double sum = block ? block->sum : 0;
    return sum + (double)(lines - measured) * heights->mean + (double)lines * heights->gap;
}

static double
line_length(const struct heights *heights, size_t line) {
    const struct heights_block *block = heights->blocks[line / BLOCK];
    float px = block ? block->px[line % BLOCK] : -1;
    return (px < 0 ? heights->mean : (double)px) + heights->gap;
}

double
heights_before(const struct heights *heights, size_t line) {
    double place = 0;
    xassert(line <= heights->count);
    for (size_t b = 0; b < line / BLOCK; b++) {
        place += block_length(heights, b);
    }
    for (size_t i = line / BLOCK * BLOCK; i < line; i++) {
        place += line_length(heights, i);
    }
    return line == heights->count && line > 0 ? place - heights->gap : place;
}

size_t
heights_at(const struct heights *heights, double place) {
    size_t block = 0, blocks = block_count(heights);
    while (block < blocks && place >= block_length(heights, block)) {
        place -= block_length(heights, block);
        block++;
    }
    size_t line = block * BLOCK;
    while (line < heights->count && place >= line_length(heights, line)) {
        place -= line_length(heights, line);
        line++;
    }
    return line < heights->count ? line : heights->count;
}

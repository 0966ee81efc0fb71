#include "screens/breakdown.h"

#include <math.h>

struct finding {
    struct breakdown *out;
    const struct store_figure *const *figures;
    size_t figure_count;
};

static bool
is_part_of(const struct store_figure *figure, const struct store_figure *whole) {
    return figure->total.n > 0 && str_eq(figure->total, whole->id) && figure != whole;
}

static bool
has_parts(const struct finding *finding, const struct store_figure *whole) {
    for (size_t i = 0; i < finding->figure_count; i++) {
        if (is_part_of(finding->figures[i], whole)) {
            return true;
        }
    }
    return false;
}

/* Half a unit of the last digit that is written. */
static double
rounding(const struct store_figure *figure) {
    return figure->decimals > 0 ? 0.5 * pow(10, -figure->decimals) : 0;
}

/* Adds the parts of `whole`; false when they do not make it up. */
static bool
add_parts(const struct finding *finding, const struct store_figure *whole, int level) {
    struct breakdown *out = finding->out;
    double sum = 0, tolerance = 1e-9 * fabs(whole->value) + rounding(whole);
    for (size_t i = 0; i < finding->figure_count; i++) {
        const struct store_figure *part = finding->figures[i];
        if (!is_part_of(part, whole)) {
            continue;
        }
        bool is_sum = has_parts(finding, part);
        out->leaves += !is_sum;
        if (part->value < 0 || !str_eq(part->unit, whole->unit) || level > BREAKDOWN_DEEPEST ||
            out->leaves > BREAKDOWN_LEAVES_MOST) {
            return false;
        }
        out->parts[out->count++] = (struct breakdown_part){part, level, is_sum};
        sum += part->value;
        tolerance += rounding(part);
        if (is_sum && !add_parts(finding, part, level + 1)) {
            return false;
        }
    }
    return fabs(sum - whole->value) <= tolerance;
}

bool
breakdown_find(struct breakdown *out, struct arena *arena,
    const struct store_figure *const *figures, size_t count, const struct store_figure *whole) {
    *out = (struct breakdown){
        .whole = whole, .parts = ARENA_ARRAY(arena, count + 1, struct breakdown_part)};
    const struct finding finding = {out, figures, count};
    return whole->value > 0 && add_parts(&finding, whole, 1) && out->leaves > 1;
}

bool
breakdown_has(const struct breakdown *breakdown, const struct store_figure *figure) {
    bool has = figure == breakdown->whole;
    for (size_t i = 0; i < breakdown->count && !has; i++) {
        has = breakdown->parts[i].figure == figure;
    }
    return has;
}

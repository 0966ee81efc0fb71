#include "screens/parts/chart_geometry.h"

#include "base/check.h"

#include <math.h>

void
chart_shares(const double *values, size_t count, int whole, int *shares) {
    double rests[CHART_SHARES_MOST], sum = 0;
    int given = 0;
    xassert(count <= CHART_SHARES_MOST);
    for (size_t i = 0; i < count; i++) {
        sum += values[i];
    }
    for (size_t i = 0; i < count; i++) {
        double exact = sum > 0 ? values[i] / sum * whole : 0;
        shares[i] = (int)floor(exact);
        rests[i] = exact - shares[i];
        given += shares[i];
    }
    for (; sum > 0 && given < whole; given++) {
        size_t best = 0;
        for (size_t i = 1; i < count; i++) {
            best = rests[i] > rests[best] + 1e-9 ? i : best;
        }
        shares[best]++;
        rests[best] = -1;
    }
}

struct chart_sides
chart_sides(float length, double out, double in, double most) {
    double half = length / 2;
    struct chart_sides sides = {0};
    if (most > 0) {
        sides.out = out > 0 ? fmaxf(1, (float)(half * out / most)) : 0;
        sides.in = in > 0 ? fmaxf(1, (float)(half * in / most)) : 0;
    }
    return sides;
}

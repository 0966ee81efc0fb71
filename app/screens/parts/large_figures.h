/* large_figures.h - two or three figures about one thing, large, on one quiet panel. */
#ifndef SCREENS_PARTS_LARGE_FIGURES_H
#define SCREENS_PARTS_LARGE_FIGURES_H

#include "screens/parts/dial.h"

enum { LARGE_FIGURES_MOST = 3 };

struct large_figure {
    struct str key, value; /* with its unit: that is set at half the size */
    struct str caption;
};
struct large_figures {
    struct large_figure figures[LARGE_FIGURES_MOST];
    size_t count;
    const struct dial *dial; /* before the first of them, or NULL */
    struct str note;         /* below them, about all */
    float room_px;           /* as wide as the panel has room */
};
/* Nothing when there are none. As large as fits beside each other, else one below the other. */
void large_figures_view(
    struct ui *ui, const struct screen_env *env, const struct large_figures *panel);

/* "1,022 km" into "1,022" and "km"; what has more numbers than one stays whole. */
void large_figure_split(struct str text, struct str *number, struct str *unit);

#endif

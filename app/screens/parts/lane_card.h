/* lane_card.h - the event that was chosen on the timeline, with the ones before and after it; and
 * the decades, to go to one. */
#ifndef SCREENS_PARTS_LANE_CARD_H
#define SCREENS_PARTS_LANE_CARD_H

#include "screens/parts/lane_rows.h"
#include "ui/widgets.h"

struct lane_card {
    const struct store_event *event, *before, *after; /* NULL: there is none */
    struct str country;                               /* of its lane; empty: none */
    struct str path;                                  /* of the page, with a parameter at least */
};
void lane_card(struct ui *ui, const struct screen_env *env, const struct lane_card *card);

/* As many keys as fit: ten years each, or twenty, fifty, a hundred. */
void lane_decades(struct ui *ui, const struct screen_env *env, const struct lane_set *set,
    struct str axis, struct zoom_range shown, float width_px);

#endif

/* plans.h - HarfBuzz shape plans, found by what makes them.
 *
 * hb_shape() keeps every plan of a face in a list for ever and walks it: text in a hundred scripts
 * makes each call slower and the list longer. Here a plan is found at once, and the number of plans
 * has a limit. */
#ifndef TEXT_SHAPE_PLANS_H
#define TEXT_SHAPE_PLANS_H

#include <hb.h>
#include <stdint.h>

#define PLAN_SETS 64
#define PLAN_WAYS 4

struct plan_slot {
    uint64_t key; /* 0: empty */
    hb_shape_plan_t *plan;
};

struct plans {
    struct plan_slot slots[PLAN_SETS][PLAN_WAYS];
    uint8_t oldest[PLAN_SETS];
};

/* What tells two plans apart. `features` is a number of the caller's own, below 256, that stands
 * for the list of features it passes. */
struct plan_request {
    hb_font_t *font;
    uint16_t face; /* below 256, another for each font */
    uint8_t features;
    const hb_feature_t *feature_list;
    uint32_t feature_count;
};

/* Shapes the buffer, whose script, language and direction are set, as hb_shape() would.
 * `language` is a number below 256 for the buffer's language. */
void plans_shape(
    struct plans *plans, const struct plan_request *request, uint8_t language, hb_buffer_t *buffer);
void plans_finish(struct plans *plans);

#endif

#include "text/shape/plans.h"

#include <stddef.h>

static uint64_t
key_of(const struct plan_request *request, uint8_t language, const hb_segment_properties_t *props) {
    return (uint64_t)props->script << 32 | (uint64_t)(request->face & 0xFF) << 24 |
           (uint64_t)language << 16 | (uint64_t)request->features << 8 | (uint64_t)props->direction;
}

static hb_shape_plan_t *
create(const struct plan_request *request, const hb_segment_properties_t *props) {
    return hb_shape_plan_create2(hb_font_get_face(request->font), props, request->feature_list,
        request->feature_count, NULL, 0, NULL);
}

static hb_shape_plan_t *
find(struct plans *plans, uint64_t key, const struct plan_request *request,
    const hb_segment_properties_t *props) {
    uint64_t hash = key * 0x9E3779B97F4A7C15u;
    uint32_t set = (uint32_t)(hash >> 58) % PLAN_SETS;
    for (int i = 0; i < PLAN_WAYS; i++) {
        if (plans->slots[set][i].key == key) {
            return plans->slots[set][i].plan;
        }
    }
    struct plan_slot *slot = &plans->slots[set][plans->oldest[set]++ % PLAN_WAYS];
    hb_shape_plan_destroy(slot->plan);
    *slot = (struct plan_slot){key, create(request, props)};
    return slot->plan;
}

void
plans_shape(struct plans *plans, const struct plan_request *request, uint8_t language,
    hb_buffer_t *buffer) {
    hb_segment_properties_t props;
    hb_buffer_get_segment_properties(buffer, &props);
    hb_shape_plan_t *plan = find(plans, key_of(request, language, &props), request, &props);
    hb_shape_plan_execute(
        plan, request->font, buffer, request->feature_list, request->feature_count);
}

void
plans_finish(struct plans *plans) {
    for (int set = 0; set < PLAN_SETS; set++) {
        for (int i = 0; i < PLAN_WAYS; i++) {
            hb_shape_plan_destroy(plans->slots[set][i].plan);
        }
    }
}

#include "compiler/check/wording_forms.h"

#include "base/vec.h"

void
wording_forms_add(
    struct wording_forms *forms, struct str key, struct str form, size_t weight, size_t text) {
    uint64_t of_key = str_hash(key, 3), of_form = str_hash(form, of_key + 1);
    uint32_t item, best;
    if (!map_get(&forms->forms, of_form, &item)) {
        VEC_ROOM_IN(forms->arena, forms->items, forms->count, forms->cap, 1);
        item = (uint32_t)forms->count++;
        forms->items[item] =
            (struct wording_form){.form = arena_str(forms->arena, form), .first = text};
        map_put(&forms->forms, of_form, item);
    }
    forms->items[item].count += weight;
    if (!map_get(&forms->best, of_key, &best) ||
        forms->items[item].count > forms->items[best].count) {
        map_put(&forms->best, of_key, item);
    }
}

const struct wording_form *
wording_forms_other(const struct wording_forms *forms, struct str key, struct str form) {
    uint32_t best;
    if (!map_get(&forms->best, str_hash(key, 3), &best)) {
        return NULL;
    }
    return str_eq(forms->items[best].form, form) ? NULL : &forms->items[best];
}

void
wording_forms_finish(struct wording_forms *forms) {
    map_finish(&forms->forms);
    map_finish(&forms->best);
}

/* Whom to call in an emergency. */
#include "content/store/store_private.h"

#include "base/check.h"

#include <stddef.h>

#define AT(field) offsetof(struct store_emergency_number, field)
static const size_t fields[] = {
    AT(id), AT(country), AT(country_name), AT(number), AT(name), AT(note), AT(source)};
#undef AT

bool
store_emergency_numbers(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_emergency_number **out, size_t *count, struct err *err) {
    struct store_rows rows;
    struct store_list list = store_list(arena, sizeof(**out));
    store_begin(&rows, store, QUERY_EMERGENCY_NUMBERS, arena, err);
    store_bind_locale(&rows, 1, locale);
    while (store_step(&rows)) {
        struct store_emergency_number *item = store_list_add(&list);
        store_fill(&rows, item, fields, ARRAY_LEN(fields));
        item->is_here = store_int(&rows, (int)ARRAY_LEN(fields), 0) != 0;
    }
    *out = list.items;
    *count = list.count;
    return store_end(&rows);
}

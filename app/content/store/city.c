/* Cities, their names, their relations. */
#include "content/store/store_private.h"

#include "base/check.h"

#include <stddef.h>

#define AT(field) offsetof(struct store_city, field)
static const size_t city_fields[] = {AT(id), AT(country), AT(country_name), AT(kind), AT(role),
    AT(name), AT(reading), AT(region), AT(lead), AT(note), AT(written), AT(source), AT(time_zone),
    AT(relation), AT(relation_kind), AT(relation_status)};
#undef AT

static void
read_city(struct store_rows *rows, struct store_city *city) {
    int at = (int)ARRAY_LEN(city_fields);
    store_fill(rows, city, city_fields, ARRAY_LEN(city_fields));
    city->relation_since = store_date(rows, at);
    city->has_position = sqlite3_column_type(rows->statement, at + 1) != SQLITE_NULL &&
                         sqlite3_column_type(rows->statement, at + 2) != SQLITE_NULL;
    city->latitude = sqlite3_column_double(rows->statement, at + 1);
    city->longitude = sqlite3_column_double(rows->statement, at + 2);
    city->event_count = store_int(rows, at + 3, 0);
}

bool
store_cities(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_city **out, size_t *count, struct err *err) {
    struct store_rows rows;
    struct store_list list = store_list(arena, sizeof(**out));
    store_begin_window(&rows, store, QUERY_CITIES, arena, locale, &window, err);
    while (store_step(&rows)) {
        read_city(&rows, store_list_add(&list));
    }
    *out = list.items;
    *count = list.count;
    return store_end(&rows);
}

bool
store_city(struct store *store, struct arena *arena, enum locale_id locale, struct str id,
    struct store_city *out, bool *found, struct err *err) {
    struct store_rows rows;
    *out = (struct store_city){0};
    *found = false;
    store_begin(&rows, store, QUERY_CITY, arena, err);
    store_bind_locale(&rows, 1, locale);
    store_bind_str(&rows, 2, id);
    while (store_step(&rows)) {
        read_city(&rows, out);
        *found = true;
    }
    return store_end(&rows);
}

bool
store_names(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_name **out, size_t *count, struct err *err) {
    static const size_t fields[] = {offsetof(struct store_name, lang),
        offsetof(struct store_name, kind), offsetof(struct store_name, text),
        offsetof(struct store_name, source)};
    struct store_rows rows;
    struct store_list list = store_list(arena, sizeof(**out));
    store_begin_window(&rows, store, QUERY_NAMES, arena, locale, &window, err);
    while (store_step(&rows)) {
        store_fill(&rows, store_list_add(&list), fields, ARRAY_LEN(fields));
    }
    *out = list.items;
    *count = list.count;
    return store_end(&rows);
}

#define AT(field) offsetof(struct store_relation, field)
static const size_t relation_fields[] = {AT(id), AT(city), AT(partner), AT(city_name),
    AT(partner_name), AT(kind), AT(status), AT(background), AT(reason), AT(note), AT(source)};
#undef AT

bool
store_relations(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_relation **out, size_t *count, struct err *err) {
    struct store_rows rows;
    struct store_list list = store_list(arena, sizeof(**out));
    store_begin_window(&rows, store, QUERY_RELATIONS, arena, locale, &window, err);
    while (store_step(&rows)) {
        struct store_relation *item = store_list_add(&list);
        store_fill(&rows, item, relation_fields, ARRAY_LEN(relation_fields));
        item->since = store_date(&rows, (int)ARRAY_LEN(relation_fields));
    }
    *out = list.items;
    *count = list.count;
    return store_end(&rows);
}

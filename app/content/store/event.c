/* Events and the links between schools. */
#include "content/store/store_private.h"

#include "base/check.h"

#include <stddef.h>

#define AT(field) offsetof(struct store_event, field)
static const size_t event_fields[] = {AT(id), AT(city), AT(city_name), AT(relation), AT(kind),
    AT(title), AT(detail), AT(note), AT(source), AT(date_written)};
#undef AT

/* The planner cannot choose an index for a parameter that may be empty, so the question is chosen
 * here. */
static enum store_query
event_query(const struct store_event_filter *filter) {
    if (filter->city.n > 0) {
        return QUERY_EVENTS_OF_CITY;
    }
    return filter->relation.n > 0 ? QUERY_EVENTS_OF_RELATION : QUERY_EVENTS;
}

bool
store_events(struct store *store, struct arena *arena, enum locale_id locale,
    const struct store_event_filter *filter, struct store_event **out, size_t *count,
    struct err *err) {
    struct store_rows rows;
    struct store_list list = store_list(arena, sizeof(**out));
    store_begin(&rows, store, event_query(filter), arena, err);
    store_bind_locale(&rows, 1, locale);
    store_bind_str(&rows, 2, filter->city);
    store_bind_str(&rows, 3, filter->relation);
    store_bind_str(&rows, 4, filter->kind);
    store_bind_int(&rows, 5, filter->from_year);
    store_bind_int(&rows, 6, filter->to_year);
    while (store_step(&rows)) {
        struct store_event *item = store_list_add(&list);
        int at = (int)ARRAY_LEN(event_fields);
        store_fill(&rows, item, event_fields, ARRAY_LEN(event_fields));
        item->date = store_date(&rows, at - 1);
        item->count = store_int(&rows, at, -1);
        item->outbound = store_int(&rows, at + 1, -1);
        item->inbound = store_int(&rows, at + 2, -1);
    }
    *out = list.items;
    *count = list.count;
    return store_end(&rows);
}

#define AT(field) offsetof(struct store_school_link, field)
static const size_t link_fields[] = {AT(id), AT(school), AT(school_name), AT(school_level),
    AT(partner), AT(partner_name), AT(partner_reading), AT(partner_written), AT(partner_level),
    AT(country), AT(country_name), AT(field), AT(note), AT(partner_note), AT(source)};
#undef AT

bool
store_school_links(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_school_link **out, size_t *count, struct err *err) {
    struct store_rows rows;
    struct store_list list = store_list(arena, sizeof(**out));
    store_begin(&rows, store, QUERY_SCHOOL_LINKS, arena, err);
    store_bind_locale(&rows, 1, locale);
    while (store_step(&rows)) {
        struct store_school_link *item = store_list_add(&list);
        store_fill(&rows, item, link_fields, ARRAY_LEN(link_fields));
        item->date = store_date(&rows, (int)ARRAY_LEN(link_fields));
    }
    *out = list.items;
    *count = list.count;
    return store_end(&rows);
}

/* What has a date: events, links between schools, holidays. */
#include "content/store/store_private.h"

#include "base/check.h"

#include <stddef.h>

#define AT(field) offsetof(struct store_event, field)
static const size_t event_fields[] = {AT(id), AT(city), AT(city_name), AT(relation), AT(kind),
    AT(title), AT(detail), AT(note), AT(source), AT(country), AT(date_written)};
#undef AT

bool
store_events(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_event **out, size_t *count, struct err *err) {
    struct store_rows rows;
    struct store_list list = store_list(arena, sizeof(**out));
    store_begin_window(&rows, store, QUERY_EVENTS, arena, locale, &window, err);
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

bool
store_visits(struct store *store, struct str city, struct store_visits *out, struct err *err) {
    struct store_rows rows;
    struct arena arena;
    *out = (struct store_visits){-1, -1, -1};
    arena_init(&arena);
    store_begin(&rows, store, QUERY_VISITS, &arena, err);
    store_bind_str(&rows, 1, city);
    while (store_step(&rows)) {
        *out = (struct store_visits){
            store_int(&rows, 0, -1), store_int(&rows, 1, -1), store_int(&rows, 2, -1)};
    }
    arena_finish(&arena);
    return store_end(&rows);
}

#define AT(field) offsetof(struct store_school_link, field)
static const size_t link_fields[] = {AT(id), AT(school), AT(school_name), AT(school_level),
    AT(partner), AT(partner_name), AT(partner_reading), AT(partner_written), AT(partner_level),
    AT(country), AT(country_name), AT(field), AT(note), AT(partner_note), AT(source)};
#undef AT

bool
store_school_links(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_school_link **out, size_t *count, struct err *err) {
    struct store_rows rows;
    struct store_list list = store_list(arena, sizeof(**out));
    store_begin_window(&rows, store, QUERY_SCHOOL_LINKS, arena, locale, &window, err);
    while (store_step(&rows)) {
        struct store_school_link *item = store_list_add(&list);
        store_fill(&rows, item, link_fields, ARRAY_LEN(link_fields));
        item->date = store_date(&rows, (int)ARRAY_LEN(link_fields));
    }
    *out = list.items;
    *count = list.count;
    return store_end(&rows);
}

#define AT(field) offsetof(struct store_holiday, field)
static const size_t holiday_fields[] = {
    AT(id), AT(country), AT(country_name), AT(kind), AT(certainty), AT(name), AT(note), AT(source)};
#undef AT

bool
store_holidays(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_holiday **out, size_t *count, struct err *err) {
    struct store_rows rows;
    struct store_list list = store_list(arena, sizeof(**out));
    store_begin_window(&rows, store, QUERY_HOLIDAYS, arena, locale, &window, err);
    while (store_step(&rows)) {
        struct store_holiday *item = store_list_add(&list);
        store_fill(&rows, item, holiday_fields, ARRAY_LEN(holiday_fields));
        item->date = store_date(&rows, (int)ARRAY_LEN(holiday_fields));
    }
    *out = list.items;
    *count = list.count;
    return store_end(&rows);
}

bool
store_holiday_first(
    struct store *store, struct arena *arena, struct str id, struct str *first, struct err *err) {
    struct store_rows rows;
    *first = (struct str){0};
    store_begin(&rows, store, QUERY_HOLIDAY_FIRST, arena, err);
    store_bind_locale(&rows, 1, (enum locale_id)0);
    store_bind_str(&rows, 2, id);
    while (store_step(&rows)) {
        *first = store_str(&rows, 0);
    }
    return store_end(&rows);
}

bool
store_holiday_years(
    struct store *store, struct arena *arena, int **years, size_t *count, struct err *err) {
    struct store_rows rows;
    struct store_list list = store_list(arena, sizeof(**years));
    store_begin(&rows, store, QUERY_HOLIDAY_YEARS, arena, err);
    while (store_step(&rows)) {
        int64_t year;
        if (str_to_i64(store_str(&rows, 0), &year) && year >= 1 && year <= 9999) {
            *(int *)store_list_add(&list) = (int)year;
        }
    }
    *years = list.items;
    *count = list.count;
    return store_end(&rows);
}

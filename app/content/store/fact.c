/* Facts, figures, and the sections of the documents they come from. */
#include "content/store/store_private.h"

#include "base/check.h"

#include <stddef.h>

bool
store_facts(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_fact **out, size_t *count, struct err *err) {
    static const size_t fields[] = {offsetof(struct store_fact, id),
        offsetof(struct store_fact, kind), offsetof(struct store_fact, text),
        offsetof(struct store_fact, note), offsetof(struct store_fact, source)};
    struct store_rows rows;
    struct store_list list = store_list(arena, sizeof(**out));
    store_begin_window(&rows, store, QUERY_FACTS, arena, locale, &window, err);
    while (store_step(&rows)) {
        store_fill(&rows, store_list_add(&list), fields, ARRAY_LEN(fields));
    }
    *out = list.items;
    *count = list.count;
    return store_end(&rows);
}

#define AT(field) offsetof(struct store_figure, field)
static const size_t figure_fields[] = {AT(id), AT(subject), AT(group), AT(label), AT(note),
    AT(source), AT(value_written), AT(unit), AT(written), AT(total), AT(percent_written),
    AT(percent_of), AT(country), AT(subject_name)};
#undef AT

bool
store_figure_read(struct store_figure *figure, struct str written) {
    size_t point = str_find(written, STR("."));
    figure->value_written = written;
    figure->decimals = point == SIZE_MAX ? 0 : (int)(written.n - point - 1);
    bool is_number = str_to_double(written, &figure->value);
    figure->value = is_number ? figure->value : 0;
    return is_number;
}

static void
read_figure(struct store_rows *rows, struct store_figure *item) {
    store_fill(rows, item, figure_fields, ARRAY_LEN(figure_fields));
    item->as_of = store_date(rows, (int)ARRAY_LEN(figure_fields));
    item->has_as_of = item->as_of.from.precision != EDTF_NONE;
    store_figure_read(item, item->value_written);
    if (!str_to_double(item->percent_written, &item->percent)) {
        item->percent = -1;
    }
}

bool
store_figures(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_figure **out, size_t *count, struct err *err) {
    struct store_rows rows;
    struct store_list list = store_list(arena, sizeof(**out));
    store_begin_window(&rows, store, QUERY_FIGURES, arena, locale, &window, err);
    while (store_step(&rows)) {
        read_figure(&rows, store_list_add(&list));
    }
    *out = list.items;
    *count = list.count;
    return store_end(&rows);
}

#define AT(field) offsetof(struct store_section, field)
static const size_t section_fields[] = {AT(id), AT(title), AT(note), AT(source_id), AT(source_kind),
    AT(source_title), AT(source_publisher), AT(source_note), AT(source_date), AT(speaker)};
#undef AT

static void
read_section(struct store_rows *rows, struct store_section *item) {
    store_fill(rows, item, section_fields, ARRAY_LEN(section_fields));
    item->position = store_int(rows, (int)ARRAY_LEN(section_fields), 0);
}

bool
store_sections(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_section **out, size_t *count, struct err *err) {
    struct store_rows rows;
    struct store_list list = store_list(arena, sizeof(**out));
    store_begin_window(&rows, store, QUERY_SECTIONS, arena, locale, &window, err);
    while (store_step(&rows)) {
        read_section(&rows, store_list_add(&list));
    }
    *out = list.items;
    *count = list.count;
    return store_end(&rows);
}

bool
store_section(struct store *store, struct arena *arena, enum locale_id locale, struct str id,
    struct store_section *out, bool *found, struct err *err) {
    struct store_rows rows;
    *out = (struct store_section){0};
    *found = false;
    store_begin(&rows, store, QUERY_SECTION, arena, err);
    store_bind_locale(&rows, 1, locale);
    store_bind_str(&rows, 2, id);
    while (store_step(&rows)) {
        read_section(&rows, out);
        *found = true;
    }
    return store_end(&rows);
}

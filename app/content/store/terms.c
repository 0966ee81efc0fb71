/* The glossary, phrases, checklists and people. */
#include "content/store/store_private.h"

#include "base/check.h"
#include "content/offset.h"

#include <stddef.h>

#define AT(field) offsetof(struct store_term, field)
static const size_t term_fields[] = {AT(id), AT(category), AT(term), AT(definition), AT(note),
    AT(source), AT(terms[LOCALE_KO]), AT(terms[LOCALE_JA]), AT(terms[LOCALE_EN]), AT(reading_ja),
    AT(roman_ja), AT(roman_ko), AT(hanja_ko)};
#undef AT
#define AT(field) offsetof(struct store_phrase, field)
static const size_t phrase_fields[] = {AT(id), AT(category), AT(note), AT(source),
    AT(texts[LOCALE_KO]), AT(texts[LOCALE_JA]), AT(texts[LOCALE_EN]), AT(reading_ja), AT(roman_ja),
    AT(roman_ko), AT(hangul_ja), AT(kana_ko)};
#undef AT
#define AT(field) offsetof(struct store_person, field)
static const size_t person_fields[] = {
    AT(id), AT(name), AT(reading), AT(organisation), AT(role), AT(note), AT(written), AT(source)};
#undef AT
#define AT(field) offsetof(struct store_check, field)
static const size_t check_fields[] = {AT(id), AT(list), AT(title), AT(detail), AT(note), AT(offset),
    AT(planned), AT(letter), AT(source)};
#undef AT

/* A question whose answer is str fields only. */
static bool
read_all(
    struct store_rows *rows, const size_t *fields, size_t field_count, struct store_list *list) {
    while (store_step(rows)) {
        store_fill(rows, store_list_add(list), fields, field_count);
    }
    return store_end(rows);
}

bool
store_terms(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_term **out, size_t *count, struct err *err) {
    struct store_rows rows;
    struct store_list list = store_list(arena, sizeof(**out));
    store_begin_window(&rows, store, QUERY_TERMS, arena, locale, &window, err);
    bool ok = read_all(&rows, term_fields, ARRAY_LEN(term_fields), &list);
    *out = list.items;
    *count = list.count;
    return ok;
}

bool
store_phrases(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_phrase **out, size_t *count, struct err *err) {
    struct store_rows rows;
    struct store_list list = store_list(arena, sizeof(**out));
    store_begin_window(&rows, store, QUERY_PHRASES, arena, locale, &window, err);
    bool ok = read_all(&rows, phrase_fields, ARRAY_LEN(phrase_fields), &list);
    *out = list.items;
    *count = list.count;
    return ok;
}

/* A question for one record by its id. */
static bool
read_one(struct store_rows *rows, enum locale_id locale, struct str id, const size_t *fields,
    size_t field_count, void *out, bool *found) {
    *found = false;
    store_bind_locale(rows, 1, locale);
    store_bind_str(rows, 2, id);
    while (store_step(rows)) {
        store_fill(rows, out, fields, field_count);
        *found = true;
    }
    return store_end(rows);
}

bool
store_term(struct store *store, struct arena *arena, enum locale_id locale, struct str id,
    struct store_term *out, bool *found, struct err *err) {
    struct store_rows rows;
    *out = (struct store_term){0};
    store_begin(&rows, store, QUERY_TERM, arena, err);
    return read_one(&rows, locale, id, term_fields, ARRAY_LEN(term_fields), out, found);
}

bool
store_phrase(struct store *store, struct arena *arena, enum locale_id locale, struct str id,
    struct store_phrase *out, bool *found, struct err *err) {
    struct store_rows rows;
    *out = (struct store_phrase){0};
    store_begin(&rows, store, QUERY_PHRASE, arena, err);
    return read_one(&rows, locale, id, phrase_fields, ARRAY_LEN(phrase_fields), out, found);
}

bool
store_people(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_person **out, size_t *count, struct err *err) {
    struct store_rows rows;
    struct store_list list = store_list(arena, sizeof(**out));
    store_begin_window(&rows, store, QUERY_PEOPLE, arena, locale, &window, err);
    bool ok = read_all(&rows, person_fields, ARRAY_LEN(person_fields), &list);
    *out = list.items;
    *count = list.count;
    return ok;
}

bool
store_checklist(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_check **out, size_t *count, struct err *err) {
    struct store_rows rows;
    struct store_list found = store_list(arena, sizeof(**out));
    store_begin_window(&rows, store, QUERY_CHECKLIST, arena, locale, &window, err);
    bool ok = read_all(&rows, check_fields, ARRAY_LEN(check_fields), &found);
    struct store_check *checks = found.items;
    for (size_t i = 0; i < found.count; i++) {
        checks[i].has_offset = offset_parse(checks[i].offset, &checks[i].due);
        checks[i].has_plan = offset_parse(
            checks[i].has_offset ? checks[i].offset : checks[i].planned, &checks[i].plan);
    }
    *out = checks;
    *count = found.count;
    return ok;
}

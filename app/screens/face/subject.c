#include "screens/face/subject.h"

#include "base/check.h"
#include "screens/beside/beside.h"
#include "screens/spoken.h"
#include "screens/words.h"

/* A window of three rows of the listing, with the one in the middle where it has neighbours. */
struct neighbours {
    struct store_window window;
    size_t at; /* of the thing itself in the window */
    bool is_listed;
};

static bool
find_neighbours(struct subject *subject, const struct screen_env *env, struct str listing,
    struct str id, struct neighbours *out, struct err *err) {
    size_t place = 0;
    *out = (struct neighbours){0};
    if (!store_listing_size(env->store, listing, &subject->count, err) ||
        !store_listing_place(env->store, listing, id, &place, &out->is_listed, err)) {
        return false;
    }
    size_t first = place > 0 ? place - 1 : 0;
    subject->place = place;
    out->at = place - first;
    out->window = (struct store_window){listing, first, 3};
    return true;
}

static void
set_neighbours(struct subject *subject, struct arena *arena, const char *folder, struct str before,
    struct str after) {
    if (before.n) {
        subject->previous = arena_printf(arena, "%s/%.*s", folder, STR_ARG(before));
    }
    if (after.n) {
        subject->next = arena_printf(arena, "%s/%.*s", folder, STR_ARG(after));
    }
}

static bool
load_phrase(struct subject *subject, struct screen *screen, const struct screen_env *env,
    enum locale_id to, bool *found, struct err *err) {
    (void)to;
    struct arena *arena = &screen->arena;
    struct store_phrase phrase, *rows = NULL;
    struct neighbours near;
    size_t count = 0;
    if (!store_phrase(env->store, arena, env->locale, screen->path.part, &phrase, found, err)) {
        return false;
    }
    if (!*found) {
        return true;
    }
    for (int i = 0; i < LOCALE_COUNT; i++) {
        subject->words[i] = phrase.texts[i];
        subject->sound[i] = spoken_sound(env, arena, &phrase, (enum locale_id)i);
        subject->reading[i] = spoken_reading(phrase.reading_ja, (enum locale_id)i);
    }
    subject->list = word_for(env, WORDS_PHRASE_CATEGORY, phrase.category);
    struct str listing =
        arena_printf(arena, "phrases/%.*s/%s", STR_ARG(phrase.category), locale_tag(env->locale));
    if (!find_neighbours(subject, env, listing, phrase.id, &near, err) ||
        !store_phrases(env->store, arena, env->locale, near.window, &rows, &count, err)) {
        return false;
    }
    set_neighbours(subject, arena, "phrases", near.at > 0 ? rows[0].id : (struct str){0},
        near.is_listed && near.at + 1 < count ? rows[near.at + 1].id : (struct str){0});
    return true;
}

static bool
load_term(struct subject *subject, struct screen *screen, const struct screen_env *env,
    enum locale_id to, bool *found, struct err *err) {
    (void)to;
    struct arena *arena = &screen->arena;
    struct store_term term, *rows = NULL;
    struct neighbours near;
    size_t count = 0;
    if (!store_term(env->store, arena, env->locale, screen->path.part, &term, found, err)) {
        return false;
    }
    if (!*found) {
        return true;
    }
    for (int i = 0; i < LOCALE_COUNT; i++) {
        subject->words[i] = term.terms[i];
        subject->sound[i] = spoken_term_sound(&term, (enum locale_id)i);
        subject->reading[i] = spoken_reading(term.reading_ja, (enum locale_id)i);
    }
    subject->list = word_for(env, WORDS_TERM_CATEGORY, term.category);
    struct str listing =
        arena_printf(arena, "glossary/%.*s/%s", STR_ARG(term.category), locale_tag(env->locale));
    if (!find_neighbours(subject, env, listing, term.id, &near, err) ||
        !store_terms(env->store, arena, env->locale, near.window, &rows, &count, err)) {
        return false;
    }
    set_neighbours(subject, arena, "glossary", near.at > 0 ? rows[0].id : (struct str){0},
        near.is_listed && near.at + 1 < count ? rows[near.at + 1].id : (struct str){0});
    return true;
}

static bool
load_city(struct subject *subject, struct screen *screen, const struct screen_env *env,
    enum locale_id to, bool *found, struct err *err) {
    (void)to;
    struct arena *arena = &screen->arena;
    struct store_city city, *rows = NULL;
    struct neighbours near;
    size_t count = 0;
    for (int i = 0; i < LOCALE_COUNT; i++) {
        if (!store_city(
                env->store, arena, (enum locale_id)i, screen->path.part, &city, found, err)) {
            return false;
        }
        if (!*found) {
            return true;
        }
        subject->words[i] = city.name;
        subject->reading[i] = city.reading;
    }
    subject->list = word_text(env, MSG_TITLE_CITIES);
    if (!find_neighbours(subject, env, STR("cities"), screen->path.part, &near, err) ||
        !store_cities(env->store, arena, env->locale, near.window, &rows, &count, err)) {
        return false;
    }
    set_neighbours(subject, arena, "cities", near.at > 0 ? rows[0].id : (struct str){0},
        near.is_listed && near.at + 1 < count ? rows[near.at + 1].id : (struct str){0});
    return true;
}

static bool
is_in_both(const struct beside *beside, size_t i) {
    return beside->rows[i].own.text.n > 0 && beside->rows[i].other.text.n > 0;
}

static struct str
row_address(struct screen *screen, size_t at) {
    return arena_printf(&screen->arena, "%.*s/%.*s?at=%zu", STR_ARG(screen->path.id),
        STR_ARG(screen->path.part), at);
}

/* A paragraph of a text, or a step of a checklist, `?at=` counted from 0. */
static bool
load_row(struct subject *subject, struct screen *screen, const struct screen_env *env,
    enum locale_id to, bool *found, struct err *err) {
    struct arena *arena = &screen->arena;
    struct beside beside;
    struct str folder = screen->path.id, id = screen->path.part;
    int64_t at = 0;
    bool is_number = str_to_i64(screen_path_value(&screen->path, STR("at")), &at) && at >= 0;
    if (!beside_load(&beside, env, arena, folder, id, to, found, err)) {
        return false;
    }
    *found = *found && is_number && (uint64_t)at < beside.count && is_in_both(&beside, (size_t)at);
    if (!*found) {
        return true;
    }
    subject->details = (struct str){0};
    const struct beside_row *row = &beside.rows[at];
    subject->words[env->locale] = row->own.text;
    subject->words[to] = row->other.text;
    subject->step = row->step;
    subject->place = (size_t)at;
    subject->count = beside.count;
    bool is_list = str_eq(folder, STR("checklists"));
    subject->list = is_list ? word_text(env, MSG_CHECKLIST) : beside.rows[0].own.text;
    subject->here = row_address(screen, (size_t)at);
    for (size_t i = (size_t)at; i-- > 0 && subject->previous.n == 0;) {
        subject->previous = is_in_both(&beside, i) ? row_address(screen, i) : subject->previous;
    }
    for (size_t i = (size_t)at + 1; i < beside.count && subject->next.n == 0; i++) {
        subject->next = is_in_both(&beside, i) ? row_address(screen, i) : subject->next;
    }
    if (!is_list) {
        subject->details =
            arena_printf(arena, "%.*s/%.*s?with=%s", STR_ARG(folder), STR_ARG(id), locale_tag(to));
    }
    return true;
}

/* A city's name stands for it; `?at=` is a paragraph of what is said of it. */
static bool
load_city_row(struct subject *subject, struct screen *screen, const struct screen_env *env,
    enum locale_id to, bool *found, struct err *err) {
    bool is_row = screen_path_value(&screen->path, STR("at")).n > 0;
    return is_row ? load_row(subject, screen, env, to, found, err)
                  : load_city(subject, screen, env, to, found, err);
}

static const struct folder {
    const char *name;
    bool (*load)(struct subject *subject, struct screen *screen, const struct screen_env *env,
        enum locale_id to, bool *found, struct err *err);
} folders[] = {{"phrases", load_phrase}, {"glossary", load_term}, {"cities", load_city_row},
    {"guides", load_row}, {"cases", load_row}, {"reports", load_row}, {"talks", load_row},
    {"checklists", load_row}};

static const struct folder *
folder_of(struct str name) {
    for (size_t i = 0; i < ARRAY_LEN(folders); i++) {
        if (str_eq(name, str_from(folders[i].name))) {
            return &folders[i];
        }
    }
    return NULL;
}

bool
subject_load(struct subject *subject, struct screen *screen, const struct screen_env *env,
    enum locale_id to, bool *found, struct err *err) {
    const struct folder *folder = folder_of(screen->path.id);
    *subject = (struct subject){0};
    *found = folder && screen->path.part.n > 0;
    if (!*found) {
        return true;
    }
    subject->here = subject->details = arena_printf(
        &screen->arena, "%.*s/%.*s", STR_ARG(screen->path.id), STR_ARG(screen->path.part));
    if (!folder->load(subject, screen, env, to, found, err)) {
        return false;
    }
    *found = *found && subject->words[env->locale].n > 0;
    return true;
}

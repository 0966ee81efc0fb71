#include "session_own.h"

#include <stdio.h>

#define LANGUAGE STR("language")

/* Looks are kept as the words that set them (ui/looks.h). */
static void
load_looks(struct session *session) {
    for (size_t i = 0; i < own_count(session->own, OWN_SETTING); i++) {
        const struct own_entry *entry = own_at(session->own, OWN_SETTING, i);
        struct arena arena;
        arena_init(&arena);
        struct str word =
            arena_printf(&arena, "%.*s %.*s", STR_ARG(entry->key), STR_ARG(entry->text));
        looks_apply(&session->looks, &session->first_looks, word);
        arena_finish(&arena);
    }
}

static void
put_switch(struct own *own, struct str name, bool is_on) {
    own_put(own, OWN_SETTING, name, is_on ? STR("on") : STR("off"));
}

static void
keep_looks(struct session *session) {
    const struct looks *looks = &session->looks;
    char scale[16];
    snprintf(scale, sizeof(scale), "%d.%02d", (int)looks->text_scale,
        (int)(looks->text_scale * 100 + 0.5f) % 100);
    own_put(session->own, OWN_SETTING, STR("look text"), str_from(scale));
    own_put(session->own, OWN_SETTING, STR("look theme"), str_from(looks->theme->name));
    put_switch(session->own, STR("look calm"), looks->is_calm);
    put_switch(session->own, STR("look low"), looks->low_position);
    put_switch(session->own, STR("look still"), looks->reduced_motion);
    put_switch(session->own, STR("look pages"), looks->page_buttons);
}

void
session_own_open(struct session *session, const struct options *options) {
    if (!options->own || options->profile.posture != POSTURE_HANDHELD) {
        return;
    }
    session->own = own_open(options->own);
    const struct own_entry *language = own_by_key(session->own, OWN_SETTING, LANGUAGE);
    if (language && !options->has_locale) {
        locale_from_tag(language->text, &session->first_locale);
    }
    if (!options->has_looks) {
        load_looks(session);
    }
    for (size_t i = 0; i < own_count(session->own, OWN_TICK); i++) {
        ticks_turn(&session->ticks, own_at(session->own, OWN_TICK, i)->key);
    }
}

/* Without what was searched for: that is in nobody's file. */
static struct str
place_of(const struct session *session) {
    struct str path = nav_path(&session->nav);
    return str_starts(path, STR("search?")) ? STR("search") : path;
}

/* One visit a partner and way: another day for it takes the place of the one before. */
static void
follow_visit(struct session *session) {
    const struct screen_path *path = &session->screen.path;
    struct str partner = screen_path_value(path, STR("partner"));
    struct str way = screen_path_value(path, STR("way"));
    bool is_plan = str_eq(str_from(session->screen.ops->name), STR("plan")) &&
                   session->failure.code == ERR_NONE && partner.n > 0;
    if (is_plan && screen_path_value(path, STR("date")).n > 0 &&
        screen_path_value(path, STR("choose")).n == 0) {
        char key[256];
        snprintf(
            key, sizeof(key), "%.*s%s%.*s", STR_ARG(partner), way.n > 0 ? " " : "", STR_ARG(way));
        own_put(session->own, OWN_VISIT, str_from(key), path->whole);
    }
}

static void
follow(struct session *session) {
    follow_visit(session);
    own_put(session->own, OWN_SETTING, SESSION_OWN_PLACE, place_of(session));
    own_put(session->own, OWN_SETTING, LANGUAGE, str_from(locale_tag(session->nav.locale)));
    keep_looks(session);
}

void
session_own_tick(struct session *session, struct str name) {
    if (!session->own) {
        return;
    }
    const struct own_entry *entry = own_by_key(session->own, OWN_TICK, name);
    if (ticks_has(&session->ticks, name)) {
        own_put(session->own, OWN_TICK, name, (struct str){0});
    } else if (entry) {
        own_remove(session->own, OWN_TICK, entry->id);
    }
}

void
session_own_turn(struct session *session, uint64_t now_ms) {
    struct str words;
    if (!session->own) {
        return;
    }
    enum own_trouble before = own_trouble(session->own, &words);
    if (session->own_follows) {
        follow(session);
    }
    own_turn(session->own, now_ms);
    enum own_trouble after = own_trouble(session->own, &words);
    if (after == OWN_FINE) {
        session->own_told = OWN_FINE;
    }
    if (after != before) {
        ui_mark_dirty(session->ui);
    }
}

uint64_t
session_own_deadline(const struct session *session, uint64_t now_ms) {
    return session->own ? own_deadline(session->own, now_ms) : UI_NEVER;
}

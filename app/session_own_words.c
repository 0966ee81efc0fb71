/* What fingers do to what is kept, and the place where one was. */
#include "session_own.h"

void
session_own_resume(struct session *session) {
    const struct own_entry *place =
        session->own ? own_by_key(session->own, OWN_SETTING, SESSION_OWN_PLACE) : NULL;
    struct arena arena;
    struct err err;
    bool found = true;
    session->own_follows = session->own != NULL;
    if (!place) {
        return;
    }
    arena_init(&arena);
    if (!session_show(session, arena_str(&arena, place->text), &found, &err) || !found) {
        session_show(session, STR("home"), &found, &err);
    }
    arena_finish(&arena);
}

static void
turn_bookmark(struct session *session) {
    struct str path = nav_path(&session->nav);
    const struct own_entry *entry = own_by_key(session->own, OWN_BOOKMARK, path);
    if (entry) {
        own_remove(session->own, OWN_BOOKMARK, entry->id);
    } else if (session->failure.code == ERR_NONE) {
        own_put(session->own, OWN_BOOKMARK, path, session->screen.title);
    }
}

static void
remove_entry(struct session *session, struct str rest) {
    static const char *const kinds[OWN_KINDS] = {
        [OWN_BOOKMARK] = "page", [OWN_NOTE] = "note", [OWN_VISIT] = "visit"};
    struct str kind;
    int64_t id;
    str_split(&rest, ' ', &kind);
    for (int i = 0; i < OWN_KINDS; i++) {
        if (kinds[i] && str_eq(kind, str_from(kinds[i])) && str_to_i64(rest, &id)) {
            own_remove(session->own, (enum own_kind)i, id);
        }
    }
}

static void
erase(struct session *session) {
    own_erase(session->own);
    ticks_forget(&session->ticks);
    session_set_looks(session, &session->first_looks);
    nav_apply(&session->nav, STR("back"), 0);
    session_load_place(session);
}

bool
session_own_apply(struct session *session, struct str action) {
    struct str rest = action, verb;
    if (!session->own || !str_split(&rest, ' ', &verb)) {
        return false;
    }
    if (str_eq(action, STR("keep"))) {
        turn_bookmark(session);
        return true;
    }
    if (!str_eq(verb, STR("own")) || !str_split(&rest, ' ', &verb)) {
        return false;
    }
    if (str_eq(verb, STR("remove"))) {
        remove_entry(session, rest);
    } else if (str_eq(verb, STR("undo"))) {
        own_undo(session->own);
        session_load_typed(session, true); /* the page lists it again, and stays where it is */
    } else if (str_eq(verb, STR("erase"))) {
        erase(session);
    } else if (str_eq(verb, STR("told"))) {
        struct str words;
        session->own_told = own_trouble(session->own, &words);
    }
    return true;
}

#include "session_content.h"

#include "base/log.h"
#include "watch.h"

struct str
session_content_name(struct session *session, struct arena *arena) {
    struct store_info info;
    struct err err;
    if (!store_info(session->store, arena, &info, &err)) {
        return STR("content that does not say which it is");
    }
    struct str hash = str_slice(info.content_hash, 0, 12), home = str_slice(info.home, 0, 60);
    return arena_printf(arena, "%.*s, version %.*s, %lld cities, %lld events", STR_ARG(home),
        STR_ARG(hash), (long long)info.cities, (long long)info.events);
}

static void
log_content(struct session *session, const char *doing) {
    struct arena arena;
    arena_init(&arena);
    log_write(
        LOG_INFO, "content", "%s: %.*s", doing, STR_ARG(session_content_name(session, &arena)));
    arena_finish(&arena);
}

bool
session_content_build(struct options *options, struct watch **watch, struct err *err) {
    struct arena arena;
    struct paths paths;
    arena_init(&arena);
    bool ok = paths_find(&arena, &paths, err);
    *watch = ok ? watch_open(options->watch, paths.compiler, err) : NULL;
    arena_finish(&arena);
    if (!*watch) {
        return false;
    }
    if (watch_wait(*watch, options->locale) != WATCH_READY) {
        return err_set(err, ERR_FORMAT, "%.*s", STR_ARG(watch_message(*watch)));
    }
    options->content = watch_database(*watch);
    return true;
}

void
session_content_open(struct session *session, struct watch *watch, const char *path) {
    session->watch = watch;
    if (watch) {
        watch_taken(watch);
    } else {
        content_file_init(&session->content, path);
    }
    log_content(session, "opened");
}

static void
drop_candidate(struct session *session) {
    store_close(session->candidate);
    session->candidate = NULL;
}

void
session_content_close(struct session *session) {
    session->watch = NULL;
    drop_candidate(session);
    content_file_finish(&session->content);
}

static void
refuse(const struct err *err) {
    log_write(LOG_ERROR, "content", "refused, the old content stays: %s", err->message);
}

static void
say_swapped(struct session *session) {
    session_notice(session, (struct str){0});
    log_content(session, "swapped");
}

static bool
swap(struct session *session, const char *path) {
    struct err err;
    if (!session_swap_content(session, path, &err)) {
        refuse(&err);
        return false;
    }
    say_swapped(session);
    return true;
}

/* An author reads it on the glass; the public does not. */
static void
tell_author(struct session *session, struct str message) {
    if (session->metrics.posture == POSTURE_KIOSK) {
        log_write(LOG_ERROR, "content", "%.*s", STR_ARG(message));
    } else {
        session_notice(session, message);
    }
}

static void
follow_author(struct session *session, uint64_t now_ms) {
    switch (watch_poll(session->watch, session->nav.locale, now_ms)) {
    case WATCH_READY:
        swap(session, watch_database(session->watch));
        watch_taken(session->watch);
        return;
    case WATCH_MISTAKE:
    case WATCH_TROUBLE:
        tell_author(session, watch_message(session->watch));
        return;
    case WATCH_NOTHING:
        return;
    }
}

static bool
is_in_use(const struct session *session) {
    return session->metrics.posture == POSTURE_KIOSK && session->idle.state != IDLE_AT_REST;
}

/* The bytes under the open database are others now: nothing it says can be trusted. */
static void
swap_rewritten(struct session *session) {
    struct content_file next = session->content;
    log_write(LOG_WARN, "content",
        "the open database was overwritten; replace it by renaming a new file over it");
    content_file_opening(&next);
    if (swap(session, session->content.path)) {
        session->content = next;
    } else {
        content_file_refuse(&session->content);
    }
}

static void
open_candidate(struct session *session) {
    struct err err;
    drop_candidate(session);
    session->candidate_file = session->content;
    content_file_opening(&session->candidate_file);
    session->candidate = store_open(session->content.path, &err);
    if (!session->candidate) {
        refuse(&err);
        content_file_refuse(&session->content);
    }
}

/* What is open is whole, and answers until every page of the new one was looked at: nothing
 * hurries.
 */
static void
look_at_candidate(struct session *session) {
    struct err err;
    bool is_done;
    if (!store_check(session->candidate, STORE_CHECK_ROWS, &is_done, &err)) {
        refuse(&err);
        drop_candidate(session);
        content_file_refuse(&session->content);
    } else if (is_done) {
        session_take_content(session, session->candidate);
        session->candidate = NULL;
        session->content = session->candidate_file;
        say_swapped(session);
    }
}

static void
follow_file(struct session *session, uint64_t now_ms) {
    enum content_change change = content_file_look(&session->content, now_ms);
    if (change == CONTENT_REWRITTEN) {
        drop_candidate(session);
        swap_rewritten(session);
    } else if (is_in_use(session)) {
        return;
    } else if (change == CONTENT_REPLACED &&
               !(session->candidate &&
                   content_file_is_as(&session->candidate_file, &session->content))) {
        open_candidate(session);
    } else if (session->candidate) {
        look_at_candidate(session);
    }
}

void
session_content_turn(struct session *session, uint64_t now_ms) {
    if (session->watch) {
        follow_author(session, now_ms);
    } else {
        follow_file(session, now_ms);
    }
}

uint64_t
session_content_deadline(const struct session *session, uint64_t now_ms) {
    if (session->watch) {
        return now_ms + WATCH_POLL_MS;
    }
    if (session->candidate && !is_in_use(session)) {
        return now_ms + PREWARM_PAUSE_MS;
    }
    return session->content.path ? session->content.next_ms : UI_NEVER;
}

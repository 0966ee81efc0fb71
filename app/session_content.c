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

void
session_content_close(struct session *session) {
    session->watch = NULL;
    content_file_finish(&session->content);
}

static bool
swap(struct session *session, const char *path) {
    struct err err;
    if (!session_swap_content(session, path, &err)) {
        log_write(LOG_ERROR, "content", "refused, the old content stays: %s", err.message);
        return false;
    }
    session_notice(session, (struct str){0});
    log_content(session, "swapped");
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

static void
follow_file(struct session *session, uint64_t now_ms) {
    enum content_change change = content_file_look(&session->content, now_ms);
    if (change == CONTENT_SAME || (change == CONTENT_REPLACED && is_in_use(session))) {
        return;
    }
    if (change == CONTENT_REWRITTEN) {
        log_write(LOG_WARN, "content",
            "the open database was overwritten; replace it by renaming a new file over it");
    }
    struct content_file next = session->content;
    content_file_opening(&next);
    if (swap(session, session->content.path)) {
        session->content = next;
    } else {
        content_file_refuse(&session->content);
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
    return session->content.path ? session->content.next_ms : UI_NEVER;
}

/* session.h - the whole program but the window: services, where the visitor is, one frame at a
 * time. The window's loop, snapshots, the semantics tree, replays and benchmarks all drive this one
 * object, so what is tested is what runs.
 *
 *     session_open -> { ui_feed / session_apply -> session_frame -> draw } ... -> session_close */
#ifndef SESSION_H
#define SESSION_H

#include "kiosk/idle.h"
#include "options.h"
#include "paths.h"
#include "screens/nav.h"
#include "screens/screen.h"
#include "ui/ui.h"

struct session {
    struct arena arena; /* lives as long as the session */
    struct paths paths;
    struct i18n *i18n;
    struct text_engine *engine;
    struct store *store;
    struct ui *ui;
    const struct theme *theme;
    struct profile profile;
    struct metrics metrics;
    struct ink_ratios ink;
    float text_scale;
    bool low_position, reduced_motion;
    struct nav nav;
    struct screen screen;
    bool has_screen, field_is_stale;
    struct err failure;    /* why the shown screen says that it cannot be shown; ERR_NONE: it can */
    struct draw_list list; /* of the last frame */
    struct str_buf notice; /* shown over every screen until it is dismissed; empty: none */
    struct keyboard keyboard;
    struct idle idle;
    const struct idle_config *idle_config;
    enum locale_id first_locale; /* what a fresh visitor finds */
    const char *first_path;
};

/* What failed decides what can still be drawn: without fonts or ICU only SDL2_ttf can speak. */
enum session_failure {
    SESSION_OK,
    SESSION_NO_FILES,
    SESSION_NO_MESSAGES,
    SESSION_NO_TEXT,
    SESSION_NO_CONTENT,
};

/* Opens everything and shows `first_path`. On failure everything is closed again. */
enum session_failure session_open(struct session *session, const struct options *options,
    const char *first_path, struct err *err);
void session_close(struct session *session); /* also of a zeroed or failed one */

/* Shows a path as if it were the first one. A path that leads nowhere shows the "not found" screen
 * and sets `*found` false. When it does not parse or the database fails, a screen that says so is
 * shown and the answer is false. */
bool session_show(struct session *session, struct str path, bool *found, struct err *err);
/* Another size of window, or another profile. */
void session_resize(struct session *session, const struct profile *profile);
/* Another database, as when sources changed: the place stays. The old one is closed only when the
 * new one could be opened. */
bool session_swap_content(struct session *session, const char *path, struct err *err);

/* A message over every screen, for the author whose sources have mistakes; empty takes it away. */
void session_notice(struct session *session, struct str text);

/* What a person did. The kiosk's idle clock hears of it as far as it is a sign of life. */
void session_feed(struct session *session, const struct ui_event *event);
/* When the next frame is due without any event; UI_NEVER: sleep. */
uint64_t session_deadline(const struct session *session, uint64_t now_ms);
/* True when a frame must be declared now. Starts over when the kiosk's visitor is gone. */
bool session_tick(struct session *session, uint64_t now_ms, bool *due, struct err *err);
/* As if nobody had been here: first screen, first language, nothing typed, nothing scrolled. */
bool session_start_over(struct session *session, struct err *err);

/* Declares and lays out one frame and fills session->list. */
void session_frame(struct session *session, uint64_t now_ms);
/* Carries out what the visitor did since the last frame. `*changed`: another screen is shown. */
bool session_apply(struct session *session, bool *changed, struct err *err);

struct screen_env session_env(const struct session *session);
/* Where the page stands, in dp. */
float session_scroll(const struct session *session);
void session_scroll_to(struct session *session, float dp);

#endif

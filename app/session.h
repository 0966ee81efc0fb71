/* session.h - the whole program but the window: services, where the visitor is, one turn of the
 * loop at a time. The window, snapshots, the semantics tree, replays and tests all drive this one
 * object in this one way, so what is tested is what runs.
 *
 *     session_open -> { session_feed ... -> session_step -> draw -> sleep } ... -> session_close
 *
 * Time comes in as an argument; nothing in here asks for it. A page that cannot be loaded is no
 * end: a screen says so, the log names it, and the way home stays open. */
#ifndef SESSION_H
#define SESSION_H

#include "base/clock.h"
#include "content_file.h"
#include "event_queue.h"
#include "kiosk/idle.h"
#include "cli/options.h"
#include "cli/paths.h"
#include "personal/own.h"
#include "prewarm.h"
#include "screens/nav.h"
#include "screens/screen.h"
#include "ui/looks.h"
#include "screens/ticks.h"
#include "ui/ui.h"

struct watch;

struct session {
    struct arena arena; /* lives as long as the session */
    struct paths paths;
    struct i18n *i18n;
    struct text_engine *engine;
    struct store *store;
    struct ui *ui;
    struct looks looks, first_looks; /* as the visitor set them; as a fresh one finds them */
    struct theme calm_theme;   /* the looks' theme with less chroma, while that is asked ... */
    const struct theme *theme; /* ... and what is drawn with: that, or the table's */
    bool shows_display;        /* the sheet where looks are set stands over the page */
    struct profile wanted;     /* as it was asked for; what is shown derives from it ... */
    struct ui_display display; /* ... and from the display as it is now */
    struct metrics metrics;
    struct ink_ratios ink;
    struct nav nav;
    struct screen screen;
    bool has_screen, field_is_stale;
    struct err failure;    /* why the shown screen says that it cannot be shown; ERR_NONE: it can */
    struct draw_list list; /* of the last frame; borrowed until the next turn */
    struct str_buf notice; /* shown over every screen until it is dismissed; empty: none */
    struct keyboard keyboard;
    struct edtf_point today;
    struct recent recent;
    struct ticks ticks;
    struct hand_source hands;
    struct own *own;           /* of a handheld's owner; NULL: nothing is kept */
    bool own_follows;          /* where one is, and what is set, is kept */
    enum own_trouble own_told; /* the trouble that was said, and read */
    struct str browser_address;
    uint64_t settle_at_ms; /* a search that found nothing says so then; UI_NEVER: there is none */
    struct idle idle;
    const struct idle_config *idle_config;
    enum locale_id first_locale; /* what a fresh visitor finds */
    const char *first_path;
    struct watch *watch;         /* NULL: nobody edits; borrowed from the host */
    struct content_file content; /* of the open database, while somebody looks */
    struct store *candidate;     /* to take its place, when it was looked at whole; or NULL ... */
    struct content_file candidate_file; /* ... with how its file was then */
    struct prewarm prewarm;
    struct event_queue queue;
    uint64_t now_ms;     /* of the last turn; never goes back */
    uint64_t shown_hash; /* of the list that was handed out last */
    bool has_shown;      /* the glass holds that list */
    bool is_hidden, has_ended;
};

/* What failed decides what can still be drawn: without fonts or ICU only SDL2_ttf can speak. */
enum session_failure {
    SESSION_OK,
    SESSION_NO_FILES,
    SESSION_NO_MESSAGES,
    SESSION_NO_TEXT,
    SESSION_NO_CONTENT,
};

/* Opens everything and shows `first_path`. On failure everything is closed again. That this screen
 * cannot be shown is no failure; `session->failure` says it. */
enum session_failure session_open(struct session *session, const struct options *options,
    const char *first_path, struct err *err);
void session_close(struct session *session); /* also of a zeroed or failed one */

/* What a person or the window did since the last turn; copied. */
void session_feed(struct session *session, const struct ui_event *event);

struct session_turn {
    bool draw;               /* session->list is another picture than the glass holds */
    uint64_t sleep_until_ms; /* if nothing is fed before; UI_NEVER: until something is */
    bool wants_text;         /* a text field has the focus ... */
    struct rect field_px;    /* ... there */
    bool has_ended;          /* by a signal, or because a window of one's own was closed */
};

/* One turn of the loop: what was fed acts in order, then what time brought, then the frame is
 * declared if it is due. Whoever draws and cannot show the picture feeds UI_DEVICE_RESET. */
struct session_turn session_step(struct session *session, uint64_t now_ms);

/* Shows a path as if it were the first one. A path that leads nowhere shows the "not found" screen
 * and sets `*found` false. When it does not parse or the database fails, a screen that says so is
 * shown and the answer is false; to say why, or log it, is the caller's. */
bool session_show(struct session *session, struct str path, bool *found, struct err *err);
/* The place where `nav` is, after it moved or the content changed. A page that fails is replaced by
 * the screen that says so (`failure`). False when the path leads nowhere. */
bool session_load_place(struct session *session);
/* The same after a key was typed: what one reads stays where it is. `is_settled`: what was typed is
 * final, and where it finds nothing, nothing is shown; else what was found before stays a while. */
void session_load_typed(struct session *session, bool is_settled);
/* Why the first screen cannot be shown, into the log, when it cannot. */
void session_log_failure(const struct session *session);
/* Another profile, or the same on another display. */
void session_resize(struct session *session, const struct profile *wanted);
void session_set_display(struct session *session, const struct ui_display *display);
/* Another database, as when sources changed: the place stays. The old one is closed only when the
 * new one could be opened. */
bool session_swap_content(struct session *session, const char *path, struct err *err);
void session_take_content(struct session *session, struct store *next); /* an open one; owned */
/* A message over every screen, for the author whose sources have mistakes; empty takes it away. */
void session_notice(struct session *session, struct str text);
/* What day it is, for the next page that asks. */
void session_set_today(struct session *session, struct clock_day day);
/* What somebody sets to see and reach: shown with the next turn. Whoever keeps a person's looks
 * sets them here, and reads `looks`. */
void session_set_looks(struct session *session, const struct looks *looks);
/* As if nobody had been here: first screen, first language, nothing typed, nothing scrolled. */
void session_start_over(struct session *session);

/* Declares and lays out one frame and fills session->list, due or not: for what measures frames. */
void session_frame(struct session *session, uint64_t now_ms);

struct screen_env session_env(const struct session *session);
/* Screens of one address share what the interface keeps (scroll, fields), whatever is asked of
 * them after the `?`: typing into the search field must not lose the field. */
struct str session_address(const struct session *session);
/* Where the page stands, in dp. */
float session_scroll(const struct session *session);
void session_scroll_to(struct session *session, float dp);

#endif

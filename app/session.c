#include "session.h"

#include "base/log.h"
#include "base/xalloc.h"
#include "cli/first_locale.h"
#include "screens/page.h"
#include "session_hand.h"
#include "session_own.h"
#include "teach.h"

#include <string.h>

#define PAGE STR("page")
#define SETTLE_MS 900 /* so long one may think about the rest of a word */

struct screen_env
session_env(const struct session *session) {
    return (struct screen_env){
        .store = session->store,
        .i18n = session->i18n,
        .locale = session->nav.locale,
        .posture = session->metrics.posture,
        .keyboard = &session->keyboard,
        .today = session->today,
        .recent = &session->recent,
        .looks = &session->looks,
        .shows_display = session->shows_display,
        .ticks = &session->ticks,
        .hands = &session->hands,
        .own = session->own,
        .address = nav_path(&session->nav),
        .browser_address = session->browser_address,
    };
}

struct str
session_address(const struct session *session) {
    struct str rest = session->screen.path.whole, address = {0};
    str_split(&rest, '?', &address);
    return address;
}

/* One bad page ends nothing: the screen says so, the log names it. What a visitor asked stays out
 * of the log: what follows the `?`, and a message that might quote it. */
static void
log_failure(const struct session *session) {
    struct str rest = nav_path(&session->nav), address = {0};
    str_split(&rest, '?', &address);
    address = str_slice(address, 0, address.n < 200 ? address.n : 200);
    const char *why = session->failure.message;
    if (session->failure.code == ERR_USAGE) {
        why = "no screen has such a path";
    } else if (str_eq(address, STR("search")) && rest.n) {
        why = "the search failed; naru find says more";
    }
    log_write(LOG_ERROR, "screen", "%.*s cannot be shown: %s", STR_ARG(address), why);
}

void
session_log_failure(const struct session *session) {
    if (session->failure.code != ERR_NONE) {
        log_failure(session);
    }
}

/* `held` may lie in the screen that is left. */
static bool
replace_screen(struct session *session, struct str held) {
    struct screen next;
    struct screen_env env = session_env(session);
    bool found;
    env.held = held;
    screen_open_always(&next, &env, nav_path(&session->nav), &found, &session->failure);
    if (session->has_screen) {
        screen_close(&session->screen);
    }
    session->screen = next;
    session->has_screen = true;
    if (session->keyboard.layout_for != session->nav.locale) {
        keyboard_start(&session->keyboard, session->nav.locale);
    }
    session->settle_at_ms = session->screen.is_held ? session->now_ms + SETTLE_MS : UI_NEVER;
    ui_mark_dirty(session->ui);
    return found;
}

static bool
load_place(struct session *session) {
    bool found = replace_screen(session, (struct str){0});
    ui_scroll_set(session->ui, session_address(session), PAGE, nav_scroll(&session->nav));
    return found;
}

void
session_load_typed(struct session *session, bool is_settled) {
    replace_screen(session, is_settled ? (struct str){0} : session->screen.found_for);
    session_log_failure(session);
    ui_keep_place(session->ui);
}

bool
session_load_place(struct session *session) {
    bool found = load_place(session);
    session_log_failure(session);
    return found;
}

/* The field shows what was asked, also when an example or a script asked it. Fields belong to the
 * screen being declared, so this waits for its first frame. */
static void
fill_search_field(struct session *session) {
    if (!session->field_is_stale) {
        return;
    }
    session->field_is_stale = false;
    if (str_eq(session->screen.path.name, STR("search"))) {
        struct str query = screen_path_value(&session->screen.path, STR("q"));
        if (!str_eq(query, ui_field_text(session->ui, STR("q")))) {
            ui_field_set(session->ui, STR("q"), query);
        }
    }
}

static void
follow_theme(struct session *session) {
    session->theme = session->looks.theme;
    if (session->looks.is_calm) {
        session->calm_theme = theme_calm(session->looks.theme);
        session->theme = &session->calm_theme;
    }
}

static enum session_failure
open_services(struct session *session, const struct options *options, struct err *err) {
    if (!paths_find(&session->arena, &session->paths, err)) {
        return SESSION_NO_FILES;
    }
    session->i18n = i18n_open(session->paths.bundles, err);
    if (!session->i18n) {
        return SESSION_NO_MESSAGES;
    }
    session->engine = text_engine_open(session->paths.fonts, err);
    if (!session->engine || !text_engine_self_test(session->engine, err)) {
        return SESSION_NO_TEXT;
    }
    session->ui = ui_create(session->engine);
    session->ink = ink_ratios_measure(session->engine);
    session->store = store_open(options->content ? options->content : session->paths.database, err);
    return session->store ? SESSION_OK : SESSION_NO_CONTENT;
}

/* A shared panel has no other keyboard; a handheld brings its own. */
static struct keyboard
fresh_keyboard(const struct session *session) {
    struct keyboard keyboard = {.is_open = session->wanted.posture == POSTURE_KIOSK};
    keyboard_start(&keyboard, session->first_locale);
    return keyboard;
}

enum session_failure
session_open(struct session *session, const struct options *options, const char *first_path,
    struct err *err) {
    *session = (struct session){
        .wanted = options->profile,
        .looks = options->looks,
        .theme = options->looks.theme,
        .first_looks = options->looks,
        .idle_config = options->profile.posture == POSTURE_KIOSK ? &idle_kiosk : &idle_off,
        .first_path = first_path,
    };
    arena_init(&session->arena);
    session->hands = (struct hand_source){session, session_hand};
    session->browser_address = arena_str(&session->arena, str_from(options->browser_address));
    draw_list_init(&session->list);
    session_set_today(session, options->today);
    enum session_failure failure = open_services(session, options, err);
    if (failure == SESSION_OK) {
        bool found;
        session->first_locale = first_locale(options, session->store, &session->arena);
        session_own_open(session, options);
        session->keyboard = fresh_keyboard(session);
        session_resize(session, &options->profile);
        follow_theme(session);
        nav_init(&session->nav, session->first_locale, str_from(first_path));
        teach_engine(session->engine, session->store);
        session_show(session, str_from(first_path), &found, err);
    }
    if (failure != SESSION_OK) {
        session_close(session);
    }
    return failure;
}

void
session_close(struct session *session) {
    if (session->has_screen) {
        screen_close(&session->screen);
        session->has_screen = false;
    }
    prewarm_finish(&session->prewarm);
    event_queue_finish(&session->queue);
    draw_list_finish(&session->list);
    str_buf_finish(&session->notice);
    own_close(session->own);
    store_close(session->store);
    ui_destroy(session->ui);
    text_engine_close(session->engine);
    i18n_close(session->i18n);
    arena_finish(&session->arena);
    session->own = NULL;
    session->store = NULL;
    session->ui = NULL;
    session->engine = NULL;
    session->i18n = NULL;
}

bool
session_show(struct session *session, struct str path, bool *found, struct err *err) {
    nav_init(&session->nav, session->nav.locale, path);
    *found = load_place(session);
    session->field_is_stale = true;
    if (session->failure.code != ERR_NONE) {
        *err = session->failure;
        return false;
    }
    return true;
}

static void
follow_display(struct session *session) {
    struct profile shown = profile_on_display(&session->wanted, &session->display);
    metrics_resolve(&session->metrics, &shown, &session->ink, session->looks.text_scale);
    prewarm_restart(&session->prewarm);
    ui_mark_dirty(session->ui);
}

void
session_resize(struct session *session, const struct profile *wanted) {
    session->wanted = *wanted;
    follow_display(session);
}

void
session_set_display(struct session *session, const struct ui_display *display) {
    session->display = *display;
    follow_display(session);
}

void
session_set_looks(struct session *session, const struct looks *looks) {
    session->looks = *looks;
    follow_theme(session);
    follow_display(session);
}

void
session_take_content(struct session *session, struct store *next) {
    store_close(session->store);
    session->store = next;
    teach_engine(session->engine, session->store);
    prewarm_forget(&session->prewarm);
    session_load_place(session);
}

bool
session_swap_content(struct session *session, const char *path, struct err *err) {
    struct store *next = store_open(path, err);
    if (next) {
        session_take_content(session, next);
    }
    return next != NULL;
}

void
session_notice(struct session *session, struct str text) {
    str_buf_clear(&session->notice);
    str_buf_add(&session->notice, text);
    ui_mark_dirty(session->ui);
}

void
session_set_today(struct session *session, struct clock_day day) {
    session->today = (struct edtf_point){
        day.year > 0 ? EDTF_DAY : EDTF_NONE, (int16_t)day.year, (int8_t)day.month, (int8_t)day.day};
}

void
session_start_over(struct session *session) {
    ui_forget(session->ui);
    draw_list_finish(&session->list);
    draw_list_init(&session->list);
    text_engine_forget(session->engine);
    explicit_bzero(&session->failure, sizeof(session->failure));
    session->keyboard = fresh_keyboard(session);
    recent_forget(&session->recent);
    session->shows_display = false;
    session_set_looks(session, &session->first_looks);
    ticks_forget(&session->ticks);
    nav_init(&session->nav, session->first_locale, str_from(session->first_path));
    session_load_place(session);
    session->field_is_stale = true;
    wipe_stack();
}

static void
declare(struct session *session, uint64_t now_ms) {
    struct screen_env env = session_env(session);
    ui_begin(session->ui, &(struct ui_frame){.screen = session_address(session),
                              .locale = session->nav.locale,
                              .metrics = &session->metrics,
                              .theme = session->theme,
                              .low_position = session->looks.low_position,
                              .reduced_motion = session->looks.reduced_motion,
                              .page_buttons = session->looks.page_buttons,
                              .now_ms = now_ms});
    fill_search_field(session);
    session->screen.ops->view(&session->screen, &env, session->ui);
    if (session->notice.n) {
        page_notice(session->ui, &env, str_buf_str(&session->notice));
    }
    if (session->own) {
        page_own_trouble(session->ui, &env, session->own_told);
    }
    if (session->idle.state == IDLE_WARNING) {
        page_idle_warning(
            session->ui, &env, idle_seconds_left(&session->idle, session->idle_config, now_ms));
    }
    ui_end(session->ui);
}

/* A long list learns while it is laid out what of it can be seen: after a jump it takes a second
 * declaration, seldom a third. */
void
session_frame(struct session *session, uint64_t now_ms) {
    text_engine_end_frame(session->engine); /* the frame before has been drawn */
    declare(session, now_ms);
    for (int again = 0; again < 4 && ui_is_incomplete(session->ui); again++) {
        declare(session, now_ms);
    }
    draw_list_clear(&session->list,
        (struct size){(float)session->metrics.width_px, (float)session->metrics.height_px});
    ui_draw(session->ui, &session->list);
}

float
session_scroll(const struct session *session) {
    return ui_scroll_offset(session->ui, session_address(session), PAGE);
}

void
session_scroll_to(struct session *session, float dp) {
    ui_scroll_set(session->ui, session_address(session), PAGE, dp);
}

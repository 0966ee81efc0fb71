#include "session.h"

#include <string.h>

#include "base/check.h"
#include "base/log.h"
#include "base/vec.h"
#include "screens/page.h"

#define PAGE STR("page")

struct screen_env
session_env(const struct session *session) {
    return (struct screen_env){
        .store = session->store,
        .i18n = session->i18n,
        .locale = session->nav.locale,
        .posture = session->metrics.posture,
        .keyboard = &session->keyboard,
    };
}

/* Screens of one address share what the interface keeps (scroll, fields), whatever is asked of
 * them after the `?`: typing into the search field must not lose the field. */
static struct str
ui_screen_name(const struct session *session) {
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

static void
load_screen(struct session *session, bool *found) {
    struct screen next;
    struct screen_env env = session_env(session);
    screen_open_always(&next, &env, nav_path(&session->nav), found, &session->failure);
    if (session->failure.code != ERR_NONE) {
        log_failure(session);
    }
    if (session->has_screen) {
        screen_close(&session->screen);
    }
    session->screen = next;
    session->has_screen = true;
    if (session->keyboard.layout_for != session->nav.locale) {
        session->keyboard.layout = session->nav.locale;
        session->keyboard.layout_for = session->nav.locale;
    }
    ui_scroll_set(session->ui, ui_screen_name(session), PAGE, nav_scroll(&session->nav));
    ui_mark_dirty(session->ui);
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

/* Names on their way to the engine, which takes them at once. */
struct name_list {
    struct arena *arena;
    struct str *names;
    size_t count, cap;
};

static void
add_name(struct name_list *list, struct str name) {
    VEC_ROOM_IN(list->arena, list->names, list->count, list->cap, 1);
    list->names[list->count++] = name;
}

static bool
collect_cities(
    struct session *session, enum locale_id locale, struct name_list *list, struct err *err) {
    static const struct str roles[] = {STR_INIT(""), STR_INIT("mentioned")};
    for (size_t r = 0; r < ARRAY_LEN(roles); r++) {
        struct store_city *cities;
        size_t count;
        if (!store_cities(session->store, list->arena, locale, roles[r], &cities, &count, err)) {
            return false;
        }
        for (size_t i = 0; i < count; i++) {
            add_name(list, cities[i].name);
        }
    }
    return true;
}

static bool
collect_people_and_schools(
    struct session *session, enum locale_id locale, struct name_list *list, struct err *err) {
    struct store_person *people;
    struct store_school_link *links;
    size_t count;
    if (!store_people(session->store, list->arena, locale, &people, &count, err)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        add_name(list, people[i].name);
    }
    if (!store_school_links(session->store, list->arena, locale, &links, &count, err)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        add_name(list, links[i].school_name);
        add_name(list, links[i].partner_name);
    }
    return true;
}

/* Names of cities, people and schools: no line splits them while it has another place. A name may
 * stand in text of any language, so each learns those of all. */
static bool
teach_names(struct session *session, struct arena *arena, struct err *err) {
    struct name_list list = {.arena = arena};
    for (int locale = 0; locale < LOCALE_COUNT; locale++) {
        if (!collect_cities(session, (enum locale_id)locale, &list, err) ||
            !collect_people_and_schools(session, (enum locale_id)locale, &list, err)) {
            return false;
        }
    }
    text_engine_forget_words(session->engine); /* of the content before */
    for (int locale = 0; locale < LOCALE_COUNT; locale++) {
        text_engine_add_names(session->engine, (enum locale_id)locale, list.names, list.count);
    }
    return true;
}

/* The terms of the glossary: a Japanese heading keeps such compounds whole. The other languages
 * write them in several words, and a line may end between these. */
static bool
teach_terms(struct session *session, struct arena *arena, struct err *err) {
    struct name_list list = {.arena = arena};
    struct store_term *terms;
    size_t count;
    if (!store_terms(session->store, arena, LOCALE_JA, &terms, &count, err)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        add_name(&list, terms[i].term);
    }
    text_engine_add_terms(session->engine, LOCALE_JA, list.names, list.count);
    return true;
}

/* Without them lines break less well; that is no reason to show nothing. */
static void
teach_engine(struct session *session) {
    struct arena arena;
    struct err err;
    arena_init(&arena);
    if (!teach_names(session, &arena, &err) || !teach_terms(session, &arena, &err)) {
        log_write(LOG_WARN, "content", "names and terms cannot be read: %s", err.message);
    }
    arena_finish(&arena);
}

/* A shared panel has no other keyboard; a handheld brings its own. */
static struct keyboard
fresh_keyboard(const struct session *session) {
    return (struct keyboard){
        .is_open = session->profile.posture == POSTURE_KIOSK,
        .layout = session->first_locale,
        .layout_for = session->first_locale,
    };
}

enum session_failure
session_open(struct session *session, const struct options *options, const char *first_path,
    struct err *err) {
    *session = (struct session){
        .theme = theme_lookup(options->theme),
        .profile = options->profile,
        .text_scale = options->text_scale,
        .low_position = options->low_position,
        .idle_config = options->profile.posture == POSTURE_KIOSK ? &idle_kiosk : &idle_off,
        .first_locale = options->locale,
        .first_path = first_path,
    };
    session->keyboard = fresh_keyboard(session);
    arena_init(&session->arena);
    draw_list_init(&session->list);
    enum session_failure failure = open_services(session, options, err);
    if (failure == SESSION_OK) {
        bool found;
        session_resize(session, &options->profile);
        nav_init(&session->nav, options->locale, str_from(first_path));
        teach_engine(session);
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
    draw_list_finish(&session->list);
    str_buf_finish(&session->notice);
    store_close(session->store);
    ui_destroy(session->ui);
    text_engine_close(session->engine);
    i18n_close(session->i18n);
    arena_finish(&session->arena);
    session->store = NULL;
    session->ui = NULL;
    session->engine = NULL;
    session->i18n = NULL;
}

bool
session_show(struct session *session, struct str path, bool *found, struct err *err) {
    nav_init(&session->nav, session->nav.locale, path);
    load_screen(session, found);
    session->field_is_stale = true;
    if (session->failure.code != ERR_NONE) {
        *err = session->failure;
        return false;
    }
    return true;
}

void
session_resize(struct session *session, const struct profile *profile) {
    session->profile = *profile;
    metrics_resolve(&session->metrics, profile, &session->ink, session->text_scale);
    ui_mark_dirty(session->ui);
}

bool
session_swap_content(struct session *session, const char *path, struct err *err) {
    struct store *next = store_open(path, err);
    bool found;
    if (!next) {
        return false;
    }
    store_close(session->store);
    session->store = next;
    teach_engine(session);
    load_screen(session, &found);
    return true;
}

void
session_notice(struct session *session, struct str text) {
    str_buf_clear(&session->notice);
    str_buf_add(&session->notice, text);
    ui_mark_dirty(session->ui);
}

/* A press on the warning is answered when it ends: its buttons must stay under the finger. */
void
session_feed(struct session *session, const struct ui_event *event) {
    bool is_warned = session->idle.state == IDLE_WARNING;
    ui_feed(session->ui, event);
    enum ui_life life = ui_life(session->ui);
    if (life == UI_LIFE_NONE || (is_warned && event->type == UI_POINTER_DOWN)) {
        return;
    }
    if (life == UI_LIFE_ACT) {
        idle_act(&session->idle, event->time_ms);
    } else {
        idle_touch(&session->idle, event->time_ms);
    }
    if (is_warned) {
        ui_mark_dirty(session->ui); /* the warning goes away */
    }
}

bool
session_start_over(struct session *session, struct err *err) {
    bool found;
    ui_forget(session->ui);
    session->keyboard = fresh_keyboard(session);
    session->nav.locale = session->first_locale;
    session_show(session, str_from(session->first_path), &found, err);
    return true;
}

bool
session_tick(struct session *session, uint64_t now_ms, bool *due, struct err *err) {
    enum idle_state before = session->idle.state;
    enum idle_state now = idle_update(&session->idle, session->idle_config, now_ms);
    *due = ui_is_dirty(session->ui) || ui_frame_deadline(session->ui) <= now_ms ||
           now == IDLE_WARNING || now != before;
    return now != IDLE_RESET || session_start_over(session, err);
}

uint64_t
session_deadline(const struct session *session, uint64_t now_ms) {
    uint64_t frame = ui_frame_deadline(session->ui);
    uint64_t idle = idle_deadline(&session->idle, session->idle_config, now_ms);
    return frame < idle ? frame : idle;
}

static void
declare(struct session *session, uint64_t now_ms) {
    struct screen_env env = session_env(session);
    ui_begin(session->ui, &(struct ui_frame){.screen = ui_screen_name(session),
                              .locale = session->nav.locale,
                              .metrics = &session->metrics,
                              .theme = session->theme,
                              .low_position = session->low_position,
                              .reduced_motion = session->reduced_motion,
                              .now_ms = now_ms});
    fill_search_field(session);
    session->screen.ops->view(&session->screen, &env, session->ui);
    if (session->notice.n) {
        page_notice(session->ui, &env, str_buf_str(&session->notice));
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
    declare(session, now_ms);
    for (int again = 0; again < 4 && ui_is_incomplete(session->ui); again++) {
        declare(session, now_ms);
    }
    draw_list_clear(&session->list,
        (struct size){(float)session->metrics.width_px, (float)session->metrics.height_px});
    ui_draw(session->ui, &session->list);
}

/* Searching follows the typing: what stands in the field is what is asked. */
static void
follow_typing(struct session *session, bool *changed) {
    if (session->field_is_stale || session->failure.code != ERR_NONE ||
        !str_eq(session->screen.path.name, STR("search"))) {
        return;
    }
    struct str typed = str_trim(ui_field_text(session->ui, STR("q")));
    if (str_eq(typed, screen_path_value(&session->screen.path, STR("q")))) {
        return;
    }
    struct arena arena;
    bool found;
    arena_init(&arena);
    nav_apply(&session->nav, arena_printf(&arena, "find %.*s", STR_ARG(typed)), 0);
    arena_finish(&arena);
    *changed = true;
    load_screen(session, &found);
}

/* A key of the keyboard on the screen: it changes the field, and the search follows the field. */
static bool
type_on_screen(struct session *session, struct str action) {
    struct str_buf text = {0};
    str_buf_add(&text, ui_field_text(session->ui, STR("q")));
    bool is_key = keyboard_apply(&session->keyboard, action, &text);
    if (is_key) {
        ui_field_set(session->ui, STR("q"), str_buf_str(&text));
    }
    str_buf_finish(&text);
    return is_key;
}

bool
session_apply(struct session *session, bool *changed, struct err *err) {
    struct arena arena;
    struct str action;
    bool ok = true;
    *changed = false;
    arena_init(&arena);
    while (ok && ui_take_action(session->ui, &arena, &action)) {
        bool found;
        if (type_on_screen(session, action)) {
            ui_mark_dirty(session->ui);
        } else if (str_eq(action, STR("dismiss"))) {
            session_notice(session, (struct str){0});
        } else if (str_eq(action, STR("restart"))) {
            session->idle = (struct idle){0};
            ok = session_start_over(session, err);
            *changed = true;
        } else if (nav_apply(&session->nav, action, session_scroll(session)) == NAV_SCREEN) {
            load_screen(session, &found);
            *changed = true;
            session->field_is_stale = true;
        }
    }
    arena_finish(&arena);
    follow_typing(session, changed);
    return ok;
}

float
session_scroll(const struct session *session) {
    return ui_scroll_offset(session->ui, ui_screen_name(session), PAGE);
}

void
session_scroll_to(struct session *session, float dp) {
    ui_scroll_set(session->ui, ui_screen_name(session), PAGE, dp);
}

/* One turn of the loop. Events act in the order they came, each on the frame that its person saw;
 * then what time brought: sources, idle, movement; then the next frame. */
#include "session_content.h"
#include "session_own.h"

#include "base/log.h"

#define SEARCH STR("search")
#define FIELD STR("q")

void
session_feed(struct session *session, const struct ui_event *event) {
    event_queue_add(&session->queue, event);
}

static bool
is_on_search(const struct session *session) {
    return session->failure.code == ERR_NONE && str_eq(session->screen.path.name, SEARCH);
}

/* Searching follows the typing: what stands in the field, composed or not, is what is asked. */
static void
follow_typing(struct session *session) {
    if (session->field_is_stale || !is_on_search(session)) {
        return;
    }
    struct arena arena;
    arena_init(&arena);
    struct str typed = str_trim(ui_field_shown(session->ui, FIELD, &arena));
    if (!str_eq(typed, screen_path_value(&session->screen.path, FIELD))) {
        nav_apply(&session->nav, arena_printf(&arena, "find %.*s", STR_ARG(typed)), 0);
        session_load_typed(session, !ui_field_is_composing(session->ui, FIELD));
    }
    arena_finish(&arena);
}

/* What finds nothing, and is not typed on, found nothing. */
static void
settle_search(struct session *session, uint64_t now_ms) {
    bool is_done = session->settle_at_ms != UI_NEVER && is_on_search(session) &&
                   !ui_field_is_composing(session->ui, FIELD);
    if (is_done || now_ms >= session->settle_at_ms) {
        session_load_typed(session, true);
    }
}

/* Enter in the field opens the first of what its words find now, whatever the last frame showed. */
static struct str
meant_by(struct session *session, struct arena *arena, struct str action) {
    struct str rest = action, verb;
    if (!str_split(&rest, ' ', &verb) || !str_eq(verb, STR("enter"))) {
        return action;
    }
    struct str first = is_on_search(session) ? session->screen.first : (struct str){0};
    return first.n > 0 ? arena_printf(arena, "open %.*s", STR_ARG(first)) : (struct str){0};
}

/* Words are kept when they led to something. */
static void
remember_search(struct session *session, struct str action) {
    struct str path = action, verb, name;
    bool is_open = str_split(&path, ' ', &verb) && str_eq(verb, STR("open"));
    str_split(&path, '?', &name);
    if (is_open && is_on_search(session) && !session->screen.is_held && !str_eq(name, SEARCH) &&
        !str_eq(name, STR("help")) && !str_eq(name, STR("language"))) {
        recent_add(&session->recent, session->screen.found_for);
    }
}

/* A page that takes the place of another, as a filter or a language does, does not come from
 * anywhere. */
static void
turn_page(struct session *session, struct str meant, int depth_before) {
    int depth = session->nav.depth;
    bool is_start = str_starts(meant, STR("start "));
    ui_turn(session->ui, depth > depth_before || is_start ? UI_TURN_ON
                         : depth < depth_before           ? UI_TURN_BACK
                                                          : UI_TURN_NONE);
}

static void
go(struct session *session, struct str action) {
    struct arena arena;
    arena_init(&arena);
    follow_typing(session); /* the place that is left keeps what was asked there */
    struct str meant = meant_by(session, &arena, action);
    remember_search(session, meant);
    int depth = session->nav.depth;
    if (meant.n > 0 && nav_apply(&session->nav, meant, session_scroll(session)) == NAV_SCREEN) {
        turn_page(session, meant, depth);
        session->shows_display = session->shows_display && str_starts(meant, STR("locale "));
        session_load_place(session);
        session->field_is_stale = true;
        if (str_starts(meant, STR("show "))) {
            ui_reveal_marked(session->ui);
        }
    }
    arena_finish(&arena);
}

/* The sheet over the page, and what is set on it. It is closed by its own button, by Back, and by
 * whatever leads on (go). */
static bool
apply_display(struct session *session, struct str action) {
    struct looks looks = session->looks;
    if (looks_apply(&looks, &session->first_looks, action)) {
        if (!looks_equal(&looks, &session->looks)) {
            session_set_looks(session, &looks);
        }
        return true;
    }
    bool is_asked = str_eq(action, STR("display"));
    bool is_screen = str_eq(session->screen.path.name, STR("display"));
    if (!is_asked && !(session->shows_display && str_eq(action, STR("back")))) {
        return false;
    }
    session->shows_display = is_asked && !is_screen && !session->shows_display;
    ui_turn(session->ui, session->shows_display ? UI_TURN_SHEET : UI_TURN_NONE);
    ui_mark_dirty(session->ui);
    return true;
}

static void
apply_action(struct session *session, struct str action) {
    if (keyboard_apply(&session->keyboard, action, session->ui, FIELD, session->now_ms)) {
        ui_mark_dirty(session->ui);
    } else if (apply_display(session, action)) {
        return;
    } else if (session_own_apply(session, action)) {
        ui_mark_dirty(session->ui);
    } else if (str_eq(action, STR("dismiss"))) {
        session_notice(session, (struct str){0});
    } else if (str_eq(action, STR("restart"))) {
        session->idle = (struct idle){0};
        session_start_over(session);
    } else if (str_eq(action, STR("forget"))) {
        recent_forget(&session->recent);
        ui_mark_dirty(session->ui);
    } else if (str_starts(action, STR("tick "))) {
        struct str name = str_slice(action, STR("tick ").n, action.n);
        ticks_turn(&session->ticks, name);
        session_own_tick(session, name);
        ui_mark_dirty(session->ui);
    } else {
        go(session, action);
    }
}

/* What the visitor did since the last event. True when there was anything. */
static bool
apply_actions(struct session *session) {
    struct arena arena;
    struct str action;
    bool any = false;
    arena_init(&arena);
    while (ui_take_action(session->ui, &arena, &action)) {
        apply_action(session, action);
        any = true;
    }
    arena_finish(&arena);
    return any;
}

/* True when the visitor is gone: the beginning again. */
static bool
follow_idle(struct session *session, uint64_t now_ms) {
    enum idle_state before = session->idle.state;
    enum idle_state now = idle_update(&session->idle, session->idle_config, now_ms);
    if (now == IDLE_RESET) {
        log_write(LOG_INFO, "session", "nobody is here any more: starts over");
        session_start_over(session);
        return true;
    }
    if (now == IDLE_WARNING || now != before) {
        ui_mark_dirty(session->ui);
    }
    return false;
}

/* Their releases may come late, or never. */
static void
cancel_pointers(struct session *session) {
    ui_feed(session->ui,
        &(struct ui_event){
            .type = UI_POINTER_CANCEL, .pointer = UI_POINTER_ALL, .time_ms = session->now_ms});
}

/* On a shared panel the window is not the visitor's to close. */
static void
close_window(struct session *session) {
    if (session->metrics.posture == POSTURE_KIOSK) {
        log_write(LOG_INFO, "session", "closing the window was asked for and ignored");
    } else {
        session->has_ended = true;
    }
}

static void
take_window_event(struct session *session, const struct ui_event *event) {
    switch (event->type) {
    case UI_FOCUS_LOST:
        cancel_pointers(session);
        return;
    case UI_HIDDEN:
        cancel_pointers(session);
        session->is_hidden = true;
        return;
    case UI_FOCUS_GAINED:
    case UI_SHOWN:
        session->is_hidden = false;
        session->has_shown = false;
        return;
    case UI_DISPLAY:
        cancel_pointers(session);
        session->has_shown = false;
        session_set_display(session, &event->display);
        return;
    case UI_DEVICE_RESET:
        session->has_shown = false;
        prewarm_restart(&session->prewarm);
        return;
    case UI_CLOSE:
        close_window(session);
        return;
    case UI_TERMINATE:
        session->has_ended = true;
        return;
    default:
        return;
    }
}

static bool
is_pointer(enum ui_event_type type) {
    return type == UI_POINTER_DOWN || type == UI_POINTER_MOVE || type == UI_POINTER_UP ||
           type == UI_WHEEL;
}

/* A press on the warning is answered when it ends: its buttons must stay under the finger. */
static void
take_input(struct session *session, const struct ui_event *event) {
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

/* Another one: what stood under a finger stands elsewhere. */
static uint64_t
layout_hash(const struct session *session) {
    struct looks looks = session->looks;
    uint64_t hash = str_hash(session_address(session), session->shows_display);
    unsigned scale = (unsigned)(looks.text_scale * 100);
    return hash * 31 + scale * 4 + looks.low_position * 2u + looks.page_buttons;
}

/* A pointer aims at what its person sees. Once an event has led to another screen, the pointers
 * that were queued behind it had aimed at the one that is gone, and act on nothing; keys go on. */
static void
take_events(struct session *session) {
    bool has_moved_on = false,
         is_stale = false; /* is_stale: the nodes are those before an action */
    for (size_t i = 0; i < session->queue.count; i++) {
        struct ui_event event = event_queue_at(&session->queue, i);
        if (!ui_event_is_input(event.type)) {
            take_window_event(session, &event);
            continue;
        }
        if (follow_idle(session, event.time_ms)) {
            has_moved_on = is_stale = true;
        }
        if (has_moved_on && is_pointer(event.type)) {
            continue;
        }
        if (is_stale) {
            session_frame(session, session->now_ms);
            is_stale = false;
        }
        take_input(session, &event);
        uint64_t layout = layout_hash(session);
        if (apply_actions(session)) {
            is_stale = true;
            has_moved_on = has_moved_on || layout_hash(session) != layout;
        }
    }
    if (has_moved_on) {
        cancel_pointers(session);
    }
    event_queue_clear(&session->queue);
}

static void
declare_due(struct session *session, uint64_t now_ms) {
    bool is_due = ui_is_dirty(session->ui) || ui_frame_deadline(session->ui) <= now_ms;
    for (int i = 0; is_due && i < 2; i++) { /* the first frame of a page learns how long it is */
        session_frame(session, now_ms);
        is_due = ui_is_dirty(session->ui);
    }
}

static bool
warm(struct session *session) {
    struct prewarm_view view = {
        .store = session->store,
        .engine = session->engine,
        .metrics = &session->metrics,
        .locale = session->nav.locale,
        .is_light = color_is_light(session->theme->colors[COLOR_INK]),
    };
    return prewarm_step(&session->prewarm, &view);
}

static uint64_t
earlier(uint64_t a, uint64_t b) {
    return a < b ? a : b;
}

static uint64_t
next_turn(const struct session *session, bool is_warming, uint64_t now_ms) {
    if (ui_is_dirty(session->ui)) {
        return now_ms;
    }
    uint64_t next = ui_frame_deadline(session->ui);
    next = earlier(next, idle_deadline(&session->idle, session->idle_config, now_ms));
    next = earlier(next, session_content_deadline(session, now_ms));
    next = earlier(next, session->settle_at_ms);
    next = earlier(next, session_own_deadline(session, now_ms));
    return is_warming ? earlier(next, now_ms + PREWARM_PAUSE_MS) : next;
}

struct session_turn
session_step(struct session *session, uint64_t now_ms) {
    struct session_turn turn = {0};
    session->now_ms = now_ms > session->now_ms ? now_ms : session->now_ms;
    now_ms = session->now_ms;
    take_events(session);
    apply_actions(session); /* of a node that was activated by other means than an event */
    session_content_turn(session, now_ms);
    follow_idle(session, now_ms);
    follow_typing(session);
    settle_search(session, now_ms);
    session_own_turn(session, now_ms);
    declare_due(session, now_ms);

    uint64_t hash = draw_list_hash(&session->list);
    turn.draw = !session->is_hidden && (!session->has_shown || hash != session->shown_hash);
    if (turn.draw) {
        session->shown_hash = hash;
        session->has_shown = true;
    }
    /* A turn that draws is not also one that prepares; the next one comes soon enough. */
    bool is_warming = turn.draw ? session->prewarm.shelf.put != NULL : warm(session);
    turn.wants_text = ui_wants_text(session->ui, &turn.field_px);
    turn.has_ended = session->has_ended;
    turn.sleep_until_ms = next_turn(session, is_warming, now_ms);
    return turn;
}

#include "ui/replay.h"

#include "base/check.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "ui/ui.h"

#include <stdlib.h>
#include <string.h>

#define STEP_MS 100 /* from one step to the next without t= */
#define TAP_MS 60
#define SWIPE_MS 200
#define SWIPE_STEPS 10
#define STEPS_MAX 100000
#define SIDE_MAX 16384
#define PEN 1000000 /* its id; fingers count from 1, the mouse is 0 */
#define TIME_MAX ((int64_t)24 * 3600 * 1000)

struct parser {
    const char *name;
    int line;
    uint64_t time_ms;
    struct point last; /* where the finger is */
    struct replay_step *steps;
    size_t count, cap;
    struct err *err;
};

static bool
fail(struct parser *p, const char *what, struct str word) {
    return err_set(
        p->err, ERR_FORMAT, "%s:%d: %s: \"%.*s\"", p->name, p->line, what, STR_ARG(word));
}

static bool
add(struct parser *p, struct replay_step step) {
    if (p->count >= STEPS_MAX) {
        return fail(p, "too many steps; the limit is 100000", STR(""));
    }
    if (p->time_ms > TIME_MAX) { /* else what is recorded of it could not be read */
        return fail(p, "later than 24 hours after the start", STR(""));
    }
    VEC_ROOM(p->steps, p->count, p->cap, 1);
    step.line = p->line;
    step.time_ms = p->time_ms;
    step.event.time_ms = p->time_ms;
    p->steps[p->count++] = step;
    return true;
}

static bool
next_word(struct str *rest, struct str *word) {
    *rest = str_trim(*rest);
    return rest->n > 0 && str_split(rest, ' ', word);
}

static bool
numbers(struct parser *p, struct str rest, int count, float *out) {
    struct str word, whole = rest;
    for (int i = 0; i < count; i++) {
        double value;
        if (!next_word(&rest, &word) || !str_to_double(word, &value) || value < -1e5 ||
            value > 1e5) {
            return fail(p, "expected px numbers", whole);
        }
        out[i] = (float)value;
    }
    return str_trim(rest).n == 0 || fail(p, "too many words", whole);
}

static bool
pointer(struct parser *p, enum ui_event_type type, uint64_t who, struct point at) {
    p->last = at;
    return add(p, (struct replay_step){
                      .kind = REPLAY_EVENT, .event = {.type = type, .pointer = who, .at = at}});
}

/* finger1, finger2, ..., pen, mouse, all. Numbers follow when the word is none of them. */
static bool
is_pointer_name(struct str word, uint64_t *who) {
    int64_t number;
    if (str_eq(word, STR("pen")) || str_eq(word, STR("mouse")) || str_eq(word, STR("all"))) {
        *who = word.p[0] == 'p' ? PEN : word.p[0] == 'm' ? UI_POINTER_MOUSE : UI_POINTER_ALL;
        return true;
    }
    bool is_finger = str_starts(word, STR("finger")) &&
                     str_to_i64(str_slice(word, 6, word.n), &number) && number > 0 && number < PEN;
    if (is_finger) {
        *who = (uint64_t)number;
    }
    return is_finger;
}

static uint64_t
take_pointer_name(struct str *rest) {
    struct str word, after = *rest;
    uint64_t who = 1;
    if (next_word(&after, &word) && is_pointer_name(word, &who)) {
        *rest = after;
    }
    return who;
}

static bool
parse_pointer(struct parser *p, enum ui_event_type type, struct str rest) {
    float xy[2];
    uint64_t who = take_pointer_name(&rest);
    return numbers(p, rest, 2, xy) && pointer(p, type, who, (struct point){xy[0], xy[1]});
}

static bool
parse_cancel(struct parser *p, struct str rest) {
    uint64_t who = take_pointer_name(&rest);
    return numbers(p, rest, 0, NULL) && pointer(p, UI_POINTER_CANCEL, who, p->last);
}

/* #path or "words": what a tap or an expectation speaks of. */
static bool
parse_target(struct parser *p, struct str rest, struct replay_step *step) {
    rest = str_trim(rest);
    if (rest.n >= 2 && rest.p[0] == '#') {
        step->target = str_slice(rest, 1, rest.n);
        return true;
    }
    if (rest.n >= 3 && rest.p[0] == '"' && rest.p[rest.n - 1] == '"') {
        step->target = str_slice(rest, 1, rest.n - 1);
        step->by_label = true;
        return true;
    }
    return fail(p, "expected #path or \"words\"", rest);
}

static bool
parse_tap(struct parser *p, struct str rest) {
    rest = str_trim(rest);
    if (rest.n > 0 && (rest.p[0] == '#' || rest.p[0] == '"')) {
        struct replay_step step = {.kind = REPLAY_TAP};
        return parse_target(p, rest, &step) && add(p, step);
    }
    if (!parse_pointer(p, UI_POINTER_DOWN, rest)) {
        return false;
    }
    p->time_ms += TAP_MS;
    return pointer(p, UI_POINTER_UP, p->steps[p->count - 1].event.pointer, p->last);
}

static bool
parse_swipe(struct parser *p, struct str rest) {
    float v[4];
    if (!numbers(p, rest, 4, v) || !pointer(p, UI_POINTER_DOWN, 1, (struct point){v[0], v[1]})) {
        return false;
    }
    for (int i = 1; i <= SWIPE_STEPS; i++) {
        float part = (float)i / SWIPE_STEPS;
        p->time_ms += SWIPE_MS / SWIPE_STEPS;
        struct point at = {v[0] + (v[2] - v[0]) * part, v[1] + (v[3] - v[1]) * part};
        if (!pointer(p, UI_POINTER_MOVE, 1, at)) {
            return false;
        }
    }
    return pointer(p, UI_POINTER_UP, 1, p->last);
}

static bool
parse_wheel(struct parser *p, struct str rest) {
    float v[3];
    if (!numbers(p, rest, 3, v)) {
        return false;
    }
    return add(p, (struct replay_step){.kind = REPLAY_EVENT,
                      .event = {.type = UI_WHEEL, .at = {v[0], v[1]}, .wheel = {0, v[2]}}});
}

static bool
parse_key(struct parser *p, struct str rest) {
    struct replay_step step = {.kind = REPLAY_EVENT, .event = {.type = UI_KEY}};
    rest = str_trim(rest);
    if (!ui_key_from_name(rest, &step.event.key)) {
        return fail(p, "no such key (Tab, Shift+Tab, Enter, Escape, Up, PageDown, ...)", rest);
    }
    return add(p, step);
}

static bool
parse_text(struct parser *p, struct str rest) {
    if (rest.n == 0) {
        return fail(p, "nothing to type", rest);
    }
    return add(p,
        (struct replay_step){.kind = REPLAY_EVENT, .event = {.type = UI_TEXT_INPUT, .text = rest}});
}

static bool
parse_wait(struct parser *p, struct str rest) {
    int64_t ms;
    if (!str_to_i64(str_trim(rest), &ms) || ms < 0 || ms > TIME_MAX) {
        return fail(p, "expected milliseconds", rest);
    }
    p->time_ms += (uint64_t)ms;
    return add(p, (struct replay_step){.kind = REPLAY_WAIT});
}

static bool
parse_compose(struct parser *p, struct str rest) {
    return add(p, (struct replay_step){
                      .kind = REPLAY_EVENT, .event = {.type = UI_TEXT_EDITING, .text = rest}});
}

static bool
parse_suspend(struct parser *p, struct str rest) {
    int64_t ms;
    if (!str_to_i64(str_trim(rest), &ms) || ms < 0 || ms > TIME_MAX) {
        return fail(p, "expected milliseconds", rest);
    }
    bool ok = add(p, (struct replay_step){.kind = REPLAY_SUSPEND, .jump_ms = (uint64_t)ms});
    p->time_ms += (uint64_t)ms;
    return ok;
}

/* `resize W H [DENSITY]` of a window, `display W H` of a panel that the picture fills. */
static bool
parse_display(struct parser *p, bool is_panel, struct str rest) {
    struct str word, after = rest;
    float v[3] = {0, 0, 1};
    int count = 0;
    while (next_word(&after, &word)) {
        count++;
    }
    if (!numbers(p, rest, !is_panel && count == 3 ? 3 : 2, v)) {
        return false;
    }
    if (v[0] < 1 || v[1] < 1 || v[0] > SIDE_MAX || v[1] > SIDE_MAX || v[2] < 0.25f || v[2] > 8) {
        return fail(p, "no picture has that size", rest);
    }
    struct ui_display display = {
        .width_px = (int)v[0], .height_px = (int)v[1], .density = v[2], .is_panel = is_panel};
    return add(p, (struct replay_step){
                      .kind = REPLAY_EVENT, .event = {.type = UI_DISPLAY, .display = display}});
}

/* Steps of one or two fixed words. */
static const struct {
    const char *words;
    enum replay_kind kind;
    enum ui_event_type type;
} plain_steps[] = {
    {"focus lost", REPLAY_EVENT, UI_FOCUS_LOST},
    {"focus gained", REPLAY_EVENT, UI_FOCUS_GAINED},
    {"hidden", REPLAY_EVENT, UI_HIDDEN},
    {"shown", REPLAY_EVENT, UI_SHOWN},
    {"reset", REPLAY_EVENT, UI_DEVICE_RESET},
    {"close", REPLAY_EVENT, UI_CLOSE},
    {"terminate", REPLAY_EVENT, UI_TERMINATE},
    {"expect ended", REPLAY_EXPECT_ENDED, UI_EVENT_NONE},
    {"expect running", REPLAY_EXPECT_RUNNING, UI_EVENT_NONE},
};

/* True when the line is such a step. */
static bool
parse_plain(struct parser *p, struct str line, bool *ok) {
    for (size_t i = 0; i < ARRAY_LEN(plain_steps); i++) {
        if (str_eq(line, str_from(plain_steps[i].words))) {
            *ok = add(p, (struct replay_step){
                             .kind = plain_steps[i].kind, .event = {.type = plain_steps[i].type}});
            return true;
        }
    }
    return false;
}

static bool
parse_expect(struct parser *p, struct str rest) {
    static const struct {
        struct str word;
        enum replay_kind kind;
    } kinds[] = {
        {STR_INIT("screen "), REPLAY_EXPECT_SCREEN},
        {STR_INIT("locale "), REPLAY_EXPECT_LOCALE},
        {STR_INIT("panel "), REPLAY_EXPECT_PANEL},
    };
    struct replay_step step = {.kind = REPLAY_EXPECT};
    rest = str_trim(rest);
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        if (str_starts(rest, kinds[i].word)) {
            step.kind = kinds[i].kind;
            step.target = str_trim(str_slice(rest, kinds[i].word.n, rest.n));
            return add(p, step);
        }
    }
    if (str_starts(rest, STR("no "))) {
        step.kind = REPLAY_EXPECT_NO;
        rest = str_slice(rest, 3, rest.n);
    }
    return parse_target(p, rest, &step) && add(p, step);
}

static bool
parse_down(struct parser *p, struct str rest) {
    return parse_pointer(p, UI_POINTER_DOWN, rest);
}

static bool
parse_move(struct parser *p, struct str rest) {
    return parse_pointer(p, UI_POINTER_MOVE, rest);
}

static bool
parse_up(struct parser *p, struct str rest) {
    return parse_pointer(p, UI_POINTER_UP, rest);
}

static bool
parse_window(struct parser *p, struct str rest) {
    return parse_display(p, false, rest);
}

static bool
parse_panel(struct parser *p, struct str rest) {
    return parse_display(p, true, rest);
}

static const struct {
    struct str word;
    bool (*parse)(struct parser *p, struct str rest);
} steps_by_word[] = {
    {STR_INIT("tap"), parse_tap},
    {STR_INIT("down"), parse_down},
    {STR_INIT("move"), parse_move},
    {STR_INIT("up"), parse_up},
    {STR_INIT("cancel"), parse_cancel},
    {STR_INIT("swipe"), parse_swipe},
    {STR_INIT("wheel"), parse_wheel},
    {STR_INIT("key"), parse_key},
    {STR_INIT("text"), parse_text},
    {STR_INIT("compose"), parse_compose},
    {STR_INIT("wait"), parse_wait},
    {STR_INIT("suspend"), parse_suspend},
    {STR_INIT("resize"), parse_window},
    {STR_INIT("display"), parse_panel},
    {STR_INIT("expect"), parse_expect},
};

/* `line` is the step from its first word on, `rest` what follows that word. */
static bool
parse_command(struct parser *p, struct str line, struct str word, struct str rest) {
    bool ok;
    if (parse_plain(p, line, &ok)) {
        return ok;
    }
    for (size_t i = 0; i < ARRAY_LEN(steps_by_word); i++) {
        if (str_eq(word, steps_by_word[i].word)) {
            return steps_by_word[i].parse(p, rest);
        }
    }
    return fail(p, "no such step", word);
}

static bool
parse_time(struct parser *p, struct str word) {
    int64_t ms;
    if (!str_to_i64(str_slice(word, 2, word.n), &ms) || ms < 0 || ms > TIME_MAX) {
        return fail(p, "expected t=MILLISECONDS", word);
    }
    if ((uint64_t)ms < p->time_ms) {
        return fail(p, "earlier than the step before", word);
    }
    p->time_ms = (uint64_t)ms;
    return true;
}

/* Without what leads; a space that was typed may be the last byte of a line. */
static struct str
trim_start(struct str s) {
    while (s.n > 0 && (s.p[0] == ' ' || s.p[0] == '\t')) {
        s = str_slice(s, 1, s.n);
    }
    return s;
}

static bool
parse_line(struct parser *p, struct str line) {
    struct str word;
    while (line.n > 0 && line.p[line.n - 1] == '\r') {
        line.n--;
    }
    struct str rest = trim_start(line), step = rest;
    if (str_trim(rest).n == 0 || rest.p[0] == '#') {
        return true;
    }
    str_split(&rest, ' ', &word);
    if (str_starts(word, STR("t="))) {
        if (!parse_time(p, word)) {
            return false;
        }
        step = rest = trim_start(rest);
        if (str_trim(rest).n == 0 || !str_split(&rest, ' ', &word)) {
            return fail(p, "a time without a step", line);
        }
    } else if (p->count > 0) {
        p->time_ms += STEP_MS;
    }
    return parse_command(p, str_trim(step), str_trim(word), rest);
}

bool
replay_parse(struct str text, const char *name, struct arena *arena, struct replay_step **steps,
    size_t *count, struct err *err) {
    struct parser p = {.name = name, .err = err};
    struct str line;
    size_t bad_at;
    if (!utf8_valid(text, &bad_at)) {
        return err_set(err, ERR_FORMAT, "%s: byte %zu is not UTF-8", name, bad_at);
    }
    if (text.n > 0 && memchr(text.p, '\0', text.n)) {
        return err_set(err, ERR_FORMAT, "%s: a NUL byte; this is no text file", name);
    }
    struct str rest = arena_str(arena, text); /* steps point into it */
    bool ok = true;
    while (ok && str_split(&rest, '\n', &line)) {
        p.line++;
        ok = parse_line(&p, line);
    }
    *steps = NULL;
    *count = 0;
    if (ok && p.count > 0) {
        *steps = ARENA_ARRAY(arena, p.count, struct replay_step);
        memcpy(*steps, p.steps, p.count * sizeof(*p.steps));
        *count = p.count;
    }
    free(p.steps);
    return ok;
}

static bool
can_act(const struct ui_node *node) {
    return (node->focus != 0 || node->box.action.n > 0) && !node->box.modal;
}

/* The whole label before a part of it, what can be tapped before what cannot, short before long. */
static uint32_t
find_label(const struct ui *ui, struct str words, struct arena *arena) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(ui, &count);
    uint32_t best = 0;
    long best_score = 0;
    for (uint32_t i = 1; i < count; i++) {
        if (nodes[i].box.role == ROLE_NONE && !can_act(&nodes[i])) {
            continue;
        }
        struct str label = ui_node_label(ui, i, arena);
        if (label.n == 0 || str_find(label, words) == SIZE_MAX) {
            continue;
        }
        long score = (can_act(&nodes[i]) ? 2000000 : 1000000) +
                     (str_eq(label, words) ? 500000 : 0) -
                     (long)(label.n < 100000 ? label.n : 100000);
        if (!best || score > best_score) {
            best = i;
            best_score = score;
        }
    }
    return best;
}

uint32_t
replay_find(const struct ui *ui, const struct replay_step *step, struct arena *arena) {
    return step->by_label ? find_label(ui, step->target, arena) : ui_find(ui, step->target);
}

bool
replay_point(const struct ui *ui, uint32_t node, struct point *out) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(ui, &count);
    if (node == 0 || node >= count || rect_is_empty(nodes[node].clip)) {
        return false;
    }
    struct rect clip = nodes[node].clip;
    *out = (struct point){clip.x + clip.w / 2, clip.y + clip.h / 2};
    return true;
}

/* "finger2 ", "pen ", "mouse "; nothing for the first finger. */
static void
record_pointer(struct str_buf *out, const struct ui_event *event) {
    static const char *const words[] = {[UI_POINTER_DOWN] = "down",
        [UI_POINTER_MOVE] = "move",
        [UI_POINTER_UP] = "up",
        [UI_POINTER_CANCEL] = "cancel"};
    str_buf_printf(out, "%s ", words[event->type]);
    if (event->pointer == UI_POINTER_ALL) {
        str_buf_printf(out, "all ");
    } else if (event->pointer == UI_POINTER_MOUSE) {
        str_buf_printf(out, "mouse ");
    } else if (event->pointer == PEN) {
        str_buf_printf(out, "pen ");
    } else if (event->pointer != 1) {
        str_buf_printf(out, "finger%llu ", (unsigned long long)(event->pointer % PEN));
    }
    if (event->type != UI_POINTER_CANCEL) {
        str_buf_printf(out, "%g %g", (double)event->at.x, (double)event->at.y);
    }
    str_buf_byte(out, '\n');
}

static void
record_display(struct str_buf *out, const struct ui_display *display) {
    str_buf_printf(out, "%s %d %d", display->is_panel ? "display" : "resize", display->width_px,
        display->height_px);
    if (!display->is_panel && display->density > 0) {
        str_buf_printf(out, " %g", (double)display->density);
    }
    str_buf_byte(out, '\n');
}

/* A step is a line: what would end it is left out. */
static void
record_text(struct str_buf *out, const struct ui_event *event) {
    str_buf_printf(out, "%s ", event->type == UI_TEXT_INPUT ? "text" : "compose");
    for (size_t i = 0; i < event->text.n; i++) {
        char c = event->text.p[i];
        if (c != '\0' && c != '\n') {
            str_buf_byte(out, c);
        }
    }
    str_buf_byte(out, '\n');
}

static void
record_plain(struct str_buf *out, enum ui_event_type type) {
    for (size_t i = 0; i < ARRAY_LEN(plain_steps); i++) {
        if (plain_steps[i].type == type) {
            str_buf_printf(out, "%s\n", plain_steps[i].words);
            return;
        }
    }
    str_buf_printf(out, "wait 0\n");
}

void
replay_record(struct str_buf *out, const struct ui_event *event) {
    str_buf_printf(out, "t=%llu ", (unsigned long long)event->time_ms);
    switch (event->type) {
    case UI_POINTER_DOWN:
    case UI_POINTER_MOVE:
    case UI_POINTER_UP:
    case UI_POINTER_CANCEL:
        record_pointer(out, event);
        return;
    case UI_WHEEL:
        str_buf_printf(out, "wheel %g %g %g\n", (double)event->at.x, (double)event->at.y,
            (double)event->wheel.y);
        return;
    case UI_KEY:
        str_buf_printf(out, "key %s\n", ui_key_name(event->key));
        return;
    case UI_TEXT_INPUT:
    case UI_TEXT_EDITING:
        record_text(out, event);
        return;
    case UI_DISPLAY:
        record_display(out, &event->display);
        return;
    default:
        record_plain(out, event->type);
        return;
    }
}

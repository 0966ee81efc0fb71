#include "bench/monkey.h"

#include "base/check.h"
#include "ui/replay.h"

#include <string.h>

static struct str
event_word(enum ui_event_type type) {
    static const struct str words[] = {[UI_POINTER_DOWN] = STR_INIT("down"),
        [UI_POINTER_MOVE] = STR_INIT("move"),
        [UI_POINTER_UP] = STR_INIT("up"),
        [UI_POINTER_CANCEL] = STR_INIT("cancel"),
        [UI_WHEEL] = STR_INIT("wheel"),
        [UI_KEY] = STR_INIT("key"),
        [UI_TEXT_INPUT] = STR_INIT("text"),
        [UI_TEXT_EDITING] = STR_INIT("compose"),
        [UI_FOCUS_LOST] = STR_INIT("focus lost"),
        [UI_FOCUS_GAINED] = STR_INIT("focus gained"),
        [UI_HIDDEN] = STR_INIT("hidden"),
        [UI_SHOWN] = STR_INIT("shown"),
        [UI_DISPLAY] = STR_INIT("display"),
        [UI_DEVICE_RESET] = STR_INIT("reset"),
        [UI_CLOSE] = STR_INIT("close")};
    return type < ARRAY_LEN(words) && words[type].n ? words[type] : STR("other");
}

static void
feed(struct monkey *monkey, struct ui_event event) {
    event.time_ms = monkey->now_ms;
    session_feed(&monkey->session, &event);
    monkey->events++;
    monkey_tally_add(&monkey->seen.events, event_word(event.type));
    if (monkey->record) {
        str_buf_clear(&monkey->line);
        replay_record(&monkey->line, &event);
        fwrite(monkey->line.p, 1, monkey->line.n, monkey->record);
    }
}

static struct point
anywhere(struct monkey *monkey) {
    const struct metrics *m = &monkey->session.metrics;
    float margin = random_chance(&monkey->random, 50) ? 40 : 0; /* now and then off the glass */
    return (struct point){
        random_float(&monkey->random, -margin, (float)m->width_px + margin),
        random_float(&monkey->random, -margin, (float)m->height_px + margin),
    };
}

static bool
is_wanted(const struct ui_node *node, struct str beginning) {
    return node->box.action.n > 0 && str_starts(node->box.action, beginning);
}

/* A node on the glass whose action begins so, from a random one on; 0 when there is none. */
static uint32_t
some_node(struct monkey *monkey, struct str beginning, struct point *at) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(monkey->session.ui, &count);
    uint32_t start = count > 1 ? 1 + random_below(&monkey->random, (uint32_t)count - 1) : 0;
    for (uint32_t i = 0; i + 1 < count; i++) {
        uint32_t node = 1 + (start - 1 + i) % ((uint32_t)count - 1);
        if (is_wanted(&nodes[node], beginning) && replay_point(monkey->session.ui, node, at)) {
            return node;
        }
    }
    return 0;
}

static struct str
action_of(struct monkey *monkey, uint32_t node) {
    size_t count;
    return ui_nodes(monkey->session.ui, &count)[node].box.action;
}

static void
note_touched(struct monkey *monkey, uint32_t node) {
    struct str action = action_of(monkey, node), word;
    map_put(&monkey->seen.actions, str_hash(action, 0), 1);
    str_split(&action, ' ', &word);
    monkey_tally_add(&monkey->seen.touched, word);
}

/* Mostly something that can be touched: a monkey that hits nothing sees nothing. Of a few it likes
 * the one best that it never touched. */
static struct point
somewhere(struct monkey *monkey) {
    struct point at = {0}, other;
    if (random_chance(&monkey->random, monkey->mood == MONKEY_WILD ? 4 : 20)) {
        return anywhere(monkey);
    }
    uint32_t node = some_node(monkey, STR(""), &at), value;
    int tries = monkey->mood == MONKEY_VISITOR ? 20 : 3;
    for (int i = 0; i < tries && node; i++) {
        if (!map_get(&monkey->seen.actions, str_hash(action_of(monkey, node), 0), &value)) {
            break;
        }
        uint32_t next = some_node(monkey, STR(""), &other);
        node = next ? next : node;
        at = next ? other : at;
    }
    if (!node) {
        return anywhere(monkey);
    }
    note_touched(monkey, node);
    return at;
}

static uint64_t
finger_id(struct monkey *monkey, uint32_t *which) {
    *which = random_below(&monkey->random, MONKEY_FINGERS);
    return *which; /* 0 is the mouse */
}

static void
act_tap(struct monkey *monkey) {
    uint32_t which;
    struct ui_event event = {.pointer = finger_id(monkey, &which), .at = somewhere(monkey)};
    event.type = UI_POINTER_DOWN;
    feed(monkey, event);
    if (random_chance(&monkey->random, 16)) {
        return; /* and its release never comes */
    }
    monkey->now_ms += random_below(&monkey->random, 200);
    event.type = UI_POINTER_UP;
    feed(monkey, event);
}

static void
act_press_or_move(struct monkey *monkey) {
    static const enum ui_event_type types[] = {UI_POINTER_DOWN, UI_POINTER_MOVE, UI_POINTER_MOVE,
        UI_POINTER_MOVE, UI_POINTER_UP, UI_POINTER_CANCEL};
    uint32_t which;
    struct ui_event event = {.pointer = finger_id(monkey, &which)};
    event.type = types[random_below(&monkey->random, ARRAY_LEN(types))];
    struct point *at = &monkey->finger[which];
    at->x += random_float(&monkey->random, -60, 60);
    at->y += random_float(&monkey->random, -200, 200);
    *at = event.type == UI_POINTER_DOWN ? somewhere(monkey) : *at;
    event.at = *at;
    feed(monkey, event);
}

static void
act_drag(struct monkey *monkey) {
    uint32_t which;
    struct ui_event event = {.pointer = finger_id(monkey, &which), .at = anywhere(monkey)};
    float dy = random_float(&monkey->random, -400, 400);
    event.type = UI_POINTER_DOWN;
    feed(monkey, event);
    event.type = UI_POINTER_MOVE;
    for (int i = 0; i < 4; i++) {
        monkey->now_ms += 16;
        event.at.y += dy;
        feed(monkey, event);
    }
    event.type = random_chance(&monkey->random, 10) ? UI_POINTER_CANCEL : UI_POINTER_UP;
    feed(monkey, event);
}

/* Far down a long page, or up again, and there something new. */
static void
act_read_on(struct monkey *monkey) {
    const struct metrics *m = &monkey->session.metrics;
    float way = (float)m->height_px * (random_chance(&monkey->random, 4) ? 0.15f : -0.15f);
    for (uint32_t i = 1 + random_below(&monkey->random, 10); i > 0; i--) {
        struct ui_event event = {.type = UI_POINTER_DOWN,
            .pointer = 1,
            .at = {(float)m->width_px / 2, (float)m->height_px * (way < 0 ? 0.75f : 0.25f)}};
        feed(monkey, event);
        event.type = UI_POINTER_MOVE;
        for (int k = 0; k < 3; k++) {
            monkey->now_ms += 16;
            event.at.y += way;
            feed(monkey, event);
        }
        monkey->now_ms += 100;
        event.type = UI_POINTER_UP;
        feed(monkey, event);
    }
}

static void
act_wheel(struct monkey *monkey) {
    feed(monkey, (struct ui_event){.type = UI_WHEEL,
                     .at = anywhere(monkey),
                     .wheel = {0, random_float(&monkey->random, -9, 9)}});
}

static void
act_key(struct monkey *monkey) {
    enum ui_key key = 1 + random_below(&monkey->random, UI_KEY_COUNT - 1);
    feed(monkey, (struct ui_event){.type = UI_KEY, .key = key});
}

/* What keyboards, input methods and pasting bring; the last is no UTF-8. */
static struct str
some_text(struct monkey *monkey) {
    static const struct str texts[] = {STR_INIT("안"), STR_INIT("하마마쓰시청"),
        STR_INIT("ㅎㅁㅁㅆ"), STR_INIT("浜松"), STR_INIT("はままつ"), STR_INIT("ﾊﾏﾏﾂ"),
        STR_INIT("a"), STR_INIT("Las Vegas"), STR_INIT("%"), STR_INIT("&q=1#"),
        STR_INIT("昭和62年"), STR_INIT("1987.11.9"),
        STR_INIT("\U0001F468\u200D\U0001F469\u200D\U0001F467"), STR_INIT("e\u0301\u0301\u0301"),
        STR_INIT("\u202E\u0645\u0631\u062D"), STR_INIT("\u845B\U000E0100"), STR_INIT(" "),
        STR_INIT("\xFF\xFE\xC0")};
    return texts[random_below(&monkey->random, ARRAY_LEN(texts))];
}

static void
act_type(struct monkey *monkey) {
    enum ui_event_type type = random_chance(&monkey->random, 3) ? UI_TEXT_EDITING : UI_TEXT_INPUT;
    uint32_t times = random_chance(&monkey->random, 50) ? 200 : 1; /* a key that is held down */
    struct str text = some_text(monkey);
    for (uint32_t i = 0; i < times; i++) {
        feed(monkey, (struct ui_event){.type = type, .text = text});
    }
}

static void
act_window(struct monkey *monkey) {
    static const enum ui_event_type types[] = {
        UI_FOCUS_LOST, UI_FOCUS_GAINED, UI_HIDDEN, UI_SHOWN, UI_DEVICE_RESET, UI_CLOSE};
    bool is_kiosk = monkey->session.metrics.posture == POSTURE_KIOSK; /* there a close is ignored */
    uint32_t count = ARRAY_LEN(types) - (is_kiosk ? 0 : 1);
    enum ui_event_type type = types[random_below(&monkey->random, count)];
    feed(monkey, (struct ui_event){.type = type});
}

static void
act_display(struct monkey *monkey) {
    static const int sides[] = {1, 240, 320, 720, 800, 1080, 1280, 1920, 2160, 3840};
    static const float densities[] = {0, 1, 1.5f, 2};
    struct ui_display display = {
        .width_px = sides[random_below(&monkey->random, ARRAY_LEN(sides))],
        .height_px = sides[random_below(&monkey->random, ARRAY_LEN(sides))],
        .density = densities[random_below(&monkey->random, ARRAY_LEN(densities))],
        .is_panel = random_chance(&monkey->random, 2),
    };
    if (random_chance(&monkey->random, 2)) { /* mostly back to what was asked for */
        display = (struct ui_display){0};
    }
    feed(monkey, (struct ui_event){.type = UI_DISPLAY, .display = display});
}

/* Suspended, or nobody there: minutes to hours. */
static void
act_wait(struct monkey *monkey) {
    uint32_t longest = random_chance(&monkey->random, 20) ? 10000000 : 200000;
    monkey->now_ms += random_below(&monkey->random, longest);
}

/* A short tap with the first finger. */
static bool
touch(struct monkey *monkey, struct str beginning) {
    struct ui_event event = {.type = UI_POINTER_DOWN, .pointer = 1};
    uint32_t node = some_node(monkey, beginning, &event.at);
    if (!node) {
        return false;
    }
    note_touched(monkey, node);
    feed(monkey, event);
    monkey->now_ms += 60;
    event.type = UI_POINTER_UP;
    feed(monkey, event);
    return true;
}

static void
act_language(struct monkey *monkey) {
    if (!touch(monkey, STR("locale "))) {
        touch(monkey, STR("start "));
    }
}

/* The keys on the glass; from elsewhere, to the search first. */
static void
act_key_on_glass(struct monkey *monkey) {
    bool is_typing = !random_chance(&monkey->random, 12) && touch(monkey, STR("key "));
    if (!is_typing && !touch(monkey, STR("keyboard "))) {
        touch(monkey, STR("open search"));
    }
}

static void
act_search(struct monkey *monkey) {
    if (str_eq(monkey->session.screen.path.name, STR("search"))) {
        touch(monkey, random_chance(&monkey->random, 2) ? STR("open ") : STR("clear "));
    } else if (!touch(monkey, STR("open search"))) {
        touch(monkey, STR("home"));
    }
}

/* As input methods send it: what is composed, and with `!` what is committed. In the middle of it
 * something else may happen. */
static void
act_compose(struct monkey *monkey) {
    static const char *const all[][14] = {
        {"ㅎ", "하", "!하", "ㅁ", "마", "!마", "ㅁ", "마", "맜", "맛", "!마", "쓰", "!쓰"},
        {"ㅅ", "시", "싳", "시", "!시", "ㅊ", "처", "청", "!청"},
        {"h", "は", "はm", "はま", "はまま", "はままつ", "浜松", "濱松", "!浜松"},
        {"ｋ", "か", "かｎ", "かんこく", "かんこくせいかつ", "韓国生活", ""}, {"´", "!é"},
        {"ㄱ", "", "ㄱ", "!ㄱ"}};
    const char *const *steps = all[random_below(&monkey->random, ARRAY_LEN(all))];
    for (size_t i = 0; i < ARRAY_LEN(all[0]) && steps[i]; i++) {
        bool is_done = steps[i][0] == '!';
        monkey->now_ms += 80;
        feed(monkey, (struct ui_event){.type = is_done ? UI_TEXT_INPUT : UI_TEXT_EDITING,
                         .text = str_from(steps[i] + is_done)});
        switch (random_below(&monkey->random, 40)) {
        case 0:
            act_tap(monkey);
            break;
        case 1:
            act_key(monkey);
            break;
        case 2:
            act_window(monkey);
            break;
        case 3:
            touch(monkey, STR("key "));
            break;
        case 4:
            return; /* the input method goes away */
        default:
            break;
        }
    }
}

static void
act_content(struct monkey *monkey) {
    if (monkey->content.folder[0]) {
        monkey_content_replace(&monkey->content, &monkey->random);
    }
}

/* Somebody answers the warning, or walks away for good. */
static void
act_leave(struct monkey *monkey) {
    monkey->now_ms += 121000;
    monkey_tally_add(&monkey->seen.touched, STR("(walks away)"));
    if (random_chance(&monkey->random, 2)) {
        monkey->now_ms += 60000;
    }
}

/* How likely each act is in each mood. */
static const struct {
    void (*act)(struct monkey *monkey);
    uint32_t weights[MONKEY_MOODS]; /* wild, visitor, typist, desk */
} acts[] = {{act_tap, {300, 400, 60, 50}}, {act_press_or_move, {250, 0, 0, 10}},
    {act_drag, {100, 150, 20, 20}}, {act_wheel, {60, 5, 5, 50}}, {act_key, {100, 0, 30, 400}},
    {act_type, {80, 0, 60, 80}}, {act_window, {20, 1, 2, 5}}, {act_display, {10, 1, 1, 1}},
    {act_wait, {20, 2, 1, 2}}, {act_language, {30, 10, 5, 5}}, {act_key_on_glass, {10, 5, 300, 5}},
    {act_search, {5, 10, 60, 20}}, {act_compose, {5, 0, 40, 20}}, {act_content, {1, 1, 1, 1}},
    {act_leave, {1, 1, 1, 1}}, {act_read_on, {5, 80, 5, 5}}};

static void
change_mood(struct monkey *monkey) {
    monkey->mood = (enum monkey_mood)random_below(&monkey->random, MONKEY_MOODS);
    monkey->mood_left =
        50 + random_below(&monkey->random, monkey->mood == MONKEY_TYPIST ? 100 : 400);
}

void
monkey_act(struct monkey *monkey) {
    if (monkey->mood_left == 0) {
        change_mood(monkey);
    }
    monkey->mood_left--;
    uint32_t total = 0;
    for (size_t i = 0; i < ARRAY_LEN(acts); i++) {
        total += acts[i].weights[monkey->mood];
    }
    uint32_t at = random_below(&monkey->random, total);
    size_t which = 0;
    while (at >= acts[which].weights[monkey->mood]) {
        at -= acts[which++].weights[monkey->mood];
    }
    acts[which].act(monkey);
}

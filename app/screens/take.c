/* take - what a phone takes along of another screen: `take?of=PATH`, as codes that its camera
 * reads, one at a time. `as=` chooses between calendar, address book, text and link, `at=` which of
 * several codes. */
#include "screens/page.h"
#include "screens/registry.h"

#include "handover/parts.h"
#include "handover/qr.h"

#include <math.h>

/* Modules of a code are at least so large, so that a camera at arm's length tells them apart; a
 * handheld is held nearer. A code larger than that would be farther than an arm. */
#define MODULE_MM 1.0f
#define MODULE_HANDHELD_MM 0.6f
#define CODE_MOST_MM 240.0f

enum { TEXT_CODES_MOST = 24 };

enum take_as { AS_LINK, AS_EVENTS, AS_CARD, AS_TEXT, AS_COUNT };
static const struct {
    const char *name;
    enum msg label, words;
} ways[AS_COUNT] = {
    [AS_LINK] = {"link", MSG_TAKE_AS_LINK, MSG_TAKE_LINK},
    [AS_EVENTS] = {"calendar", MSG_TAKE_AS_EVENTS, MSG_TAKE_EVENTS},
    [AS_CARD] = {"card", MSG_TAKE_AS_CARD, MSG_TAKE_CARD},
    [AS_TEXT] = {"text", MSG_TAKE_AS_TEXT, MSG_TAKE_TEXT},
};

struct take {
    struct hand hand;
    struct str of, link;
    bool has[AS_COUNT];
    enum take_as as;
    size_t at; /* of the codes, from 0; may be past the last */
};

static void
choose_way(struct take *take, const struct screen_path *path) {
    struct str asked = screen_path_value(path, STR("as"));
    int64_t at = 0;
    take->has[AS_LINK] = take->link.n > 0;
    take->has[AS_EVENTS] = take->hand.event_count > 0;
    take->has[AS_CARD] = take->hand.card.n > 0;
    take->has[AS_TEXT] = take->hand.text.n > 0;
    take->as = AS_COUNT;
    for (int i = 0; i < AS_COUNT; i++) {
        bool is_asked = take->has[i] && str_eq(asked, str_from(ways[i].name));
        bool is_first = take->has[i] && take->as == AS_COUNT;
        take->as = is_asked || is_first ? (enum take_as)i : take->as;
    }
    str_to_i64(screen_path_value(path, STR("at")), &at);
    take->at = at > 0 ? (size_t)at - 1 : 0;
}

static bool
take_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct take *take = ARENA_NEW(&screen->arena, struct take);
    struct arena *arena = &screen->arena;
    screen->model = take;
    take->of = screen_path_value(&screen->path, STR("of"));
    *found = env->hands && take->of.n > 0;
    if (!*found) {
        return true;
    }
    if (!env->hands->load(env->hands->self, env, take->of, arena, &take->hand, found, err)) {
        return false;
    }
    if (*found && env->browser_address.n > 0) {
        struct str address = env->browser_address;
        bool has_slash = str_ends(address, STR("/"));
        take->link = arena_printf(arena, "%.*s%s?lang=%s#%.*s", STR_ARG(address),
            has_slash ? "" : "/", locale_tag(env->locale), STR_ARG(take->of));
    }
    choose_way(take, &screen->path);
    return true;
}

/* Where the code stands: its room, and how many modules that is at their least. */
struct place {
    float side_px;
    int most_side;
};

static struct place
place_of(const struct ui *ui) {
    const struct metrics *m = ui_metrics(ui);
    bool is_kiosk = m->posture == POSTURE_KIOSK, is_wide = m->width_class == WIDTH_WIDE;
    float width = ((float)m->width_px - 2 * metrics_px(m, SPACE_XL)) * (is_wide ? 0.5f : 1);
    float side = fminf(width, (float)m->height_px * (is_wide ? 0.55f : 0.42f));
    side = floorf(fminf(side, CODE_MOST_MM * m->px_per_mm));
    float module = ceilf((is_kiosk ? MODULE_MM : MODULE_HANDHELD_MM) * m->px_per_mm);
    return (struct place){side, (int)floorf(side / module) - 2 * QR_QUIET};
}

/* The texts of all codes. */
struct codes {
    struct str *texts;
    size_t count;
    bool is_cut;
};

static struct str
event_text(
    const struct screen_env *env, struct arena *arena, struct ical_event event, size_t room) {
    struct str_buf bytes = {0};
    ical_write_event(&bytes, &event, &env->today);
    if (str_buf_str(&bytes).n > room) {
        event.description = (struct str){0};
        str_buf_clear(&bytes);
        ical_write_event(&bytes, &event, &env->today);
    }
    struct str text = arena_str(arena, str_buf_str(&bytes));
    str_buf_finish(&bytes);
    return text;
}

static struct codes
codes_of(const struct take *take, const struct screen_env *env, struct arena *arena, size_t room) {
    struct codes codes = {0};
    if (take->as == AS_TEXT && room > PARTS_MARK + 8) {
        codes.count = parts_cut(arena, take->hand.text, room, &codes.texts);
        codes.is_cut = take->hand.is_cut || codes.count > TEXT_CODES_MOST;
        codes.count = codes.count > TEXT_CODES_MOST ? TEXT_CODES_MOST : codes.count;
        return codes;
    }
    codes.count = take->as == AS_EVENTS ? take->hand.event_count : 1;
    codes.texts = ARENA_ARRAY(arena, codes.count, struct str);
    for (size_t i = 0; i < codes.count; i++) {
        codes.texts[i] = take->as == AS_EVENTS ? event_text(env, arena, take->hand.events[i], room)
                         : take->as == AS_CARD ? take->hand.card
                                               : take->link;
    }
    return codes;
}

/* White round the modules in every theme: readers look for it, and for dark on light. */
static void
draw_code(struct draw_list *list, struct rect rect, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    static const struct color white = {255, 255, 255, 255}, black = {0, 0, 0, 255}, none = {0};
    const struct qr *qr = data;
    int whole = qr->side + 2 * QR_QUIET;
    float module = floorf(fminf(rect.w, rect.h) / (float)whole), side = module * (float)whole;
    float x0 = floorf(rect.x + (rect.w - side) / 2), y0 = floorf(rect.y + (rect.h - side) / 2);
    (void)theme;
    (void)metrics;
    draw_rect(list, (struct rect){x0, y0, side, side}, 0, white, none, 0);
    for (int y = 0; y < qr->side; y++) {
        for (int x = 0, end; x < qr->side; x = end + 1) {
            for (end = x; end < qr->side && qr_is_dark(qr, end, y); end++) {
            }
            if (end > x) {
                draw_rect(list,
                    (struct rect){x0 + (float)(x + QR_QUIET) * module,
                        y0 + (float)(y + QR_QUIET) * module, (float)(end - x) * module, module},
                    0, black, none, 0);
            }
        }
    }
}

static struct str
path_with(struct arena *arena, const struct take *take, enum take_as as, size_t at) {
    struct str of = screen_path_encode(arena, take->of);
    return arena_printf(
        arena, "replace take?of=%.*s&as=%s&at=%zu", STR_ARG(of), ways[as].name, at + 1);
}

/* What the code shown is of: the day of an event, else the page. */
static struct str
title_of(const struct take *take, const struct screen_env *env, struct arena *arena, size_t at) {
    if (take->as != AS_EVENTS) {
        return take->hand.title;
    }
    const struct ical_event *event = &take->hand.events[at];
    struct str day = i18n_day(env->i18n, arena, env->locale, &event->from, true);
    return arena_printf(arena, "%.*s\n%.*s", STR_ARG(day), STR_ARG(event->summary));
}

static void
code_view(struct ui *ui, const struct screen_env *env, struct str text, struct str title,
    const struct place *place) {
    const struct metrics *m = ui_metrics(ui);
    struct arena *arena = ui_arena(ui);
    struct qr *qr = ARENA_NEW(arena, struct qr);
    struct msg_arg args[] = {MSG_TEXT(title)};
    if (!qr_make(qr, text, place->most_side)) {
        page_text(ui, env, word_text(env, MSG_TAKE_NOTHING));
        return;
    }
    float dp = place->side_px / m->size_px;
    bool is_wide = m->width_class == WIDTH_WIDE;
    ui_open(ui, (struct ui_box){.key = STR("code"),
                    .width = dp,
                    .height = dp,
                    .self = is_wide ? UI_SELF_START : UI_SELF_CENTER,
                    .role = ROLE_IMAGE,
                    .label = i18n_format(env->i18n, arena, env->locale, MSG_TAKE_CODE, args, 1),
                    .canvas = draw_code,
                    .canvas_data = qr});
    ui_close(ui);
}

static void
step_key(struct ui *ui, const struct screen_env *env, const struct take *take, size_t at,
    size_t count, bool is_next) {
    bool is_end = is_next ? at + 1 >= count : at == 0;
    size_t to = is_end ? at : is_next ? at + 1 : at - 1;
    ui_button(ui, (struct ui_button){.key = is_next ? STR("next") : STR("previous"),
                      .label = word_text(env, is_next ? MSG_TAKE_NEXT : MSG_TAKE_PREVIOUS),
                      .icon = is_next ? (struct str){0} : STR("back"),
                      .end_icon = is_next ? STR("chevron") : (struct str){0},
                      .kind = is_next ? UI_BUTTON_PRIMARY : UI_BUTTON_SECONDARY,
                      .action = path_with(ui_arena(ui), take, take->as, to),
                      .disabled = is_end});
}

static void
steps_view(
    struct ui *ui, const struct screen_env *env, const struct take *take, size_t at, size_t count) {
    struct msg_arg args[] = {MSG_NUMBER(at + 1), MSG_NUMBER(count)};
    if (count < 2) {
        return;
    }
    ui_open(ui, (struct ui_box){.key = STR("steps"),
                    .axis = UI_WRAP,
                    .gap = SPACE_M,
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_CENTER});
    step_key(ui, env, take, at, count, false);
    ui_text(ui, i18n_format(env->i18n, ui_arena(ui), env->locale, MSG_TAKE_PLACE, args, 2),
        env->locale, (struct ui_text_spec){.style = TYPE_LEAD, .strong = true, .no_wrap = true});
    step_key(ui, env, take, at, count, true);
    ui_close(ui);
}

static void
ways_view(struct ui *ui, const struct screen_env *env, const struct take *take) {
    int count = 0;
    for (int i = 0; i < AS_COUNT; i++) {
        count += take->has[i];
    }
    if (count < 2) {
        return;
    }
    ui_open(ui, (struct ui_box){.key = STR("ways"),
                    .role = ROLE_LIST,
                    .label = word_text(env, MSG_TAKE_WAY),
                    .axis = UI_WRAP,
                    .gap = SPACE_S});
    for (int i = 0; i < AS_COUNT; i++) {
        if (take->has[i]) {
            ui_chip(ui, (struct ui_chip){.key = str_from(ways[i].name),
                            .label = word_text(env, ways[i].label),
                            .action = path_with(ui_arena(ui), take, (enum take_as)i, 0),
                            .selected = i == (int)take->as});
        }
    }
    ui_close(ui);
}

/* What happens, and on a shared panel that nothing of it stays. */
static void
words_view(struct ui *ui, const struct screen_env *env, const struct take *take,
    const struct codes *codes) {
    page_text(ui, env, word_text(env, ways[take->as].words));
    if (take->as == AS_TEXT && codes->count > 1) {
        page_text(ui, env, word_text(env, MSG_TAKE_TEXTS));
    }
    if (codes->is_cut) {
        struct msg_arg args[] = {MSG_NUMBER(codes->count)};
        page_text(
            ui, env, i18n_format(env->i18n, ui_arena(ui), env->locale, MSG_TAKE_LONG, args, 1));
    }
    if (env->posture == POSTURE_KIOSK) {
        page_text(ui, env, word_text(env, MSG_TAKE_WIPE));
        ui_button(ui, (struct ui_button){.key = STR("wipe"),
                          .label = word_text(env, MSG_TAKE_WIPE_KEY),
                          .icon = STR("close"),
                          .kind = UI_BUTTON_SECONDARY,
                          .action = STR("restart")});
    }
}

static void
title_view(struct ui *ui, const struct screen_env *env, struct str title) {
    ui_text(ui, title, env->locale,
        (struct ui_text_spec){.key = STR("of"), .style = TYPE_LEAD, .by_phrase = true});
}

static void
taken_view(struct ui *ui, const struct screen_env *env, const struct take *take) {
    struct arena *arena = ui_arena(ui);
    struct place place = place_of(ui);
    struct codes codes = codes_of(take, env, arena, qr_room(place.most_side));
    size_t at = take->at < codes.count ? take->at : codes.count - 1;
    struct str title = title_of(take, env, arena, at);
    bool is_wide = ui_metrics(ui)->width_class == WIDTH_WIDE;
    ways_view(ui, env, take);
    ui_open(ui, (struct ui_box){.key = STR("taken"),
                    .axis = is_wide ? UI_ROW : UI_COLUMN,
                    .gap = is_wide ? SPACE_XL : SPACE_M});
    if (!is_wide) {
        title_view(ui, env, title);
    }
    code_view(ui, env, codes.texts[at], title, &place);
    ui_open(ui, (struct ui_box){.gap = SPACE_M, .grow = is_wide ? 1 : 0});
    if (is_wide) {
        title_view(ui, env, title);
    }
    steps_view(ui, env, take, at, codes.count);
    words_view(ui, env, take, &codes);
    ui_close(ui);
    ui_close(ui);
}

static void
take_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct take *take = screen->model;
    page_frame_open(screen, env, ui);
    page_head(ui, env, screen->title, (struct str){0}, (struct str){0});
    if (take->as == AS_COUNT) {
        page_text(ui, env, word_text(env, MSG_TAKE_NOTHING));
    } else {
        taken_view(ui, env, take);
    }
    page_frame_close(ui);
}

const struct screen_ops screen_take = {
    .name = "take",
    .title = MSG_TITLE_TAKE,
    .load = take_load,
    .view = take_view,
    .is_hidden = true,
    .max_width = 1080,
};

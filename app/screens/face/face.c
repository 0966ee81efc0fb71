/* face - `face/phrases/hello`: a phrase, a term or a name as large as fits, in the language of the
 * person opposite; below it one's own words and how to say theirs. `?turned=1`: their half is
 * turned by 180 degrees, for a panel that lies between two people; `?to=ja`: their language. */
#include "screens/face/subject.h"
#include "screens/page.h"
#include "screens/registry.h"
#include "screens/spoken.h"
#include "screens/ticks.h"

#include "base/utf8.h"

#include <math.h>

#define LARGEST 6.0f         /* of the largest type */
#define THEIRS_LEAST 0.42f   /* of the height, for the half opposite */
#define WAVE_DP 13.0f        /* how high the border is ... */
#define WAVE_EACH_DP 100.0f  /* ... and how far its waves are apart, more or less */
#define WAVE_RADIUS_DP 32.0f /* of the round of which one sees the top */
#define SENTENCE_LEAST 40    /* characters */
#define PARAGRAPH_LEAST 80

struct face {
    struct subject subject;
    enum locale_id to;
    bool is_turned;
};

static bool
face_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct face *face = ARENA_NEW(&screen->arena, struct face);
    struct str to = screen_path_value(&screen->path, STR("to"));
    screen->model = face;
    face->to = spoken_opposite(env->locale);
    face->is_turned = str_eq(screen_path_value(&screen->path, STR("turned")), STR("1"));
    enum locale_id wanted;
    bool is_wanted = locale_from_tag(to, &wanted) && wanted != env->locale;
    face->to = is_wanted ? wanted : face->to;
    if (!subject_load(&face->subject, screen, env, face->to, found, err)) {
        return false;
    }
    *found = *found && face->subject.words[face->to].n > 0;
    screen->title = face->subject.words[env->locale];
    return true;
}

/* Paper laps at the half opposite. */
static void
wave(struct draw_list *list, struct rect rect, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    float radius = metrics_px(metrics, WAVE_RADIUS_DP), height = rect.h;
    float count = floorf(rect.w / metrics_px(metrics, WAVE_EACH_DP));
    float each = rect.w / (count < 1 ? 1 : count);
    (void)data;
    draw_clip_push(list, rect);
    for (float x = rect.x + each / 4; x < rect.x + rect.w + radius; x += each) {
        struct rect round = {
            floorf(x - radius), rect.y + floorf(height / 4), 2 * radius, 2 * radius};
        draw_rect(list, round, radius, theme->colors[COLOR_PAPER], (struct color){0}, 0);
    }
    draw_clip_pop(list);
}

/* One of the two has ticked this step, until they leave. In the frame's arena. */
static struct str
tick_name(struct ui *ui, const struct subject *subject, enum locale_id side) {
    return arena_printf(ui_arena(ui), "face/%.*s/%s", STR_ARG(subject->step), locale_tag(side));
}

/* Each side ticks for itself, and sees when both have. */
static void
tick(struct ui *ui, const struct screen_env *env, const struct face *face, enum locale_id side) {
    enum locale_id other = side == face->to ? env->locale : face->to;
    struct str name = tick_name(ui, &face->subject, side);
    bool is_done = ticks_has(env->ticks, name);
    bool is_agreed = is_done && ticks_has(env->ticks, tick_name(ui, &face->subject, other));
    if (face->subject.step.n == 0) {
        return;
    }
    ui_open(ui, (struct ui_box){.key = STR("agreed"),
                    .axis = UI_WRAP,
                    .gap = SPACE_M,
                    .align = UI_ALIGN_CENTER,
                    .justify = side == face->to ? UI_JUSTIFY_CENTER : UI_JUSTIFY_START});
    ui_button(ui, (struct ui_button){.key = STR("tick"),
                      .label = i18n_text(env->i18n, side, MSG_FACE_TICK),
                      .lang = UI_LANG(side),
                      .icon = STR("check"),
                      .kind = UI_BUTTON_SECONDARY,
                      .selected = is_done && side != face->to,
                      .action = arena_printf(ui_arena(ui), "tick %.*s", STR_ARG(name))});
    if (is_done) {
        enum msg said = is_agreed ? MSG_FACE_BOTH : MSG_FACE_ONE;
        ui_text(ui, i18n_text(env->i18n, side, said), side,
            (struct ui_text_spec){
                .style = TYPE_LABEL, .color = side == face->to ? COLOR_ON_INDIGO : COLOR_INDIGO});
    }
    ui_close(ui);
}

static void
theirs(struct ui *ui, const struct screen_env *env, const struct face *face) {
    const struct metrics *m = ui_metrics(ui);
    ui_open(ui, (struct ui_box){.key = STR("theirs"),
                    .role = ROLE_REGION,
                    .label = locale_own_name(face->to),
                    .lang = UI_LANG(face->to),
                    .grow = 1,
                    .min_height = THEIRS_LEAST * m->height_dp / m->text_scale,
                    .background = COLOR_INDIGO});
    ui_open(ui, (struct ui_box){.key = STR("side"),
                    .grow = 1,
                    .turned = face->is_turned,
                    .padding = ui_pad2(SPACE_L, SPACE_XL),
                    .justify = UI_JUSTIFY_CENTER});
    ui_text(ui, face->subject.words[face->to], face->to,
        (struct ui_text_spec){.key = STR("words"),
            .style = TYPE_FIGURE,
            .color = COLOR_ON_INDIGO,
            .align = TEXT_ALIGN_CENTER,
            .by_phrase = true,
            .strong = true,
            .zoom = LARGEST,
            .fits = true,
            .grow = 1,
            .reading = face->subject.reading[face->to]});
    tick(ui, env, face, face->to);
    ui_close(ui);
    ui_open(ui, (struct ui_box){.height = WAVE_DP, .canvas = wave});
    ui_close(ui);
    ui_close(ui);
}

static void
line(struct ui *ui, struct str text, enum locale_id lang, struct ui_text_spec spec) {
    if (text.n) {
        ui_text(ui, text, lang, spec);
    }
}

/* "Greetings · 3 / 41" */
static struct str
where(struct ui *ui, const struct screen_env *env, const struct subject *subject) {
    struct msg_arg args[] = {
        MSG_NUMBER((int64_t)subject->place + 1), MSG_NUMBER((int64_t)subject->count)};
    struct str place = i18n_format(env->i18n, ui_arena(ui), env->locale, MSG_FACE_PLACE, args, 2);
    return word_join(env, ui_arena(ui), subject->list, place);
}

/* Where it stands in its list, and the way to all that is known of it. */
static void
about(struct ui *ui, const struct screen_env *env, const struct subject *subject) {
    ui_open(ui, (struct ui_box){
                    .key = STR("about"), .axis = UI_ROW, .gap = SPACE_M, .align = UI_ALIGN_CENTER});
    ui_text(ui, where(ui, env, subject), env->locale,
        (struct ui_text_spec){.style = TYPE_CAPTION, .color = COLOR_INK2, .grow = 1});
    if (subject->details.n > 0) {
        ui_button(
            ui, (struct ui_button){.key = STR("details"),
                    .label = word_text(env, MSG_FACE_DETAILS),
                    .kind = UI_BUTTON_LINK,
                    .end_icon = STR("chevron"),
                    .action = arena_printf(ui_arena(ui), "open %.*s", STR_ARG(subject->details))});
    }
    ui_close(ui);
}

/* A paragraph is no title: theirs would be left no room. */
static enum type_style
own_style(const struct ui *ui, struct str words) {
    size_t count = utf8_count(words);
    bool is_large = ui_metrics(ui)->text_scale >= LARGE_TEXT_SCALE;
    return count > PARAGRAPH_LEAST              ? TYPE_BODY
           : is_large || count > SENTENCE_LEAST ? TYPE_LEAD
                                                : TYPE_TITLE;
}

static void
own(struct ui *ui, const struct screen_env *env, const struct face *face, bool is_half) {
    const struct subject *subject = &face->subject;
    struct str reading = subject->reading[face->to], sound = subject->sound[face->to];
    bool reads_itself = str_eq(reading, subject->words[face->to]);
    ui_open(ui, (struct ui_box){.key = STR("own"), .gap = SPACE_S, .grow = 1});
    about(ui, env, subject);
    ui_text(ui, subject->words[env->locale], env->locale,
        (struct ui_text_spec){.key = STR("words"),
            .style = own_style(ui, subject->words[env->locale]),
            .by_phrase = true,
            .strong = true,
            .role = ROLE_HEADING,
            .level = 1,
            .zoom = is_half ? 2 : 1,
            .fits = is_half,
            .grow = is_half ? 1 : 0});
    line(ui, sound, env->locale,
        (struct ui_text_spec){
            .key = STR("sound"), .style = TYPE_LEAD, .strong = true, .by_phrase = true});
    line(ui, reads_itself ? (struct str){0} : reading, face->to,
        (struct ui_text_spec){.key = STR("reading"), .style = TYPE_BODY, .color = COLOR_INK2});
    tick(ui, env, face, env->locale);
    ui_close(ui);
}

/* To another of its list, or the same turned; Back leads to where one came from. */
static struct str
lead_to(struct ui *ui, const struct face *face, struct str address, bool turned) {
    struct str path = page_face_path(ui, address, face->to, turned);
    return arena_printf(ui_arena(ui), "replace %.*s", STR_ARG(path));
}

static void
key(struct ui *ui, struct str name, struct str label, struct str icon, struct str end_icon,
    struct str action) {
    ui_open(ui, (struct ui_box){.grow = 1});
    ui_button(ui, (struct ui_button){.key = name,
                      .label = label,
                      .icon = icon,
                      .end_icon = end_icon,
                      .kind = UI_BUTTON_SECONDARY,
                      .fill = true,
                      .disabled = action.n == 0,
                      .action = action.n ? action : name});
    ui_close(ui);
}

static void
keys(struct ui *ui, const struct screen_env *env, const struct face *face, bool is_beside) {
    const struct subject *subject = &face->subject;
    struct str none = {0};
    bool turned = face->is_turned;
    ui_open(ui, (struct ui_box){.key = STR("keys"),
                    .axis = is_beside ? UI_ROW : UI_WRAP,
                    .gap = SPACE_S,
                    .no_shrink = is_beside});
    key(ui, STR("previous"), word_text(env, MSG_FACE_PREVIOUS), STR("previous"), none,
        subject->previous.n ? lead_to(ui, face, subject->previous, turned) : none);
    key(ui, STR("turn"), word_text(env, MSG_FACE_TURN), STR("turn"), none,
        lead_to(ui, face, subject->here, !turned));
    key(ui, STR("next"), word_text(env, MSG_FACE_NEXT), none, STR("chevron"),
        subject->next.n ? lead_to(ui, face, subject->next, turned) : none);
    ui_close(ui);
}

static void
face_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct face *face = screen->model;
    const struct metrics *m = ui_metrics(ui);
    bool is_half = m->posture == POSTURE_HANDHELD && m->width_class != WIDTH_COMPACT;
    bool is_large = m->text_scale >= LARGE_TEXT_SCALE;
    bool is_beside = !is_half && !m->is_tall && m->width_class == WIDTH_WIDE;
    float side = m->width_class == WIDTH_COMPACT ? SPACE_L : SPACE_XL;
    page_frame_open(screen, env, ui);
    theirs(ui, env, face);
    ui_open(ui, (struct ui_box){.key = STR("below"),
                    .axis = is_beside ? UI_ROW : UI_COLUMN,
                    .align = is_beside ? UI_ALIGN_END : UI_ALIGN_STRETCH,
                    .gap = SPACE_L,
                    .grow = is_half ? 1 : 0,
                    .padding = {SPACE_S, side, SPACE_L, side}});
    if (is_large) { /* else one would have to look for the key that turns */
        keys(ui, env, face, is_beside);
    }
    own(ui, env, face, is_half);
    if (!is_large) {
        keys(ui, env, face, is_beside);
    }
    ui_close(ui);
    page_frame_close(ui);
}

/* Of every city's name; phrases and terms are as many again, under their own paths. */
static bool
face_paths(const struct screen_env *env, struct path_list *list, struct err *err) {
    struct store_city *cities;
    size_t count;
    if (!store_cities(
            env->store, list->arena, env->locale, STORE_ALL(STR("cities")), &cities, &count, err)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        path_list_add(list, arena_printf(list->arena, "face/cities/%.*s", STR_ARG(cities[i].id)));
    }
    return true;
}

const struct screen_ops screen_face = {
    .name = "face",
    .takes_id = true,
    .takes_part = true,
    .title = MSG_TITLE_FACE,
    .has_own_title = true,
    .load = face_load,
    .view = face_view,
    .paths = face_paths,
    .fills = true,
};

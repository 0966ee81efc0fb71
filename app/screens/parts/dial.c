#include "screens/parts/dial.h"

#include "screens/words.h"

#include <math.h>
#include <stdlib.h>

#define MINUTES 60
#define PI 3.14159265358979f

enum { TICKS = 16, NEEDLE = 4 };

struct dial
dial_of(
    const struct screen_env *env, const struct store_city *home, const struct store_city *city) {
    struct dial dial = {.home = home, .city = city, .day = env->today};
    bool is_home = str_eq(home->id, city->id);
    dial.has_way = !is_home && home->has_position && city->has_position;
    if (dial.has_way) {
        struct geo_place from = {home->latitude, home->longitude};
        struct geo_place to = {city->latitude, city->longitude};
        dial.km = geo_km(from, to);
        dial.bearing = geo_bearing(from, to);
    }
    dial.has_time =
        !is_home && time_zone_difference(home->time_zone, city->time_zone, &dial.day, &dial.time);
    return dial;
}

struct str
dial_where(const struct screen_env *env, struct arena *arena, const struct dial *dial) {
    struct msg_arg args[] = {MSG_TEXT(dial->home->name),
        MSG_TEXT(word_direction(env, dial->bearing)), MSG_NUMBER(fmod(round(dial->bearing), 360))};
    return i18n_format(env->i18n, arena, env->locale, MSG_DIAL_WHERE, args, 3);
}

struct str
dial_hours(const struct screen_env *env, struct arena *arena, int minutes) {
    const char *sign = minutes < 0 ? "−" : minutes > 0 ? "+" : "";
    int hours = abs(minutes) / MINUTES, rest = abs(minutes) % MINUTES;
    struct msg_arg args[] = {MSG_TEXT(arena_printf(arena, "%s%d", sign, hours)), MSG_NUMBER(rest)};
    return rest == 0 ? i18n_format(env->i18n, arena, env->locale, MSG_DIAL_HOURS, args, 1)
                     : i18n_format(env->i18n, arena, env->locale, MSG_DIAL_HOURS_MINUTES, args, 2);
}

struct str
dial_seasons(const struct screen_env *env, struct arena *arena, const struct dial *dial) {
    static const enum msg words[] = {[TIME_ZONE_SUMMER] = MSG_DIAL_SUMMER,
        [TIME_ZONE_WINTER] = MSG_DIAL_WINTER,
        [TIME_ZONE_SEASONS] = MSG_DIAL_SEASONS};
    if (!dial->has_time || dial->time.other == TIME_ZONE_ALWAYS) {
        return (struct str){0};
    }
    struct msg_arg other = MSG_TEXT(dial_hours(env, arena, dial->time.other_minutes));
    if (dial->day.precision != EDTF_DAY) {
        return i18n_format(env->i18n, arena, env->locale, MSG_DIAL_NO_DAY, &other, 1);
    }
    struct edtf day = {.from = dial->day};
    struct msg_arg args[] = {
        MSG_TEXT(i18n_date(env->i18n, arena, env->locale, &day, false)), other};
    return i18n_format(env->i18n, arena, env->locale, words[dial->time.other], args, 2);
}

/* What is drawn of one dial; the paths point into it. In the frame's arena. */
struct face {
    double bearing;
    enum ui_color hue;
    struct point ticks[2 * TICKS], needle[NEEDLE];
    size_t tick_ends[TICKS], needle_end;
    struct draw_path paths[2];
};

static struct point
on_circle(float middle, float radius, float turn) {
    return (struct point){middle + radius * sinf(turn), middle - radius * cosf(turn)};
}

static void
draw_face(struct draw_list *list, struct rect rect_px, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    struct face *face = *(struct face *const *)data;
    float side = rect_px.w, middle = side / 2, line = metrics_px(metrics, 2);
    float turn = (float)face->bearing * PI / 180, hub = side * 0.07f;
    struct color none = {0}, indigo = theme->colors[COLOR_INDIGO];
    draw_rect(list, rect_px, middle, theme->colors[COLOR_WATER], indigo, line);
    for (int ring = 1; ring <= 2; ring++) { /* ripples */
        float inset = middle * (float)ring * 0.3f;
        struct rect circle = {
            rect_px.x + inset, rect_px.y + inset, side - 2 * inset, side - 2 * inset};
        draw_rect(
            list, circle, circle.w / 2, none, theme->colors[COLOR_COAST], metrics->hairline_px);
    }
    for (int i = 0; i < TICKS; i++) {
        float angle = 2 * PI * (float)i / TICKS;
        float length = i % 4 == 0 ? 0.16f : 0.08f;
        face->ticks[2 * i] = on_circle(middle, middle - line, angle);
        face->ticks[2 * i + 1] = on_circle(middle, middle * (1 - length) - line, angle);
        face->tick_ends[i] = 2 * (size_t)i + 2;
    }
    face->needle[0] = on_circle(middle, middle * 0.84f, turn);
    face->needle[1] = on_circle(middle, side * 0.085f, turn + PI / 2);
    face->needle[2] = on_circle(middle, side * 0.06f, turn + PI);
    face->needle[3] = on_circle(middle, side * 0.085f, turn - PI / 2);
    face->needle_end = NEEDLE;
    face->paths[0] = (struct draw_path){.color = indigo,
        .points = face->ticks,
        .ends = face->tick_ends,
        .contours = TICKS,
        .width = line};
    face->paths[1] = (struct draw_path){.color = theme->colors[face->hue],
        .points = face->needle,
        .ends = &face->needle_end,
        .contours = 1};
    draw_paths(list, rect_px, none, face->paths, 2);
    struct rect disc = {rect_px.x + middle - hub, rect_px.y + middle - hub, 2 * hub, 2 * hub};
    draw_rect(list, disc, hub, theme->colors[COLOR_CARD], indigo, line);
}

void
dial_face(struct ui *ui, const struct screen_env *env, const struct dial *dial, float side) {
    struct arena *arena = ui_arena(ui);
    struct face **face = ARENA_NEW(arena, struct face *);
    struct geo_place from = {dial->home->latitude, dial->home->longitude};
    struct geo_place to = {dial->city->latitude, dial->city->longitude};
    struct msg_arg args[] = {MSG_TEXT(dial->city->name), MSG_TEXT(word_away(env, arena, from, to))};
    float unscaled = side / ui_metrics(ui)->text_scale;
    *face = ARENA_NEW(arena, struct face);
    (*face)->bearing = dial->bearing;
    (*face)->hue = theme_country(dial->city->country).color;
    ui_open(ui, (struct ui_box){.key = STR("dial"),
                    .width = unscaled,
                    .height = unscaled,
                    .self = UI_SELF_CENTER,
                    .role = ROLE_IMAGE,
                    .label = i18n_format(env->i18n, arena, env->locale, MSG_DIAL_LABEL, args, 2),
                    .canvas = draw_face,
                    .canvas_data = face});
    ui_close(ui);
}

/* The timeline as a picture: a lane a city on one axis that is shown near or far. */
#include "screens/parts/lane_card.h"
#include "screens/parts/lane_sheet.h"
#include "screens/timeline.h"
#include "i18n/civil.h"

#include <math.h>

#define AXIS STR("years")
#define LEAST_DAYS 31.0 /* closer than that there is nothing to see */
#define AROUND_YEARS 5  /* on either side of a year that was asked for */
#define ROOM 0.08       /* of what is shown, that an event keeps from its edges */

/* The lane with the event, and its row there. */
static bool
find_lane(struct timeline *timeline, const struct screen_env *env, struct err *err) {
    for (size_t i = 0; timeline->has_event && i < timeline->lanes.count; i++) {
        const struct lane *lane = &timeline->lanes.lanes[i];
        bool found;
        if (lane->is_city && !str_eq(lane->id, timeline->event.city)) {
            continue;
        }
        if (!store_listing_place(
                env->store, lane->rows->listing, timeline->event.id, &timeline->row, &found, err)) {
            return false;
        }
        if (found) {
            timeline->lane = lane;
            return true;
        }
    }
    return true;
}

bool
timeline_picture_load(struct timeline *timeline, struct screen *screen,
    const struct screen_env *env, struct err *err) {
    int64_t year;
    if (str_to_i64(screen_path_value(&screen->path, STR("at")), &year) && year > 0 && year < 9999) {
        timeline->at_year = (int)year;
    }
    return lane_set_load(&timeline->lanes, screen, env, timeline->city.id, err) &&
           find_lane(timeline, env, err);
}

/* Once: what the path asks for comes into view. An event that is in view already moves nothing. */
static void
place(struct timeline *timeline, struct ui *ui) {
    if (timeline->is_placed) {
        return;
    }
    timeline->is_placed = true;
    const struct lane_set *set = &timeline->lanes;
    struct zoom_range shown = ui_zoom(ui, AXIS, set->whole, set->usual, LEAST_DAYS);
    if (timeline->at_year > 0) {
        struct edtf_point year = {.precision = EDTF_YEAR, .year = (int16_t)timeline->at_year};
        double middle = (double)civil_number(&year) + 183, half = 365.25 * AROUND_YEARS + 183;
        ui_zoom_show(ui, AXIS, (struct zoom_range){middle - half, middle + half});
    } else if (timeline->lane) {
        struct zoom_range days = lanes_range(&timeline->event.date, 0);
        double span = shown.to - shown.from,
               at = timeline->event.date.is_range ? days.from : (days.from + days.to) / 2;
        bool is_seen = at >= shown.from + span * ROOM / 2 && at <= shown.to - span * ROOM / 2;
        double from = at < shown.from + span / 2 ? at - span * ROOM : at + span * ROOM - span;
        if (!is_seen) {
            ui_zoom_show(ui, AXIS, (struct zoom_range){from, from + span});
        }
    }
}

static struct str
path_of(struct ui *ui, const struct timeline *timeline, const char *view) {
    struct str id = timeline->city.id;
    return arena_printf(
        ui_arena(ui), "timeline?view=%s%s%.*s", view, id.n ? "&city=" : "", STR_ARG(id));
}

static void
zoom_key(struct ui *ui, const struct screen_env *env, const char *word, const char *icon,
    enum msg label, bool is_off) {
    ui_icon_button(
        ui, (struct ui_icon_button){.key = arena_printf(ui_arena(ui), "zoom-%s", word),
                .label = word_text(env, label),
                .icon = str_from(icon),
                .action = arena_printf(ui_arena(ui), "zoom %.*s %s", STR_ARG(AXIS), word),
                .disabled = is_off});
}

static void
keys(struct ui *ui, const struct screen_env *env, const struct timeline *timeline,
    struct zoom_range shown) {
    const struct lane_set *set = &timeline->lanes;
    bool is_all = shown.from <= set->whole.from && shown.to >= set->whole.to,
         is_near = shown.to - shown.from <= LEAST_DAYS * 1.01;
    ui_open(
        ui, (struct ui_box){.axis = UI_ROW, .key = STR("keys"), .gap = SPACE_S, .no_shrink = true});
    zoom_key(ui, env, "out", "minus", MSG_ZOOM_OUT, is_all);
    zoom_key(ui, env, "in", "plus", MSG_ZOOM_IN, is_near);
    zoom_key(ui, env, "all", "span", MSG_ZOOM_ALL, is_all);
    ui_icon_button(ui, (struct ui_icon_button){.key = STR("list"),
                           .label = word_text(env, MSG_SHOW_LIST),
                           .icon = STR("list"),
                           .action = arena_printf(ui_arena(ui), "replace %.*s",
                               STR_ARG(path_of(ui, timeline, "list")))});
    ui_close(ui);
}

static void
head(struct ui *ui, const struct screen_env *env, const struct screen *screen,
    struct lane_sheet *sheet) {
    bool is_narrow = ui_metrics(ui)->width_class == WIDTH_COMPACT;
    const struct ui_aside aside = {
        .about = screen->title, .text = word_text(env, MSG_TIMELINE_NOTE)};
    ui_open(ui, (struct ui_box){.key = STR("head"),
                    .axis = is_narrow ? UI_WRAP : UI_ROW,
                    .gap = SPACE_L,
                    .cross_gap = SPACE_S,
                    .align = UI_ALIGN_CENTER});
    ui_open(ui, (struct ui_box){.grow = 1});
    ui_noted_open(ui, UI_ALIGN_CENTER);
    ui_heading(
        ui, word_text(env, MSG_TITLE_TIMELINE), env->locale, (struct ui_heading){.level = 1});
    ui_noted_close(ui, &aside);
    ui_close(ui);
    keys(ui, env, screen->model, sheet->view.shown);
    ui_close(ui);
    lane_sheet_years(ui, env, sheet);
}

static void
card(
    struct ui *ui, const struct screen_env *env, const struct timeline *timeline, struct str path) {
    struct rows *events = timeline->events;
    size_t at = timeline->place;
    struct lane_card of = {.event = &timeline->event,
        .before = at > 0 ? rows_at(events, env, at - 1) : NULL,
        .after = at + 1 < events->count ? rows_at(events, env, at + 1) : NULL,
        .country = timeline->lane ? timeline->lane->country : (struct str){0},
        .path = path};
    lane_card(ui, env, &of);
}

static void
decades(struct ui *ui, const struct screen_env *env, const struct timeline *timeline,
    const struct lane_sheet *sheet, float margin_px) {
    float width = (float)ui_metrics(ui)->width_px - 2 * margin_px;
    lane_decades(ui, env, &timeline->lanes, AXIS, sheet->view.shown, width);
}

/* What stands below the lanes, in reach. A low panel has room for one of them. */
static void
dock(struct ui *ui, const struct screen_env *env, const struct timeline *timeline,
    const struct lane_sheet *sheet, bool has_card, float margin_px) {
    const struct metrics *m = ui_metrics(ui);
    float side = m->width_class == WIDTH_COMPACT ? SPACE_L : SPACE_XL;
    ui_chrome_dock(ui);
    ui_open(ui, (struct ui_box){.padding = {SPACE_M, side, SPACE_M, side}, .gap = SPACE_M});
    if (has_card) {
        card(ui, env, timeline, sheet->path);
    }
    if (!has_card || m->is_tall) {
        decades(ui, env, timeline, sheet, margin_px);
    }
    ui_close(ui);
}

static void
lanes(struct ui *ui, const struct screen_env *env, const struct timeline *timeline,
    struct lane_sheet *sheet) {
    lane_sheet_lanes(ui, env, sheet);
    if (timeline->city.id.n) { /* one lane leaves room to say what its marks are */
        page_event_rows(ui, env, timeline->events, STR("events"),
            timeline->has_event ? timeline->place + 1 : 0);
    }
}

/* With large type, and in low windows, the card stands on the page: it would hide the lanes. Under
 * a sheet there is room for neither. */
void
timeline_picture_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    struct timeline *timeline = screen->model;
    const struct metrics *m = ui_metrics(ui);
    bool is_large = m->text_scale >= LARGE_TEXT_SCALE;
    float margin_px = metrics_px(m, m->width_class == WIDTH_COMPACT ? SPACE_L : SPACE_XL);
    place(timeline, ui);
    struct lane_sheet from = {.set = &timeline->lanes,
        .has_marked = timeline->lane != NULL,
        .marked_lane = timeline->lane,
        .marked_row = timeline->row,
        .path = path_of(ui, timeline, "picture"),
        .axis = AXIS,
        .room_px = &timeline->room_px};
    struct lane_sheet *sheet = lane_sheet_begin(ui, env, &from, margin_px, LEAST_DAYS);
    float head_px = m->type[TYPE_HEADING][env->locale].line_px * 1.15f +
                    m->type[TYPE_BODY][env->locale].line_px + metrics_px(m, SPACE_XL + SPACE_S);
    bool has_room = page_frame_open_head(screen, env, ui, head_px);
    bool has_dock = has_room && !env->shows_display;
    sheet->is_card_beside = has_dock && !is_large && timeline->has_event;
    head(ui, env, screen, sheet);
    ui_chrome_page(ui);
    if (timeline->has_event && !sheet->is_card_beside) {
        card(ui, env, timeline, sheet->path);
    }
    lanes(ui, env, timeline, sheet);
    page_take_key(ui, env, screen);
    if (has_dock) {
        dock(ui, env, timeline, sheet, sheet->is_card_beside, margin_px);
    } else {
        decades(ui, env, timeline, sheet, margin_px);
    }
    page_frame_close(ui);
}

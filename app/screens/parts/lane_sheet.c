#include "screens/parts/lane_sheet.h"

#include "i18n/civil.h"
#include "screens/parts/lane_draw.h"
#include "screens/words.h"

#include <math.h>

#define NAMED_MOST 3  /* names in the label of one target */
#define CYCLED_MOST 8 /* taps on a target open one after the other; of more it comes nearer */
#define NEARER 8.0
#define CLOSE_DAYS 60.0  /* closer than that a tap opens an event, however many there are */
#define NAMES_PART 0.28f /* of the width, where names stand beside */
#define MARK_DP 22.0f
#define YEAR_EMS 2.9f /* of a label with its gap */
#define ERA_EMS 6.4f  /* from a year to the next, if the era of one is to stand beside it */

/* dp of a box that is that many px wide. */
static float
dp_of(const struct ui *ui, float px) {
    const struct metrics *m = ui_metrics(ui);
    return px / fmaxf(m->size_px, 0.01f);
}

struct lane_sheet *
lane_sheet_begin(struct ui *ui, const struct screen_env *env, const struct lane_sheet *from,
    float margin_px, double least) {
    struct lane_sheet *sheet = ARENA_NEW(ui_arena(ui), struct lane_sheet);
    const struct metrics *m = ui_metrics(ui);
    *sheet = *from;
    bool is_beside =
        !m->is_tall && m->width_class == WIDTH_WIDE && m->text_scale < LARGE_TEXT_SCALE;
    sheet->name_px = is_beside ? floorf((float)m->width_px * NAMES_PART) : 0;
    float room = (float)m->width_px - 2 * margin_px - sheet->name_px;
    sheet->view = (struct lanes_view){
        .shown = ui_zoom(ui, sheet->axis, sheet->set->whole, sheet->set->usual, least),
        .width = *sheet->room_px > 0 ? *sheet->room_px : fmaxf(room, 1),
        .mark = metrics_px(m, MARK_DP),
        .target = m->target_px,
        .gap = ceilf(m->gap_px),
        .document = sheet->set->document};
    sheet->document = sheet->set->document;
    sheet->count_px = m->type[TYPE_BODY_STRONG][env->locale].line_px;
    lane_set_show(sheet->set, env, ui_arena(ui), &sheet->view);
    return sheet;
}

/* --- years --- */

struct ticks_placed {
    struct lane_sheet *sheet;
    const double *days;
};

static bool
arrange_years(void *self, struct size room, struct ui_arranged *children, size_t count) {
    struct ticks_placed *ticks = self;
    for (size_t i = 0; i < count; i++) {
        float x = lanes_px(&ticks->sheet->view, ticks->days[i]) - children[i].size.w / 2;
        x = fminf(x, room.w - children[i].size.w);
        children[i].at = (struct point){floorf(fmaxf(x, 0)), 0};
    }
    return true;
}

/* How wide labels of the axis are, more or less: digits are half an em and a little. */
static float
label_px(const struct ui *ui, const struct screen_env *env, float ems) {
    return ui_metrics(ui)->type[TYPE_BODY_STRONG][env->locale].size_px * ems;
}

static struct str
tick_label(struct ui *ui, const struct screen_env *env, const struct lanes_step *step,
    struct edtf_point day) {
    struct edtf date = {.from = day};
    if (!step->is_days && !step->is_months) {
        return arena_printf(ui_arena(ui), "%d", day.year);
    }
    date.from.precision = step->is_days ? EDTF_DAY : EDTF_MONTH;
    date.from.day = step->is_days ? day.day : 0;
    return i18n_date(env->i18n, ui_arena(ui), env->locale, &date, false);
}

/* A year; in Japanese beside round ones the year of the era, where there is room. */
static void
year_label(struct ui *ui, const struct screen_env *env, const struct lane_sheet *sheet,
    struct edtf_point day, bool has_room) {
    bool is_year = !sheet->step.is_days && !sheet->step.is_months;
    struct edtf_point year = {.precision = EDTF_YEAR, .year = day.year};
    struct str era = {0};
    if (is_year && has_room && locale_script(env->locale) == LOCALE_KANA && day.year % 10 == 0) {
        era = i18n_era(env->i18n, ui_arena(ui), &year);
    }
    ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_XS, .align = UI_ALIGN_BASELINE});
    ui_text(ui, tick_label(ui, env, &sheet->step, day), env->locale,
        (struct ui_text_spec){
            .style = TYPE_BODY_STRONG, .color = COLOR_INDIGO, .no_wrap = true, .tabular = true});
    if (era.n) {
        ui_text(ui, era, env->locale,
            (struct ui_text_spec){.style = TYPE_BODY, .color = COLOR_INK2, .no_wrap = true});
    }
    ui_close(ui);
}

void
lane_sheet_years(struct ui *ui, const struct screen_env *env, struct lane_sheet *sheet) {
    enum { MOST = 40 };
    struct ticks_placed *ticks = ARENA_NEW(ui_arena(ui), struct ticks_placed);
    double *days = ARENA_ARRAY(ui_arena(ui), MOST, double);
    float year_px = label_px(ui, env, YEAR_EMS), month_px = label_px(ui, env, 7),
          day_px = label_px(ui, env, 10);
    size_t count = 0;
    sheet->step = lanes_step(&sheet->view, year_px, month_px, day_px);
    float half = (sheet->step.is_days ? day_px : sheet->step.is_months ? month_px : year_px) / 2;
    double tick = lanes_tick(&sheet->step, sheet->view.shown.from);
    while (count < MOST && tick < sheet->view.shown.to) {
        float x = lanes_px(&sheet->view, tick);
        days[count] = tick;
        count += x >= half && x + half <= sheet->view.width ? 1 : 0; /* whole */
        tick = lanes_tick_after(&sheet->step, tick);
    }
    *ticks = (struct ticks_placed){sheet, days};
    ui_open(ui, (struct ui_box){.axis = UI_ROW, .key = STR("axis")});
    if (sheet->name_px > 0) {
        ui_open(ui, (struct ui_box){.width = dp_of(ui, sheet->name_px)});
        ui_close(ui);
    }
    ui_open(ui, (struct ui_box){
                    .axis = UI_OVERLAY, .grow = 1, .arrange = arrange_years, .arranger = ticks});
    float apart = count > 1 ? lanes_px(&sheet->view, days[1]) - lanes_px(&sheet->view, days[0]) : 0;
    bool has_room = apart > label_px(ui, env, ERA_EMS); /* between years without one */
    for (size_t i = 0; i < count; i++) {
        year_label(ui, env, sheet, civil_day((int64_t)days[i]), has_room);
    }
    ui_close(ui);
    ui_close(ui);
}

/* --- targets --- */

struct cell {
    const struct lane_sheet *sheet;
    struct lane *lane;
    size_t index;
};

static struct str
event_name(struct ui *ui, const struct screen_env *env, const struct store_event *event) {
    struct msg_arg args[] = {
        MSG_TEXT(word_date(env, ui_arena(ui), &event->date)), MSG_TEXT(event->title)};
    return i18n_format(env->i18n, ui_arena(ui), env->locale, MSG_LANE_NAMED, args, 2);
}

static bool
is_marked(const struct lane_sheet *sheet, const struct lane *lane, const struct lane_item *item) {
    return sheet->has_marked && sheet->marked_lane == lane &&
           sheet->marked_row == lane->first + item->event;
}

/* From 0: which of the cell's events has its card open; `count`: none. */
static size_t
marked_of(const struct lane_sheet *sheet, const struct lane *lane, const struct lane_cell *cell) {
    size_t i = 0;
    while (i < cell->count && !is_marked(sheet, lane, &lane->layout.items[cell->first + i])) {
        i++;
    }
    return i;
}

/* The first few, and among them the one whose card is open. */
static struct str
cell_label(struct ui *ui, const struct screen_env *env, const struct lane_sheet *sheet,
    const struct lane *lane, const struct lane_cell *cell) {
    struct str label = {0};
    size_t named = 0, marked = marked_of(sheet, lane, cell);
    size_t first = marked < cell->count && marked >= NAMED_MOST ? marked : 0;
    for (size_t i = 0; i < cell->count && named < NAMED_MOST; i++) {
        size_t item = cell->first + (first + i) % cell->count;
        const struct store_event *event = lane_event_at(lane, env, lane->layout.items[item].event);
        if (event) {
            struct str name = event_name(ui, env, event);
            label = named ? arena_printf(ui_arena(ui), "%.*s; %.*s", STR_ARG(label), STR_ARG(name))
                          : name;
            named++;
        }
    }
    if (cell->count <= NAMED_MOST) {
        return label;
    }
    struct msg_arg args[] = {MSG_TEXT(label), MSG_NUMBER(cell->count - NAMED_MOST)};
    return i18n_format(env->i18n, ui_arena(ui), env->locale, MSG_LANE_MARKS, args, 2);
}

static struct str
nearer(struct ui *ui, const struct lane_sheet *sheet, double from, double to) {
    double span = (sheet->view.shown.to - sheet->view.shown.from) / NEARER;
    double middle = (from + to) / 2;
    span = fmax(span, to - from);
    return arena_printf(ui_arena(ui), "zoom %.*s %.3f %.3f", STR_ARG(sheet->axis),
        middle - span / 2, middle + span / 2);
}

static struct str
open_event(struct ui *ui, const struct lane_sheet *sheet, const struct store_event *event) {
    return arena_printf(
        ui_arena(ui), "show %.*s&event=%.*s", STR_ARG(sheet->path), STR_ARG(event->id));
}

/* What comes first to mind: an agreement, then whatever is no bar. */
static size_t
foremost(const struct lane *lane, const struct lane_cell *cell) {
    size_t best = cell->first;
    int rank = -1;
    for (size_t i = cell->first; i < cell->first + cell->count; i++) {
        enum lane_form form = lane->layout.items[i].form;
        int own = form == LANE_AGREEMENT ? 2 : form == LANE_BAR ? 0 : 1;
        if (own > rank) {
            best = i;
            rank = own;
        }
    }
    return best;
}

/* Taps on one target open its events one after the other. */
static struct str
cell_action(struct ui *ui, const struct screen_env *env, const struct lane_sheet *sheet,
    const struct lane *lane, const struct lane_cell *cell) {
    const struct lane_item *items = &lane->layout.items[cell->first];
    size_t marked = marked_of(sheet, lane, cell), next = foremost(lane, cell) - cell->first;
    double span = sheet->view.shown.to - sheet->view.shown.from;
    if (marked < cell->count) {
        next = (marked + 1) % cell->count;
    } else if (cell->count > CYCLED_MOST && span > CLOSE_DAYS) {
        return nearer(ui, sheet, lanes_day(&sheet->view, fmaxf(items[0].at, 0)),
            lanes_day(&sheet->view, items[cell->count - 1].at));
    }
    const struct store_event *event = lane_event_at(lane, env, items[next].event);
    return event ? open_event(ui, sheet, event) : STR("none");
}

/* Counts stand where their marks do. */
static bool
arrange_counts(void *self, struct size room, struct ui_arranged *children, size_t count) {
    const struct cell *cell = self;
    const struct lane_layout *layout = &cell->lane->layout;
    const struct lane_cell *c = &layout->cells[cell->index];
    size_t child = 0;
    for (size_t i = 0; i < layout->mark_count && child < count; i++) {
        const struct lane_mark *mark = &layout->marks[i];
        if (!lane_mark_is_counted(mark) || !lane_mark_is_in(layout, mark, c)) {
            continue;
        }
        struct size size = children[child].size;
        float x = fmaxf(0, fminf(mark->at - c->x0 - size.w / 2, room.w - size.w));
        children[child++].at =
            (struct point){floorf(x), fmaxf(0, lane_line_px(cell->sheet) - size.h / 2)};
    }
    return true;
}

static void
count_pill(struct ui *ui, const struct screen_env *env, const struct lane *lane, size_t count) {
    bool is_large = ui_metrics(ui)->text_scale > LARGE_TEXT_SCALE;
    ui_open(ui, (struct ui_box){.padding = ui_pad2(0, is_large ? 0 : SPACE_S),
                    .background = COLOR_CARD,
                    .border = lane_color(lane),
                    .border_width = 2.5f,
                    .radius = RADIUS_PILL});
    ui_text(ui, i18n_number(env->i18n, ui_arena(ui), env->locale, (double)count, 0), env->locale,
        (struct ui_text_spec){
            .style = TYPE_BODY_STRONG, .no_wrap = true, .tabular = true, .decorative = true});
    ui_close(ui);
}

static void
cell_target(struct ui *ui, const struct screen_env *env, struct lane_sheet *sheet,
    struct lane *lane, size_t index) {
    const struct lane_layout *layout = &lane->layout;
    const struct lane_cell *c = &layout->cells[index];
    struct cell *cell = ARENA_NEW(ui_arena(ui), struct cell);
    bool is_open = marked_of(sheet, lane, c) < c->count;
    *cell = (struct cell){sheet, lane, index};
    ui_open(ui, (struct ui_box){.key = arena_printf(ui_arena(ui), "at-%zu",
                                    lane->first + layout->items[c->first].event),
                    .axis = UI_OVERLAY,
                    .width = dp_of(ui, c->x1 - c->x0),
                    .height = dp_of(ui, lane_strip_px(sheet, lane) - sheet->view.gap),
                    .radius = RADIUS_S,
                    .role = ROLE_BUTTON,
                    .label = cell_label(ui, env, sheet, lane, c),
                    .action = cell_action(ui, env, sheet, lane, c),
                    .selected = is_open,
                    .arrange = arrange_counts,
                    .arranger = cell,
                    .canvas = lane_draw_marks,
                    .canvas_data = lane_paint(ui, sheet, lane, index)});
    for (size_t i = 0; i < layout->mark_count; i++) {
        if (lane_mark_is_counted(&layout->marks[i]) &&
            lane_mark_is_in(layout, &layout->marks[i], c)) {
            count_pill(ui, env, lane, layout->marks[i].count);
        }
    }
    ui_close(ui);
}

/* --- columns: so many to a target as a finger needs --- */

struct stretch {
    size_t first, end, events;
    struct zoom_range days;
    float x0, x1;
};

static struct str
stretch_label(struct ui *ui, const struct screen_env *env, const struct lane *lane,
    const struct stretch *stretch) {
    struct edtf date = {.from = civil_day((int64_t)stretch->days.from),
        .to = civil_day((int64_t)stretch->days.to - 1),
        .is_range = true};
    date.from.precision = date.to.precision = lane->columns_are_months ? EDTF_MONTH : EDTF_YEAR;
    date.is_range = date.from.year != date.to.year ||
                    (lane->columns_are_months && date.from.month != date.to.month);
    struct msg_arg args[] = {
        MSG_TEXT(i18n_date(env->i18n, ui_arena(ui), env->locale, &date, false)),
        MSG_NUMBER(stretch->events)};
    return i18n_format(env->i18n, ui_arena(ui), env->locale, MSG_LANE_STRETCH, args, 2);
}

static void
stretch_target(struct ui *ui, const struct screen_env *env, struct lane_sheet *sheet,
    struct lane *lane, const struct stretch *stretch) {
    struct str action = nearer(ui, sheet, stretch->days.from, stretch->days.to);
    double span = sheet->view.shown.to - sheet->view.shown.from;
    if (span <= (stretch->days.to - stretch->days.from) * 1.05 || span < CLOSE_DAYS) {
        const struct store_event *event =
            rows_at(lane->rows, env, lane->columns[stretch->first].first);
        action = event ? open_event(ui, sheet, event) : STR("none");
    }
    ui_open(ui, (struct ui_box){.key = arena_printf(ui_arena(ui), "from-%.0f", stretch->days.from),
                    .width = dp_of(ui, stretch->x1 - stretch->x0),
                    .height = dp_of(ui, lane_strip_px(sheet, lane) - sheet->view.gap),
                    .radius = RADIUS_S,
                    .role = ROLE_BUTTON,
                    .label = stretch_label(ui, env, lane, stretch),
                    .action = action});
    ui_close(ui);
}

/* Columns side by side until they are wide enough. */
static size_t
stretches_of(const struct lane_sheet *sheet, const struct lane *lane, struct stretch *out) {
    const struct lanes_view *view = &sheet->view;
    size_t count = 0;
    struct stretch now = {0};
    for (size_t i = 0; i < lane->column_count; i++) {
        const struct lane_column *column = &lane->columns[i];
        if (now.end == now.first) {
            now = (struct stretch){.first = i, .end = i, .days = column->days};
            now.x0 = count ? out[count - 1].x1 + view->gap : 0;
        }
        now.end = i + 1;
        now.events += column->count;
        now.days.to = column->days.to;
        now.x1 = fminf(column->x1 - view->gap / 2, view->width);
        if (now.x1 - now.x0 >= view->target && now.events > 0 && count + 2 < UI_ARRANGED_MOST) {
            out[count++] = now;
            now = (struct stretch){0};
        }
    }
    if (now.events > 0 && count > 0) { /* what is left over goes with the last one */
        out[count - 1].end = now.end;
        out[count - 1].events += now.events;
        out[count - 1].days.to = now.days.to;
        out[count - 1].x1 = fmaxf(out[count - 1].x1, now.x1);
    }
    return count;
}

/* --- lanes --- */

struct strip {
    const struct lane_sheet *sheet;
    const struct lane *lane;
    const struct stretch *stretches; /* NULL: cells */
};

static bool
arrange_strip(void *self, struct size room, struct ui_arranged *children, size_t count) {
    const struct strip *strip = self;
    for (size_t i = 0; i < count; i++) {
        float x = strip->stretches ? strip->stretches[i].x0 : strip->lane->layout.cells[i].x0;
        children[i].at = (struct point){floorf(x + 0.5f), 0};
    }
    float *known = strip->sheet->room_px;
    bool is_settled = fabsf(*known - room.w) < 0.5f;
    *known = room.w;
    return is_settled;
}

static void
strip_view(
    struct ui *ui, const struct screen_env *env, struct lane_sheet *sheet, struct lane *lane) {
    struct strip *strip = ARENA_NEW(ui_arena(ui), struct strip);
    size_t count = lane->layout.cell_count;
    struct stretch *stretches = NULL;
    if (lane->columns) {
        stretches = ARENA_ARRAY(ui_arena(ui), UI_ARRANGED_MOST, struct stretch);
        count = stretches_of(sheet, lane, stretches);
    }
    count = count < UI_ARRANGED_MOST ? count : UI_ARRANGED_MOST;
    *strip = (struct strip){sheet, lane, stretches};
    ui_open(ui, (struct ui_box){.key = STR("strip"),
                    .axis = UI_OVERLAY,
                    .grow = sheet->name_px > 0 ? 1 : 0,
                    .min_height = dp_of(ui, lane_strip_px(sheet, lane)),
                    .arrange = arrange_strip,
                    .arranger = strip,
                    .canvas = lane_draw_strip,
                    .canvas_data = lane_paint(ui, sheet, lane, SIZE_MAX)});
    for (size_t i = 0; i < count; i++) {
        if (stretches) {
            stretch_target(ui, env, sheet, lane, &stretches[i]);
        } else {
            cell_target(ui, env, sheet, lane, i);
        }
    }
    ui_close(ui);
}

static void
lane_name(struct ui *ui, const struct screen_env *env, const struct lane_sheet *sheet,
    const struct lane *lane) {
    ui_open(ui, (struct ui_box){.axis = UI_ROW,
                    .gap = SPACE_S,
                    .align = UI_ALIGN_CENTER,
                    .width = sheet->name_px > 0 ? dp_of(ui, sheet->name_px) : 0});
    ui_icon(
        ui, (struct ui_icon_spec){.name = lane_icon(lane), .size = 16, .color = lane_color(lane)});
    ui_text(ui, lane->name, env->locale,
        (struct ui_text_spec){.style = TYPE_LABEL, .grow = 1, .by_phrase = true, .max_lines = 2});
    ui_close(ui);
}

void
lane_sheet_lanes(struct ui *ui, const struct screen_env *env, struct lane_sheet *sheet) {
    struct ui_zoom *zoom = ARENA_NEW(ui_arena(ui), struct ui_zoom);
    zoom->start_px = sheet->name_px;
    ui_open(ui, (struct ui_box){.key = sheet->axis,
                    .role = ROLE_LIST,
                    .label = word_text(env, MSG_LANES_LABEL),
                    .zoom = zoom});
    for (size_t i = 0; i < sheet->set->count; i++) {
        struct lane *lane = &sheet->set->lanes[i];
        ui_open(ui, (struct ui_box){.key = lane->id,
                        .axis = sheet->name_px > 0 ? UI_ROW : UI_COLUMN,
                        .background = i % 2 == 0 ? COLOR_SUNK : COLOR_NONE,
                        .role = ROLE_LISTITEM,
                        .reveal = sheet->is_card_beside && sheet->marked_lane == lane,
                        .canvas = lane_draw_ground,
                        .canvas_data = lane_paint(ui, sheet, lane, SIZE_MAX)});
        lane_name(ui, env, sheet, lane);
        strip_view(ui, env, sheet, lane);
        ui_close(ui);
    }
    ui_close(ui);
}

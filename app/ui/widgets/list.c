#include "ui/widgets/parts.h"

#include "base/check.h"

#include <math.h>

/* Which lines are declared: those in view and a quarter of a panel on either side; the one that has
 * the focus and its neighbours, and the two at either end, so that the Tab key reaches every row
 * from wherever it stands. Runs of lines that are left out are spacers. */

enum { SEGMENTS = 4, EDGE_LINES = 2 };

#define GUESS_DP 96.0f /* of a line, before any was laid out */
#define MARGIN 0.25    /* of the panel */
#define SPACER_PANELS 4

struct segment {
    size_t from, to; /* lines */
};

struct window {
    struct segment segments[SEGMENTS];
    size_t count;
};

static void
row(struct ui *ui, const struct ui_list *list, size_t index) {
    uint32_t node = (uint32_t)ui_tree(ui)->count;
    ui->lists.row = (uint32_t)index + 1;
    list->row(ui, list->self, index);
    xassert(ui_tree(ui)->count > node); /* a row is one node */
    ui_tree(ui)->nodes[node].position = (uint32_t)index + 1;
    ui_tree(ui)->nodes[node].set_size = (uint32_t)list->count;
}

static struct ui_box
list_box(const struct ui_list *list, enum ui_axis axis) {
    return (struct ui_box){.key = list->key,
        .role = ROLE_LIST,
        .label = list->label,
        .axis = axis,
        .min_column = axis == UI_GRID ? list->min_column : 0,
        .gap = list->gap};
}

/* A list that several pages have alike (names, facts) is told from others by its box. */
static struct ui_list_state *
state_of(struct ui *ui, uint32_t node) {
    struct ui_list_state *state = ui_list_state_of(ui, ui_tree(ui)->nodes[node].id);
    state->seen = ui->frame_number;
    state->node = node;
    return state;
}

static void
whole(struct ui *ui, const struct ui_list *list) {
    uint32_t node = (uint32_t)ui_tree(ui)->count;
    ui_open(ui, list_box(list, list->min_column > 0 ? UI_GRID : UI_COLUMN));
    struct ui_list_state *state = state_of(ui, node);
    uint64_t content = str_hash(list->content, list->count);
    state->is_new = !state->is_whole || state->content != content;
    state->is_whole = true;
    state->content = content;
    state->setting = 0;
    state->count = list->count;
    for (size_t i = 0; i < list->count; i++) {
        row(ui, list, i);
    }
    ui_close(ui);
}

static uint64_t
setting_of(const struct ui *ui, const struct ui_list_state *state) {
    const struct metrics *m = ui_metrics(ui);
    const struct {
        float width, height, dp, scale;
        uint32_t locale, columns;
    } setting = {(float)m->width_px, (float)m->height_px, m->dp_px, m->text_scale,
        (uint32_t)ui_locale(ui), (uint32_t)state->columns};
    return str_hash((struct str){(const char *)&setting, sizeof(setting)}, 1);
}

/* Other rows begin anew. The same rows set otherwise (another language, larger type, other columns)
 * keep the one that the reader has at the top edge there. */
static void
prepare(struct ui *ui, struct ui_list_state *state, const struct ui_list *list, float gap_px) {
    uint64_t content = str_hash(list->content, list->count), setting = setting_of(ui, state);
    bool is_other = content != state->content || list->count != state->count || state->is_whole;
    state->count = list->count;
    state->is_new = is_other;
    state->is_whole = false;
    if (!is_other && setting == state->setting) {
        return;
    }
    size_t lines = (list->count + state->columns - 1) / state->columns;
    if (state->heights.mean <= 0) {
        state->heights.mean = (double)metrics_size_px(&ui->metrics, GUESS_DP);
    }
    heights_reset(&state->heights, lines, (double)gap_px);
    state->content = content;
    state->setting = setting;
    struct scroll *scroll = state->scroller ? ui_scroll_of(ui, state->scroller) : NULL;
    if (is_other || !scroll || !state->is_at_top || scroll->offset <= state->top) {
        state->focused_line = 0;
        return;
    }
    double start = heights_before(&state->heights, state->top_row / state->columns);
    scroll_stop(scroll);
    scroll->offset = fmax(0, state->top + start - state->top_distance);
    scroll->pending_dp = -1;
}

/* Where the reader will stand when this frame is on the glass. */
static double
offset_of(const struct ui *ui, const struct scroll *scroll) {
    if (!scroll) {
        return 0;
    }
    return scroll->pending_dp >= 0 ? (double)scroll->pending_dp * (double)ui->metrics.dp_px
                                   : scroll->offset;
}

/* A better estimate moves every place; the row at the top edge stays where it is. */
static void
settle(struct ui_list_state *state, struct scroll *scroll) {
    double into = scroll && scroll->pending_dp < 0 ? scroll->offset - state->top : 0;
    size_t line = into > 0 ? heights_at(&state->heights, into) : 0;
    double before = heights_before(&state->heights, line);
    if (heights_settle(&state->heights) && line > 0) {
        scroll_shift(scroll, heights_before(&state->heights, line) - before);
    }
}

/* Where rows that no frame has laid out yet will be: below the long lists before them at least, so
 * that of many on one page not each declares a panel full. */
static double
place_of(struct ui *ui, const struct ui_list_state *state, uint32_t scroller) {
    uint64_t id = ui_tree(ui)->nodes[scroller].id;
    if (ui->lists.above_scroller != id) {
        ui->lists.above_scroller = id;
        ui->lists.above = 0;
    }
    double above = ui->lists.above;
    ui->lists.above += heights_before(&state->heights, state->heights.count);
    return state->is_new ? above : state->top;
}

static struct segment
in_view(struct ui *ui, struct ui_list_state *state, const struct ui_list *list, uint32_t scroller) {
    const struct heights *heights = &state->heights;
    struct scroll *scroll = scroller ? ui_scroll_of(ui, ui_tree(ui)->nodes[scroller].id) : NULL;
    bool is_known = scroll && scroll->viewport > 0;
    double panel = is_known ? scroll->viewport : (double)ui->metrics.height_px;
    settle(state, scroll);
    double top = offset_of(ui, scroll) - place_of(ui, state, scroller);
    if (list->reveal > 0 && scroll && scroll->is_fresh) {
        top = heights_before(heights, (list->reveal - 1) / state->columns) - panel / 4;
        top = fmin(top, heights_before(heights, heights->count) - panel);
    }
    if (top > heights_before(heights, heights->count) + panel || top < -2 * panel) {
        return (struct segment){0, 0};
    }
    size_t from = heights_at(heights, fmax(0, top - panel * MARGIN));
    size_t to = heights_at(heights, fmax(0, top + panel * (1 + MARGIN)));
    return (struct segment){from > 0 ? from - 1 : 0, to + EDGE_LINES};
}

static void
add_segment(struct window *window, size_t from, size_t to, size_t lines) {
    to = to < lines ? to : lines;
    size_t at = window->count;
    if (from >= to) {
        return;
    }
    while (at > 0 && window->segments[at - 1].from > from) {
        window->segments[at] = window->segments[at - 1];
        at--;
    }
    window->segments[at] = (struct segment){from, to};
    window->count++;
}

static struct window
window_of(
    struct ui *ui, struct ui_list_state *state, const struct ui_list *list, uint32_t scroller) {
    struct window window = {0};
    struct segment view = in_view(ui, state, list, scroller);
    size_t lines = state->heights.count, focused = state->focused_line;
    add_segment(&window, view.from, view.to, lines);
    add_segment(&window, 0, EDGE_LINES, lines);
    add_segment(&window, lines > EDGE_LINES ? lines - EDGE_LINES : 0, lines, lines);
    if (focused > 0) {
        add_segment(&window, focused > EDGE_LINES ? focused - EDGE_LINES : 0, focused + 1, lines);
    }
    return window;
}

/* A line of several columns passes its name on, so that a row is the same node in any of them. */
static void
line(struct ui *ui, const struct ui_list_state *state, const struct ui_list *list, size_t which) {
    size_t from = which * state->columns, to = from + state->columns;
    uint32_t node = (uint32_t)ui_tree(ui)->count;
    if (state->columns == 1) {
        row(ui, list, which);
    } else {
        ui_open(
            ui, (struct ui_box){.axis = UI_GRID, .columns = (int)state->columns, .gap = list->gap});
        ui_tree(ui)->nodes[node].id = ui_tree(ui)->nodes[state->node].id;
        for (size_t i = from; i < to && i < list->count; i++) {
            row(ui, list, i);
        }
        ui_close(ui);
    }
    ui_tree(ui)->nodes[node].list_line = (uint32_t)which + 1;
}

static void
skip(struct ui *ui, const struct ui_list_state *state, size_t from, size_t to) {
    const struct heights *heights = &state->heights;
    double length = heights_before(heights, to) - heights_before(heights, from);
    length -= to < heights->count ? heights->gap : 0;
    ui_spacer_add(ui, length, (double)ui->metrics.height_px * SPACER_PANELS);
}

void
ui_list(struct ui *ui, struct ui_list list) {
    xassert(list.row && list.key.n > 0 && !ui->lists.is_open);
    if (list.count <= UI_LIST_WHOLE) {
        whole(ui, &list);
        return;
    }
    uint32_t node = (uint32_t)ui_tree(ui)->count;
    ui_open(ui, list_box(&list, UI_COLUMN));
    struct ui_list_state *state = state_of(ui, node);
    state->min_column = metrics_size_px(&ui->metrics, list.min_column);
    prepare(ui, state, &list, ui_tree(ui)->nodes[node].box.gap);
    struct window window = window_of(ui, state, &list, ui_scroller_over(ui, node));
    ui->lists.is_open = true;
    size_t at = 0;
    for (size_t i = 0; i < window.count; i++) {
        if (window.segments[i].from > at) {
            skip(ui, state, at, window.segments[i].from);
            at = window.segments[i].from;
        }
        for (; at < window.segments[i].to; at++) {
            line(ui, state, &list, at);
        }
    }
    if (at < state->heights.count) {
        skip(ui, state, at, state->heights.count);
    }
    ui->lists.is_open = false;
    ui_close(ui);
}

/* Of this frame or the one before. */
static const struct ui_list_state *
find_state(const struct ui *ui, struct str content, size_t count) {
    uint64_t wanted = str_hash(content, count);
    for (size_t i = 0; i < ui->lists.count; i++) {
        const struct ui_list_state *state = &ui->lists.states[i];
        if (state->content == wanted && state->count == count &&
            state->seen + 1 >= ui->frame_number) {
            return state;
        }
    }
    return NULL;
}

size_t
ui_list_row_here(
    const struct ui *ui, struct str content, size_t count, size_t *last, bool *is_at_end) {
    const struct ui_list_state *state = find_state(ui, content, count);
    bool is_here = state && state->is_at_top;
    *is_at_end = is_here && state->is_at_end;
    *last = is_here ? state->here_last + 1 : 0;
    return is_here ? state->here_row + 1 : 0;
}

bool
ui_list_is_passed(const struct ui *ui, struct str content, size_t count) {
    const struct ui_list_state *state = find_state(ui, content, count);
    return state && state->is_passed;
}

double
ui_list_panels(struct ui *ui, struct str content, size_t count) {
    ui->lists.is_length_asked = true;
    const struct ui_list_state *state = find_state(ui, content, count);
    const struct scroll *scroll = state ? ui_scroll_find(ui, state->scroller) : NULL;
    return scroll && scroll->viewport > 0 ? state->length / scroll->viewport : 0;
}

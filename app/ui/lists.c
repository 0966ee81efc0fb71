#include "ui/ui_private.h"

#include "base/vec.h"
#include "base/xalloc.h"

#include <math.h>
#include <string.h>

/* Long lists declare only the lines that can be seen; a spacer stands for each run of the others.
 *
 * A float counts pixels up to sixteen million, and a long list is longer. So a spacer is laid out
 * as a few panels at most, and keeps what it is longer than that as its `excess`. Scroll offsets
 * count the whole content; here they are turned into offsets of what was laid out. */

enum { STATES_KEPT = 64 };

#define LONG_PANELS 2 /* a page with more below than that may have a scrubber */

/* Of the lists that this frame has not seen, the one not seen for longest; NULL: keep all. */
static struct ui_list_state *
oldest(struct ui *ui) {
    struct ui_list_state *found = NULL;
    for (size_t i = 0; ui->lists.count >= STATES_KEPT && i < ui->lists.count; i++) {
        struct ui_list_state *state = &ui->lists.states[i];
        if (state->seen < ui->frame_number && (!found || state->seen < found->seen)) {
            found = state;
        }
    }
    return found;
}

struct ui_list_state *
ui_list_state_of(struct ui *ui, uint64_t id) {
    struct ui_lists *lists = &ui->lists;
    for (size_t i = 0; i < lists->count; i++) {
        if (lists->states[i].id == id) {
            return &lists->states[i];
        }
    }
    struct ui_list_state *state = oldest(ui);
    if (!state) {
        VEC_ROOM(lists->states, lists->count, lists->cap, 1);
        state = &lists->states[lists->count++];
        *state = (struct ui_list_state){0};
    }
    heights_finish(&state->heights);
    *state = (struct ui_list_state){.id = id, .columns = 1};
    return state;
}

void
ui_lists_forget(struct ui *ui) {
    for (size_t i = 0; i < ui->lists.count; i++) {
        heights_finish(&ui->lists.states[i].heights);
    }
    xfree(ui->lists.states);
    xfree(ui->lists.spacers);
    ui->lists = (struct ui_lists){0};
}

void
ui_lists_begin(struct ui *ui) {
    ui->lists.spacer_count = 0;
    ui->lists.is_incomplete = false;
    ui->lists.is_length_asked = false;
    ui->lists.above_scroller = 0;
    ui->lists.above = 0;
}

void
ui_spacer_add(struct ui *ui, double length_px, double most_px) {
    struct ui_lists *lists = &ui->lists;
    VEC_ROOM(lists->spacers, lists->spacer_count, lists->spacer_cap, 1);
    uint32_t index = ui_add_node(ui, NODE_BOX, (struct str){0});
    struct ui_node *node = &ui_tree(ui)->nodes[index];
    double laid_out = floor(fmax(1, fmin(length_px, most_px)));
    node->box.height = (float)laid_out;
    node->is_spacer = true;
    node->excess = fmax(0, length_px - laid_out);
    lists->spacers[lists->spacer_count++] = (struct ui_spacer){.node = index};
}

double
ui_excess_before(const struct ui *ui, uint32_t scroller, uint32_t node) {
    double excess = 0;
    for (size_t i = 0; i < ui->lists.spacer_count; i++) {
        const struct ui_spacer *spacer = &ui->lists.spacers[i];
        if (spacer->scroller == scroller && spacer->node < node) {
            excess += ui_tree_const(ui)->nodes[spacer->node].excess;
        }
    }
    return excess;
}

/* Up to a spacer both count alike; within one, the laid-out content waits until its excess is used
 * up. */
double
ui_offset_laid_out(const struct ui *ui, uint32_t scroller, double offset) {
    for (size_t i = 0; i < ui->lists.spacer_count; i++) {
        const struct ui_spacer *spacer = &ui->lists.spacers[i];
        if (spacer->scroller == scroller && offset > (double)spacer->y) {
            double excess = ui_tree_const(ui)->nodes[spacer->node].excess;
            offset -= fmin(offset - (double)spacer->y, excess);
        }
    }
    return offset;
}

/* The same for a node that is laid out: how much farther than its rectangle says it is from the
 * scroller's start, when a spacer longer than laid out lies between it and what is shown. */
double
ui_beyond(const struct ui *ui, uint32_t scroller, uint32_t node) {
    const struct scroll *scroll = ui_scroll_find(ui, ui_tree_const(ui)->nodes[scroller].id);
    double offset = scroll ? floor(scroll->offset + 0.5) : 0;
    double hidden = offset - ui_offset_laid_out(ui, scroller, offset);
    return ui_excess_before(ui, scroller, node) - hidden;
}

static void
place_spacers(struct ui *ui) {
    const struct ui_tree *tree = ui_tree_const(ui);
    for (size_t i = 0; i < ui->lists.spacer_count; i++) {
        struct ui_spacer *spacer = &ui->lists.spacers[i];
        spacer->scroller = ui_scroller_over(ui, spacer->node);
        spacer->y = tree->nodes[spacer->node].rect.y - tree->nodes[spacer->scroller].rect.y;
    }
}

/* As many columns as fit; other ones are other lines, so the list is declared again. */
static bool
fit_columns(struct ui_list_state *state, const struct ui_node *box) {
    size_t columns = 1;
    float inner = box->rect.w - box->box.padding.start - box->box.padding.end;
    if (state->min_column > 0) {
        float fit = floorf((inner + box->box.gap) / (state->min_column + box->box.gap));
        columns = fit < 1 ? 1 : (size_t)fit;
    }
    bool is_same = columns == state->columns;
    state->columns = columns;
    return is_same;
}

static void
take_heights(struct ui *ui, struct ui_list_state *state) {
    const struct ui_tree *tree = ui_tree_const(ui);
    for (uint32_t i = tree->nodes[state->node].first_child; i != 0; i = tree->nodes[i].next) {
        if (tree->nodes[i].list_line > 0) {
            heights_set(
                &state->heights, tree->nodes[i].list_line - 1, (double)tree->nodes[i].rect.h);
        }
    }
}

/* Lines before the reader's that turn out longer or shorter must not move what is being read. */
static void
measure(struct ui *ui, struct ui_list_state *state) {
    const struct ui_tree *tree = ui_tree_const(ui);
    const struct ui_node *box = &tree->nodes[state->node];
    uint32_t scroller = ui_scroller_over(ui, state->node);
    struct scroll *scroll = scroller ? ui_scroll_of(ui, tree->nodes[scroller].id) : NULL;
    state->scroller = scroller ? tree->nodes[scroller].id : 0;
    state->top = (double)(box->rect.y + box->box.padding.top - tree->nodes[scroller].rect.y) +
                 ui_excess_before(ui, scroller, state->node);
    if (state->is_whole) {
        return;
    }
    if (!fit_columns(state, box)) {
        ui->lists.is_incomplete = true;
        return;
    }
    double into = scroll && scroll->pending_dp < 0 ? scroll->offset - state->top : 0;
    size_t line = into > 0 ? heights_at(&state->heights, into) : 0;
    double before = heights_before(&state->heights, line);
    state->heights.gap = (double)box->box.gap;
    take_heights(ui, state);
    if (line > 0) {
        scroll_shift(scroll, heights_before(&state->heights, line) - before);
    }
}

void
ui_lists_measure(struct ui *ui) {
    place_spacers(ui);
    for (size_t i = 0; i < ui->lists.count; i++) {
        if (ui->lists.states[i].seen == ui->frame_number) {
            measure(ui, &ui->lists.states[i]);
        }
    }
}

/* Which line holds the focus, so that its neighbours are declared wherever the reader scrolls. */
static size_t
focused_line(const struct ui *ui, const struct ui_list_state *state) {
    const struct ui_tree *tree = ui_tree_const(ui);
    const struct ui_node *focused = ui_node_by_id(ui, ui->focused);
    uint32_t i = focused ? (uint32_t)(focused - tree->nodes) : 0;
    while (i != 0 && tree->nodes[i].parent != state->node) {
        i = tree->nodes[i].parent;
    }
    return i == 0 ? 0 : tree->nodes[i].list_line;
}

/* What was asked for stands so far below the edge (reveal_marked): it is what the reader reads. */
static double
below_edge(const struct ui *ui) {
    return (double)metrics_px(&ui->metrics, SPACE_XL) + 2;
}

/* The last line past the end, the first one before the start. */
static size_t
line_at(const struct ui_list_state *state, double place) {
    size_t line = heights_at(&state->heights, fmax(0, place));
    return line < state->heights.count ? line : state->heights.count - 1;
}

/* Where one is in a list. */
static void
note_here(struct ui *ui, struct ui_list_state *state, size_t here_row, size_t beside) {
    const struct scroll *scroll = ui_scroll_find(ui, state->scroller);
    double into = scroll ? scroll->offset - state->top : 0;
    bool is_at_end = scroll && scroll->offset >= scroll->max - 1;
    bool is_at_top = scroll && into + below_edge(ui) < state->length && into + scroll->viewport > 0;
    bool is_passed = scroll && into + below_edge(ui) >= state->length;
    bool is_same = state->here_row == here_row && state->is_at_end == is_at_end &&
                   state->is_at_top == is_at_top && state->is_passed == is_passed;
    ui->is_dirty = ui->is_dirty || !is_same; /* a scrubber says it */
    /* and whether there is one hangs on how long the page turned out to be */
    bool is_long = scroll && scroll->max > LONG_PANELS * scroll->viewport;
    bool is_asked = ui->lists.is_length_asked && state->is_new && is_long;
    ui->lists.is_incomplete = ui->lists.is_incomplete || is_asked;
    state->is_at_top = is_at_top;
    state->is_passed = is_passed;
    state->here_row = here_row;
    state->here_last = here_row + beside < state->count ? here_row + beside : state->count - 1;
    state->is_at_end = is_at_end;
}

static void
note_place(struct ui *ui, struct ui_list_state *state) {
    const struct scroll *scroll = ui_scroll_find(ui, state->scroller);
    double into = scroll ? scroll->offset - state->top : 0;
    size_t line = line_at(state, into);
    state->length = heights_before(&state->heights, state->heights.count);
    note_here(
        ui, state, line_at(state, into + below_edge(ui)) * state->columns, state->columns - 1);
    state->top_row = line * state->columns;
    state->top_distance = heights_before(&state->heights, line) - into;
    state->focused_line = focused_line(ui, state);
}

/* Of a list that is declared whole: the last row that begins above the place, of several side by
 * side the first. */
static void
note_whole(struct ui *ui, struct ui_list_state *state) {
    const struct ui_tree *tree = ui_tree_const(ui);
    const struct ui_node *box = &tree->nodes[state->node];
    float edge = tree->nodes[ui_scroller_over(ui, state->node)].rect.y + (float)below_edge(ui);
    float y = -INFINITY;
    size_t row = 0, here_row = 0, beside = 0;
    for (uint32_t i = box->first_child; i != 0; i = tree->nodes[i].next, row++) {
        if (tree->nodes[i].rect.y <= edge && tree->nodes[i].rect.y > y) {
            y = tree->nodes[i].rect.y;
            here_row = row;
        }
        if (tree->nodes[i].rect.y == y) { /* places are whole pixels */
            beside = row - here_row;
        }
    }
    state->length = (double)box->rect.h;
    note_here(ui, state, here_row, beside);
}

void
ui_lists_note(struct ui *ui) {
    const struct ui_tree *tree = ui_tree_const(ui);
    for (size_t i = 0; i < ui->lists.count; i++) {
        struct ui_list_state *state = &ui->lists.states[i];
        if (state->seen != ui->frame_number || state->count == 0) {
            continue;
        }
        if (state->is_whole) {
            note_whole(ui, state);
        } else {
            note_place(ui, state);
        }
    }
    for (size_t i = 0; i < ui->lists.spacer_count; i++) {
        const struct ui_node *spacer = &tree->nodes[ui->lists.spacers[i].node];
        if (!rect_is_empty(spacer->clip)) {
            ui->lists.is_incomplete = true;
        }
    }
}

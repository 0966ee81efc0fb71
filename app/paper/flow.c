#include "paper/flow.h"

#include "base/check.h"
#include "base/vec.h"

#include <string.h>

#define GUTTER_PT 22.0f
#define WAY_PT 34.0f
#define NOTES_ABOVE_PT 12.0f /* white and a short rule */
#define NOTE_GAP_PT 2.0f
#define LEAST_LINES 2 /* of a row on either side of a page's end */

/* Lines are at most 1.5 em apart: readers of PDF take what is further apart for another block, and
 * would mix the languages line by line. */
const struct flow_style *
flow_style(enum sheet_style style) {
    enum { INK = 0x16233F, SOFT = 0x3B4860, INDIGO = 0x1F3A78 };
    static const struct flow_style styles[SHEET_STYLES] = {
        [SHEET_TITLE] = {30, 40, TEXT_BOLD, true, INK},
        [SHEET_SUBTITLE] = {11, 17, TEXT_REGULAR, false, SOFT},
        [SHEET_SECTION] = {14.5f, 21, TEXT_BOLD, true, INDIGO},
        [SHEET_HEADING] = {10.2f, 15, TEXT_BOLD, false, INK},
        [SHEET_BODY] = {9.7f, 14.2f, TEXT_REGULAR, false, INK},
        [SHEET_STRONG] = {9.7f, 14.2f, TEXT_BOLD, false, INK},
        [SHEET_FIGURE] = {19, 26, TEXT_BOLD, false, INK},
        [SHEET_SMALL] = {8.2f, 12, TEXT_REGULAR, false, SOFT},
        [SHEET_NOTE] = {7.6f, 11.1f, TEXT_REGULAR, false, SOFT},
    };
    return &styles[style];
}

static const struct para *
lay_out(const struct flow_engines *engines, const struct sheet_cell *cell, struct str text,
    float width_pt, bool is_mark) {
    const struct flow_style *style = flow_style(cell->style);
    bool is_heading = style->is_head || cell->style == SHEET_HEADING;
    struct text_style set = {
        .lang = cell->lang,
        .size_px = style->size_pt * FLOW_PX,
        .line_height_px = style->pitch_pt * FLOW_PX,
        .weight = is_mark && cell->indent_pt > 20 ? TEXT_BOLD : style->weight,
        .breaking = is_heading ? TEXT_BREAK_PHRASE : TEXT_BREAK_BODY,
        .align = cell->is_at_end ? TEXT_ALIGN_END : TEXT_ALIGN_START,
        .balance = is_heading,
        .optical = true,
    };
    return para_layout(style->is_head ? engines->head : engines->body, text, &set,
        is_mark ? NULL : cell->spans, is_mark ? 0 : cell->span_count, width_pt * FLOW_PX);
}

const struct para *
flow_line(const struct flow_engines *engines, enum sheet_style style, enum locale_id lang,
    struct str text) {
    struct sheet_cell cell = {.style = style, .lang = lang};
    return lay_out(engines, &cell, text, FLOW_WIDTH_PT - 2 * FLOW_SIDE_PT, false);
}

static void
measure(struct flow_row *out, const struct sheet_row *row, const struct flow_engines *engines) {
    float whole = FLOW_WIDTH_PT - 2 * FLOW_SIDE_PT;
    float width = (whole - (float)(row->columns - 1) * GUTTER_PT) / (float)row->columns;
    *out = (struct flow_row){.row = row, .way_pt = row->way_km > 0 ? WAY_PT : 0};
    for (int i = 0; i < row->columns; i++) {
        const struct sheet_cell *cell = &row->cells[i];
        struct flow_cell *set = &out->cells[i];
        set->x = FLOW_SIDE_PT + (float)i * (width + GUTTER_PT) + cell->indent_pt;
        set->width = width - cell->indent_pt;
        if (cell->text.n > 0) {
            set->text = lay_out(engines, cell, cell->text, set->width, false);
        }
        if (cell->mark.n > 0 && cell->indent_pt > 0) {
            set->mark = lay_out(engines, cell, cell->mark, cell->indent_pt - 4, true);
        }
    }
}

/* A mark is as much of its cell as the text beside it. */
static size_t
lines_of(const struct flow_cell *cell) {
    size_t text = cell->text ? cell->text->line_count : 0;
    size_t mark = cell->mark ? cell->mark->line_count : 0;
    return text > mark ? text : mark;
}

/* Readings above a text make its lines stand further apart. */
static float
pitch_of(const struct flow_cell *cell) {
    float text = cell->text ? cell->text->pitch_px : 0;
    float mark = cell->mark ? cell->mark->pitch_px : 0;
    return (text > mark ? text : mark) / FLOW_PX;
}

static float
reserve_of(const struct flow_cell *cell) {
    const struct para *text = cell->text;
    return text ? (text->height_px - (float)text->line_count * text->pitch_px) / FLOW_PX : 0;
}

static float
height_of(const struct flow_row *row, const size_t *first, const size_t *end) {
    float most = 0;
    for (int i = 0; i < row->row->columns; i++) {
        const struct flow_cell *cell = &row->cells[i];
        float reserve = end[i] > first[i] ? reserve_of(cell) : 0;
        float height = reserve + (float)(end[i] - first[i]) * pitch_of(cell);
        most = height > most ? height : most;
    }
    return most;
}

static float
whole_height(const struct flow_row *row) {
    size_t first[SHEET_CELLS] = {0}, end[SHEET_CELLS] = {0};
    for (int i = 0; i < row->row->columns; i++) {
        end[i] = lines_of(&row->cells[i]);
    }
    return row->way_pt + height_of(row, first, end);
}

/* The page that is being filled. */
struct pen {
    struct flow *flow;
    struct arena *arena;
    float y, foot; /* the foot: the height of the notes so far */
    size_t *held;  /* notes of this page */
    size_t held_count, held_cap;
};

static struct flow_page *
page_of(struct pen *pen) {
    return &pen->flow->pages[pen->flow->page_count - 1];
}

static struct flow_part *
add_part(struct pen *pen, const struct flow_row *row) {
    struct flow_page *page = page_of(pen);
    VEC_ROOM_IN(pen->arena, page->parts, page->count, page->cap, 1);
    struct flow_part *part = &page->parts[page->count++];
    *part = (struct flow_part){.row = row};
    return part;
}

/* The notes go to the foot of their page when it is full. */
static void
end_page(struct pen *pen) {
    struct flow_page *page = page_of(pen);
    page->notes = page->count;
    float y = FLOW_HEIGHT_PT - FLOW_BOTTOM_PT - pen->foot + NOTES_ABOVE_PT;
    for (size_t i = 0; i < pen->held_count; i++) {
        const struct flow_row *row = &pen->flow->notes[pen->held[i] - 1];
        struct flow_part *part = add_part(pen, row);
        for (int c = 0; c < row->row->columns; c++) {
            part->end[c] = lines_of(&row->cells[c]);
        }
        part->y = y;
        part->height = whole_height(row);
        y += part->height + NOTE_GAP_PT;
    }
    pen->held_count = 0;
    pen->foot = 0;
}

static void
new_page(struct pen *pen) {
    struct flow *flow = pen->flow;
    if (flow->page_count > 0) {
        end_page(pen);
    }
    VEC_ROOM_IN(pen->arena, flow->pages, flow->page_count, flow->page_cap, 1);
    flow->pages[flow->page_count++] = (struct flow_page){0};
    pen->y = FLOW_TOP_PT;
}

static bool
is_at_top(struct pen *pen) {
    return page_of(pen)->count == 0;
}

static float
note_height(const struct pen *pen, const struct flow_row *row) {
    size_t note = row->row->note;
    float above = pen->foot > 0 ? 0 : NOTES_ABOVE_PT;
    return note > 0 ? above + whole_height(&pen->flow->notes[note - 1]) + NOTE_GAP_PT : 0;
}

static float
room(const struct pen *pen) {
    return FLOW_HEIGHT_PT - FLOW_BOTTOM_PT - pen->foot - pen->y;
}

/* As many lines of every cell as have room, but no single one on either side. False when that is
 * none. (All of them: then only the note has no room, and goes over with its row.) */
static bool
split(const struct flow_row *row, const size_t *first, float room_pt, size_t *end) {
    for (int i = 0; i < row->row->columns; i++) {
        size_t all = lines_of(&row->cells[i]), left = all - first[i];
        float pitch = pitch_of(&row->cells[i]), space = room_pt - reserve_of(&row->cells[i]);
        size_t fit = pitch > 0 && space > 0 ? (size_t)(space / pitch) : 0;
        if (fit < left && fit + LEAST_LINES > left) {
            fit = left > LEAST_LINES ? left - LEAST_LINES : 0;
        }
        if (left > 0 && fit < left && fit < LEAST_LINES) {
            return false;
        }
        end[i] = first[i] + (fit < left ? fit : left);
    }
    return true;
}

static void
put(struct pen *pen, const struct flow_row *row, const size_t *first, const size_t *end) {
    struct flow_part *part = add_part(pen, row);
    bool is_start = true;
    for (int i = 0; i < row->row->columns; i++) {
        part->first[i] = first[i];
        part->end[i] = end[i];
        is_start = is_start && first[i] == 0;
    }
    pen->y += is_start ? row->way_pt : 0;
    part->y = pen->y;
    part->height = height_of(row, first, end);
    pen->y += part->height;
}

static void
place(struct pen *pen, const struct flow_row *row) {
    size_t first[SHEET_CELLS] = {0}, all[SHEET_CELLS] = {0}, end[SHEET_CELLS] = {0};
    for (int i = 0; i < row->row->columns; i++) {
        all[i] = lines_of(&row->cells[i]);
    }
    pen->y += is_at_top(pen) ? 0 : row->row->before_pt;
    float way = row->way_pt;
    while (way + height_of(row, first, all) + note_height(pen, row) > room(pen)) {
        bool parts = split(row, first, room(pen) - way, end) && memcmp(end, all, sizeof(all)) != 0;
        if (!parts && is_at_top(pen)) {
            break; /* higher than a page, which no text is: nothing is left out */
        }
        if (parts) {
            put(pen, row, first, end);
            for (int i = 0; i < row->row->columns; i++) {
                first[i] = end[i];
            }
            way = 0;
        }
        new_page(pen);
    }
    float notes = note_height(pen, row);
    put(pen, row, first, all);
    if (row->row->note > 0) {
        VEC_ROOM_IN(pen->arena, pen->held, pen->held_count, pen->held_cap, 1);
        pen->held[pen->held_count++] = row->row->note;
        pen->foot += notes;
    }
}

/* What the rows from `at` on need to stand together: those that keep the next, and the beginning of
 * the one they keep. */
static float
together(const struct pen *pen, size_t at) {
    const struct flow *flow = pen->flow;
    float need = 0;
    for (; at < flow->sheet->row_count; at++) {
        const struct flow_row *row = &flow->rows[at];
        float height = whole_height(row), least = 0;
        need += row->row->before_pt;
        if (row->row->keeps_next) {
            need += height + note_height(pen, row);
            continue;
        }
        for (int i = 0; i < row->row->columns; i++) {
            float lines = reserve_of(&row->cells[i]) + LEAST_LINES * pitch_of(&row->cells[i]);
            bool is_short = lines_of(&row->cells[i]) < 2 * LEAST_LINES;
            least = is_short || lines > least ? (is_short ? height : lines) : least;
        }
        return need + (least < height ? least : height + note_height(pen, row));
    }
    return need;
}

void
flow_make(struct flow *flow, const struct sheet *sheet, const struct flow_engines *engines) {
    struct pen pen = {.flow = flow, .arena = sheet->arena};
    *flow = (struct flow){.sheet = sheet};
    flow->rows = ARENA_ARRAY(sheet->arena, sheet->row_count + 1, struct flow_row);
    flow->notes = ARENA_ARRAY(sheet->arena, sheet->note_count + 1, struct flow_row);
    for (size_t i = 0; i < sheet->row_count; i++) {
        measure(&flow->rows[i], &sheet->rows[i], engines);
    }
    for (size_t i = 0; i < sheet->note_count; i++) {
        measure(&flow->notes[i], &sheet->notes[i], engines);
    }
    new_page(&pen);
    for (size_t i = 0; i < sheet->row_count; i++) {
        bool continues = i > 0 && sheet->rows[i - 1].keeps_next;
        if (!continues && !is_at_top(&pen) && together(&pen, i) > room(&pen)) {
            new_page(&pen);
        }
        place(&pen, &flow->rows[i]);
    }
    end_page(&pen);
}

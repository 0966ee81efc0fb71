/* flow.h - a sheet laid out on pages of A4: which lines of which row stand where.
 *
 * Lengths are points (1/72 inch) from the top left corner of the page; the text engine lays out at
 * FLOW_PX pixels a point. A row goes over to the next page only with two lines or more on either
 * side, a heading only with what it is about; notes stand at the foot of the page that holds the
 * end of their row. */
#ifndef PAPER_FLOW_H
#define PAPER_FLOW_H

#include "paper/sheet.h"

#define FLOW_PX 8

/* ISO 216 A4, and the frame that text stays in. */
#define FLOW_WIDTH_PT 595.276f
#define FLOW_HEIGHT_PT 841.89f
#define FLOW_SIDE_PT 51.0f
#define FLOW_TOP_PT 48.0f
#define FLOW_BOTTOM_PT 60.0f /* below it the line with the number of the page */

/* Two engines: Latin, kana, Han and Hangul without serifs for what is read, with them for heads. */
struct flow_engines {
    struct text_engine *body, *head;
};

/* How a style is set. */
struct flow_style {
    float size_pt, pitch_pt;
    enum text_weight weight;
    bool is_head;   /* by the engine of heads */
    uint32_t color; /* 0xRRGGBB */
};
const struct flow_style *flow_style(enum sheet_style style);

struct flow_cell {
    float x, width;                 /* of the text; its mark stands before it */
    const struct para *text, *mark; /* NULL: none */
};
struct flow_row {
    const struct sheet_row *row;
    struct flow_cell cells[SHEET_CELLS];
    float way_pt; /* height of what stands above the text */
};

/* Lines [first, end) of each cell of a row, on one page. */
struct flow_part {
    const struct flow_row *row;
    size_t first[SHEET_CELLS], end[SHEET_CELLS];
    float y, height; /* of the lines; `way_pt` stands above y */
};
struct flow_page {
    struct flow_part *parts; /* as they are read; the notes last */
    size_t count, cap;
    size_t notes; /* the first of them */
};
struct flow {
    const struct sheet *sheet;
    struct flow_row *rows, *notes;
    struct flow_page *pages;
    size_t page_count, page_cap;
};

/* Paragraphs are borrowed from the engines, as para_layout() says. */
void flow_make(struct flow *flow, const struct sheet *sheet, const struct flow_engines *engines);
/* One line, as wide as it is: for the foot of a page. */
const struct para *flow_line(const struct flow_engines *engines, enum sheet_style style,
    enum locale_id lang, struct str text);

#endif

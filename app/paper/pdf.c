#include "paper/pdf.h"

#include <cairo-pdf.h>
#include <stdio.h>

#include "base/check.h"
#include "paper/glyphs.h"

/* cairo 1.16 keeps a table of each CFF font it subset; the program ends soon after. */
#if defined(__SANITIZE_ADDRESS__)
const char *__lsan_default_options(void);
const char *__lsan_default_suppressions(void);
const char *
__lsan_default_options(void) {
    return "print_suppressions=0";
}
const char *
__lsan_default_suppressions(void) {
    return "leak:libcairo.so";
}
#endif

#define TRACK_KM 1000.0 /* longer ways have a mark every 1,000 km, shorter ones every 100 */

struct writer {
    const struct flow *flow;
    const struct flow_engines *engines;
    const struct pdf_facts *facts;
    struct glyphs *body, *head;
    cairo_surface_t *surface;
    cairo_t *cr;
    int parents[8]; /* of the outline, by level */
};

static struct glyphs *
glyphs_of(const struct writer *w, enum sheet_style style) {
    return flow_style(style)->is_head ? w->head : w->body;
}

static void
set_color(cairo_t *cr, uint32_t color) {
    cairo_set_source_rgb(
        cr, (color >> 16) / 255.0, (color >> 8 & 255) / 255.0, (color & 255) / 255.0);
}

static void
note_rows(struct writer *w, const struct flow_row *rows, size_t count) {
    for (size_t i = 0; i < count; i++) {
        for (int c = 0; c < rows[i].row->columns; c++) {
            const struct flow_cell *cell = &rows[i].cells[c];
            struct glyphs *glyphs = glyphs_of(w, rows[i].row->cells[c].style);
            if (cell->text) {
                glyphs_note(glyphs, cell->text);
            }
            if (cell->mark) {
                glyphs_note(glyphs, cell->mark);
            }
        }
    }
}

/* "2 / 7" */
static const struct para *
page_number(const struct writer *w, size_t page) {
    struct str text =
        arena_printf(w->flow->sheet->arena, "%zu / %zu", page + 1, w->flow->page_count);
    return flow_line(w->engines, SHEET_STRONG, w->facts->lang, text);
}

static const struct para *
foot_title(const struct writer *w) {
    return flow_line(w->engines, SHEET_SMALL, w->facts->lang, w->facts->title);
}

/* The glyphs of all there is, before the first is drawn. */
static bool
make_fonts(struct writer *w, struct err *err) {
    note_rows(w, w->flow->rows, w->flow->sheet->row_count);
    note_rows(w, w->flow->notes, w->flow->sheet->note_count);
    glyphs_note(w->body, foot_title(w));
    for (size_t i = 0; i < w->flow->page_count; i++) {
        glyphs_note(w->body, page_number(w, i));
    }
    return glyphs_make(w->body, err) && glyphs_make(w->head, err);
}

static void
line(cairo_t *cr, double x0, double x1, double y, double width, uint32_t color) {
    set_color(cr, color);
    cairo_set_line_width(cr, width);
    cairo_move_to(cr, x0, y);
    cairo_line_to(cr, x1, y);
    cairo_stroke(cr);
}

static void
disc(cairo_t *cr, double x, double y, double radius, uint32_t color) {
    set_color(cr, color);
    cairo_arc(cr, x, y, radius, 0, 2 * 3.14159265358979);
    cairo_fill(cr);
}

/* From the home city to the other one, over water, with a mark at every 100 or 1,000 km. */
static void
draw_way(cairo_t *cr, double y, double height, double km) {
    enum { WATER = 0xE2EAF0, INK = 0x16233F, INDIGO = 0x1F3A78, RED = 0xA8321E };
    double x0 = FLOW_SIDE_PT, x1 = FLOW_WIDTH_PT - FLOW_SIDE_PT, middle = y + height / 2 - 3;
    double from = x0 + 22, to = x1 - 22, step = km > 2 * TRACK_KM ? TRACK_KM : TRACK_KM / 10;
    set_color(cr, WATER);
    cairo_rectangle(cr, x0, y, x1 - x0, height - 6);
    cairo_fill(cr);
    static const double dots[] = {0, 4.2};
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    cairo_set_dash(cr, dots, ARRAY_LEN(dots), 0);
    line(cr, from + 10, to - 9, middle, 1.8, RED);
    cairo_set_dash(cr, NULL, 0, 0);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
    for (int i = 1; i * step < km && i < 200; i++) {
        double x = from + (to - from) * i * step / km, half = i % 5 == 0 ? 5 : 3;
        cairo_move_to(cr, x, middle - half);
        cairo_line_to(cr, x, middle + half);
    }
    set_color(cr, INK);
    cairo_set_line_width(cr, 0.9);
    cairo_stroke(cr);
    disc(cr, from, middle, 6, INDIGO);
    disc(cr, from, middle, 3.8, 0xFFFFFF);
    disc(cr, from, middle, 2, INDIGO);
    disc(cr, to, middle, 6, RED);
}

static void
add_outline(struct writer *w, const struct sheet_row *row, size_t page, double y) {
    char where[80];
    struct str_buf title = {0};
    int level = row->level < (int)ARRAY_LEN(w->parents) ? row->level : 1;
    for (int i = 0; i < row->columns; i++) {
        if (i > 0 && row->cells[i].text.n > 0) {
            str_buf_add(&title, STR(" · "));
        }
        str_buf_add(&title, row->cells[i].text);
    }
    snprintf(where, sizeof(where), "page=%zu pos=[%d %d]", page + 1, (int)FLOW_SIDE_PT, (int)y);
    str_buf_byte(&title, '\0');
    w->parents[level] = cairo_pdf_surface_add_outline(w->surface, w->parents[level - 1], title.p,
        where, level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : (cairo_pdf_outline_flags_t)0);
    str_buf_finish(&title);
}

static void
draw_cell(struct writer *w, const struct flow_part *part, int c) {
    const struct flow_cell *cell = &part->row->cells[c];
    const struct sheet_cell *sheet = &part->row->row->cells[c];
    struct glyphs *glyphs = glyphs_of(w, sheet->style);
    struct glyphs_place place = {
        .x = cell->x, .y = part->y, .first = part->first[c], .end = part->end[c]};
    struct glyphs_place before = place;
    before.x -= sheet->indent_pt;
    set_color(w->cr, flow_style(sheet->style)->color);
    if (cell->mark) {
        /* on the line of the text, also where a reading lowers that */
        float lower =
            cell->text ? (float)(cell->text->lines[0].baseline - cell->mark->lines[0].baseline) : 0;
        before.y += lower / 64 / FLOW_PX;
        glyphs_show(glyphs, w->cr, cell->mark, &before);
    }
    if (cell->text) {
        glyphs_show(glyphs, w->cr, cell->text, &place);
    }
}

static void
draw_part(struct writer *w, const struct flow_part *part, size_t page, bool is_first) {
    enum { INK = 0x16233F, HAIR = 0x8C93A3 };
    const struct sheet_row *row = part->row->row;
    bool is_start = part->first[0] + part->first[1] + part->first[2] == 0;
    double above = part->y - part->row->way_pt;
    if (is_start && !is_first && row->rule != SHEET_NO_RULE) {
        bool is_line = row->rule == SHEET_LINE;
        line(w->cr, FLOW_SIDE_PT, FLOW_WIDTH_PT - FLOW_SIDE_PT, above - 5, is_line ? 1.4 : 0.6,
            is_line ? INK : HAIR);
    }
    if (is_start && row->way_km > 0) {
        draw_way(w->cr, above, part->row->way_pt, row->way_km);
    }
    if (is_start && row->level > 0) {
        add_outline(w, row, page, above);
    }
    for (int c = 0; c < row->columns; c++) {
        draw_cell(w, part, c);
    }
}

static void
draw_foot(struct writer *w, size_t page) {
    double y = FLOW_HEIGHT_PT - FLOW_BOTTOM_PT + 14;
    const struct para *title = foot_title(w), *number = page_number(w, page);
    double right = FLOW_WIDTH_PT - FLOW_SIDE_PT;
    line(w->cr, FLOW_SIDE_PT, right, y, 0.9, 0x16233F);
    set_color(w->cr, flow_style(SHEET_SMALL)->color);
    glyphs_show(w->body, w->cr, title,
        &(struct glyphs_place){.x = FLOW_SIDE_PT, .y = (float)y + 5, .end = 1});
    set_color(w->cr, flow_style(SHEET_STRONG)->color);
    glyphs_show(w->body, w->cr, number,
        &(struct glyphs_place){
            .x = (float)right - number->width_px / FLOW_PX, .y = (float)y + 3, .end = 1});
}

static void
draw_page(struct writer *w, size_t index) {
    const struct flow_page *page = &w->flow->pages[index];
    for (size_t i = 0; i < page->count; i++) {
        if (i == page->notes) {
            line(w->cr, FLOW_SIDE_PT, FLOW_SIDE_PT + 60, page->parts[i].y - 4, 0.6, 0x8C93A3);
        }
        draw_part(w, &page->parts[i], index, i == 0);
    }
    draw_foot(w, index);
    cairo_show_page(w->cr);
}

static cairo_status_t
take(void *self, const unsigned char *bytes, unsigned length) {
    str_buf_add(self, (struct str){(const char *)bytes, length});
    return CAIRO_STATUS_SUCCESS;
}

static void
set_facts(struct writer *w) {
    struct arena *arena = w->flow->sheet->arena;
    const char *title = arena_str(arena, w->facts->title).p;
    cairo_pdf_surface_set_metadata(w->surface, CAIRO_PDF_METADATA_TITLE, title);
    cairo_pdf_surface_set_metadata(w->surface, CAIRO_PDF_METADATA_CREATOR, w->facts->creator);
    cairo_pdf_surface_set_metadata(w->surface, CAIRO_PDF_METADATA_CREATE_DATE, w->facts->made);
    cairo_pdf_surface_set_metadata(w->surface, CAIRO_PDF_METADATA_MOD_DATE, w->facts->made);
}

static bool
draw(struct writer *w, struct str_buf *out, struct err *err) {
    w->surface = cairo_pdf_surface_create_for_stream(take, out, FLOW_WIDTH_PT, FLOW_HEIGHT_PT);
    w->cr = cairo_create(w->surface);
    cairo_font_options_t *plain = cairo_font_options_create();
    cairo_font_options_set_hint_style(plain, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(plain, CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(w->cr, plain);
    cairo_font_options_destroy(plain);
    set_facts(w);
    w->parents[0] = CAIRO_PDF_OUTLINE_ROOT;
    for (size_t i = 0; i < w->flow->page_count; i++) {
        draw_page(w, i);
    }
    cairo_status_t status = cairo_status(w->cr);
    cairo_destroy(w->cr);
    cairo_surface_finish(w->surface);
    status = status == CAIRO_STATUS_SUCCESS ? cairo_surface_status(w->surface) : status;
    cairo_surface_destroy(w->surface);
    return status == CAIRO_STATUS_SUCCESS ||
           err_set(err, ERR_FORMAT, "the pages cannot be written as PDF: %s",
               cairo_status_to_string(status));
}

bool
pdf_write(const struct flow *flow, const struct flow_engines *engines,
    const struct pdf_facts *facts, struct str_buf *out, struct err *err) {
    struct writer w = {.flow = flow, .engines = engines, .facts = facts};
    w.body = glyphs_create(engines->body);
    w.head = glyphs_create(engines->head);
    bool ok = make_fonts(&w, err) && draw(&w, out, err);
    glyphs_destroy(w.body);
    glyphs_destroy(w.head);
    cairo_debug_reset_static_data(); /* it keeps fonts by the address of faces that are gone now */
    return ok;
}

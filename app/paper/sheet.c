#include "paper/sheet.h"

#include "base/utf8.h"
#include "base/vec.h"

#define NOTE_INDENT_PT 12

struct str
sheet_text(struct sheet *sheet, struct str text) {
    size_t bad_at;
    struct str_buf out = {0};
    if (utf8_valid(text, &bad_at)) {
        return text;
    }
    for (size_t at = 0; at < text.n;) {
        str_buf_utf8(&out, utf8_next(text, &at));
    }
    struct str whole = arena_str(sheet->arena, str_buf_str(&out));
    str_buf_finish(&out);
    return whole;
}

struct sheet_row *
sheet_wide(struct sheet *sheet, enum sheet_style style, enum locale_id lang) {
    VEC_ROOM_IN(sheet->arena, sheet->rows, sheet->row_count, sheet->row_cap, 1);
    struct sheet_row *row = &sheet->rows[sheet->row_count++];
    *row = (struct sheet_row){.columns = 1};
    row->cells[0] = (struct sheet_cell){.style = style, .lang = lang};
    return row;
}

struct sheet_row *
sheet_row(struct sheet *sheet, enum sheet_style style) {
    struct sheet_row *row = sheet_wide(sheet, style, sheet->langs[0]);
    row->columns = sheet->lang_count;
    for (int i = 1; i < row->columns; i++) {
        row->cells[i] = (struct sheet_cell){.style = style, .lang = sheet->langs[i]};
    }
    return row;
}

/* The number goes behind the text, raised. */
static void
add_number(struct sheet *sheet, struct sheet_cell *cell, size_t number) {
    struct text_span *spans = ARENA_ARRAY(sheet->arena, cell->span_count + 1, struct text_span);
    size_t start = cell->text.n + STR("\u2060").n;
    for (size_t i = 0; i < cell->span_count; i++) {
        spans[i] = cell->spans[i];
    }
    cell->text = arena_printf(sheet->arena, "%.*s\u2060%zu", STR_ARG(cell->text), number);
    spans[cell->span_count++] = (struct text_span){
        .start = start, .end = cell->text.n, .lang = cell->lang, .tag = SHEET_RAISED};
    cell->spans = spans;
}

void
sheet_close_row(struct sheet *sheet, struct sheet_row *row) {
    struct sheet_row note = {.columns = row->columns};
    for (int i = 0; i < row->columns; i++) {
        struct sheet_cell *cell = &row->cells[i];
        note.cells[i] = (struct sheet_cell){.style = SHEET_NOTE, .lang = cell->lang};
        if (cell->note.n == 0) {
            continue;
        }
        if (row->note == 0) {
            row->note = sheet->note_count + 1;
        }
        note.cells[i].text = cell->note;
        note.cells[i].mark = arena_printf(sheet->arena, "%zu", row->note);
        note.cells[i].indent_pt = NOTE_INDENT_PT;
        add_number(sheet, cell, row->note);
    }
    if (row->note > 0) {
        VEC_ROOM_IN(sheet->arena, sheet->notes, sheet->note_count, sheet->note_cap, 1);
        sheet->notes[sheet->note_count++] = note;
    }
}

/* sheet.h - a document before it has pages: rows of one to three cells side by side, one paragraph
 * each. What the languages of a document say of one thing stands in one row, so that they stay
 * level and are read out pair by pair.
 *
 * Everything lives in the sheet's arena; texts are valid UTF-8 (sheet_text()). */
#ifndef PAPER_SHEET_H
#define PAPER_SHEET_H

#include "text/para.h"

enum { SHEET_CELLS = 3, SHEET_LANGUAGES = 2 };

enum sheet_style {
    SHEET_TITLE,
    SHEET_SUBTITLE,
    SHEET_SECTION,
    SHEET_HEADING,
    SHEET_BODY,
    SHEET_STRONG,
    SHEET_FIGURE, /* a number to be seen from afar */
    SHEET_SMALL,
    SHEET_NOTE, /* at the foot of a page */
    SHEET_STYLES
};

/* `tag` of spans. */
enum sheet_tag {
    SHEET_PLAIN,
    SHEET_BLANK,  /* to be filled in by hand: a line below it */
    SHEET_RAISED, /* the number of a note */
};

struct sheet_cell {
    enum sheet_style style;
    enum locale_id lang;
    struct str text;
    const struct text_span *spans;
    size_t span_count;
    struct str mark; /* in a column of its own before the text: a bullet, a number, a date */
    float indent_pt; /* the width of that column; 0: none */
    bool is_at_end;  /* aligned to the end edge */
    struct str note; /* what is doubtful about it: at the foot of the page */
};

enum sheet_rule { SHEET_NO_RULE, SHEET_HAIRLINE, SHEET_LINE };

struct sheet_row {
    struct sheet_cell cells[SHEET_CELLS];
    int columns;
    float before_pt; /* white above it, but for the first of a page */
    enum sheet_rule rule;
    bool keeps_next; /* never the last of its page while something follows */
    int level;       /* in the outline of the document, from 1; 0: not there */
    size_t note;     /* from 1; 0: none */
    double way_km;   /* above it a line with a mark every so many km; 0: none */
};

struct sheet {
    struct arena *arena;
    enum locale_id langs[SHEET_LANGUAGES];
    int lang_count;
    struct str title;
    struct sheet_row *rows;
    size_t row_count, row_cap;
    struct sheet_row *notes; /* by number */
    size_t note_count, note_cap;
};

/* A row with one cell a language, each with its style and language set. Valid until the next. */
struct sheet_row *sheet_row(struct sheet *sheet, enum sheet_style style);
/* The same with one cell over the whole width. */
struct sheet_row *sheet_wide(struct sheet *sheet, enum sheet_style style, enum locale_id lang);
/* Gives the notes of the row's cells a number and their place at the foot. Once, when they are all
 * there. */
void sheet_close_row(struct sheet *sheet, struct sheet_row *row);
/* The text itself, or with U+FFFD for what is no UTF-8. */
struct str sheet_text(struct sheet *sheet, struct str text);

#endif

/* widgets.h - the parts screens are made of. Each only declares nodes; the looks, roles, targets
 * and keyboard behaviour are right by themselves. Words come in from the screen, in the frame's
 * language unless a `lang` says otherwise. `action` is what ui_take_action() gives back. */
#ifndef UI_WIDGETS_H
#define UI_WIDGETS_H

#include "ui/ui.h"

/* Primary: filled, one a page at most. Secondary: the usual key. Link: words that lead on. */
enum ui_button_kind { UI_BUTTON_PRIMARY, UI_BUTTON_SECONDARY, UI_BUTTON_LINK };

struct ui_button {
    struct str key, label, action;
    struct str icon, end_icon;
    enum ui_button_kind kind;
    enum ui_lang lang;
    bool disabled, selected, fill; /* fill: as wide as the parent */
};
bool ui_button(struct ui *ui, struct ui_button button);

struct ui_icon_button { /* `label` is spoken */
    struct str key, label, icon, action;
    bool disabled, selected;
};
bool ui_icon_button(struct ui *ui, struct ui_icon_button button);

/* A country's mark: its shape in its hue, beside its name. Nothing for an empty code. */
void ui_country(struct ui *ui, struct str code);

/* A row that leads somewhere: [icon] title, [country] reading, text [badge] [arrow]. */
struct ui_link_row {
    struct str key, title, reading, text, badge, icon, action;
    struct str country; /* its mark before the reading */
    enum ui_lang title_lang, text_lang;
    const struct ui_span *title_spans; /* without actions: the row is one target */
    size_t title_span_count;
    enum ui_tone badge_tone;
    bool plain;  /* no card of its own: inside a list that has one */
    bool reveal; /* in view when the page opens */
};
bool ui_link_row(struct ui *ui, struct ui_link_row row);

/* A surface for anything; a target when it has an action. Close with ui_close(). */
struct ui_card {
    struct str key, label, action;
    enum ui_tone tone; /* TONE_NEUTRAL: the plain surface */
    enum ui_axis axis;
    float gap, padding, grow; /* dp; padding 0 means the usual */
    enum ui_role role;
    bool selected;
};
bool ui_card_open(struct ui *ui, struct ui_card card);

/* Level 1 is the page's title, 2 a section, 3 a part of it. `reading` is shown under it, small. */
struct ui_heading {
    struct str key, icon, reading, note;
    int level;
    bool is_name; /* a page about one thing, of that name: larger */
    enum ui_lang reading_lang;
    const struct ui_span *spans; /* of the text */
    size_t span_count;
};
void ui_heading(struct ui *ui, struct str text, enum locale_id lang, struct ui_heading heading);

/* Label and value; what the value refers to and a remark below. */
struct ui_fact_row {
    struct str key, label, value, as_of, note;
    enum ui_lang value_lang;
    struct str action; /* the value leads somewhere */
    bool prose;        /* the value is sentences: below the label, at full width */
    bool last;         /* no line under it */
    bool marked;       /* the one a link led to: stands out, semantics flag "selected" */
};
void ui_fact_row(struct ui *ui, struct ui_fact_row row);

/* A note behind an i, opened in place. The button is spoken as the frame's word for notes
 * (ui_chrome.note_label) and what it is about, and says whether it is expanded. */
struct ui_aside {
    struct str key; /* where several stand in one box */
    struct str about, text;
    const struct ui_span *spans;
    size_t span_count;
};
/* On a line of its own, with its word. Nothing when there is no text. */
void ui_aside(struct ui *ui, struct ui_aside aside);
/* What is declared between these has the i at its end, and the note below it. */
void ui_noted_open(struct ui *ui, enum ui_align align);
void ui_noted_close(struct ui *ui, const struct ui_aside *aside);
/* The parts, for other places: the button, true while the note is open, and the text. */
bool ui_aside_button(struct ui *ui, const struct ui_aside *aside);
void ui_aside_text(struct ui *ui, const struct ui_aside *aside);

/* A key that opens more than a note in place, as notes are: the caller declares what, while it is
 * true. `spoken` says of what. */
struct ui_more {
    struct str key, icon, label, spoken;
};
bool ui_more_button(struct ui *ui, const struct ui_more *more);

/* A list item of running text with a dot or a number before it; `level` 1 or 2. */
struct ui_bullet {
    struct str key, text, note;
    int level, number; /* number 0: a dot */
    const struct ui_span *spans;
    size_t span_count;
};
void ui_bullet(struct ui *ui, struct ui_bullet bullet);

/* A table: cells row by row, the first row their heads. On a narrow panel each row is a card, its
 * cells under their heads. Semantics: table, row, cell. */
struct ui_table_cell {
    struct str text;
    const struct ui_span *spans;
    size_t span_count;
};
struct ui_table {
    struct str key, label;
    const struct ui_table_cell *cells; /* rows * columns */
    size_t columns, rows;              /* the heads are row 0 */
};
void ui_table(struct ui *ui, struct ui_table table);

/* A small remark with the mark of a note before it, inside a card; nothing when it is empty. */
void ui_remark(struct ui *ui, struct str text);

void ui_badge(struct ui *ui, struct str text, enum ui_tone tone);

struct ui_chip { /* a filter: selected or not */
    struct str key, label, icon, action;
    bool selected;
};
bool ui_chip(struct ui *ui, struct ui_chip chip);

/* At the end of a key that leads on. */
void ui_arrow(struct ui *ui);

void ui_divider(struct ui *ui);

/* A list that may be of any length: asks for its rows by index, and only for those that can be
 * seen. `row` declares exactly one node; rows may be of any height, and hold
 * no list of this kind. The list knows its length by measure and, for rows that were never laid
 * out, by estimate; where an estimate was wrong the reader's place stays. Up to UI_LIST_WHOLE rows
 * are all declared. */
enum { UI_LIST_WHOLE = 64 };
typedef void ui_list_row_fn(struct ui *ui, void *self, size_t index);
struct ui_list {
    struct str key, label;
    struct str content; /* names the rows: with another word, or count, they are other rows */
    size_t count;
    float min_column; /* dp: in as many columns as fit; 0: one */
    float gap;        /* dp */
    size_t reveal;    /* from 1: a row that the page marks (ui_box.reveal); 0: none */
    ui_list_row_fn *row;
    void *self;
};
void ui_list(struct ui *ui, struct ui_list list);
/* From 1: the row of the list with this content that the last frame showed below the page's top
 * edge, where a page that was asked for a thing puts it; 0: the page shows something else there.
 * Of several rows side by side the first; `*last` is the last of them. At the page's end the rows
 * after it are in view as well. */
size_t ui_list_row_here(
    const struct ui *ui, struct str content, size_t count, size_t *last, bool *is_at_end);
/* That list has gone by: what the page shows is below it. */
bool ui_list_is_passed(const struct ui *ui, struct str content, size_t count);

/* How long that list is, in panels of the scroller it is in; 0 while it was never laid out: a long
 * page is then declared again (ui_is_incomplete). */
double ui_list_panels(struct ui *ui, struct str content, size_t count);

/* Beside a long page: where one is in it, and steps from heading to heading. */
struct ui_scrubber {
    struct str label;                         /* spoken for the region; empty: no scrubber */
    struct str here, here_action, here_label; /* the heading in view; leads to all of them */
    struct str back_label, back_action, on_label, on_action; /* empty action: there is none */
    bool is_low; /* as low as fingers allow, whatever the text scale is */
};
void ui_scrubber(struct ui *ui, struct ui_scrubber scrubber);

/* Inside a list: date, dot and line, what happened. A target when it has an action. */
struct ui_timeline_item {
    struct str key, date, title, detail, note, badge, place, action;
    enum ui_tone badge_tone;
    bool first, last;
    bool marked; /* the one a search led to: stands out, semantics flag "selected" */
};
bool ui_timeline_item(struct ui *ui, struct ui_timeline_item item);

struct ui_stat {
    struct str key, value, unit, label, as_of, note;
};
void ui_stat(struct ui *ui, struct ui_stat stat);

struct ui_section_header {
    struct str key, title, count, icon;
    struct str action_label, action; /* "see all" */
};
void ui_section_header(struct ui *ui, struct ui_section_header header);

struct ui_option {
    struct str key, label, action, icon;
    enum ui_lang lang;
};
struct ui_switch {
    struct str key, label, detail, action;
    bool on;
};
bool ui_switch(struct ui *ui, struct ui_switch sw);

struct ui_search_field {
    struct str key, label, placeholder;
    struct str action; /* with a space and what was typed behind it, on Enter */
    struct str clear_label;
    bool autofocus; /* typing starts as soon as the screen is there */
    /* A button behind it, of the keyboard on the screen; without an icon none. */
    struct str key_icon, key_label, key_action;
};
/* How high it is at most, with its margins as a head. */
float ui_search_field_px(const struct ui *ui);
bool ui_search_field(struct ui *ui, struct ui_search_field field); /* true when the text changed */

/* The frame round every screen: the page, and below it the bar with Back, Home, Search, Help,
 * Display and the languages, at the same place always. The screen declares its content between
 * ui_chrome_open() and ui_chrome_close(); it scrolls by itself under the key "page". A sheet stands
 * between page and bar and scrolls under the key "sheet"; of the page one sees what it leaves. */
typedef void ui_sheet_fn(struct ui *ui, const void *data);
struct ui_chrome {
    const struct ui_option *items;    /* Back, Home, ..., Help, in this order everywhere */
    size_t item_count, item_selected; /* item_selected past the end: none */
    const bool *item_disabled;        /* NULL: none is */
    struct str nav_label, language_label, page_label; /* spoken for the regions */
    struct str language_marks[LOCALE_COUNT]; /* 한 日 En, where there is no room for names */
    struct str language_action; /* to the page of languages, where one button stands for them */
    struct str note_label;      /* the word for notes (ui_aside) */
    struct str more_label;      /* spoken for the button that scrolls a page on */
    struct str up_label;        /* and back; empty: the same */
    struct str brand;           /* name of the place, shown above a lowered page */
    enum ui_lang brand_lang;
    float max_width; /* of the reading column in dp; 0: the usual */
    bool no_scroll;  /* the screen scrolls parts of itself */
    bool has_head;   /* what comes first stands above what scrolls, and stays: a search field */
    bool center;     /* a short page stands in the middle of the panel */
    /* A scene that opens the page: across its top, up to the edges, or at its start side where the
     * panel is wide. In low position it fills what lies above everybody's reach. */
    struct ui_picture hero;
    struct str hero_label;
    bool hero_is_beside; /* not across the top: there are only words */
    /* The scene fills the panel, what is declared stands on its sky, and in the place of the bar is
     * a landing with the languages, of that verb, as keys, and the last item. */
    bool has_deck;
    struct str language_verb;
    bool fills;                  /* a short page fills the panel, up to its edges */
    struct ui_scrubber scrubber; /* below what scrolls */
    ui_sheet_fn *sheet;          /* declares what is in the sheet; NULL: there is none */
    const void *sheet_data;
    struct str sheet_label; /* spoken for the region */
};
void ui_chrome_open(struct ui *ui, struct ui_chrome chrome);
/* With a head: it ends here, and what scrolls begins. */
void ui_chrome_page(struct ui *ui);
/* So little of the window's height that it may stay there. In a very low one it scrolls along. */
bool ui_chrome_has_room(const struct ui *ui, float head_px);
/* What comes after it stands below what scrolls, and stays: a keyboard. At most once a frame. */
void ui_chrome_dock(struct ui *ui);
void ui_chrome_close(struct ui *ui);

/* In front of everything, over a scrim. Escape and a tap outside give `dismiss`. */
struct ui_dialog {
    struct str key, title, icon, dismiss;
    enum ui_tone tone;
};
void ui_dialog_open(struct ui *ui, struct ui_dialog dialog);
void ui_dialog_close(struct ui *ui);

/* A paragraph with every choice of the text engine in the open, set to a fixed measure (dp; the
 * height of the lines when vertical). For specimens and title cards. */
struct ui_typeset {
    struct str key, text;
    enum locale_id lang;
    enum type_style style;
    enum text_break breaking;
    enum text_kinsoku kinsoku;
    enum text_align align;
    bool balance, hang, tabular_digits, vertical;
    int max_lines;
    const struct ui_span *spans; /* borrowed until the next ui_begin() */
    size_t span_count;
    float measure;
};
void ui_typeset(struct ui *ui, struct ui_typeset spec);

/* Something to read when there is nothing else: no results, not found. */
struct ui_empty {
    struct str icon, title, text;
};
void ui_empty(struct ui *ui, struct ui_empty empty);

#endif

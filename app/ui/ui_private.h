/* ui_private.h - what the files of ui/ share and nobody else sees: the state behind `struct ui`. */
#ifndef UI_UI_PRIVATE_H
#define UI_UI_PRIVATE_H

#include "ui/gesture.h"
#include "ui/heights.h"
#include "ui/layout.h"
#include "ui/scroll.h"
#include "ui/ui.h"
#include "ui/widgets.h"
#include "ui/zoom.h"

/* Of more scrollers and fields than that, the one not seen for longest is forgotten; a page has one
 * or two. Boxes are nested by code: content makes lists longer, never deeper. */
#define UI_SCROLLS 64
#define UI_ZOOMS 4
#define UI_FIELDS 8
#define UI_DEPTH 32
#define UI_NO_MEASURE_PX 1e6f /* the width of a line that is never broken */

/* One declared frame. Two take turns: people act on the last one while the next is declared. */
struct ui_tree {
    struct arena arena;
    struct ui_node *nodes;
    size_t count, cap;
};

struct ui_field {
    uint64_t id, seen;
    size_t length;        /* bytes, like the following */
    size_t caret, anchor; /* what lies between them is selected */
    size_t open;          /* before the caret: what keys on the screen still compose */
    size_t composing;     /* length of `composition` */
    bool changed;         /* since the widget last asked */
    char text[UI_FIELD_BYTES];
    char composition[UI_FIELD_BYTES]; /* of an input method, shown at the caret */
};

/* How the text of a field is shown: its own and what is composed, in one paragraph. Bytes of it. */
struct ui_edit {
    size_t caret, select_start, select_end, compose_start, compose_end;
    bool has_caret;
};

/* The node that stays where it is when the same screen is laid out anew (language, text size). */
struct ui_anchor {
    uint64_t scroller, node;
    float distance; /* px from the scroller's start to the node's */
};

/* What a long list knows about its lines, kept from frame to frame. */
struct ui_list_state {
    uint64_t id, seen;         /* of the list's box; the last frame that declared it */
    uint64_t content, setting; /* hashes: which rows; how they are set (language, size, columns) */
    struct heights heights;
    size_t count, columns;
    float min_column;    /* px, columns as many as fit; 0: one */
    uint32_t node;       /* of this frame */
    uint64_t scroller;   /* id; 0: in none */
    double top;          /* px from the start of the scroller's content to the list's */
    size_t focused_line; /* from 1; 0: the focus is elsewhere */
    size_t top_row;      /* the row at the scroller's top edge ... */
    double top_distance; /* ... and how far its start is from that edge, px */
    bool is_at_top;      /* some row is there */
    bool is_passed;      /* all of it is above */
    size_t here_row;     /* the row where a page puts what was asked for, below that edge */
    size_t here_last;    /* the last one beside it */
    bool is_at_end;      /* the page cannot go on */
    bool is_whole;       /* all rows are declared: no lines, no columns, no heights */
    bool is_new;         /* other rows than before: how long they are is not known yet */
    double length;       /* px, as laid out last */
};

struct ui_spacer {
    uint32_t node, scroller; /* of this frame */
    float y;                 /* laid out, from the start of the scroller's content */
};

struct ui_lists {
    struct ui_list_state *states;
    size_t count, cap;
    struct ui_spacer *spacers; /* of this frame, in order */
    size_t spacer_count, spacer_cap;
    uint64_t above_scroller; /* id of the box that scrolls the list declared last ... */
    double above;            /* ... and how long the lists in it are so far, px, as estimated */
    bool is_incomplete;      /* lines can be seen that were not declared */
    bool is_length_asked;    /* somebody declares by how long a list is */
    uint32_t row;            /* from 1: the node added next is this row of a list; 0: it is not */
    bool is_open;            /* one is being declared: rows hold no long list */
};

enum { UI_ASIDES = 32 };

struct ui {
    struct text_engine *engine;
    struct ui_tree trees[2];
    int current; /* the tree being declared, or laid out last */
    bool is_declaring, has_frame;
    struct ui_frame frame;
    struct str_buf screen;  /* owns frame.screen */
    struct metrics metrics; /* copies: the frame's own may be gone when events arrive */
    uint64_t frame_number;
    uint32_t stack[UI_DEPTH];
    int depth;
    struct gesture gesture;
    enum ui_life life; /* of the event fed last */
    struct scroll scrolls[UI_SCROLLS];
    struct zoom zooms[UI_ZOOMS];
    struct ui_field fields[UI_FIELDS];
    uint64_t focused;
    bool focus_visible, is_new_screen;
    uint64_t sliding; /* the field in which a finger selects, or 0 */
    const struct ui_clipboard *clipboard;
    struct {
        char text[UI_FIELD_BYTES]; /* what was committed here, if the method commits it too */
        size_t length;
        uint64_t time_ms;
    } committed;
    enum ui_duty duty;
    uint64_t now_ms;    /* of the event fed last */
    uint64_t activated; /* node that was activated since the last declaration */
    struct str_buf action;
    bool has_action, is_dirty;
    struct ui_anchor anchor;
    bool reveals_marked; /* by the least movement, in the next frame */
    bool keeps_place;    /* the next frame keeps the anchor, or begins at the start */
    struct {
        enum ui_turn kind;
        uint64_t since_ms;
        bool is_pending; /* begins with the next frame */
    } turn;
    uint64_t alternate_due_ms; /* of what takes turns in this frame (alternate.c) */
    struct ui_lists lists;
    uint64_t asides[UI_ASIDES]; /* notes that are open (asides.c); 0: none */
    size_t next_aside;
    struct ui_chrome chrome;       /* between ui_chrome_open() and ui_chrome_close() */
    bool is_docked;                /* what is declared there stands below what scrolls */
    bool is_scene_above, has_side; /* of the chrome: where its hero stands */
};

/* tree.c */
struct ui_tree *ui_tree(struct ui *ui);
const struct ui_tree *ui_tree_const(const struct ui *ui);
uint32_t ui_add_node(struct ui *ui, enum ui_node_kind kind, struct str key);
bool ui_is_target(const struct ui_node *node); /* can be touched and focused */

/* asides.c: notes behind a button, opened in place */
bool ui_aside_is_open(const struct ui *ui, uint64_t id);
bool ui_aside_action(struct ui *ui, const struct ui_node *node); /* "note": opens or closes it */

/* turn.c */
void ui_turn_step(struct ui *ui, uint64_t now_ms);                           /* with each frame */
struct point ui_turn_shift(const struct ui *ui, const struct ui_node *node); /* of what is drawn */

/* activate.c */
void ui_activate(struct ui *ui, const struct ui_node *node);
void ui_back(struct ui *ui); /* out of the front dialog, else to the page before */

/* lookup.c */
struct ui_node *ui_node_by_id(const struct ui *ui, uint64_t id); /* in the last frame, or NULL */
uint32_t ui_modal(const struct ui *ui); /* the front dialog's scrim, or 0 */

/* scrolls.c: the scrollers of the frame and their state */
uint64_t ui_scroll_id(struct str screen, struct str key);
struct scroll *ui_scroll_of(struct ui *ui, uint64_t id); /* makes one */
const struct scroll *ui_scroll_find(const struct ui *ui, uint64_t id);
void ui_scrolls_step(struct ui *ui, uint64_t now_ms);
bool ui_scroll_action(struct ui *ui, struct str action);
void ui_scroll_buttons(struct ui *ui); /* those that lead nowhere are disabled */
struct rect ui_scroller_clip(const struct ui *ui, uint32_t node); /* what lets the node be seen */
/* The nearest box above the node that scrolls along y; 0: none. */
uint32_t ui_scroller_over(const struct ui *ui, uint32_t node);

/* zooms.c: axes that are shown near or far; `id` is that of their node */
uint64_t ui_zoom_id(struct str key);
struct zoom *ui_zoom_of(struct ui *ui, uint64_t id); /* makes one */
void ui_zooms_step(struct ui *ui, uint64_t now_ms);
bool ui_zooms_move(const struct ui *ui);
bool ui_zoom_action(struct ui *ui, struct str action); /* "zoom KEY in" */
bool ui_zoom_key(struct ui *ui, uint32_t first, enum ui_key key);
bool ui_zoom_wheel(struct ui *ui, uint64_t id, const struct ui_event *event);
void ui_zoom_pan(struct ui *ui, uint64_t id, float px);
void ui_zoom_fling(struct ui *ui, uint64_t id, float velocity, uint64_t now_ms);
void ui_zoom_pinch(struct ui *ui, uint64_t id, const struct gesture *gesture);

/* lists.c: the lines of long lists, and the spacers for those that were not declared */
struct ui_list_state *ui_list_state_of(struct ui *ui, uint64_t id); /* makes one */
void ui_lists_forget(struct ui *ui);
void ui_lists_begin(struct ui *ui);   /* before a declaration */
void ui_lists_measure(struct ui *ui); /* after the sizes are known, everything unscrolled */
void ui_lists_note(struct ui *ui);    /* when all is in its place */
void ui_spacer_add(struct ui *ui, double length_px, double most_px);
/* px that the content before (all of it: UINT32_MAX) is longer than it is laid out. */
double ui_excess_before(const struct ui *ui, uint32_t scroller, uint32_t node);
/* An offset of the whole content as one of the content as laid out. */
double ui_offset_laid_out(const struct ui *ui, uint32_t scroller, double offset);
/* px to add to the node's distance from the scroller's edge as laid out. */
double ui_beyond(const struct ui *ui, uint32_t scroller, uint32_t node);

/* places.c */
void ui_scrolls_place(struct ui *ui); /* extents and pass 5 */
void ui_anchor_take(struct ui *ui);   /* before a frame that may lay out anew */

/* text_leaf.c: text leaves and the text engine */
struct layout_text ui_layout_text(struct ui *ui);
void ui_link_nodes(struct ui *ui); /* after layout: a node for each piece of a link */
/* What of the span stands in that line; false when nothing does. */
bool ui_span_in_line(const struct ui_node *node, const struct text_line *line,
    const struct ui_span *span, struct rect *out);

/* focus.c */
void ui_focus_order(struct ui *ui);
bool ui_key(struct ui *ui, const struct ui_event *event);

/* touch.c */
bool ui_pointer(struct ui *ui, const struct ui_event *event);

/* field.c */
uint64_t ui_field_id(struct str screen, struct str key);
struct ui_field *ui_field_of(struct ui *ui, uint64_t id);               /* makes one */
const struct ui_field *ui_field_find(const struct ui *ui, uint64_t id); /* or NULL */
bool ui_field_action(struct ui *ui, struct str action);                 /* "clear KEY" */
struct str ui_field_selected(const struct ui_field *field);
/* What was typed with what an input method is about to insert, as it is shown. */
struct str ui_field_line(const struct ui_field *field, struct arena *arena);
size_t ui_field_count(const struct ui_field *field); /* code points */
/* [from, to) becomes `text`, as much of it as there is room for. False when nothing changed. */
bool ui_field_replace(
    struct ui *ui, struct ui_field *field, size_t from, size_t to, struct str text);
void ui_field_commit(struct ui *ui);             /* what the focused field composes */
void ui_set_focused(struct ui *ui, uint64_t id); /* commits first */
void ui_field_take_focus(struct ui *ui, const struct ui_field *field);
/* An input method. False when the text was refused. */
bool ui_field_compose(struct ui *ui, struct ui_field *field, struct str text);
bool ui_field_type(struct ui *ui, struct ui_field *field, struct str text);

/* field_keys.c */
bool ui_field_key(struct ui *ui, struct ui_field *field, enum ui_key key);

/* edit.c: the text of a field as it is laid out */
const struct ui_node *ui_edit_leaf(const struct ui *ui, uint64_t field_node);
const struct para *ui_edit_para(struct ui *ui, const struct ui_field *field); /* without a width */
float ui_edit_width(const struct para *para, float caret_px);
bool ui_edit_reveal(struct ui *ui); /* scrolls to the caret; true: places have changed */
bool ui_edit_point(struct ui *ui, uint64_t field, struct point at, bool extend);
void ui_edit_emit_under(const struct ui *ui, const struct ui_node *leaf, struct draw_list *list);
void ui_edit_emit_over(const struct ui *ui, const struct ui_node *leaf, struct draw_list *list);
float ui_edit_caret_px(const struct ui *ui);

/* emit.c: colours as they end up on the glass */
/* A raised box: its edge and foot, and where its contents stand (emit.c). */
void ui_key_to_px(struct ui *ui, struct ui_node *node);
enum ui_color ui_background_of(
    const struct ui *ui, const struct ui_node *node);            /* pressed or not */
struct color ui_glass_under(const struct ui *ui, uint32_t node); /* behind the node's own ink */

#endif

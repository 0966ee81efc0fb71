/* ui.h - one frame of interface, declared at once, and what people do to it.
 *
 *     ui_begin(ui, &frame);
 *     ui_open(ui, (struct ui_box){.key = STR("page"), .scroll = UI_SCROLL_Y, .grow = 1});
 *     ui_text(ui, title, locale, (struct ui_text_spec){.style = TYPE_TITLE});
 *     ui_close(ui);
 *     ui_end(ui);            // five layout passes; the nodes can now be hit, read and drawn
 *     ui_draw(ui, &list);
 *     ... ui_feed(ui, &event) ... ui_take_action(ui, &arena, &action) ...
 *
 * Data flows one way: nodes carry actions as words ("open cities/hamamatsu", "back", "locale ja");
 * activating a node queues its word, and the program between two frames carries it out. The bool
 * that widgets return says the same thing within the next declaration. One word is carried out
 * here: "scroll KEY PAGES", and "zoom KEY in|out|all|FROM TO".
 * Nothing acts on touch-down; sliding off cancels; a second tap on the same node within 300 ms is
 * ignored. Kept across frames, by id: scroll offsets, axes, focus, text fields; ui_forget() wipes
 * them.
 * One thread. Cannot fail. */
#ifndef UI_UI_H
#define UI_UI_H

#include "ui/event.h"
#include "ui/node.h"
#include "ui/zoom.h"

#define UI_NEVER UINT64_MAX

struct ui;

struct ui_frame {
    struct str screen; /* path, the root of all ids: "cities/hamamatsu" */
    enum locale_id locale;
    const struct metrics *metrics; /* borrowed until the next ui_begin(), like the theme */
    const struct theme *theme;
    bool low_position, reduced_motion;
    bool page_buttons; /* on handhelds, too; kiosks always have them */
    bool shows_notes;  /* every one is open: for who takes the page as text */
    uint64_t now_ms;
};

struct ui *ui_create(struct text_engine *engine);
void ui_destroy(struct ui *ui);
void ui_forget(struct ui *ui); /* the visitor left */

void ui_begin(struct ui *ui, const struct ui_frame *frame);
void ui_end(struct ui *ui);
/* After ui_end(): a long list shows lines that it did not declare, because it stood elsewhere, or
 * lower, than it thought. Declare the same frame again; once or twice is enough. */
bool ui_is_incomplete(const struct ui *ui);
void ui_draw(struct ui *ui, struct draw_list *list); /* after ui_end() */

/* Declaration. Every ui_open() has its ui_close(). ui_open() is true when the box, as it was in the
 * last frame, has just been activated. */
bool ui_open(struct ui *ui, struct ui_box box);
void ui_close(struct ui *ui);
void ui_text(struct ui *ui, struct str text, enum locale_id lang, struct ui_text_spec spec);
void ui_icon(struct ui *ui, struct ui_icon_spec spec);
void ui_space(struct ui *ui, float dp); /* along the parent's axis */
/* Of the box opened last, whose action is "note": it shows more in place, or less, each time it is
 * activated. True: it shows more; then it has this background. */
bool ui_discloses(struct ui *ui, enum ui_color open_background);

/* What the frame was begun with, for code that declares. */
const struct metrics *ui_metrics(const struct ui *ui);
enum locale_id ui_locale(const struct ui *ui);
bool ui_low_position(const struct ui *ui);
struct arena *ui_arena(struct ui *ui); /* of this frame */

/* Input, between ui_end() and the next ui_begin(). True when the picture may change. */
bool ui_feed(struct ui *ui, const struct ui_event *event);
/* What the event fed last says of a person. A pointer says something when it is the one followed
 * (ui/gesture.h) and comes, leaves or moves beyond the slop; keys that repeat say nothing. */
enum ui_life {
    UI_LIFE_NONE,
    UI_LIFE_SIGN, /* somebody may be there, or something lies on the glass */
    UI_LIFE_ACT,  /* a gesture was completed: something chosen, moved, typed */
};
enum ui_life ui_life(const struct ui *ui);
/* The key under a finger that may be slid off it, while there is one, as it was in the last frame;
 * for who shows what lies where. */
struct ui_flicking {
    struct str key;
    struct rect rect, region; /* px in the window; of the key, and of the region it is in */
    enum ui_side side;
};
bool ui_flicking(const struct ui *ui, struct ui_flicking *out);
/* The word of the node activated last; copied. False when there is none. One at a time. */
bool ui_take_action(struct ui *ui, struct arena *arena, struct str *out);
/* True when something changed since ui_begin(): declare again. */
bool ui_is_dirty(const struct ui *ui);
void ui_mark_dirty(struct ui *ui);
/* When the next frame of a running movement is due; UI_NEVER: sleep. */
uint64_t ui_frame_deadline(const struct ui *ui);

/* Scrollers, by the screen they are on and their key. Offsets in dp from the start. */
float ui_scroll_offset(const struct ui *ui, struct str screen, struct str key);
void ui_scroll_set(struct ui *ui, struct str screen, struct str key, float offset_dp);
/* What the page scroller shows at its top edge stays there in the next frame, where that still has
 * it; else the page begins at its start. */
void ui_keep_place(struct ui *ui);
/* What the next frame marks (ui_box.reveal) comes into view by the least movement of the page; it
 * moves nothing when it is there already. */
void ui_reveal_marked(struct ui *ui);
/* How the page that is declared next comes into view: a movement of less than 200 ms that says
 * where from. Only what is drawn moves; none with reduced motion. */
enum ui_turn {
    UI_TURN_NONE,
    UI_TURN_ON,    /* to a page further on */
    UI_TURN_BACK,  /* to one that was there before */
    UI_TURN_SHEET, /* the page stays, a sheet comes up */
};
void ui_turn(struct ui *ui, enum ui_turn turn);
/* Which of `count` things has its turn in this frame; every 8 s the next one comes and fades in for
 * 400 ms: `*faded`, 1 to 0, is for ui_text_spec. Always the first one with reduced motion. */
size_t ui_alternate(struct ui *ui, size_t count, float *faded);
/* Moves by `pages` of what is visible (0.9 of it, so that a line is seen twice), smoothly. */
void ui_scroll_pages(struct ui *ui, struct str key, float pages);
/* True when the last frame had more before (`forward` false) or after what is visible. */
bool ui_scroll_has_more(const struct ui *ui, struct str key, bool forward);

/* An axis that is shown near or far, by its key alone: what of it is shown now. What is usual until
 * somebody zoomed; never less than `least`. Units are the caller's. While it is declared. */
struct zoom_range ui_zoom(
    struct ui *ui, struct str key, struct zoom_range whole, struct zoom_range usual, double least);
/* Before that: at once. */
void ui_zoom_show(struct ui *ui, struct str key, struct zoom_range range);

/* Text fields: one line of at most UI_FIELD_CHARACTERS code points, and at that limit typing stops.
 * What is inserted is cut between grapheme clusters; control characters become spaces. The caret
 * moves and deletes by cluster (text/caret.h). What an input method composes is no part of the text
 * until it is committed: by the method, or here before the focus leaves the field, a key acts on
 * it, or anything is activated. */
#define UI_FIELD_CHARACTERS 120
#define UI_FIELD_BYTES (4 * UI_FIELD_CHARACTERS)
/* What was typed into the field with this key on this screen; UTF-8, at most UI_FIELD_BYTES. */
struct str ui_field_text(const struct ui *ui, struct str key);
/* The same with what an input method composes at the caret: what one sees. */
struct str ui_field_shown(const struct ui *ui, struct str key, struct arena *arena);
/* Something in it is not finished: an input method composes, or keys on the screen make a syllable.
 */
bool ui_field_is_composing(const struct ui *ui, struct str key);
void ui_field_set(struct ui *ui, struct str key, struct str text);
/* For keys on the screen. What stands before the caret or the selection; from byte `*open` on it is
 * still being composed by such keys (*open is its length when nothing is). */
struct str ui_field_before(struct ui *ui, struct str key, size_t *open);
/* Writes `text` in the place of what stands between byte `from` and the caret, and of the
 * selection; its last `open` bytes are being composed. The field has the focus then. */
void ui_field_retype(struct ui *ui, struct str key, size_t from, struct str text, size_t open);
void ui_field_backspace(struct ui *ui, struct str key);
/* What the program has to do outside, told once. */
enum ui_duty {
    UI_DUTY_NONE,
    UI_DUTY_END_COMPOSITION, /* it was ended here: the input method's ends, too */
    UI_DUTY_FORGET,          /* the visitor left: also what is queued and composed */
};
enum ui_duty ui_take_duty(struct ui *ui);

struct ui_clipboard { /* of the desktop; false: it did not work */
    void *host;
    bool (*copy)(void *host, struct str text);
    bool (*paste)(void *host, struct str_buf *out);
};
/* Borrowed. None at first, and never one on a shared panel. */
void ui_set_clipboard(struct ui *ui, const struct ui_clipboard *clipboard);
/* True while a text field has the focus: the program starts SDL's text input then. */
bool ui_wants_text(const struct ui *ui, struct rect *field_px);

/* The laid-out frame, for semantics, tests and replay. Borrowed until the next ui_end(). */
const struct ui_node *ui_nodes(const struct ui *ui, size_t *count);
/* Where a rectangle that is given as that node's own stands on the glass: elsewhere only in what is
 * turned (ui_box.turned). */
struct rect ui_on_glass(const struct ui *ui, uint32_t node, struct rect rect);
uint64_t ui_focused(const struct ui *ui); /* node id, 0 for none */
bool ui_focus_visible(const struct ui *ui);
/* Finds a node by its own key, or by the end of its path ("bar/back"). 0 when there is none. */
uint32_t ui_find(const struct ui *ui, struct str path);
/* The keys from the root to the node, joined with '/': "bar/back". */
struct str ui_node_path(const struct ui *ui, uint32_t node, struct arena *arena);
/* What is spoken for the node: its label, or the texts inside it. */
struct str ui_node_label(const struct ui *ui, uint32_t node, struct arena *arena);
/* The language of that: its words', where they are all of one. */
enum locale_id ui_node_lang(const struct ui *ui, uint32_t node);
/* Scrolls the least that shows the node whole. Takes effect with the next frame. */
void ui_reveal(struct ui *ui, uint32_t node);

#endif

/* page.h - what several screens show alike: the head of a page, a city's row, an event, a figure,
 * the line that says where a record comes from. They declare nodes; they ask the store nothing. */
#ifndef SCREENS_PAGE_H
#define SCREENS_PAGE_H

#include "personal/own.h"
#include "screens/rows.h"
#include "screens/screen.h"
#include "screens/words.h"

/* The frame round every screen. Declare the content in between. */
void page_frame_open(const struct screen *screen, const struct screen_env *env, struct ui *ui);
/* With a scrubber below what scrolls. */
void page_frame_open_long(const struct screen *screen, const struct screen_env *env, struct ui *ui,
    struct ui_scrubber scrubber);
/* With a head that stays, at most `head_px` high: declare it, then ui_chrome_page(). False in a
 * window too low for that: there is none, and what comes first scrolls. */
bool page_frame_open_head(
    const struct screen *screen, const struct screen_env *env, struct ui *ui, float head_px);
void page_frame_close(struct ui *ui);

/* What a panel shows that waits for somebody. */
bool page_is_first(const struct screen *screen);
/* It does so with a scene, and the languages on a landing in front of it; in a window that has no
 * room for one, as a page like others. */
bool page_has_landing(const struct screen *screen, const struct ui *ui);
/* A picture of a place, for a box of any shape; empty for none. */
struct ui_picture page_scene(const struct store_picture *picture);

/* Page title, and what the page is about. Empty strings are left out. */
void page_head(struct ui *ui, const struct screen_env *env, struct str title, struct str reading,
    struct str lead);
/* With a note behind an i: a lead never begins with what is to be borne in mind. */
void page_head_noted(struct ui *ui, const struct screen_env *env, struct str title,
    struct str reading, struct str lead, struct str note);
/* A column with the usual gap for one section of a page; `title` empty: none. Close with ui_close.
 */
void page_section_open(
    struct ui *ui, const struct screen_env *env, struct str key, struct str title);
void page_text(struct ui *ui, const struct screen_env *env, struct str text);
/* Where there is nothing to show yet. */
void page_empty(struct ui *ui, const struct screen_env *env);
/* A note behind an i on a line of its own; nothing for an empty one. */
void page_note(struct ui *ui, const struct screen_env *env, struct str text);

/* `reveal`: in view when the page opens. */
void page_city_row(
    struct ui *ui, const struct screen_env *env, const struct store_city *city, bool reveal);
/* A list of cities side by side, from "cities/...". `label` may be empty. `reveal` from 1: a row
 * that is in view when the page opens; 0: none. */
void page_city_rows(struct ui *ui, const struct screen_env *env, struct rows *rows,
    struct str label, size_t reveal);
/* `with_city`: where it happened, for lists over several cities. */
void page_event(struct ui *ui, const struct screen_env *env, const struct store_event *event,
    bool with_city, bool first, bool last, bool marked);
/* A long list of events, from "events/...". */
void page_event_rows(
    struct ui *ui, const struct screen_env *env, struct rows *rows, struct str key, size_t marked);
/* In the place of a row that the database cannot give. */
void page_row_missing(struct ui *ui, const struct screen_env *env, size_t index);
/* `marked`: the one that a link led to. */
void page_figure_row(struct ui *ui, const struct screen_env *env, const struct store_figure *figure,
    bool last, bool marked);
/* A list of figures on a card, from "figures/...". */
struct page_figures {
    struct str key, label;
    size_t marked; /* from 1: the one that a link led to; 0: none */
    bool last;     /* nothing follows it there */
};
void page_figure_rows(
    struct ui *ui, const struct screen_env *env, struct rows *rows, struct page_figures figures);

/* "Source: ..." for the section a record is from, looked up when a screen is loaded. */
bool page_source_load(const struct screen_env *env, struct arena *arena, struct str id,
    struct store_section *out, struct err *err);
void page_source(struct ui *ui, const struct screen_env *env, const struct store_section *section);

/* The key that holds "phrases/hello" out to somebody who reads `to`, as large as fits: turned,
 * where the panel may lie between two people. */
void page_face_key(
    struct ui *ui, const struct screen_env *env, struct str address, enum locale_id to);
struct str page_face_action(struct ui *ui, struct str address, enum locale_id to);
/* The address of that: "face/guides/ID?at=3&to=ja&turned=1". */
struct str page_face_path(struct ui *ui, struct str address, enum locale_id to, bool turned);

/* The key that keeps the page, where somebody keeps things. */
void page_own(struct ui *ui, const struct screen_env *env);

/* Over every screen: what is kept cannot be written, or the file was damaged; nothing when that is
 * what was `told`. */
void page_own_trouble(struct ui *ui, const struct screen_env *env, enum own_trouble told);

/* The action that leads to what a phone takes along of the page; empty: there is nothing to take.
 */
struct str page_take_action(
    struct ui *ui, const struct screen_env *env, const struct screen *screen);
/* The key for it. */
void page_take_key(struct ui *ui, const struct screen_env *env, const struct screen *screen);

/* Over every screen: the kiosk is about to start over. */
void page_idle_warning(struct ui *ui, const struct screen_env *env, unsigned seconds_left);

/* Over every screen: a message for the author at work. */
void page_notice(struct ui *ui, const struct screen_env *env, struct str text);

/* Next word of a comma-separated list, without the spaces round it. False when it is used up. */
bool page_next_listed(struct str *rest, struct str *word);

/* "open " + path, in the frame's arena. */
struct str page_action(struct ui *ui, const char *folder, struct str id);

#endif

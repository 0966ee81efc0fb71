/* replay.h - input as text: recorded from a session or written by hand, run under a virtual clock.
 *
 *     # a comment; one step a line
 *     tap 300 400            down and up, 60 ms apart
 *     tap #cities/hamamatsu  the node whose path ends so; scrolled into view first
 *     tap "하마마쓰시"        the node whose label is, or else holds, these words
 *     t=1200 down 300 400    at 1200 ms; without t= a step comes 100 ms after the one before
 *     move 300 380           (of the finger that is down)
 *     up 300 300             a release that is left out is a release that was lost
 *     down finger2 90 90     fingers by number, `pen` and `mouse`; without one it is finger1
 *     cancel                 of finger1; `cancel pen`, `cancel all`
 *     swipe 300 900 300 300  a drag of 200 ms
 *     wheel 300 400 -3       notches; negative shows what is further down
 *     key Tab                names as ui_key_name() has them
 *     text 안산               typed, spaces at its end too
 *     compose 아               what an input method holds; alone: it let go of it
 *     wait 500               ms
 *     suspend 3600000        the clock is so much later, and nothing turned meanwhile
 *     focus lost             and `focus gained`; `hidden`, `shown`
 *     resize 800 600         the window's picture; a third number is its density
 *     display 1920 1080      the panel has so many pixels now
 *     reset                  the device lost its textures
 *     close                  somebody asks the window to close
 *     terminate              the system asks the program to end
 *     expect #home           fails unless such a node is there (also "words")
 *     expect no #home        fails if it is there (also "words")
 *     expect screen cities/hamamatsu
 *     expect locale ja
 *     expect panel 1080x1920 2.71   its pixels, and px/mm
 *     expect ended           after `close` or `terminate`; `expect running`
 *
 * A recording lasts 24 hours at most. A file that breaks the format is refused with its line. */
#ifndef UI_REPLAY_H
#define UI_REPLAY_H

#include "base/arena.h"
#include "base/err.h"
#include "ui/event.h"

struct ui;

enum replay_kind {
    REPLAY_EVENT,   /* feed `event` */
    REPLAY_TAP,     /* find `target`, reveal it, draw a frame, tap its middle */
    REPLAY_WAIT,    /* only the clock moves */
    REPLAY_SUSPEND, /* the clock jumps by `jump_ms` */
    REPLAY_EXPECT,
    REPLAY_EXPECT_NO,
    REPLAY_EXPECT_SCREEN,
    REPLAY_EXPECT_LOCALE,
    REPLAY_EXPECT_PANEL,
    REPLAY_EXPECT_ENDED,
    REPLAY_EXPECT_RUNNING,
};

struct replay_step {
    enum replay_kind kind;
    uint64_t time_ms, jump_ms;
    int line;
    struct ui_event event;
    struct str target; /* "#path", "words" without quotes when `by_label`, screen, locale */
    bool by_label;
};

/* Steps live in `arena`, in order of time. `name` is for messages. */
bool replay_parse(struct str text, const char *name, struct arena *arena,
    struct replay_step **steps, size_t *count, struct err *err);
/* The node a step speaks of, in the last frame; 0 when there is none. */
uint32_t replay_find(const struct ui *ui, const struct replay_step *step, struct arena *arena);
/* Where to tap a node: the middle of its visible part. False when nothing of it is visible. */
bool replay_point(const struct ui *ui, uint32_t node, struct point *out);
/* Appends the event as a line that replay_parse() reads back. */
void replay_record(struct str_buf *out, const struct ui_event *event);

#endif

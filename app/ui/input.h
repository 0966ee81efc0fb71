/* input.h - SDL's events into ours; the one file of ui that knows SDL.
 *
 * Set the hints before SDL_Init: SDL's own mouse-from-touch and touch-from-mouse events are off, so
 * that a finger is seen once. Finger positions come normalised and leave in px. Of UI_DISPLAY only
 * the type is filled: the host measures. */
#ifndef UI_INPUT_H
#define UI_INPUT_H

#include "ui/event.h"
#include "ui/ui.h"

union SDL_Event;

void input_set_hints(void);
/* False when the event means nothing to the interface. `text` of the result borrows from `event`.
 * `window` is the window's size in points and `output` in px; they differ on dense displays. */
bool input_translate(const union SDL_Event *event, struct size window, struct size output,
    uint64_t now_ms, struct ui_event *out);
/* After the event was dealt with: frees what it owns and wipes it. */
void input_release(union SDL_Event *event);
/* Ends what the input method composes; and nothing that was typed stays in SDL's queue. */
void input_do(enum ui_duty duty);
/* The desktop's clipboard, for ui_set_clipboard(). */
const struct ui_clipboard *input_clipboard(void);

#endif

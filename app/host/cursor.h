/* cursor.h - the arrow of a mouse on a touch kiosk: none until a real mouse moves, gone again a
 * while after it rests. Pure: times in ms come in, what to show goes out. */
#ifndef HOST_CURSOR_H
#define HOST_CURSOR_H

#include <stdbool.h>
#include <stdint.h>

#define CURSOR_REST_MS 3000
#define CURSOR_NEVER UINT64_MAX

struct cursor {
    bool always; /* a desk: the arrow belongs to the window system */
    bool is_shown;
    uint64_t hide_at_ms;
};

/* A mouse moved by this much. What a window system reports when a window opens under the arrow is
 * no movement. */
void cursor_moved(struct cursor *cursor, int dx, int dy, uint64_t now_ms);
/* Whether to show it now. */
bool cursor_update(struct cursor *cursor, uint64_t now_ms);
/* When cursor_update() says something new without a movement. */
uint64_t cursor_deadline(const struct cursor *cursor);

#endif

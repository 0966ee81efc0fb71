#include "host/cursor.h"

void
cursor_moved(struct cursor *cursor, int dx, int dy, uint64_t now_ms) {
    if (dx != 0 || dy != 0) {
        cursor->is_shown = true;
        cursor->hide_at_ms = now_ms + CURSOR_REST_MS;
    }
}

bool
cursor_update(struct cursor *cursor, uint64_t now_ms) {
    cursor->is_shown = cursor->is_shown && now_ms < cursor->hide_at_ms;
    return cursor->always || cursor->is_shown;
}

uint64_t
cursor_deadline(const struct cursor *cursor) {
    return cursor->is_shown && !cursor->always ? cursor->hide_at_ms : CURSOR_NEVER;
}

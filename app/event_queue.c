#include "event_queue.h"

#include "base/vec.h"
#include "base/xalloc.h"

#include <string.h>

/* Not by realloc, which would leave the old bytes behind. */
static void
add_text(struct event_queue *queue, struct str text) {
    if (queue->text_bytes + text.n > queue->text_cap) {
        size_t cap = vec_capacity(queue->text_cap, queue->text_bytes + text.n);
        char *larger = xmalloc(cap);
        if (queue->texts) {
            memcpy(larger, queue->texts, queue->text_bytes);
            explicit_bzero(queue->texts, queue->text_cap);
            xfree(queue->texts);
        }
        queue->texts = larger;
        queue->text_cap = cap;
    }
    if (text.n > 0) {
        memcpy(queue->texts + queue->text_bytes, text.p, text.n);
    }
    queue->text_bytes += text.n;
}

void
event_queue_add(struct event_queue *queue, const struct ui_event *event) {
    VEC_ROOM(queue->events, queue->count, queue->cap, 1);
    queue->events[queue->count++] =
        (struct queued_event){.event = *event, .text_at = queue->text_bytes};
    add_text(queue, event->text);
}

struct ui_event
event_queue_at(const struct event_queue *queue, size_t index) {
    struct ui_event event = queue->events[index].event;
    event.text.p = event.text.n > 0 ? queue->texts + queue->events[index].text_at : NULL;
    return event;
}

void
event_queue_clear(struct event_queue *queue) {
    if (queue->text_bytes > 0) {
        explicit_bzero(queue->texts, queue->text_bytes);
    }
    queue->text_bytes = 0;
    queue->count = 0;
}

void
event_queue_finish(struct event_queue *queue) {
    event_queue_clear(queue);
    xfree(queue->events);
    xfree(queue->texts);
    *queue = (struct event_queue){0};
}

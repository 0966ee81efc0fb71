/* event_queue.h - events on their way from the host to the session's next turn. Texts are copied,
 * and wiped when they were taken: what a visitor typed stays nowhere. */
#ifndef EVENT_QUEUE_H
#define EVENT_QUEUE_H

#include "ui/event.h"

struct queued_event {
    struct ui_event event; /* its `text.p` is not valid; see event_queue_at() */
    size_t text_at;        /* in `texts` */
};

struct event_queue {
    struct queued_event *events;
    size_t count, cap;
    char *texts;
    size_t text_bytes, text_cap;
};

void event_queue_add(struct event_queue *queue, const struct ui_event *event);
/* The event, its text borrowed until the next change of the queue. */
struct ui_event event_queue_at(const struct event_queue *queue, size_t index);
void event_queue_clear(struct event_queue *queue);
void event_queue_finish(struct event_queue *queue);

#endif

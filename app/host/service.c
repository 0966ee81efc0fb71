#include "host/service.h"

#include "host/rescue.h"
#include "kiosk/freeze.h"
#include "session_content.h"

void
service_open(struct service *service) {
    *service = (struct service){0};
    notify_open(&service->notify);
}

void
service_close(struct service *service) {
    notify_stopping(&service->notify);
    notify_close(&service->notify);
}

static void
tell_content(struct service *service, struct session *session) {
    struct arena arena;
    service->told = session->store;
    arena_init(&arena);
    notify_status(&service->notify, "Shows %.*s", STR_ARG(session_content_name(session, &arena)));
    arena_finish(&arena);
}

void
service_turn(struct service *service, struct session *session, uint64_t now_ms, bool drawn) {
    if (service->notify.is_ready) {
        freeze_when_asked(now_ms - service->shown_ms);
    } else if (!drawn) {
        return;
    } else {
        service->shown_ms = now_ms;
    }
    service->in_rescue = false;
    if (service->told != session->store) {
        tell_content(service, session);
    }
    notify_ready(&service->notify, now_ms);
    notify_turn(&service->notify, now_ms);
}

void
service_rescue(struct service *service, uint64_t now_ms, bool shown) {
    if (!service->in_rescue) {
        notify_status(&service->notify, "Shows the rescue screen; tries again every %d s",
            RESCUE_RETRY_MS / 1000);
    }
    if (shown && !service->notify.is_ready) {
        service->shown_ms = now_ms;
        notify_ready(&service->notify, now_ms);
    }
    service->in_rescue = true;
    service->told = NULL;
    notify_ping(&service->notify, now_ms);
}

uint64_t
service_deadline(const struct service *service) {
    return notify_deadline(&service->notify);
}

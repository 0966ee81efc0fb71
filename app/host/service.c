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

/* Late by the time that the compositor takes to answer. */
static void
ping(struct service *service, struct glass *glass, uint64_t now_ms) {
    if (now_ms >= notify_deadline(&service->notify) && glass_answers(glass)) {
        notify_turn(&service->notify, now_ms);
    }
}

static bool
is_shown(struct service *service, struct glass *glass, uint64_t now_ms) {
    if (!service->notify.is_ready && glass_has_shown(glass)) {
        service->shown_ms = now_ms;
        return true;
    }
    return service->notify.is_ready;
}

void
service_turn(
    struct service *service, struct session *session, struct glass *glass, uint64_t now_ms) {
    if (!is_shown(service, glass, now_ms)) {
        return;
    }
    freeze_when_asked(now_ms - service->shown_ms);
    service->in_rescue = false;
    if (service->told != session->store) {
        tell_content(service, session);
    }
    notify_ready(&service->notify, now_ms);
    ping(service, glass, now_ms);
}

void
service_rescue(struct service *service, struct glass *glass, uint64_t now_ms, bool shown) {
    if (!service->in_rescue) {
        notify_status(&service->notify, "Shows the rescue screen; tries again every %d s",
            RESCUE_RETRY_MS / 1000);
    }
    service->in_rescue = true;
    service->told = NULL;
    if (shown && is_shown(service, glass, now_ms)) {
        notify_ready(&service->notify, now_ms);
    }
    ping(service, glass, now_ms);
}

void
service_try(struct service *service, uint64_t now_ms) {
    notify_be_patient(&service->notify, now_ms);
}

uint64_t
service_deadline(const struct service *service, const struct glass *glass, uint64_t now_ms) {
    if (service->notify.fd >= 0 && glass_is_waiting(glass)) {
        return now_ms + GLASS_LOOK_MS;
    }
    return notify_deadline(&service->notify);
}

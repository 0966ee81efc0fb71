/* service.h - the app as a service: what the manager (kiosk/notify.h) hears of this session. READY
 * comes with the first picture that was presented, the rescue screen's, too; pings come with turns
 * whose picture is on the glass; the status names the content that is shown. */
#ifndef HOST_SERVICE_H
#define HOST_SERVICE_H

#include "host/glass.h"
#include "kiosk/notify.h"
#include "session.h"

struct service {
    struct notify notify;
    uint64_t shown_ms;        /* when the first picture was on the glass */
    bool in_rescue;           /* the manager was told so */
    const struct store *told; /* the content the manager was told of; compared, never followed */
};

void service_open(struct service *service);
void service_close(struct service *service); /* says that it stops */
/* After each turn that went well: its picture was presented, or the last one is right. */
void service_turn(
    struct service *service, struct session *session, struct glass *glass, uint64_t now_ms);
/* In each turn of the rescue screen. `shown`: it was presented. */
void service_rescue(struct service *service, struct glass *glass, uint64_t now_ms, bool shown);
/* Before each try to leave the rescue screen, which may take long: the manager leaves the app its
 * time to recover, and sees by the exit code when it gave up. */
void service_try(struct service *service, uint64_t now_ms);
uint64_t service_deadline(
    const struct service *service, const struct glass *glass, uint64_t now_ms);

#endif

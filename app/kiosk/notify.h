/* notify.h - what the service manager is told: that the first frame is on the glass, that the loop
 * turns, what it does, that it stops. Datagrams of sd_notify(3) to $NOTIFY_SOCKET; without one, all
 * of this does nothing.
 *
 * The watchdog is fed by the loop and by nothing else: by notify_turn(), after a turn whose picture
 * was presented or proven unchanged. A thread or a timer would go on while the glass is frozen. */
#ifndef KIOSK_NOTIFY_H
#define KIOSK_NOTIFY_H

#include <stdbool.h>
#include <stdint.h>

#define NOTIFY_NEVER UINT64_MAX
#define NOTIFY_PATIENCE_MS 30000

struct notify {
    int fd;                /* -1: nobody listens */
    uint64_t allowed_us;   /* by the watchdog, between two pings; 0: none */
    uint64_t ping_ms;      /* between two pings, half of what the watchdog allows; 0: no watchdog */
    uint64_t next_ping_ms; /* on the loop's clock */
    bool is_ready, is_patient;
};

/* Reads NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID, and takes them out of the environment, so
 * that no child speaks for us. A watchdog meant for another process (WATCHDOG_PID) is not fed. */
void notify_open(struct notify *notify);
void notify_close(struct notify *notify);

/* The first frame is on the glass. Later calls do nothing. */
void notify_ready(struct notify *notify, uint64_t now_ms);
/* One turn of the loop is done, and what the glass shows is right. Pings when it is time. */
void notify_turn(struct notify *notify, uint64_t now_ms);
/* What comes next is no turn of the loop and may take long, as reading everything anew: the
 * watchdog waits for NOTIFY_PATIENCE_MS, and from the next turn on as long as before. */
void notify_be_patient(struct notify *notify, uint64_t now_ms);
/* When notify_turn() must come at the latest; NOTIFY_NEVER without a watchdog. */
uint64_t notify_deadline(const struct notify *notify);
/* One line for `systemctl status`. Never what a visitor typed. */
void notify_status(const struct notify *notify, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void notify_stopping(const struct notify *notify);

#endif

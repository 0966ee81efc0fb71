#include "kiosk/notify.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

/* A socket that is connected to `name`: a path, or "@" and an abstract name. -1 without one. */
static int
connect_to(const char *name) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    size_t n = strlen(name);
    if ((name[0] != '/' && name[0] != '@') || n < 2 || n >= sizeof(address.sun_path)) {
        return -1;
    }
    memcpy(address.sun_path, name, n);
    if (name[0] == '@') {
        address.sun_path[0] = '\0';
    }
    /* The length counts: with all of sun_path an abstract name would end in zeros. */
    socklen_t length = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + n);
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd >= 0 && connect(fd, (struct sockaddr *)&address, length) != 0) {
        close(fd);
        fd = -1;
    }
    return fd;
}

/* What the watchdog allows, or 0 when there is none, or when it watches another process. */
static uint64_t
allowed_us(void) {
    const char *period = getenv("WATCHDOG_USEC"), *pid = getenv("WATCHDOG_PID");
    if (!period || (pid && strtoll(pid, NULL, 10) != (long long)getpid())) {
        return 0;
    }
    long long usec = strtoll(period, NULL, 10);
    return usec > 0 ? (uint64_t)usec : 0;
}

static uint64_t
half_in_ms(uint64_t usec) {
    return usec >= 4000 || usec == 0 ? usec / 2000 : 1;
}

void
notify_open(struct notify *notify) {
    const char *name = getenv("NOTIFY_SOCKET");
    *notify = (struct notify){.fd = name ? connect_to(name) : -1};
    notify->allowed_us = notify->fd >= 0 ? allowed_us() : 0;
    notify->ping_ms = half_in_ms(notify->allowed_us);
    unsetenv("NOTIFY_SOCKET");
    unsetenv("WATCHDOG_USEC");
    unsetenv("WATCHDOG_PID");
}

void
notify_close(struct notify *notify) {
    if (notify->fd >= 0) {
        close(notify->fd);
    }
    *notify = (struct notify){.fd = -1};
}

/* Nothing to do when it does not arrive: a manager that is gone needs no word, and one that is busy
 * gets the next ping. */
static void
tell(const struct notify *notify, const char *words) {
    if (notify->fd >= 0) {
        ssize_t sent = send(notify->fd, words, strlen(words), MSG_NOSIGNAL);
        (void)sent;
    }
}

void
notify_ready(struct notify *notify, uint64_t now_ms) {
    if (notify->is_ready) {
        return;
    }
    notify->is_ready = true;
    notify->next_ping_ms = now_ms;
    tell(notify, "READY=1");
}

static void
allow(const struct notify *notify, uint64_t usec) {
    char words[64];
    snprintf(words, sizeof(words), "WATCHDOG_USEC=%llu", (unsigned long long)usec);
    tell(notify, words);
}

void
notify_be_patient(struct notify *notify, uint64_t now_ms) {
    if (!notify->is_ready || notify->ping_ms == 0) {
        return;
    }
    if (!notify->is_patient) {
        allow(notify, NOTIFY_PATIENCE_MS * 1000ULL);
    }
    tell(notify, "WATCHDOG=1");
    notify->is_patient = true;
    notify->next_ping_ms = now_ms;
}

void
notify_turn(struct notify *notify, uint64_t now_ms) {
    if (now_ms < notify_deadline(notify)) {
        return;
    }
    if (notify->is_patient) {
        allow(notify, notify->allowed_us);
    }
    notify->is_patient = false;
    notify->next_ping_ms = now_ms + notify->ping_ms;
    tell(notify, "WATCHDOG=1");
}

uint64_t
notify_deadline(const struct notify *notify) {
    return notify->is_ready && notify->ping_ms ? notify->next_ping_ms : NOTIFY_NEVER;
}

void
notify_status(const struct notify *notify, const char *format, ...) {
    char words[256] = "STATUS=";
    size_t n = strlen(words);
    va_list args;
    va_start(args, format);
    utf8_format(words + n, sizeof(words) - n, format, args);
    va_end(args);
    for (char *p = words; *p; p++) {
        *p = *p == '\n' ? ' ' : *p; /* a second line would be a message of its own */
    }
    tell(notify, words);
}

void
notify_stopping(const struct notify *notify) {
    tell(notify, "STOPPING=1");
}

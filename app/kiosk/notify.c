#include "kiosk/notify.h"

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

/* Half of what the watchdog allows, or 0 when there is none, or when it watches another process. */
static uint64_t
ping_period_ms(void) {
    const char *period = getenv("WATCHDOG_USEC"), *pid = getenv("WATCHDOG_PID");
    if (!period || (pid && strtoll(pid, NULL, 10) != (long long)getpid())) {
        return 0;
    }
    long long usec = strtoll(period, NULL, 10);
    if (usec <= 0) {
        return 0;
    }
    return usec >= 4000 ? (uint64_t)usec / 2000 : 1;
}

void
notify_open(struct notify *notify) {
    const char *name = getenv("NOTIFY_SOCKET");
    *notify = (struct notify){.fd = name ? connect_to(name) : -1};
    notify->ping_ms = notify->fd >= 0 ? ping_period_ms() : 0;
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

void
notify_ping(struct notify *notify, uint64_t now_ms) {
    if (!notify->is_ready || notify->ping_ms == 0) {
        return;
    }
    notify->next_ping_ms = now_ms + notify->ping_ms;
    tell(notify, "WATCHDOG=1");
}

void
notify_turn(struct notify *notify, uint64_t now_ms) {
    if (now_ms >= notify->next_ping_ms) {
        notify_ping(notify, now_ms);
    }
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
    vsnprintf(words + n, sizeof(words) - n, format, args);
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

/* The program itself under a service manager of ours: READY with the first frame, a ping for each
 * half period, STOPPING at the end; and no ping once the loop is frozen. */
#include "test.h"

#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#define NAME "@naru-test-watchdog"

enum { PATIENCE_MS = 60000, SILENCE_MS = 1500, PERIOD_US = 400000 };

struct service {
    int socket;
    pid_t child;
};

static int
listen_here(void) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    size_t n = strlen(NAME);
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    memcpy(address.sun_path + 1, &NAME[1], n - 1);
    socklen_t length = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + n);
    assert_int_equal(bind(fd, (struct sockaddr *)&address, length), 0);
    return fd;
}

static struct service
start(const char *freeze_after_ms) {
    struct service service = {.socket = listen_here()};
    char period[32];
    snprintf(period, sizeof(period), "%d", PERIOD_US);
    service.child = fork();
    assert_true(service.child >= 0);
    if (service.child == 0) {
        setenv("NOTIFY_SOCKET", NAME, 1);
        setenv("WATCHDOG_USEC", period, 1);
        setenv("SDL_VIDEODRIVER", "dummy", 1);
        setenv("NARU_DATA", NARU_BUILD_DIR, 1);
        if (freeze_after_ms) {
            setenv("NARU_FREEZE_AFTER_MS", freeze_after_ms, 1);
        }
        execl(NARU_BUILD_DIR "/naru", "naru", "--posture", "kiosk", "--size", "400x700", "--locale",
            "ko", (char *)NULL);
        _exit(127);
    }
    return service;
}

/* The next word, or an empty one after `patience_ms` of silence. */
static struct str
hear(const struct service *service, char *words, size_t size, int patience_ms) {
    struct pollfd waiting = {.fd = service->socket, .events = POLLIN};
    if (poll(&waiting, 1, patience_ms) <= 0) {
        return (struct str){0};
    }
    ssize_t n = recv(service->socket, words, size, 0);
    return (struct str){words, n > 0 ? (size_t)n : 0};
}

/* Waits for `word`; counts the pings that come before it. */
static unsigned
await(const struct service *service, const char *word) {
    char words[512];
    unsigned pings = 0;
    for (;;) {
        struct str heard = hear(service, words, sizeof(words), PATIENCE_MS);
        if (heard.n == 0) {
            fail_msg("%s never came", word);
        }
        if (str_eq(heard, str_from(word))) {
            return pings;
        }
        pings += str_eq(heard, STR("WATCHDOG=1"));
    }
}

/* How it ended, as waitpid() has it. */
static int
end(struct service *service) {
    int status = 0;
    waitpid(service->child, &status, 0);
    close(service->socket);
    return status;
}

/* Whoever looks for the process by its name looks for naru: pidof, pkill. */
static void
assert_is_called_naru(pid_t child) {
    char path[64], name[32] = "";
    snprintf(path, sizeof(path), "/proc/%d/comm", (int)child);
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    assert_non_null(fgets(name, sizeof(name), file));
    fclose(file);
    assert_string_equal(name, "naru\n");
}

static void
test_watchdog__ready_with_the_first_frame_then_a_ping_each_half_period(void **state) {
    (void)state;
    struct service service = start(NULL);
    assert_int_equal(
        await(&service, "READY=1"), 0);   /* no ping before: the watchdog is not on yet */
    assert_is_called_naru(service.child); /* the process that was started, whatever it became */
    for (int i = 0; i < 5; i++) {
        await(&service, "WATCHDOG=1");
    }
    kill(service.child, SIGTERM);
    await(&service, "STOPPING=1");
    int status = end(&service);
    assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

#ifdef NARU_TEST_HOOKS
static void
test_watchdog__a_frozen_loop_is_silent(void **state) {
    (void)state;
    struct service service = start("300");
    char words[512];
    unsigned pings = 0;
    await(&service, "READY=1");
    while (hear(&service, words, sizeof(words), SILENCE_MS).n > 0) {
        assert_true(++pings < 200);
    }
    assert_int_equal(waitpid(service.child, NULL, WNOHANG), 0); /* alive, and yet not well */
    kill(service.child, SIGKILL);
    assert_true(WIFSIGNALED(end(&service)));
}
#endif

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_watchdog__ready_with_the_first_frame_then_a_ping_each_half_period),
#ifdef NARU_TEST_HOOKS
        cmocka_unit_test(test_watchdog__a_frozen_loop_is_silent),
#endif
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

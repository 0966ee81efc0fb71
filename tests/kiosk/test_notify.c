/* The words to the service manager, read from a socket of our own. */
#include "test.h"

#include "kiosk/notify.h"

#include <stdlib.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define SOCKET_PATH NARU_BUILD_DIR "/test-notify.socket"

/* A bound datagram socket; its name is in the environment as systemd puts it there. */
static int
listen_at(const char *name) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    size_t n = strlen(name);
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    assert_true(fd >= 0 && n < sizeof(address.sun_path));
    memcpy(address.sun_path, name, n);
    if (name[0] == '@') {
        address.sun_path[0] = '\0';
    } else {
        unlink(name);
    }
    socklen_t length = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + n);
    assert_int_equal(bind(fd, (struct sockaddr *)&address, length), 0);
    setenv("NOTIFY_SOCKET", name, 1);
    unsetenv("WATCHDOG_USEC");
    unsetenv("WATCHDOG_PID");
    return fd;
}

static void
assert_heard(int fd, const char *expected) {
    char words[512];
    ssize_t n = recv(fd, words, sizeof(words) - 1, 0);
    words[n > 0 ? n : 0] = '\0';
    assert_string_equal(words, expected);
}

static void
check_words(const char *name) {
    struct notify notify;
    int fd = listen_at(name);
    notify_open(&notify);
    assert_null(getenv("NOTIFY_SOCKET"));
    notify_ready(&notify, 0);
    notify_ready(&notify, 1);
    notify_status(&notify, "content %s\nREADY=0", "abc");
    struct str_buf said = {0};
    while (said.n < 300) {
        str_buf_add(&said, STR("안산시"));
    }
    notify_status(&notify, "%s", said.p);
    notify_stopping(&notify);
    assert_heard(fd, "READY=1");
    assert_heard(fd, "STATUS=content abc READY=0");
    str_buf_clear(&said);
    str_buf_add(&said, STR("STATUS="));
    while (said.n + 9 <= 7 + 81 * 3) {
        str_buf_add(&said, STR("안산시"));
    }
    str_buf_add(&said, STR("…"));
    assert_heard(fd, said.p);
    str_buf_finish(&said);
    assert_heard(fd, "STOPPING=1");
    assert_heard(fd, "");
    notify_close(&notify);
    close(fd);
}

static void
test_notify__speaks_to_a_path_and_to_an_abstract_name(void **state) {
    (void)state;
    check_words(SOCKET_PATH);
    unlink(SOCKET_PATH);
    check_words("@naru-test-notify");
}

static void
test_notify__pings_at_half_the_period_and_only_by_turns(void **state) {
    (void)state;
    struct notify notify;
    int fd = listen_at("@naru-test-notify");
    setenv("WATCHDOG_USEC", "2000000", 1);
    notify_open(&notify);
    notify_turn(&notify, 0);
    assert_heard(fd, ""); /* the watchdog starts with READY */
    assert_true(notify_deadline(&notify) == NOTIFY_NEVER);
    notify_ready(&notify, 100);
    assert_heard(fd, "READY=1");
    notify_turn(&notify, 100);
    assert_heard(fd, "WATCHDOG=1");
    assert_true(notify_deadline(&notify) == 1100);
    notify_turn(&notify, 1099);
    assert_heard(fd, "");
    notify_turn(&notify, 1100);
    assert_heard(fd, "WATCHDOG=1");
    notify_turn(&notify, 9000);
    notify_turn(&notify, 9001);
    assert_heard(fd, "WATCHDOG=1"); /* a late turn is one ping, not many */
    assert_heard(fd, "");
    notify_close(&notify);
    close(fd);
}

/* Reading everything anew is no turn of the loop; a kiosk that recovered was killed for it. */
static void
test_notify__what_may_take_long_gets_time_once(void **state) {
    (void)state;
    struct notify notify;
    int fd = listen_at("@naru-test-notify");
    setenv("WATCHDOG_USEC", "1500000", 1);
    notify_open(&notify);
    notify_be_patient(&notify, 0);
    assert_heard(fd, ""); /* before READY another timeout counts */
    notify_ready(&notify, 100);
    notify_be_patient(&notify, 100);
    notify_be_patient(&notify, 200);
    assert_heard(fd, "READY=1");
    assert_heard(fd, "WATCHDOG_USEC=30000000");
    assert_heard(fd, "WATCHDOG=1");
    assert_heard(fd, "WATCHDOG=1");
    assert_true(notify_deadline(&notify) == 200);
    notify_turn(&notify, 9000);
    assert_heard(fd, "WATCHDOG_USEC=1500000");
    assert_heard(fd, "WATCHDOG=1");
    assert_true(notify_deadline(&notify) == 9750);
    notify_turn(&notify, 9750);
    assert_heard(fd, "WATCHDOG=1");
    assert_heard(fd, "");
    notify_close(&notify);
    close(fd);
}

static void
test_notify__a_short_period_is_never_rounded_up(void **state) {
    (void)state;
    static const struct {
        const char *usec;
        uint64_t ping_ms;
    } cases[] = {{"1", 1}, {"3000", 1}, {"5000", 2}, {"30000000", 15000}, {"0", 0}, {"-5", 0}};
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct notify notify;
        int fd = listen_at("@naru-test-notify");
        setenv("WATCHDOG_USEC", cases[i].usec, 1);
        notify_open(&notify);
        assert_int_equal(notify.ping_ms, cases[i].ping_ms);
        notify_close(&notify);
        close(fd);
    }
}

static void
test_notify__does_not_feed_the_watchdog_of_another_process(void **state) {
    (void)state;
    struct notify notify;
    char pid[32];
    int fd = listen_at("@naru-test-notify");
    setenv("WATCHDOG_USEC", "2000000", 1);
    snprintf(pid, sizeof(pid), "%d", (int)getpid() + 1);
    setenv("WATCHDOG_PID", pid, 1);
    notify_open(&notify);
    notify_ready(&notify, 0);
    notify_turn(&notify, 0);
    assert_heard(fd, "READY=1");
    assert_heard(fd, "");
    notify_close(&notify);
    close(fd);
}

static void
test_notify__is_silent_where_nobody_listens(void **state) {
    (void)state;
    static const char *const names[] = {"", "@", "relative", "/nowhere/at/all"};
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        struct notify notify;
        setenv("NOTIFY_SOCKET", names[i], 1);
        setenv("WATCHDOG_USEC", "2000000", 1);
        notify_open(&notify);
        assert_int_equal(notify.fd, -1);
        notify_ready(&notify, 0);
        notify_status(&notify, "nothing");
        notify_turn(&notify, 0);
        assert_true(notify_deadline(&notify) == NOTIFY_NEVER);
        notify_close(&notify);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_notify__speaks_to_a_path_and_to_an_abstract_name),
        cmocka_unit_test(test_notify__pings_at_half_the_period_and_only_by_turns),
        cmocka_unit_test(test_notify__what_may_take_long_gets_time_once),
        cmocka_unit_test(test_notify__a_short_period_is_never_rounded_up),
        cmocka_unit_test(test_notify__does_not_feed_the_watchdog_of_another_process),
        cmocka_unit_test(test_notify__is_silent_where_nobody_listens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

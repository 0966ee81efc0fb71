/* The log: one whole line an event, whatever its length. */
#include "test.h"

#include "base/log.h"

#include <stdlib.h>
#include <unistd.h>

enum { LONG = 5000 };

/* What log_write() puts on standard error, read back from a file in its place. */
static size_t
logged(const char *said, char *out, size_t size) {
    FILE *file = tmpfile();
    int before = dup(STDERR_FILENO);
    assert_non_null(file);
    assert_true(before >= 0 && dup2(fileno(file), STDERR_FILENO) >= 0);
    log_write(LOG_ERROR, "test", "%s", said);
    assert_true(dup2(before, STDERR_FILENO) >= 0);
    close(before);
    rewind(file);
    size_t n = fread(out, 1, size, file);
    fclose(file);
    return n;
}

static void
test_log__a_long_event_is_one_whole_line(void **state) {
    (void)state;
    static char said[3 * LONG + 1], line[4 * LONG];
    for (size_t i = 0; i < LONG; i++) {
        memcpy(said + 3 * i, "가", 3);
    }
    unsetenv("JOURNAL_STREAM");
    struct str got = {line, logged(said, line, sizeof(line))};
    struct str begin = STR("naru: error: test: ");
    assert_int_equal(got.n, begin.n + 3 * LONG + 1);
    assert_true(str_starts(got, begin));
    assert_str_equal(str_slice(got, begin.n, got.n - 1), said);
}

static void
test_log__under_systemd_a_priority_stands_first(void **state) {
    (void)state;
    char line[64];
    setenv("JOURNAL_STREAM", "1:2", 1);
    struct str got = {line, logged("word", line, sizeof(line))};
    unsetenv("JOURNAL_STREAM");
    assert_str_equal(got, "<3>test: word\n");
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_log__a_long_event_is_one_whole_line),
        cmocka_unit_test(test_log__under_systemd_a_priority_stands_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

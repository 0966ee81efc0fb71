/* What a shared panel leaves behind: nothing. In a child, whose limits are its own. */
#include "test.h"

#include "host/hygiene.h"

#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { DUMPS = 1, KEEPS_CACHES = 2, OVERRULED = 4 };

static int
findings(enum posture posture) {
    pid_t child = fork();
    if (child == 0) {
        struct rlimit limit;
        setenv("__GL_SHADER_DISK_CACHE", "1", 1); /* the user's own wish */
        unsetenv("MESA_SHADER_CACHE_DISABLE");
        hygiene_keep_no_caches();
        hygiene_keep_memory_private(posture);
        getrlimit(RLIMIT_CORE, &limit);
        const char *mesa = getenv("MESA_SHADER_CACHE_DISABLE");
        const char *own = getenv("__GL_SHADER_DISK_CACHE");
        int found = limit.rlim_max != 0 || prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 0 ? DUMPS : 0;
        found |= mesa && strcmp(mesa, "true") == 0 ? 0 : KEEPS_CACHES;
        found |= own && strcmp(own, "1") == 0 ? 0 : OVERRULED;
        _exit(found);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void
test_hygiene__a_kiosk_leaves_no_core_dump_and_no_shader_cache(void **state) {
    (void)state;
    assert_int_equal(findings(POSTURE_KIOSK), 0);
}

static void
test_hygiene__a_handheld_may_be_debugged(void **state) {
    (void)state;
    assert_int_equal(findings(POSTURE_HANDHELD) & KEEPS_CACHES, 0);
    assert_int_equal(findings(POSTURE_HANDHELD) & OVERRULED, 0);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hygiene__a_kiosk_leaves_no_core_dump_and_no_shader_cache),
        cmocka_unit_test(test_hygiene__a_handheld_may_be_debugged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

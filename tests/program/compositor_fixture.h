/* compositor_fixture.h - a Wayland compositor of the test's own, in a child and on a socket in a
 * folder of its own. Includes neither side of Wayland: they have the same names for different
 * things. */
#ifndef TESTS_COMPOSITOR_FIXTURE_H
#define TESTS_COMPOSITOR_FIXTURE_H

#include "test.h"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define COMPOSITOR_SOCKET "naru-test-0"

struct compositor {
    char folder[32];
    pid_t child;
};

/* In the child: never returns. Writes a byte to `ready` when the socket is there. */
typedef void compositor_serve_fn(int argument, int ready);

static inline void
compositor_start(struct compositor *compositor, compositor_serve_fn *serve, int argument) {
    int ready[2];
    char word;
    snprintf(compositor->folder, sizeof(compositor->folder), "/tmp/naru-test-XXXXXX");
    assert_non_null(mkdtemp(compositor->folder));
    setenv("XDG_RUNTIME_DIR", compositor->folder, 1);
    setenv("WAYLAND_DISPLAY", COMPOSITOR_SOCKET, 1);
    assert_int_equal(pipe(ready), 0);
    compositor->child = fork();
    if (compositor->child == 0) {
        serve(argument, ready[1]);
    }
    close(ready[1]);
    assert_int_equal(read(ready[0], &word, 1), 1);
    close(ready[0]);
}

static inline void
compositor_stop(struct compositor *compositor) {
    static const char *const left[] = {"/" COMPOSITOR_SOCKET, "/" COMPOSITOR_SOCKET ".lock", ""};
    kill(compositor->child, SIGKILL);
    waitpid(compositor->child, NULL, 0);
    for (size_t i = 0; i < ARRAY_LEN(left); i++) {
        char path[128];
        snprintf(path, sizeof(path), "%s%s", compositor->folder, left[i]);
        remove(path);
    }
}

#endif

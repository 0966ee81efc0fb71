/* screens_fixture.h - a session on the bundled content or another database, with the paths of all
 * its screens. */
#ifndef TESTS_SCREENS_FIXTURE_H
#define TESTS_SCREENS_FIXTURE_H

#include "test.h"

#include "screens/registry.h"
#include "session.h"

#include <stdlib.h>

struct screens_fixture {
    struct session session;
    struct arena arena;
    struct path_list paths;
};

/* `content` NULL: the bundled one. Zero, or -1 after saying what failed, as a group set-up gives.
 */
static inline int
screens_fixture_open(struct screens_fixture *fixture, char *content) {
    struct err err;
    struct options options;
    char name[] = "naru", option[] = "--content";
    char *argv[] = {name, option, content, NULL};
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    arena_init(&fixture->arena);
    fixture->paths.arena = &fixture->arena;
    if (!options_parse(content ? 3 : 1, argv, &options, &err) ||
        session_open(&fixture->session, &options, "home", &err) != SESSION_OK) {
        print_error("%s\n", err.message);
        return -1;
    }
    struct screen_env env = session_env(&fixture->session);
    return registry_paths(&env, &fixture->paths, &err) ? 0 : -1;
}

static inline void
screens_fixture_close(struct screens_fixture *fixture) {
    session_close(&fixture->session);
    arena_finish(&fixture->arena);
}

#endif

#include "commands/commands.h"

#include "screens/registry.h"
#include "session.h"

#include <stdio.h>

int
command_screens(const struct options *options) {
    struct session session;
    struct err err;
    struct arena arena;
    if (session_open(&session, options, "home", &err) != SESSION_OK) {
        return command_fail(EXIT_WRONG, "%s", err.message);
    }
    arena_init(&arena);
    struct path_list list = {.arena = &arena};
    struct screen_env env = session_env(&session);
    bool ok = registry_paths(&env, &list, &err);
    for (size_t i = 0; ok && i < list.count; i++) {
        printf("%.*s\n", STR_ARG(list.paths[i]));
    }
    arena_finish(&arena);
    session_close(&session);
    return ok ? EXIT_DONE : command_fail(EXIT_WRONG, "%s", err.message);
}

#include "cli/command.h"

#include "base/arena.h"
#include "base/file.h"
#include "cli/paths.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

int
command_hand_over(const char *name, char **words, const char *remedy) {
    struct arena arena;
    arena_init(&arena);
    struct str folder = paths_program_folder(&arena);
    const char *program = arena_printf(&arena, "%.*s/%s", STR_ARG(folder), name).p;
    bool there = file_exists(program);
    if (there) {
        execv(program, words);
    }
    int code = there ? command_fail(EXIT_WRONG, "cannot start %s: %s", program, strerror(errno))
                     : command_fail(
                           EXIT_WRONG, "there is no %s in %.*s; %s", name, STR_ARG(folder), remedy);
    arena_finish(&arena);
    return code;
}

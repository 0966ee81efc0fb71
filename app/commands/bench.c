/* bench - hands over to naru-bench, the program with the opponents, where it stands beside this
 * one, with all of argv but the verb. Comes back only when that cannot be started. */
#include "commands/command.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "paths.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int
run(int argc, char **argv, const char *verb) {
    struct arena arena;
    arena_init(&arena);
    struct str folder = paths_program_folder(&arena);
    char *program = xstrdup(arena_printf(&arena, "%.*s/naru-bench", STR_ARG(folder)).p);
    char **words = xcalloc((size_t)argc + 1, sizeof(*words));
    int count = 0;
    words[count++] = program;
    for (int i = 1; i < argc; i++) {
        if (argv[i] != verb) {
            words[count++] = argv[i];
        }
    }
    bool there = file_exists(program);
    if (there) {
        execv(program, words);
    }
    int code = there ? command_fail(EXIT_WRONG, "cannot start %s: %s", program, strerror(errno))
                     : command_fail(EXIT_WRONG,
                           "there is no naru-bench in %.*s; it is built by cmake -DNARU_BENCH=ON",
                           STR_ARG(folder));
    free(words);
    free(program);
    arena_finish(&arena);
    return code;
}

const struct command command_bench = {
    .verb = "bench",
    .words = "VERB ...",
    .summary = "measure, as JSON: runs naru-bench, where installed",
    .run_words = run,
};

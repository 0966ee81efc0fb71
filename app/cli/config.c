/* config - is a kiosk's configuration file right? */
#include "cli/command.h"

#include <stdio.h>
#include <string.h>

static void
print(void *count, const char *message) {
    fprintf(stderr, "%s\n", message);
    ++*(int *)count;
}

int
command_config(const struct options *options) {
    const char *path = options->word_count > 1 ? options->words[1] : OPTIONS_FILE;
    struct arena arena;
    struct err err;
    size_t set = 0;
    int mistakes = 0;
    if (strcmp(options->words[0], "check") != 0) {
        return command_fail(EXIT_USAGE, "config takes check, not \"%s\"", options->words[0]);
    }
    arena_init(&arena);
    bool ok = options_check_file(path, &arena, &set, print, &mistakes, &err);
    arena_finish(&arena);
    if (!ok) {
        return command_fail(EXIT_WRONG, "%s", err.message);
    }
    if (mistakes == 0) {
        printf("%s: no mistakes; options set: %zu\n", path, set);
    }
    return mistakes > 0 ? EXIT_WRONG : EXIT_DONE;
}

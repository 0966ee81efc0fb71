/* main.c - the map of the program that draws, `naru-app`. `naru` (cli/main.c) hands over to it.
 *
 *   argv, naru.conf -> options (cli/) -> a verb of commands/, or the app: the session (services,
 *   screens, one turn of the loop: session_step.c) and what shows it (host/desktop.c); without what
 *   they need, the rescue screen (host/rescue.c).
 *
 * Order of opening, closed in reverse: files -> messages -> text -> interface -> content -> screen.
 */
#include "base/check.h"
#include "commands/commands.h"
#include "host/desktop.h"

#include <sys/prctl.h>

#define NARU(function, verb) .run = NULL
#define APP(function, verb) .function = command_##verb
static const struct command commands[] = {
#define VERB(program, function, verb, words, summary, least, most, files) \
    {#verb, words, summary, least, most, files, program(function, verb)},
#include "cli/verbs.def"
#undef VERB
};

/* Nobody hands these over: somebody called this program by its name. */
static int
refuse(char **argv, const char *verb) {
    (void)argv;
    return command_fail(EXIT_USAGE, "naru-app has no %s; call naru %s", verb, verb);
}

int
main(int argc, char **argv) {
    static const struct command_list list = {
        .items = commands, .count = ARRAY_LEN(commands), .open = desktop_run, .elsewhere = refuse};
    prctl(PR_SET_NAME, "naru"); /* what an operator's pkill and systemd's journal know it by */
    return command_flush(command_main(&list, argc, argv));
}

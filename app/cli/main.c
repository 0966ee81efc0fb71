/* main.c - the program `naru`: answers what needs no picture, and hands everything else over to
 * `naru-app` beside it (app/main.c), which keeps the process and its number. It links nothing that
 * draws, so that `naru find` starts in a few milliseconds. */
#include "base/check.h"
#include "cli/command.h"

#define NARU(function, verb) .function = command_##verb
#define APP(function, verb) .run = NULL
static const struct command commands[] = {
#define VERB(program, function, verb, words, summary, least, most, files) \
    {#verb, words, summary, least, most, files, program(function, verb)},
#include "cli/verbs.def"
#undef VERB
};

/* As it was called: who looks for `naru` finds it. */
static int
hand_over(char **argv, const char *verb) {
    (void)verb;
    return command_hand_over("naru-app", argv, "install it beside naru, with cmake --install");
}

int
main(int argc, char **argv) {
    static const struct command_list list = {
        .items = commands, .count = ARRAY_LEN(commands), .elsewhere = hand_over};
    return command_flush(command_main(&list, argc, argv));
}

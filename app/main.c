/* main.c - the map of the program.
 *
 *   argv -> options -> a verb of commands/, or the app: session (services, screens, frames) and its
 *   window (app.c); without what they need, the rescue screen (rescue.c).
 *
 * Order of opening, closed in reverse: files -> messages -> text -> interface -> content -> screen.
 */
#include "app.h"
#include "base/check.h"
#include "commands/command.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

static const struct command *const commands[] = {
    &command_screens,
    &command_snapshot,
    &command_semantics,
    &command_find,
    &command_replay,
    &command_tour,
};

static void
print_help(void) {
    puts("naru - partner cities and exchange, in Korean, Japanese and English\n\n"
         "usage: naru [VERB WORDS] [OPTIONS]\n\n"
         "  naru                              open the app");
    for (size_t i = 0; i < ARRAY_LEN(commands); i++) {
        printf(
            "  naru %-9s %-18s %s\n", commands[i]->verb, commands[i]->words, commands[i]->summary);
    }
    puts(
        "  naru layout --lang L --width PX --size PX ...\n"
        "                                    lay out the paragraphs on standard input as JSON\n"
        "  naru bench VERB ...               measure, as JSON: runs naru-bench, where installed\n\n"
        "options, for every verb:\n"
        "  --locale ko|ja|en      --profile NAME         --content FILE\n"
        "  --posture kiosk|handheld                      --text-scale 1.0..2.0\n"
        "  --theme NAME           --low-position         --scroll DP\n"
        "  --size WxH             --px-per-mm N          --limit N\n"
        "  --out FILE             --watch FOLDER         --software\n"
        "  --fullscreen           --help                 --version\n\n"
        "exit codes: 0 done, 1 the input is wrong, 2 usage");
}

static int
run_verb(const struct options *options) {
    for (size_t i = 0; i < ARRAY_LEN(commands); i++) {
        const struct command *command = commands[i];
        if (strcmp(command->verb, options->verb) != 0) {
            continue;
        }
        if (options->word_count < command->least || options->word_count > command->most) {
            return command_fail(EXIT_USAGE, "usage: naru %s %s", command->verb, command->words);
        }
        return command->run(options);
    }
    return command_fail(
        EXIT_USAGE, "there is no verb \"%s\"; naru --help lists them all", options->verb);
}

int
main(int argc, char **argv) {
    struct options options;
    struct err err;
    setlocale(LC_ALL, "C.UTF-8"); /* ICU knows languages; the C library is kept out of it */
    if (argc > 1 && strcmp(argv[1], "layout") == 0) {
        return command_layout(argc - 1, argv + 1);
    }
    if (argc > 1 && strcmp(argv[1], "bench") == 0) {
        return command_bench(argc, argv, argv[1]);
    }
    if (!options_parse(argc, argv, &options, &err)) {
        return command_fail(EXIT_USAGE, "%s", err.message);
    }
    if (options.help) {
        print_help();
        return EXIT_DONE;
    }
    if (options.version) {
        puts("naru " NARU_VERSION);
        return EXIT_DONE;
    }
    if (options.verb && strcmp(options.verb, "bench") == 0) {
        return command_bench(argc, argv, options.verb);
    }
    return options.verb ? run_verb(&options) : app_run(&options);
}

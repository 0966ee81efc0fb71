/* From argv to what runs. Everything that both programs have in common. */
#include "cli/command.h"

#include "base/utf8.h"

#include <locale.h>
#include <stdio.h>

/* What is to be read, and is not the name of a file, is UTF-8. */
static bool
are_text(const struct options *options, const struct command *command) {
    size_t bad_at;
    for (int i = 0; i < options->word_count; i++) {
        struct str word = str_from(options->words[i]);
        if (!(command->files & 1u << i) && !utf8_valid(word, &bad_at)) {
            struct str_buf shown = {0};
            option_word_add(&shown, word);
            command_fail(
                EXIT_USAGE, "\"%s\" is not UTF-8, from its byte %zu on", shown.p, bad_at + 1);
            str_buf_finish(&shown);
            return false;
        }
    }
    return true;
}

static int
run_verb(
    const struct command_list *commands, const struct options *options, int argc, char **argv) {
    const struct command *command = command_find_verb(commands, options->verb);
    if (!command) {
        struct str_buf word = {0};
        option_word_add(&word, str_from(options->verb));
        command_fail(EXIT_USAGE, "there is no verb \"%s\"; naru --help lists them all",
            word.p ? word.p : "");
        str_buf_finish(&word);
        return EXIT_USAGE;
    }
    if (command->run_words) {
        return command->run_words(argc, argv, options->verb);
    }
    if (options->word_count < command->least || options->word_count > command->most) {
        return command_fail(EXIT_USAGE, "usage: naru %s %s", command->verb, command->words);
    }
    struct err err;
    if (!are_text(options, command)) {
        return EXIT_USAGE;
    }
    if (!options_suit(options, command->verb, NULL, &err)) {
        return command_fail(EXIT_USAGE, "%s", err.message);
    }
    return command->run_list ? command->run_list(commands) : command->run(options);
}

static void
warn(void *count, const char *message) {
    command_fail(EXIT_DONE, "%s", message);
    ++*(int *)count;
}

static bool
is_here(const struct command *command) {
    return command->run || command->run_words || command->run_list;
}

/* Does the other program run this? Told from the words alone: the rest is that one's to read, and
 * what is wrong with it, that one's to say. `*verb`: NULL without one. */
static bool
is_elsewhere(const struct command_list *commands, int argc, char **argv, const char **verb) {
    struct options options;
    const struct command *command = argc > 1 ? command_find_verb(commands, argv[1]) : NULL;
    *verb = NULL;
    if (!command && options_parse(argc, argv, &options, NULL)) {
        if (options.help || options.version) {
            return false;
        }
        if (!options.verb) {
            return !commands->open;
        }
        command = command_find_verb(commands, options.verb);
    }
    *verb = command ? command->verb : NULL;
    return command && !is_here(command);
}

static int
run(const struct command_list *commands, int argc, char **argv, struct arena *arena) {
    struct options options;
    struct err err;
    int mistakes = 0;
    const struct command *first = argc > 1 ? command_find_verb(commands, argv[1]) : NULL;
    if (first && first->run_words) {
        return first->run_words(argc, argv, argv[1]);
    }
    if (!options_load(argc, argv, arena, &options, warn, &mistakes, &err)) {
        return command_fail(err.code == ERR_USAGE ? EXIT_USAGE : EXIT_WRONG, "%s", err.message);
    }
    if (options.help) {
        command_print_help(commands);
        return EXIT_DONE;
    }
    if (options.version) {
        puts("naru " NARU_VERSION);
        return EXIT_DONE;
    }
    if (!options.verb && !options_suit(&options, "app", NULL, &err)) {
        return command_fail(EXIT_USAGE, "%s", err.message);
    }
    if (!options.verb) {
        return commands->open(&options); /* with what is right in the file: a kiosk comes up */
    }
    return options.config && mistakes > 0 ? EXIT_WRONG : run_verb(commands, &options, argc, argv);
}

int
command_main(const struct command_list *commands, int argc, char **argv) {
    struct arena arena;
    const char *verb;
    if (is_elsewhere(commands, argc, argv, &verb)) {
        return commands->elsewhere(argv, verb);
    }
    setlocale(LC_ALL, "C.UTF-8"); /* ICU knows languages; the C library is kept out of it */
    arena_init(&arena);
    int code = run(commands, argc, argv, &arena);
    arena_finish(&arena);
    return code;
}

/* main.c - naru-bench: what the program costs, as JSON on standard output, with its opponents in
 * the same run. A program of its own, so that `naru` links none of them. A verb is one file and one
 * line here. */
#include "bench/verb.h"

#include "base/check.h"
#include "cli/command.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

static const struct bench_verb *const verbs[] = {
    &bench_text,
    &bench_frame,
    &bench_start,
    &bench_find,
    &bench_monkey,
    &bench_scale,
    &bench_zoom,
};

void
bench_print_help(void) {
    puts("naru-bench - what Naru costs, as JSON\n\n"
         "usage: naru-bench VERB [WORDS] [OPTIONS OF naru]\n");
    for (size_t i = 0; i < ARRAY_LEN(verbs); i++) {
        printf("  %-8s%s\n          %s\n          takes --%s\n", verbs[i]->name, verbs[i]->words,
            verbs[i]->summary, verbs[i]->options);
    }
    puts("\nEvery verb takes --locale, --help and --version; naru --help explains the options.");
}

static int
run_verb(const char *name, int argc, char **argv) {
    struct str_buf names = {0};
    for (size_t i = 0; i < ARRAY_LEN(verbs); i++) {
        if (strcmp(verbs[i]->name, name) == 0) {
            str_buf_finish(&names);
            return verbs[i]->run(argc, argv);
        }
        bool last = i + 1 == ARRAY_LEN(verbs);
        str_buf_printf(&names, "%s%s", i == 0 ? "" : last ? " or " : ", ", verbs[i]->name);
    }
    int code = bench_fail(EXIT_USAGE, "bench takes %s, not \"%s\"", names.p, name);
    str_buf_finish(&names);
    return code;
}

static int
run(int argc, char **argv) {
    struct options options;
    struct err err;
    if (argc > 1 && argv[1][0] != '-') {
        return run_verb(argv[1], argc, argv);
    }
    if (!options_parse(argc, argv, &options, &err)) {
        return bench_fail(EXIT_USAGE, "%s", err.message);
    }
    if (options.help || options.version) {
        options.help ? bench_print_help() : (void)puts("naru-bench " NARU_VERSION);
        return EXIT_DONE;
    }
    return options.verb ? run_verb(options.verb, argc, argv)
                        : bench_fail(EXIT_USAGE, "which verb? naru-bench --help lists them");
}

int
main(int argc, char **argv) {
    setlocale(LC_ALL, "C.UTF-8"); /* as the program that is measured */
    return bench_flush(run(argc, argv));
}

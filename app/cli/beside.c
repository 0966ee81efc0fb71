/* bench, print - verbs of programs that may stand beside this one, each with all of argv but the
 * verb: naru-bench with the opponents, naru-print with cairo. They come back only when that cannot
 * be started. */
#include "cli/command.h"

#include "base/xalloc.h"

#include <stdlib.h>

static int
hand_over_words(char *name, int argc, char **argv, const char *verb, const char *remedy) {
    char **words = xcalloc((size_t)argc + 1, sizeof(*words));
    int count = 0;
    words[count++] = name;
    for (int i = 1; i < argc; i++) {
        if (argv[i] != verb) {
            words[count++] = argv[i];
        }
    }
    int code = command_hand_over(name, words, remedy);
    free(words);
    return code;
}

int
command_bench(int argc, char **argv, const char *verb) {
    char name[] = "naru-bench";
    return hand_over_words(name, argc, argv, verb, "it is built by cmake -DNARU_BENCH=ON");
}

int
command_print(int argc, char **argv, const char *verb) {
    char name[] = "naru-print";
    return hand_over_words(name, argc, argv, verb, "install it beside naru, with cmake --install");
}

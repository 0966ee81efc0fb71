/* bench - hands over to naru-bench, the program with the opponents, where it stands beside this
 * one, with all of argv but the verb. Comes back only when that cannot be started. */
#include "cli/command.h"

#include "base/xalloc.h"

#include <stdlib.h>

int
command_bench(int argc, char **argv, const char *verb) {
    char name[] = "naru-bench";
    char **words = xcalloc((size_t)argc + 1, sizeof(*words));
    int count = 0;
    words[count++] = name;
    for (int i = 1; i < argc; i++) {
        if (argv[i] != verb) {
            words[count++] = argv[i];
        }
    }
    int code = command_hand_over(name, words, "it is built by cmake -DNARU_BENCH=ON");
    free(words);
    return code;
}

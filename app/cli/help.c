/* The verbs by name, and the page of --help. */
#include "cli/command.h"

#include <stdio.h>
#include <string.h>

const struct command *
command_find_verb(const struct command_list *commands, const char *verb) {
    for (size_t i = 0; i < commands->count; i++) {
        if (strcmp(commands->items[i].verb, verb) == 0) {
            return &commands->items[i];
        }
    }
    return NULL;
}

void
command_print_help(const struct command_list *commands) {
    struct str_buf out = {0};
    str_buf_add(&out, STR("naru - partner cities and exchange, in Korean, Japanese and English\n\n"
                          "usage: naru [VERB WORDS] [OPTIONS]\n\n"
                          "  naru                              open the app\n"));
    for (size_t i = 0; i < commands->count; i++) {
        const struct command *command = &commands->items[i];
        size_t start = out.n;
        str_buf_printf(&out, "  naru %s %s", command->verb, command->words);
        if (out.n - start > 34) {
            str_buf_byte(&out, '\n');
            start = out.n;
        }
        str_buf_printf(&out, "%*s%s\n", 36 - (int)(out.n - start), "", command->summary);
    }
    str_buf_add(&out, STR("\noptions; `app` is naru without a verb:\n"));
    option_help_add(&out, &options_table, NULL);
    str_buf_add(&out, STR("\nAfter -- there are only words: naru find -- -word\n"
                          "exit codes: 0 done, 1 the input is wrong, 2 usage\n"));
    fputs(out.p, stdout);
    str_buf_finish(&out);
}

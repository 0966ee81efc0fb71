/* man - naru(1), made from the tables of verbs and options; the build writes it to a file. */
#include "cli/command.h"

#include <stdio.h>

static void
add_verbs(struct str_buf *out, const struct command_list *commands) {
    for (size_t i = 0; i < commands->count; i++) {
        const struct command *command = &commands->items[i];
        str_buf_add(out, STR(".TP\n.B naru "));
        option_roff_add(out, command->verb);
        str_buf_byte(out, ' ');
        option_roff_add(out, command->words);
        str_buf_byte(out, '\n');
        option_roff_add(out, command->summary);
        str_buf_add(out, STR(".\n"));
    }
}

static void
add_file(struct str_buf *out) {
    str_buf_add(out,
        STR(".SH CONFIGURATION\n"
            "A kiosk is set up in\n.IR " OPTIONS_FILE ",\n"
            "lines of the form\n.IR \"name = value\" ;\n"
            "a line that begins with # or ; is a comment. Flags are yes or no. "
            "The command line counts before the file; a mistake in the file is named with its line "
            "and passed over. These options may stand there:\n"));
    for (size_t i = 0, n = 0; i < options_table.count; i++) {
        if (options_table.specs[i].flags & OPTION_IN_FILE) {
            str_buf_add(out, n++ ? STR(",\n") : STR(""));
            option_roff_add(out, options_table.specs[i].name);
        }
    }
    str_buf_add(out, STR(".\n"));
}

int
command_man(const struct command_list *commands) {
    struct str_buf out = {0};
    str_buf_add(&out,
        STR(".TH NARU 1\n.SH NAME\nnaru \\- partner cities and exchange, in Korean, Japanese and "
            "English\n.SH SYNOPSIS\n.B naru\n[\\fIVERB WORDS\\fR] [\\fIOPTIONS\\fR]\n"
            ".SH DESCRIPTION\nWithout a verb the app opens on its content database. The verbs are "
            "for scripts.\n.SH VERBS\n"));
    add_verbs(&out, commands);
    str_buf_add(&out, STR(".SH OPTIONS\nOptions and words come in any order; after \\-\\- there "
                          "are only words.\n"));
    option_man_add(&out, &options_table);
    add_file(&out);
    str_buf_add(&out, STR(".SH EXIT STATUS\n0 done, 1 the input is wrong, 2 usage.\n"
                          ".SH SEE ALSO\n.BR naru\\-content (1)\n"));
    fwrite(out.p, 1, out.n, stdout);
    str_buf_finish(&out);
    return EXIT_DONE;
}

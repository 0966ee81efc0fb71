/* man - naru-content(1), made from the tables of verbs and options; the build writes it. */
#include "compiler/commands/verb.h"

static int
run(const struct verb_list *verbs) {
    struct str_buf out = {0};
    str_buf_add(&out, STR(".TH NARU\\-CONTENT 1\n.SH NAME\nnaru\\-content \\- check and build the "
                          "content of naru\n.SH SYNOPSIS\n.B naru\\-content\n\\fIVERB\\fR "
                          "[\\fIOPTIONS\\fR]\n.SH VERBS\n"));
    for (size_t i = 0; i < verbs->count; i++) {
        const struct verb *verb = verbs->items[i];
        str_buf_add(&out, STR(".TP\n.B "));
        option_roff_add(&out, verb->verb);
        str_buf_byte(&out, ' ');
        option_roff_add(&out, verb->words);
        str_buf_byte(&out, '\n');
        option_roff_add(&out, verb->summary[LOCALE_EN]);
        str_buf_add(&out, STR(".\n"));
    }
    str_buf_add(&out, STR(".SH OPTIONS\n"));
    option_man_add(&out, &verb_options);
    str_buf_add(&out,
        STR(".SH FILES\nA build replaces only a database of Naru or an empty file, and at once: "
            "after a crash the old one or the new one is there. The one before is kept as "
            "FILE.previous.\n"
            ".SH EXIT STATUS\n0 done, 1 the input is wrong, 2 usage.\n"
            ".SH SEE ALSO\n.BR naru (1)\n"));
    verb_print(stdout, &out);
    str_buf_finish(&out);
    return EXIT_DONE;
}

const struct verb verb_man = {
    .verb = "man",
    .words = "",
    .summary = {[LOCALE_KO] = "man(1)의 이 프로그램 쪽",
        [LOCALE_JA] = "man(1) のこのプログラムのページ",
        [LOCALE_EN] = "this program's page for man(1)"},
    .run_list = run,
};

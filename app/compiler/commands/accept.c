#include "compiler/commands/verb.h"

#include "compiler/write/report.h"

static int
run(const struct command_line *line) {
    struct err err = {0};
    return report_accept(line->argument, line->locale, &err) ? EXIT_DONE : verb_fail(&err);
}

const struct verb verb_accept = {
    .verb = "accept",
    .words = "DIR",
    .summary = {[LOCALE_KO] = "번역이 맞음을 적어 둠(DIR/translations.state)",
        [LOCALE_JA] = "訳が合っていると書き留める（DIR/translations.state）",
        [LOCALE_EN] = "note the translations as up to date (DIR/translations.state)"},
    .arguments = 1,
    .run = run,
};

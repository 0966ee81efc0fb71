#include "compiler/commands/verb.h"

#include "compiler/write/starter.h"

static int
run(const struct command_line *line) {
    struct err err = {0};
    /* messages in English say little about the city: the language the bundled content has */
    enum locale_id original = line->has_original          ? line->original
                              : line->locale == LOCALE_EN ? LOCALE_KO
                                                          : line->locale;
    return starter_write(line->argument, original, line->locale, &err) ? EXIT_DONE
                                                                       : verb_fail(&err);
}

const struct verb verb_new = {
    .verb = "new",
    .words = "DIR",
    .summary = {[LOCALE_KO] = "예시가 든 작은 폴더를 만듦",
        [LOCALE_JA] = "見本の入った小さなフォルダーを作る",
        [LOCALE_EN] = "write a small folder of example sources to start from"},
    .arguments = 1,
    .run = run,
};

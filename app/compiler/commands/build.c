#include "compiler/commands/verb.h"

static int
run(const struct command_line *line) {
    if (line->out_path) {
        return verb_compile(line);
    }
    struct err err;
    TROUBLE_SET(&err, ERR_USAGE, line->locale, TROUBLE_VERB_WORDS,
        .text = {STR("build"), str_from(verb_build.words)});
    verb_fail(&err);
    return EXIT_WORDS;
}

const struct verb verb_build = {
    .verb = "build",
    .words = "DIR -o FILE",
    .summary = {[LOCALE_KO] = "데이터베이스를 씀",
        [LOCALE_JA] = "データベースを書く",
        [LOCALE_EN] = "write the content database"},
    .arguments = 1,
    .run = run,
};

#include "compiler/commands/verb.h"

#include "compiler/write/dump.h"

static int
run(const struct command_line *line) {
    struct str_buf out = {0};
    struct err err = {0};
    bool ok = dump_database(line->argument, line->locale, !line->has_locale, &out, &err);
    if (ok) {
        verb_print(stdout, &out);
    }
    str_buf_finish(&out);
    return ok ? EXIT_DONE : verb_fail(&err);
}

const struct verb verb_dump = {
    .verb = "dump",
    .words = "FILE",
    .summary = {[LOCALE_KO] = "한 줄에 기록 하나: 바탕 열과 한 언어의 글",
        [LOCALE_JA] = "一行に一記録：基本の列と一つの言語の文",
        [LOCALE_EN] = "one line a record: base columns, then one language's texts"},
    .arguments = 1,
    .run = run,
};

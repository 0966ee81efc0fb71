#include "compiler/commands/verb.h"

#include "compiler/check/coverage.h"
#include "compiler/write/report.h"

static int
run(const struct command_line *line) {
    struct str_buf out = {0};
    struct err err = {0};
    struct compile_options options = {.locale = line->locale};
    struct coverage *coverage = coverage_open(&options);
    bool ok = report_folder(line->argument, line->locale, &options, &out, &err);
    if (ok) {
        verb_print(stdout, &out);
    }
    str_buf_finish(&out);
    coverage_close(coverage);
    return ok ? EXIT_DONE : verb_fail(&err);
}

const struct verb verb_report = {
    .verb = "report",
    .words = "DIR",
    .summary = {[LOCALE_KO] = "빠지거나 낡은 번역, 빠진 읽기, 글꼴에 없는 문자",
        [LOCALE_JA] = "抜けた訳と古い訳、抜けた読み、フォントにない文字",
        [LOCALE_EN] = "missing or stale translations, missing readings, uncovered characters"},
    .arguments = 1,
    .run = run,
};

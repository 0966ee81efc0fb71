#include "compiler/commands/verb.h"

#include "compiler/write/report.h"

static int
run(const struct command_line *line) {
    struct err err = {0};
    struct str_buf out = {0};
    struct report_accept request = {.folder = line->argument,
        .names = line->more,
        .name_count = line->more_count,
        .is_undo = line->undo};
    bool ok = report_accept(&request, line->locale, &out, &err);
    if (ok) {
        verb_print(stdout, &out);
    }
    str_buf_finish(&out);
    return ok ? EXIT_DONE : verb_fail(&err);
}

const struct verb verb_accept = {
    .verb = "accept",
    .words = "DIR [NAME…]",
    .summary = {[LOCALE_KO] = "번역이 맞음을 적어 둠: 모두, 또는 이름을 준 기록·파일만",
        [LOCALE_JA] = "訳が合っていると書き留める：すべて、または名前を挙げた記録・ファイル",
        [LOCALE_EN] = "note translations as up to date: all, or the records and files named"},
    .arguments = 1,
    .takes_more = true,
    .run = run,
};

#include "compiler/commands/verb.h"

static int
run(const struct command_line *line) {
    struct command_line only_check = *line;
    only_check.out_path = NULL;
    only_check.is_report = true;
    return verb_compile(&only_check);
}

const struct verb verb_check = {
    .verb = "check",
    .words = "DIR",
    .summary = {[LOCALE_KO] = "모든 잘못을 파일:줄:열: 메시지로 보임",
        [LOCALE_JA] = "すべての誤りを ファイル:行:列: メッセージ で出す",
        [LOCALE_EN] = "name every mistake in the sources as file:line:column: message"},
    .arguments = 1,
    .run = run,
};

#include "commands/command.h"

#include "session.h"
#include "ui/semantics.h"

#include <stdio.h>

static bool
print_semantics(struct session *session, const struct options *options, struct err *err) {
    struct str_buf json = {0};
    (void)err;
    session_step(session, 0);
    if (options->scroll_dp > 0) {
        session_scroll_to(session, options->scroll_dp);
    }
    session_step(session, 0);
    semantics_json(session->ui, &json);
    printf("%.*s\n", STR_ARG(str_buf_str(&json)));
    str_buf_finish(&json);
    return true;
}

static int
run(const struct options *options) {
    return command_on_screen(options, print_semantics);
}

const struct command command_semantics = {
    .verb = "semantics",
    .words = "PATH",
    .summary = "the same frame as JSON: what speech, audits and tests read",
    .least = 1,
    .most = 1,
    .run = run,
};

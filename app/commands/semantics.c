#include "commands/commands.h"

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

int
command_semantics(const struct options *options) {
    return command_on_screen(options, print_semantics);
}

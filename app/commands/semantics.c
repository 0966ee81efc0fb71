#include "commands/command.h"

#include "session.h"
#include "ui/semantics.h"

#include <stdio.h>

static void
print_semantics(struct session *session, float scroll_dp) {
    struct str_buf json = {0};
    session_frame(session, 0);
    if (scroll_dp > 0) {
        session_scroll_to(session, scroll_dp);
    }
    session_frame(session, 0);
    semantics_json(session->ui, &json);
    printf("%.*s\n", STR_ARG(str_buf_str(&json)));
    str_buf_finish(&json);
}

static int
run(const struct options *options) {
    struct session session;
    struct err err;
    bool found;
    if (session_open(&session, options, "home", &err) != SESSION_OK) {
        return command_fail(EXIT_WRONG, "%s", err.message);
    }
    bool ok = session_show(&session, str_from(options->words[0]), &found, &err);
    if (ok && found) {
        print_semantics(&session, options->scroll_dp);
    }
    session_close(&session);
    if (!ok) {
        return command_fail(EXIT_WRONG, "%s", err.message);
    }
    if (!found) {
        return command_fail(EXIT_WRONG,
            "there is no screen \"%s\" in this content; naru screens lists them all",
            options->words[0]);
    }
    return EXIT_DONE;
}

const struct command command_semantics = {
    .verb = "semantics",
    .words = "PATH",
    .summary = "the same frame as JSON: what speech, audits and tests read",
    .least = 1,
    .most = 1,
    .run = run,
};

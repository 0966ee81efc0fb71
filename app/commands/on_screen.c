#include "commands/command.h"

#include "session.h"

int
command_on_screen(const struct options *options,
    bool (*act)(struct session *session, const struct options *options, struct err *err)) {
    struct session session;
    struct err err;
    bool found = true;
    if (session_open(&session, options, "home", &err) != SESSION_OK) {
        return command_fail(EXIT_WRONG, "%s", err.message);
    }
    bool ok = session_show(&session, str_from(options->words[0]), &found, &err) &&
              (!found || act(&session, options, &err));
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

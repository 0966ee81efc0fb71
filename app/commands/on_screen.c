#include "commands/commands.h"

#include "session.h"

/* In the language asked for. */
static int
fail_no_screen(struct session *session, const char *path) {
    struct arena arena;
    struct str_buf word = {0};
    arena_init(&arena);
    option_word_add(&word, str_from(path));
    struct msg_arg arg = MSG_TEXT(str_buf_str(&word));
    struct str text =
        i18n_format(session->i18n, &arena, session->nav.locale, MSG_COMMAND_NO_SCREEN, &arg, 1);
    command_fail(EXIT_WRONG, "%.*s", STR_ARG(text));
    str_buf_finish(&word);
    arena_finish(&arena);
    return EXIT_WRONG;
}

int
command_show(struct session *session, const char *path) {
    struct err err;
    bool found;
    if (session_show(session, str_from(path), &found, &err)) {
        return found ? EXIT_DONE : fail_no_screen(session, path);
    }
    return err.code == ERR_USAGE ? fail_no_screen(session, path)
                                 : command_fail(EXIT_WRONG, "%s", err.message);
}

int
command_on_screen(const struct options *options,
    bool (*act)(struct session *session, const struct options *options, struct err *err)) {
    struct session session;
    struct err err;
    if (session_open(&session, options, "home", &err) != SESSION_OK) {
        return command_fail(EXIT_WRONG, "%s", err.message);
    }
    int code = command_show(&session, options->words[0]);
    if (code == EXIT_DONE && !act(&session, options, &err)) {
        code = command_fail(EXIT_WRONG, "%s", err.message);
    }
    session_close(&session);
    return code;
}

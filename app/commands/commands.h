/* commands.h - the verbs that need a picture (cli/verbs.def), and what several of them do. */
#ifndef COMMANDS_COMMANDS_H
#define COMMANDS_COMMANDS_H

#include "cli/command.h"

struct session;

int command_screens(const struct options *options);
int command_snapshot(const struct options *options);
int command_semantics(const struct options *options);
int command_replay(const struct options *options);
int command_tour(const struct options *options);
int command_export(const struct options *options);
int command_layout(int argc, char **argv, const char *verb);

/* Shows the screen of a path. EXIT_WRONG, after saying so, for a path that leads nowhere and for a
 * screen that cannot be shown. */
int command_show(struct session *session, const char *path);
/* Opens a session, shows the screen `options->words[0]` names and runs `act` on it. Says what went
 * wrong; a path that leads nowhere is EXIT_WRONG. */
int command_on_screen(const struct options *options,
    bool (*act)(struct session *session, const struct options *options, struct err *err));

#endif

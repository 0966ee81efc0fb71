/* session_own.h - what the owner of a handheld keeps (personal/own.h): where one was, how the
 * screen was set, what is ticked, and what is done to it by the words of nodes. On a shared panel
 * none of this does anything. */
#ifndef SESSION_OWN_H
#define SESSION_OWN_H

#include "session.h"

#define SESSION_OWN_PLACE STR("place") /* of the settings: a path */

/* While the session opens: looks, language and ticks as they were left. What the command line says
 * of looks and language counts before. */
void session_own_open(struct session *session, const struct options *options);
/* Shows the place where one was; a page that is gone since: home. From now on the place is kept: a
 * picture that is drawn of a page is nobody's place. */
void session_own_resume(struct session *session);
/* `keep`, `own remove KIND ID`, `own undo`, `own erase`, `own told`. False: no such word. */
bool session_own_apply(struct session *session, struct str action);
/* After a step was ticked, or no longer is. */
void session_own_tick(struct session *session, struct str name);
/* In each turn: what changed is written. */
void session_own_turn(struct session *session, uint64_t now_ms);
uint64_t session_own_deadline(const struct session *session, uint64_t now_ms);

#endif

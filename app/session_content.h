/* session_content.h - content that changes while the app runs: an author's folder (watch.h), or a
 * database that was replaced under its name (content_file.h).
 *
 * Every page of a replaced database is looked at, a few each turn, before it takes the place of the
 * open one; a bad one is refused with a word in the log, and the old content stays. On a shared
 * panel this waits until nobody is using it. When the open file itself was overwritten, the swap is
 * made at once. The place is kept. What an author must mend stands over the screen on a handheld,
 * and in the log only on a shared panel. */
#ifndef SESSION_CONTENT_H
#define SESSION_CONTENT_H

#include "session.h"

/* An author's folder is built before anything is shown: whoever starts with a mistake in it is
 * told, and sees no other content. Opens `*watch`, waits for the build, and names the database to
 * open in `options`. False with the first messages in `err`. */
bool session_content_build(struct options *options, struct watch **watch, struct err *err);
/* From now on the open database's file is looked at. `watch`, or NULL: an author's folder instead;
 * borrowed. */
void session_content_open(struct session *session, struct watch *watch, const char *path);
void session_content_close(struct session *session);
/* In each turn. */
void session_content_turn(struct session *session, uint64_t now_ms);
/* When the next look is due; UI_NEVER: nobody looks. */
uint64_t session_content_deadline(const struct session *session, uint64_t now_ms);
/* Which content this is, for the log and the service manager. */
struct str session_content_name(struct session *session, struct arena *arena);

#endif

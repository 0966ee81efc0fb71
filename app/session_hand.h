/* session_hand.h - any screen of the content as what a phone takes along, beside the one shown. */
#ifndef SESSION_HAND_H
#define SESSION_HAND_H

#include "screens/hand.h"
#include "session.h"

/* In the language of `env`, into `arena`. `found` false: the path leads nowhere. `session` is a
 * struct session, as a hand_source has it. */
bool session_hand(const void *session, const struct screen_env *env, struct str path,
    struct arena *arena, struct hand *hand, bool *found, struct err *err);

#endif

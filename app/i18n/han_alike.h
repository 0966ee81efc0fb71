/* han_alike.h - Han that are taken for each other: 名剌 is 名刺. Data: han_alike.def. */
#ifndef I18N_HAN_ALIKE_H
#define I18N_HAN_ALIKE_H

#include "base/arena.h"
#include "base/str.h"

enum { HAN_ALIKE_MAX = 8 };

/* The folded key with one Han exchanged for one that it may have been taken for; at most
 * HAN_ALIKE_MAX. */
size_t han_alike(struct arena *arena, struct str key, struct str out[HAN_ALIKE_MAX]);

#endif

/* hygiene.h - nothing of a visit stays behind: no caches of drivers in the home folder, no core
 * dump of a shared panel. Before SDL_Init(). */
#ifndef HOST_HYGIENE_H
#define HOST_HYGIENE_H

#include "ui/metrics.h"

/* Graphics drivers keep compiled shaders on disk unless told not to. What the user set stays. */
void hygiene_keep_no_caches(void);
/* A kiosk's memory holds what its visitor typed: it is not dumped, and no other process reads it.
 */
void hygiene_keep_memory_private(enum posture posture);

#endif

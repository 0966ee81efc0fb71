/* profile.h - the devices there are names for: size, density, posture, where the reader is. Plain
 * data, so that the command line can know it without anything that draws. */
#ifndef UI_PROFILE_H
#define UI_PROFILE_H

#include "base/str.h"

enum posture { POSTURE_KIOSK, POSTURE_HANDHELD };

struct profile {
    const char *name;
    int width_px, height_px;
    float px_per_mm;
    enum posture posture;
    float bottom_mm;   /* panel bottom above the floor; 0 for handhelds */
    float distance_mm; /* of the reader's eyes */
};

const struct profile *profile_table(size_t *count); /* the first is the default */
const struct profile *profile_lookup(struct str name);
const char *posture_name(enum posture posture);
bool posture_from_name(struct str name, enum posture *out);

#endif

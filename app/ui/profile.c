#include "ui/profile.h"

#include "base/check.h"

static const struct profile profiles[] = {
    {"kiosk-portrait", 1080, 1920, 2.71f, POSTURE_KIOSK, 800, 600},
    {"kiosk-landscape", 1920, 1080, 3.21f, POSTURE_KIOSK, 900, 600},
    {"tablet-landscape", 1280, 800, 5.88f, POSTURE_HANDHELD, 0, 400},
    {"tablet-portrait", 800, 1280, 5.88f, POSTURE_HANDHELD, 0, 400},
    {"phone", 720, 1560, 11.1f, POSTURE_HANDHELD, 0, 300},
};

const struct profile *
profile_table(size_t *count) {
    *count = ARRAY_LEN(profiles);
    return profiles;
}

const struct profile *
profile_lookup(struct str name) {
    for (size_t i = 0; i < ARRAY_LEN(profiles); i++) {
        if (str_eq(name, str_from(profiles[i].name))) {
            return &profiles[i];
        }
    }
    return NULL;
}

const char *
posture_name(enum posture posture) {
    return posture == POSTURE_KIOSK ? "kiosk" : "handheld";
}

bool
posture_from_name(struct str name, enum posture *out) {
    for (int i = POSTURE_KIOSK; i <= POSTURE_HANDHELD; i++) {
        if (str_eq(name, str_from(posture_name((enum posture)i)))) {
            *out = (enum posture)i;
            return true;
        }
    }
    return false;
}

#include "host/hygiene.h"

#include "base/check.h"

#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>

void
hygiene_keep_no_caches(void) {
    static const char *const settings[][2] = {
        {"MESA_SHADER_CACHE_DISABLE", "true"},
        {"MESA_GLSL_CACHE_DISABLE", "true"}, /* its name before Mesa 21 */
        {"__GL_SHADER_DISK_CACHE", "0"},     /* NVIDIA */
    };
    for (size_t i = 0; i < ARRAY_LEN(settings); i++) {
        setenv(settings[i][0], settings[i][1], 0);
    }
}

void
hygiene_keep_memory_private(enum posture posture) {
    struct rlimit none = {0, 0};
    if (posture == POSTURE_KIOSK) {
        setrlimit(RLIMIT_CORE, &none);
        prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    }
}

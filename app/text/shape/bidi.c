#include "text/shape/bidi.h"

#include <string.h>
#include <unicode/ubidi.h>

#include "base/check.h"

const uint8_t *
bidi_levels(struct arena *arena, const struct units *units, enum bidi_base base) {
    static const UBiDiLevel para_level[] = {
        [BIDI_LTR] = 0, [BIDI_RTL] = 1, [BIDI_AUTO] = UBIDI_DEFAULT_LTR};
    if (units->count == 0 || (!units->has_rtl && base != BIDI_RTL)) {
        return NULL;
    }
    UErrorCode status = U_ZERO_ERROR;
    UBiDi *bidi = ubidi_openSized(units->count, 0, &status);
    uint8_t *levels = ARENA_ARRAY(arena, units->count, uint8_t);
    ubidi_setPara(bidi, units->u16, units->count, para_level[base], NULL, &status);
    const UBiDiLevel *found = ubidi_getLevels(bidi, &status);
    if (U_SUCCESS(status) && found) {
        memcpy(levels, found, (size_t)units->count);
    }
    ubidi_close(bidi);
    return levels;
}

void
bidi_visual_order(const uint8_t *levels, int32_t count, int32_t *visual) {
    ubidi_reorderVisual(levels, count, visual);
}

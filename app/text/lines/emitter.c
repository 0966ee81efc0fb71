#include "text/lines/emitter.h"

int64_t
emitter_divide_down(int64_t a, int64_t b) {
    int64_t q = a / b;
    return q * b > a ? q - 1 : q;
}

int32_t
emitter_26_6(const struct emitter *e, int64_t units) {
    int64_t at = emitter_divide_down(units * e->size * 2 + FONT_EM, (int64_t)FONT_EM * 2);
    return (int32_t)(at > INT32_MAX / 2 ? INT32_MAX / 2 : at);
}

struct text_glyph *
emitter_glyph(struct emitter *e, const struct shaped_glyph *glyph, uint16_t face, int32_t size) {
    struct text_glyph *out = &e->glyphs[e->glyph_count++];
    *out = (struct text_glyph){.id = glyph->id, .face = face, .size_26_6 = (uint16_t)size};
    return out;
}

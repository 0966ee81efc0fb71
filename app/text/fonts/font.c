#include "text/fonts/font.h"

#include <hb-ot.h>
#include <stdlib.h>
#include <string.h>

#include "base/check.h"
#include "base/xalloc.h"

bool
font_face_open(struct font_face *face, struct font_file *file, struct err *err) {
    face->file = file;
    if (file->face_count > 0 && face->index >= file->face_count) {
        return err_set(err, ERR_FORMAT,
            "%s: there is no face %u in %s; correct `index` of [%s] in fonts.ini", face->name,
            face->index, file->path, face->name);
    }
    bool readable = font_directory_open(&face->directory, file, face->index);
    face->hb_face = font_directory_face(&face->directory);
    if (!readable || hb_face_get_glyph_count(face->hb_face) == 0) {
        return err_set(
            err, ERR_FORMAT, "%s: %s is damaged or not an OpenType font", face->name, file->path);
    }
    face->hb_font = hb_font_create(face->hb_face);
    hb_font_set_scale(face->hb_font, FONT_EM, FONT_EM);
    hb_codepoint_t glyph = 0;
    (void)hb_font_get_nominal_glyph(face->hb_font, ' ', &glyph);
    face->space = glyph;
    return true;
}

void
font_face_close(struct font_face *face) {
    for (size_t i = 0; i < FONT_PAGES; i++) {
        free(face->pages[i]);
    }
    if (face->ft) {
        FT_Done_Face(face->ft);
    }
    for (size_t i = 0; i < LOCALE_COUNT; i++) {
        hb_set_destroy(face->turned[i]);
    }
    hb_font_destroy(face->hb_font);
    hb_face_destroy(face->hb_face);
    font_directory_finish(&face->directory);
    *face = (struct font_face){0};
}

static uint32_t *
page_fill(struct font_face *face, uint32_t page) {
    uint32_t *bits = xcalloc(8, sizeof(*bits));
    for (uint32_t i = 0; i < 256; i++) {
        hb_codepoint_t glyph;
        if (hb_font_get_nominal_glyph(face->hb_font, page << 8 | i, &glyph) && glyph != 0) {
            bits[i >> 5] |= 1u << (i & 31);
        }
    }
    face->pages[page] = bits;
    return bits;
}

bool
font_has(struct font_face *face, uint32_t code_point) {
    if (code_point > 0x10FFFF) {
        return false;
    }
    const uint32_t *bits = face->pages[code_point >> 8];
    if (!bits) {
        bits = page_fill(face, code_point >> 8);
    }
    return bits[(code_point & 255) >> 5] >> (code_point & 31) & 1;
}

bool
font_has_variant(const struct font_face *face, uint32_t base, uint32_t selector) {
    hb_codepoint_t glyph;
    return hb_font_get_variation_glyph(face->hb_font, base, selector, &glyph);
}

/* `features`: ends with HB_TAG_NONE; NULL: all of them. */
static void
collect_lookups(hb_face_t *face, hb_tag_t table, hb_script_t script, hb_language_t language,
    const hb_tag_t *features, hb_set_t *out) {
    hb_tag_t scripts[3 + 1], languages[3 + 1];
    unsigned script_count = 3, language_count = 3;
    hb_ot_tags_from_script_and_language(
        script, language, &script_count, scripts, &language_count, languages);
    scripts[script_count] = languages[language_count] = HB_TAG_NONE;
    hb_set_clear(out);
    hb_ot_layout_collect_lookups(
        face, table, scripts, language_count ? languages : NULL, features, out);
}

static bool
same_lookups(const struct font_face *face, hb_script_t a, hb_script_t b, hb_language_t language) {
    hb_set_t *one = hb_set_create(), *two = hb_set_create();
    bool same = true;
    for (int i = 0; i < 2 && same; i++) {
        hb_tag_t table = i ? HB_OT_TAG_GPOS : HB_OT_TAG_GSUB;
        collect_lookups(face->hb_face, table, a, language, NULL, one);
        collect_lookups(face->hb_face, table, b, language, NULL, two);
        same = hb_set_is_equal(one, two);
    }
    hb_set_destroy(one);
    hb_set_destroy(two);
    return same;
}

bool
font_merges_scripts(struct font_face *face, enum locale_id lang, hb_language_t language) {
    uint8_t *known = &face->merges_scripts[lang];
    if (*known == 0) {
        bool same = same_lookups(face, HB_SCRIPT_HAN, HB_SCRIPT_KATAKANA, language) &&
                    same_lookups(face, HB_SCRIPT_HAN, HB_SCRIPT_HIRAGANA, language) &&
                    same_lookups(face, HB_SCRIPT_HAN, HB_SCRIPT_LATIN, language);
        *known = same ? 1 : 2;
    }
    return *known == 1;
}

struct shaped_mark {
    uint32_t glyph;
    hb_glyph_position_t position;
};

/* A character alone. `feature` may be NULL. */
static struct shaped_mark
shape_mark(const struct font_face *face, uint32_t code_point, hb_direction_t direction,
    hb_script_t script, const hb_feature_t *feature) {
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf32(buffer, &code_point, 1, 0, 1);
    hb_buffer_set_direction(buffer, direction);
    hb_buffer_set_script(buffer, script);
    hb_shape(face->hb_font, buffer, feature, feature ? 1 : 0);
    struct shaped_mark mark = {hb_buffer_get_glyph_infos(buffer, NULL)[0].codepoint,
        hb_buffer_get_glyph_positions(buffer, NULL)[0]};
    hb_buffer_destroy(buffer);
    return mark;
}

const struct font_ellipsis *
font_ellipsis_of(struct font_face *face, bool is_latin) {
    struct font_ellipsis *known = &face->ellipses[is_latin];
    if (known->advance == 0) {
        hb_script_t script = is_latin ? HB_SCRIPT_LATIN : HB_SCRIPT_HAN;
        struct shaped_mark mark = shape_mark(face, 0x2026, HB_DIRECTION_LTR, script, NULL);
        *known = (struct font_ellipsis){mark.glyph, mark.position.x_advance};
    }
    return known;
}

static void
collect_turned(hb_face_t *face, hb_language_t language, hb_set_t *out) {
    static const hb_tag_t features[] = {
        HB_TAG('v', 'e', 'r', 't'), HB_TAG('v', 'r', 't', '2'), HB_TAG_NONE};
    hb_set_t *lookups = hb_set_create();
    hb_codepoint_t lookup = HB_SET_VALUE_INVALID;
    collect_lookups(face, HB_OT_TAG_GSUB, HB_SCRIPT_HAN, language, features, lookups);
    while (hb_set_next(lookups, &lookup)) {
        hb_ot_layout_lookup_collect_glyphs(face, HB_OT_TAG_GSUB, lookup, NULL, out, NULL, NULL);
    }
    hb_set_destroy(lookups);
}

bool
font_turns(
    struct font_face *face, enum locale_id lang, hb_language_t language, uint32_t code_point) {
    hb_codepoint_t glyph;
    hb_set_t **turned = &face->turned[lang];
    if (!*turned) {
        *turned = hb_set_create();
        collect_turned(face->hb_face, language, *turned);
    }
    return hb_font_get_nominal_glyph(face->hb_font, code_point, &glyph) &&
           hb_set_has(*turned, glyph);
}

static hb_glyph_position_t
shape_halved(const struct font_face *face, uint32_t code_point, bool vertical, bool halved) {
    hb_feature_t feature = {
        .tag = vertical ? HB_TAG('v', 'h', 'a', 'l') : HB_TAG('h', 'a', 'l', 't'),
        .value = halved,
        .start = HB_FEATURE_GLOBAL_START,
        .end = HB_FEATURE_GLOBAL_END,
    };
    hb_direction_t direction = vertical ? HB_DIRECTION_TTB : HB_DIRECTION_LTR;
    return shape_mark(face, code_point, direction, HB_SCRIPT_HAN, &feature).position;
}

/* What the feature does to the mark is the difference between shaping with and without it. */
static struct font_halt
halt_measure(const struct font_face *face, uint32_t code_point, bool vertical) {
    hb_glyph_position_t full = shape_halved(face, code_point, vertical, false);
    hb_glyph_position_t half = shape_halved(face, code_point, vertical, true);
    struct font_halt halt = {.code_point = code_point};
    if (vertical) {
        halt.shift = (int16_t)(full.y_offset - half.y_offset);
        halt.advance = (int16_t)(full.y_advance - half.y_advance);
    } else {
        halt.shift = (int16_t)(half.x_offset - full.x_offset);
        halt.advance = (int16_t)(half.x_advance - full.x_advance);
    }
    return halt;
}

struct font_halt
font_halt_of(struct font_face *face, uint32_t code_point, bool vertical) {
    size_t slot = code_point % FONT_HALTS;
    for (size_t tries = 0; tries < FONT_HALTS; tries++, slot = (slot + 1) % FONT_HALTS) {
        struct font_halt *known = &face->halts[vertical][slot];
        if (known->code_point == 0) {
            *known = halt_measure(face, code_point, vertical);
        }
        if (known->code_point == code_point) {
            return *known;
        }
    }
    return halt_measure(face, code_point, vertical);
}

int32_t
font_ink_height(const struct font_face *face, const struct font_face *owner, uint32_t code_point) {
    hb_codepoint_t glyph;
    if (!hb_font_get_nominal_glyph(face->hb_font, code_point, &glyph) ||
        FT_Load_Glyph(owner->ft, glyph, FT_LOAD_NO_SCALE) != 0 || owner->ft->units_per_EM == 0) {
        return 0;
    }
    return (int32_t)(owner->ft->glyph->metrics.height * FONT_EM / owner->ft->units_per_EM);
}

bool
font_same_outlines(const struct font_face *a, const struct font_face *b) {
    static const hb_tag_t tables[] = {HB_TAG('C', 'F', 'F', ' '), HB_TAG('g', 'l', 'y', 'f')};
    bool same = false;
    for (size_t i = 0; i < ARRAY_LEN(tables) && !same && a->file == b->file; i++) {
        const struct font_table *one = font_directory_find(&a->directory, tables[i]);
        const struct font_table *two = font_directory_find(&b->directory, tables[i]);
        same = one && two && one->offset == two->offset && one->length == two->length;
    }
    return same;
}

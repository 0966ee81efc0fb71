#include "text/embed.h"

#include <hb-subset.h>

#include "base/xalloc.h"
#include "text/engine_private.h"

struct embedded {
    hb_set_t *glyphs; /* NULL: none was noted */
    hb_blob_t *bytes; /* `ft` reads them */
    FT_Face ft;
};

struct text_embed {
    struct text_engine *engine;
    struct embedded faces[FONTSET_FACES];
};

struct text_embed *
text_embed_create(struct text_engine *engine) {
    struct text_embed *embed = xcalloc(1, sizeof(*embed));
    embed->engine = engine;
    return embed;
}

void
text_embed_destroy(struct text_embed *embed) {
    if (!embed) {
        return;
    }
    for (size_t i = 0; i < FONTSET_FACES; i++) {
        if (embed->faces[i].ft) {
            FT_Done_Face(embed->faces[i].ft);
        }
        hb_blob_destroy(embed->faces[i].bytes);
        hb_set_destroy(embed->faces[i].glyphs);
    }
    xfree(embed);
}

/* Of a face beyond those there are the first one: nothing that was laid out has such. */
static uint16_t
outlines_of(const struct text_embed *embed, const struct text_glyph *glyph) {
    const struct fontset *fonts = &embed->engine->fonts;
    uint16_t at = FACE_INDEX(glyph->face);
    return at < fonts->face_count ? fonts->faces[at].outline_face : 0;
}

void
text_embed_note(struct text_embed *embed, const struct text_glyph *glyphs, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct embedded *face = &embed->faces[outlines_of(embed, &glyphs[i])];
        face->glyphs = face->glyphs ? face->glyphs : hb_set_create();
        hb_set_add(face->glyphs, glyphs[i].id);
    }
}

/* Nothing is shaped with it any more: outlines, widths and names are all it needs. */
static hb_subset_input_t *
input_of(const struct embedded *face) {
    static const hb_tag_t unused[] = {HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'),
        HB_TAG('G', 'D', 'E', 'F'), HB_TAG('B', 'A', 'S', 'E'), HB_TAG('V', 'O', 'R', 'G'),
        HB_TAG('v', 'h', 'e', 'a'), HB_TAG('v', 'm', 't', 'x')};
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input) {
        return NULL;
    }
    hb_set_union(hb_subset_input_glyph_set(input), face->glyphs);
    hb_set_t *dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof(unused) / sizeof(unused[0]); i++) {
        hb_set_add(dropped, unused[i]);
    }
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_DESUBROUTINIZE);
    return input;
}

static bool
make_face(struct text_embed *embed, size_t at) {
    struct embedded *face = &embed->faces[at];
    hb_subset_input_t *input = input_of(face);
    hb_face_t *subset =
        input ? hb_subset_or_fail(embed->engine->fonts.faces[at].hb_face, input) : NULL;
    hb_subset_input_destroy(input);
    if (!subset) {
        return false;
    }
    unsigned size;
    face->bytes = hb_face_reference_blob(subset);
    hb_face_destroy(subset);
    const char *bytes = hb_blob_get_data(face->bytes, &size);
    return bytes && FT_New_Memory_Face(embed->engine->fonts.freetype, (const FT_Byte *)bytes,
                        (FT_Long)size, 0, &face->ft) == 0;
}

bool
text_embed_make(struct text_embed *embed, struct err *err) {
    for (size_t i = 0; i < embed->engine->fonts.face_count; i++) {
        if (embed->faces[i].glyphs && !make_face(embed, i)) {
            return err_set(err, ERR_FORMAT,
                "the font %s cannot be embedded; it is damaged: install its package again",
                embed->engine->fonts.faces[i].file->path);
        }
    }
    return true;
}

void *
text_embed_face(const struct text_embed *embed, const struct text_glyph *glyph) {
    return embed->faces[outlines_of(embed, glyph)].ft;
}

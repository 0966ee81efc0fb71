#include "text/fonts/fontset.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/check.h"
#include "base/file.h"
#include "base/xalloc.h"
#include "text/breaks/chars.h"
#include "text/fonts/fonts_ini.h"

#define SYSTEM_FONTS "/usr/share/fonts"
#define DEBIAN_PACKAGE "fonts-noto-cjk"
#define INI_BYTES_MAX ((size_t)64 << 10)

_Static_assert(FONTS_INI_FACES == FONTSET_FACES, "a face for every section");

static bool
ini_read(const char *path, struct fonts_ini *ini, struct err *err) {
    struct arena arena;
    struct str text;
    arena_init(&arena);
    bool ok =
        file_read(path, INI_BYTES_MAX, &arena, &text, err) && fonts_ini_parse(text, path, ini, err);
    arena_finish(&arena);
    return ok;
}

/* Folders below `folder`, at most `depth` deep, in the order of their names. */
static bool
find_below(struct arena *arena, const char *folder, const char *file, int depth, struct str *out) {
    *out = arena_printf(arena, "%s/%s", folder, file);
    if (file_exists(out->p)) {
        return true;
    }
    struct str *names;
    size_t count;
    if (depth == 0 || !file_list(folder, arena, &names, &count, NULL)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        struct str below = arena_printf(arena, "%s/%.*s", folder, STR_ARG(names[i]));
        if (file_is_directory(below.p) && find_below(arena, below.p, file, depth - 1, out)) {
            return true;
        }
    }
    return false;
}

static bool
find_font(struct arena *arena, const char *ini_path, const char *file, struct str *out) {
    const char *slash = strrchr(ini_path, '/');
    int n = slash ? (int)(slash - ini_path) : 1;
    *out = arena_printf(arena, "%.*s/%s", n, slash ? ini_path : ".", file);
    if (file_exists(out->p)) {
        return true;
    }
    struct str rest = str_from(getenv("NARU_FONT_PATH")), folder;
    while (str_split(&rest, ':', &folder)) {
        *out = arena_printf(arena, "%.*s/%s", STR_ARG(folder), file);
        if (folder.n > 0 && file_exists(out->p)) {
            return true;
        }
    }
    return find_below(arena, SYSTEM_FONTS "/opentype/noto", file, 0, out) ||
           find_below(arena, SYSTEM_FONTS, file, 3, out);
}

static struct font_file *
file_open(struct fontset *set, const char *ini_path, const char *name, struct err *err) {
    struct arena arena;
    struct str path;
    struct font_file *found = NULL;
    arena_init(&arena);
    if (!find_font(&arena, ini_path, name, &path)) {
        err_set(err, ERR_MISSING,
            "the font %s is neither beside %s nor in " SYSTEM_FONTS
            "; install the Debian package " DEBIAN_PACKAGE ", or set NARU_FONT_PATH",
            name, ini_path);
        goto out;
    }
    for (size_t i = 0; i < set->file_count; i++) {
        if (strcmp(set->files[i].path, path.p) == 0) {
            found = &set->files[i];
            goto out;
        }
    }
    struct font_file *file = &set->files[set->file_count];
    if (font_file_open(file, path.p, err)) {
        set->file_count++;
        found = file;
    }
out:
    arena_finish(&arena);
    return found;
}

static bool
own_outlines(struct fontset *set, size_t at, struct err *err) {
    struct font_face *face = &set->faces[at];
    for (size_t i = 0; i < at; i++) {
        if (font_same_outlines(&set->faces[i], face)) {
            face->outline_face = set->faces[i].outline_face;
            return true;
        }
    }
    face->outline_face = (uint16_t)at;
    face->stream = font_file_stream(face->file);
    FT_Open_Args from = {.flags = FT_OPEN_STREAM, .stream = &face->stream};
    if (FT_Open_Face(set->freetype, &from, (FT_Long)face->index, &face->ft) != 0) {
        return err_set(err, ERR_FORMAT, "%s: FreeType cannot open face %u of %s", face->name,
            face->index, face->file->path);
    }
    return true;
}

/* Same weight before language before order: a bold word in a fallback face stays bold. */
static void
chains_build(struct fontset *set) {
    for (int lang = 0; lang < LOCALE_COUNT; lang++) {
        for (int weight = 0; weight < 2; weight++) {
            size_t n = 0;
            for (int pass = 0; pass < 4; pass++) {
                for (size_t i = 0; i < set->face_count; i++) {
                    bool same_weight = (int)set->faces[i].weight == weight;
                    bool speaks = set->faces[i].languages >> lang & 1;
                    if (same_weight == (pass < 2) && speaks == !(pass & 1)) {
                        set->chain[lang][weight][n++] = (uint16_t)i;
                    }
                }
            }
            set->chain_length[lang][weight] = n;
        }
    }
}

static bool
face_open(struct fontset *set, const char *ini_path, const struct fonts_ini_face *entry,
    struct err *err) {
    struct font_file *file = file_open(set, ini_path, entry->file, err);
    if (!file) {
        return entry->is_optional;
    }
    struct font_face *face = &set->faces[set->face_count++];
    memcpy(face->name, entry->name, sizeof(face->name));
    face->index = entry->index;
    face->weight = entry->weight;
    face->languages = entry->languages;
    return font_face_open(face, file, err) && own_outlines(set, set->face_count - 1, err);
}

bool
fontset_open(struct fontset *set, const char *ini_path, struct err *err) {
    struct fonts_ini ini;
    *set = (struct fontset){0};
    if (!ini_read(ini_path, &ini, err)) {
        return false;
    }
    set->faces = xcalloc(FONTSET_FACES, sizeof(*set->faces));
    if (FT_Init_FreeType(&set->freetype) != 0) {
        return err_set(err, ERR_MISSING, "FreeType does not start");
    }
    for (size_t i = 0; i < ini.count; i++) {
        if (!face_open(set, ini_path, &ini.faces[i], err)) {
            return false;
        }
    }
    chains_build(set);
    return true;
}

void
fontset_close(struct fontset *set) {
    for (size_t i = 0; i < set->face_count; i++) {
        font_face_close(&set->faces[i]);
    }
    free(set->faces);
    for (size_t i = 0; i < set->file_count; i++) {
        font_file_close(&set->files[i]);
    }
    if (set->freetype) {
        FT_Done_FreeType(set->freetype);
    }
    *set = (struct fontset){0};
}

/* For two to four digits of 500 or 555 units. */
static const uint16_t narrowings[] = {1000, 900, 666, 600, 500, 450};

int32_t
fontset_narrowing(uint16_t level) {
    return level < ARRAY_LEN(narrowings) ? narrowings[level] : 1000;
}

uint16_t
fontset_narrowing_for(int32_t width) {
    uint16_t level = 0;
    while (level + 1u < ARRAY_LEN(narrowings) && width * narrowings[level] > FONT_EM * 1000) {
        level++;
    }
    return level;
}

enum fit { FIT_NOTHING, FIT_WITHOUT_VARIANT, FIT_ALL };

/* Characters that draw nothing need no glyph; a selector needs its base's variant. Emoji and text
 * selectors (FE0E, FE0F) only ask for a style, so a face without the sequence still fits. */
static enum fit
face_fits(struct font_face *face, const uint32_t *code_points, size_t count) {
    enum fit fit = FIT_ALL;
    for (size_t i = 0; i < count; i++) {
        uint32_t c = code_points[i];
        if (chars_is_ideographic_selector(c)) {
            if (i > 0 && !font_has_variant(face, code_points[i - 1], c)) {
                fit = FIT_WITHOUT_VARIANT;
            }
        } else if (!chars_is_ignorable(c) && !font_has(face, c) &&
                   !(chars_is_space(c) && font_has(face, ' '))) { /* HarfBuzz makes its width */
            return FIT_NOTHING;
        }
    }
    return fit;
}

struct fontset_choice
fontset_pick(struct fontset *set, enum locale_id lang, enum text_weight weight,
    const uint32_t *code_points, size_t count) {
    const uint16_t *chain = set->chain[lang][weight];
    struct fontset_choice choice = {.face = chain[0], .missing = true};
    for (size_t i = 0; i < set->chain_length[lang][weight]; i++) {
        enum fit fit = face_fits(&set->faces[chain[i]], code_points, count);
        if (fit == FIT_ALL) {
            return (struct fontset_choice){.face = chain[i]};
        }
        if (fit == FIT_WITHOUT_VARIANT && choice.missing) {
            choice = (struct fontset_choice){.face = chain[i], .variant_missing = true};
        }
    }
    return choice;
}

#include "text/shape/itemize.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include "base/utf8.h"
#include "text/engine_private.h"

/* UAX #24 pairs brackets to any depth; one that stands deeper takes the script of its neighbours.
 */
#define BRACKETS_DEEP 32

static UScriptCode
script_of(uint32_t c) {
    if (c < 0x80) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? USCRIPT_LATIN : USCRIPT_COMMON;
    }
    if (c >= 0xAC00 && c <= 0xD7A3) {
        return USCRIPT_HANGUL;
    }
    if (c >= 0x4E00 && c <= 0x9FFF) {
        return USCRIPT_HAN;
    }
    if (c >= 0x3041 && c <= 0x3096) {
        return USCRIPT_HIRAGANA;
    }
    if (c >= 0x30A1 && c <= 0x30FA) {
        return USCRIPT_KATAKANA;
    }
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript((UChar32)c, &status);
    return U_FAILURE(status) || script > 255 ? USCRIPT_COMMON : script;
}

static bool
is_shared(UScriptCode script) {
    return script == USCRIPT_COMMON || script == USCRIPT_INHERITED || script == USCRIPT_UNKNOWN;
}

/* Open brackets still waiting for their partner, with the script they were given. */
struct brackets {
    struct {
        uint32_t closing;
        uint8_t script;
    } open[BRACKETS_DEEP];
    int depth;
};

static uint8_t
bracket_script(struct brackets *brackets, uint32_t c, enum char_class class, uint8_t script) {
    if (class == CHAR_OPEN && brackets->depth < BRACKETS_DEEP) {
        brackets->open[brackets->depth].closing = (uint32_t)u_getBidiPairedBracket((UChar32)c);
        brackets->open[brackets->depth++].script = script;
    } else if (class == CHAR_CLOSE) {
        for (int i = brackets->depth; i > 0; i--) {
            if (brackets->open[i - 1].closing == c) {
                brackets->depth = i - 1;
                return brackets->open[i - 1].script;
            }
        }
    }
    return script;
}

static uint8_t
first_script(const struct analysis *a) {
    static const uint8_t own[] = {[LOCALE_HANGUL] = USCRIPT_HANGUL,
        [LOCALE_KANA] = USCRIPT_KATAKANA,
        [LOCALE_HAN] = USCRIPT_HAN,
        [LOCALE_LATIN] = USCRIPT_LATIN};
    for (int32_t i = 0; i < a->count; i++) {
        UScriptCode script = script_of(a->bases[i]);
        if (!is_shared(script)) {
            return (uint8_t)script;
        }
    }
    return own[locale_script(a->lang)];
}

void
itemize_scripts(struct analysis *a) {
    struct brackets brackets = {.depth = 0};
    uint8_t current = first_script(a);
    for (int32_t i = 0; i < a->count; i++) {
        UScriptCode script = script_of(a->bases[i]);
        if (!is_shared(script)) {
            current = (uint8_t)script;
        } else {
            current = bracket_script(
                &brackets, a->bases[i], (enum char_class)a->clusters[i].class, current);
        }
        a->scripts[i] = current;
    }
}

hb_script_t
itemize_hb_script(uint8_t icu_script) {
    return hb_script_from_string(uscript_getShortName((UScriptCode)icu_script), 4);
}

/* The cluster's code points; a cluster longer than the array is judged by its beginning. */
static size_t
cluster_code_points(const struct analysis *a, int32_t at, uint32_t *out, size_t cap) {
    size_t n = 0;
    int32_t length, end = (int32_t)a->clusters[at + 1].unit;
    for (int32_t u = (int32_t)a->clusters[at].unit; u < end && n < cap; u += length) {
        out[n++] = units_code_point(&a->units, u, &length);
    }
    return n;
}

/* A face may have the composed character and not its parts: 가 from jamo, が from か and a mark. */
static size_t
compose(uint32_t *code_points, size_t count) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    size_t n = 0;
    for (size_t i = 0; i < count && U_SUCCESS(status); i++) {
        UChar32 both =
            n > 0 ? unorm2_composePair(nfc, (UChar32)code_points[n - 1], (UChar32)code_points[i])
                  : U_SENTINEL;
        if (both >= 0) {
            code_points[n - 1] = (uint32_t)both;
        } else {
            code_points[n++] = code_points[i];
        }
    }
    return n;
}

/* A variant drawn by another language's face is shaped in that language: `locl` would exchange the
 * very form that was asked for. */
static uint8_t
language_of_face(const struct font_face *face, enum locale_id lang) {
    if (face->languages >> lang & 1) {
        return (uint8_t)lang;
    }
    for (int i = 0; i < LOCALE_COUNT; i++) {
        if (face->languages >> i & 1) {
            return (uint8_t)i;
        }
    }
    return (uint8_t)lang;
}

static void
pick_face(struct analysis *a, int32_t at) {
    struct fontset *fonts = &a->engine->fonts;
    uint32_t code_points[16];
    size_t n = cluster_code_points(a, at, code_points, 16);
    enum text_weight weight = (enum text_weight)a->weights[at];
    for (size_t i = 0; i < n; i++) {
        if (chars_is_conjoining_jamo(code_points[i])) {
            /* Only Korean faces have the jamo forms. */
            a->langs[at] = (uint8_t)locale_writing(LOCALE_HANGUL);
        }
    }
    enum locale_id lang = (enum locale_id)a->langs[at];
    uint32_t substitute = n == 1 ? chars_substitute(code_points[0]) : 0;
    if (substitute && font_has(&fonts->faces[fonts->chain[lang][weight][0]], substitute)) {
        code_points[0] = substitute;
        a->units.u16[a->clusters[at].unit] = (uint16_t)substitute;
    }
    struct fontset_choice choice = fontset_pick(fonts, lang, weight, code_points, n);
    if (choice.missing && n > 1) {
        n = compose(code_points, n);
        choice = fontset_pick(fonts, lang, weight, code_points, n);
    }
    a->faces[at] = choice.face;
    if (n > 1 && chars_is_ideographic_selector(code_points[1])) {
        a->langs[at] = language_of_face(&fonts->faces[choice.face], lang);
    }
    if (choice.missing && n > 0 && a->clusters[at].class != CHAR_NEWLINE &&
        a->bases[at] != UTF8_REPLACEMENT) { /* its .notdef box is what should show */
        a->clusters[at].flags |= CLUSTER_MISSING;
        a->missing++;
    }
    if (choice.variant_missing) {
        a->clusters[at].flags |= CLUSTER_NO_VARIANT;
        a->missing_variants++;
    }
}

static bool
face_has_cluster(struct analysis *a, uint16_t face, int32_t at) {
    uint32_t code_points[16];
    size_t n = cluster_code_points(a, at, code_points, 16);
    for (size_t i = 0; i < n; i++) {
        if (!chars_is_ignorable(code_points[i]) &&
            !font_has(&a->engine->fonts.faces[face], code_points[i])) {
            return false;
        }
    }
    return true;
}

/* A word of letters is drawn by one face: when one of them needs a face of last resort (one that no
 * language names) that has them all, it takes them all. Han, kana and Hangul are no such words. */
static void
unify_words(struct analysis *a) {
    for (int32_t i = 0, end; i < a->count; i = end) {
        int32_t last_resort = -1;
        bool has_all = true;
        for (end = i; end < a->count && a->clusters[end].class == CHAR_LATIN &&
                      a->weights[end] == a->weights[i];
             end++) {
            bool resorts = a->engine->fonts.faces[a->faces[end]].languages == 0;
            last_resort = resorts ? a->faces[end] : last_resort;
        }
        for (int32_t k = i; k < end && last_resort >= 0 && has_all; k++) {
            has_all = face_has_cluster(a, (uint16_t)last_resort, k);
        }
        for (int32_t k = i; k < end && last_resort >= 0 && has_all; k++) {
            a->faces[k] = (uint16_t)last_resort;
        }
        end += end == i;
    }
}

void
itemize_faces(struct analysis *a) {
    struct fontset *fonts = &a->engine->fonts;
    bool falls_back = false;
    for (int32_t i = 0; i < a->count; i++) {
        uint16_t first = fonts->chain[a->langs[i]][a->weights[i]][0];
        bool alone = a->clusters[i + 1].unit == a->clusters[i].unit + 1;
        if (alone && font_has(&fonts->faces[first], a->bases[i]) &&
            !chars_is_conjoining_jamo(a->bases[i])) {
            a->faces[i] = first;
        } else {
            pick_face(a, i);
            falls_back = falls_back || a->faces[i] != first;
        }
    }
    if (falls_back) {
        unify_words(a);
    }
}

/* Where the face treats Han, kana and Latin alike, one run may hold them all: fewer, longer runs
 * shape faster, to the same glyphs. */
static uint8_t
shaping_script(const struct analysis *a, int32_t at) {
    uint8_t script = a->scripts[at];
    if (script == USCRIPT_HANGUL || script == USCRIPT_HAN) {
        return script;
    }
    if (script != USCRIPT_HIRAGANA && script != USCRIPT_KATAKANA && script != USCRIPT_LATIN) {
        return script;
    }
    enum locale_id lang = (enum locale_id)a->langs[at];
    if (locale_script(lang) == LOCALE_LATIN) {
        return script; /* marks take their Latin forms: an ellipsis stands on the baseline */
    }
    struct font_face *face = &a->engine->fonts.faces[a->faces[at]];
    uint8_t known = face->merges_scripts[lang];
    bool merges = known ? known == 1 : font_merges_scripts(face, lang, a->engine->languages[lang]);
    return merges ? USCRIPT_HAN : script;
}

static uint8_t
orientation_of(const struct analysis *a, int32_t at) {
    if (!a->request->vertical) {
        return RUN_HORIZONTAL;
    }
    if (a->clusters[at].flags & CLUSTER_COMBINED) {
        return RUN_COMBINED;
    }
    uint32_t c = a->bases[at];
    int32_t vo = u_getIntPropertyValue((UChar32)c, UCHAR_VERTICAL_ORIENTATION);
    if (vo != U_VO_TRANSFORMED_ROTATED) {
        return vo == U_VO_ROTATED ? RUN_ROTATED : RUN_UPRIGHT;
    }
    enum locale_id lang = (enum locale_id)a->langs[at]; /* UAX #50: unless the face turns it */
    struct font_face *face = &a->engine->fonts.faces[a->faces[at]];
    return font_turns(face, lang, a->engine->languages[lang], c) ? RUN_UPRIGHT : RUN_ROTATED;
}

void
itemize_runs(struct analysis *a) {
    a->runs = ARENA_ARRAY(a->arena, a->count + 1, struct run);
    struct run *run = NULL;
    uint8_t icu_script = 0;
    for (int32_t i = 0; i < a->count; i++) {
        uint8_t script = shaping_script(a, i), orientation = orientation_of(a, i);
        const struct cluster *c = &a->clusters[i];
        bool same = run && script == icu_script && a->faces[i] == run->face &&
                    c->level == run->level && a->langs[i] == run->lang &&
                    a->weights[i] == run->weight && orientation == run->orientation &&
                    !(orientation == RUN_COMBINED && !(c->flags & CLUSTER_GROUP));
        /* A cluster's number of its run has 16 bits; a paragraph of the compiler's 4,000 characters
         * has fewer clusters. What a hostile database has beyond is drawn with the last run. */
        if (!same && a->run_count < UINT16_MAX) {
            run = &a->runs[a->run_count++];
            *run = (struct run){.start = i,
                .face = a->faces[i],
                .level = c->level,
                .lang = a->langs[i],
                .weight = a->weights[i],
                .orientation = orientation,
                .script = itemize_hb_script(script)};
            icu_script = script;
        }
        run->end = i + 1;
        run->kerns = run->kerns || c->class == CHAR_LATIN;
        a->clusters[i].run = (uint16_t)(a->run_count - 1);
    }
}

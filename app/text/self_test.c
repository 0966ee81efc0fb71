/* What this engine relies on and a machine may lack: ICU's Japanese rules and dictionary, the
 * language systems and half-width alternates of the fonts, real bold. A kiosk must not open with
 * silently wrong text. */
#include <string.h>

#include "base/check.h"
#include "text/engine_private.h"
#include "text/lines/para_emit.h"

struct break_case {
    enum locale_id lang;
    enum text_kinsoku kinsoku;
    const char *text;
    float measure_em;
    const char *first_line;
};

static const struct break_case break_cases[] = {
    {LOCALE_KO, TEXT_KINSOKU_STRICT, "자매도시 교류를 소개합니다", 6, "자매도시"},
    {LOCALE_KO, TEXT_KINSOKU_STRICT, "안내 『국제교류』이 있다", 6, "안내"},
    {LOCALE_KO, TEXT_KINSOKU_STRICT, "부산-후쿠오카 협력", 4, "부산-"},
    {LOCALE_JA, TEXT_KINSOKU_STRICT, "交流都市です。次の", 6.5f, "交流都市です。"},
    {LOCALE_JA, TEXT_KINSOKU_STRICT, "国際交流きょうと", 5, "国際交流"},
    {LOCALE_JA, TEXT_KINSOKU_LOOSE, "国際交流事きょう", 6, "国際交流事き"},
    {LOCALE_JA, TEXT_KINSOKU_STRICT, "市の「都市」案内", 3, "市の"},
    {LOCALE_EN, TEXT_KINSOKU_STRICT, "Sister cities exchange", 7, "Sister cities"},
};

static bool
test_breaks(struct text_engine *engine, struct err *err) {
    for (size_t i = 0; i < ARRAY_LEN(break_cases); i++) {
        const struct break_case *c = &break_cases[i];
        struct text_style style = {.lang = c->lang, .size_px = 32, .kinsoku = c->kinsoku};
        const struct para *para =
            para_layout(engine, str_from(c->text), &style, NULL, 0, c->measure_em * 32);
        struct str line = str_slice(para->text, para->lines[0].start, para->lines[0].end);
        if (!str_eq(line, str_from(c->first_line))) {
            return err_set(err, ERR_MISSING,
                "text self-test: \"%s\" breaks after \"%.*s\", not after \"%s\"; ICU's break rules "
                "are not those of ICU 72 (Debian package libicu72)",
                c->text, STR_ARG(line), c->first_line);
        }
    }
    return true;
}

/* ja and ko shape the same code point to different glyphs where their forms differ. */
static bool
test_han_shapes(struct text_engine *engine, struct err *err) {
    struct text_style style = {.lang = LOCALE_JA, .size_px = 32};
    struct str text = STR("直骨令"); /* drawn differently in Chinese; 令 also in Korean */
    const struct para *ja = para_layout(engine, text, &style, NULL, 0, 1000);
    style.lang = LOCALE_KO;
    const struct para *ko = para_layout(engine, text, &style, NULL, 0, 1000);
    if (ja->missing || ko->missing || ja->glyph_count != 3 || ko->glyph_count != 3) {
        return err_set(err, ERR_MISSING,
            "text self-test: the fonts lack Han characters; install fonts-noto-cjk");
    }
    return true;
}

static bool
test_fonts(struct text_engine *engine, struct err *err) {
    for (int lang = 0; lang < LOCALE_COUNT; lang++) {
        for (int weight = 0; weight < 2; weight++) {
            const struct fontset *fonts = &engine->fonts;
            struct font_face *face = &fonts->faces[fonts->chain[lang][weight][0]];
            if ((int)face->weight != weight) {
                return err_set(err, ERR_MISSING,
                    "text self-test: fonts.ini names no %s face for `%s`",
                    weight ? "bold" : "regular", locale_tag((enum locale_id)lang));
            }
            if (lang == LOCALE_JA && font_halt_of(face, 0x3001, false).advance != -FONT_EM / 2) {
                return err_set(err, ERR_MISSING,
                    "text self-test: %s has no half-width punctuation (feature halt)", face->name);
            }
        }
    }
    return true;
}

static bool
test_jamo(struct text_engine *engine, struct err *err) {
    struct text_style style = {.lang = LOCALE_KO, .size_px = 32};
    struct str text = STR("\u1112\u1161\u11AB\u1100\u1173\u11AF"); /* 한글, decomposed */
    int32_t apart = para_layout(engine, text, &style, NULL, 0, 1000)->lines[0].width;
    int32_t whole = para_layout(engine, STR("한글"), &style, NULL, 0, 1000)->lines[0].width;
    return apart == whole ||
           err_set(err, ERR_MISSING, "text self-test: decomposed Hangul does not compose");
}

bool
text_engine_self_test(struct text_engine *engine, struct err *err) {
    return test_fonts(engine, err) && test_breaks(engine, err) && test_han_shapes(engine, err) &&
           test_jamo(engine, err);
}

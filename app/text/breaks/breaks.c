#include "text/breaks/breaks.h"

#include "text/breaks/around.h"
#include "text/engine_private.h"

#define GLOSS_MOST 16 /* clusters */

bool
break_iterators_open(struct break_iterators *iterators, struct err *err) {
    UErrorCode status = U_ZERO_ERROR;
    *iterators = (struct break_iterators){
        .characters = ubrk_open(UBRK_CHARACTER, "en", NULL, 0, &status),
        .words = ubrk_open(UBRK_WORD, "ja", NULL, 0, &status),
        .japanese = {ubrk_open(UBRK_LINE, "ja@lb=strict", NULL, 0, &status),
            ubrk_open(UBRK_LINE, "ja@lb=normal", NULL, 0, &status),
            ubrk_open(UBRK_LINE, "ja@lb=loose", NULL, 0, &status)},
        .english = ubrk_open(UBRK_LINE, "en", NULL, 0, &status),
    };
    return U_SUCCESS(status) ||
           err_set(err, ERR_MISSING,
               "ICU has no break rules (%s); install the Debian package libicu72 whole",
               u_errorName(status));
}

void
break_iterators_close(struct break_iterators *iterators) {
    ubrk_close(iterators->characters);
    ubrk_close(iterators->words);
    ubrk_close(iterators->english);
    for (int i = 0; i < 3; i++) {
        ubrk_close(iterators->japanese[i]);
    }
    *iterators = (struct break_iterators){0};
}

void
breaks_uax14(const struct break_iterators *iterators, const struct units *units,
    enum locale_id lang, enum text_kinsoku kinsoku, bool *out) {
    UBreakIterator *lines = break_iterators_of_lines(iterators, lang, kinsoku);
    UErrorCode status = U_ZERO_ERROR;
    for (int32_t i = 0; i <= units->count; i++) {
        out[i] = false;
    }
    ubrk_setText(lines, units->u16, units->count, &status);
    ubrk_first(lines);
    for (int32_t at; U_SUCCESS(status) && (at = ubrk_next(lines)) != UBRK_DONE;) {
        out[at] = true;
    }
}

/* The inside of a name is the last place of a heading to break; its spaces come before, then what
 * joins its parts (Yuzhno-|Sakhalinsk, バリア・|ブンタウ). In body text a name breaks only where
 * nothing else of its line does. */
static uint8_t
kind_in_name(const struct cluster *before, uint8_t inside) {
    switch ((enum char_class)before->class) {
    case CHAR_SPACE:
        return BREAK_LOOSE;
    case CHAR_HYPHEN:
    case CHAR_DOT:
    case CHAR_MIDDLE:
        return BREAK_JOINT;
    default:
        return inside;
    }
}

/* 나가사키|시와 rather than a particle alone behind a name that fills its line: `at`, where the
 * name ended, is the last syllable of its word. */
static void
keep_particle(struct analysis *a, int32_t at) {
    bool particle = around_raw(a, at) == CHAR_HANGUL && around_raw(a, at - 1) == CHAR_HANGUL &&
                    around_raw(a, at + 1) != CHAR_HANGUL;
    if (particle && around_before(a, at, CHAR_HANGUL) >= 3) {
        a->clusters[at].breaks = BREAK_DESPERATE;
        a->clusters[at - 1].breaks = BREAK_SPLIT;
    }
}

static void
keep_whole(struct analysis *a, enum locale_id lang, struct lexicon *lexicon, uint8_t inside) {
    for (int32_t i = 0; i < a->count && !lexicon_is_empty(lexicon); i++) {
        if (a->clusters[i].lang != lang) {
            continue;
        }
        int32_t n = lexicon_match(lexicon, &a->units, (int32_t)a->clusters[i].unit);
        uint32_t end = a->clusters[i].unit + (uint32_t)n;
        while (i + 1 < a->count && a->clusters[i + 1].unit < end) {
            struct cluster *c = &a->clusters[++i];
            uint8_t most = kind_in_name(&c[-1], inside);
            c->breaks = c->breaks > most ? most : c->breaks;
        }
        if (n > 0 && inside == BREAK_DESPERATE) {
            keep_particle(a, i + 1);
        }
    }
}

/* What holds in every language, over whatever the policy found. */
static void
apply_invariants(struct analysis *a) {
    for (int32_t i = 1; i < a->count; i++) {
        struct cluster *c = &a->clusters[i];
        if (a->clusters[i - 1].class == CHAR_NEWLINE) {
            c->breaks = BREAK_LINE;
        } else if (c->class == CHAR_SPACE || c->class == CHAR_NEWLINE ||
                   c->flags & CLUSTER_SEPARATOR || c->flags & (CLUSTER_CONTINUES | CLUSTER_GROUP)) {
            c->breaks = BREAK_NEVER;
        }
    }
    if (a->count > 0) {
        a->clusters[0].breaks = BREAK_NEVER;
    }
    a->clusters[a->count].breaks = BREAK_LINE;
}

/* A few words of Japanese inside another language are a name or a gloss, which stays whole while it
 * fits; what holds a sentence is set as Japanese is. */
static bool
is_gloss(const struct analysis *a, int32_t start, int32_t end) {
    if (end - start > GLOSS_MOST) {
        return false;
    }
    for (int32_t i = start; i < end; i++) {
        if (a->bases[i] == 0x3001 || a->bases[i] == 0x3002) {
            return false;
        }
    }
    return true;
}

static void
keep_glosses(struct analysis *a) {
    uint8_t most = locale_script(a->lang) == LOCALE_HANGUL ? BREAK_CLUSTER : BREAK_PART;
    for (int32_t i = 0, end; i < a->count; i = end) {
        uint8_t lang = a->clusters[i].lang;
        for (end = i + 1; end < a->count && a->clusters[end].lang == lang; end++) {
        }
        if (lang == a->lang || locale_script(lang) != LOCALE_KANA || !is_gloss(a, i, end)) {
            continue;
        }
        for (int32_t k = i + 1; k < end; k++) {
            struct cluster *c = &a->clusters[k];
            c->breaks = c->breaks > most && c->breaks != BREAK_LINE ? most : c->breaks;
        }
    }
}

static void
breaks_in(struct analysis *a, enum locale_id lang) {
    (locale_script(lang) == LOCALE_HANGUL ? eojeol_breaks : kinsoku_breaks)(a, lang);
}

/* Each language of the paragraph by its own policy. */
void
breaks_find(struct analysis *a) {
    bool speaks[LOCALE_COUNT] = {false}, phrases = a->request->breaking == TEXT_BREAK_PHRASE;
    speaks[a->lang] = true;
    for (int32_t i = 0; i < a->count; i++) {
        speaks[a->clusters[i].lang] = true;
    }
    bool kana = false, others = false;
    for (int lang = 0; lang < LOCALE_COUNT; lang++) {
        if (speaks[lang]) {
            breaks_in(a, (enum locale_id)lang);
            kana = kana || locale_script((enum locale_id)lang) == LOCALE_KANA;
            others = others || locale_script((enum locale_id)lang) != LOCALE_KANA;
        }
    }
    if (phrases && kana) {
        phrase_breaks(a);
    }
    if (phrases && others) {
        heading_breaks(a);
    }
    if (kana && others) {
        keep_glosses(a);
    }
    for (int lang = 0; lang < LOCALE_COUNT; lang++) {
        if (speaks[lang] && phrases) {
            keep_whole(a, (enum locale_id)lang, &a->engine->terms[lang], BREAK_JOINT);
        }
        if (speaks[lang]) {
            keep_whole(a, (enum locale_id)lang, &a->engine->names[lang],
                phrases ? BREAK_DESPERATE : BREAK_PART);
        }
    }
    cuts_find(a);
    apply_invariants(a);
}

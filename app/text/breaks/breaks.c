#include "text/breaks/breaks.h"

#include "text/engine_private.h"

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

static void
keep_whole(struct analysis *a, struct lexicon *lexicon, uint8_t inside) {
    for (int32_t i = 0; i < a->count && !lexicon_is_empty(lexicon); i++) {
        int32_t n = lexicon_match(lexicon, &a->units, (int32_t)a->clusters[i].unit);
        uint32_t end = a->clusters[i].unit + (uint32_t)n;
        while (i + 1 < a->count && a->clusters[i + 1].unit < end) {
            struct cluster *c = &a->clusters[++i];
            uint8_t most = kind_in_name(&c[-1], inside);
            c->breaks = c->breaks > most ? most : c->breaks;
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
                   c->flags & (CLUSTER_CONTINUES | CLUSTER_GROUP)) {
            c->breaks = BREAK_NEVER;
        }
    }
    if (a->count > 0) {
        a->clusters[0].breaks = BREAK_NEVER;
    }
    a->clusters[a->count].breaks = BREAK_LINE;
}

void
breaks_find(struct analysis *a) {
    if (locale_script(a->request->lang) == LOCALE_HANGUL) {
        eojeol_breaks(a);
    } else {
        kinsoku_breaks(a);
    }
    if (a->request->breaking == TEXT_BREAK_PHRASE) {
        (locale_script(a->request->lang) == LOCALE_KANA ? phrase_breaks : heading_breaks)(a);
    }
    if (a->request->breaking == TEXT_BREAK_PHRASE) {
        keep_whole(a, &a->engine->terms[a->request->lang], BREAK_JOINT);
        keep_whole(a, &a->engine->names[a->request->lang], BREAK_DESPERATE);
    } else {
        keep_whole(a, &a->engine->names[a->request->lang], BREAK_PART);
    }
    apply_invariants(a);
}

/* What stays unseen at a line end, and what is seen only there: separators between items, and the
 * hyphen of a word that is cut because it is longer than its line. */
#include <unicode/uscript.h>

#include "text/breaks/around.h"
#include "text/breaks/breaks.h"

#define LETTERS_BEFORE 2 /* of a word that is cut, on either line */
#define LETTERS_BEHIND 3

/* 협정 · 안산: the dot of a list in one line. */
static bool
is_separator(const struct analysis *a, int32_t at) {
    return around_raw(a, at) == CHAR_DOT && around_raw(a, at - 1) == CHAR_SPACE &&
           around_raw(a, at + 1) == CHAR_SPACE && at >= 2 && at + 2 < a->count &&
           !around_is_gap(around_raw(a, at - 2)) && !around_is_gap(around_raw(a, at + 2));
}

static bool
is_latin_letter(const struct analysis *a, int32_t at) {
    return around_raw(a, at) == CHAR_LATIN && a->scripts[at] == USCRIPT_LATIN;
}

/* Are there `most` letters that run up to `at` (`step` -1) or on from it (1)? */
static bool
has_letters(const struct analysis *a, int32_t at, int32_t step, int32_t most) {
    for (int32_t i = step < 0 ? at - 1 : at; most > 0; i += step, most--) {
        if (!is_latin_letter(a, i)) {
            return false;
        }
    }
    return true;
}

void
cuts_find(struct analysis *a) {
    for (int32_t i = 1; i < a->count; i++) {
        struct cluster *c = &a->clusters[i];
        if (is_separator(a, i)) {
            c->flags |= CLUSTER_SEPARATOR;
            c[2].breaks = c[2].breaks < BREAK_WORD ? BREAK_WORD : c[2].breaks;
        }
        if (a->units.has_rtl || a->request->vertical) {
            continue;
        }
        if (a->bases[i - 1] == 0xAD && c->breaks > BREAK_NEVER && c->breaks < BREAK_LINE) {
            c->flags |= CLUSTER_HYPHEN; /* a soft one shows where a line ends */
        } else if ((c->breaks == BREAK_CLUSTER || c->breaks == BREAK_SPLIT) &&
                   is_latin_letter(a, i - 1) && is_latin_letter(a, i) && !around_in_address(a, i)) {
            bool cut =
                has_letters(a, i, -1, LETTERS_BEFORE) && has_letters(a, i, 1, LETTERS_BEHIND);
            c->breaks = cut ? c->breaks : BREAK_SPLIT;
            c->flags |= CLUSTER_HYPHEN;
        }
    }
}

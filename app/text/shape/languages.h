/* languages.h - in which language each cluster of a paragraph is set.
 *
 * By that language a line breaks, marks keep or halve their cells, spaces open, and a face is
 * chosen. A span that names another language than the text's own decides. What is left goes by its
 * characters, as a reader tells languages apart:
 * - a paragraph without letters of its own outside such spans is in the language of the spans; one
 *   that is written in another language's script is in that language, with its marks and digits;
 * - inside it, kana with the Han, marks and digits between them are Japanese, and so are Han alone
 *   in 「」 or before 、。; Hangul words, with the spaces between them, are Korean; three Latin
 * words or more in a row, English. Han alone says nothing: it stays in the language around it. */
#ifndef TEXT_SHAPE_LANGUAGES_H
#define TEXT_SHAPE_LANGUAGES_H

#include "text/shape/analyse.h"

/* Sets `lang` of the paragraph and of the clusters, on which the spans' languages stand already. */
void languages_find(struct analysis *a);

/* Whose rules hold before cluster `at`: the language of both sides, the paragraph's where they
 * differ. */
static inline enum locale_id
languages_before(const struct analysis *a, int32_t at) {
    uint8_t lang = a->clusters[at].lang;
    return at > 0 && a->clusters[at - 1].lang != lang ? a->lang : (enum locale_id)lang;
}

static inline enum locale_script
languages_script_before(const struct analysis *a, int32_t at) {
    return locale_script(languages_before(a, at));
}

#endif

/* fold_private.h - between the files of i18n/fold. Each function appends to `out`, and appends
 * nothing when the key has no such spelling. */
#ifndef I18N_FOLD_PRIVATE_H
#define I18N_FOLD_PRIVATE_H

#include "base/str.h"

struct hangul_syllable {
    int initial, vowel; /* indices in Unicode's order; -1: missing */
    int final;          /* 0: none */
};
struct hangul_syllable hangul_take_apart(uint32_t code_point);

void hangul_keystrokes(struct str_buf *out, struct str key);
void hangul_initials(struct str_buf *out, struct str key);
void hangul_spelling(struct str_buf *out, struct str key);
void hangul_romanise(struct str_buf *out, struct str key); /* Revised, without assimilation */
void roman_from_kana(struct str_buf *out, struct str key); /* Nihon-shiki, as it is written */
void roman_japanese(struct str_buf *out, struct str latin);
void roman_korean(struct str_buf *out, struct str latin);

#endif

/* index.h - how an index of a language files words: in which order (CLDR collation), and under
 * which letter. Needs no messages, so that the compiler can use it. */
#ifndef I18N_INDEX_H
#define I18N_INDEX_H

#include "base/arena.h"
#include "i18n/locale.h"

struct index_order; /* one thread */
struct index_order *index_order_open(void);
void index_order_close(struct index_order *order);
/* Bytes that sort as the words do; in the arena. */
struct str index_sort_key(
    struct index_order *order, struct arena *arena, enum locale_id locale, struct str word);

/* The heading a word stands under: ㄱ ㄴ ㄷ (doubled consonants with the plain ones), あ か さ (the
 * rows of the syllabary; give the reading), A B C (without accents), else #. Static. */
struct str index_heading(struct str word);

#endif

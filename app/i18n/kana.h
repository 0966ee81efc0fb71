/* kana.h - the keys that change the kana before them: ゛ ゜ and 小, and the one of a phone that is
 * all three. Each goes round: か, が, か; は, ぱ, は; つ, っ, つ. A character that has no such form
 * stays. */
#ifndef I18N_KANA_H
#define I18N_KANA_H

#include "base/str.h"

enum kana_change {
    KANA_VOICED,      /* dakuten (濁点) */
    KANA_SEMI_VOICED, /* handakuten (半濁点) */
    KANA_SMALL,       /* 小書き */
    KANA_NEXT_FORM, /* the one key of a phone, through all forms: つ っ づ つ, は ば ぱ は */
};

/* Changes the last character of the text in `buf`. */
void kana_change_last(struct str_buf *buf, enum kana_change change);

#endif

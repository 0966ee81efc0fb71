/* kana.h - the three keys that change the kana before them: ゛ ゜ and 小. Each goes round: か, が,
 * か; は, ぱ, は; つ, っ, つ. A character that has no such form stays. */
#ifndef I18N_KANA_H
#define I18N_KANA_H

#include "base/str.h"

enum kana_change { KANA_VOICED, KANA_SEMI_VOICED, KANA_SMALL };

/* Changes the last character of the text in `buf`. */
void kana_change_last(struct str_buf *buf, enum kana_change change);

#endif

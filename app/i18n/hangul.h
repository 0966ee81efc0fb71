/* hangul.h - typing Hangul jamo by jamo, as the two-set keyboard (KS X 5002) does: each key is a
 * compatibility jamo (U+3131..U+3163), and the text always holds whole syllables (U+AC00..U+D7A3)
 * as far as they have come. No state but the text itself: what stands last is what is being
 * composed. Algorithm: Unicode 15, section 3.12, run backwards and forwards. */
#ifndef I18N_HANGUL_H
#define I18N_HANGUL_H

#include "base/str.h"

/* Appends one key to the text in `buf`. A character that is no jamo is appended as it is. */
void hangul_type(struct str_buf *buf, uint32_t jamo);
/* Takes back one key: the last jamo of the last syllable, or the last character. */
void hangul_backspace(struct str_buf *buf);

#endif

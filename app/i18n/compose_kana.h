/* compose_kana.h - typing kana in Latin letters, as compose_kana.def has them: Kunrei and Hepburn
 * alike, shinbun and shimbun, matcha and maccha, n' and nn, small kana by x or l. No state but the
 * text itself: its end holds the letters that are no kana yet. */
#ifndef I18N_COMPOSE_KANA_H
#define I18N_COMPOSE_KANA_H

#include "base/str.h"

/* Appends one key to the text in `buf`; capitals count as small letters. Answers how many bytes at
 * the end are still open: letters that wait for a vowel, and a ん that a second n wrote, which a
 * third n, or a vowel, takes its n from (onna, konnnichiwa and kon'nichiwa are all read right). The
 * next key has to find exactly these at the end of `buf`. A character that is no letter ends what
 * is open: ' is then gone where it parts an n from what follows, and - is ー. */
size_t compose_kana_type(struct str_buf *buf, uint32_t key);
/* Takes back one key of what is open; answers as above. Nothing open: takes nothing. */
size_t compose_kana_backspace(struct str_buf *buf);
/* Nothing more comes: an n that waits is ん, other letters stay letters. */
void compose_kana_finish(struct str_buf *buf);

#endif

/* locale.h - the three languages of the program. The order is the order of every table and file. */
#ifndef I18N_LOCALE_H
#define I18N_LOCALE_H

#include "base/str.h"

enum locale_id { LOCALE_KO, LOCALE_JA, LOCALE_EN, LOCALE_COUNT };

/* "ko", "ja", "en": BCP 47 and ICU alike. Static. */
const char *locale_tag(enum locale_id locale);
/* Accepts "ja", "ja-JP", "ja_JP.UTF-8". False for a language the program does not speak. */
bool locale_from_tag(struct str tag, enum locale_id *out);
/* The language's own name: 한국어, 日本語, English. Static. */
struct str locale_own_name(enum locale_id locale);

#endif

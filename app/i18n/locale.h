/* locale.h - the languages of the program. The table is locale.def; its order is the order of every
 * table and file. Code asks the table: no list of languages stands anywhere else. */
#ifndef I18N_LOCALE_H
#define I18N_LOCALE_H

#include "base/str.h"

#ifndef LOCALE_TABLE
#define LOCALE_TABLE "i18n/locale.def"
#endif

enum locale_id {
#define LOCALE(id, tag, icu, own_name, script, is_root, sample, ink) LOCALE_##id,
#include LOCALE_TABLE
#undef LOCALE
    LOCALE_COUNT
};

/* What a language is mainly written in. */
enum locale_script {
    LOCALE_LATIN,
    LOCALE_HANGUL,
    LOCALE_KANA, /* kana and Han */
    LOCALE_HAN,
};

struct locale_info {
    const char *tag; /* "ko": BCP 47, and the name of the bundle */
    const char *icu; /* "ko_KR" */
    struct str own_name;
    enum locale_script script;
    bool is_root;      /* its bundle is the root, which ICU falls back to */
    struct str sample; /* one character */
    float ink;         /* height of the sample's ink, em; until it was measured */
};

const struct locale_info *locale_info(enum locale_id locale); /* static */
/* What it is mainly written in: the policies of lines and marks go by this, not by the language. */
enum locale_script locale_script(enum locale_id locale);
/* The first language written in `script`; where there is none, the first of the table. */
enum locale_id locale_writing(enum locale_script script);
/* "ko", "ja", "en": BCP 47 and ICU alike. Static. */
const char *locale_tag(enum locale_id locale);
/* Accepts "ja", "ja-JP", "ja_JP.UTF-8". False for a language the program does not speak. */
bool locale_from_tag(struct str tag, enum locale_id *out);
/* The language's own name: 한국어, 日本語, English. Static. */
struct str locale_own_name(enum locale_id locale);

#endif

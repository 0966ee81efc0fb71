/* trouble.h - what the system refuses, in the language asked for. troubles.def has the words. */
#ifndef COMPILER_TROUBLE_H
#define COMPILER_TROUBLE_H

#include "base/err.h"
#include "base/str.h"
#include "i18n/locale.h"

enum trouble {
#define TROUBLE(name, ko, ja, en) TROUBLE_##name,
#include "compiler/troubles.def"
#undef TROUBLE
    TROUBLE_KIND_COUNT
};

enum { TROUBLE_ARGS = 4 };
struct trouble_args {
    struct str text[TROUBLE_ARGS];
    int why[TROUBLE_ARGS]; /* for {!n}: an errno */
};

/* Sets `err` to the sentence; returns false. */
bool trouble_set(struct err *err, enum err_code code, enum locale_id locale, enum trouble trouble,
    const struct trouble_args *args);
#define TROUBLE_SET(err, code, locale, trouble, ...) \
    trouble_set(err, code, locale, trouble, &(struct trouble_args){__VA_ARGS__})
/* The commonest form: {0} is a path, {!1} why. */
bool trouble_with_path(struct err *err, enum err_code code, enum locale_id locale,
    enum trouble trouble, const char *path, int why);

/* The text in the language asked for; in the root's (English) where that has none yet. `texts` has
 * one for each language. */
const char *trouble_in(const char *const texts[LOCALE_COUNT], enum locale_id locale);

/* Why the system refused, as the inside of a bracket: 빈 공간 없음. */
void trouble_add_why(struct str_buf *out, enum locale_id locale, int why);

#endif

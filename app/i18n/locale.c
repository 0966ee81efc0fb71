#include "i18n/locale.h"

#include "base/check.h"

static const struct {
    const char *tag;
    struct str own_name;
} locales[LOCALE_COUNT] = {
    [LOCALE_KO] = {"ko", STR_INIT("한국어")},
    [LOCALE_JA] = {"ja", STR_INIT("日本語")},
    [LOCALE_EN] = {"en", STR_INIT("English")},
};

const char *
locale_tag(enum locale_id locale) {
    xassert(locale >= 0 && locale < LOCALE_COUNT);
    return locales[locale].tag;
}

bool
locale_from_tag(struct str tag, enum locale_id *out) {
    for (int i = 0; i < LOCALE_COUNT; i++) {
        struct str known = str_from(locales[i].tag);
        bool ends = tag.n == known.n || (tag.n > known.n && (tag.p[2] == '-' || tag.p[2] == '_'));
        if (str_starts(tag, known) && ends) {
            *out = (enum locale_id)i;
            return true;
        }
    }
    return false;
}

struct str
locale_own_name(enum locale_id locale) {
    xassert(locale >= 0 && locale < LOCALE_COUNT);
    return locales[locale].own_name;
}

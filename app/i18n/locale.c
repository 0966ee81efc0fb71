#include "i18n/locale.h"

#include "base/check.h"

static const struct locale_info locales[LOCALE_COUNT] = {
#define LOCALE(id, tag, icu, own_name, script, is_root, sample, ink) \
    {tag, icu, STR_INIT(own_name), script, is_root, STR_INIT(sample), ink},
#include LOCALE_TABLE
#undef LOCALE
};

const struct locale_info *
locale_info(enum locale_id locale) {
    xassert(locale >= 0 && locale < LOCALE_COUNT);
    return &locales[locale];
}

enum locale_script
locale_script(enum locale_id locale) {
    return locale_info(locale)->script;
}

enum locale_id
locale_writing(enum locale_script script) {
    for (int i = 0; i < LOCALE_COUNT; i++) {
        if (locales[i].script == script) {
            return (enum locale_id)i;
        }
    }
    return (enum locale_id)0;
}

const char *
locale_tag(enum locale_id locale) {
    return locale_info(locale)->tag;
}

bool
locale_from_tag(struct str tag, enum locale_id *out) {
    for (int i = 0; i < LOCALE_COUNT; i++) {
        struct str known = str_from(locales[i].tag);
        bool ends = tag.n == known.n ||
                    (tag.n > known.n && (tag.p[known.n] == '-' || tag.p[known.n] == '_'));
        if (str_starts(tag, known) && ends) {
            *out = (enum locale_id)i;
            return true;
        }
    }
    return false;
}

struct str
locale_own_name(enum locale_id locale) {
    return locale_info(locale)->own_name;
}

#include "i18n/i18n_private.h"

#include "base/check.h"
#include "base/xalloc.h"
#include "i18n/utf16.h"

#include <stdlib.h>
#include <unicode/uclean.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

static const struct {
    const char *name;
    int argument_count;
} keys[MSG_COUNT] = {
#define MSG_KEY(name, arguments) [MSG_##name] = {#name, arguments},
#include "i18n/keys.def"
#undef MSG_KEY
};

const char *
i18n_key_name(enum msg msg) {
    xassert(msg >= 0 && msg < MSG_COUNT);
    return keys[msg].name;
}

int
i18n_argument_count(enum msg msg) {
    xassert(msg >= 0 && msg < MSG_COUNT);
    return keys[msg].argument_count;
}

const char *
i18n_icu_locale(enum locale_id locale) {
    return locale_info(locale)->icu;
}

static bool
load_bundle(struct i18n *i18n, const char *path, enum locale_id locale, struct err *err) {
    UErrorCode status = U_ZERO_ERROR;
    /* English is the root bundle, as ICU has it; the others stand on their own, so that a missing
     * Korean message is an error and not an English one. */
    UResourceBundle *bundle = locale_info(locale)->is_root
                                  ? ures_open(path, locale_tag(locale), &status)
                                  : ures_openDirect(path, locale_tag(locale), &status);
    if (U_FAILURE(status)) {
        return err_set(err, ERR_MISSING,
            "cannot read the messages %s/%s.res: %s. Build the program again", path,
            locale_tag(locale), u_errorName(status));
    }
    for (int msg = 0; msg < MSG_COUNT; msg++) {
        int32_t n = 0;
        status = U_ZERO_ERROR;
        const UChar *text = ures_getStringByKey(bundle, keys[msg].name, &n, &status);
        if (U_FAILURE(status)) {
            ures_close(bundle);
            return err_set(err, ERR_MISSING,
                "%s/%s.res has no message %s: add it to locales/%s.txt", path, locale_tag(locale),
                keys[msg].name, locale_tag(locale));
        }
        i18n->texts[locale][msg] = utf16_to_str(&i18n->arena, text, n);
    }
    ures_close(bundle);
    return true;
}

static void *
allocate(const void *context, size_t size) {
    (void)context;
    return realloc_wiping(NULL, size);
}

static void *
reallocate(const void *context, void *p, size_t size) {
    (void)context;
    return realloc_wiping(p, size);
}

static void
release(const void *context, void *p) {
    (void)context;
    xfree(p);
}

struct i18n *
i18n_open(const char *bundles, struct err *err) {
    UErrorCode status = U_ZERO_ERROR;
    u_setMemoryFunctions(NULL, allocate, reallocate, release, &status); /* ICU wipes, too */
    struct i18n *i18n = xcalloc(1, sizeof(*i18n));
    arena_init(&i18n->arena);
    for (int locale = 0; locale < LOCALE_COUNT; locale++) {
        if (!load_bundle(i18n, bundles, (enum locale_id)locale, err)) {
            i18n_close(i18n);
            return NULL;
        }
    }
    return i18n;
}

void
i18n_close(struct i18n *i18n) {
    if (!i18n) {
        return;
    }
    for (int locale = 0; locale < LOCALE_COUNT; locale++) {
        for (int msg = 0; msg < MSG_COUNT; msg++) {
            umsg_close(i18n->formats[locale][msg]);
        }
        for (int i = 0; i < 8; i++) {
            unum_close(i18n->numbers[locale][i]);
        }
        for (int i = 0; i < 3; i++) {
            udtitvfmt_close(i18n->dates[locale][i]);
        }
    }
    for (int locale = 0; locale < LOCALE_COUNT; locale++) {
        udat_close(i18n->days[locale][false]);
        udat_close(i18n->days[locale][true]);
        udat_close(i18n->weekdays[locale]);
    }
    udat_close(i18n->era);
    arena_finish(&i18n->arena);
    free(i18n);
}

struct str
i18n_text(const struct i18n *i18n, enum locale_id locale, enum msg msg) {
    xassert(locale >= 0 && locale < LOCALE_COUNT && msg >= 0 && msg < MSG_COUNT);
    return i18n->texts[locale][msg];
}

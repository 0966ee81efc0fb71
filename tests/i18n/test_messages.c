/* The bundles and keys.def say the same: no key is missing or left over in a language, every text
 * is a valid message pattern, and takes the arguments that keys.def promises. */
#include "test.h"

#include "i18n/i18n.h"

#include <unicode/umsg.h>
#include <unicode/ures.h>

static UResourceBundle *
open_bundle(const char *locale) {
    UErrorCode status = U_ZERO_ERROR;
    UResourceBundle *bundle = ures_openDirect(NARU_BUILD_DIR "/locales/naru", locale, &status);
    if (U_FAILURE(status)) {
        fail_msg("cannot open %s: %s", locale, u_errorName(status));
    }
    return bundle;
}

static bool
is_key(const char *name) {
    for (int msg = 0; msg < MSG_COUNT; msg++) {
        if (str_eq(str_from(name), str_from(i18n_key_name((enum msg)msg)))) {
            return true;
        }
    }
    return false;
}

/* Highest {n} of a pattern, plus one: what umsg needs to be given. */
static int
arguments_of(const UChar *text, int32_t n) {
    int most = 0;
    for (int32_t i = 0; i + 1 < n; i++) {
        if (text[i] == u'{' && text[i + 1] >= u'0' && text[i + 1] <= u'9') {
            int argument = text[i + 1] - u'0' + 1;
            most = argument > most ? argument : most;
        }
    }
    return most;
}

static void
check_text(const char *locale, enum msg msg, const UChar *text, int32_t n) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    UMessageFormat *format = umsg_open(text, n, locale, &where, &status);
    if (U_FAILURE(status)) {
        fail_msg(
            "%s.txt %s is no message pattern: %s", locale, i18n_key_name(msg), u_errorName(status));
    }
    umsg_close(format);
    if (arguments_of(text, n) != i18n_argument_count(msg)) {
        fail_msg("%s.txt %s takes %d arguments, keys.def says %d", locale, i18n_key_name(msg),
            arguments_of(text, n), i18n_argument_count(msg));
    }
    if (n == 0) {
        fail_msg("%s.txt %s is empty", locale, i18n_key_name(msg));
    }
}

static void
test_messages__every_bundle_has_every_key_with_its_arguments(void **state) {
    (void)state;
    static const char *const locales[] = {"root", "ko", "ja"};
    for (size_t i = 0; i < ARRAY_LEN(locales); i++) {
        UResourceBundle *bundle = open_bundle(locales[i]);
        for (int msg = 0; msg < MSG_COUNT; msg++) {
            UErrorCode status = U_ZERO_ERROR;
            int32_t n = 0;
            const UChar *text =
                ures_getStringByKey(bundle, i18n_key_name((enum msg)msg), &n, &status);
            if (U_FAILURE(status)) {
                fail_msg("%s.txt lacks %s", locales[i], i18n_key_name((enum msg)msg));
            }
            check_text(locales[i], (enum msg)msg, text, n);
        }
        ures_close(bundle);
    }
}

static void
test_messages__no_language_has_a_key_nobody_uses(void **state) {
    (void)state;
    static const char *const locales[] = {"root", "ko", "ja"};
    for (size_t i = 0; i < ARRAY_LEN(locales); i++) {
        UResourceBundle *bundle = open_bundle(locales[i]);
        while (ures_hasNext(bundle)) {
            UErrorCode status = U_ZERO_ERROR;
            int32_t n;
            const char *key = NULL;
            ures_getNextString(bundle, &n, &key, &status);
            if (key && !is_key(key) && key[0] != '%') {
                fail_msg("%s.txt has %s, which keys.def has not", locales[i], key);
            }
        }
        ures_close(bundle);
    }
}

static void
test_i18n__a_missing_bundle_is_named(void **state) {
    (void)state;
    struct err err;
    assert_null(i18n_open(NARU_BUILD_DIR "/no-such-folder", &err));
    assert_true(str_find(str_from(err.message), STR("no-such-folder")) != SIZE_MAX);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_messages__every_bundle_has_every_key_with_its_arguments),
        cmocka_unit_test(test_messages__no_language_has_a_key_nobody_uses),
        cmocka_unit_test(test_i18n__a_missing_bundle_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

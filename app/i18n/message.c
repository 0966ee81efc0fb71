/* ICU's C interface takes a message's arguments as C varargs: a double for a number, a UChar
 * pointer for a text. Which is which is only known at run time, so every mix is spelled out. */
#include "i18n/i18n_private.h"

#include "base/check.h"
#include "i18n/utf16.h"

#include <unicode/ustring.h>

enum { MAX_ARGUMENTS = 3, MESSAGE_UNITS = 2048 };

struct icu_arg {
    bool is_number;
    double number;
    const UChar *text;
};

#define CALL(...) umsg_format(format, out, MESSAGE_UNITS, status, __VA_ARGS__)
#define N(i) args[i].number
#define T(i) args[i].text

static int32_t
call_format(
    const UMessageFormat *format, const struct icu_arg *args, UChar *out, UErrorCode *status) {
    unsigned mix = (args[0].is_number ? 1u : 0u) | (args[1].is_number ? 2u : 0u) |
                   (args[2].is_number ? 4u : 0u);
    switch (mix) {
    case 0:
        return CALL(T(0), T(1), T(2));
    case 1:
        return CALL(N(0), T(1), T(2));
    case 2:
        return CALL(T(0), N(1), T(2));
    case 3:
        return CALL(N(0), N(1), T(2));
    case 4:
        return CALL(T(0), T(1), N(2));
    case 5:
        return CALL(N(0), T(1), N(2));
    case 6:
        return CALL(T(0), N(1), N(2));
    default:
        return CALL(N(0), N(1), N(2));
    }
}

static UMessageFormat *
format_for(struct i18n *i18n, enum locale_id locale, enum msg msg) {
    if (!i18n->formats[locale][msg]) {
        UErrorCode status = U_ZERO_ERROR;
        struct arena scratch;
        arena_init(&scratch);
        struct utf16 pattern = utf16_from(&scratch, i18n->texts[locale][msg]);
        i18n->formats[locale][msg] =
            umsg_open(pattern.p, pattern.n, i18n_icu_locale(locale), NULL, &status);
        arena_finish(&scratch);
        if (U_FAILURE(status)) {
            i18n->formats[locale][msg] = NULL;
        }
    }
    return i18n->formats[locale][msg];
}

struct str
i18n_format(struct i18n *i18n, struct arena *arena, enum locale_id locale, enum msg msg,
    const struct msg_arg *args, size_t count) {
    xassert(count <= MAX_ARGUMENTS && (int)count == i18n_argument_count(msg));
    UMessageFormat *format = format_for(i18n, locale, msg);
    struct icu_arg icu[MAX_ARGUMENTS] = {{.text = u""}, {.text = u""}, {.text = u""}};
    for (size_t i = 0; i < count; i++) {
        icu[i].is_number = args[i].is_number;
        icu[i].number = args[i].number;
        icu[i].text = args[i].is_number ? u"" : utf16_from(arena, args[i].text).p;
    }
    UErrorCode status = U_ZERO_ERROR;
    UChar *out = ARENA_ARRAY(arena, MESSAGE_UNITS, UChar);
    int32_t n = format ? call_format(format, icu, out, &status) : 0;
    if (!format || U_FAILURE(status) || n > MESSAGE_UNITS) {
        return i18n_text(i18n, locale, msg); /* the pattern itself: ugly, but it says something */
    }
    return utf16_to_str(arena, out, n);
}

/* ICU's C interface takes a message's arguments as C varargs: a double for a number, a UChar
 * pointer for a text. Which is which is only known at run time, so every mix is spelled out. */
#include "i18n/i18n_private.h"

#include "base/check.h"
#include "i18n/isolate.h"
#include "i18n/utf16.h"

#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

enum { MAX_ARGUMENTS = 3, MESSAGE_UNITS = 2048 }; /* units that nearly every message fits in */

struct icu_arg {
    bool is_number;
    double number;
    const UChar *text;
};

#define CALL(...) umsg_format(format, out, units, status, __VA_ARGS__)
#define N(i) args[i].number
#define T(i) args[i].text

static int32_t
call_format(const UMessageFormat *format, const struct icu_arg *args, UChar *out, int32_t units,
    UErrorCode *status) {
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

/* ICU reads an argument as a double only where the pattern gives it a numeric type, such as
 * {0,number} or {0,plural,...}; a plain {0} is read as a text. Bit n: argument n is a number. */
static unsigned
numeric_arguments(struct str pattern) {
    unsigned mask = 0;
    for (size_t i = 0; i + 4 < pattern.n; i++) {
        bool typed = pattern.p[i] == '{' && pattern.p[i + 1] >= '0' &&
                     pattern.p[i + 1] < '0' + MAX_ARGUMENTS && pattern.p[i + 2] == ',';
        if (typed && (pattern.p[i + 3] == 'n' || pattern.p[i + 3] == 'p')) {
            mask |= 1u << (pattern.p[i + 1] - '0');
        }
    }
    return mask;
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

static bool
turns(const struct utf16 *text) {
    for (int32_t at = 0; at < text->n;) {
        UChar32 c;
        U16_NEXT(text->p, at, text->n, c);
        UCharDirection direction = u_charDirection(c);
        if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) {
            return true;
        }
    }
    return false;
}

/* A visitor's or a city's name may be Arabic or Hebrew: inside an isolate it does not reorder the
 * line it is put into. Other values are left alone: what is shown is what is compared. */
static struct utf16
isolated(struct arena *arena, struct str text) {
    struct utf16 plain = utf16_from(arena, text);
    return turns(&plain) ? utf16_from(arena, i18n_isolate(arena, text)) : plain;
}

static struct icu_arg
icu_argument(struct i18n *i18n, struct arena *arena, enum locale_id locale,
    const struct msg_arg *arg, bool wants_number) {
    if (wants_number) {
        xassert(arg->is_number);
        return (struct icu_arg){.is_number = true, .number = arg->number, .text = u""};
    }
    struct str text = arg->is_number ? i18n_number(i18n, arena, locale, arg->number, 0) : arg->text;
    return (struct icu_arg){.text = isolated(arena, text).p};
}

struct str
i18n_format(struct i18n *i18n, struct arena *arena, enum locale_id locale, enum msg msg,
    const struct msg_arg *args, size_t count) {
    xassert(count <= MAX_ARGUMENTS && (int)count == i18n_argument_count(msg));
    UMessageFormat *format = format_for(i18n, locale, msg);
    unsigned numeric = numeric_arguments(i18n->texts[locale][msg]);
    struct icu_arg icu[MAX_ARGUMENTS] = {{.text = u""}, {.text = u""}, {.text = u""}};
    for (size_t i = 0; i < count; i++) {
        icu[i] = icu_argument(i18n, arena, locale, &args[i], numeric >> i & 1u);
    }
    UErrorCode status = U_ZERO_ERROR;
    UChar *out = ARENA_ARRAY(arena, MESSAGE_UNITS, UChar);
    int32_t n = format ? call_format(format, icu, out, MESSAGE_UNITS, &status) : 0;
    if (status == U_BUFFER_OVERFLOW_ERROR) { /* a value may be of any length */
        status = U_ZERO_ERROR;
        out = ARENA_ARRAY(arena, (size_t)n + 1, UChar);
        n = call_format(format, icu, out, n + 1, &status);
    }
    if (!format || U_FAILURE(status)) {
        return i18n_text(i18n, locale, msg); /* the pattern itself: ugly, but it says something */
    }
    return utf16_to_str(arena, out, n);
}

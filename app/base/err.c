#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* vsnprintf cuts at a byte; take the cut character's first bytes away, too. */
static void
trim_cut_character(char *text, size_t size) {
    size_t n = strlen(text);
    if (n + 1 < size) {
        return;
    }
    size_t start = n;
    while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80) {
        start--;
    }
    if (start == 0 || (unsigned char)text[start - 1] < 0xC0) {
        return;
    }
    unsigned char lead = (unsigned char)text[start - 1];
    size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (n - (start - 1) < wanted) {
        text[start - 1] = '\0';
    }
}

bool
err_set(struct err *err, enum err_code code, const char *format, ...) {
    if (!err) {
        return false;
    }
    err->code = code;
    va_list args;
    va_start(args, format);
    vsnprintf(err->message, sizeof(err->message), format, args);
    va_end(args);
    trim_cut_character(err->message, sizeof(err->message));
    return false;
}

static void
append(char *text, size_t size, const char *more) {
    size_t at = strlen(text), n = strlen(more);
    n = n < size - 1 - at ? n : size - 1 - at;
    memcpy(text + at, more, n);
    text[at + n] = '\0';
}

bool
err_prefix(struct err *err, const char *format, ...) {
    if (!err) {
        return false;
    }
    char old[sizeof(err->message)];
    memcpy(old, err->message, sizeof(old));
    va_list args;
    va_start(args, format);
    vsnprintf(err->message, sizeof(err->message), format, args);
    va_end(args);
    append(err->message, sizeof(err->message), ": ");
    append(err->message, sizeof(err->message), old);
    trim_cut_character(err->message, sizeof(err->message));
    return false;
}

#include "base/err.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

bool
err_set(struct err *err, enum err_code code, const char *format, ...) {
    if (!err) {
        return false;
    }
    char whole[sizeof(err->message) + 4]; /* a character more, to see where one would be cut */
    va_list args;
    va_start(args, format);
    vsnprintf(whole, sizeof(whole), format, args);
    va_end(args);
    struct str message = utf8_cut(str_from(whole), sizeof(err->message) - 1);
    err->code = code;
    memcpy(err->message, message.p, message.n);
    err->message[message.n] = '\0';
    return false;
}

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
    char message[sizeof(err->message)]; /* its own words may go in */
    va_list args;
    va_start(args, format);
    utf8_format(message, sizeof(message), format, args);
    va_end(args);
    err->code = code;
    memcpy(err->message, message, strlen(message) + 1);
    return false;
}

#include "commands/command.h"

#include <stdarg.h>
#include <stdio.h>

int
command_fail(int code, const char *format, ...) {
    va_list args;
    va_start(args, format);
    fputs("naru: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    return code;
}

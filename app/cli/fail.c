#include "cli/command.h"

#include "base/file.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

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

int
command_flush(int code) {
    if (!file_flush(stdout)) {
        code = command_fail(code == EXIT_DONE ? EXIT_WRONG : code,
            "cannot write to standard output: %s", strerror(errno));
    }
    bool is_told = fflush(stderr) == 0 && !ferror(stderr);
    return code == EXIT_DONE && !is_told ? EXIT_WRONG : code;
}

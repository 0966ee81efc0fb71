#include "content/search/trace.h"

#include <stdarg.h>
#include <stdio.h>

enum { LINE_BYTES = 1024 };

void
search_trace(const struct search_trace *trace, const char *step, const char *format, ...) {
    if (!trace->out) {
        return;
    }
    char line[LINE_BYTES];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof(line), format, args);
    va_end(args);
    str_buf_printf(trace->out, "%-10s %s\n", step, line);
}

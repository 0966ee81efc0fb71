#include "content/search/trace.h"

#include <stdarg.h>

void
search_trace(const struct search_trace *trace, const char *step, const char *format, ...) {
    if (!trace->out) {
        return;
    }
    va_list args;
    va_start(args, format);
    str_buf_printf(trace->out, "%-10s ", step);
    str_buf_vprintf(trace->out, format, args);
    str_buf_byte(trace->out, '\n');
    va_end(args);
}

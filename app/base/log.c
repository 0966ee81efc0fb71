#include "base/log.h"

#include "base/xalloc.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* Logging is one of the two places with process-wide state; the other is the allocator. */
static enum log_level log_most_verbose = LOG_WARN;

static const char *const level_words[] = {"error", "warning", "info", "debug"};
static const char level_priorities[] = {'3', '4', '6', '7'}; /* syslog(3) */

void
log_set_level(enum log_level most_verbose) {
    log_most_verbose = most_verbose;
}

/* The event is one line however long it is: a cut one may lack its end, the reason, or half a
 * character. */
void
log_write(enum log_level level, const char *module, const char *format, ...) {
    if (level > log_most_verbose) {
        return;
    }
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    va_end(args);
    size_t size = length < 0 ? 1 : (size_t)length + 1;
    char *line = xmalloc(size);
    line[0] = '\0';
    vsnprintf(line, size, format, again);
    va_end(again);
    if (getenv("JOURNAL_STREAM")) {
        fprintf(stderr, "<%c>%s: %s\n", level_priorities[level], module, line);
    } else {
        fprintf(stderr, "naru: %s: %s: %s\n", level_words[level], module, line);
    }
    xfree(line);
}

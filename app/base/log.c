#include "base/log.h"

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

void
log_write(enum log_level level, const char *module, const char *format, ...) {
    if (level > log_most_verbose) {
        return;
    }
    char line[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof(line), format, args);
    va_end(args);
    if (getenv("JOURNAL_STREAM")) {
        fprintf(stderr, "<%c>%s: %s\n", level_priorities[level], module, line);
    } else {
        fprintf(stderr, "naru: %s: %s: %s\n", level_words[level], module, line);
    }
}

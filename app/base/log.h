/* log.h - one line on standard error for each event worth an operator's eye.
 * "<4>atlas: page 3 evicted" under systemd (priority prefix, see sd-daemon(3)), without the prefix
 * on a terminal. Never logs what a visitor typed. */
#ifndef BASE_LOG_H
#define BASE_LOG_H

enum log_level { LOG_ERROR, LOG_WARN, LOG_INFO, LOG_DEBUG };

void log_set_level(enum log_level most_verbose);
void log_write(enum log_level level, const char *module, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif

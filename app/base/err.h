/* err.h - how the world's failures travel: `bool` and a filled `struct err`.
 *
 * A function that can fail takes `struct err *err` last and returns false after err_set(). The
 * message names the thing, the place and the remedy, in plain English; it is set where the failure
 * is understood and reported once, at the top. No allocation. */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include <stdbool.h>

enum err_code {
    ERR_NONE,
    ERR_IO,      /* the system refused: missing file, no permission, full disk */
    ERR_FORMAT,  /* the bytes are not what they should be */
    ERR_VERSION, /* made for another version of the program */
    ERR_MISSING, /* a font, an ICU table, a record that must be there */
    ERR_LIMIT,   /* larger than this program accepts */
    ERR_USAGE,   /* a wrong word on the command line */
};

struct err {
    enum err_code code;
    char message[512]; /* UTF-8; a longer one ends in a whole character and … */
};

/* Always returns false, so that callers can `return err_set(...)`. `err` may be NULL. */
bool err_set(struct err *err, enum err_code code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif

/* check.h - programming errors end the program, in every build.
 *
 * xassert() states what a caller must guarantee; BUG() marks what cannot be reached. Neither is for
 * the world outside (files, databases, fonts): those fail with `struct err`. */
#ifndef BASE_CHECK_H
#define BASE_CHECK_H

_Noreturn void check_failed(const char *file, int line, const char *what);

#define xassert(condition)                                \
    do {                                                  \
        if (!(condition)) {                               \
            check_failed(__FILE__, __LINE__, #condition); \
        }                                                 \
    } while (0)
#define BUG(what) check_failed(__FILE__, __LINE__, (what))
#define ARRAY_LEN(array) (sizeof(array) / sizeof((array)[0]))

#endif

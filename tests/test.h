/* test.h - what every test includes: cmocka in the order it needs, and a few assertions. */
#ifndef TEST_H
#define TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/check.h"
#include "base/str.h"

#include <stdio.h>
#include <string.h>

#define assert_str_equal(actual, expected) \
    assert_str_equal_at((actual), (expected), __FILE__, __LINE__)

static inline void
assert_str_equal_at(struct str actual, const char *expected, const char *file, int line) {
    if (!str_eq(actual, str_from(expected))) {
        print_error("%s:%d: \"%.*s\" is not \"%s\"\n", file, line, STR_ARG(actual), expected);
        _fail(file, line);
    }
}

#endif

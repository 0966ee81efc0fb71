/* generate.h - large content folders with plausible names, the same for the same sizes. */
#ifndef TESTS_COMPILER_GENERATE_H
#define TESTS_COMPILER_GENERATE_H

#include "base/err.h"

#include <stddef.h>

/* Writes every required table, `cities` cities with a relation to the home city each, and `events`
 * events spread over them, in three languages. The folder must be there. No mistakes in it. */
bool generate_folder(const char *folder, size_t cities, size_t events, struct err *err);

#endif

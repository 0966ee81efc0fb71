/* coverage.h - the fonts' answer to "can this character be drawn?", for the rules. */
#ifndef COMPILER_CHECK_COVERAGE_H
#define COMPILER_CHECK_COVERAGE_H

#include "compiler/compile.h"

struct coverage;

/* Fills the callback of `options`. NULL, after a word on standard error, where no fonts are: then
 * characters are not checked against fonts, everything else is. */
struct coverage *coverage_open(struct compile_options *options);
void coverage_close(struct coverage *coverage);

#endif

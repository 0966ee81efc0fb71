/* encoding.h - is a file text in UTF-8, and if not, what was it saved as? One message a file: the
 * cause is named and nothing in the file is read, so that it has no follow-ups. */
#ifndef COMPILER_READ_ENCODING_H
#define COMPILER_READ_ENCODING_H

#include "compiler/diag.h"

/* True when the bytes of the source are UTF-8. Otherwise reports why not, once. */
bool encoding_check(struct diag *diag, uint32_t file);

#endif

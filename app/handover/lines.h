/* lines.h - content lines, as calendars (RFC 5545, 3.1) and cards (RFC 2426, 2.6) have them alike:
 * each ends in CRLF, none has more than 75 octets before it; a longer one goes on in the next,
 * after a space, and is never cut inside a character. */
#ifndef HANDOVER_LINES_H
#define HANDOVER_LINES_H

#include "base/str.h"

/* `name` with its parameters, a colon, and `value` as it is. */
void lines_add(struct str_buf *out, const char *name, struct str value);
/* The same with a text: backslash, semicolon, comma and ends of lines escaped, what is no UTF-8
 * replaced, other control characters left out. Nothing for an empty text. */
void lines_add_text(struct str_buf *out, const char *name, struct str text);
/* A text as part of a value of several. */
void lines_escape(struct str_buf *out, struct str text);

#endif

/* trace.h - what search did, for who wants to know why (naru find --explain). Without a buffer
 * nothing is written and nothing is costed. */
#ifndef CONTENT_SEARCH_TRACE_H
#define CONTENT_SEARCH_TRACE_H

#include "base/str.h"

struct search_trace {
    struct str_buf *out; /* NULL: nobody asks */
};

/* One line: `step` is padded, then what happened in it. */
void search_trace(const struct search_trace *trace, const char *step, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif

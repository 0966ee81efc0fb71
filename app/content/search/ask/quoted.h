/* quoted.h - what a line has between quotation marks: 韓国語で「いくらですか」. */
#ifndef CONTENT_SEARCH_ASK_QUOTED_H
#define CONTENT_SEARCH_ASK_QUOTED_H

#include "content/search/ask/frames.h"

/* Where the line has one quotation and all round it is a frame, the quotation is what is asked for.
 * False where it has none, or says more. */
bool ask_quoted_strip(
    struct arena *arena, const struct fold *fold, struct str line, struct ask_frames *out);

#endif

/* answer.h - the value of one record, where a query asks for just that. */
#ifndef CONTENT_SEARCH_ANSWER_H
#define CONTENT_SEARCH_ANSWER_H

#include "content/search/hit.h"

/* `out->kind` is SEARCH_ANSWER_NONE where no record says what was asked. False with `err` when the
 * database cannot be read. */
bool search_answer_find(struct search_index *index, struct arena *arena,
    const struct search_results *results, struct search_answer *out, struct err *err);

#endif

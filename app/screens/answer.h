/* answer.h - the answer at once, above what was found: one record's own value. */
#ifndef SCREENS_ANSWER_H
#define SCREENS_ANSWER_H

#include "content/search.h"
#include "screens/screen.h"
#include "ui/ui.h"

/* A card that leads to the record; nothing where there is no answer. */
void answer_view(struct ui *ui, const struct screen_env *env, const struct search_answer *answer);

#endif

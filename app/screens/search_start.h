/* search_start.h - what the search offers while nothing is typed, and when nothing was found: what
 * this visitor found before, words of the loaded content to try, and what there is to search. */
#ifndef SCREENS_SEARCH_START_H
#define SCREENS_SEARCH_START_H

#include "screens/contents.h"

enum { SEARCH_WORDS_MOST = 8 };

struct search_start {
    struct contents contents;
    struct str words[SEARCH_WORDS_MOST]; /* each finds what it was taken from */
    size_t count;
};
bool search_start_load(struct search_start *start, struct screen *screen,
    const struct screen_env *env, struct err *err);
void search_start_view(
    struct ui *ui, const struct screen_env *env, const struct search_start *start, bool is_in_vain);

#endif

/* costs.h - what each document costs by all words of a line together. */
#ifndef CONTENT_SEARCH_COSTS_H
#define CONTENT_SEARCH_COSTS_H

#include "content/search/ranking.h"

/* Fills costs and missing [1, doc_count], zero before, and `docs` with those that have enough of
 * the line, ascending, in the ranking's arena; the others' costs say nothing. Returns how many they
 * are. */
size_t costs_add_up(struct ranking *ranking, uint32_t *costs, uint32_t *missing, uint32_t **docs);

#endif

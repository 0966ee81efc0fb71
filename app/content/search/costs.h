/* costs.h - what each document costs by all words of a line together. */
#ifndef CONTENT_SEARCH_COSTS_H
#define CONTENT_SEARCH_COSTS_H

#include "content/search/doc_totals.h"
#include "content/search/ranking.h"

/* Fills `totals` with the documents that have enough of the line. */
void costs_add_up(struct ranking *ranking, struct doc_totals *totals);

#endif

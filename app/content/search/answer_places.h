/* answer_places.h - what is told of a place by its name and a few words: how far it is, and when
 * two cities signed. The whole line is understood, or there is no answer. */
#ifndef CONTENT_SEARCH_ANSWER_PLACES_H
#define CONTENT_SEARCH_ANSWER_PLACES_H

#include "content/search/match.h"
#include "content/search/query.h"

/* From the city where the kiosk stands to the one that the line asks the way to, along the great
 * circle between their coordinates. `out->kind` stays as it is where nothing such is asked, or a
 * coordinate is not known; `*asks` tells whether words for a distance stand there. */
bool search_answer_distance(struct search_index *index, struct arena *arena,
    const struct search_query *query, enum locale_id locale, bool *asks, struct search_answer *out,
    struct err *err);

/* The event by which the tie began that the line asks for, with the date of the tie. False: none.
 */
bool search_answer_tie(struct search_index *index, struct arena *arena,
    const struct search_query *query, struct str *event);

/* A line that asks when something ended does not mean the event, and one that names a kind of tie
 * not the one by which two cities began another: 자매결연 is no friendship. */
bool search_answer_tie_fits(struct search_index *index, struct arena *arena,
    const struct search_query *query, struct str event);

#endif

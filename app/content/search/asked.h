/* asked.h - what a line says, stretch by stretch: which cities it names, which words of a list
 * stand in it, and whether it says anything else. An answer that is told by a few words must have
 * understood all of the line. */
#ifndef CONTENT_SEARCH_ASKED_H
#define CONTENT_SEARCH_ASKED_H

#include "content/search/match.h"
#include "content/search/query.h"

enum { ASKED_CITIES_MAX = 4 };

struct search_asked {
    struct search_index *index;
    struct arena *arena;
    const struct search_query *query;
    bool *is_read;                       /* a unit of the fold each */
    struct str cities[ASKED_CITIES_MAX]; /* their ids, each once, as they are named */
    size_t city_count;
    bool has_home; /* the city where the kiosk stands is named, too */
};

struct search_asked search_asked_of(
    struct search_index *index, struct arena *arena, const struct search_query *query);
/* Some of the words, parted by |, stand in the line: those are read. */
bool search_asked_words(struct search_asked *asked, struct str words);
/* Reads the names of cities. Of two of one name the one where the kiosk stands is meant. */
void search_asked_cities(struct search_asked *asked);
/* What was not read says nothing: particles, articles, words that ask. */
bool search_asked_nothing_else(const struct search_asked *asked);

#endif

/* bench_find.h - `naru bench find`: how fast and how often the right thing is found.
 *
 * Every query is typed key by key, each state of the line is searched, and the last answer is
 * compared with what was expected (top 1, top 3). The same lines go to two plain FTS5 tables over
 * the same names and texts, tokenized by `unicode61` and by `trigram`, each word quoted, the last
 * one a prefix, ordered by rank: what a program without an index of its own would do. */
#ifndef CONTENT_BENCH_FIND_H
#define CONTENT_BENCH_FIND_H

#include "base/err.h"
#include "base/str.h"

struct bench_find_options {
    const char *content;   /* a content database */
    const char *queries;   /* query TAB locale TAB expected,expected TAB kind, with a header line;
                            * NULL: the names in the database */
    size_t cities, events; /* of the made-up large set; 0 cities: leave it out */
};

/* Adds one JSON object to `out`. The large set is made in a temporary file, removed at the end. */
bool bench_find(const struct bench_find_options *options, struct str_buf *out, struct err *err);

#endif

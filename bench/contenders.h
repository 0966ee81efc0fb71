/* contenders.h - how fast and how often the right thing is found, by ours and by two others.
 *
 * Every query is typed key by key, each state of the line is searched, and the last answer is
 * compared with what was expected (top 1, top 3). The same lines go to two plain FTS5 tables over
 * the same names and texts, tokenized by `unicode61` and by `trigram`, each word quoted, the last
 * one a prefix, ordered by rank: what a program without an index of its own would do. */
#ifndef BENCH_CONTENDERS_H
#define BENCH_CONTENDERS_H

#include "base/err.h"
#include "base/json.h"

struct contenders_options {
    const char *content;   /* a content database */
    const char *queries;   /* query TAB locale TAB expected,expected TAB kind, with a header line;
                            * NULL: the names in the database */
    size_t cities, events; /* of the made-up large set; 0 cities: leave it out */
};

/* Writes the members "real" and "large" into the object that is open in `json`. The large set is
 * made in a temporary file, removed at the end. */
bool contenders_run(const struct contenders_options *options, struct json *json, struct err *err);

#endif

/* generate.h - large content folders with plausible names and readings, the same for the same
 * sizes. Words are put together from generate_words.h, so that no two are alike for long. */
#ifndef TESTS_COMPILER_GENERATE_H
#define TESTS_COMPILER_GENERATE_H

#include "base/err.h"

#include <stddef.h>

/* How many of each; 0: none, and no file. `cities` is at least 1: the home city. */
struct generate_sizes {
    size_t cities;  /* with a relation to the home city each */
    size_t events;  /* spread over the cities */
    size_t terms;   /* half of them in the first category, the rest in the others */
    size_t phrases; /* likewise */
    size_t links;   /* between schools: each of ours has eight */
    size_t figures; /* half of the home city, in one group with bars; half of its partners */
    size_t people;
    size_t sections; /* of sources with ten each, beyond the one that everything comes from */
    size_t articles; /* of each kind, in three languages; the first guide names 100 cities */
    size_t own_events, facts, names; /* of the one city that has many: city-1 */
};

/* For measuring what a lot of content costs: the counts that issue and docs speak of. */
struct generate_sizes generate_sizes_scale(void);
/* For looking at long screens and for tests: every list is long, the folder builds in a second. */
struct generate_sizes generate_sizes_broad(void);

/* The folder must be there. No mistakes in it. */
bool generate_sized(const char *folder, const struct generate_sizes *sizes, struct err *err);
/* Cities and events alone. */
bool generate_folder(const char *folder, size_t cities, size_t events, struct err *err);

#endif

/* find_set.h - the sets of `find`: queries from a file or from the database, and a
 * large content database of made-up places with the queries that should find them. */
#ifndef BENCH_FIND_SET_H
#define BENCH_FIND_SET_H

#include "base/arena.h"
#include "base/err.h"
#include "i18n/locale.h"

#include <sqlite3.h>

struct bench_query {
    struct str text, expected, kind; /* expected: paths, separated by commas */
    enum locale_id locale;
};
struct bench_set {
    struct bench_query *queries;
    size_t count;
};

bool bench_set_read(struct arena *arena, const char *path, struct bench_set *out, struct err *err);
/* The titles of every tenth document that can be found, each in its language. */
bool bench_set_from_names(struct arena *arena, sqlite3 *db, struct bench_set *out, struct err *err);
/* Writes a database at `path`, without and then with the search tables; `index_ns` is what those
 * took. */
bool bench_set_make_large(
    const char *path, size_t cities, size_t events, uint64_t *index_ns, struct err *err);
void bench_set_of_large(struct arena *arena, size_t cities, struct bench_set *out);

#endif

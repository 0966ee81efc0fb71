/* figures.h - what every verb writes alike: how a row of times is spread, and the memory taken. */
#ifndef BENCH_FIGURES_H
#define BENCH_FIGURES_H

#include "base/json.h"

/* Writes the member `key` with min, p50, p95 and max; sorts `values`. */
void figures_spread(struct json *json, const char *key, double *values, size_t count);
/* Writes the member "peak_memory_kib" of this process. */
void figures_memory(struct json *json);

#endif

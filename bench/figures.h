/* figures.h - what every verb writes alike: how a row of times is spread, and the memory taken. */
#ifndef BENCH_FIGURES_H
#define BENCH_FIGURES_H

#include "base/json.h"

void figures_sort(double *values, size_t count);
/* Of sorted ones: that `percent` of all are less or equal; 0 of none. */
double figures_percentile(const double *sorted, size_t count, size_t percent);
/* Writes the member `key` with min, p50, p95 and max; sorts `values`. */
void figures_spread(struct json *json, const char *key, double *values, size_t count);
/* Writes a number of `decimals` digits as the member `key`. */
void figures_number(struct json *json, const char *key, double value, int decimals);
/* Milliseconds that this process has spent on a processor, and the most memory it ever had: what
 * else the machine does is in neither. */
double figures_cpu_ms(void);
double figures_peak_mib(void);
/* Writes the member "peak_memory_kib" of this process. */
void figures_memory(struct json *json);

#endif

#include "bench/figures.h"

#include <stdlib.h>
#include <sys/resource.h>

static int
compare_doubles(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

void
figures_spread(struct json *json, const char *key, double *values, size_t count) {
    qsort(values, count, sizeof(*values), compare_doubles);
    json_key(json, key);
    json_object_begin(json);
    json_key(json, "min");
    json_double(json, values[0], 3);
    json_key(json, "p50");
    json_double(json, values[count / 2], 3);
    json_key(json, "p95");
    json_double(json, values[count * 95 / 100], 3);
    json_key(json, "max");
    json_double(json, values[count - 1], 3);
    json_object_end(json);
}

void
figures_memory(struct json *json) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    json_key(json, "peak_memory_kib");
    json_int(json, usage.ru_maxrss);
}

#include "bench/figures.h"

#include "base/sort.h"

#include <sys/resource.h>
#include <time.h>

static int
compare_doubles(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

void
figures_sort(double *values, size_t count) {
    sort_items(values, count, sizeof(*values), compare_doubles);
}

double
figures_percentile(const double *sorted, size_t count, size_t percent) {
    size_t at = count * percent / 100;
    return count ? sorted[at < count ? at : count - 1] : 0;
}

void
figures_number(struct json *json, const char *key, double value, int decimals) {
    json_key(json, key);
    json_double(json, value, decimals);
}

void
figures_spread(struct json *json, const char *key, double *values, size_t count) {
    figures_sort(values, count);
    json_key(json, key);
    json_object_begin(json);
    figures_number(json, "min", figures_percentile(values, count, 0), 3);
    figures_number(json, "p50", figures_percentile(values, count, 50), 3);
    figures_number(json, "p95", figures_percentile(values, count, 95), 3);
    figures_number(json, "max", figures_percentile(values, count, 100), 3);
    json_object_end(json);
}

double
figures_cpu_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static long
peak_kib(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

double
figures_peak_mib(void) {
    return (double)peak_kib() / 1024;
}

void
figures_memory(struct json *json) {
    json_key(json, "peak_memory_kib");
    json_int(json, peak_kib());
}

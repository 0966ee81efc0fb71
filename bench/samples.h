/* samples.h - a page of each language for benchmarks, written for this program. */
#ifndef BENCH_SAMPLES_H
#define BENCH_SAMPLES_H

#include "base/str.h"
#include "i18n/locale.h"

extern const struct str bench_samples[LOCALE_COUNT];

#endif

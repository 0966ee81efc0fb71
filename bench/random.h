/* random.h - numbers that are the same on every machine: splitmix64 (Steele, Lea, Flood 2014). */
#ifndef BENCH_RANDOM_H
#define BENCH_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

struct random {
    uint64_t state;
};

static inline uint64_t
random_next(struct random *random) {
    uint64_t z = random->state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

/* 0 to `end` - 1; `end` above 0. */
static inline uint32_t
random_below(struct random *random, uint32_t end) {
    return (uint32_t)((random_next(random) >> 32) * end >> 32);
}

/* True once in `times`. */
static inline bool
random_chance(struct random *random, uint32_t times) {
    return random_below(random, times) == 0;
}

static inline float
random_float(struct random *random, float low, float high) {
    return low + (high - low) * (float)(random_next(random) >> 40) / (float)(1 << 24);
}

#endif

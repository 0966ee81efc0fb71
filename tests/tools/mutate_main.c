/* mutate - databases that nobody should have to open, and the program that opens them all the same.
 *
 *   mutate make SEED FROM TO             one mutated database
 *   mutate walk FROM [FIRST COUNT [LIMIT_MS [EVERY]]]
 *                                        each seed: mutate, open, show every screen, search.
 *                                        1 when one crashed or took longer than LIMIT_MS of CPU. */
#include "base/check.h"
#include "tools/mutate.h"
#include "tools/mutate_walk.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct sum {
    unsigned refused, shown, crashed, hung, failed_screens, slowest_ms;
    uint64_t slowest_seed;
};

static void
report(uint64_t seed, struct str what, const struct mutate_walk *walk, struct sum *sum) {
    static const char *const words[] = {"refused", "shown", "CRASHED", "HUNG"};
    unsigned *const counts[] = {&sum->refused, &sum->shown, &sum->crashed, &sum->hung};
    (*counts[walk->end])++;
    sum->failed_screens += walk->failed;
    if (walk->slowest_ms > sum->slowest_ms) {
        sum->slowest_ms = walk->slowest_ms;
        sum->slowest_seed = seed;
    }
    printf("%llu\t%s\t%u screens, %u failed, slowest %u ms %s\t%.*s", (unsigned long long)seed,
        words[walk->end], walk->screens, walk->failed, walk->slowest_ms, walk->slowest,
        (int)(what.n < 160 ? what.n : 160), what.p ? what.p : "");
    if (walk->end == MUTATE_REFUSED) {
        printf("\t%s", walk->message);
    } else if (walk->end != MUTATE_SHOWN) {
        printf("\tat %s", walk->where);
    }
    putchar('\n');
}

/* A walk proves nothing where even the sound database is refused: a program that misses its own
 * files would refuse every mutation, too. */
static bool
is_sound(const char *from, unsigned limit_ms, unsigned every) {
    struct mutate_walk walk;
    mutate_walk(from, 0, every, limit_ms, &walk);
    if (walk.end != MUTATE_SHOWN || walk.failed > 0) {
        fprintf(stderr, "mutate: %s is not shown before it is mutated: %s\n", from,
            walk.end == MUTATE_REFUSED ? walk.message : walk.where);
        return false;
    }
    return true;
}

static int
walk_seeds(const char *from, uint64_t first, uint64_t count, unsigned limit_ms, unsigned every) {
    char path[64];
    struct sum sum = {0};
    if (!is_sound(from, limit_ms, every)) {
        return 2;
    }
    const char *folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    snprintf(path, sizeof(path), "%s/naru-mutate-%d.db", folder, (int)getpid());
    for (uint64_t seed = first; seed < first + count; seed++) {
        struct str_buf what = {0};
        struct mutate_walk walk;
        struct err err;
        if (!mutate_database(from, path, seed, &what, &err)) {
            fprintf(stderr, "mutate: seed %llu: %s\n", (unsigned long long)seed, err.message);
            return 1;
        }
        mutate_walk(path, seed, every, limit_ms, &walk);
        report(seed, str_buf_str(&what), &walk, &sum);
        str_buf_finish(&what);
    }
    unlink(path);
    printf("%llu databases: %u refused, %u shown (%u screens said that they cannot be), %u crashed,"
           " %u hung; slowest screen %u ms (seed %llu)\n",
        (unsigned long long)count, sum.refused, sum.shown, sum.failed_screens, sum.crashed,
        sum.hung, sum.slowest_ms, (unsigned long long)sum.slowest_seed);
    return sum.crashed + sum.hung ? 1 : 0;
}

static int
usage(void) {
    fputs("usage: mutate make SEED FROM TO\n"
          "       mutate walk FROM [FIRST COUNT [LIMIT_MS [EVERY]]]\n",
        stderr);
    return 2;
}

int
main(int argc, char **argv) {
    int64_t numbers[4] = {0, 40, 2000, 20};
    for (int i = 3; i < argc && i < 7 && str_eq(str_from(argv[1]), STR("walk")); i++) {
        if (!str_to_i64(str_from(argv[i]), &numbers[i - 3]) || numbers[i - 3] < 0) {
            return usage();
        }
    }
    if (argc >= 3 && argc <= 7 && str_eq(str_from(argv[1]), STR("walk"))) {
        return walk_seeds(argv[2], (uint64_t)numbers[0], (uint64_t)numbers[1], (unsigned)numbers[2],
            numbers[3] ? (unsigned)numbers[3] : 1);
    }
    if (argc != 5 || !str_eq(str_from(argv[1]), STR("make")) ||
        !str_to_i64(str_from(argv[2]), &numbers[0])) {
        return usage();
    }
    struct str_buf what = {0};
    struct err err;
    bool ok = mutate_database(argv[3], argv[4], (uint64_t)numbers[0], &what, &err);
    if (!ok) {
        fprintf(stderr, "mutate: %s\n", err.message);
    } else {
        printf("%.*s\n", STR_ARG(str_buf_str(&what)));
    }
    str_buf_finish(&what);
    return ok ? 0 : 1;
}

/* Trains the weights of app/text/breaks/japanese/phrase.c: logistic regression by stochastic
 * gradient descent over the features that scoring itself computes.
 *
 *   phrase_train TRAIN.txt OUT.inc [TEST.txt]
 *
 * Deterministic: the same corpus gives the same weights. Prints how much of TRAIN and of TEST comes
 * out exactly as marked. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/map.h"
#include "base/xalloc.h"
#include "text/breaks/breaks.h"
#include "text/breaks/japanese/phrase.h"

#define ROUNDS 60
#define MOST_FEATURES (1 << 18)

struct example {
    uint32_t features[PHRASE_FEATURES]; /* indices into the weights */
    int count, line;
    bool is_boundary;
};

struct corpus {
    struct example *examples;
    size_t count, cap;
    int lines;
};

struct model {
    struct map index;
    uint32_t hashes[MOST_FEATURES];
    double weights[MOST_FEATURES];
    uint32_t count;
};

static uint32_t
index_of(struct model *model, uint32_t feature, bool may_add) {
    uint32_t i;
    if (map_get(&model->index, feature, &i)) {
        return i;
    }
    if (!may_add || model->count == MOST_FEATURES) {
        return UINT32_MAX;
    }
    model->hashes[model->count] = feature;
    map_put(&model->index, feature, model->count);
    return model->count++;
}

static void
add_line(struct corpus *corpus, struct model *model, const struct break_iterators *iterators,
    struct str line, bool training) {
    struct arena arena;
    struct str_buf plain = {0};
    struct units units;
    struct phrase_text text;
    bool marked[1024] = {0}, allowed[1024];
    for (size_t i = 0; i < line.n; i++) {
        if (line.p[i] == '|') {
            marked[plain.n] = true; /* by byte of the plain text */
        } else {
            str_buf_byte(&plain, line.p[i]);
        }
    }
    arena_init(&arena);
    text_decode(&arena, str_buf_str(&plain), &units);
    breaks_uax14(iterators, &units, LOCALE_JA, TEXT_KINSOKU_STRICT, allowed);
    phrase_prepare(&arena, iterators->words, &units, &text);
    for (int32_t at = 1; at < units.count; at++) {
        if (!allowed[at]) {
            continue;
        }
        if (corpus->count == corpus->cap) {
            corpus->cap = corpus->cap ? corpus->cap * 2 : 1024;
            corpus->examples =
                xrealloc_array(corpus->examples, corpus->cap, sizeof(*corpus->examples));
        }
        struct example *e = &corpus->examples[corpus->count++];
        uint32_t features[PHRASE_FEATURES];
        int n = phrase_features(&text, at, features);
        *e = (struct example){.line = corpus->lines, .is_boundary = marked[units.byte_at[at]]};
        for (int i = 0; i < n; i++) {
            uint32_t index = index_of(model, features[i], training);
            if (index != UINT32_MAX) {
                e->features[e->count++] = index;
            }
        }
    }
    corpus->lines++;
    arena_finish(&arena);
    str_buf_finish(&plain);
}

static bool
read_corpus(const char *path, struct corpus *corpus, struct model *model,
    const struct break_iterators *iterators, bool training) {
    struct arena arena;
    struct err err;
    struct str bytes, line;
    arena_init(&arena);
    bool ok = file_read(path, FILE_LIMIT_DEFAULT, &arena, &bytes, &err);
    while (ok && str_split(&bytes, '\n', &line)) {
        if (line.n > 0 && line.n < 1000 && line.p[0] != '#') {
            add_line(corpus, model, iterators, line, training);
        }
    }
    if (!ok) {
        fprintf(stderr, "%s\n", err.message);
    }
    arena_finish(&arena);
    return ok;
}

static double
score(const struct model *model, const struct example *e) {
    double sum = 0;
    for (int i = 0; i < e->count; i++) {
        sum += model->weights[e->features[i]];
    }
    return sum;
}

static void
train(struct model *model, const struct corpus *corpus) {
    size_t *order = xmalloc(corpus->count * sizeof(*order));
    uint64_t seed = 1987;
    for (size_t i = 0; i < corpus->count; i++) {
        order[i] = i;
    }
    for (int round = 0; round < ROUNDS; round++) {
        double rate = 0.25 / (1 + round * 0.1), decay = 1e-3;
        for (size_t i = corpus->count; i > 1; i--) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            size_t k = (size_t)(seed >> 33) % i, swap = order[i - 1];
            order[i - 1] = order[k];
            order[k] = swap;
        }
        for (size_t i = 0; i < corpus->count; i++) {
            const struct example *e = &corpus->examples[order[i]];
            double error = (e->is_boundary ? 1 : 0) - 1 / (1 + exp(-score(model, e)));
            for (int k = 0; k < e->count; k++) {
                double *w = &model->weights[e->features[k]];
                *w += rate * (error - decay * *w) / 4;
            }
        }
    }
    free(order);
}

static void
report(const char *name, const struct model *model, const struct corpus *corpus) {
    int exact = corpus->lines, wrong_line = -1, missed = 0, extra = 0, boundaries = 0;
    for (size_t i = 0; i < corpus->count; i++) {
        const struct example *e = &corpus->examples[i];
        bool found = score(model, e) > 0;
        boundaries += e->is_boundary;
        missed += e->is_boundary && !found;
        extra += !e->is_boundary && found;
        if (found != e->is_boundary && wrong_line != e->line) {
            wrong_line = e->line;
            exact--;
        }
    }
    printf("%s: %d of %d lines exact (%.1f %%), %d boundaries, %d missed, %d too many\n", name,
        exact, corpus->lines, 100.0 * exact / corpus->lines, boundaries, missed, extra);
}

struct entry {
    uint32_t feature;
    int32_t weight;
};

static int
compare_entries(const void *a, const void *b) {
    uint32_t x = ((const struct entry *)a)->feature, y = ((const struct entry *)b)->feature;
    return (x > y) - (x < y);
}

static bool
write_weights(const char *path, const struct model *model) {
    struct entry *entries = xmalloc((model->count + 1) * sizeof(*entries));
    struct str_buf out = {0};
    struct err err;
    size_t n = 0;
    for (uint32_t i = 0; i < model->count; i++) {
        int32_t weight = (int32_t)lround(model->weights[i] * 1000);
        if (weight > 60 || weight < -60) {
            entries[n++] = (struct entry){model->hashes[i], weight};
        }
    }
    qsort(entries, n, sizeof(*entries), compare_entries);
    str_buf_printf(
        &out, "/* Made by tests/text/tools/phrase_train.c: change the corpus, not this. */\n");
    str_buf_printf(&out, "static const struct weight weights[] = {\n");
    for (size_t i = 0; i < n; i++) {
        str_buf_printf(&out, "%s{%uu, %d},%s", i % 4 ? " " : "    ", entries[i].feature,
            entries[i].weight, i % 4 == 3 || i + 1 == n ? "\n" : "");
    }
    str_buf_printf(&out, "};\n\nstatic const uint16_t weight_first[1025] = {\n");
    for (uint32_t bucket = 0, at = 0; bucket <= 1024; bucket++) {
        while (at < n && entries[at].feature >> 22 < bucket) {
            at++;
        }
        str_buf_printf(&out, "%s%u,%s", bucket % 16 ? " " : "    ", at,
            bucket % 16 == 15 || bucket == 1024 ? "\n" : "");
    }
    str_buf_printf(&out, "};\n");
    bool ok = file_replace(path, str_buf_str(&out), &err);
    printf("%zu weights\n", n);
    if (!ok) {
        fprintf(stderr, "%s\n", err.message);
    }
    str_buf_finish(&out);
    free(entries);
    return ok;
}

int
main(int argc, char **argv) {
    static struct model model;
    struct corpus training = {0}, held_out = {0};
    struct break_iterators iterators;
    struct err err;
    if (argc < 3 || argc > 4) {
        fprintf(stderr, "usage: phrase_train TRAIN.txt OUT.inc [TEST.txt]\n");
        return 2;
    }
    if (!break_iterators_open(&iterators, &err)) {
        fprintf(stderr, "%s\n", err.message);
        return 1;
    }
    bool ok = read_corpus(argv[1], &training, &model, &iterators, true);
    if (ok) {
        train(&model, &training);
        report("training", &model, &training);
        ok = write_weights(argv[2], &model);
    }
    if (ok && argc == 4 && read_corpus(argv[3], &held_out, &model, &iterators, false)) {
        report("held out", &model, &held_out);
    }
    break_iterators_close(&iterators);
    map_finish(&model.index);
    free(training.examples);
    free(held_out.examples);
    return ok ? 0 : 1;
}

/* A visitor's line of text: any bytes, any length. The first byte chooses the language, and whether
 * the line is explained, too (which asks it again). The content is the small folder of
 * tests/content, compiled once. */
#include "base/check.h"
#include "base/utf8.h"
#include "compiler/compile.h"
#include "content/search.h"

#include <stdio.h>
#include <stdlib.h>

#define SOURCES NARU_SOURCE_DIR "/tests/content/small"
#define DATABASE NARU_BUILD_DIR "/fuzz-query.db"

enum { HITS = 10, EXPLAINED = 0xC0 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct store *
open_store(void) {
    struct compile compile;
    struct err err = {0};
    bool ok = compile_folder(&compile, SOURCES, DATABASE, NULL, &err);
    compile_finish(&compile);
    struct store *store = ok ? store_open(DATABASE, &err) : NULL;
    if (!store) {
        fprintf(stderr, "cannot compile %s: %s\n", SOURCES, err.message);
        abort();
    }
    return store;
}

static void
check_hit(const struct search_hit *hit) {
    xassert(hit->path.n > 0 && hit->kind.n > 0);
    xassert(hit->match_start <= hit->match_end && hit->match_end <= hit->snippet.n);
    xassert(utf8_valid(hit->snippet, NULL));
}

static void
ask(struct store *store, struct arena *arena, enum locale_id locale, struct str query) {
    struct search_results *results;
    struct search_hit *hits;
    struct search_answer answer;
    struct err err = {0};
    size_t count;
    xassert(search_open(store, arena, locale, query, &results, &err));
    xassert(search_hits(results, store, arena, 0, HITS, &hits, &count, &err));
    xassert(count <= HITS && count <= search_count(results));
    for (size_t i = 0; i < count; i++) {
        check_hit(&hits[i]);
    }
    xassert(search_answer(results, store, arena, &answer, &err));
    xassert(answer.kind == SEARCH_ANSWER_NONE || (answer.record.n > 0 && answer.value.n > 0));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct store *store; /* kept open between inputs, as the app does */
    static struct arena arena;
    if (!store) {
        store = open_store();
    }
    if (size == 0) {
        return 0;
    }
    struct str query = {(const char *)data + 1, size - 1}, explained;
    struct err err = {0};
    enum locale_id locale = (enum locale_id)(data[0] % LOCALE_COUNT);
    ask(store, &arena, locale, query);
    if (data[0] >= EXPLAINED) {
        xassert(search_explain(store, &arena, locale, query, &explained, &err));
    }
    arena_reset(&arena);
    return 0;
}

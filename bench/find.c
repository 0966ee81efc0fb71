/* find - search, measured on the content loaded and on a large made-up one. `find FILE` takes
 * queries with what they should find, such as tests/content/search-queries.tsv; without one
 * it asks for the names in the database. */
#include "bench/contenders.h"
#include "bench/verb.h"

#include "cli/paths.h"

static bool
measure(const struct options *options, struct json *json, struct err *err) {
    struct arena arena;
    struct paths paths = {0};
    arena_init(&arena);
    json_key(json, "bench");
    json_str(json, STR("find"));
    bool ok = options->content || paths_find(&arena, &paths, err);
    struct contenders_options contenders = {
        .content = options->content ? options->content : paths.database,
        .queries = options->word_count > 0 ? options->words[0] : NULL,
        .cities = 10000,
        .events = 100000,
    };
    ok = ok && contenders_run(&contenders, json, err);
    arena_finish(&arena);
    return ok;
}

static int
run(int argc, char **argv) {
    return bench_json(&bench_find, argc, argv, measure);
}

const struct bench_verb bench_find = {
    .name = "find",
    .words = "[QUERIES.tsv]",
    .most = 1,
    .options = "content",
    .summary = "search against plain FTS5 tables: how fast, how often right",
    .run = run,
};

#include "commands/command.h"

#include "content/search.h"
#include "session.h"

#include <stdio.h>

/* Two cities named Ansan in Hangul are told apart by where they lie. */
static bool
has_namesake(const struct search_hit *hits, size_t count, size_t index) {
    for (size_t i = 0; i < count; i++) {
        if (i != index && str_eq(hits[i].title, hits[index].title)) {
            return true;
        }
    }
    return false;
}

static void
print_hit(const struct search_hit *hits, size_t count, size_t i) {
    const struct search_hit *hit = &hits[i];
    printf("%zu\t%.*s\t%.*s\t%.*s", i + 1, STR_ARG(hit->path), STR_ARG(hit->kind),
        STR_ARG(hit->title));
    if (hit->detail.n && has_namesake(hits, count, i)) {
        printf(" (%.*s)", STR_ARG(hit->detail));
    }
    putchar('\n');
}

static int
run(const struct options *options) {
    struct arena arena;
    struct paths paths;
    struct err err;
    struct search_hit *hits;
    size_t count = 0;
    arena_init(&arena);
    struct store *store = NULL;
    bool ok = options->content || paths_find(&arena, &paths, &err);
    if (ok) {
        store = store_open(options->content ? options->content : paths.database, &err);
    }
    ok = store && search_find(store, &arena, session_locale_of(store, &arena, options),
                      str_from(options->words[0]), (size_t)options->limit, &hits, &count, &err);
    for (size_t i = 0; ok && i < count; i++) {
        print_hit(hits, count, i);
    }
    store_close(store);
    arena_finish(&arena);
    return ok ? EXIT_DONE : command_fail(EXIT_WRONG, "%s", err.message);
}

const struct command command_find = {
    .verb = "find",
    .words = "QUERY [--limit N]",
    .summary = "search; a line a hit: rank, screen path, kind, title",
    .least = 1,
    .most = 1,
    .run = run,
};

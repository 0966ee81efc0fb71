#include "cli/command.h"

#include "cli/first_locale.h"
#include "cli/paths.h"
#include "content/search.h"

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

/* Lines that begin with #: what was understood, and the answer where one record gives it. */
static bool
print_explained(struct store *store, struct arena *arena, enum locale_id locale, struct str query,
    struct err *err) {
    struct str text, line;
    struct search_results *results;
    struct search_answer answer;
    if (!search_explain(store, arena, locale, query, &text, err) ||
        !search_open(store, arena, locale, query, &results, err) ||
        !search_answer(results, store, arena, &answer, err)) {
        return false;
    }
    while (str_split(&text, '\n', &line)) {
        if (line.n > 0) {
            printf("# %.*s\n", STR_ARG(line));
        }
    }
    struct str other = search_searched_for(results);
    if (other.n > 0) {
        printf("# %-10s %.*s\n", "searched", STR_ARG(other));
    }
    if (answer.kind != SEARCH_ANSWER_NONE) {
        printf("# %-10s %.*s: %.*s %.*s %.*s %.*s (%.*s)\n", "answer", STR_ARG(answer.label),
            STR_ARG(answer.value), STR_ARG(answer.unit), STR_ARG(answer.reading),
            STR_ARG(answer.date), STR_ARG(answer.record));
    }
    return true;
}

static bool
find(struct store *store, struct arena *arena, const struct options *options, struct err *err) {
    enum locale_id locale = first_locale(options, store, arena);
    struct str query = str_from(options->words[0]);
    struct search_hit *hits;
    size_t count = 0;
    if (options->explain && !print_explained(store, arena, locale, query, err)) {
        return false;
    }
    bool ok = search_find(store, arena, locale, query, (size_t)options->limit, &hits, &count, err);
    for (size_t i = 0; ok && i < count; i++) {
        print_hit(hits, count, i);
    }
    return ok;
}

int
command_find(const struct options *options) {
    struct arena arena;
    struct paths paths;
    struct err err;
    arena_init(&arena);
    struct store *store = NULL;
    bool ok = options->content || paths_find(&arena, &paths, &err);
    if (ok) {
        store = store_open(options->content ? options->content : paths.database, &err);
    }
    ok = store && find(store, &arena, options, &err);
    store_close(store);
    arena_finish(&arena);
    return ok ? EXIT_DONE : command_fail(EXIT_WRONG, "%s", err.message);
}

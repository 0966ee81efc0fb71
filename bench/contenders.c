#include "bench/contenders.h"

#include "bench/figures.h"
#include "bench/find_set.h"

#include "base/check.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "base/xalloc.h"
#include "content/search.h"
#include "content/search/sql.h"
#include "content/store/store_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HITS = 10, KINDS_MAX = 64 };

/* One way to search: fills at most HITS paths. */
struct way {
    const char *name;
    bool (*find)(struct way *way, struct arena *arena, const struct bench_query *query,
        struct str text, struct str paths[HITS], size_t *count, struct err *err);
    struct store *store; /* ours */
    sqlite3 *db;         /* FTS5 */
    bool has_prefix;     /* the tokenizer knows the beginning of a word */
};

static bool
find_ours(struct way *way, struct arena *arena, const struct bench_query *query, struct str text,
    struct str paths[HITS], size_t *count, struct err *err) {
    struct search_hit *hits;
    if (!search_find(way->store, arena, query->locale, text, HITS, &hits, count, err)) {
        return false;
    }
    for (size_t i = 0; i < *count; i++) {
        paths[i] = hits[i].path;
    }
    return true;
}

/* "las" "vegas"*: every word quoted, so that the syntax of FTS5 does not leak. */
static struct str
match_expression(struct arena *arena, struct str text, bool has_prefix) {
    struct str_buf out = {0};
    struct str word;
    while (str_split(&text, ' ', &word)) {
        if (word.n == 0) {
            continue;
        }
        str_buf_add(&out, out.n > 0 ? STR(" \"") : STR("\""));
        for (size_t i = 0; i < word.n; i++) {
            if (word.p[i] == '"') {
                str_buf_byte(&out, '"');
            }
            str_buf_byte(&out, word.p[i]);
        }
        str_buf_byte(&out, '"');
    }
    if (has_prefix && out.n > 0) {
        str_buf_add(&out, STR(" *"));
    }
    struct str copy = arena_str(arena, str_buf_str(&out));
    str_buf_finish(&out);
    return copy;
}

static bool
find_fts(struct way *way, struct arena *arena, const struct bench_query *query, struct str text,
    struct str paths[HITS], size_t *count, struct err *err) {
    (void)query;
    struct search_sql sql;
    struct str expression = match_expression(arena, text, way->has_prefix);
    *count = 0;
    if (expression.n == 0) {
        return true;
    }
    search_sql_open(
        &sql, way->db, "SELECT path FROM texts WHERE texts MATCH ?1 ORDER BY rank LIMIT 10");
    search_sql_bind_str(&sql, 1, expression);
    while (*count < HITS && search_sql_step(&sql)) {
        paths[(*count)++] = arena_str(arena, search_sql_str(&sql, 0));
    }
    return search_sql_end(&sql, "asking FTS5", err);
}

/* Names and texts of all languages, as our index has them. */
static bool
fts_open(struct way *way, const char *name, const char *tokenizer, sqlite3 *from, struct err *err) {
    char create[200];
    *way = (struct way){
        .name = name, .find = find_fts, .has_prefix = strcmp(tokenizer, "trigram") != 0};
    snprintf(create, sizeof(create),
        "CREATE VIRTUAL TABLE texts USING fts5(names, title, detail, body, path UNINDEXED,"
        " tokenize = '%s'); BEGIN",
        tokenizer);
    if (sqlite3_open(":memory:", &way->db) != SQLITE_OK ||
        sqlite3_exec(way->db, create, NULL, NULL, NULL) != SQLITE_OK) {
        return err_set(
            err, ERR_MISSING, "FTS5 with %s is not there: %s", tokenizer, sqlite3_errmsg(way->db));
    }
    struct search_sql select, insert;
    search_sql_open(&select, from,
        "SELECT d.names, group_concat(t.title, char(10)), group_concat(t.detail, char(10)),"
        " group_concat(t.body, char(10)), d.path FROM search_docs d JOIN search_texts t"
        " ON t.doc = d.id GROUP BY d.id ORDER BY d.id");
    search_sql_open(&insert, way->db, "INSERT INTO texts VALUES (?1, ?2, ?3, ?4, ?5)");
    while (search_sql_step(&select)) {
        for (int i = 0; i < 5; i++) {
            search_sql_bind_str(&insert, i + 1, search_sql_str(&select, i));
        }
        search_sql_run(&insert);
    }
    sqlite3_exec(way->db, "COMMIT", NULL, NULL, NULL);
    bool ok = search_sql_end(&select, "reading texts", err);
    return search_sql_end(&insert, "filling FTS5", ok ? err : NULL) && ok;
}

struct times {
    double *ms;
    size_t count, capacity;
};

static void
times_add(struct times *times, double ms) {
    VEC_ROOM(times->ms, times->count, times->capacity, 1);
    times->ms[times->count++] = ms;
}

static struct str
screen_of(struct str path) {
    struct str screen = {0};
    str_split(&path, '?', &screen);
    return screen;
}

/* Where an expected screen is in the answer, from 1; 0: not there. What follows the `?` of a path
 * only says where on the screen. */
static size_t
rank_of(struct str expected, const struct str *paths, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct str rest = expected, path;
        while (str_split(&rest, ',', &path)) {
            if (str_eq(screen_of(str_trim(path)), screen_of(paths[i]))) {
                return i + 1;
            }
        }
    }
    return 0;
}

struct tally {
    struct str kind;
    int64_t count, top1, top3;
};
struct tallies {
    struct tally all, kinds[KINDS_MAX];
    size_t kind_count;
};

static void
tally_add(struct tallies *tallies, struct str kind, size_t rank) {
    size_t i = 0;
    while (i < tallies->kind_count && !str_eq(tallies->kinds[i].kind, kind)) {
        i++;
    }
    if (i == KINDS_MAX) {
        return;
    }
    tallies->kinds[i].kind = kind;
    tallies->kind_count += i == tallies->kind_count;
    struct tally *const both[] = {&tallies->all, &tallies->kinds[i]};
    for (size_t t = 0; t < ARRAY_LEN(both); t++) {
        both[t]->count++;
        both[t]->top1 += rank == 1;
        both[t]->top3 += rank >= 1 && rank <= 3;
    }
}

/* Types one query key by key. */
static bool
type_query(struct way *way, struct arena *arena, const struct bench_query *query,
    struct times *times, struct tallies *tallies, struct err *err) {
    struct str paths[HITS];
    size_t count = 0;
    for (size_t end = 1; end <= query->text.n; end++) {
        if (utf8_cut(query->text, end).n < end) {
            continue; /* inside a character */
        }
        arena_reset(arena);
        double start = figures_cpu_ms(); /* others on the machine do not count */
        if (!way->find(way, arena, query, str_slice(query->text, 0, end), paths, &count, err)) {
            return false;
        }
        times_add(times, figures_cpu_ms() - start);
    }
    tally_add(tallies, query->kind, rank_of(query->expected, paths, count));
    return true;
}

static void
report(struct json *json, const struct way *way, struct times *times, struct tallies *tallies) {
    figures_sort(times->ms, times->count);
    double all = tallies->all.count ? (double)tallies->all.count : 1;
    json_key(json, way->name);
    json_object_begin(json);
    figures_number(json, "p50_ms", figures_percentile(times->ms, times->count, 50), 3);
    figures_number(json, "p99_ms", figures_percentile(times->ms, times->count, 99), 3);
    figures_number(json, "max_ms", figures_percentile(times->ms, times->count, 100), 3);
    json_key(json, "top1_percent");
    json_double(json, 100 * (double)tallies->all.top1 / all, 1);
    json_key(json, "top3_percent");
    json_double(json, 100 * (double)tallies->all.top3 / all, 1);
    json_key(json, "top3_of_kind");
    json_object_begin(json);
    for (size_t i = 0; i < tallies->kind_count; i++) {
        char kind[64];
        snprintf(kind, sizeof(kind), "%.*s", STR_ARG(tallies->kinds[i].kind));
        json_key(json, kind);
        json_double(
            json, 100 * (double)tallies->kinds[i].top3 / (double)tallies->kinds[i].count, 1);
    }
    json_object_end(json);
    json_object_end(json);
}

static bool
measure(struct way *way, const struct bench_set *set, struct json *json, struct err *err) {
    struct arena arena;
    struct times times = {0};
    struct tallies tallies = {0};
    arena_init(&arena);
    bool ok = true;
    for (size_t i = 0; ok && i < set->count; i++) {
        ok = type_query(way, &arena, &set->queries[i], &times, &tallies, err);
    }
    if (ok) {
        report(json, way, &times, &tallies);
    }
    free(times.ms);
    arena_finish(&arena);
    return ok;
}

static bool
measure_all(struct store *store, const struct bench_set *set, struct json *json, struct err *err) {
    struct way ours = {.name = "naru", .find = find_ours, .store = store};
    json_key(json, "queries");
    json_int(json, (int64_t)set->count);
    bool ok = measure(&ours, set, json, err);
    static const char *const opponents[][2] = {
        {"fts5_unicode61", "unicode61"}, {"fts5_trigram", "trigram"}};
    for (size_t i = 0; ok && i < ARRAY_LEN(opponents); i++) {
        struct way way;
        ok = fts_open(&way, opponents[i][0], opponents[i][1], store->db, err) &&
             measure(&way, set, json, err);
        sqlite3_close(way.db);
    }
    return ok;
}

static int64_t
file_size(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 ? (int64_t)info.st_size : 0;
}

static bool
bench_real(const struct contenders_options *options, struct json *json, struct err *err) {
    struct store *store = store_open(options->content, err);
    if (!store) {
        return false;
    }
    struct arena arena;
    struct bench_set set;
    arena_init(&arena);
    json_key(json, "real");
    json_object_begin(json);
    json_key(json, "database_bytes");
    json_int(json, file_size(options->content));
    bool ok = options->queries ? bench_set_read(&arena, options->queries, &set, err)
                               : bench_set_from_names(&arena, store->db, &set, err);
    ok = ok && measure_all(store, &set, json, err);
    json_object_end(json);
    arena_finish(&arena);
    store_close(store);
    return ok;
}

static bool
bench_large_at(const char *path, const struct contenders_options *options, struct json *json,
    struct err *err) {
    uint64_t index_ns;
    if (!bench_set_make_large(path, options->cities, options->events, &index_ns, err)) {
        return false;
    }
    struct store *store = store_open(path, err);
    if (!store) {
        return false;
    }
    struct arena arena;
    struct bench_set set;
    arena_init(&arena);
    bench_set_of_large(&arena, options->cities, &set);
    json_key(json, "cities");
    json_int(json, (int64_t)options->cities);
    json_key(json, "events");
    json_int(json, (int64_t)options->events);
    json_key(json, "index_s");
    json_double(json, (double)index_ns / 1e9, 2);
    json_key(json, "database_bytes");
    json_int(json, file_size(path));
    bool ok = measure_all(store, &set, json, err);
    arena_finish(&arena);
    store_close(store);
    return ok;
}

static bool
bench_large(const struct contenders_options *options, struct json *json, struct err *err) {
    char path[] = "/tmp/naru-bench-XXXXXX";
    int file = mkstemp(path);
    if (file < 0) {
        return err_set(err, ERR_IO, "cannot make a temporary file in /tmp");
    }
    close(file);
    json_key(json, "large");
    json_object_begin(json);
    bool ok = bench_large_at(path, options, json, err);
    json_object_end(json);
    unlink(path);
    return ok;
}

bool
contenders_run(const struct contenders_options *options, struct json *json, struct err *err) {
    return bench_real(options, json, err) &&
           (options->cities < 2 || bench_large(options, json, err));
}

#include "content/search/hit.h"

#include "content/search/snippet.h"

/* What a document says in one language. */
struct words {
    struct str title, detail, body;
};

static struct words
words_of(struct search_index *index, struct arena *arena, uint32_t doc, int locale) {
    struct search_sql *sql = &index->text;
    struct words out = {{0}, {0}, {0}};
    search_sql_bind_int(sql, 1, doc);
    search_sql_bind_str(sql, 2, str_from(locale_tag((enum locale_id)locale)));
    if (search_sql_step(sql)) {
        out = (struct words){.title = arena_str(arena, search_sql_text(sql, 0)),
            .detail = arena_str(arena, search_sql_text(sql, 1)),
            .body = arena_str(arena, search_sql_text(sql, 2))};
    }
    search_sql_reset(sql);
    return out;
}

struct showing {
    struct search_index *index;
    const struct search_marker *marker;
    struct arena *arena;
    struct str names, body;
    uint32_t doc;
    int locale;
};

/* Where the match shows best: the visitor's own language, then the names. */
static bool
show_in_own(const struct showing *s, size_t needles, struct search_hit *hit) {
    hit->snippet_language = (enum locale_id)s->locale;
    if (search_snippet(s->arena, s->body, s->marker, needles, hit) ||
        search_snippet(s->arena, hit->title, s->marker, needles, hit)) {
        return true;
    }
    if (search_snippet(s->arena, s->names, s->marker, needles, hit)) {
        hit->why = SEARCH_WHY_NAME;
        return true;
    }
    return search_snippet(s->arena, hit->detail, s->marker, needles, hit);
}

static bool
show_in_others(const struct showing *s, struct search_hit *hit) {
    for (int other = 0; other < LOCALE_COUNT; other++) {
        if (other == s->locale) {
            continue;
        }
        struct words words = words_of(s->index, s->arena, s->doc, other);
        if (search_snippet(s->arena, words.body, s->marker, s->marker->count, hit) ||
            search_snippet(s->arena, words.title, s->marker, s->marker->count, hit)) {
            hit->snippet_language = (enum locale_id)other;
            return true;
        }
    }
    return false;
}

/* What was typed says most, wherever it stands: めいし, among the names of 名刺. */
static void
make_snippet(const struct showing *s, struct search_hit *hit) {
    const struct search_marker *m = s->marker;
    if (!show_in_own(s, m->written, hit) &&
        !(m->written < m->count && show_in_own(s, m->count, hit)) && !show_in_others(s, hit)) {
        hit->snippet_language = (enum locale_id)s->locale;
        search_snippet_plain(s->arena, s->body.n > 0 ? s->body : hit->detail, hit);
    }
}

struct str
search_doc_path(struct search_index *index, struct arena *arena) {
    return arena_str(arena, search_sql_text(&index->doc, 0));
}

void
search_hit_make(struct search_index *index, const struct search_results *results,
    const struct search_marker *marker, struct arena *scratch, struct arena *arena, uint32_t doc,
    struct search_hit *hit) {
    struct str names = {0};
    *hit = (struct search_hit){0};
    search_sql_bind_int(&index->doc, 1, doc);
    if (search_sql_step(&index->doc)) {
        hit->path = search_doc_path(index, arena);
        hit->kind = arena_str(arena, search_sql_text(&index->doc, 1));
        names = arena_str(scratch, search_sql_text(&index->doc, 2));
    }
    search_sql_reset(&index->doc);
    int locale = (int)results->locale;
    struct words words = words_of(index, scratch, doc, locale);
    hit->title = arena_str(arena, words.title);
    hit->detail = arena_str(arena, words.detail);
    struct showing showing = {index, marker, scratch, names, words.body, doc, locale};
    make_snippet(&showing, hit);
    hit->snippet = arena_str(arena, hit->snippet);
    search_mark(scratch, hit->title, marker, &hit->title_start, &hit->title_end);
}

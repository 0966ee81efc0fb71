#include "content/search/hit.h"

#include "content/search/snippet.h"

static struct str
text_of(struct search_index *index, struct arena *arena, uint32_t doc, int locale, int column) {
    search_sql_bind_int(&index->text, 1, doc);
    search_sql_bind_str(&index->text, 2, str_from(locale_tag((enum locale_id)locale)));
    struct str out = {0};
    if (search_sql_step(&index->text)) {
        out = arena_str(arena, search_sql_text(&index->text, column));
    }
    search_sql_reset(&index->text);
    return out;
}

enum { TEXT_TITLE, TEXT_DETAIL, TEXT_BODY };

/* Where the match shows best: the visitor's own language, then the names, then other languages. */
static void
make_snippet(struct search_index *index, const struct search_results *results,
    const struct search_marker *marker, struct arena *scratch, uint32_t doc, struct str names,
    struct search_hit *hit) {
    struct str body = text_of(index, scratch, doc, (int)results->locale, TEXT_BODY);
    if (search_snippet(scratch, body, marker, hit) ||
        search_snippet(scratch, hit->title, marker, hit) ||
        search_snippet(scratch, names, marker, hit) ||
        search_snippet(scratch, hit->detail, marker, hit)) {
        return;
    }
    for (int other = 0; other < LOCALE_COUNT; other++) {
        if (other == (int)results->locale) {
            continue;
        }
        struct str text = text_of(index, scratch, doc, other, TEXT_BODY);
        struct str title = text_of(index, scratch, doc, other, TEXT_TITLE);
        if (search_snippet(scratch, text, marker, hit) ||
            search_snippet(scratch, title, marker, hit)) {
            return;
        }
    }
    search_snippet_plain(scratch, body.n > 0 ? body : hit->detail, hit);
}

void
search_hit_make(struct search_index *index, const struct search_results *results,
    const struct search_marker *marker, struct arena *scratch, struct arena *arena, uint32_t doc,
    struct search_hit *hit) {
    struct str names = {0};
    *hit = (struct search_hit){0};
    search_sql_bind_int(&index->doc, 1, doc);
    if (search_sql_step(&index->doc)) {
        hit->path = arena_str(arena, search_sql_text(&index->doc, 0));
        hit->kind = arena_str(arena, search_sql_text(&index->doc, 1));
        names = arena_str(scratch, search_sql_text(&index->doc, 2));
    }
    search_sql_reset(&index->doc);
    int locale = (int)results->locale;
    hit->title = text_of(index, arena, doc, locale, TEXT_TITLE);
    hit->detail = text_of(index, arena, doc, locale, TEXT_DETAIL);
    make_snippet(index, results, marker, scratch, doc, names, hit);
    hit->snippet = arena_str(arena, hit->snippet);
}

#include "content/index/docs.h"

#include "base/check.h"
#include "content/search/text.h"
#include "i18n/edtf.h"

#include <string.h>

struct docs {
    struct map cities; /* hash of a city's id -> document */
    struct arena arena;
    struct search_doc doc;
};

static void
doc_clear(struct search_doc *doc) {
    for (int i = 0; i < LOCALE_COUNT; i++) {
        str_buf_clear(&doc->title[i]);
        str_buf_clear(&doc->detail[i]);
        str_buf_clear(&doc->body[i]);
    }
    str_buf_clear(&doc->keywords);
    str_buf_clear(&doc->names);
    str_buf_clear(&doc->dates);
    str_buf_clear(&doc->cities);
    doc->parent = 0;
}

static void
doc_finish(struct search_doc *doc) {
    for (int i = 0; i < LOCALE_COUNT; i++) {
        str_buf_finish(&doc->title[i]);
        str_buf_finish(&doc->detail[i]);
        str_buf_finish(&doc->body[i]);
    }
    str_buf_finish(&doc->keywords);
    str_buf_finish(&doc->names);
    str_buf_finish(&doc->dates);
    str_buf_finish(&doc->cities);
}

static void
join(struct str_buf *buf, struct str separator, struct str text) {
    if (text.n == 0) {
        return;
    }
    if (buf->n > 0) {
        str_buf_add(buf, separator);
    }
    str_buf_add(buf, text);
}

/* `ids` are separated by commas. */
static void
doc_add_cities(struct docs *docs, struct str ids, bool is_parent) {
    struct search_doc *doc = &docs->doc;
    struct str id;
    while (str_split(&ids, ',', &id)) {
        join(&doc->cities, STR("\n"), str_trim(id));
        uint32_t number;
        if (is_parent && map_get(&docs->cities, str_hash(str_trim(id), 0), &number)) {
            doc->parent = number;
        }
    }
}

static void
doc_add_date(struct docs *docs, struct str text, bool is_shown) {
    struct edtf date;
    if (text.n == 0 || !edtf_parse(text, &date, NULL)) {
        return;
    }
    join(&docs->doc.dates, STR("\n"), text);
    for (int i = 0; is_shown && i < LOCALE_COUNT; i++) {
        struct str shown = search_date_shown(&docs->arena, (enum locale_id)i, &date);
        join(&docs->doc.detail[i], STR(" · "), shown);
    }
}

static void
doc_add_piece(struct docs *docs, char piece, struct str tag, struct str text) {
    struct search_doc *doc = &docs->doc;
    text = str_trim(text);
    enum locale_id locale = (enum locale_id)0;
    bool has_locale = locale_from_tag(tag, &locale);
    switch ((enum search_piece)piece) {
    case PIECE_TITLE:
        join(&doc->title[locale], STR("\n"), text);
        break;
    case PIECE_NAME:
        join(&doc->names, STR("\n"), text);
        break;
    case PIECE_DETAIL:
        join(&doc->detail[locale], STR(" · "), text);
        break;
    case PIECE_LINE:
        join(has_locale ? &doc->body[locale] : &doc->keywords, STR("\n"), text);
        break;
    case PIECE_KEYWORD:
        join(&doc->keywords, STR("\n"), text);
        break;
    case PIECE_DATE:
    case PIECE_SHOWN_DATE:
        doc_add_date(docs, text, piece == PIECE_SHOWN_DATE);
        break;
    case PIECE_CITY:
    case PIECE_PARENT:
        doc_add_cities(docs, text, piece == PIECE_PARENT);
        break;
    }
}

static void
doc_load(struct docs *docs, struct search_sql *pieces, struct str id) {
    doc_clear(&docs->doc);
    search_sql_bind_str(pieces, 1, id);
    while (search_sql_step(pieces)) {
        struct str piece = search_sql_str(pieces, 0);
        struct str tag = search_sql_str(pieces, 1), text = search_sql_str(pieces, 2);
        if (piece.n == 1 && text.n > 0) {
            doc_add_piece(docs, piece.p[0], tag, text);
        }
    }
    search_sql_reset(pieces);
}

/* Articles have their kind in their id. */
static struct str
record_of(struct arena *arena, const struct search_kind *kind, struct str id) {
    return *kind->table ? arena_printf(arena, "%s/%.*s", kind->table, STR_ARG(id)) : id;
}

static bool
each_of_kind(struct docs *docs, sqlite3 *db, const struct search_kind *kind,
    bool (*visit)(void *self, struct search_doc *doc), void *self, struct err *err) {
    struct search_sql heads, pieces;
    search_sql_open(&heads, db, kind->heads);
    search_sql_open(&pieces, db, kind->pieces);
    bool ok = true;
    while (ok && search_sql_step(&heads)) {
        arena_reset(&docs->arena);
        struct search_doc *doc = &docs->doc;
        struct str id = arena_str(&docs->arena, search_sql_str(&heads, 0));
        doc_load(docs, &pieces, id);
        doc->number++;
        doc->record = record_of(&docs->arena, kind, id);
        doc->path = arena_str(&docs->arena, search_sql_str(&heads, 1));
        doc->kind = kind->name;
        doc->has_name = kind->has_name;
        doc->is_by_date = kind->is_by_date;
        if (strcmp(kind->name, "city") == 0) {
            map_put(&docs->cities, str_hash(id, 0), doc->number);
        }
        ok = visit(self, doc);
    }
    bool heads_ok = search_sql_end(&heads, "listing what can be found", err);
    return search_sql_end(&pieces, "reading what can be found", heads_ok ? err : NULL) &&
           heads_ok && ok;
}

bool
search_docs_each(
    sqlite3 *db, bool (*visit)(void *self, struct search_doc *doc), void *self, struct err *err) {
    struct docs docs = {0};
    arena_init(&docs.arena);
    bool ok = true;
    for (const struct search_kind *kind = search_kinds; ok && kind->name; kind++) {
        ok = each_of_kind(&docs, db, kind, visit, self, err);
    }
    doc_finish(&docs.doc);
    map_finish(&docs.cities);
    arena_finish(&docs.arena);
    return ok;
}

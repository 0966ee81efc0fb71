/* Which characters the content is written with, the commonest first: what a glyph cache should know
 * before the first visitor comes. */
#include "content/store/store_private.h"

#include "base/check.h"
#include "base/sort.h"
#include "base/utf8.h"
#include "base/xalloc.h"

#include <stdlib.h>

#define CODE_POINTS 0x30000u /* planes 0 to 2: where Han, kana and Hangul are */

/* The first few thousand texts of every kind say which characters are common. */
#define SOME(columns, table) \
    "SELECT * FROM (SELECT " columns " FROM " table " WHERE locale = ?1 LIMIT 4000)"

static const char some_texts[] = SOME("text", "blocks") " UNION ALL " SOME(
    "name || region || lead || note", "cities_text") " UNION ALL " SOME("title || detail || note",
    "events_text") " UNION ALL " SOME("text || note",
    "facts_text") " UNION ALL " SOME("label || note",
    "figures_text") " UNION ALL " SOME("title || summary", "articles_text");

struct tally {
    uint32_t code_point, count;
};

/* Commonest first; the code point settles a draw, so that the order is always the same. */
static int
compare_tallies(const void *a, const void *b) {
    const struct tally *x = a, *y = b;
    if (x->count != y->count) {
        return x->count < y->count ? 1 : -1;
    }
    return (x->code_point > y->code_point) - (x->code_point < y->code_point);
}

static void
count_text(uint32_t *counts, struct str text) {
    for (size_t at = 0; at < text.n;) {
        uint32_t c = utf8_next(text, &at);
        counts[c < CODE_POINTS ? c : 0]++;
    }
}

static struct str
commonest(const uint32_t *counts, struct arena *arena, size_t most) {
    struct tally *tallies = ARENA_ARRAY(arena, CODE_POINTS, struct tally);
    size_t count = 0;
    struct str_buf out = {0};
    for (uint32_t c = 0x2E80; c < CODE_POINTS; c++) { /* CJK radicals on: full-width scripts */
        if (counts[c]) {
            tallies[count++] = (struct tally){c, counts[c]};
        }
    }
    sort_items(tallies, count, sizeof(*tallies), compare_tallies);
    for (size_t i = 0; i < count && i < most; i++) {
        str_buf_utf8(&out, tallies[i].code_point);
    }
    struct str copy = arena_str(arena, str_buf_str(&out));
    str_buf_finish(&out);
    return copy;
}

bool
store_characters(struct store *store, struct arena *arena, enum locale_id locale, size_t most,
    struct str *out, struct err *err) {
    sqlite3_stmt *statement = store_prepare(store, some_texts, err);
    if (!statement) {
        return false;
    }
    uint32_t *counts = xcalloc(CODE_POINTS, sizeof(*counts));
    sqlite3_bind_text(statement, 1, locale_tag(locale), -1, SQLITE_STATIC);
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        const char *text = (const char *)sqlite3_column_text(statement, 0);
        count_text(counts, (struct str){text, (size_t)sqlite3_column_bytes(statement, 0)});
    }
    bool ok = code == SQLITE_DONE || store_fail(store->db, code, "reading the characters", err);
    *out = ok ? commonest(counts, arena, most) : (struct str){0};
    sqlite3_finalize(statement);
    free(counts);
    return ok;
}

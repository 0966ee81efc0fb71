#include "compiler/check/against.h"

#include "base/utf8.h"
#include "content/database.h"

/* Both texts without what they begin and end with alike. */
static void
strip(struct str *a, struct str *b) {
    size_t start = 0, end = 0;
    while (start < a->n && start < b->n && a->p[start] == b->p[start]) {
        start++;
    }
    while (start > 0 && start < a->n && utf8_continues(a->p[start])) {
        start--;
    }
    while (
        end < a->n - start && end < b->n - start && a->p[a->n - 1 - end] == b->p[b->n - 1 - end]) {
        end++;
    }
    while (end > 0 && utf8_continues(a->p[a->n - end])) {
        end--;
    }
    *a = str_slice(*a, start, a->n - end);
    *b = str_slice(*b, start, b->n - end);
}

/* Every encoding has these: a ? in their place was typed. */
static bool
is_sentence_end(uint32_t c) {
    return c < 0x80 || c == 0x3001 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x2026;
}

/* One by one: equal, or a ? in the place of one; a character beyond U+FFFF may have become two. */
static bool
align(struct str then, struct str now, struct str_buf *lost) {
    size_t i = 0, j = 0;
    while (i < then.n && j < now.n) {
        uint32_t old = utf8_next(then, &i), new = utf8_next(now, &j);
        if (old == new) {
            continue;
        }
        if (new != '?' || is_sentence_end(old)) {
            return false;
        }
        str_buf_utf8(lost, old);
        j += old > 0xFFFF && j < now.n && now.p[j] == '?';
    }
    return i == then.n && j == now.n && lost->n > 0;
}

static size_t
back(struct str s, size_t at, int count) {
    while (count-- > 0 && at > 0) {
        utf8_prev(s, &at);
    }
    return at;
}

static size_t
forth(struct str s, size_t at, int count) {
    while (count-- > 0 && at < s.n) {
        utf8_next(s, &at);
    }
    return at;
}

/* A ? in `now` and what stands round it; where that reaches an end of the text, so must what was.
 */
struct gap {
    struct str left, right;
    size_t count; /* of ? */
    bool is_first, is_last;
};

static bool
fits(const struct gap *gap, struct str then, size_t begin, struct str *was) {
    size_t end = forth(then, begin, (int)gap->count), first = begin;
    *was = str_slice(then, begin, end);
    return was->n > gap->count && str_starts(str_slice(then, end, then.n), gap->right) &&
           str_find(*was, STR("?")) == SIZE_MAX && !is_sentence_end(utf8_next(then, &first)) &&
           (!gap->is_first || begin == gap->left.n) &&
           (!gap->is_last || end + gap->right.n == then.n);
}

static bool
find_gap(const struct gap *gap, struct str then, struct str_buf *lost) {
    struct str was;
    for (size_t start = 0; start <= then.n; start++) {
        size_t at = gap->left.n > 0 ? str_find(str_slice(then, start, then.n), gap->left) : 0;
        if (at == SIZE_MAX || (gap->left.n == 0 && start > 0)) {
            return false;
        }
        start += at;
        if (fits(gap, then, start + gap->left.n, &was)) {
            str_buf_add(lost, was);
            return true;
        }
    }
    return false;
}

/* Two characters on one side of a ? and one on the other must be the same. */
static void
find_at(struct str then, struct str now, size_t from, size_t to, struct str_buf *lost) {
    for (int near = 2; near >= 1; near--) {
        size_t start = back(now, from, near), end = forth(now, to, 3 - near);
        struct gap gap = {str_slice(now, start, from), str_slice(now, to, end), to - from,
            start == 0, end == now.n};
        if (gap.left.n + gap.right.n >= 2 && find_gap(&gap, then, lost)) {
            return;
        }
    }
}

bool
against_find_lost(struct str then, struct str now, struct str_buf *lost) {
    struct str a = then, b = now;
    str_buf_clear(lost);
    if (str_eq(then, now)) {
        return false;
    }
    strip(&a, &b);
    if (align(a, b, lost)) {
        return true;
    }
    str_buf_clear(lost);
    for (size_t from = 0; from < now.n;) {
        size_t to = from;
        while (to < now.n && now.p[to] == '?') {
            to++;
        }
        if (to > from) {
            find_at(then, now, from, to, lost);
        }
        from = to > from ? to : from + 1;
    }
    return lost->n > 0;
}

struct against {
    struct check *check;
    struct store *store;
    struct err *err;
    struct str_buf lost;
};

/* What it is known by: up to three values of the question. */
struct key {
    struct str values[3];
    int count;
};

static struct str
answer(sqlite3_stmt *rows) {
    const char *text = (const char *)sqlite3_column_text(rows, 0);
    return (struct str){text ? text : "", text ? (size_t)sqlite3_column_bytes(rows, 0) : 0};
}

/* Reports the text when one of the answers had letters where it has ?. */
static bool
look_up(struct against *a, const char *sql, const struct key *key, const struct check_text *text,
    size_t first) {
    sqlite3_stmt *rows = store_prepare(a->store, sql, a->err);
    if (!rows) {
        return false;
    }
    for (int i = 0; i < key->count; i++) {
        const struct str *value = &key->values[i];
        sqlite3_bind_text(rows, i + 1, value->p ? value->p : "", (int)value->n, SQLITE_STATIC);
    }
    bool is_there = false, is_found = false;
    while (!is_there && sqlite3_step(rows) == SQLITE_ROW) {
        is_there = str_eq(answer(rows), text->text); /* it had its ? then */
    }
    sqlite3_reset(rows);
    while (!is_there && !is_found && sqlite3_step(rows) == SQLITE_ROW) {
        struct str then = answer(rows);
        if (against_find_lost(then, text->text, &a->lost)) {
            struct model *model = a->check->model;
            DIAG_ARGS(model->diag, DIAG_LOST_SINCE, check_place(a->check, text, first),
                arena_str(model->arena, then), text->text, str_buf_str(&a->lost));
            is_found = true;
        }
    }
    sqlite3_finalize(rows);
    return is_found;
}

/* So that a second rule does not speak of them. */
static void
note_places(struct against *a, const struct check_text *text) {
    for (size_t i = 0; i < text->text.n; i++) {
        if (text->text.p[i] == '?') {
            struct diag_place place = check_place(a->check, text, i);
            map_put(&a->check->lost_places, (uint64_t)place.file << 32 | place.at, 1);
        }
    }
}

static void
check_cell(
    struct against *a, const struct model_table *table, const struct model_row *row, size_t cell) {
    struct model *model = a->check->model;
    enum locale_id locale;
    const struct table_column *column = tables_of_cell(table->table, cell, &locale);
    struct check_text text = {
        .text = row->cells[cell].text, .locale = locale, .row = row, .cell = cell};
    size_t first = str_find(text.text, STR("?"));
    bool is_text = locale != LOCALE_COUNT;
    if (first == SIZE_MAX || (column->flags & COLUMN_MADE)) {
        return;
    }
    struct str sql;
    struct key key = {.values = {row->cells[0].text}, .count = 1};
    if (!tables_has_id(table->table)) { /* names */
        sql = STR("SELECT text FROM names WHERE record = ?1 AND lang = ?2 AND kind = ?3");
        key = (struct key){{row->cells[0].text, row->cells[1].text, row->cells[2].text}, 3};
    } else if (is_text) {
        sql = arena_printf(model->arena, "SELECT \"%s\" FROM %s_text WHERE id = ?1 AND locale = ?2",
            column->name, table->table->sql);
        key.values[key.count++] = str_from(locale_tag(locale));
    } else {
        sql = arena_printf(
            model->arena, "SELECT \"%s\" FROM %s WHERE id = ?1", column->name, table->table->sql);
    }
    if (look_up(a, sql.p, &key, &text, first)) {
        note_places(a, &text);
    }
}

static void
check_block(struct against *a, struct str article, const struct model_body *body, size_t i) {
    struct str bytes = sources_at(a->check->model->diag->sources, body->file)->bytes;
    uint32_t start = body->places[i];
    uint32_t end = i + 1 < body->count ? body->places[i + 1] : (uint32_t)bytes.n;
    struct check_text raw = {.text = str_slice(bytes, start, end),
        .locale = body->locale,
        .fixed = {body->file, start},
        .is_running = true};
    struct check_text text = raw;
    size_t first = str_find(raw.text, STR("?"));
    struct key key = {{article, str_from(locale_tag(body->locale))}, 2};
    text.text = body->blocks[i].text;
    if (first != SIZE_MAX && str_find(text.text, STR("?")) != SIZE_MAX &&
        look_up(
            a, "SELECT text FROM blocks WHERE article = ?1 AND locale = ?2", &key, &text, first)) {
        note_places(a, &raw);
    }
}

static void
check_articles_since(struct against *a) {
    struct model *model = a->check->model;
    for (size_t i = 0; i < model->article_count; i++) {
        const struct model_article *article = &model->articles[i];
        struct str id = model->tables[TABLE_ARTICLES].rows[article->row].cells[0].text;
        for (int l = 0; l < LOCALE_COUNT; l++) {
            for (size_t b = 0; b < article->bodies[l].count; b++) {
                check_block(a, id, &article->bodies[l], b);
            }
        }
    }
}

bool
against_check(struct check *check, const char *path, struct err *err) {
    struct against a = {.check = check, .err = err};
    a.store = store_open(path, err);
    if (!a.store) {
        return false;
    }
    for (size_t t = 0; t < TABLE_COUNT; t++) {
        const struct model_table *table = &check->model->tables[t];
        for (size_t i = 0; i < table->count; i++) {
            for (size_t cell = 0; cell < tables_cell_count(table->table); cell++) {
                check_cell(&a, table, &table->rows[i], cell);
            }
        }
    }
    check_articles_since(&a);
    str_buf_finish(&a.lost);
    store_close(a.store);
    return true;
}

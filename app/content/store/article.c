/* Articles and their blocks. */
#include "content/store/store_private.h"

#include "base/check.h"

#include <stddef.h>

#define AT(field) offsetof(struct store_article, field)
static const size_t article_fields[] = {AT(kind), AT(slug), AT(title), AT(summary), AT(source),
    AT(as_of), AT(speaker), AT(cities), AT(checklist), AT(figures), AT(events)};
#undef AT

static void
read_article(struct store_rows *rows, struct store_article *item) {
    int at = (int)ARRAY_LEN(article_fields);
    store_fill(rows, item, article_fields, ARRAY_LEN(article_fields));
    item->agenda_only = store_str(rows, at).n > 0;
    item->position = store_int(rows, at + 1, 0);
}

bool
store_articles(struct store *store, struct arena *arena, enum locale_id locale,
    struct store_window window, struct store_article **out, size_t *count, struct err *err) {
    struct store_rows rows;
    struct store_list list = store_list(arena, sizeof(**out));
    store_begin_window(&rows, store, QUERY_ARTICLES, arena, locale, &window, err);
    while (store_step(&rows)) {
        read_article(&rows, store_list_add(&list));
    }
    *out = list.items;
    *count = list.count;
    return store_end(&rows);
}

static void
begin_for_slug(struct store_rows *rows, struct store *store, enum store_query query,
    struct arena *arena, enum locale_id locale, struct str kind, struct str slug, struct err *err) {
    store_begin(rows, store, query, arena, err);
    store_bind_locale(rows, 1, locale);
    store_bind_str(rows, 2, kind);
    store_bind_str(rows, 3, slug);
}

bool
store_article(struct store *store, struct arena *arena, enum locale_id locale, struct str kind,
    struct str slug, struct store_article *out, bool *found, struct err *err) {
    struct store_rows rows;
    *out = (struct store_article){0};
    *found = false;
    begin_for_slug(&rows, store, QUERY_ARTICLE, arena, locale, kind, slug, err);
    while (store_step(&rows)) {
        read_article(&rows, out);
        *found = true;
    }
    return store_end(&rows);
}

static const struct str block_words[] = {[BLOCK_HEADING] = STR_INIT("heading"),
    [BLOCK_PARAGRAPH] = STR_INIT("paragraph"),
    [BLOCK_BULLET] = STR_INIT("bullet"),
    [BLOCK_NUMBERED] = STR_INIT("numbered"),
    [BLOCK_NOTE] = STR_INIT("note"),
    [BLOCK_CELL] = STR_INIT("cell"),
    [BLOCK_PICTURE] = STR_INIT("picture"),
    [BLOCK_SOURCE] = STR_INIT("source")};
static const struct str mark_words[] = {[MARK_STRONG] = STR_INIT("strong"),
    [MARK_LINK] = STR_INIT("link"),
    [MARK_LANG] = STR_INIT("lang"),
    [MARK_RUBY] = STR_INIT("ruby"),
    [MARK_PICTURE] = STR_INIT("picture")};

struct str
store_block_word(enum block_kind kind) {
    return block_words[kind];
}

struct str
store_mark_word(enum block_mark_kind kind) {
    return mark_words[kind];
}

/* Index of `word`, or `count` when a damaged database holds another. */
static size_t
word_index(const struct str *words, size_t count, struct str word) {
    size_t i = 0;
    while (i < count && !str_eq(words[i], word)) {
        i++;
    }
    return i;
}

struct mark_row {
    struct store_mark mark;
    int64_t block;
};

/* Marks come ordered by block, so each block's are a slice of one array. */
static bool
read_marks(struct store_rows *rows, struct store_list *list) {
    while (store_step(rows)) {
        size_t kind = word_index(mark_words, ARRAY_LEN(mark_words), store_str(rows, 1));
        if (kind == ARRAY_LEN(mark_words)) {
            continue;
        }
        struct mark_row *row = store_list_add(list);
        row->mark.argument = store_str(rows, 0);
        row->mark.kind = (enum block_mark_kind)kind;
        row->mark.start = (size_t)store_int(rows, 2, 0);
        row->mark.end = (size_t)store_int(rows, 3, 0);
        row->block = store_int(rows, 4, 0);
    }
    return store_end(rows);
}

/* A damaged database cannot send a reader over the end, or back. */
static bool
fits(const struct store_block *block, const struct store_mark *mark) {
    size_t before = block->mark_count ? block->marks[block->mark_count - 1].start : 0;
    return mark->start >= before && mark->start <= mark->end && mark->end <= block->text.n;
}

/* Takes the marks of block `position` off the front of `marks`; those that do not fit the text, or
 * begin before the one before, are left out. */
static void
take_marks(struct arena *arena, struct store_block *block, int64_t position,
    const struct store_list *marks, size_t *next) {
    const struct mark_row *rows = marks->items;
    size_t start = *next;
    while (*next < marks->count && rows[*next].block <= position) {
        (*next)++;
    }
    block->marks = ARENA_ARRAY(arena, *next - start, struct store_mark);
    for (size_t i = start; i < *next; i++) {
        if (rows[i].block == position && fits(block, &rows[i].mark)) {
            block->marks[block->mark_count++] = rows[i].mark;
        }
    }
}

bool
store_blocks(struct store *store, struct arena *arena, enum locale_id locale, struct str kind,
    struct str slug, struct store_block **out, size_t *count, struct err *err) {
    struct store_rows rows;
    struct store_list list = store_list(arena, sizeof(**out));
    struct store_list marks = store_list(arena, sizeof(struct mark_row));
    *out = NULL;
    *count = 0;
    begin_for_slug(&rows, store, QUERY_MARKS, arena, locale, kind, slug, err);
    if (!read_marks(&rows, &marks)) {
        return false;
    }
    size_t next = 0;
    begin_for_slug(&rows, store, QUERY_BLOCKS, arena, locale, kind, slug, err);
    while (store_step(&rows)) {
        size_t word = word_index(block_words, ARRAY_LEN(block_words), store_str(&rows, 1));
        if (word == ARRAY_LEN(block_words)) {
            continue;
        }
        struct store_block *block = store_list_add(&list);
        block->text = store_str(&rows, 0);
        block->kind = (enum block_kind)word;
        block->level = (int)store_int(&rows, 2, 0);
        block->number = (int)store_int(&rows, 3, 0);
        take_marks(arena, block, store_int(&rows, 4, 0), &marks, &next);
    }
    *out = list.items;
    *count = list.count;
    return store_end(&rows);
}

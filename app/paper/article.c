/* The prose of a guide, a case, a talk or a report. */
#include "paper/document.h"

#include "base/check.h"
#include "base/vec.h"

/* An article in every language of the sheet; blocks at the same place in their sections stand side
 * by side. */
struct article {
    struct store_article head[SHEET_LANGUAGES];
    struct store_block *blocks[SHEET_LANGUAGES];
    size_t count[SHEET_LANGUAGES], at[SHEET_LANGUAGES];
};

static bool
load(struct document *d, struct article *a, struct str kind, struct str slug) {
    struct arena *arena = d->sheet.arena;
    bool found = false;
    for (int i = 0; d->ok && i < d->sheet.lang_count; i++) {
        enum locale_id locale = d->in[i].locale;
        d->ok = store_article(d->store, arena, locale, kind, slug, &a->head[i], &found, d->err);
        if (!d->ok || !found) {
            return false;
        }
        d->ok =
            store_blocks(d->store, arena, locale, kind, slug, &a->blocks[i], &a->count[i], d->err);
    }
    return d->ok && found;
}

/* Marks may nest, spans may not: what holds over the piece from `start`. */
static struct text_span
span_over(const struct store_block *block, enum locale_id lang, size_t start, size_t end,
    bool *is_marked) {
    struct text_span span = {.start = start, .end = end, .lang = lang};
    *is_marked = false;
    for (size_t i = 0; i < block->mark_count; i++) {
        const struct store_mark *mark = &block->marks[i];
        enum locale_id other;
        if (mark->start > start || mark->end < end) {
            continue;
        }
        if (mark->kind == MARK_STRONG) {
            span.weight = TEXT_BOLD;
        } else if (mark->kind == MARK_RUBY) {
            span.ruby = mark->argument;
        } else if (mark->kind == MARK_LANG && locale_from_tag(mark->argument, &other)) {
            span.lang = other;
        } else {
            continue;
        }
        *is_marked = true;
    }
    return span;
}

static size_t
next_edge(const struct store_block *block, size_t after) {
    size_t next = block->text.n;
    for (size_t i = 0; i < block->mark_count; i++) {
        size_t edges[] = {block->marks[i].start, block->marks[i].end};
        for (size_t j = 0; j < ARRAY_LEN(edges); j++) {
            next = edges[j] > after && edges[j] < next ? edges[j] : next;
        }
    }
    return next;
}

/* {団長}: a field to be filled in. It becomes its name, between spaces, over a line to write on. */
struct field_text {
    struct str_buf text;
    struct text_span *spans;
    size_t count, cap;
};

static void
add_piece(struct document *d, struct field_text *out, struct str piece, struct text_span span,
    bool is_marked) {
    size_t start = out->text.n;
    str_buf_add(&out->text, piece);
    if (is_marked) {
        VEC_ROOM_IN(d->sheet.arena, out->spans, out->count, out->cap, 1);
        span.start = start;
        span.end = out->text.n;
        out->spans[out->count++] = span;
    }
}

static void
add_fields(struct document *d, struct field_text *out, struct str piece, struct text_span span,
    bool is_marked) {
    while (piece.n > 0) {
        size_t open = str_find(piece, STR("{"));
        struct str rest = open == SIZE_MAX ? (struct str){0} : str_slice(piece, open, piece.n);
        size_t close = str_find(rest, STR("}"));
        if (close == SIZE_MAX || close < 2) {
            add_piece(d, out, piece, span, is_marked);
            return;
        }
        struct text_span blank = span;
        blank.tag = SHEET_BLANK;
        struct str name = str_slice(rest, 1, close);
        if (open > 0) {
            add_piece(d, out, str_slice(piece, 0, open), span, is_marked);
        }
        add_piece(d, out, arena_printf(d->sheet.arena, "\u2003%.*s\u2003\u2003", STR_ARG(name)),
            blank, true);
        piece = str_slice(rest, close + 1, rest.n);
    }
}

static void
set_text(struct document *d, struct sheet_cell *cell, const struct store_block *block) {
    struct field_text out = {0};
    for (size_t start = 0; start < block->text.n;) {
        bool is_marked;
        size_t end = next_edge(block, start);
        struct text_span span = span_over(block, cell->lang, start, end, &is_marked);
        add_fields(d, &out, str_slice(block->text, start, end), span, is_marked);
        start = end;
    }
    cell->text = arena_str(d->sheet.arena, str_buf_str(&out.text));
    cell->spans = out.spans;
    cell->span_count = out.count;
    str_buf_finish(&out.text);
    struct str whole = sheet_text(&d->sheet, cell->text);
    cell->span_count = whole.p == cell->text.p ? cell->span_count : 0;
    cell->text = whole;
}

/* "Title A · Title B" of the ids in a BLOCK_SOURCE. */
static struct str
source_titles(struct document *d, int i, struct str ids) {
    struct str id, titles = {0};
    while (d->ok && str_split(&ids, ',', &id)) {
        struct store_section section;
        bool found = false;
        id = str_trim(id);
        d->ok =
            store_section(d->store, d->sheet.arena, d->in[i].locale, id, &section, &found, d->err);
        if (d->ok && found) {
            document_source(d, id);
            titles = phrasing_join(&d->in[i], d->sheet.arena, titles, section.title);
        }
    }
    struct msg_arg args[] = {MSG_TEXT(titles)};
    return titles.n == 0 ? titles
                         : i18n_format(d->in[i].i18n, d->sheet.arena, d->in[i].locale,
                               MSG_SOURCE_LINE, args, 1);
}

/* A row of a table is one paragraph: the first cell bold, the others behind it. */
static void
set_table_row(struct document *d, struct article *a, struct sheet_cell *cell, int i) {
    const struct store_block *blocks = a->blocks[i];
    int level = blocks[a->at[i]].level;
    size_t first = a->at[i];
    struct str rest = {0};
    while (a->at[i] < a->count[i] && blocks[a->at[i]].kind == BLOCK_CELL &&
           blocks[a->at[i]].level == level && (a->at[i] == first || blocks[a->at[i]].number > 1)) {
        struct str text = blocks[a->at[i]].text;
        rest = a->at[i] == first ? rest : phrasing_join(&d->in[i], d->sheet.arena, rest, text);
        a->at[i]++;
    }
    cell->text = document_led(d, cell, blocks[first].text, rest);
    cell->style = level == 0 ? SHEET_SMALL : SHEET_BODY;
    cell->indent_pt = DOCUMENT_BULLET_PT;
}

static void
set_marker(struct document *d, struct sheet_cell *cell, const struct store_block *block) {
    float step = block->level > 1 ? 2 * DOCUMENT_BULLET_PT : DOCUMENT_BULLET_PT;
    if (block->kind == BLOCK_BULLET) {
        cell->mark = STR("•");
        cell->indent_pt = step;
    } else if (block->kind == BLOCK_NUMBERED) {
        cell->mark = arena_printf(d->sheet.arena, "%d.", block->number);
        cell->indent_pt = step + 5;
    }
}

/* The block that is next in language `i` becomes a cell; with the note that follows it. */
static void
set_cell(struct document *d, struct article *a, struct sheet_row *row, int i) {
    struct sheet_cell *cell = &row->cells[i];
    const struct store_block *block = &a->blocks[i][a->at[i]];
    if (block->kind == BLOCK_CELL) {
        set_table_row(d, a, cell, i);
        return;
    }
    a->at[i]++;
    switch (block->kind) {
    case BLOCK_HEADING:
        cell->style = SHEET_HEADING;
        row->before_pt = 8;
        row->keeps_next = true;
        break;
    case BLOCK_SOURCE:
        cell->style = SHEET_SMALL;
        cell->text = source_titles(d, i, block->text);
        return;
    case BLOCK_NOTE:
        cell->style = SHEET_SMALL;
        break;
    default:
        set_marker(d, cell, block);
        break;
    }
    set_text(d, cell, block);
    const struct store_block *next = block + 1;
    if (block->kind != BLOCK_NOTE && a->at[i] < a->count[i] && next->kind == BLOCK_NOTE) {
        cell->note = sheet_text(&d->sheet, next->text);
        a->at[i]++;
    }
}

/* "Phrases for it", which leads to another page. */
static bool
is_way_on(const struct store_block *block) {
    bool is_item = block->kind == BLOCK_BULLET || block->kind == BLOCK_NUMBERED;
    for (size_t i = 0; is_item && i < block->mark_count; i++) {
        const struct store_mark *mark = &block->marks[i];
        if (mark->kind == MARK_LINK && mark->start == 0 && mark->end == block->text.n) {
            return true;
        }
    }
    return false;
}

/* What stays on the screen: pictures, ways on to other pages, and a heading over nothing else. */
static bool
is_for_screens(const struct article *a, int i, size_t at) {
    const struct store_block *blocks = a->blocks[i];
    size_t next = at + 1;
    if (blocks[at].kind != BLOCK_HEADING) {
        return blocks[at].kind == BLOCK_PICTURE || is_way_on(&blocks[at]);
    }
    while (next < a->count[i] && is_way_on(&blocks[next])) {
        next++;
    }
    bool is_end = next == a->count[i] || blocks[next].kind == BLOCK_HEADING;
    return next > at + 1 && is_end;
}

static const struct store_block *
next_block(struct article *a, int i) {
    while (a->at[i] < a->count[i] && is_for_screens(a, i, a->at[i])) {
        a->at[i]++;
    }
    return a->at[i] < a->count[i] ? &a->blocks[i][a->at[i]] : NULL;
}

/* One row: the next block of every language; a heading waits until the others have come to theirs.
 * False when there is none. */
static bool
add_row(struct document *d, struct article *a) {
    const struct store_block *next[SHEET_LANGUAGES] = {0};
    int headings = 0, left = 0;
    for (int i = 0; i < d->sheet.lang_count; i++) {
        next[i] = next_block(a, i);
        left += next[i] != NULL;
        headings += next[i] && next[i]->kind == BLOCK_HEADING;
    }
    if (left == 0) {
        return false;
    }
    struct sheet_row *row = sheet_row(&d->sheet, SHEET_BODY);
    row->before_pt = 3;
    for (int i = 0; i < row->columns; i++) {
        bool waits = next[i] && next[i]->kind == BLOCK_HEADING && headings < left;
        if (next[i] && !waits) {
            set_cell(d, a, row, i);
        }
    }
    sheet_close_row(&d->sheet, row);
    return true;
}

bool
document_article(struct document *d, struct str kind, struct str slug, int level) {
    struct article a = {0};
    struct str titles[SHEET_LANGUAGES] = {{0}};
    if (!load(d, &a, kind, slug)) {
        return false;
    }
    for (int i = 0; i < d->sheet.lang_count; i++) {
        titles[i] = a.head[i].title;
    }
    if (level > 0) {
        document_heading(d, titles, level);
    }
    struct sheet_row *lead = sheet_row(&d->sheet, SHEET_SMALL);
    for (int i = 0; i < lead->columns; i++) {
        lead->cells[i].text = sheet_text(&d->sheet, a.head[i].summary);
    }
    while (d->ok && add_row(d, &a)) {
    }
    document_source(d, a.head[0].source);
    return true;
}

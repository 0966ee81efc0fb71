/* The body of an article: CommonMark (through libcmark) into a flat list of blocks with marks.
 *
 * cmark's tree is walked once. Only what docs/CONTENT.md allows becomes blocks; everything else is
 * reported where it stands and its text is kept, so that later mistakes are still found. Inline
 * HTML is not a tree in CommonMark: <span lang> and <ruby> are matched here with a small stack
 * that must be empty at the end of the block. */
#include "compiler/read/article.h"

#include "base/check.h"
#include "base/sort.h"
#include "base/vec.h"
#include "compiler/check/chars.h"
#include "compiler/read/grid.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

#define INLINE_DEPTH 16

struct open_tag {
    bool is_ruby, has_reading;
    size_t start, end; /* of the text; `end` for the base of a ruby */
    struct str argument;
    struct diag_place place;
};
struct builder {
    struct model *model;
    enum locale_id locale;
    struct model_body *body;
    size_t base_line; /* line of the file where the body begins */
    size_t block_cap, place_cap;
    bool has_heading;
    const struct diag_place *fixed; /* of everything in the cell of a table; NULL: by lines */
    /* of the block under construction */
    struct str_buf text, reading;
    bool is_reading, is_break_due;
    struct store_mark *marks;
    size_t mark_count, mark_cap;
    struct open_tag tags[INLINE_DEPTH];
    size_t tag_count;
};

static struct diag_place
place_of(struct builder *b, cmark_node *node) {
    struct source *source = sources_at(b->model->diag->sources, b->body->file);
    if (b->fixed) {
        return *b->fixed;
    }
    while (node && cmark_node_get_start_line(node) <= 0) {
        node = cmark_node_parent(node); /* breaks have no place of their own */
    }
    size_t at = b->body->start;
    if (node) {
        int line = cmark_node_get_start_line(node), column = cmark_node_get_start_column(node);
        at = source_line_start(source, b->model->arena, b->base_line + (size_t)line - 1) +
             (size_t)(column > 0 ? column - 1 : 0);
    }
    at = at > source->bytes.n ? source->bytes.n : at;
    return (struct diag_place){b->body->file, (uint32_t)at};
}

static void
refuse(struct builder *b, cmark_node *node, struct str sign) {
    DIAG_ARGS(b->model->diag, DIAG_MARKDOWN_NOT_ALLOWED, place_of(b, node), sign);
}

static void
add_mark(struct builder *b, enum block_mark_kind kind, size_t start, struct str argument) {
    VEC_ROOM_IN(b->model->arena, b->marks, b->mark_count, b->mark_cap, 1);
    b->marks[b->mark_count++] =
        (struct store_mark){kind, start, b->text.n, arena_str(b->model->arena, argument)};
}

/* A line end in the source is a space, except between characters of a language without spaces. */
static void
add_due_break(struct builder *b, struct str next) {
    bool is_due = b->is_break_due;
    b->is_break_due = false;
    if (!is_due || b->text.n == 0 || next.n == 0) {
        return;
    }
    enum locale_script script = locale_script(b->locale);
    bool is_tight = (script == LOCALE_KANA || script == LOCALE_HAN) &&
                    (unsigned char)next.p[0] >= 0x80 &&
                    (unsigned char)b->text.p[b->text.n - 1] >= 0x80;
    if (!is_tight) {
        str_buf_byte(&b->text, ' ');
    }
}

static void
add_text(struct builder *b, const char *literal) {
    struct str text = str_from(literal);
    if (b->is_reading) {
        str_buf_add(&b->reading, text);
        return;
    }
    add_due_break(b, text);
    while (b->text.n == 0 && str_starts(text, STR("\u3000"))) {
        text = str_slice(text, 3, text.n); /* the indent of a paragraph is the screen's */
    }
    str_buf_add(&b->text, text);
}

static void
unbalanced(struct builder *b, struct diag_place place, struct str tag) {
    DIAG_ARGS(b->model->diag, DIAG_HTML_UNBALANCED, place, tag);
}

static void
open_tag(struct builder *b, bool is_ruby, struct str argument, struct diag_place place) {
    if (b->tag_count == INLINE_DEPTH) {
        DIAG_AT(b->model->diag, DIAG_TOO_MANY_MARKS, place);
        return;
    }
    add_due_break(b, STR("x"));
    b->tags[b->tag_count++] =
        (struct open_tag){is_ruby, false, b->text.n, b->text.n, argument, place};
}

static void
close_ruby(struct builder *b, const struct open_tag *tag) {
    struct str reading = str_trim(str_buf_str(&b->reading));
    if (!tag->has_reading) {
        unbalanced(b, tag->place, STR("<ruby>"));
    } else if (!chars_is_sound(reading)) {
        DIAG_ARGS(b->model->diag, DIAG_RUBY_NOT_KANA, tag->place, reading);
    }
    add_mark(b, MARK_RUBY, tag->start, reading);
    b->marks[b->mark_count - 1].end = tag->end;
    str_buf_clear(&b->reading);
}

static void
close_tag(struct builder *b, bool is_ruby, struct str literal, struct diag_place place) {
    if (b->tag_count == 0 || b->tags[b->tag_count - 1].is_ruby != is_ruby || b->is_reading) {
        unbalanced(b, place, literal);
        return;
    }
    const struct open_tag *tag = &b->tags[--b->tag_count];
    if (is_ruby) {
        close_ruby(b, tag);
    } else {
        add_mark(b, MARK_LANG, tag->start, tag->argument);
    }
}

static void
toggle_reading(struct builder *b, bool opens, struct str literal, struct diag_place place) {
    struct open_tag *tag = b->tag_count > 0 ? &b->tags[b->tag_count - 1] : NULL;
    bool fits = tag && tag->is_ruby && (opens ? !tag->has_reading : b->is_reading);
    if (!fits) {
        unbalanced(b, place, literal);
        return;
    }
    b->is_reading = opens;
    if (opens) {
        tag->has_reading = true;
        tag->end = b->text.n;
    }
}

/* Of <span lang="…">, whatever quotes a word processor made of them; empty for other tags. */
static struct str
span_language(struct str html) {
    static const struct str quotes[] = {
        STR_INIT("\""), STR_INIT("'"), STR_INIT("“"), STR_INIT("”"), STR_INIT("‘"), STR_INIT("’")};
    static const struct str start = STR_INIT("<span lang=");
    if (!str_starts(html, start) || !str_ends(html, STR(">"))) {
        return (struct str){0};
    }
    struct str tag = str_slice(html, start.n, html.n - 1);
    size_t opened = 0, closed = 0;
    for (size_t i = 0; i < ARRAY_LEN(quotes); i++) {
        opened = str_starts(tag, quotes[i]) ? quotes[i].n : opened;
        closed = str_ends(tag, quotes[i]) ? quotes[i].n : closed;
    }
    bool is_quoted = opened > 0 && closed > 0 && tag.n > opened + closed;
    return is_quoted ? str_slice(tag, opened, tag.n - closed) : (struct str){0};
}

static void
add_html(struct builder *b, cmark_node *node) {
    struct str html = str_from(cmark_node_get_literal(node));
    struct diag_place place = place_of(b, node);
    struct str tag = span_language(html);
    if (tag.n > 0) {
        tag = arena_str(b->model->arena, tag);
        model_add_span(b->model, tag, place);
        open_tag(b, false, tag, place);
    } else if (str_eq(html, STR("</span>"))) {
        close_tag(b, false, html, place);
    } else if (str_eq(html, STR("<ruby>"))) {
        open_tag(b, true, STR(""), place);
    } else if (str_eq(html, STR("</ruby>"))) {
        close_tag(b, true, html, place);
    } else if (str_eq(html, STR("<rt>")) || str_eq(html, STR("</rt>"))) {
        toggle_reading(b, html.p[1] != '/', html, place);
    } else {
        DIAG_ARGS(b->model->diag, DIAG_HTML_NOT_ALLOWED, place, str_slice(html, 0, 40));
    }
}

static void add_inlines(struct builder *b, cmark_node *parent, int depth);

static void
add_link(struct builder *b, cmark_node *node, int depth) {
    struct str url = str_from(cmark_node_get_url(node));
    struct diag_place place = place_of(b, node);
    add_due_break(b, STR("x"));
    size_t start = b->text.n;
    add_inlines(b, node, depth + 1);
    if (b->text.n == start) {
        DIAG_AT(b->model->diag, DIAG_EMPTY_LINK, place);
    } else if (b->text.p[start] == '^') {
        refuse(b, node, STR("[^…]")); /* a footnote */
        return;
    }
    add_mark(b, MARK_LINK, start, url);
    struct model_link *link = model_add_link(b->model);
    *link = (struct model_link){arena_str(b->model->arena, url), place};
}

static void
add_strong(struct builder *b, cmark_node *node, int depth) {
    add_due_break(b, STR("x"));
    size_t start = b->text.n;
    add_inlines(b, node, depth + 1);
    add_mark(b, MARK_STRONG, start, STR(""));
}

static void
add_inline(struct builder *b, cmark_node *node, int depth) {
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        add_text(b, cmark_node_get_literal(node));
        break;
    case CMARK_NODE_SOFTBREAK:
        b->is_break_due = true;
        break;
    case CMARK_NODE_LINEBREAK:
        refuse(b, node, STR("\\ ⏎"));
        b->is_break_due = true;
        break;
    case CMARK_NODE_CODE:
        refuse(b, node, STR("`…`"));
        add_text(b, cmark_node_get_literal(node));
        break;
    case CMARK_NODE_EMPH:
        refuse(b, node, STR("*…*"));
        add_inlines(b, node, depth + 1);
        break;
    case CMARK_NODE_STRONG:
        add_strong(b, node, depth);
        break;
    case CMARK_NODE_LINK:
        add_link(b, node, depth);
        break;
    case CMARK_NODE_IMAGE:
        DIAG_AT(b->model->diag, DIAG_IMAGE_NOT_ALLOWED, place_of(b, node));
        break;
    case CMARK_NODE_HTML_INLINE:
        add_html(b, node);
        break;
    default:
        refuse(b, node, str_from(cmark_node_get_type_string(node)));
    }
}

static void
add_inlines(struct builder *b, cmark_node *parent, int depth) {
    if (depth == INLINE_DEPTH) {
        DIAG_AT(b->model->diag, DIAG_TOO_MANY_MARKS, place_of(b, parent));
        return;
    }
    for (cmark_node *n = cmark_node_first_child(parent); n; n = cmark_node_next(n)) {
        add_inline(b, n, depth);
    }
}

/* By start; of two that start together the longer one first, so that marks nest. */
static int
compare_marks(const void *left, const void *right) {
    const struct store_mark *a = left, *b = right;
    if (a->start != b->start) {
        return a->start < b->start ? -1 : 1;
    }
    if (a->end != b->end) {
        return a->end > b->end ? -1 : 1;
    }
    return (a->kind > b->kind) - (a->kind < b->kind);
}

/* The lines of a paragraph as they stand in the file. */
static struct str
lines_of(struct builder *b, cmark_node *node) {
    struct source *source = sources_at(b->model->diag->sources, b->body->file);
    size_t first = b->base_line + (size_t)cmark_node_get_start_line(node) - 1;
    size_t last = b->base_line + (size_t)cmark_node_get_end_line(node) - 1;
    return str_slice(source->bytes, source_line_start(source, b->model->arena, first),
        source_line_start(source, b->model->arena, last + 1));
}

static size_t
after_removal(size_t at, size_t open, size_t close) {
    return at - (at > open ? 2 : 0) - (at > close ? 2 : 0);
}

/* CommonMark takes ** beside a bracket or a quotation mark for a closing one only before a space:
 * **「名刺」**は and **명함(2장)**은 stay signs. In languages without spaces there, they are
 * strong. */
static void
take_strong(struct builder *b, cmark_node *node) {
    bool is_escaped = !b->fixed && str_find(lines_of(b, node), STR("\\*")) != SIZE_MAX;
    for (size_t open = 0; !is_escaped && open + 4 < b->text.n;) {
        struct str text = str_buf_str(&b->text);
        size_t found = str_find(str_slice(text, open, text.n), STR("**"));
        open = found == SIZE_MAX ? text.n : open + found;
        found = str_find(str_slice(text, open + 2, text.n), STR("**"));
        size_t close = open + 2 + found;
        bool is_pair = found != SIZE_MAX && found > 0 && text.p[open + 2] != ' ' &&
                       text.p[close - 1] != ' ' && text.p[open + 2] != '*';
        if (!is_pair) {
            return;
        }
        memmove(b->text.p + close, b->text.p + close + 2, text.n - close - 2);
        memmove(b->text.p + open, b->text.p + open + 2, text.n - 2 - open - 2);
        b->text.n -= 4;
        for (size_t i = 0; i < b->mark_count; i++) {
            b->marks[i].start = after_removal(b->marks[i].start, open, close);
            b->marks[i].end = after_removal(b->marks[i].end, open, close);
        }
        add_mark(b, MARK_STRONG, open, STR(""));
        b->marks[b->mark_count - 1].end = close - 2;
        open = close - 2;
    }
}

static struct store_block *
push_block(struct builder *b, struct diag_place place) {
    struct model_body *body = b->body;
    VEC_ROOM_IN(b->model->arena, body->blocks, body->count, b->block_cap, 1);
    VEC_ROOM_IN(b->model->arena, body->places, body->count, b->place_cap, 1);
    body->places[body->count] = place.at;
    return &body->blocks[body->count++];
}

/* Takes what the inlines of `node` left behind as one block. */
static void
add_block(struct builder *b, cmark_node *node, enum block_kind kind, int level, int number) {
    struct diag_place place = place_of(b, node);
    str_buf_clear(&b->text);
    str_buf_clear(&b->reading);
    b->marks = NULL;
    b->mark_count = b->mark_cap = b->tag_count = 0;
    b->is_reading = b->is_break_due = false;
    add_inlines(b, node, 0);
    for (size_t i = 0; i < b->tag_count; i++) {
        unbalanced(b, b->tags[i].place, b->tags[i].is_ruby ? STR("<ruby>") : STR("<span>"));
    }
    take_strong(b, node);
    if (b->mark_count > 1) {
        sort_items(b->marks, b->mark_count, sizeof(*b->marks), compare_marks);
    }
    struct store_block *block = push_block(b, place);
    *block = (struct store_block){kind, level, number,
        arena_str(b->model->arena, str_buf_str(&b->text)), b->marks, b->mark_count};
    if (str_trim(block->text).n == 0 && kind != BLOCK_CELL) {
        DIAG_ARGS(b->model->diag, DIAG_EMPTY_BLOCK, place, article_block_sign(block));
    }
}

static void
add_heading(struct builder *b, cmark_node *node) {
    int level = cmark_node_get_heading_level(node);
    if (level < 2 || level > 3) {
        DIAG_ARGS(b->model->diag, DIAG_HEADING_LEVEL, place_of(b, node),
            arena_printf(b->model->arena, "%d", level));
        level = level < 2 ? 2 : 3;
    } else if (level == 3 && !b->has_heading) {
        DIAG_AT(b->model->diag, DIAG_HEADING_JUMP, place_of(b, node));
    }
    b->has_heading = true;
    add_block(b, node, BLOCK_HEADING, level, 0);
}

static void
add_note(struct builder *b, cmark_node *node) {
    cmark_node *child = cmark_node_first_child(node);
    if (!child) {
        DIAG_ARGS(b->model->diag, DIAG_EMPTY_BLOCK, place_of(b, node), STR(">"));
    }
    for (; child; child = cmark_node_next(child)) {
        if (cmark_node_get_type(child) == CMARK_NODE_PARAGRAPH) {
            add_block(b, child, BLOCK_NOTE, 0, 0);
        } else {
            DIAG_AT(b->model->diag, DIAG_NOTE_CONTENT, place_of(b, child));
        }
    }
}

static void
add_list(struct builder *b, cmark_node *list, int level) {
    bool is_numbered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
    int number = is_numbered ? cmark_node_get_list_start(list) : 0;
    if (level > 2) {
        DIAG_AT(b->model->diag, DIAG_LIST_TOO_DEEP, place_of(b, list));
        return;
    }
    for (cmark_node *item = cmark_node_first_child(list); item; item = cmark_node_next(item)) {
        cmark_node *first = cmark_node_first_child(item);
        bool has_text = first && cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH;
        cmark_node *second = has_text ? cmark_node_next(first) : first;
        if (has_text) {
            add_block(b, first, is_numbered ? BLOCK_NUMBERED : BLOCK_BULLET, level, number);
        } else {
            DIAG_ARGS(b->model->diag, DIAG_EMPTY_BLOCK, place_of(b, item), STR("-"));
        }
        if (second && cmark_node_get_type(second) == CMARK_NODE_LIST) {
            add_list(b, second, level + 1);
            second = cmark_node_next(second);
        }
        if (second) {
            DIAG_AT(b->model->diag, DIAG_LIST_ITEM, place_of(b, second));
        }
        number += is_numbered;
    }
}

/* A paragraph that holds an image and nothing else. */
static cmark_node *
lone_image(cmark_node *node) {
    cmark_node *first = cmark_node_first_child(node);
    bool is_lone = first && !cmark_node_next(first);
    return is_lone && cmark_node_get_type(first) == CMARK_NODE_IMAGE ? first : NULL;
}

/* Its words are the caption. */
static void
add_picture(struct builder *b, cmark_node *image) {
    static const struct str folder = STR_INIT("pictures/");
    struct str url = str_from(cmark_node_get_url(image));
    if (!str_starts(url, folder) || !cmark_node_first_child(image)) {
        DIAG_AT(b->model->diag, DIAG_IMAGE_NOT_ALLOWED, place_of(b, image));
        return;
    }
    add_block(b, image, BLOCK_PICTURE, 0, 0);
    struct store_block *block = &b->body->blocks[b->body->count - 1];
    struct store_mark *marks =
        ARENA_ARRAY(b->model->arena, block->mark_count + 1, struct store_mark);
    marks[0] = (struct store_mark){MARK_PICTURE, 0, block->text.n,
        arena_str(b->model->arena, str_slice(url, folder.n, url.n))};
    for (size_t i = 0; i < block->mark_count; i++) {
        marks[i + 1] = block->marks[i];
    }
    block->marks = marks;
    block->mark_count++;
}

/* The inlines of a cell are a document of their own; what would be a list or a heading in one is
 * plain words. */
static void
add_cell(struct builder *b, struct str cell, struct diag_place place, int row, int column) {
    cmark_node *root = cmark_parse_document(cell.n ? cell.p : "", cell.n, CMARK_OPT_DEFAULT);
    cmark_node *first = cmark_node_first_child(root);
    bool is_text = first && cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH;
    b->fixed = &place;
    if (is_text) {
        add_block(b, first, BLOCK_CELL, row, column);
    } else {
        *push_block(b, place) = (struct store_block){BLOCK_CELL, row, column, cell, NULL, 0};
    }
    b->fixed = NULL;
    cmark_node_free(root);
}

static void
add_row(struct builder *b, struct str line, size_t row, size_t columns) {
    struct arena *arena = b->model->arena;
    struct str bytes = sources_at(b->model->diag->sources, b->body->file)->bytes;
    struct str cells[GRID_COLUMNS];
    size_t count = grid_split(line, cells, GRID_COLUMNS);
    struct diag_place place = {b->body->file, (uint32_t)(line.p - bytes.p)};
    if (count != columns) {
        DIAG_ARGS(b->model->diag, DIAG_TABLE_ROW, place, arena_printf(arena, "%zu", count),
            arena_printf(arena, "%zu", columns));
    }
    for (size_t i = 0; i < columns && i < GRID_COLUMNS; i++) {
        struct str cell = i < count ? cells[i] : STR("");
        struct diag_place at = {place.file, cell.n ? (uint32_t)(cell.p - bytes.p) : place.at};
        add_cell(b, cell, at, (int)row, (int)i + 1);
    }
}

static void
add_table(struct builder *b, cmark_node *node) {
    struct str rest = lines_of(b, node), line;
    struct str heads[GRID_COLUMNS];
    size_t columns = 0, lines = 0;
    while (str_split(&rest, '\n', &line)) {
        line = str_trim(line);
        columns = lines == 0 ? grid_split(line, heads, GRID_COLUMNS) : columns;
        if (line.n > 0 && lines != 1) { /* 1: the dashes */
            add_row(b, line, lines == 0 ? 0 : lines - 1, columns);
        }
        lines += line.n > 0;
    }
    if (columns > GRID_COLUMNS || lines > GRID_ROWS + 2 || lines < 3) {
        DIAG_ARGS(b->model->diag, DIAG_TABLE_SIZE, place_of(b, node),
            arena_printf(b->model->arena, "%zu", columns),
            arena_printf(b->model->arena, "%zu", lines > 2 ? lines - 2 : 0),
            arena_printf(b->model->arena, "%d", GRID_COLUMNS),
            arena_printf(b->model->arena, "%d", GRID_ROWS));
    }
}

/* "source: a, b": ids, in whatever spacing. */
static void
add_source(struct builder *b, cmark_node *node, struct str ids) {
    struct str_buf text = {0};
    struct str piece;
    while (ids.n > 0 && str_split(&ids, ',', &piece)) {
        str_buf_add(&text, str_buf_str(&text).n > 0 ? STR(", ") : STR(""));
        str_buf_add(&text, str_trim(piece));
    }
    *push_block(b, place_of(b, node)) = (struct store_block){
        BLOCK_SOURCE, 0, 0, arena_str(b->model->arena, str_buf_str(&text)), NULL, 0};
    if (str_buf_str(&text).n == 0) {
        DIAG_ARGS(b->model->diag, DIAG_EMPTY_BLOCK, place_of(b, node), STR("source:"));
    }
    str_buf_finish(&text);
}

static void
add_paragraph(struct builder *b, cmark_node *node) {
    static const struct str source = STR_INIT("source:");
    struct str lines = str_trim(lines_of(b, node));
    enum grid_form form = grid_form(lines_of(b, node));
    if (str_starts(lines, source)) {
        add_source(b, node, str_trim(str_slice(lines, source.n, lines.n)));
    } else if (lone_image(node)) {
        add_picture(b, lone_image(node));
    } else if (form == GRID_TABLE) {
        add_table(b, node);
    } else {
        if (form == GRID_HEADLESS || form == GRID_BELOW) {
            DIAG_AT(b->model->diag, form == GRID_BELOW ? DIAG_TABLE_GAP : DIAG_TABLE_HEADS,
                place_of(b, node));
        }
        add_block(b, node, BLOCK_PARAGRAPH, 0, 0);
    }
}

static void
add_top(struct builder *b, cmark_node *node) {
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HEADING:
        add_heading(b, node);
        break;
    case CMARK_NODE_PARAGRAPH:
        add_paragraph(b, node);
        break;
    case CMARK_NODE_LIST:
        add_list(b, node, 1);
        break;
    case CMARK_NODE_BLOCK_QUOTE:
        add_note(b, node);
        break;
    case CMARK_NODE_HTML_BLOCK:
        DIAG_ARGS(b->model->diag, DIAG_HTML_NOT_ALLOWED, place_of(b, node),
            str_trim(str_slice(str_from(cmark_node_get_literal(node)), 0, 40)));
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        refuse(b, node, STR("---"));
        break;
    case CMARK_NODE_CODE_BLOCK: {
        bool is_fenced = str_find(lines_of(b, node), STR("```")) != SIZE_MAX;
        refuse(b, node, is_fenced ? STR("```") : STR("␣␣␣␣"));
        break;
    }
    default:
        refuse(b, node, str_from(cmark_node_get_type_string(node)));
    }
}

static struct str
block_signs(enum block_kind kind, int level) {
    switch (kind) {
    case BLOCK_HEADING:
        return level == 2 ? STR("##") : STR("###");
    case BLOCK_BULLET:
        return level == 1 ? STR("-") : STR("  -");
    case BLOCK_NUMBERED:
        return level == 1 ? STR("1.") : STR("  1.");
    case BLOCK_NOTE:
        return STR(">");
    case BLOCK_CELL:
        return STR("|");
    case BLOCK_PICTURE:
        return STR("![]");
    case BLOCK_SOURCE:
        return STR("source:");
    case BLOCK_PARAGRAPH:
        break;
    }
    return STR("¶");
}

struct str
article_block_sign(const struct store_block *block) {
    return block_signs(block->kind, block->level);
}

void
article_parse_body(struct model *model, enum locale_id locale, struct model_body *body) {
    struct source *source = sources_at(model->diag->sources, body->file);
    struct str text = str_slice(source->bytes, body->start, source->bytes.n);
    struct builder b = {.model = model, .locale = locale, .body = body};
    size_t column;
    source_position(source, model->arena, body->start, &b.base_line, &column);
    cmark_node *root = cmark_parse_document(text.n ? text.p : "", text.n, CMARK_OPT_DEFAULT);
    for (cmark_node *node = cmark_node_first_child(root); node; node = cmark_node_next(node)) {
        add_top(&b, node);
    }
    cmark_node_free(root);
    str_buf_finish(&b.text);
    str_buf_finish(&b.reading);
    if (body->count == 0) {
        DIAG_AT(model->diag, DIAG_EMPTY_BODY, ((struct diag_place){body->file, body->start}));
    }
}

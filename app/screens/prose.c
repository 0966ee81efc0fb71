#include "screens/prose.h"

#include "base/check.h"
#include "base/utf8.h"
#include "base/vec.h"

/* {단장}, {団長}: a field of a letter, to be filled in by whoever writes it. Its braces are for
 * authors; readers see a blank with the name of what goes there. In the bytes of the text. */
struct fields {
    struct {
        size_t start, end;
    } * at;
    size_t count, cap;
};

#define NO_BREAK_SPACE "\xC2\xA0"
#define WORD_JOINER "\xE2\x81\xA0"

/* The length of the field that begins here, braces and all; 0: none does. */
static size_t
field_length(struct str text, size_t at) {
    size_t end = at + 1;
    while (end < text.n && text.p[end] != '{' && text.p[end] != '}') {
        end++;
    }
    bool is_field = text.p[at] == '{' && end < text.n && text.p[end] == '}' && end > at + 1;
    return is_field ? end + 1 - at : 0;
}

/* What may not be broken is kept together where it fits into a line. */
static void
write_field(struct str_buf *out, struct str name) {
    str_buf_add(out, STR(NO_BREAK_SPACE));
    for (size_t at = 0; at < name.n;) {
        size_t start = at;
        bool is_space = utf8_next(name, &at) == ' ';
        str_buf_add(out, is_space ? STR(NO_BREAK_SPACE) : str_slice(name, start, at));
        str_buf_add(out, at < name.n ? STR(WORD_JOINER) : (struct str){0});
    }
    str_buf_add(out, STR(NO_BREAK_SPACE));
}

/* The text with its fields written so, and where each byte of it went. */
static struct str
write_fields(struct str text, struct arena *arena, struct fields *fields, size_t *moved) {
    struct str_buf out = {0};
    for (size_t at = 0; at < text.n;) {
        size_t start = str_buf_str(&out).n, length = field_length(text, at);
        if (length > 0) {
            write_field(&out, str_slice(text, at + 1, at + length - 1));
            VEC_ROOM_IN(arena, fields->at, fields->count, fields->cap, 1);
            fields->at[fields->count].start = start;
            fields->at[fields->count++].end = str_buf_str(&out).n;
        } else {
            length = 1;
            str_buf_add(&out, str_slice(text, at, at + 1));
        }
        for (size_t i = 0; i < length; i++) {
            moved[at + i] = start;
        }
        at += length;
    }
    struct str written = arena_str(arena, str_buf_str(&out));
    moved[text.n] = written.n;
    str_buf_finish(&out);
    return written;
}

/* The block as it is shown: itself, when it has no fields. */
static const struct store_block *
fields_of(const struct store_block *block, struct arena *arena, struct fields *fields) {
    *fields = (struct fields){0};
    if (str_find(block->text, STR("{")) == SIZE_MAX) {
        return block;
    }
    struct store_block *shown = ARENA_NEW(arena, struct store_block);
    size_t *moved = ARENA_ARRAY(arena, block->text.n + 1, size_t);
    struct store_mark *marks = ARENA_ARRAY(arena, block->mark_count + 1, struct store_mark);
    *shown = *block;
    shown->text = write_fields(block->text, arena, fields, moved);
    for (size_t i = 0; i < block->mark_count; i++) {
        marks[i] = block->marks[i];
        marks[i].start = moved[marks[i].start];
        marks[i].end = moved[marks[i].end];
    }
    shown->marks = marks;
    return shown;
}

static bool
apply_fields(const struct fields *fields, struct ui_span *span) {
    for (size_t i = 0; i < fields->count; i++) {
        if (fields->at[i].start <= span->start && fields->at[i].end >= span->end) {
            span->blank = true;
            span->color = COLOR_INK2;
        }
    }
    return span->blank;
}

/* Adds what one mark says to a span. */
static void
apply_mark(const struct store_mark *mark, struct ui_span *span, struct arena *arena) {
    enum locale_id lang;
    switch (mark->kind) {
    case MARK_STRONG:
        span->strong = true;
        break;
    case MARK_LINK:
        span->action = arena_printf(arena, "open %.*s", STR_ARG(mark->argument));
        break;
    case MARK_LANG:
        if (locale_from_tag(mark->argument, &lang)) {
            span->lang = UI_LANG(lang);
        }
        break;
    case MARK_RUBY:
        span->ruby = mark->argument;
        break;
    case MARK_PICTURE:
        break;
    }
}

static bool
is_edge(const struct store_block *block, const struct fields *fields, size_t at) {
    for (size_t i = 0; i < fields->count; i++) {
        if (fields->at[i].start == at || fields->at[i].end == at) {
            return true;
        }
    }
    for (size_t i = 0; i < block->mark_count; i++) {
        if (block->marks[i].start == at || block->marks[i].end == at) {
            return true;
        }
    }
    return false;
}

/* Marks may nest (a strong link); spans may not. Cut the text at every edge, and give each piece
 * everything that holds over it. */
static struct ui_span *
spans_of(const struct store_block *block, const struct fields *fields, struct arena *arena,
    size_t *count) {
    struct ui_span *spans =
        ARENA_ARRAY(arena, (block->mark_count + fields->count) * 2 + 1, struct ui_span);
    *count = 0;
    for (size_t start = 0, at = 1; at <= block->text.n; at++) {
        if (at < block->text.n && !is_edge(block, fields, at)) {
            continue;
        }
        struct ui_span span = {.start = start, .end = at};
        bool marked = apply_fields(fields, &span);
        for (size_t i = 0; i < block->mark_count; i++) {
            const struct store_mark *mark = &block->marks[i];
            if (mark->start <= start && mark->end >= at) {
                apply_mark(mark, &span, arena);
                marked = true;
            }
        }
        if (marked) {
            spans[(*count)++] = span;
        }
        start = at;
    }
    return spans;
}

struct ui_span *
prose_spans(const struct store_block **block, struct arena *arena, size_t *count) {
    struct fields fields;
    *block = fields_of(*block, arena, &fields);
    return spans_of(*block, &fields, arena, count);
}

#include "ui/plain.h"

#include "base/utf8.h"
#include "ui/ui_private.h"

/* HEADING stands before the words of a heading until all is written: no text has it. */
enum { HEADING = 1, NO_BREAK_SPACE = 0xA0, SOFT_HYPHEN = 0xAD, WORD_JOINER = 0x2060 };

/* What keeps words together on a line has no place in a text without lines. */
static void
add_words(struct str_buf *out, struct str words) {
    for (size_t at = 0; at < words.n;) {
        uint32_t c = utf8_next(words, &at);
        if (c == NO_BREAK_SPACE) {
            str_buf_byte(out, ' ');
        } else if (c >= ' ' && c != WORD_JOINER && c != SOFT_HYPHEN) {
            str_buf_utf8(out, c);
        }
    }
}

static void
add_blank(struct str_buf *out, struct str name) {
    struct str_buf words = {0};
    add_words(&words, name);
    str_buf_byte(out, '[');
    str_buf_add(out, str_trim(str_buf_str(&words)));
    str_buf_byte(out, ']');
    str_buf_finish(&words);
}

/* The text of a leaf, with its readings and blanks. */
static void
add_text(struct str_buf *out, const struct ui_node *node) {
    size_t at = 0;
    for (size_t i = 0; i < node->span_count; i++) {
        const struct ui_span *span = &node->ui_spans[i];
        add_words(out, str_slice(node->text, at, span->start));
        if (span->blank) {
            add_blank(out, str_slice(node->text, span->start, span->end));
        } else {
            add_words(out, str_slice(node->text, span->start, span->end));
        }
        if (span->ruby.n > 0) {
            str_buf_printf(out, "(%.*s)", STR_ARG(span->ruby));
        }
        at = span->end;
    }
    add_words(out, str_slice(node->text, at, node->text.n));
}

/* Keys do something; pictures show something: neither is text. */
static bool
is_left_out(const struct ui_node *node) {
    enum ui_role role = node->box.role;
    return node->kind == NODE_ICON || node->kind == NODE_LINK || node->decorative ||
           role == ROLE_BUTTON || role == ROLE_IMAGE || role == ROLE_TEXTFIELD;
}

static bool
is_in_one_line(const struct ui_node *node) {
    return node->box.axis == UI_ROW || node->box.axis == UI_WRAP;
}

static void
end_line(struct str_buf *out) {
    struct str text = str_buf_str(out);
    if (text.n > 0 && text.p[text.n - 1] != '\n') {
        str_buf_byte(out, '\n');
    }
}

/* Lines of `inner` as a part of `out`: in the line that stands there, or in lines of their own. */
static void
add_part(struct str_buf *out, struct str inner, bool in_line) {
    struct str text = str_trim(inner), before = str_buf_str(out);
    if (text.n == 0) {
        return;
    }
    bool is_line_begun = before.n > 0 && before.p[before.n - 1] != '\n';
    if (in_line && is_line_begun) {
        str_buf_add(out, STR(" "));
    } else if (!in_line) {
        end_line(out);
    }
    str_buf_add(out, text);
}

static void plain(const struct ui_tree *tree, uint32_t index, struct str_buf *out);

/* An item: its number, or a dash, further in on the second level; its other lines stand under its
 * first. */
static void
add_item(
    const struct ui_tree *tree, const struct ui_node *item, struct str text, struct str_buf *out) {
    const struct ui_node *first = &tree->nodes[item->first_child];
    bool has_mark = first->kind == NODE_TEXT && first->decorative && first->text.n > 0;
    bool is_numbered = has_mark && first->text.p[0] >= '0' && first->text.p[0] <= '9';
    bool is_inner = has_mark && item->box.padding.start > 0;
    struct str rest = text, line;
    end_line(out);
    str_buf_add(out, is_inner ? STR("  ") : (struct str){0});
    str_buf_add(out, is_numbered ? first->text : STR("-"));
    for (bool is_first = true; str_split(&rest, '\n', &line); is_first = false) {
        str_buf_add(out, is_first ? STR(" ") : STR("\n  "));
        str_buf_add(out, line);
    }
}

static void
children(const struct ui_tree *tree, const struct ui_node *node, struct str_buf *out) {
    bool in_line = is_in_one_line(node);
    for (uint32_t i = node->first_child; i != 0; i = tree->nodes[i].next) {
        const struct ui_node *child = &tree->nodes[i];
        struct str_buf inner = {0};
        plain(tree, i, &inner);
        struct str text = str_trim(str_buf_str(&inner));
        bool is_row = child->position > 0 && !str_starts(text, STR("- "));
        bool is_item = child->box.role == ROLE_LISTITEM || is_row;
        if (text.n > 0 && is_item && text.p[0] != HEADING) {
            add_item(tree, child, text, out);
        } else {
            add_part(out, text, in_line);
        }
        str_buf_finish(&inner);
    }
}

static void
plain(const struct ui_tree *tree, uint32_t index, struct str_buf *out) {
    const struct ui_node *node = &tree->nodes[index];
    if (is_left_out(node)) {
        return;
    }
    if (node->kind == NODE_TEXT && node->box.role == ROLE_HEADING && node->text.n > 0) {
        str_buf_byte(out, HEADING);
    }
    if (node->kind == NODE_TEXT) {
        add_text(out, node);
    } else {
        children(tree, node, out);
    }
}

void
ui_plain_text(const struct ui *ui, struct str key, struct str_buf *out) {
    uint32_t index = ui_find(ui, key);
    if (index != 0) {
        struct str_buf marked = {0};
        plain(ui_tree_const(ui), index, &marked);
        struct str text = str_buf_str(&marked);
        for (size_t i = 0; i < text.n; i++) {
            if (text.p[i] != HEADING) {
                str_buf_byte(out, text.p[i]);
            } else if (i > 0) {
                end_line(out);
                str_buf_byte(out, '\n');
            }
        }
        end_line(out);
        str_buf_finish(&marked);
    }
}

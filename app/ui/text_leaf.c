#include "base/utf8.h"
#include "ui/ui_private.h"

#include <math.h>

static enum locale_id
span_lang(const struct ui_span *span, enum locale_id paragraph) {
    return span->lang == UI_LANG_FRAME ? paragraph : (enum locale_id)(span->lang - 1);
}

static enum ui_color
span_color(const struct ui_span *span) {
    return span->color == COLOR_NONE && span->action.n ? COLOR_TOUCH_DEEP : span->color;
}

/* Spans of one colour share a glyph tag; tag 0 is the paragraph's own colour. */
static uint16_t
color_tag(enum ui_color color, enum ui_color *seen, size_t *seen_count) {
    if (color == COLOR_NONE) {
        return 0;
    }
    for (size_t i = 0; i < *seen_count; i++) {
        if (seen[i] == color) {
            return (uint16_t)(i + 1);
        }
    }
    if (*seen_count == DRAW_TEXT_COLORS - 1) {
        return 0; /* no text comes here: colours are chosen by code, content only has links */
    }
    seen[(*seen_count)++] = color;
    return (uint16_t)*seen_count;
}

static const struct text_span *
convert_spans(
    struct ui *ui, const struct ui_text_spec *spec, enum locale_id lang, enum text_weight weight) {
    struct text_span *spans = ARENA_ARRAY(ui_arena(ui), spec->span_count, struct text_span);
    enum ui_color seen[DRAW_TEXT_COLORS];
    size_t seen_count = 0;
    for (size_t i = 0; i < spec->span_count; i++) {
        const struct ui_span *from = &spec->spans[i];
        spans[i] = (struct text_span){.start = from->start,
            .end = from->end,
            .lang = span_lang(from, lang),
            .weight = from->strong ? TEXT_BOLD : weight,
            .tag = color_tag(span_color(from), seen, &seen_count),
            .emphasis = from->emphasis,
            .ruby = from->ruby};
    }
    return spans;
}

/* White space and punctuation are of no language of their own. */
static bool
is_neutral(uint32_t c) {
    bool is_letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return c < 0x80 ? !is_letter
                    : c == 0xA0 || c == 0xB7 || (c >= 0x2000 && c <= 0x206F) ||
                          (c >= 0x3000 && c <= 0x3003) || (c >= 0x3008 && c <= 0x3011) ||
                          (c >= 0x3014 && c <= 0x301F) || (c >= 0xFF00 && c <= 0xFF0F);
}

static bool
are_neutral(struct str text, size_t from, size_t to) {
    while (from < to) {
        if (!is_neutral(utf8_next(text, &from))) {
            return false;
        }
    }
    return true;
}

/* The language of the paragraph: that of its spans, where they are all its words and of one
 * language. It is set, broken and spoken as such. */
static enum locale_id
whole_lang(struct str text, const struct ui_text_spec *spec, enum locale_id lang) {
    size_t at = 0, last = spec->span_count;
    for (size_t i = 0; i < spec->span_count; i++) {
        const struct ui_span *span = &spec->spans[i];
        bool is_named = span->lang != UI_LANG_FRAME;
        bool is_one = last == spec->span_count || span->lang == spec->spans[last].lang;
        if (!is_named && are_neutral(text, span->start, span->end)) {
            continue;
        }
        if (!is_named || !is_one || !are_neutral(text, at, span->start)) {
            return lang;
        }
        last = i;
        at = span->end;
    }
    bool is_whole = last < spec->span_count && are_neutral(text, at, text.n);
    return is_whole ? span_lang(&spec->spans[last], lang) : lang;
}

void
ui_text(struct ui *ui, struct str text, enum locale_id lang, struct ui_text_spec spec) {
    uint32_t index = ui_add_node(ui, NODE_TEXT, spec.key);
    struct ui_node *node = &ui_tree(ui)->nodes[index];
    const struct metrics *m = &ui->metrics;
    lang = whole_lang(text, &spec, lang);
    const struct type_size *type = &m->type[spec.style][lang];
    float zoom = spec.zoom > 0 ? spec.zoom : 1;
    enum text_break breaking = spec.by_phrase ? TEXT_BREAK_PHRASE : type->breaking;
    node->text = text;
    node->lang = lang;
    node->type = spec.style;
    node->color = spec.color != COLOR_NONE ? spec.color : COLOR_INK;
    node->no_wrap = spec.no_wrap;
    node->decorative = spec.decorative;
    node->is_zoomed = zoom > 1;
    node->is_fitted = spec.fits;
    node->faded = spec.faded;
    node->style = (struct text_style){.lang = lang,
        .size_px = floorf(type->size_px * zoom * 4 + 0.5f) / 4,
        .line_height_px = floorf(type->line_px * zoom + 0.5f),
        .weight = spec.strong ? TEXT_BOLD : type->weight,
        .breaking = breaking,
        .kinsoku = TEXT_KINSOKU_STRICT,
        .align = spec.justify_text ? TEXT_ALIGN_JUSTIFY : spec.align,
        .balance = breaking == TEXT_BREAK_PHRASE,
        .tabular_digits = spec.tabular,
        .optical = true,
        .max_lines = spec.max_lines};
    if (spec.span_count > 0) {
        node->spans = convert_spans(ui, &spec, lang, node->style.weight);
        node->ui_spans = spec.spans;
        node->span_count = spec.span_count;
    }
    node->box.role = spec.role != ROLE_NONE ? spec.role : ROLE_TEXT;
    node->box.level = spec.level;
    node->box.self = spec.self;
    node->box.grow = spec.grow;
    node->box.speech = spec.speech;
    node->box.reading = spec.reading;
    node->box.width = metrics_size_px(m, spec.width);
    node->box.min_width = metrics_size_px(m, spec.min_width);
    node->box.max_width = metrics_size_px(m, spec.max_width);
}

static struct text_style
sized(const struct text_style *style, float size_px) {
    struct text_style other = *style;
    other.size_px = floorf(size_px * 4) / 4;
    other.line_height_px = floorf(style->line_height_px * other.size_px / style->size_px + 0.5f);
    return other;
}

/* Of running text, or what it was declared as, if that is smaller. */
static struct text_style
least_style(const struct ui *ui, const struct ui_node *node) {
    float least = ui->metrics.type[TYPE_BODY][node->lang].size_px;
    return sized(&node->style, fminf(least, node->style.size_px));
}

static void
leaf_widths(void *self, struct ui_node *node, float *min_w, float *pref_w) {
    struct ui *ui = self;
    struct text_style style = node->is_fitted ? least_style(ui, node) : node->style;
    struct para_widths widths =
        para_measure(ui->engine, node->text, &style, node->spans, node->span_count);
    if (node->edit) { /* spaces at the end and the caret behind them take room, too */
        const struct para *para =
            para_layout(ui->engine, node->text, &node->style, NULL, 0, UI_NO_MEASURE_PX);
        *min_w = *pref_w = ui_edit_width(para, ui_edit_caret_px(ui));
        return;
    }
    *min_w = ceilf(widths.min_px);
    *pref_w = ceilf(fmaxf(widths.max_px, widths.min_px));
}

/* A heading steps down in size, to that of running text at least, until its longest word fits its
 * lines: rather that than a word cut in two. Korean and Japanese have places inside their words;
 * figures and what is zoomed step down in every language, and so do keys, to their usual size. */
static void
fit_longest_word(struct ui *ui, struct ui_node *node) {
    float least = ui->metrics.type[TYPE_BODY][node->lang].size_px, size = node->style.size_px;
    bool is_key = node->type == TYPE_LABEL, is_latin = locale_script(node->lang) == LOCALE_LATIN;
    bool is_large = node->is_zoomed || node->type == TYPE_FIGURE;
    bool is_stepped = is_large || (node->style.balance && (is_key || is_latin));
    least = is_key ? size / ui->metrics.text_scale : least;
    if (!is_stepped || size <= least || node->rect.w <= 0) {
        return;
    }
    struct para_widths widths =
        para_measure(ui->engine, node->text, &node->style, node->spans, node->span_count);
    if (widths.min_px > node->rect.w) {
        float fitting = floorf(size * node->rect.w / widths.min_px * 4) / 4;
        node->style.size_px = fmaxf(least, fitting);
        node->style.line_height_px *= node->style.size_px / size;
    }
}

static float
leaf_height(void *self, struct ui_node *node, float *baseline) {
    struct ui *ui = self;
    if (node->is_fitted) { /* at least; leaf_fit() sees what room there is */
        struct text_style least = least_style(ui, node);
        node->para = para_layout(
            ui->engine, node->text, &least, node->spans, node->span_count, node->rect.w);
        *baseline = 0;
        return ceilf(node->para->height_px);
    }
    fit_longest_word(ui, node);
    node->para = para_layout(
        ui->engine, node->text, &node->style, node->spans, node->span_count, node->rect.w);
    *baseline = node->para->line_count ? (float)node->para->lines[0].baseline / 64 : 0;
    return ceilf(node->para->height_px);
}

static bool
holds(struct ui *ui, const struct ui_node *node, const struct text_style *style) {
    struct para_widths widths =
        para_measure(ui->engine, node->text, style, node->spans, node->span_count);
    const struct para *para =
        para_layout(ui->engine, node->text, style, node->spans, node->span_count, node->rect.w);
    return ceilf(widths.min_px) <= node->rect.w && ceilf(para->height_px) <= node->rect.h;
}

/* By halves: what a size holds, every smaller one does, but for the way lines break. */
static float
leaf_fit(void *self, struct ui_node *node) {
    struct ui *ui = self;
    struct text_style best = least_style(ui, node);
    float low = best.size_px, high = node->style.size_px;
    if (holds(ui, node, &node->style)) {
        best = node->style;
        low = high;
    }
    while (high - low > 1) {
        struct text_style tried = sized(&node->style, (low + high) / 2);
        bool is_held = holds(ui, node, &tried);
        best = is_held ? tried : best;
        low = is_held ? tried.size_px : low;
        high = is_held ? high : tried.size_px;
    }
    node->style = best;
    node->para = para_layout(
        ui->engine, node->text, &node->style, node->spans, node->span_count, node->rect.w);
    node->baseline = node->para->line_count ? (float)node->para->lines[0].baseline / 64 : 0;
    return ceilf(node->para->height_px);
}

static float
leaf_broken_width(void *self, struct ui_node *node, float width) {
    struct ui *ui = self;
    return para_layout(ui->engine, node->text, &node->style, node->spans, node->span_count, width)
        ->width_px;
}

struct layout_text
ui_layout_text(struct ui *ui) {
    return (struct layout_text){leaf_widths, leaf_broken_width, leaf_height, leaf_fit, ui};
}

/* From the first to the last glyph of the span in one line; false when the line has none. */
bool
ui_span_in_line(const struct ui_node *node, const struct text_line *line,
    const struct ui_span *span, struct rect *out) {
    int32_t from = INT32_MAX, to = INT32_MIN;
    for (uint32_t i = 0; i < line->glyph_count; i++) {
        const struct text_glyph *glyph = &node->para->glyphs[line->glyph + i];
        if (glyph->cluster < span->start || glyph->cluster >= span->end ||
            (glyph->flags & TEXT_GLYPH_RUBY)) {
            continue;
        }
        from = glyph->x < from ? glyph->x : from;
        to = glyph->x + glyph->advance > to ? glyph->x + glyph->advance : to;
    }
    if (to <= from) {
        return false;
    }
    float line_px = node->style.line_height_px, baseline = (float)line->baseline / 64;
    /* the line's own band: half the leading above and below the ideographic em box */
    float top = baseline - 0.88f * node->style.size_px - (line_px - node->style.size_px) / 2;
    *out = (struct rect){floorf(node->rect.x + (float)from / 64), floorf(node->rect.y + top),
        ceilf((float)(to - from) / 64), ceilf(line_px)};
    return true;
}

/* What a finger needs, more than what the words cover, but not past the sides of the page. The
 * padding says how much was added. */
static void
widen_for_fingers(struct ui_node *node, float target_px, struct rect page) {
    float w = fmaxf(0, ceilf((target_px - node->rect.w) / 2));
    float h = fmaxf(0, ceilf((target_px - node->rect.h) / 2));
    struct insets more = {h, w, h, w};
    float past_start = fmaxf(0, page.x - (node->rect.x - w));
    float past_end = fmaxf(0, node->rect.x + node->rect.w + w - (page.x + page.w));
    more.start += past_end - past_start;
    more.end += past_start - past_end;
    node->box.padding = more;
    node->rect =
        rect_inset(node->rect, (struct insets){-more.top, -more.end, -more.bottom, -more.start});
}

/* The first piece of a link stands for it in the tree; the others can only be touched. */
static void
link_pieces(struct ui *ui, uint32_t leaf, const struct ui_span *span) {
    bool is_first = true;
    const struct para *para = ui_tree(ui)->nodes[leaf].para;
    struct rect clip = ui_scroller_clip(ui, leaf);
    for (size_t i = 0; i < para->line_count; i++) {
        struct ui_node text = ui_tree(ui)->nodes[leaf];
        struct rect rect;
        if (!ui_span_in_line(&text, &para->lines[i], span, &rect)) {
            continue;
        }
        ui->stack[1] = leaf;
        ui->depth = 2;
        uint32_t added = ui_add_node(ui, NODE_LINK, (struct str){0}); /* may move all nodes */
        struct ui_node *node = &ui_tree(ui)->nodes[added];
        ui->depth = 1;
        node->lang = span_lang(span, text.lang);
        node->text = is_first ? str_slice(text.text, span->start, span->end) : (struct str){0};
        node->color = span_color(span);
        node->box.role = is_first ? ROLE_LINK : ROLE_NONE;
        node->box.action = span->action;
        node->rect = rect;
        widen_for_fingers(node, ui->metrics.target_px, clip);
        node->clip = rect_intersect(node->rect, clip);
        node->origin = text.origin;
        node->baseline = text.rect.y + (float)para->lines[i].baseline / 64;
        is_first = false;
    }
}

/* A reading or a bold word inside a link cuts it into spans; it is one link all the same. */
static bool
goes_on(const struct ui_span *link, const struct ui_span *next) {
    return next->start == link->end && str_eq(next->action, link->action);
}

void
ui_link_nodes(struct ui *ui) {
    size_t count = ui_tree(ui)->count;
    for (uint32_t i = 0; i < count; i++) {
        const struct ui_span *spans = ui_tree(ui)->nodes[i].ui_spans;
        size_t span_count = ui_tree(ui)->nodes[i].span_count;
        for (size_t s = 0; s < span_count; s++) {
            struct ui_span link = spans[s];
            while (s + 1 < span_count && goes_on(&link, &spans[s + 1])) {
                link.end = spans[++s].end;
            }
            if (link.action.n > 0) {
                link_pieces(ui, i, &link);
            }
        }
    }
}

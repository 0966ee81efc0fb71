#include "ui/widgets/parts.h"

#include "base/check.h"

/* What the canvas needs when its rectangle is known. In the frame arena. */
struct typeset {
    const struct para *para;
    enum ui_color color;
};

static void
draw_typeset(struct draw_list *list, struct rect rect, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    (void)metrics;
    const struct typeset *typeset = data;
    struct point at = {rect.x, rect.y};
    draw_text(list, typeset->para, at, &theme->colors[typeset->color], 1);
}

static struct text_span *
text_spans(struct ui *ui, const struct ui_typeset *spec) {
    struct text_span *spans = ARENA_ARRAY(ui_arena(ui), spec->span_count + 1, struct text_span);
    for (size_t i = 0; i < spec->span_count; i++) {
        const struct ui_span *from = &spec->spans[i];
        spans[i] = (struct text_span){
            .start = from->start,
            .end = from->end,
            .lang = from->lang == UI_LANG_FRAME ? spec->lang : (enum locale_id)(from->lang - 1),
            .weight = from->strong ? TEXT_BOLD : TEXT_REGULAR,
            .emphasis = from->emphasis,
            .ruby = from->ruby,
        };
    }
    return spans;
}

void
ui_typeset(struct ui *ui, struct ui_typeset spec) {
    const struct metrics *metrics = ui_metrics(ui);
    const struct type_size *size = &metrics->type[spec.style][spec.lang];
    struct text_style style = {
        .lang = spec.lang,
        .size_px = size->size_px,
        .line_height_px = size->line_px,
        .weight = size->weight,
        .breaking = spec.breaking,
        .kinsoku = spec.kinsoku,
        .align = spec.align,
        .balance = spec.balance,
        .hang = spec.hang,
        .tabular_digits = spec.tabular_digits,
        .vertical = spec.vertical,
        .max_lines = spec.max_lines,
    };
    struct typeset *typeset = ARENA_NEW(ui_arena(ui), struct typeset);
    float measure_px = metrics_px(metrics, spec.measure);
    typeset->color = COLOR_INK;
    typeset->para = para_layout(
        ui->engine, spec.text, &style, text_spans(ui, &spec), spec.span_count, measure_px);
    /* page space: a vertical paragraph is as wide as its lines are many */
    float across =
        (spec.vertical ? typeset->para->width_px : typeset->para->height_px) / metrics->dp_px;
    ui_open(ui, (struct ui_box){.padding = ui_pad(SPACE_M),
                    .self = UI_SELF_START,
                    .background = COLOR_CARD,
                    .border = COLOR_LINE});
    ui_open(ui, (struct ui_box){.key = spec.key,
                    .width = spec.vertical ? across : spec.measure,
                    .height = spec.vertical ? spec.measure : across,
                    .role = ROLE_TEXT,
                    .label = spec.text,
                    .lang = UI_LANG(spec.lang),
                    .canvas = draw_typeset,
                    .canvas_data = typeset});
    ui_close(ui);
    ui_close(ui);
}

#include "ui/widgets/parts.h"

enum locale_id
part_lang(const struct ui *ui, enum ui_lang lang) {
    return lang == UI_LANG_FRAME ? ui_locale(ui) : (enum locale_id)(lang - 1);
}

struct str
part_key(struct str key, struct str action) {
    return key.n ? key : action;
}

float
part_apart(const struct ui *ui, float dp) {
    float least = ui_metrics(ui)->gap_px / ui_metrics(ui)->dp_px;
    return dp > least ? dp : least;
}

void
part_label(
    struct ui *ui, struct str text, enum ui_lang lang, enum type_style style, enum ui_color color) {
    if (text.n) {
        ui_text(ui, text, part_lang(ui, lang),
            (struct ui_text_spec){.style = style, .color = color, .decorative = true});
    }
}

void
part_line(
    struct ui *ui, struct str text, enum ui_lang lang, enum type_style style, enum ui_color color) {
    if (text.n) {
        ui_text(ui, text, part_lang(ui, lang),
            (struct ui_text_spec){.style = style, .color = color, .by_phrase = true});
    }
}

void
ui_remark(struct ui *ui, struct str text) {
    if (text.n == 0) {
        return;
    }
    ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_S, .align = UI_ALIGN_BASELINE});
    ui_icon(ui, (struct ui_icon_spec){.name = STR("info"), .size = 20, .color = COLOR_INK2});
    ui_text(ui, text, ui_locale(ui),
        (struct ui_text_spec){.style = TYPE_CAPTION, .color = COLOR_INK2, .grow = 1});
    ui_close(ui);
}

void
part_chevron(struct ui *ui) {
    ui_icon(
        ui, (struct ui_icon_spec){
                .name = STR("chevron"), .size = 22, .color = COLOR_TOUCH, .self = UI_SELF_CENTER});
}

void
ui_arrow(struct ui *ui) {
    if (ui_metrics(ui)->posture == POSTURE_HANDHELD) {
        part_chevron(ui); /* the foot is enough there */
        return;
    }
    ui_open(ui, (struct ui_box){.padding = ui_pad(5),
                    .radius = RADIUS_PILL,
                    .background = COLOR_TOUCH,
                    .self = UI_SELF_CENTER});
    ui_icon(ui, (struct ui_icon_spec){.name = STR("chevron"), .size = 18, .color = COLOR_CARD});
    ui_close(ui);
}

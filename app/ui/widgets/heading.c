#include "ui/widgets/parts.h"

static enum type_style
style_of(const struct ui_heading *heading) {
    if (heading->level <= 1) {
        return heading->is_name ? TYPE_TITLE : TYPE_HEADING;
    }
    return heading->level == 2 ? TYPE_LEAD : TYPE_BODY_STRONG;
}

static void
heading_line(
    struct ui *ui, struct str text, enum locale_id lang, const struct ui_heading *heading) {
    ui_open(
        ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_M, .align = UI_ALIGN_BASELINE, .grow = 1});
    if (heading->icon.n) {
        ui_icon(
            ui, (struct ui_icon_spec){.name = heading->icon, .size = 28, .color = COLOR_INDIGO});
    }
    ui_text(ui, text, lang,
        (struct ui_text_spec){.style = style_of(heading),
            .role = ROLE_HEADING,
            .level = heading->level,
            .reading = heading->reading,
            .spans = heading->spans,
            .span_count = heading->span_count,
            .grow = 1});
    ui_close(ui);
}

void
ui_heading(struct ui *ui, struct str text, enum locale_id lang, struct ui_heading heading) {
    int level = heading.level = heading.level > 0 ? heading.level : 2;
    ui_open(ui, (struct ui_box){.key = heading.key, .gap = level == 1 ? SPACE_S : SPACE_XS});
    heading_line(ui, text, lang, &heading);
    part_line(ui, heading.reading, heading.reading_lang, level == 1 ? TYPE_BODY : TYPE_CAPTION,
        COLOR_INK2);
    part_line(ui, heading.note, UI_LANG_FRAME, TYPE_CAPTION, COLOR_INK2);
    ui_close(ui);
}

void
ui_section_header(struct ui *ui, struct ui_section_header header) {
    ui_open(ui, (struct ui_box){.key = header.key,
                    .axis = UI_WRAP,
                    .gap = SPACE_M,
                    .cross_gap = SPACE_XS,
                    .align = UI_ALIGN_CENTER});
    heading_line(
        ui, header.title, ui_locale(ui), &(struct ui_heading){.level = 2, .icon = header.icon});
    part_line(ui, header.count, UI_LANG_FRAME, TYPE_CAPTION, COLOR_INK2);
    if (header.action.n) {
        ui_button(ui, (struct ui_button){.label = header.action_label,
                          .action = header.action,
                          .end_icon = STR("chevron"),
                          .kind = UI_BUTTON_LINK});
    }
    ui_close(ui);
}

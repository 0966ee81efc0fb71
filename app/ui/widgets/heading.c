#include "ui/widgets/parts.h"

static enum type_style
style_of(int level) {
    return level <= 1 ? TYPE_TITLE : level == 2 ? TYPE_HEADING : TYPE_SUBTITLE;
}

static void
heading_line(struct ui *ui, struct str text, enum locale_id lang, int level, struct str icon,
    struct str reading) {
    ui_open(
        ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_M, .align = UI_ALIGN_BASELINE, .grow = 1});
    if (icon.n) {
        ui_icon(ui, (struct ui_icon_spec){.name = icon, .size = 28, .color = COLOR_ACCENT});
    }
    ui_text(ui, text, lang,
        (struct ui_text_spec){.style = style_of(level),
            .role = ROLE_HEADING,
            .level = level,
            .reading = reading,
            .grow = 1});
    ui_close(ui);
}

void
ui_heading(struct ui *ui, struct str text, enum locale_id lang, struct ui_heading heading) {
    int level = heading.level > 0 ? heading.level : 2;
    ui_open(ui, (struct ui_box){.key = heading.key, .gap = level == 1 ? SPACE_S : SPACE_XS});
    heading_line(ui, text, lang, level, heading.icon, heading.reading);
    part_line(ui, heading.reading, heading.reading_lang, level == 1 ? TYPE_BODY : TYPE_CAPTION,
        COLOR_TEXT_SUBTLE);
    part_line(ui, heading.note, UI_LANG_FRAME, TYPE_CAPTION, COLOR_TEXT_SUBTLE);
    ui_close(ui);
}

void
ui_section_header(struct ui *ui, struct ui_section_header header) {
    ui_open(ui, (struct ui_box){.key = header.key,
                    .axis = UI_WRAP,
                    .gap = SPACE_M,
                    .cross_gap = SPACE_XS,
                    .align = UI_ALIGN_CENTER});
    heading_line(ui, header.title, ui_locale(ui), 2, header.icon, (struct str){0});
    part_line(ui, header.count, UI_LANG_FRAME, TYPE_CAPTION, COLOR_TEXT_SUBTLE);
    if (header.action.n) {
        ui_button(ui, (struct ui_button){.label = header.action_label,
                          .action = header.action,
                          .end_icon = STR("chevron"),
                          .kind = UI_BUTTON_GHOST});
    }
    ui_close(ui);
}

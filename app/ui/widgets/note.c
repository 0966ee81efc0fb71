#include "ui/widgets/parts.h"

static struct str
tone_icon(enum ui_tone tone) {
    switch (tone) {
    case TONE_SUCCESS:
        return STR("success");
    case TONE_WARNING:
        return STR("warning");
    case TONE_DANGER:
        return STR("danger");
    default:
        return STR("info");
    }
}

/* The icon says the tone as well, for those who do not see it in the colour. */
void
ui_note(struct ui *ui, struct str text, struct ui_note note) {
    enum ui_tone tone = note.tone == TONE_NEUTRAL ? TONE_INFO : note.tone;
    enum ui_color ink = theme_tone_text(tone);
    bool is_alert = tone == TONE_DANGER;
    ui_open(ui, (struct ui_box){.key = note.key,
                    .axis = UI_ROW,
                    .gap = SPACE_M,
                    .padding = ui_pad2(SPACE_M, SPACE_L),
                    .align = UI_ALIGN_BASELINE,
                    .background = theme_tone_surface(tone),
                    .radius = RADIUS_M,
                    .role = is_alert ? ROLE_ALERT : ROLE_NONE});
    ui_icon(ui, (struct ui_icon_spec){.name = tone_icon(tone), .color = ink});
    ui_open(ui, (struct ui_box){.gap = 2, .grow = 1});
    part_line(ui, note.title, note.lang, TYPE_BODY_STRONG, ink);
    ui_text(ui, text, part_lang(ui, note.lang),
        (struct ui_text_spec){
            .style = TYPE_BODY, .color = ink, .spans = note.spans, .span_count = note.span_count});
    ui_close(ui);
    ui_close(ui);
}

#define LOW_DP 320.0f /* a window that words alone fill */

void
ui_empty(struct ui *ui, struct ui_empty empty) {
    bool is_low = ui_metrics(ui)->height_dp / ui_metrics(ui)->text_scale < LOW_DP;
    ui_open(ui, (struct ui_box){.gap = SPACE_M,
                    .padding = ui_pad2(is_low ? 0 : SPACE_XXL, is_low ? 0 : SPACE_L),
                    .align = UI_ALIGN_CENTER});
    if (empty.icon.n && !is_low) {
        ui_open(
            ui, (struct ui_box){
                    .padding = ui_pad(SPACE_L), .radius = RADIUS_PILL, .background = COLOR_WATER});
        ui_icon(ui, (struct ui_icon_spec){.name = empty.icon, .size = 40, .color = COLOR_INDIGO});
        ui_close(ui);
    }
    ui_text(ui, empty.title, ui_locale(ui),
        (struct ui_text_spec){.style = TYPE_HEADING, .align = TEXT_ALIGN_CENTER});
    if (empty.text.n) {
        ui_text(ui, empty.text, ui_locale(ui),
            (struct ui_text_spec){.style = TYPE_BODY,
                .color = COLOR_INK2,
                .align = TEXT_ALIGN_CENTER,
                .max_width = 480});
    }
    ui_close(ui);
}

#include "handover/vcard.h"

#include "handover/lines.h"

static void
add_others(struct str_buf *out, const struct vcard_place *place) {
    struct str_buf value = {0};
    for (size_t i = 0; i < place->other_count; i++) {
        str_buf_add(&value, i > 0 ? STR(",") : (struct str){0});
        lines_escape(&value, place->others[i]);
    }
    if (place->other_count > 0) {
        lines_add(out, "NICKNAME", str_buf_str(&value));
    }
    str_buf_finish(&value);
}

/* Post-office box; extended; street; locality; region; code; country. */
static void
add_address(struct str_buf *out, const struct vcard_place *place) {
    struct str_buf value = {0};
    str_buf_add(&value, STR(";;;"));
    lines_escape(&value, place->name);
    str_buf_byte(&value, ';');
    lines_escape(&value, place->region);
    str_buf_add(&value, STR(";;"));
    lines_escape(&value, place->country);
    lines_add(out, "ADR;TYPE=WORK", str_buf_str(&value));
    str_buf_finish(&value);
}

void
vcard_write_place(struct str_buf *out, const struct vcard_place *place) {
    lines_add(out, "BEGIN", STR("VCARD"));
    lines_add(out, "VERSION", STR("3.0"));
    lines_add(out, "N", STR(";;;;"));
    lines_add_text(out, "FN", place->name);
    lines_add_text(out, "ORG", place->name);
    lines_add_text(out, "X-PHONETIC-ORG", place->reading);
    lines_add_text(out, "SORT-STRING", place->reading);
    lines_add(out, "X-ABSHOWAS", STR("COMPANY"));
    add_others(out, place);
    add_address(out, place);
    if (place->has_position) {
        struct str_buf value = {0};
        str_buf_printf(&value, "%.6f;%.6f", place->latitude, place->longitude);
        lines_add(out, "GEO", str_buf_str(&value));
        str_buf_finish(&value);
    }
    lines_add_text(out, "NOTE", place->note);
    lines_add(out, "END", STR("VCARD"));
}

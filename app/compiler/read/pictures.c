#include "compiler/read/pictures.h"

#include "base/check.h"
#include "base/svg_plain.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "compiler/check/chars.h"
#include "compiler/diag.h"
#include "compiler/read/raster.h"

/* The largest box that a picture is drawn in (draw/draw_sdl_private.h). */
enum { PICTURE_BOX = 2048 * 1152 };

static struct diag_place
start_of(uint32_t file) {
    return (struct diag_place){file, 0};
}

static struct model_picture *
add_picture(struct model *model, struct str name, uint32_t file) {
    VEC_ROOM_IN(model->arena, model->pictures, model->picture_count, model->picture_cap, 1);
    struct model_picture *picture = &model->pictures[model->picture_count++];
    *picture = (struct model_picture){.name = arena_str(model->arena, name), .file = file};
    return picture;
}

/* Drawings and photographs: the ending says which. */
static bool
is_name(struct str name, bool *is_drawing) {
    static const struct str endings[] = {
        STR_INIT(".svg"), STR_INIT(".png"), STR_INIT(".jpg"), STR_INIT(".jpeg"), STR_INIT(".webp")};
    for (size_t i = 0; i < ARRAY_LEN(endings); i++) {
        if (str_ends(name, endings[i])) {
            *is_drawing = i == 0;
            return chars_is_id(str_slice(name, 0, name.n - endings[i].n));
        }
    }
    return false;
}

bool
pictures_take_name(struct model *model, struct str path, struct str name) {
    bool ignored;
    if (is_name(name, &ignored)) {
        return true;
    }
    uint32_t file =
        sources_add(model->diag->sources, arena_str(model->arena, path), (struct str){0});
    DIAG_AT(model->diag, DIAG_PICTURE_NAME, start_of(file));
    add_picture(model, name, file)->is_refused = true;
    return false;
}

static void
report_not_plain(struct diag *diag, struct diag_place place, enum svg_fault wrong) {
    static const char *const reasons[][LOCALE_COUNT] = {
#define SVG_FAULT(name, ko, ja, en) [SVG_##name] = {ko, ja, en},
#include "base/svg_faults.def"
#undef SVG_FAULT
    };
    diag_report_words(diag, DIAG_PICTURE_NOT_PLAIN, place, reasons[wrong]);
}

/* Neither a photograph with another name nor a file in another encoding is a drawing. */
static void
take_drawing(struct model *model, struct model_picture *picture, struct str bytes) {
    struct svg_verdict verdict = svg_plain(bytes, &svg_limits_picture, PICTURE_BOX);
    size_t bad;
    if (!utf8_valid(bytes, &bad)) {
        report_not_plain(model->diag, start_of(picture->file), SVG_NOT_TEXT);
    } else if (verdict.fault) {
        report_not_plain(
            model->diag, (struct diag_place){picture->file, (uint32_t)verdict.at}, verdict.fault);
    } else {
        picture->bytes = bytes;
        picture->size = verdict.size;
    }
}

static void
take_photo(struct model *model, struct model_picture *picture, struct str bytes) {
    static const enum diag_kind kinds[] = {
        [RASTER_UNREADABLE] = DIAG_PICTURE_UNREADABLE,
        [RASTER_TOO_LARGE] = DIAG_PICTURE_TOO_LARGE,
        [RASTER_CMYK] = DIAG_PICTURE_CMYK,
    };
    struct picture_head head = picture_head(bytes);
    enum raster_fault fault = head.format == PICTURE_OTHER ? RASTER_UNREADABLE
                                                           : raster_pack(model->arena, bytes,
                                                                 &picture->bytes, &picture->size);
    if (fault) {
        picture->size = (struct size){0, 0};
        DIAG_ARGS(model->diag, kinds[fault], start_of(picture->file),
            arena_printf(model->arena, "%d", head.width),
            arena_printf(model->arena, "%d", head.height));
    }
}

void
pictures_take(struct model *model, struct str name, uint32_t file, bool is_read) {
    struct model_picture *picture = add_picture(model, name, file);
    struct str bytes = sources_at(model->diag->sources, file)->bytes;
    bool is_drawing;
    if (is_read && is_name(name, &is_drawing)) {
        (is_drawing ? take_drawing : take_photo)(model, picture, bytes);
    }
}

void
pictures_trim_names(struct model *model) {
    const struct model_table *pictures = &model->tables[TABLE_PICTURES];
    size_t cell = tables_column(pictures->table, STR("file"));
    for (size_t i = 0; i < pictures->count; i++) {
        struct str *file = &pictures->rows[i].cells[cell].text;
        *file = str_starts(*file, STR("pictures/")) ? str_slice(*file, 9, file->n) : *file;
    }
}

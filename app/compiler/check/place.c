/* Where a part of a text lies. */
#include "compiler/check/check.h"

struct diag_place
check_place(const struct check *check, const struct check_text *text, size_t offset) {
    if (text->row) {
        return model_place(check->model, text->row, text->cell, offset);
    }
    struct diag_place place = text->fixed;
    place.at += text->is_running ? (uint32_t)offset : 0;
    return place;
}

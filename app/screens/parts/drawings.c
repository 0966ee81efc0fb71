#include "screens/parts/drawings.h"

extern const char drawing_cities[], drawing_history[], drawing_visit[], drawing_speak[];

void
drawing_view(struct ui *ui, enum drawing drawing, float side) {
    const char *const all[] = {[DRAWING_CITIES] = drawing_cities,
        [DRAWING_HISTORY] = drawing_history,
        [DRAWING_VISIT] = drawing_visit,
        [DRAWING_SPEAK] = drawing_speak};
    ui_open(ui, (struct ui_box){.width = side,
                    .height = side,
                    .self = UI_SELF_CENTER,
                    .picture = {.bytes = str_from(all[drawing])}});
    ui_close(ui);
}

#include "ui/ui_private.h"

/* Things that take turns in one place, slowly: a greeting in several languages. */

#define TURN_MS 8000
#define FADE_MS 400

size_t
ui_alternate(struct ui *ui, size_t count, float *faded) {
    *faded = 0;
    if (ui->frame.reduced_motion || count < 2) {
        return 0;
    }
    uint64_t turns = ui->frame.now_ms / TURN_MS, since = ui->frame.now_ms % TURN_MS;
    bool is_fading = turns > 0 && since < FADE_MS;
    if (is_fading) {
        *faded = 1 - (float)since / FADE_MS;
    }
    uint64_t due = is_fading ? ui->frame.now_ms + 16 : (turns + 1) * TURN_MS;
    ui->alternate_due_ms = due < ui->alternate_due_ms ? due : ui->alternate_due_ms;
    return (size_t)(turns % count);
}

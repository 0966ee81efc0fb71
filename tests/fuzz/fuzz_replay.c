/* Replay files: any bytes. Steps come in the order of time, with names that exist, and a recorded
 * event reads back as itself. */
#include "base/check.h"
#include "ui/replay.h"

#include <math.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static bool
is_pointer(enum ui_event_type type) {
    return type == UI_POINTER_DOWN || type == UI_POINTER_MOVE || type == UI_POINTER_UP ||
           type == UI_POINTER_CANCEL;
}

/* Coordinates are recorded with six digits. */
static void
check_same(const struct ui_event *a, const struct ui_event *b) {
    xassert(a->type == b->type && a->time_ms == b->time_ms && a->key == b->key);
    xassert(!is_pointer(a->type) || a->pointer == b->pointer);
    xassert(str_eq(a->text, b->text));
    if (a->type == UI_DISPLAY) {
        xassert(a->display.width_px == b->display.width_px);
        xassert(a->display.height_px == b->display.height_px);
        xassert(a->display.is_panel == b->display.is_panel);
        xassert(fabsf(a->display.density - b->display.density) < 1e-4f);
    }
}

static void
check_recorded(const struct replay_step *step, struct arena *arena) {
    struct str_buf line = {0};
    struct replay_step *again;
    struct err err;
    size_t count;
    replay_record(&line, &step->event);
    if (line.n > 0) {
        bool ok = replay_parse(str_buf_str(&line), "recorded", arena, &again, &count, &err);
        xassert(ok && count == 1);
        check_same(&again[0].event, &step->event);
    }
    str_buf_finish(&line);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena arena;
    struct replay_step *steps;
    struct err err = {0};
    size_t count = 0;
    arena_init(&arena);
    bool ok =
        replay_parse((struct str){(const char *)data, size}, "fuzz", &arena, &steps, &count, &err);
    xassert(ok || err.message[0]); /* a refusal says why */
    for (size_t i = 0; ok && i < count; i++) {
        xassert(i == 0 || steps[i - 1].time_ms <= steps[i].time_ms);
        if (steps[i].kind == REPLAY_EVENT && i < 64) {
            check_recorded(&steps[i], &arena);
        }
    }
    arena_finish(&arena);
    return 0;
}

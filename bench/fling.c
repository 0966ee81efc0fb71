#include "bench/fling.h"

#include "base/check.h"
#include "text/engine.h"

enum { MOVES = 3, TURNS_A_THROW = 20 };

#define START_PART 0.45f /* of the height: above keys that may stand below */
#define PX_A_MOVE 128

void
fling_begin(struct fling *fling, struct session *session, uint64_t now_ms) {
    *fling = (struct fling){.session = session, .now_ms = now_ms};
}

static void
feed(struct fling *fling, enum ui_event_type type, size_t moves) {
    const struct metrics *metrics = &fling->session->metrics;
    float start = (float)metrics->height_px * START_PART, step = start / (MOVES + 1);
    step = step < PX_A_MOVE ? step : PX_A_MOVE;
    struct ui_event event = {.type = type,
        .pointer = 1,
        .at = {(float)metrics->width_px / 2, start - step * (float)moves},
        .time_ms = fling->now_ms};
    session_feed(fling->session, &event);
}

struct session_turn
fling_turn(struct fling *fling) {
    size_t at = fling->turn++ % TURNS_A_THROW;
    fling->now_ms += FLING_TURN_MS;
    if (at == 0) {
        feed(fling, UI_POINTER_DOWN, 0);
    } else if (at <= MOVES) {
        feed(fling, UI_POINTER_MOVE, at);
    }
    if (at == MOVES) {
        feed(fling, UI_POINTER_UP, at);
    }
    return session_step(fling->session, fling->now_ms);
}

struct work
work_so_far(const struct session *session) {
    struct text_counters text = text_engine_counters(session->engine);
    return (struct work){.rows = store_rows_read(session->store),
        .pages = store_pages_read(session->store),
        .paragraphs = text.paragraphs_laid_out,
        .units = text.units_shaped};
}

struct work
work_since(const struct session *session, const struct work *before) {
    struct work now = work_so_far(session);
    return (struct work){.rows = now.rows - before->rows,
        .pages = now.pages - before->pages,
        .paragraphs = now.paragraphs - before->paragraphs,
        .units = now.units - before->units};
}

size_t
work_nodes(const struct session *session) {
    size_t count;
    ui_nodes(session->ui, &count);
    return count;
}

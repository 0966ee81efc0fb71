/* frame - pages slid through, as a finger would, and a page of text drawn first and again. */
#include "bench/figures.h"
#include "bench/page.h"
#include "bench/pixels.h"
#include "bench/verb.h"

#include "base/check.h"
#include "base/clock.h"
#include "base/xalloc.h"
#include "commands/picture.h"

enum { SCROLL_FRAMES = 300, IDLE_FRAMES = 100 };

struct frame_figures {
    double layout_ms[SCROLL_FRAMES], draw_ms[SCROLL_FRAMES], total_ms[SCROLL_FRAMES];
    uint64_t allocations;
    size_t repeated; /* idle frames whose picture was the same: nothing is presented */
};

static bool
scroll_page(struct session *session, struct draw_sdl *draw, struct frame_figures *figures,
    struct err *err) {
    struct color background = session->theme->colors[COLOR_PAPER];
    for (size_t i = 0; i < SCROLL_FRAMES; i++) {
        uint64_t start = clock_system_ns();
        session_scroll_to(session, (float)(i * 9));
        session_frame(session, i * 16);
        figures->layout_ms[i] = clock_ms_since(start);
        uint64_t drawing = clock_system_ns();
        if (!draw_sdl_run(draw, &session->list, background, err)) {
            return false;
        }
        figures->draw_ms[i] = clock_ms_since(drawing);
        figures->total_ms[i] = clock_ms_since(start);
    }
    return true;
}

static void
stand_still(struct session *session, struct frame_figures *figures) {
    session_frame(session, SCROLL_FRAMES * 16);
    uint64_t hash = draw_list_hash(&session->list), before = xalloc_count();
    for (size_t i = 0; i < IDLE_FRAMES; i++) {
        session_frame(session, SCROLL_FRAMES * 16);
        figures->repeated += draw_list_hash(&session->list) == hash;
    }
    figures->allocations = xalloc_count() - before;
}

static void
add_frame_figures(
    struct json *json, struct session *session, struct frame_figures *figures, const char *key) {
    json_key(json, key);
    json_object_begin(json);
    figures_spread(json, "layout_ms", figures->layout_ms, SCROLL_FRAMES);
    figures_spread(json, "draw_ms", figures->draw_ms, SCROLL_FRAMES);
    figures_spread(json, "frame_ms", figures->total_ms, SCROLL_FRAMES);
    json_key(json, "idle_frames_unchanged");
    json_int(json, (int64_t)figures->repeated);
    json_key(json, "allocations_in_warm_frames");
    json_int(json, (int64_t)figures->allocations);
    bench_pixels(session, json);
    json_object_end(json);
}

static bool
measure(const struct options *options, struct json *json, struct err *err) {
    static const char *const pages[] = {"timeline", "cities/las-vegas"};
    struct session session;
    bool ok = true, found;
    if (session_open(&session, options, "home", err) != SESSION_OK) {
        return false;
    }
    struct draw_sdl *draw = picture_open(&session, err);
    json_key(json, "bench");
    json_str(json, STR("frame"));
    json_key(json, "renderer");
    json_str(json, STR("software"));
    json_key(json, "profile");
    json_str(json, str_from(session.metrics.profile_name));
    json_key(json, "frames");
    json_int(json, SCROLL_FRAMES);
    for (size_t i = 0; draw && ok && i < ARRAY_LEN(pages); i++) {
        struct frame_figures figures = {0};
        ok = session_show(&session, str_from(pages[i]), &found, err) &&
             scroll_page(&session, draw, &figures, err);
        if (ok) {
            stand_still(&session, &figures);
            add_frame_figures(json, &session, &figures, pages[i]);
        }
    }
    ok = ok && draw && bench_page(&session, json, err);
    figures_memory(json);
    draw_sdl_close(draw);
    session_close(&session);
    return ok;
}

static int
run(int argc, char **argv) {
    return bench_json(&bench_frame, argc, argv, measure);
}

const struct bench_verb bench_frame = {
    .name = "frame",
    .words = "",
    .options = BENCH_SESSION,
    .summary = "layout and drawing of a frame while sliding, and of a page of text",
    .run = run,
};

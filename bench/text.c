/* text - this engine against the floor (HarfBuzz and ICU alone, nothing built from their answers),
 * Pango and SDL2_ttf, on the same strings in the same run; opponents that are not installed are
 * left out. Times are the best of several runs in nanoseconds: the least disturbed one. */
#include "bench/opponents.h"
#include "bench/page.h"
#include "bench/samples.h"
#include "bench/verb.h"

#include "base/check.h"
#include "base/clock.h"
#include "base/xalloc.h"
#include "session.h"
#include "text/raster.h"

#include <stdlib.h>
#include <string.h>

#define SIZE_PX 24
#define WIDTH_PX 620

/* One thing to time, once. */
struct subject {
    struct text_engine *engine;
    struct opponents *opponents;
    enum locale_id lang;
    struct str text;
    const struct units *units;
    struct text_style style;
    float width_px;
    int turn;
};

/* Best of as many runs as fit into about `budget_ms`, at least three. */
static double
best_ns(void (*run)(struct subject *), void (*reset)(struct subject *), struct subject *subject,
    int budget_ms) {
    uint64_t start = clock_system_ns(), best = UINT64_MAX;
    for (int i = 0; i < 3 || clock_system_ns() - start < (uint64_t)budget_ms * 1000000; i++) {
        subject->turn = i;
        if (reset) {
            reset(subject);
        }
        uint64_t before = clock_system_ns();
        run(subject);
        uint64_t took = clock_system_ns() - before;
        best = took < best ? took : best;
    }
    return (double)best;
}

/* What no engine can do without: shape every character, ask for every line break. */
static void
run_floor(struct subject *s) {
    static const hb_script_t scripts[LOCALE_COUNT] = {
        HB_SCRIPT_HANGUL, HB_SCRIPT_HAN, HB_SCRIPT_LATIN};
    struct text_engine *engine = s->engine;
    struct font_face *face = &engine->fonts.faces[engine->fonts.chain[s->lang][0][0]];
    hb_buffer_clear_contents(engine->buffer);
    hb_buffer_add_utf16(engine->buffer, s->units->u16, s->units->count, 0, s->units->count);
    hb_buffer_set_script(engine->buffer, scripts[s->lang]);
    hb_buffer_set_language(engine->buffer, engine->languages[s->lang]);
    hb_buffer_set_direction(engine->buffer, HB_DIRECTION_LTR);
    hb_shape(face->hb_font, engine->buffer, NULL, 0);
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *lines =
        s->lang == LOCALE_JA ? engine->iterators.japanese[0] : engine->iterators.english;
    ubrk_setText(lines, s->units->u16, s->units->count, &status);
    for (int32_t at = ubrk_first(lines); at != UBRK_DONE;) {
        at = ubrk_next(lines);
    }
}

/* Everything shaped and laid out before is forgotten, and its memory given back. */
static void
forget(struct subject *s) {
    s->engine->cache.budget = 0;
    text_engine_end_frame(s->engine);
    text_engine_end_frame(s->engine);
}

static void
forget_layouts(struct subject *s) {
    s->width_px = WIDTH_PX - 100 + (float)s->turn * 0.01f; /* never seen before */
    s->engine->cache.budget = (size_t)1 << 20;             /* the shaped paragraph, in use, stays */
    text_engine_end_frame(s->engine);
}

static void
run_layout(struct subject *s) {
    para_layout(s->engine, s->text, &s->style, NULL, 0, s->width_px);
}

static void
run_again(struct subject *s) {
    for (int i = 0; i < 1000; i++) {
        para_layout(s->engine, s->text, &s->style, NULL, 0, s->width_px);
    }
}

/* Floor and first layout by turns, so that both meet the same weather on a shared machine. */
static void
best_in_turn_ns(struct subject *s, int budget_ms, double *floor, double *first) {
    uint64_t start = clock_system_ns();
    *floor = *first = 1e18;
    while (clock_system_ns() - start < (uint64_t)budget_ms * 1000000) {
        double ns = best_ns(run_floor, NULL, s, 0);
        *floor = ns < *floor ? ns : *floor;
        ns = best_ns(run_layout, forget, s, 0);
        *first = ns < *first ? ns : *first;
    }
}

static void
run_pango(struct subject *s) {
    opponents_pango(s->opponents, s->text, s->width_px);
}

static void
run_sdl_ttf(struct subject *s) {
    opponents_sdl_ttf(s->opponents, s->text.p, s->width_px);
}

static double
round_to(double value, int decimals) {
    double scale = decimals == 1 ? 10 : decimals == 2 ? 100 : 1000;
    return (double)(int64_t)(value * scale + 0.5) / scale;
}

static void
add(struct json *json, const char *key, double value, int decimals) {
    json_key(json, key);
    json_double(json, round_to(value, decimals), decimals);
}

static void
add_opponents(struct json *json, struct subject *s, double floor) {
    if (s->opponents->pango) {
        double ns = best_ns(run_pango, NULL, s, 200);
        add(json, "pango_us", ns / 1000, 1);
        add(json, "pango_x_floor", ns / floor, 2);
    }
    if (s->opponents->sdl_ttf) {
        double ns = best_ns(run_sdl_ttf, NULL, s, 200);
        add(json, "sdl_ttf_wrapped_us", ns / 1000, 1);
        add(json, "sdl_ttf_wrapped_x_floor", ns / floor, 2);
    }
}

/* Time to rasterise each distinct glyph of the laid-out page once. */
static double
raster_ns(struct subject *s, size_t *distinct) {
    const struct para *para = para_layout(s->engine, s->text, &s->style, NULL, 0, s->width_px);
    struct map seen = {0};
    struct arena arena;
    struct glyph_bitmap bitmap;
    arena_init(&arena);
    uint64_t before = clock_system_ns();
    for (size_t i = 0; i < para->glyph_count; i++) {
        uint32_t known;
        int px;
        unsigned phase;
        glyph_snap(&para->glyphs[i], para->glyphs[i].x, &px, &phase);
        uint64_t key = (uint64_t)para->glyphs[i].id << 8 | phase;
        if (!map_get(&seen, key, &known)) {
            map_put(&seen, key, 1);
            glyph_raster(s->engine, &para->glyphs[i], phase, &arena, &bitmap);
        }
    }
    double took = (double)(clock_system_ns() - before);
    *distinct = seen.used;
    map_finish(&seen);
    arena_finish(&arena);
    return took;
}

static void
bench_language(struct json *json, struct subject *s) {
    size_t distinct;
    json_object_begin(json);
    json_key(json, "lang");
    json_str(json, str_from(locale_tag(s->lang)));
    json_key(json, "characters");
    json_int(json, s->units->count);
    double floor, first;
    best_in_turn_ns(s, 600, &floor, &first);
    double rewrap = best_ns(run_layout, forget_layouts, s, 100);
    s->width_px = WIDTH_PX;
    run_layout(s);
    uint64_t allocations = xalloc_count(), shapes = s->engine->counters.shape_calls;
    double again = best_ns(run_again, NULL, s, 50) / 1000;
    allocations = xalloc_count() - allocations;
    shapes = s->engine->counters.shape_calls - shapes;
    add(json, "floor_us", floor / 1000, 1);
    add(json, "first_us", first / 1000, 1);
    add(json, "first_x_floor", first / floor, 2);
    add(json, "rewrap_us", rewrap / 1000, 1);
    add(json, "rewrap_x_first", rewrap / first, 3);
    add(json, "again_us", again / 1000, 3);
    json_key(json, "again_allocations");
    json_int(json, (int64_t)allocations);
    json_key(json, "again_shape_calls");
    json_int(json, (int64_t)shapes);
    double raster = raster_ns(s, &distinct);
    add(json, "raster_distinct_us", raster / 1000, 1);
    json_key(json, "distinct_glyphs");
    json_int(json, (int64_t)distinct);
    add_opponents(json, s, floor);
    json_object_end(json);
}

static void
decode_sample(struct arena *arena, struct subject *s, struct units *units) {
    text_decode(arena, s->text, units);
    s->units = units;
}

static void
bench_languages(struct text_engine *engine, struct json *json) {
    json_key(json, "languages");
    json_array_begin(json);
    for (int lang = 0; lang < LOCALE_COUNT; lang++) {
        const struct font_face *face =
            &engine->fonts.faces[engine->fonts.chain[lang][TEXT_REGULAR][0]];
        struct opponents opponents = {0};
        struct arena arena;
        struct units units;
        struct subject s = {.engine = engine,
            .opponents = &opponents,
            .lang = (enum locale_id)lang,
            .text = bench_samples[lang],
            .style = {.lang = (enum locale_id)lang, .size_px = SIZE_PX},
            .width_px = WIDTH_PX};
        arena_init(&arena);
        decode_sample(&arena, &s, &units);
        opponents_open(&opponents, s.lang, face->file->path, face->index, SIZE_PX);
        bench_language(json, &s);
        opponents_close(&opponents);
        arena_finish(&arena);
    }
    json_array_end(json);
}

/* The Korean sample, `times` over, as one paragraph. */
static double
repeated_ns(struct text_engine *engine, int times) {
    struct str_buf buf = {0};
    for (int i = 0; i < times; i++) {
        str_buf_add(&buf, bench_samples[LOCALE_KO]);
        str_buf_byte(&buf, ' ');
    }
    struct subject s = {.engine = engine,
        .lang = LOCALE_KO,
        .text = str_buf_str(&buf),
        .style = {.lang = LOCALE_KO, .size_px = SIZE_PX},
        .width_px = WIDTH_PX};
    double ns = best_ns(run_layout, forget, &s, 300);
    forget(&s);
    str_buf_finish(&buf);
    return ns;
}

static void
add_text(struct text_engine *engine, struct json *json) {
    size_t budget = engine->cache.budget;
    json_key(json, "bench");
    json_str(json, STR("text"));
    bench_languages(engine, json);
    json_key(json, "scaling");
    json_object_begin(json);
    double one = repeated_ns(engine, 1), ten = repeated_ns(engine, 10);
    add(json, "ten_times_the_text_takes_times", ten / one, 2);
    add(json, "hundred_thousand_characters_ms", repeated_ns(engine, 64) / 1e6, 1);
    json_object_end(json);
    engine->cache.budget = budget;
}

/* With the engine as the app has it, the names of the content loaded; then a page as it is drawn.
 */
static bool
measure(const struct options *options, struct json *json, struct err *err) {
    struct session session;
    if (session_open(&session, options, "home", err) != SESSION_OK) {
        return false;
    }
    add_text(session.engine, json);
    bool ok = bench_page(&session, json, err);
    session_close(&session);
    return ok;
}

static int
run(int argc, char **argv) {
    return bench_json(&bench_text, argc, argv, measure);
}

const struct bench_verb bench_text = {
    .name = "text",
    .words = "",
    .options = BENCH_SESSION,
    .summary = "layout against HarfBuzz and ICU alone, Pango and SDL2_ttf",
    .run = run,
};

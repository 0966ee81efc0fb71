#include "bench/page.h"

#include "base/clock.h"
#include "base/map.h"
#include "base/utf8.h"
#include "base/xalloc.h"
#include "commands/picture.h"
#include "text/raster.h"

enum { CHARACTERS = 1300, MARGIN_PX = 40, COLD_RUNS = 40, WARM_RUNS = 20 };

/* Running text from the guides, as long as it is wanted. */
static bool
collect_text(struct session *session, struct str_buf *out, struct arena *arena, struct err *err) {
    struct store_article *articles;
    size_t count, length = 0;
    if (!store_articles(session->store, arena, LOCALE_KO, STORE_ALL(STR("articles/guides/ko")),
            &articles, &count, err)) {
        return false;
    }
    for (size_t i = 0; i < count && length < CHARACTERS; i++) {
        struct store_block *blocks;
        size_t block_count;
        if (!store_blocks(session->store, arena, LOCALE_KO, articles[i].kind, articles[i].slug,
                &blocks, &block_count, err)) {
            return false;
        }
        for (size_t b = 0; b < block_count && length < CHARACTERS; b++) {
            str_buf_add(out, blocks[b].text);
            str_buf_byte(out, ' ');
            length += utf8_count(blocks[b].text) + 1;
        }
    }
    return true;
}

/* FreeType alone: each distinct bitmap of the page once. */
static double
raster_distinct(struct session *session, const struct para *para, size_t *distinct) {
    struct map seen = {0};
    struct arena scratch;
    arena_init(&scratch);
    uint64_t start = clock_system_ns();
    for (size_t i = 0; i < para->glyph_count; i++) {
        const struct text_glyph *glyph = &para->glyphs[i];
        int x;
        unsigned phase;
        uint32_t known;
        struct glyph_bitmap bitmap;
        glyph_snap(glyph, glyph->x + MARGIN_PX * 64, &x, &phase);
        uint64_t key = (uint64_t)glyph->face << 40 | (uint64_t)phase << 32 | glyph->id;
        if (!map_get(&seen, key, &known)) {
            map_put(&seen, key, 1);
            glyph_raster(session->engine, glyph, phase, &scratch, &bitmap);
            arena_reset(&scratch);
        }
    }
    double ms = clock_ms_since(start);
    *distinct = seen.used;
    map_finish(&seen);
    arena_finish(&scratch);
    return ms;
}

struct page_figures {
    double cold_ms, empty_ms, warm_ms, raster_ms;
    size_t glyphs, distinct;
    uint64_t allocations, shape_calls, rastered;
};

static bool
draw_timed(struct session *session, struct draw_sdl *draw, double *best_ms, struct err *err) {
    uint64_t start = clock_system_ns();
    bool ok = draw_sdl_run(draw, &session->list, session->theme->colors[COLOR_PAPER], err);
    double ms = clock_ms_since(start);
    *best_ms = ms < *best_ms ? ms : *best_ms;
    return ok;
}

/* FreeType and first draws by turns, so that both meet the same weather on a shared machine; the
 * best of each. */
static bool
time_first_draws(struct session *session, struct draw_sdl *draw, const struct para *para,
    struct page_figures *figures, struct err *err) {
    bool ok = true;
    figures->raster_ms = figures->cold_ms = 1e9;
    for (int i = 0; ok && i < COLD_RUNS; i++) {
        double ms = raster_distinct(session, para, &figures->distinct);
        figures->raster_ms = ms < figures->raster_ms ? ms : figures->raster_ms;
        draw_sdl_reset(draw);
        ok = draw_timed(session, draw, &figures->cold_ms, err);
    }
    return ok;
}

static bool
draw_page(struct session *session, struct draw_sdl *draw, const struct para *para,
    struct page_figures *figures, struct err *err) {
    struct size size = {(float)session->metrics.width_px, (float)session->metrics.height_px};
    bool ok = true;
    figures->empty_ms = figures->warm_ms = 1e9;
    draw_list_clear(&session->list, size);
    for (int i = 0; ok && i < WARM_RUNS; i++) {
        ok = draw_timed(session, draw, &figures->empty_ms, err);
    }
    draw_text(&session->list, para, (struct point){MARGIN_PX, MARGIN_PX},
        &session->theme->colors[COLOR_INK], 1);
    ok = ok && time_first_draws(session, draw, para, figures, err);
    struct text_counters before = text_engine_counters(session->engine);
    uint64_t allocations = xalloc_count();
    for (int i = 0; ok && i < WARM_RUNS; i++) {
        ok = draw_timed(session, draw, &figures->warm_ms, err);
    }
    struct text_counters after = text_engine_counters(session->engine);
    figures->allocations = xalloc_count() - allocations;
    figures->shape_calls = after.shape_calls - before.shape_calls;
    figures->rastered = after.glyphs_rastered - before.glyphs_rastered;
    return ok;
}

static void
add_figures(struct json *json, const struct page_figures *figures) {
    const struct {
        const char *key;
        double value;
    } values[] = {
        {"glyphs", (double)figures->glyphs},
        {"distinct_bitmaps", (double)figures->distinct},
        {"freetype_alone_ms", figures->raster_ms},
        {"clearing_the_panel_ms", figures->empty_ms},
        {"first_draw_cold_atlas_ms", figures->cold_ms},
        {"text_of_first_draw_x_freetype",
            (figures->cold_ms - figures->empty_ms) / figures->raster_ms},
        {"first_less_warm_x_freetype", (figures->cold_ms - figures->warm_ms) / figures->raster_ms},
        {"warm_draw_ms", figures->warm_ms},
        {"warm_allocations", (double)figures->allocations},
        {"warm_shape_calls", (double)figures->shape_calls},
        {"warm_rastered", (double)figures->rastered},
    };
    json_key(json, "page");
    json_object_begin(json);
    for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
        json_key(json, values[i].key);
        json_double(json, values[i].value, 3);
    }
    json_object_end(json);
}

bool
bench_page(struct session *session, struct json *json, struct err *err) {
    struct str_buf text = {0};
    struct arena arena;
    struct page_figures figures = {0};
    arena_init(&arena);
    bool ok = collect_text(session, &text, &arena, err);
    struct draw_sdl *draw = ok ? picture_open(session, err) : NULL;
    if (draw) {
        const struct type_size *size = &session->metrics.type[TYPE_BODY][LOCALE_KO];
        struct text_style style = {
            .lang = LOCALE_KO, .size_px = size->size_px, .line_height_px = size->line_px};
        float width = (float)session->metrics.width_px - 2 * MARGIN_PX;
        const struct para *para =
            para_layout(session->engine, str_buf_str(&text), &style, NULL, 0, width);
        figures.glyphs = para->glyph_count;
        ok = draw_page(session, draw, para, &figures, err);
        text_engine_end_frame(session->engine);
    }
    if (draw && ok) {
        add_figures(json, &figures);
    }
    draw_sdl_close(draw);
    arena_finish(&arena);
    str_buf_finish(&text);
    return draw && ok;
}

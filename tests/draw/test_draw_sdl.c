/* The backend off screen: what it leaves on the surface, and how it fails. */
#include "test.h"

#include "base/file.h"
#include "draw/draw_sdl.h"

#include <SDL.h>
#include <stdlib.h>

static struct text_engine *engine;
static const struct color white = {255, 255, 255, 255}, none = {0, 0, 0, 0};

struct canvas {
    struct draw_sdl *draw;
    struct draw_list list;
};

static struct canvas
canvas_open(void) {
    struct err err;
    struct draw_sdl_options options = {
        .engine = engine, .icon_dir = NARU_SOURCE_DIR "/assets/icons"};
    struct canvas canvas = {.draw = draw_sdl_open_offscreen(200, 120, &options, &err)};
    assert_non_null(canvas.draw);
    draw_list_init(&canvas.list);
    draw_list_clear(&canvas.list, (struct size){200, 120});
    return canvas;
}

static void
canvas_close(struct canvas *canvas) {
    draw_list_finish(&canvas->list);
    draw_sdl_close(canvas->draw);
}

static void
run(struct canvas *canvas) {
    struct err err;
    assert_true(draw_sdl_run(canvas->draw, &canvas->list, white, &err));
}

static int
red_at(struct canvas *canvas, int x, int y) {
    struct color color;
    assert_true(draw_sdl_pixel(canvas->draw, x, y, &color));
    return color.r;
}

static void
test_draw_sdl__rounded_rectangle_has_soft_corners(void **state) {
    (void)state;
    struct canvas canvas = canvas_open();
    draw_rect(&canvas.list, (struct rect){20, 20, 100, 60}, 16, COLOR_RGB(0), none, 0);
    run(&canvas);
    assert_int_equal(red_at(&canvas, 70, 50), 0);    /* inside */
    assert_int_equal(red_at(&canvas, 20, 50), 0);    /* the start edge is whole */
    assert_int_equal(red_at(&canvas, 19, 50), 255);  /* nothing outside */
    assert_int_equal(red_at(&canvas, 20, 20), 255);  /* the corner is cut off */
    assert_int_equal(red_at(&canvas, 119, 79), 255); /* all four */
    int soft = 0;
    for (int i = 0; i < 16; i++) {
        int value = red_at(&canvas, 20 + i, 20 + 15 - i);
        soft += value > 0 && value < 255;
    }
    assert_true(soft >= 1); /* anti-aliased */
    canvas_close(&canvas);
}

static void
test_draw_sdl__border_and_ring(void **state) {
    (void)state;
    struct canvas canvas = canvas_open();
    struct color black = COLOR_RGB(0), grey = COLOR_RGB(0x808080);
    draw_rect(&canvas.list, (struct rect){10, 10, 60, 40}, 8, grey, black, 3);
    draw_rect(&canvas.list, (struct rect){100, 10, 60, 40}, 8, none, black, 3);
    run(&canvas);
    assert_int_equal(red_at(&canvas, 10, 30), 0);
    assert_int_equal(red_at(&canvas, 12, 30), 0);
    assert_int_equal(red_at(&canvas, 13, 30), 0x80);
    assert_int_equal(red_at(&canvas, 40, 49), 0);
    assert_int_equal(red_at(&canvas, 102, 30), 0);
    assert_int_equal(red_at(&canvas, 103, 30), 255); /* hollow */
    assert_int_equal(red_at(&canvas, 130, 12), 0);
    assert_int_equal(red_at(&canvas, 130, 13), 255);
    canvas_close(&canvas);
}

/* However many and large they are, their textures keep within the budget, and come back. */
static void
test_draw_sdl__pictures_keep_to_their_budget(void **state) {
    (void)state;
    struct canvas canvas = canvas_open();
    char svg[160];
    size_t most = 0;
    for (unsigned i = 0; i < 120; i++) {
        snprintf(svg, sizeof(svg),
            "<svg viewBox=\"0 0 80 60\"><path d=\"M0 0h80v60h-80z\" fill=\"#%02x4020\"/></svg>", i);
        struct draw_picture picture = {str_from(svg), .hash = i + 1};
        float side =
            i < 20 ? 3000 : 100; /* larger than any panel; then more than there are slots */
        draw_list_clear(&canvas.list, (struct size){200, 120});
        draw_picture(&canvas.list, &picture, (struct rect){0, 0, side, side * 3 / 4});
        run(&canvas);
        size_t bytes = draw_sdl_stats(canvas.draw).picture_bytes;
        most = bytes > most ? bytes : most;
        assert_true(bytes <= (size_t)32 << 20);
        assert_int_equal(red_at(&canvas, 50, 50), (int)i);
    }
    assert_true(most > (size_t)20 << 20); /* several large ones were kept */
    draw_sdl_reset(canvas.draw);
    assert_int_equal(draw_sdl_stats(canvas.draw).picture_bytes, 0);
    canvas_close(&canvas);
}

static void
test_draw_sdl__clip_and_icon_tint(void **state) {
    (void)state;
    struct canvas canvas = canvas_open();
    draw_clip_push(&canvas.list, (struct rect){0, 0, 50, 120});
    draw_rect(&canvas.list, (struct rect){40, 0, 40, 40}, 0, COLOR_RGB(0), none, 0);
    draw_clip_pop(&canvas.list);
    draw_icon(&canvas.list, STR("contrast"), (struct rect){100, 40, 48, 48}, COLOR_RGB(0x0b50d0));
    run(&canvas);
    assert_int_equal(red_at(&canvas, 49, 10), 0);
    assert_int_equal(red_at(&canvas, 50, 10), 255);
    struct color tinted; /* the filled half of the icon */
    assert_true(draw_sdl_pixel(canvas.draw, 132, 64, &tinted));
    assert_int_equal(tinted.r, 0x0b);
    assert_int_equal(tinted.b, 0xd0);
    assert_int_equal(draw_sdl_stats(canvas.draw).missing_icons, 0);
    canvas_close(&canvas);
}

/* The side of a shadow goes on to the edge of the clip, also where the thing itself is cut off. */
static void
test_draw_sdl__shadows_reach_the_clip(void **state) {
    (void)state;
    struct canvas canvas = canvas_open();
    draw_clip_push(&canvas.list, (struct rect){0, 0, 200, 80});
    draw_shadow(&canvas.list, (struct rect){40, 20, 100, 200}, 8, COLOR_RGB(0), 8);
    draw_clip_pop(&canvas.list);
    run(&canvas);
    int beside = red_at(&canvas, 38, 60);
    assert_in_range(beside, 100, 230);
    assert_int_equal(red_at(&canvas, 38, 79), beside);
    assert_int_equal(red_at(&canvas, 38, 80), 255);
    canvas_close(&canvas);
}

/* In its own colours, under what comes after it, cut to the clip; one that is not plain is left
 * out. */
static void
test_draw_sdl__pictures_keep_their_colours(void **state) {
    (void)state;
    static const struct draw_picture svg = {
        STR_INIT("<svg viewBox=\"0 0 80 60\"><path d=\"M0 0h80v60h-80z\" fill=\"#c04020\"/></svg>"),
        .hash = 1};
    static const struct draw_picture bomb = {
        STR_INIT("<svg viewBox=\"0 0 80 60\"><g transform=\"a\"/></svg>"), .hash = 2};
    struct canvas canvas = canvas_open();
    struct color color;
    for (int frame = 0; frame < 2; frame++) {
        draw_list_clear(&canvas.list, (struct size){200, 120});
        draw_picture(&canvas.list, &bomb, (struct rect){0, 0, 200, 120});
        draw_clip_push(&canvas.list, (struct rect){0, 0, 60, 120});
        draw_picture(&canvas.list, &svg, (struct rect){20, 20, 80, 60});
        draw_clip_pop(&canvas.list);
        draw_rect(&canvas.list, (struct rect){30, 30, 10, 10}, 0, COLOR_RGB(0), none, 0);
        run(&canvas);
        assert_true(draw_sdl_pixel(canvas.draw, 50, 50, &color));
        assert_true(color.r == 0xc0 && color.g == 0x40 && color.b == 0x20);
        assert_int_equal(red_at(&canvas, 35, 35), 0);
        assert_int_equal(red_at(&canvas, 70, 50), 255);
        assert_int_equal(red_at(&canvas, 10, 10), 255);
        draw_sdl_reset(canvas.draw); /* as after a lost device: drawn anew */
    }
    assert_int_equal(draw_sdl_stats(canvas.draw).missing_icons, 2);
    canvas_close(&canvas);
}

static void
test_draw_sdl__missing_icon_is_counted_not_fatal(void **state) {
    (void)state;
    struct canvas canvas = canvas_open();
    static const struct str names[] = {STR_INIT("no-such-icon"), STR_INIT("../../etc/passwd")};
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        draw_icon(&canvas.list, names[i], (struct rect){10, 10, 24, 24}, COLOR_RGB(0));
    }
    run(&canvas);
    assert_int_equal(draw_sdl_stats(canvas.draw).missing_icons, 2);
    canvas_close(&canvas);
}

static size_t
dark_pixels(struct canvas *canvas) {
    size_t count = 0;
    for (int y = 0; y < 120; y++) {
        for (int x = 0; x < 200; x++) {
            count += red_at(canvas, x, y) < 128;
        }
    }
    return count;
}

static void
test_draw_sdl__draws_text_and_survives_a_reset(void **state) {
    (void)state;
    struct canvas canvas = canvas_open();
    struct text_style style = {.lang = LOCALE_KO, .size_px = 32};
    struct color black = COLOR_RGB(0);
    const struct para *para = para_layout(engine, STR("한국 日本"), &style, NULL, 0, 190);
    draw_text(&canvas.list, para, (struct point){5, 10}, &black, 1);
    run(&canvas);
    size_t ink = dark_pixels(&canvas);
    assert_in_range(ink, 300, 4000);
    struct atlas_stats first = draw_sdl_stats(canvas.draw).atlas;
    run(&canvas); /* the second frame finds every glyph */
    struct atlas_stats second = draw_sdl_stats(canvas.draw).atlas;
    assert_int_equal(second.slots, first.slots);
    assert_int_equal(second.lookups - first.lookups, second.hits - first.hits);
    draw_sdl_reset(canvas.draw);
    run(&canvas);
    assert_int_equal(dark_pixels(&canvas), ink);
    text_engine_end_frame(engine);
    canvas_close(&canvas);
}

static void
test_draw_sdl__saves_png_or_says_why_not(void **state) {
    (void)state;
    struct canvas canvas = canvas_open();
    struct arena arena;
    struct err err = {0};
    struct str bytes;
    arena_init(&arena);
    const char *path = NARU_BUILD_DIR "/test_draw_sdl.png";
    run(&canvas);
    assert_true(draw_sdl_save_png(canvas.draw, path, &err));
    assert_true(file_read(path, FILE_LIMIT_DEFAULT, &arena, &bytes, &err));
    assert_true(str_starts(bytes, (struct str){"\x89PNG", 4}));
    assert_false(draw_sdl_save_png(canvas.draw, "/nowhere/at/all.png", &err));
    assert_non_null(strstr(err.message, "/nowhere/at/all.png"));
    assert_true(draw_sdl_save_png(canvas.draw, path, &err)); /* again, over itself */
    assert_true(file_replace(path, STR("slug,name_ko\n"), &err));
    assert_false(draw_sdl_save_png(canvas.draw, path, &err)); /* a source is no picture */
    assert_int_equal(err.code, ERR_USAGE);
    assert_true(file_replace(path, STR(""), &err));
    assert_true(draw_sdl_save_png(canvas.draw, path, &err));
    remove(path);
    arena_finish(&arena);
    canvas_close(&canvas);
}

static void
test_draw_sdl__impossible_sizes_fail_with_a_message(void **state) {
    (void)state;
    struct err err = {0};
    struct draw_sdl_options options = {.engine = engine};
    assert_null(draw_sdl_open_offscreen(0, 100, &options, &err));
    assert_non_null(strstr(err.message, "0x100"));
}

static const struct para *
line_of(const char *text) {
    struct text_style style = {.lang = LOCALE_KO, .size_px = 24};
    return para_layout(engine, str_from(text), &style, NULL, 0, 1e6f);
}

static void
test_draw_sdl__what_was_prewarmed_is_drawn_without_rasterising(void **state) {
    (void)state;
    struct canvas canvas = canvas_open();
    size_t next = 0, helpings = 1;
    while (draw_sdl_prewarm(canvas.draw, line_of("안산시국제교류浜松市"), false, 3, &next)) {
        helpings++;
    }
    assert_int_equal(helpings, 4); /* ten characters, three at a time */
    uint64_t before = text_engine_counters(engine).glyphs_rastered;
    struct color black = COLOR_RGB(0);
    draw_text(&canvas.list, line_of("국제교류안산시"), (struct point){0, 0}, &black, 1);
    run(&canvas);
    assert_int_equal(text_engine_counters(engine).glyphs_rastered, before);
    next = 0;
    assert_false(draw_sdl_prewarm(canvas.draw, line_of("안산시"), false, 3, &next));
    assert_int_equal(text_engine_counters(engine).glyphs_rastered, before);
    canvas_close(&canvas);
}

/* Without a GPU a window is drawn in memory; its surface changes with its size. */
static void
test_draw_sdl__follows_the_size_of_a_window_in_memory(void **state) {
    (void)state;
    setenv("SDL_VIDEODRIVER", "dummy", 1);
    assert_int_equal(SDL_Init(SDL_INIT_VIDEO), 0);
    SDL_Window *window = SDL_CreateWindow("", 0, 0, 120, 80, SDL_WINDOW_RESIZABLE);
    assert_non_null(window);
    struct err err = {0};
    struct draw_sdl_options options = {.engine = engine};
    struct canvas canvas = {.draw = draw_sdl_open_window(window, true, &options, &err)};
    assert_non_null(canvas.draw);
    assert_true(draw_sdl_stats(canvas.draw).software);
    draw_list_init(&canvas.list);
    static const int sizes[][2] = {{120, 80}, {200, 120}, {64, 90}};
    struct color black = COLOR_RGB(0);
    for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
        int w, h;
        SDL_SetWindowSize(window, sizes[i][0], sizes[i][1]);
        SDL_PumpEvents();
        draw_sdl_size(canvas.draw, &w, &h);
        assert_int_equal(w, sizes[i][0]);
        assert_int_equal(h, sizes[i][1]);
        draw_list_clear(&canvas.list, (struct size){(float)w, (float)h});
        draw_rect(&canvas.list, (struct rect){0, 0, 30, 30}, 0, black, none, 0);
        draw_text(&canvas.list, line_of("한"), (struct point){32, 2}, &black, 1);
        run(&canvas);
        draw_sdl_present(canvas.draw);
        assert_int_equal(red_at(&canvas, 29, 29), 0);
        int ink = 0;
        for (int x = 32; x < 56; x++) {
            ink += red_at(&canvas, x, 18) < 128;
        }
        assert_true(ink > 0);
        assert_int_equal(red_at(&canvas, w - 1, h - 1), 255);
    }
    canvas_close(&canvas);
    SDL_DestroyWindow(window);
    SDL_Quit();
}

int
main(void) {
    struct err err = {0};
    engine = text_engine_open(NARU_SOURCE_DIR "/fonts/fonts.ini", &err);
    if (!engine) {
        fprintf(stderr, "%s\n", err.message);
        return 1;
    }
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_draw_sdl__what_was_prewarmed_is_drawn_without_rasterising),
        cmocka_unit_test(test_draw_sdl__rounded_rectangle_has_soft_corners),
        cmocka_unit_test(test_draw_sdl__border_and_ring),
        cmocka_unit_test(test_draw_sdl__clip_and_icon_tint),
        cmocka_unit_test(test_draw_sdl__shadows_reach_the_clip),
        cmocka_unit_test(test_draw_sdl__pictures_keep_their_colours),
        cmocka_unit_test(test_draw_sdl__pictures_keep_to_their_budget),
        cmocka_unit_test(test_draw_sdl__missing_icon_is_counted_not_fatal),
        cmocka_unit_test(test_draw_sdl__draws_text_and_survives_a_reset),
        cmocka_unit_test(test_draw_sdl__saves_png_or_says_why_not),
        cmocka_unit_test(test_draw_sdl__impossible_sizes_fail_with_a_message),
        cmocka_unit_test(test_draw_sdl__follows_the_size_of_a_window_in_memory),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    text_engine_close(engine);
    return failed;
}

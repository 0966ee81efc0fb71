/* The two ways to the target give one picture: pixels blended in memory, and SDL's renderer with
 * textures, here its own software renderer as the oracle. */
#include "test.h"

#include "draw/painter.h"

#include <stdlib.h>

enum { WIDTH = 160, HEIGHT = 120 };

struct easel {
    SDL_Surface *surface;
    SDL_Renderer *renderer;
    struct painter *painter;
};

static struct easel
easel_open(uint32_t format, bool in_memory) {
    struct easel easel = {.surface = SDL_CreateRGBSurfaceWithFormat(0, WIDTH, HEIGHT, 0, format),
        .painter = painter_create()};
    assert_non_null(easel.surface);
    easel.renderer = SDL_CreateSoftwareRenderer(easel.surface);
    assert_non_null(easel.renderer);
    painter_set_target(easel.painter, easel.renderer, in_memory ? easel.surface : NULL);
    return easel;
}

static void
easel_close(struct easel *easel) {
    painter_destroy(easel->painter);
    SDL_DestroyRenderer(easel->renderer);
    SDL_FreeSurface(easel->surface);
}

static struct color
pixel_of(const struct easel *easel, int x, int y) {
    uint8_t rgb[3];
    SDL_Rect at = {x, y, 1, 1};
    assert_int_equal(SDL_RenderReadPixels(easel->renderer, &at, SDL_PIXELFORMAT_RGB24, rgb, 3), 0);
    return (struct color){rgb[0], rgb[1], rgb[2], 255};
}

/* Fills, a masked copy, copies cut by every side of the clip and of the target, stretched sides, a
 * mask without a page. */
static void
paint_everything(struct painter *painter, bool is_turned) {
    struct arena arena;
    arena_init(&arena);
    struct mask disc = mask_disc(&arena, 16, 0), ring = mask_disc(&arena, 9, 3);
    struct atlas_slot disc_at = {.page = 1, .x = 40, .y = 8, .w = 32, .h = 32};
    SDL_Rect all = {0, 0, WIDTH, HEIGHT}, whole = {40, 8, 32, 32}, column = {56, 8, 1, 32},
             row = {40, 24, 32, 1};
    struct color blue = {20, 60, 200, 255}, pale = {250, 200, 30, 120};
    assert_true(painter_clear(painter, (struct color){240, 238, 230, 255}));
    painter_turn(painter, is_turned ? all : (SDL_Rect){0});
    painter_clip(painter, is_turned ? (SDL_Rect){30, 20, 120, 90} : (SDL_Rect){10, 10, 120, 90});
    painter_fill(painter, (SDL_Rect){0, 0, 60, 30}, blue);
    painter_fill(painter, (SDL_Rect){50, 20, 200, 30}, pale);
    painter_store(painter, &disc_at, &disc, NULL);
    painter_copy(painter, 1, whole, (SDL_Rect){-4, -4, 32, 32}, pale);
    painter_copy(painter, 1, whole, (SDL_Rect){70, 40, 32, 32}, blue);
    painter_copy(painter, 1, whole, (SDL_Rect){120, 88, 32, 32}, blue);
    painter_copy(painter, 1, column, (SDL_Rect){60, 60, 90, 32}, pale);
    painter_copy(painter, 1, row, (SDL_Rect){20, 30, 32, 100}, blue);
    painter_copy(painter, 1, whole, (SDL_Rect){500, 500, 32, 32}, blue);
    painter_draw_mask(painter, &ring, NULL, 100, 14, blue);
    arena_finish(&arena);
}

static void
check_same_picture(uint32_t format, int most) {
    struct easel memory = easel_open(format, true), textures = easel_open(format, false);
    paint_everything(memory.painter, false);
    paint_everything(textures.painter, false);
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
            struct color a = pixel_of(&memory, x, y), b = pixel_of(&textures, x, y);
            assert_in_range(abs(a.r - b.r), 0, most);
            assert_in_range(abs(a.g - b.g), 0, most);
            assert_in_range(abs(a.b - b.b), 0, most);
        }
    }
    easel_close(&memory);
    easel_close(&textures);
}

static void
test_painter__memory_and_renderer_agree(void **state) {
    (void)state;
    check_same_picture(SDL_PIXELFORMAT_RGB888, 3);
    check_same_picture(SDL_PIXELFORMAT_BGR888, 3);
    check_same_picture(SDL_PIXELFORMAT_RGBX8888, 3);
}

/* Turned by 180 degrees all is the same picture, pixel by pixel, seen from the other side. */
static void
check_turned(bool in_memory) {
    struct easel as_is = easel_open(SDL_PIXELFORMAT_RGB888, in_memory);
    struct easel turned = easel_open(SDL_PIXELFORMAT_RGB888, in_memory);
    paint_everything(as_is.painter, false);
    paint_everything(turned.painter, true);
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
            struct color a = pixel_of(&as_is, x, y);
            struct color b = pixel_of(&turned, WIDTH - 1 - x, HEIGHT - 1 - y);
            if (a.r != b.r || a.g != b.g || a.b != b.b) {
                fail_msg(
                    "%s: %d,%d turned is another pixel", in_memory ? "memory" : "textures", x, y);
            }
        }
    }
    easel_close(&as_is);
    easel_close(&turned);
}

static void
test_painter__turns_every_pixel(void **state) {
    (void)state;
    check_turned(true);
    check_turned(false);
}

/* A surface of other pixels is left to the renderer. */
static void
test_painter__leaves_sixteen_bits_to_the_renderer(void **state) {
    (void)state;
    struct easel easel = easel_open(SDL_PIXELFORMAT_RGB565, true);
    assert_true(painter_stores_slowly(easel.painter));
    paint_everything(easel.painter, false);
    assert_in_range(pixel_of(&easel, 86, 56).b, 195, 205);
    easel_close(&easel);
}

/* What the renderer still holds back lies under what is painted next. */
static void
test_painter__keeps_the_order(void **state) {
    (void)state;
    struct easel easel = easel_open(SDL_PIXELFORMAT_RGB888, true);
    SDL_Rect all = {0, 0, WIDTH, HEIGHT};
    assert_true(painter_clear(easel.painter, (struct color){255, 255, 255, 255}));
    painter_clip(easel.painter, all);
    SDL_SetRenderDrawColor(easel.renderer, 0, 0, 0, 255);
    SDL_RenderFillRect(easel.renderer, &all);
    painter_fill(easel.painter, (SDL_Rect){0, 0, 20, 20}, (struct color){200, 0, 0, 255});
    assert_int_equal(pixel_of(&easel, 5, 5).r, 200);
    assert_int_equal(pixel_of(&easel, 25, 5).r, 0);
    easel_close(&easel);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_painter__memory_and_renderer_agree),
        cmocka_unit_test(test_painter__leaves_sixteen_bits_to_the_renderer),
        cmocka_unit_test(test_painter__keeps_the_order),
        cmocka_unit_test(test_painter__turns_every_pixel),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

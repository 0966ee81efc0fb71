/* Photographs as they are packed: the right way up, bounded, without what a camera writes beside
 * them, and the same each time. */
#include "test.h"

#include "compiler/read/raster.h"
#include "content/store.h"

#include <SDL.h>
#include <SDL_image.h>
#include <string.h>

struct fixture {
    struct arena arena;
    uint8_t *room;
    size_t room_n;
};

static int
setup(void **state) {
    struct fixture *f = calloc(1, sizeof(*f));
    arena_init(&f->arena);
    f->room_n = (size_t)24 << 20;
    f->room = malloc(f->room_n);
    *state = f;
    return 0;
}

static int
teardown(void **state) {
    struct fixture *f = *state;
    arena_finish(&f->arena);
    free(f->room);
    free(f);
    return 0;
}

/* Red at the left, blue at the right; `noise`: like a photograph of grass, which packs badly. */
static SDL_Surface *
surface_of(int width, int height, uint32_t alpha, bool noise) {
    SDL_Surface *s = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
    uint32_t *at = s->pixels, seed = 1;
    for (int i = 0; i < width * height; i++) {
        seed = seed * 1664525u + 1013904223u;
        at[i] = alpha << 24 | (noise ? seed >> 8 : i % width < width / 2 ? 0xff0000u : 0x0000ffu);
    }
    return s;
}

static struct str
file_of(struct fixture *f, SDL_Surface *s, bool as_png) {
    SDL_RWops *rw = SDL_RWFromMem(f->room, (int)f->room_n);
    assert_int_equal(as_png ? IMG_SavePNG_RW(s, rw, 0) : IMG_SaveJPG_RW(s, rw, 0, 95), 0);
    struct str bytes = {(const char *)f->room, (size_t)SDL_RWtell(rw)};
    SDL_RWclose(rw);
    SDL_FreeSurface(s);
    return arena_str(&f->arena, bytes);
}

/* As a camera held upright writes it: turn 6, and where that was. */
static struct str
with_exif(struct fixture *f, struct str jpeg) {
    static const char exif[] = "\xff\xe1\0\x2a"
                               "Exif\0\0MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\6\0\0"
                               "37.32N126.8E";
    struct str_buf out = {0};
    str_buf_add(&out, str_slice(jpeg, 0, 2));
    str_buf_add(&out, (struct str){exif, sizeof(exif) - 1});
    str_buf_add(&out, str_slice(jpeg, 2, jpeg.n));
    struct str bytes = arena_str(&f->arena, str_buf_str(&out));
    str_buf_finish(&out);
    return bytes;
}

static void
test_raster__what_a_camera_wrote_beside_it_is_gone(void **state) {
    struct fixture *f = *state;
    struct str jpeg = with_exif(f, file_of(f, surface_of(400, 300, 255, false), false));
    struct str packed, again;
    struct size size;
    assert_int_equal(picture_head(jpeg).turn, 6);
    assert_int_equal(raster_pack(&f->arena, jpeg, &packed, &size), RASTER_SOUND);
    assert_true(size.w == 300 && size.h == 400);
    assert_true(str_find(packed, STR("Exif")) == SIZE_MAX);
    assert_true(str_find(packed, STR("37.32N")) == SIZE_MAX);
    struct picture_head head = picture_head(packed);
    assert_true(head.format == PICTURE_JPEG && head.width == 300 && head.turn == 1);
    SDL_Surface *shown = IMG_Load_RW(SDL_RWFromConstMem(packed.p, (int)packed.n), 1);
    uint8_t top[3], low[3];
    memcpy(top, (uint8_t *)shown->pixels + 20 * shown->pitch + 150 * 3, 3);
    memcpy(low, (uint8_t *)shown->pixels + 380 * shown->pitch + 150 * 3, 3);
    assert_true(top[0] > 240 && low[2] > 240); /* what was left is above */
    SDL_FreeSurface(shown);
    assert_int_equal(raster_pack(&f->arena, jpeg, &again, &size), RASTER_SOUND);
    assert_true(str_eq(packed, again));
}

static void
test_raster__a_large_one_is_made_smaller(void **state) {
    struct fixture *f = *state;
    struct str packed;
    struct size size;
    struct str file = file_of(f, surface_of(4000, 1000, 255, false), false);
    assert_int_equal(raster_pack(&f->arena, file, &packed, &size), RASTER_SOUND);
    assert_true(size.w == RASTER_SIDE_MAX && size.h == 480);
    file = file_of(f, surface_of(1900, 1900, 255, true), true); /* a PNG, but no drawing */
    assert_int_equal(raster_pack(&f->arena, file, &packed, &size), RASTER_SOUND);
    assert_true(packed.n <= STORE_PICTURE_BYTES && picture_head(packed).format == PICTURE_JPEG);
}

static void
test_raster__a_drawing_stays_exact_and_see_through(void **state) {
    struct fixture *f = *state;
    struct str packed;
    struct size size;
    struct str file = file_of(f, surface_of(300, 200, 128, false), true);
    assert_int_equal(raster_pack(&f->arena, file, &packed, &size), RASTER_SOUND);
    assert_int_equal(picture_head(packed).format, PICTURE_PNG);
    file = file_of(f, surface_of(1200, 1200, 128, true), true);
    assert_int_equal(raster_pack(&f->arena, file, &packed, &size), RASTER_SOUND);
    assert_int_equal(picture_head(packed).format, PICTURE_PNG);
    assert_true(packed.n <= STORE_PICTURE_BYTES && size.w == size.h && size.w < 600);
}

static void
test_raster__what_cannot_be_shown_is_named(void **state) {
    struct fixture *f = *state;
    struct str packed;
    struct size size;
    struct str file = file_of(f, surface_of(300, 200, 255, false), true);
    assert_int_equal(
        raster_pack(&f->arena, str_slice(file, 0, 40), &packed, &size), RASTER_UNREADABLE);
    static const char bomb[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\x86\xa0\0\1\x86\xa0\x08\6\0\0\0";
    assert_int_equal(raster_pack(&f->arena, (struct str){bomb, sizeof(bomb) - 1}, &packed, &size),
        RASTER_TOO_LARGE);
    static const char print[] = "\xff\xd8\xff\xc0\0\x14\x08\1\x20\2\x40\4";
    assert_int_equal(raster_pack(&f->arena, (struct str){print, sizeof(print) - 1}, &packed, &size),
        RASTER_CMYK);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            test_raster__what_a_camera_wrote_beside_it_is_gone, setup, teardown),
        cmocka_unit_test_setup_teardown(test_raster__a_large_one_is_made_smaller, setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_raster__a_drawing_stays_exact_and_see_through, setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_raster__what_cannot_be_shown_is_named, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Pictures of the content: photographs and drawings, whole, damaged, and by their edges. */
#include "test.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/svg_plain.h"
#include "draw/image.h"
#include "draw/svg_edges.h"

#include <SDL.h>
#include <SDL_image.h>
#include <string.h>

#define HERO NARU_SOURCE_DIR "/assets/content/pictures/hero-hamamatsu.svg"

/* Left half red, right half blue, `quality` 0: a PNG. */
static struct str
photo(struct arena *arena, int width, int height, int quality) {
    static uint8_t room[1 << 20];
    SDL_Surface *s = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
    SDL_Rect left = {0, 0, width / 2, height}, right = {width / 2, 0, width - width / 2, height};
    SDL_FillRect(s, &left, 0xffff0000);
    SDL_FillRect(s, &right, 0xff0000ff);
    SDL_RWops *rw = SDL_RWFromMem(room, sizeof(room));
    assert_int_equal(quality ? IMG_SaveJPG_RW(s, rw, 0, quality) : IMG_SavePNG_RW(s, rw, 0), 0);
    struct str bytes = {(const char *)room, (size_t)SDL_RWtell(rw)};
    SDL_RWclose(rw);
    SDL_FreeSurface(s);
    return arena_str(arena, bytes);
}

static uint32_t
pixel(SDL_Surface *surface, int x, int y) {
    uint32_t value;
    memcpy(&value, (uint8_t *)surface->pixels + y * surface->pitch + x * 4, 4);
    return value;
}

static void
test_image__a_photograph_comes_in_the_size_it_stands_in(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    for (int quality = 0; quality <= 90; quality += 90) {
        struct err err = {0};
        struct draw_picture picture = {.bytes = photo(&arena, 400, 300, quality)};
        SDL_Surface *surface = image_draw(&picture, 200, 150, &err);
        assert_non_null(surface);
        assert_true(surface->w == 200 && surface->h == 150);
        assert_true((pixel(surface, 20, 75) >> 16 & 0xff) > 240);
        assert_true((pixel(surface, 180, 75) & 0xff) > 240);
        SDL_FreeSurface(surface);
        surface = image_draw(&picture, 1200, 900, &err); /* no larger than it is */
        assert_true(surface && surface->w == 400);
        SDL_FreeSurface(surface);
    }
    arena_finish(&arena);
}

/* Cut anywhere, every byte changed here and there: a picture or a reason, never more. */
static void
test_image__what_is_damaged_is_refused_or_drawn(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena);
    size_t refused = 0;
    for (int quality = 0; quality <= 90; quality += 90) {
        struct str whole = photo(&arena, 60, 40, quality);
        char *bytes = arena_alloc(&arena, whole.n);
        for (size_t round = 0; round < 400; round++) {
            size_t n = round < 200 ? whole.n * round / 200 : whole.n;
            memcpy(bytes, whole.p, whole.n);
            for (size_t k = 200; k < round; k += 40) {
                bytes[(round * 2654435761u + k * 97) % whole.n] ^= (char)(1 << (round % 8));
            }
            struct err err = {0};
            struct draw_picture picture = {.bytes = {bytes, n}};
            SDL_Surface *surface = n > 0 ? image_draw(&picture, 30, 20, &err) : NULL;
            refused += surface == NULL;
            assert_true(n == 0 || surface || err.code != ERR_NONE);
            SDL_FreeSurface(surface);
        }
    }
    assert_true(refused > 100);
    arena_finish(&arena);
}

/* A head that claims 100,000 pixels a side costs nothing: no decoder sees it. */
static void
test_image__a_claim_is_not_believed(void **state) {
    (void)state;
    static const char head[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\x86\xa0\0\1\x86\xa0\x08\6\0\0\0";
    struct draw_picture picture = {.bytes = {head, sizeof(head) - 1}};
    struct err err = {0};
    assert_null(image_draw(&picture, 30, 20, &err));
    assert_non_null(strstr(err.message, "at most 4096 px"));
}

/* All that remains is ink on the ground; less of it than there was, and again a plain drawing. */
static void
test_image__edges_are_ink_on_the_ground(void **state) {
    (void)state;
    struct arena arena;
    struct str svg;
    struct err err = {0};
    arena_init(&arena);
    assert_true(file_read(HERO, SVG_BYTES_MAX, &arena, &svg, &err));
    struct str_buf lines = {0};
    svg_edges(svg, COLOR_RGB(0xffe14a), COLOR_RGB(0x000000), &lines);
    struct str edges = str_buf_str(&lines), rest = edges, piece;
    assert_int_equal(svg_plain(edges, &svg_limits_picture, 100).fault, SVG_PLAIN);
    size_t shapes = 0;
    while (str_split(&rest, '#', &piece)) {
        shapes++;
        assert_true(!rest.p || str_starts(rest, STR("ffe14a")) || str_starts(rest, STR("000000")));
    }
    assert_true(shapes > 100 && edges.n < svg.n);
    assert_true(str_find(edges, STR("url(")) == SIZE_MAX);
    assert_true(str_find(edges, STR("opacity")) == SIZE_MAX);

    struct draw_picture picture = {
        .bytes = svg, .ink = COLOR_RGB(0xffe14a), .ground = COLOR_RGB(0x000000)};
    SDL_Surface *surface = image_draw(&picture, 800, 450, &err);
    size_t ground = 0, ink = 0;
    for (int y = 0; y < 450; y++) {
        for (int x = 0; x < 800; x++) {
            uint32_t value = pixel(surface, x, y) & 0xffffff;
            ground += value == 0;
            ink += value == 0xffe14a;
        }
    }
    assert_true(ground > 800 * 450 * 7 / 10 && ink > 2000);
    SDL_FreeSurface(surface);
    str_buf_finish(&lines);
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_image__a_photograph_comes_in_the_size_it_stands_in),
        cmocka_unit_test(test_image__what_is_damaged_is_refused_or_drawn),
        cmocka_unit_test(test_image__a_claim_is_not_believed),
        cmocka_unit_test(test_image__edges_are_ink_on_the_ground),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

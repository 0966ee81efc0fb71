#include "test.h"

#include "base/arena.h"
#include "base/file.h"
#include "draw/svg.h"

#include <SDL.h>
#include <string.h>

#define PICTURES NARU_SOURCE_DIR "/assets/content/pictures"
#define ICONS NARU_SOURCE_DIR "/assets/icons"
#define PATH "<path d=\"M0 0h9v9z\"/></svg>"

static void
test_svg__every_icon_of_ours_is_plain(void **state) {
    (void)state;
    struct arena arena;
    struct str *names, svg;
    size_t count;
    struct err err = {0};
    arena_init(&arena);
    assert_true(file_list(ICONS, &arena, &names, &count, &err));
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++) {
        struct str path = arena_printf(&arena, ICONS "/%.*s", STR_ARG(names[i]));
        if (!str_ends(path, STR(".svg"))) {
            continue;
        }
        assert_true(file_read(path.p, SVG_BYTES_MAX, &arena, &svg, &err));
        /* the smallest there is, and the largest that any panel at 200 % asks for */
        static const int sides[] = {8, 48, 600};
        for (size_t k = 0; k < 3; k++) {
            SDL_Surface *surface = svg_draw(svg, path.p, sides[k], sides[k], &err);
            if (!surface) {
                fail_msg("%s", err.message);
            }
            assert_int_equal(surface->w, sides[k]);
            SDL_FreeSurface(surface);
        }
    }
    arena_finish(&arena);
}

/* The drawings of the content, at the size of a large panel. */
static void
test_svg__every_picture_of_ours_is_plain(void **state) {
    (void)state;
    struct arena arena;
    struct str *names, svg;
    size_t count;
    struct err err = {0};
    arena_init(&arena);
    assert_true(file_list(PICTURES, &arena, &names, &count, &err));
    assert_true(count >= 6);
    for (size_t i = 0; i < count; i++) {
        struct str path = arena_printf(&arena, PICTURES "/%.*s", STR_ARG(names[i]));
        assert_true(file_read(path.p, SVG_BYTES_MAX, &arena, &svg, &err));
        SDL_Surface *surface = svg_draw_picture(svg, 1024, 768, &err);
        if (!surface) {
            fail_msg("%s", err.message);
        }
        SDL_FreeSurface(surface);
        assert_null(svg_draw(svg, "x.svg", 24, 24, &err)); /* too much for an icon */
    }
    arena_finish(&arena);
}

static void
assert_refused(struct str svg, const char *says) {
    struct err err = {0};
    assert_null(svg_draw(svg, "x.svg", 24, 24, &err));
    if (!strstr(err.message, says)) {
        fail_msg("\"%s\" does not say \"%s\"", err.message, says);
    }
}

static void
test_svg__what_costs_too_much_is_refused(void **state) {
    (void)state;
    static const struct {
        struct str svg;
        const char *says;
    } cases[] = {
        {STR_INIT("<svg width=\"1e9\" height=\"1e9\">" PATH), "exponent"},
        {STR_INIT("<svg width=\"1000000000\" height=\"1000000000\">" PATH), "10000 or more"},
        {STR_INIT("<svg width=\"5000\" height=\"5000\">" PATH), "8 to 4096 px"},
        {STR_INIT("<svg viewBox=\"0 0 .001 .001\">" PATH), "8 to 4096 px"},
        {STR_INIT("<svg width=\"24\" width=\"24\">" PATH), "8 to 4096 px"},
        {STR_INIT("<svg width=\"24\">" PATH), "no size"},
        {STR_INIT("<svg wid*th='9 width=\"24\"' height=\"24\">" PATH), "attributes"},
        {STR_INIT("<svg width=\"24\" height=\"24\"><svg width=\"9\"/>" PATH), "more than one"},
        {STR_INIT("<!-- <svg width=\"24\" height=\"24\"> --><g>" PATH), "no <svg>"},
        {STR_INIT("<svg width=\"24\" height=\"24\"><g style=\"stroke-dasharray:.01\"/>" PATH),
            "dashes"},
        {STR_INIT("<svg width=\"24\" height=\"24\"><g transform=\"scale(9999)\"/>" PATH),
            "transform"},
        {STR_INIT("<svg width=\"24\" height=\"24\"><linearGradient/>" PATH), "gradient"},
        {STR_INIT("<svg viewBox=\"0 0 8 4096\" preserveAspectRatio=\"none slice\">" PATH),
            "preserveAspectRatio"},
        {STR_INIT("<svg width=\"24\" height=\"24\"><g stroke-width=\"97\">" PATH),
            "more than 4 times"},
        {STR_INIT("<svg width=\"24\" height=\"24\" stroke-width=\"97\">" PATH),
            "more than 4 times"},
        {STR_INIT("<svg width=\"999\" height=\"999\" viewBox=\"0 0 24 24\"><g a=\"97\">" PATH),
            "more than 4 times"},
        {STR_INIT("<svg width=\"24\" height=\"24\"><g stroke-width=\"9in\">" PATH), "unit"},
        {STR_INIT("<svg width=\"24\" height=\"24\"><g stroke-width=\"90%\">" PATH), "unit"},
        {STR_INIT("<path d=\"M0 0h9v9z\"/><svg width=\"24\" height=\"24\">" PATH), "before"},
        {STR_INIT("<svg width=\"24\" height=\"24\" width=\" >g"), "attributes"},
        {STR_INIT("<svg width=\"24\" height=\"24\" width=>" PATH), "attributes"},
        {STR_INIT("<svg viewBox=\"5 0 24px 24\">" PATH), "8 to 4096 px"},
        {STR_INIT("<svg viewBox=\",0 0 24 91\">" PATH), "8 to 4096 px"},
        {STR_INIT("<svg viewBox=\" 0 0 24 91\">" PATH), "8 to 4096 px"},
        {STR_INIT("<svg width=\"24\" height=\"24\">\0" PATH), "no SVG in UTF-8 text"},
        {STR_INIT(""), "no SVG in UTF-8 text"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        assert_refused(cases[i].svg, cases[i].says);
    }
}

static void
test_svg__long_files_are_refused(void **state) {
    (void)state;
    struct str_buf svg = {0};
    str_buf_printf(&svg, "<svg width=\"24\" height=\"24\"><path d=\"M0 0");
    for (int i = 0; i < 256; i++) {
        str_buf_printf(&svg, " 1");
    }
    str_buf_printf(&svg, "\"/></svg>");
    assert_refused(str_buf_str(&svg), "too many numbers");
    while (svg.n <= SVG_BYTES_MAX) {
        str_buf_byte(&svg, ' ');
    }
    assert_refused(str_buf_str(&svg), "more than 64 KiB");
    str_buf_finish(&svg);
}

/* Every element is swept over the whole box: what may be costly is bounded by elements x pixels. */
static void
test_svg__many_elements_are_refused(void **state) {
    (void)state;
    struct str_buf svg = {0};
    struct err err = {0};
    str_buf_printf(&svg, "<svg width=\"24\" height=\"24\">");
    for (int i = 0; i < 10; i++) {
        str_buf_printf(&svg, "<circle r=\"12\" stroke=\"#000\"/>");
    }
    SDL_Surface *surface = svg_draw(str_buf_str(&svg), "x.svg", 512, 512, &err);
    assert_non_null(surface);
    SDL_FreeSurface(surface);
    assert_null(svg_draw(str_buf_str(&svg), "x.svg", 520, 520, &err));
    assert_non_null(strstr(err.message, "too many elements for so large a picture"));
    str_buf_printf(&svg, "<circle r=\"12\"/>");
    assert_refused(str_buf_str(&svg), "too many elements");
    str_buf_finish(&svg);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_svg__every_icon_of_ours_is_plain),
        cmocka_unit_test(test_svg__every_picture_of_ours_is_plain),
        cmocka_unit_test(test_svg__what_costs_too_much_is_refused),
        cmocka_unit_test(test_svg__long_files_are_refused),
        cmocka_unit_test(test_svg__many_elements_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

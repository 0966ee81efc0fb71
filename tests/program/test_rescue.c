#include "test.h"

#include "base/file.h"
#include "host/rescue.h"

#include <SDL.h>
#include <SDL_image.h>
#include <stdlib.h>

/* Rows of the picture that hold ink, counted as separate bands: lines of text. */
static int
count_bands(SDL_Surface *picture) {
    int bands = 0;
    bool inside = false;
    for (int y = 0; y < picture->h; y++) {
        const Uint32 *row = (const Uint32 *)((const Uint8 *)picture->pixels + y * picture->pitch);
        bool ink = false;
        for (int x = 0; x < picture->w && !ink; x++) {
            ink = (row[x] & 0xFFFFFF) != 0xFFFFFF;
        }
        bands += ink && !inside;
        inside = ink;
    }
    return bands;
}

static void
test_rescue__says_cause_and_advice_in_three_languages_and_the_reason(void **state) {
    (void)state;
    char path[] = "/tmp/naru-test-XXXXXX";
    struct err err;
    struct rescue rescue = {0};
    err_set(&rescue.reason, ERR_IO, "there is no content database");
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    for (int cause = RESCUE_FILES; cause <= RESCUE_DISPLAY; cause++) {
        rescue.cause = (enum rescue_cause)cause;
        assert_true(rescue_snapshot(&rescue, 1080, 1920, path, &err));
        SDL_Surface *loaded = IMG_Load(path);
        assert_non_null(loaded);
        SDL_Surface *picture = SDL_ConvertSurfaceFormat(loaded, SDL_PIXELFORMAT_ARGB8888, 0);
        /* three lines a language, a rule, and the reason; descenders may join two lines */
        assert_true(count_bands(picture) >= 9);
        SDL_FreeSurface(picture);
        SDL_FreeSurface(loaded);
    }
    remove(path);
}

static void
test_rescue__a_picture_that_cannot_be_written_is_an_error(void **state) {
    (void)state;
    struct err err = {0};
    struct rescue rescue = {.cause = RESCUE_TEXT};
    assert_false(rescue_snapshot(&rescue, 300, 300, "/no/such/folder/a.png", &err));
    assert_true(str_find(str_from(err.message), STR("/no/such/folder")) != SIZE_MAX);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rescue__says_cause_and_advice_in_three_languages_and_the_reason),
        cmocka_unit_test(test_rescue__a_picture_that_cannot_be_written_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

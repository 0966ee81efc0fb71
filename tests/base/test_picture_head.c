/* What a file of pixels says of itself, cut anywhere and changed anywhere. */
#include "test.h"

#include "base/picture_head.h"

#include <stdlib.h>
#include <string.h>

#define BYTES(literal) ((struct str){(literal), sizeof(literal) - 1})
#define PNG_HEAD "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
#define JPEG_START "\xff\xd8\xff\xe0\0\4\0\0"
#define SOF(components) "\xff\xc0\0\x11\x08\1\x20\2\x40" components
/* A TIFF of one entry: 0x0112, a short */
#define TIFF_BIG "MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\6\0\0"
#define TIFF_LITTLE "II*\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0\x08\0\0\0"
#define EXIF(tiff)   \
    "\xff\xe1\0\x1e" \
    "Exif\0\0" tiff

static const struct {
    struct str bytes;
    struct picture_head head;
} files[] = {
    {BYTES(PNG_HEAD "\0\0\7\x80\0\0\4\x38"), {PICTURE_PNG, 1920, 1080, 1, false}},
    {BYTES(PNG_HEAD "\0\0\0\0\0\0\4\x38"), {PICTURE_PNG, 0, 0, 1, false}},
    {BYTES(PNG_HEAD "\x7f\xff\xff\xff\0\0\4\x38"), {PICTURE_PNG, 0, 0, 1, false}},
    {BYTES(JPEG_START SOF("\3")), {PICTURE_JPEG, 576, 288, 1, false}},
    {BYTES(JPEG_START SOF("\4")), {PICTURE_JPEG, 576, 288, 1, true}},
    {BYTES(JPEG_START EXIF(TIFF_BIG) SOF("\3")), {PICTURE_JPEG, 576, 288, 6, false}},
    {BYTES(JPEG_START EXIF(TIFF_LITTLE) SOF("\3")), {PICTURE_JPEG, 576, 288, 8, false}},
    {BYTES(JPEG_START "\xff\xff\xff" SOF("\1")), {PICTURE_JPEG, 576, 288, 1, false}},
    {BYTES(JPEG_START "no marker"), {PICTURE_JPEG, 0, 0, 1, false}},
    {BYTES("RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x7f\7\0\x37\4\0"),
        {PICTURE_WEBP, 1920, 1080, 1, false}},
    {BYTES("RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x3f\xc1\x47\0"), {PICTURE_WEBP, 320, 288, 1, false}},
    {BYTES("RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\1\x2a\x40\1\x20\1"),
        {PICTURE_WEBP, 320, 288, 1, false}},
    {BYTES("RIFF\0\0\0\0WAVEfmt "), {PICTURE_OTHER, 0, 0, 1, false}},
    {BYTES("<svg width=\"24\" height=\"24\"/>"), {PICTURE_OTHER, 0, 0, 1, false}},
    {BYTES(""), {PICTURE_OTHER, 0, 0, 1, false}},
};

static void
test_picture_head__says_format_size_and_turn(void **state) {
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        struct picture_head is = picture_head(files[i].bytes), wanted = files[i].head;
        if (is.format != wanted.format || is.width != wanted.width || is.height != wanted.height ||
            is.turn != wanted.turn || is.is_cmyk != wanted.is_cmyk) {
            fail_msg("file %zu: format %d, %dx%d, turn %d, cmyk %d", i, is.format, is.width,
                is.height, is.turn, is.is_cmyk);
        }
    }
}

/* ASan watches that nothing behind the end is read, and what comes out always makes sense. */
static void
check_sound(struct str bytes) {
    char *exact = malloc(bytes.n + 1);
    memcpy(exact, bytes.p, bytes.n);
    char *copy = realloc(exact, bytes.n ? bytes.n : 1);
    struct picture_head head = picture_head((struct str){copy, bytes.n});
    assert_true(head.turn >= 1 && head.turn <= 8);
    assert_true(head.width >= 0 && head.height >= 0 && (head.width > 0) == (head.height > 0));
    free(copy);
}

static void
test_picture_head__of_what_is_cut_or_changed_makes_sense(void **state) {
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        char bytes[128];
        struct str whole = files[i].bytes;
        for (size_t n = 0; n <= whole.n; n++) {
            check_sound(str_slice(whole, 0, n));
        }
        for (size_t at = 0; at < whole.n; at++) {
            static const unsigned char values[] = {0, 1, 0x7f, 0x80, 0xff};
            for (size_t v = 0; v < sizeof(values); v++) {
                memcpy(bytes, whole.p, whole.n);
                bytes[at] = (char)values[v];
                check_sound((struct str){bytes, whole.n});
            }
        }
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_picture_head__says_format_size_and_turn),
        cmocka_unit_test(test_picture_head__of_what_is_cut_or_changed_makes_sense),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Codes, read back by zbar from pixels, and the room that they say they have. */
#include "test.h"

#include "handover/code_reader.h"
#include "handover/qr.h"

#include <stdlib.h>

enum { MODULE_PX = 4 };

static int
read_back(const struct qr *qr, struct arena *arena, struct str *text) {
    int side = (qr->side + 2 * QR_QUIET) * MODULE_PX;
    unsigned char *grey = arena_alloc(arena, (size_t)side * (size_t)side);
    for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
            bool is_dark = qr_is_dark(qr, x / MODULE_PX - QR_QUIET, y / MODULE_PX - QR_QUIET);
            grey[y * side + x] = is_dark ? 0 : 255;
        }
    }
    return code_read(grey, side, side, arena, text);
}

static void
test_qr__texts_read_back(void **state) {
    (void)state;
    static const char *const texts[] = {"a", "https://naru.example/?lang=ja#plan?partner=hamamatsu",
        "하마마쓰시 방문 준비", "浜松市を訪問：八月十九日",
        "BEGIN:VEVENT\r\nSUMMARY:浜松市\r\nEND:VEVENT\r\n", "1234567890", "ÄÖÜ ßàéîõü",
        "한 日 A \xF0\x9F\x98\x80"};
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        struct arena arena;
        struct qr qr;
        struct str text;
        arena_init(&arena);
        assert_true(qr_make(&qr, str_from(texts[i]), QR_MOST_SIDE));
        assert_int_equal(read_back(&qr, &arena, &text), 1);
        assert_str_equal(text, texts[i]);
        arena_finish(&arena);
    }
}

/* As many bytes as it says, and not one more, at every size. */
static void
test_qr__room_is_what_it_says(void **state) {
    (void)state;
    struct qr qr;
    char bytes[2000];
    memset(bytes, 'a', sizeof(bytes));
    assert_int_equal(qr_room(20), 0);
    assert_false(qr_make(&qr, STR("a"), 20));
    assert_int_equal(qr_room(QR_MOST_SIDE + 50), 1273);
    for (int side = QR_LEAST_SIDE; side <= QR_MOST_SIDE; side++) {
        size_t room = qr_room(side);
        assert_true(room > 0);
        assert_true(qr_make(&qr, (struct str){bytes, room}, side));
        assert_true(qr.side <= side && qr.side > side - 4);
        assert_false(qr_make(&qr, (struct str){bytes, room + 1}, side));
        assert_int_equal(qr.side, 0);
        assert_false(qr_is_dark(&qr, 0, 0));
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_qr__texts_read_back),
        cmocka_unit_test(test_qr__room_is_what_it_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

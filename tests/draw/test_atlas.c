#include "test.h"

#include "draw/atlas.h"

static struct atlas_slot
placed(struct atlas *atlas, uint64_t key, int w, int h) {
    struct atlas_slot slot = {.w = w, .h = h, .left = 1, .top = 2};
    assert_true(atlas_place(atlas, key, &slot));
    return slot;
}

static void
test_atlas__finds_what_was_placed(void **state) {
    (void)state;
    struct atlas *atlas = atlas_create(128, 1);
    struct atlas_slot found, slot;
    atlas_begin_frame(atlas);
    assert_false(atlas_lookup(atlas, 7, &found));
    slot = placed(atlas, 7, 20, 22);
    assert_true(atlas_lookup(atlas, 7, &found));
    assert_int_equal(found.x, slot.x);
    assert_int_equal(found.w, 20);
    assert_int_equal(found.left, 1);
    assert_int_equal(found.top, 2);
    struct atlas_slot blank = {0};
    assert_true(atlas_place(atlas, 8, &blank)); /* a space takes no room */
    assert_true(atlas_lookup(atlas, 8, &found));
    assert_int_equal(found.w, 0);
    atlas_destroy(atlas);
}

static bool
overlap(const struct atlas_slot *a, const struct atlas_slot *b) {
    return a->page == b->page && a->x < b->x + b->w && b->x < a->x + a->w && a->y < b->y + b->h &&
           b->y < a->y + a->h;
}

static void
test_atlas__never_overlaps_and_stays_inside(void **state) {
    (void)state;
    enum { COUNT = 300 };
    static struct atlas_slot slots[COUNT];
    struct atlas *atlas = atlas_create(256, 4);
    atlas_begin_frame(atlas);
    size_t count = 0;
    for (uint64_t key = 1; key <= COUNT; key++) {
        struct atlas_slot slot = {.w = 5 + (int)(key * 7 % 31), .h = 5 + (int)(key * 13 % 37)};
        if (atlas_place(atlas, key, &slot)) {
            slots[count++] = slot;
        }
    }
    assert_true(count > 200);
    for (size_t i = 0; i < count; i++) {
        assert_true(slots[i].x + slots[i].w <= 256 && slots[i].y + slots[i].h <= 256);
        for (size_t k = i + 1; k < count; k++) {
            assert_false(overlap(&slots[i], &slots[k]));
        }
    }
    atlas_destroy(atlas);
}

static void
test_atlas__evicts_the_oldest_shelf_between_frames(void **state) {
    (void)state;
    struct atlas *atlas = atlas_create(64, 1);
    struct atlas_slot slot;
    /* four shelves of 16 rows, three bitmaps each */
    for (uint64_t row = 0; row < 4; row++) {
        atlas_begin_frame(atlas);
        for (uint64_t i = 0; i < 3; i++) {
            placed(atlas, row * 10 + i, 20, 15);
        }
    }
    atlas_begin_frame(atlas);
    assert_true(atlas_lookup(atlas, 0, &slot)); /* the first shelf is young again */
    placed(atlas, 99, 20, 15);
    assert_true(atlas_lookup(atlas, 0, &slot));
    assert_false(atlas_lookup(atlas, 10, &slot)); /* the second had to go, as a whole */
    assert_false(atlas_lookup(atlas, 12, &slot));
    assert_true(atlas_lookup(atlas, 20, &slot));
    assert_int_equal(atlas_stats(atlas).evicted_shelves, 1);
    atlas_destroy(atlas);
}

static void
test_atlas__refuses_rather_than_move_what_the_frame_uses(void **state) {
    (void)state;
    struct atlas *atlas = atlas_create(64, 1);
    struct atlas_slot slot;
    atlas_begin_frame(atlas);
    uint64_t key = 0;
    for (;;) {
        slot = (struct atlas_slot){.w = 20, .h = 15};
        if (!atlas_place(atlas, key, &slot)) {
            break;
        }
        key++;
        assert_true(key < 100);
    }
    assert_int_equal(key, 12);
    for (uint64_t i = 0; i < key; i++) {
        assert_true(atlas_lookup(atlas, i, &slot));
    }
    slot = (struct atlas_slot){.w = 65, .h = 4};
    assert_false(atlas_place(atlas, 500, &slot)); /* wider than a page */
    atlas_destroy(atlas);
}

static void
test_atlas__merges_low_shelves_for_a_tall_bitmap(void **state) {
    (void)state;
    struct atlas *atlas = atlas_create(64, 1);
    struct atlas_slot slot;
    for (uint64_t i = 0; i < 8; i++) { /* eight shelves of 8 rows fill the page */
        atlas_begin_frame(atlas);
        placed(atlas, i, 60, 7);
    }
    atlas_begin_frame(atlas);
    assert_true(atlas_lookup(atlas, 7, &slot)); /* in use: must survive */
    struct atlas_slot tall = placed(atlas, 50, 30, 39);
    assert_true(tall.y + tall.h <= 64);
    assert_true(atlas_lookup(atlas, 7, &slot));
    assert_false(overlap(&slot, &tall));
    placed(atlas, 51, 20, 38); /* the merged shelf goes on */
    atlas_clear(atlas);
    assert_false(atlas_lookup(atlas, 50, &slot));
    assert_int_equal(atlas_stats(atlas).slots, 0);
    placed(atlas, 50, 30, 39);
    atlas_destroy(atlas);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_atlas__finds_what_was_placed),
        cmocka_unit_test(test_atlas__never_overlaps_and_stays_inside),
        cmocka_unit_test(test_atlas__evicts_the_oldest_shelf_between_frames),
        cmocka_unit_test(test_atlas__refuses_rather_than_move_what_the_frame_uses),
        cmocka_unit_test(test_atlas__merges_low_shelves_for_a_tall_bitmap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

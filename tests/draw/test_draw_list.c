#include "test.h"

#include "draw/draw_list.h"

static const struct color red = {255, 0, 0, 255}, none = {0, 0, 0, 0}, blue = {0, 0, 255, 128};

static void
draw_sample(struct draw_list *list, float x) {
    draw_list_clear(list, (struct size){100, 80});
    draw_rect(list, (struct rect){x, 0, 40, 20}, 4, red, none, 0);
    draw_clip_push(list, (struct rect){10, 10, 200, 30});
    draw_icon(list, STR("home"), (struct rect){12, 12, 24, 24}, blue);
    draw_rect(list, (struct rect){0, 60, 40, 20}, 0, red, none, 0); /* outside the clip */
    draw_clip_pop(list);
    draw_shadow(list, (struct rect){50, 50, 20, 20}, 2, blue, 3);
}

static void
test_draw_list__dumps_commands_under_their_clips(void **state) {
    (void)state;
    struct draw_list list;
    struct str_buf dump = {0};
    draw_list_init(&list);
    draw_sample(&list, 0);
    draw_list_dump(&list, &dump);
    assert_str_equal(str_buf_str(&dump),
        "clip 0,0 100x80\n"
        "  rect 0,0 40x20 radius=4 fill=#ff0000\n"
        "clip 10,10 90x30\n"
        "  icon 12,12 24x24 fill=#0000ff/128 name=home\n"
        "clip 0,0 100x80\n"
        "  shadow 50,50 20x20 radius=2 width=3 fill=#0000ff/128\n");
    str_buf_finish(&dump);
    draw_list_finish(&list);
}

/* The clip is where it is on the target, the rest as it was before; what the clip in force hides of
 * the turned picture is hidden. */
static void
test_draw_list__turns_what_stands_opposite(void **state) {
    (void)state;
    struct draw_list list;
    struct str_buf dump = {0};
    draw_list_init(&list);
    draw_list_clear(&list, (struct size){100, 80});
    draw_clip_push(&list, (struct rect){0, 0, 100, 50});
    draw_turn_open(&list, (struct rect){20, 20, 60, 40});
    draw_rect(&list, (struct rect){20, 20, 60, 5}, 0, red, none, 0); /* turned: out of sight */
    draw_rect(&list, (struct rect){20, 50, 10, 10}, 0, red, none, 0);
    draw_turn_close(&list);
    draw_clip_pop(&list);
    draw_rect(&list, (struct rect){0, 0, 10, 10}, 0, red, none, 0);
    uint64_t hash = draw_list_hash(&list);
    draw_list_dump(&list, &dump);
    assert_str_equal(str_buf_str(&dump), "clip 20,20 60x30\n"
                                         "  rect 20,50 10x10 fill=#ff0000 turned=20,20 60x40\n"
                                         "clip 0,0 100x80\n"
                                         "  rect 0,0 10x10 fill=#ff0000\n");
    list.commands[0].turn.w = 0;
    assert_true(hash != draw_list_hash(&list));
    str_buf_finish(&dump);
    draw_list_finish(&list);
}

static void
test_draw_list__hash_follows_the_picture(void **state) {
    (void)state;
    struct draw_list a, b;
    draw_list_init(&a);
    draw_list_init(&b);
    draw_sample(&a, 0);
    draw_sample(&b, 0);
    assert_true(draw_list_hash(&a) == draw_list_hash(&b));
    draw_sample(&b, 1);
    assert_true(draw_list_hash(&a) != draw_list_hash(&b));
    draw_list_clear(&a, (struct size){100, 80});
    draw_list_clear(&b, (struct size){100, 81});
    assert_true(draw_list_hash(&a) != draw_list_hash(&b));
    draw_list_finish(&a);
    draw_list_finish(&b);
}

/* Two paragraphs in the same memory, one after the other, as a cache hands them out. */
static void
test_draw_list__hash_sees_glyphs_not_addresses(void **state) {
    (void)state;
    struct text_glyph glyphs[] = {{.id = 5, .size_26_6 = 640, .x = 0, .y = 640, .advance = 640}};
    struct text_line lines[] = {{.glyph_count = 1}};
    struct para para = {.lines = lines,
        .line_count = 1,
        .glyphs = glyphs,
        .glyph_count = 1,
        .width_px = 10,
        .height_px = 15};
    struct draw_list list;
    draw_list_init(&list);
    uint64_t hashes[3];
    for (uint32_t i = 0; i < 3; i++) {
        glyphs[0].id = 5 + i / 2;
        draw_list_clear(&list, (struct size){100, 80});
        draw_text(&list, &para, (struct point){3, 4}, &red, 1);
        assert_int_equal(list.count, 1);
        hashes[i] = draw_list_hash(&list);
    }
    assert_true(hashes[0] == hashes[1]);
    assert_true(hashes[1] != hashes[2]);
    draw_list_finish(&list);
}

static void
test_draw_list__invisible_things_leave_nothing(void **state) {
    (void)state;
    struct draw_list list;
    draw_list_init(&list);
    draw_list_clear(&list, (struct size){100, 80});
    draw_rect(&list, (struct rect){0, 0, 10, 10}, 0, none, red, 0);
    draw_rect(&list, (struct rect){-50, 0, 40, 40}, 0, red, none, 0);
    draw_icon(&list, (struct str){0}, (struct rect){0, 0, 10, 10}, red);
    draw_rect(&list, (struct rect){5, 5, 0, 10}, 0, red, none, 0);
    assert_int_equal(list.count, 0);
    draw_list_finish(&list);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_draw_list__dumps_commands_under_their_clips),
        cmocka_unit_test(test_draw_list__turns_what_stands_opposite),
        cmocka_unit_test(test_draw_list__hash_follows_the_picture),
        cmocka_unit_test(test_draw_list__hash_sees_glyphs_not_addresses),
        cmocka_unit_test(test_draw_list__invisible_things_leave_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Pure layout: no fonts. A text leaf is as wide as its bytes x 10 and breaks anywhere at 10. */
#include "test.h"

#include "base/xalloc.h"
#include "ui/layout.h"

#include <math.h>
#include <stdlib.h>

struct tree {
    struct ui_node nodes[64];
    size_t count;
    uint32_t stack[16];
    int depth;
};

static uint32_t
add(struct tree *tree, struct ui_node node) {
    uint32_t index = (uint32_t)tree->count++;
    assert_true(tree->count <= ARRAY_LEN(tree->nodes));
    tree->nodes[index] = node;
    if (index > 0) {
        uint32_t parent = tree->stack[tree->depth - 1];
        struct ui_node *p = &tree->nodes[parent];
        tree->nodes[index].parent = parent;
        if (p->last_child) {
            tree->nodes[p->last_child].next = index;
        } else {
            p->first_child = index;
        }
        p->last_child = index;
        p->child_count++;
    }
    return index;
}

static void
open_box(struct tree *tree, struct ui_box box) {
    tree->stack[tree->depth] = add(tree, (struct ui_node){.kind = NODE_BOX, .box = box});
    tree->depth++;
}

static void
close_box(struct tree *tree) {
    tree->depth--;
}

static void
leaf(struct tree *tree, const char *text, struct ui_box box) {
    add(tree, (struct ui_node){.kind = NODE_TEXT, .text = str_from(text), .box = box});
}

static void
fixed(struct tree *tree, float w, float h) {
    open_box(tree, (struct ui_box){.width = w, .height = h});
    close_box(tree);
}

static void
measure_widths(void *self, struct ui_node *node, float *min_w, float *pref_w) {
    (void)self;
    *min_w = 10;
    *pref_w = 10 * (float)node->text.n;
}

/* Words of five letters each: a line ends with the last one that fits. */
static float
measure_broken(void *self, struct ui_node *node, float width) {
    (void)self;
    float words = floorf(width / 50);
    return fminf(10 * (float)node->text.n, 50 * (words < 1 ? 1 : words));
}

static float
measure_height(void *self, struct ui_node *node, float *baseline) {
    (void)self;
    float per_line = floorf(node->rect.w / 10);
    *baseline = 16;
    return 20 * ceilf((float)node->text.n / (per_line < 1 ? 1 : per_line));
}

static float scrolled; /* what the test's scrollers are at */

static float
offset_of(void *self, const struct ui_node *scroller) {
    (void)self;
    (void)scroller;
    return scrolled;
}

static struct tree
begin(struct ui_box root) {
    struct tree tree = {0};
    open_box(&tree, root);
    return tree;
}

static void
run(struct tree *tree, float w, float h) {
    struct layout_text text = {
        .widths = measure_widths, .broken_width = measure_broken, .height = measure_height};
    layout_sizes(tree->nodes, tree->count, (struct size){w, h}, &text);
    layout_places(tree->nodes, tree->count, offset_of, NULL);
}

static void
check(const struct tree *tree, const char *expected) {
    struct str_buf out = {0};
    for (size_t i = 1; i < tree->count; i++) {
        struct rect r = tree->nodes[i].rect;
        str_buf_printf(
            &out, "%zu: %g %g %g %g\n", i, (double)r.x, (double)r.y, (double)r.w, (double)r.h);
    }
    assert_str_equal(str_buf_str(&out), expected);
    str_buf_finish(&out);
}

static void
test_layout__column_wraps_text_and_stacks(void **state) {
    (void)state;
    struct tree t = begin((struct ui_box){.gap = 5, .padding = {10, 10, 10, 10}});
    leaf(&t, "0123456789", (struct ui_box){0}); /* 100 wide, room for 80 */
    leaf(&t, "abc", (struct ui_box){.self = UI_SELF_END});
    fixed(&t, 30, 7);
    run(&t, 100, 200);
    check(&t, "1: 10 10 80 40\n"
              "2: 60 55 30 20\n"
              "3: 10 80 30 7\n");
}

static void
test_layout__row_grows_shrinks_and_aligns(void **state) {
    (void)state;
    struct tree t = begin((struct ui_box){.axis = UI_ROW, .gap = 10, .align = UI_ALIGN_CENTER});
    fixed(&t, 20, 20);
    leaf(&t, "abcd", (struct ui_box){.grow = 1});
    fixed(&t, 20, 40);
    run(&t, 200, 50);
    check(&t, "1: 0 15 20 20\n"
              "2: 30 15 140 20\n"
              "3: 180 5 20 40\n");
    t.nodes[2].text = STR("0123456789012345678901234567890"); /* 310: gives up what is missing */
    run(&t, 200, 50);
    check(&t, "1: 0 15 20 20\n"
              "2: 30 -5 140 60\n"
              "3: 180 5 20 40\n");
}

static void
test_layout__shares_ignore_content(void **state) {
    (void)state;
    struct tree t = begin((struct ui_box){.axis = UI_ROW, .gap = 10});
    leaf(&t, "a", (struct ui_box){.share = 2});
    leaf(&t, "a long text that wraps", (struct ui_box){.share = 3});
    run(&t, 110, 100);
    check(&t, "1: 0 0 40 20\n"
              "2: 50 0 60 80\n");
}

static void
test_layout__wrap_fills_lines_and_justifies(void **state) {
    (void)state;
    struct tree t = begin(
        (struct ui_box){.axis = UI_WRAP, .gap = 10, .cross_gap = 4, .justify = UI_JUSTIFY_BETWEEN});
    fixed(&t, 40, 10);
    fixed(&t, 40, 20);
    fixed(&t, 40, 10);
    run(&t, 100, 100);
    check(&t, "1: 0 0 40 10\n"
              "2: 60 0 40 20\n"
              "3: 0 24 40 10\n");
}

static void
test_layout__grid_makes_equal_columns_and_rows(void **state) {
    (void)state;
    struct tree t = begin((struct ui_box){.axis = UI_GRID, .gap = 10, .min_column = 60});
    for (int i = 0; i < 3; i++) {
        open_box(&t, (struct ui_box){0});
        leaf(&t, i == 1 ? "twice two" : "a", (struct ui_box){0});
        close_box(&t);
    }
    run(&t, 141, 300); /* two columns of 65.5: one pixel more in the first */
    check(&t, "1: 0 0 66 40\n"
              "2: 0 0 66 20\n"
              "3: 76 0 65 40\n"
              "4: 76 0 65 40\n"
              "5: 0 50 66 20\n"
              "6: 0 50 66 20\n");
}

static void
test_layout__baseline_lines_up_first_lines(void **state) {
    (void)state;
    struct tree t = begin((struct ui_box){.axis = UI_ROW, .align = UI_ALIGN_BASELINE});
    open_box(&t, (struct ui_box){.padding = {.top = 12}});
    leaf(&t, "ab", (struct ui_box){0});
    close_box(&t);
    leaf(&t, "cd", (struct ui_box){0});
    run(&t, 100, 60);
    check(&t, "1: 0 0 20 32\n"
              "2: 0 12 20 20\n"
              "3: 20 12 20 20\n");
}

static void
test_layout__measure_is_centred_up_to_its_limit(void **state) {
    (void)state;
    struct tree t = begin((struct ui_box){0});
    open_box(&t, (struct ui_box){.self = UI_SELF_MEASURE, .max_width = 60});
    leaf(&t, "a", (struct ui_box){0});
    close_box(&t);
    run(&t, 100, 50);
    check(&t, "1: 20 0 60 20\n"
              "2: 20 0 60 20\n");
}

static void
test_layout__scroller_takes_what_is_left_and_moves_its_children(void **state) {
    (void)state;
    struct tree t = begin((struct ui_box){0});
    fixed(&t, 100, 20);
    open_box(&t, (struct ui_box){.scroll = UI_SCROLL_Y, .grow = 1});
    fixed(&t, 50, 60);
    fixed(&t, 50, 60);
    close_box(&t);
    fixed(&t, 100, 30);
    scrolled = 15;
    run(&t, 100, 100);
    scrolled = 0;
    check(&t, "1: 0 0 100 20\n"
              "2: 0 20 100 50\n"
              "3: 0 5 50 60\n"
              "4: 0 65 50 60\n"
              "5: 0 70 100 30\n");
    assert_true(t.nodes[2].content == 120);
    struct rect clip = t.nodes[3].clip; /* what the scroller shows of its first child */
    assert_true(clip.y == 20 && clip.h == 45);
    assert_true(t.nodes[4].origin.y == 15 && t.nodes[5].origin.y == 0);
}

static void
test_layout__overlay_stacks_and_centres(void **state) {
    (void)state;
    struct tree t = begin((struct ui_box){.axis = UI_OVERLAY});
    open_box(&t, (struct ui_box){0});
    close_box(&t);
    open_box(&t, (struct ui_box){
                     .self = UI_SELF_CENTER, .self_y = UI_SELF_CENTER, .width = 40, .height = 20});
    close_box(&t);
    run(&t, 100, 60);
    check(&t, "1: 0 0 100 60\n"
              "2: 30 20 40 20\n");
}

static void
test_layout__too_narrow_squeezes_instead_of_overflowing(void **state) {
    (void)state;
    struct tree t = begin((struct ui_box){.axis = UI_ROW});
    open_box(&t, (struct ui_box){.min_width = 80});
    close_box(&t);
    open_box(&t, (struct ui_box){.min_width = 80});
    close_box(&t);
    run(&t, 100, 20);
    check(&t, "1: 0 0 50 20\n"
              "2: 50 0 50 20\n");
}

/* A picture as wide as its column, in its own shape, with what stands on it where it belongs. */
static void
test_layout__spots_stay_on_their_picture(void **state) {
    (void)state;
    static const float widths[] = {400, 200, 40};
    static const char *const placed[] = {"1: 0 0 400 300\n"
                                         "2: 80 140 40 40\n"
                                         "3: 95 150 10 20\n",
        "1: 0 0 200 150\n"
        "2: 40 70 20 20\n"
        "3: 45 70 10 20\n",
        "1: 0 0 40 30\n" /* its text does not break: the spot grows */
        "2: 5 11 10 10\n"
        "3: 5 11 10 20\n"};
    for (size_t i = 0; i < ARRAY_LEN(widths); i++) {
        struct tree t = begin((struct ui_box){.axis = UI_COLUMN});
        open_box(&t, (struct ui_box){.axis = UI_OVERLAY, .aspect = 4.0f / 3});
        open_box(&t, (struct ui_box){.spot = {0.25f, 160.0f / 300, 0.1f},
                         .aspect = 1,
                         .align = UI_ALIGN_CENTER,
                         .justify = UI_JUSTIFY_CENTER});
        leaf(&t, "1", (struct ui_box){0});
        run(&t, widths[i], 600);
        check(&t, placed[i]);
    }
}

/* Whatever is thrown together: children of a column or row stay inside it, in order. */
static void
test_layout__random_trees_stay_inside(void **state) {
    (void)state;
    uint32_t seed = 12345;
    for (int round = 0; round < 300; round++) {
        struct tree t = begin((struct ui_box){.axis = UI_COLUMN, .padding = {3, 3, 3, 3}});
        for (int i = 0; i < 20; i++) {
            seed = seed * 1664525u + 1013904223u;
            if (seed >> 24 < 90 && t.depth < 6) {
                open_box(&t, (struct ui_box){.axis = (enum ui_axis)(seed >> 8 & 3),
                                 .gap = (float)(seed >> 16 & 7),
                                 .grow = (float)(seed >> 4 & 1),
                                 .min_column = 30});
            } else if (seed >> 24 < 130 && t.depth > 1) {
                close_box(&t);
            } else {
                leaf(
                    &t, &"some words" [seed >> 10 & 7], (struct ui_box) { 0 });
            }
        }
        run(&t, 400, 3000);
        for (size_t i = 1; i < t.count; i++) {
            struct rect r = t.nodes[i].rect, p = t.nodes[t.nodes[i].parent].rect;
            assert_true(r.x >= p.x && r.y >= p.y);
            assert_true(r.w >= 0 && r.h >= 0);
            assert_true(r.y + r.h <= p.y + p.h + 0.5f);
        }
    }
}

/* A chip whose words need two lines is as wide as the longer one, with its icon and padding. */
static void
test_layout__broken_words_do_not_fill_a_wrap(void **state) {
    (void)state;
    struct tree tree = begin((struct ui_box){.axis = UI_WRAP, .gap = 10});
    open_box(&tree, (struct ui_box){.axis = UI_ROW, .gap = 6, .padding = {4, 20, 4, 20}});
    add(&tree, (struct ui_node){.kind = NODE_ICON, .box = {.width = 20, .height = 20}});
    leaf(&tree, "aaaaabbbbbccccc", (struct ui_box){0});
    close_box(&tree);
    open_box(&tree, (struct ui_box){.padding = {4, 20, 4, 20}});
    leaf(&tree, "aaaaabbbbb", (struct ui_box){0});
    close_box(&tree);
    run(&tree, 190, 100);
    assert_float_equal(tree.nodes[1].rect.w, 100 + 20 + 6 + 40, 0.1);
    assert_float_equal(tree.nodes[3].rect.w, 100, 0.1);
    assert_float_equal(tree.nodes[4].rect.w, 140, 0.1); /* fits: as wide as it wants to be */
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_layout__column_wraps_text_and_stacks),
        cmocka_unit_test(test_layout__row_grows_shrinks_and_aligns),
        cmocka_unit_test(test_layout__shares_ignore_content),
        cmocka_unit_test(test_layout__wrap_fills_lines_and_justifies),
        cmocka_unit_test(test_layout__grid_makes_equal_columns_and_rows),
        cmocka_unit_test(test_layout__baseline_lines_up_first_lines),
        cmocka_unit_test(test_layout__measure_is_centred_up_to_its_limit),
        cmocka_unit_test(test_layout__scroller_takes_what_is_left_and_moves_its_children),
        cmocka_unit_test(test_layout__overlay_stacks_and_centres),
        cmocka_unit_test(test_layout__too_narrow_squeezes_instead_of_overflowing),
        cmocka_unit_test(test_layout__broken_words_do_not_fill_a_wrap),
        cmocka_unit_test(test_layout__spots_stay_on_their_picture),
        cmocka_unit_test(test_layout__random_trees_stay_inside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

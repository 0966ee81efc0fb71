/* Names on a map: none hides another or a point, wherever the points are. */
#include "test.h"

#include "screens/parts/labels.h"

#include <math.h>

struct set {
    struct label labels[LABELS_MOST];
    size_t count;
    struct labels_sheet sheet;
};

static bool
meets(struct rect a, struct rect b, float gap) {
    return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap &&
           b.y < a.y + a.h + gap;
}

static void
check(const struct set *set, const char *name) {
    const struct labels_sheet *sheet = &set->sheet;
    for (size_t i = 0; i < set->count; i++) {
        struct rect r = set->labels[i].rect;
        if (!set->labels[i].is_placed) {
            continue;
        }
        if (r.x < sheet->inset || r.y < sheet->inset || r.x + r.w > sheet->size.w - sheet->inset ||
            r.y + r.h > sheet->size.h - sheet->inset) {
            fail_msg("%s: %zu leaves the sheet", name, i);
        }
        for (size_t k = 0; k < set->count; k++) {
            struct point dot = set->labels[k].dot;
            if (meets(r, (struct rect){dot.x, dot.y, 0, 0}, 0)) {
                fail_msg("%s: %zu hides the point of %zu", name, i, k);
            }
            if (k > i && set->labels[k].is_placed && meets(r, set->labels[k].rect, sheet->gap)) {
                fail_msg("%s: %zu and %zu overlap", name, i, k);
            }
        }
        for (size_t k = 0; k < sheet->taken_count; k++) {
            if (meets(r, sheet->taken[k], sheet->gap)) {
                fail_msg("%s: %zu stands where something else does", name, i);
            }
        }
    }
}

static const struct rect home_plate = {460, 520, 130, 70};

static struct labels_sheet
sheet_of(float width, float height) {
    return (struct labels_sheet){.size = {width, height},
        .home = {width / 2, height / 2 + 40},
        .inset = 24,
        .gap = 7,
        .dot = 22,
        .taken = &home_plate,
        .taken_count = 1};
}

static void
add(struct set *set, float x, float y, float w, float h) {
    set->labels[set->count++] = (struct label){.dot = {x, y}, .size = {w, h}};
}

/* As Ansan's partners stand on a panel of 1080 px, with long names: all have room. */
static void
test_labels__nine_partners_all_stand(void **state) {
    (void)state;
    struct set set = {.sheet = sheet_of(1080, 850)};
    static const float at[][3] = {{410, 487, 170}, {447, 408, 180}, {661, 522, 290},
        {646, 361, 230}, {650, 357, 430}, {448, 704, 310}, {346, 704, 360}, {251, 172, 170},
        {835, 178, 250}};
    for (size_t i = 0; i < ARRAY_LEN(at); i++) {
        add(&set, at[i][0], at[i][1], at[i][2], 106);
    }
    assert_int_equal(labels_place(set.labels, set.count, &set.sheet), 9);
    check(&set, "nine");
}

/* Sixty all over, all in one place, all in a line, all in one corner. */
static void
test_labels__many_partners_never_overlap(void **state) {
    (void)state;
    for (int kind = 0; kind < 4; kind++) {
        for (int wide = 0; wide < 2; wide++) {
            struct set set = {.sheet = sheet_of(wide ? 1230 : 1080, wide ? 968 : 850)};
            char name[40];
            snprintf(name, sizeof(name), "kind %d, %d", kind, wide);
            for (int i = 0; i < 60; i++) {
                float a = (float)(i * 37 % 60) / 60, b = (float)(i * 23 % 60) / 60;
                float x = kind == 0   ? 80 + a * 900
                          : kind == 1 ? 540 + a
                          : kind == 2 ? 60 + a * 900
                                      : 900 + a * 90;
                float y = kind == 0   ? 80 + b * 680
                          : kind == 1 ? 300 + b
                          : kind == 2 ? 425
                                      : 80 + b * 90;
                add(&set, x, y, 120 + (float)(i % 7) * 40, i % 3 ? 66 : 106);
            }
            size_t placed = labels_place(set.labels, set.count, &set.sheet);
            check(&set, name);
            if (placed < (kind % 2 ? 5u : 10u)) { /* one place has only so much round it */
                fail_msg("%s: only %zu stand", name, placed);
            }
            assert_true(set.labels[0].is_placed); /* the first ones are kept */
        }
    }
}

static void
test_labels__a_small_sheet_keeps_what_fits(void **state) {
    (void)state;
    struct set set = {.sheet = sheet_of(330, 260)};
    set.sheet.taken_count = 0;
    for (int i = 0; i < 6; i++) {
        add(&set, 40 + (float)(i * 53 % 250), 40 + (float)(i * 91 % 180), 150, 44);
    }
    size_t placed = labels_place(set.labels, set.count, &set.sheet);
    check(&set, "small");
    assert_true(placed >= 2 && placed < 6);
    struct set none = {.sheet = sheet_of(60, 60)};
    add(&none, 30, 30, 150, 44);
    assert_int_equal(labels_place(none.labels, 1, &none.sheet), 0); /* larger than the sheet */
    assert_int_equal(labels_place(none.labels, 0, &none.sheet), 0);
}

/* A leader goes from the plate's edge to its point; a plate beside its point needs none. */
static void
test_labels__leaders_lead_to_their_point(void **state) {
    (void)state;
    struct set set = {.sheet = sheet_of(1080, 850)};
    add(&set, 200, 200, 200, 66);
    for (int i = 0; i < 8; i++) {
        add(&set, 800, 300, 220, 66);
    }
    labels_place(set.labels, set.count, &set.sheet);
    check(&set, "leaders");
    assert_false(set.labels[0].has_leader);
    size_t leaders = 0;
    for (size_t i = 0; i < set.count; i++) {
        const struct label *l = &set.labels[i];
        struct rect grown = {l->rect.x - 1, l->rect.y - 1, l->rect.w + 2, l->rect.h + 2};
        leaders += l->has_leader;
        assert_true(rect_contains(grown, l->leader));
    }
    assert_true(leaders >= 1);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_labels__nine_partners_all_stand),
        cmocka_unit_test(test_labels__many_partners_never_overlap),
        cmocka_unit_test(test_labels__a_small_sheet_keeps_what_fits),
        cmocka_unit_test(test_labels__leaders_lead_to_their_point),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "test.h"

#include "base/sort.h"

static int
compare(const void *a, const void *b) {
    return *(const int *)a - *(const int *)b;
}

static void
test_sort__takes_lists_of_any_length(void **state) {
    (void)state;
    int items[] = {3, 1, 2};
    sort_items(NULL, 0, sizeof(*items), compare); /* undefined for qsort() itself */
    sort_items(items, 1, sizeof(*items), compare);
    assert_int_equal(items[0], 3);
    sort_items(items, 3, sizeof(*items), compare);
    assert_int_equal(items[0], 1);
    assert_int_equal(items[2], 3);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sort__takes_lists_of_any_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

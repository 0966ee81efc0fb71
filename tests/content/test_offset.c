#include "test.h"

#include "content/offset.h"

static void
test_offset__reads_durations_around_the_visit(void **state) {
    (void)state;
    static const struct {
        const char *text;
        bool ok;
        int64_t from, to;
    } cases[] = {
        {"P0D", true, 0, 0},
        {"-P2D/-P1D", true, -2, -1},
        {"-P2M/-P1M", true, -60, -30},
        {"P1W", true, 7, 7},
        {"-P1D/P1D", true, -1, 1},
        {"P2M/P1M before", true, -60, -30},
        {"P2M before", true, -60, -60},
        {"P1W after", true, 7, 7},
        {"P1D before/P1D after", true, -1, 1},
        {"P1D before/P0D", true, -1, 0},
        {"P1W/P2W after", true, 7, 14},
        {"-P1M/-P2M", false, 0, 0},
        {"P1M/P2M before", false, 0, 0},
        {"-P1M before", false, 0, 0},
        {"before", false, 0, 0},
        {" before", false, 0, 0},
        {"P1M  before", false, 0, 0},
        {"#NAME?", false, 0, 0},
        {"P1Y", false, 0, 0},
        {"P", false, 0, 0},
        {"PD", false, 0, 0},
        {"", false, 0, 0},
        {"/", false, 0, 0},
        {"P1D/", false, 0, 0},
        {"P-1D", false, 0, 0},
        {"P99999999D", false, 0, 0},
        {"tomorrow", false, 0, 0},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct offset offset;
        bool ok = offset_parse(str_from(cases[i].text), &offset);
        int64_t from = offset_days(&offset.from), to = offset_days(&offset.to);
        if (ok != cases[i].ok || (ok && (from != cases[i].from || to != cases[i].to))) {
            fail_msg("%s: %d %lld %lld", cases[i].text, ok, (long long)from, (long long)to);
        }
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_offset__reads_durations_around_the_visit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

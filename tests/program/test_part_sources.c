/* Where the parts of a guide come from stands below each of them, in the reader's language and with
 * the time when we looked; ids of sources are for authors and are nowhere to be read or found. */
#include "visit_fixture.h"

#include <stdlib.h>

static void
open_guide(struct session *session, const char *locale, const char *path) {
    struct err err;
    struct options options;
    char word[60];
    snprintf(word, sizeof(word), "--locale=%s", locale);
    char *argv[] = {(char[]){"naru"}, word, NULL};
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    if (!options_parse(2, argv, &options, &err) ||
        session_open(session, &options, path, &err) != SESSION_OK) {
        fail_msg("%s", err.message);
    }
    session_step(session, 1000);
}

static void
check_guide(const char *locale, const char *path, const char *words, const char *seen) {
    struct session session;
    open_guide(&session, locale, path);
    if (!says(&session, words) || !says(&session, seen)) {
        fail_msg("%s in %s does not say \"%s\" and \"%s\"", path, locale, words, seen);
    }
    assert_false(says(&session, "source:"));
    assert_false(says(&session, "visit-cautions"));
    session_close(&session);
}

static void
test_part_sources__stand_below_their_part_with_the_time_they_were_seen(void **state) {
    (void)state;
    check_guide(
        "ko", "guides/seating", "YTN: 한국의 자동차 자리, 2015년 8월 17일", "2026년 11월 확인");
    check_guide("ja", "guides/seating", "YTN：韓国の車の席次、2015年8月17日", "2026年11月確認");
    check_guide("en", "guides/seating", "YTN: seats in a car in Korea, 17 August 2015",
        "seen November 2026");
    check_guide("en", "guides/courtesy-call", "Source: Points to watch when visiting Japanese",
        "Written for Naru");
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_part_sources__stand_below_their_part_with_the_time_they_were_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* `naru bench`: the figures come from a program of its own, and without it the verb says so. */
#include "test.h"

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void
expect(const char *command, int code, const char *says) {
    char out[65536];
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    size_t n = fread(out, 1, sizeof(out) - 1, pipe);
    out[n] = '\0';
    int status = pclose(pipe);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != code || !strstr(out, says)) {
        fail_msg("%s: status %d, \"%.300s\"; expected exit %d and \"%s\"", command, status, out,
            code, says);
    }
}

static void
test_bench__is_handed_over_with_its_words_and_options(void **state) {
    (void)state;
    expect(NARU_BUILD_DIR "/naru bench nothing 2>&1", 2,
        "naru-bench: bench takes text, frame, start, find");
    expect(NARU_BUILD_DIR "/naru --locale ja bench nothing 2>&1", 2, "not \"nothing\"");
    expect(NARU_BUILD_DIR "/naru bench 2>&1", 2, "which verb?");
    expect(NARU_BUILD_DIR "/naru bench --help", 0, "usage: naru-bench VERB");
    expect(NARU_BUILD_DIR "/naru bench start --locale xx 2>&1", 2, "naru-bench: --locale takes");
    expect(NARU_BUILD_DIR "/naru bench start --content /no/such.db 2>&1", 1, "/no/such.db");
}

static void
test_bench__figures_are_one_json_object(void **state) {
    (void)state;
    expect(NARU_BUILD_DIR "/naru bench start --profile phone", 0,
        "{\"bench\":\"start\",\"renderer\":\"software\",\"cold_first_run_ms\":");
}

static void
test_bench__what_a_verb_does_not_use_is_refused(void **state) {
    (void)state;
    expect(NARU_BUILD_DIR "/naru bench start --limit 3 2>&1", 2,
        "naru-bench: start does not use --limit; it takes --content, profile");
    expect(NARU_BUILD_DIR "/naru bench find --profile phone 2>&1", 2, "it takes --content\n");
    expect(NARU_BUILD_DIR "/naru bench monkey --watch x 2>&1", 2, "monkey does not use --watch");
    expect(NARU_BUILD_DIR "/naru bench text more 2>&1", 2, "usage: naru-bench text");
    expect(NARU_BUILD_DIR "/naru bench scale 2>&1", 2, "usage: naru-bench scale LARGE.db");
    expect(NARU_BUILD_DIR "/naru bench frame --help", 0, "usage: naru-bench VERB");
    expect(NARU_BUILD_DIR "/naru bench start 2>&1 >/dev/full #", 1,
        "naru-bench: cannot write to standard output: No space left on device\n");
}

static void
test_bench__without_the_program_it_says_what_is_missing(void **state) {
    (void)state;
    char folder[] = NARU_BUILD_DIR "/alone-XXXXXX", program[256], command[512], says[512];
    assert_non_null(mkdtemp(folder));
    snprintf(program, sizeof(program), "%s/naru", folder);
    assert_int_equal(link(NARU_BUILD_DIR "/naru", program), 0);
    snprintf(command, sizeof(command), "%s bench start 2>&1", program);
    snprintf(says, sizeof(says), "naru: there is no naru-bench in %s", folder);
    expect(command, 1, says);
    remove(program);
    remove(folder);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bench__is_handed_over_with_its_words_and_options),
        cmocka_unit_test(test_bench__figures_are_one_json_object),
        cmocka_unit_test(test_bench__what_a_verb_does_not_use_is_refused),
        cmocka_unit_test(test_bench__without_the_program_it_says_what_is_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

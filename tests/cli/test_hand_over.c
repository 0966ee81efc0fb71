/* Two programs, one face: `naru` answers what needs no picture, and becomes the `naru-app` beside
 * it for the rest, with the same words, input, process and exit code. */
#include "test.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* A folder with a naru of its own, and nothing beside it. */
struct fixture {
    char folder[256], naru[300], app[300];
    char out[65536];
    int code;
};

static int
setup(void **state) {
    struct fixture *f = calloc(1, sizeof(*f));
    snprintf(f->folder, sizeof(f->folder), "%s/alone-XXXXXX", NARU_BUILD_DIR);
    assert_non_null(mkdtemp(f->folder));
    snprintf(f->naru, sizeof(f->naru), "%s/naru", f->folder);
    snprintf(f->app, sizeof(f->app), "%s/naru-app", f->folder);
    assert_int_equal(link(NARU_BUILD_DIR "/naru", f->naru), 0);
    *state = f;
    return 0;
}

static int
teardown(void **state) {
    struct fixture *f = *state;
    remove(f->app);
    remove(f->naru);
    remove(f->folder);
    free(f);
    return 0;
}

/* What the shell says to that, with standard error; $NARU and $HERE are the fixture's. */
static const char *
ask(struct fixture *f, const char *script) {
    setenv("NARU", f->naru, 1);
    setenv("HERE", f->folder, 1);
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    char command[1024];
    snprintf(command, sizeof(command), "{ %s; } 2>&1", script);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    size_t n = fread(f->out, 1, sizeof(f->out) - 1, pipe);
    f->out[n] = '\0';
    int status = pclose(pipe);
    f->code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return f->out;
}

static void
expect(struct fixture *f, const char *script, int code, const char *says) {
    const char *out = ask(f, script);
    if (f->code != code || !strstr(out, says)) {
        fail_msg("%s: exit %d, \"%.300s\"; expected exit %d and \"%s\"", script, f->code, out, code,
            says);
    }
}

static void
stand_in(struct fixture *f, const char *script, mode_t mode) {
    FILE *file = fopen(f->app, "w");
    assert_non_null(file);
    fprintf(file, "#!/bin/sh\n%s\n", script);
    fclose(file);
    assert_int_equal(chmod(f->app, mode), 0);
}

static void
test_hand_over__paper_needs_its_own_program(void **state) {
    struct fixture *f = *state;
    expect(f, "$NARU print briefing:hamamatsu --locale ko,ja --out $HERE/x.pdf", 1,
        "naru: there is no naru-print in ");
}

static void
test_hand_over__what_needs_no_picture_needs_no_other_program(void **state) {
    struct fixture *f = *state;
    expect(f, "$NARU find 하마마쓰 --locale ja --limit 1", 0, "1\tcities/hamamatsu\tcity\t浜松市");
    expect(f, "$NARU --help", 0, "usage: naru [VERB WORDS]");
    expect(f, "$NARU --version", 0, "naru 0.");
    expect(f, "$NARU man", 0, ".TH NARU 1");
    expect(f, "echo >$HERE/c; $NARU config check $HERE/c; rm $HERE/c", 0, "no mistakes");
    expect(f, "$NARU nonsense", 2, "no verb \"nonsense\"");
    expect(f, "$NARU --nonsense", 2, "--nonsense");
    expect(f, "$NARU find", 2, "usage: naru find QUERY");
}

static void
test_hand_over__a_missing_program_is_named_with_the_remedy(void **state) {
    struct fixture *f = *state;
    static const char *const lines[] = {"", "--fullscreen", "screens", "snapshot home --out x.png",
        "semantics home", "replay x", "tour --out x", "layout --lang ko", "--locale ja screens"};
    char script[128], says[400];
    for (size_t i = 0; i < ARRAY_LEN(lines); i++) {
        snprintf(script, sizeof(script), "$NARU %s", lines[i]);
        snprintf(says, sizeof(says),
            "naru: there is no naru-app in %s; install it beside naru, with cmake --install\n",
            f->folder);
        expect(f, script, 1, says);
    }
    stand_in(f, "echo never", 0644);
    snprintf(says, sizeof(says), "naru: cannot start %s: ", f->app);
    expect(f, "$NARU screens", 1, says);
}

static void
test_hand_over__keeps_words_input_process_and_exit_code(void **state) {
    struct fixture *f = *state;
    stand_in(f, "echo \"$#:$1|$2|$3\"; exit 7", 0755);
    expect(f, "$NARU --locale ja snapshot 'a b'", 7, "4:--locale|ja|snapshot\n");
    expect(f, "$NARU snapshot 'a b' ''", 7, "3:snapshot|a b|\n");
    expect(f, "$NARU", 7, "0:||\n");
    stand_in(f, "cat", 0755);
    expect(f, "echo words | $NARU layout --lang ko", 0, "words\n");
    stand_in(f, "test $$ = \"$WAS\" && echo the same", 0755);
    expect(f, "sh -c 'WAS=$$ exec $NARU screens'", 0, "the same\n");
    stand_in(f, "kill -TERM $$", 0755);
    ask(f, "$NARU screens");
    assert_int_equal(f->code, 128 + 15);
}

static void
test_hand_over__finds_it_from_anywhere(void **state) {
    struct fixture *f = *state;
    stand_in(f, "echo started", 0755);
    expect(f, "cd / && $NARU screens", 0, "started\n");
    expect(f, "cd $HERE && ./naru screens", 0, "started\n");
    expect(f, "cd / && PATH=$HERE:$PATH && naru screens", 0, "started\n");
    expect(
        f, "ln -s $NARU $HERE/link && cd / && $HERE/link screens; rm $HERE/link", 0, "started\n");
}

static void
test_hand_over__both_have_one_face(void **state) {
    struct fixture *f = *state;
    expect(f,
        NARU_BUILD_DIR "/naru --help >$HERE/a; " NARU_BUILD_DIR "/naru-app --help >$HERE/b; "
                       "cmp $HERE/a $HERE/b && echo equal; rm $HERE/a $HERE/b",
        0, "equal\n");
    expect(f, NARU_BUILD_DIR "/naru-app find x", 2, "naru: naru-app has no find; call naru find\n");
    expect(f, NARU_BUILD_DIR "/naru-app --locale ja man", 2, "call naru man\n");
    /* A configuration file's mistakes are told once, by the program that reads it. */
    expect(f,
        "echo 'colour = red' >$HERE/c; $NARU find x --config $HERE/c 2>&1 | grep -c "
        "colour; " NARU_BUILD_DIR
        "/naru screens --config $HERE/c 2>&1 | grep -c colour; rm $HERE/c",
        0, "1\n1\n");
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            test_hand_over__paper_needs_its_own_program, setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_hand_over__what_needs_no_picture_needs_no_other_program, setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_hand_over__a_missing_program_is_named_with_the_remedy, setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_hand_over__keeps_words_input_process_and_exit_code, setup, teardown),
        cmocka_unit_test_setup_teardown(test_hand_over__finds_it_from_anywhere, setup, teardown),
        cmocka_unit_test_setup_teardown(test_hand_over__both_have_one_face, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

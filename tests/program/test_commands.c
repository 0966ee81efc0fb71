/* The public face, as a script sees it: what the verbs print, and how they refuse. */
#include "test.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

struct outcome {
    int code;
    char out[65536];
};

/* Runs the program with standard error joined to standard output. */
static const struct outcome *
run(const char *arguments) {
    static struct outcome outcome;
    char command[2048];
    snprintf(command, sizeof(command), "SDL_VIDEODRIVER=none %s/naru %s 2>&1", NARU_BUILD_DIR,
        arguments);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    size_t n = fread(outcome.out, 1, sizeof(outcome.out) - 1, pipe);
    outcome.out[n] = '\0';
    while (fgetc(pipe) != EOF) {
    }
    int status = pclose(pipe);
    outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return &outcome;
}

static void
expect(const char *arguments, int code, const char *says) {
    const struct outcome *outcome = run(arguments);
    if (outcome->code != code || !strstr(outcome->out, says)) {
        fail_msg("naru %s: exit %d, \"%.300s\"; expected exit %d and \"%s\"", arguments,
            outcome->code, outcome->out, code, says);
    }
}

static void
test_commands__print_what_they_are_asked_for(void **state) {
    (void)state;
    expect("--help", 0, "usage: naru");
    expect("--version", 0, "naru 0.");
    expect("screens", 0, "\ncities/hamamatsu\n");
    expect("screens", 0, "\ntimeline?city=las-vegas\n");
    expect("semantics specimen/vertical", 0, "ようこそ、安山市へ");
    expect("screens", 0, "\nguides/visiting-institutions\n");
    expect("semantics home --locale ja", 0, "\"locale\":\"ja\"");
    expect("semantics cities/hamamatsu --profile phone --locale en", 0, "\"profile\":\"phone\"");
    expect("find 하마마쓰 --locale ja --limit 1", 0, "1\tcities/hamamatsu\tcity\t浜松市");
}

static void
test_commands__lay_out_standard_input(void **state) {
    (void)state;
    expect("layout --lang ko --width 200 --size 20 </dev/null", 0, "");
    char command[512];
    snprintf(command, sizeof(command),
        "layout --lang ja --width 100 --size 20 <<'EOF'\n浜松市と安山市\nEOF");
    expect(command, 0, "{\"lines\":[{\"start\":0,\"end\":15,\"text\":\"浜松市と安\"");
}

static void
test_commands__draw_pictures_and_refuse_what_cannot_be_written(void **state) {
    (void)state;
    char folder[] = "/tmp/naru-test-XXXXXX", arguments[256];
    assert_non_null(mkdtemp(folder));
    snprintf(arguments, sizeof(arguments), "snapshot home --out %s/a.png", folder);
    expect(arguments, 0, "");
    snprintf(arguments, sizeof(arguments), "%s/a.png", folder);
    FILE *file = fopen(arguments, "rb");
    assert_non_null(file);
    char magic[8] = {0};
    assert_int_equal(fread(magic, 1, 4, file), 4);
    fclose(file);
    assert_memory_equal(magic, "\x89PNG", 4);
    remove(arguments);
    remove(folder);
    expect("snapshot home --out /no/such/folder/a.png", 1, "/no/such/folder/a.png");
    expect("snapshot home", 2, "--out");
}

/* How many files the folder holds, and how many of them end in that; all are removed. */
static void
count_and_clear(const char *folder, const char *end, int *all, int *ending) {
    DIR *dir = opendir(folder);
    struct dirent *entry;
    assert_non_null(dir);
    *all = *ending = 0;
    while ((entry = readdir(dir))) {
        if (entry->d_name[0] != '.') {
            ++*all;
            *ending += str_ends(str_from(entry->d_name), str_from(end));
            assert_int_equal(unlinkat(dirfd(dir), entry->d_name, 0), 0);
        }
    }
    closedir(dir);
    remove(folder);
}

static void
test_commands__tour_draws_every_screen_in_every_language(void **state) {
    (void)state;
    char folder[] = "/tmp/naru-test-XXXXXX", line[256];
    int all, japanese;
    assert_non_null(mkdtemp(folder));
    snprintf(line, sizeof(line), "tour --out %s --profile phone --content %s/tests/small.db",
        folder, NARU_BUILD_DIR);
    expect(line, 0, "pictures in");
    count_and_clear(folder, ".ja.png", &all, &japanese);
    assert_true(japanese > 10);
    assert_int_equal(all, 3 * japanese);
    expect("tour", 2, "--out");
    expect("tour --out /dev/null/x", 1, "/dev/null/x");
    expect("tour --out /tmp/x --content /no/such.db", 1, "/no/such.db");
}

/* A naru alone in a folder, then beside something that goes by the name of naru-bench. */
static void
test_commands__bench_starts_the_program_beside_it(void **state) {
    (void)state;
    static const char script[] = "#!/bin/sh\necho \"measures:$*\"\n";
    char folder[] = NARU_BUILD_DIR "/test-XXXXXX", naru[256], bench[256], line[600];
    assert_non_null(mkdtemp(folder));
    snprintf(naru, sizeof(naru), "%s/naru", folder);
    snprintf(bench, sizeof(bench), "%s/naru-bench", folder);
    snprintf(line, sizeof(line), "--version >/dev/null; %s bench text --runs 2", naru);
    assert_int_equal(link(NARU_BUILD_DIR "/naru", naru), 0);
    expect(line, 1, "there is no naru-bench in ");
    FILE *file = fopen(bench, "w");
    assert_non_null(file);
    assert_true(fputs(script, file) >= 0);
    fclose(file);
    expect(line, 1, "cannot start ");
    assert_int_equal(chmod(bench, 0755), 0);
    expect(line, 0, "measures:text --runs 2\n");
    remove(bench);
    remove(naru);
    remove(folder);
}

static void
test_commands__refuse_with_the_thing_the_place_and_the_remedy(void **state) {
    (void)state;
    expect("nonsense", 2, "no verb \"nonsense\"");
    expect("snapshot", 2, "usage: naru snapshot PATH");
    expect("screens more", 2, "usage: naru screens");
    expect("semantics home --locale xx", 2, "ko, ja or en");
    expect("find -명함", 2, "no option \"-명함\"");
    expect("find -- -명함", 0, "glossary/business-card");
    expect("--locale ja layout", 2, "write it first");
    expect("screens --content /no/such.db", 1, "/no/such.db");
    expect("screens --content /dev/null", 1, "/dev/null");
    expect("screens --content /etc/passwd", 1, "/etc/passwd");
    expect("replay /no/such.replay", 1, "/no/such.replay");
    expect("layout --lang xx --width 10 --size 10 </dev/null", 2, "--lang");
}

/* Where a screen is asked for, one that there is not is said once, in the language asked for. */
static void
test_commands__a_path_that_leads_nowhere_is_one_message(void **state) {
    (void)state;
    char folder[] = "/tmp/naru-test-XXXXXX", file[64], line[256];
    assert_non_null(mkdtemp(folder));
    snprintf(file, sizeof(file), "%s/empty.replay", folder);
    fclose(fopen(file, "w"));
    static const char *const cases[][3] = {
        {"nope", "ko", "‘nope’ 화면은 이 내용에 없습니다"},
        {"../etc/passwd", "ja", "という画面はこの内容にありません"},
        {"cities/atlantis", "en", "There is no screen “cities/atlantis”"},
    };
    static const char *const verbs[] = {"semantics", "snapshot --out /tmp/x.png", "replay"};
    for (size_t i = 0; i < ARRAY_LEN(cases) * ARRAY_LEN(verbs); i++) {
        const char *const *c = cases[i / ARRAY_LEN(verbs)], *verb = verbs[i % ARRAY_LEN(verbs)];
        bool is_replay = strcmp(verb, "replay") == 0;
        snprintf(
            line, sizeof(line), "%s %s %s --locale %s", verb, is_replay ? file : "", c[0], c[1]);
        const struct outcome *outcome = run(line);
        const char *end = strchr(outcome->out, '\n');
        if (outcome->code != 1 || !strstr(outcome->out, c[2]) || !end || end[1] != '\0') {
            fail_msg("naru %s: exit %d, \"%s\"", line, outcome->code, outcome->out);
        }
    }
    remove(file);
    remove(folder);
}

/* An option that would make no difference is a mistake of whoever wrote it. */
static void
test_commands__an_option_that_a_verb_does_not_use_is_refused(void **state) {
    (void)state;
    expect("find x --watch y", 2, "find does not use --watch; it is for app\n");
    expect("--software=no semantics home", 2, "semantics does not use --software");
    expect("screens --fullscreen", 2, "screens does not use --fullscreen");
    expect("find x --profile phone", 2, "find does not use --profile");
    expect("tour --out /tmp/x --limit 3", 2, "tour does not use --limit; it is for find\n");
    expect("screens --scroll 3", 2, "it is for snapshot, semantics\n");
    expect("semantics home --out x.png", 2, "it is for snapshot, replay, tour\n");
    expect("man --content x", 2, "man does not use --content");
    expect("config check --config /dev/null", 2, "config does not use --config");
    expect("--limit 3", 2, "naru without a verb does not use --limit");
    expect("find x --watch y --help", 0, "usage: naru");
}

static void
test_commands__text_is_utf_8(void **state) {
    (void)state;
    expect("find \xEB\xAA", 2, "\xEF\xBF\xBD\" is not UTF-8, from its byte 1 on\n");
    expect("semantics cities/\xFF", 2, "is not UTF-8, from its byte 8 on\n");
    expect("replay /dev/null a\xFF", 2, "is not UTF-8");
    expect("replay /tmp/\xFF", 1, "cannot open");
    char path[] = "/tmp/naru-test-XXXXXX", line[256];
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, "a\nb\xFF\n", 5), 5);
    close(fd);
    snprintf(line, sizeof(line), "layout --lang ko --width 99 --size 9 <%s", path);
    expect(line, 0, "naru: standard input is not UTF-8, in line 2, from byte 4 on");
    unlink(path);
}

/* What stands there is named for what it is. */
static void
test_commands__what_is_not_a_file_is_named(void **state) {
    (void)state;
    static const char *const things[][2] = {
        {"/tmp", "/tmp is a folder"}, {"/dev/null", "/dev/null is a device"}};
    char line[256];
    for (size_t i = 0; i < ARRAY_LEN(things); i++) {
        static const char *const verbs[] = {
            "find x --content", "config check", "replay", "screens --config"};
        for (size_t j = 0; j < ARRAY_LEN(verbs); j++) {
            snprintf(line, sizeof(line), "%s %s", verbs[j], things[i][0]);
            expect(line, 1, things[i][1]);
        }
    }
}

static void
test_commands__what_cannot_be_written_is_not_done(void **state) {
    (void)state;
    static const char *const verbs[] = {
        "--help", "--version", "semantics home", "screens", "find 명함", "layout --help", "man"};
    for (size_t i = 0; i < ARRAY_LEN(verbs); i++) {
        char line[256];
        snprintf(line, sizeof(line), "%s </dev/null 2>&1 >/dev/full #", verbs[i]);
        expect(line, 1, "naru: cannot write to standard output: No space left on device\n");
    }
    expect("nonsense 2>/dev/full #", 2, "");
    expect("config check /etc/passwd 2>/dev/full #", 1, "");
}

static void
test_commands__config_check_names_every_mistake(void **state) {
    (void)state;
    expect("config check /no/such.conf", 1, "/no/such.conf");
    expect("config juggle x", 2, "config takes check");
    char path[] = "/tmp/naru-conf-XXXXXX", line[256];
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, "locale=ja\n", 10), 10);
    snprintf(line, sizeof(line), "config check %s", path);
    expect(line, 0, ": no mistakes; options set: 1\n");
    snprintf(line, sizeof(line), "find 하마마쓰 --limit 1 --config %s", path);
    expect(line, 0, "浜松市");
    assert_int_equal(write(fd, "text-scale=9\n", 13), 13);
    close(fd);
    snprintf(line, sizeof(line), "config check %s", path);
    expect(line, 1, ":2: text-scale takes a number from 1 to 2, not \"9\"\n");
    snprintf(line, sizeof(line), "screens --config %s", path);
    expect(line, 1, ":2: text-scale");
    unlink(path);
}

static void
test_commands__missing_files_of_the_program_are_named(void **state) {
    (void)state;
    setenv("NARU_DATA", "/tmp", 1);
    expect("screens", 1, "fonts/fonts.ini");
    unsetenv("NARU_DATA");
}

static void
test_commands__without_a_display_the_app_says_what_to_do(void **state) {
    (void)state;
    expect("", 1, "naru tour --out");
    /* SDL would fall back on drawing where nobody looks */
    FILE *pipe = popen("env -u DISPLAY -u WAYLAND_DISPLAY -u SDL_VIDEODRIVER timeout 20 " //
        NARU_BUILD_DIR "/naru 2>&1",
        "r");
    char said[512] = {0};
    assert_non_null(pipe);
    assert_true(fread(said, 1, sizeof(said) - 1, pipe) > 0);
    assert_int_equal(WEXITSTATUS(pclose(pipe)), 1);
    assert_non_null(strstr(said, "naru tour --out"));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_commands__print_what_they_are_asked_for),
        cmocka_unit_test(test_commands__lay_out_standard_input),
        cmocka_unit_test(test_commands__draw_pictures_and_refuse_what_cannot_be_written),
        cmocka_unit_test(test_commands__tour_draws_every_screen_in_every_language),
        cmocka_unit_test(test_commands__bench_starts_the_program_beside_it),
        cmocka_unit_test(test_commands__refuse_with_the_thing_the_place_and_the_remedy),
        cmocka_unit_test(test_commands__a_path_that_leads_nowhere_is_one_message),
        cmocka_unit_test(test_commands__an_option_that_a_verb_does_not_use_is_refused),
        cmocka_unit_test(test_commands__text_is_utf_8),
        cmocka_unit_test(test_commands__what_is_not_a_file_is_named),
        cmocka_unit_test(test_commands__what_cannot_be_written_is_not_done),
        cmocka_unit_test(test_commands__config_check_names_every_mistake),
        cmocka_unit_test(test_commands__missing_files_of_the_program_are_named),
        cmocka_unit_test(test_commands__without_a_display_the_app_says_what_to_do),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

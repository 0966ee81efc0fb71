#include "test.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct fixture {
    char folder[64];
    struct arena arena;
};

static int
make_folder(void **state) {
    static struct fixture fixture;
    strcpy(fixture.folder, "/tmp/naru-test-XXXXXX");
    arena_init(&fixture.arena);
    *state = &fixture;
    return mkdtemp(fixture.folder) ? 0 : -1;
}

static int
remove_folder(void **state) {
    struct fixture *f = *state;
    struct str *names;
    size_t count = 0;
    file_list(f->folder, &f->arena, &names, &count, NULL);
    for (size_t i = 0; i < count; i++) {
        unlink(arena_printf(&f->arena, "%s/%.*s", f->folder, STR_ARG(names[i])).p);
    }
    rmdir(f->folder);
    arena_finish(&f->arena);
    return 0;
}

static void
test_file_replace__writes_all_and_leaves_no_neighbour(void **state) {
    struct fixture *f = *state;
    const char *path = arena_printf(&f->arena, "%s/a.txt", f->folder).p;
    struct err err;
    struct str read, *names;
    size_t count;
    assert_true(file_replace(path, STR("first"), &err));
    assert_true(file_replace(path, STR("second"), &err));
    assert_true(file_read(path, 100, &f->arena, &read, &err));
    assert_str_equal(read, "second");
    assert_true(file_list(f->folder, &f->arena, &names, &count, &err));
    assert_int_equal(count, 1);
    assert_str_equal(names[0], "a.txt");
}

static void
test_file_replace__a_refusal_names_the_path(void **state) {
    struct fixture *f = *state;
    struct err err;

    const char *path = arena_printf(&f->arena, "%s/none/a.txt", f->folder).p;
    assert_false(file_replace(path, STR("x"), &err));
    assert_int_equal(err.code, ERR_IO);
    assert_true(str_find(str_from(err.message), STR("none/a.txt")) != SIZE_MAX);
}

static void
test_file_replace__keeps_permissions_and_links(void **state) {
    struct fixture *f = *state;
    const char *path = arena_printf(&f->arena, "%s/a.txt", f->folder).p;
    const char *link = arena_printf(&f->arena, "%s/link", f->folder).p;
    struct err err;
    struct stat info;
    struct str read;
    assert_true(file_replace(path, STR("first"), &err));
    assert_int_equal(chmod(path, 0600), 0);
    assert_int_equal(symlink("a.txt", link), 0);
    assert_true(file_replace(link, STR("second"), &err));
    assert_int_equal(lstat(link, &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_int_equal(stat(path, &info), 0);
    assert_int_equal(info.st_mode & 07777, 0600);
    assert_true(file_read(path, 100, &f->arena, &read, &err));
    assert_str_equal(read, "second");
}

static void
test_file_replace__writes_to_pipes_and_devices(void **state) {
    struct fixture *f = *state;
    const char *path = arena_printf(&f->arena, "%s/pipe", f->folder).p;
    struct err err;
    struct stat info;
    char read_back[8] = "";
    assert_int_equal(mkfifo(path, 0600), 0);
    int fd = open(path, O_RDONLY | O_NONBLOCK);
    assert_true(fd >= 0);
    assert_true(file_replace(path, STR("bytes"), &err));
    assert_int_equal(read(fd, read_back, sizeof(read_back)), 5);
    close(fd);
    assert_int_equal(stat(path, &info), 0);
    assert_true(S_ISFIFO(info.st_mode));
    assert_false(file_replace("/dev/full", STR("bytes"), &err));
    assert_int_equal(errno, ENOSPC);
    assert_false(file_replace(f->folder, STR("bytes"), &err));
    assert_int_equal(errno, EISDIR);
}

static void
test_file_read__says_what_is_wrong(void **state) {
    struct fixture *f = *state;
    const char *path = arena_printf(&f->arena, "%s/big.txt", f->folder).p;
    struct err err;
    struct str out;
    assert_true(file_replace(path, STR("0123456789"), &err));
    assert_false(file_read(path, 9, &f->arena, &out, &err));
    assert_int_equal(err.code, ERR_LIMIT);
    assert_false(file_read(f->folder, 9, &f->arena, &out, &err));
    assert_true(str_find(str_from(err.message), STR("is a folder")) != SIZE_MAX);
    const char *pipe = arena_printf(&f->arena, "%s/silent", f->folder).p;
    assert_int_equal(mkfifo(pipe, 0600), 0); /* nobody writes to it: it would wait for ever */
    assert_false(file_read(pipe, 9, &f->arena, &out, &err));
    assert_true(str_find(str_from(err.message), STR("is a pipe")) != SIZE_MAX);
    assert_false(file_read("/no/such/file", 9, &f->arena, &out, &err));
    assert_true(str_find(str_from(err.message), STR("/no/such/file")) != SIZE_MAX);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_file_replace__writes_all_and_leaves_no_neighbour),
        cmocka_unit_test(test_file_replace__a_refusal_names_the_path),
        cmocka_unit_test(test_file_replace__keeps_permissions_and_links),
        cmocka_unit_test(test_file_replace__writes_to_pipes_and_devices),
        cmocka_unit_test(test_file_read__says_what_is_wrong),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

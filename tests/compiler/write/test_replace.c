/* A build puts its database in the place of the one before, and of nothing else. */
#include "compiler/kit.h"

#include "base/file.h"
#include "compiler/write/replace.h"
#include "content/tables.h"
#include "test.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct place {
    struct arena arena;
    const char *folder;
};

static struct place
place_open(void) {
    struct place p = {0};
    arena_init(&p.arena);
    p.folder = kit_folder(&p.arena, "replace");
    return p;
}

static void
place_close(struct place *p) {
    kit_remove_tree(p->folder);
    arena_finish(&p->arena);
}

static const char *
at(struct place *p, const char *name) {
    return arena_printf(&p->arena, "%s/%s", p->folder, name).p;
}

/* The head of a database of ours, and a word to tell it by. */
static struct str
database(struct place *p, const char *word) {
    char *bytes = arena_alloc(&p->arena, 200);
    memcpy(bytes, "SQLite format 3", 16);
    for (int i = 0; i < 4; i++) {
        bytes[68 + i] = (char)(TABLES_APPLICATION_ID >> (24 - 8 * i));
    }
    memcpy(bytes + 100, word, strlen(word));
    return (struct str){bytes, 200};
}

static bool
holds(struct place *p, const char *name, struct str bytes) {
    struct str found;
    return file_read(at(p, name), 1 << 20, &p->arena, &found, NULL) && str_eq(found, bytes);
}

static size_t
count_files(struct place *p) {
    struct str *names;
    size_t count;
    assert_true(file_list(p->folder, &p->arena, &names, &count, NULL));
    return count;
}

static void
replace(struct place *p, const char *name, struct str bytes) {
    struct err err = {0};
    if (!replace_database(at(p, name), bytes, LOCALE_EN, &err)) {
        fail_msg("%s: %s", name, err.message);
    }
}

static void
test_replace__keeps_the_one_before(void **state) {
    (void)state;
    struct place p = place_open();
    struct str one = database(&p, "one"), two = database(&p, "two"), three = database(&p, "three");
    replace(&p, "x.db", one);
    assert_int_equal(count_files(&p), 1);
    replace(&p, "x.db", two);
    assert_true(holds(&p, "x.db", two) && holds(&p, "x.db.previous", one));
    replace(&p, "x.db", three);
    assert_true(holds(&p, "x.db", three) && holds(&p, "x.db.previous", two));
    replace(&p, "x.db", three); /* the same again is no reason to lose the one before */
    assert_true(holds(&p, "x.db", three) && holds(&p, "x.db.previous", two));
    assert_int_equal(count_files(&p), 2);
    place_close(&p);
}

static void
test_replace__the_same_bytes_have_a_previous_from_the_second_build_on(void **state) {
    (void)state;
    struct place p = place_open();
    struct str one = database(&p, "one");
    replace(&p, "x.db", one);
    replace(&p, "x.db", one);
    assert_true(holds(&p, "x.db.previous", one));
    replace(&p, "x.db", one);
    assert_int_equal(count_files(&p), 2);
    place_close(&p);
}

static void
test_replace__nothing_else_is_replaced(void **state) {
    (void)state;
    struct place p = place_open();
    kit_write(&p.arena, p.folder, "table.csv", STR("id\n"));
    struct str other = database(&p, "");
    ((char *)(uintptr_t)other.p)[70] = 'x'; /* another program's */
    kit_write(&p.arena, p.folder, "other.db", other);
    assert_int_equal(mkdir(at(&p, "folder"), 0755), 0);
    assert_int_equal(mkfifo(at(&p, "pipe"), 0644), 0);
    assert_int_equal(symlink("/dev/null", at(&p, "device")), 0);
    assert_int_equal(symlink("folder", at(&p, "to-folder")), 0);
    assert_int_equal(symlink("table.csv", at(&p, "to-table")), 0);
    assert_int_equal(symlink("nothing", at(&p, "dangling")), 0);
    assert_int_equal(symlink("round", at(&p, "round")), 0);
    kit_write(&p.arena, p.folder, "guarded.db.previous", STR("somebody's notes"));
    kit_write(&p.arena, p.folder, "guarded.db", database(&p, "old"));
    static const char *const names[] = {"table.csv", "other.db", "folder", "pipe", "device",
        "to-folder", "to-table", "dangling", "round", "guarded.db", "nowhere/x.db", "table.csv/x",
        "folder/"};
    size_t before = count_files(&p);
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        for (int locale = 0; locale < LOCALE_COUNT; locale++) {
            struct err err = {0};
            struct str bytes = database(&p, "new");
            if (replace_database(at(&p, names[i]), bytes, (enum locale_id)locale, &err)) {
                fail_msg("%s was replaced", names[i]);
            }
            assert_int_equal(err.code, ERR_IO);
            assert_non_null(strstr(err.message, p.folder));
        }
    }
    assert_int_equal(count_files(&p), before);
    assert_true(holds(&p, "table.csv", STR("id\n")) && holds(&p, "other.db", other));
    assert_true(holds(&p, "guarded.db", database(&p, "old")));
    place_close(&p);
}

static void
test_replace__links_and_rights_stay(void **state) {
    (void)state;
    struct place p = place_open();
    struct str one = database(&p, "one"), two = database(&p, "two");
    struct stat info;
    mode_t mask = umask(027);
    replace(&p, "real.db", one);
    assert_int_equal(stat(at(&p, "real.db"), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0640);
    umask(mask);
    assert_int_equal(chmod(at(&p, "real.db"), 0604), 0);
    assert_int_equal(link(at(&p, "real.db"), at(&p, "second-name.db")), 0);
    assert_int_equal(symlink("real.db", at(&p, "link.db")), 0);
    replace(&p, "link.db", two);
    assert_true(holds(&p, "real.db", two) && holds(&p, "real.db.previous", one));
    assert_true(holds(&p, "second-name.db", one)); /* another name keeps what it had */
    assert_int_equal(lstat(at(&p, "link.db"), &info), 0);
    assert_true(S_ISLNK(info.st_mode));
    assert_int_equal(stat(at(&p, "real.db"), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0604);
    place_close(&p);
}

static void
test_replace__an_empty_file_is_as_good_as_none(void **state) {
    (void)state;
    struct place p = place_open();
    kit_write(&p.arena, p.folder, "x.db", STR(""));
    replace(&p, "x.db", database(&p, "one"));
    assert_int_equal(count_files(&p), 1);
    place_close(&p);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_replace__keeps_the_one_before),
        cmocka_unit_test(test_replace__the_same_bytes_have_a_previous_from_the_second_build_on),
        cmocka_unit_test(test_replace__nothing_else_is_replaced),
        cmocka_unit_test(test_replace__links_and_rights_stay),
        cmocka_unit_test(test_replace__an_empty_file_is_as_good_as_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

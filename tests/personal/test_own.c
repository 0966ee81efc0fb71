/* What the owner of a handheld keeps: it is there again, whatever happens to the program, its file
 * or its disk. */
#include "test.h"

#include "base/file.h"
#include "personal/own.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

struct place {
    char folder[64], path[128];
};
static struct place place;

static int
open_place(void **state) {
    (void)state;
    snprintf(place.folder, sizeof(place.folder), "/tmp/naru-own-XXXXXX");
    assert_non_null(mkdtemp(place.folder));
    snprintf(place.path, sizeof(place.path), "%s/a/b/own.db", place.folder);
    return 0;
}

static int
close_place(void **state) {
    (void)state;
    char command[160];
    snprintf(command, sizeof(command), "chmod -R u+rwX %s; rm -rf %s", place.folder, place.folder);
    return system(command);
}

static enum own_trouble
trouble_of(const struct own *own) {
    struct str words;
    enum own_trouble trouble = own_trouble(own, &words);
    assert_true((words.n > 0) == (trouble != OWN_FINE));
    return trouble;
}

static struct own *
opened(enum own_trouble trouble) {
    struct own *own = own_open(place.path);
    assert_int_equal(trouble_of(own), trouble);
    return own;
}

static void
keep(struct own *own, const char *path, const char *title) {
    assert_true(own_put(own, OWN_BOOKMARK, str_from(path), str_from(title)));
}

static void
assert_titles(const struct own *own, const char *titles) {
    struct str_buf all = {0};
    for (size_t i = 0; i < own_count(own, OWN_BOOKMARK); i++) {
        str_buf_printf(&all, "%.*s;", STR_ARG(own_at(own, OWN_BOOKMARK, i)->text));
    }
    assert_str_equal(str_buf_str(&all), titles);
    str_buf_finish(&all);
}

static void
test_own__is_there_again(void **state) {
    (void)state;
    struct own *own = opened(OWN_FINE);
    keep(own, "cities/hamamatsu", "하마마쓰");
    keep(own, "guides/first-contact", "First contact");
    keep(own, "cities/hamamatsu", "浜松");
    assert_true(own_put(own, OWN_SETTING, STR("place"), STR("more")));
    assert_true(own_put(own, OWN_TICK, STR("20260819-hamamatsu-out-gift"), STR("")));
    assert_true(own_add(own, OWN_NOTE, STR(""), STR("ask for 抹茶")) > 0);
    assert_true(own_add(own, OWN_NOTE, STR(""), STR("gate 12")) > 0);
    own_close(own);
    own = opened(OWN_FINE);
    assert_true(own_is_saved(own));
    assert_titles(own, "浜松;First contact;");
    assert_str_equal(own_by_key(own, OWN_SETTING, STR("place"))->text, "more");
    assert_non_null(own_by_key(own, OWN_TICK, STR("20260819-hamamatsu-out-gift")));
    assert_int_equal(own_count(own, OWN_NOTE), 2);
    assert_str_equal(own_at(own, OWN_NOTE, 1)->text, "gate 12");
    own_close(own);
}

static void
test_own__what_is_removed_comes_back_in_its_place(void **state) {
    (void)state;
    enum own_kind kind;
    struct own *own = opened(OWN_FINE);
    keep(own, "a", "1");
    keep(own, "b", "2");
    keep(own, "c", "3");
    assert_false(own_undo(own));
    assert_true(own_remove(own, OWN_BOOKMARK, own_by_key(own, OWN_BOOKMARK, STR("b"))->id));
    assert_titles(own, "1;3;");
    assert_str_equal(own_removed(own, &kind)->text, "2");
    assert_int_equal(kind, OWN_BOOKMARK);
    assert_true(own_turn(own, 0));
    assert_true(own_undo(own));
    assert_false(own_undo(own));
    own_close(own);
    own = opened(OWN_FINE);
    assert_titles(own, "1;2;3;");
    own_close(own);
}

/* A tap at once; what is typed a little later, so that words are not written letter by letter. */
static void
test_own__is_written_when_it_is_due(void **state) {
    (void)state;
    struct own *own = opened(OWN_FINE);
    assert_int_equal(own_deadline(own, 1000), OWN_NEVER);
    own_add(own, OWN_NOTE, STR(""), STR("w"));
    own_turn(own, 1000);
    assert_false(own_is_saved(own));
    assert_int_equal(own_deadline(own, 1100), 1000 + OWN_DELAY_MS);
    own_turn(own, 1000 + OWN_DELAY_MS);
    assert_true(own_is_saved(own));
    keep(own, "a", "1");
    assert_true(own_deadline(own, 3000) <= 3000);
    own_turn(own, 3000);
    assert_true(own_is_saved(own));
    assert_int_equal(own_deadline(own, 3000), OWN_NEVER);
    own_close(own);
}

/* What the first version wrote: only its own two tables. */
static void
make_first_version(int version) {
    static const char sql[] =
        "CREATE TABLE setting (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, value TEXT NOT "
        "NULL) STRICT; CREATE TABLE bookmark (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, "
        "title TEXT NOT NULL) STRICT; INSERT INTO bookmark VALUES (7, 'cities/hamamatsu', '浜松');"
        "PRAGMA application_id = 0x4E4F574E;";
    sqlite3 *db;
    char pragma[64];
    snprintf(pragma, sizeof(pragma), "PRAGMA user_version = %d", version);
    snprintf(place.path, sizeof(place.path), "%s/own.db", place.folder);
    assert_int_equal(sqlite3_open(place.path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, pragma, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void
test_own__an_older_file_is_made_a_newer_one(void **state) {
    (void)state;
    make_first_version(1);
    struct own *own = opened(OWN_FINE);
    assert_titles(own, "浜松;");
    assert_true(own_add(own, OWN_NOTE, STR(""), STR("new")) > 0);
    assert_true(own_turn(own, 9000) && own_turn(own, 9000 + OWN_DELAY_MS));
    assert_true(own_is_saved(own));
    own_close(own);
    own = opened(OWN_FINE);
    assert_titles(own, "浜松;");
    assert_int_equal(own_at(own, OWN_BOOKMARK, 0)->id, 7);
    assert_int_equal(own_count(own, OWN_NOTE), 1);
    own_close(own);
}

static size_t
bytes_of(const char *path, char **bytes) {
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    *bytes = calloc(1, 1 << 20);
    size_t n = fread(*bytes, 1, 1 << 20, file);
    fclose(file);
    return n;
}

static void
assert_untouched(const char *before, size_t n) {
    char *now;
    assert_int_equal(bytes_of(place.path, &now), n);
    assert_memory_equal(now, before, n);
    free(now);
}

/* Nor is what another program wrote. */
static void
test_own__a_newer_file_is_left_alone(void **state) {
    (void)state;
    char *before;
    make_first_version(99);
    size_t n = bytes_of(place.path, &before);
    struct own *own = opened(OWN_FOREIGN);
    keep(own, "a", "1");
    assert_false(own_turn(own, 5000) && own_is_saved(own));
    assert_int_equal(own_deadline(own, 5000), OWN_NEVER);
    own_close(own);
    assert_untouched(before, n);
    free(before);
}

static void
write_file(const char *path, const char *bytes, size_t n) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, n, file), n);
    fclose(file);
}

static void
test_own__a_damaged_file_is_set_aside_whole(void **state) {
    (void)state;
    static const char *const noise = "no database at all, and long enough that none could begin so";
    char name[160], *kept;
    struct own *own = opened(OWN_FINE);
    own_close(own);
    for (int i = 1; i <= 2; i++) {
        write_file(place.path, noise, strlen(noise));
        own = opened(OWN_SET_ASIDE);
        keep(own, "a", "1");
        assert_true(own_turn(own, 1000) && own_is_saved(own));
        own_close(own);
        snprintf(name, sizeof(name), "%s.damaged-%d", place.path, i);
        assert_int_equal(bytes_of(name, &kept), strlen(noise));
        assert_memory_equal(kept, noise, strlen(noise));
        free(kept);
    }
    own = opened(OWN_FINE);
    assert_titles(own, "1;");
    own_close(own);
}

/* A page in the middle of it. */
static void
test_own__damage_within_is_seen(void **state) {
    (void)state;
    char *bytes;
    struct own *own = opened(OWN_FINE);
    for (int i = 0; i < 300; i++) {
        char path[32];
        snprintf(path, sizeof(path), "cities/number-%d", i);
        keep(own, path, "a title of some length");
    }
    own_close(own);
    size_t n = bytes_of(place.path, &bytes);
    memset(bytes + n / 2, 0xA5, 4096);
    write_file(place.path, bytes, n);
    free(bytes);
    own = opened(OWN_SET_ASIDE);
    assert_int_equal(own_count(own, OWN_BOOKMARK), 0);
    own_close(own);
}

/* Erased words stand in no page of the file, and in no copy of it. */
static void
test_own__what_is_erased_is_gone(void **state) {
    (void)state;
    char *bytes, copy[160];
    struct own *own = opened(OWN_FINE);
    own_add(own, OWN_NOTE, STR(""), STR("zebra-crossing-secret"));
    own_close(own);
    snprintf(copy, sizeof(copy), "%s.damaged-3", place.path);
    write_file(copy, "zebra-crossing-secret", 21);
    own = opened(OWN_FINE);
    own_erase(own);
    assert_true(own_turn(own, 1000) && own_is_saved(own));
    own_close(own);
    size_t n = bytes_of(place.path, &bytes);
    assert_int_equal(str_find((struct str){bytes, n}, STR("zebra-crossing")), SIZE_MAX);
    free(bytes);
    assert_false(file_exists(copy));
    own = opened(OWN_FINE);
    assert_int_equal(own_count(own, OWN_NOTE), 0);
    own_close(own);
}

/* Two programs and one file: the second one's things come after the first one's. */
static void
test_own__two_windows_lose_nothing(void **state) {
    (void)state;
    struct own *first = opened(OWN_FINE);
    keep(first, "a", "1");
    assert_true(own_turn(first, 1000));
    struct own *second = opened(OWN_BUSY);
    keep(second, "b", "2");
    assert_false(own_turn(second, 1000));
    own_close(first);
    assert_true(own_turn(second, 1000 + OWN_RETRY_MS));
    assert_int_equal(trouble_of(second), OWN_FINE);
    assert_titles(second, "1;2;");
    own_close(second);
    first = opened(OWN_FINE);
    assert_titles(first, "1;2;");
    own_close(first);
}

/* ---- A disk that fails, a program that is killed: under SQLite's own calls of the system ---- */

static struct {
    int kill_at;      /* before the call of that number that changes the disk; 0: never */
    bool is_full;     /* nothing can be written */
    bool is_readonly; /* nothing can be opened to write */
    int calls;
} disk;

static void
count_call(void) {
    if (++disk.calls == disk.kill_at) {
        kill(getpid(), SIGKILL);
    }
}

static ssize_t
disk_pwrite(int fd, const void *bytes, size_t n, off_t at) {
    count_call();
    if (disk.is_full) {
        errno = ENOSPC;
        return -1;
    }
    return pwrite(fd, bytes, n, at);
}

static ssize_t
disk_write(int fd, const void *bytes, size_t n) {
    count_call();
    errno = ENOSPC;
    return disk.is_full ? -1 : write(fd, bytes, n);
}

static int
disk_ftruncate(int fd, off_t size) {
    count_call();
    return ftruncate(fd, size);
}

static int
disk_unlink(const char *path) {
    count_call();
    return unlink(path);
}

static int
disk_open(const char *path, int flags, int mode) {
    bool is_written = (flags & (O_RDWR | O_CREAT)) != 0;
    if (disk.is_readonly && is_written) {
        errno = EACCES;
        return -1;
    }
    return open(path, flags, mode);
}

static void
set_call(const char *name, sqlite3_syscall_ptr call) {
    sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);
    assert_int_equal(vfs->xSetSystemCall(vfs, name, call), SQLITE_OK);
}

static int
open_disk(void **state) {
    memset(&disk, 0, sizeof(disk));
    set_call("pwrite", (sqlite3_syscall_ptr)disk_pwrite);
    set_call("pwrite64", (sqlite3_syscall_ptr)disk_pwrite);
    set_call("write", (sqlite3_syscall_ptr)disk_write);
    set_call("ftruncate", (sqlite3_syscall_ptr)disk_ftruncate);
    set_call("unlink", (sqlite3_syscall_ptr)disk_unlink);
    set_call("open", (sqlite3_syscall_ptr)disk_open);
    return open_place(state);
}

static int
close_disk(void **state) {
    sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);
    vfs->xSetSystemCall(vfs, NULL, NULL);
    return close_place(state);
}

/* Half of the pages go, others come, and there is a note. */
static void
change(struct own *own) {
    for (size_t i = 0; i < own_count(own, OWN_BOOKMARK); i++) {
        own_remove(own, OWN_BOOKMARK, own_at(own, OWN_BOOKMARK, i)->id);
    }
    for (int i = 0; i < 150; i++) {
        char path[32];
        snprintf(path, sizeof(path), "guides/other-%d", i);
        keep(own, path, "another");
    }
    own_add(own, OWN_NOTE, STR(""), STR("a note"));
    own_turn(own, 1000);
}

/* True when the child lived to its end. */
static bool
is_alive_after(int kill_at) {
    int status = 0;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        disk.calls = 0;
        disk.kill_at = kill_at;
        struct own *own = own_open(place.path);
        change(own);
        _exit(own_is_saved(own) ? 0 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
    return !WIFSIGNALED(status);
}

static void
test_own__a_kill_leaves_the_old_or_the_new(void **state) {
    (void)state;
    bool is_alive = false;
    int olds = 0, news = 0, kill_at = 1;
    for (; !is_alive && kill_at < 500; kill_at++) {
        unlink(place.path);
        struct own *own = opened(OWN_FINE);
        for (int i = 0; i < 100; i++) {
            char path[32];
            snprintf(path, sizeof(path), "cities/number-%d", i);
            keep(own, path, "one of the first ones");
        }
        own_close(own);
        is_alive = is_alive_after(kill_at);
        own = opened(OWN_FINE);
        bool is_new = own_count(own, OWN_NOTE) == 1;
        assert_int_equal(own_count(own, OWN_BOOKMARK), is_new ? 200 : 100);
        olds += !is_new;
        news += is_new;
        own_close(own);
    }
    assert_true(is_alive && olds > 5 && news > 0);
}

static void
test_own__a_full_disk_is_said_and_tried_again(void **state) {
    (void)state;
    struct str words;
    struct own *own = opened(OWN_FINE);
    keep(own, "a", "1");
    assert_true(own_turn(own, 1000));
    disk.is_full = true;
    keep(own, "b", "2");
    assert_false(own_turn(own, 2000));
    assert_int_equal(own_trouble(own, &words), OWN_UNSAVED);
    assert_int_not_equal(str_find(words, STR("the disk is full")), SIZE_MAX);
    assert_titles(own, "1;2;"); /* one goes on with it */
    assert_int_equal(own_deadline(own, 2000), 2000 + OWN_RETRY_MS);
    assert_false(own_turn(own, 2000 + OWN_RETRY_MS));
    disk.is_full = false;
    assert_true(own_turn(own, 2000 + 2 * OWN_RETRY_MS));
    assert_int_equal(own_trouble(own, &words), OWN_FINE);
    own_close(own);
    own = opened(OWN_FINE);
    assert_titles(own, "1;2;");
    own_close(own);
}

/* It can be read, and is shown; with nothing there it begins empty. */
static void
test_own__a_folder_that_cannot_be_written(void **state) {
    (void)state;
    struct own *own = opened(OWN_FINE);
    keep(own, "a", "1");
    own_close(own);
    disk.is_readonly = true;
    own = own_open(place.path);
    assert_titles(own, "1;");
    keep(own, "b", "2");
    assert_false(own_turn(own, 1000));
    assert_int_equal(trouble_of(own), OWN_UNSAVED);
    disk.is_readonly = false;
    assert_true(own_turn(own, 1000 + OWN_RETRY_MS));
    own_close(own);
    own = opened(OWN_FINE);
    assert_titles(own, "1;2;");
    own_close(own);
    unlink(place.path);
    disk.is_readonly = true;
    own = opened(OWN_UNSAVED);
    keep(own, "c", "3");
    disk.is_readonly = false;
    assert_true(own_turn(own, 1000));
    assert_int_equal(trouble_of(own), OWN_FINE);
    own_close(own);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_place, close_place)
        TEST(test_own__is_there_again),
        TEST(test_own__what_is_removed_comes_back_in_its_place),
        TEST(test_own__is_written_when_it_is_due),
        TEST(test_own__an_older_file_is_made_a_newer_one),
        TEST(test_own__a_newer_file_is_left_alone),
        TEST(test_own__a_damaged_file_is_set_aside_whole),
        TEST(test_own__damage_within_is_seen),
        TEST(test_own__what_is_erased_is_gone),
        TEST(test_own__two_windows_lose_nothing),
#define DISK(name) cmocka_unit_test_setup_teardown(name, open_disk, close_disk)
        DISK(test_own__a_kill_leaves_the_old_or_the_new),
        DISK(test_own__a_full_disk_is_said_and_tried_again),
        DISK(test_own__a_folder_that_cannot_be_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

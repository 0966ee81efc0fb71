/* After the reset nothing that a visitor typed is anywhere in the process's memory, by whatever way
 * it came in; and no file is open to write to. The words looked for are kept disguised, and what
 * reads the memory reads it into pages that are not looked at. */
#include "test.h"

#include "base/utf8.h"
#include "session.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define DISGUISE 0x5A
#define WINDOW ((size_t)4 << 20)
#define OVERLAP 256

/* ---- The words, as they may lie in memory ---- */

enum { FORMS = 4, PATTERNS_MAX = 64 };

struct pattern {
    unsigned char bytes[128]; /* disguised */
    size_t n;
    const char *form;
};

static struct pattern patterns[PATTERNS_MAX];
static size_t pattern_count;

static void
watch_bytes(const char *bytes, size_t n, const char *form) {
    struct pattern *pattern = &patterns[pattern_count++];
    assert_true(pattern_count <= PATTERNS_MAX && n <= sizeof(pattern->bytes));
    *pattern = (struct pattern){.n = n, .form = form};
    for (size_t i = 0; i < n; i++) {
        pattern->bytes[i] = (unsigned char)bytes[i] ^ DISGUISE;
    }
}

/* As UTF-8, in an address, and as ICU and HarfBuzz have it. */
static void
watch_word(const char *disguised, size_t n) {
    char word[64], other[256];
    size_t wide = 0, address = 0;
    for (size_t i = 0; i < n; i++) {
        word[i] = (char)(disguised[i] ^ DISGUISE);
    }
    watch_bytes(word, n, "UTF-8");
    for (size_t i = 0; (unsigned char)word[0] >= 0x80 && i < n; i++) {
        address += (size_t)snprintf(
            other + address, sizeof(other) - address, "%%%02X", (unsigned char)word[i]);
    }
    if (address > 0) {
        watch_bytes(other, address, "address");
    }
    for (size_t at = 0; at < n;) {
        uint32_t c = utf8_next((struct str){word, n}, &at);
        other[wide++] = (char)(c & 255);
        other[wide++] = (char)(c >> 8 & 255);
    }
    watch_bytes(other, wide, "UTF-16");
    wide = 0;
    for (size_t at = 0; at < n;) {
        uint32_t c = utf8_next((struct str){word, n}, &at);
        for (int shift = 0; shift < 32; shift += 8) {
            other[wide++] = (char)(c >> shift & 255);
        }
    }
    watch_bytes(other, wide, "UTF-32");
    explicit_bzero(word, sizeof(word));
    explicit_bzero(other, sizeof(other));
}

/* ---- The memory ---- */

static unsigned char *window; /* not looked at */

static bool
is_here(const unsigned char *p, const struct pattern *pattern) {
    for (size_t i = 0; i < pattern->n; i++) {
        if ((p[i] ^ DISGUISE) != pattern->bytes[i]) {
            return false;
        }
    }
    return true;
}

static size_t
count_in_window(size_t size, const char *region, bool tells) {
    size_t found = 0;
    for (size_t p = 0; p < pattern_count; p++) {
        unsigned char first = patterns[p].bytes[0] ^ DISGUISE;
        const unsigned char *at = window, *end = window + size - patterns[p].n;
        while (at < end && (at = memchr(at, first, (size_t)(end - at))) != NULL) {
            if (is_here(at, &patterns[p])) {
                found++;
                if (tells) {
                    print_error("word %zu as %s in %s\n", p, patterns[p].form, region);
                }
            }
            at++;
        }
    }
    return found;
}

static size_t
count_in(int memory, uint64_t from, uint64_t to, const char *region, bool tells) {
    size_t found = 0;
    for (uint64_t at = from; at < to; at += WINDOW - OVERLAP) {
        size_t size = to - at < WINDOW ? (size_t)(to - at) : WINDOW;
        ssize_t got = pread(memory, window, size, (off_t)at);
        if (got > OVERLAP) {
            found += count_in_window((size_t)got, region, tells);
        }
    }
    return found;
}

/* All that can be written to, but for the shadow that sanitizers keep. */
static size_t
count_in_memory(bool tells) {
    size_t found = 0;
    char line[512];
    FILE *maps = fopen("/proc/self/maps", "r");
    int memory = open("/proc/self/mem", O_RDONLY);
    assert_true(maps && memory >= 0);
    while (fgets(line, sizeof(line), maps)) {
        unsigned long long from, to;
        char rights[8];
        if (sscanf(line, "%llx-%llx %7s", &from, &to, rights) != 3 || rights[1] != 'w' ||
            to - from > (1ull << 32) || from == (unsigned long long)(uintptr_t)window) {
            continue;
        }
        found += count_in(memory, from, to, line, tells);
    }
    close(memory);
    fclose(maps);
    return found;
}

/* ---- The visit ---- */

struct visit {
    struct session session;
    uint64_t now_ms;
};

static struct visit visit;

static void
turn(uint64_t ms) {
    visit.now_ms += ms;
    session_step(&visit.session, visit.now_ms);
}

static void
feed(struct ui_event event) {
    event.time_ms = visit.now_ms;
    session_feed(&visit.session, &event);
    turn(16);
}

static void
tap(const char *path) {
    size_t count;
    uint32_t node = ui_find(visit.session.ui, str_from(path));
    assert_true(node != 0);
    ui_reveal(visit.session.ui, node);
    turn(600);
    node = ui_find(visit.session.ui, str_from(path));
    struct rect at = ui_nodes(visit.session.ui, &count)[node].clip;
    struct point middle = {at.x + at.w / 2, at.y + at.h / 2};
    feed((struct ui_event){.type = UI_POINTER_DOWN, .pointer = 1, .at = middle});
    feed((struct ui_event){.type = UI_POINTER_UP, .pointer = 1, .at = middle});
    turn(400);
}

static void
feed_word(enum ui_event_type type, const char *disguised, size_t n) {
    char word[64];
    for (size_t i = 0; i < n; i++) {
        word[i] = (char)(disguised[i] ^ DISGUISE);
    }
    feed((struct ui_event){.type = type, .text = {word, n}});
    explicit_bzero(word, sizeof(word));
}

/* The words, made up and disguised while the test starts. */
static char latin[16], hangul[24], kanji[24];
/* Those that the keys on the screen type: the program itself puts their letters together. */
static char keyed_hangul[16], keyed_kana[24], keyed_latin[16];

static void
disguise(char *out, const uint32_t *letters, size_t count, uint32_t step) {
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        char bytes[4];
        size_t size = utf8_encode(letters[i] + step, bytes);
        for (size_t k = 0; k < size; k++) {
            out[n++] = (char)(bytes[k] ^ DISGUISE);
        }
        explicit_bzero(bytes, sizeof(bytes));
    }
}

static bool is_inherited[256]; /* from whoever runs the test */

static int
open_visit(void **state) {
    (void)state;
    for (int fd = 0; fd < (int)ARRAY_LEN(is_inherited); fd++) {
        is_inherited[fd] = fcntl(fd, F_GETFD) >= 0;
    }
    static const uint32_t l[] = {'y', 'p', 'w', 'i', 'y', 'j', 'u', 'p', 'v', 'w', 'i', 'j'};
    static const uint32_t h[] = {0xBDC0, 0xCFF4, 0xD0C8, 0xC40F, 0xB6C0, 0xD77F};
    static const uint32_t k[] = {0x9F97, 0x7E9E, 0x8B9A, 0x9A6A, 0x9DF9, 0x7C71};
    static const uint32_t kh[] = {0xD4F8, 0xD068, 0xCE3A};
    static const uint32_t kk[] = {0x304B, 0x306B, 0x3075, 0x306B, 0x3051};
    static const uint32_t kl[] = {'w', 'p', 'y', 'i', 'j', 'u', 'w', 'p'};
    struct err err;
    struct options options;
    char name[] = "naru", option[] = "--profile", value[] = "kiosk-portrait";
    char *argv[] = {name, option, value, NULL};
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    window = mmap(NULL, WINDOW, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    disguise(latin, l, ARRAY_LEN(l), 1); /* one further: no word of the program's own */
    disguise(hangul, h, ARRAY_LEN(h), 1);
    disguise(kanji, k, ARRAY_LEN(k), 1);
    disguise(keyed_hangul, kh, ARRAY_LEN(kh), 1);
    disguise(keyed_kana, kk, ARRAY_LEN(kk), 1);
    disguise(keyed_latin, kl, ARRAY_LEN(kl), 1);
    watch_word(keyed_hangul, 9);
    watch_word(keyed_kana, 15);
    watch_word(keyed_latin, 8);
    watch_word(latin, 12);
    watch_word(hangul, 9);
    watch_word(hangul + 9, 9);
    watch_word(kanji, 9);
    watch_word(kanji + 9, 9);
    visit.now_ms = 1000;
    if (!options_parse(3, argv, &options, &err) ||
        session_open(&visit.session, &options, "home", &err) != SESSION_OK) {
        print_error("%s\n", err.message);
        return -1;
    }
    turn(0);
    return 0;
}

static int
close_visit(void **state) {
    (void)state;
    session_close(&visit.session);
    return munmap(window, WINDOW);
}

static void
walk_away(void) {
    turn(121000);
    turn(46000);
    turn(16);
    turn(1000);
    assert_int_equal(visit.session.idle.state, IDLE_AT_REST);
    assert_str_equal(nav_path(&visit.session.nav), "home");
}

static void
test_privacy__what_was_typed_is_nowhere_after_the_reset(void **state) {
    (void)state;
    assert_int_equal(count_in_memory(true), 0);
    tap("items/search");
    tap("q");
    feed_word(UI_TEXT_INPUT, latin, 12);
    turn(100);
    assert_true(count_in_memory(false) > 0); /* it can be found */
    tap("items/help");                       /* and lies on the way back */
    tap("items/search");
    tap("q");
    for (size_t i = 0; i < 18; i += 3) {
        feed_word(UI_TEXT_INPUT, hangul + i, 3);
    }
    feed((struct ui_event){.type = UI_KEY, .key = UI_KEY_ENTER});
    tap("languages/ja");
    tap("q");
    feed_word(UI_TEXT_EDITING, kanji, 9);
    feed_word(UI_TEXT_EDITING, kanji, 18);
    feed_word(UI_TEXT_INPUT, kanji, 18);
    tap("languages/en");
    walk_away();
    assert_int_equal(count_in_memory(true), 0);
}

static void
tap_keys(const char *const *keys, size_t count) {
    for (size_t i = 0; i < count; i++) {
        char path[48];
        snprintf(path, sizeof(path), "key %s", keys[i]);
        tap(path);
    }
}

/* Whether the field holds that word, and nothing else. */
static bool
holds(const char *disguised, size_t n) {
    struct str text = ui_field_text(visit.session.ui, STR("q"));
    bool is_equal = text.n == n;
    for (size_t i = 0; is_equal && i < n; i++) {
        is_equal = (text.p[i] ^ DISGUISE) == disguised[i];
    }
    return is_equal;
}

static void
test_privacy__what_the_keys_on_the_screen_typed_goes_as_well(void **state) {
    (void)state;
    static const char *const hangul_keys[] = {"ㅍ", "ㅠ", "ㅂ", "ㅋ", "ㅠ", "ㅌ", "ㅊ", "ㅡ", "ㅎ"};
    static const char *const kana_keys[] = {"か", "゛", "ぬ", "ふ", "゛", "ぬ", "け", "゛"};
    static const char *const latin_keys[] = {"x", "q", "z", "j", "k", "v", "x", "q"};
    tap("items/search");
    tap_keys(hangul_keys, ARRAY_LEN(hangul_keys));
    assert_true(holds(keyed_hangul, 9));
    assert_true(count_in_memory(false) > 0);
    tap("items/help"); /* it lies on the way back */
    tap("items/search");
    tap("keyboard ja");
    tap_keys(kana_keys, ARRAY_LEN(kana_keys));
    assert_true(holds(keyed_kana, 15));
    tap("items/help");
    tap("items/search");
    tap("keyboard en");
    tap_keys(latin_keys, ARRAY_LEN(latin_keys));
    assert_true(holds(keyed_latin, 8));
    tap("key delete"); /* and what stood there before */
    walk_away();
    assert_int_equal(count_in_memory(true), 0);
}

static void
test_privacy__a_composition_goes_with_its_visitor(void **state) {
    (void)state;
    tap("items/search");
    tap("q");
    feed_word(UI_TEXT_EDITING, hangul, 18);
    assert_true(count_in_memory(false) > 0);
    walk_away();
    assert_int_equal(count_in_memory(true), 0);
}

/* Starting over by hand, and with a path nobody typed. */
static void
test_privacy__starting_over_forgets_as_well(void **state) {
    (void)state;
    struct arena arena;
    bool found;
    struct err err;
    char word[24];
    arena_init(&arena);
    for (size_t i = 0; i < 18; i++) {
        word[i] = (char)(kanji[i] ^ DISGUISE);
    }
    struct str address = screen_path_encode(&arena, (struct str){word, 18});
    struct str path = arena_printf(&arena, "search?q=%.*s", STR_ARG(address));
    assert_true(session_show(&visit.session, path, &found, &err));
    explicit_bzero(word, sizeof(word));
    arena_finish(&arena);
    turn(16);
    assert_true(count_in_memory(false) > 0);
    session_start_over(&visit.session);
    turn(16);
    assert_int_equal(count_in_memory(true), 0);
}

static void
test_privacy__no_file_is_open_to_write_to(void **state) {
    (void)state;
    DIR *folder = opendir("/proc/self/fd");
    struct dirent *entry;
    assert_non_null(folder);
    while ((entry = readdir(folder)) != NULL) {
        struct stat info;
        int fd = atoi(entry->d_name);
        bool is_own = fd >= (int)ARRAY_LEN(is_inherited) || !is_inherited[fd];
        if (is_own && fstat(fd, &info) == 0 && S_ISREG(info.st_mode)) {
            assert_int_equal(fcntl(fd, F_GETFL) & O_ACCMODE, O_RDONLY);
        }
    }
    closedir(folder);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_privacy__what_was_typed_is_nowhere_after_the_reset),
        cmocka_unit_test(test_privacy__what_the_keys_on_the_screen_typed_goes_as_well),
        cmocka_unit_test(test_privacy__a_composition_goes_with_its_visitor),
        cmocka_unit_test(test_privacy__starting_over_forgets_as_well),
        cmocka_unit_test(test_privacy__no_file_is_open_to_write_to),
    };
    return cmocka_run_group_tests(tests, open_visit, close_visit);
}

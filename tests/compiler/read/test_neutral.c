/* The words of the screens belong to every city: none of them is a city, a date of a tie or the
 * initials of a city of the content that comes with the program. */
#include "compiler/sources_fixture.h"

#include "base/file.h"
#include "base/utf8.h"

struct fixture {
    struct sources_fixture *sources;
    struct arena arena;
    struct str words[LOCALE_COUNT];
};

static int
load_sources(void **state) {
    static struct fixture f;
    static const char *const paths[LOCALE_COUNT] = {[LOCALE_KO] = NARU_SOURCE_DIR "/locales/ko.txt",
        [LOCALE_JA] = NARU_SOURCE_DIR "/locales/ja.txt",
        [LOCALE_EN] = NARU_SOURCE_DIR "/locales/root.txt"};
    struct err err = {0};
    void *sources = NULL;
    int code = sources_fixture_load(&sources);
    f.sources = sources;
    arena_init(&f.arena);
    *state = &f;
    for (int l = 0; l < LOCALE_COUNT; l++) {
        if (!file_read(paths[l], 1 << 20, &f.arena, &f.words[l], &err)) {
            return -1;
        }
    }
    return code;
}

static int
drop_sources(void **state) {
    struct fixture *f = *state;
    void *sources = f->sources;
    arena_finish(&f->arena);
    return sources_fixture_drop(&sources);
}

static bool
holds(struct str text, struct str word) {
    return str_find(text, word) != SIZE_MAX;
}

static size_t
said_anywhere(const struct fixture *f, struct str word) {
    size_t said = 0;
    for (int l = 0; l < LOCALE_COUNT; l++) {
        if (word.n > 3 && holds(f->words[l], word)) {
            print_error("the screens say %.*s\n", STR_ARG(word));
            said++;
        }
    }
    return said;
}

/* 하마마쓰시 -> ㅎㅁㅁ; empty where a name is shorter or not Hangul. */
static struct str
first_initials(struct str name, char out[9]) {
    static const uint16_t initials[] = {0x3131, 0x3132, 0x3134, 0x3137, 0x3138, 0x3139, 0x3141,
        0x3142, 0x3143, 0x3145, 0x3146, 0x3147, 0x3148, 0x3149, 0x314A, 0x314B, 0x314C, 0x314D,
        0x314E};
    size_t at = 0, n = 0;
    for (int i = 0; i < 3; i++) {
        uint32_t c = at < name.n ? utf8_next(name, &at) : 0;
        if (c < 0xAC00 || c > 0xD7A3) {
            return STR("");
        }
        uint16_t initial = initials[(c - 0xAC00) / 588];
        out[n++] = (char)(0xE0 | initial >> 12);
        out[n++] = (char)(0x80 | (initial >> 6 & 0x3F));
        out[n++] = (char)(0x80 | (initial & 0x3F));
    }
    return (struct str){out, n};
}

static void
test_words_of_the_screens__name_no_city(void **state) {
    struct fixture *f = *state;
    const struct model_table *cities = &f->sources->model.tables[TABLE_CITIES];
    size_t column = tables_column(cities->table, STR("name")), said = 0;
    assert_true(cities->count > 20);
    for (size_t i = 0; i < cities->count; i++) {
        char initials[9];
        for (int l = 0; l < LOCALE_COUNT; l++) {
            size_t cell = tables_cell(cities->table, column, (enum locale_id)l);
            said += said_anywhere(f, cities->rows[i].cells[cell].text);
        }
        size_t cell = tables_cell(cities->table, column, LOCALE_KO);
        said += said_anywhere(f, first_initials(cities->rows[i].cells[cell].text, initials));
    }
    assert_int_equal(said, 0);
}

static void
test_words_of_the_screens__have_no_year_of_a_tie(void **state) {
    struct fixture *f = *state;
    const struct model_table *ties = &f->sources->model.tables[TABLE_RELATIONS];
    size_t cell = tables_cell(ties->table, tables_column(ties->table, STR("since")), LOCALE_EN);
    size_t said = 0;
    for (size_t i = 0; i < ties->count; i++) {
        struct str since = ties->rows[i].cells[cell].text;
        said += since.n >= 4 && said_anywhere(f, str_slice(since, 0, 4)) > 0;
    }
    assert_int_equal(said, 0);
}

static void
test_said_anywhere__finds_what_was_there(void **state) {
    (void)state;
    char initials[9];
    assert_true(str_eq(first_initials(STR("하마마쓰시"), initials), STR("ㅎㅁㅁ")));
    assert_true(holds(STR("초성(ㅎㅁㅁㅆ), 날짜(1987.11.9)"), STR("ㅎㅁㅁ")));
    assert_true(holds(STR("날짜(1987.11.9)"), STR("1987")));
    assert_false(holds(STR("초성(ㄱㅈㄱㄹ)"), STR("ㅎㅁㅁ")));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_words_of_the_screens__name_no_city),
        cmocka_unit_test(test_words_of_the_screens__have_no_year_of_a_tie),
        cmocka_unit_test(test_said_anywhere__finds_what_was_there),
    };
    return cmocka_run_group_tests(tests, load_sources, drop_sources);
}

/* A second, whole city (tests/second-city): Japanese is its original, its partners are Korean,
 * Chinese and Brazilian, it has words, units and currencies of its own. It has no mistake, nothing
 * of the first city shows on any of its screens, and what it brings along does. That everything
 * fits is program/second-city-fits-*. */
#include "screens_fixture.h"

#include "compiler/compile.h"
#include "content/search.h"
#include "ui/semantics.h"

#define CONTENT NARU_SOURCE_DIR "/tests/second-city/content"
#define DATABASE NARU_BUILD_DIR "/tests/second-city.db"
#define FIRST NARU_BUILD_DIR "/naru.db"

static int
open_session(void **state) {
    static struct screens_fixture fixture;
    char database[] = DATABASE;
    *state = &fixture;
    return screens_fixture_open(&fixture, database);
}

static int
close_session(void **state) {
    screens_fixture_close(*state);
    return 0;
}

static void
semantics_of(
    struct screens_fixture *f, struct str path, enum locale_id locale, struct str_buf *out) {
    struct err err;
    bool found;
    f->session.nav.locale = locale;
    if (!session_show(&f->session, path, &found, &err)) {
        fail_msg("%.*s: %s", STR_ARG(path), err.message);
    }
    assert_true(found);
    session_frame(&f->session, 0);
    str_buf_clear(out);
    semantics_json(f->session.ui, out);
}

static void
test_second_city__has_no_mistake(void **state) {
    (void)state;
    struct compile compile;
    struct compile_options options = {.words_folder = NARU_SOURCE_DIR "/locales"};
    struct err err = {0};
    struct str_buf out = {0};
    bool ok = compile_folder(&compile, CONTENT, NULL, &options, &err);
    size_t own = 0;
    for (size_t i = 0; i < compile.diag.count; i++) {
        const struct diag_item *item = &compile.diag.items[i];
        own += !sources_at(&compile.sources, item->place.file)->is_outside;
    }
    diag_print(&compile.diag, LOCALE_EN, STR(""), &out);
    if (!ok || own > 0) {
        fail_msg("%s%s", err.message, out.p);
    }
    str_buf_finish(&out);
    compile_finish(&compile);
}

/* A panel that was asked for no language opens in the city's own. */
static void
test_second_city__opens_in_its_original(void **state) {
    struct screens_fixture *f = *state;
    assert_int_equal(f->session.first_locale, LOCALE_JA);
}

struct words {
    struct str *items;
    size_t count;
};

static void
add_word(struct words *words, struct str word) {
    if (word.n >= 4) {
        words->items[words->count++] = word;
    }
}

/* Names of the first city and of everybody it has to do with, with and without what they are. */
static struct words
words_of_first_city(struct arena *arena) {
    static const char *const stems[] = {"안산", "安山", "アンサン", "Ansan", "ansan", "하마마쓰",
        "浜松", "Hamamatsu", "경기도", "京畿道", "Gyeonggi", "라스베이거스", "Las Vegas"};
    static const char *const listings[] = {"cities", "cities/mentioned/ko"};
    struct err err;
    struct words words = {.items = ARENA_ARRAY(arena, 2000, struct str)};
    struct store *store = store_open(FIRST, &err);
    assert_non_null(store);
    for (size_t i = 0; i < ARRAY_LEN(stems); i++) {
        add_word(&words, str_from(stems[i]));
    }
    for (int l = 0; l < LOCALE_COUNT; l++) {
        for (size_t i = 0; i < ARRAY_LEN(listings); i++) {
            struct store_city *cities;
            size_t count;
            assert_true(store_cities(store, arena, (enum locale_id)l,
                STORE_ALL(str_from(listings[i])), &cities, &count, &err));
            for (size_t c = 0; c < count && words.count < 1990; c++) {
                add_word(&words, cities[c].name);
            }
        }
    }
    store_close(store);
    return words;
}

static bool
is_latin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Latin words count only as whole words: Mino in Minority is none. */
static bool
has_word(const char *text, struct str word) {
    for (const char *p = text; (p = strstr(p, word.p)); p++) {
        bool is_inside =
            is_latin(word.p[0]) && ((p > text && is_latin(p[-1])) || is_latin(p[word.n]));
        if (!is_inside) {
            return true;
        }
    }
    return false;
}

static void
has_none_of(
    struct screens_fixture *f, const struct words *words, struct str path, struct str_buf *out) {
    for (int l = 0; l < LOCALE_COUNT; l++) {
        semantics_of(f, path, (enum locale_id)l, out);
        for (size_t w = 0; w < words->count; w++) {
            if (has_word(out->p, words->items[w])) {
                fail_msg("%.*s %s: \"%.*s\" belongs to the first city", STR_ARG(path),
                    locale_tag((enum locale_id)l), STR_ARG(words->items[w]));
            }
        }
    }
}

static void
test_second_city__nothing_of_the_first_shows(void **state) {
    /* hidden from the list of screens */
    static const char *const specimens[] = {"specimen", "specimen/korean", "specimen/japanese",
        "specimen/headings", "specimen/ruby", "specimen/han", "specimen/vertical",
        "specimen/rendering"};
    struct screens_fixture *f = *state;
    struct arena arena;
    struct str_buf out = {0};
    arena_init(&arena);
    struct words words = words_of_first_city(&arena);
    assert_true(words.count > 60);
    assert_true(f->paths.count > 60);
    for (size_t i = 0; i < f->paths.count; i++) {
        has_none_of(f, &words, f->paths.paths[i], &out);
    }
    for (size_t i = 0; i < ARRAY_LEN(specimens); i++) {
        has_none_of(f, &words, str_from(specimens[i]), &out);
    }
    assert_non_null(strstr(out.p, "汐見市")); /* its own name is there */
    str_buf_finish(&out);
    arena_finish(&arena);
}

/* Its own kinds, groups, units, currencies and languages, in the reader's words. */
static void
test_second_city__brings_its_own_words(void **state) {
    static const struct {
        const char *path;
        enum locale_id locale;
        const char *says;
    } cases[] = {
        {"statistics", LOCALE_JA, "234億5,000万円"},
        {"statistics", LOCALE_KO, "234억 5,000만엔"},
        {"statistics", LOCALE_EN, "23.45 billion yen"},
        {"statistics", LOCALE_EN, "310 million reais"},
        {"statistics", LOCALE_JA, "8,732 ha"},
        {"statistics", LOCALE_JA, "1,204隻"},
        {"statistics", LOCALE_EN, "1,204 ships"},
        {"statistics", LOCALE_EN, "1 ship\""},
        {"statistics", LOCALE_KO, "\"label\":\"항구\""},
        {"cities/shiomi/people", LOCALE_KO, "8,732 ha"},
        {"cities/haedeun/history", LOCALE_JA, "ボートレース"},
        {"cities/haedeun/history", LOCALE_EN, "Regatta"},
        {"cities/haedeun/people", LOCALE_EN, "310,500 people"},
        {"cities/sao-vitorino/names", LOCALE_EN, "Portuguese"},
        {"cities/sao-vitorino/names", LOCALE_JA, "ポルトガル語"},
        {"cities/tsenkher/names", LOCALE_KO, "몽골어"},
        {"cities/khlong-nam-sai/names", LOCALE_JA, "タイ語"},
        {"cities/villa-serena/names", LOCALE_KO, "스페인어"},
        {"glossary", LOCALE_JA, "海と船"},
        {"phrases", LOCALE_KO, "배에서"},
        {"phrases/thank-you", LOCALE_EN, "Muito obrigado."},
        {"phrases/thank-you", LOCALE_JA, "中国語"},
    };
    struct screens_fixture *f = *state;
    struct str_buf out = {0};
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        semantics_of(f, str_from(cases[i].path), cases[i].locale, &out);
        if (!strstr(out.p, cases[i].says)) {
            fail_msg("%s %s: no %s", cases[i].path, locale_tag(cases[i].locale), cases[i].says);
        }
    }
    str_buf_finish(&out);
}

static size_t
count_parts(const char *text, const char *part) {
    size_t count = 0;
    for (const char *p = text; (p = strstr(p, part)); p++) {
        count++;
    }
    return count;
}

/* Heads and two rows of three cells; on a narrow panel the heads stand in each card. */
static void
test_second_city__shows_its_table(void **state) {
    static const struct {
        const char *profile;
        size_t rows, cells;
    } cases[] = {{"kiosk-portrait", 3, 9}, {"tablet-landscape", 3, 9}, {"phone", 2, 6}};
    struct screens_fixture *f = *state;
    struct str_buf out = {0};
    const struct profile before = f->session.wanted;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        session_resize(&f->session, profile_lookup(str_from(cases[i].profile)));
        for (int l = 0; l < LOCALE_COUNT; l++) {
            semantics_of(f, STR("guides/first-visit"), (enum locale_id)l, &out);
            assert_int_equal(count_parts(out.p, "\"role\":\"table\""), 1);
            assert_int_equal(count_parts(out.p, "\"role\":\"row\""), cases[i].rows);
            assert_int_equal(count_parts(out.p, "\"role\":\"cell\""), cases[i].cells);
        }
        assert_non_null(strstr(out.p, "\"action\":\"open schools\""));
    }
    session_resize(&f->session, &before);
    str_buf_finish(&out);
}

static void
test_second_city__is_found(void **state) {
    static const struct {
        const char *query, *path;
    } cases[] = {{"汐見", "cities/shiomi"}, {"しおみ", "cities/shiomi"},
        {"해든시", "cities/haedeun"}, {"临湾", "cities/linwan"},
        {"Sao Vitorino", "cities/sao-vitorino"}, {"Цэнхэр", "cities/tsenkher"},
        {"Bom dia", "phrases/good-morning"}, {"sister city", "cities/haedeun"},
        {"ボートレース", "cities/haedeun?event=haedeun-regatta"}};
    struct screens_fixture *f = *state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct arena arena;
        struct err err;
        struct search_hit *hits;
        size_t count = 0, at = 0;
        arena_init(&arena);
        assert_true(search_find(f->session.store, &arena, LOCALE_JA, str_from(cases[i].query), 20,
            &hits, &count, &err));
        while (at < count && !str_eq(hits[at].path, str_from(cases[i].path))) {
            at++;
        }
        if (at == count) {
            fail_msg("\"%s\" does not find %s", cases[i].query, cases[i].path);
        }
        arena_finish(&arena);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_second_city__has_no_mistake),
        cmocka_unit_test(test_second_city__opens_in_its_original),
        cmocka_unit_test(test_second_city__nothing_of_the_first_shows),
        cmocka_unit_test(test_second_city__brings_its_own_words),
        cmocka_unit_test(test_second_city__shows_its_table),
        cmocka_unit_test(test_second_city__is_found),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}

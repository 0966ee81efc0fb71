/* Answers at once: each equals its record, and none is given where no record says what was asked.
 */
#include "content_fixture.h"

#include "base/file.h"
#include "content/search.h"

#include <math.h>
#include <sqlite3.h>
#include <stdlib.h>

#define SOURCES NARU_SOURCE_DIR "/assets/content"
#define QUERIES NARU_SOURCE_DIR "/tests/content/queries/answers.tsv"
#define DATABASE NARU_BUILD_DIR "/test-search-answers.db"

enum { CELLS = 6 };
enum part {
    TUNE,
    KEEP,
    SECOND,
    THIRD,
    FOURTH,
    FIFTH,
    EIGHTH,
    NINTH,
    TENTH,
    TWELFTH,
    THIRTEENTH,
    FOURTEENTH,
    PART_COUNT
};
/* `wrong`: answers from another record than one that was asked for. Of `keep` it is not looked at
 * which. */
static const struct {
    const char *name;
    int right_percent, wrong_most;
} parts[] = {{"tune", 100, 0}, {"keep", 76, 0}, {"second", 100, 0}, {"third", 100, 0},
    {"fourth", 100, 0}, {"fifth", 100, 0}, {"eighth", 91, 0}, {"ninth", 97, 0}, {"tenth", 95, 0},
    {"twelfth", 100, 0}, {"thirteenth", 81, 0}, {"fourteenth", 96, 0}};

static int
open_content(void **state) {
    return fixture_open(state, SOURCES, DATABASE);
}

static struct search_answer
ask(struct fixture *f, enum locale_id locale, struct str query) {
    struct search_results *results;
    struct search_answer answer = {0};
    if (!search_open(f->store, &f->arena, locale, query, &results, &f->err) ||
        !search_answer(results, f->store, &f->arena, &answer, &f->err)) {
        fail_msg("%s", f->err.message);
    }
    return answer;
}

/* One value of the database, read without the search. */
static struct str
value_of(struct fixture *f, const char *sql, struct str id, const char *locale) {
    sqlite3 *db;
    sqlite3_stmt *statement;
    assert_int_equal(sqlite3_open_v2(DATABASE, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &statement, NULL), SQLITE_OK);
    sqlite3_bind_text(statement, 1, id.p, (int)id.n, SQLITE_STATIC);
    if (sqlite3_bind_parameter_count(statement) > 1) {
        sqlite3_bind_text(statement, 2, locale, -1, SQLITE_STATIC);
    }
    struct str out = {0};
    if (sqlite3_step(statement) == SQLITE_ROW) {
        out = arena_str(&f->arena, str_from((const char *)sqlite3_column_text(statement, 0)));
    }
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return out;
}

/* Where a city lies, as a point on the ball of one. */
static void
point_of(struct fixture *f, struct str id, double out[3]) {
    static const char *const columns[] = {
        "SELECT latitude FROM cities WHERE id = ?1", "SELECT longitude FROM cities WHERE id = ?1"};
    double angles[2];
    for (int i = 0; i < 2; i++) {
        struct str value = value_of(f, columns[i], id, "");
        assert_true(value.n > 0);
        angles[i] = strtod(value.p, NULL) * (acos(-1) / 180);
    }
    out[0] = cos(angles[0]) * cos(angles[1]);
    out[1] = cos(angles[0]) * sin(angles[1]);
    out[2] = sin(angles[0]);
}

/* Calculated another way than the program's; rounded as it says. */
static void
check_distance(struct fixture *f, const struct search_answer *a, struct str id) {
    double here[3], there[3];
    struct str home = value_of(f, "SELECT value FROM info WHERE key = 'home'", STR(""), "");
    point_of(f, home, here);
    point_of(f, id, there);
    double km = 6371 * acos(here[0] * there[0] + here[1] * there[1] + here[2] * there[2]);
    double shown = strtod(a->value.p, NULL);
    assert_true(fabs(shown - km) <= (km < 100 ? 0.51 : 5.01));
    assert_true(str_eq(a->path, a->record));
    assert_true(str_eq(a->unit, STR("km")) && a->subject.n > 0);
    assert_false(str_eq(id, home));
}

/* What is shown is what the record has. */
static void
check_record(struct fixture *f, const struct search_answer *a, enum locale_id locale) {
    if (a->kind == SEARCH_ANSWER_NONE) {
        return;
    }
    const char *own = locale_tag(locale);
    size_t slash = str_find(a->record, STR("/"));
    struct str id = str_slice(a->record, slash + 1, a->record.n);
    assert_true(a->path.n > 0 && a->label.n > 0 && a->value.n > 0);
    switch (a->kind) {
    case SEARCH_ANSWER_FIGURE: // leads to its row
        assert_true(
            str_eq(a->path, arena_printf(&f->arena, "statistics?figure=%.*s", STR_ARG(id))));
        assert_true(
            str_eq(a->value, value_of(f, "SELECT value FROM figures WHERE id = ?1", id, own)));
        assert_true(
            str_eq(a->unit, value_of(f, "SELECT unit FROM figures WHERE id = ?1", id, own)));
        assert_true(str_eq(a->date,
            value_of(f, "SELECT coalesce(as_of, '') FROM figures WHERE id = ?1", id, own)));
        assert_true(str_eq(a->note,
            value_of(f, "SELECT note FROM figures_text WHERE id = ?1 AND locale = ?2", id, own)));
        assert_true(str_eq(a->label,
            value_of(f, "SELECT label FROM figures_text WHERE id = ?1 AND locale = ?2", id, own)));
        break;
    case SEARCH_ANSWER_DATE:
        assert_true(
            str_eq(a->value, value_of(f, "SELECT date FROM events WHERE id = ?1", id, own)));
        assert_true(str_eq(a->label,
            value_of(f, "SELECT title FROM events_text WHERE id = ?1 AND locale = ?2", id, own)));
        break;
    case SEARCH_ANSWER_PHRASE:
        assert_true(str_eq(
            a->value, value_of(f, "SELECT text FROM phrases_text WHERE id = ?1 AND locale = ?2", id,
                          locale_tag(a->language))));
        break;
    case SEARCH_ANSWER_TERM:
        assert_true(str_eq(
            a->value, value_of(f, "SELECT term FROM glossary_text WHERE id = ?1 AND locale = ?2",
                          id, locale_tag(a->language))));
        break;
    case SEARCH_ANSWER_DISTANCE:
        check_distance(f, a, id);
        break;
    case SEARCH_ANSWER_NONE:
        break;
    }
}

static bool
is_among(struct str record, struct str records) {
    struct str one;
    while (str_split(&records, ' ', &one)) {
        if (str_eq(str_trim(one), record)) {
            return true;
        }
    }
    return false;
}

static enum part
part_of(struct str name) {
    for (int i = 0; i < PART_COUNT; i++) {
        if (str_eq(name, str_from(parts[i].name))) {
            return (enum part)i;
        }
    }
    fail_msg("no part \"%.*s\"", STR_ARG(name));
    return TUNE;
}

struct tally {
    int right, wrong, none, count;
};

static void
ask_row(struct fixture *f, struct str line, struct tally tallies[PART_COUNT]) {
    struct str cells[CELLS] = {{0}};
    enum locale_id locale;
    for (size_t i = 0; i < CELLS && str_split(&line, '\t', &cells[i]); i++) {
    }
    assert_true(locale_from_tag(cells[1], &locale));
    struct search_answer answer = ask(f, locale, cells[0]);
    check_record(f, &answer, locale);
    struct str wanted = str_trim(cells[5]);
    bool is_none = answer.kind == SEARCH_ANSWER_NONE;
    enum part part = part_of(cells[4]);
    bool is_right = is_none ? is_among(STR("-"), wanted) : is_among(answer.record, wanted);
    struct tally *tally = &tallies[part];
    tally->count++;
    tally->right += is_right;
    tally->none += is_none && !is_right;
    tally->wrong += !is_none && !is_right;
    if (!is_right && part != KEEP) {
        printf("  %s: %.*s -> %.*s; answered %.*s\n", is_none ? "no answer" : "WRONG",
            STR_ARG(cells[0]), STR_ARG(wanted), STR_ARG(answer.record));
    }
    arena_reset(&f->arena);
}

static void
test_search_answers__equal_their_records(void **state) {
    struct fixture *f = *state;
    struct arena arena;
    struct str text, line;
    struct tally tallies[PART_COUNT] = {{0}};
    arena_init(&arena);
    assert_true(file_read(QUERIES, FILE_LIMIT_DEFAULT, &arena, &text, &f->err));
    assert_true(str_split(&text, '\n', &line)); // the header
    while (str_split(&text, '\n', &line)) {
        if (line.n > 0) {
            ask_row(f, line, tallies);
        }
    }
    arena_finish(&arena);
    for (int i = 0; i < PART_COUNT; i++) {
        printf("%s: %d of %d right, %d without an answer, %d wrong\n", parts[i].name,
            tallies[i].right, tallies[i].count, tallies[i].none, tallies[i].wrong);
        assert_true(tallies[i].wrong <= parts[i].wrong_most);
        assert_true(tallies[i].right * 100 >= tallies[i].count * parts[i].right_percent);
    }
}

/* Every phrase asked for by its own words in another language. */
static void
test_search_answers__translate_every_phrase(void **state) {
    struct fixture *f = *state;
    sqlite3 *db;
    sqlite3_stmt *rows;
    size_t count = 0, own = 0;
    assert_int_equal(sqlite3_open_v2(DATABASE, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    assert_int_equal(
        sqlite3_prepare_v2(db,
            "SELECT o.text, w.text FROM phrases_text o JOIN phrases_text w ON w.id = o.id"
            " WHERE o.locale = 'en' AND w.locale = 'ja'",
            -1, &rows, NULL),
        SQLITE_OK);
    while (sqlite3_step(rows) == SQLITE_ROW) {
        struct str wanted = str_from((const char *)sqlite3_column_text(rows, 1));
        struct str query = arena_printf(&f->arena, "%s in Japanese", sqlite3_column_text(rows, 0));
        struct search_answer answer = ask(f, LOCALE_EN, query);
        check_record(f, &answer, LOCALE_EN);
        count++;
        own += str_eq(answer.value, wanted);
        arena_reset(&f->arena);
    }
    sqlite3_finalize(rows);
    sqlite3_close(db);
    printf("%zu of %zu phrases are answered by themselves\n", own, count);
    assert_true(count > 50 && own * 100 >= count * 80);
}

/* How far it is to every other city, and to none that was not understood as a whole. */
static void
test_search_answers__tell_how_far_every_city_is(void **state) {
    struct fixture *f = *state;
    static const char *const others[] = {"how far is Hamamatsu from Fukuoka",
        "how far along is the Hamamatsu plan", "how far is Ansan", "안산까지 거리",
        "화장실까지 거리", "하마마쓰 먹거리", "福岡から長崎までの距離", "バリア・ブンタウの広さ"};
    sqlite3 *db;
    sqlite3_stmt *rows;
    size_t count = 0;
    assert_int_equal(sqlite3_open_v2(DATABASE, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db,
                         "SELECT c.id, t.name FROM cities c JOIN cities_text t ON t.id = c.id"
                         " AND t.locale = 'ja' WHERE c.role <> 'home'",
                         -1, &rows, NULL),
        SQLITE_OK);
    for (; sqlite3_step(rows) == SQLITE_ROW; count++) {
        struct str query = arena_printf(&f->arena, "%sまで何キロ", sqlite3_column_text(rows, 1));
        struct search_answer answer = ask(f, LOCALE_JA, query);
        assert_int_equal(answer.kind, SEARCH_ANSWER_DISTANCE);
        assert_true(str_eq(
            answer.record, arena_printf(&f->arena, "cities/%s", sqlite3_column_text(rows, 0))));
        check_record(f, &answer, LOCALE_JA);
        arena_reset(&f->arena);
    }
    sqlite3_finalize(rows);
    sqlite3_close(db);
    assert_true(count > 20);
    for (size_t i = 0; i < ARRAY_LEN(others); i++) {
        struct search_answer answer = ask(f, LOCALE_KO, str_from(others[i]));
        assert_int_not_equal(answer.kind, SEARCH_ANSWER_DISTANCE);
        arena_reset(&f->arena);
    }
}

/* Near misses: superlatives, what no record says, a slip of the keyboard. */
static void
test_search_answers__are_not_made_up(void **state) {
    struct fixture *f = *state;
    static const struct {
        const char *query;
        enum locale_id locale;
    } cases[] = {{"하마마쓰 인구", LOCALE_KO}, {"which city has the most people", LOCALE_EN},
        {"why did the tie with Las Vegas end", LOCALE_EN}, {"rkatkgkqslek", LOCALE_KO},
        {"시청의 한 해", LOCALE_KO}, {"안산", LOCALE_KO}, {"人口", LOCALE_JA},
        {"浜松との姉妹提携はいつ", LOCALE_JA}, {"xyzzy in Japanese", LOCALE_EN},
        {"when did the tie with Las Vegas end", LOCALE_EN}, {"how far is the sea", LOCALE_EN},
        {"안산 초등학교는 몇 명", LOCALE_KO}, {"when was Takasaki founded", LOCALE_EN},
        {"how many Chinese restaurants are in Ansan", LOCALE_EN}, {"gu", LOCALE_EN},
        {"how many sister cities are there", LOCALE_EN}, {"홈스크 한국 사람은 몇 명", LOCALE_KO},
        {"海", LOCALE_JA}, {"population of Atlantis", LOCALE_EN}};
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct search_answer answer = ask(f, cases[i].locale, str_from(cases[i].query));
        if (answer.kind != SEARCH_ANSWER_NONE) {
            fail_msg("%s is answered by %.*s", cases[i].query, STR_ARG(answer.record));
        }
        arena_reset(&f->arena);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_search_answers__equal_their_records),
        cmocka_unit_test(test_search_answers__translate_every_phrase),
        cmocka_unit_test(test_search_answers__tell_how_far_every_city_is),
        cmocka_unit_test(test_search_answers__are_not_made_up),
    };
    return cmocka_run_group_tests(tests, open_content, fixture_close);
}

/* Japanese headings break between phrases: the scorer on text it was not trained on, and names. */
#include "text_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "text/lines/para_emit.h"

/* The text of a marked line, broken where the engine would break it. */
static void
mark(const char *plain, char *out) {
    struct text_style style = fixture_style(LOCALE_JA);
    style.breaking = TEXT_BREAK_PHRASE;
    const struct para *para = fixture_layout(&style, plain, 1000);
    const struct shaped *shaped = ((const struct para_box *)para)->shaped;
    size_t n = 0;
    for (size_t i = 0; i < shaped->cluster_count; i++) {
        const struct cluster *c = &shaped->clusters[i];
        if (i > 0 && c->breaks >= BREAK_LOOSE) {
            out[n++] = '|';
        }
        memcpy(out + n, plain + c->byte, c[1].byte - c->byte);
        n += c[1].byte - c->byte;
    }
    out[n] = '\0';
}

/* `line` without its marks, and for each byte of that whether a mark stands before it. */
static size_t
read_marks(struct str line, char plain[1024], bool marked[1024]) {
    size_t n = 0;
    memset(marked, 0, 1024 * sizeof(*marked));
    for (size_t i = 0; i < line.n; i++) {
        if (line.p[i] == '|') {
            marked[n] = true;
        } else {
            plain[n++] = line.p[i];
        }
    }
    plain[n] = '\0';
    return n;
}

static double
exact_share(const char *file, int *lines) {
    struct arena arena;
    struct err err;
    struct str bytes, line;
    char path[512], plain[1024], found[2048];
    bool marked[1024];
    int exact = 0;
    arena_init(&arena);
    snprintf(path, sizeof(path), NARU_SOURCE_DIR "/tests/text/data/%s", file);
    assert_true(file_read(path, FILE_LIMIT_DEFAULT, &arena, &bytes, &err));
    *lines = 0;
    while (str_split(&bytes, '\n', &line)) {
        if (line.n == 0 || line.p[0] == '#') {
            continue;
        }
        read_marks(line, plain, marked);
        mark(plain, found);
        exact += str_eq(str_from(found), line);
        ++*lines;
    }
    arena_finish(&arena);
    fprintf(stderr, "%s: %d of %d lines exact\n", file, exact, *lines);
    return (double)exact / *lines;
}

static float
widest_phrase(struct str line, const struct text_style *style) {
    struct str phrase;
    float widest = 0;
    while (str_split(&line, '|', &phrase)) {
        float width = para_measure(fixture_engine(), phrase, style, NULL, 0).max_px;
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* Lays a marked heading out at twelve measures that hold each of its phrases. */
static void
count_good_layouts(struct str line, int *layouts, int *good) {
    static const float measures_em[] = {4, 4.5f, 5, 5.5f, 6, 7, 8, 9, 10, 11, 12, 14};
    struct text_style style = fixture_style(LOCALE_JA);
    style.breaking = TEXT_BREAK_PHRASE;
    style.balance = true;
    char plain[1024];
    bool marked[1024];
    struct str text = {plain, read_marks(line, plain, marked)};
    float widest = widest_phrase(line, &style);
    for (size_t m = 0; m < sizeof(measures_em) / sizeof(measures_em[0]); m++) {
        if (widest > measures_em[m] * 20) {
            continue;
        }
        const struct para *para =
            para_layout(fixture_engine(), text, &style, NULL, 0, measures_em[m] * 20);
        bool is_good = true;
        for (size_t i = 1; i < para->line_count; i++) {
            is_good = is_good && marked[para->lines[i].start];
        }
        *layouts += para->line_count > 1;
        *good += para->line_count > 1 && is_good;
    }
}

static void
test_phrase__ends_lines_where_another_hand_would(void **state) {
    (void)state;
    struct arena arena;
    struct err err;
    struct str bytes, line;
    int layouts = 0, good = 0;
    arena_init(&arena);
    assert_true(file_read(NARU_SOURCE_DIR "/tests/text/data/phrases_blind.txt", FILE_LIMIT_DEFAULT,
        &arena, &bytes, &err));
    while (str_split(&bytes, '\n', &line)) {
        if (line.n > 0 && line.p[0] != '#') {
            count_good_layouts(line, &layouts, &good);
        }
    }
    arena_finish(&arena);
    fprintf(stderr, "phrases_blind.txt: %d of %d layouts good\n", good, layouts);
    assert_true(layouts >= 1500);
    assert_true(good >= layouts * 0.95);
}

/* What is wider than its line ends where a reader minds least. */
static void
test_phrase__cuts_long_phrases_between_words(void **state) {
    (void)state;
    static const struct {
        float em;
        const char *text, *lines;
    } cases[] = {
        {5, "足元にご注意ください", "足元に|ご注意|ください"},
        {6, "画面に触れてください", "画面に|触れて|ください"},
        {7, "持ってきてください", "持ってきて|ください"},
        {8, "ご利用ありがとうございました", "ご利用ありがとう|ございました"},
        {5, "ログインに失敗しました", "ログインに|失敗|しました"},
        {5, "国道16号が通行止めに", "国道|16号が|通行止めに"},
        {3, "葛飾区の皆さん", "葛飾|区の|皆さん"},
        {8, "ボランティアとして参加する", "ボランティア|として参加する"},
        {7, "インターネットで予約する", "インターネット|で予約する"},
        {6, "午前10時30分に", "午前10時|30分に"},
        {7, "11月3日（月・祝）に開催", "11月3日|（月・祝）に|開催"},
        {5.5f, "33競技339種目を実施", "33競技|339種目を|実施"},
        {5, "抜いてお取りください", "抜いて|お取り|ください"},
        {4, "あきらめなかった", "あきらめ|なかった"},
        {4, "定期券を買い足す", "定期券を|買い足す"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct text_style style = fixture_style(LOCALE_JA);
        style.breaking = TEXT_BREAK_PHRASE;
        assert_string_equal(
            fixture_lines(fixture_layout(&style, cases[i].text, cases[i].em)), cases[i].lines);
    }
}

static void
test_phrase__finds_phrases_it_never_saw(void **state) {
    (void)state;
    int lines;
    assert_true(exact_share("phrases_test.txt", &lines) >= 0.95);
    assert_true(lines >= 200);
    assert_true(exact_share("phrases_fresh.txt", &lines) >= 0.88);
}

static void
test_phrase__never_splits_names(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_JA);
    style.breaking = TEXT_BREAK_PHRASE;
    static const struct str names[] = {STR_INIT("三ケ日みかん祭り"), STR_INIT("浜松まつり会館")};
    text_engine_add_names(fixture_engine(), LOCALE_JA, names, 2);
    assert_string_equal(fixture_lines(fixture_layout(&style, "今年の三ケ日みかん祭りの日", 8.6f)),
        "今年の|三ケ日みかん祭り|の日");
    assert_string_equal(
        fixture_lines(fixture_layout(&style, "浜松まつり会館で会う", 7)), "浜松まつり会館|で会う");
    style.breaking = TEXT_BREAK_BODY;
    assert_string_equal(fixture_lines(fixture_layout(&style, "きょうは浜松まつり会館で", 7)),
        "きょうは|浜松まつり会館|で");
}

/* A term of the subject is cut between its own words, and only when it is wider than its line. */
static void
test_phrase__keeps_terms_whole(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_JA);
    style.breaking = TEXT_BREAK_PHRASE;
    const char *text = "全国市道知事協議会が開く";
    assert_string_equal(
        fixture_lines(fixture_layout(&style, text, 6)), "全国市道|知事協議会が|開く");
    static const struct str terms[] = {STR_INIT("全国市道知事協議会")};
    text_engine_add_terms(fixture_engine(), LOCALE_JA, terms, 1);
    assert_string_equal(fixture_lines(fixture_layout(&style, "今年も全国市道知事協議会が開く", 11)),
        "今年も|全国市道知事協議会が|開く");
    assert_string_equal(
        fixture_lines(fixture_layout(&style, text, 6)), "全国市道知事|協議会が開く");
    style.breaking = TEXT_BREAK_BODY; /* running text fills its lines */
    assert_string_equal(fixture_lines(fixture_layout(&style, "今年も全国市道知事協議会が", 7)),
        "今年も全国市道|知事協議会が");
}

static void
test_phrase__keeps_small_words_with_theirs(void **state) {
    (void)state;
    static const struct {
        enum locale_id lang;
        float em;
        const char *text, *lines;
    } cases[] = {
        {LOCALE_KO, 6, "함께 나눌 수 있는 것들", "함께|나눌 수 있는|것들"},
        {LOCALE_KO, 5, "오늘 방문할 것을 권함", "오늘|방문할 것을|권함"},
        {LOCALE_KO, 6, "함께 나눌 \u1109\u116E \u110B\u1175\u11BB는 것들",
            "함께|나눌 \u1109\u116E \u110B\u1175\u11BB는|것들"},
        {LOCALE_KO, 5.5f, "오늘 십년 만에 다시", "오늘|십년 만에|다시"},
        {LOCALE_EN, 6.5f, "Thirty years of exchange", "Thirty years|of exchange"},
        {LOCALE_EN, 5, "The city by the sea", "The city|by the sea"},
        {LOCALE_EN, 1.8f, "of the sea", "of|the|sea"}, /* nowhere else to go */
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct text_style style = fixture_style(cases[i].lang);
        style.breaking = TEXT_BREAK_PHRASE;
        assert_string_equal(
            fixture_lines(fixture_layout(&style, cases[i].text, cases[i].em)), cases[i].lines);
    }
}

static void
test_phrase__balances_headings(void **state) {
    (void)state;
    struct text_style style = fixture_style(LOCALE_JA);
    style.breaking = TEXT_BREAK_PHRASE;
    style.balance = true;
    assert_string_equal(fixture_lines(fixture_layout(&style, "浜松市の国際交流のあゆみ", 10)),
        "浜松市の|国際交流のあゆみ");
    /* the end of a clause before the most even lines */
    assert_string_equal(
        fixture_lines(fixture_layout(&style, "日本側の相手はどう考え、どう決めるのか", 15)),
        "日本側の相手はどう考え、|どう決めるのか");
    style.lang = LOCALE_KO;
    const struct para *para = fixture_layout(&style, "자매도시와 함께 걸어온 서른 해의 길", 15);
    assert_int_equal(para->line_count, 2);
    assert_true(para->lines[1].width * 3 >= para->lines[0].width);
    style.lang = LOCALE_EN;
    para = fixture_layout(&style, "Thirty years of exchange between two cities", 18);
    assert_int_equal(para->line_count, 2);
    assert_true(para->lines[1].width * 3 >= para->lines[0].width * 2);
}

/* A balanced heading: as many lines as it needs, the fewest bad line ends, no last line of one
 * character. */
static void
test_phrase__balances_without_worse_breaks(void **state) {
    (void)state;
    static const struct {
        enum locale_id lang;
        float em;
        const char *text, *lines;
    } cases[] = {
        /* one word too long for its line lets no other be cut */
        {LOCALE_KO, 9, "(사)한국문화예술위원회가 주최하고 (재)서울문화재단이 주관한다.",
            "(사)한국문화예술|위원회가 주최하고|(재)서울문화재단이|주관한다."},
        {LOCALE_KO, 7, "독일 바덴뷔르템베르크주(州)의 슈투트가르트와 자매결연을 맺었다",
            "독일|바덴뷔르템베|르크주(州)의|슈투트가르트와|자매결연을|맺었다"},
        {LOCALE_KO, 7, "설과 오쇼가쓰, 같은 점과 다른 점", "설과 오쇼가쓰,|같은 점과|다른 점"},
        {LOCALE_KO, 9, "긴 제목과\n가나다라 마바사아 자차카타 파하",
            "긴 제목과|가나다라 마바사아|자차카타 파하"},
        {LOCALE_EN, 6, "Lost in Translation", "Lost in|Translation"},
        {LOCALE_EN, 7, "Studies in Contemporary Art", "Studies in|Contemporary|Art"},
        {LOCALE_EN, 10, "Review of \"The Vegetarian\"", "Review|of \"The Vegetarian\""},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct text_style style = fixture_style(cases[i].lang);
        style.breaking = TEXT_BREAK_PHRASE;
        style.balance = true;
        assert_string_equal(
            fixture_lines(fixture_layout(&style, cases[i].text, cases[i].em)), cases[i].lines);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_phrase__finds_phrases_it_never_saw),
        cmocka_unit_test(test_phrase__ends_lines_where_another_hand_would),
        cmocka_unit_test(test_phrase__cuts_long_phrases_between_words),
        cmocka_unit_test(test_phrase__never_splits_names),
        cmocka_unit_test(test_phrase__keeps_terms_whole),
        cmocka_unit_test(test_phrase__keeps_small_words_with_theirs),
        cmocka_unit_test(test_phrase__balances_headings),
        cmocka_unit_test(test_phrase__balances_without_worse_breaks),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fixture_close();
    return failed;
}

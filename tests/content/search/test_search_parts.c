/* The parts of search by themselves: postings, typing errors, cutting, names, the query line. */
#include "test.h"

#include "content/index/names.h"
#include "content/search/ask/quoted.h"
#include "content/search/okurigana.h"
#include "content/search/query.h"
#include "content/search/snippet.h"
#include "content/search/terms.h"
#include "content/search/text.h"
#include "content/search/variants.h"

static size_t
read_all(struct str blob, uint32_t limit, uint32_t *docs, size_t max) {
    struct search_postings p = search_postings(blob, limit);
    size_t count = 0, got;
    while (max - count >= 8 && (got = search_postings_read(&p, docs + count, max - count)) > 0) {
        count += got;
    }
    return count;
}

/* Writes one term for every multiple of its number and reads the blobs back. */
static void
test_terms__come_back_as_they_went_in(void **state) {
    (void)state;
    enum { DOCS = 3000 };
    sqlite3 *db;
    struct err err;
    struct search_terms terms;
    assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
    sqlite3_exec(db, "CREATE TABLE search_terms (field TEXT, term TEXT, docs BLOB)", 0, 0, 0);
    search_terms_init(&terms);
    static const struct {
        const char *term;
        uint32_t step;
    } cases[] = {{"all", 1}, {"some", 7}, {"few", 300}, {"one", DOCS}};
    for (uint32_t doc = 1; doc <= DOCS; doc++) {
        for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
            if (doc % cases[i].step == 0) {
                search_terms_add(&terms, SEARCH_BODY, str_from(cases[i].term), doc);
                search_terms_add(&terms, SEARCH_BODY, str_from(cases[i].term), doc); // once
            }
        }
    }
    assert_true(search_terms_write(&terms, db, DOCS, &err));
    search_terms_finish(&terms);
    struct search_sql sql;
    search_sql_open(&sql, db, "SELECT docs FROM search_terms WHERE field = 'B' AND term = ?1");
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        static uint32_t docs[DOCS + 16];
        search_sql_bind_str(&sql, 1, str_from(cases[i].term));
        assert_true(search_sql_step(&sql));
        struct str blob = search_sql_str(&sql, 0);
        assert_true(blob.n <= DOCS / 8 + 2);
        size_t count = read_all(blob, DOCS, docs, ARRAY_LEN(docs));
        assert_int_equal(count, DOCS / cases[i].step);
        for (size_t n = 0; n < count; n++) {
            assert_int_equal(docs[n], (n + 1) * cases[i].step);
        }
        search_sql_reset(&sql);
    }
    assert_true(search_sql_end(&sql, "testing", &err));
    sqlite3_close(db);
}

static void
test_terms__long_ranges_have_a_term_of_their_own(void **state) {
    (void)state;
    sqlite3 *db;
    struct err err;
    struct search_terms terms;
    assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
    sqlite3_exec(db, "CREATE TABLE search_terms (field TEXT, term TEXT, docs BLOB)", 0, 0, 0);
    search_terms_init(&terms);
    for (uint32_t doc = 1; doc <= 200; doc++) {
        char term[8];
        snprintf(term, sizeof(term), "%s%03u", doc <= 10 ? "b" : "a", (unsigned)doc);
        search_terms_add(&terms, SEARCH_NAME, str_from(term), doc);
    }
    assert_true(search_terms_write(&terms, db, 200, &err));
    search_terms_finish(&terms);
    struct search_sql sql;
    search_sql_open(&sql, db, "SELECT docs FROM search_terms WHERE field = 'n' AND term = ?1");
    search_sql_bind_str(&sql, 1, STR("a"));
    assert_true(search_sql_step(&sql));
    uint32_t docs[256];
    assert_int_equal(read_all(search_sql_str(&sql, 0), 200, docs, 256), 190);
    assert_int_equal(docs[0], 11);
    search_sql_reset(&sql);
    search_sql_bind_str(&sql, 1, STR("b"));
    assert_false(search_sql_step(&sql)); // ten terms are read one by one
    assert_true(search_sql_end(&sql, "testing", &err));
    sqlite3_close(db);
}

static void
test_postings__damage_ends_them(void **state) {
    (void)state;
    static const struct str blobs[] = {STR_INIT(""), STR_INIT("\0"),
        STR_INIT("\0\xFF\xFF\xFF\xFF\xFF"), STR_INIT("\0\x01\0\x01"), STR_INIT("\0\x7F\x7F\x7F"),
        STR_INIT("\1\xFF\xFF\xFF\xFF"), STR_INIT("\x09garbage")};
    for (size_t i = 0; i < ARRAY_LEN(blobs); i++) {
        uint32_t docs[64];
        size_t count = read_all(blobs[i], 10, docs, 64);
        assert_true(count <= 10);
        for (size_t n = 0; n < count; n++) {
            assert_true(docs[n] >= 1 && docs[n] <= 10);
        }
    }
}

/* "bar", "bark", "hamamatsu", "hamburg" front-coded. */
static const struct str packed = STR_INIT("\0\3bar\3\1k\0\x09hamamatsu\3\4burg");

static void
test_near__finds_slips_of_the_finger(void **state) {
    (void)state;
    static const struct {
        const char *wanted;
        int errors;
        bool is_prefix;
        const char *found;
        int distance;
    } cases[] = {
        {"hamamatsu", 0, false, "hamamatsu", 0},
        {"hamamastu", 1, false, "hamamatsu", 1},  // swapped
        {"hamamasu", 1, false, "hamamatsu", 1},   // left out
        {"hamamattsu", 1, false, "hamamatsu", 1}, // doubled
        {"hanamatsu", 1, false, "hamamatsu", 1},  // wrong
        {"hanamastu", 2, false, "hamamatsu", 2},
        {"hamamstu", 2, false, "hamamatsu", 2},
        {"hanamatsx", 1, false, NULL, 0},
        {"hamburh", 1, false, "hamburg", 1},
        {"brak", 1, false, "bark", 1},
        {"hanam", 1, true, "hamamatsu", 1},
        {"hanam", 1, false, NULL, 0},
        {"", 2, false, NULL, 0},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct search_near near[4];
        size_t count = search_near(&arena, packed, str_from(cases[i].wanted), cases[i].errors,
            cases[i].is_prefix, near, 4);
        if (!cases[i].found) {
            assert_int_equal(count, 0);
            continue;
        }
        assert_true(count >= 1);
        assert_str_equal(near[0].text, cases[i].found);
        assert_int_equal(near[0].distance, cases[i].distance);
    }
    arena_finish(&arena);
}

/* The distance by its definition, to hold the trie walk to. */
static int
plain_distance(struct str a, struct str b) {
    int d[24][24];
    for (size_t i = 0; i <= a.n; i++) {
        for (size_t j = 0; j <= b.n; j++) {
            int best = (int)(i + j);
            if (i > 0 && j > 0) {
                best = d[i - 1][j - 1] + (a.p[i - 1] != b.p[j - 1]);
            }
            if (i > 0 && d[i - 1][j] + 1 < best) {
                best = d[i - 1][j] + 1;
            }
            if (j > 0 && d[i][j - 1] + 1 < best) {
                best = d[i][j - 1] + 1;
            }
            if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] && a.p[i - 2] == b.p[j - 1] &&
                d[i - 2][j - 2] + 1 < best) {
                best = d[i - 2][j - 2] + 1;
            }
            d[i][j] = best;
        }
    }
    return d[a.n][b.n];
}

/* Of the word, or of the beginning of it that is nearest. */
static int
plain_nearest(struct str word, struct str wanted, bool is_prefix) {
    int best = plain_distance(word, wanted);
    for (size_t n = 1; is_prefix && n < word.n; n++) {
        int distance = plain_distance(str_slice(word, 0, n), wanted);
        best = distance < best ? distance : best;
    }
    return best;
}

static void
check_near(struct arena *arena, struct str list, char words[400][6], size_t count,
    struct str wanted, int errors, bool is_prefix) {
    static struct search_near near[400];
    size_t expected = 0;
    for (size_t i = 0; i < count; i++) {
        expected += plain_nearest(str_from(words[i]), wanted, is_prefix) <= errors;
    }
    size_t found = search_near(arena, list, wanted, errors, is_prefix, near, 400);
    assert_int_equal(found, expected);
    for (size_t i = 0; i < found; i++) {
        assert_int_equal(near[i].distance, plain_nearest(near[i].text, wanted, is_prefix));
        assert_true(i == 0 || near[i].distance >= near[i - 1].distance);
    }
}

/* All words of a, b, c up to five letters: the walk finds exactly those near enough. */
static void
test_near__agrees_with_the_definition(void **state) {
    (void)state;
    struct str_buf list = {0};
    static char words[400][6];
    size_t count = 0;
    char word[6] = "a";
    struct str before = {0};
    while (count < 363) { // in alphabetical order
        strcpy(words[count], word);
        struct str now = str_from(words[count]);
        size_t shared = 0;
        while (shared < now.n && shared < before.n && now.p[shared] == before.p[shared]) {
            shared++;
        }
        str_buf_byte(&list, (char)shared);
        str_buf_byte(&list, (char)(now.n - shared));
        str_buf_add(&list, str_slice(now, shared, now.n));
        before = now;
        count++;
        size_t n = strlen(word);
        if (n < 5) {
            word[n] = 'a';
            word[n + 1] = 0;
            continue;
        }
        while (n > 0 && word[n - 1] == 'c') {
            n--;
        }
        if (n == 0) {
            break;
        }
        word[n - 1]++;
        word[n] = 0;
    }
    assert_int_equal(count, 363);
    static const char *const wanted[] = {"abcab", "a", "ccc", "abba", "bcabc", "cab", "cabcab"};
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(wanted) * 2 * 4; i++) {
        check_near(&arena, str_buf_str(&list), words, count, str_from(wanted[i / 8]), i % 4, i & 4);
    }
    str_buf_finish(&list);
    arena_finish(&arena);
}

static void
test_text__is_cut_into_words_and_pairs(void **state) {
    (void)state;
    static const struct {
        const char *text, *terms;
    } cases[] = {
        {"Las Vegas 1987", "las|vegas|1987"},
        {"浜松市", "浜松|松市|市"},
        {"안산 시", "안산| 안산|산시|시| 시"},
        {"LG전자", "lg|전자| 전자|자"},
        {"市1号", "市|1|号"},
        {"", ""},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct fold fold = fold_text(&arena, str_from(cases[i].text));
        struct search_cut cut;
        struct str_buf all = {0};
        for (size_t at = 0; search_cut_next(&fold, &at, &cut);) {
            struct str key = search_cut_key(&arena, &fold, &cut);
            str_buf_printf(&all, "%s%.*s", all.n ? "|" : "", STR_ARG(key));
            if (cut.is_start) {
                key = search_cut_start_key(&arena, &fold, &cut);
                str_buf_printf(&all, "|%.*s", STR_ARG(key));
            }
        }
        assert_str_equal(str_buf_str(&all), cases[i].terms);
        str_buf_finish(&all);
    }
    arena_finish(&arena);
}

static void
collect_key(void *self, struct str key, struct str spaced, bool is_part) {
    (void)spaced;
    struct str_buf *out = self;
    str_buf_printf(out, "%s%s%.*s", out->n ? "|" : "", is_part ? "-" : "", STR_ARG(key));
}

static void
test_names__have_parts_and_stems(void **state) {
    (void)state;
    static const struct {
        const char *name;
        bool is_place;
        const char *keys;
    } cases[] = {
        {"부산광역시", true, "부산광역시|부산|-산광역시|-산|-광역시|-역시|-시"},
        {"Las Vegas City", true, "lasvegascity|lasvegas|-vegascity|-vegas|-city"},
        {"Busan", true, "busan"},
        {"はままつし", true, "はままつし|はままつ|-ままつし|-ままつ|-まつし|-まつ|-つし|-つ|-し"},
        {"시장", false, "시장|-장"},
        {"시", true, "시"},
        {"", true, ""},
    };
    struct arena arena;
    arena_init(&arena);
    struct search_place_words places = {0};
    search_place_words_add(&places, &arena, STR("광역시|시|현|市|県|し|けん|city|prefecture|shi"));
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str_buf out = {0};
        search_name_keys(
            &arena, str_from(cases[i].name), cases[i].is_place ? &places : NULL, collect_key, &out);
        assert_str_equal(str_buf_str(&out), cases[i].keys);
        str_buf_finish(&out);
    }
    arena_finish(&arena);
}

/* What stands between quotation marks is asked for where all round it only asks. */
static void
test_query__takes_a_quotation_whole(void **state) {
    (void)state;
    static const struct {
        const char *line, *asked;
        enum ask_kind kind;
    } cases[] = {
        {"韓国語で「いくらですか」", "いくらですか", ASK_PHRASE},
        {"how do you say \"how much is it\" in Japanese", "howmuchisit", ASK_PHRASE},
        {"'감사합니다' 일본어로", "감사합니다", ASK_PHRASE},
        {"駅で「いくらですか」と聞かれた", "", ASK_NONE},
        {"I don't understand", "", ASK_NONE},
        {"「」とは", "", ASK_NONE},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str line = str_from(cases[i].line);
        struct fold fold = fold_text(&arena, line);
        struct ask_frames frames;
        bool is_there = ask_quoted_strip(&arena, &fold, line, &frames);
        assert_int_equal(is_there, cases[i].kind != ASK_NONE);
        if (is_there) {
            assert_str_equal(fold_units_key(&arena, &fold, frames.from, frames.to), cases[i].asked);
            assert_int_equal(frames.kind, cases[i].kind);
        }
    }
    arena_finish(&arena);
}

static void
test_query__is_words_and_dates(void **state) {
    (void)state;
    struct arena arena;
    struct search_query query;
    arena_init(&arena);
    search_query_read(&arena, STR("안산 \"라스베가스\" 1994"), false, &query);
    assert_int_equal(query.count, 3);
    assert_str_equal(query.words[0].key, "안산");
    assert_str_equal(query.words[1].key, "라스베가스");
    assert_false(query.words[1].is_last);
    assert_true(query.words[2].is_date && query.words[2].is_last);
    assert_int_equal(query.words[2].date.year, 1994);
    search_query_read(&arena, STR("the letter of thanks"), false, &query);
    assert_int_equal(query.count, 4);
    assert_true(query.words[0].is_optional && query.words[2].is_optional);
    assert_false(query.words[1].is_optional || query.words[3].is_optional);
    search_query_read(&arena, STR("the"), false, &query);
    assert_false(query.words[0].is_optional); // there is nothing else
    search_query_read(&arena, STR("a b c d e f g h i j k l"), false, &query);
    assert_int_equal(query.count, 12); // every word is read, however many there are
    assert_true(query.words[11].is_last);
    search_query_read(&arena, STR(" *()\"' "), false, &query);
    assert_int_equal(query.count, 0);
    arena_finish(&arena);
}

static void
test_query__takes_words_apart(void **state) {
    (void)state;
    struct arena arena;
    struct str out[8];
    arena_init(&arena);
    assert_int_equal(search_query_pieces(&arena, fold_key(&arena, STR("交流の中断")), out, 8), 2);
    assert_str_equal(out[0], "交流");
    assert_str_equal(out[1], "中断");
    assert_int_equal(search_query_pieces(&arena, STR("交流"), out, 8), 0);
    assert_true(search_query_stems(&arena, STR("교류가"), out, 8) >= 1);
    assert_str_equal(out[0], "교류");
    assert_true(search_query_stems(&arena, STR("cities"), out, 8) >= 2);
    assert_str_equal(out[1], "city");
    assert_int_equal(search_query_stems(&arena, STR("이"), out, 8), 0);
    arena_finish(&arena);
}

/* What is shown of a text begins at a sentence, else at a word, and ends with one. */
static void
test_snippet__begins_and_ends_with_a_word(void **state) {
    (void)state;
    static const struct {
        const char *text, *needle, *begins;
    } cases[] = {
        {"安山市は国際交流を続けている都市であり、多くの姉妹都市と長いあいだ交流してきた。",
            "交流してきた", "…続けている都市であり、"},
        {"昔のことである。姉妹都市となったのは1987年で、それから交流が続く。", "交流が",
            "…姉妹都市となったのは"},
        {"はじめに市長へ手紙を書いてから、ゆっくりと日を置いて返事を待ち、姉妹都市の係に電話する。",
            "電話", "…ゆっくりと日を"},
        {"Many delegations of the twinned municipality arrived with presents", "presents",
            "…arrived with"},
        {"It was long ago. The city hall then burned down.", "burned", "…The city hall then"},
        {"두 도시는 오랫동안 교류하여 왔으며 올해에도 대표단이 안산시를 방문하였습니다.", "방문",
            "…교류하여 왔으며"},
        {"짧은 글입니다.", "글", "짧은 글"},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct search_needles needles = {.items = {str_from(cases[i].needle)}, .count = 1};
        struct search_hit hit = {0};
        struct search_marker marker;
        search_marker_init(&marker, &arena, &needles);
        assert_true(search_snippet(&arena, str_from(cases[i].text), &marker, marker.count, &hit));
        if (!str_starts(hit.snippet, str_from(cases[i].begins))) {
            fail_msg("\"%.*s\" does not begin with \"%s\"", STR_ARG(hit.snippet), cases[i].begins);
        }
        assert_true(str_eq(
            str_slice(hit.snippet, hit.match_start, hit.match_end), str_from(cases[i].needle)));
    }
    arena_finish(&arena);
}

/* A word in a word is weighed as it is anywhere: one syllable of Hangul and 何 only help.
 */
static void
test_query__words_in_a_word_may_only_help(void **state) {
    (void)state;
    static const struct {
        const char *line;
        bool helps;
    } cases[] = {{"浜松の수", true}, {"浜松は何", true}, {"浜松の音楽", false}};
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct search_query query;
        struct search_word_of_query out[SEARCH_SEGMENTS_MAX];
        search_query_read(&arena, str_from(cases[i].line), false, &query);
        assert_int_equal(query.count, 1);
        size_t count =
            search_query_segments(&arena, &query, &query.words[0], NULL, out, SEARCH_SEGMENTS_MAX);
        if (count != 2 || out[0].is_optional || out[1].is_optional != cases[i].helps) {
            fail_msg("%s: %zu", cases[i].line, count);
        }
    }
    arena_finish(&arena);
}

/* Letters are read as kana, folded: や, not あゃ; い, not ぃ. */
static void
test_okurigana__reads_letters_as_kana(void **state) {
    (void)state;
    static const struct {
        const char *letters, *kana;
    } cases[] = {{"yakusoku", "やくそく"}, {"toriatsukai", "とりあつかい"},
        {"kyoryoku", "きょりょく"}, {"jimusho", "じむしょ"}, {"uchiawase", "うちあわせ"},
        {"street", ""}, {"", ""}};
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str kana = okurigana_kana(&arena, str_from(cases[i].letters));
        if (!str_eq(kana, fold_key(&arena, str_from(cases[i].kana)))) {
            fail_msg("%s is %.*s", cases[i].letters, STR_ARG(kana));
        }
    }
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_terms__come_back_as_they_went_in),
        cmocka_unit_test(test_terms__long_ranges_have_a_term_of_their_own),
        cmocka_unit_test(test_postings__damage_ends_them),
        cmocka_unit_test(test_near__finds_slips_of_the_finger),
        cmocka_unit_test(test_near__agrees_with_the_definition),
        cmocka_unit_test(test_text__is_cut_into_words_and_pairs),
        cmocka_unit_test(test_names__have_parts_and_stems),
        cmocka_unit_test(test_query__takes_a_quotation_whole),
        cmocka_unit_test(test_query__is_words_and_dates),
        cmocka_unit_test(test_query__takes_words_apart),
        cmocka_unit_test(test_query__words_in_a_word_may_only_help),
        cmocka_unit_test(test_okurigana__reads_letters_as_kana),
        cmocka_unit_test(test_snippet__begins_and_ends_with_a_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* What a word is before it is looked for: how it reads, and whether it says something of a subject.
 */
#include "test.h"

#include "base/check.h"
#include "content/index/readings.h"
#include "content/search/ask/predicate.h"

static bool
reads(const struct search_readings *readings, struct arena *arena, const char *word,
    const char *reading) {
    struct str found[24];
    size_t count = search_readings_of(
        readings, arena, fold_key(arena, str_from(word)), found, ARRAY_LEN(found));
    for (size_t i = 0; i < count; i++) {
        if (str_eq(fold_spelling(arena, FOLD_ROMAJI, found[i]), // づ and ず are one
                fold_spelling(arena, FOLD_ROMAJI, str_from(reading)))) {
            return true;
        }
    }
    return false;
}

static void
test_readings__are_told_by_han_and_kana(void **state) {
    (void)state;
    static const struct {
        const char *word, *reading;
    } right[] = {{"打ち合わせ", "うちあわせ"}, {"取り決め", "とりきめ"}, {"手続き", "てつづき"},
        {"手続", "てつづき"}, {"受け入れ", "うけいれ"}, {"取引", "とりひき"}, {"受付", "うけつけ"},
        {"話し合い", "はなしあい"}, {"履き替え", "はきかえ"}, {"忘れ物", "わすれもの"},
        {"返事", "へんじ"}, {"学校", "がっこう"}, {"出発", "しゅっぱつ"}, {"手紙", "てがみ"},
        {"両替", "りょうがえ"}, {"荷物", "にもつ"}, {"国際交流", "こくさいこうりゅう"},
        {"引っ越し", "ひっこし"}, {"日本", "にほん"}, {"日本語", "にほんご"}, {"今日", "きょう"},
        {"待つ", "まつ"}, {"手伝う", "てつだう"}, {"靴", "くつ"}};
    static const struct {
        const char *word, *reading;
    } wrong[] = {{"打ち合わせ", "だちあわせ"}, {"手続き", "しゅぞくき"}, {"返事", "かえすじ"}};
    struct search_readings readings;
    struct arena arena;
    struct str none[4];
    arena_init(&arena);
    search_readings_init(&readings);
    for (size_t i = 0; i < ARRAY_LEN(right); i++) {
        if (!reads(&readings, &arena, right[i].word, right[i].reading)) {
            fail_msg("%s does not read as %s", right[i].word, right[i].reading);
        }
    }
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        assert_false(reads(&readings, &arena, wrong[i].word, wrong[i].reading));
    }
    static const char *const not_words[] = {"", "めいし", "명함", "card", "お礼", "国国国国国国国"};
    for (size_t i = 0; i < ARRAY_LEN(not_words); i++) {
        struct str key = fold_key(&arena, str_from(not_words[i]));
        assert_int_equal(search_readings_of(&readings, &arena, key, none, ARRAY_LEN(none)), 0);
    }
    search_readings_finish(&readings);
    arena_finish(&arena);
}

static bool
is_predicate(struct arena *arena, const char *line, const char *word) {
    struct str text = str_from(line);
    struct fold fold = fold_text(arena, text);
    struct str key = fold_key(arena, str_from(word));
    for (size_t from = 0; from < fold.count; from++) {
        for (size_t to = from + 1; to <= fold.count; to++) {
            bool is_word = fold_class(fold.units[from].code_point) != FOLD_SEPARATOR;
            if (is_word && str_eq(fold_units_key(arena, &fold, from, to), key)) {
                return ask_is_predicate(arena, &fold, text, from, to);
            }
        }
    }
    fail_msg("\"%s\" has no %s", line, word);
    return false;
}

static void
test_predicates__are_told_by_their_form(void **state) {
    (void)state;
    static const struct {
        const char *line, *word;
        bool is_predicate;
    } cases[] = {
        {"라스베가스 교류는 왜 끊겼어요", "끊겼어요", true},
        {"선물을 뜯어도 되나요", "뜯어도", true},
        {"제 이름은 김철수예요", "김철수예요", true},
        {"비트코인 시세", "비트코인", false},
        {"로또는 어디", "로또는", false},
        {"日本人ははっきり断らない", "断らない", true},
        {"将棋の定跡", "将棋", false},
        {"プログラミング言語", "プログラミング", false},
        {"is it rude to refuse alcohol", "refuse", true},
        {"why is it so vague", "vague", true},
        {"how to train a puppy", "puppy", false},
        {"bitcoin price", "bitcoin", false},
    };
    struct arena arena;
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        if (is_predicate(&arena, cases[i].line, cases[i].word) != cases[i].is_predicate) {
            fail_msg("%s of \"%s\"", cases[i].word, cases[i].line);
        }
    }
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_readings__are_told_by_han_and_kana),
        cmocka_unit_test(test_predicates__are_told_by_their_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

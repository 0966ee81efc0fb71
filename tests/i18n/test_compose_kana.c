#include "test.h"

#include "base/utf8.h"
#include "i18n/compose_kana.h"

/* As a keyboard drives it: only what is open is handed back. */
static void
type_all(struct str_buf *text, const char *keys) {
    struct str s = str_from(keys);
    size_t open = 0;
    str_buf_clear(text);
    for (size_t at = 0; at < s.n;) {
        struct str_buf last = {0};
        struct str whole = str_buf_str(text);
        str_buf_add(&last, str_slice(whole, whole.n - open, whole.n));
        text->n -= open;
        open = compose_kana_type(&last, utf8_next(s, &at));
        assert_true(open <= last.n);
        str_buf_add(text, str_buf_str(&last));
        str_buf_finish(&last);
    }
    compose_kana_finish(text);
}

static void
check(const char *keys, const char *kana) {
    struct str_buf text = {0};
    type_all(&text, keys);
    if (!str_eq(str_buf_str(&text), str_from(kana))) {
        fail_msg("%s: %.*s, not %s", keys, STR_ARG(str_buf_str(&text)), kana);
    }
    str_buf_finish(&text);
}

/* The syllabary as ISO 3602 and Hepburn write it: a row each, from the standard and not from the
 * table under test. */
static void
test_compose_kana__the_whole_syllabary_in_both_systems(void **state) {
    (void)state;
    static const struct {
        const char *keys, *kana;
    } rows[] = {
        {"a i u e o", "あ い う え お"},
        {"ka ki ku ke ko", "か き く け こ"},
        {"sa si su se so", "さ し す せ そ"},
        {"sa shi su se so", "さ し す せ そ"},
        {"ta ti tu te to", "た ち つ て と"},
        {"ta chi tsu te to", "た ち つ て と"},
        {"na ni nu ne no", "な に ぬ ね の"},
        {"ha hi hu he ho", "は ひ ふ へ ほ"},
        {"ha hi fu he ho", "は ひ ふ へ ほ"},
        {"ma mi mu me mo", "ま み む め も"},
        {"ya yu yo", "や ゆ よ"},
        {"ra ri ru re ro", "ら り る れ ろ"},
        {"wa wo n", "わ を ん"},
        {"ga gi gu ge go", "が ぎ ぐ げ ご"},
        {"za zi zu ze zo", "ざ じ ず ぜ ぞ"},
        {"za ji zu ze zo", "ざ じ ず ぜ ぞ"},
        {"da di du de do", "だ ぢ づ で ど"},
        {"ba bi bu be bo", "ば び ぶ べ ぼ"},
        {"pa pi pu pe po", "ぱ ぴ ぷ ぺ ぽ"},
        {"kya kyu kyo gya gyu gyo", "きゃ きゅ きょ ぎゃ ぎゅ ぎょ"},
        {"sya syu syo zya zyu zyo", "しゃ しゅ しょ じゃ じゅ じょ"},
        {"sha shu sho ja ju jo", "しゃ しゅ しょ じゃ じゅ じょ"},
        {"tya tyu tyo dya dyu dyo", "ちゃ ちゅ ちょ ぢゃ ぢゅ ぢょ"},
        {"cha chu cho", "ちゃ ちゅ ちょ"},
        {"nya nyu nyo hya hyu hyo", "にゃ にゅ にょ ひゃ ひゅ ひょ"},
        {"bya byu byo pya pyu pyo", "びゃ びゅ びょ ぴゃ ぴゅ ぴょ"},
        {"mya myu myo rya ryu ryo", "みゃ みゅ みょ りゃ りゅ りょ"},
        {"xa xi xu xe xo la li lu le lo", "ぁ ぃ ぅ ぇ ぉ ぁ ぃ ぅ ぇ ぉ"},
        {"xya xyu xyo lya lyu lyo xtu ltsu xwa", "ゃ ゅ ょ ゃ ゅ ょ っ っ ゎ"},
        {"fa fi fe fo va vi vu ve vo", "ふぁ ふぃ ふぇ ふぉ ゔぁ ゔぃ ゔ ゔぇ ゔぉ"},
        {"thi dhi twu dwu she je che wi we", "てぃ でぃ とぅ どぅ しぇ じぇ ちぇ うぃ うぇ"},
    };
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        check(rows[i].keys, rows[i].kana);
    }
}

static void
test_compose_kana__words_as_people_write_them(void **state) {
    (void)state;
    static const struct {
        const char *keys, *kana;
    } words[] = {
        {"hamamatsu", "はままつ"},
        {"HAMAMATU", "はままつ"},
        {"ansan", "あんさん"},
        {"ansan-", "あんさんー"},
        {"ta-minaru", "たーみなる"},
        {"kippu", "きっぷ"},
        {"matcha", "まっちゃ"},
        {"maccha", "まっちゃ"},
        {"zasshi", "ざっし"},
        {"shimbun", "しんぶん"},
        {"shinbun", "しんぶん"},
        {"gumma", "ぐんま"},
        {"kin'en", "きんえん"},
        {"kinen", "きねん"},
        {"hon'nin", "ほんにん"},
        {"onna", "おんな"},
        {"konnichiwa", "こんにちわ"},
        {"konnnichiwa", "こんにちわ"},
        {"kon'nichiwa", "こんにちわ"},
        {"konnyaku", "こんにゃく"},
        {"kannbann", "かんばん"},
        {"hon", "ほん"},
        {"honn", "ほん"},
        {"hon to", "ほん と"},
        {"kt", "kt"},
        {"kta", "kた"},
        {"naru 2026", "なる 2026"},
        {"qxa", "qぁ"},
        {"'", "'"},
    };
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        check(words[i].keys, words[i].kana);
    }
}

/* What waits for a vowel is open, and goes letter by letter. */
static void
test_compose_kana__what_waits_is_taken_back_key_by_key(void **state) {
    (void)state;
    static const struct {
        const char *keys, *open, *back;
    } cases[] = {
        {"k", "k", ""},
        {"ky", "ky", "k"},
        {"xts", "xts", "xt"},
        {"n", "n", ""},
        {"nn", "んn", "ん"},
        {"tt", "t", ""},
        {"ka", "", ""},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str_buf buf = {0};
        struct str keys = str_from(cases[i].keys);
        size_t open = 0;
        for (size_t at = 0; at < keys.n;) {
            open = compose_kana_type(&buf, utf8_next(keys, &at));
        }
        struct str text = str_buf_str(&buf);
        assert_str_equal(str_slice(text, text.n - open, text.n), cases[i].open);
        struct str_buf last = {0};
        str_buf_add(&last, str_slice(text, text.n - open, text.n));
        open = compose_kana_backspace(&last);
        assert_str_equal(str_buf_str(&last), cases[i].back);
        assert_true(open <= last.n);
        str_buf_finish(&last);
        str_buf_finish(&buf);
    }
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_compose_kana__the_whole_syllabary_in_both_systems),
        cmocka_unit_test(test_compose_kana__words_as_people_write_them),
        cmocka_unit_test(test_compose_kana__what_waits_is_taken_back_key_by_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

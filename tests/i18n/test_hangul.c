#include "test.h"

#include "base/utf8.h"
#include "i18n/hangul.h"

#include <string.h>

static struct str
type_all(struct str_buf *buf, const char *keys) {
    struct str s = str_from(keys);
    str_buf_clear(buf);
    for (size_t at = 0; at < s.n;) {
        hangul_type(buf, utf8_next(s, &at));
    }
    return str_buf_str(buf);
}

static void
test_hangul__keys_become_syllables(void **state) {
    (void)state;
    static const struct {
        const char *keys, *text;
    } cases[] = {
        {"ㅎㅏㅁㅏㅁㅏㅆㅡ", "하마마쓰"},
        {"ㅇㅏㄴㅅㅏㄴ", "안산"},
        {"ㄷㅏㄹㄱㅇㅣ", "닭이"},
        {"ㄷㅏㄹㄱㅣ", "달기"},
        {"ㄱㅏㄱㅅㅏ", "각사"},
        {"ㄱㅗㅏ", "과"},
        {"ㅇㅢㅅㅏ", "의사"},
        {"ㅇㅡㅣ", "의"},
        {"ㅎㅁㅁㅆ", "ㅎㅁㅁㅆ"},
        {"ㅏㅏ", "ㅏㅏ"},
        {"ㄸㅏㄸㅏ", "따따"},
        {"a ㄱㅏ1", "a 가1"},
        {"ㅁㅕㅇㅎㅏㅁ", "명함"},
    };
    struct str_buf buf = {0};
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_str_equal(type_all(&buf, cases[i].keys), cases[i].text);
    }
    str_buf_finish(&buf);
}

/* The keys of a syllable, by the arithmetic of Unicode 3.12 and not by the tables under test. */
static size_t
keys_of(uint32_t syllable, uint32_t keys[8]) {
    static const char *const leads = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    static const char *const vowels[] = {"ㅏ", "ㅐ", "ㅑ", "ㅒ", "ㅓ", "ㅔ", "ㅕ", "ㅖ", "ㅗ",
        "ㅗㅏ", "ㅗㅐ", "ㅗㅣ", "ㅛ", "ㅜ", "ㅜㅓ", "ㅜㅔ", "ㅜㅣ", "ㅠ", "ㅡ", "ㅡㅣ", "ㅣ"};
    static const char *const tails[] = {"", "ㄱ", "ㄲ", "ㄱㅅ", "ㄴ", "ㄴㅈ", "ㄴㅎ", "ㄷ", "ㄹ",
        "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅁ", "ㅂ", "ㅂㅅ", "ㅅ", "ㅆ",
        "ㅇ", "ㅈ", "ㅊ", "ㅋ", "ㅌ", "ㅍ", "ㅎ"};
    uint32_t index = syllable - 0xAC00;
    struct str parts[] = {str_slice(str_from(leads), index / 588 * 3, index / 588 * 3 + 3),
        str_from(vowels[index / 28 % 21]), str_from(tails[index % 28])};
    size_t count = 0;
    for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
        for (size_t at = 0; at < parts[i].n;) {
            keys[count++] = utf8_next(parts[i], &at);
        }
    }
    return count;
}

static void
test_hangul__every_syllable_is_typed_and_taken_back_key_by_key(void **state) {
    (void)state;
    struct str_buf buf = {0}, before = {0};
    for (uint32_t syllable = 0xAC00; syllable <= 0xD7A3; syllable++) {
        uint32_t keys[8];
        size_t count = keys_of(syllable, keys), at = 0;
        str_buf_clear(&buf);
        for (size_t i = 0; i < count; i++) {
            hangul_type(&buf, keys[i]);
        }
        assert_int_equal(utf8_next(str_buf_str(&buf), &at), syllable);
        assert_int_equal(at, buf.n);
        for (size_t left = count; left-- > 0;) { /* each step back is what stood there before */
            str_buf_clear(&before);
            for (size_t i = 0; i < left; i++) {
                hangul_type(&before, keys[i]);
            }
            hangul_backspace(&buf);
            assert_true(str_eq(str_buf_str(&buf), str_buf_str(&before)));
        }
        assert_int_equal(buf.n, 0);
    }
    str_buf_finish(&before);
    str_buf_finish(&buf);
}

/* 도깨비불: a vowel takes the last key of the tail along, and a syllable without one stays. Two
 * vowels that make one (ㅗㅏ) do. */
static void
test_hangul__a_vowel_behind_every_syllable(void **state) {
    (void)state;
    static const char *const vowels = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ";
    struct str_buf typed = {0}, expected = {0}, second = {0};
    for (uint32_t syllable = 0xAC00; syllable <= 0xD7A3; syllable++) {
        uint32_t keys[8];
        size_t count = keys_of(syllable, keys);
        bool has_tail = (syllable - 0xAC00) % 28 != 0;
        for (size_t at = 0; has_tail && at < strlen(vowels);) {
            uint32_t vowel = utf8_next(str_from(vowels), &at);
            str_buf_clear(&typed);
            str_buf_clear(&expected);
            for (size_t i = 0; i < count; i++) {
                hangul_type(&typed, keys[i]);
                if (i + 1 < count) {
                    hangul_type(&expected, keys[i]);
                }
            }
            hangul_type(&typed, vowel);
            str_buf_clear(&second);
            hangul_type(&second, keys[count - 1]);
            hangul_type(&second, vowel);
            str_buf_add(&expected, str_buf_str(&second));
            assert_true(str_eq(str_buf_str(&typed), str_buf_str(&expected)));
        }
    }
    str_buf_finish(&typed);
    str_buf_finish(&expected);
    str_buf_finish(&second);
}

static void
test_hangul__backspace_takes_whole_characters_of_other_scripts(void **state) {
    (void)state;
    struct str_buf buf = {0};
    str_buf_add(&buf, STR("浜a"));
    hangul_backspace(&buf);
    assert_str_equal(str_buf_str(&buf), "浜");
    hangul_backspace(&buf);
    assert_int_equal(buf.n, 0);
    hangul_backspace(&buf);
    assert_int_equal(buf.n, 0);
    str_buf_finish(&buf);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_hangul__keys_become_syllables),
        cmocka_unit_test(test_hangul__every_syllable_is_typed_and_taken_back_key_by_key),
        cmocka_unit_test(test_hangul__a_vowel_behind_every_syllable),
        cmocka_unit_test(test_hangul__backspace_takes_whole_characters_of_other_scripts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

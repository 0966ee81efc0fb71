#include "i18n/romaji.h"

#include "base/check.h"
#include "base/utf8.h"
#include "i18n/compose_kana.h"
#include "i18n/fold.h"

/* Letters that only other languages write for a sound: typed they make kana, said they are none. */
static bool
is_foreign(char c) {
    return c == 'l' || c == 'q' || c == 'v' || c == 'x';
}

struct str
romaji_kana(struct arena *arena, struct str word) {
    if (str_eq(word, STR("wa")) || str_eq(word, STR("e"))) {
        return word.n == 2 ? STR("は") : STR("へ");
    }
    struct str_buf typed = {0};
    bool is_japanese = word.n > 0;
    for (size_t i = 0; i < word.n; i++) {
        is_japanese = is_japanese && !is_foreign(word.p[i]);
        compose_kana_type(&typed, (unsigned char)word.p[i]);
    }
    compose_kana_finish(&typed);
    struct str kana = arena_str(arena, str_buf_str(&typed));
    str_buf_finish(&typed);
    return is_japanese && fold_is_all(kana, FOLD_KANA) ? kana : (struct str){0};
}

bool
romaji_is_grammar(struct str word) {
    static const char *const words[] = {"wo", "wa", "ga", "ni", "no", "desu", "desuka", "masu",
        "kara", "made", "kudasai", "kudasaimasenka", "wakarimasen", "arimasuka", "onegaishimasu",
        "gozaimasu", "gozaimashita", "deshita", "doko", "nan", "shimashita", "toki"};
    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        if (str_eq(word, str_from(words[i]))) {
            return true;
        }
    }
    return false;
}

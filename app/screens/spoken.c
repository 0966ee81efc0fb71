#include "screens/spoken.h"

#include "screens/words.h"

enum locale_id
spoken_opposite(enum locale_id locale) {
    return locale == LOCALE_JA ? LOCALE_KO : LOCALE_JA;
}

struct str
spoken_sound(const struct screen_env *env, struct arena *arena, const struct store_phrase *phrase,
    enum locale_id lang) {
    if (lang == LOCALE_JA) {
        return env->locale == LOCALE_KO ? word_join(env, arena, phrase->hangul_ja, phrase->roman_ja)
                                        : phrase->roman_ja;
    }
    if (lang == LOCALE_KO) {
        return env->locale == LOCALE_JA ? word_join(env, arena, phrase->kana_ko, phrase->roman_ko)
                                        : phrase->roman_ko;
    }
    return (struct str){0};
}

struct str
spoken_term_sound(const struct store_term *term, enum locale_id lang) {
    return lang == LOCALE_JA   ? term->roman_ja
           : lang == LOCALE_KO ? term->roman_ko
                               : (struct str){0};
}

struct str
spoken_reading(struct str reading_ja, enum locale_id lang) {
    return lang == LOCALE_JA ? reading_ja : (struct str){0};
}

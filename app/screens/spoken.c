#include "screens/spoken.h"

#include "screens/words.h"

enum locale_id
spoken_opposite(enum locale_id locale) {
    return locale == LOCALE_JA ? LOCALE_KO : LOCALE_JA;
}

struct str
spoken_sound(const struct screen_env *env, struct arena *arena, const struct store_phrase *phrase,
    enum locale_id lang) {
    struct phrasing in = {.store = env->store, .i18n = env->i18n, .locale = env->locale};
    return phrasing_sound(&in, arena, phrase, lang);
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

#include "screens/words.h"

#include "base/check.h"

static struct phrasing
of(const struct screen_env *env) {
    return (struct phrasing){.store = env->store, .i18n = env->i18n, .locale = env->locale};
}

#define T(list, id, tone) \
    { WORDS_##list, STR_INIT(id), TONE_##tone }

/* Of the words that the program knows; others are neutral. */
static const struct {
    enum word_list list;
    struct str id;
    enum ui_tone tone;
} tones_known[] = {
    T(ROLE, "sister", PRIMARY),
    T(ROLE, "friendship", INFO),
    T(ROLE, "prospective", SUCCESS),
    T(RELATION, "sister", PRIMARY),
    T(RELATION, "friendship", INFO),
    T(RELATION, "prospective", SUCCESS),
    T(STATUS, "active", SUCCESS),
    T(STATUS, "suspended", WARNING),
    T(STATUS, "planned", INFO),
    T(HIT, "city", PRIMARY),
    T(HIT, "event", INFO),
    T(HIT, "guide", SUCCESS),
    T(HIT, "case", SUCCESS),
};

static enum ui_tone
tone_of(struct str name) {
    static const struct {
        struct str name;
        enum ui_tone tone;
    } tones[] = {{STR_INIT("primary"), TONE_PRIMARY}, {STR_INIT("info"), TONE_INFO},
        {STR_INIT("success"), TONE_SUCCESS}, {STR_INIT("warning"), TONE_WARNING},
        {STR_INIT("danger"), TONE_DANGER}};
    for (size_t i = 0; i < ARRAY_LEN(tones); i++) {
        if (str_eq(tones[i].name, name)) {
            return tones[i].tone;
        }
    }
    return TONE_NEUTRAL;
}

enum ui_tone
word_tone(const struct screen_env *env, enum word_list list, struct str id) {
    struct phrasing in = of(env);
    const struct store_word *word = phrasing_listed(&in, list, id);
    for (size_t i = 0; !word && i < ARRAY_LEN(tones_known); i++) {
        if (tones_known[i].list == list && str_eq(tones_known[i].id, id)) {
            return tones_known[i].tone;
        }
    }
    return word ? tone_of(word->tone) : TONE_NEUTRAL;
}

struct str
word_count(const struct screen_env *env, struct arena *arena, enum msg msg, size_t count) {
    struct msg_arg args[] = {MSG_NUMBER(count)};
    return i18n_format(env->i18n, arena, env->locale, msg, args, 1);
}

struct str
word_for(const struct screen_env *env, enum word_list list, struct str id) {
    struct phrasing in = of(env);
    return phrasing_for(&in, list, id);
}

bool
word_at(const struct screen_env *env, enum word_list list, size_t index, struct str *id) {
    struct phrasing in = of(env);
    return phrasing_at(&in, list, index, id);
}

struct str
word_text(const struct screen_env *env, enum msg msg) {
    struct phrasing in = of(env);
    return phrasing_text(&in, msg);
}

struct str
word_figure(const struct screen_env *env, struct arena *arena, const struct store_figure *figure) {
    struct phrasing in = of(env);
    return phrasing_figure(&in, arena, figure);
}

struct str
word_as_of(const struct screen_env *env, struct arena *arena, const struct store_figure *figure) {
    struct phrasing in = of(env);
    return phrasing_as_of(&in, arena, figure);
}

struct str
word_date(const struct screen_env *env, struct arena *arena, const struct edtf *date) {
    struct phrasing in = of(env);
    return phrasing_date(&in, arena, date);
}

struct str
word_join(const struct screen_env *env, struct arena *arena, struct str a, struct str b) {
    struct phrasing in = of(env);
    return phrasing_join(&in, arena, a, b);
}

struct str
word_place(
    const struct screen_env *env, struct arena *arena, struct str region, struct str country) {
    struct phrasing in = of(env);
    return phrasing_place(&in, arena, region, country);
}

struct str
word_km(const struct screen_env *env, struct arena *arena, double km) {
    struct phrasing in = of(env);
    return phrasing_km(&in, arena, km);
}

struct str
word_direction(const struct screen_env *env, double bearing) {
    struct phrasing in = of(env);
    return phrasing_direction(&in, bearing);
}

struct str
word_away(
    const struct screen_env *env, struct arena *arena, struct geo_place from, struct geo_place to) {
    struct phrasing in = of(env);
    return phrasing_away(&in, arena, from, to);
}

struct str
word_due(const struct screen_env *env, struct arena *arena, const struct store_check *check) {
    struct phrasing in = of(env);
    return phrasing_due(&in, arena, check);
}

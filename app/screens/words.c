#include "screens/words.h"

#include "base/check.h"
#include "base/log.h"

#define MAX_WORDS 16 /* a longer list does not compile */

struct word {
    struct str id;
    enum msg msg;
    enum ui_tone tone;
};

#define W(id, msg, tone) \
    { STR_INIT(id), MSG_##msg, TONE_##tone }

/* Lists that the program knows; what is missing here is in the content (store_words()). */
static const struct word words[WORDS_LIST_COUNT][MAX_WORDS] = {
    [WORDS_ROLE] = {W("sister", ROLE_SISTER, PRIMARY), W("friendship", ROLE_FRIENDSHIP, INFO),
        W("prospective", ROLE_PROSPECTIVE, SUCCESS), W("home", ROLE_HOME, NEUTRAL),
        W("mentioned", ROLE_MENTIONED, NEUTRAL)},
    [WORDS_RELATION] = {W("sister", RELATION_SISTER, PRIMARY),
        W("friendship", RELATION_FRIENDSHIP, INFO), W("cooperation", RELATION_COOPERATION, NEUTRAL),
        W("heritage", RELATION_HERITAGE, NEUTRAL), W("prospective", RELATION_PROSPECTIVE, SUCCESS)},
    [WORDS_STATUS] = {W("active", STATUS_ACTIVE, SUCCESS),
        W("suspended", STATUS_SUSPENDED, WARNING), W("planned", STATUS_PLANNED, INFO),
        W("unknown", STATUS_UNKNOWN, NEUTRAL)},
    [WORDS_FACT] = {W("location", FACT_LOCATION, NEUTRAL), W("climate", FACT_CLIMATE, NEUTRAL),
        W("government", FACT_GOVERNMENT, NEUTRAL),
        W("administration", FACT_ADMINISTRATION, NEUTRAL), W("history", FACT_HISTORY, NEUTRAL),
        W("character", FACT_CHARACTER, NEUTRAL), W("industry", FACT_INDUSTRY, NEUTRAL),
        W("background", FACT_BACKGROUND, NEUTRAL), W("purpose", FACT_PURPOSE, NEUTRAL),
        W("plan", FACT_PLAN, NEUTRAL), W("problem", FACT_PROBLEM, NEUTRAL),
        W("effort", FACT_EFFORT, NEUTRAL)},
    [WORDS_NAME_KIND] = {W("official", NAME_OFFICIAL, NEUTRAL), W("local", NAME_LOCAL, NEUTRAL),
        W("hanja", NAME_HANJA, NEUTRAL), W("romanisation", NAME_ROMANISATION, NEUTRAL),
        W("reading", NAME_READING, NEUTRAL), W("old", NAME_OLD, NEUTRAL),
        W("simplified", NAME_SIMPLIFIED, NEUTRAL), W("alias", NAME_ALIAS, NEUTRAL),
        W("written", NAME_WRITTEN, NEUTRAL)},
    [WORDS_HIT] = {W("city", HIT_CITY, PRIMARY), W("event", HIT_EVENT, INFO),
        W("guide", HIT_GUIDE, SUCCESS), W("case", HIT_CASE, SUCCESS), W("talk", HIT_TALK, NEUTRAL),
        W("report", HIT_REPORT, NEUTRAL), W("term", HIT_TERM, NEUTRAL),
        W("phrase", HIT_PHRASE, NEUTRAL), W("school", HIT_SCHOOL, NEUTRAL),
        W("figure", HIT_FIGURE, NEUTRAL), W("holiday", HIT_HOLIDAY, NEUTRAL)},
    [WORDS_HOLIDAY] = {W("holiday", HOLIDAY_HOLIDAY, NEUTRAL),
        W("substitute", HOLIDAY_SUBSTITUTE, NEUTRAL), W("citizens", HOLIDAY_CITIZENS, NEUTRAL),
        W("election", HOLIDAY_ELECTION, NEUTRAL), W("closed", HOLIDAY_CLOSED, NEUTRAL)},
    [WORDS_CERTAINTY] = {W("law", CERTAINTY_LAW, NEUTRAL),
        W("computed", CERTAINTY_COMPUTED, NEUTRAL), W("announced", CERTAINTY_ANNOUNCED, NEUTRAL),
        W("forecast", CERTAINTY_FORECAST, NEUTRAL)},
};

static const struct word *
find_word(enum word_list list, struct str id) {
    for (size_t i = 0; i < MAX_WORDS && words[list][i].id.n; i++) {
        if (str_eq(words[list][i].id, id)) {
            return &words[list][i];
        }
    }
    return NULL;
}

struct str
word_text(const struct screen_env *env, enum msg msg) {
    return i18n_text(env->i18n, env->locale, msg);
}

/* The lists of the content itself, which a city may add to. */
static bool
is_open(enum word_list list, enum store_word_list *out) {
    static const struct {
        enum word_list list;
        enum store_word_list open;
    } lists[] = {{WORDS_EVENT, STORE_EVENT_KINDS}, {WORDS_LANGUAGE, STORE_LANGUAGES},
        {WORDS_FIGURE_GROUP, STORE_FIGURE_GROUPS}, {WORDS_TERM_CATEGORY, STORE_TERM_CATEGORIES},
        {WORDS_PHRASE_CATEGORY, STORE_PHRASE_CATEGORIES}};
    for (size_t i = 0; i < ARRAY_LEN(lists); i++) {
        if (lists[i].list == list) {
            *out = lists[i].open;
            return true;
        }
    }
    return false;
}

/* A list that cannot be read: the log says so, and records show its words as they write them. */
static const struct store_word *
listed(const struct screen_env *env, enum store_word_list list, size_t *count) {
    const struct store_word *items;
    struct err err;
    if (!store_words(env->store, list, &items, count, &err)) {
        log_write(LOG_ERROR, "content", "%s", err.message);
    }
    return items;
}

static const struct store_word *
find_listed(const struct screen_env *env, enum store_word_list list, struct str id) {
    size_t count;
    const struct store_word *items = listed(env, list, &count);
    for (size_t i = 0; i < count; i++) {
        if (str_eq(items[i].word, id)) {
            return &items[i];
        }
    }
    return NULL;
}

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

struct str
word_for(const struct screen_env *env, enum word_list list, struct str id) {
    enum store_word_list open;
    if (is_open(list, &open)) {
        const struct store_word *word = find_listed(env, open, id);
        return word ? word->names[env->locale] : id;
    }
    const struct word *word = find_word(list, id);
    return word ? word_text(env, word->msg) : id;
}

enum ui_tone
word_tone(const struct screen_env *env, enum word_list list, struct str id) {
    enum store_word_list open;
    if (is_open(list, &open)) {
        const struct store_word *word = find_listed(env, open, id);
        return word ? tone_of(word->tone) : TONE_NEUTRAL;
    }
    const struct word *word = find_word(list, id);
    return word ? word->tone : TONE_NEUTRAL;
}

bool
word_at(const struct screen_env *env, enum word_list list, size_t index, struct str *id) {
    enum store_word_list open;
    if (is_open(list, &open)) {
        size_t count;
        const struct store_word *items = listed(env, open, &count);
        *id = index < count ? items[index].word : (struct str){0};
        return index < count;
    }
    if (index >= MAX_WORDS || words[list][index].id.n == 0) {
        return false;
    }
    *id = words[list][index].id;
    return true;
}

struct str
word_count(const struct screen_env *env, struct arena *arena, enum msg msg, size_t count) {
    struct msg_arg args[] = {MSG_NUMBER(count)};
    return i18n_format(env->i18n, arena, env->locale, msg, args, 1);
}

struct str
word_date(const struct screen_env *env, struct arena *arena, const struct edtf *date) {
    /* Eras belong to dates of one day or year; in ranges they would crowd out the dates. */
    return i18n_date(env->i18n, arena, env->locale, date, !date->is_range);
}

struct str
word_as_of(const struct screen_env *env, struct arena *arena, const struct store_figure *figure) {
    if (!figure->has_as_of) {
        return (struct str){0};
    }
    struct msg_arg args[] = {
        MSG_TEXT(i18n_date(env->i18n, arena, env->locale, &figure->as_of, false))};
    return i18n_format(env->i18n, arena, env->locale, MSG_AS_OF, args, 1);
}

struct str
word_join(const struct screen_env *env, struct arena *arena, struct str a, struct str b) {
    if (a.n == 0 || b.n == 0) {
        return a.n ? a : b;
    }
    struct msg_arg args[] = {MSG_TEXT(a), MSG_TEXT(b)};
    return i18n_format(env->i18n, arena, env->locale, MSG_LIST_JOIN, args, 2);
}

struct str
word_place(
    const struct screen_env *env, struct arena *arena, struct str region, struct str country) {
    if (region.n == 0 || country.n == 0) {
        return region.n ? region : country;
    }
    struct msg_arg args[] = {MSG_TEXT(region), MSG_TEXT(country)};
    return i18n_format(env->i18n, arena, env->locale, MSG_PLACE, args, 2);
}

/* `# person|# people`: the form for one and the form for several, the number where # stands. */
static struct str
put_number(struct arena *arena, struct str name, struct str number, bool is_one) {
    struct str several = name, one;
    if (str_split(&several, '|', &one) && (is_one || several.n == 0)) {
        several = one;
    }
    size_t at = str_find(several, STR("#"));
    return at == SIZE_MAX ? number
                          : arena_printf(arena, "%.*s%.*s%.*s", (int)at, several.p, STR_ARG(number),
                                STR_ARG(str_slice(several, at + 1, several.n)));
}

struct str
word_figure(const struct screen_env *env, struct arena *arena, const struct store_figure *figure) {
    const struct store_word *unit = find_listed(env, STORE_UNITS, figure->unit);
    bool is_money = unit && str_eq(unit->form, STR("money"));
    struct str number =
        is_money ? i18n_large_number(env->i18n, arena, env->locale, figure->value)
                 : i18n_number(env->i18n, arena, env->locale, figure->value, figure->decimals);
    bool is_one = figure->value == 1 && figure->decimals == 0;
    return unit ? put_number(arena, unit->names[env->locale], number, is_one) : number;
}

/* "2 weeks before the visit", or with a second number "1–2 months before the visit". */
static struct str
due_side(const struct screen_env *env, struct arena *arena, const struct offset_end *near,
    const struct offset_end *far) {
    static const enum msg single[OFFSET_UNIT_COUNT][2] = {
        [OFFSET_DAYS] = {MSG_WHEN_DAYS_BEFORE, MSG_WHEN_DAYS_AFTER},
        [OFFSET_WEEKS] = {MSG_WHEN_WEEKS_BEFORE, MSG_WHEN_WEEKS_AFTER},
        [OFFSET_MONTHS] = {MSG_WHEN_MONTHS_BEFORE, MSG_WHEN_MONTHS_AFTER}};
    static const enum msg range[OFFSET_UNIT_COUNT][2] = {
        [OFFSET_DAYS] = {MSG_WHEN_DAYS_RANGE_BEFORE, MSG_WHEN_DAYS_RANGE_AFTER},
        [OFFSET_WEEKS] = {MSG_WHEN_WEEKS_RANGE_BEFORE, MSG_WHEN_WEEKS_RANGE_AFTER},
        [OFFSET_MONTHS] = {MSG_WHEN_MONTHS_RANGE_BEFORE, MSG_WHEN_MONTHS_RANGE_AFTER}};
    bool is_after = near->number > 0;
    if (near->number == 0) {
        return word_text(env, MSG_WHEN_VISIT_DAY);
    }
    struct msg_arg args[] = {MSG_NUMBER(is_after ? near->number : -near->number),
        MSG_NUMBER(is_after ? far->number : -far->number)};
    return near->number == far->number
               ? i18n_format(env->i18n, arena, env->locale, single[near->unit][is_after], args, 1)
               : i18n_format(env->i18n, arena, env->locale, range[near->unit][is_after], args, 2);
}

struct str
word_due(const struct screen_env *env, struct arena *arena, const struct store_check *check) {
    const struct offset_end *from = &check->due.from, *to = &check->due.to;
    if (!check->has_offset) {
        return word_text(env, MSG_WHEN_NOT_STATED);
    }
    bool is_one_side = (from->number < 0) == (to->number < 0) &&
                       (from->number > 0) == (to->number > 0) && from->unit == to->unit;
    if (is_one_side || offset_days(from) == offset_days(to)) {
        bool is_range = is_one_side && from->number != to->number;
        bool is_before = from->number < 0;
        return due_side(env, arena, is_before ? to : from, is_range && is_before ? from : to);
    }
    struct str day = word_text(env, MSG_WHEN_DAY_ITSELF);
    struct msg_arg args[] = {
        MSG_TEXT(from->number == 0 ? day : due_side(env, arena, from, from)),
        MSG_TEXT(to->number == 0 ? day : due_side(env, arena, to, to)),
    };
    return i18n_format(env->i18n, arena, env->locale, MSG_WHEN_FROM_TO, args, 2);
}

struct str
word_km(const struct screen_env *env, struct arena *arena, double km) {
    struct msg_arg args[] = {MSG_TEXT(i18n_number(env->i18n, arena, env->locale, km, 0))};
    return i18n_format(env->i18n, arena, env->locale, MSG_KM, args, 1);
}

struct str
word_away(
    const struct screen_env *env, struct arena *arena, struct geo_place from, struct geo_place to) {
    static const enum msg directions[] = {MSG_NORTH, MSG_NORTH_EAST, MSG_EAST, MSG_SOUTH_EAST,
        MSG_SOUTH, MSG_SOUTH_WEST, MSG_WEST, MSG_NORTH_WEST};
    size_t eighth = (size_t)(geo_bearing(from, to) / 45 + 0.5) % ARRAY_LEN(directions);
    struct msg_arg args[] = {MSG_TEXT(word_km(env, arena, geo_km(from, to))),
        MSG_TEXT(word_text(env, directions[eighth]))};
    return i18n_format(env->i18n, arena, env->locale, MSG_AWAY, args, 2);
}

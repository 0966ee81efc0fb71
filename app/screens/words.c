#include "screens/words.h"

#include "base/check.h"

#define MAX_WORDS 16 /* a longer list does not compile */

struct word {
    struct str id;
    enum msg msg;
    enum ui_tone tone;
};

#define W(id, msg, tone) \
    { STR_INIT(id), MSG_##msg, TONE_##tone }

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
    [WORDS_EVENT] = {W("agreement", EVENT_AGREEMENT, PRIMARY),
        W("administration", EVENT_ADMINISTRATION, NEUTRAL), W("staff", EVENT_STAFF, NEUTRAL),
        W("youth", EVENT_YOUTH, SUCCESS), W("school", EVENT_SCHOOL, SUCCESS),
        W("culture", EVENT_CULTURE, INFO), W("economy", EVENT_ECONOMY, INFO),
        W("donation", EVENT_DONATION, NEUTRAL), W("facility", EVENT_FACILITY, NEUTRAL),
        W("policy", EVENT_POLICY, NEUTRAL), W("visit", EVENT_VISIT, NEUTRAL),
        W("meeting", EVENT_MEETING, NEUTRAL)},
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
    [WORDS_LANGUAGE] = {W("ko", LANGUAGE_KO, NEUTRAL), W("ja", LANGUAGE_JA, NEUTRAL),
        W("en", LANGUAGE_EN, NEUTRAL), W("zh", LANGUAGE_ZH, NEUTRAL), W("ru", LANGUAGE_RU, NEUTRAL),
        W("de", LANGUAGE_DE, NEUTRAL), W("vi", LANGUAGE_VI, NEUTRAL),
        W("tl", LANGUAGE_TL, NEUTRAL)},
    [WORDS_FIGURE_GROUP] = {W("profile", GROUP_PROFILE, NEUTRAL),
        W("finance", GROUP_FINANCE, NEUTRAL), W("schools", GROUP_SCHOOLS, NEUTRAL),
        W("companies", GROUP_COMPANIES, NEUTRAL),
        W("foreigners-scope", GROUP_FOREIGNERS_SCOPE, NEUTRAL),
        W("foreigners-nationality", GROUP_FOREIGNERS_NATIONALITY, NEUTRAL),
        W("foreigners-status", GROUP_FOREIGNERS_STATUS, NEUTRAL),
        W("foreigners-zone", GROUP_FOREIGNERS_ZONE, NEUTRAL),
        W("partner-profile", GROUP_PARTNER_PROFILE, NEUTRAL), W("youth", GROUP_YOUTH, NEUTRAL),
        W("japan-exchange", GROUP_JAPAN_EXCHANGE, NEUTRAL)},
    [WORDS_TERM_CATEGORY] = {W("exchange", TERM_EXCHANGE, NEUTRAL),
        W("meeting", TERM_MEETING, NEUTRAL), W("institutions", TERM_INSTITUTIONS, NEUTRAL),
        W("ranks", TERM_RANKS, NEUTRAL), W("administration", TERM_ADMINISTRATION, NEUTRAL),
        W("assembly", TERM_ASSEMBLY, NEUTRAL), W("finance", TERM_FINANCE, NEUTRAL),
        W("economy", TERM_ECONOMY, NEUTRAL), W("statistics", TERM_STATISTICS, NEUTRAL),
        W("culture", TERM_CULTURE, NEUTRAL), W("history", TERM_HISTORY, NEUTRAL),
        W("safety", TERM_SAFETY, NEUTRAL), W("wording", TERM_WORDING, NEUTRAL)},
    [WORDS_PHRASE_CATEGORY] = {W("greeting", PHRASE_GREETING, NEUTRAL),
        W("cards", PHRASE_CARDS, NEUTRAL), W("introduction", PHRASE_INTRODUCTION, NEUTRAL),
        W("thanks", PHRASE_THANKS, NEUTRAL), W("meeting", PHRASE_MEETING, NEUTRAL),
        W("questions", PHRASE_QUESTIONS, NEUTRAL), W("meal", PHRASE_MEAL, NEUTRAL),
        W("travel", PHRASE_TRAVEL, NEUTRAL), W("emergency", PHRASE_EMERGENCY, DANGER),
        W("farewell", PHRASE_FAREWELL, NEUTRAL)},
    [WORDS_HIT] = {W("city", HIT_CITY, PRIMARY), W("event", HIT_EVENT, INFO),
        W("guide", HIT_GUIDE, SUCCESS), W("case", HIT_CASE, SUCCESS), W("talk", HIT_TALK, NEUTRAL),
        W("report", HIT_REPORT, NEUTRAL), W("term", HIT_TERM, NEUTRAL),
        W("phrase", HIT_PHRASE, NEUTRAL), W("school", HIT_SCHOOL, NEUTRAL),
        W("figure", HIT_FIGURE, NEUTRAL)},
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

struct str
word_for(const struct screen_env *env, enum word_list list, struct str id) {
    const struct word *word = find_word(list, id);
    return word ? word_text(env, word->msg) : id;
}

enum ui_tone
word_tone(enum word_list list, struct str id) {
    const struct word *word = find_word(list, id);
    return word ? word->tone : TONE_NEUTRAL;
}

bool
word_at(enum word_list list, size_t index, struct str *id) {
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

static const struct {
    struct str unit;
    enum msg msg;
} units[] = {
    {STR_INIT("people"), MSG_UNIT_PEOPLE},
    {STR_INIT("households"), MSG_UNIT_HOUSEHOLDS},
    {STR_INIT("schools"), MSG_UNIT_SCHOOLS},
    {STR_INIT("companies"), MSG_UNIT_COMPANIES},
    {STR_INIT("districts"), MSG_UNIT_DISTRICTS},
    {STR_INIT("neighbourhoods"), MSG_UNIT_NEIGHBOURHOODS},
    {STR_INIT("tong"), MSG_UNIT_TONG},
    {STR_INIT("ban"), MSG_UNIT_BAN},
    {STR_INIT("students"), MSG_UNIT_STUDENTS},
    {STR_INIT("workers"), MSG_UNIT_WORKERS},
    {STR_INIT("funds"), MSG_UNIT_FUNDS},
    {STR_INIT("cases"), MSG_UNIT_CASES},
    {STR_INIT("municipalities"), MSG_UNIT_MUNICIPALITIES},
    {STR_INIT("countries"), MSG_UNIT_COUNTRIES},
    {STR_INIT("items"), MSG_UNIT_ITEMS},
    {STR_INIT("km2"), MSG_UNIT_KM2},
    {STR_INIT("krw"), MSG_UNIT_KRW},
    {STR_INIT("percent"), MSG_UNIT_PERCENT},
};

struct str
word_figure(const struct screen_env *env, struct arena *arena, const struct store_figure *figure) {
    struct str number =
        str_eq(figure->unit, STR("krw"))
            ? i18n_large_number(env->i18n, arena, env->locale, figure->value)
            : i18n_number(env->i18n, arena, env->locale, figure->value, figure->decimals);
    for (size_t i = 0; i < ARRAY_LEN(units); i++) {
        if (!str_eq(units[i].unit, figure->unit)) {
            continue;
        }
        bool is_text = units[i].msg == MSG_UNIT_KM2 || units[i].msg == MSG_UNIT_KRW ||
                       units[i].msg == MSG_UNIT_PERCENT;
        struct msg_arg args[] = {is_text ? MSG_TEXT(number) : MSG_NUMBER(figure->value)};
        return i18n_format(env->i18n, arena, env->locale, units[i].msg, args, 1);
    }
    return number;
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

#include "content/phrasing.h"

#include "base/check.h"
#include "base/log.h"

#define MAX_WORDS 16 /* a longer list does not compile */

struct word {
    struct str id;
    enum msg msg;
};

#define W(id, msg) \
    { STR_INIT(id), MSG_##msg }

/* Lists that the program knows; what is missing here is in the content (store_words()). */
static const struct word words[WORDS_LIST_COUNT][MAX_WORDS] = {
    [WORDS_ROLE] = {W("sister", ROLE_SISTER), W("friendship", ROLE_FRIENDSHIP),
        W("prospective", ROLE_PROSPECTIVE), W("home", ROLE_HOME), W("mentioned", ROLE_MENTIONED)},
    [WORDS_RELATION] = {W("sister", RELATION_SISTER), W("friendship", RELATION_FRIENDSHIP),
        W("cooperation", RELATION_COOPERATION), W("heritage", RELATION_HERITAGE),
        W("prospective", RELATION_PROSPECTIVE)},
    [WORDS_STATUS] = {W("active", STATUS_ACTIVE), W("suspended", STATUS_SUSPENDED),
        W("planned", STATUS_PLANNED), W("unknown", STATUS_UNKNOWN)},
    [WORDS_FACT] = {W("location", FACT_LOCATION), W("climate", FACT_CLIMATE),
        W("government", FACT_GOVERNMENT), W("administration", FACT_ADMINISTRATION),
        W("history", FACT_HISTORY), W("character", FACT_CHARACTER), W("industry", FACT_INDUSTRY),
        W("background", FACT_BACKGROUND), W("purpose", FACT_PURPOSE), W("plan", FACT_PLAN),
        W("problem", FACT_PROBLEM), W("effort", FACT_EFFORT)},
    [WORDS_NAME_KIND] = {W("official", NAME_OFFICIAL), W("local", NAME_LOCAL),
        W("hanja", NAME_HANJA), W("romanisation", NAME_ROMANISATION), W("reading", NAME_READING),
        W("old", NAME_OLD), W("simplified", NAME_SIMPLIFIED), W("alias", NAME_ALIAS),
        W("written", NAME_WRITTEN)},
    [WORDS_HIT] = {W("city", HIT_CITY), W("event", HIT_EVENT), W("guide", HIT_GUIDE),
        W("case", HIT_CASE), W("talk", HIT_TALK), W("report", HIT_REPORT), W("term", HIT_TERM),
        W("phrase", HIT_PHRASE), W("school", HIT_SCHOOL), W("figure", HIT_FIGURE),
        W("holiday", HIT_HOLIDAY)},
    [WORDS_HOLIDAY] = {W("holiday", HOLIDAY_HOLIDAY), W("substitute", HOLIDAY_SUBSTITUTE),
        W("citizens", HOLIDAY_CITIZENS), W("election", HOLIDAY_ELECTION),
        W("closed", HOLIDAY_CLOSED)},
    [WORDS_CERTAINTY] = {W("law", CERTAINTY_LAW), W("computed", CERTAINTY_COMPUTED),
        W("announced", CERTAINTY_ANNOUNCED), W("forecast", CERTAINTY_FORECAST)},
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
phrasing_text(const struct phrasing *in, enum msg msg) {
    return i18n_text(in->i18n, in->locale, msg);
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
listed(const struct phrasing *in, enum store_word_list list, size_t *count) {
    const struct store_word *items;
    struct err err;
    if (!store_words(in->store, list, &items, count, &err)) {
        log_write(LOG_ERROR, "content", "%s", err.message);
    }
    return items;
}

static const struct store_word *
find_listed(const struct phrasing *in, enum store_word_list list, struct str id) {
    size_t count;
    const struct store_word *items = listed(in, list, &count);
    for (size_t i = 0; i < count; i++) {
        if (str_eq(items[i].word, id)) {
            return &items[i];
        }
    }
    return NULL;
}

const struct store_word *
phrasing_listed(const struct phrasing *in, enum word_list list, struct str id) {
    enum store_word_list open;
    return is_open(list, &open) ? find_listed(in, open, id) : NULL;
}

struct str
phrasing_for(const struct phrasing *in, enum word_list list, struct str id) {
    enum store_word_list open;
    if (is_open(list, &open)) {
        const struct store_word *word = find_listed(in, open, id);
        return word ? word->names[in->locale] : id;
    }
    const struct word *word = find_word(list, id);
    return word ? phrasing_text(in, word->msg) : id;
}

bool
phrasing_at(const struct phrasing *in, enum word_list list, size_t index, struct str *id) {
    enum store_word_list open;
    if (is_open(list, &open)) {
        size_t count;
        const struct store_word *items = listed(in, open, &count);
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
phrasing_date(const struct phrasing *in, struct arena *arena, const struct edtf *date) {
    /* Eras belong to dates of one day or year; in ranges they would crowd out the dates. */
    return i18n_date(in->i18n, arena, in->locale, date, !date->is_range);
}

struct str
phrasing_as_of(const struct phrasing *in, struct arena *arena, const struct store_figure *figure) {
    if (!figure->has_as_of) {
        return (struct str){0};
    }
    struct msg_arg args[] = {
        MSG_TEXT(i18n_date(in->i18n, arena, in->locale, &figure->as_of, false))};
    return i18n_format(in->i18n, arena, in->locale, MSG_AS_OF, args, 1);
}

struct str
phrasing_join(const struct phrasing *in, struct arena *arena, struct str a, struct str b) {
    if (a.n == 0 || b.n == 0) {
        return a.n ? a : b;
    }
    struct msg_arg args[] = {MSG_TEXT(a), MSG_TEXT(b)};
    return i18n_format(in->i18n, arena, in->locale, MSG_LIST_JOIN, args, 2);
}

struct str
phrasing_place(
    const struct phrasing *in, struct arena *arena, struct str region, struct str country) {
    if (region.n == 0 || country.n == 0) {
        return region.n ? region : country;
    }
    struct msg_arg args[] = {MSG_TEXT(region), MSG_TEXT(country)};
    return i18n_format(in->i18n, arena, in->locale, MSG_PLACE, args, 2);
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
phrasing_figure(const struct phrasing *in, struct arena *arena, const struct store_figure *figure) {
    const struct store_word *unit = find_listed(in, STORE_UNITS, figure->unit);
    bool is_money = unit && str_eq(unit->form, STR("money"));
    struct str number =
        is_money ? i18n_large_number(in->i18n, arena, in->locale, figure->value)
                 : i18n_number(in->i18n, arena, in->locale, figure->value, figure->decimals);
    bool is_one = figure->value == 1 && figure->decimals == 0;
    return unit ? put_number(arena, unit->names[in->locale], number, is_one) : number;
}

/* "2 weeks before the visit", or with a second number "1–2 months before the visit". */
static struct str
due_side(const struct phrasing *in, struct arena *arena, const struct offset_end *near,
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
        return phrasing_text(in, MSG_WHEN_VISIT_DAY);
    }
    struct msg_arg args[] = {MSG_NUMBER(is_after ? near->number : -near->number),
        MSG_NUMBER(is_after ? far->number : -far->number)};
    return near->number == far->number
               ? i18n_format(in->i18n, arena, in->locale, single[near->unit][is_after], args, 1)
               : i18n_format(in->i18n, arena, in->locale, range[near->unit][is_after], args, 2);
}

struct str
phrasing_due(const struct phrasing *in, struct arena *arena, const struct store_check *check) {
    const struct offset_end *from = &check->due.from, *to = &check->due.to;
    if (!check->has_offset) {
        return phrasing_text(in, MSG_WHEN_NOT_STATED);
    }
    bool is_one_side = (from->number < 0) == (to->number < 0) &&
                       (from->number > 0) == (to->number > 0) && from->unit == to->unit;
    if (is_one_side || offset_days(from) == offset_days(to)) {
        bool is_range = is_one_side && from->number != to->number;
        bool is_before = from->number < 0;
        return due_side(in, arena, is_before ? to : from, is_range && is_before ? from : to);
    }
    struct str day = phrasing_text(in, MSG_WHEN_DAY_ITSELF);
    struct msg_arg args[] = {
        MSG_TEXT(from->number == 0 ? day : due_side(in, arena, from, from)),
        MSG_TEXT(to->number == 0 ? day : due_side(in, arena, to, to)),
    };
    return i18n_format(in->i18n, arena, in->locale, MSG_WHEN_FROM_TO, args, 2);
}

struct str
phrasing_km(const struct phrasing *in, struct arena *arena, double km) {
    struct msg_arg args[] = {MSG_TEXT(i18n_number(in->i18n, arena, in->locale, km, 0))};
    return i18n_format(in->i18n, arena, in->locale, MSG_KM, args, 1);
}

struct str
phrasing_direction(const struct phrasing *in, double bearing) {
    static const enum msg directions[] = {MSG_NORTH, MSG_NORTH_EAST, MSG_EAST, MSG_SOUTH_EAST,
        MSG_SOUTH, MSG_SOUTH_WEST, MSG_WEST, MSG_NORTH_WEST};
    return phrasing_text(in, directions[(size_t)(bearing / 45 + 0.5) % ARRAY_LEN(directions)]);
}

struct str
phrasing_away(
    const struct phrasing *in, struct arena *arena, struct geo_place from, struct geo_place to) {
    struct msg_arg args[] = {MSG_TEXT(phrasing_km(in, arena, geo_km(from, to))),
        MSG_TEXT(phrasing_direction(in, geo_bearing(from, to)))};
    return i18n_format(in->i18n, arena, in->locale, MSG_AWAY, args, 2);
}

struct str
phrasing_sound(const struct phrasing *in, struct arena *arena, const struct store_phrase *phrase,
    enum locale_id said) {
    if (said == LOCALE_JA) {
        return in->locale == LOCALE_KO
                   ? phrasing_join(in, arena, phrase->hangul_ja, phrase->roman_ja)
                   : phrase->roman_ja;
    }
    if (said == LOCALE_KO) {
        return in->locale == LOCALE_JA ? phrasing_join(in, arena, phrase->kana_ko, phrase->roman_ko)
                                       : phrase->roman_ko;
    }
    return (struct str){0};
}

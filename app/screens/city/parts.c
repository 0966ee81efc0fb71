#include "screens/city/view.h"
#include "screens/spoken.h"

/* A list within a page of the city. In the frame's arena. */
struct view {
    const struct city *city;
    const struct screen_env *env;
    struct rows *rows;
    bool is_last; /* nothing follows it on its card */
};

static struct view *
view_of(struct ui *ui, const struct city *city, const struct screen_env *env, struct rows *rows) {
    struct view *view = ARENA_NEW(ui_arena(ui), struct view);
    *view = (struct view){.city = city, .env = env, .rows = rows};
    return view;
}

static void
profile_fact_row(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    const struct store_fact *fact = rows_at(view->rows, view->env, i);
    ui_open(ui, (struct ui_box){0});
    if (fact) {
        ui_fact_row(ui, (struct ui_fact_row){.key = fact->id,
                            .label = word_for(view->env, WORDS_FACT, fact->kind),
                            .value = fact->text,
                            .note = fact->note,
                            .prose = true,
                            .last = view->is_last && i + 1 == view->rows->count});
    } else {
        page_row_missing(ui, view->env, i);
    }
    ui_close(ui);
}

/* The lists of a card follow one another; empty ones are not there. */
static void
card_list(struct ui *ui, struct view *view, struct str label, ui_list_row_fn *row) {
    if (view->rows->count > 0) {
        ui_list(ui, (struct ui_list){.key = view->rows->listing,
                        .label = label,
                        .content = view->rows->listing,
                        .count = view->rows->count,
                        .row = row,
                        .self = view});
    }
}

/* Facts under their labels on one card, after the figures of the city where it has them. */
static void
facts_card(struct ui *ui, const struct screen_env *env, const struct city *city,
    const char *const *kinds) {
    size_t left = city_count_facts(city, kinds);
    bool has_figures = city->figures->count > 0;
    if (left == 0 && !has_figures) {
        return;
    }
    page_section_open(ui, env, STR("profile"), word_text(env, MSG_SECTION_PROFILE));
    ui_card_open(ui, (struct ui_card){.key = STR("facts")});
    if (has_figures) {
        page_figure_rows(ui, env, city->figures,
            (struct page_figures){.key = city->figures->listing,
                .label = word_text(env, MSG_SECTION_PROFILE),
                .marked = city->marked_figure,
                .last = left == 0});
    }
    for (; *kinds; kinds++) {
        struct rows *rows = city_facts(city, *kinds);
        struct view *facts = rows ? view_of(ui, city, env, rows) : NULL;
        if (facts) {
            left -= rows->count;
            facts->is_last = left == 0;
            card_list(ui, facts, word_for(env, WORDS_FACT, str_from(*kinds)), profile_fact_row);
        }
    }
    ui_close(ui);
    ui_close(ui);
}

static void
fact_bullet(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    const struct store_fact *fact = rows_at(view->rows, view->env, i);
    if (fact) {
        ui_bullet(ui, (struct ui_bullet){.key = fact->id, .text = fact->text, .note = fact->note});
    } else {
        page_row_missing(ui, view->env, i);
    }
}

/* Facts as a list of sentences under one heading per kind. */
static void
fact_list(const struct city *city, const struct screen_env *env, struct ui *ui, struct rows *rows,
    struct str kind) {
    ui_open(ui, (struct ui_box){.key = kind, .gap = SPACE_S});
    ui_heading(ui, word_for(env, WORDS_FACT, kind), env->locale, (struct ui_heading){.level = 2});
    ui_list(ui, (struct ui_list){.key = STR("list"),
                    .label = word_for(env, WORDS_FACT, kind),
                    .content = rows->listing,
                    .count = rows->count,
                    .gap = SPACE_S,
                    .row = fact_bullet,
                    .self = view_of(ui, city, env, rows)});
    ui_close(ui);
}

static void
fact_sections(struct ui *ui, const struct screen_env *env, const struct city *city, struct str key,
    const char *const *kinds) {
    if (city_count_facts(city, kinds) == 0) {
        return;
    }
    ui_open(ui, (struct ui_box){.key = key, .gap = SPACE_L});
    for (; *kinds; kinds++) {
        struct rows *rows = city_facts(city, *kinds);
        if (rows && rows->count > 0) {
            fact_list(city, env, ui, rows, str_from(*kinds));
        }
    }
    ui_close(ui);
}

/* Sister and friendship ties begin on the day of their agreement; of the others it is only known
 * since when they have been going on. */
static struct str
since_label(const struct screen_env *env, struct str kind) {
    bool is_tie = str_eq(kind, STR("sister")) || str_eq(kind, STR("friendship"));
    return word_text(env, is_tie ? MSG_TIE_DATE_LABEL : MSG_SINCE_LABEL);
}

/* What the head of the page says of the tie with the home city is not said again. */
static void
tie_rows(const struct store_relation *relation, const struct city *city,
    const struct screen_env *env, struct ui *ui) {
    bool is_first = str_eq(relation->city, city->city.id);
    struct str other = is_first ? relation->partner : relation->city;
    if (str_eq(other, city->home.id)) {
        return;
    }
    ui_fact_row(ui, (struct ui_fact_row){.key = STR("partner"),
                        .label = word_text(env, MSG_PARTNER_LABEL),
                        .value = is_first ? relation->partner_name : relation->city_name,
                        .action = page_action(ui, "cities", other)});
    ui_fact_row(ui, (struct ui_fact_row){.key = STR("kind"),
                        .label = word_text(env, MSG_RELATION_LABEL),
                        .value = word_for(env, WORDS_RELATION, relation->kind)});
    ui_fact_row(ui, (struct ui_fact_row){.key = STR("status"),
                        .label = word_text(env, MSG_STATUS_LABEL),
                        .value = word_for(env, WORDS_STATUS, relation->status)});
}

static void
relation(const struct store_relation *relation, const struct city *city,
    const struct screen_env *env, struct ui *ui) {
    bool has_more = relation->background.n || relation->reason.n;
    ui_card_open(ui, (struct ui_card){.key = relation->id});
    tie_rows(relation, city, env, ui);
    ui_fact_row(ui, (struct ui_fact_row){.key = STR("since"),
                        .label = since_label(env, relation->kind),
                        .value = relation->since.from.precision != EDTF_NONE
                                     ? word_date(env, ui_arena(ui), &relation->since)
                                     : word_text(env, MSG_NOT_KNOWN),
                        .note = relation->note,
                        .last = !has_more});
    if (relation->background.n) {
        ui_fact_row(ui, (struct ui_fact_row){.key = STR("background"),
                            .label = word_text(env, MSG_BACKGROUND_LABEL),
                            .value = relation->background,
                            .prose = true,
                            .last = !relation->reason.n});
    }
    if (relation->reason.n) {
        ui_fact_row(ui, (struct ui_fact_row){.key = STR("reason"),
                            .label = word_text(env, MSG_REASON_LABEL),
                            .value = relation->reason,
                            .prose = true,
                            .last = true});
    }
    ui_close(ui);
}

static void
partner_row(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    const struct store_relation *r = rows_at(view->city->relations, view->env, i);
    if (!r) {
        page_row_missing(ui, view->env, i);
        return;
    }
    ui_link_row(ui, (struct ui_link_row){.key = r->id,
                        .title = r->partner_name,
                        .text = word_for(view->env, WORDS_RELATION, r->kind),
                        .action = page_action(ui, "cities", r->partner)});
}

static void
relations(const struct view *view, struct ui *ui) {
    const struct city *city = view->city;
    if (city->relations->count == 0) {
        return;
    }
    page_section_open(ui, view->env, STR("relations"), word_text(view->env, MSG_SECTION_RELATION));
    bool is_long = city->relations->count > UI_LIST_WHOLE; /* cards are for a few */
    if (is_long || city_is_home(city)) {
        ui_list(ui, (struct ui_list){.key = STR("partners"),
                        .content = city->relations->listing,
                        .count = city->relations->count,
                        .gap = SPACE_S,
                        .row = partner_row,
                        .self = (void *)view});
    } else {
        for (size_t i = 0; i < city->relations->count; i++) {
            const struct store_relation *r = rows_at(city->relations, view->env, i);
            if (r) {
                relation(r, city, view->env, ui);
            }
        }
    }
    ui_close(ui);
}

static void
events(const struct city *city, const struct screen_env *env, struct ui *ui) {
    ui_open(ui, (struct ui_box){.key = STR("history"), .gap = SPACE_M});
    ui_section_header(
        ui, (struct ui_section_header){.key = STR("header"),
                .title = word_text(env, MSG_SECTION_HISTORY),
                .count = word_count(env, ui_arena(ui), MSG_COUNT_EVENTS, city->events->count)});
    if (city->events->count == 0) {
        page_text(ui, env, word_text(env, MSG_NO_EVENTS));
    }
    page_event_rows(ui, env, city->events, STR("events"), city->marked_event);
    ui_close(ui);
}

static void
article_row(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    const struct store_article *article = rows_at(view->city->articles, view->env, i);
    if (!article) {
        page_row_missing(ui, view->env, i);
        return;
    }
    struct str path =
        arena_printf(ui_arena(ui), "%.*s/%.*s", STR_ARG(article->kind), STR_ARG(article->slug));
    ui_link_row(ui, (struct ui_link_row){.key = path,
                        .title = article->title,
                        .text = article->summary,
                        .action = arena_printf(ui_arena(ui), "open %.*s", STR_ARG(path))});
}

static void
articles(const struct view *view, struct ui *ui) {
    const struct rows *rows = view->city->articles;
    if (rows->count == 0) {
        return;
    }
    page_section_open(ui, view->env, STR("articles"), word_text(view->env, MSG_RELATED_ARTICLES));
    ui_list(ui, (struct ui_list){.key = STR("list"),
                    .label = word_text(view->env, MSG_RELATED_ARTICLES),
                    .content = rows->listing,
                    .count = rows->count,
                    .gap = SPACE_S,
                    .row = article_row,
                    .self = (void *)view});
    ui_close(ui);
}

static void
name_row(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    const struct screen_env *env = view->env;
    const struct store_name *name = rows_at(view->rows, env, i);
    ui_open(ui, (struct ui_box){0});
    if (name) {
        enum locale_id lang = env->locale;
        locale_from_tag(name->lang, &lang);
        struct str label = word_join(env, ui_arena(ui), word_for(env, WORDS_LANGUAGE, name->lang),
            word_for(env, WORDS_NAME_KIND, name->kind));
        ui_fact_row(ui, (struct ui_fact_row){.key = arena_printf(ui_arena(ui), "name-%zu", i),
                            .label = label,
                            .value = name->text,
                            .value_lang = UI_LANG(lang),
                            .last = i + 1 == view->rows->count});
    } else {
        page_row_missing(ui, env, i);
    }
    ui_close(ui);
}

static void
names_view(struct ui *ui, const struct screen_env *env, const struct city *city) {
    if (city->names->count == 0) {
        return;
    }
    page_section_open(ui, env, STR("names"), word_text(env, MSG_SECTION_NAMES));
    ui_card_open(ui, (struct ui_card){.key = STR("card")});
    card_list(ui, view_of(ui, city, env, city->names), word_text(env, MSG_SECTION_NAMES), name_row);
    ui_close(ui);
    page_face_key(ui, env, arena_printf(ui_arena(ui), "cities/%.*s", STR_ARG(city->city.id)),
        spoken_opposite(env->locale));
    ui_close(ui);
}

static const char *const plans[] = {"purpose", "plan", "effort", NULL};
static const char *const past[] = {"background", "problem", "history", NULL};
static const char *const place[] = {"location", "climate", "government", "administration", NULL};
static const char *const character[] = {"character", "industry", NULL};

static void
now_view(struct ui *ui, const struct screen_env *env, const struct city *city) {
    relations(view_of(ui, city, env, NULL), ui);
    fact_sections(ui, env, city, STR("plans"), plans);
}

static void
history_view(struct ui *ui, const struct screen_env *env, const struct city *city) {
    events(city, env, ui);
    fact_sections(ui, env, city, STR("past"), past);
    articles(view_of(ui, city, env, NULL), ui);
}

static void
people_view(struct ui *ui, const struct screen_env *env, const struct city *city) {
    facts_card(ui, env, city, place);
    fact_sections(ui, env, city, STR("character"), character);
    if (city_is_home(city)) {
        ui_button(ui, (struct ui_button){.key = STR("statistics"),
                          .label = word_text(env, MSG_TITLE_STATISTICS),
                          .icon = STR("statistics"),
                          .kind = UI_BUTTON_SECONDARY,
                          .action = STR("open statistics")});
    }
}

/* Whether the sources say anything for this part; of events their absence is said. */
static bool
has_any(const struct city *city) {
    switch (city->part) {
    case CITY_NOW:
        return city->relations->count + city_count_facts(city, plans) > 0;
    case CITY_PEOPLE:
        return city->figures->count + city_count_facts(city, place) +
                   city_count_facts(city, character) >
               0;
    case CITY_NAMES:
        return city->names->count > 0;
    default:
        return true;
    }
}

void
city_part_view(struct ui *ui, const struct screen_env *env, const struct city *city) {
    static void (*const views[CITY_PARTS])(struct ui *, const struct screen_env *,
        const struct city *) = {now_view, history_view, people_view, names_view};
    if (!has_any(city)) {
        page_text(ui, env, word_text(env, MSG_NOT_KNOWN));
    }
    views[city->part](ui, env, city);
}

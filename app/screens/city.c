/* city - one city: who it is, what it is to the home city, and everything the two did together. */
#include "screens/beside/beside.h"
#include "screens/city_hand.h"
#include "screens/page.h"
#include "screens/registry.h"
#include "screens/spoken.h"

#include "base/check.h"
#include "base/utf8.h"

struct city {
    struct store_city city;
    struct store_section source;
    struct rows *relations, *events;
    struct rows *articles; /* that speak of this city */
    struct rows *names, *official_names, *figures;
    struct rows **facts; /* of every kind, in the order of WORDS_FACT */
    struct str *fact_kinds;
    size_t kinds;
    size_t marked;        /* from 1: the event that a link led to */
    struct beside beside; /* where a second language is asked for */
    bool is_beside;
};

/* What belongs at a glance; the other figures of the home city have a screen of their own. */
static bool
load_figures(
    struct city *city, struct screen *screen, const struct screen_env *env, struct err *err) {
    struct str listing =
        arena_printf(&screen->arena, "figures/glance/cities/%.*s", STR_ARG(city->city.id));
    return rows_open(
        &city->figures, screen, env, listing, rows_ask_figures, sizeof(struct store_figure), err);
}

static bool
load_facts(
    struct city *city, struct screen *screen, const struct screen_env *env, struct err *err) {
    struct str kind;
    while (word_at(env, WORDS_FACT, city->kinds, &kind)) {
        city->kinds++;
    }
    city->facts = ARENA_ARRAY(&screen->arena, city->kinds, struct rows *);
    city->fact_kinds = ARENA_ARRAY(&screen->arena, city->kinds, struct str);
    bool ok = true;
    for (size_t i = 0; ok && i < city->kinds; i++) {
        word_at(env, WORDS_FACT, i, &kind);
        city->fact_kinds[i] = kind;
        struct str listing = arena_printf(
            &screen->arena, "facts/cities/%.*s/%.*s", STR_ARG(city->city.id), STR_ARG(kind));
        ok = rows_open(
            &city->facts[i], screen, env, listing, rows_ask_facts, sizeof(struct store_fact), err);
    }
    return ok;
}

static bool
load_names(
    struct city *city, struct screen *screen, const struct screen_env *env, struct err *err) {
    struct str listing = arena_printf(&screen->arena, "names/cities/%.*s", STR_ARG(city->city.id));
    struct str official = arena_printf(&screen->arena, "%.*s/official", STR_ARG(listing));
    return rows_open(&city->names, screen, env, listing, rows_ask_names, sizeof(struct store_name),
               err) &&
           rows_open(&city->official_names, screen, env, official, rows_ask_names,
               sizeof(struct store_name), err);
}

/* A city's own events. In the case studies the events of a pair stand with the partner; the home
 * side shows them, too. (The home city of the app would show everything: it has the timeline.) */
static bool
load_events(
    struct city *city, struct screen *screen, const struct screen_env *env, struct err *err) {
    struct arena *arena = &screen->arena;
    struct str event = screen_path_value(&screen->path, STR("event"));
    bool is_home = str_eq(city->city.role, STR("home")), is_marked = false;
    struct str listing = arena_printf(arena, "events/city/%.*s", STR_ARG(city->city.id));
    bool ok = rows_open(
        &city->events, screen, env, listing, rows_ask_events, sizeof(struct store_event), err);
    for (size_t i = 0; ok && city->events->count == 0 && !is_home && i < city->relations->count;
         i++) {
        const struct store_relation *relation = rows_at(city->relations, env, i);
        listing =
            arena_printf(arena, "events/relation/%.*s", STR_ARG(relation ? relation->id : STR("")));
        ok = rows_open(
            &city->events, screen, env, listing, rows_ask_events, sizeof(struct store_event), err);
    }
    ok = ok && (event.n == 0 || store_listing_place(env->store, city->events->listing, event,
                                    &city->marked, &is_marked, err));
    city->marked = is_marked ? city->marked + 1 : 0;
    return ok;
}

static bool
load_lists(
    struct city *city, struct screen *screen, const struct screen_env *env, struct err *err) {
    struct arena *arena = &screen->arena;
    return rows_open(&city->relations, screen, env,
               arena_printf(arena, "relations/%.*s", STR_ARG(city->city.id)), rows_ask_relations,
               sizeof(struct store_relation), err) &&
           rows_open(&city->articles, screen, env,
               arena_printf(arena, "articles/city/%.*s", STR_ARG(city->city.id)), rows_ask_articles,
               sizeof(struct store_article), err) &&
           load_events(city, screen, env, err);
}

static bool
city_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct city *city = ARENA_NEW(&screen->arena, struct city);
    struct arena *arena = &screen->arena;
    screen->model = city;
    if (!store_city(env->store, arena, env->locale, screen->path.id, &city->city, found, err)) {
        return false;
    }
    if (!*found) {
        return true;
    }
    screen->title = city->city.name;
    enum locale_id with;
    city->is_beside = beside_is_asked(&screen->path, env, &with);
    if (city->is_beside) {
        screen->max_width = BESIDE_WIDTH_DP;
        return beside_load(
            &city->beside, env, arena, STR("cities"), city->city.id, with, found, err);
    }
    bool has_hero;
    struct str record = arena_printf(arena, "cities/%.*s", STR_ARG(city->city.id));
    return store_picture_of(env->store, arena, env->locale, record, STR("hero"), 2, &screen->hero,
               &has_hero, err) &&
           load_names(city, screen, env, err) && load_lists(city, screen, env, err) &&
           load_facts(city, screen, env, err) && load_figures(city, screen, env, err) &&
           page_source_load(env, arena, city->city.source, &city->source, err);
}

/* ラスベガス市 reads itself; 浜松市 does not. */
static bool
needs_reading(struct str name, struct str reading) {
    size_t first = 0;
    if (reading.n == 0 || name.n == 0) {
        return false;
    }
    utf8_next(name, &first);
    return !str_starts(reading, str_slice(name, 0, first));
}

/* 浜松市 (はままつし): a Japanese name is of little use to whoever cannot read it. */
static struct str
with_reading(const struct city *city, struct str name, struct arena *arena) {
    struct str reading = city->city.reading;
    if (!needs_reading(name, reading)) {
        return name;
    }
    return arena_printf(arena, "%.*s (%.*s)", STR_ARG(name), STR_ARG(reading));
}

/* The name in the two other languages: what stands on signs over there. In Japanese, how one's own
 * name of the city is read comes first. */
static struct str
other_names(const struct city *city, const struct screen_env *env, struct arena *arena) {
    bool is_japanese = env->locale == LOCALE_JA;
    struct str line = {0};
    if (is_japanese && needs_reading(city->city.name, city->city.reading)) {
        line = city->city.reading;
    }
    for (size_t i = 0; i < city->official_names->count; i++) {
        const struct store_name *name = rows_at(city->official_names, env, i);
        if (!name || str_eq(name->lang, str_from(locale_tag(env->locale)))) {
            continue;
        }
        bool reads = str_eq(name->lang, STR("ja"));
        line =
            word_join(env, arena, line, reads ? with_reading(city, name->text, arena) : name->text);
    }
    return line;
}

static const char *const profile_kinds[] = {
    "location", "climate", "government", "administration", NULL};
static const char *const character_kinds[] = {"history", "character", "industry", NULL};
static const char *const plan_kinds[] = {
    "background", "purpose", "plan", "problem", "effort", NULL};

static struct rows *
facts_of(const struct city *city, const char *kind) {
    for (size_t i = 0; i < city->kinds; i++) {
        if (str_eq(city->fact_kinds[i], str_from(kind))) {
            return city->facts[i];
        }
    }
    return NULL;
}

static size_t
count_facts(const struct city *city, const char *const *kinds) {
    size_t count = 0;
    for (; *kinds; kinds++) {
        struct rows *rows = facts_of(city, *kinds);
        count += rows ? rows->count : 0;
    }
    return count;
}

static void
head(const struct city *city, const struct screen_env *env, struct ui *ui) {
    struct arena *arena = ui_arena(ui);
    const struct store_city *c = &city->city;
    ui_open(ui, (struct ui_box){.key = STR("head"), .gap = SPACE_M});
    ui_heading(ui, c->name, env->locale,
        (struct ui_heading){.level = 1, .is_name = true, .reading = other_names(city, env, arena)});
    ui_open(
        ui, (struct ui_box){
                .key = STR("badges"), .axis = UI_WRAP, .gap = SPACE_S, .align = UI_ALIGN_CENTER});
    if (c->relation_kind.n) {
        ui_badge(ui, word_for(env, WORDS_RELATION, c->relation_kind),
            word_tone(env, WORDS_RELATION, c->relation_kind));
        ui_badge(ui, word_for(env, WORDS_STATUS, c->relation_status),
            word_tone(env, WORDS_STATUS, c->relation_status));
    }
    ui_text(ui, word_place(env, arena, c->region, c->country_name), env->locale,
        (struct ui_text_spec){.style = TYPE_BODY, .color = COLOR_INK2});
    ui_close(ui);
    ui_noted_open(ui, UI_ALIGN_END);
    page_text(ui, env, c->lead);
    ui_noted_close(ui, &(struct ui_aside){.about = c->name, .text = c->note});
    ui_close(ui);
}

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

static void
profile(const struct city *city, const struct screen_env *env, struct ui *ui) {
    size_t left = count_facts(city, profile_kinds);
    if (left + city->figures->count == 0) {
        return;
    }
    page_section_open(ui, env, STR("profile"), word_text(env, MSG_SECTION_PROFILE));
    ui_card_open(ui, (struct ui_card){.key = STR("facts")});
    if (city->figures->count > 0) {
        page_figure_rows(ui, env, city->figures, city->figures->listing,
            word_text(env, MSG_SECTION_PROFILE), left == 0);
    }
    for (const char *const *kind = profile_kinds; *kind; kind++) {
        struct rows *rows = facts_of(city, *kind);
        struct view *facts = rows ? view_of(ui, city, env, rows) : NULL;
        if (facts) {
            left -= rows->count;
            facts->is_last = left == 0;
            card_list(ui, facts, word_for(env, WORDS_FACT, str_from(*kind)), profile_fact_row);
        }
    }
    ui_close(ui);
    if (str_eq(city->city.role, STR("home"))) {
        ui_button(ui, (struct ui_button){.key = STR("statistics"),
                          .label = word_text(env, MSG_TITLE_STATISTICS),
                          .icon = STR("statistics"),
                          .kind = UI_BUTTON_SECONDARY,
                          .action = STR("open statistics")});
    }
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
    struct str kind, bool with_heading) {
    ui_open(ui, (struct ui_box){.key = kind, .gap = SPACE_S});
    if (with_heading) {
        ui_heading(
            ui, word_for(env, WORDS_FACT, kind), env->locale, (struct ui_heading){.level = 3});
    }
    ui_list(ui, (struct ui_list){.key = STR("list"),
                    .label = word_for(env, WORDS_FACT, kind),
                    .content = rows->listing,
                    .count = rows->count,
                    .gap = SPACE_M,
                    .row = fact_bullet,
                    .self = view_of(ui, city, env, rows)});
    ui_close(ui);
}

static void
fact_sections(const struct city *city, const struct screen_env *env, struct ui *ui, struct str key,
    struct str title, const char *const *kinds) {
    if (count_facts(city, kinds) == 0) {
        return;
    }
    page_section_open(ui, env, key, title);
    for (; *kinds; kinds++) {
        struct rows *rows = facts_of(city, *kinds);
        if (rows && rows->count > 0) {
            fact_list(
                city, env, ui, rows, str_from(*kinds), title.n == 0 || kinds != character_kinds);
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

static void
relation(const struct store_relation *relation, const struct city *city,
    const struct screen_env *env, struct ui *ui) {
    struct arena *arena = ui_arena(ui);
    bool is_home = str_eq(relation->city, city->city.id);
    struct str other = is_home ? relation->partner : relation->city;
    ui_card_open(ui, (struct ui_card){.key = relation->id});
    ui_fact_row(ui, (struct ui_fact_row){.key = STR("partner"),
                        .label = word_text(env, MSG_PARTNER_LABEL),
                        .value = is_home ? relation->partner_name : relation->city_name,
                        .action = page_action(ui, "cities", other)});
    ui_fact_row(ui, (struct ui_fact_row){.key = STR("kind"),
                        .label = word_text(env, MSG_RELATION_LABEL),
                        .value = word_for(env, WORDS_RELATION, relation->kind)});
    if (relation->since.from.precision != EDTF_NONE) {
        ui_fact_row(ui, (struct ui_fact_row){.key = STR("since"),
                            .label = since_label(env, relation->kind),
                            .value = word_date(env, arena, &relation->since)});
    }
    ui_fact_row(ui, (struct ui_fact_row){.key = STR("status"),
                        .label = word_text(env, MSG_STATUS_LABEL),
                        .value = word_for(env, WORDS_STATUS, relation->status),
                        .last = !relation->background.n && !relation->reason.n});
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
    page_note(ui, env, relation->note);
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
    if (is_long || str_eq(city->city.role, STR("home"))) {
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
history(const struct city *city, const struct screen_env *env, struct ui *ui) {
    ui_open(ui, (struct ui_box){.key = STR("history"), .gap = SPACE_M});
    ui_section_header(
        ui, (struct ui_section_header){.key = STR("header"),
                .title = word_text(env, MSG_SECTION_HISTORY),
                .count = word_count(env, ui_arena(ui), MSG_COUNT_EVENTS, city->events->count)});
    if (city->events->count == 0) {
        page_text(ui, env, word_text(env, MSG_NO_EVENTS));
    }
    page_event_rows(ui, env, city->events, STR("events"), city->marked);
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
names(const struct city *city, const struct screen_env *env, struct ui *ui) {
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

static void
city_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct city *city = screen->model;
    struct view *view = view_of(ui, city, env, NULL);
    struct str address = arena_printf(ui_arena(ui), "cities/%.*s", STR_ARG(city->city.id));
    page_frame_open(screen, env, ui);
    if (city->is_beside) {
        beside_keys(ui, env, address, city->beside.with);
        beside_view(ui, env, &city->beside, address);
        page_frame_close(ui);
        return;
    }
    head(city, env, ui);
    page_own(ui, env);
    profile(city, env, ui);
    relations(view, ui);
    fact_sections(city, env, ui, STR("plans"), (struct str){0}, plan_kinds);
    history(city, env, ui);
    fact_sections(
        city, env, ui, STR("character"), word_text(env, MSG_SECTION_CHARACTER), character_kinds);
    articles(view, ui);
    names(city, env, ui);
    page_source(ui, env, &city->source);
    beside_keys(ui, env, address, env->locale);
    page_take_key(ui, env, screen);
    page_frame_close(ui);
}

static bool
city_paths(const struct screen_env *env, struct path_list *list, struct err *err) {
    struct str role;
    for (size_t r = 0; word_at(env, WORDS_ROLE, r, &role); r++) {
        struct store_city *cities;
        size_t count;
        struct str listing =
            arena_printf(list->arena, "cities/%.*s/%s", STR_ARG(role), locale_tag(env->locale));
        if (!store_cities(
                env->store, list->arena, env->locale, STORE_ALL(listing), &cities, &count, err)) {
            return false;
        }
        for (size_t i = 0; i < count; i++) {
            path_list_add(list, arena_printf(list->arena, "cities/%.*s", STR_ARG(cities[i].id)));
        }
    }
    return true;
}

const struct screen_ops screen_city = {
    .name = "cities",
    .takes_id = true,
    .title = MSG_TITLE_CITIES,
    .has_own_title = true,
    .load = city_load,
    .view = city_view,
    .paths = city_paths,
    .hand = city_hand,
};

/* article - one guide, case, talk or report: prose, and what belongs to it (checklist, figures,
 * dates, cities). */
#include "screens/beside/beside.h"
#include "screens/page.h"
#include "screens/picture.h"
#include "screens/prose.h"
#include "screens/registry.h"
#include "screens/spoken.h"

#include "base/check.h"

/* What the header of the article names, as many as it names. */
struct related {
    struct rows **events, **figures;
    struct rows *cities;
    size_t event_lists, figure_lists;
};

struct article {
    struct store_article article;
    struct store_block *blocks;     /* an article is one file of at most 256 KB */
    struct store_picture *pictures; /* one a block; without an id where there is none */
    struct str *sources;            /* one a block: the line of BLOCK_SOURCE */
    struct rows *checks;
    struct store_section source;
    struct related related;
    size_t block_count;
    struct beside beside; /* where a second language is asked for */
    bool is_beside;
};

static size_t
count_listed(struct str list) {
    struct str word;
    size_t count = 0;
    while (page_next_listed(&list, &word)) {
        count++;
    }
    return count;
}

static bool
load_lists(
    struct article *article, struct screen *screen, const struct screen_env *env, struct err *err) {
    struct arena *arena = &screen->arena;
    struct str cities = arena_printf(arena, "cities/of/%.*s/%.*s", STR_ARG(article->article.kind),
        STR_ARG(article->article.slug));
    struct str checks = arena_printf(arena, "checklists/%.*s", STR_ARG(article->article.checklist));
    return rows_open(&article->related.cities, screen, env, cities, rows_ask_cities,
               sizeof(struct store_city), err) &&
           rows_open(&article->checks, screen, env, checks, rows_ask_checks,
               sizeof(struct store_check), err);
}

/* One list for each word of a header. */
static bool
load_each(struct screen *screen, const struct screen_env *env, struct str words, const char *folder,
    rows_ask_fn *ask, size_t item_size, struct rows ***lists, size_t *count, struct err *err) {
    struct str word;
    *lists = ARENA_ARRAY(&screen->arena, count_listed(words), struct rows *);
    while (page_next_listed(&words, &word)) {
        struct str listing = arena_printf(&screen->arena, "%s/%.*s", folder, STR_ARG(word));
        if (!rows_open(&(*lists)[(*count)++], screen, env, listing, ask, item_size, err)) {
            return false;
        }
    }
    return true;
}

static bool
load_pictures(
    struct article *article, struct screen *screen, const struct screen_env *env, struct err *err) {
    article->pictures = ARENA_ARRAY(&screen->arena, article->block_count + 1, struct store_picture);
    for (size_t i = 0; i < article->block_count; i++) {
        const struct store_block *block = &article->blocks[i];
        for (size_t j = 0; j < block->mark_count; j++) {
            bool found;
            if (block->marks[j].kind == MARK_PICTURE &&
                !store_picture(env->store, &screen->arena, env->locale, block->marks[j].argument,
                    &article->pictures[i], &found, err)) {
                return false;
            }
        }
    }
    return true;
}

/* "Title A · Title B", of those that are there; `*seen` is when we looked at the last of them. */
static bool
titles_of(struct screen *screen, const struct screen_env *env, struct str ids, struct str *titles,
    struct str *seen, struct err *err) {
    struct str id;
    while (page_next_listed(&ids, &id)) {
        struct store_section section;
        struct edtf date;
        if (!page_source_load(env, &screen->arena, id, &section, err)) {
            return false;
        }
        bool is_outside = str_eq(section.source_kind, STR("reference"));
        if (is_outside && edtf_parse(section.source_date, &date, NULL)) {
            *seen = i18n_date(env->i18n, &screen->arena, env->locale, &date, false);
        }
        *titles = word_join(env, &screen->arena, *titles, section.title);
    }
    return true;
}

static bool
load_sources(
    struct article *article, struct screen *screen, const struct screen_env *env, struct err *err) {
    struct arena *arena = &screen->arena;
    article->sources = ARENA_ARRAY(arena, article->block_count + 1, struct str);
    for (size_t i = 0; i < article->block_count; i++) {
        struct str titles = {0}, seen = {0};
        if (article->blocks[i].kind != BLOCK_SOURCE) {
            continue;
        }
        if (!titles_of(screen, env, article->blocks[i].text, &titles, &seen, err)) {
            return false;
        }
        struct msg_arg args[] = {MSG_TEXT(titles), MSG_TEXT(seen)};
        article->sources[i] =
            titles.n == 0 ? titles
            : seen.n > 0 ? i18n_format(env->i18n, arena, env->locale, MSG_SOURCE_LINE_SEEN, args, 2)
                         : i18n_format(env->i18n, arena, env->locale, MSG_SOURCE_LINE, args, 1);
    }
    return true;
}

static bool
article_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    struct article *article = ARENA_NEW(&screen->arena, struct article);
    struct arena *arena = &screen->arena;
    struct str kind = screen->path.name;
    screen->model = article;
    if (!store_article(
            env->store, arena, env->locale, kind, screen->path.id, &article->article, found, err)) {
        return false;
    }
    if (!*found) {
        return true;
    }
    struct related *related = &article->related;
    enum locale_id with;
    screen->title = article->article.title;
    article->is_beside = beside_is_asked(&screen->path, env, &with);
    if (article->is_beside) {
        screen->max_width = BESIDE_WIDTH_DP;
        return page_source_load(env, arena, article->article.source, &article->source, err) &&
               beside_load(&article->beside, env, arena, kind, screen->path.id, with, found, err);
    }
    return store_blocks(env->store, arena, env->locale, kind, screen->path.id, &article->blocks,
               &article->block_count, err) &&
           load_pictures(article, screen, env, err) && load_sources(article, screen, env, err) &&
           load_lists(article, screen, env, err) &&
           load_each(screen, env, article->article.figures, "figures/of", rows_ask_figures,
               sizeof(struct store_figure), &related->figures, &related->figure_lists, err) &&
           load_each(screen, env, article->article.events, "events/relation", rows_ask_events,
               sizeof(struct store_event), &related->events, &related->event_lists, err) &&
           page_source_load(env, arena, article->article.source, &article->source, err);
}

/* A list item that is nothing but a link is a row to touch: a line of its own, as large as a finger
 * needs. */
static const struct store_mark *
whole_link(const struct store_block *block) {
    for (size_t i = 0; i < block->mark_count; i++) {
        const struct store_mark *mark = &block->marks[i];
        if (mark->kind == MARK_LINK && mark->start == 0 && mark->end == block->text.n) {
            return mark;
        }
    }
    return NULL;
}

static void
bullet(struct ui *ui, const struct store_block *block, struct str key, struct ui_span *spans,
    size_t span_count) {
    const struct store_mark *link = whole_link(block);
    if (link) {
        for (size_t i = 0; i < span_count; i++) {
            spans[i].action = (struct str){0};
        }
        ui_link_row(
            ui, (struct ui_link_row){.key = key,
                    .title = block->text,
                    .title_spans = spans,
                    .title_span_count = span_count,
                    .action = arena_printf(ui_arena(ui), "open %.*s", STR_ARG(link->argument))});
        return;
    }
    ui_bullet(ui, (struct ui_bullet){.key = key,
                      .text = block->text,
                      .level = block->level,
                      .number = block->kind == BLOCK_NUMBERED ? block->number : 0,
                      .spans = spans,
                      .span_count = span_count});
}

static void
block(struct ui *ui, const struct screen_env *env, const struct article *article, size_t index) {
    const struct store_picture *picture = &article->pictures[index];
    struct arena *arena = ui_arena(ui);
    size_t span_count;
    const struct store_block *block = &article->blocks[index];
    struct ui_span *spans = prose_spans(&block, arena, &span_count);
    struct str key = arena_printf(arena, "block-%zu", index);
    switch (block->kind) {
    case BLOCK_HEADING:
        ui_space(ui, SPACE_S);
        ui_heading(ui, block->text, env->locale,
            (struct ui_heading){
                .key = key, .level = block->level, .spans = spans, .span_count = span_count});
        break;
    case BLOCK_PARAGRAPH:
        ui_text(ui, block->text, env->locale,
            (struct ui_text_spec){
                .key = key, .style = TYPE_BODY, .spans = spans, .span_count = span_count});
        break;
    case BLOCK_BULLET:
    case BLOCK_NUMBERED:
        bullet(ui, block, key, spans, span_count);
        break;
    case BLOCK_NOTE:
        ui_aside(
            ui, (struct ui_aside){
                    .key = key, .text = block->text, .spans = spans, .span_count = span_count});
        break;
    case BLOCK_PICTURE:
        if (picture->bytes.n > 0) {
            picture_view(ui, env, (struct picture){key, picture, block->text, spans, span_count});
        }
        break;
    case BLOCK_SOURCE:
        if (article->sources[index].n > 0) {
            ui_text(ui, article->sources[index], env->locale,
                (struct ui_text_spec){.key = key, .style = TYPE_CAPTION, .color = COLOR_INK2});
        }
        break;
    case BLOCK_CELL: /* table_view() has them all */
        break;
    }
}

/* The cells that follow each other from `first` on are one table, until the heads of another. Draws
 * it; returns how many they are. A database that is damaged may lack some: what is there stands in
 * its row. */
static size_t
table_view(struct ui *ui, const struct article *article, size_t first) {
    struct arena *arena = ui_arena(ui);
    const struct store_block *blocks = article->blocks;
    size_t end = first, columns = 1;
    while (end < article->block_count && blocks[end].kind == BLOCK_CELL &&
           (end == first || blocks[end].level > 0 || blocks[end].number > 1)) {
        bool is_head = blocks[end].level == 0 && blocks[end].number > (int)columns;
        columns = is_head ? columns + 1 : columns;
        end++;
    }
    size_t count = end - first, rows = (count + columns - 1) / columns;
    struct ui_table_cell *cells = ARENA_ARRAY(arena, rows * columns, struct ui_table_cell);
    for (size_t i = 0; i < count; i++) {
        const struct store_block *block = &blocks[first + i];
        cells[i].spans = prose_spans(&block, arena, &cells[i].span_count);
        cells[i].text = block->text;
    }
    ui_table(ui, (struct ui_table){.key = arena_printf(arena, "block-%zu", first),
                     .cells = cells,
                     .columns = columns,
                     .rows = rows});
    return count;
}

/* A note is behind an i at the end of what it is about, where that is words. Returns how many
 * blocks were shown. */
static size_t
noted_block(struct ui *ui, const struct screen_env *env, const struct article *article, size_t i) {
    const struct store_block *of = &article->blocks[i], *note = of + 1;
    bool is_words = of->kind == BLOCK_PARAGRAPH || of->kind == BLOCK_HEADING ||
                    ((of->kind == BLOCK_BULLET || of->kind == BLOCK_NUMBERED) && !whole_link(of));
    if (!is_words || i + 1 == article->block_count || note->kind != BLOCK_NOTE) {
        block(ui, env, article, i);
        return 1;
    }
    struct ui_aside aside = {.key = arena_printf(ui_arena(ui), "block-%zu", i + 1)};
    aside.spans = prose_spans(&note, ui_arena(ui), &aside.span_count);
    aside.text = note->text;
    ui_noted_open(ui, of->kind == BLOCK_PARAGRAPH ? UI_ALIGN_END : UI_ALIGN_CENTER);
    block(ui, env, article, i);
    ui_noted_close(ui, &aside);
    return 2;
}

/* The checklist. In the frame's arena. */
struct view {
    const struct screen_env *env;
    struct rows *rows;
};

static void
check_row(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    const struct store_check *check = rows_at(view->rows, view->env, i);
    if (!check) {
        page_row_missing(ui, view->env, i);
        return;
    }
    ui_timeline_item(ui,
        (struct ui_timeline_item){.key = check->id,
            .date = check->has_offset ? word_due(view->env, ui_arena(ui), check) : (struct str){0},
            .title = check->title,
            .detail = check->detail,
            .note = check->note,
            .first = i == 0,
            .last = i + 1 == view->rows->count});
}

/* Both sides go through it step by step, and tick. */
static void
face_key(struct ui *ui, const struct screen_env *env, const struct article *article) {
    struct str address =
        arena_printf(ui_arena(ui), "checklists/%.*s?at=0", STR_ARG(article->article.checklist));
    ui_button(ui, (struct ui_button){.key = STR("face"),
                      .label = word_text(env, MSG_TITLE_FACE),
                      .icon = STR("turn"),
                      .kind = UI_BUTTON_SECONDARY,
                      .action = page_face_action(ui, address, spoken_opposite(env->locale))});
}

static void
checklist(struct ui *ui, const struct screen_env *env, const struct article *article) {
    if (article->checks->count > 0) {
        struct view *view = ARENA_NEW(ui_arena(ui), struct view);
        *view = (struct view){env, article->checks};
        page_section_open(ui, env, STR("checklist"), word_text(env, MSG_CHECKLIST));
        ui_list(ui, (struct ui_list){.key = STR("list"),
                        .label = word_text(env, MSG_CHECKLIST),
                        .content = article->checks->listing,
                        .count = article->checks->count,
                        .row = check_row,
                        .self = view});
        face_key(ui, env, article);
        ui_close(ui);
    }
}

/* Of several lists each says whose it is. */
static struct str
title_of(
    struct ui *ui, const struct screen_env *env, enum msg msg, size_t lists, struct str whose) {
    struct str title = word_text(env, msg);
    return lists > 1 ? word_join(env, ui_arena(ui), title, whose) : title;
}

static void
related_figures(struct ui *ui, const struct screen_env *env, const struct related *related) {
    for (size_t i = 0; i < related->figure_lists; i++) {
        struct rows *rows = related->figures[i];
        if (rows->count == 0) {
            continue;
        }
        const struct store_figure *first = rows_at(rows, env, 0);
        struct str title = title_of(ui, env, MSG_RELATED_FIGURES, related->figure_lists,
            first ? first->subject_name : (struct str){0});
        page_section_open(ui, env, arena_printf(ui_arena(ui), "figures-%zu", i), title);
        ui_card_open(ui, (struct ui_card){.key = STR("card")});
        page_figure_rows(
            ui, env, rows, (struct page_figures){.key = STR("list"), .label = title, .last = true});
        ui_close(ui);
        ui_close(ui);
    }
}

static void
related_view(struct ui *ui, const struct screen_env *env, const struct related *related) {
    related_figures(ui, env, related);
    for (size_t i = 0; i < related->event_lists; i++) {
        struct rows *rows = related->events[i];
        if (rows->count > 0) {
            const struct store_event *first = rows_at(rows, env, 0);
            struct str whose = first ? first->city_name : (struct str){0};
            page_section_open(ui, env, arena_printf(ui_arena(ui), "dates-%zu", i),
                title_of(ui, env, MSG_RELATED_EVENTS, related->event_lists, whose));
            page_event_rows(ui, env, rows, STR("events"), 0);
            ui_close(ui);
        }
    }
    if (related->cities->count > 0) {
        page_section_open(ui, env, STR("cities"), word_text(env, MSG_RELATED_CITIES));
        page_city_rows(ui, env, related->cities, word_text(env, MSG_RELATED_CITIES), 0);
        ui_close(ui);
    }
}

/* Whose words these are: what is said about a people is said by somebody, in some year. */
static void
speaker(struct ui *ui, const struct screen_env *env, const struct article *article) {
    const struct store_section *section = &article->source;
    if (article->article.speaker.n == 0 || section->speaker.n == 0) {
        return;
    }
    struct msg_arg args[] = {MSG_TEXT(section->speaker)};
    struct edtf date;
    struct str when = {0};
    if (edtf_parse(section->source_date, &date, NULL)) {
        when = i18n_date(env->i18n, ui_arena(ui), env->locale, &date, false);
    }
    struct str who = i18n_format(env->i18n, ui_arena(ui), env->locale, MSG_SPEAKER, args, 1);
    ui_text(ui, word_join(env, ui_arena(ui), who, when), env->locale,
        (struct ui_text_spec){.key = STR("speaker"), .style = TYPE_CAPTION, .color = COLOR_INK2});
}

static void
article_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct article *article = screen->model;
    struct str address = arena_printf(
        ui_arena(ui), "%.*s/%.*s", STR_ARG(screen->path.name), STR_ARG(screen->path.id));
    page_frame_open(screen, env, ui);
    if (article->is_beside) {
        beside_keys(ui, env, address, article->beside.with);
        beside_view(ui, env, &article->beside, address);
        page_source(ui, env, &article->source);
        page_frame_close(ui);
        return;
    }
    page_head(ui, env, article->article.title, (struct str){0}, article->article.summary);
    beside_keys(ui, env, address, env->locale);
    speaker(ui, env, article);
    if (article->article.agenda_only) {
        ui_open(ui, (struct ui_box){.key = STR("badges"), .axis = UI_WRAP, .gap = SPACE_S});
        ui_badge(ui, word_text(env, MSG_AGENDA_ONLY), TONE_NEUTRAL);
        ui_close(ui);
    }
    ui_open(ui, (struct ui_box){.key = STR("body"), .gap = SPACE_M});
    for (size_t i = 0; i < article->block_count;) {
        i += article->blocks[i].kind == BLOCK_CELL ? table_view(ui, article, i)
                                                   : noted_block(ui, env, article, i);
    }
    ui_close(ui);
    checklist(ui, env, article);
    related_view(ui, env, &article->related);
    page_source(ui, env, &article->source);
    page_take_key(ui, env, screen);
    page_frame_close(ui);
}

static bool
list_paths(const struct screen_env *env, struct path_list *list, struct str kind, struct err *err) {
    struct store_article *articles;
    size_t count;
    struct str listing =
        arena_printf(list->arena, "articles/%.*s/%s", STR_ARG(kind), locale_tag(env->locale));
    if (!store_articles(
            env->store, list->arena, env->locale, STORE_ALL(listing), &articles, &count, err)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        path_list_add(
            list, arena_printf(list->arena, "%.*s/%.*s", STR_ARG(kind), STR_ARG(articles[i].slug)));
    }
    if (count > 0) { /* one beside another language stands for all */
        path_list_add(
            list, arena_printf(list->arena, "%.*s/%.*s?with=%s", STR_ARG(kind),
                      STR_ARG(articles[0].slug), locale_tag(spoken_opposite(env->locale))));
    }
    return true;
}

#define ARTICLE(variable, folder, title_msg)                                     \
    static bool variable##_paths(                                                \
        const struct screen_env *env, struct path_list *list, struct err *err) { \
        return list_paths(env, list, STR(folder), err);                          \
    }                                                                            \
    const struct screen_ops variable = {                                         \
        .name = folder,                                                          \
        .takes_id = true,                                                        \
        .title = title_msg,                                                      \
        .has_own_title = true,                                                   \
        .load = article_load,                                                    \
        .view = article_view,                                                    \
        .paths = variable##_paths,                                               \
    }

ARTICLE(screen_guide, "guides", MSG_TITLE_GUIDES);
ARTICLE(screen_case, "cases", MSG_TITLE_CASES);
ARTICLE(screen_talk, "talks", MSG_TITLE_TALKS);
ARTICLE(screen_report, "reports", MSG_TITLE_REPORTS);

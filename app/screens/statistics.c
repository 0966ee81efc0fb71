/* statistics - the figures of the document: parts of a whole and visits both ways as charts, each
 * with its table, its date and its source; all others as they are. `?figure=ID` opens it at a
 * figure, marked. */
#include "screens/breakdown.h"
#include "screens/jump.h"
#include "screens/page.h"
#include "screens/parts/charts.h"
#include "screens/registry.h"

/* A chart, or figures of a group that stand in none, one after another. */
struct block {
    const struct breakdown *chart; /* NULL: rows */
    struct store_section source;   /* of the chart */
    size_t first, count;           /* rows */
};

struct group {
    struct str id;
    struct rows *figures;
    struct store_section source;
    struct str as_of;     /* of the first figure, when all of a short group hold for the same day */
    size_t marked;        /* from 1: the figure that a link led to; 0: none of this group */
    struct block *blocks; /* of a short group */
    size_t block_count;
};

/* Events of one kind, counted both ways. */
struct visits {
    struct str kind;
    struct rows *events;
    struct store_section source;
    double most;
};

struct statistics {
    struct store_info info;
    struct store_city home;
    struct group *groups;
    size_t count;
    struct visits *visits;
    size_t visit_count;
    struct jump jump;
};

/* "as of ..." when every figure of the group holds for the same day; then rows need not say it. A
 * long group says it in every row. */
static struct str
common_as_of(const struct screen_env *env, struct arena *arena, struct rows *rows) {
    const struct store_figure *figure = rows_at(rows, env, 0);
    struct str common = figure ? word_as_of(env, arena, figure) : (struct str){0};
    for (size_t i = 1; i < rows->count; i++) {
        figure = rows->count <= UI_LIST_WHOLE ? rows_at(rows, env, i) : NULL;
        if (!figure || !str_eq(word_as_of(env, arena, figure), common)) {
            return (struct str){0};
        }
    }
    return common;
}

static bool
is_in_a_chart(const struct group *group, const struct store_figure *figure) {
    for (size_t i = 0; i < group->block_count; i++) {
        if (group->blocks[i].chart && breakdown_has(group->blocks[i].chart, figure)) {
            return true;
        }
    }
    return false;
}

static void
add_row(struct group *group, size_t i) {
    struct block *last = group->block_count > 0 ? &group->blocks[group->block_count - 1] : NULL;
    if (last && !last->chart) {
        last->count++; /* a part of a chart may stand in between */
        return;
    }
    group->blocks[group->block_count++] = (struct block){.first = i, .count = 1};
}

/* Rows of a run follow each other but for what stands in charts. */
static bool
load_blocks(
    struct group *group, struct screen *screen, const struct screen_env *env, struct err *err) {
    struct arena *arena = &screen->arena;
    size_t count = group->figures->count;
    /* so few that no chunk of them is let go */
    const struct store_figure **all = ARENA_ARRAY(arena, count, const struct store_figure *);
    group->blocks = ARENA_ARRAY(arena, count, struct block);
    for (size_t i = 0; i < count; i++) {
        all[i] = rows_at(group->figures, env, i);
        if (!all[i]) {
            group->blocks[0] = (struct block){.count = count};
            group->block_count = 1;
            return true;
        }
    }
    for (size_t i = 0; i < count; i++) {
        struct breakdown *found = ARENA_NEW(arena, struct breakdown);
        if (is_in_a_chart(group, all[i])) {
            continue;
        }
        if (!breakdown_find(found, arena, all, count, all[i])) {
            add_row(group, i);
            continue;
        }
        struct block *block = &group->blocks[group->block_count++];
        *block = (struct block){.chart = found, .first = i};
        if (!page_source_load(env, arena, all[i]->source, &block->source, err)) {
            return false;
        }
    }
    return true;
}

static bool
load_group(
    struct group *group, struct screen *screen, const struct screen_env *env, struct err *err) {
    struct arena *arena = &screen->arena;
    if (!rows_open(&group->figures, screen, env,
            arena_printf(arena, "figures/group/%.*s", STR_ARG(group->id)), rows_ask_figures,
            sizeof(struct store_figure), err)) {
        return false;
    }
    const struct store_figure *first =
        group->figures->count > 0 ? rows_at(group->figures, env, 0) : NULL;
    if (!first) {
        return true;
    }
    group->as_of = common_as_of(env, arena, group->figures);
    struct str figure = screen_path_value(&screen->path, STR("figure"));
    bool is_here = false;
    if (figure.n > 0 && !store_listing_place(env->store, group->figures->listing, figure,
                            &group->marked, &is_here, err)) {
        return false;
    }
    group->marked = is_here ? group->marked + 1 : 0;
    return page_source_load(env, arena, first->source, &group->source, err) &&
           (group->figures->count > UI_LIST_WHOLE || load_blocks(group, screen, env, err));
}

static bool
load_groups(struct statistics *statistics, struct screen *screen, const struct screen_env *env,
    struct err *err) {
    struct str id;
    size_t most = 0;
    while (word_at(env, WORDS_FIGURE_GROUP, most, &id)) {
        most++;
    }
    statistics->groups = ARENA_ARRAY(&screen->arena, most, struct group);
    for (size_t i = 0; i < most; i++) {
        struct group *group = &statistics->groups[statistics->count];
        *group = (struct group){0};
        word_at(env, WORDS_FIGURE_GROUP, i, &group->id);
        if (!load_group(group, screen, env, err)) {
            return false;
        }
        if (group->figures->count == 0) {
            continue;
        }
        struct jump_part part = {.content = group->figures->listing,
            .count = group->blocks ? group->block_count : group->figures->count,
            .name = group->id,
            .title = word_for(env, WORDS_FIGURE_GROUP, group->id)};
        if (!jump_add(&statistics->jump, screen, env, part, err)) {
            return false;
        }
        statistics->count++;
    }
    return true;
}

static struct str
visits_title(const struct screen_env *env, struct arena *arena, struct str kind) {
    struct msg_arg args[] = {MSG_TEXT(word_for(env, WORDS_EVENT, kind))};
    return i18n_format(env->i18n, arena, env->locale, MSG_VISITS_TITLE, args, 1);
}

static bool
load_visits(struct visits *visits, struct screen *screen, const struct screen_env *env,
    struct jump *jump, struct err *err) {
    struct arena *arena = &screen->arena;
    if (!rows_open(&visits->events, screen, env,
            arena_printf(arena, "events/visits/%.*s", STR_ARG(visits->kind)), rows_ask_events,
            sizeof(struct store_event), err)) {
        return false;
    }
    const struct store_event *first =
        visits->events->count > 0 ? rows_at(visits->events, env, 0) : NULL;
    if (!first) {
        return true;
    }
    int64_t most = first->outbound > first->inbound ? first->outbound : first->inbound;
    visits->most = (double)most;
    struct jump_part part = {.content = visits->events->listing,
        .count = visits->events->count,
        .name = arena_printf(arena, "visits-%.*s", STR_ARG(visits->kind)),
        .title = visits_title(env, arena, visits->kind)};
    return page_source_load(env, arena, first->source, &visits->source, err) &&
           jump_add(jump, screen, env, part, err);
}

static bool
load_all_visits(struct statistics *statistics, struct screen *screen, const struct screen_env *env,
    struct err *err) {
    struct str id;
    size_t most = 0;
    bool found;
    if (!store_city(env->store, &screen->arena, env->locale, statistics->info.home,
            &statistics->home, &found, err)) {
        return false;
    }
    while (word_at(env, WORDS_EVENT, most, &id)) {
        most++;
    }
    statistics->visits = ARENA_ARRAY(&screen->arena, most, struct visits);
    for (size_t i = 0; i < most; i++) {
        struct visits *visits = &statistics->visits[statistics->visit_count];
        *visits = (struct visits){0};
        word_at(env, WORDS_EVENT, i, &visits->kind);
        if (!load_visits(visits, screen, env, &statistics->jump, err)) {
            return false;
        }
        statistics->visit_count += visits->most > 0;
    }
    return true;
}

static bool
statistics_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    (void)found;
    struct statistics *statistics = ARENA_NEW(&screen->arena, struct statistics);
    screen->model = statistics;
    if (!store_info(env->store, &screen->arena, &statistics->info, err)) {
        return false;
    }
    jump_init(&statistics->jump, screen, STR("statistics"), false);
    return load_groups(statistics, screen, env, err) &&
           load_all_visits(statistics, screen, env, err);
}

struct view {
    const struct statistics *statistics;
    const struct group *group;
    const struct visits *visits;
    const struct screen_env *env;
};

/* The head of a chart: what it is, its table and its note at the same corner. */
struct head {
    struct str key, title, note;
};
struct opened {
    bool table, note;
};

static struct opened
chart_head(struct ui *ui, const struct screen_env *env, const struct head *head, bool is_marked) {
    struct msg_arg args[] = {MSG_TEXT(head->title)};
    struct str spoken =
        i18n_format(env->i18n, ui_arena(ui), env->locale, MSG_CHART_TABLE_OF, args, 1);
    const struct ui_aside aside = {.about = head->title, .text = head->note};
    struct opened opened;
    ui_open(ui, (struct ui_box){.axis = UI_WRAP,
                    .gap = SPACE_M,
                    .cross_gap = SPACE_S,
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_BETWEEN});
    ui_open(ui, (struct ui_box){.key = head->key,
                    .padding = ui_pad2(is_marked ? SPACE_XS : 0, is_marked ? SPACE_S : 0),
                    .radius = RADIUS_S,
                    .background = is_marked ? COLOR_TINT : COLOR_NONE,
                    .border = is_marked ? COLOR_INDIGO : COLOR_NONE,
                    .border_width = is_marked ? 3 : 0,
                    .selected = is_marked,
                    .reveal = is_marked,
                    .role = ROLE_REGION,
                    .label = head->title});
    ui_text(ui, head->title, env->locale,
        (struct ui_text_spec){
            .style = TYPE_LEAD, .strong = true, .role = ROLE_HEADING, .level = 3});
    ui_close(ui);
    ui_open(ui, (struct ui_box){
                    .axis = UI_ROW, .gap = SPACE_M, .align = UI_ALIGN_CENTER, .no_shrink = true});
    opened.table = ui_more_button(ui, &(struct ui_more){.key = STR("table-key"),
                                          .icon = STR("list"),
                                          .label = word_text(env, MSG_CHART_TABLE),
                                          .spoken = spoken});
    opened.note = ui_aside_button(ui, &aside);
    ui_close(ui);
    ui_close(ui);
    if (opened.note) {
        ui_aside_text(ui, &aside);
    }
    return opened;
}

/* "Budget 1.09 trillion won" */
static struct str
named(const struct screen_env *env, struct arena *arena, const struct store_figure *figure) {
    struct str value = word_figure(env, arena, figure);
    return arena_printf(arena, "%.*s %.*s", STR_ARG(figure->label), STR_ARG(value));
}

/* What is to be borne in mind about the whole and each part. */
static struct str
notes_of(const struct screen_env *env, struct arena *arena, const struct breakdown *chart) {
    struct str notes = chart->whole->note;
    for (size_t i = 0; i < chart->count; i++) {
        const struct store_figure *figure = chart->parts[i].figure;
        struct msg_arg args[] = {MSG_TEXT(figure->label), MSG_TEXT(figure->note)};
        if (figure->note.n > 0) {
            struct str note = i18n_format(env->i18n, arena, env->locale, MSG_CHART_SAYS, args, 2);
            notes = arena_printf(
                arena, "%.*s%s%.*s", STR_ARG(notes), notes.n ? "\n" : "", STR_ARG(note));
        }
    }
    return notes;
}

static struct chart
chart_of(
    struct ui *ui, const struct screen_env *env, const struct breakdown *found, struct str marked) {
    struct arena *arena = ui_arena(ui);
    struct chart_part *parts = ARENA_ARRAY(arena, found->count, struct chart_part);
    struct str said = {0};
    for (size_t i = 0; i < found->count; i++) {
        const struct store_figure *figure = found->parts[i].figure;
        parts[i] = (struct chart_part){.key = figure->id,
            .label = figure->label,
            .value = word_figure(env, arena, figure),
            .amount = figure->value,
            .level = found->parts[i].level,
            .is_sum = found->parts[i].is_sum,
            .is_marked = str_eq(figure->id, marked),
            .country = figure->country};
        said = arena_printf(arena, "%.*s%s%.*s", STR_ARG(said), said.n ? ", " : "",
            STR_ARG(named(env, arena, figure)));
    }
    struct msg_arg args[] = {MSG_TEXT(named(env, arena, found->whole)), MSG_TEXT(said)};
    return (struct chart){.parts = parts,
        .count = found->count,
        .label = i18n_format(env->i18n, arena, env->locale, MSG_CHART_SAYS, args, 2)};
}

/* Parts and whole with what the source prints, a share where it prints any. */
static void
chart_table(struct ui *ui, const struct screen_env *env, const struct breakdown *found) {
    struct arena *arena = ui_arena(ui);
    size_t columns = 2, at = 0;
    for (size_t i = 0; i < found->count; i++) {
        columns = found->parts[i].figure->percent >= 0 ? 3 : columns;
    }
    struct ui_table_cell *cells =
        ARENA_ARRAY(arena, (found->count + 2) * columns, struct ui_table_cell);
    cells[at++].text = word_text(env, MSG_CHART_PART);
    cells[at++].text = word_text(env, MSG_CHART_VALUE);
    if (columns == 3) {
        cells[at++].text = word_text(env, MSG_CHART_SHARE);
    }
    for (size_t i = 0; i <= found->count; i++) {
        const struct store_figure *figure =
            i < found->count ? found->parts[i].figure : found->whole;
        cells[at++].text = figure->label;
        cells[at++].text = word_figure(env, arena, figure);
        if (columns == 3) {
            cells[at++].text = figure->percent >= 0
                                   ? arena_printf(arena, "%.*s%%", STR_ARG(figure->percent_written))
                                   : STR("–");
        }
    }
    ui_table(ui, (struct ui_table){.key = STR("table"),
                     .label = found->whole->label,
                     .cells = cells,
                     .columns = columns,
                     .rows = found->count + 2});
}

static void
caption(struct ui *ui, const struct screen_env *env, struct str text) {
    if (text.n) {
        ui_text(ui, text, env->locale,
            (struct ui_text_spec){.style = TYPE_CAPTION, .color = COLOR_INK2});
    }
}

static void
chart_block(struct ui *ui, const struct view *view, const struct block *block) {
    const struct screen_env *env = view->env;
    struct arena *arena = ui_arena(ui);
    const struct breakdown *found = block->chart;
    const struct group *group = view->group;
    const struct store_figure *marked =
        group->marked > 0 ? rows_at(group->figures, env, group->marked - 1) : NULL;
    struct str id = marked ? marked->id : (struct str){0};
    const struct head head = {.key = found->whole->id,
        .title = named(env, arena, found->whole),
        .note = notes_of(env, arena, found)};
    ui_card_open(
        ui, (struct ui_card){.key = arena_printf(arena, "chart-%.*s", STR_ARG(found->whole->id)),
                .gap = SPACE_M});
    struct opened opened = chart_head(ui, env, &head, str_eq(found->whole->id, id));
    struct chart chart = chart_of(ui, env, found, id);
    chart_whole(ui, &chart);
    struct str one =
        found->leaves > CHART_STRIP_MOST ? word_text(env, MSG_CHART_ONE_SHAPE) : (struct str){0};
    caption(ui, env, word_join(env, arena, word_as_of(env, arena, found->whole), one));
    if (opened.table) {
        chart_table(ui, env, found);
    }
    page_source(ui, env, &block->source);
    ui_close(ui);
}

/* Of other cities than the home city it says whose figures come next. */
static void
city_link(struct ui *ui, const struct view *view, const struct store_figure *figure) {
    struct str rest = figure->subject, folder;
    str_split(&rest, '/', &folder);
    bool is_home = str_eq(rest, view->statistics->info.home);
    if (str_eq(folder, STR("cities")) && figure->subject_name.n && !is_home) {
        ui_button(ui, (struct ui_button){.key = rest,
                          .label = figure->subject_name,
                          .kind = UI_BUTTON_LINK,
                          .end_icon = STR("chevron"),
                          .action = page_action(ui, "cities", rest)});
    }
}

static void
figure_row(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    const struct group *group = view->group;
    const struct store_figure *found = rows_at(group->figures, view->env, i);
    const struct store_figure *before = i > 0 ? rows_at(group->figures, view->env, i - 1) : NULL;
    if (!found) {
        page_row_missing(ui, view->env, i);
        return;
    }
    struct store_figure *figure = ARENA_NEW(ui_arena(ui), struct store_figure);
    *figure = *found;
    figure->has_as_of = figure->has_as_of && group->as_of.n == 0;
    ui_open(ui, (struct ui_box){0});
    if (!before || !str_eq(before->subject, figure->subject)) {
        city_link(ui, view, figure);
    }
    page_figure_row(ui, view->env, figure, i + 1 == group->figures->count, group->marked == i + 1);
    ui_close(ui);
}

static void
block_row(struct ui *ui, void *self, size_t index) {
    const struct view *view = self;
    const struct block *block = &view->group->blocks[index];
    if (block->chart) {
        chart_block(ui, view, block);
        return;
    }
    ui_card_open(ui, (struct ui_card){.key = arena_printf(ui_arena(ui), "rows-%zu", block->first)});
    ui_open(ui, (struct ui_box){.role = ROLE_LIST});
    for (size_t i = block->first, left = block->count; left > 0; i++) {
        const struct store_figure *figure = rows_at(view->group->figures, view->env, i);
        if (!figure || !is_in_a_chart(view->group, figure)) {
            figure_row(ui, self, i);
            left--;
        }
    }
    ui_close(ui);
    page_source(ui, view->env, &view->group->source);
    ui_close(ui);
}

static void
group_view(struct ui *ui, const struct screen_env *env, const struct statistics *statistics,
    const struct group *group) {
    struct view *view = ARENA_NEW(ui_arena(ui), struct view);
    *view = (struct view){.statistics = statistics, .group = group, .env = env};
    struct ui_list list = {.key = STR("figures"),
        .content = group->figures->listing,
        .count = group->block_count,
        .gap = SPACE_M,
        .row = block_row,
        .self = view};
    ui_open(ui, (struct ui_box){.key = group->id,
                    .gap = SPACE_M,
                    .reveal = jump_is_part(&statistics->jump, group->id)});
    ui_section_header(ui, (struct ui_section_header){.key = STR("header"),
                              .title = word_for(env, WORDS_FIGURE_GROUP, group->id),
                              .count = group->as_of});
    if (group->blocks) {
        ui_list(ui, list);
    } else {
        list.count = group->figures->count;
        list.gap = 0;
        list.row = figure_row;
        list.reveal = group->marked;
        ui_card_open(ui, (struct ui_card){.key = STR("card")});
        ui_list(ui, list);
        ui_close(ui);
        page_source(ui, env, &group->source);
    }
    ui_close(ui);
}

static struct str
of_home(struct ui *ui, const struct view *view, enum msg msg) {
    struct msg_arg args[] = {MSG_TEXT(view->statistics->home.name)};
    return i18n_format(view->env->i18n, ui_arena(ui), view->env->locale, msg, args, 1);
}

static struct str
count_of(struct ui *ui, const struct screen_env *env, int64_t count) {
    return i18n_number(env->i18n, ui_arena(ui), env->locale, (double)count, 0);
}

static void
visits_row(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    const struct store_event *event = rows_at(view->visits->events, view->env, i);
    if (!event) {
        page_row_missing(ui, view->env, i);
        return;
    }
    chart_line(ui, &(struct chart_line){.key = event->id,
                       .name = event->city_name,
                       .country = event->country,
                       .out_value = count_of(ui, view->env, event->outbound),
                       .in_value = count_of(ui, view->env, event->inbound),
                       .out = (double)event->outbound,
                       .in = (double)event->inbound,
                       .most = view->visits->most,
                       .digits = (int)count_of(ui, view->env, (int64_t)view->visits->most).n});
}

static void
visits_side(struct ui *ui, const struct view *view, enum chart_side side) {
    ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_S, .align = UI_ALIGN_CENTER});
    chart_swatch(ui, side);
    ui_text(ui, of_home(ui, view, side == CHART_OUT ? MSG_VISITS_FROM : MSG_VISITS_TO),
        view->env->locale, (struct ui_text_spec){.style = TYPE_BODY, .color = COLOR_INK2});
    ui_close(ui);
}

/* The notes and the table of what a short list shows; a long one has its events on the timeline. */
static struct str
visits_notes(struct ui *ui, const struct view *view) {
    const struct screen_env *env = view->env;
    struct rows *events = view->visits->events;
    struct str notes = {0};
    for (size_t i = 0; i < events->count && events->count <= UI_LIST_WHOLE; i++) {
        const struct store_event *event = rows_at(events, env, i);
        if (event && event->note.n > 0) {
            struct msg_arg args[] = {MSG_TEXT(event->city_name), MSG_TEXT(event->note)};
            struct str note =
                i18n_format(env->i18n, ui_arena(ui), env->locale, MSG_CHART_SAYS, args, 2);
            notes = arena_printf(
                ui_arena(ui), "%.*s%s%.*s", STR_ARG(notes), notes.n ? "\n" : "", STR_ARG(note));
        }
    }
    return notes;
}

static void
visits_table(struct ui *ui, const struct view *view, struct str title) {
    const struct screen_env *env = view->env;
    struct rows *events = view->visits->events;
    size_t rows = (events->count < UI_LIST_WHOLE ? events->count : UI_LIST_WHOLE) + 1, at = 0;
    struct ui_table_cell *cells = ARENA_ARRAY(ui_arena(ui), rows * 4, struct ui_table_cell);
    cells[at++].text = word_text(env, MSG_VISITS_CITY);
    cells[at++].text = of_home(ui, view, MSG_VISITS_FROM);
    cells[at++].text = of_home(ui, view, MSG_VISITS_TO);
    cells[at++].text = word_text(env, MSG_VISITS_PERIOD);
    for (size_t i = 0; i + 1 < rows; i++) {
        const struct store_event *event = rows_at(events, env, i);
        cells[at++].text = event ? event->city_name : word_text(env, MSG_ROW_MISSING);
        cells[at++].text = event ? count_of(ui, env, event->outbound) : (struct str){0};
        cells[at++].text = event ? count_of(ui, env, event->inbound) : (struct str){0};
        cells[at++].text = event ? word_date(env, ui_arena(ui), &event->date) : (struct str){0};
    }
    ui_table(
        ui, (struct ui_table){
                .key = STR("table"), .label = title, .cells = cells, .columns = 4, .rows = rows});
}

static void
visits_view(struct ui *ui, const struct screen_env *env, const struct statistics *statistics,
    const struct visits *visits) {
    struct view *view = ARENA_NEW(ui_arena(ui), struct view);
    *view = (struct view){.statistics = statistics, .visits = visits, .env = env};
    struct str title = visits_title(env, ui_arena(ui), visits->kind);
    const struct head head = {.key = STR("head"), .title = title, .note = visits_notes(ui, view)};
    struct str name = arena_printf(ui_arena(ui), "visits-%.*s", STR_ARG(visits->kind));
    ui_open(ui, (struct ui_box){.key = name, .reveal = jump_is_part(&statistics->jump, name)});
    ui_card_open(ui, (struct ui_card){.key = STR("card"), .gap = SPACE_M});
    struct opened opened = chart_head(ui, env, &head, false);
    ui_open(ui, (struct ui_box){.axis = UI_WRAP, .gap = SPACE_XL, .cross_gap = SPACE_XS});
    visits_side(ui, view, CHART_OUT);
    visits_side(ui, view, CHART_IN);
    ui_close(ui);
    ui_open(ui, (struct ui_box){.key = STR("chart"), .role = ROLE_TABLE, .label = title});
    ui_list(ui, (struct ui_list){.key = STR("lines"),
                    .content = visits->events->listing,
                    .count = visits->events->count,
                    .row = visits_row,
                    .self = view});
    ui_close(ui);
    if (opened.table) {
        visits_table(ui, view, title);
    }
    page_source(ui, env, &visits->source);
    ui_close(ui);
    ui_close(ui);
}

static void
statistics_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct statistics *statistics = screen->model;
    if (jump_is_choosing(&statistics->jump)) {
        jump_view(&statistics->jump, screen, env, ui);
        return;
    }
    page_frame_open_long(screen, env, ui, jump_scrubber(&statistics->jump, env, ui));
    page_head_noted(ui, env, screen->title, (struct str){0}, (struct str){0},
        word_text(env, MSG_STATISTICS_NOTE));
    for (size_t i = 0; i < statistics->count; i++) {
        group_view(ui, env, statistics, &statistics->groups[i]);
    }
    for (size_t i = 0; i < statistics->visit_count; i++) {
        visits_view(ui, env, statistics, &statistics->visits[i]);
    }
    if (statistics->count + statistics->visit_count == 0) {
        page_empty(ui, env);
    }
    page_take_key(ui, env, screen);
    page_frame_close(ui);
}

const struct screen_ops screen_statistics = {
    .name = "statistics",
    .title = MSG_TITLE_STATISTICS,
    .load = statistics_load,
    .view = statistics_view,
};

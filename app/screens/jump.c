#include "screens/jump.h"

#include "base/vec.h"
#include "screens/page.h"

#define LONG_PANELS 3.0 /* lists that are longer together have a scrubber */

enum { ROWS_APART = 8, MOST_PLACES = 40 }; /* of stations that are places */

#define PART_STATION STR("start")

void
jump_init(struct jump *jump, struct screen *screen, struct str path, bool has_years) {
    struct str at = screen_path_value(&screen->path, STR("at"));
    *jump = (struct jump){.path = path, .has_years = has_years};
    jump->asks_to_choose = str_eq(screen_path_value(&screen->path, STR("choose")), STR("heading"));
    jump->choose = STR("choose=heading");
    size_t colon = str_find(at, STR(":"));
    jump->at_list = colon == SIZE_MAX ? (struct str){0} : str_slice(at, 0, colon);
    jump->at = colon == SIZE_MAX ? at : str_slice(at, colon + 1, at.n);
}

static void
add_station(struct jump_list *list, struct arena *arena, struct str heading, size_t place) {
    VEC_ROOM_IN(arena, list->stations, list->count, list->cap, 1);
    list->stations[list->count++] =
        (struct store_heading){.heading = arena_str(arena, heading), .place = place};
}

/* A station wherever the heading is another one than that of the row before. */
static void
add_headings(struct jump_list *list, struct arena *arena, const struct screen_env *env) {
    struct rows *rows = list->part.rows;
    for (size_t i = 0; i < rows->count; i++) {
        const void *row = rows_at(rows, env, i);
        struct str heading = row ? list->part.heading(row, env, arena) : (struct str){0};
        bool is_new = list->count == 0 || !str_eq(list->stations[list->count - 1].heading, heading);
        if (heading.n && is_new) {
            add_station(list, arena, heading, i);
        }
    }
}

static void
add_places(struct jump_list *list, struct arena *arena) {
    size_t count = list->part.count, apart = (count + MOST_PLACES - 1) / MOST_PLACES;
    apart = apart > ROWS_APART ? apart : ROWS_APART;
    for (size_t i = 0; i < count; i += apart) {
        add_station(list, arena, arena_printf(arena, "%zu", i + 1), i);
    }
}

/* With one heading there is nowhere to go: titles in kanji without readings are all under # */
static void
add_stations(struct jump_list *list, struct arena *arena, const struct screen_env *env) {
    list->kind = JUMP_HEADINGS;
    if (list->count == 0 && list->part.heading && list->part.count <= UI_LIST_WHOLE) {
        add_headings(list, arena, env);
    }
    if (list->count > 1 || list->part.count == 0) {
        return;
    }
    list->count = 0;
    list->kind = list->part.name.n ? JUMP_PART : JUMP_PLACES;
    if (list->kind == JUMP_PART) {
        add_station(list, arena, PART_STATION, 0);
    } else {
        add_places(list, arena);
    }
}

bool
jump_add(struct jump *jump, struct screen *screen, const struct screen_env *env,
    struct jump_part part, struct err *err) {
    struct jump_list list = {.part = part};
    struct arena *arena = &screen->arena;
    if (part.rows) {
        list.part.content = part.rows->listing;
        list.part.count = part.rows->count;
        if (!store_listing_headings(
                env->store, arena, part.rows->listing, &list.stations, &list.count, err)) {
            return false;
        }
        list.cap = list.count;
    }
    add_stations(&list, arena, env);
    VEC_ROOM_IN(arena, jump->lists, jump->count, jump->cap, 1);
    jump->lists[jump->count++] = list;
    return true;
}

static size_t
count_stations(const struct jump *jump) {
    size_t count = 0;
    for (size_t i = 0; i < jump->count; i++) {
        count += jump->lists[i].count;
    }
    return count;
}

bool
jump_is_choosing(const struct jump *jump) {
    return jump->asks_to_choose && count_stations(jump) > 1;
}

/* The last station at or before the year; the first one when all are later. */
static size_t
nearest_year(const struct jump_list *list, int64_t year) {
    size_t found = 0;
    for (size_t i = 0; i < list->count; i++) {
        int64_t other;
        found = str_to_i64(list->stations[i].heading, &other) && other <= year ? i : found;
    }
    return found;
}

/* From 1: the station of this list that the path asks for. */
static size_t
asked_of(const struct jump *jump, const struct jump_list *list) {
    int64_t year;
    if (jump->at.n == 0 || list->count == 0 || !str_eq(list->part.name, jump->at_list)) {
        return 0;
    }
    for (size_t i = 0; i < list->count; i++) {
        if (str_eq(list->stations[i].heading, jump->at)) {
            return i + 1;
        }
    }
    bool is_year = jump->has_years && list->kind == JUMP_HEADINGS && str_to_i64(jump->at, &year);
    return is_year ? nearest_year(list, year) + 1 : 0;
}

size_t
jump_row(const struct jump *jump, const struct rows *rows) {
    for (size_t i = 0; i < jump->count; i++) {
        const struct jump_list *list = &jump->lists[i];
        size_t asked = list->part.rows == rows ? asked_of(jump, list) : 0;
        if (asked > 0 && list->kind != JUMP_PART) {
            return list->stations[asked - 1].place + 1;
        }
    }
    return 0;
}

bool
jump_is_part(const struct jump *jump, struct str name) {
    for (size_t i = 0; i < jump->count; i++) {
        const struct jump_list *list = &jump->lists[i];
        if (list->kind == JUMP_PART && str_eq(list->part.name, name)) {
            return asked_of(jump, list) > 0;
        }
    }
    return false;
}

/* The last station at or before the row. The first one stands for all before it. */
static size_t
station_before(const struct jump_list *list, size_t row) {
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (list->stations[middle].place <= row) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low > 0 ? low - 1 : 0;
}

/* 1995년, 2026년 2월; a letter is what it is. */
static struct str
words_of(const struct jump *jump, const struct screen_env *env, struct ui *ui,
    const struct jump_list *list, size_t station) {
    struct str heading = list->stations[station].heading;
    struct edtf date;
    if (list->kind == JUMP_PART) {
        return list->part.title;
    }
    if (list->kind == JUMP_PLACES) {
        size_t first = list->stations[station].place + 1;
        size_t last =
            station + 1 < list->count ? list->stations[station + 1].place : list->part.count;
        return first == last ? heading : arena_printf(ui_arena(ui), "%zu–%zu", first, last);
    }
    if (!jump->has_years || !edtf_parse(heading, &date, NULL)) {
        return heading;
    }
    return i18n_date(env->i18n, ui_arena(ui), env->locale, &date, false);
}

static struct str
action_of(const struct jump *jump, struct ui *ui, const struct jump_list *list, size_t station) {
    struct arena *arena = ui_arena(ui);
    const char *mark = str_find(jump->path, STR("?")) == SIZE_MAX ? "?" : "&";
    struct str name = list->part.name;
    struct str at = screen_path_encode(arena, list->stations[station].heading);
    return arena_printf(arena, "replace %.*s%sat=%.*s%s%.*s", STR_ARG(jump->path), mark,
        STR_ARG(name), name.n ? ":" : "", STR_ARG(at));
}

/* A station of the page, all its lists in a row. False past the end. */
static bool
station_at(const struct jump *jump, size_t index, const struct jump_list **list, size_t *station) {
    for (size_t i = 0; i < jump->count; i++) {
        if (index < jump->lists[i].count) {
            *list = &jump->lists[i];
            *station = index;
            return true;
        }
        index -= jump->lists[i].count;
    }
    return false;
}

/* Where the reader is; the first one above all lists, below a list the last one of it. The last
 * stations of a page never get as far up as they should: at its end it is the one that was asked
 * for, so that steps lead on from it. */
static size_t
find_here(const struct jump *jump, const struct ui *ui) {
    size_t before = 0, here = 0, asked = 0;
    bool is_found = false, is_at_end = false;
    for (size_t i = 0; i < jump->count; i++) {
        const struct jump_list *list = &jump->lists[i];
        bool is_end;
        size_t last, of_list = asked_of(jump, list);
        size_t row = ui_list_row_here(ui, list->part.content, list->part.count, &last, &is_end);
        if (row > 0 && list->count > 0 && !is_found) {
            size_t at = of_list > 0 ? list->stations[of_list - 1].place + 1 : 0;
            here = before + station_before(list, at > row && at <= last ? at - 1 : row - 1);
            is_at_end = is_end;
            is_found = true;
        } else if (!is_found && list->count > 0 &&
                   ui_list_is_passed(ui, list->part.content, list->part.count)) {
            here = before + list->count - 1;
        }
        asked = of_list > 0 ? before + of_list - 1 : asked;
        before += list->count;
    }
    return is_at_end && asked > here ? asked : here;
}

static double
panels_of(const struct jump *jump, struct ui *ui) {
    double panels = 0;
    for (size_t i = 0; i < jump->count; i++) {
        panels += ui_list_panels(ui, jump->lists[i].part.content, jump->lists[i].part.count);
    }
    return panels;
}

/* Of the page of all stations. */
static struct str
choose_path(const struct jump *jump, struct ui *ui) {
    struct str before = jump->path;
    size_t choose = str_find(before, STR("?choose="));
    before = choose == SIZE_MAX ? before : str_slice(before, 0, choose);
    const char *mark = str_find(before, STR("?")) == SIZE_MAX ? "?" : "&";
    return arena_printf(ui_arena(ui), "%.*s%s%.*s", STR_ARG(before), mark, STR_ARG(jump->choose));
}

static enum msg
choose_msg(const struct jump *jump) {
    bool has_headings = false;
    for (size_t i = 0; i < jump->count; i++) {
        has_headings =
            has_headings || (jump->lists[i].kind == JUMP_HEADINGS && jump->lists[i].count > 0);
    }
    return !has_headings      ? MSG_JUMP
           : jump->has_months ? MSG_CHOOSE_MONTH
           : jump->has_years  ? MSG_CHOOSE_YEAR
                              : MSG_CHOOSE_LETTER;
}

struct ui_scrubber
jump_scrubber(const struct jump *jump, const struct screen_env *env, struct ui *ui) {
    const struct jump_list *list, *other;
    size_t station, next;
    if (count_stations(jump) < 2 || panels_of(jump, ui) <= LONG_PANELS) {
        return (struct ui_scrubber){0};
    }
    size_t here = find_here(jump, ui);
    if (!station_at(jump, here, &list, &station)) {
        return (struct ui_scrubber){0};
    }
    struct ui_scrubber scrubber = {.label = word_text(env, MSG_JUMP),
        .here = words_of(jump, env, ui, list, station),
        .here_label = word_text(env, choose_msg(jump)),
        .here_action = arena_printf(ui_arena(ui), "open %.*s", STR_ARG(choose_path(jump, ui))),
        .back_label = word_text(env, MSG_JUMP_BACK),
        .on_label = word_text(env, MSG_JUMP_ON)};
    if (here > 0 && station_at(jump, here - 1, &other, &next)) {
        scrubber.back_action = action_of(jump, ui, other, next);
    }
    if (station_at(jump, here + 1, &other, &next)) {
        scrubber.on_action = action_of(jump, ui, other, next);
    }
    return scrubber;
}

struct choice {
    const struct jump *jump;
    const struct jump_list *list;
    const struct screen_env *env;
};

static void
choice_row(struct ui *ui, void *self, size_t i) {
    const struct choice *choice = self;
    const struct jump_list *list = choice->list;
    struct str words = words_of(choice->jump, choice->env, ui, list, i);
    bool is_part = list->kind == JUMP_PART;
    ui_open(ui, (struct ui_box){.key = is_part ? list->part.name : list->stations[i].heading,
                    .padding = ui_pad2(SPACE_S, SPACE_M),
                    .align = is_part ? UI_ALIGN_START : UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_CENTER,
                    .background = COLOR_CARD,
                    .raised = true,
                    .radius = RADIUS_M,
                    .role = ROLE_LINK,
                    .label = words,
                    .action = action_of(choice->jump, ui, list, i)});
    ui_text(ui, words, choice->env->locale,
        (struct ui_text_spec){
            .style = TYPE_BODY_STRONG, .color = COLOR_INDIGO, .tabular = true, .decorative = true});
    ui_close(ui);
}

static void
choices(struct ui *ui, const struct choice *choice, size_t index) {
    const struct jump_list *list = choice->list;
    bool is_words = choice->jump->has_years || list->kind != JUMP_HEADINGS;
    page_section_open(ui, choice->env, arena_printf(ui_arena(ui), "headings-%zu", index),
        list->kind == JUMP_PART ? (struct str){0} : list->part.title);
    ui_list(ui,
        (struct ui_list){.key = STR("list"),
            .label = list->part.title,
            .content = arena_printf(ui_arena(ui), "headings of %.*s", STR_ARG(list->part.content)),
            .count = list->count,
            .min_column = list->kind == JUMP_PART ? 0
                          : is_words              ? 132
                                                  : 64,
            .gap = SPACE_S,
            .row = choice_row,
            .self = (void *)choice});
    ui_close(ui);
}

void
jump_view(const struct jump *jump, const struct screen *screen, const struct screen_env *env,
    struct ui *ui) {
    page_frame_open(screen, env, ui);
    page_head(ui, env, word_text(env, choose_msg(jump)), (struct str){0}, screen->title);
    for (size_t i = 0; i < jump->count; i++) {
        struct choice *choice = ARENA_NEW(ui_arena(ui), struct choice);
        *choice = (struct choice){jump, &jump->lists[i], env};
        if (choice->list->count > 0) {
            choices(ui, choice, i);
        }
    }
    page_frame_close(ui);
}

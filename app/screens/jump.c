#include "screens/jump.h"

#include "base/vec.h"
#include "screens/page.h"

void
jump_init(struct jump *jump, struct screen *screen, struct str path, bool has_years) {
    struct str at = screen_path_value(&screen->path, STR("at"));
    *jump = (struct jump){.path = path, .has_years = has_years};
    jump->is_choosing = str_eq(screen_path_value(&screen->path, STR("choose")), STR("heading"));
    jump->choose = STR("choose=heading");
    size_t colon = str_find(at, STR(":"));
    jump->at_list = colon == SIZE_MAX ? (struct str){0} : str_slice(at, 0, colon);
    jump->at = colon == SIZE_MAX ? at : str_slice(at, colon + 1, at.n);
}

bool
jump_add(struct jump *jump, struct screen *screen, const struct screen_env *env, struct rows *rows,
    struct str name, struct str title, struct err *err) {
    struct jump_list list = {.rows = rows, .name = name, .title = title};
    VEC_ROOM_IN(&screen->arena, jump->lists, jump->count, jump->cap, 1);
    bool ok = store_listing_headings(
        env->store, &screen->arena, rows->listing, &list.headings, &list.heading_count, err);
    /* With one heading there is nowhere to go: titles in kanji without readings are all under # */
    list.heading_count = list.heading_count > 1 ? list.heading_count : 0;
    jump->lists[jump->count++] = list;
    return ok;
}

static const struct jump_list *
list_of(const struct jump *jump, const struct rows *rows) {
    for (size_t i = 0; i < jump->count; i++) {
        if (jump->lists[i].rows == rows) {
            return &jump->lists[i];
        }
    }
    return NULL;
}

size_t
jump_row(const struct jump *jump, const struct rows *rows) {
    const struct jump_list *list = list_of(jump, rows);
    for (size_t i = 0; list && jump->at.n && i < list->heading_count; i++) {
        if (str_eq(list->headings[i].heading, jump->at) && str_eq(list->name, jump->at_list)) {
            return list->headings[i].place + 1;
        }
    }
    return 0;
}

/* The last heading at or before the row; heading_count when there is none. */
static size_t
heading_before(const struct jump_list *list, size_t row) {
    size_t low = 0, high = list->heading_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (list->headings[middle].place <= row) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low > 0 ? low - 1 : list->heading_count;
}

/* 1995년; a letter is what it is. */
static struct str
words_of(const struct jump *jump, const struct screen_env *env, struct ui *ui, struct str heading) {
    int64_t year;
    if (!jump->has_years || !str_to_i64(heading, &year)) {
        return heading;
    }
    struct edtf date = {.from = {.precision = EDTF_YEAR, .year = (int16_t)year}};
    return i18n_date(env->i18n, ui_arena(ui), env->locale, &date, false);
}

static struct str
action_of(const struct jump *jump, struct ui *ui, const struct jump_list *list, size_t heading) {
    struct arena *arena = ui_arena(ui);
    const char *mark = str_find(jump->path, STR("?")) == SIZE_MAX ? "?" : "&";
    struct str at = screen_path_encode(arena, list->headings[heading].heading);
    return arena_printf(arena, "replace %.*s%sat=%.*s%s%.*s", STR_ARG(jump->path), mark,
        STR_ARG(list->name), list->name.n ? ":" : "", STR_ARG(at));
}

/* The heading of the row that the reader has there. The last headings of a page never get that far
 * up: at its end it is the one that was asked for, so that steps lead on from it. */
static size_t
heading_here(const struct jump *jump, const struct jump_list *list, size_t row, bool is_at_end) {
    size_t asked = jump_row(jump, list->rows);
    return heading_before(list, is_at_end && asked > row ? asked - 1 : row - 1);
}

/* Where the reader is: which long list, and the heading there; the first one above all of them. */
static const struct jump_list *
find_here(const struct jump *jump, const struct ui *ui, size_t *heading) {
    const struct jump_list *first = NULL;
    for (size_t i = 0; i < jump->count; i++) {
        const struct jump_list *list = &jump->lists[i];
        if (list->heading_count == 0) {
            continue;
        }
        bool is_at_end;
        size_t row = ui_list_row_here(ui, list->rows->listing, list->rows->count, &is_at_end);
        if (row > 0) {
            *heading = heading_here(jump, list, row, is_at_end);
            return list;
        }
        first = first ? first : list;
    }
    *heading = 0;
    return first;
}

/* Of the page of all headings. */
static struct str
choose_path(const struct jump *jump, struct ui *ui) {
    struct str before = jump->path;
    size_t choose = str_find(before, STR("?choose="));
    before = choose == SIZE_MAX ? before : str_slice(before, 0, choose);
    const char *mark = str_find(before, STR("?")) == SIZE_MAX ? "?" : "&";
    return arena_printf(ui_arena(ui), "%.*s%s%.*s", STR_ARG(before), mark, STR_ARG(jump->choose));
}

struct ui_scrubber
jump_scrubber(const struct jump *jump, const struct screen_env *env, struct ui *ui) {
    size_t heading;
    const struct jump_list *list = find_here(jump, ui, &heading);
    if (!list || heading >= list->heading_count) {
        return (struct ui_scrubber){0};
    }
    bool has_next = heading + 1 < list->heading_count;
    return (struct ui_scrubber){.label = word_text(env, MSG_JUMP),
        .here = words_of(jump, env, ui, list->headings[heading].heading),
        .here_label = word_text(env, jump->has_years ? MSG_CHOOSE_YEAR : MSG_CHOOSE_LETTER),
        .here_action = arena_printf(ui_arena(ui), "open %.*s", STR_ARG(choose_path(jump, ui))),
        .back_label = word_text(env, MSG_JUMP_BACK),
        .back_action = heading > 0 ? action_of(jump, ui, list, heading - 1) : (struct str){0},
        .on_label = word_text(env, MSG_JUMP_ON),
        .on_action = has_next ? action_of(jump, ui, list, heading + 1) : (struct str){0}};
}

struct choice {
    const struct jump *jump;
    const struct jump_list *list;
    const struct screen_env *env;
};

static void
choice_row(struct ui *ui, void *self, size_t i) {
    const struct choice *choice = self;
    struct str words = words_of(choice->jump, choice->env, ui, choice->list->headings[i].heading);
    ui_open(ui, (struct ui_box){.key = choice->list->headings[i].heading,
                    .padding = ui_pad2(SPACE_S, SPACE_M),
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_CENTER,
                    .background = COLOR_SURFACE,
                    .border = COLOR_DIVIDER,
                    .radius = RADIUS_M,
                    .role = ROLE_LINK,
                    .label = words,
                    .action = action_of(choice->jump, ui, choice->list, i)});
    ui_text(ui, words, choice->env->locale,
        (struct ui_text_spec){
            .style = TYPE_BODY_STRONG, .color = COLOR_LINK, .tabular = true, .decorative = true});
    ui_close(ui);
}

void
jump_view(const struct jump *jump, const struct screen *screen, const struct screen_env *env,
    struct ui *ui) {
    page_frame_open(screen, env, ui);
    page_head(ui, env, word_text(env, jump->has_years ? MSG_CHOOSE_YEAR : MSG_CHOOSE_LETTER),
        (struct str){0}, screen->title);
    for (size_t i = 0; i < jump->count; i++) {
        struct choice *choice = ARENA_NEW(ui_arena(ui), struct choice);
        *choice = (struct choice){jump, &jump->lists[i], env};
        if (choice->list->heading_count == 0) {
            continue;
        }
        page_section_open(
            ui, env, arena_printf(ui_arena(ui), "headings-%zu", i), choice->list->title);
        ui_list(ui, (struct ui_list){.key = STR("list"),
                        .label = choice->list->title,
                        .content = arena_printf(
                            ui_arena(ui), "headings of %.*s", STR_ARG(choice->list->rows->listing)),
                        .count = choice->list->heading_count,
                        .min_column = jump->has_years ? 132 : 64,
                        .gap = SPACE_S,
                        .row = choice_row,
                        .self = choice});
        ui_close(ui);
    }
    page_frame_close(ui);
}

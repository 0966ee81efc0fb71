/* about - where everything comes from, and how far it can be trusted. */
#include "screens/page.h"
#include "screens/registry.h"

struct about {
    struct store_info info;
    struct rows *sections, *people;
};

static bool
about_load(struct screen *screen, const struct screen_env *env, bool *found, struct err *err) {
    (void)found;
    struct about *about = ARENA_NEW(&screen->arena, struct about);
    screen->model = about;
    return store_info(env->store, &screen->arena, &about->info, err) &&
           rows_open(&about->sections, screen, env, STR("sections"), rows_ask_sections,
               sizeof(struct store_section), err) &&
           rows_open(&about->people, screen, env, STR("people"), rows_ask_people,
               sizeof(struct store_person), err);
}

/* Publisher and date, as people read a date. */
static struct str
imprint(const struct screen_env *env, struct arena *arena, const struct store_section *section) {
    struct edtf date;
    struct str day = section->source_date;
    if (edtf_parse(day, &date, NULL)) {
        day = word_date(env, arena, &date);
    }
    return word_join(env, arena, section->source_publisher, day);
}

struct view {
    const struct about *about;
    const struct screen_env *env;
};

static void
source_head(struct ui *ui, const struct screen_env *env, const struct store_section *section) {
    ui_heading(ui, section->source_title, env->locale, (struct ui_heading){.level = 2});
    page_text(ui, env, imprint(env, ui_arena(ui), section));
    page_note(ui, env, section->source_note);
}

static void
section_row(struct ui *ui, const struct store_section *section, bool last) {
    ui_fact_row(ui, (struct ui_fact_row){.key = section->id,
                        .label = section->title,
                        .value = section->speaker,
                        .note = section->note,
                        .last = last});
}

/* A short table: one source, and its sections in the order of the document. Returns the index after
 * them. */
static size_t
source(struct ui *ui, const struct screen_env *env, struct rows *sections, size_t first) {
    const struct store_section *head = rows_at(sections, env, first), *next = head;
    size_t end = first;
    if (!head) {
        page_row_missing(ui, env, first);
        return first + 1;
    }
    while (next && str_eq(next->source_id, head->source_id)) {
        end++;
        next = end < sections->count ? rows_at(sections, env, end) : NULL;
    }
    ui_open(ui, (struct ui_box){.key = head->source_id, .gap = SPACE_M});
    source_head(ui, env, head);
    ui_card_open(ui, (struct ui_card){.key = STR("sections"), .role = ROLE_LIST});
    for (size_t i = first; i < end; i++) {
        section_row(ui, rows_at(sections, env, i), i + 1 == end);
    }
    ui_close(ui);
    ui_close(ui);
    return end;
}

/* A long one: the first section of a source brings the source along. */
static void
long_row(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    const struct screen_env *env = view->env;
    const struct store_section *section = rows_at(view->about->sections, env, i);
    const struct store_section *before = i > 0 ? rows_at(view->about->sections, env, i - 1) : NULL;
    if (!section) {
        page_row_missing(ui, env, i);
        return;
    }
    ui_open(ui, (struct ui_box){.gap = SPACE_M});
    if (!before || !str_eq(before->source_id, section->source_id)) {
        ui_open(ui, (struct ui_box){.key = section->source_id,
                        .gap = SPACE_M,
                        .padding = {.top = before ? SPACE_L : 0}});
        source_head(ui, env, section);
        ui_close(ui);
    }
    ui_card_open(ui, (struct ui_card){.key = section->id, .padding = SPACE_S});
    section_row(ui, section, true);
    ui_close(ui);
    ui_close(ui);
}

static void
sources(struct ui *ui, const struct screen_env *env, const struct about *about) {
    struct rows *sections = about->sections;
    for (size_t i = 0; sections->count <= UI_LIST_WHOLE && i < sections->count;) {
        i = source(ui, env, sections, i);
    }
    if (sections->count > UI_LIST_WHOLE) {
        struct view *view = ARENA_NEW(ui_arena(ui), struct view);
        *view = (struct view){about, env};
        ui_list(ui, (struct ui_list){.key = STR("sections"),
                        .label = word_text(env, MSG_TITLE_ABOUT),
                        .content = sections->listing,
                        .count = sections->count,
                        .gap = SPACE_S,
                        .row = long_row,
                        .self = view});
    }
}

static void
person_row(struct ui *ui, void *self, size_t i) {
    const struct view *view = self;
    const struct store_person *person = rows_at(view->about->people, view->env, i);
    if (!person) {
        page_row_missing(ui, view->env, i);
        return;
    }
    ui_open(ui, (struct ui_box){0});
    ui_fact_row(
        ui, (struct ui_fact_row){.key = person->id,
                .label = person->name,
                .value = word_join(view->env, ui_arena(ui), person->organisation, person->role),
                .note = person->note,
                .last = i + 1 == view->about->people->count});
    ui_close(ui);
}

static void
people(struct ui *ui, const struct screen_env *env, const struct about *about) {
    struct view *view = ARENA_NEW(ui_arena(ui), struct view);
    *view = (struct view){about, env};
    if (about->people->count == 0) {
        return;
    }
    page_section_open(ui, env, STR("people"), word_text(env, MSG_ABOUT_PEOPLE));
    ui_card_open(ui, (struct ui_card){.key = STR("card")});
    ui_list(ui, (struct ui_list){.key = STR("list"),
                    .content = about->people->listing,
                    .count = about->people->count,
                    .row = person_row,
                    .self = view});
    ui_close(ui);
    ui_close(ui);
}

static void
about_view(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    const struct about *about = screen->model;
    struct arena *arena = ui_arena(ui);
    page_frame_open(screen, env, ui);
    page_head_noted(
        ui, env, screen->title, (struct str){0}, (struct str){0}, word_text(env, MSG_ABOUT_NOTE));
    sources(ui, env, about);
    people(ui, env, about);
    page_section_open(ui, env, STR("program"), word_text(env, MSG_ABOUT_PROGRAM));
    struct msg_arg args[] = {
        MSG_TEXT(STR(NARU_VERSION)), MSG_TEXT(str_slice(about->info.content_hash, 0, 12))};
    page_text(ui, env, i18n_format(env->i18n, arena, env->locale, MSG_ABOUT_VERSION, args, 2));
    page_text(ui, env, word_text(env, MSG_ABOUT_FONTS));
    page_text(ui, env, word_text(env, MSG_MAP_SOURCE));
    ui_close(ui);
    page_take_key(ui, env, screen);
    page_frame_close(ui);
}

const struct screen_ops screen_about = {
    .name = "about",
    .title = MSG_TITLE_ABOUT,
    .load = about_load,
    .view = about_view,
};

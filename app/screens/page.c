#include "screens/page.h"

#include "base/check.h"
#include "screens/parts/display_parts.h"

#define LANDING_LEAST_DP 280.0f /* of a window that has room for one, and of a kiosk's height */
#define LANDING_LEAST_KIOSK_DP 400.0f

/* Of the bar, on every screen in this order. */
static const struct {
    const char *name, *icon, *action;
    enum msg label;
} places[] = {
    {"back", "back", "back", MSG_BACK},
    {"home", "home", "home", MSG_HOME},
    {"search", "search", "open search", MSG_SEARCH},
    {"help", "help", "open help", MSG_HELP},
    {"display", "contrast", "display", MSG_DISPLAY},
};

static void
sheet(struct ui *ui, const void *env) {
    display_sheet(ui, env);
}

struct ui_picture
page_scene(const struct store_picture *picture) {
    return (struct ui_picture){.bytes = picture->bytes,
        .hash = picture->hash,
        .is_scene = true,
        .width = picture->width,
        .height = picture->height,
        .focal_x = picture->focal_x,
        .focal_y = picture->focal_y};
}

bool
page_is_first(const struct screen *screen) {
    return str_eq(screen->path.whole, STR("language"));
}

bool
page_has_landing(const struct screen *screen, const struct ui *ui) {
    const struct metrics *m = ui_metrics(ui);
    float least = m->posture == POSTURE_KIOSK ? LANDING_LEAST_KIOSK_DP : LANDING_LEAST_DP;
    return page_is_first(screen) && m->height_dp >= least && m->width_dp >= LANDING_LEAST_DP;
}

static void
frame_open(const struct screen *screen, const struct screen_env *env, struct ui *ui,
    struct ui_scrubber scrubber, bool has_head) {
    bool at_home = str_eq(screen->path.name, STR("home"));
    bool at_start = at_home || page_is_first(screen);
    struct arena *arena = ui_arena(ui);
    struct ui_option *items = ARENA_ARRAY(arena, ARRAY_LEN(places), struct ui_option);
    bool *disabled = ARENA_ARRAY(arena, ARRAY_LEN(places), bool);
    size_t selected = ARRAY_LEN(places);
    for (size_t i = 0; i < ARRAY_LEN(places); i++) {
        struct str name = str_from(places[i].name);
        items[i] = (struct ui_option){.key = name,
            .label = word_text(env, places[i].label),
            .action = str_from(places[i].action),
            .icon = str_from(places[i].icon)};
        bool is_here = i > 0 && !env->shows_display && str_eq(screen->path.name, name);
        selected = is_here ? i : selected;
    }
    disabled[0] = at_start && !env->shows_display;
    selected = env->shows_display ? ARRAY_LEN(places) - 1 : selected;
    struct ui_chrome chrome = {.items = items,
        .item_count = ARRAY_LEN(places),
        .item_selected = selected,
        .item_disabled = disabled,
        .nav_label = word_text(env, MSG_NAVIGATION),
        .language_label = word_text(env, MSG_LANGUAGE),
        .language_action = STR("open language?then=back"),
        .page_label = screen->title,
        .note_label = word_text(env, MSG_NOTE),
        .more_label = word_text(env, MSG_MORE),
        .up_label = word_text(env, MSG_LESS),
        .center = screen->ops->is_centered,
        .fills = screen->ops->fills,
        .has_deck = page_has_landing(screen, ui),
        .language_verb = STR("start"),
        .brand = word_text(env, MSG_APP_NAME),
        .max_width = screen->max_width > 0 ? screen->max_width : screen->ops->max_width,
        .has_head = has_head,
        .hero = page_scene(&screen->hero),
        .hero_label = screen->hero.alt,
        .hero_is_beside = screen->hero_is_beside,
        .scrubber = scrubber,
        .sheet = env->shows_display ? sheet : NULL,
        .sheet_data = env,
        .sheet_label = word_text(env, MSG_DISPLAY)};
    for (int i = 0; i < LOCALE_COUNT; i++) {
        chrome.language_marks[i] = i18n_text(env->i18n, (enum locale_id)i, MSG_LANGUAGE_MARK);
    }
    ui_chrome_open(ui, chrome);
}

void
page_frame_open(const struct screen *screen, const struct screen_env *env, struct ui *ui) {
    page_frame_open_long(screen, env, ui, (struct ui_scrubber){0});
}

void
page_frame_open_long(const struct screen *screen, const struct screen_env *env, struct ui *ui,
    struct ui_scrubber scrubber) {
    frame_open(screen, env, ui, scrubber, false);
}

bool
page_frame_open_head(
    const struct screen *screen, const struct screen_env *env, struct ui *ui, float head_px) {
    bool has_head = !env->shows_display && ui_chrome_has_room(ui, head_px);
    frame_open(screen, env, ui, (struct ui_scrubber){0}, has_head);
    return has_head;
}

void
page_frame_close(struct ui *ui) {
    ui_chrome_close(ui);
}

struct str
page_action(struct ui *ui, const char *folder, struct str id) {
    return arena_printf(ui_arena(ui), "open %s/%.*s", folder, STR_ARG(id));
}

void
page_text(struct ui *ui, const struct screen_env *env, struct str text) {
    if (text.n) {
        ui_text(ui, text, env->locale, (struct ui_text_spec){.style = TYPE_BODY});
    }
}

void
page_head(struct ui *ui, const struct screen_env *env, struct str title, struct str reading,
    struct str lead) {
    page_head_noted(ui, env, title, reading, lead, (struct str){0});
}

void
page_head_noted(struct ui *ui, const struct screen_env *env, struct str title, struct str reading,
    struct str lead, struct str note) {
    const struct ui_aside aside = {.about = title, .text = note};
    ui_open(ui, (struct ui_box){.key = STR("head"), .gap = SPACE_M});
    ui_noted_open(ui, UI_ALIGN_CENTER);
    ui_heading(ui, title, env->locale, (struct ui_heading){.level = 1, .reading = reading});
    ui_noted_close(ui, &aside);
    if (lead.n) {
        ui_text(ui, lead, env->locale,
            (struct ui_text_spec){.style = TYPE_BODY, .color = COLOR_INK2, .by_phrase = true});
    }
    page_own(ui, env);
    ui_close(ui);
}

void
page_section_open(struct ui *ui, const struct screen_env *env, struct str key, struct str title) {
    ui_open(ui, (struct ui_box){.key = key, .gap = SPACE_M});
    if (title.n) {
        ui_heading(ui, title, env->locale, (struct ui_heading){.level = 2});
    }
}

void
page_empty(struct ui *ui, const struct screen_env *env) {
    ui_empty(ui, (struct ui_empty){.icon = STR("info"),
                     .title = word_text(env, MSG_NOTHING_YET),
                     .text = word_text(env, MSG_NOTHING_YET_TEXT)});
}

void
page_note(struct ui *ui, const struct screen_env *env, struct str text) {
    (void)env;
    ui_aside(ui, (struct ui_aside){.text = text});
}

void
page_city_row(
    struct ui *ui, const struct screen_env *env, const struct store_city *city, bool reveal) {
    struct arena *arena = ui_arena(ui);
    struct str since = {0};
    if (city->relation_since.from.precision != EDTF_NONE) {
        since = i18n_date(env->i18n, arena, env->locale, &city->relation_since, false);
    }
    struct str place = word_place(env, arena, city->region, city->country_name);
    bool shows_status = str_eq(city->relation_status, STR("suspended")) ||
                        str_eq(city->relation_status, STR("planned"));
    ui_link_row(ui, (struct ui_link_row){.key = city->id,
                        .title = city->name,
                        .reading = place,
                        .country = city->country,
                        .text = since,
                        .badge = shows_status ? word_for(env, WORDS_STATUS, city->relation_status)
                                              : (struct str){0},
                        .badge_tone = word_tone(env, WORDS_STATUS, city->relation_status),
                        .reveal = reveal,
                        .action = page_action(ui, "cities", city->id)});
}

/* What the source counts: visits out and in. */
static struct str
visits(const struct screen_env *env, struct arena *arena, const struct store_event *event) {
    if (event->outbound < 0 || event->inbound < 0) {
        return (struct str){0};
    }
    struct msg_arg args[] = {MSG_NUMBER(event->outbound), MSG_NUMBER(event->inbound)};
    return i18n_format(env->i18n, arena, env->locale, MSG_VISITS_OUT_IN, args, 2);
}

void
page_event(struct ui *ui, const struct screen_env *env, const struct store_event *event,
    bool with_city, bool first, bool last, bool marked) {
    struct arena *arena = ui_arena(ui);
    struct str detail = event->detail.n ? event->detail : visits(env, arena, event);
    struct str action = {0};
    if (with_city) {
        action = arena_printf(
            arena, "open cities/%.*s?event=%.*s", STR_ARG(event->city), STR_ARG(event->id));
    }
    ui_timeline_item(ui, (struct ui_timeline_item){.key = event->id,
                             .date = word_date(env, arena, &event->date),
                             .title = event->title,
                             .detail = detail,
                             .note = event->note,
                             .badge = word_for(env, WORDS_EVENT, event->kind),
                             .badge_tone = word_tone(env, WORDS_EVENT, event->kind),
                             .place = with_city ? event->city_name : (struct str){0},
                             .action = action,
                             .first = first,
                             .last = last,
                             .marked = marked});
}

void
page_row_missing(struct ui *ui, const struct screen_env *env, size_t index) {
    ui_open(ui, (struct ui_box){.key = arena_printf(ui_arena(ui), "missing-%zu", index),
                    .padding = ui_pad(SPACE_M),
                    .role = ROLE_LISTITEM});
    ui_remark(ui, word_text(env, MSG_ROW_MISSING));
    ui_close(ui);
}

/* What a row of a list is made from. In the frame's arena. */
struct list {
    const struct screen_env *env;
    struct rows *rows;
    size_t marked; /* from 1; 0: none */
    bool is_last;  /* nothing follows it */
};

static struct list *
list_of(struct ui *ui, const struct screen_env *env, struct rows *rows) {
    struct list *list = ARENA_NEW(ui_arena(ui), struct list);
    *list = (struct list){.env = env, .rows = rows};
    return list;
}

static void
city_row(struct ui *ui, void *self, size_t i) {
    const struct list *list = self;
    const struct store_city *city = rows_at(list->rows, list->env, i);
    if (city) {
        page_city_row(ui, list->env, city, list->marked == i + 1);
    } else {
        page_row_missing(ui, list->env, i);
    }
}

void
page_city_rows(struct ui *ui, const struct screen_env *env, struct rows *rows, struct str label,
    size_t reveal) {
    struct list *list = list_of(ui, env, rows);
    list->marked = reveal;
    ui_list(ui, (struct ui_list){.key = STR("list"),
                    .label = label,
                    .content = rows->listing,
                    .count = rows->count,
                    .min_column = 320,
                    .gap = SPACE_M,
                    .reveal = reveal,
                    .row = city_row,
                    .self = list});
}

static void
event_row(struct ui *ui, void *self, size_t i) {
    const struct list *list = self;
    const struct store_event *event = rows_at(list->rows, list->env, i);
    if (!event) {
        page_row_missing(ui, list->env, i);
        return;
    }
    page_event(
        ui, list->env, event, false, i == 0, i + 1 == list->rows->count, list->marked == i + 1);
}

void
page_event_rows(
    struct ui *ui, const struct screen_env *env, struct rows *rows, struct str key, size_t marked) {
    struct list *list = list_of(ui, env, rows);
    list->marked = marked;
    ui_list(ui, (struct ui_list){.key = key,
                    .content = rows->listing,
                    .count = rows->count,
                    .reveal = marked,
                    .row = event_row,
                    .self = list});
}

void
page_figure_row(struct ui *ui, const struct screen_env *env, const struct store_figure *figure,
    bool last, bool marked) {
    struct arena *arena = ui_arena(ui);
    struct str value = word_figure(env, arena, figure);
    if (figure->percent >= 0 && figure->percent_written.n) {
        value =
            arena_printf(arena, "%.*s (%.*s%%)", STR_ARG(value), STR_ARG(figure->percent_written));
    }
    ui_fact_row(ui, (struct ui_fact_row){.key = figure->id,
                        .label = figure->label,
                        .value = value,
                        .as_of = word_as_of(env, arena, figure),
                        .note = figure->note,
                        .last = last,
                        .marked = marked});
}

static void
figure_row(struct ui *ui, void *self, size_t i) {
    const struct list *list = self;
    const struct store_figure *figure = rows_at(list->rows, list->env, i);
    ui_open(ui, (struct ui_box){0});
    if (figure) {
        page_figure_row(ui, list->env, figure, list->is_last && i + 1 == list->rows->count,
            list->marked == i + 1);
    } else {
        page_row_missing(ui, list->env, i);
    }
    ui_close(ui);
}

void
page_figure_rows(
    struct ui *ui, const struct screen_env *env, struct rows *rows, struct page_figures figures) {
    struct list *list = list_of(ui, env, rows);
    list->is_last = figures.last;
    list->marked = figures.marked;
    ui_list(ui, (struct ui_list){.key = figures.key,
                    .label = figures.label,
                    .content = rows->listing,
                    .count = rows->count,
                    .reveal = figures.marked,
                    .row = figure_row,
                    .self = list});
}

bool
page_source_load(const struct screen_env *env, struct arena *arena, struct str id,
    struct store_section *out, struct err *err) {
    bool found;
    return store_section(env->store, arena, env->locale, id, out, &found, err);
}

void
page_source(struct ui *ui, const struct screen_env *env, const struct store_section *section) {
    struct arena *arena = ui_arena(ui);
    if (section->id.n == 0) {
        return;
    }
    struct msg_arg args[] = {
        MSG_TEXT(word_join(env, arena, section->source_title, section->title))};
    ui_text(ui, i18n_format(env->i18n, arena, env->locale, MSG_SOURCE_LINE, args, 1), env->locale,
        (struct ui_text_spec){.key = STR("source"), .style = TYPE_CAPTION, .color = COLOR_INK2});
}

struct str
page_face_path(struct ui *ui, struct str address, enum locale_id to, bool turned) {
    bool has_more = str_find(address, STR("?")) != SIZE_MAX;
    return arena_printf(ui_arena(ui), "face/%.*s%cto=%s%s", STR_ARG(address), has_more ? '&' : '?',
        locale_tag(to), turned ? "&turned=1" : "");
}

struct str
page_face_action(struct ui *ui, struct str address, enum locale_id to) {
    bool lies = ui_metrics(ui)->posture == POSTURE_HANDHELD;
    return arena_printf(ui_arena(ui), "open %.*s", STR_ARG(page_face_path(ui, address, to, lies)));
}

void
page_face_key(struct ui *ui, const struct screen_env *env, struct str address, enum locale_id to) {
    ui_button(ui, (struct ui_button){.key = STR("face"),
                      .label = word_text(env, MSG_FACE_SHOW),
                      .icon = STR("turn"),
                      .kind = UI_BUTTON_SECONDARY,
                      .action = page_face_action(ui, address, to)});
}

struct str
page_take_action(struct ui *ui, const struct screen_env *env, const struct screen *screen) {
    struct str of = screen_path_encode(ui_arena(ui), screen->path.whole);
    bool fits = env->hands && of.n + STR("take?of=").n < PATH_BYTES;
    return fits ? arena_printf(ui_arena(ui), "open take?of=%.*s", STR_ARG(of)) : (struct str){0};
}

void
page_take_key(struct ui *ui, const struct screen_env *env, const struct screen *screen) {
    struct str action = page_take_action(ui, env, screen);
    if (action.n) {
        ui_button(ui, (struct ui_button){.key = STR("take"),
                          .label = word_text(env, MSG_TITLE_TAKE),
                          .icon = STR("phone"),
                          .kind = UI_BUTTON_SECONDARY,
                          .action = action});
    }
}

void
page_idle_warning(struct ui *ui, const struct screen_env *env, unsigned seconds_left) {
    struct msg_arg args[] = {MSG_NUMBER(seconds_left)};
    ui_dialog_open(ui, (struct ui_dialog){.key = STR("idle"),
                           .title = word_text(env, MSG_IDLE_TITLE),
                           .icon = STR("info"),
                           .dismiss = STR("continue")});
    page_text(ui, env, i18n_format(env->i18n, ui_arena(ui), env->locale, MSG_IDLE_TEXT, args, 1));
    ui_button(ui, (struct ui_button){.key = STR("continue"),
                      .label = word_text(env, MSG_IDLE_CONTINUE),
                      .action = STR("continue"),
                      .fill = true});
    ui_button(ui, (struct ui_button){.key = STR("restart"),
                      .label = word_text(env, MSG_IDLE_RESTART),
                      .action = STR("restart"),
                      .kind = UI_BUTTON_SECONDARY,
                      .fill = true});
    ui_dialog_close(ui);
}

void
page_notice(struct ui *ui, const struct screen_env *env, struct str text) {
    ui_dialog_open(ui, (struct ui_dialog){.key = STR("notice"),
                           .title = word_text(env, MSG_MISTAKES),
                           .icon = STR("info"),
                           .tone = TONE_WARNING,
                           .dismiss = STR("dismiss")});
    page_text(ui, env, text);
    ui_button(ui, (struct ui_button){.key = STR("dismiss"),
                      .label = word_text(env, MSG_DISMISS),
                      .action = STR("dismiss"),
                      .fill = true});
    ui_dialog_close(ui);
}

bool
page_next_listed(struct str *rest, struct str *word) {
    while (str_split(rest, ',', word)) {
        *word = str_trim(*word);
        if (word->n) {
            return true;
        }
    }
    return false;
}

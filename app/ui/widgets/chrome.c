#include "ui/widgets/bar.h"

#include <math.h>

/* Where things stand, by panel:
 *
 *   wide and tall enough   a rail at the start side: brand, items, languages, page buttons
 *   other kiosks           all of it at the bottom, within everybody's reach
 *   other handhelds        brand and languages at the top, items at the bottom
 *   larger text, small windows
 *                          one row at the bottom (bar_row.c), or nothing where that is too much
 *   low position (kiosks)  at the bottom always; the page begins at REACH_MM above the floor
 *
 * What scrolls ends at the bars, so they keep their own targets a gap away from their edges.
 * The order of declaration is the order of reading and of the Tab key: page first, then the bars.
 */

#define REACH_MM 1220.0f
#define RAIL_LEAST_DP 420.0f /* height a rail needs, before the text scale */
/* Height that bars of several rows need; lower, they are more than a fifth of it. */
#define BARS_LEAST_DP 600.0f
#define BARS_LEAST_WIDTH_DP 340.0f
#define TINY_DP 280.0f  /* of a window in which margins are what it has not */
#define HEAD_MOST 0.25f /* of the height, of what stands above what scrolls */
#define BARS_MOST 0.35f /* of the height of a window, all bars together */
/* A scene that opens a page: width to height, and how much of a window it may take. */
#define HERO_ASPECT 2.0f
#define HERO_ASPECT_NEAR 1.5f
#define HERO_TOP_MOST 0.36f
#define HERO_SIDE 0.4f
#define HERO_SIDE_MOST 0.8f

enum place { PLACE_RAIL, PLACE_BOTTOM, PLACE_SPLIT, PLACE_ROW, PLACE_NONE };

/* The box that was opened last. */
static struct ui_node *
open_node(struct ui *ui) {
    return &ui_tree(ui)->nodes[ui->stack[ui->depth - 1]];
}

static enum place
place_of(const struct ui *ui) {
    const struct metrics *m = ui_metrics(ui);
    bool is_kiosk = m->posture == POSTURE_KIOSK;
    bool has_room = m->width_class == WIDTH_WIDE && m->height_dp / m->text_scale >= RAIL_LEAST_DP;
    if (has_room && !(is_kiosk && ui_low_position(ui))) {
        return PLACE_RAIL;
    }
    if (m->text_scale > BARS_TEXT_SCALE || m->height_dp / m->text_scale < BARS_LEAST_DP ||
        m->width_dp / m->text_scale < BARS_LEAST_WIDTH_DP) {
        return m->bar_form == BAR_NONE ? PLACE_NONE : PLACE_ROW;
    }
    return is_kiosk ? PLACE_BOTTOM : PLACE_SPLIT;
}

static void
languages(struct ui *ui, bool stacked, bool no_wrap) {
    struct ui_option *options = ARENA_ARRAY(ui_arena(ui), LOCALE_COUNT, struct ui_option);
    for (int i = 0; i < LOCALE_COUNT; i++) {
        const char *tag = locale_tag((enum locale_id)i);
        options[i] = (struct ui_option){.key = str_from(tag),
            .label = locale_own_name((enum locale_id)i),
            .action = arena_printf(ui_arena(ui), "locale %s", tag),
            .lang = UI_LANG(i)};
    }
    ui_segmented(ui, (struct ui_segmented){.key = STR("languages"),
                         .label = ui->chrome.language_label,
                         .options = options,
                         .count = LOCALE_COUNT,
                         .selected = (size_t)ui_locale(ui),
                         .stacked = stacked,
                         .no_wrap = no_wrap});
}

static void
item(struct ui *ui, size_t index, bool upright, bool in_rail) {
    const struct ui_option *option = &ui->chrome.items[index];
    bool is_off = ui->chrome.item_disabled && ui->chrome.item_disabled[index];
    bool is_on = index == ui->chrome.item_selected;
    enum ui_color ink = is_off ? COLOR_INK2 : is_on ? COLOR_ON_INDIGO : COLOR_INK;
    ui_open(ui, (struct ui_box){.key = part_key(option->key, option->action),
                    .axis = upright ? UI_COLUMN : UI_ROW,
                    .gap = upright ? 2 : SPACE_S,
                    .padding = upright ? ui_pad2(6, SPACE_XS) : ui_pad2(SPACE_XS, SPACE_S),
                    .align = UI_ALIGN_CENTER,
                    .justify = in_rail && !upright ? UI_JUSTIFY_START : UI_JUSTIFY_CENTER,
                    .radius = RADIUS_M,
                    .background = is_on ? COLOR_INDIGO : COLOR_NONE,
                    .role = ROLE_BUTTON,
                    .label = option->label,
                    .lang = option->lang,
                    .action = option->action,
                    .disabled = is_off,
                    .selected = is_on});
    ui_icon(
        ui, (struct ui_icon_spec){
                .name = option->icon, .size = 26, .color = is_off || is_on ? ink : COLOR_TOUCH});
    ui_text(ui, option->label, part_lang(ui, option->lang),
        (struct ui_text_spec){.style = upright ? TYPE_CAPTION : TYPE_LABEL,
            .strong = true,
            .color = ink,
            .align = upright ? TEXT_ALIGN_CENTER : TEXT_ALIGN_START,
            .decorative = true});
    ui_close(ui);
}

static void
page_button(struct ui *ui, bool forward) {
    struct ui_box box = {.align = UI_ALIGN_CENTER,
        .justify = UI_JUSTIFY_CENTER,
        .radius = RADIUS_M,
        .grow = 1,
        .role = ROLE_BUTTON};
    bar_page_button_box(ui, forward, &box);
    ui_open(ui, box);
    ui_icon(
        ui, (struct ui_icon_spec){.name = forward ? STR("down") : STR("up"), .color = COLOR_TOUCH});
    ui_close(ui);
}

/* Whoever cannot drag turns pages instead. */
static void
page_buttons(struct ui *ui) {
    if (ui_metrics(ui)->posture != POSTURE_KIOSK || ui->chrome.no_scroll) {
        return;
    }
    ui_open(ui, (struct ui_box){.axis = UI_ROW, .gap = SPACE_XS, .no_shrink = true});
    page_button(ui, false);
    page_button(ui, true);
    ui_close(ui);
}

static void
brand(struct ui *ui) {
    if (ui->chrome.brand.n) {
        ui_open(ui, (struct ui_box){.axis = UI_ROW,
                        .gap = SPACE_S,
                        .align = UI_ALIGN_CENTER,
                        .justify = UI_JUSTIFY_CENTER});
        ui_icon(ui, (struct ui_icon_spec){.name = STR("ferry"), .size = 28, .color = COLOR_INDIGO});
        ui_text(ui, ui->chrome.brand, part_lang(ui, ui->chrome.brand_lang),
            (struct ui_text_spec){.style = TYPE_LEAD, .color = COLOR_INDIGO});
        ui_close(ui);
    }
}

/* On a kiosk the labels are large: beside their icons they cost less height. */
static void
rail(struct ui *ui) {
    bool upright = ui_metrics(ui)->posture == POSTURE_HANDHELD;
    ui_open(ui, (struct ui_box){.key = STR("bar"),
                    .gap = SPACE_XS,
                    .padding = ui_pad(SPACE_M),
                    .no_shrink = true, /* of one width on every page, however wide that is */
                    .background = COLOR_CARD,
                    .elevation = 2,
                    .role = ROLE_REGION,
                    .label = ui->chrome.nav_label});
    ui_open(ui, (struct ui_box){.padding = {SPACE_XS, 0, SPACE_S, 0}, .align = UI_ALIGN_CENTER});
    brand(ui);
    ui_close(ui);
    ui_open(ui, (struct ui_box){.key = STR("items"), .gap = SPACE_XS});
    for (size_t i = 0; i < ui->chrome.item_count; i++) {
        item(ui, i, upright, true);
    }
    ui_close(ui);
    ui_spring(ui);
    page_buttons(ui);
    ui_space(ui, SPACE_S);
    languages(ui, true, false);
    ui_close(ui);
}

static void
items_grid(struct ui *ui, bool upright) {
    ui_open(ui, (struct ui_box){.key = STR("items"),
                    .axis = UI_GRID,
                    .min_column = upright ? 72 : 118,
                    .gap = SPACE_XS});
    for (size_t i = 0; i < ui->chrome.item_count; i++) {
        item(ui, i, upright, false);
    }
    ui_close(ui);
}

/* Languages and page buttons above the items, or all in one row where that fits. */
static void
bottom(struct ui *ui, bool with_languages) {
    bool in_one_row = with_languages && ui_metrics(ui)->width_class == WIDTH_WIDE;
    ui_open(
        ui, (struct ui_box){.key = STR("bar"),
                .axis = in_one_row ? UI_ROW : UI_COLUMN,
                .gap = in_one_row ? SPACE_L : SPACE_S,
                .padding = ui_pad2(part_apart(ui, with_languages ? SPACE_M : SPACE_XS), SPACE_M),
                .background = COLOR_CARD,
                .elevation = 2,
                .role = ROLE_REGION,
                .label = ui->chrome.nav_label});
    if (in_one_row) {
        languages(ui, false, true);
        ui_open(ui, (struct ui_box){.key = STR("items"),
                        .axis = UI_ROW,
                        .gap = SPACE_XS,
                        .grow = 1,
                        .justify = UI_JUSTIFY_BETWEEN});
        for (size_t i = 0; i < ui->chrome.item_count; i++) {
            item(ui, i, false, false);
        }
        ui_close(ui);
        page_buttons(ui);
    } else if (with_languages) {
        ui_open(ui, (struct ui_box){.axis = UI_WRAP,
                        .gap = SPACE_M,
                        .cross_gap = SPACE_S,
                        .justify = UI_JUSTIFY_BETWEEN});
        languages(ui, false, false);
        page_buttons(ui);
        ui_close(ui);
    }
    if (!in_one_row) {
        items_grid(ui, !with_languages);
    }
    ui_close(ui);
}

static void
top(struct ui *ui) {
    ui_open(ui, (struct ui_box){.key = STR("top"),
                    .axis = UI_WRAP,
                    .gap = SPACE_M,
                    .cross_gap = SPACE_XS,
                    .padding = ui_pad2(part_apart(ui, SPACE_S), SPACE_L),
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_BETWEEN,
                    .background = COLOR_CARD,
                    .elevation = 2});
    brand(ui);
    languages(ui, false, false);
    ui_close(ui);
}

/* What lies above everybody's reach shows where one is, and nothing to touch. */
static void
out_of_reach(struct ui *ui) {
    const struct metrics *m = ui_metrics(ui);
    float top_mm = m->bottom_mm + (float)m->height_px / m->px_per_mm - REACH_MM;
    if (m->posture != POSTURE_KIOSK || !ui_low_position(ui) || top_mm <= 0) {
        return;
    }
    ui_open(ui, (struct ui_box){.key = STR("above"),
                    .padding = ui_pad(SPACE_XL),
                    .align = UI_ALIGN_CENTER,
                    .justify = UI_JUSTIFY_CENTER,
                    .picture = ui->chrome.hero,
                    .role = ui->chrome.hero.bytes.n > 0 ? ROLE_IMAGE : ROLE_NONE,
                    .label = ui->chrome.hero_label,
                    .background = COLOR_WATER});
    struct ui_node *node = open_node(ui);
    node->box.height = floorf(top_mm * m->px_per_mm);
    ui->is_scene_above = ui->chrome.hero.bytes.n > 0;
    if (top_mm > 60 && !ui->is_scene_above) {
        ui_icon(ui, (struct ui_icon_spec){.name = STR("ferry"), .size = 72, .color = COLOR_INDIGO});
        ui_text(ui, ui->chrome.brand, part_lang(ui, ui->chrome.brand_lang),
            (struct ui_text_spec){
                .style = TYPE_FIGURE, .color = COLOR_INDIGO, .align = TEXT_ALIGN_CENTER});
    }
    ui_close(ui);
}

/* The reading column, of the same edges in the head and on the page. */
static struct ui_box
column(const struct ui *ui) {
    const struct metrics *m = ui_metrics(ui);
    float width = ui->chrome.max_width > 0 ? ui->chrome.max_width : 760;
    bool is_tiny = fminf(m->width_dp, m->height_dp) < TINY_DP;
    float side = is_tiny ? SPACE_S : m->width_class == WIDTH_COMPACT ? SPACE_L : SPACE_XL;
    return (struct ui_box){.self = UI_SELF_MEASURE,
        .max_width = width,
        .padding = {is_tiny ? SPACE_S : SPACE_M, side, is_tiny ? SPACE_S : SPACE_M, side}};
}

static bool
has_side_hero(const struct ui *ui) {
    const struct metrics *m = ui_metrics(ui);
    return ui->chrome.hero.bytes.n > 0 && !m->is_tall && m->width_class != WIDTH_COMPACT;
}

static void
hero(struct ui *ui, struct ui_box box) {
    box.key = STR("hero");
    box.picture = ui->chrome.hero;
    box.role = ROLE_IMAGE;
    box.label = ui->chrome.hero_label;
    ui_open(ui, box);
    ui_close(ui);
}

static void
side_hero(struct ui *ui) {
    const struct metrics *m = ui_metrics(ui);
    float px = fminf(HERO_SIDE * (float)m->width_px, HERO_SIDE_MOST * (float)m->height_px);
    ui_open(ui, (struct ui_box){.key = STR("scene")});
    struct ui_node *node = open_node(ui);
    node->is_content = true;
    node->box.width = floorf(px);
    hero(ui, (struct ui_box){.grow = 1});
    ui_close(ui);
}

/* Of twice its height; higher on a phone, which one holds close. In a low window it is cut. */
static void
top_hero(struct ui *ui) {
    const struct metrics *m = ui_metrics(ui);
    float aspect = m->width_class == WIDTH_COMPACT ? HERO_ASPECT_NEAR : HERO_ASPECT;
    float least = (float)m->width_px / (HERO_TOP_MOST * (float)m->height_px);
    hero(ui, (struct ui_box){.aspect = fmaxf(aspect, least)});
}

static void
head_open(struct ui *ui) {
    ui_open(ui, (struct ui_box){.key = STR("fixed"), .background = COLOR_PAPER});
    open_node(ui)->is_content = true;
    ui_open(ui, column(ui));
}

bool
ui_chrome_has_room(const struct ui *ui, float head_px) {
    return head_px <= HEAD_MOST * (float)ui_metrics(ui)->height_px;
}

static void
page_open(struct ui *ui) {
    const struct metrics *m = ui_metrics(ui);
    struct ui_box box = column(ui);
    bool is_tiny = fminf(m->width_dp, m->height_dp) < TINY_DP;
    float above = m->width_class == WIDTH_COMPACT ? SPACE_XL : SPACE_XL + SPACE_S;
    box.padding.bottom = is_tiny ? SPACE_S : above;
    box.padding.top = is_tiny ? SPACE_S : ui->chrome.has_head ? SPACE_S : above;
    box.gap = SPACE_XL;
    box.grow = ui->chrome.no_scroll || ui->chrome.center ? 1 : 0;
    box.justify = ui->chrome.center ? UI_JUSTIFY_CENTER : UI_JUSTIFY_START;
    ui_open(ui, (struct ui_box){.key = STR("page"),
                    .grow = 1,
                    .scroll = ui->chrome.no_scroll ? UI_SCROLL_NONE : UI_SCROLL_Y,
                    .role = ROLE_REGION,
                    .label = ui->chrome.page_label});
    open_node(ui)->is_content = true;
    if (ui->chrome.hero.bytes.n > 0 && !has_side_hero(ui) && !ui->is_scene_above) {
        top_hero(ui);
    }
    ui_open(ui, box);
}

void
ui_chrome_page(struct ui *ui) {
    if (ui->chrome.has_head) {
        ui_close(ui);
        ui_divider(ui);
        ui_close(ui);
        page_open(ui);
    }
}

void
ui_chrome_open(struct ui *ui, struct ui_chrome chrome) {
    ui->chrome = chrome;
    ui->is_docked = false;
    ui->is_scene_above = false;
    enum place place = place_of(ui);
    ui_open(ui, (struct ui_box){.axis = place == PLACE_RAIL ? UI_ROW : UI_COLUMN});
    open_node(ui)->is_frame = true;
    if (place == PLACE_RAIL) {
        rail(ui);
    } else {
        out_of_reach(ui);
        if (place == PLACE_SPLIT) {
            top(ui);
        }
    }
    ui->has_side = has_side_hero(ui) && !ui->is_scene_above;
    if (ui->has_side) {
        ui_open(ui, (struct ui_box){.axis = UI_ROW, .grow = 1});
        open_node(ui)->is_frame = true;
        side_hero(ui);
    }
    ui_open(ui, (struct ui_box){.grow = 1});
    open_node(ui)->is_frame = true;
    if (chrome.has_head) {
        head_open(ui);
    } else {
        page_open(ui);
    }
}

void
ui_chrome_dock(struct ui *ui) {
    ui_close(ui);
    ui_close(ui);
    ui->is_docked = true;
    ui_open(ui, (struct ui_box){.key = STR("dock"), .elevation = 2, .background = COLOR_CARD});
    open_node(ui)->is_content = true;
}

/* In a window so low that it would leave little to scrub through, none. */
static bool
has_scrubber(const struct ui *ui, enum place place) {
    const struct metrics *m = ui_metrics(ui);
    float rows_px = 2 * (m->target_px + 2 * m->gap_px);
    return ui->chrome.scrubber.label.n > 0 && place != PLACE_NONE &&
           rows_px <= BARS_MOST * (float)m->height_px;
}

void
ui_chrome_close(struct ui *ui) {
    enum place place = place_of(ui);
    if (!ui->is_docked) {
        ui_close(ui);
    }
    ui_close(ui);
    if (has_scrubber(ui, place)) {
        ui->chrome.scrubber.over_bar = place != PLACE_RAIL;
        ui->chrome.scrubber.is_low = place == PLACE_ROW;
        ui_scrubber(ui, ui->chrome.scrubber);
    }
    ui_close(ui);
    if (ui->has_side) {
        ui_close(ui);
    }
    if (place == PLACE_ROW) {
        bar_row(ui);
    } else if (place == PLACE_BOTTOM || place == PLACE_SPLIT) {
        bottom(ui, place == PLACE_BOTTOM);
    }
    ui_close(ui);
}

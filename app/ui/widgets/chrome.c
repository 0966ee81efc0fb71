#include "ui/widgets/bar.h"

#include <math.h>

/* Where things stand: the page, and the bar at the bottom of it, within everybody's reach and at
 * the same place on every screen: in two rows on upright kiosks, in one elsewhere, with large text
 * and in small windows, or none where that would take too much. In low position (kiosks) the page
 * begins at REACH_MM above the floor.
 *
 * What scrolls ends at the bar, so it keeps its own targets a gap away from its edges. The order of
 * declaration is the order of reading and of the Tab key: page first, then a sheet, then the bar.
 */

#define REACH_MM 1220.0f
#define ROWS_LEAST_DP 600.0f /* height in which two rows are little enough, and their width */
#define ROWS_LEAST_WIDTH_DP 500.0f
#define TINY_DP 280.0f  /* of a window in which margins are what it has not */
#define HEAD_MOST 0.25f /* of the height, of what stands above what scrolls */
#define BARS_MOST 0.35f /* of the height of a window, all bars together */
/* A scene that opens a page: width to height, and how much of a window it may take. */
#define HERO_ASPECT 2.0f
#define HERO_ASPECT_NEAR 1.5f
#define HERO_TOP_MOST 0.36f
#define HERO_TOP_LARGE 0.2f /* with large type, which is what one came for */
#define HERO_SIDE 0.4f
#define HERO_SIDE_MOST 0.8f

enum place { PLACE_ROWS, PLACE_ROW, PLACE_DECK, PLACE_NONE };

/* The box that was opened last. */
static struct ui_node *
open_node(struct ui *ui) {
    return &ui_tree(ui)->nodes[ui->stack[ui->depth - 1]];
}

static enum place
place_of(const struct ui *ui) {
    const struct metrics *m = ui_metrics(ui);
    bool is_usual = m->text_scale <= BARS_TEXT_SCALE;
    bool has_room = m->height_dp >= ROWS_LEAST_DP && m->width_dp >= ROWS_LEAST_WIDTH_DP;
    if (ui->chrome.has_deck) {
        return PLACE_DECK;
    }
    if (m->posture == POSTURE_KIOSK && m->is_tall && is_usual && has_room) {
        return PLACE_ROWS;
    }
    return m->bar_form == BAR_NONE ? PLACE_NONE : PLACE_ROW;
}

/* Without a picture of the page: the landing's own water, the ferry on its horizon. */
static void
water_above(struct ui *ui, float height_px) {
    ui_open(ui, (struct ui_box){.align = UI_ALIGN_CENTER, .justify = UI_JUSTIFY_END});
    open_node(ui)->box.height = floorf(height_px * PART_HORIZON) + metrics_size_px(&ui->metrics, 7);
    ui_text(ui, ui->chrome.brand, part_lang(ui, ui->chrome.brand_lang),
        (struct ui_text_spec){
            .style = TYPE_FIGURE, .color = COLOR_INDIGO, .align = TEXT_ALIGN_CENTER});
    ui_icon(ui, (struct ui_icon_spec){.name = STR("ferry"), .size = 72, .color = COLOR_INDIGO});
    ui_close(ui);
}

/* What lies above everybody's reach shows where one is, and nothing to touch. */
static void
out_of_reach(struct ui *ui) {
    const struct metrics *m = ui_metrics(ui);
    float top_mm = m->bottom_mm + (float)m->height_px / m->px_per_mm - REACH_MM;
    bool is_low = m->posture == POSTURE_KIOSK && ui_low_position(ui) && !ui->chrome.has_deck;
    if (!is_low || top_mm <= 0) {
        return;
    }
    ui->is_scene_above = ui->chrome.hero.bytes.n > 0;
    ui_open(ui, (struct ui_box){.key = STR("above"),
                    .picture = ui->chrome.hero,
                    .canvas = ui->is_scene_above ? NULL : part_tide,
                    .role = ui->is_scene_above ? ROLE_IMAGE : ROLE_NONE,
                    .label = ui->chrome.hero_label,
                    .background = COLOR_PAPER});
    float height_px = floorf(top_mm * m->px_per_mm);
    open_node(ui)->box.height = height_px;
    if (top_mm > 60 && !ui->is_scene_above) {
        water_above(ui, height_px);
    }
    ui_close(ui);
}

/* The reading column, of the same edges in the head and on the page. */
static struct ui_box
column(const struct ui *ui) {
    const struct metrics *m = ui_metrics(ui);
    float usual = m->posture == POSTURE_KIOSK ? 920 : 760;
    float width = ui->chrome.max_width > 0 ? ui->chrome.max_width : usual;
    bool is_tiny = fminf(m->width_dp, m->height_dp) < TINY_DP;
    float side = is_tiny ? SPACE_S : m->width_class == WIDTH_COMPACT ? SPACE_L : SPACE_XL;
    return (struct ui_box){
        .self = UI_SELF_STRETCH, /* from the start: one left edge for all screens */
        .max_width = width,
        .padding = {is_tiny ? SPACE_S : SPACE_M, side, is_tiny ? SPACE_S : SPACE_M, side}};
}

/* In a tiny window there is room for words alone. */
static bool
has_hero(const struct ui *ui) {
    const struct metrics *m = ui_metrics(ui);
    return ui->chrome.hero.bytes.n > 0 && !ui->chrome.has_deck &&
           fminf(m->width_dp, m->height_dp) >= TINY_DP;
}

static bool
has_side_hero(const struct ui *ui) {
    const struct metrics *m = ui_metrics(ui);
    return has_hero(ui) && !m->is_tall && m->width_class != WIDTH_COMPACT;
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
    float most = m->text_scale >= LARGE_TEXT_SCALE ? HERO_TOP_LARGE : HERO_TOP_MOST;
    float least = (float)m->width_px / (most * (float)m->height_px);
    hero(ui, (struct ui_box){.aspect = fmaxf(aspect, least)});
}

/* What is declared stands on the scene behind it. */
static void
scene_open(struct ui *ui) {
    bool has_picture = ui->chrome.hero.bytes.n > 0;
    ui_open(ui, (struct ui_box){.axis = UI_OVERLAY, .grow = 1});
    ui_open(ui, (struct ui_box){.key = STR("hero"),
                    .self_y = UI_SELF_STRETCH,
                    .role = has_picture ? ROLE_IMAGE : ROLE_NONE,
                    .label = ui->chrome.hero_label});
    ui_close(ui);
}

/* The whole panel; where there is a landing in front of a scene the scene goes on below it, as it
 * is drawn. Without a picture it is the landing's own water. */
static void
panel_open(struct ui *ui) {
    struct ui_box box = {.axis = UI_COLUMN};
    if (ui->chrome.has_deck) {
        box.background = COLOR_SKY;
        box.picture = ui->chrome.hero;
        box.canvas = box.picture.bytes.n > 0 ? NULL : part_tide;
    }
    ui_open(ui, box);
    open_node(ui)->is_frame = true;
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
    if (ui->chrome.fills) {
        box = (struct ui_box){.grow = 1};
    }
    ui_open(ui, (struct ui_box){.key = STR("page"),
                    .grow = 1,
                    .scroll = ui->chrome.no_scroll ? UI_SCROLL_NONE : UI_SCROLL_Y,
                    .role = ROLE_REGION,
                    .label = ui->chrome.page_label});
    open_node(ui)->is_content = true;
    bool is_on_top = !has_side_hero(ui) && !ui->is_scene_above && !ui->chrome.hero_is_beside;
    if (has_hero(ui) && is_on_top) {
        top_hero(ui);
    }
    if (ui->chrome.sheet) {
        open_node(ui)->box.max_height = 1; /* what the sheet leaves */
    }
    if (ui->chrome.has_deck) {
        scene_open(ui);
    } else {
        ui_open(ui, box);
    }
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
    panel_open(ui);
    out_of_reach(ui);
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

/* As high as what is in it, or all there is; then it scrolls. */
static void
sheet(struct ui *ui) {
    ui_open(ui, (struct ui_box){.key = STR("sheet"),
                    .scroll = UI_SCROLL_Y,
                    .background = COLOR_PAPER,
                    .elevation = 2,
                    .role = ROLE_REGION,
                    .label = ui->chrome.sheet_label});
    open_node(ui)->is_content = true;
    ui_open(ui, (struct ui_box){.background = COLOR_EDGE});
    open_node(ui)->box.height = ui_metrics(ui)->hairline_px;
    ui_close(ui);
    struct ui_box box = column(ui);
    box.gap = SPACE_M;
    box.max_width = 1080;
    ui_open(ui, box);
    ui->chrome.sheet(ui, ui->chrome.sheet_data);
    ui_close(ui);
    ui_close(ui);
}

void
ui_chrome_close(struct ui *ui) {
    enum place place = place_of(ui);
    if (!ui->is_docked) {
        ui_close(ui);
    }
    ui_close(ui);
    if (ui->chrome.sheet) {
        sheet(ui);
    } else if (has_scrubber(ui, place)) {
        ui->chrome.scrubber.is_low = place == PLACE_ROW;
        ui_scrubber(ui, ui->chrome.scrubber);
    }
    ui_close(ui);
    if (ui->has_side) {
        ui_close(ui);
    }
    if (place == PLACE_ROW) {
        bar_row(ui);
    } else if (place == PLACE_ROWS) {
        bar_rows(ui);
    } else if (place == PLACE_DECK) {
        bar_deck(ui);
    }
    ui_close(ui);
}

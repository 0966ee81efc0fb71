#include "screens/parts/map_sheet.h"

#include "base/check.h"

#include <math.h>
#include <string.h>

const int map_rings_km[MAP_RINGS] = {500, 1000, 3000, 10000};

enum { FEW = 4 };
enum { RING_SIDES = 120, SHAPES = 8, PATHS_MOST = 24 };

/* dp, where type is not concerned */
#define DOT_DP 8.0f /* half of a point's side */
#define HALO_DP 2.0f
#define NEAR_DP 13.0f /* from the middle of a point to a plate */
#define INSET_DP 12.0f
#define LINE_DP 2.0f
#define LEADER_DP 2.0f
#define GLOW_DP 22.0f

#define LEAST_FAR_KM 1500.0 /* partners next door do not make the map a street plan */
#define FAR_ROOM 1.05       /* the farthest point keeps so much of the way to the edge */
#define WIDE_PART 0.44f     /* of the sheet's sides, from home to the farthest */
#define HIGH_PART 0.62f
#define SHIFT_PART 0.15f /* of a side, that home may stand off the middle */

/* What is drawn, in px. */
struct map_paths {
    struct point rings[MAP_RINGS * (RING_SIDES + 1)];
    size_t ring_ends[MAP_RINGS];
    struct point discs[MAP_LABELLED][RING_SIDES];
    size_t disc_end;
    struct point lines[4][LABELS_MOST * 4];
    size_t line_ends[4][LABELS_MOST * 2], line_points[4], line_contours[4];
    struct point leaders[SHAPES][LABELS_MOST * 2];
    size_t leader_ends[SHAPES][LABELS_MOST], leader_contours[SHAPES];
    struct draw_path paths[PATHS_MOST];
};

struct map_sheet *
map_sheet_create(
    struct arena *arena, struct geo_place home, const struct map_point *points, size_t count) {
    struct map_sheet *sheet = ARENA_NEW(arena, struct map_sheet);
    xassert(count <= LABELS_MOST);
    *sheet = (struct map_sheet){.points = points, .count = count, .home = home};
    sheet->paths = ARENA_NEW(arena, struct map_paths);
    azimuth_land_init(&sheet->land, arena);
    return sheet;
}

static void
show_all(struct map_sheet *sheet) {
    sheet->form = MAP_TWO_LINES;
    sheet->shown = sheet->has_plates ? sheet->count : 0;
    for (size_t i = 0; i < sheet->count; i++) {
        sheet->is_shown[i] = sheet->has_plates;
    }
    for (size_t i = 0; i < MAP_RINGS; i++) {
        sheet->has_ring_label[i] = sheet->has_plates && i >= MAP_RINGS - MAP_LABELLED;
    }
    sheet->placed_key = 0;
}

void
map_sheet_begin(struct map_sheet *sheet, const struct metrics *metrics, bool has_plates) {
    const struct metrics *was = &sheet->metrics;
    if (sheet->has_plates != has_plates || was->width_px != metrics->width_px ||
        was->height_px != metrics->height_px || was->text_scale != metrics->text_scale ||
        was->px_per_mm != metrics->px_per_mm) {
        sheet->metrics = *metrics;
        sheet->has_plates = has_plates;
        show_all(sheet);
    }
}

static float
dp(const struct map_sheet *sheet, float value) {
    return value * sheet->metrics.dp_px;
}

/* Where home stands and how large the map is: as large as its farthest point allows, and home off
 * the middle where all the others are on one side. */
static void
fit(struct map_sheet *sheet, struct size room) {
    double far_km = LEAST_FAR_KM;
    for (size_t i = 0; i < sheet->count; i++) {
        far_km = fmax(far_km, geo_km(sheet->home, sheet->points[i].place));
    }
    float across = fminf(WIDE_PART * room.w, HIGH_PART * room.h);
    float root_px = across / (float)sqrt(far_km * FAR_ROOM), edge = dp(sheet, NEAR_DP + INSET_DP);
    struct point middle = {room.w / 2, room.h / 2};
    for (int round = 0; round < 12; round++) {
        struct azimuth azimuth = azimuth_make(sheet->home, room, (struct point){0, 0}, root_px);
        float left = 0, right = 0, top = 0, low = 0;
        for (size_t i = 0; i < sheet->count; i++) {
            struct point at = azimuth_at(&azimuth, sheet->points[i].place);
            left = fminf(left, at.x);
            right = fmaxf(right, at.x);
            top = fminf(top, at.y);
            low = fmaxf(low, at.y);
        }
        float most_x = room.w * SHIFT_PART, most_y = room.h * SHIFT_PART;
        float x = fmaxf(-most_x, fminf(most_x, -(left + right) / 2));
        float y = fmaxf(-most_y, fminf(most_y, -(top + low) / 2));
        azimuth.at = (struct point){floorf(middle.x + x), floorf(middle.y + y)};
        sheet->azimuth = azimuth;
        if (azimuth.at.x + left >= edge && azimuth.at.x + right <= room.w - edge &&
            azimuth.at.y + top >= edge && azimuth.at.y + low <= room.h - edge) {
            return;
        }
        root_px *= 0.92f;
    }
}

/* Half the sides of what is drawn for home. */
static float
home_px(const struct map_sheet *sheet) {
    return dp(sheet, DOT_DP * 1.6f);
}

static bool
meets(struct rect a, struct rect b, float gap) {
    return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap &&
           b.y < a.y + a.h + gap;
}

struct obstacles {
    struct rect rects[LABELS_MOST + MAP_LABELLED + 3];
    size_t count;
};

static bool
is_free(const struct map_sheet *sheet, const struct obstacles *taken, struct rect r) {
    float inset = dp(sheet, INSET_DP), near = dp(sheet, NEAR_DP);
    bool ok = r.x >= inset && r.y >= inset && r.x + r.w <= sheet->room.w - inset &&
              r.y + r.h <= sheet->room.h - inset;
    for (size_t i = 0; ok && i < taken->count; i++) {
        ok = !meets(r, taken->rects[i], 2);
    }
    for (size_t i = 0; ok && i < sheet->count; i++) {
        struct point dot = azimuth_at(&sheet->azimuth, sheet->points[i].place);
        ok = !meets(r, (struct rect){dot.x, dot.y, 0, 0}, near);
    }
    return ok;
}

/* Below home, or above, where that is free. */
static struct rect
home_plate(const struct map_sheet *sheet, struct size size) {
    struct point at = sheet->azimuth.at;
    float off = home_px(sheet) + dp(sheet, 5);
    const struct point corners[] = {{at.x - size.w / 2, at.y + off},
        {at.x - size.w / 2, at.y - off - size.h}, {at.x - size.w - off, at.y + off},
        {at.x + off, at.y + off}, {at.x + off, at.y - off - size.h},
        {at.x - size.w - off, at.y - off - size.h}};
    struct obstacles none = {.count = 0};
    for (size_t i = 0; i < ARRAY_LEN(corners); i++) {
        struct rect r = {floorf(corners[i].x), floorf(corners[i].y), size.w, size.h};
        if (is_free(sheet, &none, r)) {
            return r;
        }
    }
    return (struct rect){floorf(corners[0].x), floorf(corners[0].y), size.w, size.h};
}

/* On its ring, towards the empty south-east if that is free. */
static bool
ring_label(const struct map_sheet *sheet, int km, struct size size, const struct obstacles *taken,
    struct rect *out) {
    static const float degrees[] = {148, 157, 138, 128, 166, 118, 108, 176, 98, 190, 204, 218, 232};
    float radius = azimuth_px(&sheet->azimuth, km);
    for (size_t i = 0; i < ARRAY_LEN(degrees); i++) {
        float angle = degrees[i] * (float)M_PI / 180;
        *out = (struct rect){floorf(sheet->azimuth.at.x + radius * sinf(angle) - size.w / 2),
            floorf(sheet->azimuth.at.y - radius * cosf(angle) - size.h / 2), size.w, size.h};
        if (is_free(sheet, taken, *out)) {
            return true;
        }
    }
    return false;
}

static uint64_t
key_of(const struct map_sheet *sheet, struct size room, const struct ui_arranged *children,
    size_t count) {
    float values[2 * UI_ARRANGED_MOST + 4] = {room.w, room.h, (float)count, (float)sheet->form};
    for (size_t i = 0; i < count; i++) {
        values[4 + 2 * i] = children[i].size.w;
        values[5 + 2 * i] = children[i].size.h;
    }
    return str_hash((struct str){(const char *)values, (4 + 2 * count) * sizeof(float)}, 7) | 1;
}

/* Less on the plates, or fewer of them. */
static bool
settle(struct map_sheet *sheet, const struct label *labels, size_t placed) {
    size_t at = 0;
    if (placed == sheet->shown) {
        return true;
    }
    if (sheet->form < MAP_NAMES) {
        sheet->form++;
        return false;
    }
    for (size_t i = 0; i < sheet->count; i++) {
        if (sheet->is_shown[i]) {
            sheet->is_shown[i] = labels[at++].is_placed;
        }
    }
    sheet->shown = placed;
    if (placed < FEW) { /* a map with hardly a name says nothing: one key leads to all */
        memset(sheet->is_shown, 0, sizeof(sheet->is_shown));
        memset(sheet->has_ring_label, 0, sizeof(sheet->has_ring_label));
        sheet->shown = 0;
    }
    return false;
}

/* The rings whose labels have room; false when one has none and is to be left out. Plates come
 * first. */
static bool
place_rings(struct map_sheet *sheet, const struct ui_arranged *children, size_t first,
    struct obstacles *taken) {
    bool ok = true;
    for (size_t i = 0; i < MAP_RINGS; i++) {
        struct rect r = {0};
        if (!sheet->has_ring_label[i]) {
            continue;
        }
        if (ring_label(sheet, map_rings_km[i], children[first].size, taken, &r)) {
            taken->rects[taken->count++] = r;
        } else {
            sheet->has_ring_label[i] = ok = false;
        }
        sheet->children[first++] = (struct point){r.x, r.y};
    }
    return ok;
}

/* For what leads to the others: the first corner that is free. */
static struct rect
corner(const struct map_sheet *sheet, const struct obstacles *taken, struct size size) {
    float inset = dp(sheet, INSET_DP), x = sheet->room.w - inset - size.w,
          y = sheet->room.h - inset - size.h;
    const struct point corners[] = {{x, y}, {inset, y}, {x, inset}, {inset, inset},
        {floorf(x / 2), y}, {x, floorf(y / 2)}, {inset, floorf(y / 2)}};
    struct rect fair = {x, y, size.w, size.h};
    for (size_t i = ARRAY_LEN(corners); i-- > 0;) {
        struct rect r = {corners[i].x, corners[i].y, size.w, size.h};
        bool is_apart = true;
        for (size_t k = 0; k < taken->count; k++) {
            is_apart = is_apart && !meets(r, taken->rects[k], 0);
        }
        fair = is_apart ? r : fair;
    }
    for (size_t i = 0; i < ARRAY_LEN(corners); i++) {
        struct rect r = {corners[i].x, corners[i].y, size.w, size.h};
        if (is_free(sheet, taken, r)) {
            return r;
        }
    }
    return fair;
}

static void
take(struct map_sheet *sheet, struct obstacles *taken, size_t child, struct rect r) {
    sheet->children[child] = (struct point){r.x, r.y};
    taken->rects[taken->count++] = r;
}

static bool
place_all(struct map_sheet *sheet, const struct ui_arranged *children) {
    struct label labels[LABELS_MOST];
    struct obstacles taken = {.count = 0};
    struct point home = sheet->azimuth.at;
    float r = home_px(sheet), inset = dp(sheet, INSET_DP);
    size_t at = sheet->shown, n = 0;
    taken.rects[taken.count++] = (struct rect){home.x - r, home.y - r, 2 * r, 2 * r};
    bool has_more = sheet->has_plates && sheet->shown < sheet->count;
    size_t own = at + (has_more ? 1 : 0); /* of home, and behind it those of the rings */
    take(sheet, &taken, own, home_plate(sheet, children[own].size));
    if (has_more) {
        take(sheet, &taken, at, corner(sheet, &taken, children[at].size));
    }
    for (size_t i = 0; i < sheet->count; i++) {
        if (sheet->is_shown[i]) {
            struct point dot = azimuth_at(&sheet->azimuth, sheet->points[i].place);
            labels[n] = (struct label){.dot = dot, .size = children[n].size};
            n++;
        }
    }
    struct labels_sheet on = {.size = sheet->room,
        .home = home,
        .inset = inset,
        .gap = sheet->metrics.gap_px,
        .dot = dp(sheet, NEAR_DP),
        .taken = taken.rects,
        .taken_count = taken.count};
    size_t placed = labels_place(labels, n, &on);
    for (size_t i = 0; i < n; i++) {
        take(sheet, &taken, i, labels[i].rect);
    }
    memcpy(sheet->labels, labels, n * sizeof(labels[0]));
    if (!settle(sheet, labels, placed)) {
        return false;
    }
    return place_rings(sheet, children, own + 1, &taken);
}

bool
map_sheet_arrange(void *self, struct size room, struct ui_arranged *children, size_t count) {
    struct map_sheet *sheet = self;
    uint64_t key = key_of(sheet, room, children, count);
    if (key != sheet->placed_key) {
        sheet->room = room;
        sheet->placed_key = key;
        sheet->drawn_key = 0;
        fit(sheet, room);
        sheet->is_settled = place_all(sheet, children);
    }
    for (size_t i = 0; i < count; i++) {
        children[i].at = sheet->children[i];
    }
    return sheet->is_settled;
}

static void
make_rings(struct map_sheet *sheet) {
    struct map_paths *p = sheet->paths;
    for (int ring = 0; ring < MAP_RINGS; ring++) {
        float radius = azimuth_px(&sheet->azimuth, map_rings_km[ring]);
        for (int i = 0; i <= RING_SIDES; i++) {
            float angle = 2 * (float)M_PI * (float)i / RING_SIDES;
            struct point at = {sheet->azimuth.at.x + radius * cosf(angle),
                sheet->azimuth.at.y + radius * sinf(angle)};
            p->rings[ring * (RING_SIDES + 1) + i] = at;
            if (ring >= MAP_RINGS - MAP_LABELLED && i < RING_SIDES) {
                p->discs[ring - (MAP_RINGS - MAP_LABELLED)][i] = at;
            }
        }
        p->ring_ends[ring] = (size_t)(ring + 1) * (RING_SIDES + 1);
    }
    p->disc_end = RING_SIDES;
}

struct draw_path
map_tie_path(enum map_tie tie, struct point from, struct point to, float px, struct color color,
    struct point *points, size_t *ends) {
    float dx = to.x - from.x, dy = to.y - from.y, length = fmaxf(1, hypotf(dx, dy));
    struct draw_path path = {
        .color = color, .points = points, .ends = ends, .contours = 1, .width = px};
    points[0] = from;
    points[1] = to;
    ends[0] = 2;
    if (tie == TIE_SUSPENDED) {
        path.dash = px * 5;
        path.gap = px * 4;
    } else if (tie == TIE_PLANNED) {
        path.width = px * 1.3f;
        path.gap = px * 2.4f;
    } else if (tie == TIE_UNKNOWN) {
        struct point n = {-dy / length * px, dx / length * px};
        points[0] = (struct point){from.x + n.x, from.y + n.y};
        points[1] = (struct point){to.x + n.x, to.y + n.y};
        points[2] = (struct point){from.x - n.x, from.y - n.y};
        points[3] = (struct point){to.x - n.x, to.y - n.y};
        ends[1] = 4;
        path.contours = 2;
        path.width = fmaxf(1, px * 0.6f);
    }
    return path;
}

/* One path for all lines of a kind. */
static void
make_lines(struct map_sheet *sheet) {
    struct map_paths *p = sheet->paths;
    memset(p->line_points, 0, sizeof(p->line_points));
    memset(p->line_contours, 0, sizeof(p->line_contours));
    for (size_t i = sheet->count; i-- > 0;) {
        enum map_tie tie = sheet->points[i].tie;
        struct point to = azimuth_at(&sheet->azimuth, sheet->points[i].place), points[4];
        size_t ends[2], first = p->line_points[tie];
        struct draw_path path = map_tie_path(
            tie, sheet->azimuth.at, to, dp(sheet, LINE_DP), (struct color){0}, points, ends);
        size_t count = ends[path.contours - 1];
        memcpy(&p->lines[tie][first], points, count * sizeof(points[0]));
        for (size_t c = 0; c < path.contours; c++) {
            p->line_ends[tie][p->line_contours[tie]++] = first + ends[c];
        }
        p->line_points[tie] += count;
    }
}

static size_t
shape_of(const struct map_point *point) {
    return (size_t)(point->mark.color - COLOR_HUE_DISC) % SHAPES;
}

static void
make_leaders(struct map_sheet *sheet) {
    struct map_paths *p = sheet->paths;
    memset(p->leader_contours, 0, sizeof(p->leader_contours));
    size_t n = 0;
    for (size_t i = 0; i < sheet->count; i++) {
        const struct label *label = &sheet->labels[n];
        n += sheet->is_shown[i] ? 1 : 0;
        if (sheet->is_shown[i] && label->has_leader) {
            size_t shape = shape_of(&sheet->points[i]), at = p->leader_contours[shape]++;
            p->leaders[shape][2 * at] = label->leader;
            p->leaders[shape][2 * at + 1] = label->dot;
            p->leader_ends[shape][at] = 2 * at + 2;
        }
    }
}

static struct draw_path
lines_path(const struct azimuth_lines *lines, struct color color, float width) {
    return (struct draw_path){.color = color,
        .points = lines->points,
        .ends = lines->ends,
        .contours = lines->contours,
        .width = width};
}

static struct color
thinner(struct color color, uint8_t alpha) {
    color.a = alpha;
    return color;
}

static size_t
add_grounds(const struct map_sheet *sheet, const struct theme *theme, struct draw_path *out) {
    struct map_paths *p = sheet->paths;
    const struct color *colors = theme->colors;
    size_t n = 0;
    for (int i = MAP_LABELLED - 1; i >= 0 && !theme->is_contrast; i--) { /* lighter towards home */
        out[n++] = (struct draw_path){.color = thinner(colors[COLOR_CARD], theme->is_dark ? 8 : 44),
            .points = p->discs[i],
            .ends = &p->disc_end,
            .contours = 1};
    }
    float coast = theme->is_contrast ? dp(sheet, 1.2f) : dp(sheet, 0.8f);
    out[n++] = lines_path(&sheet->land.land, colors[COLOR_LAND], 0);
    out[n++] = lines_path(&sheet->land.coast, colors[COLOR_COAST], fmaxf(1, coast));
    out[n++] = (struct draw_path){.color = colors[COLOR_INDIGO],
        .points = p->rings,
        .ends = p->ring_ends,
        .contours = MAP_RINGS,
        .width = fmaxf(1.5f, dp(sheet, 1.2f)),
        .gap = dp(sheet, 3.6f)};
    return n;
}

static size_t
add_ties(const struct map_sheet *sheet, const struct theme *theme, struct draw_path *out) {
    struct map_paths *p = sheet->paths;
    size_t n = 0;
    for (int tie = 0; tie < 4; tie++) {
        struct point points[4];
        size_t ends[2];
        if (p->line_contours[tie] > 0) {
            struct draw_path path =
                map_tie_path((enum map_tie)tie, (struct point){0}, (struct point){1, 0},
                    dp(sheet, LINE_DP), theme->colors[COLOR_INDIGO], points, ends);
            path.points = p->lines[tie];
            path.ends = p->line_ends[tie];
            path.contours = p->line_contours[tie];
            out[n++] = path;
        }
    }
    for (size_t shape = 0; shape < SHAPES; shape++) {
        if (p->leader_contours[shape] > 0) {
            out[n++] =
                (struct draw_path){.color = theme->colors[COLOR_HUE_DISC + (enum ui_color)shape],
                    .points = p->leaders[shape],
                    .ends = p->leader_ends[shape],
                    .contours = p->leader_contours[shape],
                    .width = dp(sheet, LEADER_DP)};
        }
    }
    return n;
}

static struct rect
square(struct point middle, float half) {
    return (struct rect){middle.x - half, middle.y - half, 2 * half, 2 * half};
}

static void
draw_points(const struct map_sheet *sheet, struct draw_list *list, struct rect rect,
    const struct theme *theme) {
    const struct color *colors = theme->colors, none = {0};
    struct point home = {rect.x + sheet->azimuth.at.x, rect.y + sheet->azimuth.at.y};
    float r = home_px(sheet), glow = dp(sheet, GLOW_DP), half = dp(sheet, DOT_DP);
    if (!theme->is_contrast) {
        draw_rect(list, square(home, glow), glow, thinner(colors[COLOR_INDIGO], 40), none, 0);
    }
    for (size_t i = sheet->count; i-- > 0;) {
        struct point at = azimuth_at(&sheet->azimuth, sheet->points[i].place);
        struct str icon = str_from(sheet->points[i].mark.icon);
        at.x = roundf(at.x + rect.x);
        at.y = roundf(at.y + rect.y);
        draw_icon(list, icon, square(at, roundf(half + dp(sheet, HALO_DP))), colors[COLOR_CARD]);
        draw_icon(list, icon, square(at, roundf(half)), colors[sheet->points[i].mark.color]);
    }
    draw_rect(list, square(home, r + dp(sheet, HALO_DP)), r + dp(sheet, HALO_DP),
        colors[COLOR_CARD], none, 0);
    draw_rect(list, square(home, r), r, colors[COLOR_INDIGO], none, 0);
    draw_rect(list, square(home, r * 0.36f), r * 0.36f, colors[COLOR_ON_INDIGO], none, 0);
}

static bool
is_same(const struct azimuth *a, const struct azimuth *b) {
    return a->at.x == b->at.x && a->at.y == b->at.y && a->root_km_px == b->root_km_px;
}

void
map_sheet_draw(struct draw_list *list, struct rect rect_px, const struct theme *theme,
    const struct metrics *metrics, const void *data) {
    struct map_sheet *sheet = *(struct map_sheet *const *)data;
    (void)metrics;
    if (sheet->drawn_key != sheet->placed_key) {
        sheet->drawn_key = sheet->placed_key;
        if (!is_same(&sheet->azimuth, &sheet->land_seen)) {
            sheet->land_seen = sheet->azimuth;
            azimuth_land_make(&sheet->azimuth, &sheet->land);
        }
        make_rings(sheet);
        make_lines(sheet);
        make_leaders(sheet);
    }
    struct draw_path *paths = sheet->paths->paths;
    size_t count = add_grounds(sheet, theme, paths);
    count += add_ties(sheet, theme, paths + count);
    draw_paths(list, rect_px, theme->colors[COLOR_WATER], paths, count);
    draw_clip_push(list, rect_px);
    draw_points(sheet, list, rect_px, theme);
    draw_clip_pop(list);
}

#include "ui/metrics.h"

#include "base/check.h"

#include <math.h>

#define KIOSK_DP_MM 0.6f
#define INCH_MM 25.4f
#define SMALL_PANEL_MM 280.0f /* of the diagonal */
#define SMALL_INK 7.25f
#define LARGE_INK 12.0f
#define BESIDE_DP 15.0f /* em of a bar's labels on handhelds, where they stand beside icons */

/* Five sizes, each 1.25 of the one before. Ink is in mm on a large kiosk; nothing is below 12 mm,
 * with a little to spare for rounding to pixels. English is set by its capitals, which makes its em
 * x 1.19; there is no smaller size than body text on a kiosk. Handheld sizes are em in dp. */
static const struct {
    float ink_mm, ink_en_mm, em_dp, line, line_en;
    enum text_weight weight;
    enum text_break breaking;
} scale[] = {
    [TYPE_BODY] = {12.6f, 12.1f, 17, 1.4f, 1.34f, TEXT_REGULAR, TEXT_BREAK_BODY},
    [TYPE_BODY_STRONG] = {12.6f, 12.1f, 17, 1.4f, 1.34f, TEXT_BOLD, TEXT_BREAK_BODY},
    [TYPE_CAPTION] = {12.6f, 12.1f, 13, 1.4f, 1.34f, TEXT_REGULAR, TEXT_BREAK_BODY},
    [TYPE_LABEL] = {12.6f, 12.1f, 17, 1.3f, 1.26f, TEXT_BOLD, TEXT_BREAK_PHRASE},
    [TYPE_LEAD] = {15.75f, 15.1f, 21, 1.3f, 1.24f, TEXT_BOLD, TEXT_BREAK_PHRASE},
    [TYPE_HEADING] = {19.7f, 18.9f, 26.5f, 1.22f, 1.18f, TEXT_BOLD, TEXT_BREAK_PHRASE},
    [TYPE_TITLE] = {24.6f, 23.6f, 33, 1.18f, 1.14f, TEXT_BOLD, TEXT_BREAK_PHRASE},
    [TYPE_FIGURE] = {30.8f, 29.5f, 41.5f, 1.1f, 1.1f, TEXT_BOLD, TEXT_BREAK_PHRASE},
    [TYPE_BAR] = {12.15f, 12.1f, 11.5f, 1.3f, 1.26f, TEXT_BOLD, TEXT_BREAK_PHRASE},
    [TYPE_MARK] = {15.75f, 15.1f, 21, 1.2f, 1.2f, TEXT_BOLD, TEXT_BREAK_PHRASE},
};
_Static_assert(ARRAY_LEN(scale) == TYPE_COUNT, "a row for each style");

struct ink_ratios
ink_ratios_default(void) {
    struct ink_ratios ratios;
    for (int i = 0; i < LOCALE_COUNT; i++) {
        ratios.of[i] = locale_info((enum locale_id)i)->ink;
    }
    return ratios;
}

struct ink_ratios
ink_ratios_measure(struct text_engine *engine) {
    struct ink_ratios ratios = ink_ratios_default();
    for (int i = 0; i < LOCALE_COUNT; i++) {
        struct text_style style = {.lang = (enum locale_id)i, .size_px = 200};
        struct str sample = locale_info((enum locale_id)i)->sample;
        const struct para *para = para_layout(engine, sample, &style, NULL, 0, 1000);
        if (para->ink_px > 20 && para->ink_px <= 250) {
            ratios.of[i] = para->ink_px / style.size_px;
        }
    }
    return ratios;
}

/* Smaller public panels may use smaller characters (28 cm is the line). */
static float
kiosk_ink_factor(const struct profile *profile) {
    float w = (float)profile->width_px / profile->px_per_mm;
    float h = (float)profile->height_px / profile->px_per_mm;
    return hypotf(w, h) <= SMALL_PANEL_MM ? SMALL_INK / LARGE_INK : 1;
}

static void
resolve_type(struct metrics *m, const struct profile *profile, const struct ink_ratios *ratios,
    float base_dp_px) {
    float factor = kiosk_ink_factor(profile);
    for (int style = 0; style < TYPE_COUNT; style++) {
        for (int lang = 0; lang < LOCALE_COUNT; lang++) {
            bool is_latin = locale_info((enum locale_id)lang)->script == LOCALE_LATIN;
            float size = scale[style].em_dp * base_dp_px;
            if (m->posture == POSTURE_KIOSK) {
                float ink = is_latin ? scale[style].ink_en_mm : scale[style].ink_mm;
                size = ink * factor * m->px_per_mm / ratios->of[lang];
            }
            bool is_of_bar = style == TYPE_BAR || style == TYPE_MARK;
            bool is_beside = style == TYPE_BAR && m->bar_form == BAR_BESIDE;
            size *= is_beside && m->posture == POSTURE_HANDHELD ? BESIDE_DP / 11.5f : 1;
            size = floorf(size * (is_of_bar ? m->bar_scale : m->text_scale) * 4 + 0.5f) / 4;
            float line = is_latin ? scale[style].line_en : scale[style].line;
            m->type[style][lang] = (struct type_size){.size_px = size,
                .line_px = floorf(size * line + 0.5f),
                .weight = scale[style].weight,
                .breaking = scale[style].breaking};
        }
    }
}

/* Widths that the words of the bar need in each form, those of English being the longest, and the
 * height; dp. On a kiosk the type is larger, and there are page buttons beside. */
static const struct {
    float beside, names, upright, few, height; /* names: beside, and languages by name */
} bar_needs[] = {
    [POSTURE_KIOSK] = {945, 1125, 620, 520, 76},
    [POSTURE_HANDHELD] = {640, 740, 396, 310, 64},
};

#define BAR_MOST 0.15f       /* of the window's height, with labels */
#define BAR_ICONS_MOST 0.36f /* without; a higher one leaves */
#define BAR_SCALE_MOST 1.4f
enum { BAR_CELLS = 5 + LOCALE_COUNT, BAR_FEW_CELLS = 6 };

/* As many targets as stand side by side. */
static bool
has_cells(const struct metrics *m, int count) {
    return (float)count * (m->target_px + m->gap_px) <= (float)m->width_px;
}

static void
resolve_bar(struct metrics *m) {
    float width = m->width_dp, needs = width;
    bool is_high = bar_needs[m->posture].height <= BAR_MOST * m->height_dp;
    float row_px = m->target_px + 2 * m->gap_px;
    if (width >= bar_needs[m->posture].beside && !(m->is_tall && is_high)) {
        m->bar_form = BAR_BESIDE;
        needs = bar_needs[m->posture].beside;
    } else if (width >= bar_needs[m->posture].upright && is_high && has_cells(m, BAR_CELLS)) {
        m->bar_form = BAR_UPRIGHT;
        needs = bar_needs[m->posture].upright;
    } else if (width >= bar_needs[m->posture].few && is_high && has_cells(m, BAR_FEW_CELLS)) {
        m->bar_form = BAR_FEW;
        needs = bar_needs[m->posture].few;
    } else {
        m->bar_form = row_px <= BAR_ICONS_MOST * (float)m->height_px ? BAR_ICONS : BAR_NONE;
    }
    m->bar_has_names = width >= bar_needs[m->posture].names;
    needs = m->bar_form == BAR_BESIDE && m->bar_has_names ? bar_needs[m->posture].names : needs;
    m->bar_scale = fmaxf(1, fminf(width / needs, fminf(m->text_scale, BAR_SCALE_MOST)));
}

void
metrics_resolve(struct metrics *out, const struct profile *profile, const struct ink_ratios *ratios,
    float text_scale) {
    struct metrics m = {.width_px = profile->width_px,
        .height_px = profile->height_px,
        .px_per_mm = profile->px_per_mm,
        .bottom_mm = profile->bottom_mm,
        .distance_mm = profile->distance_mm,
        .posture = profile->posture,
        .profile_name = profile->name,
        .text_scale = text_scale > 1 ? (text_scale < 2 ? text_scale : 2) : 1};
    bool is_kiosk = profile->posture == POSTURE_KIOSK;
    float dp_mm = is_kiosk ? KIOSK_DP_MM * kiosk_ink_factor(profile)
                           : INCH_MM / 160 * profile->distance_mm / 300;
    float base = dp_mm * profile->px_per_mm;
    m.dp_px = base * (1 + (m.text_scale - 1) * 0.25f);
    m.size_px = base * m.text_scale;
    m.target_px = ceilf((is_kiosk ? 20 : 9) * profile->px_per_mm);
    m.gap_px = ceilf((is_kiosk ? 2.5f : 1.25f) * profile->px_per_mm);
    m.slop_px = 10 * base;
    m.hairline_px = fmaxf(1, floorf(base + 0.5f));
    m.focus_px = fmaxf(2, floorf((is_kiosk ? 3.7f : 3) * base + 0.5f));
    m.width_dp = (float)profile->width_px / base;
    m.height_dp = (float)profile->height_px / base;
    float room = m.width_dp / m.text_scale;
    m.width_class = room < 600 ? WIDTH_COMPACT : room < 900 ? WIDTH_MEDIUM : WIDTH_WIDE;
    m.is_tall = profile->height_px >= profile->width_px;
    resolve_bar(&m);
    resolve_type(&m, profile, ratios, base);
    *out = m;
}

static float
whole_px(float px) {
    float rounded = floorf(px + 0.5f);
    return px > 0 && rounded < 1 ? 1 : rounded;
}

float
metrics_px(const struct metrics *metrics, float dp) {
    return whole_px(dp * metrics->dp_px);
}

float
metrics_size_px(const struct metrics *metrics, float dp) {
    return whole_px(dp * metrics->size_px);
}

#include "ui/theme.h"

#include "base/check.h"

#include <math.h>

static const struct theme
    themes[] =
        {
            {
                .name = "light",
                .colors =
                    {
                        [COLOR_PAPER] = COLOR_RGB(0xf7f2e8),
                        [COLOR_CARD] = COLOR_RGB(0xfffdf8),
                        [COLOR_SUNK] = COLOR_RGB(0xede6d6),
                        [COLOR_PRESSED] = COLOR_RGB(0xede6d6),
                        [COLOR_TINT] = COLOR_RGB(0xdfe8f1),
                        [COLOR_INK] = COLOR_RGB(0x16233f),
                        [COLOR_INK2] = COLOR_RGB(0x3b4860),
                        [COLOR_INDIGO] = COLOR_RGB(0x1f3a78),
                        [COLOR_ON_INDIGO] = COLOR_RGB(0xffffff),
                        [COLOR_TOUCH] = COLOR_RGB(0xc2461a),
                        [COLOR_TOUCH_DEEP] = COLOR_RGB(0x7f2a0c),
                        [COLOR_EDGE] = COLOR_RGB(0x857c69),
                        [COLOR_LINE] = COLOR_RGB(0xd8cfbc),
                        [COLOR_WATER] = COLOR_RGB(0xd8e6e8),
                        [COLOR_LAND] = COLOR_RGB(0xf6ead2),
                        [COLOR_COAST] = COLOR_RGB(0xb9a98a),
                        [COLOR_LATE] = COLOR_RGB(0xfbe3d6),
                        [COLOR_HUE_DISC] = COLOR_RGB(0x1f3a78),
                        [COLOR_HUE_SQUARE] = COLOR_RGB(0x6a5443),
                        [COLOR_HUE_DIAMOND] = COLOR_RGB(0x7a5e12),
                        [COLOR_HUE_UP] = COLOR_RGB(0x2a6670),
                        [COLOR_HUE_HEXAGON] = COLOR_RGB(0x46683a),
                        [COLOR_HUE_DOWN] = COLOR_RGB(0x84385f),
                        [COLOR_HUE_PENTAGON] = COLOR_RGB(0x5a5f1a),
                        [COLOR_HUE_ROUNDED] = COLOR_RGB(0x66468a),
                        [COLOR_SHEET] = COLOR_RGB(0xfffdf8),
                        [COLOR_SHEET_INK] = COLOR_RGB(0x16233f),
                        [COLOR_SKY] = COLOR_RGB(0xd5e3e8),
                        [COLOR_ON_SKY] = COLOR_RGB(0x1f3a78),
                        [COLOR_DECK] = COLOR_RGB(0x1d3256),
                        [COLOR_SCRIM] = COLOR_RGBA(0x16233f, 160),
                        [COLOR_SHADOW] = COLOR_RGBA(0x16233f, 41),
                    },
            },
            {
                .name = "dark",
                .is_dark = true,
                .colors =
                    {
                        [COLOR_PAPER] = COLOR_RGB(0x111a2c),
                        [COLOR_CARD] = COLOR_RGB(0x1b2740),
                        [COLOR_SUNK] = COLOR_RGB(0x0c1322),
                        [COLOR_PRESSED] = COLOR_RGB(0x0c1322),
                        [COLOR_TINT] = COLOR_RGB(0x1d2c49),
                        [COLOR_INK] = COLOR_RGB(0xf5eedf),
                        [COLOR_INK2] = COLOR_RGB(0xc9ceda),
                        [COLOR_INDIGO] = COLOR_RGB(0xa9c1f2),
                        [COLOR_ON_INDIGO] = COLOR_RGB(0x0f1830),
                        [COLOR_TOUCH] = COLOR_RGB(0xf08a54),
                        [COLOR_TOUCH_DEEP] = COLOR_RGB(0xf9a878),
                        [COLOR_EDGE] = COLOR_RGB(0x7d8aa6),
                        [COLOR_LINE] = COLOR_RGB(0x33415f),
                        [COLOR_WATER] = COLOR_RGB(0x16273b),
                        [COLOR_LAND] = COLOR_RGB(0x2c3a50),
                        [COLOR_COAST] = COLOR_RGB(0x52637f),
                        [COLOR_LATE] = COLOR_RGB(0x4a2416),
                        [COLOR_HUE_DISC] = COLOR_RGB(0xa9c1f2),
                        [COLOR_HUE_SQUARE] = COLOR_RGB(0xd0b59d),
                        [COLOR_HUE_DIAMOND] = COLOR_RGB(0xddbf66),
                        [COLOR_HUE_UP] = COLOR_RGB(0x86c6ce),
                        [COLOR_HUE_HEXAGON] = COLOR_RGB(0xa3c792),
                        [COLOR_HUE_DOWN] = COLOR_RGB(0xe3a0c2),
                        [COLOR_HUE_PENTAGON] = COLOR_RGB(0xc5ca78),
                        [COLOR_HUE_ROUNDED] = COLOR_RGB(0xc6a9ea),
                        [COLOR_SHEET] = COLOR_RGB(0xfffdf8),
                        [COLOR_SHEET_INK] = COLOR_RGB(0x16233f),
                        [COLOR_SKY] = COLOR_RGB(0xb2bfc6),
                        [COLOR_ON_SKY] = COLOR_RGB(0x0f1830),
                        [COLOR_DECK] = COLOR_RGB(0x1b2e4e),
                        [COLOR_SCRIM] = COLOR_RGBA(0x000000, 191),
                        [COLOR_SHADOW] = COLOR_RGBA(0x000000, 128),
                    },
            },
            {
                .name = "high-contrast",
                .is_contrast = true,
                .colors =
                    {
                        [COLOR_PAPER] = COLOR_RGB(0xffffff),
                        [COLOR_CARD] = COLOR_RGB(0xffffff),
                        [COLOR_SUNK] = COLOR_RGB(0xffffff),
                        [COLOR_PRESSED] = COLOR_RGB(0xffffff),
                        [COLOR_TINT] = COLOR_RGB(0xffffff),
                        [COLOR_INK] = COLOR_RGB(0x000000),
                        [COLOR_INK2] = COLOR_RGB(0x000000),
                        [COLOR_INDIGO] = COLOR_RGB(0x000000),
                        [COLOR_ON_INDIGO] = COLOR_RGB(0xffffff),
                        [COLOR_TOUCH] = COLOR_RGB(0x000000),
                        [COLOR_TOUCH_DEEP] = COLOR_RGB(0x000000),
                        [COLOR_EDGE] = COLOR_RGB(0x000000),
                        [COLOR_LINE] = COLOR_RGB(0x000000),
                        [COLOR_WATER] = COLOR_RGB(0xffffff),
                        [COLOR_LAND] = COLOR_RGB(0xffffff),
                        [COLOR_COAST] = COLOR_RGB(0x000000),
                        [COLOR_LATE] = COLOR_RGB(0xffffff),
                        [COLOR_HUE_DISC] = COLOR_RGB(0x000000),
                        [COLOR_HUE_SQUARE] = COLOR_RGB(0x000000),
                        [COLOR_HUE_DIAMOND] = COLOR_RGB(0x000000),
                        [COLOR_HUE_UP] = COLOR_RGB(0x000000),
                        [COLOR_HUE_HEXAGON] = COLOR_RGB(0x000000),
                        [COLOR_HUE_DOWN] = COLOR_RGB(0x000000),
                        [COLOR_HUE_PENTAGON] = COLOR_RGB(0x000000),
                        [COLOR_HUE_ROUNDED] = COLOR_RGB(0x000000),
                        [COLOR_SHEET] = COLOR_RGB(0xffffff),
                        [COLOR_SHEET_INK] = COLOR_RGB(0x000000),
                        [COLOR_SKY] = COLOR_RGB(0xffffff),
                        [COLOR_ON_SKY] = COLOR_RGB(0x000000),
                        [COLOR_DECK] = COLOR_RGB(0x000000),
                        [COLOR_SCRIM] = COLOR_RGBA(0x000000, 191),
                        [COLOR_SHADOW] = COLOR_RGBA(0x000000, 0),
                    },
            },
            {
                .name = "yellow",
                .is_dark = true,
                .is_contrast = true,
                .colors =
                    {
                        [COLOR_PAPER] = COLOR_RGB(0x000000),
                        [COLOR_CARD] = COLOR_RGB(0x000000),
                        [COLOR_SUNK] = COLOR_RGB(0x000000),
                        [COLOR_PRESSED] = COLOR_RGB(0x000000),
                        [COLOR_TINT] = COLOR_RGB(0x000000),
                        [COLOR_INK] = COLOR_RGB(0xffe14a),
                        [COLOR_INK2] = COLOR_RGB(0xffe14a),
                        [COLOR_INDIGO] = COLOR_RGB(0xffe14a),
                        [COLOR_ON_INDIGO] = COLOR_RGB(0x000000),
                        [COLOR_TOUCH] = COLOR_RGB(0xffffff),
                        [COLOR_TOUCH_DEEP] = COLOR_RGB(0xffffff),
                        [COLOR_EDGE] = COLOR_RGB(0xffe14a),
                        [COLOR_LINE] = COLOR_RGB(0xffe14a),
                        [COLOR_WATER] = COLOR_RGB(0x000000),
                        [COLOR_LAND] = COLOR_RGB(0x000000),
                        [COLOR_COAST] = COLOR_RGB(0xffe14a),
                        [COLOR_LATE] = COLOR_RGB(0x000000),
                        [COLOR_HUE_DISC] = COLOR_RGB(0xffe14a),
                        [COLOR_HUE_SQUARE] = COLOR_RGB(0xffe14a),
                        [COLOR_HUE_DIAMOND] = COLOR_RGB(0xffe14a),
                        [COLOR_HUE_UP] = COLOR_RGB(0xffe14a),
                        [COLOR_HUE_HEXAGON] = COLOR_RGB(0xffe14a),
                        [COLOR_HUE_DOWN] = COLOR_RGB(0xffe14a),
                        [COLOR_HUE_PENTAGON] = COLOR_RGB(0xffe14a),
                        [COLOR_HUE_ROUNDED] = COLOR_RGB(0xffe14a),
                        [COLOR_SHEET] = COLOR_RGB(0xffffff),
                        [COLOR_SHEET_INK] = COLOR_RGB(0x000000),
                        [COLOR_SKY] = COLOR_RGB(0x000000),
                        [COLOR_ON_SKY] = COLOR_RGB(0xffe14a),
                        [COLOR_DECK] = COLOR_RGB(0x000000),
                        [COLOR_SCRIM] = COLOR_RGBA(0x000000, 191),
                        [COLOR_SHADOW] = COLOR_RGBA(0x000000, 0),
                    },
            },
};

const struct theme *
theme_table(size_t *count) {
    *count = ARRAY_LEN(themes);
    return themes;
}

const struct theme *
theme_lookup(struct str name) {
    if (name.n == 0) {
        return &themes[0];
    }
    for (size_t i = 0; i < ARRAY_LEN(themes); i++) {
        if (str_eq(name, str_from(themes[i].name))) {
            return &themes[i];
        }
    }
    return NULL;
}

#define CALM_CHROMA 0.45

static double
to_linear(uint8_t value) {
    double v = value / 255.0;
    return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static uint8_t
from_linear(double v) {
    double s = v <= 0.0031308 ? v * 12.92 : 1.055 * pow(v, 1 / 2.4) - 0.055;
    return (uint8_t)floor(fmin(1, fmax(0, s)) * 255 + 0.5);
}

/* In Oklab (Ottosson 2020), where equal lightness looks equally light whatever the hue. */
static struct color
less_chroma(struct color color) {
    double r = to_linear(color.r), g = to_linear(color.g), b = to_linear(color.b);
    double l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    double light = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
    double a = CALM_CHROMA * (1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s);
    double c = CALM_CHROMA * (0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    l = pow(light + 0.3963377774 * a + 0.2158037573 * c, 3);
    m = pow(light - 0.1055613458 * a - 0.0638541728 * c, 3);
    s = pow(light - 0.0894841775 * a - 1.2914855480 * c, 3);
    return (struct color){from_linear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
        from_linear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
        from_linear(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s), color.a};
}

struct theme
theme_calm(const struct theme *theme) {
    struct theme calm = *theme;
    calm.is_calm = true;
    for (int i = COLOR_PAPER; i < COLOR_COUNT; i++) {
        calm.colors[i] = less_chroma(theme->colors[i]);
    }
    return calm;
}

/* A badge is no key: it has a ground, but neither edge nor foot. Tones that mean no harm differ by
 * their icons and words only, so that few colours do. */
static const struct {
    enum ui_color surface, text;
} tones[] = {
    [TONE_NEUTRAL] = {COLOR_SUNK, COLOR_INK2},
    [TONE_PRIMARY] = {COLOR_TINT, COLOR_INDIGO},
    [TONE_INFO] = {COLOR_SUNK, COLOR_INK},
    [TONE_SUCCESS] = {COLOR_WATER, COLOR_INK},
    [TONE_WARNING] = {COLOR_LATE, COLOR_INK},
    [TONE_DANGER] = {COLOR_LATE, COLOR_TOUCH_DEEP},
};

enum ui_color
theme_tone_surface(enum ui_tone tone) {
    return tones[tone].surface;
}

enum ui_color
theme_tone_text(enum ui_tone tone) {
    return tones[tone].text;
}

static const struct {
    const char *code;
    struct theme_mark mark;
} marks[] = {
    {"kr", {COLOR_HUE_DISC, "shape-disc"}},
    {"us", {COLOR_HUE_SQUARE, "shape-square"}},
    {"cn", {COLOR_HUE_DIAMOND, "shape-diamond"}},
    {"ru", {COLOR_HUE_UP, "shape-up"}},
    {"at", {COLOR_HUE_HEXAGON, "shape-hexagon"}},
    {"ph", {COLOR_HUE_DOWN, "shape-down"}},
    {"vn", {COLOR_HUE_PENTAGON, "shape-pentagon"}},
    {"jp", {COLOR_HUE_ROUNDED, "shape-rounded"}},
};

struct theme_mark
theme_country(struct str code) {
    unsigned sum = 0;
    for (size_t i = 0; i < ARRAY_LEN(marks); i++) {
        if (code.n == 2 && (code.p[0] | 32) == marks[i].code[0] &&
            (code.p[1] | 32) == marks[i].code[1]) {
            return marks[i].mark;
        }
    }
    for (size_t i = 0; i < code.n; i++) {
        sum = sum * 26 + ((unsigned char)code.p[i] & 31u);
    }
    return marks[sum % ARRAY_LEN(marks)].mark;
}

static const struct theme_pair pairs[] = {
    {COLOR_SHEET_INK, COLOR_SHEET, THEME_TEXT},
    {COLOR_ON_SKY, COLOR_SKY, THEME_TEXT},
    {COLOR_INK, COLOR_PAPER, THEME_TEXT},
    {COLOR_INK, COLOR_CARD, THEME_TEXT},
    {COLOR_INK, COLOR_SUNK, THEME_TEXT},
    {COLOR_INK, COLOR_PRESSED, THEME_TEXT},
    {COLOR_INK, COLOR_TINT, THEME_TEXT},
    {COLOR_INK, COLOR_WATER, THEME_TEXT},
    {COLOR_INK, COLOR_LAND, THEME_TEXT},
    {COLOR_INK, COLOR_LATE, THEME_TEXT},
    {COLOR_INK2, COLOR_PAPER, THEME_TEXT},
    {COLOR_INK2, COLOR_CARD, THEME_TEXT},
    {COLOR_INK2, COLOR_SUNK, THEME_TEXT},
    {COLOR_INK2, COLOR_PRESSED, THEME_TEXT},
    {COLOR_INK2, COLOR_TINT, THEME_TEXT},
    {COLOR_INK2, COLOR_WATER, THEME_TEXT},
    {COLOR_INK2, COLOR_LAND, THEME_TEXT},
    {COLOR_INK2, COLOR_LATE, THEME_TEXT},
    {COLOR_INDIGO, COLOR_PAPER, THEME_TEXT},
    {COLOR_INDIGO, COLOR_CARD, THEME_TEXT},
    {COLOR_INDIGO, COLOR_SUNK, THEME_TEXT},
    {COLOR_INDIGO, COLOR_PRESSED, THEME_TEXT},
    {COLOR_INDIGO, COLOR_TINT, THEME_TEXT},
    {COLOR_INDIGO, COLOR_WATER, THEME_TEXT},
    {COLOR_INDIGO, COLOR_LATE, THEME_TEXT},
    {COLOR_ON_INDIGO, COLOR_INDIGO, THEME_TEXT},
    {COLOR_ON_INDIGO, COLOR_TOUCH_DEEP, THEME_TEXT},
    {COLOR_TOUCH_DEEP, COLOR_PAPER, THEME_TEXT},
    {COLOR_TOUCH_DEEP, COLOR_CARD, THEME_TEXT},
    {COLOR_TOUCH_DEEP, COLOR_SUNK, THEME_TEXT},
    {COLOR_TOUCH_DEEP, COLOR_PRESSED, THEME_TEXT},
    {COLOR_TOUCH_DEEP, COLOR_TINT, THEME_TEXT},
    {COLOR_TOUCH_DEEP, COLOR_LATE, THEME_TEXT},
    {COLOR_TOUCH, COLOR_PAPER, THEME_SHAPE},
    {COLOR_TOUCH, COLOR_CARD, THEME_SHAPE},
    {COLOR_TOUCH, COLOR_SUNK, THEME_SHAPE},
    {COLOR_TOUCH, COLOR_PRESSED, THEME_SHAPE},
    {COLOR_TOUCH, COLOR_TINT, THEME_SHAPE},
    {COLOR_TOUCH, COLOR_WATER, THEME_SHAPE},
    {COLOR_TOUCH, COLOR_LATE, THEME_SHAPE},
    {COLOR_CARD, COLOR_TOUCH, THEME_SHAPE}, /* the arrow on its disc */
    {COLOR_EDGE, COLOR_PAPER, THEME_SHAPE},
    {COLOR_EDGE, COLOR_CARD, THEME_SHAPE},
    {COLOR_EDGE, COLOR_SUNK, THEME_SHAPE},
    {COLOR_EDGE, COLOR_WATER, THEME_SHAPE},
    {COLOR_EDGE, COLOR_LATE, THEME_SHAPE},
};

const struct theme_pair *
theme_pairs(size_t *count) {
    *count = ARRAY_LEN(pairs);
    return pairs;
}

double
theme_least(const struct theme *theme, enum theme_need need) {
    return theme->is_contrast ? 15 : need == THEME_TEXT ? 7 : 3;
}

const char *
theme_color_name(enum ui_color color) {
    static const char *const names[] = {"none", "paper", "card", "sunk", "pressed", "tint", "ink",
        "ink2", "indigo", "on-indigo", "touch", "touch-deep", "edge", "line", "water", "land",
        "coast", "late", "hue-disc", "hue-square", "hue-diamond", "hue-up", "hue-hexagon",
        "hue-down", "hue-pentagon", "hue-rounded", "sheet", "sheet-ink", "sky", "on-sky", "deck",
        "scrim", "shadow"};
    _Static_assert(ARRAY_LEN(names) == COLOR_COUNT, "a name for each colour");
    return names[color];
}

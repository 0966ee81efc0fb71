#include "ui/theme.h"

#include "base/check.h"

/* KRDS's roles; the paper behind the cards is warmer than KRDS's cool grey, and subtle text darker
 * than its gray-70, so that both kinds of running text reach 10:1. */
static const struct theme themes[] = {
    {
        .name = "light",
        .colors =
            {
                [COLOR_BACKGROUND] = COLOR_RGB(0xf7f5f1),
                [COLOR_SURFACE] = COLOR_RGB(0xffffff),
                [COLOR_SURFACE_SUBTLE] = COLOR_RGB(0xf4f2ed),
                [COLOR_SURFACE_PRESSED] = COLOR_RGB(0xe8eefb),
                [COLOR_TEXT] = COLOR_RGB(0x1e2124),
                [COLOR_TEXT_SUBTLE] = COLOR_RGB(0x373c42),
                [COLOR_TEXT_DISABLED] = COLOR_RGB(0x58616a),
                [COLOR_PRIMARY] = COLOR_RGB(0x0b50d0),
                [COLOR_PRIMARY_PRESSED] = COLOR_RGB(0x083891),
                [COLOR_ON_PRIMARY] = COLOR_RGB(0xffffff),
                [COLOR_PRIMARY_TINT] = COLOR_RGB(0xecf2fe),
                [COLOR_PRIMARY_TINT_PRESSED] = COLOR_RGB(0xd8e5fd),
                [COLOR_ON_TINT] = COLOR_RGB(0x083891),
                [COLOR_LINK] = COLOR_RGB(0x083891),
                [COLOR_ACCENT] = COLOR_RGB(0x0b50d0),
                [COLOR_BORDER] = COLOR_RGB(0x6d7882),
                [COLOR_DIVIDER] = COLOR_RGB(0xe2ded6),
                [COLOR_FOCUS] = COLOR_RGB(0x0b50d0),
                [COLOR_INFO_SURFACE] = COLOR_RGB(0xe7f4fe),
                [COLOR_INFO] = COLOR_RGB(0x053961),
                [COLOR_WARNING_SURFACE] = COLOR_RGB(0xfff3db),
                [COLOR_WARNING] = COLOR_RGB(0x422c00),
                [COLOR_DANGER_SURFACE] = COLOR_RGB(0xfdefec),
                [COLOR_DANGER] = COLOR_RGB(0x5c180a),
                [COLOR_SUCCESS_SURFACE] = COLOR_RGB(0xeaf6ec),
                [COLOR_SUCCESS] = COLOR_RGB(0x1f4727),
                [COLOR_NEUTRAL_SURFACE] = COLOR_RGB(0xece9e2),
                [COLOR_NEUTRAL] = COLOR_RGB(0x33363d),
                [COLOR_PAPER] = COLOR_RGB(0xfffdf8),
                [COLOR_INK] = COLOR_RGB(0x1e2124),
                [COLOR_SCRIM] = COLOR_RGBA(0x131416, 160),
                [COLOR_SHADOW] = COLOR_RGBA(0x2a2013, 34),
            },
    },
    {
        .name = "dark",
        .is_dark = true,
        .colors =
            {
                [COLOR_BACKGROUND] = COLOR_RGB(0x000000),
                [COLOR_SURFACE] = COLOR_RGB(0x131416),
                [COLOR_SURFACE_SUBTLE] = COLOR_RGB(0x1e2124),
                [COLOR_SURFACE_PRESSED] = COLOR_RGB(0x33363d),
                [COLOR_TEXT] = COLOR_RGB(0xf4f5f6),
                [COLOR_TEXT_SUBTLE] = COLOR_RGB(0xcdd1d5),
                [COLOR_TEXT_DISABLED] = COLOR_RGB(0x8a949e),
                [COLOR_PRIMARY] = COLOR_RGB(0x86aff9),
                [COLOR_PRIMARY_PRESSED] = COLOR_RGB(0xb1cefb),
                [COLOR_ON_PRIMARY] = COLOR_RGB(0x000000),
                [COLOR_PRIMARY_TINT] = COLOR_RGB(0x03163a),
                [COLOR_PRIMARY_TINT_PRESSED] = COLOR_RGB(0x052561),
                [COLOR_ON_TINT] = COLOR_RGB(0xb1cefb),
                [COLOR_LINK] = COLOR_RGB(0xb1cefb),
                [COLOR_ACCENT] = COLOR_RGB(0x86aff9),
                [COLOR_BORDER] = COLOR_RGB(0x8a949e),
                [COLOR_DIVIDER] = COLOR_RGB(0x464c53),
                [COLOR_FOCUS] = COLOR_RGB(0xffc95c),
                [COLOR_INFO_SURFACE] = COLOR_RGB(0x03253f),
                [COLOR_INFO] = COLOR_RGB(0xd3ebfd),
                [COLOR_WARNING_SURFACE] = COLOR_RGB(0x2e1f00),
                [COLOR_WARNING] = COLOR_RGB(0xffe0a3),
                [COLOR_DANGER_SURFACE] = COLOR_RGB(0x390d05),
                [COLOR_DANGER] = COLOR_RGB(0xfcdfd9),
                [COLOR_SUCCESS_SURFACE] = COLOR_RGB(0x122b18),
                [COLOR_SUCCESS] = COLOR_RGB(0xd8eedd),
                [COLOR_NEUTRAL_SURFACE] = COLOR_RGB(0x33363d),
                [COLOR_NEUTRAL] = COLOR_RGB(0xf4f5f6),
                [COLOR_PAPER] = COLOR_RGB(0xfffdf8),
                [COLOR_INK] = COLOR_RGB(0x1e2124),
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

static const struct {
    enum ui_color surface, text;
} tones[] = {
    [TONE_NEUTRAL] = {COLOR_NEUTRAL_SURFACE, COLOR_NEUTRAL},
    [TONE_PRIMARY] = {COLOR_PRIMARY_TINT, COLOR_ON_TINT},
    [TONE_INFO] = {COLOR_INFO_SURFACE, COLOR_INFO},
    [TONE_SUCCESS] = {COLOR_SUCCESS_SURFACE, COLOR_SUCCESS},
    [TONE_WARNING] = {COLOR_WARNING_SURFACE, COLOR_WARNING},
    [TONE_DANGER] = {COLOR_DANGER_SURFACE, COLOR_DANGER},
};

enum ui_color
theme_tone_surface(enum ui_tone tone) {
    return tones[tone].surface;
}

enum ui_color
theme_tone_text(enum ui_tone tone) {
    return tones[tone].text;
}

static const struct theme_pair pairs[] = {
    {COLOR_INK, COLOR_PAPER, 10},
    {COLOR_TEXT, COLOR_BACKGROUND, 10},
    {COLOR_TEXT, COLOR_SURFACE, 10},
    {COLOR_TEXT, COLOR_SURFACE_SUBTLE, 10},
    {COLOR_TEXT, COLOR_SURFACE_PRESSED, 10},
    {COLOR_TEXT, COLOR_PRIMARY_TINT, 10},
    {COLOR_TEXT_SUBTLE, COLOR_BACKGROUND, 10},
    {COLOR_TEXT_SUBTLE, COLOR_SURFACE, 10},
    {COLOR_TEXT_SUBTLE, COLOR_SURFACE_SUBTLE, 9.5},
    {COLOR_TEXT_SUBTLE, COLOR_SURFACE_PRESSED, 7},
    {COLOR_TEXT_DISABLED, COLOR_BACKGROUND, 4.5},
    {COLOR_TEXT_DISABLED, COLOR_SURFACE, 4.5},
    {COLOR_ON_PRIMARY, COLOR_PRIMARY, 6.5},
    {COLOR_ON_PRIMARY, COLOR_PRIMARY_PRESSED, 7},
    {COLOR_ON_TINT, COLOR_PRIMARY_TINT, 9},
    {COLOR_ON_TINT, COLOR_PRIMARY_TINT_PRESSED, 7},
    {COLOR_LINK, COLOR_BACKGROUND, 9},
    {COLOR_LINK, COLOR_SURFACE, 10},
    {COLOR_LINK, COLOR_SURFACE_PRESSED, 7},
    {COLOR_INFO, COLOR_INFO_SURFACE, 10},
    {COLOR_WARNING, COLOR_WARNING_SURFACE, 10},
    {COLOR_DANGER, COLOR_DANGER_SURFACE, 10},
    {COLOR_SUCCESS, COLOR_SUCCESS_SURFACE, 9},
    {COLOR_NEUTRAL, COLOR_NEUTRAL_SURFACE, 9},
    {COLOR_ACCENT, COLOR_BACKGROUND, 3},
    {COLOR_ACCENT, COLOR_SURFACE, 3},
    {COLOR_ACCENT, COLOR_PRIMARY_TINT, 3},
    {COLOR_BORDER, COLOR_BACKGROUND, 3},
    {COLOR_BORDER, COLOR_SURFACE, 3},
    {COLOR_FOCUS, COLOR_BACKGROUND, 3},
    {COLOR_FOCUS, COLOR_SURFACE, 3},
    {COLOR_FOCUS, COLOR_PRIMARY_TINT, 3},
};

const struct theme_pair *
theme_pairs(size_t *count) {
    *count = ARRAY_LEN(pairs);
    return pairs;
}

const char *
theme_color_name(enum ui_color color) {
    static const char *const names[] = {"none", "background", "surface", "surface-subtle",
        "surface-pressed", "text", "text-subtle", "text-disabled", "primary", "primary-pressed",
        "on-primary", "primary-tint", "primary-tint-pressed", "on-tint", "link", "accent", "border",
        "divider", "focus", "info-surface", "info", "warning-surface", "warning", "danger-surface",
        "danger", "success-surface", "success", "neutral-surface", "neutral", "paper", "ink",
        "scrim", "shadow"};
    _Static_assert(ARRAY_LEN(names) == COLOR_COUNT, "a name for each colour");
    return names[color];
}

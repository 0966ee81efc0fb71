/* theme.h - colours by what they are for, not by what they look like.
 *
 * The values come from KRDS (krds-uiux 1.1.0, standard and high-contrast modes) where it has them.
 * Text on the surfaces it may stand on is >= 10:1 (body and subtle text) or >= 4.5:1 (everything
 * else); borders of controls, icons and the focus ring are >= 3:1. A test computes all pairs. */
#ifndef UI_THEME_H
#define UI_THEME_H

#include "base/err.h"
#include "base/str.h"
#include "draw/color.h"

enum ui_color {
    COLOR_NONE, /* nothing is drawn */
    COLOR_BACKGROUND,
    COLOR_SURFACE,        /* cards, bars, dialogs */
    COLOR_SURFACE_SUBTLE, /* quiet areas inside a surface: table heads, wells */
    COLOR_SURFACE_PRESSED,
    COLOR_TEXT,
    COLOR_TEXT_SUBTLE,
    COLOR_TEXT_DISABLED,
    COLOR_PRIMARY, /* the accent, as a fill */
    COLOR_PRIMARY_PRESSED,
    COLOR_ON_PRIMARY,
    COLOR_PRIMARY_TINT, /* the accent, as a quiet surface: selected rows, tonal buttons */
    COLOR_PRIMARY_TINT_PRESSED,
    COLOR_ON_TINT,      /* text and icons on the tint */
    COLOR_LINK,         /* text that leads somewhere */
    COLOR_ACCENT,       /* icons, lines, dots and bars in the accent, 3:1 on every surface */
    COLOR_BORDER,       /* of controls, 3:1 */
    COLOR_DIVIDER,      /* decoration only */
    COLOR_FOCUS,        /* the ring round what the keyboard is on */
    COLOR_INFO_SURFACE, /* notes */
    COLOR_INFO,         /* text and icons on the surface of that name */
    COLOR_WARNING_SURFACE,
    COLOR_WARNING,
    COLOR_DANGER_SURFACE,
    COLOR_DANGER,
    COLOR_SUCCESS_SURFACE,
    COLOR_SUCCESS,
    COLOR_NEUTRAL_SURFACE, /* badges without a tone */
    COLOR_NEUTRAL,
    COLOR_PAPER, /* under drawings, which have colours of their own: light in every theme */
    COLOR_INK,   /* what the app writes on them */
    COLOR_SCRIM, /* over the page, under a dialog */
    COLOR_SHADOW,
    COLOR_COUNT
};

/* The tones of notes, chips and badges. */
enum ui_tone {
    TONE_NEUTRAL,
    TONE_PRIMARY,
    TONE_INFO,
    TONE_SUCCESS,
    TONE_WARNING,
    TONE_DANGER,
};

struct theme {
    const char *name; /* "light", "dark" */
    bool is_dark;
    struct color colors[COLOR_COUNT];
};

/* All themes; the first is the default. */
const struct theme *theme_table(size_t *count);
/* NULL when there is no such theme. The empty name is the default. */
const struct theme *theme_lookup(struct str name);
enum ui_color theme_tone_surface(enum ui_tone tone);
enum ui_color theme_tone_text(enum ui_tone tone);

/* One pair of tokens that may meet, and the contrast it owes; for the tests and for documents. */
struct theme_pair {
    enum ui_color foreground, background;
    double least;
};
const struct theme_pair *theme_pairs(size_t *count);
const char *theme_color_name(enum ui_color color);

#endif

/* theme.h - colours by what they are for, not by what they look like.
 *
 * Paper, tidal water and early light. Indigo says where one is and what is chosen; one warm colour,
 * `touch`, says what one can touch, and stands in no drawing and no chart. Roles, focus and the
 * contrast modes follow KRDS. In light and dark all text is >= 7:1 on whatever it may stand on, and
 * edges, icons and the focus ring are >= 3:1; in the two contrast themes everything that has a
 * meaning is >= 15:1. A test computes all pairs, also of the calm variants. */
#ifndef UI_THEME_H
#define UI_THEME_H

#include "base/err.h"
#include "base/str.h"
#include "draw/color.h"

enum ui_color {
    COLOR_NONE,    /* nothing is drawn */
    COLOR_PAPER,   /* the ground of every page */
    COLOR_CARD,    /* keys, cards, bars, dialogs */
    COLOR_SUNK,    /* quiet panels and wells, never touchable */
    COLOR_PRESSED, /* what is touched and has no foot to go down on, while a finger is on it */
    COLOR_TINT,    /* what a link led to, or stands for a choice without filling it */
    COLOR_INK,
    COLOR_INK2,       /* second text: captions, readings, labels of what cannot be used now */
    COLOR_INDIGO,     /* where one is, what is chosen, figures, dates */
    COLOR_ON_INDIGO,  /* text on a fill of indigo or touch-deep */
    COLOR_TOUCH,      /* feet of keys, icons of what can be touched, focus; never text */
    COLOR_TOUCH_DEEP, /* filled buttons, links in text, "late" */
    COLOR_EDGE,       /* of keys and cards, 3:1 */
    COLOR_LINE,       /* hairlines that carry no meaning */
    COLOR_WATER,      /* quiet grounds of the accent kind, and the sea of a map */
    COLOR_LAND,
    COLOR_COAST,
    COLOR_LATE, /* ground of what is overdue or a warning */
    /* Countries: each hue goes with a shape of its own (theme_country), which tells them apart
     * where hues do not. */
    COLOR_HUE_DISC,
    COLOR_HUE_SQUARE,
    COLOR_HUE_DIAMOND,
    COLOR_HUE_UP,
    COLOR_HUE_HEXAGON,
    COLOR_HUE_DOWN,
    COLOR_HUE_PENTAGON,
    COLOR_HUE_ROUNDED,
    COLOR_SHEET,     /* under drawings, which have colours of their own: light in every theme */
    COLOR_SHEET_INK, /* what the app writes on them */
    COLOR_SKY,       /* under the sky of a scene, and what is written there */
    COLOR_ON_SKY,
    COLOR_DECK,  /* the landing that keys stand on where a scene fills the panel */
    COLOR_SCRIM, /* over the page, under a dialog */
    COLOR_SHADOW,
    COLOR_COUNT
};

/* The tones of notes and badges. */
enum ui_tone {
    TONE_NEUTRAL,
    TONE_PRIMARY,
    TONE_INFO,
    TONE_SUCCESS,
    TONE_WARNING,
    TONE_DANGER,
};

struct theme {
    const char *name; /* "light", "dark", "high-contrast", "yellow" */
    bool is_dark;
    bool is_calm;
    bool is_contrast; /* two colours only: shapes and edges carry what hues carry elsewhere */
    struct color colors[COLOR_COUNT];
};

/* All themes; the first is the default. */
const struct theme *theme_table(size_t *count);
/* NULL when there is no such theme. The empty name is the default. */
const struct theme *theme_lookup(struct str name);
/* The same with all its chroma x 0.45, lightness kept: calm colours. */
struct theme theme_calm(const struct theme *theme);
enum ui_color theme_tone_surface(enum ui_tone tone);
enum ui_color theme_tone_text(enum ui_tone tone);

/* A country's mark: a muted hue, and the icon of the shape that always goes with it. The code is
 * ISO 3166's of two letters, in either case; countries without a mark of their own share one of the
 * eight, always the same. */
struct theme_mark {
    enum ui_color color;
    const char *icon;
};
struct theme_mark theme_country(struct str code);

/* One pair of tokens that may meet; for the tests and for documents. */
enum theme_need {
    THEME_TEXT,  /* 7:1 */
    THEME_SHAPE, /* 3:1: edges, icons, the focus ring */
};
struct theme_pair {
    enum ui_color foreground, background;
    enum theme_need need;
};
const struct theme_pair *theme_pairs(size_t *count);
/* What a pair owes in this theme. */
double theme_least(const struct theme *theme, enum theme_need need);
const char *theme_color_name(enum ui_color color);

#endif

/* metrics.h - how large things are on this panel, for this reader.
 *
 * Two scales. Spacing is in dp: a kiosk's dp is 0.6 mm; a handheld's is 1/160 inch seen from
 * 300 mm, and grows with the reading distance. Type on kiosks is set by the INK HEIGHT of 한, 国 or
 * H in millimetres, because the rules for public kiosks are (12 mm; 7.25 mm on panels of at most
 * 28 cm); on handhelds it follows KRDS in dp. `text_scale` multiplies type and icons, and
 * paddings a little. Lengths are px unless their name says otherwise. */
#ifndef UI_METRICS_H
#define UI_METRICS_H

#include "text/engine.h"
#include "text/para.h"
#include "ui/profile.h"

enum width_class { WIDTH_COMPACT, WIDTH_MEDIUM, WIDTH_WIDE }; /* < 600, < 900, >= 900 dp */

enum type_style {
    TYPE_BODY,        /* running text */
    TYPE_BODY_STRONG, /* the same size, bold */
    TYPE_CAPTION,     /* dates of figures, sources, readings; smaller on handhelds only */
    TYPE_LABEL,       /* keys; body size, bold; breaks by phrase */
    TYPE_LEAD,        /* titles of cards, rows and sections */
    TYPE_HEADING,     /* the page */
    TYPE_TITLE,       /* a page that is about one name: a city */
    TYPE_FIGURE,      /* large figures, languages to choose from */
    TYPE_BAR,         /* labels of a one-row bar, and marks in it: of the size that fits there, */
    TYPE_MARK,        /* whatever the text scale is (bar_scale) */
    TYPE_COUNT
};

struct type_size {
    float size_px, line_px; /* em; baseline to baseline */
    enum text_weight weight;
    enum text_break breaking; /* by phrase: its lines are even too */
};

#define LARGE_TEXT_SCALE 1.45f /* from here on room is for what one reads */
#define BARS_TEXT_SCALE 1.12f  /* above it labels of several bars wrap, and cost a fifth of it */

/* A bar of one row, for large text and small windows. */
enum bar_form {
    BAR_BESIDE,  /* labels beside icons */
    BAR_UPRIGHT, /* below them */
    BAR_FEW,     /* upright, and one cell stands for all languages */
    BAR_ICONS,   /* labels are only spoken; as many icons as fit */
    BAR_NONE,    /* would take more of the window than what it is about */
};

struct metrics {
    int width_px, height_px;
    float px_per_mm, bottom_mm, distance_mm;
    enum posture posture;
    const char *profile_name;
    float text_scale;            /* 1 to 2 */
    float dp_px;                 /* one dp of a gap or a padding; follows the text scale a little */
    float size_px;               /* one dp of an icon, a width or a height; follows it in full */
    float target_px;             /* least side of anything to touch: 20 mm, 9 mm on handhelds */
    float gap_px;                /* least distance between two of them: 2.5 mm, 1.25 on handhelds */
    float slop_px;               /* a finger that moved further drags */
    float hairline_px, focus_px; /* thickness of dividers and of the focus ring */
    float width_dp, height_dp;
    /* Of the width divided by the text scale, so that large text gets the layout of a small panel.
     */
    enum width_class width_class;
    bool is_tall; /* portrait */
    enum bar_form bar_form;
    bool bar_has_names; /* of languages, beside each other; else marks */
    float bar_scale;    /* of TYPE_BAR and the icons beside: 1 to 1.4, as much as fits */
    struct type_size type[TYPE_COUNT][LOCALE_COUNT];
};

/* Ink height of 한, 国 and H in em, measured from the fonts once. */
struct ink_ratios {
    float of[LOCALE_COUNT];
};
struct ink_ratios ink_ratios_measure(struct text_engine *engine);
/* Those of Noto Sans CJK, for tests without fonts. */
struct ink_ratios ink_ratios_default(void);

/* Clamps text_scale to 1..2. */
void metrics_resolve(struct metrics *out, const struct profile *profile,
    const struct ink_ratios *ratios, float text_scale);
/* dp of a gap, or of a width, to whole px; anything above 0 stays at least 1 px. */
float metrics_px(const struct metrics *metrics, float dp);
float metrics_size_px(const struct metrics *metrics, float dp);

#endif

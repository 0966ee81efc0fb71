/* node.h - the words in which a screen says what it shows, and the laid-out tree they become.
 *
 * A screen opens boxes, puts texts and icons into them and closes them again; the result is one
 * array of nodes. Lengths in the specs are dp, and lengths in `struct ui_node` px: gaps, paddings
 * and radii follow the text scale a little, widths and heights in full. Edges are start and end,
 * never left and right. Zero is the sensible default of every field. Strings are borrowed until the
 * next ui_begin(), so they may live in the screen's arena. */
#ifndef UI_NODE_H
#define UI_NODE_H

#include "base/arena.h"
#include "base/geom.h"
#include "draw/draw_list.h"
#include "ui/metrics.h"
#include "ui/theme.h"

enum ui_axis {
    UI_COLUMN,
    UI_ROW,
    UI_WRAP, /* a row that goes on below when it is full */
    UI_GRID, /* `columns` equal columns or one, or as many of `min_column` dp as hold all words */
    UI_OVERLAY, /* children on top of each other, later ones in front */
};
enum ui_align { /* across the axis; in an overlay along x */
    UI_ALIGN_STRETCH,
    UI_ALIGN_START,
    UI_ALIGN_CENTER,
    UI_ALIGN_END,
    UI_ALIGN_BASELINE, /* rows: first lines of text on one line */
};
enum ui_self { /* a child's own word against its parent's align */
    UI_SELF_AUTO,
    UI_SELF_STRETCH,
    UI_SELF_START,
    UI_SELF_CENTER,
    UI_SELF_END,
    UI_SELF_MEASURE, /* as wide as there is room up to max_width, in the middle: reading columns */
};
enum ui_justify { UI_JUSTIFY_START, UI_JUSTIFY_CENTER, UI_JUSTIFY_END, UI_JUSTIFY_BETWEEN };
/* Of a button that shows more in place, and what it shows now. */
enum ui_disclosure { UI_DISCLOSES_NOTHING, UI_COLLAPSED, UI_EXPANDED };
enum ui_scroll { UI_SCROLL_NONE, UI_SCROLL_Y, UI_SCROLL_X };

enum ui_role { /* ROLE_NONE: layout only, not in the semantics tree */
    ROLE_NONE,
    ROLE_HEADING,
    ROLE_TEXT,
    ROLE_BUTTON,
    ROLE_LINK,
    ROLE_LIST,
    ROLE_LISTITEM,
    ROLE_IMAGE,
    ROLE_SWITCH,
    ROLE_TEXTFIELD,
    ROLE_DIALOG,
    ROLE_ALERT,
    ROLE_REGION,
    ROLE_TABLE, /* of rows of cells */
    ROLE_ROW,
    ROLE_CELL,
    ROLE_COUNT
};

/* The language of a label; the frame's unless said otherwise. */
enum ui_lang {
    UI_LANG_FRAME,
#define LOCALE(id, tag, icu, own_name, script, is_root, sample, ink) UI_LANG_##id,
#include LOCALE_TABLE
#undef LOCALE
};
#define UI_LANG(locale) ((enum ui_lang)((locale) + 1))

/* ui_pad(16), ui_pad2(vertical, horizontal), or {.top = ...} */
#define ui_pad(dp) ((struct insets){(dp), (dp), (dp), (dp)})
#define ui_pad2(vertical, horizontal) \
    ((struct insets){(vertical), (horizontal), (vertical), (horizontal)})
/* Spacing steps, from KRDS's gaps. */
enum { SPACE_XS = 4, SPACE_S = 8, SPACE_M = 12, SPACE_L = 16, SPACE_XL = 24, SPACE_XXL = 40 };
enum { RADIUS_S = 6, RADIUS_M = 9, RADIUS_L = 12, RADIUS_PILL = 1000 };

typedef void ui_canvas_fn(struct draw_list *list, struct rect rect_px, const struct theme *theme,
    const struct metrics *metrics, const void *data);

/* In an overlay whose children stand where a rule puts them: their sizes in px, and from the corner
 * of its room. False: what it found asks for other children (ui_is_incomplete). */
enum { UI_ARRANGED_MOST = 96 };
struct ui_arranged {
    struct size size;
    struct point at;
};
typedef bool ui_arrange_fn(
    void *self, struct size room, struct ui_arranged *children, size_t count);

/* In an overlay: where the middle of a child stands and how wide it is, as parts of its parent. */
struct ui_spot {
    float x, y, width; /* width 0: no such place */
};

/* A plain SVG, or a JPEG or PNG that the compiler packed. As a scene it is a picture of a place: it
 * fills its box whatever its shape, cut away from the focal point, lies under a veil in dark themes
 * and is drawn by its edges in those of high contrast. Otherwise it is stretched to its box. */
struct ui_picture {
    struct str bytes; /* empty: none */
    uint64_t hash;    /* of them (str_hash); 0: asked each frame */
    bool is_scene;
    float width, height;    /* of a scene: its own, in any unit */
    float focal_x, focal_y; /* 0 to 1, from the left and the top */
};

/* Of a box over an axis that is shown near or far (ui_zoom): a finger moves it, two fingers, the
 * wheel and keys zoom. */
struct ui_zoom {
    float start_px, end_px; /* from the box's edges to the axis */
};

struct ui_box {
    struct str key; /* names the node among its siblings; needed where it acts, scrolls or moves */
    enum ui_axis axis;
    float gap, cross_gap; /* cross_gap: between the lines of a wrap or grid; 0 means `gap` */
    struct insets padding;
    enum ui_align align;
    enum ui_justify justify;
    enum ui_self self, self_y; /* self_y: in overlays only */
    float width, height;       /* dp, fixed; 0: by content and room */
    float min_width, max_width, min_height, max_height;
    float aspect; /* width to height: the height follows the width */
    struct ui_spot spot;
    ui_arrange_fn *arrange; /* of an overlay; its children are as wide as their words */
    void *arranger;
    float grow;  /* share of the room left over along the parent's axis */
    float share; /* in rows: of the whole room, whatever is inside; for columns that line up */
    int columns;
    float min_column; /* dp, before the text scale */
    bool no_shrink;   /* keeps its one-line width when the row is too narrow */
    /* What is inside is drawn, and touched, turned by 180 degrees about the middle of the box, for
     * whoever stands opposite. It is laid out, and its rectangles are given, as if it were not; a
     * box that scrolls does not stand in it. */
    bool turned;
    enum ui_scroll scroll;      /* needs a key that no other scroller of the screen has */
    const struct ui_zoom *zoom; /* borrowed until the next ui_begin(); the key is the axis's */
    enum ui_color background, border;
    float radius, border_width; /* a border without a width is 1 dp */
    int elevation;              /* 0 none, 1 card, 2 bar, 3 dialog */
    /* A key, the one thing that looks as if it could be touched: an edge all round, and at the
     * bottom a foot that it goes down on. Chosen ones have none, it is grey when disabled. The
     * padding is what the contents keep from the body; the foot comes to it. */
    bool raised;
    enum ui_role role;
    int level;        /* of a heading */
    struct str label; /* spoken; without one the texts inside are the label */
    enum ui_lang lang;
    struct str
        action; /* returned by ui_take_action() when the node is activated; makes it a target */
    bool disabled, selected;
    enum ui_disclosure disclosure;
    const struct str *flicks; /* actions of a slide to each side, from UI_SIDE_LEFT on; or NULL */
    bool rapid;               /* quick taps on it all count: keys to type with */
    bool autofocus;           /* a text field that has the focus when its screen opens */
    bool modal;               /* nothing outside can be touched or focused (dialogs) */
    bool reveal;              /* what a link led to: in view when the page opens at its start */
    enum ui_color pressed;    /* background while a finger is on it; 0: a sensible one */
    struct str speech, reading;
    struct str value;          /* of a text field or a switch */
    ui_canvas_fn *canvas;      /* draws over the background, under the children */
    struct ui_picture picture; /* drawn there, too */
    const void *canvas_data;   /* borrowed until the next ui_begin() */
};

struct ui_span { /* a part of a text; sorted, not overlapping */
    size_t start, end;
    enum ui_lang lang; /* UI_LANG_FRAME: the paragraph's */
    bool strong, emphasis;
    enum ui_color color; /* COLOR_NONE: the paragraph's */
    struct str ruby;
    struct str action; /* makes it a link */
    bool blank;        /* a field to fill in: stands on a ground of its own */
};

struct ui_text_spec {
    struct str key;
    enum type_style style;
    enum ui_color color; /* COLOR_NONE: COLOR_INK */
    enum text_align align;
    enum ui_self self;
    const struct ui_span *spans;
    size_t span_count;
    int max_lines;
    float zoom; /* of the style's size; 0: 1. Steps down until its longest word fits its lines */
    /* As large as its box holds it, from the size of running text up to `zoom`: in a column, with
     * `grow`. */
    bool fits;
    float grow, width, min_width, max_width; /* dp */
    bool strong, tabular, no_wrap, justify_text;
    bool by_phrase;    /* body text read at a glance, on a card or under a title: lines of phrases,
                          even */
    enum ui_role role; /* ROLE_NONE: ROLE_TEXT */
    int level;
    struct str speech, reading;
    float faded;     /* 0 to 1: how far it is not there yet */
    bool decorative; /* not in the semantics tree: its words are already in a label */
};

struct ui_icon_spec {
    struct str name;
    float size; /* dp; 0 means 24 */
    enum ui_color color;
    struct str label; /* spoken; empty: decoration */
    enum ui_self self;
};

enum ui_node_kind { NODE_BOX, NODE_TEXT, NODE_ICON, NODE_LINK };

struct ui_node {
    enum ui_node_kind kind;
    uint64_t id;
    uint32_t parent, first_child, last_child, next; /* 0: none; node 0 is the root */
    uint32_t child_count;
    struct ui_box box; /* lengths already in px; text and icon share its fields */
    struct str text;   /* text leaf */
    enum locale_id lang;
    struct text_style style;
    const struct text_span *spans;
    const struct ui_span *ui_spans;
    size_t span_count;
    enum type_style type;
    enum ui_color color;
    const struct para *para;
    const struct ui_edit *edit; /* the text of a field, with its caret (ui_private.h), or NULL */
    struct str name;            /* icon */
    bool no_wrap, decorative, has_target;
    bool is_zoomed, is_fitted;
    float faded;
    /* what the passes find out */
    float min_w, pref_w, baseline;
    struct rect rect;    /* px in the window, after scrolling */
    struct rect clip;    /* visible part of it */
    struct point origin; /* add to rect: the place in the unscrolled page */
    float content;       /* scrollers: length of what is inside along their axis */
    uint32_t focus;      /* 1.. in focus order; 0: cannot be focused */
    /* of a row in a long list (ui_list): its place, from 1, in how many; 0 elsewhere */
    uint32_t position, set_size;
    uint32_t list_line; /* 1..: a line of such a list; 0: none */
    bool is_frame;      /* holds the page and its bars */
    bool is_content;    /* of the frame: what the bars leave to the page and its keyboard */
    bool is_spacer;     /* stands for lines that were not declared */
    bool is_unsettled;  /* of the root: a rule asks for other children */
    double excess;      /* px that these are longer than the spacer is laid out */
};

#endif

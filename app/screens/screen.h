/* screen.h - one screen: a const descriptor, a model loaded once, and a view that only reads it.
 *
 * load() asks the store for what the screen shows, in one language, into the screen's arena; what
 * may be long it only counts, and view() asks for the rows in view (rows.h). view() declares the
 * nodes of one frame from that model; it changes nothing that can be seen. What a visitor does
 * comes back as actions on nodes (`open cities/hamamatsu`), which nav applies between frames. */
#ifndef SCREENS_SCREEN_H
#define SCREENS_SCREEN_H

#include "content/store.h"
#include "i18n/i18n.h"
#include "screens/hand.h"
#include "screens/keyboard.h"
#include "screens/path.h"
#include "screens/recent.h"
#include "ui/looks.h"
#include "ui/ui.h"

/* What every screen may use. Borrowed for the call. */
struct screen_env {
    struct store *store;
    struct i18n *i18n;
    enum locale_id locale;
    enum posture posture;
    const struct keyboard *keyboard;
    struct edtf_point today; /* as the host says; absent: nobody knows */
    const struct recent *recent;
    const struct looks *looks;
    bool shows_display;        /* the sheet where they are set stands over the page */
    const struct ticks *ticks; /* ticks.h */
    const struct hand_source *hands;
    const struct own *own;      /* personal/own.h; NULL: a shared panel, which keeps nothing */
    struct str address;         /* of the page that is shown */
    struct str browser_address; /* of the version for browsers; empty: the operator gave none */
    struct str held; /* the search that stands while the next one is still being composed; or '' */
};

struct own;
struct ticks;
struct rows; /* rows.h */
struct screen;
struct screen_ops {
    const char *name;   /* the first word of the path */
    bool takes_id;      /* `cities` and `cities/hamamatsu` are two screens of one name */
    bool takes_part;    /* and more words of an address: `cities/hamamatsu/history` */
    enum msg title;     /* for the head of the page and for speech */
    bool has_own_title; /* load() sets the title: the name of a city */
    /* Sets `screen->model`. `found` false: no such id; the "not found" screen opens instead. */
    bool (*load)(struct screen *screen, const struct screen_env *env, bool *found, struct err *err);
    void (*view)(const struct screen *screen, const struct screen_env *env, struct ui *ui);
    /* Lists every path of this screen in the loaded content; NULL when `name` is the only one. */
    bool (*paths)(const struct screen_env *env, struct path_list *list, struct err *err);
    /* Adds what a phone takes along, beside the text of the page; NULL: that alone. */
    bool (*hand)(const struct screen *screen, const struct screen_env *env, struct arena *arena,
        struct hand *hand, struct err *err);
    bool fills;       /* the page has no margins and fills the panel */
    bool is_centered; /* short pages stand in the middle of the panel */
    bool is_hidden;   /* not in the list of screens */
    float max_width;  /* of the reading column in dp; 0: the usual */
};

/* The screen of that name, with or without an id, or NULL: what a link may lead to. */
typedef const struct screen_ops *screen_find_fn(struct str name, bool has_id);

struct screen {
    const struct screen_ops *ops;
    screen_find_fn *find; /* among all screens there are */
    struct screen_path path;
    struct arena arena; /* the path and the model live here */
    void *model;
    struct rows *rows;         /* of its long lists */
    struct str title;          /* of this page, in the locale; set by screen_open() or load() */
    float max_width;           /* of the reading column in dp; set by load(); 0: that of `ops` */
    struct store_picture hero; /* the scene that opens it; set by load(), or empty */
    bool hero_is_beside;       /* only where that takes none of the page's height */
    /* Of the search: */
    struct str first;     /* the path that Enter leads to; empty: nowhere */
    struct str found_for; /* the query that the rows belong to; empty: nothing was found */
    bool is_held;         /* these rows are `held`: what stands in the field found none so far */
};

/* Opens the screen at `path`. A path that parses but leads nowhere opens the "not found" screen and
 * succeeds with `*found` false. Fails for a path that does not parse and when the database fails.
 * Close with screen_close(); a failed open needs no close. */
bool screen_open(struct screen *screen, const struct screen_env *env, struct str path, bool *found,
    struct err *err);
void screen_close(struct screen *screen);

/* As screen_open(), but a visitor always gets a screen: "not found" for a path that does not parse,
 * "cannot be shown" when the database fails, both with the ways out that every screen has. `why`
 * says what failed; its code is ERR_NONE when nothing did. */
void screen_open_always(struct screen *screen, const struct screen_env *env, struct str path,
    bool *found, struct err *why);

#endif

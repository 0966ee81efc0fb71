#include "prewarm.h"

#include "base/check.h"
#include "base/log.h"

enum { CHARACTERS = 1200, HELPING = 24 };

/* The styles that most text is set in; larger type has few characters a page. */
static const enum type_style styles[] = {TYPE_BODY, TYPE_BODY_STRONG, TYPE_CAPTION};

void
prewarm_restart(struct prewarm *prewarm) {
    prewarm->style = prewarm->next = 0;
    prewarm->is_done = false;
}

void
prewarm_forget(struct prewarm *prewarm) {
    arena_finish(&prewarm->arena);
    *prewarm = (struct prewarm){.shelf = prewarm->shelf};
}

void
prewarm_finish(struct prewarm *prewarm) {
    arena_finish(&prewarm->arena);
    *prewarm = (struct prewarm){0};
}

static bool
load_characters(struct prewarm *prewarm, const struct prewarm_view *view) {
    struct err err;
    if (prewarm->has_characters && prewarm->locale == view->locale) {
        return true;
    }
    prewarm_forget(prewarm);
    prewarm->locale = view->locale;
    prewarm->has_characters = true;
    return store_characters(
        view->store, &prewarm->arena, prewarm->locale, CHARACTERS, &prewarm->characters, &err);
}

static const struct para *
lay_out(const struct prewarm *prewarm, const struct prewarm_view *view) {
    const struct type_size *size = &view->metrics->type[styles[prewarm->style]][prewarm->locale];
    struct text_style style = {
        .lang = prewarm->locale,
        .size_px = size->size_px,
        .line_height_px = size->line_px,
        .weight = size->weight,
    };
    return para_layout(view->engine, prewarm->characters, &style, NULL, 0, 1e6f);
}

/* Then the pages of the database, which were not looked at when it was opened. */
static bool
check_some(const struct prewarm_view *view) {
    struct err err;
    bool is_done;
    if (!store_check(view->store, STORE_CHECK_ROWS, &is_done, &err)) {
        log_write(LOG_ERROR, "content", "%s", err.message);
    }
    return !is_done;
}

bool
prewarm_step(struct prewarm *prewarm, const struct prewarm_view *view) {
    if (!prewarm->shelf.put) {
        return false;
    }
    if (prewarm->is_done && prewarm->locale == view->locale) {
        return check_some(view);
    }
    if (!load_characters(prewarm, view) || prewarm->characters.n == 0) {
        prewarm->is_done = true; /* a damaged page will be met, and reported, where it matters */
        return check_some(view);
    }
    const struct para *para = lay_out(prewarm, view);
    struct prewarm_shelf shelf = prewarm->shelf;
    if (!shelf.put(shelf.self, para, view->is_light, HELPING, &prewarm->next)) {
        bool is_full = prewarm->next < para->glyph_count;
        prewarm->next = 0;
        prewarm->is_done = is_full || ++prewarm->style == ARRAY_LEN(styles);
    }
    return !prewarm->is_done || check_some(view);
}

#include "prewarm.h"

#include "base/check.h"

enum { CHARACTERS = 1200, HELPING = 24 };

/* The styles that most text is set in; larger type has few characters a page. */
static const enum type_style styles[] = {TYPE_BODY, TYPE_BODY_STRONG, TYPE_CAPTION};

void
prewarm_restart(struct prewarm *prewarm) {
    prewarm->style = prewarm->next = 0;
    prewarm->is_done = false;
}

void
prewarm_finish(struct prewarm *prewarm) {
    arena_finish(&prewarm->arena);
    *prewarm = (struct prewarm){0};
}

static bool
load_characters(struct prewarm *prewarm, struct session *session) {
    struct err err;
    if (prewarm->has_characters && prewarm->locale == session->nav.locale) {
        return true;
    }
    prewarm_finish(prewarm);
    prewarm->locale = session->nav.locale;
    prewarm->has_characters = true;
    return store_characters(
        session->store, &prewarm->arena, prewarm->locale, CHARACTERS, &prewarm->characters, &err);
}

static const struct para *
lay_out(const struct prewarm *prewarm, struct session *session) {
    const struct type_size *size = &session->metrics.type[styles[prewarm->style]][prewarm->locale];
    struct text_style style = {
        .lang = prewarm->locale,
        .size_px = size->size_px,
        .line_height_px = size->line_px,
        .weight = size->weight,
    };
    return para_layout(session->engine, prewarm->characters, &style, NULL, 0, 1e6f);
}

bool
prewarm_step(struct prewarm *prewarm, struct session *session, struct draw_sdl *draw) {
    if (prewarm->is_done && prewarm->locale == session->nav.locale) {
        return false;
    }
    if (!load_characters(prewarm, session) || prewarm->characters.n == 0) {
        prewarm->is_done = true; /* a damaged page will be met, and reported, where it matters */
        return false;
    }
    bool light = color_is_light(session->theme->colors[COLOR_TEXT]);
    const struct para *para = lay_out(prewarm, session);
    if (!draw_sdl_prewarm(draw, para, light, HELPING, &prewarm->next)) {
        bool is_full = prewarm->next < para->glyph_count;
        prewarm->next = 0;
        prewarm->is_done = is_full || ++prewarm->style == ARRAY_LEN(styles);
    }
    text_engine_end_frame(session->engine);
    return !prewarm->is_done;
}

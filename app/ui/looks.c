#include "ui/looks.h"

#include "base/check.h"

bool
looks_equal(const struct looks *a, const struct looks *b) {
    return a->theme == b->theme && a->is_calm == b->is_calm && a->text_scale == b->text_scale &&
           a->low_position == b->low_position && a->reduced_motion == b->reduced_motion &&
           a->page_buttons == b->page_buttons;
}

/* To the next size that is offered, as the two keys of a panel do; at the last one it stays. */
static void
step_scale(struct looks *looks, bool larger) {
    static const float scales[] = LOOKS_TEXT_SCALES;
    float now = looks->text_scale, next = now;
    for (size_t i = 0; i < ARRAY_LEN(scales); i++) {
        float scale = scales[larger ? i : ARRAY_LEN(scales) - 1 - i];
        if (next == now && (larger ? scale > now : scale < now)) {
            next = scale;
        }
    }
    looks->text_scale = next;
}

static bool
set_scale(struct looks *looks, struct str value) {
    double scale;
    bool larger = str_eq(value, STR("larger"));
    if (larger || str_eq(value, STR("smaller"))) {
        step_scale(looks, larger);
        return true;
    }
    if (!str_to_double(value, &scale) || scale < 1 || scale > 2) {
        return false;
    }
    looks->text_scale = (float)scale;
    return true;
}

static bool
set_theme(struct looks *looks, struct str value) {
    const struct theme *theme = value.n > 0 ? theme_lookup(value) : NULL;
    looks->theme = theme ? theme : looks->theme;
    return theme != NULL;
}

static bool
set_switch(bool *of, struct str value) {
    bool is_on = str_eq(value, STR("on"));
    *of = is_on;
    return is_on || str_eq(value, STR("off"));
}

bool
looks_apply(struct looks *looks, const struct looks *first, struct str action) {
    struct str rest = action, word;
    struct looks next = *looks;
    bool is_known = false;
    if (!str_split(&rest, ' ', &word) || !str_eq(word, STR("look")) ||
        !str_split(&rest, ' ', &word)) {
        return false;
    }
    if (str_eq(word, STR("text"))) {
        is_known = set_scale(&next, rest);
    } else if (str_eq(word, STR("theme"))) {
        is_known = set_theme(&next, rest);
    } else if (str_eq(word, STR("calm"))) {
        is_known = set_switch(&next.is_calm, rest);
    } else if (str_eq(word, STR("low"))) {
        is_known = set_switch(&next.low_position, rest);
    } else if (str_eq(word, STR("still"))) {
        is_known = set_switch(&next.reduced_motion, rest);
    } else if (str_eq(word, STR("pages"))) {
        is_known = set_switch(&next.page_buttons, rest);
    } else if (str_eq(word, STR("reset")) && rest.n == 0) {
        next = *first;
        is_known = true;
    }
    *looks = is_known ? next : *looks;
    return is_known;
}

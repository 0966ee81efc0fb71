#include "text/justify.h"

static bool
stretches(const struct cluster *c) {
    return c->flags & CLUSTER_IDEOGRAPHIC || c->class == CHAR_HANGUL || c->squeeze != CHAR_OTHER ||
           (c->class >= CHAR_OPEN && c->flags & CLUSTER_FULL_EM);
}

static enum justify_gap
gap_after(const struct shaped *shaped, int32_t at, int32_t end) {
    const struct cluster *c = &shaped->clusters[at], *next = c + 1;
    if (at + 1 >= end || next->flags & (CLUSTER_GROUP | CLUSTER_CONTINUES)) {
        return JUSTIFY_NONE;
    }
    if (c->class == CHAR_SPACE) {
        return JUSTIFY_WORD;
    }
    if (c->gap > 0) {
        return JUSTIFY_AUTOSPACE;
    }
    return stretches(c) && stretches(next) ? JUSTIFY_CHARACTER : JUSTIFY_NONE;
}

static void
give(struct justify *plan, enum justify_gap gap, int64_t *extra, int64_t most) {
    int64_t amount = most * plan->count[gap];
    if (amount > *extra) {
        amount = *extra;
    }
    plan->total[gap] += amount;
    *extra -= amount;
}

void
justify_plan(struct justify *plan, const struct shaped *shaped, int32_t start, int32_t end,
    int64_t extra, enum locale_id lang) {
    *plan = (struct justify){.is_active = true, .shrink_total = extra < 0 ? -extra : 0};
    for (int32_t i = start; i < end; i++) {
        plan->count[gap_after(shaped, i, end)]++;
        plan->shrink_capacity += i + 1 < end ? line_shrink_of(&shaped->clusters[i]) : 0;
    }
    if (extra <= 0) {
        return;
    }
    give(plan, JUSTIFY_WORD, &extra, FONT_EM / 4);
    give(plan, JUSTIFY_AUTOSPACE, &extra, FONT_EM / 8);
    give(plan, JUSTIFY_CHARACTER, &extra, lang == LOCALE_KO ? FONT_EM / 12 : FONT_EM);
    if (plan->count[JUSTIFY_WORD] > 0) {
        give(plan, JUSTIFY_WORD, &extra, extra);
    } else if (lang == LOCALE_JA) {
        give(plan, JUSTIFY_CHARACTER, &extra, extra);
    } /* a lone Korean or English word stays as it is */
}

int64_t
justify_after(struct justify *plan, const struct shaped *shaped, int32_t at, int32_t end) {
    if (plan->shrink_total > 0) {
        int64_t before = plan->shrink_seen;
        if (at + 1 >= end || plan->shrink_capacity == 0) {
            return 0;
        }
        plan->shrink_seen += line_shrink_of(&shaped->clusters[at]);
        return plan->shrink_total * before / plan->shrink_capacity -
               plan->shrink_total * plan->shrink_seen / plan->shrink_capacity;
    }
    enum justify_gap gap = gap_after(shaped, at, end);
    if (gap == JUSTIFY_NONE || plan->total[gap] == 0) {
        return 0;
    }
    int64_t k = plan->seen[gap]++, n = plan->count[gap];
    return plan->total[gap] * (k + 1) / n - plan->total[gap] * k / n;
}

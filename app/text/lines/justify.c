#include "text/lines/justify.h"

enum shrink_stage { SHRINK_WORD, SHRINK_MIDDLE, SHRINK_MARK };
enum stretch_stage { STRETCH_WORD, STRETCH_AUTOSPACE, STRETCH_LETTER, STRETCH_ALL };

enum gap {
    GAP_NONE,
    GAP_WORD,
    GAP_AUTOSPACE,
    GAP_LETTER, /* between Han, kana, Hangul and what is set like them */
    GAP_MARK    /* beside brackets, full stops and the like: the last to open (JLREQ 3.1.11) */
};

#define WORD_MOST (FONT_EM / 2)
#define AUTOSPACE_MOST (FONT_EM / 4)
#define LETTER_MOST (FONT_EM / 4)
#define SYLLABLE_MOST (FONT_EM / 12)
#define LAST_MOST (FONT_EM * 3 / 2) /* what the last stage may add to a gap */

/* A dash of two ems is drawn by the first of its clusters. */
static bool
is_cell(const struct cluster *c) {
    while (c->flags & CLUSTER_CONTINUES) {
        c--;
    }
    return c->flags & (CLUSTER_IDEOGRAPHIC | CLUSTER_FULL_EM | CLUSTER_COMBINED) ||
           c->advance >= FONT_EM || c->class == CHAR_HANGUL;
}

static bool
is_mark(const struct cluster *c) {
    return c->squeeze != CHAR_OTHER || c->class >= CHAR_OPEN;
}

/* Whose rules hold behind cluster `at`. */
static enum locale_script
script_after(const struct shaped *shaped, int32_t at) {
    const struct cluster *c = &shaped->clusters[at];
    bool same = (size_t)at + 1 >= shaped->cluster_count || c[1].lang == c->lang;
    return locale_script(same ? (enum locale_id)c->lang : shaped->lang);
}

/* Nothing opens where no line may end (JLREQ 3.1.11 and 3.8.4 d): beside kinsoku, in `……` and `――`,
 * in numbers and Latin words. Korean syllables part where only a whole eojeol would not fit. */
static enum gap
gap_after(const struct justify *plan, const struct shaped *shaped, int32_t at) {
    const struct cluster *c = &shaped->clusters[at], *next = c + 1;
    bool korean = script_after(shaped, at) == LOCALE_HANGUL;
    uint8_t least = korean ? BREAK_CLUSTER : BREAK_PART;
    if (at + 1 >= plan->end || next->flags & (CLUSTER_GROUP | CLUSTER_CONTINUES)) {
        return GAP_NONE;
    }
    if (c->class == CHAR_SPACE && c->advance < FONT_EM) {
        return GAP_WORD;
    }
    if (c->class == CHAR_SPACE) { /* a wide one; at a line start it is an indent */
        return at > plan->start ? GAP_MARK : GAP_NONE;
    }
    if (next->breaks < least) {
        return GAP_NONE;
    }
    if (c->gap > 0) {
        return GAP_AUTOSPACE;
    }
    bool number = c->class == CHAR_DIGIT && next->class == CHAR_DIGIT; /* full-width ones */
    int cells = is_cell(c) + is_cell(next);
    if (cells == 0 || number) {
        return GAP_NONE;
    }
    if (korean) {
        return cells == 2 ? GAP_LETTER : GAP_NONE;
    }
    return cells < 2 || is_mark(c) || is_mark(next) ? GAP_MARK : GAP_LETTER;
}

/* What opens without end when nothing else is left: in Korean its word spaces, in English too if it
 * has any, in Japanese every gap. */
static bool
opens_last(const struct justify *plan, enum locale_script script) {
    return script != LOCALE_HANGUL && (script != LOCALE_LATIN || !plan->has_words);
}

static int32_t
stretch_room(const struct justify *plan, const struct shaped *shaped, enum stretch_stage stage,
    enum gap gap, int32_t at) {
    const struct cluster *c = &shaped->clusters[at];
    enum locale_script script = script_after(shaped, at);
    switch (stage) {
    case STRETCH_WORD:
        return gap == GAP_WORD && c->advance < WORD_MOST ? WORD_MOST - c->advance : 0;
    case STRETCH_AUTOSPACE:
        return gap == GAP_AUTOSPACE && c->gap < AUTOSPACE_MOST ? AUTOSPACE_MOST - c->gap : 0;
    case STRETCH_LETTER:
        return gap != GAP_LETTER ? 0 : script == LOCALE_HANGUL ? SYLLABLE_MOST : LETTER_MOST;
    case STRETCH_ALL:
        return gap == GAP_WORD || (gap != GAP_NONE && opens_last(plan, script));
    }
    return 0;
}

static enum shrink_stage
shrink_stage_of(const struct cluster *c) {
    if (c->squeeze == CHAR_OTHER) {
        return SHRINK_WORD;
    }
    return c->squeeze == CHAR_MIDDLE ? SHRINK_MIDDLE : SHRINK_MARK;
}

static void
count_shrink(struct justify *plan, const struct shaped *shaped) {
    for (int32_t i = plan->start; i < plan->end; i++) {
        struct line_shrink shrink = line_shrink_at(shaped, i, plan->start, plan->end);
        plan->stages[shrink_stage_of(&shaped->clusters[i])].room += shrink.before + shrink.after;
    }
}

static void
count_stretch(struct justify *plan, const struct shaped *shaped) {
    int32_t words = 0;
    for (int32_t i = plan->start; i < plan->end; i++) {
        words += gap_after(plan, shaped, i) == GAP_WORD;
    }
    plan->has_words = words > 0;
    for (int32_t i = plan->start; i < plan->end; i++) {
        enum gap gap = gap_after(plan, shaped, i);
        for (int s = 0; s < JUSTIFY_STAGES && gap != GAP_NONE; s++) {
            plan->stages[s].room += stretch_room(plan, shaped, (enum stretch_stage)s, gap, i);
        }
    }
}

int64_t
justify_plan(
    struct justify *plan, const struct shaped *shaped, int32_t start, int32_t end, int64_t extra) {
    *plan = (struct justify){.is_active = true, .shrinks = extra < 0, .start = start, .end = end};
    (plan->shrinks ? count_shrink : count_stretch)(plan, shaped);
    int64_t left = extra < 0 ? -extra : extra, given = 0;
    for (int s = 0; s < JUSTIFY_STAGES && left > 0; s++) {
        struct justify_stage *stage = &plan->stages[s];
        bool takes_all = !plan->shrinks && s == STRETCH_ALL && stage->room > 0;
        if (takes_all && left > stage->room * LAST_MOST) {
            plan->is_active = false; /* holes: rather a short line */
            return 0;
        }
        stage->amount = takes_all || stage->room > left ? left : stage->room;
        left -= stage->amount;
        given += stage->amount;
    }
    if (!plan->shrinks && left > 0) {
        plan->is_active = false; /* it would end short of the edge all the same: as it is, then */
        return 0;
    }
    return plan->shrinks ? -given : given;
}

/* The next `room` units of the stage's room, as the share of its amount that falls to them: shares
 * add up to the amount, whatever the rounding. */
static int64_t
take_share(struct justify_stage *stage, int64_t room) {
    if (stage->amount == 0 || room == 0) {
        return 0;
    }
    int64_t before = stage->amount * stage->seen / stage->room;
    stage->seen += room;
    return stage->amount * stage->seen / stage->room - before;
}

struct justify_change
justify_at(struct justify *plan, const struct shaped *shaped, int32_t at) {
    struct justify_change change = {0};
    const struct cluster *c = &shaped->clusters[at];
    if (plan->shrinks) {
        struct line_shrink shrink = line_shrink_at(shaped, at, plan->start, plan->end);
        struct justify_stage *stage = &plan->stages[shrink_stage_of(c)];
        change.before = -take_share(stage, shrink.before);
        change.after = -take_share(stage, shrink.after);
        return change;
    }
    enum gap gap = gap_after(plan, shaped, at);
    for (int s = 0; s < JUSTIFY_STAGES && gap != GAP_NONE; s++) {
        change.after += take_share(
            &plan->stages[s], stretch_room(plan, shaped, (enum stretch_stage)s, gap, at));
    }
    return change;
}

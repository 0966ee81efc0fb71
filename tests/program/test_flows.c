/* What people come for, with a finger that finds things as a person does: by the words that stand
 * on the panel, of a kiosk, from the choice of a language. Each task has a most of taps. */
#include "visit_fixture.h"

#include <stdlib.h>

#define STEPS_MOST 16

typedef bool holds_fn(const struct session *session);

struct words {
    const char *taps, *seen; /* each apart by `|` */
};

struct flow {
    const char *what;
    size_t most;
    holds_fn *holds;
    struct words words[LOCALE_COUNT];
};

static bool
is_face(const struct session *session) {
    return str_eq(session->screen.path.name, STR("face"));
}

static bool
is_larger(const struct session *session) {
    return session->looks.text_scale == 2;
}

static bool
is_of_high_contrast(const struct session *session) {
    return strcmp(session->looks.theme->name, "high-contrast") == 0;
}

static bool
is_low(const struct session *session) {
    return session->looks.low_position;
}

static bool
has_code(const struct session *session) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(session->ui, &count);
    for (size_t i = 0; i < count; i++) {
        if (nodes[i].box.role == ROLE_IMAGE && !rect_is_empty(nodes[i].clip) &&
            str_find(nodes[i].box.label, STR("QR")) != SIZE_MAX) {
            return true;
        }
    }
    return false;
}

static const struct flow flows[] = {
#define FLOW(...) {__VA_ARGS__},
#include "flows.def"
#undef FLOW
};

/* Whole on the glass; of words that are longer than a panel, as much as it holds. */
static bool
is_seen(const struct visit *visit, const struct ui_node *node) {
    float most = (float)visit->session.metrics.height_px / 2;
    float owed = node->rect.h < most ? node->rect.h : most;
    return node->clip.w >= node->rect.w - 1 && node->clip.h > 0 && node->clip.h >= owed - 1;
}

static bool
is_inside(const struct ui_node *nodes, uint32_t node, uint32_t outer) {
    while (node && node != outer) {
        node = nodes[node].parent;
    }
    return node == outer;
}

/* How well what stands in the node says the words: 2 word for word, 1 among others, 0 not. */
static int
says_words(const struct visit *visit, uint32_t outer, struct str words) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(visit->session.ui, &count);
    int best = 0;
    for (size_t i = outer; i < count; i++) {
        if (nodes[i].kind != NODE_TEXT || !is_inside(nodes, (uint32_t)i, outer) ||
            !is_seen(visit, &nodes[i])) {
            continue;
        }
        bool is_word = str_eq(nodes[i].text, words);
        bool is_part = str_find(nodes[i].text, words) != SIZE_MAX;
        best = is_word ? 2 : is_part && best == 0 ? 1 : best;
    }
    return best;
}

/* A place to touch for whoever looks for these words: the one that says no more than them, else the
 * first. False: none is on the panel. */
static bool
look_for(const struct visit *visit, struct str words, struct point *at) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(visit->session.ui, &count);
    int best = 0;
    for (size_t i = 1; i < count; i++) {
        struct rect seen = nodes[i].clip;
        if (nodes[i].box.action.n == 0 || nodes[i].box.disabled || rect_is_empty(seen)) {
            continue;
        }
        int how = says_words(visit, (uint32_t)i, words);
        if (how > best) {
            best = how;
            seen = ui_on_glass(visit->session.ui, (uint32_t)i, seen);
            *at = (struct point){seen.x + seen.w / 2, seen.y + seen.h / 2};
        }
    }
    return best > 0;
}

static bool
reads(const struct visit *visit, struct str words) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(visit->session.ui, &count);
    for (size_t i = 0; i < count; i++) {
        if (nodes[i].kind == NODE_TEXT && is_seen(visit, &nodes[i]) &&
            str_find(nodes[i].text, words) != SIZE_MAX) {
            return true;
        }
    }
    return false;
}

static void
touch(struct visit *visit, struct point at) {
    feed(visit, (struct ui_event){.type = UI_POINTER_DOWN, .pointer = 1, .at = at});
    feed(visit, (struct ui_event){.type = UI_POINTER_UP, .pointer = 1, .at = at});
    turn(visit, 600);
    turn(visit, 600);
}

/* The page's own key; false at its end. */
static bool
turn_page(struct visit *visit) {
    size_t count;
    uint32_t more = ui_find(visit->session.ui, STR("bar/more"));
    const struct ui_node *node = more ? &ui_nodes(visit->session.ui, &count)[more] : NULL;
    if (!node || node->box.disabled || rect_is_empty(node->clip)) {
        return false;
    }
    touch(visit, (struct point){node->clip.x + node->clip.w / 2, node->clip.y + node->clip.h / 2});
    return true;
}

#define NOT_DONE SIZE_MAX
#define not_done(...) (print_error(__VA_ARGS__), print_error("\n"), NOT_DONE)

/* How many taps it takes; NOT_DONE, said, where a word is nowhere. */
static size_t
follow(struct visit *visit, const struct flow *flow, enum locale_id locale) {
    struct str rest = str_from(flow->words[locale].taps), words;
    size_t taps = 0;
    while (str_split(&rest, '|', &words)) {
        struct point at;
        while (!look_for(visit, words, &at)) {
            taps++;
            if (taps > STEPS_MOST || !turn_page(visit)) {
                return not_done("%s, %s: \"%.*s\" is not to be seen on %s", flow->what,
                    locale_tag(locale), STR_ARG(words), nav_path(&visit->session.nav).p);
            }
        }
        touch(visit, at);
        taps++;
    }
    rest = str_from(flow->words[locale].seen);
    while (rest.n > 0 && str_split(&rest, '|', &words)) {
        while (!reads(visit, words)) {
            taps++;
            if (taps > STEPS_MOST || !turn_page(visit)) {
                return not_done("%s, %s: after %zu taps \"%.*s\" is not to be read on %s",
                    flow->what, locale_tag(locale), taps, STR_ARG(words),
                    nav_path(&visit->session.nav).p);
            }
        }
    }
    if (flow->holds && !flow->holds(&visit->session)) {
        return not_done("%s, %s: not so after %zu taps, on %s", flow->what, locale_tag(locale),
            taps, nav_path(&visit->session.nav).p);
    }
    return taps;
}

static int
open_visit(void **state) {
    static struct visit visit;
    struct err err;
    struct options options;
    char name[] = "naru", *argv[] = {name, NULL};
    setenv("NARU_DATA", NARU_BUILD_DIR, 1);
    *state = &visit;
    visit.now_ms = 1000;
    if (!options_parse(1, argv, &options, &err) ||
        session_open(&visit.session, &options, "language", &err) != SESSION_OK) {
        print_error("%s\n", err.message);
        return -1;
    }
    session_set_today(&visit.session, (struct clock_day){2026, 10, 5});
    return 0;
}

static int
close_visit(void **state) {
    struct visit *visit = *state;
    session_close(&visit->session);
    return 0;
}

/* As the next visitor finds the panel. */
static void
begin(struct visit *visit) {
    session_start_over(&visit->session);
    turn(visit, 1000);
}

static void
test_flows__in_as_few_taps_as_promised_in_each_language(void **state) {
    struct visit *visit = *state;
    size_t wrong = 0;
    for (size_t i = 0; i < ARRAY_LEN(flows) * LOCALE_COUNT; i++) {
        const struct flow *flow = &flows[i / LOCALE_COUNT];
        enum locale_id locale = (enum locale_id)(i % LOCALE_COUNT);
        begin(visit);
        size_t taps = flow->words[locale].taps ? follow(visit, flow, locale) : 0;
        if (taps != NOT_DONE && taps > flow->most) {
            print_error(
                "%s, %s: %zu taps, not %zu\n", flow->what, locale_tag(locale), taps, flow->most);
        }
        wrong += taps > flow->most;
    }
    assert_int_equal(wrong, 0);
}

/* The finger is no better than a person's: it sees what is on the glass, and pays for what is not.
 */
static void
test_flows__what_is_not_on_the_panel_costs_a_page_turn(void **state) {
    struct visit *visit = *state;
    struct point at;
    const struct flow far = {"far", 0, NULL, {[LOCALE_KO] = {"한국어|더 보기|방문 회화", ""}}};
    begin(visit);
    assert_false(look_for(visit, STR("방문 회화"), &at));
    assert_false(reads(visit, STR("관심 분야가 다르고")));
    size_t taps = follow(visit, &far, LOCALE_KO);
    assert_true(taps != NOT_DONE && taps > 3);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_flows__in_as_few_taps_as_promised_in_each_language),
        cmocka_unit_test(test_flows__what_is_not_on_the_panel_costs_a_page_turn),
    };
    return cmocka_run_group_tests(tests, open_visit, close_visit);
}

/* Every screen of the real content, or of another database, in three languages and five profiles:
 * nothing is cut off, nothing sticks out of its page, and Back, Home, Help and the languages stand
 * where they always stand. */
#include "screens_fixture.h"

#include "text/lines/para_emit.h"
#include "ui/semantics.h"

/* Which walk: fits PROFILE TEXT_SCALE [CONTENT]. Each is a test of its own, so that they run side
 * by side. */
static struct {
    const struct profile *profile;
    float text_scale;
    char *content; /* NULL: the bundled one */
} chosen;

struct fixture {
    struct screens_fixture screens;
    float edge;         /* left one of titles; 0: none yet */
    struct rect bar[5]; /* of the bar's items on the screen before; empty: none yet */
};

static int
open_session(void **state) {
    static struct fixture fixture;
    *state = &fixture;
    return screens_fixture_open(&fixture.screens, chosen.content);
}

static int
close_session(void **state) {
    struct fixture *f = *state;
    screens_fixture_close(&f->screens);
    return 0;
}

/* Terms, phrases and schools share a template each; every twelfth stands for the others here. */
static bool
is_sampled(const struct fixture *f, size_t i) {
    static const struct str templates[] = {STR_INIT("glossary/"), STR_INIT("phrases/"),
        STR_INIT("schools/"), STR_INIT("holidays/"), STR_INIT("compare/")};
    for (size_t t = 0; t < ARRAY_LEN(templates); t++) {
        if (str_starts(f->screens.paths.paths[i], templates[t])) {
            return i % 12 == 0 || chosen.content;
        }
    }
    return true;
}

struct where {
    struct str path;
    const char *profile;
    enum locale_id locale;
    float scale; /* of text */
};

/* No word of a title or label is cut, nor a number from its unit. */
static void
check_words(const struct ui_node *node, struct where where) {
    const struct shaped *shaped = ((const struct para_box *)node->para)->shaped;
    size_t line = 1;
    for (size_t i = 0; i < shaped->cluster_count && line < node->para->line_count; i++) {
        const struct cluster *c = &shaped->clusters[i];
        if (c->byte != node->para->lines[line].start) {
            continue;
        }
        if (c->breaks < BREAK_JOINT) {
            fail_msg("%.*s %s %s: \"%.*s\" is cut before \"%.*s\"", STR_ARG(where.path),
                where.profile, locale_tag(where.locale), STR_ARG(node->text),
                STR_ARG(str_slice(node->text, c->byte, node->text.n)));
        }
        line++;
    }
}

static void
check_node(const struct fixture *f, const struct ui_node *node, struct where where) {
    bool is_key = node->type == TYPE_LABEL || node->type == TYPE_BAR || node->type == TYPE_MARK;
    bool is_short = is_key || (where.scale == 1 && node->type >= TYPE_LABEL);
    if (node->kind == NODE_TEXT && node->para && is_short) {
        check_words(node, where);
    }
    float page = (float)f->screens.session.metrics.width_px;
    if (node->kind == NODE_TEXT && node->para && node->para->truncated) {
        fail_msg("%.*s %s %s: \"%.*s\" is truncated", STR_ARG(where.path), where.profile,
            locale_tag(where.locale), STR_ARG(node->text));
    }
    if (node->kind == NODE_TEXT && node->para && node->para->missing) {
        fail_msg("%.*s %s: no font has a character of \"%.*s\"", STR_ARG(where.path),
            locale_tag(where.locale), STR_ARG(node->text));
    }
    if (node->kind == NODE_TEXT && node->para && node->para->width_px > node->rect.w + 1.0f) {
        fail_msg("%.*s %s %s: \"%.*s\" is wider than its box", STR_ARG(where.path), where.profile,
            locale_tag(where.locale), STR_ARG(node->text));
    }
    if (node->kind == NODE_TEXT && node->para && node->para->height_px > node->rect.h + 1.0f) {
        fail_msg("%.*s %s %s: \"%.*s\" is higher than its box", STR_ARG(where.path), where.profile,
            locale_tag(where.locale), STR_ARG(node->text));
    }
    if (node->rect.x < -1 || node->rect.x + node->rect.w > page + 1) {
        fail_msg("%.*s %s %s: a node sticks out of the page (%.0f..%.0f of %.0f)",
            STR_ARG(where.path), where.profile, locale_tag(where.locale), (double)node->rect.x,
            (double)(node->rect.x + node->rect.w), (double)page);
    }
}

/* Nothing of the frame round the page may be cut off by the edge of the panel. */
static void
check_is_whole(const struct ui_node *node, const char *key, struct where where) {
    if (node->clip.w < node->rect.w - 1 || node->clip.h < node->rect.h - 1) {
        fail_msg("%.*s %s %s: \"%s\" is cut off (%.0fx%.0f of %.0fx%.0f visible)",
            STR_ARG(where.path), where.profile, locale_tag(where.locale), key, (double)node->clip.w,
            (double)node->clip.h, (double)node->rect.w, (double)node->rect.h);
    }
}

/* Back, Home, Search, Help and Display are on the same pixels of every screen. */
static void
check_stays(struct rect *before, struct rect now, const char *key, struct where where) {
    bool same =
        before->x == now.x && before->y == now.y && before->w == now.w && before->h == now.h;
    if (!rect_is_empty(*before) && !same) {
        fail_msg("%.*s %s %s: \"%s\" stands at %.0f,%.0f %.0fx%.0f, not at %.0f,%.0f %.0fx%.0f",
            STR_ARG(where.path), where.profile, locale_tag(where.locale), key, (double)now.x,
            (double)now.y, (double)now.w, (double)now.h, (double)before->x, (double)before->y,
            (double)before->w, (double)before->h);
    }
    *before = now;
}

/* Titles begin at one left edge, whatever the page below them is. */
static void
check_edge(struct fixture *f, struct where where) {
    size_t count;
    const struct ui_node *nodes = ui_nodes(f->screens.session.ui, &count);
    for (size_t i = 1; i < count; i++) {
        if (nodes[i].box.role != ROLE_HEADING || nodes[i].box.level != 1) {
            continue;
        }
        float x = nodes[i].rect.x;
        if (str_eq(where.path, STR("language")) || str_eq(where.path, STR("home"))) {
            return; /* the ferry stands before it */
        }
        if (str_starts(where.path, STR("cities/")) && f->edge > 0 && x > f->edge) {
            return; /* its drawing stands before it on wide panels */
        }
        if (f->edge > 0 && f->edge != x) {
            fail_msg("%.*s %s: the title begins at %.0f, not at %.0f", STR_ARG(where.path),
                where.profile, (double)x, (double)f->edge);
        }
        f->edge = x;
        return;
    }
}

/* The first screen has a landing with keys instead. */
static void
check_deck(struct fixture *f, struct where where) {
    static const char *const keys[] = {
        "bar/items/display", "bar/languages/ko", "bar/languages/ja", "bar/languages/en"};
    size_t count;
    const struct ui_node *nodes = ui_nodes(f->screens.session.ui, &count);
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        uint32_t node = ui_find(f->screens.session.ui, str_from(keys[i]));
        assert_true(node != 0);
        check_is_whole(&nodes[node], keys[i], where);
    }
}

static void
check_screen(struct fixture *f, struct where where) {
    static const char *const everywhere[] = {"items/back", "items/home", "items/search",
        "items/help", "items/display", "languages/ko", "languages/ja", "languages/en"};
    size_t count;
    const struct ui_node *nodes = ui_nodes(f->screens.session.ui, &count);
    assert_true(count > 10);
    for (size_t i = 0; i < count; i++) {
        check_node(f, &nodes[i], where);
    }
    check_edge(f, where);
    if (str_eq(where.path, STR("language"))) {
        check_deck(f, where);
        return;
    }
    size_t here = f->screens.session.metrics.bar_form == BAR_FEW ? 5 : 8;
    if (here == 5) { /* one button stands for all languages */
        check_is_whole(
            &nodes[ui_find(f->screens.session.ui, STR("bar/language"))], "language", where);
    }
    for (size_t i = 0; i < here; i++) {
        uint32_t node = ui_find(f->screens.session.ui, str_from(everywhere[i]));
        if (node == 0) {
            fail_msg("%.*s %s: no \"%s\"", STR_ARG(where.path), where.profile, everywhere[i]);
        }
        check_is_whole(&nodes[node], everywhere[i], where);
        if (i < ARRAY_LEN(f->bar)) {
            check_stays(&f->bar[i], nodes[node].rect, everywhere[i], where);
        }
    }
}

static void
walk_profile(struct fixture *f, const struct profile *profile, float text_scale) {
    f->screens.session.looks.text_scale = text_scale;
    session_resize(&f->screens.session, profile);
    for (int locale = 0; locale < LOCALE_COUNT; locale++) {
        f->screens.session.nav.locale = (enum locale_id)locale;
        memset(f->bar, 0, sizeof(f->bar));
        f->edge = 0;
        for (size_t i = 0; i < f->screens.paths.count; i++) {
            struct err err;
            bool found;
            if (!is_sampled(f, i)) {
                continue;
            }
            if (!session_show(&f->screens.session, f->screens.paths.paths[i], &found, &err)) {
                fail_msg("%.*s: %s", STR_ARG(f->screens.paths.paths[i]), err.message);
            }
            assert_true(found);
            session_frame(&f->screens.session, 0);
            session_frame(&f->screens.session, 0);
            check_screen(f, (struct where){f->screens.paths.paths[i], profile->name,
                                (enum locale_id)locale, text_scale});
        }
    }
}

static void
test_fits__every_screen_in_every_language(void **state) {
    walk_profile(*state, chosen.profile, chosen.text_scale);
}

static void
test_fits__there_is_a_walk_for_every_profile(void **state) {
    (void)state;
    size_t count;
    profile_table(&count);
    assert_int_equal(count, 5); /* as many as CMakeLists.txt names */
}

int
main(int argc, char **argv) {
    if (argc < 3 || argc > 4 || !(chosen.profile = profile_lookup(str_from(argv[1])))) {
        print_error("usage: test_program_fits PROFILE TEXT_SCALE [CONTENT]\n");
        return 2;
    }
    chosen.text_scale = strtof(argv[2], NULL);
    chosen.content = argc > 3 ? argv[3] : NULL;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fits__every_screen_in_every_language),
        cmocka_unit_test(test_fits__there_is_a_walk_for_every_profile),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}

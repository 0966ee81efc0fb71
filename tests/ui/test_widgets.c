/* Every widget on every panel: nothing clipped, nothing too small, nothing too close. */
#include "ui_fixture.h"

#include "draw/draw_sdl.h"
#include "gallery.h"

struct audit {
    struct fixture *f;
    const struct ui_node *nodes;
    size_t count;
    int problems;
};

static void
complain(struct audit *a, uint32_t node, const char *what) {
    const struct metrics *m = &a->f->metrics;
    struct str path = ui_node_path(a->f->ui, node, &a->f->arena);
    struct rect r = a->nodes[node].rect;
    print_error("%s x%g %s: %.*s %s (%g,%g %gx%g)\n", m->profile_name, (double)m->text_scale,
        locale_tag(a->f->frame.locale), STR_ARG(path), what, (double)r.x, (double)r.y, (double)r.w,
        (double)r.h);
    a->problems++;
}

static bool
is_target(const struct ui_node *node) {
    return node->focus > 0 && node->kind == NODE_BOX;
}

/* Boxes may be closer than the gap only when one holds the other. */
static bool
too_close(struct rect a, struct rect b, float gap) {
    return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap &&
           b.y < a.y + a.h + gap;
}

static bool
is_inside(const struct audit *a, uint32_t node, uint32_t ancestor) {
    while (node != 0 && node != ancestor) {
        node = a->nodes[node].parent;
    }
    return node == ancestor;
}

static void
audit_targets(struct audit *a) {
    const struct metrics *m = &a->f->metrics;
    for (uint32_t i = 1; i < a->count; i++) {
        if (!is_target(&a->nodes[i])) {
            continue;
        }
        if (a->nodes[i].rect.w < m->target_px || a->nodes[i].rect.h < m->target_px) {
            complain(a, i, "is too small to touch");
        }
        for (uint32_t k = i + 1; k < a->count; k++) {
            /* what scrolls passes under the bars: compare only visible parts */
            if (is_target(&a->nodes[k]) && !is_inside(a, k, i) &&
                !rect_is_empty(a->nodes[i].clip) && !rect_is_empty(a->nodes[k].clip) &&
                too_close(a->nodes[i].clip, a->nodes[k].clip, m->gap_px - 0.5f)) {
                complain(a, k, "is too close to another target");
            }
        }
    }
}

static void
audit_texts(struct audit *a) {
    for (uint32_t i = 1; i < a->count; i++) {
        const struct ui_node *node = &a->nodes[i];
        struct rect page = a->nodes[node->parent].rect;
        if (node->rect.x < 0 || node->rect.x + node->rect.w > (float)a->f->metrics.width_px) {
            complain(a, i, "leaves the panel");
        }
        if (node->kind != NODE_TEXT) {
            continue;
        }
        if (node->para->truncated || node->para->missing) {
            complain(a, i, "is cut short or has no glyphs");
        }
        if (node->para->width_px > node->rect.w + 1) {
            complain(a, i, "is wider than its box");
        }
        if (node->rect.x < page.x || node->rect.x + node->rect.w > page.x + page.w) {
            complain(a, i, "leaves its parent");
        }
    }
}

/* The bars never scroll, so all of them must be on the panel. */
static void
audit_bars(struct audit *a) {
    uint32_t bar = ui_find(a->f->ui, STR("bar"));
    for (uint32_t i = 1; i < a->count; i++) {
        if (is_inside(a, i, bar) && a->nodes[i].kind == NODE_TEXT &&
            a->nodes[i].rect.y + a->nodes[i].rect.h > (float)a->f->metrics.height_px) {
            complain(a, i, "is below the panel");
        }
    }
}

static int
audit(struct fixture *f) {
    struct audit a = {.f = f};
    fixture_frame(f, gallery_view);
    a.nodes = ui_nodes(f->ui, &a.count);
    audit_targets(&a);
    audit_texts(&a);
    audit_bars(&a);
    return a.problems;
}

static void
test_widgets__fit_every_panel_language_and_size(void **state) {
    struct fixture *f = *state;
    static const float scales[] = {1, 1.5f, 2};
    size_t count;
    int problems = 0;
    const struct profile *profiles = profile_table(&count);
    for (size_t p = 0; p < count; p++) {
        for (size_t s = 0; s < ARRAY_LEN(scales); s++) {
            for (int l = 0; l < LOCALE_COUNT; l++) {
                f->frame.locale = (enum locale_id)l;
                f->frame.low_position = s == 1;
                fixture_profile(f, profiles[p].name, scales[s]);
                problems += audit(f);
            }
        }
    }
    assert_int_equal(problems, 0);
}

static void
test_widgets__low_position_puts_every_action_within_reach(void **state) {
    struct fixture *f = *state;
    static const char *const kiosks[] = {"kiosk-portrait", "kiosk-landscape"};
    f->frame.low_position = true;
    for (size_t p = 0; p < ARRAY_LEN(kiosks); p++) {
        fixture_profile(f, kiosks[p], 1);
        fixture_frame(f, gallery_view);
        size_t count;
        const struct ui_node *nodes = ui_nodes(f->ui, &count);
        for (uint32_t i = 1; i < count; i++) {
            if (nodes[i].focus == 0 || rect_is_empty(nodes[i].clip)) {
                continue;
            }
            const struct metrics *m = &f->metrics;
            float top = m->bottom_mm + ((float)m->height_px - nodes[i].clip.y) / m->px_per_mm;
            assert_true(top <= 1221 && top >= 380);
        }
    }
}

static void
test_widgets__icons_all_exist(void **state) {
    struct fixture *f = *state;
    struct err err;
    struct draw_list list;
    struct draw_sdl_options options = {
        .engine = f->engine, .icon_dir = NARU_SOURCE_DIR "/assets/icons"};
    fixture_profile(f, "phone", 1);
    f->metrics.height_px = 8000; /* all of the page at once */
    fixture_frame(f, gallery_view);
    struct draw_sdl *draw = draw_sdl_open_offscreen(720, 8000, &options, &err);
    assert_non_null(draw);
    draw_list_init(&list);
    ui_draw(f->ui, &list);
    assert_true(draw_sdl_run(draw, &list, f->frame.theme->colors[COLOR_PAPER], &err));
    assert_int_equal(draw_sdl_stats(draw).missing_icons, 0);
    assert_int_equal(draw_sdl_stats(draw).overflow_glyphs, 0);
    draw_list_finish(&list);
    draw_sdl_close(draw);
}

/* A button, drawn: one golden that fails when looks change by accident. */
static void
one_button(struct ui *ui) {
    ui_open(ui, (struct ui_box){.padding = ui_pad(20)});
    ui_button(
        ui, (struct ui_button){.label = STR("한국"), .action = STR("x"), .icon = STR("home")});
    ui_close(ui);
}

static void
test_widgets__button_draws_this(void **state) {
    struct fixture *f = *state;
    struct draw_list list;
    struct str_buf dump = {0};
    fixture_frame(f, one_button);
    draw_list_init(&list);
    ui_draw(f->ui, &list);
    draw_list_dump(&list, &dump);
    assert_str_equal(str_buf_str(&dump), "clip 0,0 1080x1920\n"
                                         "  shadow 33,37 176x81 radius=15 width=14 "
                                         "fill=#16233f/41\n"
                                         "  rect 33,33 176x81 radius=15 fill=#c2461a\n"
                                         "  rect 33,33 176x76 radius=15 width=2 fill=#7f2a0c "
                                         "border=#7f2a0c\n"
                                         "  icon 59,51 39x39 fill=#ffffff name=home\n"
                                         "  text 111,46 71.3125x50 color=#ffffff \"한국\"\n");
    str_buf_finish(&dump);
    draw_list_finish(&list);
}

struct look {
    struct rect foot, body, words;
    struct color foot_fill, body_fill;
    size_t rects;
};

/* How the one key is drawn: the foot is the first rectangle, the body the last. */
static struct look
look(struct fixture *f) {
    struct draw_list list;
    struct look look = {0};
    draw_list_init(&list);
    ui_draw(f->ui, &list);
    for (size_t i = 0; i < list.count; i++) {
        const struct draw_command *c = &list.commands[i];
        if (c->kind == DRAW_TEXT) {
            look.words = c->rect;
        } else if (c->kind == DRAW_RECT) {
            look.foot = look.rects == 0 ? c->rect : look.foot;
            look.foot_fill = look.rects == 0 ? c->fill : look.foot_fill;
            look.body = c->rect;
            look.body_fill = c->fill;
            look.rects++;
        }
    }
    draw_list_finish(&list);
    return look;
}

static struct ui_button shown;

static void
a_key(struct ui *ui) {
    ui_open(ui, (struct ui_box){.padding = ui_pad(20)});
    ui_button(ui, shown);
    ui_close(ui);
}

static bool
is_color(struct fixture *f, struct color color, enum ui_color expected) {
    return memcmp(&color, &f->frame.theme->colors[expected], sizeof(color)) == 0;
}

/* The body stands on a foot, goes down under a finger, and is filled without one when chosen. */
static void
test_widgets__a_key_has_four_states(void **state) {
    struct fixture *f = *state;
    shown = (struct ui_button){
        .key = STR("k"), .label = STR("한국"), .action = STR("x"), .kind = UI_BUTTON_SECONDARY};
    fixture_frame(f, a_key);
    struct look up = look(f);
    assert_int_equal(up.rects, 2);
    assert_true(is_color(f, up.foot_fill, COLOR_TOUCH) && is_color(f, up.body_fill, COLOR_CARD));
    float foot = up.foot.y + up.foot.h - up.body.y - up.body.h;
    assert_true(foot >= 5 && foot <= 7);

    fixture_pointer(f, UI_POINTER_DOWN, up.body.x + 20, up.body.y + 20);
    fixture_wait(f, 16);
    struct look down = look(f);
    float by = down.body.y - up.body.y;
    assert_true(by == foot - 2 && down.words.y == up.words.y + by);
    assert_true(down.foot.y + down.foot.h == up.foot.y + up.foot.h); /* stands where it stood */
    fixture_pointer(f, UI_POINTER_UP, up.body.x + 20, up.body.y + 20);

    shown.selected = true;
    fixture_wait(f, 400);
    struct look chosen = look(f);
    assert_true(chosen.rects == 1 && is_color(f, chosen.body_fill, COLOR_INDIGO));
    assert_true(chosen.body.h == up.foot.h);

    shown.selected = false;
    shown.disabled = true;
    fixture_wait(f, 16);
    assert_true(is_color(f, look(f).foot_fill, COLOR_EDGE));
}

/* What cannot be touched has no foot. */
static void
a_badge(struct ui *ui) {
    ui_open(ui, (struct ui_box){.padding = ui_pad(20)});
    ui_badge(ui, STR("자매도시"), TONE_PRIMARY);
    ui_close(ui);
}

static void
test_widgets__a_badge_is_no_key(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, a_badge);
    struct look badge = look(f);
    assert_true(badge.rects == 1 && is_color(f, badge.body_fill, COLOR_TINT));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int
main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_widgets__fit_every_panel_language_and_size),
        TEST(test_widgets__low_position_puts_every_action_within_reach),
        TEST(test_widgets__icons_all_exist),
        TEST(test_widgets__button_draws_this),
        TEST(test_widgets__a_key_has_four_states),
        TEST(test_widgets__a_badge_is_no_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

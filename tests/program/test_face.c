/* Face to face: from the choice of a language to words held out to the person opposite, turned for
 * who sits on the other side of a panel that lies between two people. */
#include "visit_fixture.h"

#include "commands/picture.h"

#include <stdlib.h>

static struct visit visit;

static bool
is_at(const char *path) {
    return str_eq(nav_path(&visit.session.nav), str_from(path));
}

static void
test_face__hello_fills_the_panel_after_four_taps(void **state) {
    (void)state;
    static const struct {
        const char *language, *path, *words;
    } visitors[LOCALE_COUNT] = {
        [LOCALE_KO] = {"languages/ko", "face/phrases/hello?to=ja", "こんにちは。"},
        [LOCALE_JA] = {"languages/ja", "face/phrases/hello?to=ko", "안녕하세요?"},
        [LOCALE_EN] = {"languages/en", "face/phrases/hello?to=ja", "こんにちは。"},
    };
    for (int l = 0; l < LOCALE_COUNT; l++) {
        visit_open(&visit, "kiosk-portrait", "ko", "language");
        tap(&visit, visitors[l].language);
        tap(&visit, "phrases");
        tap(&visit, "categories/greeting");
        tap(&visit, "hello");
        assert_true(is_at(visitors[l].path));
        const struct ui_node *words = node_at(&visit, "side/words");
        assert_str_equal(words->text, visitors[l].words);
        const struct metrics *m = &visit.session.metrics;
        assert_true(words->para->width_px > 0.7f * (float)m->width_px);
        tap(&visit, "about/details");
        assert_true(is_at("phrases/hello"));
        session_close(&visit.session);
    }
}

static void
test_face__goes_on_and_back_and_turns(void **state) {
    (void)state;
    visit_open(&visit, "kiosk-portrait", "ko", "face/phrases/hello?to=ja");
    assert_true(node_at(&visit, "keys/previous")->box.disabled);
    tap(&visit, "keys/next");
    assert_true(is_at("face/phrases/good-morning?to=ja"));
    tap(&visit, "keys/turn");
    assert_true(is_at("face/phrases/good-morning?to=ja&turned=1"));
    assert_true(node_at(&visit, "theirs/side")->box.turned);
    tap(&visit, "keys/previous");
    assert_true(is_at("face/phrases/hello?to=ja&turned=1"));
    tap(&visit, "keys/turn");
    assert_true(is_at("face/phrases/hello?to=ja"));
    assert_false(node_at(&visit, "theirs/side")->box.turned);
    session_close(&visit.session);
}

/* A handheld lies between two people; a kiosk stands in front of them. */
static void
test_face__lies_turned_on_handhelds(void **state) {
    (void)state;
    visit_open(&visit, "tablet-landscape", "ja", "glossary/mayor");
    tap(&visit, "ko/face");
    assert_true(is_at("face/glossary/mayor?to=ko&turned=1"));
    assert_str_equal(node_at(&visit, "side/words")->text, "시장");
    assert_int_equal(node_at(&visit, "side/words")->lang, LOCALE_KO);
    assert_str_equal(node_at(&visit, "own/words")->text, "市長");
    struct rect theirs = node_at(&visit, "theirs")->rect, own = node_at(&visit, "below")->rect;
    assert_true(theirs.h < 1.5f * own.h && own.h < 1.5f * theirs.h); /* halves */
    session_close(&visit.session);
}

static void
test_face__holds_out_names(void **state) {
    (void)state;
    visit_open(&visit, "phone", "en", "cities/hamamatsu/names");
    tap(&visit, "face");
    assert_true(is_at("face/cities/hamamatsu?to=ja&turned=1"));
    assert_true(says(&visit.session, "浜松市"));
    assert_true(says(&visit.session, "はままつし"));
    session_close(&visit.session);
}

static void
test_face__without_such_a_thing_says_so(void **state) {
    (void)state;
    static const char *const nowhere[] = {
        "face/phrases/nothing", "face/phrases", "face/timeline/hello", "face/cities/atlantis"};
    struct err err;
    bool found;
    visit_open(&visit, "phone", "ko", "face/phrases/hello");
    for (size_t i = 0; i < sizeof(nowhere) / sizeof(nowhere[0]); i++) {
        assert_true(session_show(&visit.session, str_from(nowhere[i]), &found, &err));
        assert_false(found);
    }
    session_close(&visit.session);
}

/* The picture of the half opposite; free() it. */
static struct color *
picture_of(struct draw_sdl *draw, const char *path, struct rect *at) {
    struct err err;
    bool found;
    assert_true(session_show(&visit.session, str_from(path), &found, &err) && found);
    session_frame(&visit.session, visit.now_ms);
    assert_true(picture_draw(&visit.session, draw, 0, &err));
    *at = node_at(&visit, "theirs/side")->rect;
    struct color *pixels = malloc((size_t)(at->w * at->h) * sizeof(*pixels));
    assert_non_null(pixels);
    for (int y = 0; y < (int)at->h; y++) {
        for (int x = 0; x < (int)at->w; x++) {
            assert_true(
                draw_sdl_pixel(draw, (int)at->x + x, (int)at->y + y, &pixels[y * (int)at->w + x]));
        }
    }
    return pixels;
}

static void
test_face__turned_is_the_same_picture_from_the_other_side(void **state) {
    (void)state;
    struct err err;
    struct rect at, turned_at;
    visit_open(&visit, "kiosk-portrait", "ko", "home");
    struct profile small = *profile_lookup(STR("kiosk-portrait"));
    small.width_px /= 4;
    small.height_px /= 4;
    small.px_per_mm /= 4;
    session_resize(&visit.session, &small);
    struct draw_sdl *draw = picture_open(&visit.session, &err);
    assert_non_null(draw);
    struct color *as_is = picture_of(draw, "face/phrases/please-treat-well", &at);
    struct color *turned = picture_of(draw, "face/phrases/please-treat-well?turned=1", &turned_at);
    assert_memory_equal(&at, &turned_at, sizeof(at));
    size_t count = (size_t)at.w * (size_t)at.h, ink = 0, wrong = 0;
    for (size_t i = 0; i < count; i++) {
        struct color a = as_is[i], b = turned[count - 1 - i];
        wrong += a.r != b.r || a.g != b.g || a.b != b.b;
        ink += a.r != as_is[0].r;
    }
    assert_int_equal(wrong, 0);
    assert_true(ink > count / 50);
    free(as_is);
    free(turned);
    draw_sdl_close(draw);
    session_close(&visit.session);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_face__hello_fills_the_panel_after_four_taps),
        cmocka_unit_test(test_face__goes_on_and_back_and_turns),
        cmocka_unit_test(test_face__lies_turned_on_handhelds),
        cmocka_unit_test(test_face__holds_out_names),
        cmocka_unit_test(test_face__without_such_a_thing_says_so),
        cmocka_unit_test(test_face__turned_is_the_same_picture_from_the_other_side),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

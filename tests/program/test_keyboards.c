/* The keyboards of the screen as fingers use them: what each writes, what Delete takes back, which
 * one a visitor finds, and that a city is found within twelve touches of the language screen. */
#include "visit_fixture.h"

static struct str
typed(struct visit *visit) {
    return ui_field_text(visit->session.ui, STR("q"));
}

/* A touch on the middle of the node, with no pause behind it. */
static struct point
middle_of(struct visit *visit, const char *path) {
    struct rect at = node_at(visit, path)->clip;
    return (struct point){at.x + at.w / 2, at.y + at.h / 2};
}

static void
touch(struct visit *visit, const char *path) {
    struct point at = middle_of(visit, path);
    feed(visit, (struct ui_event){.type = UI_POINTER_DOWN, .pointer = 1, .at = at});
    feed(visit, (struct ui_event){.type = UI_POINTER_UP, .pointer = 1, .at = at});
}

/* The same, slid away by (x, y) mm. */
static void
flick(struct visit *visit, const char *path, float x, float y) {
    struct point at = middle_of(visit, path);
    float mm = visit->session.metrics.px_per_mm;
    feed(visit, (struct ui_event){.type = UI_POINTER_DOWN, .pointer = 1, .at = at});
    at.x += x * mm;
    at.y += y * mm;
    feed(visit, (struct ui_event){.type = UI_POINTER_MOVE, .pointer = 1, .at = at});
    feed(visit, (struct ui_event){.type = UI_POINTER_UP, .pointer = 1, .at = at});
}

static bool
has(struct visit *visit, const char *path) {
    return ui_find(visit->session.ui, str_from(path)) > 0;
}

static void
test_keyboards__a_city_is_twelve_touches_from_the_language_screen(void **state) {
    (void)state;
    static const char *const touches[] = {"languages/ko", "items/search", "row-2/key ㅎ",
        "row-2/key ㅏ", "row-2/key ㅁ", "row-2/key ㅏ", "row-2/key ㅁ", "row-2/key ㅏ",
        "bottom/keyboard shift", "row-1/key ㅆ", "row-3/key ㅡ", "bottom/enter"};
    static struct visit visit;
    assert_true(ARRAY_LEN(touches) <= 12);
    visit_open(&visit, "kiosk-portrait", "en", "language");
    for (size_t i = 0; i < ARRAY_LEN(touches); i++) {
        tap(&visit, touches[i]);
        if (i + 2 == ARRAY_LEN(touches)) {
            assert_str_equal(typed(&visit), "하마마쓰");
        }
    }
    assert_str_equal(nav_path(&visit.session.nav), "cities/hamamatsu");
    session_close(&visit.session);
}

static void
test_keyboards__the_first_is_of_the_visitors_language(void **state) {
    (void)state;
    static const enum keyboard_id first[] = {
        [LOCALE_KO] = KEYBOARD_HANGUL, [LOCALE_JA] = KEYBOARD_TABLE, [LOCALE_EN] = KEYBOARD_LATIN};
    static struct visit visit;
    for (int i = 0; i < LOCALE_COUNT; i++) {
        visit_open(&visit, "kiosk-portrait", locale_tag((enum locale_id)i), "search");
        assert_int_equal(visit.session.keyboard.layout, first[i]);
        session_close(&visit.session);
    }
    /* another language brings its own; back in one of several it is the one chosen there */
    visit_open(&visit, "kiosk-portrait", "ja", "search");
    tap(&visit, "bottom/keyboard flick");
    assert_int_equal(visit.session.keyboard.layout, KEYBOARD_FLICK);
    tap(&visit, "bottom/keyboard romaji");
    tap(&visit, "bottom/keyboard signs");
    tap(&visit, "bottom/keyboard ja");
    assert_int_equal(visit.session.keyboard.layout, KEYBOARD_ROMAJI);
    tap(&visit, "languages/ko");
    assert_int_equal(visit.session.keyboard.layout, KEYBOARD_HANGUL);
    session_close(&visit.session);
}

static void
test_keyboards__twelve_keys_are_touched_again_or_slid(void **state) {
    (void)state;
    static struct visit visit;
    visit_open(&visit, "kiosk-portrait", "ja", "search");
    touch(&visit, "bottom/keyboard flick");
    touch(&visit, "tap はひふへほ");
    assert_str_equal(typed(&visit), "は");
    touch(&visit, "tap まみむめも");
    touch(&visit, "key end");
    touch(&visit, "tap まみむめも");
    assert_str_equal(typed(&visit), "はまま");
    touch(&visit, "tap たちつてと");
    touch(&visit, "tap たちつてと");
    touch(&visit, "tap たちつてと");
    assert_str_equal(typed(&visit), "はままつ");
    touch(&visit, "key delete"); /* one kana, however many touches it took */
    assert_str_equal(typed(&visit), "はまま");
    turn(&visit, 2000); /* later it is another one */
    touch(&visit, "tap まみむめも");
    assert_str_equal(typed(&visit), "はままま");
    feed(&visit, (struct ui_event){.type = UI_KEY, .key = UI_KEY_SELECT_ALL});
    flick(&visit, "tap はひふへほ", -1, 1); /* hardly: a touch */
    flick(&visit, "tap まみむめも", 1, 2);
    assert_str_equal(typed(&visit), "はま");
    flick(&visit, "tap たちつてと", 2, -9);
    flick(&visit, "tap あいうえお", -40, 5); /* off the key, it still counts */
    flick(&visit, "tap かきくけこ", 3, 30);
    flick(&visit, "tap さしすせそ", 9, 0);
    assert_str_equal(typed(&visit), "はまついこせ");
    touch(&visit, "key 変");
    assert_str_equal(typed(&visit), "はまついこぜ");
    flick(&visit, "tap たちつてと", 0, -9);
    touch(&visit, "key 変");
    assert_str_equal(typed(&visit), "はまついこぜっ");
    touch(&visit, "key 変");
    assert_str_equal(typed(&visit), "はまついこぜづ");
    for (int i = 0; i < 6; i++) { /* round the end */
        touch(&visit, "tap あいうえお");
    }
    assert_str_equal(typed(&visit), "はまついこぜづあ");
    session_close(&visit.session);
}

/* Where to slide is shown while the key is held, on the panel, and the side that counts now. */
static void
test_keyboards__a_held_key_shows_where_to_slide(void **state) {
    (void)state;
    static struct visit visit;
    static const char *const keys[] = {"tap あいうえお", "tap さしすせそ", "tap わをんー"};
    static const char *const profiles[] = {"kiosk-portrait", "kiosk-landscape"};
    for (size_t p = 0; p < 2 * ARRAY_LEN(profiles); p++) {
        visit_open(&visit, profiles[p / 2], "ja", "search");
        visit.session.looks.text_scale = p % 2 ? 2 : 1;
        session_resize(&visit.session, profile_lookup(str_from(profiles[p / 2])));
        turn(&visit, 16);
        tap(&visit, "bottom/keyboard flick");
        for (size_t k = 0; k < ARRAY_LEN(keys); k++) {
            size_t count, chosen = 0, shown = 0;
            struct point at = middle_of(&visit, keys[k]);
            assert_false(has(&visit, "petals"));
            feed(&visit, (struct ui_event){.type = UI_POINTER_DOWN, .pointer = 1, .at = at});
            at.x -= 8 * visit.session.metrics.px_per_mm;
            feed(&visit, (struct ui_event){.type = UI_POINTER_MOVE, .pointer = 1, .at = at});
            const struct ui_node *nodes = ui_nodes(visit.session.ui, &count);
            uint32_t petal = node_at(&visit, "petals")->first_child;
            for (; petal != 0; petal = nodes[petal].next) {
                struct rect r = nodes[petal].rect;
                assert_true(r.x >= 0 && r.x + r.w <= (float)visit.session.metrics.width_px);
                assert_true(r.y >= 0 && r.y + r.h <= (float)visit.session.metrics.height_px);
                shown++;
                chosen = nodes[petal].box.background == COLOR_INDIGO ? shown : chosen;
            }
            assert_int_equal(chosen, 2); /* the left one */
            assert_true(shown >= 4);
            feed(&visit, (struct ui_event){.type = UI_POINTER_UP, .pointer = 1, .at = at});
            turn(&visit, 16);
        }
        session_close(&visit.session);
    }
}

/* Letters that wait are there to see and to search for, and settle when one goes elsewhere. */
static void
test_keyboards__romaji_becomes_kana(void **state) {
    (void)state;
    static struct visit visit;
    static const char *const keys[] = {"key h", "key a", "key m", "key a", "key m", "key a",
        "key t", "key s", "key u", "key s", "key h"};
    visit_open(&visit, "kiosk-portrait", "ja", "search");
    touch(&visit, "bottom/keyboard flick");
    touch(&visit, "bottom/keyboard romaji");
    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        touch(&visit, keys[i]);
    }
    assert_str_equal(typed(&visit), "はままつsh");
    assert_true(ui_field_is_composing(visit.session.ui, STR("q")));
    touch(&visit, "key delete");
    assert_str_equal(typed(&visit), "はままつs");
    touch(&visit, "key i");
    assert_str_equal(typed(&visit), "はままつし");
    assert_false(ui_field_is_composing(visit.session.ui, STR("q")));
    touch(&visit, "key n");
    touch(&visit, "bottom/keyboard ko");
    assert_str_equal(typed(&visit), "はままつしん");
    touch(&visit, "row-1/key ㄱ"); /* nothing of what stood there is open any more */
    assert_str_equal(typed(&visit), "はままつしんㄱ");
    session_close(&visit.session);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keyboards__a_city_is_twelve_touches_from_the_language_screen),
        cmocka_unit_test(test_keyboards__the_first_is_of_the_visitors_language),
        cmocka_unit_test(test_keyboards__twelve_keys_are_touched_again_or_slid),
        cmocka_unit_test(test_keyboards__a_held_key_shows_where_to_slide),
        cmocka_unit_test(test_keyboards__romaji_becomes_kana),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "test.h"

#include "ui/replay.h"

static struct arena arena;

static struct replay_step *
parsed(const char *text, size_t *count) {
    struct err err = {0};
    struct replay_step *steps;
    if (!replay_parse(str_from(text), "t.replay", &arena, &steps, count, &err)) {
        print_error("%s\n", err.message);
        fail();
    }
    return steps;
}

static void
test_replay__every_step(void **state) {
    (void)state;
    size_t n;
    struct replay_step *s = parsed("# a walk\r\n"
                                   "tap 300 400\n"
                                   "\n"
                                   "t=1200 down 1.5 2\n"
                                   "move 3 4\n"
                                   "up 3 4\n"
                                   "wheel 10 20 -3\n"
                                   "key Shift+Tab\n"
                                   "text 안산 시\n"
                                   "wait 500\n"
                                   "tap #cities/hamamatsu\n"
                                   "tap \"하마마쓰시\"\n"
                                   "expect screen cities?x=1\n"
                                   "expect locale ja\n"
                                   "expect \"words here\"\n",
        &n);
    static const struct {
        enum replay_kind kind;
        enum ui_event_type type;
        uint64_t time_ms;
    } expected[] = {
        {REPLAY_EVENT, UI_POINTER_DOWN, 0},
        {REPLAY_EVENT, UI_POINTER_UP, 60},
        {REPLAY_EVENT, UI_POINTER_DOWN, 1200},
        {REPLAY_EVENT, UI_POINTER_MOVE, 1300},
        {REPLAY_EVENT, UI_POINTER_UP, 1400},
        {REPLAY_EVENT, UI_WHEEL, 1500},
        {REPLAY_EVENT, UI_KEY, 1600},
        {REPLAY_EVENT, UI_TEXT_INPUT, 1700},
        {REPLAY_WAIT, UI_EVENT_NONE, 2300},
        {REPLAY_TAP, UI_EVENT_NONE, 2400},
        {REPLAY_TAP, UI_EVENT_NONE, 2500},
        {REPLAY_EXPECT_SCREEN, UI_EVENT_NONE, 2600},
        {REPLAY_EXPECT_LOCALE, UI_EVENT_NONE, 2700},
        {REPLAY_EXPECT, UI_EVENT_NONE, 2800},
    };
    assert_int_equal(n, ARRAY_LEN(expected));
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(s[i].kind, expected[i].kind);
        assert_int_equal(s[i].event.type, expected[i].type);
        assert_int_equal(s[i].time_ms, expected[i].time_ms);
    }
    assert_true(s[2].event.at.x == 1.5f);
    assert_true(s[5].event.wheel.y == -3);
    assert_int_equal(s[6].event.key, UI_KEY_BACKTAB);
    assert_str_equal(s[7].event.text, "안산 시");
    assert_str_equal(s[9].target, "cities/hamamatsu");
    assert_true(s[10].by_label);
    assert_str_equal(s[10].target, "하마마쓰시");
    assert_str_equal(s[11].target, "cities?x=1");
    assert_int_equal(s[13].line, 15);
}

static void
test_replay__swipe_is_a_drag(void **state) {
    (void)state;
    size_t n;
    struct replay_step *s = parsed("swipe 300 900 300 300", &n);
    assert_int_equal(s[0].event.type, UI_POINTER_DOWN);
    assert_int_equal(s[n - 1].event.type, UI_POINTER_UP);
    assert_int_equal(s[n - 1].time_ms, 200);
    assert_true(s[n - 1].event.at.y == 300);
    for (size_t i = 1; i < n; i++) {
        assert_true(s[i].event.at.y <= s[i - 1].event.at.y);
    }
}

static void
test_replay__names_the_line_that_is_wrong(void **state) {
    (void)state;
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"tap 1 2\njump 3 4", "t.replay:2: no such step: \"jump\""},
        {"tap 1", "t.replay:1: expected px numbers: \"1\""},
        {"tap 1 2 3", "t.replay:1: too many words"},
        {"tap 1 nan", "t.replay:1: expected px numbers"},
        {"t=500 tap 1 2\nt=100 tap 1 2", "t.replay:2: earlier than the step before"},
        {"t=abc tap 1 2", "t.replay:1: expected t=MILLISECONDS"},
        {"t=5", "t.replay:1: a time without a step"},
        {"key Hyper", "t.replay:1: no such key"},
        {"wait -5", "t.replay:1: expected milliseconds"},
        {"t=5 wait 86400000\ntext late", "t.replay:1: later than 24 hours after the start"},
        {"suspend 86400000\ntap 1 2", "t.replay:2: later than 24 hours after the start"},
        {"expect cities", "t.replay:1: expected #path or \"words\""},
        {"tap #", "t.replay:1: expected #path or \"words\""},
        {"text ", "t.replay:1: nothing to type"},
        {"tap 1 2\n\xff\xfe", "t.replay: byte 8 is not UTF-8"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct err err = {0};
        struct replay_step *steps;
        size_t n;
        assert_false(replay_parse(str_from(cases[i].text), "t.replay", &arena, &steps, &n, &err));
        if (!strstr(err.message, cases[i].message)) {
            print_error("\"%s\" gives \"%s\"\n", cases[i].text, err.message);
        }
        assert_non_null(strstr(err.message, cases[i].message));
    }
}

static void
test_replay__reads_what_it_recorded(void **state) {
    (void)state;
    static const struct ui_event events[] = {
        {.type = UI_POINTER_DOWN, .time_ms = 10, .at = {1.5f, 2}},
        {.type = UI_POINTER_MOVE, .time_ms = 20, .at = {3, 4}},
        {.type = UI_POINTER_CANCEL, .time_ms = 30},
        {.type = UI_WHEEL, .time_ms = 40, .at = {5, 6}, .wheel = {0, -2}},
        {.type = UI_KEY, .time_ms = 50, .key = UI_KEY_PAGE_DOWN},
        {.type = UI_TEXT_INPUT, .time_ms = 60, .text = STR_INIT("浜松 市")},
        {.type = UI_TEXT_INPUT, .time_ms = 61, .text = STR_INIT(" ")}, /* the space key */
        {.type = UI_TEXT_INPUT, .time_ms = 62, .text = STR_INIT("  two ")},
    };
    struct str_buf out = {0};
    size_t n;
    for (size_t i = 0; i < ARRAY_LEN(events); i++) {
        replay_record(&out, &events[i]);
    }
    struct replay_step *s = parsed(out.p, &n);
    assert_int_equal(n, ARRAY_LEN(events));
    for (size_t i = 0; i < n; i++) {
        assert_int_equal(s[i].event.type, events[i].type);
        assert_int_equal(s[i].time_ms, events[i].time_ms);
        assert_int_equal(s[i].event.key, events[i].key);
        assert_true(str_eq(s[i].event.text, events[i].text));
    }
    assert_true(s[0].event.at.x == 1.5f && s[3].event.wheel.y == -2);
    str_buf_finish(&out);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_replay__every_step),
        cmocka_unit_test(test_replay__swipe_is_a_drag),
        cmocka_unit_test(test_replay__names_the_line_that_is_wrong),
        cmocka_unit_test(test_replay__reads_what_it_recorded),
    };
    arena_init(&arena);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_finish(&arena);
    return failed;
}

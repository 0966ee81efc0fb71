#include "ui_fixture.h"

#include "ui/semantics.h"

/* A strict reader of RFC 8259, as small as it can be: says whether the whole text is one value. */
static bool value(const char **p);

static void
space(const char **p) {
    while (**p == ' ' || **p == '\n' || **p == '\t' || **p == '\r') {
        (*p)++;
    }
}

static bool
string(const char **p) {
    if (*(*p)++ != '"') {
        return false;
    }
    for (; **p != '"'; (*p)++) {
        if ((unsigned char)**p < 0x20) {
            return false;
        }
        if (**p == '\\' && !strchr("\"\\/bfnrtu", *++*p)) {
            return false;
        }
    }
    (*p)++;
    return true;
}

static bool
members(const char **p, char end, bool with_keys) {
    space(p);
    if (**p == end) {
        (*p)++;
        return true;
    }
    for (;;) {
        space(p);
        if (with_keys) {
            if (!string(p)) {
                return false;
            }
            space(p);
            if (*(*p)++ != ':') {
                return false;
            }
        }
        if (!value(p)) {
            return false;
        }
        space(p);
        char c = *(*p)++;
        if (c == end) {
            return true;
        }
        if (c != ',') {
            return false;
        }
    }
}

static bool
word(const char **p, const char *expected) {
    size_t n = strlen(expected);
    bool same = strncmp(*p, expected, n) == 0;
    *p += same ? n : 0;
    return same;
}

static bool
value(const char **p) {
    space(p);
    if (**p == '{' || **p == '[') {
        char open = *(*p)++;
        return members(p, open == '{' ? '}' : ']', open == '{');
    }
    if (**p == '"') {
        return string(p);
    }
    if (word(p, "true") || word(p, "false") || word(p, "null")) {
        return true;
    }
    size_t n = strspn(*p, "-+.eE0123456789");
    *p += n;
    return n > 0;
}

static void
page(struct ui *ui) {
    static const struct ui_option items[] = {
        {.key = STR_INIT("back"),
            .label = STR_INIT("뒤로"),
            .action = STR_INIT("back"),
            .icon = STR_INIT("back")},
        {.key = STR_INIT("help"),
            .label = STR_INIT("도움말"),
            .action = STR_INIT("open help"),
            .icon = STR_INIT("help")},
    };
    ui_chrome_open(ui, (struct ui_chrome){.items = items,
                           .item_count = 2,
                           .item_selected = 9,
                           .nav_label = STR("이동"),
                           .language_label = STR("언어"),
                           .page_label = STR("도시"),
                           .more_label = STR("더 보기"),
                           .brand = STR("나루")});
    ui_heading(ui, STR("하마마쓰시"), LOCALE_KO, (struct ui_heading){.level = 1});
    ui_text(ui, STR("\"浜松\"\\\n"), LOCALE_JA,
        (struct ui_text_spec){.key = STR("odd"), .reading = STR("はままつ")});
    for (int i = 0; i < 12; i++) {
        struct str key = arena_printf(ui_arena(ui), "row%d", i);
        ui_link_row(ui, (struct ui_link_row){.key = key,
                            .title = STR("자매도시"),
                            .text = STR("1987년 결연"),
                            .action = STR("open cities/x")});
    }
    ui_switch(ui, (struct ui_switch){.key = STR("motion"),
                      .label = STR("움직임 줄이기"),
                      .action = STR("set motion"),
                      .on = true});
    ui_chrome_close(ui);
}

static struct str
printed(struct fixture *f) {
    struct str_buf out = {0};
    semantics_json(f->ui, &out);
    struct str json = arena_str(&f->arena, str_buf_str(&out));
    str_buf_finish(&out);
    return json;
}

static bool
says(struct str json, const char *what) {
    return str_find(json, str_from(what)) != SIZE_MAX;
}

static void
test_semantics__is_json_in_every_language_profile_and_size(void **state) {
    struct fixture *f = *state;
    size_t count;
    const struct profile *profiles = profile_table(&count);
    for (size_t i = 0; i < count; i++) {
        for (int lang = 0; lang < LOCALE_COUNT; lang++) {
            f->frame.locale = (enum locale_id)lang;
            fixture_profile(f, profiles[i].name, lang == LOCALE_JA ? 2 : 1);
            fixture_frame(f, page);
            const char *p = printed(f).p;
            assert_true(value(&p));
            space(&p);
            assert_int_equal(*p, 0);
        }
    }
}

static void
test_semantics__says_what_the_blueprint_asks(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, page);
    struct str json = printed(f);
    static const char *const expected[] = {
        "\"screen\":\"test\",\"locale\":\"ko\",\"profile\":\"kiosk-portrait\"",
        "\"posture\":\"kiosk\"",
        "\"size_px\":[1080,1920],\"px_per_mm\":2.71",
        "\"bottom_mm\":800,\"text_scale\":1,\"theme\":\"light\",\"calm\":false",
        "\"low_position\":false",
        "\"role\":\"heading\",\"label\":\"하마마쓰시\",\"lang\":\"ko\"",
        "\"label\":\"日本語\",\"lang\":\"ja\"",
        "\"action\":\"locale ja\"",
        "\"label\":\"\\\"浜松\\\"\\\\\\n\"",
        "\"reading\":\"はままつ\"",
        "\"label\":\"자매도시, 1987년 결연\"",
        "\"flags\":[\"selected\"]",
        "\"flags\":[\"offscreen\"]",
        "\"flags\":[\"disabled\"]", /* the button back to the page before the first */
        "\"role\":\"switch\"",
        "\"value\":\"on\"",
        "\"fg\":\"#16233f\",\"bg\":\"#f7f2e8\"",
    };
    for (size_t i = 0; i < ARRAY_LEN(expected); i++) {
        if (!says(json, expected[i])) {
            print_error("missing %s\n", expected[i]);
        }
        assert_true(says(json, expected[i]));
    }
    assert_false(says(json, "truncated"));
}

static void
test_semantics__page_rects_do_not_move_when_scrolled(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, page);
    const struct ui_node *row = fixture_node(f, "row3");
    float y = row->rect.y + row->origin.y;
    float height = semantics_content_height(f->ui);
    assert_true(height > 1920);
    ui_scroll_set(f->ui, STR("test"), STR("page"), 200);
    fixture_wait(f, 16);
    row = fixture_node(f, "row3");
    assert_true(row->origin.y > 0);
    assert_true(row->rect.y + row->origin.y == y);
    assert_true(semantics_content_height(f->ui) == height);
}

static void
test_semantics__every_target_has_words_ink_and_a_place_in_the_order(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, page);
    size_t count;
    const struct ui_node *nodes = ui_nodes(f->ui, &count);
    bool seen[128] = {false};
    uint32_t most = 0;
    for (uint32_t i = 1; i < count; i++) {
        if (nodes[i].focus == 0) {
            continue;
        }
        assert_true(ui_node_label(f->ui, i, &f->arena).n > 0);
        assert_true(nodes[i].focus < 128 && !seen[nodes[i].focus]);
        seen[nodes[i].focus] = true;
        most = nodes[i].focus > most ? nodes[i].focus : most;
    }
    assert_true(most >= 12 + 1 + 3 + 2 + 1);
    for (uint32_t n = 1; n <= most; n++) {
        assert_true(seen[n]); /* no holes */
    }
}

static void
test_semantics__paths_are_unique_and_found(void **state) {
    struct fixture *f = *state;
    fixture_frame(f, page);
    size_t count;
    ui_nodes(f->ui, &count);
    for (uint32_t i = 1; i < count; i++) {
        struct str path = ui_node_path(f->ui, i, &f->arena);
        for (uint32_t k = i + 1; k < count; k++) {
            assert_false(str_eq(path, ui_node_path(f->ui, k, &f->arena)));
        }
    }
    assert_int_equal(ui_find(f->ui, STR("no-such-node")), 0);
    assert_true(ui_find(f->ui, STR("languages/ja")) == ui_find(f->ui, STR("ja")));
}

static void
foreign_page(struct ui *ui) {
    static const struct ui_span whole[] = {{.start = 0, .end = 18, .lang = UI_LANG(LOCALE_JA)}},
                                part[] = {{.start = 0, .end = 6, .lang = UI_LANG(LOCALE_JA)}},
                                strong[] = {{.start = 0, .end = 3, .strong = true},
                                    {.start = 3,
                                        .end = 6,
                                        .strong = true,
                                        .lang = UI_LANG(LOCALE_JA)}};
    struct str words = STR("よろしくお。"), mixed = STR("美濃 시");
    ui_text(ui, words, LOCALE_KO,
        (struct ui_text_spec){.key = STR("all"), .spans = whole, .span_count = 1});
    ui_text(ui, mixed, LOCALE_KO,
        (struct ui_text_spec){.key = STR("some"), .spans = part, .span_count = 1});
    ui_bullet(
        ui, (struct ui_bullet){.key = STR("item"), .text = words, .spans = whole, .span_count = 1});
    ui_heading(ui, words, LOCALE_KO,
        (struct ui_heading){.key = STR("head"), .spans = whole, .span_count = 1});
    ui_heading(ui, STR("가美"), LOCALE_KO,
        (struct ui_heading){.key = STR("marked"), .spans = strong, .span_count = 2});
    ui_link_row(ui, (struct ui_link_row){.key = STR("row"),
                        .title = words,
                        .title_spans = whole,
                        .title_span_count = 1,
                        .action = STR("open x")});
    ui_link_row(ui, (struct ui_link_row){.key = STR("row-of-two"),
                        .title = words,
                        .text = mixed,
                        .title_spans = whole,
                        .title_span_count = 1,
                        .action = STR("open x")});
}

/* The language of a node is that of its words: a paragraph, an item, a heading, a card that are
 * wholly in another language than the page are spoken in it; what is mixed is in the page's. */
static void
test_semantics__what_is_wholly_in_a_language_is_of_it(void **state) {
    static const struct {
        const char *key;
        enum locale_id lang;
    } cases[] = {{"all", LOCALE_JA}, {"some", LOCALE_KO}, {"item", LOCALE_JA}, {"head", LOCALE_JA},
        {"marked", LOCALE_KO}, {"row", LOCALE_JA}, {"row-of-two", LOCALE_KO}};
    struct fixture *f = *state;
    fixture_frame(f, foreign_page);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        uint32_t node = ui_find(f->ui, str_from(cases[i].key));
        assert_true(node > 0);
        if (ui_node_lang(f->ui, node) != cases[i].lang) {
            fail_msg("%s", cases[i].key);
        }
    }
    struct str json = printed(f);
    assert_true(says(json, "\"role\":\"heading\",\"label\":\"よろしくお。\",\"lang\":\"ja\""));
    assert_true(says(json, "\"role\":\"listitem\",\"label\":\"よろしくお。\",\"lang\":\"ja\""));
}

/* Emphasis and languages inside a heading are set. */
static void
test_semantics__a_heading_keeps_its_marks(void **state) {
    struct fixture *f = *state;
    size_t count, seen = 0;
    fixture_frame(f, foreign_page);
    const struct ui_node *nodes = ui_nodes(f->ui, &count);
    for (size_t i = 0; i < count; i++) {
        if (nodes[i].kind == NODE_TEXT && str_eq(nodes[i].text, STR("가美"))) {
            assert_int_equal(nodes[i].span_count, 2);
            assert_int_equal(nodes[i].spans[0].weight, TEXT_BOLD);
            assert_int_equal(nodes[i].spans[1].lang, LOCALE_JA);
            seen++;
        }
    }
    assert_int_equal(seen, 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int
main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_semantics__is_json_in_every_language_profile_and_size),
        TEST(test_semantics__says_what_the_blueprint_asks),
        TEST(test_semantics__page_rects_do_not_move_when_scrolled),
        TEST(test_semantics__every_target_has_words_ink_and_a_place_in_the_order),
        TEST(test_semantics__paths_are_unique_and_found),
        TEST(test_semantics__what_is_wholly_in_a_language_is_of_it),
        TEST(test_semantics__a_heading_keeps_its_marks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

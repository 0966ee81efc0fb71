/* A heading steps down in size until its longest word fits its line, never below running text; a
 * word is cut only after that. Languages that break inside their words keep the size. */
#include "ui_fixture.h"

static struct {
    const char *words;
    enum locale_id lang;
    float width; /* dp */
    enum type_style style;
} set;

static void
a_heading(struct ui *ui) {
    ui_open(ui, (struct ui_box){.width = set.width});
    ui_text(ui, str_from(set.words), set.lang,
        (struct ui_text_spec){.key = STR("heading"), .style = set.style});
    ui_close(ui);
}

static const struct ui_node *
heading(struct fixture *f, const char *words, enum locale_id lang, float width) {
    set.words = words;
    set.lang = lang;
    set.width = width;
    fixture_frame(f, a_heading);
    return fixture_node(f, "heading");
}

#define LONG_WORD "Intergovernmental"

static void
test_headings__step_down_to_their_longest_word(void **state) {
    struct fixture *f = *state;
    static const enum type_style styles[] = {TYPE_HEADING, TYPE_TITLE, TYPE_FIGURE};
    for (size_t i = 0; i < ARRAY_LEN(styles); i++) {
        set.style = styles[i];
        float whole = f->metrics.type[styles[i]][LOCALE_EN].size_px;
        float least = f->metrics.type[TYPE_BODY][LOCALE_EN].size_px, before = 0;
        bool has_stepped = false, has_cut = false;
        for (float width = 60; width <= 700; width += 10) {
            const struct ui_node *node = heading(f, LONG_WORD " exchange", LOCALE_EN, width);
            float size = node->style.size_px;
            assert_true(size >= least && size <= whole && size >= before);
            assert_true(node->para->width_px <= node->rect.w + 1);
            bool is_cut = node->para->lines[0].end < sizeof(LONG_WORD) - 1;
            assert_true(!is_cut || size == least); /* smaller first, then cut */
            has_stepped = has_stepped || (size > least && size < whole);
            has_cut = has_cut || is_cut;
            before = size;
        }
        assert_true(has_stepped && has_cut && before == whole);
    }
}

static void
test_headings__break_inside_words_where_one_may(void **state) {
    struct fixture *f = *state;
    set.style = TYPE_TITLE;
    float whole = f->metrics.type[TYPE_TITLE][LOCALE_JA].size_px;
    assert_true(heading(f, "国際交流推進協議会規約", LOCALE_JA, 120)->style.size_px == whole);
    set.style = TYPE_BODY; /* no heading: it is cut */
    whole = f->metrics.type[TYPE_BODY][LOCALE_EN].size_px;
    assert_true(heading(f, LONG_WORD, LOCALE_EN, 60)->style.size_px == whole);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_headings__step_down_to_their_longest_word),
        cmocka_unit_test(test_headings__break_inside_words_where_one_may),
    };
    return cmocka_run_group_tests(tests, fixture_setup, fixture_teardown);
}

/* Pages as they were laid out, over the bundled content: nothing outside the frame, nothing on top
 * of something else, nothing left out, no line alone, no heading last. */
#include "test.h"

#include "paper/print.h"

#include <stdlib.h>

struct fixture {
    struct print_job job;
    struct arena arena;
    struct sheet sheet;
    struct flow flow;
};

static int
setup(void **state) {
    struct fixture *f = calloc(1, sizeof(*f));
    struct err err;
    f->job.store = store_open(NARU_BUILD_DIR "/naru.db", &err);
    f->job.i18n = i18n_open(NARU_BUILD_DIR "/locales/naru", &err);
    f->job.engines.body = text_engine_open(NARU_BUILD_DIR "/fonts/fonts.ini", &err);
    f->job.engines.head = text_engine_open(NARU_BUILD_DIR "/fonts/heads.ini", &err);
    f->job.today.from = (struct edtf_point){EDTF_DAY, 2026, 11, 30};
    if (!f->job.store || !f->job.i18n || !f->job.engines.body || !f->job.engines.head) {
        print_error("%s\n", err.message);
        return 1;
    }
    arena_init(&f->arena);
    *state = f;
    return 0;
}

static int
teardown(void **state) {
    struct fixture *f = *state;
    arena_finish(&f->arena);
    text_engine_close(f->job.engines.head);
    text_engine_close(f->job.engines.body);
    i18n_close(f->job.i18n);
    store_close(f->job.store);
    free(f);
    return 0;
}

static void
check_cell(const struct flow_part *part, int c) {
    const struct flow_cell *cell = &part->row->cells[c];
    for (size_t l = part->first[c]; cell->text && l < part->end[c] && l < cell->text->line_count;
         l++) {
        const struct text_line *line = &cell->text->lines[l];
        float left = cell->x + (float)line->x / 64 / FLOW_PX;
        float right = left + (float)line->width / 64 / FLOW_PX;
        assert_true(left >= FLOW_SIDE_PT - 0.1f && right <= cell->x + cell->width + 0.1f);
    }
    if (cell->mark) {
        assert_true(cell->mark->width_px / FLOW_PX <= part->row->row->cells[c].indent_pt);
    }
    assert_true(!cell->text || !cell->text->truncated);
    assert_true(!cell->text || cell->text->missing == 0);
}

/* Every line of every row stands once, in order. */
static void
check_whole(struct fixture *f) {
    size_t next[SHEET_CELLS] = {0};
    const struct flow_row *row = f->flow.rows;
    for (size_t p = 0; p < f->flow.page_count; p++) {
        const struct flow_page *page = &f->flow.pages[p];
        for (size_t i = 0; i < page->notes; i++) {
            const struct flow_part *part = &page->parts[i];
            if (part->row != row) {
                for (int c = 0; c < row->row->columns; c++) {
                    assert_true(!row->cells[c].text || next[c] >= row->cells[c].text->line_count);
                    next[c] = 0;
                }
                assert_ptr_equal(part->row, ++row);
            }
            for (int c = 0; c < row->row->columns; c++) {
                assert_int_equal(part->first[c], next[c]);
                next[c] = part->end[c];
            }
        }
    }
    assert_ptr_equal(row, f->flow.rows + f->sheet.row_count - 1);
}

static void
check_page(struct fixture *f, size_t index) {
    const struct flow_page *page = &f->flow.pages[index];
    bool is_last = index + 1 == f->flow.page_count;
    float y = FLOW_TOP_PT;
    for (size_t i = 0; i < page->count; i++) {
        const struct flow_part *part = &page->parts[i];
        assert_true(part->y >= y - 0.1f);
        y = part->y + part->height;
        for (int c = 0; c < part->row->row->columns; c++) {
            check_cell(part, c);
        }
    }
    assert_true(y <= FLOW_HEIGHT_PT - FLOW_BOTTOM_PT + 0.1f);
    assert_true(page->notes > 0);
    assert_true(is_last || !page->parts[page->notes - 1].row->row->keeps_next);
}

static void
check(struct fixture *f, const char *path, const enum locale_id *langs, int count) {
    struct err err;
    f->job.path = str_from(path);
    f->job.lang_count = count;
    for (int i = 0; i < count; i++) {
        f->job.langs[i] = langs[i];
    }
    arena_reset(&f->arena);
    text_engine_forget(f->job.engines.body);
    text_engine_forget(f->job.engines.head);
    if (!print_lay_out(&f->job, &f->arena, &f->sheet, &f->flow, &err)) {
        fail_msg("%s: %s", path, err.message);
    }
    for (size_t i = 0; i < f->flow.page_count; i++) {
        check_page(f, i);
    }
    check_whole(f);
}

static void
test_flow__nothing_is_cut_on_any_page(void **state) {
    static const char *const paths[] = {"briefing:hamamatsu", "briefing:ansan",
        "briefing:las-vegas", "briefing:yantai", "guides/letter-visit-request",
        "guides/numbers-and-times", "cases/busan-fukuoka", "reports/foreign-residents",
        "talks/clair"};
    static const enum locale_id langs[] = {LOCALE_KO, LOCALE_JA, LOCALE_EN, LOCALE_KO};
    for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
        for (size_t l = 0; l < 3; l++) {
            check(*state, paths[i], &langs[l], 1);
            check(*state, paths[i], &langs[l], 2);
        }
    }
}

/* How many cells go over to another page; each with two lines at least on this one. */
static size_t
count_splits(const struct flow_page *page) {
    size_t splits = 0;
    for (size_t i = 0; i < page->notes; i++) {
        const struct flow_part *part = &page->parts[i];
        for (int c = 0; c < part->row->row->columns; c++) {
            size_t all = part->row->cells[c].text ? part->row->cells[c].text->line_count : 0;
            bool is_split =
                part->end[c] > part->first[c] && (part->first[c] > 0 || part->end[c] < all);
            splits += is_split;
            assert_true(!is_split || part->end[c] - part->first[c] >= 2);
        }
    }
    return splits;
}

static void
test_flow__no_line_stands_alone(void **state) {
    struct fixture *f = *state;
    static const enum locale_id langs[] = {LOCALE_KO, LOCALE_JA, LOCALE_EN};
    static const char *const paths[] = {
        "briefing:hamamatsu", "briefing:ansan", "talks/bucheon", "reports/private-exchange"};
    size_t splits = 0;
    for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
        for (size_t l = 0; l < 2; l++) {
            check(f, paths[i], &langs[l], 2);
            for (size_t p = 0; p < f->flow.page_count; p++) {
                splits += count_splits(&f->flow.pages[p]);
            }
        }
    }
    assert_true(splits > 0);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_flow__nothing_is_cut_on_any_page),
        cmocka_unit_test(test_flow__no_line_stands_alone),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}

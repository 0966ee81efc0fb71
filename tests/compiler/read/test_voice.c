/* The glossary that comes with the program: a definition begins with a noun phrase; its further
 * sentences, and every note, are whole sentences in the voice of docs/STYLE.md. */
#include "compiler/sources_fixture.h"

#include "base/utf8.h"

static bool
is_in_voice(struct str sentence) {
    static const struct str ends[] = {STR_INIT("니다"), STR_INIT("니까"), STR_INIT("십시오"),
        STR_INIT("です"), STR_INIT("ます"), STR_INIT("ました"), STR_INIT("でした"),
        STR_INIT("ません")};
    for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
        if (str_ends(sentence, ends[i])) {
            return true;
        }
    }
    return false;
}

/* How many sentences from number `from` on are not whole. A point before a digit or after one (a
 * date, 2011. 12. 31.) ends none; what stands in brackets and quotation marks is none. */
static size_t
broken_sentences(struct str text, size_t from) {
    size_t broken = 0, number = 0, end = 0;
    int depth = 0;
    for (size_t at = 0; at < text.n;) {
        size_t here = at;
        uint32_t c = utf8_next(text, &at);
        bool is_opening = c == '(' || c == 0xFF08 || c == 0x2018 || c == 0x300C;
        bool is_closing = c == ')' || c == 0xFF09 || c == 0x2019 || c == 0x300D;
        if (is_closing) {
            depth -= depth > 0;
            end = c == 0x2019 || c == 0x300D ? at : end;
        } else if (is_opening) {
            depth++;
        } else if (depth == 0 && (c == '.' || c == 0x3002)) {
            bool is_number = c == '.' && here > 0 && text.p[here - 1] >= '0' &&
                             text.p[here - 1] <= '9' && at < text.n;
            if (!is_number) {
                broken += number >= from && !is_in_voice(str_slice(text, 0, end));
                number++;
            }
        } else if (depth == 0 && c != ' ') {
            end = at;
        }
    }
    return broken;
}

static void
test_broken_sentences__are_counted(void **state) {
    (void)state;
    static const struct {
        struct str text;
        size_t from, broken;
    } cases[] = {
        {STR_INIT("뭍의 그 예."), 0, 1},
        {STR_INIT("자치구. 인천 남동구가 그 예."), 1, 1},
        {STR_INIT("자치구. 인천 남동구가 그 예입니다."), 1, 0},
        {STR_INIT("일본에서는 ‘在留カード’."), 0, 1},
        {STR_INIT("문맥을 밝힘."), 0, 1},
        {STR_INIT("첫째 낱말. 2011. 12. 31. 현재 44명이었습니다."), 1, 0},
        {STR_INIT("이름입니다(총무성 2009년 1월 20일)."), 0, 0},
        {STR_INIT("村。白川村がその例。"), 1, 1},
        {STR_INIT("村。白川村がその例です。"), 1, 0},
        {STR_INIT("名称です（総務省2009年1月20日）。"), 0, 0},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_int_equal(broken_sentences(cases[i].text, cases[i].from), cases[i].broken);
    }
}

static void
test_glossary__speaks_in_whole_sentences(void **state) {
    struct sources_fixture *f = *state;
    static const enum locale_id locales[] = {LOCALE_KO, LOCALE_JA};
    static const struct {
        struct str column;
        size_t from; /* the first sentence that must be whole */
    } columns[] = {{STR_INIT("definition"), 1}, {STR_INIT("note"), 0}};
    const struct model_table *rows = &f->model.tables[TABLE_GLOSSARY];
    size_t broken = 0;
    assert_true(rows->count > 300);
    for (size_t i = 0; i < rows->count; i++) {
        for (size_t c = 0; c < ARRAY_LEN(columns) * ARRAY_LEN(locales); c++) {
            size_t column = tables_column(rows->table, columns[c / 2].column);
            struct str text =
                rows->rows[i].cells[tables_cell(rows->table, column, locales[c % 2])].text;
            if (broken_sentences(text, columns[c / 2].from) > 0) {
                print_error("%.*s: %.*s\n", (int)rows->rows[i].cells[0].text.n,
                    rows->rows[i].cells[0].text.p, (int)text.n, text.p);
                broken++;
            }
        }
    }
    assert_int_equal(broken, 0);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_broken_sentences__are_counted),
        cmocka_unit_test(test_glossary__speaks_in_whole_sentences),
    };
    return cmocka_run_group_tests(tests, sources_fixture_load, sources_fixture_drop);
}

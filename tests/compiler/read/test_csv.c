/* The CSV reader: RFC 4180, what spreadsheets write, and what goes wrong. Expected rows are written
 * with | between cells and one line a row; places are byte offsets. */
#include "test.h"

#include "compiler/read/csv.h"

struct fixture {
    struct arena arena;
    struct sources sources;
    struct diag diag;
};

static int
set_up(void **state) {
    static struct fixture f;
    arena_init(&f.arena);
    f.sources = (struct sources){.arena = &f.arena};
    diag_init(&f.diag, &f.arena, &f.sources);
    *state = &f;
    return 0;
}

static int
tear_down(void **state) {
    struct fixture *f = *state;
    arena_finish(&f->arena);
    return 0;
}

static void
read_all(struct fixture *f, struct str bytes, struct str_buf *out) {
    struct csv csv;
    struct csv_cell cells[CSV_COLUMN_LIMIT];
    size_t count, at;
    uint32_t file = sources_add(&f->sources, STR("t.csv"), bytes);
    f->diag.count = f->diag.errors = f->diag.warnings = 0;
    csv_init(&csv, &f->diag, file, bytes);
    str_buf_add(out, STR(""));
    while (csv_next(&csv, cells, &count, &at)) {
        for (size_t i = 0; i < count && i < CSV_COLUMN_LIMIT; i++) {
            str_buf_printf(out, "%s%.*s", i ? "|" : "", STR_ARG(cells[i].text));
        }
        str_buf_byte(out, '\n');
    }
}

static void
test_csv__reads_what_spreadsheets_write(void **state) {
    struct fixture *f = *state;
    static const struct {
        const char *name, *bytes, *rows;
    } cases[] = {
        {"plain", "a,b\nc,d\n", "a|b\nc|d\n"},
        {"no last line end", "a,b\nc,d", "a|b\nc|d\n"},
        {"CRLF", "a,b\r\nc,d\r\n", "a|b\nc|d\n"},
        {"CR", "a,b\rc,d\r", "a|b\nc|d\n"},
        {"byte order mark",
            "\xEF\xBB\xBF"
            "a,b\n",
            "a|b\n"},
        {"semicolons", "a;b\n\"c;d\";e\n", "a|b\nc;d|e\n"},
        {"comma in a semicolon file", "a;b\n1,5;2\n", "a|b\n1,5|2\n"},
        {"sep line", "sep=;\r\na;b\n", "a|b\n"},
        {"quotes", "\"a\",\"b\"\n", "a|b\n"},
        {"doubled quotes", "\"say \"\"hi\"\"\",b\n", "say \"hi\"|b\n"},
        {"only quotes", "\"\"\"\"\n", "\"\n"},
        {"empty cells", ",,\n", "||\n"},
        {"empty quoted", "\"\",a\n", "|a\n"},
        {"line break in a cell", "\"a\nb\",c\n", "a\nb|c\n"},
        {"CRLF in a cell", "\"a\r\nb\",c\n", "a\nb|c\n"},
        {"separator at the end of the file", "a,b,", "a|b|\n"},
        {"quote at the end of the file", "a,\"b\"", "a|b\n"},
        {"empty line", "a,b\n\nc,d\n", "a|b\n\nc|d\n"},
        {"spaces stay", " a , b \n", " a | b \n"},
        {"one column", "a\nb\n", "a\nb\n"},
        {"header in quotes", "\"a;x\",b\n", "a;x|b\n"},
        {"tabs", "a\tb\nc\td\n", "a|b\nc|d\n"},
        {"nothing", "", ""},
        {"Hangul", "이름,값\n안산시,1\n", "이름|값\n안산시|1\n"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str_buf out = {0};
        read_all(f, str_from(cases[i].bytes), &out);
        if (strcmp(out.p, cases[i].rows) != 0) {
            fail_msg("%s: %s", cases[i].name, out.p);
        }
        bool is_tab = strchr(cases[i].bytes, '\t') != NULL;
        assert_int_equal(f->diag.count, is_tab);
        str_buf_finish(&out);
    }
}

static void
test_csv__reports_and_reads_on(void **state) {
    struct fixture *f = *state;
    static const struct {
        const char *bytes, *rows;
        enum diag_kind kind;
        uint32_t at;
    } cases[] = {
        {"a,b\nx,\"open\nc,d\n", "a|b\nx|open\nc|d\n", DIAG_UNTERMINATED_QUOTE, 6},
        {"a\"b,c\n", "a\"b|c\n", DIAG_STRAY_QUOTE, 1},
        {"\"a\"b,c\n", "ab|c\n", DIAG_STRAY_QUOTE, 2},
        {"\"a\" ,c\n", "a |c\n", DIAG_STRAY_QUOTE, 2},
        {"a|b\nc|d\n", "a|b\nc|d\n", DIAG_WRONG_SEPARATOR, 0},
        {"\"", "\n", DIAG_UNTERMINATED_QUOTE, 0},
        {"a,\"", "a|\n", DIAG_UNTERMINATED_QUOTE, 2},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct str_buf out = {0};
        read_all(f, str_from(cases[i].bytes), &out);
        if (strcmp(out.p, cases[i].rows) != 0) {
            fail_msg("%s gives %s", cases[i].bytes, out.p);
        }
        assert_int_equal(f->diag.count, 1);
        assert_int_equal(f->diag.items[0].kind, cases[i].kind);
        assert_int_equal(f->diag.items[0].place.at, cases[i].at);
        str_buf_finish(&out);
    }
}

/* A mistake inside a cell is shown where it stands in the file, quotes and all. */
static void
test_csv_place__sees_through_quotes(void **state) {
    struct fixture *f = *state;
    struct str bytes = STR("h\n\"a\"\"b\r\nc\"\n");
    struct csv csv;
    struct csv_cell cells[CSV_COLUMN_LIMIT];
    size_t count, at;
    csv_init(&csv, &f->diag, sources_add(&f->sources, STR("t.csv"), bytes), bytes);
    assert_true(csv_next(&csv, cells, &count, &at));
    assert_true(csv_next(&csv, cells, &count, &at));
    assert_str_equal(cells[0].text, "a\"b\nc");
    static const size_t places[] = {3, 4, 6, 7, 9};
    for (size_t i = 0; i < ARRAY_LEN(places); i++) {
        assert_int_equal(csv_place(bytes, &cells[0], i), places[i]);
    }
}

static void
test_source_position__counts_characters(void **state) {
    struct fixture *f = *state;
    struct str bytes = STR("\xEF\xBB\xBF가나,b\nc,日本x");
    struct source *source = sources_at(&f->sources, sources_add(&f->sources, STR("t"), bytes));
    static const struct {
        size_t at, line, column;
    } cases[] = {{0, 1, 1}, {3, 1, 1}, {6, 1, 2}, {9, 1, 3}, {12, 2, 1}, {14, 2, 3}, {20, 2, 5},
        {999, 2, 6}};
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        size_t line, column;
        source_position(source, &f->arena, cases[i].at, &line, &column);
        assert_int_equal(line, cases[i].line);
        assert_int_equal(column, cases[i].column);
    }
}

static void
test_diag__sorts_and_drops_repeats(void **state) {
    struct fixture *f = *state;
    f->diag.count = f->diag.errors = f->diag.warnings = 0;
    uint32_t b = sources_add(&f->sources, STR("b.csv"), STR("one\ntwo\n"));
    uint32_t a = sources_add(&f->sources, STR("a.csv"), STR("one\ntwo\n"));
    DIAG_ARGS(&f->diag, DIAG_BAD_ID, ((struct diag_place){b, 4}), STR("x\ny"));
    DIAG_AT(&f->diag, DIAG_DOUBLE_SPACE, ((struct diag_place){b, 0}));
    DIAG_AT(&f->diag, DIAG_DOUBLE_SPACE, ((struct diag_place){a, 5}));
    DIAG_AT(&f->diag, DIAG_DOUBLE_SPACE, ((struct diag_place){b, 0}));
    diag_finish(&f->diag);
    struct str_buf out = {0};
    diag_print(&f->diag, LOCALE_EN, STR("content/"), &out);
    assert_string_equal(out.p,
        "content/a.csv:2:2: warning: Two spaces in a row. Keep one. [double-space]\n"
        "content/b.csv:1:1: warning: Two spaces in a row. Keep one. [double-space]\n"
        "content/b.csv:2:1: error: “x␊y” is not an id. Use lower-case ASCII letters and digits "
        "joined by hyphens (las-vegas). [bad-id]\n"
        "error: 1, warning: 2\n");
    str_buf_finish(&out);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_csv__reads_what_spreadsheets_write, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_csv__reports_and_reads_on, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_csv_place__sees_through_quotes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_source_position__counts_characters, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_diag__sorts_and_drops_repeats, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

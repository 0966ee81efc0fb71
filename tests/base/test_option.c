/* The engine beneath the tables of options: the command line, a file, the words for mistakes. */
#include "test.h"

#include "base/option.h"

static const char *
colour_choice(size_t index) {
    static const char *const words[] = {"red", "green", "blue"};
    return index < ARRAY_LEN(words) ? words[index] : NULL;
}

enum { COLOUR, SCALE, COUNT, SIZE, OUT, LOUD, LOW, OPTION_COUNT };
static const struct option_spec specs[OPTION_COUNT] = {
    {"colour", 'c', OPTION_CHOICE, OPTION_IN_FILE, 0, 0, "red", "", NULL, colour_choice, NULL, "a"},
    {"scale", 0, OPTION_NUMBER, OPTION_IN_FILE, -0.5, 2, "1", "mm", "N", NULL, NULL, "b"},
    {"count", 0, OPTION_INTEGER, OPTION_IN_FILE, 1, 1000, NULL, "", "N", NULL, NULL, "c"},
    {"size", 0, OPTION_SIZE, OPTION_IN_FILE, 200, 8192, NULL, "px", "WxH", NULL, NULL, "d"},
    {"out", 'o', OPTION_PATH, 0, 0, 0, NULL, "", "FILE", NULL, NULL, "e"},
    {"loud", 'l', OPTION_FLAG, OPTION_IN_FILE, 0, 0, NULL, "", NULL, NULL, NULL, "f", "sing, say"},
    {"low", 0, OPTION_FLAG, OPTION_IN_FILE, 0, 0, NULL, "", NULL, NULL, NULL, "g", "sing, say"},
};
static const struct option_table table = {"test", specs, OPTION_COUNT};

struct outcome {
    bool ok;
    struct option_value values[OPTION_COUNT];
    struct option_words words;
    char message[256];
};

/* Words are separated by single spaces; two in a row are an empty word. */
static struct outcome
parse(const char *line) {
    static char text[256];
    char *argv[33] = {text};
    int argc = 1;
    struct outcome out = {0};
    struct option_fault fault;
    snprintf(text, sizeof(text), "program %s", line);
    for (char *space = strchr(text, ' '); space && argc < 32; space = strchr(space + 1, ' ')) {
        *space = '\0';
        argv[argc++] = space + 1;
        space = argv[argc - 1] - 1;
    }
    out.ok = option_parse(&table, argc, argv, out.values, &out.words, &fault);
    if (!out.ok) {
        struct str_buf message = {0};
        option_fault_add(&message, &table, &fault);
        snprintf(out.message, sizeof(out.message), "%s", message.p);
        str_buf_finish(&message);
    }
    return out;
}

static void
test_option__words_and_options_come_in_any_order(void **state) {
    (void)state;
    struct outcome o = parse("one --colour blue two --scale=-0.5 -oa.txt --count 7 - -l");
    assert_true(o.ok);
    assert_int_equal(o.words.count, 3);
    assert_string_equal(o.words.words[2], "-");
    assert_int_equal(o.values[COLOUR].choice, 2);
    assert_true(o.values[SCALE].number == -0.5);
    assert_true(o.values[COUNT].number == 7);
    assert_true(str_eq(o.values[OUT].text, STR("a.txt")));
    assert_true(o.values[LOUD].flag && !o.values[LOW].is_set);
}

static void
test_option__after_two_hyphens_there_are_only_words(void **state) {
    (void)state;
    struct outcome o = parse("--loud -- --colour -명함 --");
    assert_true(o.ok);
    assert_int_equal(o.words.count, 3);
    assert_string_equal(o.words.words[1], "-명함");
    assert_false(o.values[COLOUR].is_set);
}

static void
test_option__a_beginning_of_a_name_and_the_last_value_count(void **state) {
    (void)state;
    struct outcome o = parse("--col red --col green --loud --loud=no --low=yes");
    assert_true(o.ok);
    assert_int_equal(o.values[COLOUR].choice, 1);
    assert_true(o.values[LOUD].is_set && !o.values[LOUD].flag);
    assert_true(o.values[LOW].flag);
}

static void
test_option__a_mistake_names_the_whole_word_and_the_limits(void **state) {
    (void)state;
    static const struct {
        const char *line, *says;
    } cases[] = {
        {"-명함", "\"-명함\""},
        {"-명함", "goes after --"},
        {"-xyz", "\"-xyz\""},
        {"-lx", "\"-lx\""},
        {"--colours red", "\"--colours\""},
        {"--lo", "--loud, --low"},
        {"--", ""},
        {"--=5", "\"--=5\""},
        {"--colour", "needs a value"},
        {"--out", "needs a value"},
        {"--out=", "name of a file"},
        {"--out  x", "name of a file"},
        {"--colour pink", "red, green or blue, not \"pink\""},
        {"--colour=", "not \"\""},
        {"--loud=maybe", "yes or no"},
        {"--scale nan", "from -0.5 to 2 mm, not \"nan\""},
        {"--scale inf", "not \"inf\""},
        {"--scale -inf", "not \"-inf\""},
        {"--scale 1e0", "not \"1e0\""},
        {"--scale 0x1", "not \"0x1\""},
        {"--scale 1,5", "not \"1,5\""},
        {"--scale .", "not \".\""},
        {"--scale 2.01", "not \"2.01\""},
        {"--scale ", "not \"\""},
        {"--scale -0.51", "not \"-0.51\""},
        {"--count 1.5", "whole number from 1 to 1000"},
        {"--count 99999999999999999999", "from 1 to 1000"},
        {"--count 0", "from 1 to 1000"},
        {"--size 200", "WIDTHxHEIGHT"},
        {"--size 200x", "WIDTHxHEIGHT"},
        {"--size x200", "WIDTHxHEIGHT"},
        {"--size 200x200x200", "WIDTHxHEIGHT"},
        {"--size 99999999999999999999x200", "from 200 to 8192"},
        {"--size 200X200", "WIDTHxHEIGHT"},
        {"--size 2e2x200", "WIDTHxHEIGHT"},
    };
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct outcome o = parse(cases[i].line);
        if (o.ok != (*cases[i].says == '\0') || !strstr(o.message, cases[i].says)) {
            fail_msg("%s says \"%s\"", cases[i].line, o.message);
        }
    }
}

static void
test_option__any_bytes_make_a_message_of_one_valid_line(void **state) {
    (void)state;
    struct str_buf out = {0};
    option_word_add(&out, STR("-\xFF\n\x1B[31m\x7F한"));
    assert_string_equal(out.p, "-\xEF\xBF\xBD␊␛[31m␡한");
    str_buf_clear(&out);
    char many[400];
    memset(many, 'x', sizeof(many));
    option_word_add(&out, (struct str){many, sizeof(many)});
    assert_true(out.n < 70 && str_ends(str_buf_str(&out), STR("…")));
    str_buf_finish(&out);
}

struct reports {
    struct str_buf text;
    int count;
};

static void
report(void *self, const struct option_fault *fault) {
    struct reports *reports = self;
    str_buf_printf(&reports->text, "%d: ", fault->line);
    option_fault_add(&reports->text, &table, fault);
    str_buf_byte(&reports->text, '\n');
    reports->count++;
}

static struct reports
read_file(const char *bytes, struct arena *arena, struct option_value *values) {
    struct reports reports = {0};
    memset(values, 0, OPTION_COUNT * sizeof(*values));
    option_parse_file(&table, str_from(bytes), arena, values, report, &reports);
    return reports;
}

static void
test_option__a_file_sets_what_is_right(void **state) {
    (void)state;
    static const char *const files[] = {
        "colour = blue\nscale=1.5\nsize = 800x600\nloud = yes\nlow=off\n",
        ("\xEF\xBB\xBF# a kiosk\r\n\r\n[test]\r\ncolour: blue\r\n  scale = 1.5 ; millimetres\r\n"
         "size=800x600\r\n; end\r\nloud = on\r\nlow = false"),
        "colour = blue\rscale = 1.5\r[ test ]\rsize = 800x600\rloud=true\rlow=no\r",
    };
    struct arena arena;
    struct option_value values[OPTION_COUNT];
    arena_init(&arena);
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        struct reports reports = read_file(files[i], &arena, values);
        if (reports.count > 0) {
            fail_msg("file %zu: %s", i, reports.text.p);
        }
        assert_int_equal(values[COLOUR].choice, 2);
        assert_true(values[SCALE].number == 1.5);
        assert_int_equal(values[SIZE].width, 800);
        assert_true(values[LOUD].flag);
        assert_true(values[LOW].is_set && !values[LOW].flag);
        assert_false(values[OUT].is_set);
    }
    arena_finish(&arena);
}

static void
test_option__a_file_has_every_mistake_named_with_its_line(void **state) {
    (void)state;
    static char file[70000];
    struct arena arena;
    struct option_value values[OPTION_COUNT];
    snprintf(file, sizeof(file),
        "colour = pink\n"
        "color = red\n"
        "\n"
        "out = a.txt\n"
        "scale = nan\n"
        "just words\n"
        "count = 5\n"
        "count = 6\n"
        "size =\n"
        "colour = red\n" // a second one, although the first was wrong
        "%s%066000d\n"
        "low = \x01yes\n"
        "col = blue\n"
        "[other]\n"
        "whatever = 1\n"
        "nor this\n"
        "[test\n"
        "loud = yes\n"
        "[test]\n"
        "loud = yes",
        "count = ", 7);
    arena_init(&arena);
    struct reports reports = read_file(file, &arena, values);
    static const char *const says[] = {"1: colour takes red, green or blue, not \"pink\"\n",
        "2: there is no option \"color\"", "4: out is for the command line only\n",
        "5: scale takes a number from -0.5 to 2 mm, not \"nan\"\n",
        "6: this is not \"name = value\": \"just words\"\n", "8: count is already set in line 7\n",
        "9: size takes WIDTHxHEIGHT", "10: colour is already set in line 1\n",
        "11: the line has 66008 bytes; at most 65536 are read\n", "12: this is not",
        "13: there is no option \"col\"", "14: the only section is [test], not \"[other]\"\n",
        "17: the only section is [test]"};
    for (size_t i = 0; i < ARRAY_LEN(says); i++) {
        if (!strstr(reports.text.p, says[i])) {
            fail_msg("\"%s\" is not in:\n%s", says[i], reports.text.p);
        }
    }
    assert_int_equal(reports.count, ARRAY_LEN(says));
    assert_true(values[COUNT].number == 5 && values[LOUD].flag && !values[COLOUR].is_set);
    str_buf_finish(&reports.text);
    arena_finish(&arena);
}

static void
test_option__is_for_those_who_use_it(void **state) {
    (void)state;
    assert_true(option_is_for(&specs[OUT], "anyone"));
    assert_true(option_is_for(&specs[LOW], "sing") && option_is_for(&specs[LOW], "say"));
    assert_false(option_is_for(&specs[LOW], "sa") || option_is_for(&specs[LOW], "sing, say") ||
                 option_is_for(&specs[LOW], ""));
}

static void
test_option__help_and_man_page_come_from_the_table(void **state) {
    (void)state;
    struct str_buf out = {0};
    option_help_add(&out, &table, NULL);
    assert_non_null(strstr(out.p, "  -c, --colour red|green|blue\n"));
    assert_non_null(strstr(out.p, "  --scale N               b (-0.5 to 2 mm; default: 1)\n"));
    assert_non_null(
        strstr(out.p, "  -o, --out FILE          e\nsing, say:\n  -l, --loud              f\n"
                      "  --low                   g\n"));
    str_buf_clear(&out);
    option_man_add(&out, &table);
    assert_non_null(strstr(out.p, ".TP\n.B \\-\\-scale N\nb (\\-0.5 to 2 mm; default: 1).\n"));
    assert_non_null(strstr(out.p, ".\n.SS sing, say\n.TP\n.B \\-l, "));
    str_buf_clear(&out);
    option_roff_add(&out, ".x\\y\n'z-");
    assert_string_equal(out.p, "\\&.x\\ey\n\\&'z\\-");
    str_buf_finish(&out);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_option__words_and_options_come_in_any_order),
        cmocka_unit_test(test_option__after_two_hyphens_there_are_only_words),
        cmocka_unit_test(test_option__a_beginning_of_a_name_and_the_last_value_count),
        cmocka_unit_test(test_option__a_mistake_names_the_whole_word_and_the_limits),
        cmocka_unit_test(test_option__any_bytes_make_a_message_of_one_valid_line),
        cmocka_unit_test(test_option__a_file_sets_what_is_right),
        cmocka_unit_test(test_option__a_file_has_every_mistake_named_with_its_line),
        cmocka_unit_test(test_option__is_for_those_who_use_it),
        cmocka_unit_test(test_option__help_and_man_page_come_from_the_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

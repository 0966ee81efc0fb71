/* A message in Korean or Japanese is in that language to its end: what stands in it in Latin
 * letters is what authors wrote, the words of the format, or a name. */
#include "test.h"

#include "base/file.h"
#include "base/map.h"
#include "compiler/diag.h"
#include "compiler/trouble.h"
#include "content/tables.h"

#include <string.h>

#define COMPILER NARU_SOURCE_DIR "/tests/compiler"
#define BYTES_MOST (4u << 20)

/* Names of formats, programs and verbs, and parts of examples. */
static const char allowed[] =
    "naru content new check build accept undo all csv svg png jpg jpeg xlsx xls ods span ruby lang "
    "Unicode Shift Windows gradient transform dash px NAME VALUE SQLite Naru DIR FILE out xFF "
    "minato las "
    "vegas hamamatsu yes room WebP webp PNG JPEG gradientUnits userSpaceOnUse IANA Asia Seoul "
    "Tokyo "
    "America Los Angeles Los_Angeles";

struct words {
    struct arena arena;
    struct map map;
};

static bool
is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool
next_word(struct str *rest, struct str *word) {
    size_t start = 0, end;
    while (start < rest->n && !is_letter(rest->p[start])) {
        start++;
    }
    for (end = start; end < rest->n && is_letter(rest->p[end]); end++) {
    }
    *word = str_slice(*rest, start, end);
    *rest = str_slice(*rest, end, rest->n);
    return word->n > 0;
}

static void
add_words(struct words *words, struct str text) {
    struct str word;
    while (next_word(&text, &word)) {
        map_put(&words->map, str_hash(word, 0), 1);
    }
}

static bool
has_word(const struct words *words, struct str word) {
    uint32_t value;
    return map_get(&words->map, str_hash(word, 0), &value);
}

static struct str
read_text(struct arena *arena, const char *path) {
    struct str bytes = {0};
    struct err err;
    if (!file_read(path, BYTES_MOST, arena, &bytes, &err)) {
        fail_msg("%s", err.message);
    }
    return bytes;
}

/* Every file of the tree: what authors wrote. */
static void
add_tree(struct words *words, const char *folder) {
    struct str *names;
    size_t count;
    struct err err;
    assert_true(file_list(folder, &words->arena, &names, &count, &err));
    for (size_t i = 0; i < count; i++) {
        const char *path = arena_printf(&words->arena, "%s/%.*s", folder, STR_ARG(names[i])).p;
        add_words(words, names[i]);
        if (file_kind(path) == FILE_FOLDER) {
            add_tree(words, path);
        } else if (!str_ends(names[i], STR(".txt")) || str_eq(names[i], STR("README.txt"))) {
            add_words(words, read_text(&words->arena, path));
        }
    }
}

static int
gather(void **state) {
    static struct words words;
    arena_init(&words.arena);
    add_words(&words, str_from(allowed));
    add_tree(&words, COMPILER "/mistakes");
    add_words(&words, read_text(&words.arena, NARU_SOURCE_DIR "/app/compiler/write/starter.txt"));
    add_words(&words, read_text(&words.arena, NARU_SOURCE_DIR "/app/compiler/read/lists.csv"));
    for (size_t t = 0; t < TABLE_COUNT; t++) {
        const struct table *table = &content_tables[t];
        add_words(&words, str_from(table->name));
        for (size_t i = 0; i < table->base_count + table->text_count; i++) {
            add_words(&words, str_from(table->columns[i].name));
            if (table->columns[i].type == COLUMN_WORD) {
                add_words(&words, str_from(table->columns[i].of));
            }
        }
    }
    *state = &words;
    return 0;
}

static int
forget(void **state) {
    struct words *words = *state;
    map_finish(&words->map);
    arena_finish(&words->arena);
    return 0;
}

/* Behind the place, before the kind: `csv.csv:2:3: 오류: ... [kind]`. */
static struct str
body_of(struct str line) {
    size_t start = str_find(line, STR(": "));
    size_t end = line.n;
    if (line.n > 0 && line.p[line.n - 1] == ']') {
        while (end > 0 && line.p[end - 1] != '[') {
            end--;
        }
    }
    return start == SIZE_MAX || start > end ? line : str_slice(line, start, end);
}

/* Words that only prose has. */
static bool
is_prose(struct str word) {
    return tables_has_word("an the of or and not no with too many more most than that this does is "
                           "are was in into to its one something cannot ends",
        word);
}

/* `text` up to the next quotation, whose end `*rest` then begins behind. */
static struct str
next_unquoted(struct str *rest) {
    static const char *const quotes[][2] = {{"‘", "’"}, {"「", "」"}, {"“", "”"}};
    size_t first = rest->n, end = rest->n;
    for (size_t i = 0; i < ARRAY_LEN(quotes); i++) {
        size_t at = str_find(*rest, str_from(quotes[i][0]));
        if (at < first) {
            struct str behind = str_slice(*rest, at, rest->n);
            size_t close = str_find(behind, str_from(quotes[i][1]));
            first = at;
            end = close == SIZE_MAX ? rest->n : at + close + strlen(quotes[i][1]);
        }
    }
    struct str before = str_slice(*rest, 0, first);
    *rest = str_slice(*rest, end, rest->n);
    return before;
}

static bool
is_wrong(const struct words *words, struct str word) {
    bool is_name = word.n < 3 || (word.p[1] >= 'A' && word.p[1] <= 'Z') || /* SVG, NFC */
                   str_find(word, STR("_")) != SIZE_MAX;                   /* percent_of */
    return is_prose(word) || (!is_name && !has_word(words, word));
}

static size_t
check_text(const struct words *words, const char *where, struct str text) {
    struct str line, word;
    size_t wrong = 0;
    while (str_split(&text, '\n', &line)) {
        struct str body = body_of(line);
        while (body.n > 0) {
            struct str rest = next_unquoted(&body);
            while (next_word(&rest, &word)) {
                if (is_wrong(words, word)) {
                    print_error("%s: \"%.*s\" in: %.*s\n", where, STR_ARG(word), STR_ARG(line));
                    wrong++;
                }
            }
        }
    }
    return wrong;
}

static void
test_languages__a_report_is_in_its_language(void **state) {
    struct words *words = *state;
    struct str *names;
    struct err err;
    size_t count, seen = 0, wrong = 0;
    assert_true(file_list(COMPILER "/mistakes", &words->arena, &names, &count, &err));
    for (size_t i = 0; i < count; i++) {
        if (str_ends(names[i], STR(".ko.txt")) || str_ends(names[i], STR(".ja.txt"))) {
            const char *path =
                arena_printf(&words->arena, COMPILER "/mistakes/%.*s", STR_ARG(names[i])).p;
            wrong += check_text(words, names[i].p, read_text(&words->arena, path));
            seen++;
        }
    }
    assert_true(seen > 50);
    assert_int_equal(wrong, 0);
}

/* Also those that no golden can show. */
static void
test_languages__a_refusal_of_the_system_is_in_its_language(void **state) {
    static const enum locale_id locales[] = {LOCALE_KO, LOCALE_JA};
    struct words *words = *state;
    size_t wrong = 0;
    for (size_t l = 0; l < ARRAY_LEN(locales); l++) {
        for (int why = 1; why < 140; why++) {
            struct str_buf out = {0};
            trouble_add_why(&out, locales[l], why);
            assert_true(out.n > 0);
            wrong += check_text(words, "errno", str_buf_str(&out));
            str_buf_finish(&out);
        }
        for (int trouble = 0; trouble < TROUBLE_KIND_COUNT; trouble++) {
            struct err err;
            struct trouble_args args = {
                .text = {STR("x"), STR("x"), STR("x"), STR("x")}, .why = {71, 71, 71, 71}};
            trouble_set(&err, ERR_IO, locales[l], (enum trouble)trouble, &args);
            wrong += check_text(words, "trouble", str_from(err.message));
        }
    }
    assert_int_equal(wrong, 0);
}

/* A message lists the words of a closed column with what they mean. */
static void
test_languages__every_word_of_a_closed_column_has_a_meaning(void **state) {
    struct words *words = *state;
    struct str lists = read_text(&words->arena, NARU_SOURCE_DIR "/app/compiler/read/lists.csv");
    size_t seen = 0;
    for (size_t t = 0; t < TABLE_COUNT; t++) {
        const struct table *table = &content_tables[t];
        for (size_t i = 0; i < table->base_count; i++) {
            struct str rest = str_from(table->columns[i].of ? table->columns[i].of : ""), word;
            while (table->columns[i].type == COLUMN_WORD && str_split(&rest, ' ', &word)) {
                struct str row = arena_printf(&words->arena, "\n%s.%s,%.*s,", table->name,
                    table->columns[i].name, STR_ARG(word));
                if (str_find(lists, row) == SIZE_MAX) {
                    fail_msg("lists.csv does not say what %s means", row.p + 1);
                }
                seen++;
            }
        }
    }
    assert_true(seen > 40);
}

/* The check itself can fail. */
static void
test_languages__the_check_finds_english(void **state) {
    struct words *words = *state;
    assert_int_equal(
        check_text(words, "made up", STR("a.svg:1:1: 오류: 아님(too many numbers). [x]")), 2);
    assert_int_equal(
        check_text(words, "made up", STR("a.svg:1:1: 오류: 아님. [picture-not-plain]")), 0);
}

/* What a message quotes may end in any sound, so a particle behind it is written for both:
 * ‘2003-05-10’(으)로, for ten and for nine. */
static void
test_languages__particles_behind_what_is_quoted_fit_any_word(void **state) {
    (void)state;
    static const char *const korean[] = {
#define DIAG(id, name, level, ko, ja, en) ko,
#include "compiler/messages.def"
#undef DIAG
    };
    static const char *const particles[] = {
        "로 ", "은 ", "는 ", "이 ", "가 ", "을 ", "를 ", "과 ", "와 "};
    size_t bad = 0;
    for (size_t i = 0; i < ARRAY_LEN(korean); i++) {
        struct str text = str_from(korean[i]);
        for (size_t at; (at = str_find(text, STR("}’"))) != SIZE_MAX;) {
            text = str_slice(text, at + STR("}’").n, text.n);
            for (size_t p = 0; p < ARRAY_LEN(particles); p++) {
                if (str_starts(text, str_from(particles[p]))) {
                    print_error("%s\n", korean[i]);
                    bad++;
                }
            }
        }
    }
    assert_int_equal(bad, 0);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_languages__particles_behind_what_is_quoted_fit_any_word),
        cmocka_unit_test(test_languages__a_report_is_in_its_language),
        cmocka_unit_test(test_languages__a_refusal_of_the_system_is_in_its_language),
        cmocka_unit_test(test_languages__every_word_of_a_closed_column_has_a_meaning),
        cmocka_unit_test(test_languages__the_check_finds_english),
    };
    return cmocka_run_group_tests(tests, gather, forget);
}

/* What is said in three languages says the same years and the same emergency numbers in each, and
 * what the guide to emergencies has people say is the phrase that they can hold out. */
#include "compiler/sources_fixture.h"

enum { MOST_NUMBERS = 64 };

struct numbers {
    int at[MOST_NUMBERS]; /* each once */
    size_t count;
};

static void
note(struct numbers *numbers, int number) {
    for (size_t i = 0; i < numbers->count; i++) {
        if (numbers->at[i] == number) {
            return;
        }
    }
    assert_true(numbers->count < MOST_NUMBERS);
    numbers->at[numbers->count++] = number;
}

static bool
is_digit(struct str text, size_t at) {
    return at < text.n && text.p[at] >= '0' && text.p[at] <= '9';
}

/* A separator within a number: 1,719 and 798.3 are amounts, which English counts in other units. */
static bool
is_within(struct str text, size_t at) {
    return at > 0 && at < text.n && (text.p[at] == ',' || text.p[at] == '.') &&
           is_digit(text, at - 1) && is_digit(text, at + 1);
}

static struct numbers
numbers_of(struct str text) {
    struct numbers numbers = {0};
    for (size_t at = 0; at < text.n;) {
        size_t start = at, length;
        int value = 0;
        while (is_digit(text, at) || is_within(text, at)) {
            value = is_digit(text, at) && at - start < 9 ? value * 10 + text.p[at] - '0' : value;
            at++;
        }
        length = at - start;
        bool is_year = length == 4 && text.p[start] <= '2' && text.p[start + 1] != ',';
        bool is_call = length == 3 && value >= 110 && value <= 119;
        if (is_year || is_call) {
            note(&numbers, value);
        }
        at += length == 0;
    }
    return numbers;
}

static bool
holds(const struct numbers *numbers, int number) {
    for (size_t i = 0; i < numbers->count; i++) {
        if (numbers->at[i] == number) {
            return true;
        }
    }
    return false;
}

/* English may say a year more, as in “Liberation Day (1945)”. */
static void
expect_same(const struct str *texts, const char *where, struct str what) {
    struct numbers numbers[LOCALE_COUNT];
    for (int l = 0; l < LOCALE_COUNT; l++) {
        numbers[l] = numbers_of(texts[l]);
    }
    for (int a = 0; a < LOCALE_COUNT; a++) {
        for (int b = 0; a != LOCALE_EN && b < LOCALE_COUNT; b++) {
            for (size_t i = 0; i < numbers[a].count; i++) {
                if (!holds(&numbers[b], numbers[a].at[i])) {
                    fail_msg("%s %.*s: %d is in %s and not in %s: %.*s", where, STR_ARG(what),
                        numbers[a].at[i], locale_tag((enum locale_id)a),
                        locale_tag((enum locale_id)b), STR_ARG(texts[b]));
                }
            }
        }
    }
}

static void
check_table(const struct model_table *table) {
    const struct table *shape = table->table;
    for (size_t r = 0; r < table->count; r++) {
        const struct model_row *row = &table->rows[r];
        for (size_t c = shape->base_count; c < shape->base_count + shape->text_count; c++) {
            struct str texts[LOCALE_COUNT];
            for (int l = 0; l < LOCALE_COUNT; l++) {
                texts[l] = row->cells[tables_cell(shape, c, (enum locale_id)l)].text;
            }
            expect_same(texts, shape->name, row->cells[0].text);
        }
    }
}

static void
test_numbers__of_a_record_are_the_same_in_every_language(void **state) {
    struct sources_fixture *f = *state;
    for (int i = 0; i < TABLE_COUNT; i++) {
        if (i != TABLE_SYNONYMS) {
            check_table(&f->model.tables[i]);
        }
    }
}

static void
test_numbers__of_an_article_are_the_same_in_every_language(void **state) {
    struct sources_fixture *f = *state;
    for (size_t i = 0; i < f->model.article_count; i++) {
        const struct model_article *article = &f->model.articles[i];
        for (size_t j = 0; j < article->bodies[0].count; j++) {
            struct str texts[LOCALE_COUNT];
            for (int l = 0; l < LOCALE_COUNT; l++) {
                assert_true(j < article->bodies[l].count);
                texts[l] = article->bodies[l].blocks[j].text;
            }
            expect_same(texts, sources_at(&f->sources, article->bodies[0].file)->path.p, texts[0]);
        }
    }
}

static const struct model_article *
article_of(struct sources_fixture *f, const char *path) {
    for (size_t i = 0; i < f->model.article_count; i++) {
        const struct model_article *article = &f->model.articles[i];
        struct str id = f->model.tables[TABLE_ARTICLES].rows[article->row].cells[0].text;
        if (str_eq(id, str_from(path))) {
            return article;
        }
    }
    fail_msg("no %s", path);
    return NULL;
}

static bool
says_all(const struct model_body *body, const struct str *words, size_t count) {
    for (size_t i = 0; i < body->count; i++) {
        size_t found = 0;
        for (size_t w = 0; w < count; w++) {
            found += str_find(body->blocks[i].text, words[w]) != SIZE_MAX;
        }
        if (found == count) {
            return true;
        }
    }
    return false;
}

/* Police, fire and coast guard under the right country, in the order of the page. */
static void
test_numbers__of_the_guide_to_emergencies_stand_under_their_country(void **state) {
    static const char *const numbers[] = {"110", "119", "118", "112", "119"};
    const struct model_article *guide = article_of(*state, "guides/emergency");
    for (int l = 0; l < LOCALE_COUNT; l++) {
        const struct model_body *body = &guide->bodies[l];
        size_t next = 0, heads = 0;
        for (size_t i = 0; i < body->count && next < ARRAY_LEN(numbers); i++) {
            heads += body->blocks[i].kind == BLOCK_HEADING;
            if (body->blocks[i].kind == BLOCK_BULLET) {
                assert_true(str_starts(body->blocks[i].text, str_from(numbers[next])));
                assert_int_equal(heads, next < 3 ? 1 : 2); /* in Japan, in Korea */
                next++;
            }
        }
        assert_int_equal(next, ARRAY_LEN(numbers));
    }
}

/* On 119 one asks for an ambulance to be sent: in the words, and with the sounds, of the phrase. */
static void
test_numbers__what_is_said_on_119_is_the_phrase_for_it(void **state) {
    struct sources_fixture *f = *state;
    const struct model_article *guide = article_of(f, "guides/emergency");
    const struct model_table *phrases = &f->model.tables[TABLE_PHRASES];
    size_t at = model_find(&f->model, TABLE_PHRASES, STR("send-ambulance"));
    assert_true(at != SIZE_MAX);
    const struct model_row *row = &phrases->rows[at];
    struct str said = model_text(phrases, row, "text", LOCALE_KO);
    struct str with_kana[] = {said, model_value(phrases, row, "kana_ko")};
    struct str with_roman[] = {said, model_value(phrases, row, "roman_ko")};
    assert_true(says_all(&guide->bodies[LOCALE_KO], &said, 1));
    assert_true(says_all(&guide->bodies[LOCALE_JA], with_kana, 2));
    assert_true(says_all(&guide->bodies[LOCALE_EN], with_roman, 2));
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers__of_a_record_are_the_same_in_every_language),
        cmocka_unit_test(test_numbers__of_an_article_are_the_same_in_every_language),
        cmocka_unit_test(test_numbers__of_the_guide_to_emergencies_stand_under_their_country),
        cmocka_unit_test(test_numbers__what_is_said_on_119_is_the_phrase_for_it),
    };
    return cmocka_run_group_tests(tests, sources_fixture_load, sources_fixture_drop);
}

/* Words that stay whole, asked of a source that has far too many to copy. */
#include "test.h"

#include "text/breaks/lexicon.h"

enum { NAMES = 20000 };

/* All begin with 가나; sorted by code point, and so by number. */
struct source {
    size_t questions, given;
};

static struct str
name_of(struct arena *arena, size_t i) {
    return arena_printf(arena, "가나%05zu", i);
}

static size_t
answer(void *self, struct arena *arena, struct str beginning, struct str **words) {
    struct source *source = self;
    size_t count = 0;
    *words = ARENA_ARRAY(arena, LEXICON_MANY, struct str);
    source->questions++;
    for (size_t i = 0; i < NAMES && count < LEXICON_MANY; i++) {
        struct str name = name_of(arena, i);
        if (str_starts(name, beginning)) {
            (*words)[count++] = name;
        }
    }
    source->given += count;
    return count;
}

static int32_t
match(struct lexicon *lexicon, const char *text) {
    struct arena arena;
    struct units units;
    arena_init(&arena);
    text_decode(&arena, str_from(text), &units);
    int32_t length = lexicon_match(lexicon, &units, 0);
    arena_finish(&arena);
    return length;
}

static void
test_lexicon__finds_any_of_many_that_begin_alike(void **state) {
    (void)state;
    struct source source = {0};
    struct lexicon lexicon = {.ask = answer, .self = &source};
    assert_int_equal(match(&lexicon, "가나17203시"), 7);
    assert_int_equal(match(&lexicon, "가나00000"), 7);
    assert_int_equal(match(&lexicon, "가나19999에서"), 7);
    assert_int_equal(match(&lexicon, "가나20000"), 0);
    assert_int_equal(match(&lexicon, "가나1720"), 0);
    assert_int_equal(match(&lexicon, "가나"), 0);
    assert_int_equal(match(&lexicon, "나가17203"), 0);
    lexicon_finish(&lexicon);
}

static void
test_lexicon__asks_for_few_and_once(void **state) {
    (void)state;
    struct source source = {0};
    struct lexicon lexicon = {.ask = answer, .self = &source};
    match(&lexicon, "가나17203시");
    assert_true(source.questions <= 6 && source.given <= 6 * LEXICON_MANY);
    assert_true(lexicon.count <= LEXICON_MANY);
    size_t before = source.questions;
    match(&lexicon, "가나17203시");
    match(&lexicon, "가나17204도");
    assert_int_equal(source.questions, before);
    lexicon_finish(&lexicon);
}

/* The word that is a beginning of others, at every length. */
static size_t
answer_nested(void *self, struct arena *arena, struct str beginning, struct str **words) {
    size_t count = 0;
    (void)self;
    *words = ARENA_ARRAY(arena, LEXICON_MANY, struct str);
    for (size_t n = 2; n <= 60 && count < LEXICON_MANY; n++) {
        char text[64];
        memset(text, 'a', n);
        if (n >= beginning.n && memcmp(text, beginning.p, beginning.n) == 0) {
            (*words)[count++] = arena_str(arena, (struct str){text, n});
        }
    }
    return count;
}

static void
test_lexicon__takes_the_longest_of_words_within_words(void **state) {
    (void)state;
    struct lexicon lexicon = {.ask = answer_nested};
    assert_int_equal(match(&lexicon, "aaaab"), 4);
    assert_int_equal(match(&lexicon, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaab"), 30);
    assert_int_equal(match(&lexicon, "ab"), 0);
    lexicon_finish(&lexicon);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lexicon__finds_any_of_many_that_begin_alike),
        cmocka_unit_test(test_lexicon__asks_for_few_and_once),
        cmocka_unit_test(test_lexicon__takes_the_longest_of_words_within_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

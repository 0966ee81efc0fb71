/* Bad input: tests/content/queries/hostile.tsv, whose recipes its README describes. Any answer is
 * right, whole and within bounds: what a query costs is counted, not timed. */
#include "content_fixture.h"

#include "base/file.h"
#include "base/utf8.h"
#include "content/search.h"
#include "content/search/match.h"
#include "content/store/store_private.h"

#include <stdlib.h>
#include <string.h>

#define SOURCES NARU_SOURCE_DIR "/assets/content"
#define QUERIES NARU_SOURCE_DIR "/tests/content/queries/hostile.tsv"
#define DATABASE NARU_BUILD_DIR "/test-search-hostile.db"

enum { HITS = 10, WORK_MOST = SEARCH_WORK_MAX * 3 / 2 };
enum { BLOCK = 0x800, LAST = 0x10FFFF };

static int
open_content(void **state) {
    return fixture_open(state, SOURCES, DATABASE);
}

static void
ask(struct fixture *f, enum locale_id locale, struct str query) {
    struct search_hit *hits;
    size_t count;
    if (!search_find(f->store, &f->arena, locale, query, HITS, &hits, &count, &f->err)) {
        fail_msg("%s", f->err.message);
    }
    for (size_t i = 0; i < count; i++) {
        assert_true(hits[i].path.n > 0 && hits[i].kind.n > 0);
        assert_true(utf8_valid(hits[i].snippet, NULL));
        assert_true(hits[i].match_start <= hits[i].match_end);
        assert_true(hits[i].match_end <= hits[i].snippet.n);
    }
    const struct search_index *index = f->store->search;
    assert_true(index->work <= WORK_MOST);
    arena_reset(&f->arena);
}

/* TEXT+U+XXXX: parts joined by +, of which some are characters by number. */
static void
add_text(struct str_buf *out, struct str text) {
    while (text.n > 0) {
        size_t end = 1;
        if (text.n >= 6 && str_starts(text, STR("U+"))) {
            char digits[7] = {0};
            for (end = 2; end < text.n && end < 7 && text.p[end] != '+' && text.p[end] != ',';
                 end++) {
                digits[end - 2] = text.p[end];
            }
            str_buf_utf8(out, (uint32_t)strtoul(digits, NULL, 16));
        } else if (!(text.p[0] == '+' && text.n > 1)) {
            str_buf_byte(out, text.p[0]);
        }
        text = str_slice(text, end, text.n);
    }
}

static void
ask_repeated(struct fixture *f, enum locale_id locale, struct str recipe) {
    size_t comma = recipe.n;
    while (comma > 0 && recipe.p[comma - 1] != ',') {
        comma--;
    }
    int64_t times = strtol(recipe.p + comma, NULL, 10);
    struct str_buf one = {0}, all = {0};
    add_text(&one, str_slice(recipe, 0, comma - 1));
    assert_true(times > 0 && one.n > 0);
    for (int64_t i = 0; i < times; i++) {
        str_buf_add(&all, str_buf_str(&one));
    }
    ask(f, locale, str_buf_str(&all));
    str_buf_finish(&one);
    str_buf_finish(&all);
}

static void
ask_bytes(struct fixture *f, enum locale_id locale, struct str recipe) {
    char bytes[64];
    size_t n = 0;
    struct str byte;
    while (str_split(&recipe, ' ', &byte) && n < sizeof(bytes)) {
        bytes[n++] = (char)strtoul(byte.p, NULL, 16);
    }
    ask(f, locale, (struct str){bytes, n});
}

/* A query of the first characters of every 2,048 code points, alone and behind a word. */
static void
ask_blocks(struct fixture *f, enum locale_id locale) {
    for (uint32_t block = 0; block <= LAST; block += BLOCK) {
        struct str_buf query = {0};
        for (uint32_t c = block; c < block + 16; c++) {
            str_buf_utf8(&query, c);
        }
        ask(f, locale, str_buf_str(&query));
        str_buf_clear(&query);
        str_buf_add(&query, STR("명함"));
        str_buf_utf8(&query, block + 1);
        ask(f, locale, str_buf_str(&query));
        str_buf_finish(&query);
    }
}

/* Words that are nowhere, each another: letters, romaji, syllables of Hangul, kana, Han. */
static void
ask_unknown(struct fixture *f, enum locale_id locale, size_t kind) {
    static const struct {
        uint32_t first, count;
    } scripts[] = {{'a', 26}, {0xAC00, 11172}, {0x3042, 82}, {0x4E00, 20000}, {0x3131, 51}};
    static const char consonants[] = "kstnhmyrwgzdbp", vowels[] = "aiueo";
    uint32_t seed = (uint32_t)kind + 1;
    struct str_buf query = {0};
    for (size_t i = 0; query.n < 4 * SEARCH_QUERY_CHARACTERS; i++) {
        seed = seed * 1664525 + 1013904223;
        uint32_t random = seed >> 8;
        if (kind == ARRAY_LEN(scripts)) {
            str_buf_byte(&query, consonants[random % 14]);
            str_buf_byte(&query, vowels[random / 14 % 5]);
        } else {
            str_buf_utf8(&query, scripts[kind].first + random % scripts[kind].count);
        }
        if (i % 4 == 3) {
            str_buf_byte(&query, ' ');
        }
    }
    ask(f, locale, str_buf_str(&query));
    str_buf_finish(&query);
}

static void
test_search_hostile__many_unknown_words_are_not_all_guessed_at(void **state) {
    for (size_t kind = 0; kind < 6; kind++) {
        for (int locale = 0; locale < LOCALE_COUNT; locale++) {
            ask_unknown(*state, (enum locale_id)locale, kind);
        }
    }
}

static void
test_search_hostile__is_answered_within_bounds(void **state) {
    struct fixture *f = *state;
    struct arena arena;
    struct str text, line;
    size_t count = 0;
    arena_init(&arena);
    assert_true(file_read(QUERIES, FILE_LIMIT_DEFAULT, &arena, &text, &f->err));
    assert_true(str_split(&text, '\n', &line)); // the header
    for (; str_split(&text, '\n', &line); count++) {
        struct str query, tag;
        enum locale_id locale;
        if (!str_split(&line, '\t', &query) || !str_split(&line, '\t', &tag) ||
            !locale_from_tag(tag, &locale)) {
            continue;
        }
        if (str_starts(query, STR("@repeat("))) {
            ask_repeated(f, locale, str_slice(query, STR("@repeat(").n, query.n - 1));
        } else if (str_starts(query, STR("@bytes("))) {
            ask_bytes(f, locale, str_slice(query, STR("@bytes(").n, query.n - 1));
        } else if (str_starts(query, STR("@blocks"))) {
            ask_blocks(f, locale);
        } else {
            ask(f, locale, query);
        }
    }
    assert_true(count > 40);
    arena_finish(&arena);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_search_hostile__is_answered_within_bounds),
        cmocka_unit_test(test_search_hostile__many_unknown_words_are_not_all_guessed_at),
    };
    return cmocka_run_group_tests(tests, open_content, fixture_close);
}

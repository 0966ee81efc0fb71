/* The conformance files of Unicode 15 (Debian package unicode-data), run whole through the entry
 * points that layout itself uses. Absent files skip their test, with a word on standard error. */
#include "text_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/shape/bidi.h"
#include "text/shape/graphemes.h"

#define FOLDER "/usr/share/unicode/"
#define MOST 256

struct sample {
    uint16_t u16[MOST * 2];
    uint32_t bytes[MOST * 2 + 1];
    struct units units;
    int32_t unit_of[MOST + 1]; /* first unit of each code point */
    int32_t count;             /* code points */
};

static void
sample_clear(struct sample *s) {
    s->count = 0;
    s->units = (struct units){.u16 = s->u16, .byte_at = s->bytes, .has_rtl = true};
    s->unit_of[0] = 0;
}

static void
sample_add(struct sample *s, uint32_t c) {
    assert_true(s->count < MOST);
    int32_t n = s->units.count;
    if (c < 0x10000) {
        s->u16[n++] = (uint16_t)c;
    } else {
        s->u16[n++] = (uint16_t)(0xD7C0 + (c >> 10));
        s->u16[n++] = (uint16_t)(0xDC00 | (c & 0x3FF));
    }
    s->units.count = n;
    s->unit_of[++s->count] = n;
}

static FILE *
open_or_skip(const char *name) {
    char path[128];
    snprintf(path, sizeof(path), FOLDER "%s", name);
    FILE *file = fopen(path, "r");
    if (!file) {
        fprintf(stderr, "%s is not here: install the Debian package unicode-data\n", path);
        skip();
    }
    return file;
}

/* "÷ 0020 × 0308 ÷ # ..." -> code points, and whether a boundary stands before each and at the
 * end. False for a line without a test. */
static bool
parse_boundaries(const char *line, struct sample *s, bool *boundary) {
    sample_clear(s);
    int32_t marks = 0;
    for (const char *p = line; *p && *p != '#' && *p != '\n';) {
        if (strncmp(p, "÷", 2) == 0 || strncmp(p, "×", 2) == 0) {
            boundary[marks++] = strncmp(p, "÷", 2) == 0;
            p += 2;
        } else if (*p == ' ' || *p == '\t') {
            p++;
        } else {
            char *end;
            sample_add(s, (uint32_t)strtoul(p, &end, 16));
            assert_true(end > p);
            p = end;
        }
    }
    return s->count > 0 && marks == s->count + 1;
}

static void
test_unicode__grapheme_break_test(void **state) {
    (void)state;
    FILE *file = open_or_skip("auxiliary/GraphemeBreakTest.txt");
    struct sample s;
    bool boundary[MOST + 1];
    char line[4096];
    int run = 0, failed = 0;
    while (fgets(line, sizeof(line), file)) {
        if (!parse_boundaries(line, &s, boundary)) {
            continue;
        }
        int32_t starts[MOST * 2 + 1];
        int32_t n = graphemes_find(fixture_engine()->iterators.characters, &s.units, starts);
        int32_t at = 0;
        bool same = true;
        for (int32_t i = 0; i <= s.count; i++) {
            bool found = at <= n && starts[at] == s.unit_of[i];
            same = same && found == boundary[i];
            at += found;
        }
        run++;
        failed += !same;
        if (!same) {
            fprintf(stderr, "%s", line);
        }
    }
    fclose(file);
    assert_int_equal(run, 602);
    assert_int_equal(failed, 0);
}

/* Where ICU 72 departs from the file, knowingly: code points, as the file writes them. */
static const char *const line_deviations[] = {
#include "line_deviations.inc"
};

/* ICU's reordering of overrides around removed controls: code points and direction. */
static const char *const bidi_deviations[] = {
#include "bidi_deviations.inc"
};

static bool
is_listed(const char *const *list, size_t count, const char *line, char terminator) {
    for (size_t i = 0; i < count; i++) {
        size_t n = strlen(list[i]);
        if (strncmp(line, list[i], n) == 0 && line[n] == terminator) {
            return true;
        }
    }
    return false;
}
#define IS_LISTED(list, line, terminator) \
    is_listed((list), sizeof(list) / sizeof((list)[0]), (line), (terminator))

static void
test_unicode__line_break_test(void **state) {
    (void)state;
    FILE *file = open_or_skip("auxiliary/LineBreakTest.txt");
    struct sample s;
    bool boundary[MOST + 1], found[MOST * 2 + 1];
    char line[4096];
    int run = 0, failed = 0, deviating = 0;
    while (fgets(line, sizeof(line), file)) {
        if (!parse_boundaries(line, &s, boundary)) {
            continue;
        }
        breaks_uax14(&fixture_engine()->iterators, &s.units, LOCALE_EN, TEXT_KINSOKU_STRICT, found);
        bool same = true;
        for (int32_t i = 1; i <= s.count; i++) {
            same = same && found[s.unit_of[i]] == boundary[i];
        }
        run++;
        bool known = IS_LISTED(line_deviations, line, '\t');
        deviating += !same && known;
        if (same == known) {
            failed++;
            fprintf(stderr, "%s %s", same ? "no longer deviates:" : "", line);
        }
    }
    fclose(file);
    assert_int_equal(run, 7654);
    assert_int_equal(deviating, (int)(sizeof(line_deviations) / sizeof(line_deviations[0])));
    assert_int_equal(failed, 0);
}

static const struct {
    const char *name;
    uint32_t code_point;
} bidi_classes[] = {{"L", 0x61}, {"R", 0x5D0}, {"EN", 0x30}, {"ES", 0x2B}, {"ET", 0x23},
    {"AN", 0x660}, {"CS", 0x2C}, {"B", 0x2029}, {"S", 0x09}, {"WS", 0x20}, {"ON", 0x21},
    {"LRE", 0x202A}, {"LRO", 0x202D}, {"AL", 0x627}, {"RLE", 0x202B}, {"RLO", 0x202E},
    {"PDF", 0x202C}, {"NSM", 0x300}, {"BN", 0xAD}, {"LRI", 0x2066}, {"RLI", 0x2067},
    {"FSI", 0x2068}, {"PDI", 0x2069}};

static uint32_t
code_point_of_class(const char *name, size_t n) {
    for (size_t i = 0; i < sizeof(bidi_classes) / sizeof(bidi_classes[0]); i++) {
        if (strlen(bidi_classes[i].name) == n && strncmp(bidi_classes[i].name, name, n) == 0) {
            return bidi_classes[i].code_point;
        }
    }
    fail_msg("unknown bidi class %.*s", (int)n, name);
    return 0;
}

/* "0 1 x 2" -> levels, 0xFF for x. */
static int32_t
parse_levels(const char *p, uint8_t *levels) {
    int32_t n = 0;
    while (*p && *p != ';' && *p != '\n' && *p != '\r') {
        if (*p == ' ' || *p == '\t') {
            p++;
        } else if (*p == 'x') {
            levels[n++] = 0xFF;
            p++;
        } else {
            char *end;
            levels[n++] = (uint8_t)strtoul(p, &end, 10);
            assert_true(end > p);
            p = end;
        }
    }
    return n;
}

static int32_t
parse_order(const char *p, int32_t *order) {
    int32_t n = 0;
    for (char *end; *p && *p != '\n' && *p != '\r'; p = end) {
        order[n] = (int32_t)strtol(p, &end, 10);
        if (end == p) {
            break;
        }
        n++;
    }
    return n;
}

/* Levels agree, and the visual order of what rule X9 keeps is the expected one. */
static bool
bidi_agrees(const struct sample *s, enum bidi_base base, const uint8_t *levels,
    const int32_t *order, int32_t order_count) {
    struct arena arena;
    arena_init(&arena);
    const uint8_t *units = bidi_levels(&arena, &s->units, base);
    uint8_t kept[MOST];
    int32_t index[MOST], visual[MOST], n = 0;
    bool same = true, odd = false, even = false, odd_wanted = false, even_wanted = false;
    for (int32_t i = 0; i < s->count; i++) {
        uint8_t level = units ? units[s->unit_of[i]] : 0;
        if (levels[i] != 0xFF) {
            same = same && level == levels[i];
            odd = odd || level & 1;
            even = even || !(level & 1);
            odd_wanted = odd_wanted || levels[i] & 1;
            even_wanted = even_wanted || !(levels[i] & 1);
            kept[n] = level;
            index[n++] = i;
        }
    }
    /* Text of one direction gets the paragraph's level from ICU: another number, the same order. */
    same = same || (odd == odd_wanted && even == even_wanted && odd != even);
    if (same && n > 0) {
        bidi_visual_order(kept, n, visual);
        same = n == order_count;
        for (int32_t i = 0; same && i < n; i++) {
            same = index[visual[i]] == order[i];
        }
    }
    arena_finish(&arena);
    return same;
}

static void
test_unicode__bidi_test(void **state) {
    (void)state;
    FILE *file = open_or_skip("BidiTest.txt");
    static char line[1 << 16];
    struct sample s;
    uint8_t levels[MOST];
    int32_t order[MOST], order_count = 0, level_count = 0;
    int run = 0, failed = 0;
    while (fgets(line, sizeof(line), file)) {
        if (strncmp(line, "@Levels:", 8) == 0) {
            level_count = parse_levels(line + 8, levels);
        } else if (strncmp(line, "@Reorder:", 9) == 0) {
            order_count = parse_order(line + 9, order);
        } else if (line[0] != '#' && line[0] != '@' && line[0] != '\n') {
            const char *p = line;
            sample_clear(&s);
            while (*p != ';') {
                size_t n = strcspn(p, " ;");
                sample_add(&s, code_point_of_class(p, n));
                p += n;
                p += *p == ' ';
            }
            unsigned bits = (unsigned)strtoul(p + 1, NULL, 16);
            static const enum bidi_base bases[] = {BIDI_AUTO, BIDI_LTR, BIDI_RTL};
            assert_int_equal(level_count, s.count);
            for (int i = 0; i < 3; i++) {
                if (bits >> i & 1) {
                    run++;
                    failed += !bidi_agrees(&s, bases[i], levels, order, order_count);
                }
            }
        }
    }
    fclose(file);
    assert_true(run > 700000);
    assert_int_equal(failed, 0);
}

static void
test_unicode__bidi_character_test(void **state) {
    (void)state;
    FILE *file = open_or_skip("BidiCharacterTest.txt");
    static char line[1 << 16];
    struct sample s;
    uint8_t levels[MOST];
    int32_t order[MOST];
    int run = 0, failed = 0;
    while (fgets(line, sizeof(line), file)) {
        if (line[0] == '#' || line[0] == '\n' || line[0] == '\r') {
            continue;
        }
        char *p = line;
        sample_clear(&s);
        while (*p != ';') {
            sample_add(&s, (uint32_t)strtoul(p, &p, 16));
            p += *p == ' ';
        }
        long direction = strtol(p + 1, &p, 10);
        (void)strtol(p + 1, &p, 10); /* the paragraph level, which the levels show */
        int32_t level_count = parse_levels(p + 1, levels);
        assert_int_equal(level_count, s.count);
        const char *reorder = strchr(p + 1, ';');
        int32_t order_count = parse_order(reorder + 1, order);
        enum bidi_base base = direction == 0 ? BIDI_LTR : direction == 1 ? BIDI_RTL : BIDI_AUTO;
        run++;
        bool known = IS_LISTED(bidi_deviations, line, ';');
        failed += bidi_agrees(&s, base, levels, order, order_count) == known;
    }
    fclose(file);
    assert_true(run > 90000);
    assert_int_equal(failed, 0);
}

int
main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unicode__grapheme_break_test),
        cmocka_unit_test(test_unicode__line_break_test),
        cmocka_unit_test(test_unicode__bidi_test),
        cmocka_unit_test(test_unicode__bidi_character_test),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    fixture_close();
    return failed;
}

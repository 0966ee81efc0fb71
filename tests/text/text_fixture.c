#include "text_fixture.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static struct text_engine *engine;
static char joined[65536];

struct text_engine *
fixture_engine(void) {
    struct err err;
    if (!engine) {
        engine = text_engine_open(NARU_SOURCE_DIR "/fonts/fonts.ini", &err);
        if (!engine) {
            fail_msg("%s", err.message);
        }
    }
    return engine;
}

void
fixture_close(void) {
    text_engine_close(engine);
    engine = NULL;
}

int
fixture_close_group(void **state) {
    (void)state;
    fixture_close();
    return 0;
}

struct text_style
fixture_style(enum locale_id lang) {
    return (struct text_style){.lang = lang, .size_px = 20};
}

const struct para *
fixture_layout(const struct text_style *style, const char *text, float width_em) {
    return para_layout(fixture_engine(), str_from(text), style, NULL, 0, width_em * 20);
}

const char *
fixture_lines(const struct para *para) {
    size_t n = 0;
    for (size_t i = 0; i < para->line_count; i++) {
        size_t length = para->lines[i].end - para->lines[i].start;
        assert_true(n + length + 2 < sizeof(joined));
        if (i > 0) {
            joined[n++] = '|';
        }
        memcpy(joined + n, para->text.p + para->lines[i].start, length);
        n += length;
    }
    joined[n] = '\0';
    return joined;
}

const char *
fixture_break(enum locale_id lang, const char *text, float width_em) {
    struct text_style style = fixture_style(lang);
    return fixture_lines(fixture_layout(&style, text, width_em));
}

void
fixture_check_breaks(enum locale_id lang, const struct break_case *cases, size_t count) {
    int failed = 0;
    for (size_t i = 0; i < count; i++) {
        const char *lines = fixture_break(lang, cases[i].text, cases[i].em);
        if (strcmp(lines, cases[i].lines) != 0) {
            fprintf(stderr, "%s\n%s, wanted\n%s\n", cases[i].text, lines, cases[i].lines);
            failed++;
        }
    }
    assert_int_equal(failed, 0);
}

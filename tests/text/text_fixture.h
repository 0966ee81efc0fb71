/* text_fixture.h - one engine for a test program, and layouts written down as text. */
#ifndef TESTS_TEXT_FIXTURE_H
#define TESTS_TEXT_FIXTURE_H

#include "text/engine_private.h"
#include "text/para.h"

/* Opened on first use from fonts/fonts.ini; fails the test when it cannot. */
struct text_engine *fixture_engine(void);
void fixture_close(void);
int fixture_close_group(void **state); /* the same, as cmocka's group tear-down */
/* A style of 20 px, so that a width of 20 is one em. */
struct text_style fixture_style(enum locale_id lang);
const struct para *fixture_layout(const struct text_style *style, const char *text, float width_em);
/* The lines joined by '|', in a buffer that the next call reuses. */
const char *fixture_lines(const struct para *para);
const char *fixture_break(enum locale_id lang, const char *text, float width_em);

struct break_case {
    float em;
    const char *text, *lines;
};
/* Fails the test when some case breaks otherwise, after it has printed all of these. */
void fixture_check_breaks(enum locale_id lang, const struct break_case *cases, size_t count);

#endif

#include "text/lines/line_private.h"

/* 、。，． in full-width cells, at the end of a line only (JLREQ 3.8, hanging as an alternative).
 */
bool
line_mark_hangs(const struct cluster *c) {
    return c->squeeze == CHAR_COMMA || c->squeeze == CHAR_STOP;
}

int32_t
line_shrink_of_last(const struct cluster *c) {
    return c->shrink_before + (c->squeeze == CHAR_MIDDLE ? c->shrink_after : 0);
}

struct line_shrink
line_shrink_at(const struct shaped *shaped, int32_t at, int32_t start, int32_t end) {
    const struct cluster *c = &shaped->clusters[at];
    bool trimmed = at == start && spacing_trim_start(c) > 0;
    bool last = at + 1 == end;
    return (struct line_shrink){.before = trimmed ? 0 : c->shrink_before,
        .after = last ? line_shrink_of_last(c) - c->shrink_before : c->shrink_after};
}

int64_t
line_end_cut(const struct cluster *c, bool hang) {
    if (hang && line_mark_hangs(c)) {
        return c->advance;
    }
    return spacing_trim_end(c);
}

int
line_characters(const struct shaped *shaped, int32_t start, int32_t end, int most) {
    int n = 0;
    for (int32_t i = start; i < end && n < most; i++) {
        uint8_t class = shaped->clusters[i].class;
        n += class == CHAR_OTHER || (class >= CHAR_LATIN && class <= CHAR_KANA);
    }
    return n;
}

int32_t
line_hyphen(const struct shaped *shaped, int32_t end) {
    return shaped->clusters[end].flags & CLUSTER_HYPHEN ? shaped->hyphen.advance : 0;
}

int64_t
line_width(const struct shaped *shaped, int32_t start, int32_t end, bool hang) {
    int64_t width = 0;
    if (start >= end) {
        return 0;
    }
    for (int32_t i = start; i < end; i++) {
        width += shaped->clusters[i].advance + (i + 1 < end ? shaped->clusters[i].gap : 0);
    }
    const struct cluster *last = &shaped->clusters[end - 1];
    width += line_hyphen(shaped, end);
    return width - spacing_trim_start(&shaped->clusters[start]) - line_end_cut(last, hang);
}

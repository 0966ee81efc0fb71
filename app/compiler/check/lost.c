#include "compiler/check/lost.h"

#include "base/utf8.h"
#include "compiler/check/chars.h"

static bool
is_letter(uint32_t c) {
    return chars_script(c) != CHARS_COMMON;
}

bool
lost_is_one(const struct check_text *text, size_t at) {
    struct str s = text->text;
    size_t next = at + 1;
    bool is_first = at == 0 || (text->is_running && s.p[at - 1] == '\n');
    uint32_t after = next < s.n ? utf8_next(s, &next) : ' ';
    bool is_ascii = after < 0x80 && !is_first && (unsigned char)s.p[at - 1] < 0x80;
    if (s.p[at] != '?') {
        return false;
    }
    if (text->is_running && is_ascii) { /* timeline?city=minato */
        return after == '?' || s.p[at - 1] == '?';
    }
    bool is_before_stop = after == 0x3001 || after == 0x3002;
    return text->is_name || is_first || is_before_stop || is_letter(after) || after == '?' ||
           s.p[at - 1] == '?';
}

static size_t
word_start(struct str s, size_t at) {
    while (at > 0 && s.p[at - 1] != ' ' && s.p[at - 1] != '\n') {
        at--;
    }
    return at;
}

static size_t
word_end(struct str s, size_t at) {
    while (at < s.n && s.p[at] != ' ' && s.p[at] != '\n') {
        at++;
    }
    return at;
}

void
check_lost(struct check *check, const struct check_text *text) {
    struct str s = text->text, rest = s;
    size_t start = 0, mark;
    while ((mark = str_find(rest, STR("?"))) != SIZE_MAX) {
        size_t first = SIZE_MAX, count = 0, from = start + mark, line = from;
        while (line < s.n && !(text->is_running && s.p[line] == '\n')) {
            line++;
        }
        for (size_t at = from; at < line; at++) {
            if (lost_is_one(text, at)) {
                first = count++ == 0 ? at : first;
            }
        }
        if (count > 0) {
            struct diag_place place = check_place(check, text, first);
            DIAG_ARGS(check->model->diag, DIAG_LOST_CHARACTER, place,
                str_slice(s, word_start(s, first), word_end(s, first)),
                arena_printf(check->model->arena, "%zu", count));
        }
        start = line;
        rest = str_slice(s, start, s.n);
    }
}

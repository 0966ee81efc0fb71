#include "compiler/check/lost.h"

#include "base/utf8.h"
#include "compiler/check/chars.h"
#include "compiler/read/mojibake.h"

static bool
is_letter(uint32_t c) {
    return chars_script(c) != CHARS_COMMON;
}

bool
check_mojibake(struct check *check, const struct check_text *text) {
    struct mojibake soup;
    if (!mojibake_find(check->model->arena, text->text, &soup)) {
        return false;
    }
    DIAG_ARGS(check->model->diag, DIAG_MOJIBAKE, check_place(check, text, soup.at),
        str_slice(text->text, soup.at, soup.end), soup.decoded.n > 0 ? soup.decoded : STR("…"));
    return true;
}

static bool
is_after_han(struct str s, size_t at) {
    return at > 0 && chars_script(utf8_prev(s, &at)) == CHARS_HAN;
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
    bool is_last = at + 1 >= s.n || (text->is_running && s.p[at + 1] == '\n');
    if (is_last && is_after_han(s, at)) { /* 安山市? is hardly a question */
        return true;
    }
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
        struct diag_place place = check_place(check, text, count > 0 ? first : 0);
        uint32_t was_said;
        if (count > 0 &&
            !map_get(&check->lost_places, (uint64_t)place.file << 32 | place.at, &was_said)) {
            DIAG_ARGS(check->model->diag, DIAG_LOST_CHARACTER, place,
                str_slice(s, word_start(s, first), word_end(s, first)),
                arena_printf(check->model->arena, "%zu", count));
        }
        start = line;
        rest = str_slice(s, start, s.n);
    }
}

#include "content/search/text.h"

#include "base/utf8.h"

bool
search_is_wordlike(uint32_t c) {
    enum fold_class class = fold_class(c);
    return class == FOLD_LETTER || class == FOLD_DIGIT;
}

static bool
is_separator(const struct fold *fold, size_t at) {
    return fold_class(fold->units[at].code_point) == FOLD_SEPARATOR;
}

static bool
is_paired(const struct fold *fold, size_t at) {
    return at < fold->count && !is_separator(fold, at) &&
           !search_is_wordlike(fold->units[at].code_point);
}

static bool
is_hangul(const struct fold *fold, size_t at) {
    return fold_class(fold->units[at].code_point) == FOLD_HANGUL;
}

bool
search_cut_next(const struct fold *fold, size_t *at, struct search_cut *out) {
    while (*at < fold->count && is_separator(fold, *at)) {
        (*at)++;
    }
    if (*at >= fold->count) {
        return false;
    }
    *out = (struct search_cut){.from = *at, .to = *at + 1};
    if (search_is_wordlike(fold->units[*at].code_point)) {
        while (out->to < fold->count && search_is_wordlike(fold->units[out->to].code_point)) {
            out->to++;
        }
        out->is_word = true;
        *at = out->to;
        return true;
    }
    out->is_start = is_hangul(fold, *at) && (*at == 0 || !is_hangul(fold, *at - 1));
    size_t next = *at + 1;
    if (next < fold->count && fold->units[next].code_point == ' ') {
        next++;
    }
    out->is_last = !is_paired(fold, next);
    out->to = out->is_last ? *at + 1 : next + 1;
    *at += 1;
    return true;
}

struct str
search_cut_key(struct arena *arena, const struct fold *fold, const struct search_cut *cut) {
    return utf8_cut(fold_units_key(arena, fold, cut->from, cut->to), SEARCH_WORD_MAX);
}

struct str
search_cut_start_key(struct arena *arena, const struct fold *fold, const struct search_cut *cut) {
    size_t to = cut->from + 1;
    if (to < cut->to && is_hangul(fold, to)) {
        to++;
    }
    struct str key = fold_units_key(arena, fold, cut->from, to);
    return arena_printf(arena, " %.*s", STR_ARG(key));
}

struct str
search_date_term(struct arena *arena, int year, int month, int day) {
    struct str out = year ? arena_printf(arena, "%d", year) : (struct str){0};
    if (month) {
        out = arena_printf(arena, "%.*s-%02d", STR_ARG(out), month);
    }
    return day ? arena_printf(arena, "%.*s-%02d", STR_ARG(out), day) : out;
}

static struct str
point_shown(struct arena *arena, enum locale_id locale, const struct edtf_point *p) {
    static const char *const months[] = {"January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December"};
    bool is_en = locale_script(locale) == LOCALE_LATIN,
         is_ja = locale_script(locale) == LOCALE_KANA;
    const char *month = p->month ? months[p->month - 1] : "";
    switch (p->precision) {
    case EDTF_NONE:
        return (struct str){0};
    case EDTF_YEAR:
        return arena_printf(arena, is_en ? "%d" : is_ja ? "%d年" : "%d년", p->year);
    case EDTF_MONTH:
        return is_en ? arena_printf(arena, "%s %d", month, p->year)
                     : arena_printf(arena, is_ja ? "%d年%d月" : "%d년 %d월", p->year, p->month);
    case EDTF_DAY:
        break;
    }
    return is_en ? arena_printf(arena, "%d %s %d", p->day, month, p->year)
                 : arena_printf(
                       arena, is_ja ? "%d年%d月%d日" : "%d년 %d월 %d일", p->year, p->month, p->day);
}

struct str
search_date_shown(struct arena *arena, enum locale_id locale, const struct edtf *date) {
    static const char *const dashes[LOCALE_COUNT] = {"~", "〜", "–"};
    struct str from = point_shown(arena, locale, &date->from);
    if (!date->is_range) {
        return from;
    }
    struct str to = point_shown(arena, locale, &date->to);
    return arena_printf(arena, "%.*s%s%.*s", STR_ARG(from), dashes[locale], STR_ARG(to));
}

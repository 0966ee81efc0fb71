#include "compiler/check/structure.h"

#include "base/utf8.h"
#include "compiler/read/article.h"

#include <string.h>

static bool
is_same_block(const struct store_block *a, const struct store_block *b) {
    return a->kind == b->kind && a->level == b->level && a->number == b->number &&
           (a->kind != BLOCK_SOURCE || str_eq(a->text, b->text));
}

/* The first block that differs; `*is_alike` when none does. */
static size_t
first_difference(const struct model_body *a, const struct model_body *b, bool *is_alike) {
    size_t i = 0;
    while (i < a->count && i < b->count && is_same_block(&a->blocks[i], &b->blocks[i])) {
        i++;
    }
    *is_alike = i == a->count && i == b->count;
    return i;
}

static bool
is_alike(const struct model_body *a, const struct model_body *b) {
    bool alike;
    first_difference(a, b, &alike);
    return alike;
}

/* How block `i` is written; sources with their ids, by which they differ. */
static struct str
sign_at(struct model *model, const struct model_body *body, size_t i) {
    if (i >= body->count) {
        return STR("∅");
    }
    struct str sign = article_block_sign(&body->blocks[i]);
    return body->blocks[i].kind == BLOCK_SOURCE ? arena_printf(model->arena, "%.*s %.*s",
                                                      STR_ARG(sign), STR_ARG(body->blocks[i].text))
                                                : sign;
}

/* Only the first difference: everything after it would be reported again and again. */
static void
compare(struct check *check, const struct model_body *right, const struct model_body *other) {
    struct model *model = check->model;
    bool alike;
    size_t i = first_difference(right, other, &alike);
    if (alike) {
        return;
    }
    struct str there = sign_at(model, right, i), here = sign_at(model, other, i);
    struct source *source = sources_at(model->diag->sources, other->file);
    uint32_t at = i < other->count ? other->places[i] : (uint32_t)source->bytes.n;
    DIAG_ARGS(model->diag, DIAG_STRUCTURE_DIFFERS, ((struct diag_place){other->file, at}),
        sources_at(model->diag->sources, right->file)->path,
        arena_printf(model->arena, "%zu", i + 1), there, here);
}

/* The body that most others are built like; where there is no such, that of the original, or the
 * first there is. */
static const struct model_body *
find_right(const struct model *model, const struct model_body *const *bodies, size_t count) {
    const struct model_body *right = NULL;
    size_t most = 1;
    for (size_t i = 0; i < count; i++) {
        size_t alike = 0;
        for (size_t j = 0; j < count; j++) {
            alike += is_alike(bodies[i], bodies[j]);
        }
        bool is_original = bodies[i]->locale == model->original;
        if (!right || alike > most || (alike == most && is_original)) {
            right = bodies[i];
            most = alike;
        }
    }
    return right;
}

void
structure_compare(struct check *check, const struct model_article *article) {
    const struct model_body *bodies[LOCALE_COUNT];
    size_t count = 0;
    for (int i = 0; i < LOCALE_COUNT; i++) {
        if (article->bodies[i].is_present && article->bodies[i].count > 0) {
            bodies[count++] = &article->bodies[i];
        }
    }
    const struct model_body *right = find_right(check->model, bodies, count);
    for (size_t i = 0; i < count; i++) {
        compare(check, right, bodies[i]);
    }
}

/* The signs that word processors put before items. */
static bool
is_bullet(uint32_t c) {
    return c == 0x2022 || c == 0x25E6 || c == 0x25AA || c == 0x25AB || c == 0x25CF || c == 0x25CB ||
           c == 0x25A0 || c == 0x25A1 || c == 0x25C6 || c == 0x25C7 || c == 0x2023 || c == 0x2219 ||
           c == 0x30FB || c == 0x00B7 || c == 0xFF65 || c == 0x25B6 || c == 0x25B7 || c == 0x2043;
}

static bool
is_digit(uint32_t c) {
    return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

/* ＃＃ 준비, ##준비, ① 편지, １．手紙, （1） letter, 가. 편지, -명함, ｜a｜b｜: what Markdown does
 * not take for a heading, an item or a table. `*n`: bytes of the sign; the result: what to write.
 */
static const char *
strange_sign(struct str line, size_t *n) {
    static const char hangul[] = "가나다라마바사아자차카타파하";
    size_t at = 0;
    uint32_t c = utf8_next(line, &at);
    size_t first = at;
    uint32_t next = at < line.n ? utf8_next(line, &at) : 0;
    uint32_t after = at < line.n ? utf8_next(line, &at) : 0;
    *n = first;
    if (c == 0xFF03) { /* full-width number sign */
        return "## ";
    }
    if (c == '#') {
        size_t signs = 0;
        while (signs < line.n && line.p[signs] == '#') {
            signs++;
        }
        *n = signs;
        bool is_heading = signs == line.n || line.p[signs] == ' ' || line.p[signs] == '\t';
        return is_heading || signs > 3 ? NULL : signs == 3 ? "### " : "## ";
    }
    if (c >= 0x2460 && c <= 0x2473) {
        return "1. ";
    }
    bool is_stop = next == 0xFF0E || next == 0xFF09 || next == 0x3001 || next == 0x3002 ||
                   (c >= 0xFF10 && (next == '.' || next == ')'));
    if (is_digit(c) && is_stop) {
        *n = first + (next < 0x80 ? 1 : 3);
        return "1. ";
    }
    bool is_hangul = c >= 0xAC00 && (next == '.' || next == ')') && after == ' ';
    if (is_hangul && str_find(str_from(hangul), str_slice(line, 0, first)) != SIZE_MAX) {
        *n = first + 1;
        return "1. ";
    }
    if (c == '-' && next >= 0x80 && next != 0x2013 && next != 0x2014) {
        return "- ";
    }
    if (c == 0xFF0D && (next == ' ' || next == 0x3000)) {
        return "- ";
    }
    return c == 0xFF5C ? "| … |" : NULL;
}

static bool
has_tab(struct str line) {
    struct str text = str_trim(line);
    return text.n > 0 && memchr(text.p, '\t', text.n);
}

/* A table pasted from a spreadsheet has tabs line after line; one alone is a stray. */
static void
check_tabs(struct check *check, const struct model_body *body, struct str line, struct str rest,
    bool was_one) {
    struct diag *diag = check->model->diag;
    struct str bytes = sources_at(diag->sources, body->file)->bytes, next;
    const char *tab = memchr(line.p, '\t', line.n);
    struct diag_place place = {body->file, (uint32_t)(tab - bytes.p)};
    bool is_table = str_split(&rest, '\n', &next) && has_tab(next);
    if (is_table && !was_one) {
        place.at = (uint32_t)(line.p - bytes.p);
        DIAG_ARGS(diag, DIAG_LINE_SIGN, place, STR("⇥"), STR("| … |"));
    } else if (!was_one) {
        DIAG_ARGS(diag, DIAG_CONTROL_CHARACTER, place, STR("U+0009"));
    }
}

void
structure_check_bullets(struct check *check, const struct model_body *body) {
    struct diag *diag = check->model->diag;
    struct str bytes = sources_at(diag->sources, body->file)->bytes, line;
    struct str rest = str_slice(bytes, body->start, bytes.n);
    const char *before = NULL;
    bool was_bullet = false, was_tab = false;
    while (str_split(&rest, '\n', &line)) {
        struct str text = str_trim(line);
        struct diag_place place = {body->file, (uint32_t)(text.p - bytes.p)};
        size_t end = 0, sign = 0;
        uint32_t c = text.n > 0 ? utf8_next(text, &end) : 0;
        bool is_one = is_bullet(c);
        if (is_one && !was_bullet) { /* once for lines that follow each other */
            DIAG_ARGS(diag, DIAG_BULLET_SIGN, place, str_slice(text, 0, end));
        }
        const char *right = text.n > 0 && !is_one ? strange_sign(text, &sign) : NULL;
        if (right && !(before && strcmp(before, right) == 0)) {
            DIAG_ARGS(diag, DIAG_LINE_SIGN, place, str_slice(text, 0, sign), str_from(right));
        }
        bool is_tab = has_tab(text);
        if (is_tab) {
            check_tabs(check, body, text, rest, was_tab);
        }
        was_bullet = is_one;
        was_tab = is_tab;
        before = right;
    }
}
